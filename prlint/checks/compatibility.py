"""A p value against the estimate and interval that it stands beside: STA004.

An estimate and its interval give the standard error and so the p value, as statcheck recomputes it from test statistics
(Epskamp and Nuijten). Each written number is taken as the stretch that rounds to it, and the p value as one-sided or
two-sided, whichever fits.
"""

import math
from collections.abc import Iterator, Mapping

from prlint.checks.rounding import Stretch, Written, written
from prlint.engine.model import Hit
from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.model import Fact, Release

_SIGNIFICANT = 0.05
_SLACK = 2.0  # what a t distribution, an exact test or an adjustment may make of a p value
_FAR = 10.0  # so many times off is reported even if significance is the same
_SKEWED = 0.25  # of half the interval: an estimate further from its middle comes from another method
_LEAST = 1e-16
_JOINED = 20  # code points before an interval in which what joins it to a p value stands
_JOINT = pattern(r"[)\] ]{0,3}[,;]? ?(?:and |with (?:an? )?)?[(\[]?")
_JOINT_BEFORE = pattern(r"[,;] ?(?:(?:two|2)-sided )?[(\[]?\z")
_ANOTHER_METHOD = pattern(
    r"\b(?:log-?rank|stratified|exact|bootstrap[a-z]*|permutation|bayesian|credible|interim|repeated|adjusted p|multiplicity"
    r"|interaction|trend"
    r"|non-?inferior[a-z]*|heterogeneity|Wilcoxon|Mann|Fisher|Hodges|rank|Cochran|posterior)\b"
)


def ci_p_mismatch(release: Release) -> Iterator[Hit]:
    """STA004: a p value that the interval beside it rules out."""
    statistics = release.facts_of("statistic")
    p_values = {place: fact for fact in statistics if fact.value["form"] == "p" for place in (fact.start, -fact.end)}
    for fact in statistics:
        if fact.value["form"] != "interval" or "measure" not in fact.value:
            continue
        beside, sentence = _beside(release, fact, p_values), release.sentence_at(fact.start)
        if not beside or not sentence or _ANOTHER_METHOD.search(release.twin, sentence.start, sentence.end):
            continue
        expected = _expected(fact.value)
        if not expected or not _rules_out(expected[0], _told(beside.value)):
            continue
        values = {"p": release.quote((beside.start, beside.end)), "expected": _short(expected[1])}
        yield Hit(beside.start, beside.end, values, related=(((fact.start, fact.end), "the interval"),))


def _beside(release: Release, interval: Fact, p_values: Mapping[int, Fact]) -> Fact | None:
    """The p value right behind an interval, or right before it; `p_values` are by their start, and by their end below zero."""
    behind, before = (
        _JOINT.match(release.twin, interval.end),
        _JOINT_BEFORE.search(release.twin[max(0, interval.start - _JOINED) : interval.start]),
    )
    found = p_values.get(behind.end()) if behind else None
    return found or (p_values.get(-(max(0, interval.start - _JOINED) + before.start())) if before else None)


def _expected(value: Mapping[str, Any]) -> tuple[Stretch, float] | None:
    """The two-sided p values that an estimate and its interval allow, from a normal distribution, and the one of the numbers as written."""
    estimate, low, high = (written(value.get(name, "")) for name in ("estimate", "low", "high"))
    level = written(value.get("level", "95"))
    if not estimate or not low or not high or not level or not 50 < level.value < 100:
        return None
    of_ratio = value["measure"] != "difference"
    scaled = [_scaled(number, of_ratio) for number in (estimate, low, high)]
    centre, least, most = scaled
    if not centre or not least or not most:
        return None
    z = _quantile(0.5 + level.value / 200)
    errors = ((most.low - least.high) / (2 * z), (most.high - least.low) / (2 * z))
    middle, half = (least.low + most.high) / 2, (most.high - least.low) / 2
    if errors[0] <= 0 or abs((centre.low + centre.high) / 2 - middle) > _SKEWED * half + (centre.high - centre.low):
        return None
    nearest = 0.0 if centre.low <= 0 <= centre.high else min(abs(centre.low), abs(centre.high))
    furthest = max(abs(centre.low), abs(centre.high))
    point = 2 * abs(centre.low + centre.high) * z / (least.low + least.high - most.low - most.high)
    return Stretch(_two_sided(furthest / errors[0]), _two_sided(nearest / errors[1])), _two_sided(abs(point))


def _two_sided(z: float) -> float:
    return math.erfc(z / math.sqrt(2))


def _scaled(number: Written, of_ratio: bool) -> Stretch | None:
    """What a number stands for, on the scale on which its interval is even: the logarithm for a ratio."""
    stretch = number.rounded
    if not of_ratio:
        return stretch
    return Stretch(math.log(stretch.low), math.log(stretch.high)) if stretch.low > 0 else None


def _quantile(share: float) -> float:
    """The z below which a share of a normal distribution lies, by halving."""
    low, high = 0.0, 10.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - math.erfc(middle / math.sqrt(2)) / 2 < share else (low, middle)
    return low


def _told(value: Mapping[str, Any]) -> Stretch:
    """The p values that a written one allows; `p<0.001` is anything below, `p=NS` anything from five percent up."""
    number = written(value["number"])
    if not number:
        return Stretch(_SIGNIFICANT, 1.0)
    if value["relation"] in "<≤":
        return Stretch(0.0, number.value)
    if value["relation"] in ">≥":
        return Stretch(number.value, 1.0)
    return Stretch(max(number.rounded.low, 0.0), min(number.rounded.high, 1.0))


def _rules_out(expected: Stretch, told: Stretch) -> bool:
    """Whether no reading of the p value fits, and the difference is one of significance or of a power of ten."""
    allowed = Stretch(expected.low / _SLACK, min(expected.high * _SLACK, 1.0))
    if any(allowed.low <= told.high * factor and told.low * factor <= allowed.high for factor in (0.5, 1.0, 2.0)):
        return False
    decides = (allowed.high < _SIGNIFICANT <= told.low) or (told.high < _SIGNIFICANT <= allowed.low)
    gap = allowed.low / max(told.high, _LEAST) if told.high < allowed.low else told.low / max(allowed.high, _LEAST)
    return decides or gap >= _FAR


def _short(number: float) -> str:
    return f"{number:.1g}" if number < 0.01 else f"{number:.2f}"
