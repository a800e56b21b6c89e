"""From offsets in a text, as prlint counts, to positions as an editor counts, in the units that client and server agreed on.

prlint reads a text with `\\n` line ends and counts code points. An editor's text may have `\\r\\n` and lone `\\r`, and its columns
are units of UTF-16 unless something else was agreed on: the mark of a product with an emoji in the line before it is two
columns further. U+2028 and its like end a line for prlint, but none for an editor.
"""

import re
from bisect import bisect_left, bisect_right

from lsprotocol import types

from prlint.document import Document
from prlint.document.origin import Markup

_LINE_END = re.compile("\r\n|\r|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = "\ufeff"
_UNITS = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


def as_file(text: str) -> bytes:
    """An editor's text as the bytes of a file that leaves nothing to guess, of the same code points."""
    return (_MARK + _SURROGATE.sub("\ufffd", text.removeprefix(_MARK))).encode()


def has_places(document: Document) -> bool:
    """Whether what was read stands in an editor's text where it can be shown: the parts of an e-mail do not."""
    return document.origin is None or isinstance(document.origin, Markup)


class Positions:
    """The positions of one text of an editor, which prlint has read as `document`."""

    def __init__(self, text: str, document: Document | None, encoding: str) -> None:
        self._text = text
        self._origin = document.origin if document else None
        self._codec, self._width = _UNITS[types.PositionEncodingKind(encoding)]
        self._shift = int(text.startswith(_MARK))
        self._longer = [match.start() - index - self._shift for index, match in enumerate(re.finditer("\r\n", text))]
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    @property
    def line_end(self) -> str:
        """The line end of the text."""
        found = _LINE_END.search(self._text)
        return found[0] if found else "\n"

    def range(self, start: int, end: int) -> types.Range:
        """Where an editor shows a stretch of the document's text."""
        first = self._source(start)
        # The end of a stretch is right behind its last character, not where the next one begins, which may be a paragraph on.
        last = self._source(end - 1) + 1 if self._origin and end > start else self._source(end)
        return types.Range(self.position(self._raw(first)), self.position(self._raw(max(first, last))))

    def stretch(self, start: int, end: int) -> types.Range | None:
        """The stretch of an editor's text that is to be replaced; None if there is no one such stretch."""
        if self._origin is None:
            return self.range(start, end)
        found = self._origin.stretch(start, end) if isinstance(self._origin, Markup) else None
        return types.Range(self.position(self._raw(found[0])), self.position(self._raw(found[1]))) if found else None

    def position(self, raw: int) -> types.Position:
        """The position of an offset of the editor's own text."""
        line = bisect_right(self._starts, raw) - 1
        before = self._text[self._starts[line] : raw]
        return types.Position(line, len(before.encode(self._codec, "surrogatepass")) // self._width)

    def end(self) -> types.Position:
        """The end of the editor's text."""
        return self.position(len(self._text))

    def _source(self, offset: int) -> int:
        """Where a character of the document's text stands in what it was read from."""
        return self._origin.place(offset) if isinstance(self._origin, Markup) else offset

    def _raw(self, offset: int) -> int:
        """The same in the editor's text, in which some line ends are two characters, and a mark may stand first."""
        return offset + bisect_left(self._longer, offset) + self._shift
