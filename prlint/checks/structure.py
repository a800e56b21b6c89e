"""Checks of the parts that a release is made of: headline, dateline, boilerplate, contacts, timing, quotations."""

import re
from collections.abc import Iterator

from prlint.checks.markers import dangling_reference_marker, end_mark
from prlint.checks.names import issuer_name_defined_terms
from prlint.checks.programmes import stale_programme_boilerplate
from prlint.engine.model import Hit
from prlint.language.fold import fold
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release, Section, Sentence, covered

__all__ = ["dangling_reference_marker", "end_mark", "issuer_name_defined_terms", "stale_programme_boilerplate"]

_EMAIL = r"[a-z0-9._%+-]+ ?@ ?[a-z0-9-]+(?:\.[a-z0-9-]+)+|\[email(?: |\xa0)?protected\]|\[at\]|\(at\)"
_PHONE = (
    r"(?:\+|\b00)\d{1,3}[-. ()]{0,3}\d[-. ()\d]{5,14}\d"
    r"|\b(?:tel|telephone|phone|ph|mobile|cell|office|direct|call)\b\.?:? ?[+(]?\d[-. ()/\d]{6,16}\d"
    r"|\(\d{3}\) ?\d{3}[-. ]{1,3}\d{4}\b|\b1?[-. ]?\(?\d{3}\)?[-. /]{1,3}\d{3}[-. ]{1,3}\d{4}\b|\b0\d{1,4}[-. ()]{1,3}\d[-. \d]{4,12}\d\b"
)
_REACHED = pattern(f"{_EMAIL}|{_PHONE}")
# Digits of an address on the web and a date in numbers look like a phone number.
_NO_PHONE = pattern(r"\d{1,2}[-. ]{1,2}\d{1,2}[-. ]{1,2}(?:19|20)\d\d\b")
_FORM = pattern(r"(?:https?:|www\.)[^\s]{0,200}/[a-z-]{0,20}contact")  # a form on the company's site
_WEB = pattern(r"(?:https?:|www\.)[^\s]{0,400}")
_NO_CONTACTS = frozenset(("conference-call", "headline", "safety-information", "references", "financial-table"))
_TAIL = 0.15  # the share of the text, at its end, in which contacts are looked for

_ABOUT_COMPANY = pattern(
    r"^[^A-Za-z0-9\n]{0,4}about (?:the company|us\b|our company)"
    r"|^[^A-Za-z0-9\n]{0,4}(?:corporate|company) (?:profile|information|overview|description|background|summary)"
    r"|^[^A-Za-z0-9\n]{0,4}(?:who we are|who is [^\n]{2,60}|the company|profile|boilerplate|[^\n]{2,60} at a glance"
    r"|(?:profile of|more about) [^\n]{2,60})\W{0,3}$"
)
_ABOUT = pattern(r"\b(?:About|ABOUT):? (?:the )?([A-Za-z0-9\x7f][A-Za-z0-9\x7f.&'-]*)", case=True)
_COMPANY_WORD = pattern(
    r"(?: [A-Z0-9][\w.&'-]*){0,4},? "
    r"(?:Inc|Ltd|Limited|Corp|Corporation|plc|PLC|AG|SA|S\.A|N\.V|SE|AB|LLC|GmbH|Therapeutics|Pharma\w*|Bio\w+|Holdings?|Group)\b",
    case=True,
)
# A heading of an event, and words that only what is said of a company holds.
_EVENT = pattern(r"\b(?:conference|congress|summit|forum|symposium|webinar|(?:annual|scientific) (?:meeting|session)|expo|showcase)\b")
_SPEAKS_OF_COMPANY = pattern(
    r"\b(?:compan(?:y|ies)|firm|corporation|leader in|provider|manufacturer|develops|is developing|dedicated|committed|focus(?:es|ed)"
    r"|speciali[sz]\w{2,4}|founded|headquartered|based in|mission|biotech\w{0,7}|biopharma\w{0,8}|pharmaceuticals?|we)\b"
)
# A paragraph that says who the company is without a heading: `Ferrant is a company …`, `Ferrant makes … Learn more at …`.
_IS_COMPANY = pattern(
    r"[^.\n]{0,60}? (?:is|are) (?:an?|the|one of)\b[^.\n]{0,120}\b(?:compan(?:y|ies)|firm|corporation|group|leader|provider|manufacturer|developer|supplier"
    r"|maker)\b"
)
_MORE_AT = pattern(r"\b(?:learn more|more information|visit|follow us|www\.)")
_LATE = 0.4  # the share of the text behind which a company says so
_FIRST_WORD = pattern(r"[A-Za-z0-9\x7f]['A-Za-z0-9\x7f&.-]*")

