"""Dates and periods: `March 4, 2025`, `4 March 2025`, `2025-03-04`, `the first half of 2026`, `4Q25`, `fiscal year 2025`.

A date is a regular language, so one pattern with groups reads it; no grammar is needed.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.model import Fact, Release, covered

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?"
    r"|DEC(?:EMBER)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? )?"
_DATE = pattern(
    rf"\b{_WEEKDAY}(?:"
    rf"(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? ?(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{_MONTH})(?:,? (?P<y2>(?:19|20)\d\d)\b)?"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    rf"|(?P<m4>{_MONTH}),?(?: of)? (?P<y4>(?:19|20)\d\d)\b)",
    case=True,
)
_ORDER = r"first|second|third|fourth|1st|2nd|3rd|4th|last"
_YEAR = r"(?:20)?\d\d"
_PERIOD = pattern(
    rf"\b(?:(?P<o1>{_ORDER}|Q[1-4])[- ](?:calendar |fiscal )?(?:(?P<unit>quarter|half)(?: results)?|(?:of|in)?)(?:,? (?:of|in|ended|for"
    rf"|the|fiscal|calendar|year|FY)){{0,4}}"
    r",? ?(?P<y1>(?:19|20)\d\d)\b"
    rf"|(?P<q2>[1-4])Q[- ]?(?:FY)?'?(?P<y2>{_YEAR})\b|Q(?P<q3>[1-4])[ /-]?(?:FY)?'?(?P<y3>(?:19|20)\d\d)\b"
    rf"|(?P<h2>[12])H[- ]?'?(?P<y4>{_YEAR})\b|H(?P<h3>[12])[ -]?'?(?P<y5>{_YEAR})\b"
    r"|(?:(?P<part>early|mid|late|beginning of|end of|year-?end|by|during|through|until|into)[- ]|(?:(?:full|fiscal|financial"
    r"|calendar)[- ](?:year )?|FY ?|in |since |for |year ))(?P<y6>(?:19|20)\d\d)\b)",
)  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        return bool(date(year or 2024, month, day))
    except ValueError:
        return False


def _dates(release: Release) -> Iterator[Fact]:
    for found in _DATE.each(release.twin):
        start, end = found[""]
        groups = {name: release.text[a:b] for name, (a, b) in found.items()}
        value: dict[str, Any] = {"text": release.text[start:end]}
        written = next(groups[name] for name in ("m1", "m2", "m3", "m4") if name in groups)
        month = int(written) if written.isdigit() else MONTHS[written[:3].lower()]
        year = next((int(groups[name]) for name in ("y1", "y2", "y3", "y4") if name in groups), None)
        day = next((int(groups[name]) for name in ("d1", "d2", "d3") if name in groups), None)
        if year is None and not 0 < (day or 0) <= 31:
            continue
        if year is not None:
            value["year"] = year
        value["month"] = month
        if day is not None:
            value["day"] = day
        value["valid"] = 1 <= month <= 12 if day is None else _valid(year, month, day)
        if "weekday" in groups:
            value["weekday"] = groups["weekday"]
        yield Fact("date", start, end, value)


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _periods(release: Release, taken: list[tuple[int, int]]) -> Iterator[Fact]:
    for found in _PERIOD.each(release.twin):
        start, end = found[""]
        index = bisect_right(taken, (start, end))
        if covered(taken[max(0, index - 1) : index + 1], start, end):
            continue
        groups = {name: release.text[a:b] for name, (a, b) in found.items()}
        value: dict[str, Any] = {"text": release.text[start:end], "valid": True}
        value["year"] = next(_year(groups[name]) for name in ("y1", "y2", "y3", "y4", "y5", "y6") if name in groups)
        quarter = groups.get("q2") or groups.get("q3")
        half = groups.get("h2") or groups.get("h3")
        order = groups.get("o1", "").lower()
        if order.startswith("q"):
            quarter = order[1]
        elif order and "unit" not in groups:
            continue
        elif groups.get("unit", "").lower() == "half":
            half = str(_ORDINALS[order])
        elif order:
            quarter = str(_ORDINALS[order])
        if quarter:
            value["quarter"] = int(quarter)
        if half:
            value["half"] = int(half)
        if "part" in groups:
            value["part"] = groups["part"].lower()
        yield Fact("date", start, end, value)


def read_dates(release: Release) -> Iterator[Fact]:
    """Facts of kind date: {text, year?, month?, day?, valid, weekday?} and, for periods, {text, year, quarter|half?, part?}."""
    dates = list(_dates(release))
    yield from dates
    taken = [(fact.start, fact.end) for fact in dates if "year" in fact.value]
    yield from _periods(release, taken)
