"""Reads rich text (RTF): its paragraphs, without what is hidden, deleted in a revision, or no part of the body.

Word, TextEdit and LibreOffice write it. Only what makes text is looked at: groups, destinations, characters, and the words
that stand for breaks and signs (Rich Text Format Specification, version 1.9.1). Footnotes stand behind everything else.
"""

import codecs
import re

from prlint.document.model import Document, ReadError
from prlint.document.origin import line_starts, paragraphs
from prlint.document.pieces import RAISED_DIGITS
from prlint.language.fold import fold

_TOKEN = re.compile(rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_ASIDE = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf filetbl revtbl"
    b" listtable listoverridetable rsidtbl themedata colorschememapping datastore latentstyles generator fldinst bkmkstart bkmkend"
    b" annotation atnid atnauthor atndate atnicn atnref xe tc txe rxe nonshppict mmathPr template pgptbl".split()
)
_HIDDEN = frozenset((b"v", b"deleted"))
_SIGNS = {
    b"par": "\n\n", b"sect": "\n\n", b"page": "\n\n", b"line": "\n", b"row": "\n", b"cell": "\t", b"nestcell": "\t", b"nestrow": "\n",
    b"tab": "\t", b"bullet": "•", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\n": "\n\n", b"\r": "\n\n", b"\\": "\\", b"{": "{", b"}": "}"}
_SYMBOL_FONT = {0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE4: "™", 0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±"}
_LABEL = re.compile(r"([•·▪◦]|\(?\w{1,3}[.)])\t+")
_DEEPEST = 10_000


def read_rtf(data: bytes, path: str) -> Document:
    """The text of an RTF document. Raises ReadError: nested beyond reason, or without text."""
    told = _Reader(data).read().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = (_LABEL.sub(r"\1 ", line.strip(" \t\u00a0")) for line in told.split("\n"))
    text = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if not fold(text).strip():
        raise ReadError("is an RTF document without text")
    starts = line_starts(text)
    return Document(path, text, "utf-8", (), starts, "rtf", paragraphs(text, starts))


class _Group:
    """What holds inside of a pair of braces: where text goes, how many characters stand in for a \\u, and how it is set."""

    def __init__(self, out: list[str] | None) -> None:
        self.out = out
        self.hidden = self.raised = self.symbol = False
        self.skip = 1

    def inner(self) -> "_Group":
        group = _Group(self.out)
        group.hidden, group.raised, group.symbol, group.skip = self.hidden, self.raised, self.symbol, self.skip
        return group


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._notes: list[str] = []
        self._body: list[str] = []
        self._group = _Group(self._body)
        self._codec = "cp1252"
        self._to_skip = 0
        self._symbol_fonts = set(re.findall(rb"\\f(\d{1,5})[^;]{0,200} Symbol;", data[:65_536]))

    def read(self) -> str:
        starred = False
        around: list[_Group] = []
        for token in _TOKEN.finditer(self._data):
            word, number, code, symbol, brace, text = token.groups()
            if word:
                self._word(word, number, starred=starred)
            elif brace == b"{":
                if len(around) == _DEEPEST:
                    raise ReadError(f"is an RTF document with more than {_DEEPEST} groups in each other")
                around.append(self._group)
                self._group, self._to_skip = self._group.inner(), 0
            elif brace and around:
                self._group = around.pop()
            elif code or text:
                self._bytes(bytes.fromhex(code.decode()) if code else text)
            elif symbol in _SYMBOLS:
                self._say(_SYMBOLS[symbol])
            starred = symbol == b"*"
        return "".join([*self._body, *self._notes])

    def _word(self, word: bytes, number: bytes | None, *, starred: bool) -> None:
        group = self._group
        if word == b"footnote":
            group.out = self._notes if group.out is not None else None
            self._say("\n\n")
        elif word == b"shptxt":  # a text box, inside of a shape that has no text
            group.out = self._body
        elif starred or word in _ASIDE:
            group.out = None
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif number:
            self._setting(word, number)
        if word in _HIDDEN or word == b"plain":
            group.hidden = word != b"plain" and number != b"0"
        if word in (b"super", b"nosupersub", b"plain"):
            group.raised = word == b"super" and number != b"0"

    def _setting(self, word: bytes, number: bytes) -> None:
        """A word with a number: a character, or how those behind it are to be read."""
        group = self._group
        if word == b"u":
            value = int(number) % 0x10000
            self._say(_SYMBOL_FONT.get(value - 0xF000, "") if 0xF000 <= value <= 0xF0FF else chr(value))
            self._to_skip = group.skip
        elif word == b"uc":
            group.skip = min(max(int(number), 0), 9)
        elif word == b"ansicpg":
            self._codec = _codec(number)
        elif word == b"f":
            group.symbol = number in self._symbol_fonts

    def _bytes(self, data: bytes) -> None:
        """Characters in the document's own encoding, but for those that stand in for a \\u before them."""
        rest, self._to_skip = data[self._to_skip :], max(self._to_skip - len(data), 0)
        if self._group.symbol:
            self._say("".join(_SYMBOL_FONT.get(byte, chr(byte)) for byte in rest))
        else:
            self._say(rest.decode(self._codec, "replace"))

    def _say(self, text: str) -> None:
        if self._group.out is not None and not self._group.hidden:
            self._group.out.append(text.translate(RAISED_DIGITS) if self._group.raised else text)


def _codec(number: bytes) -> str:
    try:
        return codecs.lookup(f"cp{int(number)}").name
    except LookupError:
        return "cp1252"
