"""The checks of the family STA: numbers that must agree with each other and with the words around them.

Those that compare an estimate are in `estimates`, a count or percentage in `proportions`, a date in `calendars`; the rest
are here. Each speaks only where no value that the written numbers may stand for could be true.
"""

from collections.abc import Iterator

from prlint.checks.arms import arm_sizes_do_not_sum
from prlint.checks.calendars import impossible_or_inconsistent_date
from prlint.checks.comparisons import difference_misstated
from prlint.checks.compatibility import ci_p_mismatch
from prlint.checks.deals import deal_status_conflict
from prlint.checks.directions import direction_contradiction
from prlint.checks.estimates import estimate_outside_ci, hr_vs_percent_reduction
from prlint.checks.proportions import count_percent_mismatch, percent_out_of_range
from prlint.checks.restatements import restated_value_differs
from prlint.checks.rounding import Written, written
from prlint.checks.significance import Claim, claims, governing
from prlint.checks.stale import stale_future_date
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release, Sentence

__all__ = (
    "arm_sizes_do_not_sum",
    "ci_crosses_null_significance",
    "ci_p_mismatch",
    "count_percent_mismatch",
    "deal_status_conflict",
    "difference_misstated",
    "direction_contradiction",
    "estimate_outside_ci",
    "hr_vs_percent_reduction",
    "impossible_or_inconsistent_date",
    "impossible_p",
    "p_value_contradicts_claim",
    "percent_out_of_range",
    "restated_value_differs",
    "stale_future_date",
)

_USUAL_LEVEL = 0.05
_NEAR = 45  # code points around claim and number in which another kind of test is looked for
_DECLARED = pattern(
    r"\b(?:alpha|significance (?:level|threshold|boundary)|threshold|boundary|considered (?:statistically )?significant"
    r"|pre-?specified)\b[^\n.;\n]{0,60}?(?P<level>0?\.\d+)\b"
)
_BAYESIAN = pattern(r"\b(?:posterior|bayesian|credible|probability)\b")
_DIFFERED = pattern(r"\bdifferences?\b")
_LEVEL_TOLD = pattern(
    r"\bp-? ?(?:values?)?[^\n.;]{0,20}(?:was |is |were )?(?:considered|deemed|defined|required|threshold"
    r"|cut-?off)|\b(?:threshold|boundary|alpha|cut-?off|level) (?:of|for|at|was|is)[^\n0-9.;]{0,30}$"
)


def statistics_of(release: Release, form: str) -> tuple[Fact, ...]:
    """The statistic facts of a form, in order."""
    return tuple(fact for fact in release.facts_of("statistic") if fact.value["form"] == form)


def p_value_contradicts_claim(release: Release) -> Iterator[Hit]:
    """STA001: a p value on the other side of the significance level than its claim."""
    values = statistics_of(release, "p")
    if not values:
        return
    every, levels = claims(release), _levels(release)
    for fact in values:
        number = written(fact.value["number"])
        sentence = release.sentence_at(fact.start)
        if not sentence or (number and not 0 < number.value <= 1):
            continue
        claim = governing(release, every, fact, values)
        side = _contradiction(claim, fact, number, levels) if claim else ""
        if not claim or not side or _another_test(release, claim, fact, sentence):
            continue
        if not claim.positive and release.has("multiplicity", sentence.start, sentence.end):
            continue
        words = release.text[claim.start : claim.end]
        related = (((claim.start, claim.end), "the claim"),)
        level = f"{max(levels) if claim.positive else min(levels):g}"
        yield Hit(fact.start, fact.end, {"side": side, "level": level, "claim": words}, related=related)


def _levels(release: Release) -> tuple[float, ...]:
    """The levels of significance that the release declares, and the usual one."""
    declared = [float(release.text[slice(*groups["level"])]) for groups in _DECLARED.each(release.twin)]
    return (_USUAL_LEVEL, *(level for level in declared if 0 < level <= 0.25))


def _another_test(release: Release, claim: Claim, fact: Fact, sentence: Sentence) -> bool:
    """Whether the p value is of a test that needs no significance, or states the level itself."""
    begin = max(sentence.start, min(claim.start, fact.start) - _NEAR)
    if release.has("significance-hedged", begin, max(claim.end, fact.end) + _NEAR):
        return True
    if release.has("non-inferiority", sentence.start, sentence.end):
        return True
    return _LEVEL_TOLD.search(release.twin[max(sentence.start, fact.start - 60) : fact.end]) is not None


