"""The keys of a configuration: what each must hold, and what it is for. The published JSON Schema is made of them."""

from collections.abc import Callable, Mapping
from datetime import date

from prlint.cli.places import Key, pointed
from prlint.config import ConfigurationError
from prlint.engine.model import SEVERITIES
from prlint.records import Any, Record

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


class Value(Record):
    """One value: a test, the words for what was expected, the same as JSON Schema, and what the value is for."""

    holds: Callable[[Any], bool]
    expected: str
    schema: Mapping[str, Any]
    about: str


class Table(Record):
    """A table with keys of its own, or with keys that its author chooses (`other`)."""

    about: str
    keys: "Mapping[str, Value | Table | Tables]" = {}  # noqa: RUF012 - nobody fills it
    other: "Value | Table | None" = None


class Tables(Record):
    """An array of tables, each begun with [[key]]."""

    about: str
    table: Table


def _text(about: str) -> Value:
    return Value(lambda value: isinstance(value, str), "a string", {"type": "string"}, about)


def _strings(about: str) -> Value:
    return Value(_are_strings, "a list of strings", {"type": "array", "items": {"type": "string"}}, about)


def _flag(about: str) -> Value:
    return Value(lambda value: isinstance(value, bool), "true or false", {"type": "boolean"}, about)


def _choice(about: str, *words: str) -> Value:
    return Value(lambda value: value in words, "one of " + ", ".join(f'"{word}"' for word in words), {"enum": list(words)}, about)


def _are_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _month_day(value: Any) -> bool:
    try:
        date.fromisoformat(f"2000-{value}")
    except ValueError:
        return False
    return True


_PRODUCT = Table(
    "A product of the company.",
    {
        "brand": _text("Its brand name, without a mark."),
        "generic": _text("Its established (generic) name, or its code."),
        "status": _choice("Whether it is approved somewhere.", "investigational", "approved", "device"),
        "owner": _text("Who owns it."),
        "indication": _text("What it is approved for, as the label says it."),
        "boxed-warning": _flag("Whether its label has a boxed warning."),
    },
)
_MARK = Table(
    "A trademark.",
    {
        "name": _text("The mark, without a symbol."),
        "owner": _text("Who owns it."),
        "status": _choice("Whether it is registered.", "registered", "pending", "unregistered"),
    },
)
_DATE = Value(
    lambda value: type(value) is date,
    "a date such as 2014-12-19, without quotation marks",
    {"type": "string", "format": "date"},
    "The day of the release.",
)
_FISCAL = Value(
    _month_day,
    'a month and a day such as "06-30"',
    {"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "The last day of the fiscal year, as month and day.",
)
_EXTEND = Value(
    lambda value: isinstance(value, str) or _are_strings(value),
    "a path, or a list of paths",
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "Configurations that this one builds on, from the folder of this file: tables are merged, rule folders joined, all else is replaced.",
)
_SETTINGS: dict[str, Value | Table | Tables] = {
    "select": _strings("Run these rules and no others: codes, families, names, or ALL."),
    "extend-select": _strings("Run these rules too."),
    "ignore": _strings("Leave these rules out; the more exact name wins."),
    "fail-on": _choice("The least severity that makes the exit status 1.", *FAIL_ON),
    "rules": _strings("Folders with rule files of your own, from the folder of this file."),
    "baseline": _text("The baseline whose findings are not reported, from the folder of this file (see `prlint baseline`)."),
    "cache": _flag("Keep the results of a check, locked, for the next time that the same text is checked; true if it is not given."),
    "severity": Table("Severities by code, family or name.", other=_choice("The severity of these rules.", *SEVERITIES)),
    "release": Table(
        "What holds for a release, where the text does not tell it.",
        {
            "fragment": _flag("A part of a release: no headline, dateline or contacts are expected."),
            "date": _DATE,
            "kind": _choice("What kind of release it is.", *KINDS),
            "product": _choice("The status of the product it speaks of.", "investigational", "approved", "device", "none"),
            "outcome": _choice("How the results came out.", "positive", "negative", "mixed", "none"),
        },
    ),
    "company": Table(
        "The issuer of the releases.",
        {
            "name": _text("Its registered name."),
            "ticker": _text("Exchange and symbol, such as NASDAQ: FRRT."),
            "issuer": _choice("To whom it reports.", *ISSUERS),
            "fiscal-year-end": _FISCAL,
            "products": Tables("The products of the company.", _PRODUCT),
            "marks": Tables("The trademarks that its releases use.", _MARK),
        },
    ),
}
TOP = Table(
    "What prlint cannot read from the text of a release.",
    {
        **_SETTINGS,
        "extend": _EXTEND,
        "per-file": Table(
            "Settings for the files that a glob fits, from the folder of the configuration; a later one wins.",
            other=Table("Settings for these files.", _SETTINGS),
        ),
    },
)


def check_keys(table: Mapping[str, Any], shown: str, source: str, prefix: Key = ()) -> None:
    """Checks the table of a configuration file, which stands at `prefix` in it.

    Raises ConfigurationError, with the line and a caret, at the first key that is unknown or holds the wrong thing.
    """
    _check(table, TOP, prefix, len(prefix), shown, source)


def _check(value: Any, wanted: Value | Table | Tables, key: Key, outer: int, shown: str, source: str) -> None:
    name = dotted(key[outer:])
    if isinstance(wanted, Table):
        if not isinstance(value, Mapping):
            raise ConfigurationError(pointed(shown, source, key, f"`{name}` must be a table"))
        for inner, held in value.items():
            known = wanted.keys.get(inner) or wanted.other
            if known is None:
                raise ConfigurationError(pointed(shown, source, (*key, inner), _unknown(dotted((*key, inner)[outer:]), inner, wanted.keys)))
            _check(held, known, (*key, inner), outer, shown, source)
    elif isinstance(wanted, Tables):
        if not isinstance(value, list):
            raise ConfigurationError(pointed(shown, source, key, f"`{name}` must be tables, each begun with [[{name}]]"))
        for index, item in enumerate(value):
            _check(item, wanted.table, (*key, index), outer, shown, source)
    elif not wanted.holds(value):
        raise ConfigurationError(pointed(shown, source, key, f"`{name}` must be {wanted.expected}"))


def dotted(key: Key) -> str:
    """A key as its author would say it, without the numbers of array entries."""
    return ".".join(part for part in key if isinstance(part, str))


def _unknown(key: str, name: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.replace("_", "-"), list(known), n=1, cutoff=0.5)
    hint = f"; did you mean `{near[0]}`?" if near else f"; the keys here are {', '.join(known)}"
    return f"unknown key `{key}`{hint}"
