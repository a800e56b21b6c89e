"""The terminals of the section grammar, ready to be compared with blocks."""

from collections.abc import Container, Mapping
from functools import lru_cache

import re2

from prlint.language.patterns import Pattern, prepare

MEMORY = 64 << 20
"""What the engine may use for all terminals at once; about 2 MB are used in practice."""

_ANY_BLOCK = prepare(r"[^\n]+", case=True).replace(rb"\n", b"\n")  # Lark writes the newline out


class Terminals:
    """Terminals by name.

    Those without a guard are compared all at once, in one pass over a window of the text. Those with one are compared one
    by one, where their guard holds, which is seldom.
    """

    def __init__(self, prepared: Mapping[str, bytes], guarded: Container[str]) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.max_mem = MEMORY
        self._free = tuple(name for name in prepared if name not in guarded)
        self._set = re2.Set.MatchSet(options)
        for name in self._free:
            self._set.Add(prepared[name])
        self._set.Compile()
        self._guarded = {name: Pattern(source) for name, source in prepared.items() if name in guarded}
        self._any = frozenset(name for name, source in prepared.items() if source == _ANY_BLOCK)

    def matching(self, window: bytes) -> frozenset[str]:
        """Which terminals without a guard match at the start of a window."""
        return frozenset([self._free[index] for index in self._set.Match(window)])

    def match(self, name: str, window: bytes) -> int:
        """How far a terminal with a guard matches from the start of a window; 0 if it does not. What takes any block takes it whole."""
        if name in self._any:
            return len(window)
        match = self._guarded[name].match(window)
        return match.end() if match else 0


@lru_cache(maxsize=4)
def terminals(prepared: tuple[tuple[str, bytes], ...], guarded: frozenset[str]) -> Terminals:
    """The terminals of a table, compiled once."""
    return Terminals(dict(prepared), guarded)
