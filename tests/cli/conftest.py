"""A desk to run the command line at: a folder with a configuration and three rules of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from prlint.cli.main import run
from tests.engine.houses import write_rule, write_terms

SILENT = "Nothing to see.\n"
ERROR, WARNING, INFO = "A frumious bandersnatch.\n", "A young jabberwock.\n", "Some slithy toves.\n"


@dataclass(frozen=True)
class Outcome:
    """What a command line did."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three rules: HSE001 is an error, HSE002 a warning, HSE003 an info."""
    folder = tmp_path_factory.mktemp("house")
    write_terms(folder, bandersnatch="bandersnatch", jabberwock="jabberwock", slithy="slithy")
    write_rule(folder, "HSE001", "bandersnatch", "no bandersnatch", severity="error")
    write_rule(folder, "HSE002", "jabberwock", "no jabberwock", severity="warning", bad=WARNING.strip())
    write_rule(folder, "HSE003", "slithy", "no slithy", severity="info", bad=INFO.strip())
    return folder


@pytest.fixture
def desk(tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: its prlint.toml selects the three rules."""
    (tmp_path / "prlint.toml").write_text(f"rules = [{str(house)!r}]\nselect = ['HSE']\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture
def prlint(desk: Path, capsys: pytest.CaptureFixture[str]) -> Run:  # noqa: ARG001 - the current folder
    """Runs a command line at the desk."""

    def command(*arguments: str) -> Outcome:
        status = run(list(arguments))
        told = capsys.readouterr()
        return Outcome(status, told.out, told.err)

    return command
