"""The lines of a text that a finding speaks of, cut to the width of a terminal around what is underlined."""

from prlint.document.model import Document
from prlint.records import Record
from prlint.report.terminal import cells, plain, shown, visible

_DOTS = "…"
_MOST_LINES = 3


class Excerpt(Record):
    """A line as shown: its number (0 where its author sees none), its text, and what to underline, in cells from the left."""

    line: int
    text: str
    indent: int
    length: int


def excerpts(document: Document, start: int, end: int, width: int) -> list[Excerpt]:
    """The lines of a span (of a long one the first three), each at most `width` cells wide. `start == end` is underlined by one mark."""
    first, last = document.row(start), document.row(max(start, end - 1))
    every = []
    for line in range(first.line, min(last.line, first.line + _MOST_LINES - 1) + 1):
        text = document.line_text(line)
        from_column = first.column - 1 if line == first.line else len(text) - len(text.lstrip())
        to_column = min(last.column, len(text)) if line == last.line and start < end else len(text)
        if start == end:
            to_column = from_column
        if text.strip() or start == end:
            number = numbered(document, max(start, document.line_starts[line - 1]))
            every.append(_cut(number, text, from_column, max(to_column, from_column), width))
    return every


def numbered(document: Document, offset: int) -> int:
    """The number that the author's editor shows beside the line of a character; 0 in a format whose places have names."""
    place = document.locate(offset)
    return 0 if place.label else place.line


def _cut(line: int, text: str, start: int, end: int, width: int) -> Excerpt:
    """A window on a line. Of a span that is wider than the window the beginning is shown."""
    low, high = _window(text, start, end, width)
    before, after = _DOTS if low else "", _DOTS if high < len(text) else ""
    indent = cells(shown(text[low:start])) + len(before)
    length = cells(shown(text[start : min(end, high)]))
    return Excerpt(line, f"{before}{shown(text[low:high])}{after}", indent, max(1, length))


def _window(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Which part of a line to show: all of it, or what fits around the span with dots on both sides, cut between words."""
    if len(text) <= width and cells(shown(text)) <= width:
        return 0, len(text)
    room = width - 2 * len(_DOTS)
    if plain(text):
        return _plain_window(text, start, end, room)
    low = high = start
    while high < end and _width(text[high]) <= room:
        room -= _width(text[high])
        high += 1
    if high < end:
        return low, high
    grown = True
    while grown:
        grown = False
        if low > 0 and _width(text[low - 1]) <= room:
            low, grown = low - 1, True
            room -= _width(text[low])
        if high < len(text) and _width(text[high]) <= room:
            room -= _width(text[high])
            high, grown = high + 1, True
    return _between_words(text, low, high, start, end)


def _plain_window(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """The same where every character takes one cell: half of what is left on each side, or what the other does not need."""
    if end - start > room:
        return start, start + max(room, 0)
    room -= end - start
    before = min(start, max((room + 1) // 2, room - (len(text) - end)))
    return _between_words(text, start - before, min(len(text), end + room - before), start, end)


def _between_words(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """The window without the broken words at its ends, if that leaves the span whole."""
    if low > 0 and " " in text[low:start]:
        low = text.index(" ", low) + 1
    if high < len(text) and " " in text[end:high]:
        high = text.rindex(" ", end, high)
    return low, high


def _width(char: str) -> int:
    return cells(visible(char))
