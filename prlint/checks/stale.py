"""A future that is past: STA014."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from prlint.checks.deadlines import last_day
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release

_REACH = 130  # code points from the word that looks forward to its date
_LATEST_MONTH = {"early": 6, "beginning of": 6, "mid": 9}  # what an imprecise part of a year may still mean
_NOT_THE_TIME = pattern(
    r"\b(?:since|announced|reported|initiated|completed|filed|dated|ended|ending|approved|published|presented|received|as of"
    r"|from|based on|following|after|compared|over|versus|vs"
    r"|than|relative|above|below|beyond|fiscal|FY|began|begun|started|entered|signed|granted|expire[sd]?|was|were|had|between"
    r"|registration|Form)\b"
)
_TO_BE_DONE = pattern(r"\bbe [a-z]+ed\b")
_BEFORE_DATE = pattern(
    r"\b(?:in|by|during|for|of|around|before|until|through|on|the|about|approximately|at)(?: the)?(?: (?:end"
    r"|middle|beginning) of)?(?: the)? ?$"
)


def stale_future_date(release: Release) -> Iterator[Hit]:
    """STA014: a sentence that looks forward to a time that is over on the day of the release."""
    if not release.profile.date:
        return
    released = date(*release.profile.date)
    cues = sorted({*release.find("future-strong"), *release.find("future-verb")})
    forward = {fact.start for fact in release.facts_of("forward-looking")}
    for fact in release.facts_of("date"):
        end = _end(fact)
        if not end or end >= released:
            continue
        sentence = release.sentence_at(fact.start)
        if not sentence or sentence.start not in forward:
            continue
        index = bisect_left(cues, (fact.start, 0)) - 1
        cue = cues[index] if index >= 0 else (0, 0)
        if sentence.start <= cue[0] and cue[1] and _is_time_of(release, cue, fact):
            values = {"date": fact.value["text"], "released": f"{released.year}-{released.month:02}-{released.day:02}"}
            yield Hit(fact.start, fact.end, values, related=((cue, "looks forward"),))


def _is_time_of(release: Release, cue: Span, fact: Fact) -> bool:
    """Whether a date is when the thing looked forward to shall be, and not when something else was."""
    gap = _TO_BE_DONE.without(release.twin[cue[1] : fact.start])
    if fact.start - cue[1] > _REACH or _NOT_THE_TIME.search(gap) or b"(" in gap:
        return False
    return _BEFORE_DATE.search(gap) is not None or fact.value.get("part") in ("by", "during", "until", "early", "late", "mid", "in")


def _end(fact: Fact) -> date | None:
    """The last day of a date or period; None for a fiscal period and for what is no date."""
    value = fact.value
    if not value["valid"] or "year" not in value or "fiscal" in value["text"].lower() or "FY" in value["text"]:
        return None
    if "month" in value:
        month = value["month"]
    elif "quarter" in value:
        month = 3 * value["quarter"]
    elif "half" in value:
        month = 6 * value["half"]
    else:
        month = _LATEST_MONTH.get(value.get("part", ""), 12)
    return date(value["year"], month, value.get("day") or last_day(value["year"], month))
