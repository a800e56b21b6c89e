"""Finds, reads and checks `prlint.toml`, or `[tool.prlint]` in `pyproject.toml`: the nearest one upward."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from prlint.config import NOTHING, ConfigurationError, Settings, settings_from
from prlint.records import Any, Record

_LARGEST = 1024 * 1024


class Layer(Record):
    """One file of a configuration: its checked table, which stands at `prefix` in `source`. Its rule folders are absolute."""

    path: Path
    shown: str
    table: Mapping[str, Any]
    source: str
    prefix: tuple[str, ...] = ()


class Configuration:
    """One configuration file with what it extends. `base` is the folder that its globs are relative to.

    `layers` are the files that it was put together from, each over those before it; `table` is what they come to.
    """

    def __init__(
        self, path: Path | None = None, base: Path | None = None, table: Mapping[str, Any] = NOTHING, layers: tuple[Layer, ...] = ()
    ) -> None:
        self.path = path
        self.base = base or Path()
        self.table = table
        self.layers = layers

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
    layers = tuple(_layers(path, ()))
    table: dict[str, Any] = {}
    for layer in layers:
        table = _over(table, layer.table)
    return Configuration(path, path.absolute().parent, table, layers)


def _layers(path: Path, trail: tuple[Layer, ...]) -> Iterable[Layer]:
    """The files that a file extends, the deepest first, and the file itself."""
    from prlint.cli.keys import check_keys

    place = path.resolve()
    shown = _shown(path.absolute())
    source = _source(place, shown)
    table = _toml(shown, source)
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "prlint")
        table = table.get("tool", {}).get("prlint", {})
    check_keys(table, shown, source, prefix)
    for part in (table, *table.get("per-file", {}).values()):
        if "rules" in part:
            part["rules"] = [os.path.normpath(path.absolute().parent / folder) for folder in part["rules"]]
        if "baseline" in part:
            part["baseline"] = str(path.absolute().parent / part["baseline"])
    extend = table.pop("extend", [])
    own = Layer(place, shown, table, source, prefix)
    yield from _extended(own, path.absolute().parent, extend, (*trail, own))
    yield own


def _extended(own: Layer, folder: Path, extend: str | list[str], trail: tuple[Layer, ...]) -> Iterable[Layer]:
    from prlint.cli.places import Key, pointed

    for index, name in enumerate([extend] if isinstance(extend, str) else extend):
        key: Key = (*own.prefix, "extend") if isinstance(extend, str) else (*own.prefix, "extend", index)
        path = folder / name
        circle = [layer.shown for layer in trail if layer.path == path.resolve()]
        if circle:
            names = [layer.shown for layer in trail]
            through = names[names.index(circle[0]) + 1 :]
            by = f", by way of {', '.join(through)}" if through else ""
            raise ConfigurationError(pointed(own.shown, own.source, key, f"{circle[0]} extends itself{by}"))
        if not path.is_file():
            problem = "is a folder" if path.is_dir() else "does not exist"
            raise ConfigurationError(pointed(own.shown, own.source, key, f"extends `{name}`, which {problem}"))
        yield from _layers(path, trail)


def _shown(path: Path) -> str:
    """A path as a user in the current folder would write it, or one in the folder beside or above."""
    here = Path.cwd()
    place = Path(os.path.normpath(path))
    return os.path.relpath(place, here) if place.is_relative_to(here.parent) else str(place)


def _source(path: Path, shown: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ConfigurationError(f"{shown}: is larger than {_LARGEST // 1024} KB")
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{shown}: not UTF-8, as TOML must be") from error
    except OSError as error:
        raise ConfigurationError(f"{shown}: {(error.strerror or 'cannot be read').lower()}") from error


def _toml(shown: str, source: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(_shown_error(shown, source, str(error))) from error


def _shown_error(shown: str, source: str, problem: str) -> str:
    """A TOML error with its line and a caret. tomllib tells the place in its message only."""
    import re

    from prlint.cli.places import Place, at

    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", problem)
    reason = problem[: place.start()] if place else problem
    lines = source.split("\n")
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(lines), len(lines[-1]) + 1)
    return at(shown, source, Place(line, column), reason[:1].lower() + reason[1:])


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
