"""Checks of the parts that a release is made of: headline, dateline, timing, quotations; those of others are named here."""

import re
from collections.abc import Iterator

from prlint.checks.about import boilerplate_missing
from prlint.checks.contacts import contact_missing
from prlint.checks.markers import dangling_reference_marker, end_mark
from prlint.checks.names import issuer_name_defined_terms
from prlint.checks.parts import is_whole
from prlint.checks.programmes import stale_programme_boilerplate
from prlint.engine.model import Hit
from prlint.language.fold import fold
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release

__all__ = [
    "boilerplate_missing",
    "contact_missing",
    "dangling_reference_marker",
    "end_mark",
    "issuer_name_defined_terms",
    "stale_programme_boilerplate",
]

# A dateline as wires write it, where its parts were not told apart: place, date, and a dash, slash or wire near it.
_OPENING = 160
_WIRE = pattern(r"wire\b|[a-z]news\b|newsfile|[a-z]release|/[^/\n]{3,40}/")
# A date that stands before its place: `March 4, 2027, Oslo, Norway: Ferrant Bio …`.
_PLACE_AFTER = pattern(r"(?:,| [|/-])? [A-Z][A-Za-z.' \x7f-]{2,30}(?:,? \(?[A-Z][A-Za-z.' \x7f]{1,30}\)?)? ?[:-]", case=True)
_WIRE_TAG = pattern(r"[^\n]{0,60}?(?:/[a-z0-9 .-]{3,40}/|\([^()\n]{0,30}(?:wire|newsfile)\)) ?-")
_PLACE = pattern(r"(?:'s-)?[A-Z][A-Za-z.'\x7f-]+(?: [A-Za-z.'\x7f&-]+){0,3}", case=True)
_PLACE_LINE = pattern(r"^ ?[A-Z][A-Za-z.' \x7f-]{2,30}, (?:the )?[A-Z][A-Za-z.' \x7f]{1,30}$", case=True)
_LONG_WORD = pattern(r"\b[a-z]{4,}\b", case=True)
_DATE_LINE = 100
_PERIOD = pattern(r"\b(?:end(?:ed|ing)|results|quarter|year)\b")  # a headline with such a word tells what its date is of
_IN_NUMBERS = pattern(r"\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b")

_CLOCK = pattern(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b\d{4} ?(?:hours|hrs|GMT|CET|CEST|BST|EST|EDT|UTC)\b|\bnoon\b|\bmidnight\b")
_ZONE = pattern(
    r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|JST|HKT|AES?T|IST|SGT)\b"
    r"|\b(?:eastern|central|mountain|pacific|london|local|new york|paris|tokyo|"
    r"greenwich mean|central european)(?: (?:standard|daylight|summer))? ?time\b"
)

_QUOTED_IN = frozenset(("lead", "body", "subheading", "about-trial", "about-product", "about-disease", "boilerplate"))
_FEWEST_WORDS = 8
_ROLE = pattern(
    r"\b(?:chief|president|chair(?:man|woman|person)?|director|officer|founder|co-founder|professor|head|vice|executive|manager|investigator|CEO|CFO|CMO|CSO|COO|CTO|"
    r"SVP|EVP|VP|partner|physician|surgeon|scientist|lead(?:er)?|minister|secretary|senator|governor|mayor|patient|advocate|analyst|spokes(?:man|woman|person)|"
    r"principal|lecturer|fellow|counsel|treasurer|owner|inventor|oncologist|neurologist|cardiologist|dermatologist|ophthalmologist|dean|senior|general|"
    r"M\.?D|Ph\.?D|Pharm\.?D)\b"
)
_TITLE_BEFORE = pattern(
    r"\b(?:titled|entitled|stud(?:y|ies)|publications?|articles?|papers?|posters?|abstracts?|presentations?|reports?|headed|called|named|"
    r"known as|sessions?|title|webinar|podcast|book|chapter|review|editorial|letter|patent|application|guidance|guidelines?|journal|"
    r"talk|lecture|symposium|panel|workshop|project|programs?|programmes?|indications?|indicated|reads?|question|meeting|resolution|"
    r"press release|news release|under the heading)\b[^\"\n.]{0,60}$"
)
_BESIDE = 160
_REPORTING = r"(?:said|says|state[ds]|comment(?:ed|s)|note[ds]|added|adds|explained|concluded|continued|remarked|wrote|according to)"
_SAID = pattern(
    rf"\b{_REPORTING}\b,? (?:[a-z']+ ){{0,4}}[A-Z][a-z]+"
    rf"|\b[A-Z][A-Za-z.'-]+,? (?:(?:also|further|then|has) )?{_REPORTING}\b",
    case=True,
)
_NAME_WORDS = compiled(r"[\w'’-]+")
_COURTESY = frozenset(("dr", "mr", "mrs", "ms", "prof", "professor", "sir"))
_AFFILIATED = compiled(r"\b(?:of|at|from|for)\b")
_KINDS_OF_MARK = {'"': "straight", "“": "curly", "”": "curly", "„": "curly", "«": "angled", "»": "angled"}


