"""The public Python API behind `prlint.lint`."""

from pathlib import Path

from prlint.config import Settings
from prlint.document import read
from prlint.engine import RuleSet, load_rules
from prlint.report.gather import gather
from prlint.report.model import Report


def lint(path_or_text: Path | str, settings: Settings | None = None, rules: RuleSet | None = None) -> Report:
    """The findings of one release.

    `path_or_text` is a `Path`, or the text itself as a string. `settings` are those of a configuration; none is looked
    for on disk. `rules` saves loading the rules again for every release. Raises `prlint.document.ReadError`, OSError,
    and what `prlint.engine.load_rules` raises.
    """
    settings = settings or Settings()
    if isinstance(path_or_text, Path):
        document = read(path_or_text, str(path_or_text))
    else:
        document = read(path_or_text.encode("utf-8", "surrogatepass"), "<text>")
    return Report((gather(document, settings, rules or load_rules(settings)),))
