"""The JSON Schema of `prlint.toml`, made of the keys that prlint knows, for editors that complete and check as one types."""

import json

from prlint.cli.keys import TOP, Table, Tables, Value
from prlint.records import Any


def configuration_schema() -> str:
    """The schema as JSON; `docs/schemas/prlint.schema.json` is the published copy."""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",  # the newest that the editors' TOML extensions read
        "$id": "https://prlint.invalid/schemas/prlint.schema.json",
        "title": "prlint.toml",
    }
    return json.dumps({**head, **_schema(TOP)}, indent=2) + "\n"


def _schema(wanted: Value | Table | Tables) -> dict[str, Any]:
    told: dict[str, Any] = {"description": wanted.about}
    if isinstance(wanted, Value):
        return told | dict(wanted.schema)
    if isinstance(wanted, Tables):
        return told | {"type": "array", "items": _schema(wanted.table)}
    if wanted.keys:
        told["properties"] = {name: _schema(inner) for name, inner in wanted.keys.items()}
    return told | {"type": "object", "additionalProperties": _schema(wanted.other) if wanted.other else False}
