"""What a command line of files means: jobs before the work, a report and an exit status after it."""

from collections.abc import Iterable
from typing import NamedTuple

from prlint.cli.files import Found, find
from prlint.cli.options import FAIL_ON, Options
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, complain
from prlint.cli.session import Prepared, Session
from prlint.engine.model import SEVERITIES
from prlint.report import FileReport, Report


class Job(NamedTuple):
    """One file to check."""

    session: Session
    path: str
    prepared: Prepared


def plan(paths: tuple[str, ...], options: Options) -> tuple[Found, list[Job]]:
    """The files that the paths name, each with its settings and rules."""
    session = Session(options.config, options.over, options.stdin_filename)
    found = find(paths)
    return found, [Job(session, path, session.for_file(path)) for path in found.files]


def summed(reports: Iterable[FileReport], found: Found) -> Report:
    """The report of a run: that of each file in order, then what could not be searched."""
    return Report((*reports, *(FileReport(path, failure=reason) for path, reason in found.failures.items())), found.skipped)


def status(report: Report, jobs: Iterable[Job]) -> int:
    """The exit status of a run; its first reports are those of the jobs."""
    failing = any(fails(file, job.prepared.settings.fail_on) for file, job in zip(report.files, jobs, strict=False))
    return DONE_NOTHING if report.failed else FOUND if failing else CLEAN


def fails(report: FileReport, fail_on: str) -> bool:
    """Whether a file has a finding at or above the fail level that is not waived."""
    level = FAIL_ON.index(fail_on)
    return fail_on != "never" and any(not finding.waived and SEVERITIES.index(finding.severity) <= level for finding in report.findings)


def tell_problems(files: Iterable[FileReport], *, quiet: bool) -> None:
    """Says on standard error what failed and, unless `quiet`, what a reader had to assume."""
    for file in files:
        if file.failure:
            complain(f"{file.path}: {file.failure}")
        elif file.document and not quiet:
            for note in file.document.notes:
                complain(f"{file.path}: {note}")
