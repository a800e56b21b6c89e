"""Formats for machines, read by programs of others: GitHub's toolkit, Microsoft's SARIF validator, the W3C's HTML checker.

They come from npm and are no part of prlint. `npm ci --ignore-scripts` in a copy of `consumers/` installs them, in the versions
that its lock file names, and PRLINT_CONSUMERS says where that copy is; `.ci/run` does so. Without it these tests are skipped.

Each program reads all reports at once: runs that must pass, and reports with one mistake that it must see.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from prlint.cli.main import run
from prlint.report import Report, render
from tests.report.made import report
from tests.report.test_hostile import hostile
from tests.report.test_machine_formats import of_word, whole

ROOT = Path(__file__).parents[2]
CONSUMERS = Path(os.environ.get("PRLINT_CONSUMERS") or "absent").absolute()
MODULES = CONSUMERS / "node_modules"
RUNS: dict[str, Callable[[], Report]] = {"whole": whole, "word": of_word, "hostile": hostile, "empty": report}

pytestmark = [
    pytest.mark.skipif(not MODULES.is_dir() or not shutil.which("node"), reason="PRLINT_CONSUMERS names no folder with programs of others"),
    pytest.mark.slow,
]
Reports = Callable[[str], dict[str, str]]


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Reports:
    """Runs in a format: those made by hand, and that of real releases."""

    def told(form: str) -> dict[str, str]:
        monkeypatch.chdir(ROOT)
        run(["--output-format", form, "seeds/immunogen-marianne.txt", "tests/cases"])
        return {"releases": capsys.readouterr().out, **{name: render(made(), form) for name, made in RUNS.items()}}

    return told


def mistaken(shown: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A report with one of some changes each, which it must make a difference to."""
    assert all(right in shown for right, _ in changes)
    return {f"wrong-{number}": shown.replace(right, wrong) for number, (right, wrong) in enumerate(changes)}


def say(*command: str | Path, given: str | None = None) -> str:
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False, timeout=120).stdout


def written(texts: Mapping[str, str], folder: Path, suffix: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}{suffix}").write_text(text, encoding="utf-8")
    return [folder / f"{name}{suffix}" for name in texts]


def of_each(complaints: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Complaints about files, by the names of their texts."""
    by_name: dict[str, list[str]] = {name: [] for name in texts}
    for file, complaint in complaints:
        by_name[Path(file).name.split(".")[0]].append(complaint)
    return by_name


def holds(told: Mapping[str, object], good: Iterable[str], wrong: Iterable[str]) -> None:
    assert {name: told[name] for name in good if told[name]} == {}
    assert [name for name in wrong if not told[name]] == [], "it does not see every mistake"


def test_rdjson_is_the_diagnostic_format_of_reviewdog(reports: Reports, tmp_path: Path) -> None:
    good = reports("rdjson")
    wrong = mistaken(good["whole"], ('"severity"', '"severty"'), ('"ERROR"', '"error"'), ('"line": 3', '"line": 0'))
    validator = MODULES / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"
    files = written({**good, **wrong}, tmp_path, ".json")
    told = json.loads(say("node", validator, "--strict", "--no-extra-fields", "--format", "json", *files))
    holds(of_each(((file["file"], str(file)) for file in told["fileResults"] if not file["valid"]), {**good, **wrong}), good, wrong)


def test_gitlab_is_of_the_types_of_code_climate(reports: Reports, tmp_path: Path) -> None:
    good = reports("gitlab")
    wrong = mistaken(good["whole"], ('"check_name"', '"check"'), ('"critical"', '"error"'), ('"column"', '"col"'))
    source = (CONSUMERS / "quality.ts").read_text(encoding="utf-8")
    assert source.endswith("= []\n")
    files = written({name: source.removesuffix("[]\n") + text for name, text in {**good, **wrong}.items()}, tmp_path, ".ts")
    (tmp_path / "node_modules").symlink_to(MODULES)
    options = ("--noEmit", "--strict", "--pretty", "false", "--module", "esnext", "--moduleResolution", "bundler", "--target", "esnext")
    told = say("node", MODULES / "typescript" / "bin" / "tsc", *options, *files)
    holds(of_each(re.findall(r"^(\S+\.ts)\(.*?\): error (.*)", told, re.MULTILINE), {**good, **wrong}), good, wrong)


class Runner:
    """What GitHub's runner understands of a line: the command before `::`, its properties, and the message, each unescaped."""

    command = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)")
    signs = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))

    def __init__(self, line: str) -> None:
        found = self.command.fullmatch(line)
        assert found, line
        self.name, self.message = found["name"], self.plain(found["message"], self.signs[:2] + self.signs[4:])
        pairs = (pair.split("=", 1) for pair in found["properties"].split(","))
        self.properties = {key: self.plain(value, self.signs) for key, value in pairs}

    @staticmethod
    def plain(text: str, signs: tuple[tuple[str, str], ...]) -> str:
        for escaped, sign in signs:
            text = text.replace(escaped, sign)
        return text

    def for_the_toolkit(self) -> dict[str, Any]:
        names = {"line": "startLine", "col": "startColumn", "endColumn": "endColumn", "endLine": "endLine"}
        lines = {names[key]: int(value) for key, value in self.properties.items() if key in names}
        return {"level": self.name, "message": self.message, "title": self.properties["title"], "file": self.properties["file"], **lines}


