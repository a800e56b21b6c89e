"""The terminals of the section grammar, ready to be compared with the blocks of a text."""

from collections.abc import Container, Mapping
from functools import lru_cache

from prlint.language.patterns import Pattern, prepare
from prlint.language.texts import text_of

_ANY_BLOCK = prepare(r"[^\n]+", case=True).replace(rb"\n", b"\n")  # Lark writes the newline out


class Terminals:
    """Terminals by name; those in `guarded` count only where a guard says so (see `prlint.release.context`)."""

    def __init__(self, prepared: Mapping[str, bytes], guarded: Container[str]) -> None:
        self.free = {name: Pattern(source) for name, source in prepared.items() if name not in guarded}
        self.guarded = {name: Pattern(source) for name, source in prepared.items() if name in guarded}
        self.any = frozenset(name for name, source in prepared.items() if source == _ANY_BLOCK)


class Comparison:
    """The terminals and one text: of most terminals it is known beforehand in which of its lines they cannot match."""

    def __init__(self, terminals: Terminals, twin: bytes) -> None:
        self._text = text_of(twin)
        self._any = terminals.any
        told = ((name, pattern, pattern.lines(self._text)) for name, pattern in terminals.free.items())
        self._free = [(name, pattern, lines) for name, pattern, lines in told if lines]
        self._guarded = {name: (pattern, pattern.lines(self._text)) for name, pattern in terminals.guarded.items()}

    def matching(self, offset: int, window: bytes) -> frozenset[str]:
        """Which terminals without a guard match at an offset of the text, of which the window is what they may see."""
        line = 1 << self._text.line_at(offset)
        return frozenset([name for name, pattern, lines in self._free if lines & line and pattern.match(window)])

    def match(self, name: str, offset: int, window: bytes) -> int:
        """How far a terminal with a guard matches, in the same way; 0 if it does not. What takes any block takes it whole."""
        if name in self._any:
            return len(window)
        pattern, lines = self._guarded[name]
        match = pattern.match(window) if lines & 1 << self._text.line_at(offset) else None
        return match.end() if match else 0


@lru_cache(maxsize=4)
def terminals(prepared: tuple[tuple[str, bytes], ...], guarded: frozenset[str]) -> Terminals:
    """The terminals of a table, compiled once."""
    return Terminals(dict(prepared), guarded)
