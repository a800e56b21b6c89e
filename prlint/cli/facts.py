"""`prlint facts`: what was understood of a release."""

import sys
from pathlib import Path

import click

from prlint.cli.configuration import load, nearest
from prlint.cli.output import CLEAN, DONE_NOTHING, colored, complain, say, width
from prlint.config import ConfigurationError
from prlint.engine import RuleError, UnknownRuleError, load_rules
from prlint.report import Style
from prlint.report.gather import read_file, understand
from prlint.report.model import FileReport


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="For a person or for a program.  [default: text]")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
def command(file: str, output_format: str, config: str | None, color: str) -> int:
    """Show what prlint understood of FILE: its kind, its sections, and the facts that rules reason about."""
    source: Path | bytes = sys.stdin.buffer.read() if file == "-" else Path(file)
    document = read_file(source, "<stdin>" if file == "-" else file)
    if isinstance(document, FileReport):
        complain(f"{file}: {document.failure}")
        return DONE_NOTHING
    place = Path("stdin" if file == "-" else file)
    try:
        found = load(Path(config)) if config else nearest(place.absolute().parent)
        settings = found.settings(found.overrides(place))
        release = understand(document, settings, load_rules(settings, found.base))
    except (ConfigurationError, RuleError, UnknownRuleError, FileNotFoundError) as error:
        complain(str(error))
        return DONE_NOTHING
    if output_format == "json":
        from prlint.report.json import facts_json

        say(facts_json(release))
    else:
        from prlint.report.facts import facts_text

        say(facts_text(release, Style(colored(color), width())))
    return CLEAN
