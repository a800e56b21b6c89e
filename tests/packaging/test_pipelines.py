"""The examples for pipelines and editors: they read, and what they run is what prlint understands."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from prlint.cli.main import run

DOCS = Path(__file__).parents[2] / "docs"
PIPELINES = (DOCS / "pipelines.md").read_text(encoding="utf-8")
EDITORS = (DOCS / "editors.md").read_text(encoding="utf-8")
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}(?: title=[^\n]+)?\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


HOOKS, GITHUB, GITLAB = map(yaml.safe_load, blocks(PIPELINES, "yaml"))


def test_the_hooks_of_the_example_are_published() -> None:
    published = yaml.safe_load((DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in HOOKS["repos"][0]["hooks"]} == {hook["id"] for hook in published}


def test_the_workflow_may_only_read_and_gives_inputs_that_the_action_has() -> None:
    (job,) = GITHUB["jobs"].values()
    assert (GITHUB["permissions"], job["permissions"]) == ({}, {"contents": "read"})
    action = yaml.safe_load((DOCS.parent / "action.yml").read_text(encoding="utf-8"))
    assert set(job["steps"][1]["with"]) <= set(action["inputs"])
    assert set(re.findall(r"^\| `([a-z-]+)` \|", PIPELINES, re.MULTILINE)) == set(action["inputs"])


COMMANDS = [
    *(line for line in GITLAB["prlint"]["script"] if line.startswith("prlint")),
    *(line for block in blocks(PIPELINES, "sh") for line in block.splitlines() if line.startswith("prlint")),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_writes_its_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prlint.toml").write_text('select = ["SEC003"]\n', encoding="utf-8")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "a.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    assert run(shlex.split(command)[1:]) == 1
    written = re.findall(r"--output \w+=(\S+)", command)
    assert written
    assert [name for name in written if "SEC003" not in (tmp_path / name).read_text(encoding="utf-8")] == []


def test_the_code_quality_report_is_the_one_that_is_handed_over() -> None:
    assert f"gitlab={GITLAB['prlint']['artifacts']['reports']['codequality']}" in GITLAB["prlint"]["script"][1]


def test_the_examples_in_toml_read(tmp_path: Path) -> None:
    from prlint.cli.configuration import load

    (helix,) = blocks(EDITORS, "toml")
    assert tomllib.loads(helix)["language-server"]["prlint"] == {"command": "prlint", "args": ["server"]}
    (tmp_path / "style").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "style" / "house.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    (tmp_path / "work" / "prlint.toml").write_text(blocks(CONFIGURATION, "toml")[-1], encoding="utf-8")
    settings = load(tmp_path / "work" / "prlint.toml").settings()
    assert (settings.fail_on, settings.company.name) == ("error", "Ferrant Therapeutics, Inc.")


def test_every_key_of_a_configuration_is_in_its_page() -> None:
    from prlint.cli.keys import TOP, Table, Tables, Value

    def names(wanted: Value | Table | Tables) -> set[str]:
        if isinstance(wanted, Tables):
            return names(wanted.table)
        if isinstance(wanted, Table):
            return set(wanted.keys).union(*(names(inner) for inner in wanted.keys.values()))
        return set()

    assert [name for name in sorted(names(TOP)) if name not in CONFIGURATION] == []
