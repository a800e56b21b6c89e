"""Patterns that are ready to run: compiled once for Python's own engine and kept, for small texts.

To compile a pattern for the linear-time engine costs 0.2 ms in every run, and its first texts cost as much again; for
hundreds of patterns that is most of the time of a cold run. Python's engine can be given code that was compiled before.
It backtracks, so it is used only for patterns whose tree shows that they cannot take long (`bounded`), on texts that
keep to what that count assumes; all others, and all large texts, go to the linear-time engine. Both find the same.

Where a pattern begins is worked out too, so that it is tried only at the words that begin like it.
"""

import re  # noqa: TC003 - a check is typed, and runs, without `typing`
from bisect import bisect_left
from collections.abc import Sequence

from prlint.language.codes import Code, pattern_of
from prlint.language.texts import Span, Text, reaching
from prlint.language.words import KNOWN, Needles
from prlint.records import Any

_IS_WORD = [chr(code).isascii() and (chr(code).isalnum() or code == 95) for code in range(256)]
_SHORT = 200
"""Of a shorter stretch it is not worth to know where its words begin."""


class Ready:
    """A pattern on the backtracking engine."""

    __slots__ = (
        "_compiled",
        "_end",
        "_engine",
        "_in_line",
        "_lowered",
        "_needles",
        "_number",
        "_source",
        "_stretches",
        "_text",
        "beginnings",
    )

    def __init__(self, source: bytes, code: Code, needles: Needles, in_line: bool) -> None:
        self._source = source
        self._compiled, self._lowered, self._end, self.beginnings = code
        self._needles, self._number = needles, KNOWN.add(needles)
        self._in_line = in_line and self._end < 2
        self._text: Text | None = None
        self._stretches: tuple[Span, ...] = ()
        self._engine: re.Pattern[bytes] | None = None

    @property
    def engine(self) -> "re.Pattern[bytes]":
        """The pattern of Python's own engine, made when it is first tried."""
        if self._engine is None:
            self._engine = pattern_of(self._source, self._compiled)
        return self._engine

    def search(self, text: Text, start: int, end: int) -> Sequence[Span] | None:
        """The spans of the first match and its groups, or None."""
        if self._text is not text:
            self._text, self._stretches = text, text.stretches(self._needles, self._number, in_line=self._in_line)
        twin = text.small if self._lowered else text.twin
        stretches = self._stretches
        for number in range(reaching(stretches, start), len(stretches)):
            first, last = stretches[number]
            if first > end:
                break
            found = self._within(text, twin, max(first, start), min(last, end))
            if found:
                return found.regs
        return None

    def _within(self, text: Text, twin: bytes, start: int, end: int) -> "re.Match[bytes] | None":
        """The first match between two offsets."""
        if not self.beginnings or end - start < _SHORT:
            return self.engine.search(twin, start, end)
        places = text.places(self.beginnings)
        for at in range(bisect_left(places, start), len(places)):
            if places[at] >= end:
                return None
            found = self.engine.match(twin, places[at], end)
            if found:
                return found
        return None

    def match(self, text: Text, start: int, end: int) -> Sequence[Span] | None:
        """The spans of a match that begins at `start`, or None."""
        found = self.engine.match(text.small if self._lowered else text.twin, start, end)
        return found.regs if found else None

    def fits(self, twin: bytes, end: int) -> bool:
        """Whether it may be asked about a stretch that ends here: this engine does not look beyond the end, as the other does."""
        if end >= len(twin):
            return True
        if twin[end] == 10:
            return self._end < 2
        return not self._end and not (_IS_WORD[twin[end]] and end and _IS_WORD[twin[end - 1]])


class Merged:
    """A pattern of which only some alternatives may run on the backtracking engine: each runs where it may, and the first match counts.

    Where two begin at the same place, the one that is written first is meant.
    """

    def __init__(self, engines: Sequence[Any]) -> None:
        self._engines = engines
        self._ahead: list[tuple[int, Sequence[Span] | None]] = []
        self._stretch: tuple[Text | None, int] = None, 0

    def fits(self, twin: bytes, end: int) -> bool:
        """As for one alternative."""
        return all(engine.fits(twin, end) for engine in self._engines)

    def search(self, text: Text, start: int, end: int) -> Sequence[Span] | None:
        """The span of the first match, or None."""
        if self._stretch[0] is not text or self._stretch[1] != end:
            self._stretch = text, end
            self._ahead = [(end + 1, None)] * len(self._engines)
        best = None
        for number, engine in enumerate(self._engines):
            since, found = self._ahead[number]
            if start < since or (found and found[0][0] < start):
                found = engine.search(text, start, end)
                self._ahead[number] = start, found
            if found and (best is None or found[0][0] < best[0][0]):
                best = found
        return best

    def match(self, text: Text, start: int, end: int) -> Sequence[Span] | None:
        """The span of a match that begins at `start`, or None."""
        for engine in self._engines:
            found: Sequence[Span] | None = engine.match(text, start, end)
            if found:
                return found
        return None
