"""Whether a backtracking engine runs a pattern in bounded time, told from the pattern's tree.

A backtracking engine tries every way in which a pattern can match from one place before it gives the place up. Here the
ways are counted from above: a repetition whose next character tells for certain where it ends has one way, any other as
many as it may have lengths, parts in a row multiply, and alternatives add up where they can begin with the same
character. `MOST_WAYS` is what a pattern may cost at one place of a hostile text.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from prlint.records import Any, Record

MOST_WAYS = 1_000_000
_LONGEST = 1_000
"""A repetition without an upper bound is counted as one of so many: paragraphs are rarely longer."""
MOST_SPACES, LONGEST_WORD = 12, 50
"""What a text must keep to, for repetitions of spaces and of word characters to be counted as no longer."""

_ALL = (1 << 256) - 1
_NEWLINE = 1 << 10


def _set(characters: bytes) -> int:
    told = 0
    for character in characters:
        told |= 1 << character
    return told


_WORD = _set(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_SPACE = _set(b" ")
_CATEGORIES = {
    "CATEGORY_WORD": _WORD,
    "CATEGORY_NOT_WORD": _ALL & ~_WORD,
    "CATEGORY_DIGIT": _set(b"0123456789"),
    "CATEGORY_NOT_DIGIT": _ALL & ~_set(b"0123456789"),
    "CATEGORY_SPACE": _set(b" \t\n\f\r"),
    "CATEGORY_NOT_SPACE": _ALL & ~_set(b" \t\n\f\r"),
}


class UntoldError(ValueError):
    """A part of a pattern of which nothing can be told."""


class Count(Record):
    """Of a part: in how many ways it can match at one place, the characters it can begin with (as bits), whether it can be empty."""

    ways: int
    first: int
    empty: bool


def ways(tree: Sequence[Any], *, ignore_case: bool) -> int:
    """In how many ways a pattern can match at one place, at most, where nothing must follow it.

    Raises UntoldError where that cannot be told or has no bound.
    """
    return _sequence(list(tree), 0, ignore_case).ways


def first_characters(parts: Sequence[Any]) -> tuple[int, bool]:
    """The characters that parts in a row can begin with, as bits, in either case; and whether they can be empty. Raises UntoldError."""
    told = 0
    for operator, argument in parts:
        kind = str(operator)
        if kind == "AT":
            continue
        if kind == "SUBPATTERN":
            first, empty = first_characters(argument[3])
        elif kind == "BRANCH":
            branches = [first_characters(branch) for branch in argument[1]]
            first, empty = reduce(or_, (branch[0] for branch in branches)), any(branch[1] for branch in branches)
        elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
            first, empty = first_characters(argument[2])
            empty = empty or not argument[0]
        else:
            first, empty = characters(kind, argument, ignore_case=True), False
        told |= first
        if not empty:
            return told, False
    return told, True


def characters(operator: str, argument: Any, ignore_case: bool) -> int:
    """The characters that a part of one character can be, as bits."""
    if operator == "LITERAL":
        told = 1 << argument
    elif operator == "NOT_LITERAL":
        told = _ALL & ~_either_case(1 << argument) if ignore_case else _ALL & ~(1 << argument)
    elif operator == "ANY":
        return _ALL & ~_NEWLINE
    elif operator == "IN":
        return _members(argument, ignore_case)
    else:
        raise UntoldError(operator)
    return _either_case(told) if ignore_case else told


def _members(parts: Sequence[Any], ignore_case: bool) -> int:
    told, negated = 0, False
    for operator, argument in parts:
        kind = str(operator)
        if kind == "NEGATE":
            negated = True
        elif kind == "LITERAL":
            told |= 1 << argument
        elif kind == "RANGE":
            told |= ((1 << (argument[1] + 1)) - 1) & ~((1 << argument[0]) - 1)
        elif kind == "CATEGORY" and str(argument) in _CATEGORIES:
            told |= _CATEGORIES[str(argument)]
        else:
            raise UntoldError(f"{kind} {argument}")
    if ignore_case:
        told = _either_case(told)
    return _ALL & ~told if negated else told


_UPPER, _LOWER = _set(bytes(range(65, 91))), _set(bytes(range(97, 123)))


def _either_case(told: int) -> int:
    return told | (told & _UPPER) << 32 | (told & _LOWER) >> 32


def _sequence(parts: list[Any], follow: int, ignore_case: bool) -> Count:
    """Parts in a row; `follow` is what may come behind them. They are gone through from the last to the first."""
    total, first, empty = 1, 0, True
    ahead = [follow]  # the letters that come next for certain, then what comes behind them
    for operator, argument in reversed(parts):
        kind = str(operator)
        behind = first | (follow if empty else 0)
        part = _part(kind, argument, behind, ignore_case)
        if part.ways > 1 and _one_character(kind, argument) and _ends_for_certain(part.first, ahead):
            part = part._replace(ways=1)
        total *= part.ways
        if total > MOST_WAYS:
            raise UntoldError("too many ways")
        first = part.first | (first if part.empty else 0)
        empty = empty and part.empty
        if kind == "LITERAL":
            ahead = [part.first, *ahead]
        elif kind != "AT":
            ahead = [first | (follow if empty else 0)]
    return Count(total, first, empty)


def _ends_for_certain(members: int, ahead: list[int]) -> bool:
    """Whether a run of characters can end in one place only: in `[a-z]+ly ` a space must come behind `ly`."""
    return not next((letter for letter in ahead if letter & ~members), members) & members


def _one_character(kind: str, argument: Any) -> bool:
    """Whether a part repeats one character of a class."""
    return kind in ("MAX_REPEAT", "MIN_REPEAT") and len(argument[2]) == 1 and str(argument[2][0][0]) in ("IN", "ANY", "NOT_LITERAL")


def _part(kind: str, argument: Any, behind: int, ignore_case: bool) -> Count:
    if kind == "AT":
        return Count(1, 0, True)
    if kind == "SUBPATTERN":
        _, added, removed, inner = argument
        return _sequence(list(inner), behind, (ignore_case or bool(added & 2)) and not removed & 2)
    if kind == "BRANCH":
        counts = [_sequence(list(branch), behind, ignore_case) for branch in argument[1]]
        return _branch(counts, [_beginning(branch) for branch in argument[1]], behind)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, body = argument
        return _repeat(least, most, body, behind, ignore_case)
    return Count(1, characters(kind, argument, ignore_case), False)


def _branch(branches: list[Count], beginnings: list[bytes], behind: int) -> Count:
    """Alternatives: the ways of those add up that can match at the same place, as far as their first letters tell."""
    first = 0
    for branch in branches:
        first |= branch.first
    starts = [branch.first | (behind if branch.empty else 0) for branch in branches]
    total = 1
    for one, start in zip(beginnings, starts, strict=True):
        total = max(
            total,
            sum(
                branch.ways
                for branch, other, begin in zip(branches, beginnings, starts, strict=True)
                if begin & start and (one.startswith(other) or other.startswith(one))
            ),
        )
    return Count(total, first, any(branch.empty for branch in branches))


def _beginning(branch: Sequence[Any]) -> bytes:
    """The letters that an alternative begins with for certain."""
    told = b""
    for operator, argument in branch:
        kind = str(operator)
        if kind == "LITERAL":
            told += bytes((argument,)).lower()
        elif kind == "SUBPATTERN" and len(branch) == 1:
            return _beginning(argument[3])
        elif kind != "AT":
            break
    return told


def _repeat(least: int, most: Any, body: Sequence[Any], behind: int, ignore_case: bool) -> Count:
    inner = _sequence(list(body), _ALL, ignore_case)
    one = len(body) == 1 and str(body[0][0]) in ("LITERAL", "IN")
    longest = MOST_SPACES if one and inner.first == _SPACE else LONGEST_WORD if one and not inner.first & ~_WORD else _LONGEST
    most = max(min(int(most), longest), least)
    if inner.empty:
        raise UntoldError("repeats what may be empty")
    if inner.ways > 1:
        inner = inner._replace(ways=_sequence(list(body), inner.first | behind, ignore_case).ways)
    empty = not least
    if inner.ways == 1:
        lengths = 1 if not inner.first & behind else most - least + 1
        return Count(max(lengths, 1), inner.first, empty)
    if most > 12 or inner.ways**most > MOST_WAYS:
        raise UntoldError("repeats what has several ways")
    return Count(sum(inner.ways**times for times in range(least, most + 1)), inner.first, empty)
