"""Estimates against their intervals and against the percentages that restate them: STA002 and STA005."""

from collections.abc import Iterator, Mapping

from prlint.checks.rounding import Stretch, Written, plain, share, written
from prlint.checks.significance import open_bracket, starting_in
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release

_NEAR_MISS = 5.0  # percentage points that `about` and its like leave
_MODELLED_GAP = 5.0
_RESPECTIVELY = pattern(r"\brespectively\b")
_REPRESENTING = pattern(
    r"\b(?:represent(?:s|ing)|correspond(?:s|ing) to|translat(?:es|ing) (?:to|into)|equivalent to|i\.e\.,?|indicating)"
    r" (?:an? )?(?:[a-z]+ )?$"
)
_BREAK = pattern(r"; |\bwhile\b|\bwhereas\b")
_NAMES = {"HR": "hazard ratio", "OR": "odds ratio", "RR": "relative risk", "IRR": "rate ratio", "WR": "win ratio"}


def estimate_outside_ci(release: Release) -> Iterator[Hit]:
    """STA002: an interval that cannot be one, or that does not hold its estimate."""
    unlevelled: dict[int, list[Fact]] = {}
    levelled: set[int] = set()
    for fact in release.facts_of("statistic"):
        if fact.value["form"] == "range":
            yield from _malformed(fact)
        if fact.value["form"] != "interval":
            continue
        block = release.block_at(fact.start)
        place = block.start if block else 0
        if "level" in fact.value:
            levelled.add(place)
        elif "cell" in fact.value:
            unlevelled.setdefault(place, []).append(fact)
        yield from _malformed(fact)
    for place, facts in unlevelled.items():
        if len(facts) > 1 and place not in levelled and b"%CI" not in _heading(release, facts[0]):
            yield Hit(facts[0].start, facts[0].end, variant="level", severity="info")


def _heading(release: Release, fact: Fact) -> bytes:
    block = release.block_at(fact.start)
    return release.twin[block.start if block else 0 : fact.start].replace(b" ", b"")


def _malformed(fact: Fact) -> Iterator[Hit]:
    value = fact.value
    low, high = written(value.get("low", "")), written(value.get("high", ""))
    if low and not high and not value.get("open"):
        yield Hit(fact.start, fact.end, variant="one-bound")
        return
    if low and high and low.value > high.value:
        yield Hit(fact.start, fact.end, variant="reversed")
        return
    if low and high and value.get("measure") in _NAMES and low.value < 0:
        if abs(low.value) <= high.value:  # the dash is punctuation
            return
        yield Hit(fact.start, fact.end, {"measure": _NAMES[value["measure"]]}, "negative")
        return
    stretches = list(_estimates(value))
    if stretches and not any(_holds(low, high, stretch) for stretch in stretches):
        told = value.get("estimate") or f"{value['count']}/{value['total']}"
        yield Hit(fact.start, fact.end, {"estimate": told, "low": value.get("low", "-"), "high": value.get("high", "not reached")})


def _holds(low: Written | None, high: Written | None, stretch: Stretch) -> bool:
    return (not low or stretch.high + 1e-9 >= low.rounded.low) and (not high or stretch.low - 1e-9 <= high.rounded.high)


def _estimates(value: Mapping[str, str]) -> Iterator[Stretch]:
    """The stretches that an estimate may stand for: as it is, of the other sign, as a share of one, as what is left."""
    if "count" in value:
        stretch = share(int(value["count"]), int(value["total"]))
        yield from (stretch, stretch.times(0.01))
        return
    number = written(value.get("estimate", ""))
    if not number:
        return
    stretch = number.rounded
    yield stretch
    if value.get("measure") in _NAMES:
        return
    bounds = [bound for name in ("low", "high") if (bound := written(value.get(name, "")))]
    signed = number.value <= 0 and value.get("measure") == "difference"
    if bounds and not signed and all(bound.value <= 0 for bound in bounds):
        yield stretch.times(-1)
    if value.get("unit") == "%" and all(abs(bound.value) <= 1 for bound in bounds):
        yield stretch.times(0.01)
        yield stretch.times(0.01).complement(1)
    elif not value.get("unit") and abs(number.value) < 1:
        yield stretch.times(100)


