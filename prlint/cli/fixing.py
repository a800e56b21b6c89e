"""What `prlint check --fix` and `--diff` do: fix a file until nothing changes, then write it in one step, or show the difference."""

import os
from functools import partial
from pathlib import Path

from prlint.cli.checking import known_of, recorded
from prlint.cli.options import Options
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, colored, complain, defect, hand_over, say, width
from prlint.cli.parallel import in_parallel
from prlint.cli.plan import plan, status, summed, tell_problems
from prlint.cli.session import STDIN, Job
from prlint.config import ConfigurationError
from prlint.document import LARGEST, Document, ReadError, bytes_of, read
from prlint.document.formats import format_of
from prlint.document.writing import WriteError, obstacle, put, rewritten, save
from prlint.engine.fixes import applied, chosen
from prlint.engine.model import Edit, Finding
from prlint.records import Record
from prlint.report import FileReport, Report, Style, render
from prlint.report.closing import fixes
from prlint.report.color import Paint
from prlint.report.diff import difference
from prlint.report.gather import gather

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prlint.cli.word import WordEditor

_ONLY_COPIED = "is a Word document, which is never changed in place; `-o FILE` writes a copy with the fixes as tracked changes"
_MOST_ROUNDS = 50  # a fix may uncover another; a text that still changes after so many will never settle


class Outcome(Record):
    """One file: the report of what is left, its text before and after, notes, and the bytes that a filter passes on."""

    report: FileReport
    before: str = ""
    after: str = ""
    notes: tuple[str, ...] = ()
    data: bytes = b""


class UnsettledError(ValueError):
    """Fixes that undo or feed each other."""


def fix(paths: tuple[str, ...], options: Options) -> int:
    """Fixes what the paths name, or shows how, and gives the exit status."""
    found, jobs = plan(paths, options)
    if options.fixed_file:
        _can_write(jobs, options.fixed_file)
    mend = partial(mended, unsafe=options.unsafe_fixes, write=not options.diff, target=options.fixed_file)
    done = in_parallel(mend, jobs, options.jobs, quiet=options.quiet)
    whole = summed((outcome.report for outcome in done), found, jobs)
    tell_problems(whole.files, quiet=options.quiet)
    if not options.quiet:
        for outcome in done:
            for note in outcome.notes:
                complain(f"{outcome.report.path}: {note}")
    if options.diff:
        return _show(done, whole, options)
    filtered = [outcome.data for outcome, job in zip(done, jobs, strict=True) if job.path == STDIN and not options.fixed_file]
    for data in filtered:
        hand_over(data)
    color = options.color == "always" if filtered else colored(options.color)
    say(render(whole, options.output_format, Style(color, width(), closing=not options.quiet)), aside=bool(filtered))
    return recorded(whole, jobs, options, status(whole, jobs))


def _can_write(jobs: list[Job], target: str) -> None:
    """Raises ConfigurationError if a run is not of one file that can be fixed into another."""
    if len(jobs) != 1:
        raise ConfigurationError("-o names the fixed copy of one file: name one file to fix")
    if jobs[0].path != STDIN and os.path.exists(target) and os.path.samefile(jobs[0].path, target):  # noqa: PTH121 - as above
        raise ConfigurationError("-o names the file that is fixed: name another file for the copy")


def _show(done: list[Outcome], whole: Report, options: Options) -> int:
    """The differences on standard output, what they would fix on standard error."""
    paint = Paint(colored(options.color))
    say("".join(difference(outcome.report.path, outcome.before, outcome.after, paint) for outcome in done))
    if not options.quiet:
        say(f"{fixes(whole, 'would be fixed') or 'nothing to fix'}\n", aside=True)
    return DONE_NOTHING if whole.failed else FOUND if whole.fixed else CLEAN


