"""Differences and changes that a sentence states beside the two values they come from: further forms of STA010.

`extended survival by 4.8 months (20.1 vs. 15.3 months)`, `45% on the drug and 25% on placebo, a difference of 20 points`,
`fell from 140 to 70 mg/dL, a 50% reduction`. The two values stand next to the statement, in one sentence, and a form whose
values may belong to something else is passed over.
"""

from collections.abc import Iterator

from prlint.checks.rounding import Stretch, Written, plain, written
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.facts.numerals import COUNTING, NUMBER, PERCENT, in_digits
from prlint.release.facts.shares import LEVEL_FOLLOWS
from prlint.release.model import Release

_OWN_UNIT = (
    r"(?: ?(?:months?|points?|letters?|lines?|m[lL]\b|weeks?|days?|hours?|minutes?|seconds?|years?|met(?:er|re)s?|kg|mm ?Hg"
    r"|mg/dL|g/dL|ng/mL"
    r"|mmol/L|mm\b|cm\b|lbs?\b|pounds?))"
)
_UNIT = rf"(?:{PERCENT}|{_OWN_UNIT})"
_STATED_UNIT = rf"(?:[ -]percentage[- ]points?|[ -]percent points?|-points?|-months?|-letters?|{_UNIT})"
_AGAINST = r"(?:vs\.|(?:vs|versus|compared (?:to|with)|against)\b)"
_RISE = r"increases?|improvements?|gains?|growth|benefits?|extensions?|prolongations?"
_FALL = r"reductions?|decreases?|declines?|drops?|falls?|lowering"
_GAP = r"differences?|deltas?|D|\x7f"
_VALUE = rf"-?{NUMBER}"
_SAID = (
    rf"(?:[a-z-]+ ){{0,3}}?(?:(?:{_RISE}|{_FALL}|{_GAP})(?: (?:of|was|in favou?r of [a-z0-9-]+ of)|[:=,])?"
    rf" ?(?P<stated>-?{NUMBER})(?P<unit3>{_STATED_UNIT})"
    rf"|(?P<stated2>{NUMBER})(?P<unit4>{_STATED_UNIT})(?: [a-z-]+){{0,2}}? (?:{_RISE}|{_FALL}|{_GAP}|apart)\b"
    rf"|(?P<fold>{NUMBER}|{COUNTING})[- ]?fold (?:{_RISE}|{_FALL}))"
)
# `by 4.8 months (20.1 months vs. 15.3 months)`, `a difference of 20% (45% FRX-101 vs 25% placebo)`
_BEFORE_BRACKET = pattern(
    rf"(?:\bby|\b(?:{_GAP}|{_RISE}|absolute (?:risk )?reduction)(?: (?:of|was|is)|[:=])?) (?:an? (?:median|mean) of |an?"
    rf" )?(?P<stated>-?{NUMBER})(?P<unit3>{_STATED_UNIT})[^\n.;()%]{{0,60}}"
    rf"[(\[](?P<first>{_VALUE})(?P<unit>{_UNIT})?[^\n.;()%]{{0,40}}?\b{_AGAINST} (?P<second>{_VALUE})(?P<unit2>{_UNIT})?"
)
# `45% on FRX-101 and 25% on placebo, a difference of 20 points`, `0.21 versus 0.42, a 50% reduction`
_BETWEEN_ARMS = pattern(
    rf"(?:(?P<first>{_VALUE})(?P<unit>{_UNIT})|(?P<first2>-?\d*\.\d+))\b?[)\]]?(?P<middle>[^\n.;%]{{0,60}}?)\b"
    rf"(?P<joint>{_AGAINST}|and\b)(?P<middle2>[^\n.;%]{{0,40}}?[ (])"
    rf"(?P<second>{_VALUE})(?P<unit2>{_UNIT})?\b?[)\]]?(?P<who>(?:[^\n.;%\d]|per 1,?0+\b){{0,50}}?)(?: ?\(p ?[<=] ?0?\.\d+\))?"
    rf"[,(;] ?(?:which is |for |representing "
    rf"|corresponding to |i\.e\.,? |or )?(?:an? |the )?{_SAID}"
)
# `fell from 140 mg/dL to 70 mg/dL, a 50% reduction`
_FROM_TO = pattern(
    rf"\bfrom (?:an? [a-z ]{{1,30}} of )?(?P<first>{_VALUE})(?P<unit>{_UNIT})?(?P<middle>[^\n.;()%\d]{{0,30}}?) to"
    rf" (?P<second>{_VALUE})(?P<unit2>{_UNIT})?"
    rf"(?P<who>(?:[^\n.;()%\d]|[Ww]eek \d+|[Dd]ay \d+|[Mm]onth \d+){{0,40}}?)[,(] ?(?:representing |corresponding to "
    rf"|i\.e\.,? |or |for )?(?:(?:an? )?{_SAID}|by (?P<stated3>{NUMBER})(?P<unit5>{_STATED_UNIT})(?:[,.;)]|$))"
)
# `increased 4-fold (from 45 to 180)`, `reduction in HbA1c was 1.6% (from 8.4% to 6.8%)`
_THEN_FROM_TO = pattern(
    rf"(?:\b(?P<fold>{NUMBER}|{COUNTING})[- ]?fold\b|\b(?:was|of|by) (?P<stated>{NUMBER})(?P<unit3>{_STATED_UNIT}))(?:"
    rf" (?:{_RISE}|{_FALL}))?(?: in [a-z -]{{2,30}})?,? [(]?from "
    rf"(?P<first>{_VALUE})(?P<unit>{_UNIT})?(?: at baseline)? to (?P<second>{_VALUE})(?P<unit2>{_UNIT})?"
)
_CHANGES = (_FROM_TO, _THEN_FROM_TO)
_MEASURED = pattern(rf"\d(?:{_STATED_UNIT})|[a-z\d][- ]?fold\b")  # every form needs one; two releases of five have none
_FORMS = (_BEFORE_BRACKET, _BETWEEN_ARMS, *_CHANGES)
_CONTROL = pattern(r"\b(?:placebo|controls?|sham|vehicle|comparators?|standard of care|chemotherapy|alone)\b")
_MODELLED = pattern(
    r"\b(?:LS|LSM|least[ -]squares?|adjusted|(?:placebo|vehicle|sham|baseline)[- ](?:corrected|subtracted)|model|estimated"
    r"|hodges|median (?:percent|relative|reduction"
    r"|decrease|increase|change|improvement|difference|gain)|(?:hazard|odds|risk|rate) ratio|HR|RR|respectively|quarter"
    r"|revenues?|million|billion)\b|[$\x80\xa3]"
)
_ALSO = pattern(rf"{NUMBER}{PERCENT}[^\n.;%]{{0,45}}$")  # another share before the first: whose difference it is cannot be told
_OF_CHANGES = pattern(r"\b(?:mean|average) (?:percent|relative|reduction|decrease|increase|change|improvement)")
_TURNED = pattern(r"\b(?:loss|los[et]|declin|decreas|worsen|increas|gain|drop|reduc)")  # one arm rose and the other fell
_EARLIER_CHANGE = pattern(rf"\bfrom (?:an? [a-z ]{{1,30}} of )?{_VALUE}[^\n.;]{{0,20}}? to {_VALUE}")
_OF_FIRST = pattern(r"\b(?:reductions?|decreases?|declines?|increases?)\b")
_BETWEEN = pattern(r"\b(?:differences?|deltas?)\b")
_LOOSE = 1.5  # percentage points that a change of means may differ from the mean of changes
_LOOK = 60
_BEHIND = 160


