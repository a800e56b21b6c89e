"""`prlint rules`: the list of rules."""

import click

from prlint.cli.output import CLEAN, colored, say, width
from prlint.cli.session import Session
from prlint.report import Style


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--output-format", type=click.Choice(("text", "json")), default="text", help="For a person or for a program.  [default: text]"
)
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colour.  [default: auto, on a terminal]")
def command(output_format: str, config: str | None, color: str) -> int:
    """List the rules, and which of them run with the configuration of this folder."""
    rules = Session(config).for_folder().rules
    selected = frozenset(rule.code for rule in rules.selected)
    if output_format == "json":
        from prlint.report.json import rules_json

        say(rules_json(rules.rules, selected))
    else:
        from prlint.report.reference import rules_text

        say(rules_text(rules.rules, selected, Style(colored(color), width())))
    return CLEAN
