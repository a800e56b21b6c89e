"""Which claim of significance governs a number.

A release makes a claim in words and gives its number in brackets behind it, now and then in front of it or in the sentence
before. The nearest claim of the same clause governs the number. Wherever the words in between begin another statement,
no claim does: a check that cannot bind is silent.
"""

from bisect import bisect_left
from collections.abc import Sequence

from prlint.language.patterns import Span, pattern
from prlint.records import Record, TypeVar
from prlint.release.model import Fact, Release, Sentence

_LONGEST = 4000  # code points looked back for an open bracket
_SHORT = 30  # code points of `With a two-sided p value of`
_REACH = 320  # code points from the end of a claim to its number
_FRONT = pattern(
    r"[)\] ]*,? ?(?:which |that |and |a difference that |a result that )?(?:was|were|is|are|did|does|has|have"
    r"|failed|reached|achieved|represents?|indicates?|denotes?|constitutes?|shows?|amounts? to|means?)\b"
)
_THEREFORE = pattern(r"[)\]]?,? (?:(?:the|this|these) )?(?:[a-z-]+ ){1,6}?(?:was|were|is|are|did|reached|achieved|met)\b")
_NEXT_SENTENCE = pattern(
    r"(?:This|These|That|The (?:difference|improvement|result|reduction|change))\b[a-z ]{0,30}?\b(?:is|was"
    r"|were|are|did|represents?|represented|reached|achieved)\b"
)
_CONCEDED = pattern(r"\b(?:although|while|though|despite|whereas)\b[^,]*$")
_VERB = pattern(r"\b(?:was|were|showed|demonstrated|had|improved|reduced|increased|observed|seen|achieved|resulted|led)\b")
_SAME_RESULT = pattern(r"; (?:the )?(?:median|mean|hazard ratio|estimated|difference)\b[^;]*")
_INSIDE = pattern(r"\([^()]*\)|\[[^\[\]]*\]")


class Claim(Record):
    """Words that say whether a result is significant, and where they stand."""

    start: int
    end: int
    positive: bool


_Item = TypeVar("_Item", Claim, Fact)


def starting_in(items: Sequence[_Item], begin: int, end: int) -> Sequence[_Item]:
    """The items, which are in order, that begin in a stretch."""
    return items[bisect_left(items, begin, key=lambda item: item.start) : bisect_left(items, end, key=lambda item: item.start)]


def claims(release: Release) -> tuple[Claim, ...]:
    """The claims of a release in order; a denial swallows the claim inside it."""
    denied = release.find("significance-denied")
    starts = [start for start, _ in denied]

    def swallowed(span: Span) -> bool:
        index = bisect_left(starts, span[1])
        return any(a < span[1] and span[0] < b for a, b in denied[max(0, index - 3) : index + 1])

    found = [Claim(*span, positive=False) for span in denied]
    found += [Claim(*span, positive=True) for span in release.find("significance-claimed") if not swallowed(span)]
    return tuple(sorted(found, key=lambda claim: claim.start))


def governing(release: Release, every: tuple[Claim, ...], number: Fact, rivals: tuple[Fact, ...]) -> Claim | None:
    """The claim that a number is given for, or None. `rivals` are the numbers of its kind, in order."""
    sentence = release.sentence_at(number.start)
    if not sentence:
        return None
    here = starting_in(every, sentence.start, sentence.end)
    behind = _behind(release, here, number, sentence)
    if behind:
        return behind
    front = [claim for claim in here if claim.end <= number.start]
    if front:
        claim = front[-1]
        return claim if _reaches(release, claim, number, rivals, sentence.start) else None
    if starting_in(rivals, number.start + 1, sentence.end):
        return None
    block = release.block_at(sentence.start)
    following = [after for after in release.sentences_after(sentence, 1) if block and after.start < block.end]
    match = _NEXT_SENTENCE.match(release.twin, following[0].start, following[0].end) if following else None
    if not match:
        return None
    return next((claim for claim in starting_in(every, match.start(), match.end() + 4) if claim.end <= following[0].end), None)


def _behind(release: Release, here: Sequence[Claim], number: Fact, sentence: Sentence) -> Claim | None:
    match = _FRONT.match(release.twin, number.end, sentence.end)
    if (
        not match
        and release.twin[sentence.start : sentence.start + 9].lstrip(b'\x95"*- ').startswith(b"With ")
        and number.start - sentence.start < _SHORT
    ):
        match = _THEREFORE.match(release.twin, number.end, sentence.end)
    if not match:
        return None
    return next((claim for claim in here if number.end < claim.start <= match.end() + 12), None)


def _reaches(release: Release, claim: Claim, number: Fact, rivals: tuple[Fact, ...], begin: int) -> bool:
    """Whether nothing between a claim and a number begins another statement."""
    bracket = open_bracket(release.twin, begin, number.start)
    inside = bracket < claim.start
    gap = release.twin[claim.end : number.start if inside else bracket]
    if number.start - claim.end > _REACH:
        return False
    between = starting_in(rivals, claim.end, number.start if inside else bracket)
    outer = _INSIDE.without(gap)
    if _conceded(release, begin, claim) and b"," in outer:
        return False
    if between and (claim.positive or _VERB.search(outer)):
        return False
    if inside or _SAME_RESULT.search(outer):
        outer = outer.replace(b";", b" ")
    return not release.vocabulary.spans("claim-ends", outer)


def _conceded(release: Release, begin: int, claim: Claim) -> bool:
    return _CONCEDED.search(release.twin[begin : claim.start]) is not None


def open_bracket(twin: bytes, begin: int, end: int) -> int:
    """Where the outermost bracket that is still open at `end` begins, or `end`."""
    opened: list[int] = []
    for at in range(max(begin, end - _LONGEST), end):
        if twin[at] in b"([":
            opened.append(at)
        elif twin[at] in b")]" and opened:
            opened.pop()
    return opened[0] if opened else end
