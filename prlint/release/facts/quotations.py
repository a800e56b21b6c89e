"""Quotations and who is quoted.

Straight and curly quotation marks are read alike, and a paragraph that opens with one and never closes it goes on in the
next paragraph if that opens with one too. Short quotations (a defined name, a title) are no facts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from prlint.language.kept import compiled
from prlint.language.patterns import Pattern, Span, pattern
from prlint.records import Any
from prlint.release.model import Block, Fact, Release

_MARK = pattern(r'"')
_VERB = (
    r"(?:said|says|commented|comments?|noted|notes|added|adds|stated|states|concluded|concludes|explained|explains|remarked|remarks"
    r"|continued|"
    r"continues|declared|declares|shared|observed|emphasi[sz]ed|highlighted|according to|affirmed|expressed|reflected|recalled|told"
    r"|wrote|reported|remarking|replied|replies|answered|responded|acknowledged|conclude|writes?|summari[sz]ed)"
)
_NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Professor|Sen|Rep)\.? ){0,2}[A-Z\x7f][A-Za-z'\x7f.-]*(?:,? (?:[A-Z\x7f][A-Za-z'\x7f.-]*|de|van|von"
    r"|der|den|la|del|da|bin|al|di|du|le|ten|ter)){1,6}"
)
# Words up to a stop that is not the stop of an initial, a title or a credential.
_WORDS = r"(?:\b(?:[A-Z]|Dr|Drs|Mr|Mrs|Ms|Prof|Jr|Sr|St|Inc|Ltd|Corp|Co|Ph|Pharm|vs|No)\.|\.[A-Za-z,]|[^\n\".;:])+"
# said Ana Ruiz, M.D., Chief Medical Officer / Ana Ruiz, M.D., Chief Medical Officer of Ferrant, said
_AFTER = pattern(
    rf"[ ,.-]*(?:(?i:{_VERB})\b,? (?:(?i:by|the company's|our|the) )?"
    rf"(?P<who>(?:(?:(?:Drs?|Mrs?|Ms|Prof)\. ?|[A-Z]\. ?)+|[A-Z\x7f(]|the )(?:{_WORDS}))"
    rf"|(?P<who2>{_NAME}[^\n\".]{{0,160}}?),? (?i:{_VERB})\b)",
    case=True,
)
_BEFORE = pattern(
    rf"(?P<who>{_NAME}(?:,[^\n\"]{{1,240}}?)?),? (?:(?i:also|further|has|have|went on to"
    rf"|as follows) ){{0,2}}(?i:{_VERB})\b[^\n\"]{{0,120}}[:,]? ?\z",
    case=True,
)
_SPEAKS = pattern(rf"\b{_VERB}\b")
_REACH = 150  # code points before a quotation in which its verb stands
_BEFORE_SAID = pattern(rf"(?i:{_VERB})\b,? (?P<who>{_NAME}(?:,[^\n\"]{{1,240}}?)?)[:,] ?\z", case=True)
_COLON = pattern(rf"(?:^|\n|[.] )(?P<who>{_NAME}(?:, [^\n\":]{{1,240}})?): ?\z", case=True)
_DASHED = pattern(rf" *-+ ?(?P<who>{_NAME}[^\n\"]{{0,200}})$| *(?P<who2>{_NAME},[^\n\".]{{2,160}})$", case=True)
# "…", she said / Lind said; also …, stating, "…": somebody speaks, though the name stands elsewhere.
_SAID = pattern(
    rf"[ ,.-]*(?:(?:he|she|they|[A-Z][a-z]+) (?:also |further |then )?(?:{_VERB})\b)|[ .]*(?:[A-Z\x7f.]{{2,}},? ?){{2,}}"
    rf"|[ ,.-]*the (?:[a-z]+ )?(?:authors|investigators|editors|reviewers)\b[^\n\".]{{0,60}} (?:{_VERB})\b",
    case=True,
)
_SAYING = pattern(rf"\b(?:{_VERB}|saying|stating|adding|noting|commenting|offers|in simple terms|as follows|says)\b[^\n\".]{{0,60}}[,:] ?$")
_CREDENTIAL = compiled(r"^(?:[A-Z][A-Za-z]{0,4}\.?(?:[A-Z][a-z]{0,3}\.?)*(?:[/-][A-Z][A-Za-z.]+)*|Jr\.?|Sr\.?|II|III|IV)$")
_OFFICES = (
    r"(?:C[EFMSOTCBI]O|(?:[Cc]hief|CHIEF) (?:[A-Z][a-z]+ ){1,3}Officer|Chair(?:man|woman|person)?|President|Director|Founder|Professor"
    r"|Officer|Investigator|Manager|Vice President|Partner)"
)
_OFFICE = compiled(rf"{_OFFICES}$")
_TITLED = compiled(
    rf"(?P<title>(?:[\w&’'.-]+ ){{0,6}}{_OFFICES}),? (?P<name>(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{1,3}})$"
)
_PARTICIPLE = compiled(r"(?:adding|stating|noting|commenting|referring|speaking|explaining)\b")
_LEAST = 25
_EXCLUDED = ("forward-looking", "trademark-notice", "references", "safety-information", "contact")


def _spans(release: Release) -> Iterator[tuple[int, int, bool]]:
    """The quotations of the text: inner start and end, and whether both marks are there."""
    waiting = -1  # where a quotation that runs over paragraphs began
    marks = [start for start, _ in _MARK.spans(release.twin)]
    for block in release.blocks:
        inside = marks[bisect_left(marks, block.start) : bisect_left(marks, block.end)]
        resumed = bool(inside) and inside[0] <= block.start + 2
        if waiting >= 0 and not resumed:
            yield waiting, _last_letter(release, block.start), False
            waiting = -1
        opened = waiting
        for mark in inside[1:] if opened >= 0 else inside:
            if opened < 0:
                opened = -1 if _closes(release, mark, block) else mark + 1
                continue
            again = _opens(release, mark)
            yield opened, mark, not again
            opened = mark + 1 if again else -1
        waiting = opened
    if waiting >= 0:
        yield waiting, len(release.twin), False


def _last_letter(release: Release, end: int) -> int:
    return len(release.text[:end].rstrip()) if end - 200 < 0 else end - 200 + len(release.text[end - 200 : end].rstrip())


def _opens(release: Release, mark: int) -> bool:
    return release.text[mark] in "“„«" and not release.twin[mark + 1 : mark + 2].isspace()


def _closes(release: Release, mark: int, block: Block) -> bool:
    """Whether a mark outside a quotation can only close one."""
    if release.text[mark] in "”»":
        return True
    return release.text[mark] == '"' and mark > block.start and mark + 1 >= block.end


def read_quotations(release: Release) -> Iterator[Fact]:
    """Facts of kind quotation: {speaker?, title?, text_start, text_end, attributed, balanced}; statements only."""
    spans = [s for s in _spans(release) if s[1] - s[0] >= _LEAST and release.kind_at(s[0]) not in _EXCLUDED]
    previous: tuple[int, dict[str, Any]] | None = None
    for start, end, balanced in spans:
        value: dict[str, Any] = {"text_start": start, "text_end": end, "balanced": balanced}
        who = _speaker(release, start, end, balanced)
        if who:
            value.update(_person(who))
            value["attributed"] = True
        elif previous and _same_block(release, previous[0], start):
            value.update({key: previous[1][key] for key in ("speaker", "title") if key in previous[1]})
            value["attributed"] = previous[1]["attributed"]
        else:
            value["attributed"] = bool(
                _SAID.at(release.twin, end + balanced) or _ending(_SAYING, release.twin, max(0, start - 120), start - 1)
            )
        if not value["attributed"] and not _is_statement(release.text[start:end].strip(), release.text[end + 1 : end + 16]):
            continue
        previous = (end, value)
        yield Fact("quotation", start - 1, min(end + balanced, len(release.twin)), value)


def _same_block(release: Release, before: int, after: int) -> bool:
    return release.twin.find(b"\n", before, after) < 0


_TITLE_GOES_ON = compiled(r"\s*(?:was|is|are|were|has|which|describes?|by|in|at|and|on|to|for|published|appear\w*|will)\b")


def _is_statement(words: str, after: str) -> bool:
    """Whether words in quotation marks are spoken, and not a title, a name or a phrase: they open and end like a sentence."""
    long_words = [word for word in words.split() if len(word) > 4]
    capitals = sum(word[0].isupper() for word in long_words)
    return (
        len(words.split()) >= 5
        and (words[0].isupper() or words[0] in "[…")
        and (words[-1] in ".!?-–—…" or (words[-1] == "," and not _TITLE_GOES_ON.match(after)))
        and capitals * 2 <= len(long_words)
    )


def _speaker(release: Release, start: int, end: int, balanced: bool) -> str:
    """The words that name the speaker: after, before, on the line below, or at the end of the paragraph above."""
    twin = release.twin
    after = end + balanced
    block_end = twin.find(b"\n", end)
    block_end = len(twin) if block_end < 0 else block_end
    found = _AFTER.at(twin, after, min(block_end + 1, end + 420))
    block_start = twin.rfind(b"\n", 0, start - 1) + 1
    last = twin[max(block_start, start - 3) : start - 1].rstrip()[-1:]
    for look, signs in ((_BEFORE, b""), (_BEFORE_SAID, b":,"), (_COLON, b":")):  # a sign tells sooner than a pattern
        told = last and last in signs if signs else _SPEAKS.search(twin, max(block_start, start - _REACH), start - 1)
        if told and not found:
            found = _ending(look, twin, max(block_start, start - 420), start - 1)
    if not found and start - 1 - block_start <= 2:
        found = _above(twin, block_start)
    if not found and not twin[after:block_end].strip(b" .-"):
        below = len(twin) - len(twin[block_end:].lstrip())
        below_end = twin.find(b"\n", below)
        found = _DASHED.at(twin, below, len(twin) if below_end < 0 else below_end)
    elif not found and twin[after:block_end].lstrip(b" ").startswith(b"-"):
        found = _DASHED.at(twin, after, block_end)
        found = found if "who" in found else {}
    return release.quote(found.get("who") or found["who2"]) if found else ""


def _above(twin: bytes, block_start: int) -> dict[str, Span]:
    """The speaker where the paragraph above ends with `Ana Ruiz, Chief Medical Officer, said:`."""
    end = len(twin[max(0, block_start - 400) : block_start].rstrip()) + max(0, block_start - 400)
    if twin[end - 1 : end] != b":":
        return {}
    start = twin.rfind(b"\n", 0, end) + 1
    start = max(start, end - 320)
    return _ending(_BEFORE, twin, start, end) or _ending(_COLON, twin, start, end)


def _ending(look: Pattern, twin: bytes, start: int, end: int) -> dict[str, Span]:
    """The match of a pattern that ends with its stretch: the pattern's `\\z` is the end of a slice."""
    return {name: (a + start, b + start) for name, (a, b) in look.first(twin[start:end]).items()}


def _person(words: str) -> dict[str, str]:
    """`Ana Ruiz, M.D., Chief Medical Officer of Ferrant` and `Ferrant CEO Ana Ruiz` as speaker and title."""
    parts = [part.strip() for part in re.split(r",\s*", words.strip(" ,.-–—")) if part.strip()]
    speaker, rest = parts[0] if parts else "", parts[1:]
    while rest and _CREDENTIAL.match(rest[0]):
        rest.pop(0)
    if rest and _PARTICIPLE.match(rest[-1]):
        rest.pop()
    if rest and _OFFICE.search(speaker) and not _OFFICE.search(rest[0]):
        speaker, rest = rest[0], [speaker, *rest[1:]]
    titled = _TITLED.match(speaker) if not rest else None
    if titled:
        speaker, rest = titled["name"], [titled["title"]]
    return {"speaker": speaker, "title": ", ".join(rest)} if rest else {"speaker": speaker}