def _lead_start(release: Release) -> int:
    """Where the news begins: at the dateline, else the lead, else the first text that is no headline."""
    for section in release.sections:
        if section.kind in ("dateline", "lead"):
            return section.start
    news = [section.start for section in release.sections if section.kind not in ("headline", "subheadline", "boilerplate")]
    return news[0] if news else release.blocks[0].start


def headline_missing(release: Release) -> Iterator[Hit]:
    """A release whose first words are the lead's.

    Lines such as FOR IMMEDIATE RELEASE, an embargo or a wire's tag are no headline.
    """
    if is_whole(release) and not release.sections_of("headline"):
        start = release.blocks[0].start
        yield Hit(start, start)


def dateline(release: Release) -> Iterator[Hit]:
    """A lead that does not say where and when.

    City and date may stand in any form that a wire uses, before or after each other, or on lines of their own above the
    lead. A wire's tag stands for both, for wires print them.
    """
    if not is_whole(release):
        return
    start = _lead_start(release)
    there = _told_by_dateline(release, start)
    missing = [part for part in ("city", "date") if part not in there]
    if missing:
        yield Hit(start, start, {"missing": " and ".join(missing)}, variant="partial" if release.sections_of("dateline") else "")


def _told_by_dateline(release: Release, lead: int) -> set[str]:
    """Which of city and date the dateline, the lines above the lead, or the first words of the lead tell."""
    facts = release.facts_of("dateline")
    there = {part for part in ("city", "date") if facts and part in facts[0].value}
    if _WIRE_TAG.match(release.twin, lead):
        there |= {"city", "date"}
    for section in release.sections_of("dateline")[:1]:
        if "wire" in (facts[0].value if facts else ()) or _WIRE.search(release.twin, section.start, section.end):
            there |= {"city", "date"}
        there |= {"date"} if release.search(_IN_NUMBERS, section.start, section.end) else set()
    dates = [fact for fact in release.facts_of("date") if "day" in fact.value and "year" in fact.value and fact.start < lead + _OPENING]
    for fact in dates:
        block = release.block_at(fact.start)
        if fact.start < lead and block and block.end - block.start <= _DATE_LINE and not release.search(_PERIOD, block.start, block.end):
            there |= {"date"} | ({"city"} if _PLACE_LINE.search(release.twin[:lead]) else set())
        elif fact.start >= lead and not _LONG_WORD.search(release.twin, lead, fact.start):
            place = _PLACE.match(release.twin, lead, fact.start) or _PLACE_AFTER.match(release.twin, fact.end)
            there |= {"date"} | ({"city"} if place else set())
    return there


def release_timing_conflict(release: Release) -> Iterator[Hit]:
    """Two instructions on when to publish, or an embargo that no clock can follow.

    Above the lead, FOR IMMEDIATE RELEASE contradicts an embargo; an embargo needs its date, time and time zone, on its
    own line or the next one; and it cannot end after the date of the release.
    """
    found = release.find("embargo")
    if not found:
        return
    head = _lead_start(release)
    if head <= release.blocks[0].start:
        head = min(len(release.text), release.blocks[0].start + 600)
    held = [span for span in found if span[0] < head]
    if not held:
        return
    start, end = held[0]
    at_once = [span for span in release.find("release-at-once") if span[0] < head]
    if at_once:
        other = release.quote(at_once[0])
        yield Hit(start, end, {"other": other}, related=((at_once[0], "says the opposite"),))
        return
    yield from _incomplete(release, (start, end))


def _incomplete(release: Release, held: Span) -> Iterator[Hit]:
    """What an embargo leaves out; its date and time may stand on the line below."""
    start, end = held
    datelines = {fact.start for fact in release.facts_of("dateline") if "city" in fact.value}
    after = next((block for block in release.blocks if block.start >= end), None)
    is_more = after is not None and after.end - after.start < 80 and after.start not in datelines
    reach = after.end if after and is_more else end
    dates = [fact for fact in release.facts_of("date") if start <= fact.start < reach and "day" in fact.value]
    clock, zone = (each.search(release.twin, start, reach) for each in (_CLOCK, _ZONE))
    told = (("date", dates), ("time", clock), ("time zone", zone))
    missing = [part for part, there in told if not there]
    if missing:
        listed = missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + " or " + missing[-1]
        yield Hit(start, end, {"missing": listed}, variant="incomplete")
        return
    date = release.profile.date
    until = dates[0].value
    if date and until["valid"] and "year" in until and (until["year"], until["month"], until["day"]) > date:
        yield Hit(start, end, {"until": until["text"], "date": "{}-{:02}-{:02}".format(*date)}, variant="past")


