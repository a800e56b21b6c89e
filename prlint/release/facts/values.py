"""Values that stand for themselves: means with their spread, medians, two groups' values, percentage points."""

from collections.abc import Iterator

from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.facts.numerals import NUMBER, PERCENT, told, where
from prlint.release.model import Fact, Release

_UNIT = (
    rf"(?:{PERCENT}| percentage points?| points?| (?:months?|weeks?|days?|years?|hours?|minutes?|met(?:er|re)s?|letters|kg|mm ?Hg|m[lL])\b)"
)
_OUTCOME = (
    r"(?:overall survival|progression-free survival|event-free survival|disease-free survival|duration of response|time to [a-z ]{3,40}?"
    r"|(?-i:m?OS|m?PFS|m?DO?R|m?EFS|m?DFS|DoR))"
)
_VALUE = pattern(
    rf"(?P<mean>-?{NUMBER})(?P<meanunit>{_UNIT})? ?(?:[(\[,;]{{1,2}} ?(?P<kind>S\.?[ED]\.?M?|standard (?:error"
    rf"|deviation))[,:]? ?[=:]?|(?P<plus>±)) ?(?P<spread>{NUMBER})"
    rf"|\bmedian (?P<of>{_OUTCOME})(?: ?\([A-Za-z]{{2,5}}\))?(?: (?:of|was|is|has"
    rf"|had))?(?: (?P<open>not (?:yet )?(?:been )?reached)| (?P<median>{NUMBER})(?P<medianunit>{_UNIT})?"
    rf"(?: (?:versus|vs\.?|compared (?:to|with)) (?P<against>{NUMBER})(?P<againstunit>{_UNIT})?)?)"
    rf"|(?:^|[ (])(?P<first>-?{NUMBER})(?P<firstunit>{_UNIT})? (?:versus|vs\.?|compared (?:to"
    rf"|with)) (?P<second>-?{NUMBER})(?P<secondunit>{_UNIT})?"
    rf"|\b(?P<points>{NUMBER})(?P<pointsunit>[ -]percentage[- ]points?)\b"
)
_NAMES = {"mean": ("mean", "spread"), "median": ("of", "median", "against"), "comparison": ("first", "second"), "difference": ("points",)}


def read_values(release: Release) -> Iterator[Fact]:
    """Means, medians, the values of two groups, and differences in points, with numbers as written.

    mean {mean, spread, kind: SE|SD|±, unit?} · median {of, median?, against?, unit?, reached} · comparison {first, second, unit?} ·
    difference {points, unit}.
    """
    for match in _VALUE.finditer(release.twin):
        form = next(form for form, names in _NAMES.items() if told(match, names[0]))
        value: dict[str, Any] = {"form": form}
        for name in _NAMES[form]:
            if told(match, name):
                value[name] = release.text[slice(*where(match, name))]
        unit = (
            told(match, f"{form}unit")
            or told(match, "againstunit")
            or told(match, "secondunit")
            or told(match, "firstunit")
            or told(match, "pointsunit")
        )
        if unit:
            value["unit"] = unit.strip(" -")
        if form == "mean":
            kind = told(match, "kind").upper().replace(".", "")
            value["kind"] = {"STANDARD ERROR": "SE", "STANDARD DEVIATION": "SD", "SEM": "SE", "": "±"}.get(kind, kind)
        if form == "median":
            value["reached"] = not told(match, "open")
        start = min(where(match, name)[0] for name in _NAMES[form] if told(match, name))
        yield Fact("statistic", start, match.end(), value)
