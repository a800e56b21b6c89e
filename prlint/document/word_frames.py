"""What a walk over a Word part has begun and not yet ended: containers, paragraphs, tables, fields, tracked changes."""

from prlint.document.word_story import Block, Paragraph


class Container:
    """What holds paragraphs: the body, a cell, a text box, a note. `open` is a block whose paragraph's end is not there any more."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: Block | None = None


class Open:
    """A paragraph that has begun: its block, what its properties said, and the text boxes that hang on it."""

    def __init__(self, paragraph: Paragraph, block: Block) -> None:
        self.paragraph, self.block = paragraph, block
        self.begins = len(block.pieces)
        self.style = ""
        self.number: str | None = None
        self.level: int | None = None
        self.joined = False
        self.boxes: list[Block] = []


class Look:
    """How a run looks, as far as it changes what is read."""

    def __init__(self) -> None:
        self.hidden = False
        self.raised = False
        self.font = ""


class Table:
    """A table that has begun: the cells of its row, whether the row before became a line, and whether this one is left out."""

    def __init__(self) -> None:
        self.cells: list[Container] = []
        self.last_was_row = False
        self.row_is_out = False


class Fields:
    """The fields that are open. What Word computes (a date, a number, a link) is read, what it computes it from is not."""

    def __init__(self, *, heeded: bool) -> None:
        self._heeded = heeded
        self._codes: list[bool] = []
        self._unread = 0

    def mark(self, kind: str) -> None:
        """One of the three marks of a field: where it begins, where its result begins, where it ends."""
        if not self._heeded:
            return
        if kind == "begin":
            self._codes.append(True)
            self._unread += 1
        elif self._codes:
            self._unread -= self._codes[-1]
            self._codes[-1] = False
            if kind == "end":
                self._codes.pop()

    @property
    def in_code(self) -> bool:
        return self._unread > 0

    @property
    def are_open(self) -> bool:
        return bool(self._codes)


class Changes:
    """The tracked changes that are open, each by the byte where it begins, and which of them are read."""

    def __init__(self, tracked: str) -> None:
        self._tracked = tracked
        self._added: list[int] = []
        self._removed: list[int] = []

    def begin(self, at: int, *, is_added: bool) -> None:
        (self._added if is_added else self._removed).append(at)

    def end(self, *, is_added: bool) -> None:
        (self._added if is_added else self._removed).pop()

    def keeps(self, *, is_added: bool) -> bool:
        """Whether what was added, or else what was removed, is part of the text to be read."""
        return self._tracked == "both" or is_added == (self._tracked == "final")

    @property
    def are_read(self) -> bool:
        return not (self._removed and not self.keeps(is_added=False)) and not (self._added and not self.keeps(is_added=True))

    @property
    def innermost(self) -> int:
        """Where the innermost insertion begins; -1 if there is none."""
        return self._added[-1] if self._added else -1
