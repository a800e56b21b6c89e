"""The README holds: its picture is the real output, its configuration and its rule work."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from prlint.cli.main import run

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PICTURE = re.compile(r"(<!-- picture -->\n```console\n\$ prlint ([^\n]*)\n)(.*?)(```)", re.DOTALL)


def block(heading: str) -> str:
    """The first fenced block behind a heading."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"^## {heading}$.*?^```\w+\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def test_the_picture_is_the_real_output(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    for variable in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    text = README.read_text(encoding="utf-8")
    picture = PICTURE.search(text)
    assert picture
    run(picture[2].split())
    out = capsys.readouterr().out
    if os.environ.get("PRLINT_DRAW"):  # PRLINT_DRAW=1 draws the picture anew
        README.write_text(text[: picture.start(3)] + out + text[picture.end(3) :], encoding="utf-8")
    else:
        assert picture[3] == out


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
