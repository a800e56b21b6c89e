"""Dates that cannot be, or that contradict each other: STA013."""

from collections.abc import Iterator
from datetime import date

from prlint.checks.deadlines import last_day
from prlint.engine.model import Hit
from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FROM = pattern(r"\b(?:from|between)(?: [a-z]+){0,2}[ ,]*$")
_TO = pattern(r",? ?(?:to|through|until|and|-) ?(?:[A-Z][a-z]+day, )?")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_DAYS = pattern(rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<first>[0-3]?\d) ?(?:-|to|through|until) ?(?P<last>[0-3]?\d),? (?P<year>20\d\d)\b")
_HALF_A_YEAR = 183
_CUTOFF_REACH = 40


def impossible_or_inconsistent_date(release: Release) -> Iterator[Hit]:
    """STA013: no such day, another weekday, an end before its start, data from after the release."""
    facts = release.facts_of("date")
    for index, fact in enumerate(facts):
        if not fact.value["valid"]:
            yield Hit(fact.start, fact.end, {"why": "no such day exists"})
            continue
        day = _day(fact)
        if "weekday" in fact.value and "day" in fact.value:
            yield from _weekday(release, fact, day)
        if day:
            yield from _cut_off(release, fact, day)
            if index + 1 < len(facts):
                yield from _range(release, fact, facts[index + 1], day)
    yield from _day_ranges(release)
    for span in release.find("impossible-quarter"):
        yield Hit(*span, {"why": "a year has four quarters"})
    yield from _configured(release)


def _day(fact: Fact) -> date | None:
    value = fact.value
    return date(value["year"], value["month"], value["day"]) if value["valid"] and {"year", "month", "day"} <= value.keys() else None


def _weekday(release: Release, fact: Fact, day: date | None) -> Iterator[Hit]:
    """A weekday that the calendar contradicts; a missing year is the one that puts the day nearest to the release."""
    told = fact.value["weekday"]
    assumed = day is None
    if day is None:
        if not release.profile.date:
            return
        released = date(*release.profile.date)
        candidates = [_in_year(year, fact) for year in (released.year - 1, released.year, released.year + 1)]
        near = [candidate for candidate in candidates if candidate and abs((candidate - released).days) < _HALF_A_YEAR]
        if len(near) != 1 or abs((near[0] - released).days) > _HALF_A_YEAR * 2 // 3:
            return
        day = near[0]
    actual = _WEEKDAYS[day.weekday()]
    if actual.casefold() != told.casefold():
        why = f"that day is a {actual}" if not assumed else f"in {day.year} that day is a {actual}"
        yield Hit(fact.start, fact.end, {"why": why}, severity="warning" if assumed else "")


def _in_year(year: int, fact: Fact) -> date | None:
    try:
        return date(year, fact.value["month"], fact.value["day"])
    except ValueError:
        return None


def _range(release: Release, first: Fact, second: Fact, start: date) -> Iterator[Hit]:
    end = _day(second)
    if not end or end >= start:
        return
    joint = _TO.match(release.twin, first.end, second.start)
    before = release.twin[max(0, first.start - 40) : first.start]
    if joint and joint.end() == second.start and _FROM.search(before):
        yield Hit(first.start, second.end, {"why": "the end is before the start"})


def _day_ranges(release: Release) -> Iterator[Hit]:
    """`June 29 to 31, 2027`: a month that has no such last day, or a last day before the first."""
    for groups in _DAYS.each(release.twin):
        first, last, year = (int(release.twin[slice(*groups[name])]) for name in ("first", "last", "year"))
        month = _MONTHS.index(release.text[slice(*groups["month"])].casefold()) + 1
        if last > last_day(year, month) >= first:
            yield Hit(*groups[""], {"why": "no such day exists"})
        elif 0 < last < first:
            yield Hit(*groups[""], {"why": "the end is before the start"})


def _cut_off(release: Release, fact: Fact, day: date) -> Iterator[Hit]:
    """Data cannot be cut off after the release that reports them."""
    if not release.profile.date or day <= date(*release.profile.date):
        return
    sentence = release.sentence_at(fact.start)
    if not sentence or release.has("forward-looking", sentence.start, sentence.end):
        return
    if release.has("data-cutoff", max(sentence.start, fact.start - _CUTOFF_REACH), fact.start):
        yield Hit(fact.start, fact.end, {"why": "the data cut-off is after the date of the release"})


def _configured(release: Release) -> Iterator[Hit]:
    """The dateline against the date that the configuration gives."""
    told = release.settings.release.date
    for fact in release.facts_of("dateline"):
        stated = fact.value.get("date")
        if told and stated and tuple(stated) != tuple(told):
            yield Hit(fact.start, fact.end, {"why": f"the configuration dates the release {told[0]}-{told[1]:02}-{told[2]:02}"})
