"""`prlint check`: the findings of releases."""

from collections.abc import Iterable
from dataclasses import replace

import click

from prlint.cli.files import find
from prlint.cli.output import CLEAN, DONE_NOTHING, FOUND, colored, complain, defect, say, width
from prlint.cli.session import Prepared, Session
from prlint.config import Settings
from prlint.engine.model import SEVERITIES
from prlint.report import FORMATS, FileReport, Report, Style, render
from prlint.report.gather import gather

FAIL_ON = (*SEVERITIES, "never")


def _names(_ctx: click.Context, _parameter: click.Parameter, lists: tuple[str, ...]) -> tuple[str, ...]:
    """Comma lists, given once or more, as one tuple."""
    return tuple(name.strip() for told in lists for name in told.split(",") if name.strip())


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--output-format", "output_format", type=click.Choice(FORMATS), default="full", help="How findings are shown.  [default: full]"
)
@click.option("--select", multiple=True, callback=_names, metavar="NAMES", help="Run these rules and no others: codes, families or names.")
@click.option("--extend-select", multiple=True, callback=_names, metavar="NAMES", help="Run these too.")
@click.option("--ignore", multiple=True, callback=_names, metavar="NAMES", help="Leave these out.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The least severity that makes the exit status 1.  [default: warning]")
@click.option("--config", "config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input (`-`), also to find its configuration.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
@click.option("-q", "--quiet", is_flag=True, help="Findings and errors only: no closing line, no notes.")
def command(
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    config: str | None,
    stdin_filename: str | None,
    color: str,
    quiet: bool,
) -> int:
    """Check releases. FILE is a release, a folder to search (*.txt, *.md, *.text), or - for standard input.

    Exit status: 0 nothing at or above the fail level, 1 findings, 2 something could not be done.
    """

    def told(settings: Settings) -> Settings:
        """The settings with what the command line says over them."""
        if select:
            settings = replace(settings, select=select, extend_select=(), ignore=())
        return replace(
            settings,
            extend_select=settings.extend_select + extend_select,
            ignore=settings.ignore + ignore,
            fail_on=fail_on or settings.fail_on,
        )

    session = Session(config, told, stdin_filename or "")
    found = find(paths)
    failing = False
    reports: list[FileReport] = []
    for path in found.files:
        prepared = session.for_file(path)
        report = _checked(session, path, prepared)
        failing = failing or fails(report, prepared.settings.fail_on)
        reports.append(report)
    reports += [FileReport(path, failure=reason) for path, reason in found.failures.items()]
    whole = Report(tuple(reports), found.skipped)
    _tell_problems(whole.files, quiet=quiet)
    say(render(whole, output_format, Style(colored(color), width(), closing=not quiet)))
    return DONE_NOTHING if whole.failed else FOUND if failing else CLEAN


def _checked(session: Session, path: str, prepared: Prepared) -> FileReport:
    document = session.read(path)
    if isinstance(document, FileReport):
        return document
    try:
        return gather(document, prepared.settings, prepared.rules)
    except Exception as error:  # noqa: BLE001 - a defect of prlint in one file must not silence the others
        return FileReport(document.path, failure=defect(error))


def fails(report: FileReport, fail_on: str) -> bool:
    """Whether a file has a finding at or above the fail level that is not waived."""
    level = FAIL_ON.index(fail_on)
    return fail_on != "never" and any(not finding.waived and SEVERITIES.index(finding.severity) <= level for finding in report.findings)


def _tell_problems(files: Iterable[FileReport], *, quiet: bool) -> None:
    for file in files:
        if file.failure:
            complain(f"{file.path}: {file.failure}")
        elif file.document and not quiet:
            for note in file.document.notes:
                complain(f"{file.path}: {note}")