def _contradiction(claim: Claim, fact: Fact, value: Written | None, levels: tuple[float, ...]) -> str:
    """On which side of the level the p value lies, if the claim says the other one; `p=NS` lies above."""
    relation, least, most = fact.value["relation"], min(levels), max(levels)
    if not value:
        return "above" if claim.positive else ""
    if claim.positive:
        above = (
            (relation == "=" and value.rounded.low >= most)
            or (relation in "<≤" and value.value > most)
            or (relation in ">≥" and value.value >= most)
        )
        return "above" if above else ""
    if fact.value.get("sided") == "one":
        least = min(least, _USUAL_LEVEL / 2)
    below = (relation == "=" and value.rounded.high < least) or (relation in "<≤" and value.value <= least)
    return "below" if below else ""


def ci_crosses_null_significance(release: Release) -> Iterator[Hit]:
    """STA003: a claim of significance with an interval that includes no effect."""
    intervals = statistics_of(release, "interval")
    every = claims(release) if intervals else ()
    rivals = tuple(fact for fact in intervals if fact.value.get("measure"))
    for fact in intervals if every else ():
        low, high = written(fact.value.get("low", "")), written(fact.value.get("high", ""))
        level = written(fact.value.get("level", "95"))
        sentence = release.sentence_at(fact.start)
        if not low or not high or not level or level.value < 90 or not sentence:
            continue
        measure = fact.value.get("measure") or _of_a_difference(release, fact, every)
        if not measure:
            continue
        null = 0.0 if measure == "difference" else 1.0
        if not low.value < null < high.value or release.has("significance-hedged", sentence.start, sentence.end):
            continue
        if release.has("non-inferiority", sentence.start, sentence.end) or _one_sided(release, sentence) or (null == 1.0 and low.value < 0):
            continue
        claim = governing(release, every, fact, rivals)
        if not claim or not claim.positive:
            continue
        close = min(null - low.value, high.value - null) <= max(low.unit, high.unit) * 1.001
        bounds = f"{fact.value['low']} to {fact.value['high']}"
        values = {"bounds": bounds, "null": f"{null:g}", "claim": release.text[claim.start : claim.end]}
        related = (((claim.start, claim.end), "the claim"),)
        yield Hit(fact.start, fact.end, values, severity="info" if close else "", related=related)


def _of_a_difference(release: Release, fact: Fact, every: tuple[Claim, ...]) -> str:
    """`difference` where an interval without an estimate stands in brackets right behind `the difference was significant`."""
    bracket = release.twin[fact.start - 2 : fact.start]
    if bracket not in (b" (", b" [") or "estimate" in fact.value or "count" in fact.value:
        return ""
    claim = next((claim for claim in every if claim.end == fact.start - 2), None)
    return "difference" if claim and _DIFFERED.search(release.twin, claim.start - _NEAR, claim.end) else ""


def _one_sided(release: Release, sentence: Sentence) -> bool:
    return b"one-sided" in release.twin[sentence.start : sentence.end].lower()


def impossible_p(release: Release) -> Iterator[Hit]:
    """STA007: a p value of zero, below zero or above one."""
    for fact in statistics_of(release, "p"):
        number = written(fact.value["number"])
        sentence = release.sentence_at(fact.start)
        if not number or (sentence and _BAYESIAN.search(release.twin, max(sentence.start, fact.start - 60), fact.start)):
            continue
        relation = fact.value["relation"]
        if number.value > 1 and relation in "=<≤>≥":
            yield Hit(fact.start, fact.end, variant="above")
        elif number.value < 0:
            yield Hit(fact.start, fact.end, variant="below")
        elif number.value == 0 and relation in "=<≤":
            yield Hit(fact.start, fact.end, variant="zero", edits=_least_value(release, fact))


def _least_value(release: Release, fact: Fact) -> tuple[Edit, ...]:
    """`p=0.000` is what a program prints for less than 0.001."""
    text, number = release.text[fact.start : fact.end], fact.value["number"]
    if number.count(".") != 1 or not number.endswith("000") or "=" not in text:
        return ()
    changed = text.replace("=", "<", 1).removesuffix(number) + number[:-1] + "1"
    return (Edit(fact.start, fact.end, changed, safe=False),)
