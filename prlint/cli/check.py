"""`prlint check`: the findings of releases."""

import click

from prlint.cli.checking import check
from prlint.cli.options import FAIL_ON, Options
from prlint.document import TRACKED
from prlint.report import FORMATS


def _names(_ctx: click.Context, _parameter: click.Parameter, lists: tuple[str, ...]) -> tuple[str, ...]:
    """Comma lists, given once or more, as one tuple."""
    return tuple(name.strip() for told in lists for name in told.split(",") if name.strip())


def _told(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """What an option is given; an empty one is a slip, such as a variable that is not set."""
    if value == "":
        raise click.BadParameter("it is empty")
    return value or ""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--output-format", "output_format", type=click.Choice(FORMATS), default="full", help="How findings are shown.  [default: full]"
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write a report to a file too, as often as wanted. A suffix such as .html or .sarif may tell the format.",
)
@click.option("--select", multiple=True, callback=_names, metavar="NAMES", help="Run these rules and no others: codes, families or names.")
@click.option("--extend-select", multiple=True, callback=_names, metavar="NAMES", help="Run these too.")
@click.option("--ignore", multiple=True, callback=_names, metavar="NAMES", help="Leave these out.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The least severity that makes the exit status 1.  [default: warning]")
@click.option("--config", "config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input (`-`), also to find its configuration.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
@click.option("-q", "--quiet", is_flag=True, help="Findings and errors only: no closing line, no notes.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes for many files.  [default: one a core]")
@click.option(
    "--waivers", type=click.Path(), callback=_told, metavar="FILE", help="Use these waivers, not the nearest prlint-waivers.toml upward."
)
@click.option(
    "--baseline", type=click.Path(), callback=_told, metavar="FILE", help="Leave out the findings of this baseline (see `prlint baseline`)."
)
@click.option(
    "--diff-base", callback=_told, metavar="REV", help="Only findings on lines changed since this git revision, or caused by the change."
)
@click.option("--record", type=click.Path(), callback=_told, metavar="FILE", help="Write a review record of the run (see `prlint verify`).")
@click.option(
    "--tracked", type=click.Choice(TRACKED), default="final", help="Which text of tracked changes in Word is read.  [default: final]"
)
@click.option(
    "--annotate", type=click.Path(), callback=_told, metavar="FILE", help="Write a copy of a Word document with the findings as comments."
)
@click.option("--no-cache", is_flag=True, help="Neither use nor keep results of texts that were checked before.")
@click.option("--fix", is_flag=True, help="Write the fixes that cannot change what a release says; show what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="Write those too that an author should read again. Implies --fix.")
@click.option("--diff", is_flag=True, help="Show what would be fixed and write nothing; exit status 1 if there is anything.")
@click.option(
    "-o",
    "--fixed-file",
    type=click.Path(),
    callback=_told,
    metavar="FILE",
    help="Write what --fix gives to this file; of Word as tracked changes.",
)
def command(
    paths: tuple[str, ...],
    output_format: str,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    config: str | None,
    stdin_filename: str | None,
    color: str,
    quiet: bool,
    jobs: int,
    waivers: str,
    baseline: str,
    diff_base: str,
    record: str,
    tracked: str,
    annotate: str,
    no_cache: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    fixed_file: str,
) -> int:
    """Check releases. FILE is a release, a folder to search, or - for standard input.

    Exit status: 0 nothing at or above the fail level, 1 findings, 2 something could not be done.
    """
    if record and diff:
        raise click.UsageError("--record records what a check finds, and --diff shows what would be fixed")
    changes = fix or unsafe_fixes or diff
    if changes and (annotate or tracked != "final"):
        raise click.UsageError("fixes are made in the text as it will be, without --annotate and --tracked")
    if fixed_file and (diff or not changes):
        raise click.UsageError("-o names the file that --fix writes")
    options = Options(
        output_format,
        select,
        extend_select,
        ignore,
        fail_on or "",
        config or "",
        stdin_filename or "",
        color,
        quiet,
        jobs,
        fix,
        unsafe_fixes,
        diff,
        waivers=waivers,
        baseline=baseline,
        diff_base=diff_base,
        record=record,
        outputs=outputs,
        tracked=tracked,
        annotate=annotate,
        fixed_file=fixed_file,
        no_cache=no_cache,
    )
    if changes:
        from prlint.cli.fixing import fix as mend

        return mend(paths, options)
    return check(paths, options)
