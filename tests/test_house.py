"""The shape of the house: imports go one way, modules stay short."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import prlint

PACKAGE = Path(prlint.__file__).parent
# Who may import whom: a room imports from rooms before it, never from one behind it.
ROOMS = ["records", "config", "language", "document", "release", "engine", "checks", "report", "api", "server", "cli"]
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else ""


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(file: Path) -> None:
    own = file.relative_to(PACKAGE).with_suffix("").parts[0]
    if own not in ROOMS:
        return
    wrong = [name for name in imported(file) if name.startswith("prlint.") and ROOMS.index(room(name)) > ROOMS.index(own)]
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in ROOMS if (PACKAGE / name).is_dir()])
def test_no_modules_of_a_room_import_each_other_in_a_circle(name: str) -> None:
    files = {".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts): file for file in (PACKAGE / name).rglob("*.py")}
    left = {module: {other for other in imported(file) if other in files} - {module} for module, file in files.items()}
    while free := [module for module, others in left.items() if not others & left.keys()]:
        for module in free:
            del left[module]
    assert left == {}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_is_a_page_or_three(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_every_module_says_what_it_is_for() -> None:
    silent = [file for file in MODULES if file.stat().st_size and not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))]
    assert silent == []