def stated_gaps(release: Release) -> Iterator[tuple[Span, Hit]]:
    """Each statement that its two values do not give, with the span of the whole."""
    if not _MEASURED.search(release.twin):
        return
    for form in _FORMS:
        for groups in form.each(release.twin):
            groups["first"] = groups.get("first") or groups["first2"]
            if form is _BETWEEN_ARMS and not _is_two_arms(release, groups):
                continue
            if form is _FROM_TO and _is_second_change(release, groups):
                continue
            sentence = release.sentence_at(groups[""][0])
            end = max(groups[""][1], min(sentence.end, groups[""][1] + _LOOK)) if sentence else groups[""][1]
            begin = max(sentence.start if sentence else 0, groups[""][0] - _LOOK)
            if _is_modelled(release, begin, end) or LEVEL_FOLLOWS.match(release.twin, groups[""][1]):
                continue
            hit = _compared(release, groups, change=form in _CHANGES)
            if hit:
                yield groups[""], hit


def _is_modelled(release: Release, begin: int, end: int) -> bool:
    """Whether values come out of a model, which no subtraction gives back; a placebo-adjusted share is one."""
    return _MODELLED.search(release.twin[begin:end].lower().replace(b"placebo-adjusted", b"")) is not None


def _is_two_arms(release: Release, groups: dict[str, Span]) -> bool:
    """Whether two values are those of two arms: set against each other, or joined by `and` with the control named; and no third before."""
    start, end = groups[""]
    sentence = release.sentence_at(start)
    if _ALSO.search(release.twin[max(sentence.start if sentence else 0, start - 90) : start]):
        return False
    if _TURNED.search(release.twin, *groups["middle2"]):
        return False
    joined = release.twin[slice(*groups["joint"])].lower() == b"and"
    return not joined or _CONTROL.search(release.twin, groups["middle2"][0], end) is not None


