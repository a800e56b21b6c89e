"""Checks of the definitions of abbreviations: `progression-free survival (PFS)`."""

import re
from collections.abc import Iterator

from prlint.checks.glossary import fixed, glossary
from prlint.engine.model import Edit, Hit
from prlint.language.fold import fold
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.records import Record
from prlint.release.model import Fact, Release, reached

_NEWS = frozenset(("lead", "body"))
_READ_ALONE = frozenset(("about-trial", "about-product", "about-disease", "about-company", "forward-looking"))
_TOKEN = pattern(r"\b[A-Za-z]?[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]{0,7}\b", case=True)
_GENE = compiled(r".*\d$|.*[a-z].*[A-Z]|[A-Z]+\d+[A-Z]?$")
_PROTEIN = compiled(r".*\b(?:receptors?|kinases?|ligands?|antigens?)$", re.IGNORECASE)
_ALONE = compiled(r"\s*\([\"“”]?(\w+)[\"“”]?\)")
_SHOWN = 3  # abbreviations that a message names before it counts
_NEAR = 120  # code points: a sentence that tells so soon what it has used troubles no reader; a shorter block is a heading

# `respiratory syncytial virus, commonly referred to as RSV`: the words, a turn of phrase, the letters.
_REFERRED = pattern(r"\b(?:referred to as|known as|called|abbreviated(?: as| to)?) (?:the )?\"?(?P<short>[A-Z][A-Z0-9]{1,7})\b", case=True)
_TURN = pattern(r",?(?: (?:is|are|which|also|commonly|often|usually|better|generally),?){0,4} ?$")
# `Hollmann syndrome type A (HSS IIIA)`: letters and a numeral, whose initials need not fit.
_NUMBERED = pattern(r"\((?P<short>[A-Z]{2,6} [IVX0-9]+[A-Z]?)\)", case=True)
_TITLED = pattern(r"\b(?:titled|entitled|titles?:?|abstract:?|poster:?|presentation:?)[ ,:]{0,2}$")
_REACH = 120  # code points in which the words stand
_LAST_WORDS = 3


class _Told(Record):
    """A place that tells what an abbreviation stands for: the words, and the letters in the parenthesis behind them, if any."""

    start: int
    end: int
    long: str
    letters: str = ""


def abbreviation_late_or_conflicting(release: Release) -> Iterator[Hit]:
    """An abbreviation that is used before it is told, told twice, or told to mean two things.

    A release that uses several before it tells any of them has one finding, which counts them and leads to each place. Only
    the news is read for uses that come too early, and a section that stands by itself for what it tells further down.
    """
    told = _definitions(release)
    if not told:
        return
    early = {
        short: span
        for short, span in _first_uses(release, told).items()
        if not _GENE.match(short) and not _PROTEIN.match(told[short][0].long)
    }
    if early:
        first, *others = early
        related = tuple(
            place
            for short in early
            for place in (*(((early[short], "used here"),) if short != first else ()), (told[short][0][:2], f"{short} is told here"))
        )
        values = {"abbreviation": first, "list": _listed(list(early)) if others else ""}
        edits = tuple(edit for short, span in early.items() for edit in _moved(release, span, told[short][0]))
        yield Hit(*early[first], values, variant="several" if others else "", related=related, edits=edits)
    for short, places in told.items():
        yield from _told_again(release, short, places)


def _listed(shorts: list[str]) -> str:
    """The first few of them in backticks, and how many there are beyond."""
    shown = [f"`{short}`" for short in shorts[:_SHOWN]]
    beyond = len(shorts) - len(shown)
    if beyond:
        return f"{', '.join(shown)} and {beyond} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _moved(release: Release, use: Span, told: _Told) -> tuple[Edit, ...]:
    """The expansion set at the first use and taken from where it stands; neither if one of the places is somebody else's words."""
    before, after = release.twin[use[0] - 1 : use[0]], release.twin[use[1] : use[1] + 1]
    if not told.letters or after.isalnum() or b"-" in (before, after) or any(reached(release.quoted, *span) for span in (use, told[:2])):
        return ()
    long = " ".join(told.long.split())
    sentence = release.sentence_at(told.start)
    if sentence and sentence.start == told.start and long[1:2].islower():
        long = long[0].lower() + long[1:]
    return (
        Edit(*use, f"{long} ({release.quote(use)})", safe=False),
        Edit(told.start, told.end, told.letters, safe=False),
    )


def _definitions(release: Release) -> dict[str, list[_Told]]:
    """The places that tell an abbreviation, in order; not those of an abbreviation that needs no telling."""
    allowed, _ = glossary()
    found: list[tuple[str, _Told]] = [
        (fact.value["short"], _Told(fact.start, fact.end, fact.value["long"], _letters(release, fact)))
        for fact in release.facts_of("abbreviation")
        if fact.value["defined"] and release.kind_at(fact.start) != "references" and not _is_in_title(release, fact.start)
    ]
    for match in _REFERRED.each(release.twin):
        short, before = release.quote(match["short"]), _words_up_to(release, match[""][0])
        turn = _TURN.search(fold(before))
        words = before[: turn.start()] if turn else before
        if (begin := _opening(words, short)) is not None:
            start = match[""][0] - len(before) + begin
            found.append((short, _Told(start, match[""][1], words[begin:])))
    for match in _NUMBERED.each(release.twin):
        long = " ".join(_words_up_to(release, match[""][0]).split()[-_LAST_WORDS:])
        found.append((release.quote(match["short"]), _Told(*match[""], long)))
    told: dict[str, list[_Told]] = {}
    for short, place in sorted(found, key=lambda item: item[1].start):
        if short not in allowed:
            told.setdefault(short, []).append(place)
    return told


