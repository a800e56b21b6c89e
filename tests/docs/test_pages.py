"""Every page of documentation holds: its commands run and say what it shows, and the commands that it names exist."""

import os
import re
import tomllib
from importlib import import_module
from pathlib import Path

import click
import docx
import pytest

from prlint.cli.names import COMMANDS
from tests.docs.pages import ROOT, blocks, play, without_blocks

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "README.md"])
PLAYED = [page for page in PAGES if page.name != "README.md"]  # which tests/packaging/test_readme.py plays
# What stands in a synopsis for something of the reader's.
METAVARIABLE = re.compile(r"[A-Z.…\[\]|]+|FORMAT=FILE")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.parametrize("page", PLAYED, ids=name)
def test_every_command_of_a_page_runs_and_says_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    played = play(page, tmp_path)
    if os.environ.get("PRLINT_DRAW"):  # PRLINT_DRAW=1 writes what the commands say now
        page.write_text(played.drawn, encoding="utf-8")
    else:
        assert played.page == played.drawn


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_command_hides_in_a_block_that_is_not_run(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    hidden = [
        line for language, body in blocks(text) if language not in ("console", "sh") for line in re.findall(r"^(?:\$ |prlint ).*", body)
    ]
    synopses = [line for line in hidden if any(METAVARIABLE.fullmatch(word) for word in line.split())]
    assert hidden == synopses


def _options(command: str) -> set[str]:
    told: click.Command = import_module(f"prlint.cli.{command}").command
    return {option for parameter in told.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"--help", "-h"}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_that_is_named_in_a_sentence_exists_with_its_options(page: Path) -> None:
    wrong = []
    for quoted in re.findall(r"`(prlint [^`]+)`", without_blocks(page.read_text(encoding="utf-8"))):
        words = [word.strip("()[],") for word in quoted.split()[1:]]
        command = next((word for word in words[:1] if word in COMMANDS), "check")
        options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        wrong += [f"{quoted}: {option}" for option in sorted(options - _options(command) - {"--version"})]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_extra_that_a_page_installs_is_one(page: Path) -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    named = re.findall(r"""["'](?:prlint|\.)\[([a-z,]+)\]""", page.read_text(encoding="utf-8"))
    assert {extra for told in named for extra in told.split(",")} <= set(extras)


def test_the_draft_in_word_says_what_the_draft_in_text_says() -> None:
    paragraphs = docx.Document(str(DOCS / "samples" / "lyra.docx")).paragraphs
    text = (DOCS / "samples" / "lyra.txt").read_text(encoding="utf-8")
    assert [paragraph.text for paragraph in paragraphs] == [line for line in text.splitlines() if line]
