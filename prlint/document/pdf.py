"""Reads a PDF: its lines, joined into paragraphs, without what is repeated at the head and foot of its pages.

A PDF has no paragraphs and no spaces, only characters at places. PDFium (through pypdfium2, the extra `prlint[pdf]`) says
where they are; `prlint/document/pdf_lines.py` makes lines of them and `prlint/document/pdf_paragraphs.py` paragraphs.
"""

from prlint.document.model import Document, ReadError
from prlint.document.origin import Labels, line_starts
from prlint.document.pdf_paragraphs import paragraphs
from prlint.language.fold import fold

_NAMED = 5


def read_pdf(data: bytes, path: str) -> Document:
    """The text of a PDF. Raises ReadError: the extra is missing, or the file is encrypted, damaged, or without text."""
    try:
        from prlint.document.pdf_lines import pages
    except ImportError as error:
        raise ReadError("is a PDF, and reading one needs prlint[pdf] (`pip install 'prlint[pdf]'`)") from error
    sheets = pages(data)
    told = paragraphs(sheets)
    if not fold(told.text).strip():
        raise ReadError(f"is a PDF without text: its {_pages(len(sheets))} pictures, as of a scan, and want character recognition first")
    empty = [str(number) for number, sheet in enumerate(sheets, 1) if not sheet.lines]
    notes = (f"has no text on page {', '.join(empty[:_NAMED])}{', …' if len(empty) > _NAMED else ''}",) if empty else ()
    return Document(path, told.text, "utf-8", notes, line_starts(told.text), "pdf", Labels(told.starts, told.labels))


def _pages(number: int) -> str:
    return "one page holds" if number == 1 else f"{number} pages hold"
