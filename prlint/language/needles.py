"""What a pattern cannot do without: literals that every match holds.

Most patterns meet nothing in most releases, and to compile one and try it costs 0.3 ms, which for hundreds of patterns
is most of the time of a cold run; to look for a few literals costs microseconds. The literals are worked out once from
the pattern's syntax tree and kept in the cache folder, by the pattern itself, so that they can never be stale.
"""

import atexit
import re
from collections.abc import Iterable
from functools import lru_cache

from prlint.language.cache import recall, remember
from prlint.records import Any

Clause = tuple[bytes, ...]
"""Literals of which one must be there."""

Needles = tuple[tuple[Clause, ...], ...]
"""Ways to match; each is clauses that must all hold. No way at all means that nothing can be told."""

_MOST = 64
"""Of more alternatives than this it is not worth to look for each."""


Parts = tuple[tuple[bytes, Needles], ...]
"""A pattern as its alternatives, each with what it needs. A pattern with groups that are told apart is one part."""


def parts(prepared: bytes) -> Parts:
    """The alternatives of a prepared pattern; worked out once, and kept for the runs to come."""
    known = _known()
    found = known.get(prepared)
    if found is None:
        found = known[prepared] = tuple((part, needles_of(part)) for part in alternatives(prepared))
        if not _fresh:
            atexit.register(_keep)
        _fresh.append(prepared)
    return found


def alternatives(prepared: bytes) -> list[bytes]:
    """A prepared pattern cut at its outermost bars, each piece with the flags; uncut if it has groups that are told apart."""
    flags = b"(?im)" if prepared.startswith(b"(?im)") else b"(?m)" if prepared.startswith(b"(?m)") else b""
    pieces: list[bytes] = []
    depth, begin = 0, len(flags)
    for token in _SYNTAX.finditer(prepared, len(flags)):
        sign = token[0]
        if sign == b"(":
            return [prepared]
        if sign[:1] == b"(":
            depth += 1
        elif sign == b")":
            depth -= 1
        elif sign == b"|" and not depth:
            pieces.append(prepared[begin : token.start()])
            begin = token.end()
    if depth:
        return [prepared]
    return [part for piece in (*pieces, prepared[begin:]) for part in _opened(flags, piece)]


def _opened(flags: bytes, piece: bytes) -> list[bytes]:
    """The alternatives inside a piece that is one bracket, or the piece."""
    if piece[:3] == b"(?:" and piece[-1:] == b")":
        depth = 0
        for token in _SYNTAX.finditer(piece):
            depth += (token[0][:1] == b"(") - (token[0] == b")")
            if not depth and token.end() < len(piece):
                break
        else:
            return alternatives(flags + piece[3:-1])
    return [flags + piece]


# What tells where alternatives end: escapes and classes are passed over, `(?P<` counts as a bare bracket.
_SYNTAX = re.compile(rb"\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\((?!\?(?!P<))|\(\?|\)|\|", re.DOTALL)


def named_groups(prepared: bytes) -> dict[str, int]:
    """The numbers of the named groups of a prepared pattern."""
    names, number = {}, 0
    for token in _SYNTAX.finditer(prepared):
        if token[0] == b"(":
            number += 1
            if name := _NAME.match(prepared, token.end()):
                names[name[1].decode("latin-1")] = number
    return names


def may_match(ways: Needles, small: bytes) -> bool:
    """Whether a text in small letters holds what one of the ways needs."""
    if not ways:
        return True
    for clauses in ways:
        for clause in clauses:
            for literal in clause:
                if literal in small:
                    break
            else:
                break
        else:
            return True
    return False


_NAME = re.compile(rb"\?P<(\w+)>")

_fresh: list[bytes] = []


@lru_cache(maxsize=1)
def _known() -> dict[bytes, Parts]:
    told = recall("needles")
    return told if isinstance(told, dict) else {}


def _keep() -> None:
    remember("needles", _known())


def needles_of(prepared: bytes) -> Needles:
    """What a text in small letters must hold for a pattern to match in it, worked out from the pattern's tree."""
    import warnings
    from re import _parser  # the one regular-expression parser that Python has

    if b"[[:" in prepared:  # a class by name: Python would read it otherwise
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(prepared.decode("latin-1"))
    except (re.error, RecursionError, OverflowError):  # RE2 knows what Python does not: nothing can be told, then
        return ()
    ways = tuple(tuple(_clauses(way)) for way in _ways(list(tree)))
    return ways if all(ways) and len(ways) <= _MOST else ()


def _ways(parts: list[Any]) -> list[list[Any]]:
    """The alternatives that a pattern is made of, outermost first, each as one sequence."""
    for place, (operator, argument) in enumerate(parts):
        if str(operator) == "SUBPATTERN" and len(parts) == 1:
            return _ways(list(argument[3]))
        if str(operator) == "BRANCH" and len(argument[1]) <= _MOST:
            before, after = parts[:place], parts[place + 1 :]
            return [[*before, *branch, *after] for branch in argument[1]]
    return [parts]


def _clauses(parts: Iterable[Any]) -> list[Clause]:
    """What a sequence needs: a clause for each run of letters, and for each part that has one."""
    clauses: set[Clause] = set()
    run = b""
    for operator, argument in [*parts, (None, None)]:
        kind = str(operator)
        if kind == "LITERAL" and argument < 256:
            run += bytes((argument,)).lower()
            continue
        if run.strip(b" "):
            clauses.add((run,))
        run = b""
        clauses.update(_of_part(kind, argument))
    return sorted(clauses, key=lambda clause: (len(clause), -min(map(len, clause))))


def _of_part(kind: str, argument: Any) -> list[Clause]:
    if kind == "SUBPATTERN":
        return _clauses(argument[3])
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and argument[0]:
        return _clauses(argument[2])
    if kind == "BRANCH":
        best = [max(_clauses(branch), key=_worth, default=()) for branch in argument[1]]
        literals = tuple(sorted({literal for clause in best for literal in clause}))
        return [literals] if all(best) and len(literals) <= _MOST else []
    return []


def _worth(clause: Clause) -> tuple[int, int]:
    """Longer literals are found less often; then fewer."""
    return min(map(len, clause)), -len(clause)
