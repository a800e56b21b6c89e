"""What `prlint check` does with its options. It needs no click: a command line of nothing but files comes here straight."""

from collections.abc import Iterable
from typing import NamedTuple

from prlint.cli.files import Found, find
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, colored, complain, defect, say, width
from prlint.cli.parallel import in_parallel
from prlint.cli.session import Prepared, Session
from prlint.config import Settings
from prlint.engine.model import SEVERITIES
from prlint.report import FileReport, Report, Style, render
from prlint.report.gather import gather

FAIL_ON = (*SEVERITIES, "never")


class Options(NamedTuple):
    """The options of `prlint check`, as its help tells them; what is empty is left to the configuration."""

    output_format: str = "full"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    config: str = ""
    stdin_filename: str = ""
    color: str = "auto"
    quiet: bool = False
    jobs: int = 0
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False

    def over(self, settings: Settings) -> Settings:
        """The settings with what the command line says over them."""
        if self.select:
            settings = settings._replace(select=self.select, extend_select=(), ignore=())
        return settings._replace(
            extend_select=settings.extend_select + self.extend_select,
            ignore=settings.ignore + self.ignore,
            fail_on=self.fail_on or settings.fail_on,
        )


class Job(NamedTuple):
    """One file to check."""

    session: Session
    path: str
    prepared: Prepared


def check(paths: tuple[str, ...], options: Options) -> int:
    """Checks what the paths name, says what was found, and gives the exit status."""
    if options.fix or options.unsafe_fixes or options.diff:
        from prlint.cli.fixing import fix

        return fix(paths, options)
    found, jobs = plan(paths, options)
    whole = summed(in_parallel(checked, jobs, options.jobs), found)
    tell_problems(whole.files, quiet=options.quiet)
    say(render(whole, options.output_format, Style(colored(options.color), width(), closing=not options.quiet)))
    return status(whole, jobs)


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


def checked(job: Job) -> FileReport:
    """The report of one file."""
    document = job.session.read(job.path)
    if isinstance(document, FileReport):
        return document
    try:
        return gather(document, job.prepared.settings, job.prepared.rules)
    except Exception as error:  # noqa: BLE001 - a defect of prlint in one file must not silence the others
        return FileReport(document.path, failure=defect(error))


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
