"""The GitHub Action: its file reads, nothing of an input is ever shell, and what its steps run does what they say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step["name"] == "Check")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs bash")

FORM = "See our Form 10K.\n"


def test_it_is_a_composite_action_whose_every_input_is_described() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert set(ACTION["inputs"]) == {"paths", "arguments", "summary", "sarif", "python-version"}
    assert all(told["description"] and isinstance(told["default"], str) for told in ACTION["inputs"].values())


def test_no_expression_stands_in_what_a_shell_reads() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2
    assert [script for script in scripts if "${{" in script] == []


def test_only_inputs_that_are_described_are_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])


def test_the_only_action_of_somebody_else_runs_on_request() -> None:
    (other,) = [step for step in STEPS if "uses" in step]
    assert other["uses"].startswith("github/codeql-action/upload-sarif@")
    assert "inputs.sarif == 'true'" in other["if"]


@pytest.mark.parametrize("step", [step for step in STEPS if "run" in step], ids=lambda step: step["name"])
def test_each_script_is_one_that_bash_can_read(step: dict[str, Any]) -> None:
    done = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


class Ran(NamedTuple):
    """What the step left: its status, what it printed, the summary page and the outputs."""

    status: int
    out: str
    summary: str
    outputs: dict[str, str]


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A runner's folder in which the step before has installed prlint."""
    programs = tmp_path / "temp" / "prlint" / "bin"
    programs.mkdir(parents=True)
    program = programs / "prlint"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={str(ROOT)!r} exec {sys.executable!r} -m prlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "prlint.toml").write_text('select = ["SEC003"]\n', encoding="utf-8")
    (desk / "release.txt").write_text(FORM, encoding="utf-8")
    (desk / "good.txt").write_text("Nothing.\n", encoding="utf-8")
    return tmp_path


def ran(runner: Path, **inputs: str) -> Ran:
    """The step with some inputs, as a runner runs it."""
    told = {name: value["default"] for name, value in ACTION["inputs"].items()} | inputs
    names = {name: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value) for name, value in CHECK["env"].items()}
    summary, outputs = runner / "summary", runner / "outputs"
    for file in (summary, outputs):
        file.write_text("", encoding="utf-8")
    environment = {
        **os.environ,
        **{name: told[found[1]] for name, found in names.items() if found},
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_OUTPUT": str(outputs),
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]]
    done = subprocess.run(shell, cwd=runner / "desk", env=environment, capture_output=True, text=True, check=False)
    pairs = dict(line.split("=", 1) for line in outputs.read_text(encoding="utf-8").splitlines())
    return Ran(done.returncode, done.stdout + done.stderr, summary.read_text(encoding="utf-8"), pairs)


def test_a_finding_is_annotated_summed_up_put_into_sarif_and_fails_the_step(runner: Path) -> None:
    step = ran(runner)
    assert step.status == 1
    assert "file=release.txt,line=1" in step.out
    assert "SEC003" in step.summary
    sarif = json.loads(Path(step.outputs["sarif"]).read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["SEC003"]


def test_good_releases_pass(runner: Path) -> None:
    assert ran(runner, paths="good.txt").status == 0


def test_what_cannot_be_done_is_status_2_and_nothing_is_handed_on(runner: Path) -> None:
    step = ran(runner, arguments="--no-such-option")
    assert (step.status, step.outputs, step.summary) == (2, {}, "")


def test_the_summary_can_be_left_out(runner: Path) -> None:
    assert ran(runner, summary="false").summary == ""


def test_a_line_is_an_argument_whatever_it_holds(runner: Path) -> None:
    for name in ("a release.txt", "$(touch owned).txt", "`touch owned`; touch owned.txt", "--fix"):
        (runner / "desk" / name).write_text(FORM, encoding="utf-8")
    step = ran(
        runner,
        paths="a release.txt\n\n$(touch owned).txt\n`touch owned`; touch owned.txt\n--fix\n",
        arguments="--fail-on=never\n--ignore\nSTR\n",
    )
    assert step.status == 0
    assert step.out.count("SEC003") == 4
    assert not (runner / "desk" / "owned").exists()
    assert not (runner / "desk" / "owned.txt").exists()
    assert (runner / "desk" / "--fix").read_text(encoding="utf-8") == FORM