def mended(job: Job, *, unsafe: bool, write: bool, target: str = "") -> Outcome:
    """One file with its fixes made; if `write`, written to `target`, or else over the file unless it is standard input."""
    source, name = job.session.source(job.path)
    data = b""
    try:
        data = source if isinstance(source, bytes) else bytes_of(source)
        in_place = write and not target and isinstance(source, Path)
        if in_place:
            _can_replace(data)
        outcome = settled(job, name, data, unsafe=unsafe)
        if write and target and not outcome.report.failure:
            _copy(target, data, outcome.data)
        elif in_place and isinstance(source, Path) and outcome.data != data:
            save(source, data, outcome.data)
    except (ReadError, WriteError, UnsettledError) as error:
        # A filter hands on what it could not fix, but never a part of it.
        return Outcome(FileReport(name, failure=str(error)), data=data if len(data) <= LARGEST else b"")
    except Exception as error:  # noqa: BLE001 - a defect of prlint in one file must not silence the others
        return Outcome(FileReport(name, failure=defect(error)), data=data)
    return outcome


def _can_replace(data: bytes) -> None:
    """Raises WriteError for a file that is only ever copied."""
    if format_of(data) == "docx":
        raise WriteError(_ONLY_COPIED)


def _copy(target: str, data: bytes, fixed: bytes) -> None:
    """Writes the fixed copy of a file. Raises WriteError."""
    try:
        if format_of(data) == "docx":
            from prlint.cli.word import save_copy

            save_copy(target, data, fixed)
        else:
            put(Path(target), fixed)
    except WriteError as error:
        raise WriteError(f"was not fixed: {target} {error}") from error


def settled(job: Job, name: str, data: bytes, *, unsafe: bool) -> Outcome:
    """Some bytes fixed until nothing changes, so that fixing them again changes nothing."""
    first = document = read(data, name)
    given, fixed = data, 0
    seen: set[bytes] = set()
    while data not in seen and len(seen) < _MOST_ROUNDS:
        seen.add(data)
        report = known_of(gather(document, job.prepared.settings, job.prepared.rules, detailed=job.detailed), job)
        if report.failure:
            return Outcome(report, data=given)
        editor = _editor(data, document)
        choice = chosen(report.findings, unsafe=unsafe, can_hold=partial(_is_free, editor))
        if not choice.taken:
            notes = tuple(_left(finding, editor) for finding in choice.unwritable)
            return Outcome(_hashed(report, data, job)._replace(fixed=fixed), first.text, document.text, notes, data)
        data = editor.rewritten([(edit.start, edit.end, edit.text) for edit in choice.edits])
        again = read(data, name)
        if again.text != applied(document.text, choice.edits):
            raise WriteError("would be read otherwise after its fixes, and was left as it is")
        document = again._replace(encoding=document.encoding)  # without its only ®, a Windows-1252 file is ASCII
        fixed += len(choice.taken)
    raise UnsettledError(f"has fixes that undo each other ({_codes(choice.taken)}), and was left as it is")


class _TextEditor:
    """Changes the characters of a file of text, and no others."""

    def __init__(self, data: bytes, document: Document) -> None:
        self._data, self._document = data, document

    def obstacle(self, start: int, end: int, text: str) -> str:
        """What keeps an edit from being made, in a few words; empty if nothing does."""
        return obstacle(self._document, start, end, text)

    def rewritten(self, edits: list[tuple[int, int, str]]) -> bytes:
        """The file with edits made. Raises WriteError."""
        return rewritten(self._data, self._document, edits)


def _editor(data: bytes, document: Document) -> "_TextEditor | WordEditor":
    """What makes the fixes of a file, in the way of its format."""
    if document.format == "docx":
        from prlint.cli.word import WordEditor

        return WordEditor(data)
    return _TextEditor(data, document)


def _hashed(report: FileReport, data: bytes, job: Job) -> FileReport:
    if not job.recorded:
        return report
    from hashlib import sha256

    return report._replace(sha256=sha256(data).hexdigest())


def _is_free(editor: "_TextEditor | WordEditor", edit: Edit) -> bool:
    return not editor.obstacle(edit.start, edit.end, edit.text)


def _left(finding: Finding, editor: "_TextEditor | WordEditor") -> str:
    """Why a fix was not made."""
    why = next(filter(None, (editor.obstacle(edit.start, edit.end, edit.text) for edit in finding.edits)))
    return f"the fix of {finding.code} at {finding.location.name} is left: {why}"


def _codes(findings: tuple[Finding, ...]) -> str:
    return ", ".join(sorted({finding.code for finding in findings}))
