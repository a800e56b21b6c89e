"""Finds out where each value of a configuration comes from."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from prlint.cli.configuration import Configuration, Layer
from prlint.cli.keys import TOP, Table, Tables
from prlint.cli.places import Key, places
from prlint.config import Settings
from prlint.records import Any, Record
from prlint.report.effective import COMMAND_LINE, FILE, Account, Effective, Source

_places = cache(places)


class Stratum(Record):
    """A table that lies over those before it: a file's own, or one under a glob of its `[per-file]`."""

    layer: Layer
    table: Mapping[str, Any]
    prefix: Key
    glob: str = ""

    def source(self, key: Key) -> Source:
        """Where it tells a key."""
        found, inside = _places(self.layer.source), (*self.prefix, *key)
        while inside not in found:  # a part of an inline table that tomllib alone can tell apart has the place of the whole
            inside = inside[:-1]
        return Source(FILE, self.layer.shown, found[inside].line, found[inside].column, self.glob)

    def get(self, key: Key) -> Any:
        """What it tells of a key; None if nothing."""
        value: Any = self.table
        for part in key:
            value = value.get(part) if isinstance(value, Mapping) else None
        return value


def account(path: str, found: Configuration, overrides: tuple[str, ...], told: Mapping[str, tuple[str, ...] | str]) -> Account:
    """Every value in effect under some globs of `[per-file]`; `told` is what the command line says, by key."""
    strata = [Stratum(layer, layer.table, layer.prefix) for layer in found.layers]
    for glob in overrides:
        tables = ((layer, layer.table.get("per-file", {}).get(glob)) for layer in found.layers)
        strata += [Stratum(layer, table, (*layer.prefix, "per-file", glob), glob) for layer, table in tables if table is not None]
    rows = [row for key, wanted in TOP.keys.items() if key not in ("extend", "per-file") for row in _rows((key,), wanted, strata)]
    return Account(path, tuple(layer.shown for layer in found.layers), overrides, tuple(_told_over(rows, told)))


def _rows(key: Key, wanted: Any, strata: list[Stratum]) -> Iterator[Effective]:
    if isinstance(wanted, Table) and wanted.other is None:
        for name, inner in wanted.keys.items():
            yield from _rows((*key, name), inner, strata)
    elif isinstance(wanted, Table):
        names = dict.fromkeys(name for stratum in strata for name in stratum.get(key) or ())
        for name in names:
            yield from _rows((*key, name), wanted.other, strata)
        if not names:
            yield Effective(_shown(key), None, Source())
    elif key == ("rules",):
        yield from _folders(strata)
    else:
        above = next((stratum for stratum in reversed(strata) if stratum.get(key) is not None), None)
        if above is None:
            yield Effective(_shown(key), _built_in(key), Source())
        elif isinstance(wanted, Tables):
            yield from _entries(key, above)
        else:
            yield Effective(_shown(key), _plain(above.get(key)), above.source(key))


def _entries(key: Key, above: Stratum) -> Iterator[Effective]:
    """The told values of an array of tables, which one file tells as a whole."""
    for index, entry in enumerate(above.get(key)):
        for name, value in entry.items():
            yield Effective(f"{_shown(key)}[{index}].{name}", _plain(value), above.source((*key, index, name)))
    if not above.get(key):
        yield Effective(_shown(key), [], above.source(key))


def _folders(strata: list[Stratum]) -> Iterator[Effective]:
    """The folders of rules: those of every file, each once."""
    seen: set[str] = set()
    for stratum in strata:
        for index, folder in enumerate(stratum.get(("rules",)) or ()):
            if folder not in seen:
                seen.add(folder)
                yield Effective("rules", [folder], stratum.source(("rules", index)))
    if not seen:
        yield Effective("rules", [], Source())


def _told_over(rows: list[Effective], told: Mapping[str, tuple[str, ...] | str]) -> Iterator[Effective]:
    """The rows with what the command line says: `select` and `fail-on` replace, the others add to what files say."""
    line = Source(COMMAND_LINE)
    for row in rows:
        said = told.get(row.key)
        listed = list(said) if isinstance(said, tuple) else said
        if told.get("select") and row.key in ("select", "extend-select", "ignore"):
            yield Effective(row.key, listed or [], line)
        elif not said:
            yield row
        else:
            if row.value and row.key in ("extend-select", "ignore"):
                yield row
            yield Effective(row.key, listed, line)


def _built_in(key: Key) -> Any:
    value: Any = Settings()
    for part in key:
        value = getattr(value, str(part).replace("-", "_"))
    return _plain(value)


def _plain(value: Any) -> Any:
    """A value that JSON has."""
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _shown(key: Key) -> str:
    return ".".join(map(str, key))
