"""What `prlint check` does with its options. It needs no click: a command line of nothing but files comes here straight."""

from collections.abc import Sequence

from prlint.cli.options import Options
from prlint.cli.output import colored, defect, say, width
from prlint.cli.parallel import in_parallel
from prlint.cli.plan import plan, status, summed, tell_problems
from prlint.cli.session import Job
from prlint.report import FileReport, Report, Style, render
from prlint.report.gather import gather


def check(paths: tuple[str, ...], options: Options) -> int:
    """Checks what the paths name, says what was found, and gives the exit status."""
    found, jobs = plan(paths, options)
    if options.annotate:
        from prlint.cli.word import can_annotate

        can_annotate(jobs, options.annotate)
    whole = summed(in_parallel(checked, jobs, options.jobs, quiet=options.quiet), found, jobs)
    tell_problems(whole.files, quiet=options.quiet)
    say(render(whole, options.output_format, Style(colored(options.color), width(), closing=not options.quiet)))
    return recorded(whole, jobs, options, status(whole, jobs))


def recorded(whole: Report, jobs: Sequence[Job], options: Options, outcome: int) -> int:
    """Writes the reports and the review record that are wanted, and gives the exit status of the run."""
    if options.outputs:
        from prlint.cli.outputs import write

        write(options.outputs, whole)
    if options.annotate:
        from prlint.cli.word import annotate

        outcome = annotate(whole.files[0], options, outcome)
    if options.record:
        from prlint.cli.recording import keep

        keep(whole, jobs, options, outcome)
    return outcome


def checked(job: Job) -> FileReport:
    """The report of one file."""
    digest = ""
    if job.recorded:
        from prlint.cli.known import hashed

        document, digest = hashed(job)
    else:
        document = job.session.read(job.path)
    if isinstance(document, FileReport):
        return document
    try:
        settings, rules, results = job.prepared
        report = gather(document, settings, rules, detailed=job.detailed, results=results)
        return known_of(report._replace(sha256=digest), job)
    except Exception as error:  # noqa: BLE001 - a defect of prlint in one file must not silence the others
        return FileReport(document.path, failure=defect(error))


def known_of(report: FileReport, job: Job) -> FileReport:
    """The report of a file with what is known of it: waivers, a baseline, an earlier version."""
    if job.known is None:
        return report
    from prlint.cli.known import laid_over

    return laid_over(report, job)