# A dateline as wires write it, where its parts were not told apart: place, date, and a dash, slash or wire near it.
_OPENING = 160
_WIRE = pattern(r"wire\b|[a-z]news\b|newsfile|[a-z]release|/[^/\n]{3,40}/")
# A date that stands before its place: `March 4, 2027, Oslo, Norway: Ferrant Bio …`.
_PLACE_AFTER = pattern(r"(?:,| [|/-])? [A-Z][A-Za-z.' \x7f-]{2,30}(?:,? \(?[A-Z][A-Za-z.' \x7f]{1,30}\)?)? ?[:-]", case=True)
_WIRE_TAG = pattern(r"[^\n]{0,60}?(?:/[a-z0-9 .-]{3,40}/|\([^()\n]{0,30}(?:wire|newsfile)\)) ?-")
_PLACE = pattern(r"(?:'s-)?[A-Z][A-Za-z.'\x7f-]+(?: [A-Za-z.'\x7f&-]+){0,3}", case=True)
_PLACE_LINE = pattern(r"^[A-Z][A-Za-z.' \x7f-]{2,30}, (?:the )?[A-Z][A-Za-z.' \x7f]{1,30}$", case=True)
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
_COURTESY = frozenset(("dr", "mr", "mrs", "ms", "prof", "professor", "sir"))
_AFFILIATED = compiled(r"\b(?:of|at|from|for)\b")
_KINDS_OF_MARK = {'"': "straight", "“": "curly", "”": "curly", "„": "curly", "«": "angled", "»": "angled"}


def _whole(release: Release) -> bool:
    """Whether the text should have all parts of a release."""
    return bool(release.blocks) and not release.settings.release.fragment and "fragment" not in release.profile.traits


def _end(release: Release) -> int:
    return len(release.text.rstrip())


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
    if _whole(release) and not release.sections_of("headline"):
        start = release.blocks[0].start
        yield Hit(start, start)


def dateline(release: Release) -> Iterator[Hit]:
    """A lead that does not say where and when.

    City and date may stand in any form that a wire uses, before or after each other, or on lines of their own above the
    lead. A wire's tag stands for both, for wires print them.
    """
    if not _whole(release):
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


def boilerplate_missing(release: Release) -> Iterator[Hit]:
    """No section that says who the company is.

    `About Ferrant`, `About us`, `Company profile` and the like satisfy, as a heading of its own or glued to its
    paragraph.
    """
    if not _whole(release) or _ABOUT_COMPANY.search(release.twin) or any(_is_of_company(release, s) for s in release.sections_of("about-company")):
        return
    company = release.settings.company.name or release.profile.company
    own = _own_names(release, company)
    for match in _ABOUT.finditer(release.twin):
        if match.group(1).lower().rstrip(b".,'s") in own or _COMPANY_WORD.match(release.twin, match.end()):
            return
    end = _end(release)
    if not any(_introduces_company(release, sentence, own) for sentence in release.sentences if sentence.start > _LATE * end):
        yield Hit(end, end, {"issuer": company or "the company"})


def _is_of_company(release: Release, section: Section) -> bool:
    """Whether a section that is told apart as one of a company is neither of an event nor of a disease that no word list knows."""
    heading = section.heading or (section.start, section.start)
    is_event = release.search(_EVENT, *heading) and not _COMPANY_WORD.search(release.twin, *heading)
    return not is_event and release.search(_SPEAKS_OF_COMPANY, section.start, section.end) is not None


def _introduces_company(release: Release, sentence: Sentence, own: set[bytes]) -> bool:
    """Whether a sentence opens a paragraph, or a stretch of a text without paragraphs, that says who the company is."""
    name = _FIRST_WORD.match(release.twin, sentence.start)
    block = release.block_at(sentence.start)
    if not name or not block or sentence.section not in ("body", "lead", "boilerplate") or name.group().lower().rstrip(b".,'s") not in own:
        return False
    if _IS_COMPANY.match(release.twin, sentence.start, sentence.end):
        return True
    return block.start == sentence.start and release.search(_MORE_AT, block.start, block.end) is not None


def _own_names(release: Release, company: str) -> set[bytes]:
    """The words that the company's name may begin with: its own, and those that headline and lead begin with."""
    starts = [section.start for section in release.sections if section.kind in ("headline", "lead")]
    words = [match.group() for start in starts if (match := _FIRST_WORD.match(release.twin, start))]
    return {word.lower().rstrip(b".,'s") for word in (*words, *fold(company).split()[:1]) if len(word) > 2}


def contact_missing(release: Release) -> Iterator[Hit]:
    """Nobody to ask, by phone or e-mail.

    A section of contacts with a number or an address satisfies, in lines or columns; so does either in the last part of
    the text. Masked addresses count.
    """
    if not _whole(release):
        return
    end = _end(release)
    for section in release.sections_of("contact"):
        if next(_reached(release, section.start, section.end), None) or release.search(_FORM, section.start, section.end):
            return
    tail = int(end * (1 - _TAIL))
    if not any(release.kind_at(start) not in _NO_CONTACTS for start, _ in _reached(release, tail, end)):
        yield Hit(end, end)


def _reached(release: Release, start: int, end: int) -> Iterator[Span]:
    """The phone numbers and mail addresses of a stretch of the text."""
    web = tuple(_WEB.spans(release.twin, start, end))
    for span in _REACHED.spans(release.twin, start, end):
        is_mail = b"@" in release.twin[slice(*span)]
        if is_mail or not (covered(web, *span) or _NO_PHONE.match(release.twin, *span)):
            yield span


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
    words = [word for word in re.findall(r"[\w'’-]+", speaker) if word[:1].isupper() and len(word) > 1]
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
