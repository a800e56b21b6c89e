"""`prlint facts`: what was understood of a release."""

import click

from prlint.checks.bindings import bound
from prlint.cli.output import CLEAN, DONE_NOTHING, colored, complain, say, width
from prlint.cli.session import Session
from prlint.document import TRACKED
from prlint.report import FileReport, Style
from prlint.report.gather import understand


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE", type=click.Path())
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", help="For a person or for a program.  [default: text]"
)
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
@click.option(
    "--tracked", type=click.Choice(TRACKED), default="final", help="Which text of tracked changes in Word is read.  [default: final]"
)
def command(file: str, output_format: str, config: str | None, color: str, tracked: str) -> int:
    """Show what prlint understood of FILE: its kind, its sections, and the facts that rules reason about."""
    session = Session(config, tracked=tracked)
    prepared = session.for_file(file)
    document = session.read(file)
    if isinstance(document, FileReport):
        complain(f"{document.path}: {document.failure}")
        return DONE_NOTHING
    release = bound(understand(document, prepared.settings, prepared.rules))
    if output_format == "json":
        from prlint.report.json import facts_json

        say(facts_json(release))
    else:
        from prlint.report.facts import facts_text

        say(facts_text(release, Style(colored(color), width())))
    return CLEAN
