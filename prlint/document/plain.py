"""Reads plain text, in whatever encoding and with whatever line ends an author's tools left.

Text is decoded as its byte-order mark says; without one it is UTF-8, or UTF-16 where its NUL bytes show it, or else
Windows-1252, which is told in `Document.notes`. Every kind of line end becomes `\\n`: CRLF, a lone CR, U+0085, U+2028 and
U+2029. A file with `\\n` ends and no mark keeps its offsets.
"""

import codecs
from itertools import accumulate

from prlint.document.model import Document, ReadError
from prlint.language.fold import fold
from prlint.language.kept import compiled

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LINE_ENDS = compiled("\r\n?|[\x85\u2028\u2029]")
_CONTROLS = bytes(c for c in range(32) if chr(c) not in "\t\n\v\f\r\x1a\x1c\x1d\x1e\x1f")
_SAMPLE = 4096
BINARY = "is a binary file, and no kind of document that prlint reads"


def read_plain(data: bytes, path: str) -> Document:
    """The text of some bytes. Raises ReadError: empty, binary, or in no known encoding."""
    text, encoding, notes = decode(data)
    if not fold(text).strip():
        raise ReadError("is empty")
    line_starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")))[:-1]
    return Document(path, text, encoding, notes, line_starts, marked=data.startswith(codecs.BOM_UTF8))


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The characters of some bytes with `\n` line ends, their encoding, and a note if it was guessed. Raises ReadError."""
    text, encoding, notes = _decode(data)
    return one_line_end(text), encoding, notes


def one_line_end(text: str) -> str:
    """A text in which every line ends in `\n`."""
    return LINE_ENDS.sub("\n", text) if LINE_ENDS.search(text) else text


def _decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), encoding, ()
    guess = _utf_16(data)
    if guess:
        return _strictly(data, guess), guess, (f"has no byte-order mark, read as {guess.upper()}",)
    if _looks_binary(data):
        raise ReadError(BINARY)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _strictly(data, "cp1252"), "cp1252", (f"is not UTF-8 (byte 0x{data[error.start]:02X} in line {line}), read as Windows-1252",)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        tried = "UTF-8, UTF-16 or Windows-1252" if encoding == "cp1252" else f"the {encoding.upper()} that its first bytes announce"
        raise ReadError(f"is not text in {tried}") from error
    if "\0" in text:
        raise ReadError(BINARY)
    return text


def _utf_16(data: bytes) -> str:
    """The byte order of UTF-16 text without a mark: Western text has a NUL in nearly every second byte, on one side only."""
    even, odd = data[0:_SAMPLE:2], data[1:_SAMPLE:2]
    enough = max(1, len(odd) * 2 // 5)
    if odd.count(0) >= enough and not even.count(0):
        return "utf-16-le"
    if even.count(0) >= enough and not odd.count(0):
        return "utf-16-be"
    return ""


def _looks_binary(data: bytes) -> bool:
    """A NUL, or more than one control character in a hundred bytes, is not a typist's."""
    return b"\0" in data or (len(data) - len(data.translate(None, _CONTROLS))) * 100 > len(data)
