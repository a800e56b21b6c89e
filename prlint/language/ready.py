"""Patterns that are ready to run: compiled once for Python's own engine and kept, for small texts.

To compile a pattern for the linear-time engine costs 0.2 ms in every run, and its first texts cost as much again; for
hundreds of patterns that is most of the time of a cold run. Python's engine can be given code that was compiled before.
It backtracks, so it is used only for patterns whose tree shows that they cannot take long (`bounded`), on texts that
keep to what that count assumes; all others, and all large texts, go to the linear-time engine. Both find the same.

Where a pattern begins is worked out too, so that it is tried only at the words that begin like it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from prlint.language.bounded import LONGEST_WORD, MOST_SPACES
from prlint.language.codes import BEGINNING, Code, pattern_of
from prlint.language.needles import Needles, may_match
from prlint.records import Any

LARGEST = 12 * 1024
"""Code points of the largest text that goes to the backtracking engine."""

FEW = 3
"""So many releases are read with it in a process; for more it pays to warm the linear-time engine, which is then faster."""

_begun = [0]


def few() -> bool:
    """Whether so few releases were read in this process that it does not pay to warm anything for more."""
    return _begun[0] <= FEW


def begin(releases: int = 1) -> None:
    """Says that so many more releases are read in this process."""
    _begun[0] += releases


_TOO_LONG = re.compile(rb" {%d}|[0-9A-Za-z_]{%d}" % (MOST_SPACES + 1, LONGEST_WORD + 1))
_WORD = re.compile(rb"\b[0-9A-Za-z_]")
_IS_WORD = [chr(code).isascii() and (chr(code).isalnum() or code == 95) for code in range(256)]


class Words:
    """A text that the backtracking engine may be given, with where its words begin."""

    def __init__(self, twin: bytes) -> None:
        self.twin = twin
        self.small = twin.lower()
        self.fit = len(twin) <= LARGEST and few() and not _TOO_LONG.search(twin)
        self._lines: list[bytes] = []
        self._starts: dict[bytes, list[int]] = {}
        self._known: dict[tuple[bytes, ...], list[int]] = {}

    def lack(self, needles: Needles, *, in_line: bool) -> bool:
        """Whether the text, or if `in_line` each of its lines, lacks something of what a match holds."""
        if not may_match(needles, self.small):
            return True
        if not in_line or not needles:
            return False
        self._lines = self._lines or self.small.split(b"\n")
        return not any(may_match(needles, line) for line in self._lines)

    def places(self, beginnings: tuple[bytes, ...]) -> list[int]:
        """Where a word begins like one of these, in order."""
        found = self._known.get(beginnings)
        if found is None:
            starts = self._starts or self._index()
            found = []
            for beginning in beginnings:
                found += starts.get(beginning, ())
            if len(beginnings) > 1:
                found.sort()
            self._known[beginnings] = found
        return found

    def _index(self) -> dict[bytes, list[int]]:
        starts, small = self._starts, self.small
        for match in _WORD.finditer(small):
            at = match.start()
            for length in range(1, BEGINNING + 1):
                starts.setdefault(small[at : at + length], []).append(at)
        return starts


_SHORT = 200
"""Of a shorter stretch it is not worth to know the words."""
_LONG = 1000
"""A shorter text is kept until the next one comes."""

_RECENT: list[Words] = [Words(b"")]
_MOST_RECENT = 4


def words(twin: bytes) -> Words:
    """The words of a text; those of the last few long ones are kept, since they are asked for again at once."""
    for known in _RECENT:
        if known.twin is twin:
            return known
    told = Words(twin)
    if len(twin) >= _LONG:
        _RECENT.insert(0, told)
        del _RECENT[_MOST_RECENT:]
    else:
        _RECENT[-1:] = [told]
    return told


class Ready:
    """A pattern on the backtracking engine."""

    __slots__ = ("_absent", "_compiled", "_end", "_engine", "_in_line", "_lowered", "_needles", "_source", "_text", "beginnings")

    def __init__(self, source: bytes, code: Code, needles: Needles, in_line: bool) -> None:
        self._source = source
        self._in_line = in_line
        self._compiled, self._lowered, self._end, self.beginnings = code
        self._needles = needles
        self._text: Words | None = None
        self._absent = False
        self._engine: re.Pattern[bytes] | None = None

    @property
    def engine(self) -> "re.Pattern[bytes]":
        """The pattern of Python's own engine, made when it is first tried."""
        if self._engine is None:
            self._engine = pattern_of(self._source, self._compiled)
        return self._engine

    def search(self, text: Words, start: int, end: int) -> Sequence[tuple[int, int]] | None:
        """The spans of the first match and its groups, or None."""
        twin = text.small if self._lowered else text.twin
        if not self.beginnings or end - start < _SHORT:
            if end - start >= _SHORT and self._lacks(text):
                return None
            return _spans(self.engine.search(twin, start, end))
        places = text.places(self.beginnings)
        for at in range(bisect_left(places, start), len(places)):
            place = places[at]
            if place >= end:
                return None
            found = self.engine.match(twin, place, end)
            if found:
                return _spans(found)
        return None

    def match(self, text: Words, start: int, end: int) -> Sequence[tuple[int, int]] | None:
        """The spans of a match that begins at `start`, or None."""
        return _spans(self.engine.match(text.small if self._lowered else text.twin, start, end))

    def _lacks(self, text: Words) -> bool:
        """Whether a text does not hold what every match does."""
        if self._text is not text:
            self._text, self._absent = text, text.lack(self._needles, in_line=self._in_line)
        return self._absent

    def fits(self, twin: bytes, end: int) -> bool:
        """Whether it may be asked about a stretch that ends here: this engine does not look beyond the end, as the other does."""
        if end >= len(twin):
            return True
        if twin[end] == 10:
            return self._end < 2
        return not self._end and not (_IS_WORD[twin[end]] and end and _IS_WORD[twin[end - 1]])


def _spans(found: "re.Match[bytes] | None") -> Sequence[tuple[int, int]] | None:
    """Where a match and its groups are."""
    return found.regs if found else None


class Merged:
    """A pattern of which only some alternatives may run on the backtracking engine: each runs where it may, and the first match counts.

    Where two begin at the same place, the one that is written first is meant.
    """

    def __init__(self, engines: Sequence[Any]) -> None:
        self._engines = engines
        self._ahead: list[tuple[int, Sequence[tuple[int, int]] | None]] = []
        self._stretch: tuple[Words | None, int] = None, 0

    def fits(self, twin: bytes, end: int) -> bool:
        """As for one alternative."""
        return all(engine.fits(twin, end) for engine in self._engines)

    def search(self, text: Words, start: int, end: int) -> Sequence[tuple[int, int]] | None:
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

    def match(self, text: Words, start: int, end: int) -> Sequence[tuple[int, int]] | None:
        """The span of a match that begins at `start`, or None."""
        for engine in self._engines:
            found: Sequence[tuple[int, int]] | None = engine.match(text, start, end)
            if found:
                return found
        return None


Source = tuple[str | bytes, bool]
"""A pattern as written, and whether case counts in it."""
