"""`prlint init`: a commented configuration to start from."""

from pathlib import Path

import click

from prlint.cli.output import CLEAN, DONE_NOTHING, complain, say
from prlint.config import Settings
from prlint.engine import load_rules
from prlint.report import FileReport
from prlint.report.gather import read_file, understand
from prlint.report.starter import starter
from prlint.report.terminal import harmless

_FILE = Path("prlint.toml")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("release", metavar="[RELEASE]", required=False, type=click.Path())
@click.option("--force", is_flag=True, help="Replace a prlint.toml that is there.")
def command(release: str | None, force: bool) -> int:
    """Write a commented prlint.toml into this folder, filled from RELEASE if one is given."""
    if _FILE.exists() and not force:
        complain(f"{_FILE}: is there already (--force replaces it)")
        return DONE_NOTHING
    understood = None
    if release is not None:
        document = read_file(Path(release), release)
        if isinstance(document, FileReport):
            complain(f"{release}: {document.failure}")
            return DONE_NOTHING
        settings = Settings()
        understood = understand(document, settings, load_rules(settings))
    made = starter(understood)
    _FILE.write_text(made.text, encoding="utf-8")
    said = [f"wrote {_FILE}"]
    if release is not None:
        said.append("inferred from the release, to be checked:" if made.inferred else "nothing could be inferred from the release")
        said += [f"  {harmless(line)}" for line in made.inferred]
    say("\n".join(said) + "\n")
    return CLEAN
