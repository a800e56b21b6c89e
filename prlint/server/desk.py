"""What the server needs of the rest of prlint."""

from pathlib import Path

from prlint.engine.model import Finding
from prlint.records import Protocol, Record
from prlint.release.model import Release
from prlint.report.model import FileReport


class Addition(Record):
    """Text that belongs to the end of a file, which may not be there yet; `cursor` is where an author goes on in it."""

    place: Path
    text: str
    cursor: int


class Desk(Protocol):
    """Reads and checks texts as the command line does: each with the configuration, the rules and the waivers of its path.

    Nothing that is wrong with a file raises: a report says in its `failure` why a text could not be checked.
    """

    def check(self, path: Path, data: bytes) -> FileReport:
        """The findings of a text that is, or would be, a file of this path."""

    def understand(self, path: Path, data: bytes) -> Release | None:
        """What is understood of it; None if it cannot be read."""

    def waiver(self, path: Path, report: FileReport, finding: Finding, present: bytes | None) -> Addition:
        """What waives a finding, but for the reason, which its author has to give.

        `present` is the file of waivers as an editor holds it; None if it is only on disk.
        """

    def waivers(self, path: Path) -> Path:
        """The file that a waiver for a file goes into."""
