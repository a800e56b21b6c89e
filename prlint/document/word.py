"""Reads a Word document: the text as an author sees it on the page, and the way back to each word in the file.

Paragraphs are apart by an empty line. A row of a table is a line with tabs between its cells, an item of a list begins with
its label, and footnotes and endnotes stand behind everything else, under a heading. Headers and footers are no part of the
text. Of tracked changes, what is inserted is read and what is deleted is not, or the reverse, or both.
"""

from bisect import bisect_right
from itertools import accumulate

from prlint.document.model import Document, Location, ReadError
from prlint.document.word_package import Package
from prlint.document.word_story import Block, Piece, Story, told
from prlint.document.word_styles import Styles
from prlint.document.word_walk import Walk, Walked
from prlint.records import Record

_NOTES = {"footnote": ("footnotes", "Footnotes"), "endnote": ("endnotes", "Endnotes")}


class Place(Record):
    """Where in the file a character stands: the part, the `w:r` in it (from 0), and the character of that run's text (from 0)."""

    part: str
    run: int
    character: int


class WordOrigin(Record):
    """The source map of a Word document. Paragraphs are counted as Word counts them: those that hold text."""

    tracked: str
    starts: tuple[int, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    places: tuple[str, ...]
    pieces: tuple[int, ...]
    runs: tuple[Place, ...]

    def locate(self, offset: int) -> Location:
        """The paragraph (as the line), and the character in it (as the column); a list's label belongs to its first character."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        within = min(max(offset, self.firsts[index]), self.lasts[index]) - self.firsts[index]
        where = f", {self.places[index]}" if self.places[index] else ""
        return Location(index + 1, within + 1, f"paragraph {index + 1}{where}")

    def place(self, offset: int) -> Place | None:
        """Where in the file a character is written; None for what prlint puts between paragraphs and before items of lists."""
        index = bisect_right(self.pieces, offset) - 1
        if index < 0 or not self.runs[index].part:
            return None
        part, run, character = self.runs[index]
        return Place(part, run, character + offset - self.pieces[index])


def read_word(data: bytes, path: str, tracked: str = "final") -> Document:
    """The text of a Word document. Raises ReadError: damaged, hostile, encrypted, or without text."""
    package = Package(data)
    story = story_of(package, tracked)
    if not story.text.strip():
        raise ReadError("is a Word document without text")
    aside = _aside(package)
    notes = (f"has {aside} words in headers and footers, which are not checked",) if aside else ()
    line_starts = (0, *accumulate(len(line) + 1 for line in story.text.split("\n")))[:-1]
    return Document(path, story.text, "utf-8", notes, line_starts, "docx", _origin(story, tracked))


def story_of(package: Package, tracked: str) -> Story:
    """The text of a document with its pieces, the notes behind the body."""
    styles = Styles(package)
    body = _walked(package, package.main, styles, tracked)
    blocks, runs = list(body.blocks), list(body.runs)
    marks: list[tuple[str, Piece]] = []
    for kind, (parts, heading) in _NOTES.items():
        led_to = [note for note in body.notes if note.kind == kind]
        linked = package.linked(parts)
        if not led_to or not linked:
            continue
        walked = _walked(package, linked[0], styles, tracked)
        runs += walked.runs
        blocks.append(Block([Piece(heading)], heading=True))
        for number, note in enumerate(led_to, 1):
            own = [block for block in walked.by_id.pop(f"{kind} {note.id}", []) if block.has_text]
            if own and note.mark:
                gap = "" if next(piece.text for piece in own[0].pieces if piece.text)[0].isspace() else " "
                own[0].pieces.insert(0, Piece(note.mark.text + gap))
            for paragraph in {piece.paragraph for block in own for piece in block.pieces if piece.paragraph}:
                paragraph.place = f"{kind} {number}"
            marks += [(f"{kind} {number}", note.mark)] if note.mark else []
            blocks += own
    return told(blocks, runs, marks)


def _walked(package: Package, part: str, styles: Styles, tracked: str) -> Walked:
    """A part walked over; once more without heeding fields if one of them is never closed and might hide what follows."""
    data = package.part(part)
    walk = Walk(part, styles, tracked)
    walked = walk.over(data)
    if walk.unclosed:
        styles.count_anew()
        walked = Walk(part, styles, tracked, fields=False).over(data)
    return walked


def _aside(package: Package) -> int:
    """How many words stand in headers and footers, numbers aside."""
    words = 0
    for part in (*package.linked("header"), *package.linked("footer")):
        walked = _walked(package, part, Styles(), "final")
        text = told(walked.blocks, walked.runs).text
        words += sum(any(map(str.isalpha, word)) for word in text.split())
    return words


def _origin(story: Story, tracked: str) -> WordOrigin:
    paragraphs = story.paragraphs
    lengths: dict[tuple[str, int], int] = {}
    runs = []
    for piece in story.pieces:
        if piece.run is None:
            runs.append(Place("", -1, -1))
            continue
        key = (piece.run.part, piece.run.index)
        runs.append(Place(*key, lengths.get(key, 0)))
        lengths[key] = lengths.get(key, 0) + len(piece.text)
    return WordOrigin(
        tracked,
        tuple(paragraph.start for paragraph in paragraphs),
        tuple(paragraph.first for paragraph in paragraphs),
        tuple(paragraph.last for paragraph in paragraphs),
        tuple(paragraph.place for paragraph in paragraphs),
        tuple(story.starts),
        tuple(runs),
    )
