"""Cuts the runs of a Word part at characters, in bytes, so that nothing else of the part changes.

A run that is cut in two becomes two runs of the same properties; what stands in it beside text (tabs, breaks, symbols,
drawings) stays where it was. A formula, a run that holds a text box, and one with markup that no word processor writes are
never cut: marks go before and behind them.
"""

import re
from collections.abc import Iterable, Iterator

from prlint.document.word_story import Piece, Run, Story
from prlint.records import Record

_TAG = re.compile(rb"<(/?)([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)\s*(/?)>")
_TEXTS = (b"t", b"delText")
MAIN_SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Child(Record):
    """An element of a run: its name without a prefix, its bytes, and those of what stands between its tags."""

    name: bytes
    start: int
    inner: int
    inner_end: int
    end: int


class Anatomy(Record):
    """A run taken apart: its first tag, its properties, its last tag, and what else it holds."""

    opening: bytes
    properties: bytes
    closing: bytes
    children: tuple[Child, ...]


class Point(Record):
    """A place in a run: the byte before which something is to be put."""

    run: Run
    at: int


def escaped(text: str) -> bytes:
    """A text as XML holds it; what XML cannot hold becomes a replacement character."""
    text = _NOT_XML.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").encode()


def tag_at(data: bytes, at: int) -> bytes:
    """The tag that begins at a byte."""
    match = _TAG.match(data, at)
    assert match, "a tag that the parser told of"
    return match[0]


class Words(Record):
    """How a part names the elements of WordprocessingML: with a prefix of its own, or else with ours, which it has to be told."""

    prefix: bytes
    declared: bytes

    def tag(self, name: str, attributes: str = "", *, empty: bool = False) -> bytes:
        """An opening tag, or an empty one. `attributes` are written with `w:`."""
        own = attributes.encode().replace(b"w:", self.prefix + b":")
        space = b" " if own else b""
        return b"<" + self.prefix + b":" + name.encode() + self.declared + space + own + (b"/>" if empty else b">")

    def end(self, name: str) -> bytes:
        return b"</" + self.prefix + b":" + name.encode() + b">"


def words_of(data: bytes) -> Words:
    """The prefix that the root of a part gives to WordprocessingML."""
    head = data[:65536].decode("utf-8", "replace")
    for space in MAIN_SPACES:
        match = re.search(rf"xmlns:([\w.-]+)\s*=\s*[\"']{re.escape(space)}[\"']", head)
        if match:
            return Words(match[1].encode(), b"")
    space = next((space for space in MAIN_SPACES if space in head), MAIN_SPACES[0])
    return Words(b"w", f' xmlns:w="{space}"'.encode())


def anatomy(data: bytes, run: Run) -> Anatomy | None:
    """A run taken apart, or None if it may not be cut."""
    whole = data[run.start : run.end]
    if run.whole or b"<!" in whole or b"<?" in whole or b"txbxContent" in whole:
        return None
    opening = tag_at(data, run.start)
    inside = list(children_of(data, run.start + len(opening), run.end))
    properties = b"".join(data[child.start : child.end] for child in inside if child.name == b"rPr")
    closing = data[data.rindex(b"</", run.start, run.end) : run.end]
    return Anatomy(opening, properties, closing, tuple(child for child in inside if child.name != b"rPr"))


def children_of(data: bytes, start: int, end: int) -> Iterator[Child]:
    """The elements between two bytes, of which the first is behind the tag of their parent, up to the end of the parent."""
    depth = begin = inner = 0
    for match in _TAG.finditer(data, start, end):
        if not match[1]:
            if depth == 0:
                begin, inner = match.start(), match.end()
            depth += 1
        if match[1] or match[4]:
            depth -= 1
            if depth < 0:
                return
            if depth == 0:
                yield Child(match[2].rpartition(b":")[2], begin, inner, match.start() if match[1] else inner, match.end())


def pieces_of(data: bytes, run: Run, cuts: Iterable[int]) -> list[bytes] | None:
    """A run cut at some bytes, in order: one more run than cuts, of which those without content are empty. None if it may not be cut."""
    parts = anatomy(data, run)
    if parts is None:
        return None
    contents: list[list[bytes]] = [[]]
    waiting = list(cuts)
    for child in parts.children:
        begin = child.start
        while waiting and waiting[0] < child.end:
            at = waiting.pop(0)
            within = child.name in _TEXTS and child.inner < at < child.inner_end
            if within:
                contents[-1].append(_part_of(data, child, begin, at))
                begin = at
            elif child.name in _TEXTS and at >= child.inner_end:
                contents[-1].append(_part_of(data, child, begin, child.end))
                begin = child.end
            contents.append([])
        if begin < child.end:
            contents[-1].append(_part_of(data, child, begin, child.end))
    contents += [[] for _ in waiting]
    if sum(map(bool, contents)) == 1:
        return [data[run.start : run.end] if content else b"" for content in contents]
    return [b"".join([parts.opening, parts.properties, *content, parts.closing]) if content else b"" for content in contents]


def _part_of(data: bytes, child: Child, begin: int, end: int) -> bytes:
    """An element, or the part of a text element between two bytes, which then keeps the blanks at its ends."""
    if begin == child.start and end == child.end:
        return data[begin:end]
    opening = data[child.start : child.inner]
    if b"xml:space" not in opening:
        opening = opening[:-1] + b' xml:space="preserve">'
    inner = data[max(begin, child.inner) : min(end, child.inner_end)]
    return opening + inner + data[child.inner_end : child.end]


def before(data: bytes, story: Story, offset: int) -> Point:
    """The point right before a character that stands in the file."""
    index = story.piece_at(offset)
    piece = story.pieces[index]
    assert piece.run, "a character of the file"
    return Point(piece.run, _byte(data, piece, offset - story.starts[index]))


def behind(data: bytes, story: Story, offset: int) -> Point:
    """The point right behind a character that stands in the file."""
    index = story.piece_at(offset)
    piece = story.pieces[index]
    assert piece.run, "a character of the file"
    within = offset - story.starts[index] + 1
    if piece.plain:
        return Point(piece.run, _byte(data, piece, within))
    if data.startswith(b"&", piece.at):
        return Point(piece.run, data.index(b";", piece.at) + 1)
    if data.startswith(b"<", piece.at):
        return Point(piece.run, _element_end(data, piece.run, piece.at))
    return Point(piece.run, piece.at + (2 if data.startswith(b"\r\n", piece.at) else 1))


def _element_end(data: bytes, run: Run, at: int) -> int:
    parts = anatomy(data, run)
    return next((child.end for child in parts.children if child.start == at), run.end) if parts else run.end


def _byte(data: bytes, piece: Piece, characters: int) -> int:
    """Where a character of a plain piece begins; one of the file's characters is one of the text's."""
    if not characters or not piece.plain:
        return piece.at
    raw = data[piece.at : piece.at + 4 * characters].decode("utf-8", "ignore")
    return piece.at + len(raw[:characters].encode())


def spliced(data: bytes, changes: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Bytes with stretches replaced; changes are apart, and those at one place stay in their order."""
    parts, done = [], 0
    for start, end, new in sorted(changes, key=lambda change: change[:2]):
        assert start >= done, "changes that do not overlap"
        parts += [data[done:start], new]
        done = end
    return b"".join([*parts, data[done:]])
