"""docs/review.md: every command in it is run in its order, and says what the page says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.waivers import FROZEN

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "review.md"
FILE = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```", re.DOTALL)
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files of the page, and `prlint` and a name for git at hand."""
    for name, text in FILE.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desk" / name).write_text(text, encoding="utf-8")
    program = tmp_path / "bin" / "prlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m prlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def run(desk: Path, command: str) -> str:
    """What a command says, on both streams."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": str(FROZEN),
        "COLUMNS": "120",
        "NO_COLOR": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    environment |= {f"GIT_{who}_{what}": "ana@ferrant.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["sh", "-c", command], cwd=desk / "desk", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout


def settled(page: str) -> str:
    """A page without what every change of a rule changes: hashes, the number of rules, the version."""
    return re.sub(r"SHA-256 [0-9a-f]+…|\b\d+ rules\b|version [\d.]+", "…", page)


def test_every_command_says_what_the_page_says(desk: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    drawn, done = [], 0
    for block in CONSOLE.finditer(page):
        commands = [line.removeprefix("$ ") for line in block[1].splitlines() if line.startswith("$ ")]
        assert commands
        drawn += [page[done : block.start(1)], "".join(f"$ {command}\n{run(desk, command)}" for command in commands)]
        done = block.end(1)
    whole = "".join([*drawn, page[done:]])
    if os.environ.get("PRLINT_DRAW"):  # PRLINT_DRAW=1 writes the page anew
        PAGE.write_text(whole, encoding="utf-8")
    else:
        assert settled(page) == settled(whole)
