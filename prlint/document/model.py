"""What every reader gives: normalised text, and the way back to where the author sees it."""

from bisect import bisect_right

from prlint.records import Protocol, Record

_CHANGED = frozenset(("text", "markdown", "html", "edgar", "docx"))  # formats that fixes are written in


class Location(Record):
    """A place as the author's editor shows it.

    `line` and `column` count from 1, columns in code points. `label` names the place in formats that have no lines
    ("paragraph 3", "page 2"); it is empty for plain text.
    """

    line: int
    column: int
    label: str = ""

    @property
    def name(self) -> str:
        """What a person calls it: its label, or line and column."""
        return self.label or f"{self.line}:{self.column}"

    def of(self, path: str) -> str:
        """The place with its file: `release.txt:3:7`, `draft.docx: paragraph 3`."""
        return f"{path}: {self.label}" if self.label else f"{path}:{self.line}:{self.column}"


class Origin(Protocol):
    """The source map of a format whose text is not what its author's file holds."""

    def locate(self, offset: int) -> Location:
        """Where the author sees a character of `Document.text`; also for the offset just behind the last one."""


class Suppression(Record):
    """A comment of the author's that takes findings of some rules back, from `start` to `end` of the text.

    `codes` are codes, families or names of rules, or ALL; `location` is where the comment stands.
    """

    codes: tuple[str, ...]
    start: int
    end: int
    reason: str
    location: Location


class Document(Record):
    """One release as text.

    `text` has `\\n` line ends and no byte-order mark; every offset in prlint counts its code points. `notes` says what the
    reader had to assume (an encoding that was guessed, say). `line_starts` holds the offset of each line. `format` is the
    kind of file it was read from (see `prlint.document.formats`); `origin` leads back into it, and is absent where the
    text is the file's own. `suppressions` are what comments in it say, in formats that have comments. `marked` tells of UTF-8
    with a byte-order mark.
    """

    path: str
    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    format: str = "text"
    origin: Origin | None = None
    suppressions: tuple[Suppression, ...] = ()
    marked: bool = False

    @property
    def takes_fixes(self) -> bool:
        """Whether fixes can be written into its format, in place or into a copy."""
        return self.format in _CHANGED

    def locate(self, offset: int) -> Location:
        """The place of a character as its author sees it; an offset at the end of the text is just behind its last character."""
        return self.origin.locate(offset) if self.origin else self.row(offset)

    def locate_end(self, start: int, end: int) -> Location:
        """The place behind a stretch, on the line of its last character: the next one may stand lines on, behind a tag."""
        place = self.locate(end)
        if self.origin and end > start:
            last = self.origin.locate(end - 1)
            return place if place.line == last.line else last._replace(column=last.column + 1)
        return place

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
