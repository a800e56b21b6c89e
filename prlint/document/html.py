"""Reads an HTML page as its reader sees it: without what is hidden, and without the page around the release.

Paragraphs become lines with a blank one between them, list items get a bullet or a number, the cells of a table row a tab
between them; a table that only arranges text is read cell by cell. Comments may suppress findings.
"""

import re

from prlint.document.charset import decode_marked
from prlint.document.model import Document
from prlint.document.pieces import BREAKS, Pieces
from prlint.document.tags import CLOSE, COMMENT, RAW, TEXT, Token, Tokens

_UNSEEN = frozenset((
    *RAW, "head", "template", "noscript", "svg", "object", "audio", "video", "canvas", "select", "datalist", "button", "nav", "aside",
    "dialog", "del", "s", "strike",  # the last three are struck from a draft
))  # fmt: skip
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "frame",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "legend", "li", "main", "menu", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "hr", "document", "page",
))  # fmt: skip
# What a start tag closes although its end tag is missing: a paragraph ends at any block.
_SIBLINGS = {"td": ("td", "th"), "th": ("td", "th"), "tr": ("tr", "td", "th"), "li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_NESTING = frozenset(("table", "ul", "ol", "dl", "menu"))

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE
)
_FOR_THE_EAR = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?:\s|$)", re.IGNORECASE)
_TELLING = re.compile(r"hidden|style|class|role|itemprop|start", re.IGNORECASE)

_LABEL = re.compile(r"[•·●▪◦‣■□*–-]|o|\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]|\[\d{1,3}\]|[*†‡]{1,3}")
_GLUED_BEFORE, _GLUED_AFTER = frozenset(("$", "€", "£", "(", "$(")), frozenset((")", "%", ")%", "%)"))
_CELL, _CELL_LINES = 300, 2
_SHORTEST_PAGE, _NEARLY_ALL = 200, 0.6


def read_html(data: bytes, path: str) -> Document:
    """The text of a page. Raises ReadError: empty, binary, or in no known encoding."""
    source, encoding, notes = decode_marked(data)
    pieces = Pieces(source)
    page = Page(pieces)
    page.read(0, len(source))
    part, note = page.release()
    return pieces.read(path, encoding, notes + note, "html", part)


class _Row:
    """A row of a table that is open: the numbers of the pieces that its cells begin with, and whether one of them holds a table."""

    def __init__(self) -> None:
        self.cells: list[int] = []
        self.nests = False