def _is_second_change(release: Release, groups: dict[str, Span]) -> bool:
    """Whether a change stands behind another one, or a difference is stated, which is between arms and not of this change."""
    sentence = release.sentence_at(groups[""][0])
    start = groups[""][0]
    before = release.twin[max(sentence.start if sentence else 0, start - _BEHIND) : start]
    return _EARLIER_CHANGE.search(before) is not None or _BETWEEN.search(release.twin, groups["who"][1], groups[""][1]) is not None


def _number(release: Release, groups: dict[str, Span], name: str) -> Written | None:
    return written(release.text[slice(*groups[name])]) if name in groups else None


def _unit_of(release: Release, groups: dict[str, Span], *names: str) -> str:
    """The unit of a value, in the singular; `%` for percent, `pp` for percentage points."""
    found = next((release.text[slice(*groups[name])] for name in names if name in groups and groups[name][0] >= 0), "")
    unit = found.strip(" -\u2011\u2010").casefold().removesuffix("s")
    if "point" in unit and "perc" in unit.replace(" ", ""):
        return "pp"
    return "%" if unit in ("%", "percent", "per cent") else unit


def _compared(release: Release, groups: dict[str, Span], *, change: bool) -> Hit | None:
    """The finding where a statement fits neither the difference of its values nor their proportion."""
    first, second = _number(release, groups, "first"), _number(release, groups, "second")
    units = {unit for unit in (_unit_of(release, groups, "unit"), _unit_of(release, groups, "unit2")) if unit}
    if not first or not second or len(units) > 1:
        return None
    if "fold" in groups:
        return _fold(release, groups, first, second)
    place = next(name for name in ("stated", "stated2", "stated3") if name in groups)
    stated = _number(release, groups, place)
    unit, value_unit = _unit_of(release, groups, "unit3", "unit4", "unit5"), next(iter(units), "")
    if not stated or (unit not in ("%", "pp", "point") and unit != value_unit) or (unit == "pp" and value_unit != "%"):
        return None
    told = Written(abs(stated.value), stated.unit).rounded_or_cut
    of_base = unit == "%" and value_unit not in ("%", "")  # a percentage of months is no difference of months
    if not of_base and _apart(first, second).meets(told):
        return None
    if unit == "%":
        if min(first.value, second.value) <= 0:
            return None
        loose = _LOOSE if change else _LOOSE / 3
        if _OF_CHANGES.search(release.twin, max(0, groups[""][0] - _LOOK), groups[""][1]):
            loose = 2 * _LOOSE
        about = Stretch(told.low - loose, told.high + loose)
        based = change and _OF_FIRST.search(release.twin, *groups[""])  # `fell from 62 to 48` is a reduction of 62
        if _relative(second, first).meets(about) or (not based and _relative(first, second).meets(about)):
            return None
    exact = plain(100 * abs(1 - second.value / first.value)) if of_base else plain(abs(first.value - second.value))
    return Hit(*groups[""], {"stated": release.text[slice(*groups[place])], "exact": exact}, related=((groups[place], "stated here"),))


def _fold(release: Release, groups: dict[str, Span], first: Written, second: Written) -> Hit | None:
    words = release.text[slice(*groups["fold"])]
    fold = written(in_digits(words)) if words[0].isalpha() else written(words)
    if not fold or fold.value <= 1 or min(first.rounded.low, second.rounded.low) <= 0:
        return None
    low, high = sorted((first, second), key=lambda number: number.value)
    times = Stretch(high.rounded.low / low.rounded.high, high.rounded.high / low.rounded.low)
    spread = 0.12 * fold.value  # `four-fold` of 3.6 is still said
    told = Stretch(fold.rounded_or_cut.low - spread, fold.rounded_or_cut.high + spread)
    if times.meets(told) or Stretch(times.low - 1, times.high - 1).meets(told):
        return None
    exact = f"{plain(high.value / low.value)}-fold"
    return Hit(*groups[""], {"stated": words, "exact": exact}, related=((groups["fold"], "stated here"),))


def _apart(first: Written, second: Written) -> Stretch:
    gap, spread = abs(first.value - second.value), (first.unit + second.unit) / 2
    return Stretch(gap - spread, gap + spread)


def _relative(part: Written, base: Written) -> Stretch:
    """By how many percent of `base` the two differ."""
    if base.rounded.low <= 0:
        return Stretch(-1.0, -1.0)
    ends = [abs(100 * (p / b - 1)) for p in (part.rounded.low, part.rounded.high) for b in (base.rounded.low, base.rounded.high)]
    return Stretch(min(ends), max(ends))
