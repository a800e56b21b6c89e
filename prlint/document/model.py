"""What every reader gives: normalised text, and the way back to where the author sees it."""

from bisect import bisect_right
from typing import NamedTuple, Protocol


class Location(NamedTuple):
    """A place as the author's editor shows it.

    `line` and `column` count from 1, columns in code points. `label` names the place in formats that have no lines
    ("paragraph 3", "page 2"); it is empty for plain text.
    """

    line: int
    column: int
    label: str = ""


class Origin(Protocol):
    """The source map of a format whose text is not what its author's file holds."""

    def locate(self, offset: int) -> Location:
        """Where the author sees a character of `Document.text`; also for the offset just behind the last one."""


class Document(NamedTuple):
    """One release as text.

    `text` has `\\n` line ends and no byte-order mark; every offset in prlint counts its code points. `notes` says what the
    reader had to assume (an encoding that was guessed, say). `line_starts` holds the offset of each line. `format` is the
    kind of file it was read from (see `prlint.document.formats`); `origin` leads back into it, and is absent where the
    text is the file's own.
    """

    path: str
    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    format: str = "text"
    origin: Origin | None = None

    def locate(self, offset: int) -> Location:
        """The place of a character as its author sees it; an offset at the end of the text is just behind its last character."""
        return self.origin.locate(offset) if self.origin else self.row(offset)

    def row(self, offset: int) -> Location:
        """The line and column of a character in `text` itself."""
        line = bisect_right(self.line_starts, offset) - 1
        return Location(line + 1, offset - self.line_starts[line] + 1)

    def line_text(self, line: int) -> str:
        """A line of `text` (counted from 1, as `row` does), without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return self.text[start:end]


class ReadError(ValueError):
    """A file that cannot be read as a release. The message is one clause whose subject is the file: "is empty"."""
