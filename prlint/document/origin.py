"""The ways back from a text into the file that it was read from."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from prlint.document.model import Location


class Markup:
    """The way back into a file that is text itself, such as HTML: stretch by stretch.

    Stretch `i` of the text begins at `starts[i]` and stands for `sources[i]` to `ends[i]` of `source`; all are code points.
    A stretch as long as what it stands for is taken character by character, every other one as a whole. What was put in,
    such as the break between two paragraphs, stands for nothing at the place where it would be.
    """

    def __init__(self, source: str, starts: Sequence[int], sources: Sequence[int], ends: Sequence[int], length: int) -> None:
        self.source = source
        self._starts, self._sources, self._ends = starts, sources, ends
        self._length = length
        self._lines = array("q", (0, *accumulate(len(line) + 1 for line in source.split("\n"))))[:-1]

    def locate(self, offset: int) -> Location:
        """Line and column in the source."""
        return self.line_and_column(self.place(offset))

    def line_and_column(self, place: int) -> Location:
        """Line and column of an offset of the source itself."""
        line = bisect_right(self._lines, place)
        return Location(line, place - self._lines[line - 1] + 1)

    def place(self, offset: int) -> int:
        """Where a character of the text stands in the source."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        into, length = offset - self._starts[index], self._length_of(index)
        if into >= length:
            return self._ends[index]
        return self._sources[index] + (into if self._is_exact(index) else 0)

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """The one stretch of the source that a stretch of the text stands for; None if it is in pieces, or was put in.

        The place of an empty one is right behind the character before it, so that a mark joins the word it belongs to.
        """
        first = bisect_right(self._starts, max(start - (start == end), 0)) - 1
        last = bisect_left(self._starts, end) - 1 if end > start else first
        if first < 0 or any(self._sources[i] == self._ends[i] for i in range(first, last + 1)):
            return None
        if any(self._ends[i] != self._sources[i + 1] for i in range(first, last)):
            return None
        edges = self._edge(first, start), self._edge(last, end)
        return (edges[0], edges[1]) if edges[0] is not None and edges[1] is not None else None

    def _edge(self, index: int, offset: int) -> int | None:
        """The place of an edge of a span in a stretch; None inside one that is only taken as a whole."""
        into = offset - self._starts[index]
        if self._is_exact(index):
            return self._sources[index] + into
        return {0: self._sources[index], self._length_of(index): self._ends[index]}.get(into)

    def _length_of(self, index: int) -> int:
        return (self._starts[index + 1] if index + 1 < len(self._starts) else self._length) - self._starts[index]

    def _is_exact(self, index: int) -> bool:
        return self._length_of(index) == self._ends[index] - self._sources[index]


class Labels:
    """The way back into a format without lines: places by name, each from `starts[i]` of the text on.

    Places are counted as lines are, and columns within them.
    """

    def __init__(self, starts: Sequence[int], labels: Sequence[str]) -> None:
        self._starts = starts
        self._labels = labels

    def locate(self, offset: int) -> Location:
        """The number of the place, the character in it, and its name."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        return Location(index + 1, max(offset - self._starts[index], 0) + 1, self._labels[index])


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of each line of a text."""
    return (0, *accumulate(len(line) + 1 for line in text.split("\n")))[:-1]


def paragraphs(text: str, starts: tuple[int, ...]) -> Labels:
    """Places named by paragraph: each line that is not blank, counted from 1."""
    filled = [start for start, line in zip(starts, text.split("\n"), strict=True) if line.strip()]
    return Labels(filled, [f"paragraph {number}" for number in range(1, len(filled) + 1)])
