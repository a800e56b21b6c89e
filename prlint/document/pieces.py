"""Builds the text of a release out of stretches of a marked-up source, and remembers where each came from.

Blanks are collapsed and paragraphs set apart as a browser would show them. Whoever builds says `word` for what stands in
the source as it is, `put` for what stands for something else, and `line` and `block` for the breaks between.
"""

import re
from array import array
from html import unescape
from itertools import accumulate

from prlint.document.model import Document, ReadError
from prlint.document.origin import Markup, line_starts
from prlint.document.suppression import Comment, read_suppressions
from prlint.language.fold import fold
from prlint.records import Record

ENTITY = r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?"
_INVISIBLE = "\0\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BLANK = " \t\n\r\f"
_SPECIAL = re.compile(rf"[{_BLANK}]{{2,}}|[\t\n\r\f]|[{_INVISIBLE}\u00a0]|{ENTITY}")
_KEPT_SPECIAL = re.compile(rf"[{_INVISIBLE}]|{ENTITY}")
BREAKS = ("\n", "\n\n")
RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_MARKS = {"TM": "™", "SM": "℠", "R": "®", "(R)": "®", "(TM)": "™"}
_RAISED = 8
_PAGE_NUMBER = re.compile(r"[-– ]{0,3}\d{1,3}[-– ]{0,3}")


class _Remark(Record):
    """A comment of the source: the piece that it stands before, and whether a new paragraph begins there."""

    piece: int
    between: bool
    text: str
    place: int


class Pieces:
    """The pieces of a text so far: what each says, and the stretch of the source that it stands for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.texts: list[str] = []
        self.starts, self.ends = array("q"), array("q")
        self._breaks = 0
        self._space: tuple[str, int, int] | None = None
        self._line_is_empty = True
        self._prefix = ""
        self._remarks: list[_Remark] = []

    @property
    def here(self) -> int:
        """The number of the next piece."""
        return len(self.texts)

    def word(self, start: int, end: int) -> None:
        """Text that stands in the source as it is."""
        self.put(self.source[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Text that stands for a stretch of the source."""
        if self._breaks and self.texts:
            self._add(BREAKS[self._breaks - 1], self.ends[-1], self.ends[-1])
        elif self._space and not self._line_is_empty:
            self._add(*self._space)
        if self._prefix:
            self._add(self._prefix, start, start)
        self._add(text, start, end)
        self._breaks, self._space, self._line_is_empty, self._prefix = 0, None, False, ""

    def _add(self, text: str, start: int, end: int) -> None:
        self.texts.append(text)
        self.starts.append(start)
        self.ends.append(end)

    def space(self, start: int, end: int) -> None:
        """Blanks, of which one is left between two words."""
        self._space = self._space or (" ", start, end)

    def tab(self, place: int) -> None:
        """A cell of a table begins here."""
        self._space = ("\t", place, place)

    def line(self) -> None:
        """A line ends here."""
        self._breaks = min(self._breaks + 1, 2)
        self._space, self._line_is_empty = None, True

    def block(self, prefix: str = "") -> None:
        """A paragraph ends here, and the next begins with a prefix that the source does not have."""
        self._breaks = 2
        self._space, self._line_is_empty = None, True
        self._prefix = prefix or self._prefix

    def raised(self, first: int) -> None:
        """Sets marks and digits, raised from a piece on, as characters of their own: a raised TM is a ™, 10<sup>9</sup> no 109."""
        if self.here - first <= _RAISED:
            for index in range(first, self.here):
                self.texts[index] = _RAISED_MARKS.get(self.texts[index].upper(), self.texts[index]).translate(RAISED_DIGITS)

    def page_ends(self) -> None:
        """A page ends here: if its number stands alone in the last line, it is no text."""
        self.block()
        if self.here > 1 and self.texts[-2] in BREAKS and _PAGE_NUMBER.fullmatch(self.texts[-1]):
            self.texts[-2:] = "", ""

    def remark(self, text: str, place: int) -> None:
        """A comment."""
        self._remarks.append(_Remark(self.here, bool(self._breaks) or not self.texts, text, place))

    def text(self, start: int, end: int) -> None:
        """Text with entities, its blanks collapsed."""
        for match in _SPECIAL.finditer(self.source, start, end):
            self._plain(start, match.start())
            start = match.end()
            if match[0][0] in _BLANK:
                self.space(match.start(), start)
            else:
                self._entity(match)
        self._plain(start, end)

    def kept(self, start: int, end: int) -> None:
        """Text with entities, its blanks and line ends as they are."""
        for match in _KEPT_SPECIAL.finditer(self.source, start, end):
            if start < match.start():
                self.word(start, match.start())
            start = match.end()
            self._entity(match)
        if start < end:
            self.word(start, end)

    def _plain(self, start: int, end: int) -> None:
        """Text without entities, in which blanks are single spaces."""
        if start < end and self.source[start] == " ":
            self.space(start, start + 1)
            start += 1
        after = start < end and self.source[end - 1] == " "
        if start < end - after:
            self.word(start, end - after)
        if after:
            self.space(end - 1, end)

    def _entity(self, match: re.Match[str]) -> None:
        told = unescape(match[0])
        shown = told.translate(_NOTHING)
        if not shown.strip(_BLANK):
            if shown:
                self.space(*match.span())
        elif shown != "\u00a0" or not self._line_is_empty:  # nothing but an indent or an empty paragraph
            self.put(shown, *match.span())

    def read(self, path: str, encoding: str, notes: tuple[str, ...], kind: str, part: tuple[int, int] | None = None) -> Document:
        """The document: all pieces, or a part of them from one number to another. Raises ReadError if it has no text."""
        first, last = part or (0, self.here)
        while first < last and self.texts[first] in BREAKS:
            first += 1
        texts = self.texts[first:last]
        offsets = array("q", (0, *accumulate(map(len, texts))))
        text = "".join(texts)
        if not fold(text).strip():
            raise ReadError("is empty")
        origin = Markup(self.source, offsets[:-1], self.starts[first:last], self.ends[first:last], len(text))
        comments = []
        for remark in self._remarks:
            index = min(max(remark.piece - first, 0), len(texts))
            comments.append(Comment(remark.text, offsets[index], remark.between, origin.line_and_column(remark.place)))
        told = read_suppressions(comments, text)
        return Document(path, text, encoding, (*notes, *told.notes), line_starts(text), kind, origin, told.suppressions)


_NOTHING = dict.fromkeys(map(ord, _INVISIBLE))
