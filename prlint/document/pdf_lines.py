"""The lines of a PDF: characters that PDFium places on a page, put together as they stand beside each other."""

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from prlint.document.model import ReadError
from prlint.document.pdf_paragraphs import LABEL, Line, Sheet
from prlint.document.pieces import RAISED_DIGITS
from prlint.records import Any

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\ufffe": "-", "\x02": "-", "\u00ad": "-"}
)
_HIGHER, _RAISED, _SMALLER = 0.6, 0.12, 0.9
_COLUMN = 1.0
_SPACE = 0.18
_LONGEST_LABEL = 7


def pages(data: bytes) -> list[Sheet]:
    """The pages of a PDF. Raises ReadError: encrypted or damaged."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("is a PDF that wants a password; save it without one") from error
        raise ReadError("is a PDF that is damaged or cut off") from error
    try:
        return [_sheet(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ReadError("is a PDF that is damaged or cut off") from error
    finally:
        document.close()


def _sheet(document: Any, number: int) -> Sheet:
    page = document[number]
    text = page.get_textpage()
    sheet = Sheet(page.get_height(), list(_lines(text, number + 1)))
    text.close()
    page.close()
    return sheet


class _Chars:
    """The line that is being put together."""

    def __init__(self, left: float, base: float, size: float) -> None:
        self.text: list[str] = []
        self.left, self.right, self.base, self.size = left, left, base, size
        self._settings: Counter[tuple[float, float]] = Counter()

    def takes(self, left: float, base: float, size: float) -> bool:
        """Whether a character belongs to this line: at its height or a little off it, and to the right."""
        off = abs(base - self.base)
        return off < _HIGHER * max(size, self.size) and (left >= self.right - size or off < _RAISED * size) and left >= self.left - size

    def add(self, char: str, left: float, right: float, base: float, size: float, *, spaced: bool) -> None:
        gap = left - self.right
        if self.text and gap > _COLUMN * max(size, self.size):
            self.text.append(" " if len(self.text) < _LONGEST_LABEL and LABEL.fullmatch("".join(self.text)) else "\t")
        elif self.text and (spaced or gap > _SPACE * size):
            self.text.append(" ")
        raised = base > self.base + _RAISED * self.size and size < _SMALLER * self.size
        self.text.append(char.translate(RAISED_DIGITS) if raised else char)
        self.right = max(self.right, right)
        self._settings[round(base, 1), round(size, 1)] += 1
        if size > self.size and not raised:
            self.base, self.size = base, size

    def told(self, page: int, number: int) -> Line:
        """The line, at the height and in the size of most of it."""
        base, size = self._settings.most_common(1)[0][0]
        return Line(page, number, "".join(self.text), self.left, self.right, base, size)


def _lines(text: Any, page: int) -> Iterator[Line]:
    number = 0
    line: _Chars | None = None
    for char, left, right, base, size, spaced in _characters(text):
        if line is None or not line.takes(left, base, size):
            if line is not None:
                number += 1
                yield line.told(page, number)
            line = _Chars(left, base, size)
        line.add(char, left, right, base, size, spaced=spaced)
    if line is not None:
        yield line.told(page, number + 1)


def _characters(text: Any) -> Iterator[tuple[str, float, float, float, float, bool]]:
    """Each character that is no blank: left, right, base line, size, and whether a blank stands before it."""
    handle = text.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    unicode, loose, origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    spaced = False
    for index in range(pdfium.FPDFText_CountChars(handle)):
        code = unicode(handle, index)
        char = chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""
        if not char.strip():
            spaced = True
            continue
        loose(handle, index, box)
        origin(handle, index, x, y)
        yield char.translate(_LIGATURES), box.left, box.right, y.value, abs(box.top - box.bottom) or 1.0, spaced
        spaced = False
