"""What every reader gives: normalised text, and the way back to where the author sees it."""

from bisect import bisect_right
from typing import NamedTuple


class Location(NamedTuple):
    """A place as the author's editor shows it.

    `line` and `column` count from 1, columns in code points. `label` names the place in formats that have no lines
    ("paragraph 3", "page 2"); it is empty for plain text.
    """

    line: int
    column: int
    label: str = ""


class Document(NamedTuple):
    """One release as text.

    `text` has `\\n` line ends and no byte-order mark; every offset in prlint counts its code points. `notes` says what the
    reader had to assume (an encoding that was guessed, say). `line_starts` holds the offset of each line.
    """

    path: str
    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    line_starts: tuple[int, ...] = (0,)

    def locate(self, offset: int) -> Location:
        """The place of a character; an offset at the end of the text is just behind its last character."""
        line = bisect_right(self.line_starts, offset) - 1
        return Location(line + 1, offset - self.line_starts[line] + 1)

    def line_text(self, line: int) -> str:
        """The text of a line (counted from 1), without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return self.text[start:end]


class ReadError(ValueError):
    """A file that cannot be read as a release. The message is one clause whose subject is the file: "is empty"."""
