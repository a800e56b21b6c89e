"""Reads `prlint-waivers.toml`, and writes entries of it. `schemas/waivers.schema.json` describes the file for editors.

The schema is not asked here, for a validator takes longer to import than a release to check; a test holds both together.
"""

import json
import re
import tomllib
from collections.abc import Callable, Collection
from datetime import date, datetime

from prlint.engine.errors import KeptFileError, Place, nearest, place_of
from prlint.engine.waivers import Waiver, WaiverFile
from prlint.records import Any

LARGEST = 1024 * 1024  # bytes; a waiver is eight lines

_Kind = tuple[Callable[[Any], bool], str]
_WORDS: _Kind = (lambda value: isinstance(value, str) and bool(value.strip()), "a string that is not empty")
_DAY: _Kind = (
    lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "a date such as 2027-06-30, without quotation marks",
)
KEYS: dict[str, _Kind] = {
    "code": (lambda value: isinstance(value, str), 'the code of a rule, such as "EFF001"'),
    "file": _WORDS,
    "quote": (lambda value: isinstance(value, str), 'the words of the finding; "" for something that is absent'),
    "reason": _WORDS,
    "approved-by": (lambda value: isinstance(value, str), "a name"),
    "date": _DAY,
    "expires": _DAY,
    "times": (lambda value: type(value) is int and value > 0, "a number of findings, 1 or more"),
}
REQUIRED = ("code", "file", "quote", "reason")

HEADER = """# Findings of prlint that somebody has looked at and lets stand: which rule, where, why, who approved it, until when.
# `prlint waive FILE CODE` adds one. A waiver holds for the quoted words, wherever they move to in the file.
"""


def read_waivers(path: str, data: bytes) -> WaiverFile:
    """The waivers of a file of this name and content. Raises KeptFileError at the first mistake, with its place."""
    if len(data) > LARGEST:
        raise KeptFileError(Place(path, "", 1, 1), f"is larger than {LARGEST // 1024} KB")
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
        told = tomllib.loads(source)
    except UnicodeDecodeError as error:
        raise KeptFileError(Place(path, "", 1, 1), "is not UTF-8 text", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _bad_toml(path, source, str(error)) from error
    for key in told:
        if key != "waiver":
            raise KeptFileError(place_of(path, source, (key,)), f"unknown key `{key}`", "waivers only, each begun with [[waiver]]")
    entries = told.get("waiver", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise KeptFileError(place_of(path, source, ("waiver",)), "`waiver` is no list of tables", "each waiver begins with [[waiver]]")
    return WaiverFile(path, source, tuple(_waiver(path, source, index, entry) for index, entry in enumerate(entries)))


def check_codes(file: WaiverFile, codes: Collection[str]) -> None:
    """Raises KeptFileError at the first waiver whose code no rule has."""
    for waiver in file.waivers:
        if waiver.code not in codes:
            near = nearest(waiver.code.upper(), sorted(codes))
            expected = f"did you mean `{near}`?" if near else "the code of a rule (`prlint rules` lists them)"
            raise KeptFileError(place_in(file, waiver, "code"), f"no rule has the code `{waiver.code}`", expected)


def place_in(file: WaiverFile, waiver: Waiver, key: str) -> Place:
    """Where a key of a waiver stands."""
    return place_of(file.path, file.source, ("waiver", waiver.number, key))


def entry(waiver: Waiver) -> str:
    """A waiver as it is written into a file."""
    told: list[tuple[str, str]] = [
        ("code", quoted(waiver.code)),
        ("file", quoted(waiver.file)),
        ("quote", quoted(" ".join(waiver.quote.split()))),
        ("reason", quoted(" ".join(waiver.reason.split()))),
        ("approved-by", quoted(" ".join(waiver.approved_by.split())) if waiver.approved_by else ""),
        ("date", waiver.date),
        ("expires", waiver.expires),
        ("times", str(waiver.times) if waiver.times != 1 else ""),
    ]
    return "[[waiver]]\n" + "".join(f"{key} = {value}\n" for key, value in told if value)


def appended(data: bytes, waiver: Waiver) -> bytes:
    """A file of waivers with one more at its end; everything else of it stays as it is."""
    line_end = "\r\n" if b"\r\n" in data else "\n"
    before = data.decode("utf-8") if data else HEADER
    gap = "\n" if before.endswith("\n") or not before else "\n\n"
    return (before + (gap + entry(waiver)).replace("\n", line_end)).encode()


def quoted(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _waiver(path: str, source: str, index: int, told: dict[str, Any]) -> Waiver:
    def place(key: str = "") -> Place:
        return place_of(path, source, ("waiver", index, key) if key else ("waiver", index))

    for key, value in told.items():
        if key not in KEYS:
            near = nearest(key.replace("_", "-"), list(KEYS))
            raise KeptFileError(place(key), f"unknown key `{key}`", f"did you mean `{near}`?" if near else f"one of {', '.join(KEYS)}")
        holds, expected = KEYS[key]
        if not holds(value):
            raise KeptFileError(place(key), f"`{key}` cannot be used", expected)
    for key in REQUIRED:
        if key not in told:
            raise KeptFileError(place(), f"`{key}` is missing", f"a waiver needs {', '.join(REQUIRED)}")
    return Waiver(
        code=told["code"],
        file=told["file"],
        quote=told["quote"],
        reason=told["reason"],
        approved_by=told.get("approved-by", "").strip(),
        date=_day(told.get("date")),
        expires=_day(told.get("expires")),
        times=told.get("times", 1),
        number=index,
    )


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _bad_toml(path: str, source: str, message: str) -> KeptFileError:
    """Where it is: the message of tomllib alone tells it, and of a date that is none it says many things."""
    problem, _, place = message.partition(" (at ")
    numbers = [int(word.strip(",)")) for word in place.split() if word.strip(",)").isdigit()]
    lines = source.split("\n")
    line, column = (numbers[0], numbers[1]) if len(numbers) == 2 else (len(lines), len(lines[-1]) + 1)
    day = re.match(r"\s*(?:date|expires)\s*=\s*", lines[line - 1])
    if day:
        return KeptFileError(Place(path, source, line, day.end() + 1, len(lines[line - 1])), "is no day of the calendar", _DAY[1])
    return KeptFileError(Place(path, source, line, column), problem[:1].lower() + problem[1:], "a TOML file")
