"""Pages of documentation that are played: their files written, their commands run, in the order in which a reader meets them.

What a page may hold:

- A fenced block with a title (```` ```toml title="prlint.toml" ````) is a file. It is written when its turn comes.
- `<!-- desk: drafts/topline.txt from docs/samples/topline.txt -->` puts a file of the repository onto the desk.
- A `console` block is run: what stands behind `$ ` by `sh`, on the desk, and what it says must be what the page shows. `…` on
  a line of its own stands for any lines. A command that ends with 2 or more must be followed by `$ echo $?`.
- Of a `sh` block, what `prlint` is to do is run (up to a pipe into a program of others); of a `yaml` block, the commands of
  `run` and `script` that begin with `prlint`. They must end with 0 or 1. `pip install -e FOLDER` of a package that the page has
  written makes it known as pip would, without a registry.
- Every other block is text.
"""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.cli.waivers import FROZEN

ROOT = Path(__file__).parents[2]
_PARTS = re.compile(
    r"""^<!--\ desk:\ (?P<name>\S+)\ from\ (?P<source>\S+)\ -->$
    |^(?P<fence>`{3,})(?P<language>\w*)(?:\ title="(?P<title>[^"]+)")?\n(?P<body>.*?)^(?P=fence)$""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
# What every change of a rule changes.
_PASSING = re.compile(r"SHA-256 [0-9a-f]+…|\b\d+ rules\b|version [\d.]+")
_HOME = "/home/ana/desk"  # where a page's reader is, when a command tells whole paths
_ANY_LINES = re.escape("…\n")


class Ran(NamedTuple):
    """A command, what it said on both streams, and its exit status."""

    command: str
    said: str
    status: int


class Played(NamedTuple):
    """A page as it is, as it would be if it showed what its commands say, the commands, and the desk they were run on."""

    page: str
    drawn: str
    ran: list[Ran]
    desk: Path


def play(file: Path, folder: Path) -> Played:
    """Plays a page in a new folder."""
    page = file.read_text(encoding="utf-8")
    desk, programs = folder / "desk", folder / "bin"
    desk.mkdir()
    programs.mkdir()
    _write_program(programs / "prlint")
    shell = _Shell(desk, programs)
    drawn, done = [], 0
    for part in _PARTS.finditer(page):
        if part["name"]:
            _put(desk / part["name"], (ROOT / part["source"]).read_bytes())
        elif part["title"]:
            _put(desk / part["title"], part["body"].encode())
        elif part["language"] == "console":
            drawn += [page[done : part.start("body")], _played(part["body"], shell)]
            done = part.end("body")
        else:
            for package in re.findall(r"^python -m pip install -e ([a-z-]+)$", part["body"], re.MULTILINE):
                shell.install(desk / package)
            for command in _commands(part["language"], part["body"]):
                assert shell.run(command).status in (0, 1), (command, shell.ran[-1].said)
    return Played(page, "".join([*drawn, page[done:]]), shell.ran, desk)


def blocks(page: str) -> Iterator[tuple[str, str]]:
    """Language and content of the fenced blocks of a page."""
    return ((part["language"], part["body"]) for part in _PARTS.finditer(page) if part["fence"])


def without_blocks(page: str) -> str:
    """A page without its fenced blocks and comments."""
    return re.sub(r"<!--.*?-->", "", _PARTS.sub("", page), flags=re.DOTALL)


class _Shell:
    """Runs commands one by one, as one shell would: `$?` is the status of the one before."""

    def __init__(self, desk: Path, programs: Path) -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "COV_", "FORCE_COLOR", "CI"))}
        who = {f"GIT_{who}_{what}": "ana@ferrant.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.environment = {
            **inherited,
            **who,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": str(FROZEN),
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        self.desk = desk
        self.ran: list[Ran] = []

    def run(self, command: str) -> Ran:
        before = self.ran[-1].status if self.ran else 0
        done = subprocess.run(
            ["sh", "-c", f"(exit {before})\n{command}"],
            cwd=self.desk,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.ran.append(Ran(command, done.stdout.replace(str(self.desk), _HOME), done.returncode))
        return self.ran[-1]

    def install(self, package: Path) -> None:
        """Puts a package of this desk onto the path, with the entry points that its pyproject.toml names."""
        project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        known = package / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        known.mkdir()
        (known / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8"
        )
        lines = [
            line
            for group, points in project["entry-points"].items()
            for line in (f"[{group}]", *(f"{name} = {value}" for name, value in points.items()))
        ]
        (known / "entry_points.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
        self.environment["PYTHONPATH"] += f"{os.pathsep}{package}"


def _write_program(place: Path) -> None:
    place.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m prlint "$@"\n', encoding="utf-8")
    place.chmod(0o755)


def _put(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_symlink() or place.exists():
        place.unlink()
    place.write_bytes(content)


def _played(block: str, shell: _Shell) -> str:
    """A console block with what its commands say; where the page shows just that, as it is."""
    shown = re.findall(r"^(\$ (?:.*\\\n)*.*\n)((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    assert "".join(told for pair in shown for told in pair) == block, f"a console block begins with a command: {block}"
    drawn = []
    for index, (typed, said) in enumerate(shown):
        ran = shell.run(typed.removeprefix("$ "))
        asked = index + 1 < len(shown) and shown[index + 1][0].strip() == "$ echo $?"
        assert ran.status < 2 or asked, f"`{ran.command}` ends with {ran.status}, and the page does not tell: {ran.said}"
        drawn.append(typed + (said if _same(said, ran.said) else ran.said))
    return "".join(drawn)


def _same(shown: str, said: str) -> bool:
    pattern = re.escape(_PASSING.sub("~", shown)).replace(_ANY_LINES, "(?:.*\n)*?")
    return re.fullmatch(pattern, _PASSING.sub("~", said)) is not None


def _commands(language: str, body: str) -> Iterator[str]:
    if language == "sh":
        lines = body.replace("\\\n", " ").splitlines()
    elif language == "yaml":
        lines = list(_scripts(yaml.safe_load(body)))
    else:
        lines = []
    yield from (line.split(" | ")[0] for line in lines if line.startswith("prlint "))


def _scripts(node: Any) -> Iterator[str]:
    """The lines of all commands in a file of a pipeline."""
    if isinstance(node, list):
        for inner in node:
            yield from _scripts(inner)
    elif isinstance(node, dict):
        for key, inner in node.items():
            if key in ("run", "script"):
                for script in inner if isinstance(inner, list) else [inner]:
                    yield from str(script).splitlines()
            else:
                yield from _scripts(inner)
