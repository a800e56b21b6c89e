"""The keys of a configuration, and what each must hold."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from prlint.config import ConfigurationError
from prlint.engine.model import SEVERITIES

KINDS = (
    "topline",
    "approval",
    "complete-response",
    "designation",
    "earnings",
    "financing",
    "partnership",
    "conference",
    "personnel",
    "other",
)
ISSUERS = ("us-reporting", "foreign-private", "not-reporting", "private")
FAIL_ON = (*SEVERITIES, "never")

# What a key must hold: a test, and the words for what was expected.
_Kind = tuple[Callable[[Any], bool], str]


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _choice(*words: str) -> _Kind:
    return lambda value: value in words, "one of " + ", ".join(f'"{word}"' for word in words)


def _month_day(value: Any) -> bool:
    try:
        date.fromisoformat(f"2000-{value}")
    except ValueError:
        return False
    return True


_TEXT: _Kind = (lambda value: isinstance(value, str), "a string")
_STRINGS: _Kind = (_strings, "a list of strings")
_FLAG: _Kind = (lambda value: isinstance(value, bool), "true or false")
_DATE: _Kind = (lambda value: type(value) is date, "a date such as 2014-12-19, without quotation marks")
_EXTEND: _Kind = (lambda value: isinstance(value, str) or _strings(value), "a path, or a list of paths")

_PRODUCT = {
    "brand": _TEXT,
    "generic": _TEXT,
    "status": _choice("investigational", "approved", "device"),
    "owner": _TEXT,
    "indication": _TEXT,
    "boxed-warning": _FLAG,
}
_MARK = {"name": _TEXT, "owner": _TEXT, "status": _choice("registered", "pending", "unregistered")}
_SCHEMA: dict[str, Any] = {
    "select": _STRINGS,
    "extend-select": _STRINGS,
    "ignore": _STRINGS,
    "fail-on": _choice(*FAIL_ON),
    "rules": _STRINGS,
    "severity": {"*": _choice(*SEVERITIES)},
    "release": {
        "fragment": _FLAG,
        "date": _DATE,
        "kind": _choice(*KINDS),
        "product": _choice("investigational", "approved", "device", "none"),
        "outcome": _choice("positive", "negative", "mixed", "none"),
    },
    "company": {
        "name": _TEXT,
        "ticker": _TEXT,
        "issuer": _choice(*ISSUERS),
        "fiscal-year-end": (_month_day, 'a month and a day such as "06-30"'),
        "products": [_PRODUCT],
        "marks": [_MARK],
    },
}
_TOP: dict[str, Any] = {**_SCHEMA, "extend": _EXTEND, "per-file": {"*": _SCHEMA}}


def check_keys(table: dict[str, Any], shown: str, source: str) -> None:
    """Checks the table of a configuration file. Raises ConfigurationError at the first key that is unknown or holds the wrong thing."""
    _check(table, _TOP, "", shown, source)


def _check(value: Any, wanted: Any, key: str, shown: str, source: str) -> None:
    if isinstance(wanted, dict):
        if not isinstance(value, dict):
            raise _wrong(shown, source, key, "a table")
        for name, inner in value.items():
            if name not in wanted and "*" not in wanted:
                raise _unknown(shown, source, f"{key}.{name}" if key else name, name, list(wanted))
            _check(inner, wanted.get(name) or wanted["*"], f"{key}.{name}" if key else name, shown, source)
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            raise _wrong(shown, source, key, f"tables, each begun with [[{key}]]")
        for item in value:
            _check(item, wanted[0], key, shown, source)
    elif not wanted[0](value):
        raise _wrong(shown, source, key, wanted[1])


def _wrong(shown: str, source: str, key: str, expected: str) -> ConfigurationError:
    return ConfigurationError(f"{shown}{_line(source, key)}: `{key}` must be {expected}")


def _unknown(shown: str, source: str, key: str, name: str, known: list[str]) -> ConfigurationError:
    from difflib import get_close_matches

    near = get_close_matches(name.replace("_", "-"), known, n=1, cutoff=0.5)
    hint = f"; did you mean `{near[0]}`?" if near else f"; the keys here are {', '.join(known)}"
    return ConfigurationError(f"{shown}{_line(source, key)}: unknown key `{key}`{hint}")


def _line(source: str, key: str) -> str:
    """`:LINE` of a key as far as the text tells it: each part of the key is looked for behind the one before it."""
    at = 0
    for part in key.split("."):
        name = re.escape(part)
        header, assigned = rf"^[ \t]*\[+(?:[^\]\n]*\.)?[\"']?{name}[\"']?\]", rf"(?:^|[{{,.])[ \t]*[\"']?{name}[\"']?[ \t]*="
        found = re.compile(f"{header}|{assigned}", re.MULTILINE).search(source, at)
        at = found.end() if found else at
    return f":{source.count(chr(10), 0, at) + 1}" if at else ""
