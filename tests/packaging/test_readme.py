"""The README holds: its picture is the real output, its configuration and its rule work."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from prlint.cli.main import run
from tests.docs.pages import play

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


def block(heading: str) -> str:
    """The first fenced block behind a heading."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"^## {heading}$.*?^```\w+\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def test_the_picture_is_the_real_output(tmp_path: Path) -> None:
    played = play(README, tmp_path)
    assert "<!-- picture -->\n```console\n$ prlint seeds/" in played.page
    if os.environ.get("PRLINT_DRAW"):  # PRLINT_DRAW=1 draws the picture anew
        README.write_text(played.drawn, encoding="utf-8")
    else:
        assert played.page == played.drawn


def test_its_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "release.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(block("From Python"), {})  # noqa: S102 - the project's own README
    assert "1 SEC003 `Form 10K` is not the name; write `Form 10-K`\n" in capsys.readouterr().out


def test_the_two_set_up_commands_can_be_read_out_of_it() -> None:
    text = README.read_text(encoding="utf-8")
    for name in ("lint", "test"):
        assert re.search(rf"<!-- setup:{name} -->\n```sh\n[^`]+\n```\n", text)


def test_its_configuration_loads(tmp_path: Path) -> None:
    from prlint.cli.configuration import load

    (tmp_path / "prlint.toml").write_text(block("Configuration"), encoding="utf-8")
    settings = load(tmp_path / "prlint.toml").settings(("drafts/**",))
    assert (settings.ignore, settings.company.ticker, settings.release.fragment) == (("TRM",), "NASDAQ: FRRT", True)


def test_its_rule_passes_its_own_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "words.toml").write_text('[synergy]\nabout = "The word."\nphrases = ["synergy", "synergies"]\n', encoding="utf-8")
    (tmp_path / "HSE001.toml").write_text(block("Rules of your own"), encoding="utf-8")
    assert run(["rule", "--test", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 rule, 2 examples, 0 failed\n"


def test_it_says_once_that_this_is_no_legal_advice() -> None:
    assert README.read_text(encoding="utf-8").count("not legal advice") == 1


def test_every_file_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(((?!https?:)[^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_version_is_in_the_changelog() -> None:
    import prlint

    assert f"## {prlint.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_configuration_of_the_project_reads() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert told["tool"]["coverage"]["report"]["fail_under"] >= 95
