"""What `prlint config` shows: each value that is in effect, and where it was told."""

import json
from collections.abc import Iterable, Iterator

from prlint.records import Any, Record
from prlint.report.terminal import cells, harmless

BUILT_IN, COMMAND_LINE, FILE = "built-in", "command-line", "file"


class Source(Record):
    """Where a value comes from: built in, the command line, or a file, there also under a glob of `[per-file]`."""

    kind: str = BUILT_IN
    path: str = ""
    line: int = 0
    column: int = 0
    glob: str = ""


class Effective(Record):
    """One value in effect. A list that is put together from several sources has a row for each part."""

    key: str
    value: Any
    source: Source


class Account(Record):
    """The configuration of one file, or of a folder: the files it was read from (each over those before it), and its values."""

    path: str
    files: tuple[str, ...]
    globs: tuple[str, ...]
    values: tuple[Effective, ...]


def effective_text(account: Account) -> str:
    """For a person: a line a value."""
    lines = [
        account.path,
        f"  configuration  {', '.join(account.files) or 'none, all is built in'}",
        *([f"  per-file       {', '.join(map(_shown, account.globs))}"] if account.globs else []),
        "",
    ]
    rows = [(harmless(row.key), harmless(_value(row.value)), harmless(_source(row.source))) for row in account.values]
    first = max(cells(key) for key, _, _ in rows)
    second = min(max(cells(value) for _, value, _ in rows), _WIDEST)
    lines += [f"{key}{' ' * (first - cells(key))}  {value}{' ' * (second - cells(value))}  {source}" for key, value, source in rows]
    return "\n".join(harmless(line) for line in lines) + "\n"


_WIDEST = 60  # cells of the column of values; a longer one moves its source to the right


def effective_json(account: Account) -> str:
    """For a program, as `schemas/config.json` describes it."""
    values = [{"key": row.key, "value": row.value, "source": dict(_place(row.source))} for row in account.values]
    told = {"path": account.path, "files": list(account.files), "per-file": list(account.globs), "values": values}
    return json.dumps(told, default=str) + "\n"


def _place(source: Source) -> Iterator[tuple[str, Any]]:
    yield "kind", source.kind
    if source.kind == FILE:
        yield from (("path", source.path), ("line", source.line), ("column", source.column))
        if source.glob:
            yield "per-file", source.glob


def _source(source: Source) -> str:
    if source.kind != FILE:
        return source.kind.replace("-", " ")
    glob = f' [per-file."{source.glob}"]' if source.glob else ""
    return f"{source.path}:{source.line}{glob}"


def _value(value: Any) -> str:
    """A value as TOML says it; what nobody told is a dash."""
    if value is None or value in ("", [], ()):
        return "-"
    if isinstance(value, str):
        return _shown(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Iterable):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)


def _shown(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
