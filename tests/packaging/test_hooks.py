"""The hooks for pre-commit: what each runs is a command line that works, on files that look like releases."""

import re
from pathlib import Path

import pytest

from prlint.cli.files import SUFFIXES
from prlint.cli.main import run

HOOKS = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^- id: (\S+)$.*?^  entry: (.+?)$", HOOKS, re.DOTALL | re.MULTILINE))

PATTERNS = dict(re.findall(r"^- id: (\S+)$.*?^  files: (.+?)$", HOOKS, re.DOTALL | re.MULTILINE))


def start(hook: str, *files: Path) -> int:
    program, *arguments = ENTRIES[hook].split()
    assert program == "prlint"
    return run([*arguments, "--select", "SEC003", *map(str, files)])


def test_one_hook_reports_and_one_fixes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "release.txt"
    file.write_text("See our Form 10K.\n", encoding="utf-8")
    assert start("prlint", file) == 1
    assert "SEC003" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == "See our Form 10K.\n"
    assert start("prlint-fix", file) == 0
    assert file.read_text(encoding="utf-8") == "See our Form 10-K.\n"


def test_the_hooks_take_releases_and_leave_other_text() -> None:
    assert sorted(ENTRIES) == ["prlint", "prlint-fix"]
    both, check_only = PATTERNS["prlint-fix"], PATTERNS["prlint"]
    for name in ("drafts/press/topline.md", "2027-03-04-release.txt", "Releases/topline.TEXT", "announcements/a/b.html", "release.htm"):
        assert re.search(both, name)
        assert re.search(check_only, name)
    for name in ("press/topline.docx", "press-release.pdf", "release.rtf", "release.eml"):
        assert re.search(check_only, name)
        assert not re.search(both, name)
    for name in ("requirements.txt", "docs/usage.md", "release.toml", "press/logo.png"):
        assert not re.search(check_only, name)


def test_the_hook_that_reports_takes_every_format_that_a_folder_is_searched_for() -> None:
    assert [suffix for suffix in SUFFIXES if not re.search(PATTERNS["prlint"], f"release{suffix}")] == []
