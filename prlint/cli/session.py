"""What a command needs to read a file: its settings and its rules, each loaded once."""

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from prlint.cli.configuration import Configuration, load, nearest
from prlint.config import Settings
from prlint.document import LARGEST, Document
from prlint.engine.ruleset import RuleSet, load_rules
from prlint.records import Record
from prlint.report.gather import read_file
from prlint.report.model import FileReport
from prlint.report.results import Results, results_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prlint.report.judge import Known

STDIN = "-"

_WAIVERS = "prlint-waivers.toml"


class Prepared(Record):
    """Settings, the rules that they select, and the results that are kept of them."""

    settings: Settings
    rules: RuleSet
    results: Results | None = None


class Session:
    """One run: the configuration that was named, or of each file the nearest; and what the command line says over it.

    Its methods raise ConfigurationError, and what `prlint.engine.load_rules` raises.
    """

    def __init__(
        self,
        config: str | None = None,
        told: Callable[[Settings], Settings] | None = None,
        stdin_filename: str = "",
        tracked: str = "final",
    ) -> None:
        self._given = load(Path(config)) if config else None
        self.tracked = tracked
        self._told = told
        self._stdin = stdin_filename
        self._prepared = cache(self._prepare)
        self._waivers = cache(self._waivers_above)

    def for_file(self, path: str) -> Prepared:
        """The settings and rules of one file."""
        place = self.place(path)
        found = self._given or nearest(place.absolute().parent)
        return self._prepared(found, found.overrides(place))

    def place(self, path: str) -> Path:
        """Where a file is, and for standard input where it would be."""
        return Path(self._stdin or "stdin") if path == STDIN else Path(path)

    def waivers(self, path: str) -> str:
        """The nearest file of waivers upward from a file; empty if there is none."""
        return self._waivers(os.path.dirname(os.path.abspath(self.place(path))))  # noqa: PTH120 - of every file of a run

    def for_folder(self) -> Prepared:
        """The settings and rules of the current folder."""
        return self._prepared(self._given or nearest(Path.cwd()), ())

    def home(self, path: str) -> Path | None:
        """The folder of the configuration of a file; None if it has none."""
        found = self._given or nearest(self.place(path).absolute().parent)
        return found.path.absolute().parent if found.path else None

    def read(self, path: str) -> Document | FileReport:
        """A file, or standard input; a report of the failure if it cannot be read."""
        return read_file(*self.source(path), self.tracked)

    def source(self, path: str) -> tuple[Path | bytes, str]:
        """A file, or what standard input holds (no more than tells that it is too large), and what reports call it."""
        if path == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1), self._stdin or "<stdin>"
        return Path(path), path

    def _waivers_above(self, folder: str) -> str:
        own = os.path.join(folder, _WAIVERS)
        if os.path.isfile(own):
            return own
        above = os.path.dirname(folder)  # noqa: PTH120 - as above
        return self._waivers(above) if above != folder else ""

    def _prepare(self, found: Configuration, overrides: tuple[str, ...]) -> Prepared:
        settings = found.settings(overrides)
        if self._told:
            settings = self._told(settings)
        rules = load_rules(settings, found.base)
        return Prepared(settings, rules, results_of(rules, settings) if settings.cache else None)


class Job(Record):
    """One file to check: with what, what is known of it, and what its report must hold."""

    session: Session
    path: str
    prepared: Prepared
    known: "Known | None" = None
    recorded: bool = False
    detailed: bool = False