def _is_in_title(release: Release, at: int) -> bool:
    """Whether a place is inside the quoted title of a paper or a talk, which tells the reader nothing that he is to remember."""
    before = _words_up_to(release, at)
    opened = fold(before).rfind(b'"')
    return opened >= 0 and _TITLED.search(fold(before[:opened])) is not None


def _letters(release: Release, fact: Fact) -> str:
    """The letters in the parenthesis behind an expansion, if there is nothing else in it: `(AEs)` has `AEs`."""
    behind = release.text[fact.start + len(fact.value["long"]) : fact.end]
    match = _ALONE.fullmatch(behind)
    return match[1] if match else ""


def _words_up_to(release: Release, end: int) -> str:
    """The text before a place, in its own block."""
    block = release.block_at(end)
    return release.text[max(block.start if block else 0, end - _REACH) : end]


def _opening(words: str, short: str) -> int | None:
    """Where in some words the last ones begin whose initials are an abbreviation; None where they are not."""
    starts = [match.start() for match in re.finditer(r"[^ -]+", words)][-len(short) :]
    initials = "".join(words[start] for start in starts)
    return starts[0] if initials.upper() == short else None


def _first_uses(release: Release, told: dict[str, list[_Told]]) -> dict[str, Span]:
    """The first use of each abbreviation that stands before its definition: in the news, or in the section that tells it further down."""
    early: dict[str, Span] = {}
    for start, end in _TOKEN.spans(release.twin):
        written = release.twin[start:end].decode("latin-1")
        short = written if written in told else written.removesuffix("s")
        if short not in told or short in early or start >= told[short][0].start or not _counts(release, start, told[short][0]):
            continue
        if release.twin[start - 1 : start] == b"(" or reached(release.find("ticker"), start, end):
            continue
        near = told[short][0].start - start < _NEAR and release.sentence_at(start) == release.sentence_at(told[short][0].start)
        if not near:
            early[short] = (start, start + len(short))
    return early


def _counts(release: Release, start: int, told: _Told) -> bool:
    """Whether an early use is one of the news, or of a section that is read by itself and holds the definition as well."""
    kind = release.kind_at(start)
    if kind not in _READ_ALONE:
        return kind in _NEWS
    block = release.block_at(start)
    is_heading = block is None or block.end - block.start < _NEAR
    return not is_heading and release.section_at(start) == release.section_at(told.start)


def _told_again(release: Release, short: str, places: list[_Told]) -> Iterator[Hit]:
    """Later definitions: another meaning anywhere, the same one within the news; each of these once."""
    first, again = places[0], False
    for place in places[1:]:
        related = (((first.start, first.end), "is told here first"),)
        one, other = (_plain(each.long) for each in (first, place))
        values = {"abbreviation": short, "first": first.long, "second": place.long}
        if not (one in other or other in one or _is_alike(one, other)):
            yield Hit(place.start, place.end, values, variant="conflicting", related=related)
        elif not again and release.kind_at(first.start) in _NEWS and release.kind_at(place.start) in _NEWS:
            again = True
            edits = (Edit(place.start, place.end, place.letters, safe=False),) if place.letters else ()
            yield Hit(place.start, place.end, values, variant="twice", related=related, edits=edits)


def _plain(long: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", long.lower()).strip()


def _is_alike(one: str, other: str) -> bool:
    """Whether two expansions begin alike: what differs then is an ending, a small word, or an abbreviation inside."""
    return one[:5] == other[:5]


def abbreviation_gloss_mismatch(release: Release) -> Iterator[Hit]:
    """Words before an abbreviation in parentheses that are not what it stands for.

    Either the initials do not fit and the known expansion stands nowhere in the release, or the initials fit and one word
    of a fixed expansion is another (`good manufacturing process (GMP)`).
    """
    _, expansions = glossary()
    text = _plain(release.text) if release.facts_of("abbreviation") else ""
    for fact in release.facts_of("abbreviation"):
        short = fact.value["short"]
        start, end = fact.value["short_start"], fact.value["short_end"]
        if not fact.value["defined"]:
            long = expansions.get(short, "")
            if long and _plain(long) not in text and release.twin[start - 1 : start] == b"(" and release.twin[end : end + 1] == b")":
                edit = Edit(start, end, f"{long}, or {short}", safe=False)
                yield Hit(
                    start - 1, end + 1, {"abbreviation": short, "words": _words_before(release, start - 1), "long": long}, edits=(edit,)
                )
        elif short in fixed() and _is_near_miss(_plain(fact.value["long"]), _plain(fixed()[short])):
            long = fixed()[short]
            edit = Edit(fact.start, fact.start + len(fact.value["long"]), long, safe=False)
            yield Hit(fact.start, fact.end, {"abbreviation": short, "words": fact.value["long"], "long": long}, edits=(edit,))


def _words_before(release: Release, end: int) -> str:
    """The last words before a parenthesis."""
    return " ".join(release.text[max(0, end - 60) : end].split()[-4:])


def _is_near_miss(said: str, meant: str) -> bool:
    """Whether an expansion is the known one with a wrong word: `good manufacturing process`."""
    one, other = ([word[:5] for word in words.split()] for words in (said, meant))
    if len(one) == len(other):
        return len(one) >= 3 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    wrong, left_out = set(one) - set(other), set(other) - set(one)
    return abs(len(one) - len(other)) == 1 and len(wrong) == 1 and bool(left_out) and len(set(one) & set(other)) > 1
