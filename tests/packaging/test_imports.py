"""What a plain check imports: every module costs each run its time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prlint.report import FORMATS

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "immunogen-marianne.txt"
RUN = """
import sys
import prlint.__main__
from prlint.cli.main import run
print(run([{arguments}]), *sorted(sys.modules), file=sys.stderr)
"""


def modules(cache: Path, *arguments: str) -> set[str]:
    """The modules of a run that finds its cache filled."""
    environment = {**os.environ, "PRLINT_CACHE_DIR": str(cache), "PYTHONPATH": str(ROOT)}
    source = RUN.format(arguments=", ".join(map(repr, arguments)))
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    status, *names = done.stderr.split()
    assert status in ("0", "1"), done.stderr
    return set(names)


# What has no business on the way of a plain check, with what it costs beyond bare Python.
HEAVY = [
    "typing",
    "dataclasses",
    "inspect",
    "lark",
    "jsonschema",
    "json",
    "tomllib",
    "difflib",
    "importlib.metadata",
    "email",
    "rich",
    "argparse",
    "shutil",
    "tempfile",
    "logging",
    "asyncio",
]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    cache = tmp_path_factory.mktemp("cache")
    cache.chmod(0o700)
    return modules(cache, str(SEED))


@pytest.mark.parametrize("name", HEAVY)
def test_a_plain_check_does_not_import(plain: set[str], name: str) -> None:
    assert name not in plain


def test_a_plain_check_imports_only_its_own_command_and_format(plain: set[str]) -> None:
    commands = {name for name in plain if name.startswith(("prlint.cli.", "prlint.report."))}
    unwanted = {
        "prlint.cli.facts",
        "prlint.cli.fix",
        "prlint.cli.fixing",
        "prlint.cli.init",
        "prlint.cli.rule",
        "prlint.cli.rules",
        "prlint.cli.keys",
        "prlint.cli.completion",
        "prlint.cli.commands",
        "prlint.cli.known",
        "prlint.cli.recording",
    }
    assert not commands & (unwanted | {"prlint.report.json", "prlint.report.github", "prlint.report.reference", "prlint.report.starter"})
    formats = {f"prlint.report.{form}" for form in FORMATS if form != "full"}
    assert not commands & (formats | {"prlint.cli.outputs", "prlint.report.entries", "prlint.report.escape", "prlint.report.html.page"})
    assert "prlint.engine.loader" not in plain
    assert "prlint.language.grammars" not in plain


def test_a_plain_check_imports_no_reader_but_that_of_plain_text(plain: set[str]) -> None:
    readers = {name.removeprefix("prlint.document.") for name in plain if name.startswith("prlint.document.")}
    assert readers == {"formats", "model", "plain"}


def test_the_json_format_imports_json_and_no_schema(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    names = modules(tmp_path, "--output-format", "json", str(SEED))
    assert "json" in names
    assert "jsonschema" not in names
