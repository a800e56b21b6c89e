"""Walks a part of a Word document and collects its text: what is inserted, deleted, hidden, boxed, in tables and in fields."""

from prlint.document.model import ReadError
from prlint.document.word_elements import ADDED, BEGIN, END, PROPERTIES, SIGNS, SKIPPED
from prlint.document.word_frames import Changes, Container, Fields, Look, Open, Table
from prlint.document.word_glyphs import glyph, raised, unmasked
from prlint.document.word_story import Block, Note, Paragraph, Piece, Run
from prlint.document.word_styles import Styles, is_on, whole
from prlint.document.word_xml import Attributes, walk
from prlint.records import Record

_SOFT_HYPHEN = "\xad"
_BLANKS = " \t\r\n"  # those of XML, a byte each
LARGEST_TEXT = 10 * 1024 * 1024


class Walked(Record):
    """The blocks of a part, its runs, the notes that it leads to, and the blocks of its own notes ("footnote 2")."""

    blocks: list[Block]
    runs: list[Run]
    notes: list[Note]
    by_id: dict[str, list[Block]]


class Walk:
    """One walk over one part."""

    def __init__(self, part: str, styles: Styles, tracked: str, *, fields: bool = True) -> None:
        self._part, self._styles = part, styles
        self._changes, self._fields = Changes(tracked), Fields(heeded=fields)
        self._note = ""
        self._path: list[str] = [""]
        self._skipping = 0
        self._alternates: list[bool] = []
        self._containers: list[Container] = [Container()]
        self._paragraphs: list[Open] = []
        self._tables: list[Table] = []
        self._runs: list[tuple[Run, Look]] = []
        self._stories = [0]
        self._telling = False
        self._kept = False
        self._collected = 0
        self._notes: list[Note] = []
        self._numbers = {"footnote": 0, "endnote": 0}
        self.walked = Walked(self._containers[0].blocks, [], self._notes, {})
        self._begins = {name: getattr(self, act) for name, act in BEGIN.items()}
        self._ends = {name: getattr(self, act) for name, act in END.items()}

    def over(self, data: bytes) -> Walked:
        """Walks a part. Raises ReadError."""
        self._data = data
        walk(data, self._begin, self._end, self._told)
        return self.walked

    @property
    def unclosed(self) -> bool:
        """Whether a field was never closed, so that what follows may have been taken for its code."""
        return self._fields.are_open

    def _begin(self, name: str, attributes: Attributes, at: int) -> None:
        if self._skipping or name in SKIPPED:
            self._skipping += 1
            return
        self._path.append(name)
        act = self._begins.get(name)
        if act:
            act(attributes, at)

    def _end(self, _name: str, at: int) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        name = self._path.pop()
        act = self._ends.get(name)
        if act:
            act(at)

    # ------------------------------------------------------------------ alternatives, fields, changes

    def _alternate(self, _attributes: Attributes, _at: int) -> None:
        self._alternates.append(False)

    def _alternate_end(self, _at: int) -> None:
        self._alternates.pop()

    def _choice(self, _attributes: Attributes, _at: int) -> None:
        """Of several ways to show a thing the first is read, so that a text box is read once."""
        if self._alternates and self._alternates[-1]:
            self._path.pop()
            self._skipping = 1
        elif self._alternates:
            self._alternates[-1] = True

    def _field(self, attributes: Attributes, _at: int) -> None:
        self._fields.mark(attributes.get("w:fldCharType", ""))

    def _change(self, at: int, *, is_added: bool) -> None:
        """A change of text, or of the paragraph's mark or the row whose properties hold it."""
        parent = self._path[-2]
        if parent not in PROPERTIES:
            self._changes.begin(at, is_added=is_added)
        elif self._changes.keeps(is_added=is_added):
            return
        elif parent == "w:rPr" and self._path[-3] == "w:pPr" and self._paragraphs:
            self._paragraphs[-1].joined = True
        elif parent == "w:trPr" and self._tables:
            self._tables[-1].row_is_out = True

    def _ins(self, _attributes: Attributes, at: int) -> None:
        self._change(at, is_added=True)

    def _del(self, _attributes: Attributes, at: int) -> None:
        self._change(at, is_added=False)

    def _ins_end(self, _at: int) -> None:
        if self._path[-1] not in PROPERTIES:
            self._changes.end(is_added=True)

    def _del_end(self, _at: int) -> None:
        if self._path[-1] not in PROPERTIES:
            self._changes.end(is_added=False)

    @property
    def _reads(self) -> bool:
        """Whether text that stands here is text of the release."""
        is_hidden = self._runs and self._runs[-1][1].hidden
        if is_hidden or self._fields.in_code or not self._paragraphs or not self._changes.are_read:
            return False
        return not any(table.row_is_out for table in self._tables)

    # ------------------------------------------------------------------ paragraphs

    def _paragraph(self, _attributes: Attributes, at: int) -> None:
        container = self._containers[-1]
        block = container.open or Block()
        cell = "w:tc" in self._path
        place = self._note or ("in a text box" if len(self._stories) > 1 else "")
        self._paragraphs.append(Open(Paragraph(self._part, at, place, self._stories[-1], cell=cell), block))

    def _paragraph_end(self, at: int) -> None:
        done = self._paragraphs.pop()
        paragraph, block, container = done.paragraph, done.block, self._containers[-1]
        paragraph.end = self._data.index(b">", at) + 1 if self._data.startswith(b"</", at) else at
        own = [piece for piece in block.pieces[done.begins :] if piece.text]
        in_list = done.number != "0" and (own or not done.joined)
        paragraph.label = self._styles.label(done.style, done.number, done.level) if in_list else ""
        if paragraph.label and own and not done.begins:
            block.pieces.insert(done.begins, Piece(f"{paragraph.label} ", paragraph=paragraph))
        if container.open is None:
            container.blocks.append(block)
        container.open = block if done.joined else None
        container.blocks += done.boxes

    def _paragraph_style(self, attributes: Attributes, _at: int) -> None:
        if self._paragraphs and self._path[-2] == "w:pPr":
            self._paragraphs[-1].style = attributes.get("w:val", "")

    def _list(self, attributes: Attributes, _at: int) -> None:
        if self._paragraphs and self._path[-2] == "w:numPr":
            self._paragraphs[-1].number = attributes.get("w:val", "")

    def _list_level(self, attributes: Attributes, _at: int) -> None:
        if self._paragraphs and self._path[-2] == "w:numPr":
            self._paragraphs[-1].level = whole(attributes.get("w:val"))

    def _run_in(self, attributes: Attributes, _at: int) -> None:
        """A style separator: the paragraph's mark is hidden, and the next paragraph goes on in its line."""
        if self._path[-3:-1] == ["w:pPr", "w:rPr"] and is_on(attributes) and self._paragraphs:
            self._paragraphs[-1].joined = True

    # ------------------------------------------------------------------ tables, boxes, notes

    def _table(self, _attributes: Attributes, _at: int) -> None:
        self._tables.append(Table())

    def _table_end(self, _at: int) -> None:
        self._tables.pop()

    def _row(self, _attributes: Attributes, _at: int) -> None:
        if self._tables:
            self._tables[-1].cells = []
            self._tables[-1].row_is_out = False

    def _cell(self, _attributes: Attributes, _at: int) -> None:
        self._containers.append(Container())

    def _cell_end(self, _at: int) -> None:
        cell = self._containers.pop()
        if self._tables:
            self._tables[-1].cells.append(cell)

    def _row_end(self, _at: int) -> None:
        """A row whose cells hold a line each is one block, its cells joined by tabs; any other is a frame for paragraphs."""
        if not self._tables:
            return
        table, outer = self._tables[-1], self._containers[-1].blocks
        table.row_is_out = False
        filled = [[block for block in cell.blocks if block.has_text] for cell in table.cells]
        filled = [blocks for blocks in filled if blocks]
        lines = all(len(blocks) == 1 and not any("\n" in piece.text for piece in blocks[0].pieces) for blocks in filled)
        is_row = lines and len(filled) > 1
        if is_row:
            row = Block(tight=table.last_was_row)
            for index, (block,) in enumerate(filled):
                row.pieces += [Piece("\t")] * (index > 0) + block.pieces
            outer.append(row)
        else:
            outer += [block for cell in table.cells for block in cell.blocks]
        table.last_was_row = is_row

    def _box(self, _attributes: Attributes, _at: int) -> None:
        self._containers.append(Container())
        self._stories.append(self._stories[0] + len(self.walked.runs) + 1)

    def _box_end(self, _at: int) -> None:
        blocks = self._containers.pop().blocks
        self._stories.pop()
        (self._paragraphs[-1].boxes if self._paragraphs else self._containers[-1].blocks).extend(blocks)

    def _note_text(self, attributes: Attributes, _at: int) -> None:
        self._containers.append(Container())
        self._note = f"{self._path[-1][2:]} {attributes.get('w:id', '')}"

    def _note_text_end(self, _at: int) -> None:
        self.walked.by_id[self._note] = self._containers.pop().blocks
        self._note = ""

    def _note_mark(self, kind: str, attributes: Attributes, at: int) -> None:
        """The mark of a note: its number, raised; a mark that the author typed is text by itself."""
        if not self._reads or not self._runs:
            return
        mark = None
        if not is_on({"w:val": attributes.get("w:customMarkFollows", "0")}):
            self._numbers[kind] += 1
            mark = self._add(raised(str(self._numbers[kind])), at)
        self._notes.append(Note(kind, attributes.get("w:id", ""), mark))

    def _footnote(self, attributes: Attributes, at: int) -> None:
        self._note_mark("footnote", attributes, at)

    def _endnote(self, attributes: Attributes, at: int) -> None:
        self._note_mark("endnote", attributes, at)

    # ------------------------------------------------------------------ runs

    def _run(self, _attributes: Attributes, at: int) -> None:
        inserted = self._changes.innermost if self._path[-2] in ADDED else -1
        self._open_run(Run(self._part, len(self.walked.runs), at, inserted, whole=False))

    def _formula(self, _attributes: Attributes, at: int) -> None:
        if "m:oMath" not in self._path[:-1]:
            self._open_run(Run(self._part, len(self.walked.runs), at, -1, whole=True))

    def _open_run(self, run: Run) -> None:
        self.walked.runs.append(run)
        look = Look()
        if self._paragraphs:
            look.hidden = self._styles.hides(self._paragraphs[-1].style)
        self._runs.append((run, look))

    def _run_end(self, at: int) -> None:
        run, _ = self._runs.pop()
        run.end = self._data.index(b">", at) + 1 if self._data.startswith(b"</", at) and run.start != at else at

    def _formula_end(self, at: int) -> None:
        if "m:oMath" not in self._path:
            self._run_end(at)

    def _look(self) -> Look | None:
        """The look of the run whose properties these are."""
        return self._runs[-1][1] if self._runs and self._path[-3:-1] == ["w:r", "w:rPr"] else None

    def _vanish(self, attributes: Attributes, _at: int) -> None:
        if look := self._look():
            look.hidden = is_on(attributes)

    def _run_style(self, attributes: Attributes, _at: int) -> None:
        if (look := self._look()) and self._styles.hides(attributes.get("w:val", "")):
            look.hidden = True

    def _raise(self, attributes: Attributes, _at: int) -> None:
        if look := self._look():
            look.raised = attributes.get("w:val") == "superscript"

    def _fonts(self, attributes: Attributes, _at: int) -> None:
        if look := self._look():
            look.font = attributes.get("w:ascii", "") or attributes.get("w:hAnsi", "")

    # ------------------------------------------------------------------ text

    def _add(self, text: str, at: int, *, plain: bool = False) -> Piece:
        run = self._runs[-1][0]
        opened = self._paragraphs[-1]
        piece = Piece(text, run, at, plain, opened.paragraph)
        opened.block.pieces.append(piece)
        self._collected += len(text)
        if self._collected > LARGEST_TEXT:
            raise ReadError(f"holds more than {LARGEST_TEXT // (1024 * 1024)} MB of text")
        return piece

    def _text(self, attributes: Attributes, _at: int) -> None:
        self._telling = self._reads and bool(self._runs)
        self._kept = attributes.get("xml:space") == "preserve" or self._path[-1] == "m:t"
        if self._telling:
            self._text_begins = len(self._paragraphs[-1].block.pieces)

    def _text_end(self, _at: int) -> None:
        """Word leaves out the blanks at both ends of a text that does not say that they are to be kept."""
        if not self._telling:
            return
        self._telling = False
        if self._kept:
            return
        pieces = self._paragraphs[-1].block.pieces
        while len(pieces) > self._text_begins and not pieces[-1].text.strip(_BLANKS):
            pieces.pop()
        begins = self._text_begins
        while begins < len(pieces) and not pieces[begins].text.strip(_BLANKS):
            begins += 1
        del pieces[self._text_begins : begins]
        if len(pieces) > self._text_begins:
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip(_BLANKS))
            first = pieces[self._text_begins]
            bare = first.text.lstrip(_BLANKS)
            pieces[self._text_begins] = first._replace(text=bare, at=first.at + len(first.text) - len(bare))

    def _told(self, text: str, at: int) -> None:
        if not self._telling:
            return
        look = self._runs[-1][1]
        if text == "\n":
            self._add(" ", at)
            return
        plain = not self._data.startswith(b"&", at)
        if not text.isascii():
            text = unmasked(text, look.font)
        if look.raised:
            text = raised(text)
        if _SOFT_HYPHEN not in text:
            self._add(text, at, plain=plain)
            return
        for part in text.split(_SOFT_HYPHEN):
            if part:
                self._add(part, at, plain=plain)
            at += len(part.encode()) + len(_SOFT_HYPHEN.encode())

    def _sign(self, _attributes: Attributes, at: int) -> None:
        if self._runs and self._path[-2] == "w:r" and self._reads:
            self._add(SIGNS[self._path[-1]], at)

    def _symbol(self, attributes: Attributes, at: int) -> None:
        if not self._runs or not self._reads:
            return
        try:
            code = int(attributes.get("w:char", ""), 16)
        except ValueError:
            return
        self._add(glyph(code, attributes.get("w:font", "")), at)

    def _comment_begin(self, attributes: Attributes, _at: int) -> None:
        self._comment("<", attributes)

    def _comment_end(self, attributes: Attributes, _at: int) -> None:
        self._comment(">", attributes)

    def _comment(self, sign: str, attributes: Attributes) -> None:
        mark = Piece("", comment=sign + attributes.get("w:id", ""))
        if self._paragraphs:
            self._paragraphs[-1].block.pieces.append(mark)
        else:
            self._containers[-1].blocks.append(Block([mark]))
