"""When a periodic report is due, from the dated table `rules/data/filing-deadlines.toml`."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from prlint.language.cache import cached, state
from prlint.language.resources import folder
from prlint.records import Any

_UNCHECKED_DAYS = 3  # whether a due date on a weekend or holiday rolls over is not in the table, so nothing is said so near to it


def latest_due(form: str, period_end: date, table: Mapping[str, Any] | None = None) -> date | None:
    """The day after which a report was overdue for every class of filer, a notice of late filing included.

    `form` is 10-K, 10-Q or 20-F; None for a form that the table does not have. A proposed row counts from its adoption.
    """
    table = table or _table()
    rows = [row for row in table["deadline"] if row["form"] == form and _in_force(row, period_end)]
    rows += [row for row in table["proposed"] if row["form"] == form and row.get("adopted") and row["adopted"] <= period_end.isoformat()]
    if not rows:
        return None
    grace = table["grace"]["quarterly-days" if form in ("10-Q", "10-S") else "annual-days"]
    return max(_after(period_end, row) for row in rows) + timedelta(days=grace + _UNCHECKED_DAYS)


def a_year_later(day: date) -> date:
    """The same day of the next year; February 29 becomes February 28."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _in_force(row: Mapping[str, Any], period_end: date) -> bool:
    return bool(row.get("from-fye", "") <= period_end.isoformat() <= row.get("until", "9999"))


def _after(day: date, row: Mapping[str, Any]) -> date:
    if "days" in row:
        return day + timedelta(days=row["days"])
    year, month = divmod(day.year * 12 + day.month - 1 + row["months"], 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month; to import `calendar` for it would take longer than the whole rule."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    file = folder("rules") / "data" / "filing-deadlines.toml"
    table: dict[str, Any] = cached("filing-deadlines", [state(file)], lambda: read_table(file.read_text(encoding="utf-8")))
    return table


def read_table(source: str) -> dict[str, Any]:
    """The table of a TOML text, with its dates as text (2026-11-22), so that it can be kept in the cache."""
    import tomllib

    told = tomllib.loads(source)
    return {"grace": told["grace"], **{kind: [_plain(row) for row in told.get(kind, ())] for kind in ("deadline", "proposed")}}


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: str(value) if isinstance(value, date) else value for key, value in row.items()}