def quote_attribution(release: Release) -> Iterator[Hit]:
    """A statement in quotation marks of nobody, a speaker without a title, or quotation marks that do not match.

    Statements of eight words and more are looked at. Any verb of speech and a dash with a name attribute one, in the
    paragraph or in the one before; who has been introduced needs no title again.
    """
    introduced: set[str] = set()
    mixed: list[Span] = []
    for fact in release.facts_of("quotation"):
        value = fact.value
        start, end = value["text_start"], value["text_end"]
        if release.kind_at(fact.start) not in _QUOTED_IN or len(release.twin[start:end].split()) < _FEWEST_WORDS:
            continue
        if not value["attributed"]:
            if not _is_title(release, fact) and not _is_said(release, fact):
                yield Hit(fact.start, _first_sentence(release, fact))
            continue
        surname = _surname(value.get("speaker", ""))
        if surname and surname not in introduced:
            introduced.add(surname)
            if not _is_placed(release, fact, surname):
                yield Hit(fact.start, _first_sentence(release, fact), {"speaker": value["speaker"]}, variant="untitled")
        if not value["balanced"]:
            yield Hit(fact.start, fact.start + 1, variant="open", severity="info")
        elif _is_mixed(release, fact):
            mixed.append((fact.end - 1, fact.end))
    if mixed:
        yield Hit(*mixed[0], variant="mixed", severity="info", related=tuple((span, "and here") for span in mixed[1:4]))


def _first_sentence(release: Release, fact: Fact) -> int:
    sentence = release.sentence_at(fact.start)
    return min(fact.end, sentence.end) if sentence and sentence.end > fact.start else fact.end


def _is_title(release: Release, fact: Fact) -> bool:
    """Whether the quotation marks hold the title of a paper, a talk or a document."""
    before = release.twin[max(0, fact.start - 120) : fact.start]
    return _TITLE_BEFORE.search(before[before.rfind(b"\n") + 1 :]) is not None


def _is_said(release: Release, fact: Fact) -> bool:
    """Whether a reporting verb and a name stand beside the quotation, in its own paragraph."""
    block = release.block_at(fact.start)
    if block is None:
        return False
    before = release.twin[max(block.start, fact.start - _BESIDE) : fact.start]
    after = release.twin[fact.end : min(block.end, fact.end + _BESIDE)]
    return any(_SAID.search(beside) for beside in (before[before.rfind(b'"') + 1 :], after.partition(b'"')[0]))


def _surname(speaker: str) -> str:
    """The last name of a speaker; "" for one who is named like someone known (`Dr. Ruiz`)."""
    words = [word for word in _NAME_WORDS.findall(speaker) if word[:1].isupper() and len(word) > 1]
    return words[-1] if words and words[0].lower() not in _COURTESY else ""


def _is_placed(release: Release, fact: Fact, surname: str) -> bool:
    """Whether the reader knows who the speaker is: a title, a role or company near the name, or an earlier mention."""
    if fact.value.get("title") or _AFFILIATED.search(fact.value["speaker"]) or release.text.find(surname, 0, fact.start) >= 0:
        return True
    name = fold(surname)
    near = (max(0, fact.start - 200), fact.start), (fact.end, min(len(release.twin), fact.end + 240))
    return any(name in release.twin[a:b] and _ROLE.search(release.twin, a, b) for a, b in near)


def _is_mixed(release: Release, fact: Fact) -> bool:
    """Whether the two quotation marks do not belong together."""
    opening, closing = release.text[fact.start], release.text[fact.end - 1]
    return _KINDS_OF_MARK.get(opening, "straight") != _KINDS_OF_MARK.get(closing, "straight") or closing == "“" != opening


_LONGEST_HEADLINE = 25
_COMPANY_STOP = pattern(r"\b(?:Inc|Ltd|Corp|Co|plc|L\.P|S\.A|N\.V|A\.S|B\.V|S\.p\.A|LLC|U\.S|Jr|P\.A|No)\.$")
_CAPITALS_SHARE = 0.6


def headline_style(release: Release) -> Iterator[Hit]:
    """A headline that shouts, asks, runs on or ends like a sentence.

    More than 25 words, a full stop that is not a company's, an exclamation or question mark, and capitals in most of its
    words. Subheads are not looked at.
    """
    for section in release.sections_of("headline")[:1]:
        text = release.text[section.start : section.end].rstrip()
        end = section.start + len(text)
        words = text.split()
        issues = [
            f"has {len(words)} words" if len(words) > _LONGEST_HEADLINE else "",
            "ends with a full stop" if text.endswith(".") and not _COMPANY_STOP.search(release.twin[section.start : end]) else "",
            "has an exclamation mark" if re.search(r"!(?=\s|$|!)", text) else "",
            "asks a question" if text.endswith("?") else "",
            "is in capitals" if _is_shouted(words) else "",
        ]
        for issue in filter(None, issues):
            yield Hit(section.start, end, {"issue": issue})


def _is_shouted(words: list[str]) -> bool:
    """Whether most words of some length are in capitals: a name or two may be."""
    long = [word for word in words if sum(map(str.isalpha, word)) > 3]
    return len(long) > 3 and sum(map(str.isupper, long)) >= _CAPITALS_SHARE * len(long)
