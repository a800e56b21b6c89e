"""A text as patterns are asked about it: which of its lines hold which needles, and where its words begin.

Both are told for all patterns at once, by going through the words of the text, of which nearly all were met before.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from prlint.language.bounded import LONGEST_WORD, MOST_SPACES
from prlint.language.codes import BEGINNING
from prlint.language.words import BEGINS, ENDS, KNOWN, Needles

Span = tuple[int, int]

LARGEST_READY = 12 * 1024
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


_SHORTEST, _LARGEST = 1_000, 64 * 1024
"""Of a text outside these (code points) it is not known which lines hold what: it does not pay, or takes too much room."""

_TOO_LONG = re.compile(rb" {%d}|[0-9A-Za-z_]{%d}" % (MOST_SPACES + 1, LONGEST_WORD + 1))
_WORD = re.compile(rb"[0-9a-z_]+")
_SIGNS = frozenset(range(33, 256)).difference(b"0123456789abcdefghijklmnopqrstuvwxyz_")


class Text:
    """A text of which many patterns are asked."""

    def __init__(self, twin: bytes) -> None:
        self.twin = twin
        self.small = twin.lower()
        self.fit = len(twin) <= LARGEST_READY and few() and not _TOO_LONG.search(twin)
        """Whether the backtracking engine may be given it."""
        self.known = _SHORTEST <= len(twin) <= _LARGEST
        """Whether it is known which lines hold what."""
        self._lines: list[bytes] = []
        self._starts: list[int] = []
        self._holding: dict[bytes, int] = {}
        self._needles = 0
        self._stretches: dict[int, tuple[Span, ...]] = {0: ()}
        self._words: dict[bytes, list[int]] = {}
        self._places: dict[tuple[bytes, ...], list[int]] = {}

    def stretches(self, needles: Needles, number: int, *, in_line: bool) -> tuple[Span, ...]:
        """The stretches in which a pattern with these needles may match.

        `number` is what `KNOWN` gave for them; `in_line` says that no match goes beyond its line.
        """
        if not needles or not self.known:
            return ((0, len(self.twin)),)
        if not in_line:
            return ((0, len(self.twin)),) if self.holds(needles, number) else ()
        lines = self.lines(needles, number)
        known = self._stretches.get(lines)
        if known is None:
            known = self._stretches[lines] = tuple(self._spans(lines))
        return known

    def reach(self, needles: Needles, number: int, *, in_line: bool) -> Span:
        """From the first to the last of these stretches; (0, -1) if there are none."""
        if not needles or not self.known:
            return 0, len(self.twin)
        if not in_line:
            return 0, len(self.twin) if self.holds(needles, number) else -1
        lines = self.lines(needles, number)
        if not lines:
            return 0, -1
        after = lines.bit_length()
        return self._starts[(lines & -lines).bit_length() - 1], self._starts[after] - 1 if after < len(self._starts) else len(self.twin)

    def holds(self, needles: Needles, number: int) -> bool:
        """Whether the whole text holds what a match must hold."""
        return all(self.lines((clause,), number) for clause in needles)

    def lines(self, needles: Needles, number: int) -> int:
        """The lines that hold what a match must hold, as bits, the first line the lowest."""
        if self._needles < number:
            self._look_for_more() if self._lines else self._read()
        holding = self._holding
        every = -1
        for clause in needles:
            lines = 0
            for needle in clause:
                if needle in holding:
                    lines |= holding[needle]
            every &= lines
            if not every:
                break
        return every

    def line_at(self, offset: int) -> int:
        """The number of the line that holds a character, from 0; of a text of which no lines are known, 0."""
        if self.known and not self._lines:
            self._read()
        return bisect_right(self._starts, offset) - 1 if self._lines else 0

    def _read(self) -> None:
        """Goes through the words and signs, line by line."""
        self._lines = self.small.split(b"\n")
        words: dict[bytes, int] = {}
        signs: dict[int, int] = {}
        at, bit = 0, 1
        for line in self._lines:
            self._starts.append(at)
            for word in set(_WORD.findall(line)):
                words[word] = words.get(word, 0) | bit
            for sign in _SIGNS.intersection(line):
                signs[sign] = signs.get(sign, 0) | bit
            at += len(line) + 1
            bit <<= 1
        holding, told = self._holding, KNOWN.told
        for word, lines in words.items():
            for needle in told[word] if word in told else KNOWN.tell(word):
                holding[needle] = holding.get(needle, 0) | lines
        holding.update({bytes((sign,)): lines for sign, lines in signs.items()})
        self._needles = len(KNOWN.numbers)

    def _look_for_more(self) -> None:
        """Looks for needles that became known after the text was read; a line that holds one in the middle of a word may be taken too."""
        for needle in list(KNOWN.numbers)[self._needles :]:
            core = needle.strip(BEGINS + ENDS)
            self._holding.setdefault(needle, sum(1 << number for number, line in enumerate(self._lines) if core in line))
        self._needles = len(KNOWN.numbers)

    def _spans(self, lines: int) -> Iterator[Span]:
        """Lines as stretches of the text, those that follow each other as one."""
        number, first = 0, -1
        while lines:
            if lines & 1 and first < 0:
                first = self._starts[number]
            elif not lines & 1 and first >= 0:
                yield first, self._starts[number] - 1
                first = -1
            lines >>= 1
            number += 1
        if first >= 0:
            yield first, self._starts[number] - 1 if number < len(self._starts) else len(self.twin)

    def places(self, beginnings: tuple[bytes, ...]) -> list[int]:
        """Where a word begins like one of these, in order."""
        found = self._places.get(beginnings)
        if found is None:
            words = self._words or self._index()
            found = []
            for beginning in beginnings:
                found += words.get(beginning, ())
            if len(beginnings) > 1:
                found.sort()
            self._places[beginnings] = found
        return found

    def _index(self) -> dict[bytes, list[int]]:
        words, small = self._words, self.small
        for match in _WORD.finditer(small):
            at = match.start()
            for length in range(1, BEGINNING + 1):
                words.setdefault(small[at : at + length], []).append(at)
        return words


def reaching(stretches: Sequence[Span], offset: int) -> int:
    """The number of the first stretch that does not end before an offset."""
    number = max(bisect_right(stretches, (offset, 0)) - 1, 0)
    return number + (number < len(stretches) and stretches[number][1] < offset)


_SHORT = 1_000
"""A text that is at least so long (code points) is kept when the next one comes."""
_RECENT: list[Text] = [Text(b"")]
_MOST_RECENT = 4


def text_of(twin: bytes) -> Text:
    """The text; the last few long ones are kept, since they are asked for again at once."""
    for known in _RECENT:
        if known.twin is twin:
            return known
    told = Text(twin)
    if len(twin) >= _SHORT:
        _RECENT.insert(0, told)
        del _RECENT[_MOST_RECENT:]
    else:
        _RECENT[-1:] = [told]
    return told
