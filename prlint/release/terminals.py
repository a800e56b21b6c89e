"""The terminals of the section grammar, ready to be compared with blocks."""

from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

import re2

from prlint.language.patterns import Pattern, prepare
from prlint.language.ready import few
from prlint.records import Any

MEMORY = 64 << 20
"""What the engine may use for all terminals at once; about 2 MB are used in practice."""

_ANY_BLOCK = prepare(r"[^\n]+", case=True).replace(rb"\n", b"\n")  # Lark writes the newline out


class Terminals:
    """Terminals by name.

    Those without a guard are compared all at once, in one pass over a window of the text, once there are releases enough
    for the 4 ms that it takes to make ready for it. Those with a guard are compared one by one, where it holds, which is
    seldom.
    """

    def __init__(self, prepared: Mapping[str, bytes], guarded: Container[str]) -> None:
        self._free = {name: Pattern(source) for name, source in prepared.items() if name not in guarded}
        self._names = tuple(self._free)
        self._set: Any = None
        self._guarded = {name: Pattern(source) for name, source in prepared.items() if name in guarded}
        self._any = frozenset(name for name, source in prepared.items() if source == _ANY_BLOCK)

    def matching(self, window: bytes) -> frozenset[str]:
        """Which terminals without a guard match at the start of a window."""
        if few():
            return frozenset([name for name, pattern in self._free.items() if pattern.match(window)])
        if self._set is None:
            self._set = _all_at_once(pattern.prepared for pattern in self._free.values())
        return frozenset([self._names[index] for index in self._set.Match(window)])

    def match(self, name: str, window: bytes) -> int:
        """How far a terminal with a guard matches from the start of a window; 0 if it does not. What takes any block takes it whole."""
        if name in self._any:
            return len(window)
        match = self._guarded[name].match(window)
        return match.end() if match else 0


def _all_at_once(prepared: Iterable[bytes]) -> Any:
    """The engine's object that compares a text with many patterns in one pass."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = MEMORY
    together = re2.Set.MatchSet(options)
    for one in prepared:
        together.Add(one)
    together.Compile()
    return together


@lru_cache(maxsize=4)
def terminals(prepared: tuple[tuple[str, bytes], ...], guarded: frozenset[str]) -> Terminals:
    """The terminals of a table, compiled once."""
    return Terminals(dict(prepared), guarded)
