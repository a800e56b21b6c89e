"""Copies of Word documents: with findings as comments, with fixes as tracked changes. The draft itself is never changed."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from prlint.cli.options import Options
from prlint.cli.output import DONE_NOTHING, complain
from prlint.cli.session import STDIN, Job
from prlint.config import ConfigurationError
from prlint.document import Document, ReadError, bytes_of, read
from prlint.document.formats import format_of
from prlint.document.word_changes import Draft
from prlint.document.word_comments import annotated
from prlint.document.word_package import Package
from prlint.document.writing import WriteError, put
from prlint.engine.model import Finding
from prlint.report import FileReport
from prlint.report.word import remarks

_MACROS = (".docm", ".dotm")


def is_word(data: bytes) -> bool:
    """Whether some bytes are a Word document."""
    return format_of(data) == "docx"


def can_annotate(jobs: Sequence[Job], target: str) -> None:
    """Raises ConfigurationError if a run is not of one file that can be copied to another."""
    if len(jobs) != 1 or jobs[0].path == STDIN:
        raise ConfigurationError("--annotate writes the comments of one Word document: name one file")
    if is_same(jobs[0].path, target):
        raise ConfigurationError("--annotate never writes over the document that is checked: name another file")


def is_same(path: str, target: str) -> bool:
    """Whether two names lead to the same file."""
    try:
        return Path(path).samefile(target)
    except OSError:
        return False


def annotate(report: FileReport, options: Options, outcome: int) -> int:
    """Writes a copy with the findings of a report as comments, and gives the exit status of the run."""
    if not report.document:
        return outcome
    try:
        written = write_annotated(report.path, report.document, report.findings, options)
    except (ReadError, WriteError) as error:
        complain(f"{report.path}: {error}" if isinstance(error, ReadError) else f"{options.annotate}: {error}")
        return DONE_NOTHING
    if not options.quiet:
        complain(f"{options.annotate}: {written} {'finding' if written == 1 else 'findings'} as comments")
    return outcome


def write_annotated(path: str, document: Document, findings: Iterable[Finding], options: Options) -> int:
    """Writes the copy and gives the number of its comments. Raises ReadError, WriteError."""
    data = bytes_of(Path(path))
    if not is_word(data):
        raise ReadError("is no Word document, and --annotate writes comments into those only")
    if read(data, path, options.tracked).text != document.text:
        raise ReadError("was changed while it was checked, and was not annotated")
    told = remarks(findings)
    save_copy(options.annotate, data, annotated(data, told, now(), options.tracked))
    return len(told)


def save_copy(target: str, data: bytes, copy: bytes) -> None:
    """Writes a copy of a document, over nothing but another one. Raises WriteError.

    Word opens no document with macros that is not called so.
    """
    if Package(data).has_macros and not target.lower().endswith(_MACROS):
        raise WriteError("is a copy of a document with macros, so its name must end in .docm")
    place = Path(target)
    if place.is_file() and place.stat().st_size and not is_word(_head(place)):
        raise WriteError("is there already and is no Word document, and was left as it is")
    put(place, copy)


def _head(place: Path) -> bytes:
    """What a file that may be written over holds; of one that is too large to be a document of ours, nothing."""
    try:
        return bytes_of(place)
    except ReadError:
        return b""


def now() -> str:
    """The time as Word's comments and changes tell it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class WordEditor:
    """Makes the fixes of a Word document as tracked changes. Raises ReadError."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._draft = Draft(data)

    def obstacle(self, start: int, end: int, text: str) -> str:
        """What keeps an edit from being made, in a few words; empty if nothing does."""
        return "" if self._draft.can_change(start, end, text) else "its words are not all in one paragraph of the text"

    def rewritten(self, edits: list[tuple[int, int, str]]) -> bytes:
        """The document with edits as tracked changes. Raises WriteError if rejecting them would not bring the old text back."""
        copy = self._draft.changed(edits, now())
        before, after = (read(data, tracked="original").text for data in (self._data, copy))
        if before != after:
            raise WriteError("would not be the same after its fixes are rejected, and was left as it is")
        return copy
