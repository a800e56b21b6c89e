"""What `prlint check --fix` and `--diff` do: fix a file until nothing changes, then write it in one step, or show the difference."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from prlint.cli.options import Options
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, colored, complain, defect, hand_over, say, width
from prlint.cli.parallel import in_parallel
from prlint.cli.plan import Job, plan, status, summed, tell_problems
from prlint.cli.session import STDIN
from prlint.document import Document, ReadError, bytes_of, read
from prlint.document.writing import WriteError, can_hold, rewritten, save
from prlint.engine.fixes import applied, chosen
from prlint.engine.model import Finding
from prlint.report import FileReport, Report, Style, render
from prlint.report.closing import fixes
from prlint.report.color import Paint
from prlint.report.diff import difference
from prlint.report.gather import gather

_MOST_ROUNDS = 50  # a fix may uncover another; a text that still changes after so many will never settle


class Outcome(NamedTuple):
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
    done = in_parallel(partial(mended, unsafe=options.unsafe_fixes, write=not options.diff), jobs, options.jobs)
    whole = summed((outcome.report for outcome in done), found)
    tell_problems(whole.files, quiet=options.quiet)
    if not options.quiet:
        for outcome in done:
            for note in outcome.notes:
                complain(f"{outcome.report.path}: {note}")
    if options.diff:
        return _show(done, whole, options)
    filtered = [outcome.data for outcome, job in zip(done, jobs, strict=True) if job.path == STDIN]
    for data in filtered:
        hand_over(data)
    color = options.color == "always" if filtered else colored(options.color)
    say(render(whole, options.output_format, Style(color, width(), closing=not options.quiet)), aside=bool(filtered))
    return status(whole, jobs)


def _show(done: list[Outcome], whole: Report, options: Options) -> int:
    """The differences on standard output, what they would fix on standard error."""
    paint = Paint(colored(options.color))
    say("".join(difference(outcome.report.path, outcome.before, outcome.after, paint) for outcome in done))
    if not options.quiet:
        say(f"{fixes(whole, 'would be fixed') or 'nothing to fix'}\n", aside=True)
    return DONE_NOTHING if whole.failed else FOUND if whole.fixed else CLEAN


def mended(job: Job, *, unsafe: bool, write: bool) -> Outcome:
    """One file with its fixes made, and written if `write` and it is no standard input."""
    source, name = job.session.source(job.path)
    data = b""
    try:
        data = source if isinstance(source, bytes) else bytes_of(source)
        outcome = settled(job, name, data, unsafe=unsafe)
        if write and isinstance(source, Path) and outcome.data != data:
            save(source, data, outcome.data)
    except (ReadError, WriteError, UnsettledError) as error:
        return Outcome(FileReport(name, failure=str(error)), data=data)
    except Exception as error:  # noqa: BLE001 - a defect of prlint in one file must not silence the others
        return Outcome(FileReport(name, failure=defect(error)), data=data)
    return outcome


def settled(job: Job, name: str, data: bytes, *, unsafe: bool) -> Outcome:
    """Some bytes fixed until nothing changes, so that fixing them again changes nothing."""
    first = document = read(data, name)
    given, fixed = data, 0
    seen: set[bytes] = set()
    while data not in seen and len(seen) < _MOST_ROUNDS:
        seen.add(data)
        report = gather(document, job.prepared.settings, job.prepared.rules)
        choice = chosen(report.findings, unsafe=unsafe, can_hold=partial(can_hold, document))
        if report.failure:
            return Outcome(report, data=given)
        if not choice.taken:
            notes = tuple(_left(finding, document) for finding in choice.unwritable)
            return Outcome(report._replace(fixed=fixed), first.text, document.text, notes, data)
        data = rewritten(data, document, [(edit.start, edit.end, edit.text) for edit in choice.edits])
        again = read(data, name)
        if again.text != applied(document.text, choice.edits):
            raise WriteError("would be read otherwise after its fixes, and was left as it is")
        document = again._replace(encoding=document.encoding)  # without its only ®, a Windows-1252 file is ASCII
        fixed += len(choice.taken)
    raise UnsettledError(f"has fixes that undo each other ({_codes(choice.taken)}), and was left as it is")


def _left(finding: Finding, document: Document) -> str:
    """Why a fix was not made: what the encoding of the file does not have."""
    missing = sorted({char for edit in finding.edits for char in edit.text if not can_hold(document, char)})
    encoding = {"cp1252": "Windows-1252"}.get(document.encoding, document.encoding.upper())
    place = f"{finding.location.line}:{finding.location.column}"
    return f"the fix of {finding.code} at {place} is left: {encoding} has no {' '.join(f'`{char}`' for char in missing)}"


def _codes(findings: tuple[Finding, ...]) -> str:
    return ", ".join(sorted({finding.code for finding in findings}))
