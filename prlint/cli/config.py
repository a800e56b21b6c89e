"""`prlint config`: what is in effect for a file, and where it was told."""

from pathlib import Path

import click

from prlint.cli.check import _names
from prlint.cli.configuration import load, nearest
from prlint.cli.options import FAIL_ON
from prlint.cli.output import CLEAN, say


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="[FILE]", required=False, type=click.Path())
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="For a person or a program.  [default: text]")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of prlint.toml instead, for an editor.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this configuration, not the nearest prlint.toml upward.")
@click.option("--select", multiple=True, callback=_names, metavar="NAMES", help="As for `prlint check`, to see what it does.")
@click.option("--extend-select", multiple=True, callback=_names, metavar="NAMES", help="The same.")
@click.option("--ignore", multiple=True, callback=_names, metavar="NAMES", help="The same.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="The same.")
def command(
    file: str | None,
    output_format: str,
    schema: bool,
    config: str | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
) -> int:
    """Show each value that is in effect for FILE (or for the current folder), and where it was told.

    That is a file and its line, the command line, or nowhere, for what is built in.
    FILE need not exist: its path decides which configuration and which [per-file] tables apply.
    """
    if schema:
        from prlint.cli.schema import configuration_schema

        say(configuration_schema())
        return CLEAN
    from prlint.cli.effective import account
    from prlint.report.effective import effective_json, effective_text

    place = Path(file or ".")
    folder = place if place.is_dir() else place.absolute().parent
    found = load(Path(config)) if config else nearest(folder.absolute())
    told: dict[str, tuple[str, ...] | str] = {
        "select": select,
        "extend-select": extend_select,
        "ignore": ignore,
        "fail-on": fail_on or "",
    }
    overrides = () if place.is_dir() else found.overrides(place)
    shown = account(file or ".", found, overrides, told)
    say(effective_json(shown) if output_format == "json" else effective_text(shown))
    return CLEAN
