"""What a pattern cannot do without: literals of which every match holds at least one.

Most patterns meet nothing in most releases, and to compile one and try it costs 0.3 ms, which for hundreds of patterns
is most of the time of a cold run; to look for a few literals costs microseconds. The literals are worked out once from
the pattern's syntax tree and kept in the cache folder, by the pattern itself, so that they can never be stale.
"""

import atexit
from functools import lru_cache

from prlint.language.cache import recall, remember

Needles = tuple[bytes, ...]

_MOST = 24
"""More alternatives than this cost as much as the pattern itself."""


def needles(prepared: bytes) -> Needles:
    """Small-letter literals one of which any match holds; none at all where that cannot be told."""
    known = _known()
    found = known.get(prepared)
    if found is None:
        found = known[prepared] = needles_of(prepared)
        if len(_fresh) == 0:
            atexit.register(_keep)
        _fresh.append(prepared)
    return found


_fresh: list[bytes] = []


@lru_cache(maxsize=1)
def _known() -> dict[bytes, Needles]:
    told = recall("needles")
    return told if isinstance(told, dict) else {}


def _keep() -> None:
    remember("needles", _known())


def needles_of(prepared: bytes) -> Needles:
    """As `needles`, worked out from the pattern's tree."""
    import re
    import warnings
    from re import _parser  # type: ignore[attr-defined]  # the one regular-expression parser that Python has

    if b"[[:" in prepared:  # a class by name: Python would read it otherwise
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(prepared.decode("latin-1"))
    except (re.error, RecursionError, OverflowError):  # RE2 knows what Python does not: no literals, then
        return ()
    return tuple(sorted(_of_sequence(tree) or ()))


def _of_sequence(parts: object) -> frozenset[bytes] | None:
    """The best literals of a sequence: of its runs of letters and of its parts, those whose shortest is longest."""
    best: frozenset[bytes] | None = None
    run = b""
    for operator, argument in [*parts, (None, None)]:  # type: ignore[misc]
        kind = str(operator)
        if kind == "LITERAL" and argument < 256:
            run += bytes((argument,)).lower()
            continue
        if run:
            best = _better(best, frozenset((run,)))
            run = b""
        best = _better(best, _of_part(kind, argument))
    return best


def _of_part(kind: str, argument: object) -> frozenset[bytes] | None:
    if kind == "SUBPATTERN":
        return _of_sequence(argument[3])  # type: ignore[index]
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        return _of_sequence(argument[2]) if argument[0] else None  # type: ignore[index]
    if kind == "BRANCH":
        found = [_of_sequence(branch) for branch in argument[1]]  # type: ignore[index]
        whole = frozenset().union(*(literals for literals in found if literals))
        return whole if all(found) and len(whole) <= _MOST else None
    return None


def _better(one: frozenset[bytes] | None, other: frozenset[bytes] | None) -> frozenset[bytes] | None:
    """Of two sets the one that is found less often: longer literals, then fewer."""
    if not one or not other:
        return one or other

    def worth(literals: frozenset[bytes]) -> tuple[int, int]:
        return min(map(len, literals)), -len(literals)

    return max(one, other, key=worth)
