"""Makes the code of `ready` patterns: once for each pattern, and kept in the cache folder by the pattern itself."""

import marshal
import re
import warnings
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from re import _compiler, _parser  # type: ignore[attr-defined]

from prlint.language.bounded import UntoldError, characters, ways
from prlint.language.codes import AVAILABLE, BEGINNING, Code, Compiled, Known, Piece
from prlint.language.cutting import alternatives, named_groups, opened
from prlint.language.needles import needles_of, needles_of_any
from prlint.records import Any

_MOST_BEGINNINGS = 400
_MOST_FIRST = 12  # of a class with more members than this a beginning is not made for each


def made(prepared: bytes) -> Known:
    """What is kept of a prepared pattern: it in one piece, or its alternatives where that lets more of it be skipped or run."""
    whole = _piece(prepared)
    code = whole[1]
    pieces = (whole,) if code and code[-1] else tuple(_pieces(prepared, whole))
    needles = needles_of_any(piece[2] for piece in pieces)
    return prepared, named_groups(prepared), needles, all(piece[3] for piece in pieces), marshal.dumps(pieces)


def _pieces(prepared: bytes, whole: Piece) -> Iterator[Piece]:
    """A pattern cut at its outermost bars; what Python's engine may not run is cut further, so that it may run some of it."""
    cut = alternatives(prepared)
    for part in cut:
        piece = whole if len(cut) == 1 else _piece(part)
        further = () if piece[1] else opened(part)
        if len(further) > 1:
            yield from map(_piece, further)
        else:
            yield piece


def compiled_code(source: str | bytes, flags: int) -> Compiled:
    """What Python's own engine makes of a pattern: flags, code, number of groups, and their names in both directions. Raises re.error."""
    tree = _parser.parse(source, flags)
    return _packed(tree, flags | int(tree.state.flags))


def _packed(tree: Any, flags: int) -> Compiled:
    code = _compiler._code(tree, flags)  # noqa: SLF001 - what `re.compile` does, without running it
    names = tree.state.groupdict
    indexed: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        indexed[number] = name
    return flags, array("I", code).tobytes(), tree.state.groups - 1, dict(names), tuple(indexed)


def _piece(prepared: bytes) -> Piece:
    return prepared, code_of(prepared) if AVAILABLE else None, needles_of(prepared), stays_in_line(prepared)


def stays_in_line(prepared: bytes) -> bool:
    """Whether no part of a pattern can match the end of a line."""
    if b"[[:" in prepared:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return not _takes_newline(_parser.parse(prepared.decode("latin-1").replace(r"\z", r"\Z")))
    except (re.error, UntoldError, RecursionError, OverflowError):
        return False


def _takes_newline(parts: Sequence[Any]) -> bool:
    for operator, argument in parts:
        kind = str(operator)
        if kind == "SUBPATTERN":
            found = _takes_newline(argument[3])
        elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
            found = _takes_newline(argument[2])
        elif kind == "BRANCH":
            found = any(_takes_newline(branch) for branch in argument[1])
        else:
            found = kind != "AT" and bool(characters(kind, argument, ignore_case=False) >> 10 & 1)
        if found:
            return True
    return False


def code_of(prepared: bytes) -> Code | None:
    """The code of a prepared pattern, or None if only the linear-time engine may run it."""
    source = prepared.decode("latin-1").replace(r"\z", r"\Z")  # the end of the text has another name here
    if "[[:" in source:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(source)
        ignore_case = bool(tree.state.flags & re.IGNORECASE)
        if any(letter > "\xbf" for letter in source) and "(?i" in source:  # letters in one engine, signs in the other
            return None
        ways(tree, ignore_case=ignore_case)
        lowered = ignore_case and not _SCOPED_CASE.search(source)
        if lowered:
            _lower(tree)
            tree.state.flags = int(tree.state.flags) & ~int(re.IGNORECASE)
        beginnings = _beginnings(tree)
        flags = int(tree.state.flags) & ~int(re.UNICODE)
        packed = _packed(tree, flags)
    except (re.error, UntoldError, RecursionError, OverflowError):
        return None
    return packed, lowered, _end_asked_for(source), beginnings


_SCOPED_CASE = re.compile(r"(?!^)\(\?(?:-i|i)")
_TEXT_END, _LINE_END = re.compile(r"\\Z"), re.compile(r"(?<!\\)\$")


