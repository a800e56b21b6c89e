"""`prlint init`: a commented configuration to start from."""

from pathlib import Path

import click

from prlint.cli.output import CLEAN, DONE_NOTHING, complain, say
from prlint.config import Settings
from prlint.engine import load_rules
from prlint.report import FileReport
from prlint.report.gather import read_file, understand
from prlint.report.starter import Starter, starter
from prlint.report.terminal import harmless

_FILE = Path("prlint.toml")
_SCHEMA = Path("prlint.schema.json")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("--force", is_flag=True, help="Replace a prlint.toml that is there.")
@click.option("--schema", is_flag=True, help=f"Write {_SCHEMA} too, with which an editor completes and checks the file.")
def command(files: tuple[str, ...], force: bool, schema: bool) -> int:
    """Write a commented prlint.toml into this folder, filled from the releases that are given.

    Where releases differ, the one with the latest dateline is believed; what the others say stands in a comment.
    """
    if _FILE.exists() and not force:
        complain(f"{_FILE}: is there already (--force replaces it)")
        return DONE_NOTHING
    understood = []
    settings = Settings()
    rules = load_rules(settings) if files else None
    for file in dict.fromkeys(files):
        document = read_file(Path(file), file)
        if isinstance(document, FileReport):
            complain(f"{file}: {document.failure}")
            return DONE_NOTHING
        assert rules is not None, "there are files"
        understood.append((file, understand(document, settings, rules)))
    made = starter(understood, f"./{_SCHEMA}" if schema else "")
    _FILE.write_text(made.text, encoding="utf-8")
    wrote = str(_FILE)
    if schema:
        from prlint.cli.schema import configuration_schema

        _SCHEMA.write_text(configuration_schema(), encoding="utf-8")
        wrote += f" and {_SCHEMA}"
    say("\n".join([f"wrote {wrote}", *_told(made, len(understood))]) + "\n")
    return CLEAN


def _told(made: Starter, releases: int) -> list[str]:
    """What was inferred, and where releases differ, for the terminal."""
    if not releases:
        return []
    source = "the release" if releases == 1 else f"{releases} releases"
    lines = [f"inferred from {source}, to be checked:" if made.inferred else f"nothing could be inferred from {source}"]
    lines += [f"  {harmless(line)}" for line in made.inferred]
    if made.conflicts:
        lines += ["the releases differ; the latest dateline was believed:", *(f"  {harmless(line)}" for line in made.conflicts)]
    return lines
