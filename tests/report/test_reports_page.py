"""docs/reports.md tells of every format. That its commands say what it shows is held by tests/docs/test_pages.py."""

import re
from pathlib import Path

from prlint.report import FORMATS
from tests.docs.pages import play

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reports.md"


def test_the_reports_that_it_writes_are_there(tmp_path: Path) -> None:
    played = play(PAGE, tmp_path)
    assert [ran.command for ran in played.ran if ran.command.startswith("prlint drafts/") and ran.status != 1] == []
    assert (played.desk / "prlint.sarif").stat().st_size > 1000
    assert (played.desk / "review.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_every_format_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    headings = " ".join(re.findall(r"^## (.*)$", text, re.MULTILINE))
    assert [form for form in FORMATS if not re.search(rf"\b{form}\b", headings)] == []


def test_its_pictures_are_there_and_small() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))
    assert len(pictures) == 2
    assert all((PAGE.parent / picture).stat().st_size < 300_000 for picture in pictures)