def _end_asked_for(source: str) -> int:
    """Whether a pattern asks for the end of the text (2), of a line (1) or of neither (0); a dollar sign in a class counts too."""
    return 2 if _TEXT_END.search(source) else 1 if _LINE_END.search(source) else 0


def _lower(tree: Any) -> None:
    """A tree in which case does not count as one for a text in small letters."""
    for place, (operator, argument) in enumerate(tree):
        kind = str(operator)
        if kind == "LITERAL":
            tree[place] = operator, ord(chr(argument).lower()) if argument < 128 else argument
        elif kind in ("NOT_LITERAL", "IN"):
            tree[place] = _compiler.IN, _ranges(characters(kind, argument, ignore_case=True))
        elif kind == "SUBPATTERN":
            _lower(argument[3])
        elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
            _lower(argument[2])
        elif kind == "BRANCH":
            for branch in argument[1]:
                _lower(branch)


def _ranges(bits: int) -> list[tuple[Any, Any]]:
    """Characters as the parser would have read them from a class."""
    told: list[tuple[Any, Any]] = []
    members = [character for character in range(256) if bits >> character & 1]
    for character in members:
        if told and told[-1][1][1] == character - 1:
            told[-1] = _compiler.RANGE, (told[-1][1][0], character)
        else:
            told.append((_compiler.RANGE, (character, character)))
    return told


def _beginnings(tree: Any) -> tuple[bytes, ...]:
    """How the words begin at which a pattern may match, in small letters; none if it may match within a word or beside one."""
    found = _starts(list(tree), BEGINNING, bounded=False)
    if not found or b"" in found or len(found) > _MOST_BEGINNINGS:
        return ()
    return tuple(sorted(start for start in found if not any(start[:length] in found for length in range(1, len(start)))))


_STOP = ("STOP", None)
"""In a sequence: from here on, anything may follow."""


def _starts(parts: list[Any], room: int, *, bounded: bool) -> set[bytes] | None:
    """The first letters, at most `room`, of what a sequence matches; fewer where no more is known.

    `bounded` is whether it stands behind a word boundary. None if it may begin where no word begins.
    """
    if not parts or not room:
        return {b""}
    (operator, argument), rest = parts[0], parts[1:]
    kind = str(operator)
    if kind == "AT":
        if room < BEGINNING:
            return {b""}
        return _starts(rest, room, bounded=True) if str(argument) == "AT_BOUNDARY" else None
    if kind == "SUBPATTERN":
        return _starts([*argument[3], *rest], room, bounded=bounded)
    if kind == "BRANCH":
        return _union([*branch, *rest] for branch in argument[1])(room, bounded)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, body = argument
        once = [*body, *rest] if most == 1 else [*body, _STOP]
        return _union([once, rest] if not least else [once])(room, bounded)
    if kind in ("LITERAL", "IN"):
        return _letters(kind, argument, rest, room, bounded=bounded)
    return {b""} if room < BEGINNING else None


def _union(sequences: Iterable[list[Any]]) -> Callable[[int, bool], set[bytes] | None]:
    """The starts of any of several sequences."""

    def starts(room: int, bounded: bool) -> set[bytes] | None:
        every: set[bytes] = set()
        for sequence in sequences:
            found = _starts(sequence, room, bounded=bounded)
            if found is None or len(every) > _MOST_BEGINNINGS:
                return None
            every |= found
        return every

    return starts


def _letters(kind: str, argument: Any, rest: list[Any], room: int, *, bounded: bool) -> set[bytes] | None:
    bits = characters(kind, argument, ignore_case=False)
    members = _members(bits)
    first = room == BEGINNING
    if first and not (bounded and members <= _WORD):
        return None
    if len(members) > _MOST_FIRST or not members <= _WORD:
        return None if first else {b""}
    found = _starts(rest, room - 1, bounded=True)
    return {member + more for member in members for more in found or {b""}}


_WORD = {bytes((character,)) for character in b"abcdefghijklmnopqrstuvwxyz0123456789_"}


@lru_cache(maxsize=4096)
def _members(bits: int) -> frozenset[bytes]:
    """Characters, in small letters, from their bits."""
    return frozenset(bytes((character,)).lower() for character in range(256) if bits >> character & 1)