def pieces(line: str) -> tuple[list[str], str]:
    """A command in pieces, still escaped; the order of its properties means nothing."""
    head, _, message = line[2:].partition("::")
    return sorted(head.replace(" ", ",").split(",")), message


def test_github_says_what_the_toolkit_of_github_would(reports: Reports) -> None:
    ours = [line for shown in reports("github").values() for line in shown.splitlines()[:-1]]
    said = say("node", CONSUMERS / "toolkit.mjs", given=json.dumps([Runner(line).for_the_toolkit() for line in ours]))
    assert len(ours) > 20
    assert [pieces(line) for line in said.splitlines()] == [pieces(line) for line in ours]


def test_sarif_is_valid_for_microsoft_and_for_github(reports: Reports, tmp_path: Path) -> None:
    program = MODULES / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    if not program.exists():
        pytest.skip("the SARIF Multitool is not for this system")
    program.chmod(0o755)
    good = reports("sarif")
    first = re.sub(r'"ruleIndex": \d+', '"ruleIndex": 0', good["whole"])
    wrong = mistaken(first, ('"ruleIndex": 0', '"ruleIndex": 999'), ('"endLine": 3', '"endLine": 2'), ("a%20b.txt", "a b.txt"))
    files = written({**good, **wrong}, tmp_path, ".sarif")
    told = say(program, "validate", *files, "--rule-kind", "Sarif;Ghas", "--output", tmp_path / "validation")
    complaints = re.findall(r"^(.*?\.sarif)\(.*?\): (?:error|warning|note) ([A-Z]+\d+)", told, re.MULTILINE)
    # SARIF2005 would have an address of the tool, and prlint has no page of its own on the web.
    holds(of_each(((file, rule) for file, rule in complaints if rule != "SARIF2005"), {**good, **wrong}), good, wrong)


# The checker does not compute the hashes of the policy; a browser does, in another test. The role is for Safari, which drops
# it with the bullets.
LEFT = re.compile("Inline (?:script|style) violates Content Security Policy|The “list” role is unnecessary")


def test_the_page_is_html_as_the_standard_has_it(reports: Reports, tmp_path: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("no Java on this machine: the HTML is not checked")
    good = reports("html")
    wrong = mistaken(good["whole"], ("</main>", "</p></b></main>"), ("<title>", "<title>\ufffe"), (' lang="en"', ' lang="e n"'))
    checker = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    files = written({**good, **wrong}, tmp_path, ".html")
    told = json.loads(say("java", "-jar", checker, "--stdout", "--exit-zero-always", "--format", "json", *files))["messages"]
    holds(of_each(((it["url"], it["message"]) for it in told if not LEFT.match(it["message"])), {**good, **wrong}), good, wrong)
