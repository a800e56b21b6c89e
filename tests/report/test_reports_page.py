"""docs/reports.md holds: its commands run, and say what it shows."""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from prlint.cli.main import run
from prlint.report import FORMATS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reports.md"
RUN = re.compile(r"(<!-- run -->\n```console\n\$ prlint ([^\n]*)\n)(.*?)(```\n)", re.DOTALL)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the draft that the page speaks of."""
    (tmp_path / "drafts").mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "bad-topline.txt", tmp_path / "drafts" / "topline.txt")
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def test_each_command_says_what_the_page_shows(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAGE.read_text(encoding="utf-8")

    def said(found: re.Match[str]) -> str:
        assert run(shlex.split(found[2])) == 1
        return f"{found[1]}{capsys.readouterr().out}{found[4]}"

    real = RUN.sub(said, text)
    if os.environ.get("PRLINT_DRAW"):  # PRLINT_DRAW=1 writes what the commands say now
        PAGE.write_text(real, encoding="utf-8")
    assert real == text or os.environ.get("PRLINT_DRAW")
    assert (office / "prlint.sarif").stat().st_size > 1000
    assert (office / "review.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_every_format_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    headings = " ".join(re.findall(r"^## (.*)$", text, re.MULTILINE))
    assert [form for form in FORMATS if not re.search(rf"\b{form}\b", headings)] == []


def test_its_pictures_are_there_and_small() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))
    assert len(pictures) == 2
    assert all((PAGE.parent / picture).stat().st_size < 300_000 for picture in pictures)
