"""What a command line of files means: jobs before the work, a report and an exit status after it."""

from collections.abc import Iterable, Sequence

from prlint.cli.files import Found, find
from prlint.cli.options import FAIL_ON, Options
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, complain
from prlint.cli.session import Job, Session
from prlint.engine.model import SEVERITIES, Rule
from prlint.report import DETAILED, FileReport, Report


def plan(paths: tuple[str, ...], options: Options) -> tuple[Found, list[Job]]:
    """The files that the paths name, each with its settings and rules and what is known of it."""
    session = Session(options.config, options.over, options.stdin_filename, options.tracked)
    found = find(paths)
    detailed = bool(options.outputs) or options.output_format in DETAILED
    jobs = [Job(session, path, session.for_file(path), recorded=bool(options.record), detailed=detailed) for path in found.files]
    if options.outputs:
        from prlint.cli.outputs import can_be_beside

        can_be_beside(options, jobs)
    if options.waivers or options.diff_base or any(job.prepared.settings.baseline or session.waivers(job.path) for job in jobs):
        from prlint.cli.known import informed

        jobs = informed(jobs, options)
    return found, jobs


def summed(reports: Iterable[FileReport], found: Found, jobs: Sequence[Job] = ()) -> Report:
    """The report of a run: that of each file in order, what there is to say of the waivers, then what could not be searched."""
    files, rules = list(reports), rules_of(jobs)
    if any(job.known for job in jobs):
        from prlint.cli.known import NOTICES, on_waivers

        said = on_waivers(files, jobs)
        files += said
        rules += NOTICES if said else ()
    failed = (FileReport(path, failure=reason) for path, reason in found.failures.items())
    return Report((*files, *failed), found.skipped, rules)


def rules_of(jobs: Sequence[Job]) -> tuple[Rule, ...]:
    """The rules that ran: of files with configurations of their own, all of theirs."""
    sets = list({id(job.prepared): job.prepared.rules.selected for job in jobs}.values())
    return sets[0] if len(sets) == 1 else tuple({rule.code: rule for rules in sets for rule in rules}.values())


def status(report: Report, jobs: Sequence[Job]) -> int:
    """The exit status of a run; its first reports are those of the jobs, and what follows has the fail level of the first one."""
    levels = [job.prepared.settings.fail_on for job in jobs]
    levels += levels[:1] * (len(report.files) - len(levels))
    failing = any(fails(file, level) for file, level in zip(report.files, levels, strict=False))
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