def hr_vs_percent_reduction(release: Release) -> Iterator[Hit]:
    """STA005: a percentage that is not what the ratio beside it says."""
    for ratio, reduction in restated_ratios(release):
        yield from _compared(release, ratio, reduction)


def restated_ratios(release: Release) -> Iterator[tuple[Fact, Fact]]:
    """Each ratio with the percentage of a reduction or increase that restates it."""
    statistics = release.facts_of("statistic")
    ratios = [fact for fact in statistics if fact.value["form"] == "ratio" and fact.value["measure"] != "WR"]  # it tells no share of a risk
    reductions = sorted((fact for fact in statistics if fact.value["form"] == "reduction"), key=lambda fact: fact.start)
    taken = 0  # where the last percentage that was used ends
    for index, ratio in enumerate(ratios):
        previous = max(ratios[index - 1].end if index else 0, taken)
        following = ratios[index + 1].start if index + 1 < len(ratios) else len(release.text)
        reduction = _restated(release, ratio, reductions, previous, following)
        if reduction:
            taken = reduction.end
            yield ratio, reduction


def _restated(release: Release, ratio: Fact, reductions: list[Fact], previous: int, following: int) -> Fact | None:
    """The percentage of the same sentence that restates a ratio: the nearest before it, else the first behind it."""
    sentence = release.sentence_at(ratio.start)
    if not sentence or _RESPECTIVELY.search(release.twin, sentence.start, sentence.end):
        return None
    before = [fact for fact in starting_in(reductions, max(sentence.start, previous), ratio.start) if fact.end <= ratio.start]
    if before:
        nearest = before[-1]
        gap = release.twin[nearest.end : ratio.start]
        together = open_bracket(release.twin, sentence.start, ratio.start) < nearest.start
        if b"(" in gap or b"[" in gap or together:
            return nearest
        alike = len(before) > 1 and before[-2].value.get("noun") == nearest.value.get("noun")
        return None if alike or _BREAK.search(gap) else nearest
    behind = starting_in(reductions, ratio.end, min(sentence.end, following))
    return behind[0] if len(behind) == 1 else None


def _called_same(release: Release, ratio: Fact, reduction: Fact) -> str:
    """The noun of a percentage without one that words such as `representing` tie to the ratio before it."""
    tied = ratio.end <= reduction.start and _REPRESENTING.search(release.twin[ratio.end : reduction.start])
    return ("odds" if ratio.value["measure"] == "OR" else "risk") if tied else ""


def _compared(release: Release, ratio: Fact, reduction: Fact) -> Iterator[Hit]:
    number, percent = written(ratio.value["estimate"]), written(reduction.value["percent"])
    noun = reduction.value.get("noun") or _called_same(release, ratio, reduction)
    if not number or not percent or not noun or not 0 < number.value < 10:
        return
    down = reduction.value["direction"] == "down"
    if down != (number.value < 1):
        return
    change = number.rounded.times(100).complement(100)
    expected = change if down else change.times(-1)
    odds = ratio.value["measure"] == "OR"
    spared = _NEAR_MISS if reduction.value.get("approximate") else 0.0
    agrees = expected.meets(Stretch(percent.rounded.low - spared, percent.rounded.high + spared))
    start, end = min(ratio.start, reduction.start), max(ratio.end, reduction.end)
    exact = plain(abs(100 * (1 - number.value)))
    measure, estimate = _NAMES[ratio.value["measure"]], ratio.value["estimate"]
    values = {"percent": reduction.value["percent"], "measure": measure, "estimate": estimate, "expected": exact}
    if odds and noun == "risk":
        if agrees and percent.value >= _MODELLED_GAP:
            yield Hit(start, end, values, "odds", severity="info")
        return
    if not agrees:
        at = release.text.find(reduction.value["percent"], reduction.start, reduction.end)
        edit = (Edit(at, at + len(reduction.value["percent"]), exact, safe=False),) if at >= 0 else ()
        yield Hit(start, end, values, edits=edit, related=(((ratio.start, ratio.end), "the ratio"),))
