"""What `prlint check` does with its options. It needs no click: a command line of nothing but files comes here straight."""

from prlint.cli.options import Options
from prlint.cli.output import colored, defect, say, width
from prlint.cli.parallel import in_parallel
from prlint.cli.plan import Job, plan, status, summed, tell_problems
from prlint.report import FileReport, Style, render
from prlint.report.gather import gather


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


def checked(job: Job) -> FileReport:
    """The report of one file."""
    document = job.session.read(job.path)
    if isinstance(document, FileReport):
        return document
    try:
        return gather(document, job.prepared.settings, job.prepared.rules)
    except Exception as error:  # noqa: BLE001 - a defect of prlint in one file must not silence the others
        return FileReport(document.path, failure=defect(error))
