"""Confidence intervals, and the estimates that they belong to.

`HR 0.65 (95% CI: 0.50-0.84)`, `0.70 HR, 0.58-0.85 95% CI`, `29% [0.13, 0.51]`, rows of a table under `95% CI`. An interval is
bound to the number that stands before it, past other statistics in the same brackets, and to nothing where two numbers
share it or the number is a time, a count of patients or one side of a comparison.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping

from prlint.language.patterns import Span, pattern
from prlint.records import Any, Record
from prlint.release.facts.numerals import NUMBER, PERCENT, told, where
from prlint.release.model import Fact, Release

_WORDS = r"(?:[A-Za-z]-?\d+|[^\n0-9;()\[\]])"  # a code may have digits, other words have none
_LEVEL = rf"(?P<level>\d\d(?:[.·]\d+)?){PERCENT}(?:,? (?:two-sided|one-sided|repeated|exact|adjusted|stratified)){{0,3}}"
_NAME = r"\b(?:confidence (?:intervals?|limits?)|credible intervals?|CrI|C\.?I\.?s?)(?: ?[(\[]C(?:r)?I[)\]]|, CI\b)?"
_OPEN_END = (
    r"(?:not (?:yet )?(?:reached|estimable|evaluable|available|calculable|estimated)(?: ?[(\[](?:NE|NR|NA)[)\]])?"
    r"|N\.?[ERAC]\.?\b|N/A\b|infinity\b|\x7f|\+)"
)
_UNIT = rf"(?:{PERCENT}| percentage points?| [A-Za-z/]{{1,12}}\b)??"
_BETWEEN = r"(?: ?(?:,|;|/) ?| to | and | ?- ?| ?\x85 ?)"
_BOUNDS = rf"(?P<low>[-+]?{NUMBER}|{_OPEN_END})\+?{_UNIT}{_BETWEEN}(?:to )?(?P<high>[-+]?{NUMBER}|{_OPEN_END})"
_AFTER_NAME = r"(?: ?(?:of|was|is|ranging from|ranged from|from|between|range))?(?: ?[:,;=])?(?: ?- )? ?"
_HEADED = pattern(rf"(?:{_LEVEL} )?{_NAME}{_AFTER_NAME}[(\[]? ?{_BOUNDS}")
_RANGED = pattern(rf"\((?P<range>range)[:,;]? ?{_BOUNDS}{_UNIT}\+?[);]")
_TRAILED = pattern(rf"(?P<low>-?{NUMBER}){_UNIT}(?: to |-)(?P<high>-?{NUMBER})(?:,| \(|;)? ?{_LEVEL} {_NAME}")
_BARE = pattern(rf"(?P<lead>{NUMBER}{PERCENT}?) ?(?:\[(?P<low>-?0?[.·]\d+)(?:, ?| to |-)(?P<high>-?0?[.·]\d+) ?\])")
_OF_RATIO = pattern(rf"{NUMBER} ?[(\[] ?(?P<low>\d*[.·]\d+)(?: ?, ?| to | ?- ?)(?P<high>\d*[.·]\d+) ?[)\]]")
_NEXT = pattern(rf"[ |]*[(\[] ?(?P<low>-?{NUMBER}) ?(?:,|-| to ) ?(?P<high>-?{NUMBER}) ?[)\]]")
_CELL = pattern(
    rf"(?:^|[ |])(?P<estimate>-?{NUMBER}){PERCENT}?(?: \({NUMBER}\))? [(\[](?P<low>-?{NUMBER}) ?(?:,"
    rf"|-) ?(?P<high>-?{NUMBER}|N[ERA])[)\]]"
)
_HEADER = pattern(rf"{_NAME}")
_ONE_BOUND = pattern(rf"{_LEVEL} {_NAME}[:,]? [(\[]?(?P<low>{NUMBER}){PERCENT}? ?[)\];]")
_ROW = pattern(rf"((?: -?{NUMBER}){{2,}}) \|?(?:\d\d%? )?$")

_SKIPPED = pattern(
    r"(?:[ ,;:(\[|-]|\bKaplan-Meier(?: estimated?)?"
    r"|\b(?:and|with(?: an?)?|(?:one|two|1|2)[- ]sided|exact|repeated|adjusted|stratified|corresponding|the)"
    rf"|\bn ?= ?{NUMBER}|\b(?:S\.?[ED]M?\.?|standard (?:error|deviation)),? ?(?:of )?[=:]? ?{NUMBER}|± ?{NUMBER})$"
)
_NUMBER_AT_END = pattern(rf"(?P<number>[-+]?{NUMBER})(?P<unit>{PERCENT}|(?: percentage)? points?| ?[A-Za-z/]+(?: [A-Za-z/]+)?)?$")
_NUMBER_FURTHER = pattern(
    rf"(?P<number>[-+]?{NUMBER})(?P<unit>{PERCENT}| percentage points?| months?| years?| weeks?| days?| points?| m[lL])?"
    r" (?:in|with|for|on|among|of|between|versus|vs\.?|compared|at|favou?r(?:ing|ed|s))\b"
    rf"{_WORDS}{{0,70}}$"
)
_OUTSIDE = pattern(  # a difference of 20% (45% versus 25%; 95% CI …)
    rf"\bdifference[^\n0-9.;()]{{0,30}} (?P<number>[-+]?{NUMBER})(?P<unit>{PERCENT}| percentage points?| points?| months?)? "
    rf"[(\[]{NUMBER}{PERCENT}?{_WORDS}{{0,30}}\b(?:vs\.?|versus|compared (?:to|with)) {NUMBER}{PERCENT}?[^\n0-9;()\[\]]{{0,30}}$"
)
_DIFFERENCE_WAS = pattern(
    rf"(?P<number>[-+]?{NUMBER})(?P<unit>-points?|-months?|-letters?|-m[lL]|-days?| percentage points?) (?:[a-z-]+"
    rf" ){{0,2}}difference\b{_WORDS}{{0,60}}$"
)
_AT_A_TIME = pattern(
    rf"(?P<number>[-+]?{NUMBER})(?P<unit>{PERCENT})? (?:at|by|after|through) (?:week |month |year "
    r"|day )?\d+[- ]?[a-z]*$"
)
_TIME_BEFORE = pattern(
    r"(?:\bat|\bby|\bafter|\bthrough|\bover|\bwithin|\bweeks?|\bmonths?|\bdays?|\byears?|\bgrade|\bphase"
    r"|\bstage|\baged?|[<>\x8b\x9b])[ -]?$"
)
_COMPARED_BEFORE = pattern(
    rf"(?:^|[ (]){NUMBER}(?:%|[ a-z]){_WORDS}{{0,70}}\b(?:vs\.?|versus|compared (?:to|with)|and|or|than|from"
    rf"|to)\b{_WORDS}{{0,40}}$"
)
_SHARED_AFTER = pattern(
    rf"[)\]]?,? (?:and|vs\.?|versus) [(\[]?(?:{_LEVEL} {_NAME}[:,]? ?)?-?{NUMBER}{PERCENT}? ?(?:-|to "
    rf"|, )-? ?{NUMBER}[ ,);\]]"
)
_PEOPLE = pattern(
    r" ?(?:patients?|participants?|subjects?|people|adults?|children|men|women|infants?|sites?|trials?|stud(?:y"
    r"|ies)|cases|events|deaths)\b"
)
_DIFFERENCE = pattern(r"\b(?:differences?|adjusted change|corrected change|risk reduction)\b[^\n0-9;()]{0,50}$")
_REACH = 170


class Beside(Record):
    """Statistics of other forms: ratios by the offset of their estimate, counts and p values by that of their end."""

    ratios: Mapping[int, Fact]
    counts: Mapping[int, Fact]
    p_values: Mapping[int, Fact]


def read_intervals(release: Release, beside: Beside) -> Iterator[Fact]:
    """Facts of form interval: {low, high, level?, estimate?, unit?, measure?, open?}, numbers as written.

    An interval with one bound only has no `high`; `open` says that a bound is not reached.
    """
    taken: list[Span] = []
    for match in _HEADED.finditer(release.twin):
        if _continues(release.twin, match.end()):
            continue
        taken.append(match.span())
        chain = list(_chain(release, match.end()))
        taken.extend(span for span, _ in chain)
        yield from _headed(release, match, chain, beside)
    for form in (_TRAILED, _RANGED, _BARE, _ONE_BOUND):
        for match in form.finditer(release.twin):
            if _overlaps(taken, match.span()) or _continues(release.twin, match.end()):
                continue
            fact = _other(release, form, match, beside)
            if fact:
                insort(taken, match.span())
                yield fact
    yield from _cells(release, taken)
    yield from _of_ratios(release, taken, beside)


def _of_ratios(release: Release, taken: list[Span], beside: Beside) -> Iterator[Fact]:
    """`HR=0.62 [0.49-0.79]`: brackets right behind a ratio hold its interval, whether they say so or not."""
    for at, ratio in beside.ratios.items():
        match = _OF_RATIO.match(release.twin, at)
        if match and not _overlaps(taken, (where(match, "low")[0], match.end())):
            value = _value(release, match, ("low", "high"))
            value |= {"estimate": ratio.value["estimate"], "measure": ratio.value["measure"]}
            yield Fact("statistic", where(match, "low")[0] - 1, match.end(), value)


def _overlaps(taken: list[Span], span: Span) -> bool:
    """Whether a span overlaps one of spans that are in order and do not overlap each other."""
    index = bisect_left(taken, span)
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, index - 1) : index + 1])


def _continues(twin: bytes, end: int) -> bool:
    """Whether the last number goes on (a decimal comma, a third number), so that the bounds were misread."""
    return twin[end : end + 1] in (b",", b"-", b".") and twin[end + 1 : end + 2].isdigit()


def _value(release: Release, match: Any, names: tuple[str, ...] = ("low", "high", "level")) -> dict[str, Any]:
    value: dict[str, Any] = {"form": "interval"}
    for name in names:
        written = told(match, name)
        if written:
            start, end = where(match, name)
            if written[-1].isdigit():
                value[name] = release.text[start:end]
            elif name != "level":
                value["open"] = True
    return value


def _chain(release: Release, end: int) -> Iterator[tuple[tuple[int, int], dict[str, Any]]]:
    """The intervals that follow one another without a heading of their own, as in a row of a table."""
    at = end + 1 if release.twin[end : end + 1] in (b")", b"]") else end
    if release.twin[at : at + 2] == b" )":
        at += 2
    while match := _NEXT.match(release.twin, at):
        yield match.span(), _value(release, match, ("low", "high"))
        at = match.end()


def _headed(release: Release, match: Any, chain: list[Any], beside: Beside) -> Iterator[Fact]:
    first = _value(release, match)
    block = release.block_at(match.start())
    begin = max(block.start if block else 0, match.start() - _REACH)
    if chain:
        row = _ROW.search(release.twin[begin : match.start()])
        numbers = release.text[begin + row.start(1) : begin + row.end(1)].split() if row else []
        group = [(match.span(), first), *chain]
        numbers = numbers[-len(group) :] if len(numbers) >= len(group) else []
        for index, (span, value) in enumerate(group):
            bound = {"estimate": numbers[index]} if numbers else {}
            yield Fact("statistic", span[0], span[1], {**value, **bound})
        return
    shared = _SHARED_AFTER.match(release.twin, match.end())
    if not shared:
        first.update(_estimate(release, begin, match.start(), beside))
    yield Fact("statistic", match.start(), match.end(), first)


def _other(release: Release, form: Any, match: Any, beside: Beside) -> Fact | None:
    value = _value(release, match)
    start, end = match.span()
    if form is _BARE:
        lead = release.text[start : where(match, "lead")[1]]
        value["estimate"] = lead.rstrip("% ")
        value["unit"] = "%" if "%" in lead else ""
        return Fact("statistic", where(match, "low")[0] - 1, end, value) if "%" in lead else None
    if form in (_TRAILED, _RANGED):
        block = release.block_at(start)
        value.update(_estimate(release, max(block.start if block else 0, start - _REACH), start, beside))
    if form is _RANGED:
        value["form"] = "range"
    return Fact("statistic", start, end, value)


def _cells(release: Release, taken: list[Span]) -> Iterator[Fact]:
    """`5.8 (1.7-NE)` in a block whose heading says that the brackets hold intervals."""
    seen: set[int] = set()
    for start, end in _HEADER.spans(release.twin):
        block = release.block_at(start)
        if not block or block.start in seen or _overlaps(taken, (start, end)):
            continue
        seen.add(block.start)
        for match in _CELL.finditer(release.twin, end, block.end):
            if _overlaps(taken, (where(match, "low")[0], match.end())):
                continue
            value = _value(release, match, ("low", "high"))
            a, b = where(match, "estimate")
            yield Fact("statistic", where(match, "low")[0] - 1, match.end(), {**value, "estimate": release.text[a:b], "cell": True})


def _estimate(release: Release, begin: int, start: int, beside: Beside) -> dict[str, Any]:
    """The estimate before an interval: {estimate, unit?, measure?}, {count, total}, or nothing."""
    before = _without_rivals(release.twin[begin:start], begin, beside)
    count = beside.counts.get(begin + len(before))
    if count:
        return {"count": count.value["count"], "total": count.value["total"], "unit": "%"}
    match = _NUMBER_AT_END.search(before) or _DIFFERENCE_WAS.search(before)
    if not match or _COMPARED_BEFORE.search(before[: where(match, "number")[0]]):
        match = _OUTSIDE.search(before) or match
    if not match or _is_time(before, match) or _in_a_name(before, match):
        match = _AT_A_TIME.search(before) or _NUMBER_FURTHER.search(before)
    if not match:
        return {}
    at, end = where(match, "number")
    ratio = beside.ratios.get(begin + at) or beside.ratios.get(begin + at + 1)
    if ratio:
        return {"estimate": ratio.value["estimate"], "measure": ratio.value["measure"]}
    if not _may_be_estimate(before, at, end, time=_is_time(before, match)):
        return {}
    found: dict[str, Any] = {"estimate": release.text[begin + at : begin + end]}
    unit = told(match, "unit").strip()
    if unit:
        found["unit"] = "%" if unit in ("%", "percent", "per cent") else unit
    if _DIFFERENCE.search(before[:at]):
        found["measure"] = "difference"
    return found


def _is_time(before: bytes, match: Any) -> bool:
    """Whether words before the number that a match ends in make a time or a dose of it; `lowered by 42%` is none."""
    head = before[: where(match, "number")[0]]
    by_percent = head.endswith(b"by ") and told(match, "unit").strip() in ("%", "percent", "per cent")
    return not by_percent and _TIME_BEFORE.search(head) is not None


def _in_a_name(before: bytes, match: Any) -> bool:
    """Whether the number that a match ends in is a part of a code."""
    at = where(match, "number")[0]
    return before[max(0, at - 1) : at].isalnum()


def _without_rivals(before: bytes, begin: int, beside: Beside) -> bytes:
    """The text before an interval, up to a count or to what is no p value, size, spread, bracket or word that leads to the interval."""
    while (at := begin + len(before)) not in beside.counts:
        p_value, skipped = beside.p_values.get(at), _SKIPPED.search(before)
        if p_value and p_value.start >= begin:
            before = before[: p_value.start - begin]
        elif skipped:
            before = before[: skipped.start()]
        else:
            break
    return before


def _may_be_estimate(before: bytes, at: int, end: int, *, time: bool) -> bool:
    """Whether the number at `before[at:end]` is no part of a name, no count of people, no time, no side of a comparison."""
    head = before[:at]
    if head[-1:].isalnum() or head[-1:] in (b"-", b"/", b"$", b".", b"\xb1"):
        return False
    return not (time or _PEOPLE.match(before, end) or _COMPARED_BEFORE.search(head))
