"""Reads Markdown as it is shown: without its marks, its front matter and its comments, which may suppress findings.

It knows what CommonMark and its usual extensions offer for prose. It departs from them where a release would suffer: a line
of nothing but `#` or `*` is an end mark and stays, and short lines that follow each other, as in a contact, stay lines.
"""

import re
from collections.abc import Iterator

from prlint.document.html import Page
from prlint.document.inline import Inline, Stretch
from prlint.document.model import Document
from prlint.document.pieces import Pieces
from prlint.document.plain import decode

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(?:[ \t]*#[^\n]*\n)*[\w\"'-]+[ \t]*[:=]")
_QUOTE = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=[^#\s])")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_END_MARK = re.compile(r"[ \t]*(?:[#*][ \t]*)+$")
_ITEM = re.compile(r"[ \t]*(?:([-*+])|(\d{1,9})[.)])(?:[ \t]+|$)")
_DEFINITION = re.compile(r" {0,3}\[([^\[\]^][^\[\]]{0,199})\]:[ \t]*\S+[^\n]*$")
_FOOTNOTE = re.compile(r" {0,3}\[\^([\w-]{1,20})\]:[ \t]*")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_HTML_BLOCK = re.compile(
    r" {0,3}</?(?:table|div|p|ul|ol|center|section|article|details|figure|h[1-6]|pre|script|style|hr)\b", re.IGNORECASE
)
_STRONG_LINE = re.compile(r"(\*\*|__)\S(?:.*\S)?\1$")
_COLUMN = 60
"""Lines that are all shorter (code points) are set as lines by their author, and not wrapped."""


def read_markdown(data: bytes, path: str) -> Document:
    """The text of a Markdown file. Raises ReadError."""
    source, encoding, notes = decode(data)
    pieces = Pieces(source)
    Blocks(pieces).read()
    return pieces.read(path, encoding, notes, "markdown")


def front_matter(source: str) -> int:
    """Where the front matter of a text ends; 0 if it has none."""
    opened = _FRONT.match(source)
    if not opened:
        return 0
    closed = re.compile(rf"^{re.escape(opened[1])}[ \t]*(?:\n|\Z)", re.MULTILINE).search(source, opened.end())
    return closed.end() if closed else 0


class Blocks:
    """Cuts a Markdown text into blocks and hands each to the pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._source = pieces.source
        self._defined = frozenset(match[1].casefold() for match in re.compile(_DEFINITION.pattern, re.MULTILINE).finditer(self._source))
        self._paragraph: list[Stretch] = []
        self._in_list = False  # the paragraph that is open is an item

    def read(self) -> None:
        """Reads all of the text."""
        at, end = front_matter(self._source), len(self._source)
        while at < end:
            at = self._line(at)
        self._finish()

    def _line(self, at: int) -> int:
        """Reads what begins with the line at an offset, and gives where the next line begins."""
        source = self._source
        end = source.find("\n", at)
        end = end if end >= 0 else len(source)
        while quote := _QUOTE.match(source, at, end):
            at = quote.end()
        line = source[at:end]
        if not line.strip():
            self._finish()
            return end + 1
        bare = at + len(line) - len(line.lstrip())
        if source.startswith("<!--", bare):
            return self._comment(bare)
        fence = _FENCE.match(source, at, end)
        if fence:
            return self._fenced(fence[1], end + 1)
        if _HTML_BLOCK.match(line):
            return self._html(at)
        if (
            (self._paragraph and _UNDERLINE.match(line) and not self._in_list)
            or _RULE.match(line)
            or (not self._paragraph and _DEFINITION.match(line))
        ):
            self._finish()
        elif _END_MARK.match(line):
            self._finish()
            self._pieces.block()
            self._pieces.text(bare, end)
            self._pieces.block()
        elif "|" in line and self._is_table(end + 1):
            return self._table(at, end)
        else:
            self._words(line, at, bare, end)
        return end + 1

    def _words(self, line: str, at: int, bare: int, end: int) -> None:
        """A line of a heading, of an item, or of a paragraph."""
        heading, item, footnote = _HEADING.match(line), _ITEM.match(line), _FOOTNOTE.match(line)
        if heading:
            self._finish()
            told = line.rstrip()
            closed = told.rstrip("#")
            self._paragraph = [(at + heading.end(), at + len(closed.rstrip() if closed[-1:] in " \t" else told))]
            self._finish()
        elif item and (item[1] or item[2] == "1" or self._in_list or not self._paragraph):
            self._finish()
            self._pieces.block()
            self._in_list = True
            if item[1]:
                self._pieces.put("• ", bare, min(bare + 2, end))
                bare = at + item.end()
            self._paragraph = [(bare, end)]
        elif footnote:
            self._finish()
            self._pieces.block()
            self._pieces.put(f"{footnote[1]}. ", bare, at + footnote.end())
            self._paragraph = [(at + footnote.end(), end)]
        else:
            self._paragraph.append((bare, end))

    def _finish(self) -> None:
        """Hands over the paragraph that is open."""
        if self._paragraph:
            lines, self._paragraph = self._paragraph, []
            inline = Inline(self._pieces, self._defined)
            told = [self._source[start:end].rstrip() for start, end in lines]
            short = not self._in_list and all(len(line) < _COLUMN for line in told)
            inline.read(lines, [short or (bool(_STRONG_LINE.match(line)) and line.count("**") < 3) for line in told])
        self._in_list = False
        self._pieces.block()

    def _comment(self, at: int) -> int:
        """A comment between two blocks, or before one in its line."""
        self._finish()
        close = self._source.find("-->", at + 4)
        if close < 0:
            return len(self._source)
        self._pieces.remark(self._source[at + 4 : close], at)
        return close + 3

    def _fenced(self, fence: str, at: int) -> int:
        """Lines between two fences, as they are."""
        self._finish()
        close = re.compile(rf"^ {{0,3}}{re.escape(fence)}{re.escape(fence[0])}*[ \t]*$", re.MULTILINE).search(self._source, at)
        end = close.start() - 1 if close else len(self._source)
        self._pieces.kept(at, max(end, at))
        self._pieces.block()
        return close.end() + 1 if close else end

    def _html(self, at: int) -> int:
        """A block of HTML, up to a blank line."""
        self._finish()
        end = self._source.find("\n\n", at)
        end = end if end >= 0 else len(self._source)
        Page(self._pieces).read(at, end)
        self._pieces.block()
        return end + 1

    def _is_table(self, at: int) -> bool:
        end = self._source.find("\n", at)
        return bool(_DELIMITERS.match(self._source, at, end if end >= 0 else len(self._source))) and at < len(self._source)

    def _table(self, at: int, end: int) -> int:
        """The rows of a table, a line each, with tabs between their cells."""
        self._finish()
        source = self._source
        number = 0
        while "|" in source[at:end]:
            if number != 1:  # what is under the head of a table
                self._pieces.line()
                for cell in self._cells(at, end):
                    self._pieces.tab(cell[0])
                    Inline(self._pieces, self._defined).read([cell], [False])
            number += 1
            at = end + 1
            end = source.find("\n", at)
            end = end if end >= 0 else len(source)
        self._pieces.block()
        return at

    def _cells(self, at: int, end: int) -> Iterator[Stretch]:
        """The cells of a row."""
        while at < end and self._source[at] in " \t|":
            at += 1
        for match in _CELL_END.finditer(self._source, at, end):
            yield at, match.start()
            at = match.end()
        yield at, end
