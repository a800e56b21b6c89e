"""Reads a submission to EDGAR, or one document of it with its wrapper: the exhibits that are press releases.

A submission is text in which every document stands between `<DOCUMENT>` and `</DOCUMENT>`, with lines such as
`<TYPE>EX-99.1` above it. The documents themselves are HTML or text that was wrapped by hand.
(https://www.sec.gov/info/edgar/specifications, the public dissemination service.)
"""

import re
from collections.abc import Sequence

from prlint.document.charset import decode_marked
from prlint.document.html import Page
from prlint.document.model import Document, ReadError
from prlint.document.pieces import Pieces
from prlint.records import Record

_BEGIN, _END, _BODY, _BODY_END = "<DOCUMENT>", "</DOCUMENT>", "<TEXT>", "</TEXT>"
_HEAD = 4096
_FIELD = re.compile(r"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[ \t]*([^\n<]{0,200})")
_RELEASE = re.compile(r"press|news|release|announce", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype|html|head|body|div|p|font|center|span)\b[^>]{0,500}>", re.IGNORECASE)
_SHEET = re.compile(r"\.(?:pdf|jpe?g|gif|png|xml|xsd|zip|xlsx?|json|js|css)$", re.IGNORECASE)
# The tags of text that is not HTML.
_TAG = re.compile(r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|R\d{1,2}|B|I|U|PDF|XBRL|R)>")
_NAMED = 4


class Exhibit(Record):
    """One document of a submission: its type, name and description, and where its text stands."""

    type: str
    name: str
    description: str
    start: int
    end: int

    @property
    def title(self) -> str:
        """What a note calls it."""
        return f"{self.type or 'a document'}{f' ({self.name})' if self.name else ''}"


def read_edgar(data: bytes, path: str) -> Document:
    """The text of the press releases in a submission. Raises ReadError, also if there is none."""
    source, encoding, notes = decode_marked(data)
    exhibits = exhibits_of(source)
    chosen = releases(exhibits)
    if not chosen:
        held = ", ".join(exhibit.title for exhibit in exhibits[:_NAMED]) or "no document at all"
        raise ReadError(f"is an EDGAR submission without an exhibit 99 (it holds {held})")
    pieces = Pieces(source)
    first, end = pieces.here, pieces.here
    for exhibit in chosen:
        pieces.block()
        if _PAGE.search(source, exhibit.start, min(exhibit.end, exhibit.start + _HEAD)):
            page = Page(pieces)
            page.read(exhibit.start, exhibit.end)
        else:
            _plain(pieces, exhibit.start, exhibit.end)
        end = pieces.here
    if len(exhibits) > 1:
        left = len(exhibits) - len(chosen)
        notes = (*notes, f"is an EDGAR submission; read {', '.join(e.title for e in chosen)}, and not the other {left} of its documents")
    return pieces.read(path, encoding, notes, "edgar", (first, end))


def exhibits_of(source: str) -> list[Exhibit]:
    """The documents of a submission, in order. The last may lack its end, as in a file that was cut off."""
    found = []
    at = source.find(_BEGIN)
    while at >= 0:
        following = source.find(_BEGIN, at + len(_BEGIN))
        stop = following if following >= 0 else len(source)
        stop = end if (end := source.find(_END, at, stop)) >= 0 else stop
        body = source.find(_BODY, at, min(stop, at + _HEAD))
        fields = list(_FIELD.finditer(source, at, body if body >= 0 else min(stop, at + _HEAD)))
        start = body + len(_BODY) if body >= 0 else fields[-1].end() if fields else at + len(_BEGIN)
        told = {match[1]: match[2].strip() for match in fields}
        last = end if (end := source.rfind(_BODY_END, start, stop)) >= 0 else stop
        found.append(Exhibit(told.get("TYPE", ""), told.get("FILENAME", ""), told.get("DESCRIPTION", ""), start, last))
        at = following
    return found


def releases(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Which documents are press releases: the exhibits 99 that say so, else the first of them, else the only document.

    A report on Form 6-K may itself be the release.
    """
    readable = [exhibit for exhibit in exhibits if not _SHEET.search(exhibit.name)]
    attached = [exhibit for exhibit in readable if exhibit.type.upper().startswith("EX-99")]
    told = [exhibit for exhibit in attached if _RELEASE.search(f"{exhibit.description} {exhibit.name}")]
    if told or attached:
        return told or sorted(attached, key=lambda exhibit: exhibit.type)[:1]
    foreign = [exhibit for exhibit in readable if exhibit.type.upper().startswith("6-K")]
    return foreign[:1] or (readable if len(exhibits) == 1 else [])


def _plain(pieces: Pieces, start: int, end: int) -> None:
    """Text with its line ends, without the few tags that it has."""
    for tag in _TAG.finditer(pieces.source, start, end):
        pieces.kept(start, tag.start())
        start = tag.end()
    pieces.kept(start, end)
