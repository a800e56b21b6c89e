"""What a walk over a Word document leaves: its text in pieces, each of which knows where in the file it stands."""

from bisect import bisect_right
from collections.abc import Iterator

from prlint.records import Record


class Run:
    """A `w:r` of a part, from the byte where it begins to the one behind it.

    `whole` says that it may not be cut (a formula). `inserted` is where the `w:ins` begins that it is a child of, or -1.
    """

    __slots__ = ("end", "index", "inserted", "part", "start", "whole")

    def __init__(self, part: str, index: int, start: int, inserted: int, *, whole: bool) -> None:
        self.part, self.index, self.start, self.inserted, self.whole = part, index, start, inserted, whole
        self.end = start


class Paragraph:
    """A `w:p` of a part. `first` and `last` are the offsets of its own text, `start` that of its text with a list's label.

    `place` is empty in the body, and else says where it stands: "in a text box", "footnote 2". `story` tells apart texts of
    which Word allows no comment to reach from one into another.
    """

    __slots__ = ("cell", "end", "first", "label", "last", "part", "place", "start", "start_byte", "story")

    def __init__(self, part: str, start_byte: int, place: str, story: int, *, cell: bool) -> None:
        self.part, self.start_byte, self.place, self.story, self.cell = part, start_byte, place, story, cell
        self.label = ""
        self.end = start_byte
        self.start = self.first = self.last = -1


class Piece(Record):
    """A stretch of text. `at` is the byte where it is written; `plain` says that it is written there character by character.

    Without a run it is prlint's own: what stands between paragraphs and cells, and the labels of lists.
    """

    text: str
    run: Run | None = None
    at: int = -1
    plain: bool = False
    paragraph: Paragraph | None = None
    comment: str = ""


class Block:
    """Pieces of what becomes one block of the text: a paragraph, or a row of a table.

    A `tight` one stands right below another; a `heading` is prlint's own.
    """

    __slots__ = ("heading", "pieces", "tight")

    def __init__(self, pieces: list[Piece] | None = None, *, tight: bool = False, heading: bool = False) -> None:
        self.pieces = pieces if pieces is not None else []
        self.tight, self.heading = tight, heading

    @property
    def has_text(self) -> bool:
        return self.heading or any(piece.run and not piece.text.isspace() for piece in self.pieces if piece.text)


class Note(Record):
    """A footnote or an endnote in the order of the text: its kind, its id, and the mark that leads to it."""

    kind: str
    id: str
    mark: Piece | None


class Story(Record):
    """The text, its pieces with the offset of each, its paragraphs, the spans that comments already have, and the marks of notes.

    `marks` are offsets by the place of a note ("footnote 2").
    """

    text: str
    starts: list[int]
    pieces: list[Piece]
    paragraphs: list[Paragraph]
    comments: dict[str, tuple[int, int]]
    runs: list[Run]
    marks: dict[str, int]

    def piece_at(self, offset: int) -> int:
        """The index of the piece that holds a character."""
        return bisect_right(self.starts, offset) - 1

    def own(self, start: int, end: int) -> Iterator[tuple[int, Piece]]:
        """The pieces of a span that stand in the file, each with its offset."""
        index = max(self.piece_at(start), 0)
        while index < len(self.pieces) and self.starts[index] < end:
            if self.pieces[index].run and self.starts[index] + len(self.pieces[index].text) > start:
                yield self.starts[index], self.pieces[index]
            index += 1

    def paragraph_near(self, offset: int) -> Paragraph:
        """The paragraph that an offset stands in or behind; before the first one, the first."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[max(index, 0)]


def told(blocks: list[Block], runs: list[Run], notes: list[tuple[str, Piece]] | None = None) -> Story:
    """The story of some blocks, laid out as a text: an empty line between paragraphs, none between the rows of a table."""
    layout = _Layout()
    for block in blocks:
        gap = [Piece("\n" if block.tight else "\n\n")] if layout.at and block.has_text else []
        for piece in (*gap, *block.pieces):
            if piece.comment:
                layout.comment(piece.comment)
            elif block.has_text:
                layout.put(piece)
    places = {id(mark): place for place, mark in notes or ()}
    marks = {places[id(piece)]: start for start, piece in zip(layout.starts, layout.pieces, strict=True) if id(piece) in places}
    text = "".join(piece.text for piece in layout.pieces)
    return Story(text, layout.starts, layout.pieces, layout.paragraphs, layout.comments, runs, marks)


class _Layout:
    """Pieces laid out one behind the other."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.pieces: list[Piece] = []
        self.paragraphs: list[Paragraph] = []
        self.comments: dict[str, tuple[int, int]] = {}
        self._waiting: list[str] = []
        self.at = 0

    def comment(self, mark: str) -> None:
        """Where a comment begins or ends. It begins with the next text of the file and ends with the last."""
        name = mark[1:]
        if mark[0] == "<":
            self._waiting.append(name)
        elif name in self.comments:
            self.comments[name] = (self.comments[name][0], self.at)

    def put(self, piece: Piece) -> None:
        paragraph, end = piece.paragraph, self.at + len(piece.text)
        if paragraph and paragraph.start < 0:
            paragraph.start = self.at
            self.paragraphs.append(paragraph)
        if piece.run:
            self.comments.update((name, (self.at, self.at)) for name in self._waiting)
            self._waiting.clear()
            if paragraph:
                paragraph.first = self.at if paragraph.first < 0 else paragraph.first
                paragraph.last = end
        self.starts.append(self.at)
        self.pieces.append(piece)
        self.at = end
