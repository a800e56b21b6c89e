"""Finds, reads and checks `prlint.toml`, or `[tool.prlint]` in `pyproject.toml`: the nearest one upward."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from prlint.config import ConfigurationError, Settings, settings_from


@dataclass(frozen=True, eq=False)
class Configuration:
    """One configuration file with what it extends. `base` is the folder that its globs are relative to."""

    path: Path | None = None
    base: Path = field(default_factory=Path)
    table: Mapping[str, Any] = field(default_factory=dict)

    def overrides(self, path: Path) -> tuple[str, ...]:
        """The globs of `[per-file]` that fit a file, in the order of the configuration."""
        globs = self.table.get("per-file", {})
        if not globs:
            return ()
        try:
            inside = path.absolute().relative_to(self.base).as_posix()
        except ValueError:
            return ()
        return tuple(glob for glob in globs if fits(glob, inside))

    def settings(self, overrides: tuple[str, ...] = ()) -> Settings:
        """The settings under some globs of `[per-file]`; a later one wins."""
        table = dict(self.table)
        for glob in overrides:
            table = _over(table, self.table["per-file"][glob])
        return settings_from(table)


@cache
def nearest(folder: Path) -> Configuration:
    """The configuration for the files of a folder. Raises ConfigurationError."""
    own = folder / "prlint.toml"
    if own.is_file():
        return load(own)
    project = folder / "pyproject.toml"
    if project.is_file() and b"tool.prlint" in project.read_bytes():
        return load(project)
    return nearest(folder.parent) if folder.parent != folder else Configuration()


def load(path: Path) -> Configuration:
    """The configuration of a file. Raises ConfigurationError."""
    return Configuration(path, path.absolute().parent, _table(path, ()))


def _table(path: Path, trail: tuple[Path, ...]) -> dict[str, Any]:
    """The checked table of a file, over those that it extends. Folders of rules become absolute."""
    from prlint.cli.keys import check_keys

    place = path.absolute()
    if place in trail:
        raise ConfigurationError(f"{_shown(place)}: extends itself")
    shown = _shown(place)
    source = _source(place, shown)
    table = _toml(shown, source)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("prlint", {})
    check_keys(table, shown, source)
    for part in (table, *table.get("per-file", {}).values()):
        if "rules" in part:
            part["rules"] = [str(place.parent / folder) for folder in part["rules"]]
    base: dict[str, Any] = {}
    extend = table.pop("extend", [])
    for name in [extend] if isinstance(extend, str) else extend:
        base = _over(base, _table(place.parent / name, (*trail, place)))
    return _over(base, table)


def _shown(path: Path) -> str:
    """A path as a user in the current folder would write it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _source(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{shown}: not UTF-8, as TOML must be") from error
    except OSError as error:
        raise ConfigurationError(f"{shown}: {(error.strerror or 'cannot be read').lower()}") from error


def _toml(shown: str, source: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(_pointed(shown, source, str(error))) from error


def _pointed(shown: str, source: str, problem: str) -> str:
    """A TOML error with its line and a caret. tomllib tells the place in its message only."""
    import re

    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", problem)
    reason = problem[: place.start()] if place else problem
    lines = source.split("\n")
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(lines), len(lines[-1]) + 1)
    margin = " " * len(str(line))
    reason = reason[:1].lower() + reason[1:]
    return f"{shown}:{line}:{column}: {reason}\n{margin} |\n{line} | {lines[line - 1]}\n{margin} | {' ' * (column - 1)}^"


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """One table laid over another: tables are merged, lists of rule folders joined, everything else replaced."""
    merged = dict(below)
    for key, value in above.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = _over(merged[key], value)
        elif key == "rules":
            merged[key] = [*merged.get(key, ()), *(folder for folder in value if folder not in merged.get(key, ()))]
        else:
            merged[key] = value
    return merged


def fits(glob: str, path: str) -> bool:
    """Whether a glob fits a path with slashes: `*` and `?` stay inside a folder, `**` crosses folders."""
    import re

    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    source = re.sub(r"\*\*/|\*\*|\*|\?|[^*?]+", lambda found: parts.get(found[0]) or re.escape(found[0]), glob)
    return re.fullmatch(source, path) is not None