class Page:
    """What is seen of a page, as pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self._open: dict[str, int] = {}
        self._hidden: list[str] = []
        self._hidden_open: dict[str, int] = {}
        self._kept = 0
        self._lists: list[int | None] = []
        self._tables: list[_Row | None] = []
        self._raised: list[int] = []
        self._inside: dict[str, list[int]] = {}
        self._regions: list[tuple[int, int]] = []
        self._titles: list[int] = []

    def read(self, start: int, end: int) -> None:
        """Reads a stretch of the source."""
        tokens = Tokens(self.pieces.source, start, end)
        for token in tokens:
            if token.kind == TEXT:
                if not self._hidden:
                    (self.pieces.kept if self._kept else self.pieces.text)(token.start, token.end)
            elif token.kind == COMMENT:
                if not token.name:
                    self.pieces.remark(self.pieces.source[token.start + 4 : token.end - 3], token.start)
            elif token.kind == CLOSE:
                self._close(token.name)
            else:
                self._start(token, tokens)
        for name in list(self._inside):
            self._regions.append((self._inside[name][1], self.pieces.here))
        while self._tables:
            self._end_table()

    def release(self) -> tuple[tuple[int, int], tuple[str, ...]]:
        """The pieces that are the release, and a note if that is not all of them.

        It is the smallest article or main part that holds nearly all of what the largest holds, and the title above it.
        """
        whole = (0, self.pieces.here)
        lengths = {region: sum(map(len, self.pieces.texts[slice(*region)])) for region in self._regions}
        longest = max(lengths.values(), default=0)
        if longest < _SHORTEST_PAGE:
            return whole, ()
        first, last = min((region for region in lengths if lengths[region] >= longest * _NEARLY_ALL), key=lengths.__getitem__)
        if not any(first <= title < last for title in self._titles):
            first = max((title for title in self._titles if title < first), default=first)
        return (first, last), (("read the article of the page, and not what is around it",) if (first, last) != whole else ())

    def _start(self, token: Token, tokens: Tokens) -> None:
        name = token.name
        telling = _TELLING.search(self.pieces.source, token.start + 1 + len(name), token.end)
        attributes = tokens.attributes(token) if telling else {}
        if self._hidden:
            self._start_in_hidden(name)
            if self._hidden:
                return
        if name in _BLOCKS:
            self._break(name, attributes)
        elif name == "br":
            self.pieces.line()
        elif name == "sup":
            self._raised.append(self.pieces.here)
        if name in _VOID:
            return
        if name in _UNSEEN or _is_hidden(attributes):
            self._hide(name)
            return
        self._open[name] = self._open.get(name, 0) + 1
        self._begin_region(name, attributes)

    def _break(self, name: str, attributes: dict[str, str]) -> None:
        """What the start of a block does to the text."""
        pieces = self.pieces
        pieces.block()
        if name == "li":
            pieces.block(self._bullet())
        elif name in ("ul", "ol", "menu", "dir"):
            start = attributes.get("start", "1")
            self._lists.append((int(start) if start.isdecimal() and len(start) < 6 else 1) if name == "ol" else None)
        elif name == "pre":
            self._kept += 1
        elif name == "table":
            self._begin_table()
        elif name == "tr" and self._tables:
            self._end_row()
            self._tables[-1] = _Row()
        elif name in ("td", "th") and self._tables and self._tables[-1]:
            self._tables[-1].cells.append(pieces.here)
        elif name == "hr":
            pieces.page_ends()
        elif name == "h1":
            self._titles.append(pieces.here)

    def _bullet(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _close(self, name: str) -> None:
        if self._hidden:
            self._close_in_hidden(name)
            return
        if name == "br":
            self.pieces.line()
            return
        if name in _BLOCKS:
            self.pieces.block()
        if not self._open.get(name):
            return
        self._open[name] -= 1
        if name in ("ul", "ol", "menu", "dir") and self._lists:
            self._lists.pop()
        elif name == "pre" and self._kept:
            self._kept -= 1
        elif name == "tr" and self._tables:
            self._end_row()
        elif name == "table" and self._tables:
            self._end_table()
        elif name == "sup" and self._raised:
            self.pieces.raised(self._raised.pop())
        self._end_region(name)

    # ------------------------------------------------------------ what is hidden

    def _hide(self, name: str) -> None:
        self._hidden = [name]
        self._hidden_open = {name: 1}

    def _start_in_hidden(self, name: str) -> None:
        """A tag inside of what is hidden; it may show that an end tag is missing."""
        outermost = self._hidden[0]
        nested = any(self._hidden_open.get(one) for one in _NESTING)
        ends = (outermost == "p" and name in _BLOCKS) or (not nested and outermost in _SIBLINGS.get(name, ()))
        if ends or (outermost == "head" and name == "body"):
            self._hidden = []
        elif name not in _VOID:
            self._hidden.append(name)
            self._hidden_open[name] = self._hidden_open.get(name, 0) + 1

    def _close_in_hidden(self, name: str) -> None:
        if self._hidden_open.get(name):
            while True:
                last = self._hidden.pop()
                self._hidden_open[last] -= 1
                if last == name:
                    break
        elif self._open.get(name) and name in _BLOCKS:  # what is around it ends
            self._hidden = []
            self._close(name)

    # ------------------------------------------------------------ tables, parts of the page

    def _begin_table(self) -> None:
        around = self._tables[-1] if self._tables else None
        if around:
            around.nests = True
        self._tables.append(None)

    def _end_table(self) -> None:
        self._end_row()
        self._tables.pop()

    def _end_row(self) -> None:
        """Makes one line of the cells of a row, unless the table only arranges paragraphs."""
        row, self._tables[-1] = self._tables[-1], None
        if row is None or row.nests or len(row.cells) < 2:
            return
        texts = self.pieces.texts
        cells = [(a, b) for a, b in zip(row.cells, (*row.cells[1:], len(texts)), strict=True) if any(t not in BREAKS for t in texts[a:b])]
        if len(cells) < 2:
            return
        told = ["".join(texts[a + (texts[a] in BREAKS) : b]).strip() for a, b in cells]
        if _LABEL.fullmatch(told[0]) and (len(cells) == 2 or len(told[1]) > _CELL):
            texts[cells[1][0]] = " "
            return
        lines = [sum(t in BREAKS for t in texts[a + 1 : b]) + 1 for a, b in cells]
        if max(map(len, told)) > _CELL or max(lines) > _CELL_LINES:
            return
        for number, (a, b) in enumerate(cells):
            for index in range(a + 1, b):
                if texts[index] in BREAKS:
                    texts[index] = " "
            if number and texts[a] in BREAKS:
                glued = told[number - 1] in _GLUED_BEFORE or told[number] in _GLUED_AFTER
                texts[a] = "" if glued else "\t"

    def _begin_region(self, name: str, attributes: dict[str, str]) -> None:
        if name in self._inside:
            self._inside[name][0] += 1
        elif name in ("article", "main") or attributes.get("role") == "main" or attributes.get("itemprop", "").lower() == "articlebody":
            self._inside[name] = [1, self.pieces.here]

    def _end_region(self, name: str) -> None:
        if name in self._inside:
            self._inside[name][0] -= 1
            if not self._inside[name][0]:
                self._regions.append((self._inside.pop(name)[1], self.pieces.here))


def _is_hidden(attributes: dict[str, str]) -> bool:
    """Whether an element is not shown. What is only hidden from screen readers is shown."""
    return bool(
        ("hidden" in attributes and attributes["hidden"].lower() != "until-found")
        or _HIDING.search(attributes.get("style", ""))
        or _FOR_THE_EAR.search(attributes.get("class", ""))
    )
