"""What a cautionary statement says of itself: who speaks, of which transaction, as of when."""

from collections.abc import Iterator

from prlint.checks.issuers import standing
from prlint.engine.model import Edit, Hit
from prlint.language.fold import fold
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Section

_NAME = pattern(
    r"[A-Z][A-Za-z0-9&\x7f.-]+(?: [A-Z][A-Za-z0-9&\x7f.-]*)*"
    r"(?:,? (?:Inc|Ltd|Corp|Limited|plc|PLC|LLC|AG|SA|N\.V)\.?)?",
    case=True,
)
_NOBODY = frozenset(
    b"the this these those any all each such we our it its management company neither nor except unless although"
    b" actual forward-looking readers investors statements risks factors securities private section words certain"
    b" important additional sec form annual quarterly current report reports filing filings statement factor"
    b" registration group corporation board in as for while accordingly because furthermore moreover however reform"
    b" see refer please consult read reading review under with for by to at on of upon through during since if when where"
    b" both should you users recipients shareholders stockholders potential prospective existing past current both here"
    b" exchange act commission partnership trust fund issuer corp inc and that further therefore also other".split()
)
_SHORTEST = 3
_ACRONYM = 6
_ITEM = pattern(r"[;,]|\b(?:and|or|as well as)\b|\([ivxlc0-9]{1,5}\)")
_WORD = pattern(r"[A-Za-z][A-Za-z-]{4,}")
_STEM = 6
_MOST = 3
_HEADING = 40  # code points: a shorter sentence at the top of a section is its heading


def safe_harbor_wrong_company(release: Release) -> Iterator[Hit]:
    """A legend that speaks for, or points to the reports of, a company which the rest of the release never names.

    It is what is left of a legend that was copied from another release. Only names that undertake, disclaim, believe,
    expect or file in the legend are compared.
    """
    sections = release.sections_of("forward-looking")
    company = release.settings.company.name or release.profile.company
    if not sections or not company or release.find("renamed-company"):
        return
    rest = _without(release, sections).lower() + fold(company).lower()
    for span in release.find_in("legend-speaker", "forward-looking"):
        place = _speaker(release, span)
        if place and _is_stranger(release.twin[slice(*place)], rest, company):
            edits = (Edit(*place, company, False),)
            yield Hit(*place, {"issuer": company}, edits=edits)
            return


def _without(release: Release, sections: tuple[Section, ...]) -> bytes:
    """The text outside some sections."""
    out, at = [], 0
    for section in sections:
        out.append(release.twin[at : section.start])
        at = section.end
    return b" ".join((*out, release.twin[at:]))


def _speaker(release: Release, span: Span) -> Span | None:
    """The name in a phrase: from its first word that is no word of every legend."""
    for start, end in _NAME.spans(release.twin, *span):
        at = start
        for word in release.twin[start:end].split(b" "):
            if word.strip(b".,'s").lower() not in _NOBODY and word.strip(b".,").lower() not in _NOBODY and word:
                return at, end
            at += len(word) + 1
    return None


def _is_stranger(name: bytes, rest: bytes, company: str) -> bool:
    """Whether a name is neither in the rest of the text nor short for the issuer's."""
    first = name.split()[0].rstrip(b".,'").removesuffix(b"'s")
    if len(first) < _SHORTEST or first.lower() in rest or (first.isupper() and len(first) <= _ACRONYM):
        return False
    own = fold(company).lower().replace(b" ", b"")
    plain = first.lower().replace(b"-", b"")
    return plain[:5] not in own and plain not in rest.replace(b" ", b"").replace(b"-", b"")


def stale_enumeration(release: Release) -> Iterator[Hit]:
    """A legend that speaks of a transaction of which the release has none.

    If the rule is asked for by code or name, also any other subject of the list of statements that shares no word with
    the rest of the release.
    """
    sections = release.sections_of("forward-looking")
    if not sections or standing(release) != "reporting":
        return
    asked = {"SHR011", "stale-enumeration", "ALL"} & {*release.settings.select, *release.settings.extend_select}
    borrowed = next(release.find_in("borrowed-event", "forward-looking"), None)
    told = borrowed and any(release.kind_at(start) != "forward-looking" for start, _ in release.find("transaction-told"))
    if borrowed and not told:
        yield Hit(*borrowed, {"topic": release.quote(borrowed)})
    if asked:
        yield from _unmentioned(release, sections)


def _unmentioned(release: Release, sections: tuple[Section, ...]) -> Iterator[Hit]:
    """The subjects of a legend's list that share no word with the rest of the release."""
    rest = _without(release, sections).lower()
    found = 0
    for _, start in release.find_in("list-of-statements", "forward-looking"):
        sentence = release.sentence_at(start)
        for item in _items(release, start, sentence.end if sentence else start):
            common = {a for term in ("legend-word", "umbrella-topic") for a, _ in release.within(term, *item)}
            words = [release.twin[a:b].lower() for a, b in _WORD.spans(release.twin, *item) if a not in common]
            if words and found < _MOST and not any(word[:_STEM] in rest for word in words):
                found += 1
                yield Hit(*item, {"topic": release.quote(item)})


def _items(release: Release, start: int, end: int) -> Iterator[Span]:
    """The items of a list, without the words between them."""
    for cut, after in [*_ITEM.spans(release.twin, start, end), (end, end)]:
        piece = release.twin[start:cut]
        first, last = start + len(piece) - len(piece.lstrip(b" .")), cut - len(piece) + len(piece.rstrip(b" ."))
        if first < last:
            yield first, last
        start = after


def no_as_of_date_or_overstrong_update_disclaimer(release: Release) -> Iterator[Hit]:
    """A legend that does not say as of when it holds, or that disclaims even the updates that the law asks for."""
    sections = release.sections_of("forward-looking")
    if not sections or standing(release) != "reporting":
        return
    for span in release.find_in("no-update", "forward-looking"):
        sentence = release.sentence_at(span[0])
        if sentence and not release.glimpse("as-law-requires", sentence.start, sentence.end):
            stop = sentence.end - 1 if release.twin[sentence.end - 1 : sentence.end] == b"." else sentence.end
            edits = (Edit(stop, stop, ", except as required by law", False),)
            yield Hit(*span, variant="absolute", edits=edits)
            break
    if not any(True for _ in release.find_in("as-of-words", "forward-looking")):
        section = sections[0]
        inside = (sentence for sentence in release.sentences_in("forward-looking") if section.start <= sentence.start < section.end)
        told = next((sentence for sentence in inside if sentence.end - sentence.start > _HEADING), None)
        yield Hit(*((told.start, told.end) if told else (section.start, section.end)))
