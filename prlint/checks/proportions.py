"""Counts against their percentages, and percentages against what a share can be: STA006 and STA008."""

from collections.abc import Iterator

from prlint.checks.rounding import Stretch, Written, plain, share, written
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.facts.numerals import COUNTING, NUMBER, PERCENT, in_digits
from prlint.release.model import Fact, Release, Sentence

_SPARED = 2.5  # percentage points that `about` and its like leave
_SMALLEST_TOTAL = 5  # below it, `2/3` is more often a grade or a schedule
_RATE = pattern(
    rf"(?P<percent>\b{NUMBER}){PERCENT}(?: [a-z-]+){{0,3}}? (?:response|remission|survival|cure|clearance|responder|control"
    r"|mortality) rates?\b"
    r"|(?:response|remission|survival|cure|clearance|responder|control|mortality)(?: ?\([^\n()]{1,12}\))? rates?(?:"
    r" ?\([^\n()]{1,12}\))? (?:of|was|were"
    r"|is)(?: approximately| about)? "
    rf"(?P<percent2>\b{NUMBER}){PERCENT}"
    rf"|\b(?:ORR|DCR|CBR) (?:of|was) (?P<percent4>{NUMBER}){PERCENT}"
    rf"|\b(?:vaccine )?efficacy (?:of|was|rate of) (?P<percent3>{NUMBER}){PERCENT}"
    r"|\b(?:sero(?:conversion|protection|response)|responders?|sensitivity|specificity)(?: rates?)?(?: (?:of|was|were|is|reached)|:) "
    rf"(?P<percent5>{NUMBER}){PERCENT}"
)
_PEOPLE = r"(?:patients?|participants?|subjects?|adults?|children|individuals|infants)"
_COUNTED = pattern(
    rf"\b(?P<count>{COUNTING}|\d{{1,4}}) (?:{_PEOPLE} \((?P<percent>{NUMBER}){PERCENT}\)|\((?P<percent2>{NUMBER}){PERCENT}\) {_PEOPLE})"
)
_TOTAL = pattern(rf"\b(?P<among>among )?(?:the |all )?(?P<total>\d{{1,3}}(?:,\d{{3}})*|\d+) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b")
_ARM_SIZE = pattern(r"\((?:N ?= ?)(?P<n>\d[\d,]*)\)|\b(?:placebo|vaccine|control|active|treatment|comparator) \((?P<n2>\d[\d,]*)\)")
_CELLS = pattern(rf"(?:^|[ |])(?:\d[\d,]* ?\({NUMBER} ?%\)[ |*]*){{2,}}")
_CELL = pattern(rf"(?P<count>\d[\d,]*) ?\((?P<percent>{NUMBER}) ?%\)")
_ARMS = pattern(
    r"\b(?:versus|vs|compared|placebo|arms?|groups?|cohorts?|respectively|control|dose levels?|while|whereas"
    r"|both)\b|/|\bmg\b"
)
_AMONG = pattern(
    r"\bamong (?:the |all )?(?P<total>\d{1,3}) (?:[a-z-]+ ){0,2}(?:patients|participants|subjects"
    r"|adults)\b[^\n.;()%]{0,160}\b(?:rate|ORR|CR) (?:\([A-Z]{2,5}\) )?of "
    rf"(?P<percent>{NUMBER}){PERCENT} \("
)


def count_percent_mismatch(release: Release) -> Iterator[Hit]:
    """STA006: a percentage that its count does not give."""
    statistics = release.facts_of("statistic")
    if not any(fact.value["form"] == "percentage" for fact in statistics):
        return
    for fact in statistics:
        if fact.value["form"] == "count" and "percent" in fact.value:
            yield from _counted(release, fact)
    counted: dict[Sentence, list[dict[str, Span]]] = {}
    for groups in _COUNTED.each(release.twin):
        sentence = release.sentence_at(groups[""][0])
        if sentence:
            counted.setdefault(sentence, []).append(groups)
    for sentence, found in counted.items():
        yield from _one_population(release, sentence, found)
    yield from _in_tables(release)
    yield from _unreachable(release)


def _counted(release: Release, fact: Fact) -> Iterator[Hit]:
    count, total = int(fact.value["count"]), int(fact.value["total"])
    percent = written(fact.value["percent"])
    sentence = release.sentence_at(fact.start)
    if not percent or not 0 <= count <= total or total == 0 or (fact.value.get("slash") and total < _SMALLEST_TOTAL):
        return
    if not sentence or release.has("estimated-rate", sentence.start, sentence.end):
        return
    exact = 100 * count / total
    if Stretch(exact, exact).meets(_allowed(fact, percent)):
        return
    places = len(fact.value["percent"].partition(".")[2])
    at = release.text.find(fact.value["percent"], fact.start, fact.end)
    edits = (Edit(at, at + len(fact.value["percent"]), f"{exact:.{places}f}", safe=False),) if at >= 0 else ()
    values = {"count": count, "total": total, "exact": plain(exact), "percent": fact.value["percent"]}
    yield Hit(fact.start, fact.end, values, edits=edits)


def _allowed(fact: Fact, percent: Written) -> Stretch:
    """The shares that a percentage may stand for, with the words before it: `about`, `more than`, `up to`."""
    stretch = percent.rounded_or_cut
    spared = _SPARED if fact.value.get("approximate") else 0.0
    least = 0.0 if "at_most" in fact.value else stretch.low - spared
    most = 100.0 if "at_least" in fact.value else stretch.high + spared
    return Stretch(least, most)


def _one_population(release: Release, sentence: Sentence, found: list[dict[str, Span]]) -> Iterator[Hit]:
    """`Five patients (9%) …, one patient (7.1%)`: counts of one population must leave a total that fits them all."""
    if _ARMS.search(release.twin, sentence.start, sentence.end) or release.has("estimated-rate", sentence.start, sentence.end):
        return
    low, high = _total_before(release, sentence, found[0][""][0])
    for groups in found:
        number = groups.get("percent") or groups["percent2"]
        percent = written(release.text[slice(*number)])
        count = int(in_digits(release.text[slice(*groups["count"])]))
        if not percent or not count or not percent.value or percent.value > 100:
            return
        allowed = percent.rounded_or_cut
        least, most = 100 * count / allowed.high, 100 * count / max(allowed.low, 1e-9)
        if least > high + 1e-9 or most < low - 1e-9:
            first, last = found[0][""], groups[""]
            values: dict[str, object] = {"first": release.text[slice(*first)], "second": release.text[slice(*last)]}
            if low == high:
                values = {"count": count, "total": int(low), "exact": plain(100 * count / low), "percent": release.text[slice(*number)]}
            yield Hit(*last, values, "" if low == high else "totals", related=((first, "of another total"),) if first != last else ())
            return
        low, high = max(low, least), min(high, most)


def _total_before(release: Release, sentence: Sentence, start: int) -> tuple[float, float]:
    """The total that `among N patients` gave earlier in the paragraph, if it is the only one and the sentence opens with a count."""
    block = release.block_at(start)
    totals = list(_TOTAL.each(release.twin, block.start if block else 0, sentence.start)) if start == sentence.start else []
    if len(totals) == 1 and "among" in totals[0]:
        total = float(in_digits(release.text[slice(*totals[0]["total"])]))
        return total, total
    return 1.0, 1e9


def _in_tables(release: Release) -> Iterator[Hit]:
    """`8 (2.4%) 7 (2.1%)` in a block that names as many arms with their sizes as the row has cells."""
    sizes: dict[int, list[int]] = {}
    for groups in _ARM_SIZE.each(release.twin):
        block = release.block_at(groups[""][0])
        number = groups.get("n") or groups["n2"]
        sizes.setdefault(block.start if block else 0, []).append(int(in_digits(release.text[slice(*number)])))
    for start, arms in sizes.items():
        block = release.block_at(start)
        for row in _CELLS.spans(release.twin, start, block.end if block else None):
            cells = list(_CELL.each(release.twin, *row))
            if len(cells) != len(arms):
                continue
            for cell, total in zip(cells, arms, strict=True):
                count, told = int(in_digits(release.text[slice(*cell["count"])])), release.text[slice(*cell["percent"])]
                percent = written(told)
                if percent and 0 < total >= count and not share(count, total).meets(percent.rounded_or_cut):
                    yield Hit(*cell[""], {"count": count, "total": total, "exact": plain(100 * count / total), "percent": told})


def _unreachable(release: Release) -> Iterator[Hit]:
    """`among 41 patients … a rate of 51.6%`: a percentage that no count of that many gives."""
    for groups in _AMONG.each(release.twin):
        total, percent = int(release.text[slice(*groups["total"])]), written(release.text[slice(*groups["percent"])])
        sentence = release.sentence_at(groups[""][0])
        if not percent or not total or total >= 100 / percent.unit or percent.value > 100:
            continue
        if not sentence or release.has("estimated-rate", sentence.start, sentence.end):
            continue
        nearest = round(percent.value * total / 100)
        if not any(share(count, total).meets(percent.rounded_or_cut) for count in (nearest - 1, nearest, nearest + 1)):
            values = {"total": total, "percent": release.text[slice(*groups["percent"])]}
            yield Hit(*groups["percent"], values, "unreachable", severity="info")


def percent_out_of_range(release: Release) -> Iterator[Hit]:
    """STA008: more than all of the patients."""
    seen: set[int] = set()
    for fact in release.facts_of("statistic"):
        if fact.value["form"] == "percentage" and "noun" in fact.value and not fact.value.get("at_least"):
            seen.add(fact.start)
            yield from _beyond(release, fact.start, fact.end, fact.value["percent"])
    for groups in _RATE.each(release.twin):
        name = next(name for name in ("percent", "percent2", "percent3", "percent4", "percent5") if name in groups)
        if groups[name][0] not in seen:
            yield from _beyond(release, *groups[""], release.text[slice(*groups[name])])


def _beyond(release: Release, start: int, end: int, text: str) -> Iterator[Hit]:
    percent, sentence = written(text), release.sentence_at(start)
    if not percent or percent.value <= 100 or not sentence:
        return
    if release.has("growth", max(sentence.start, start - 40), start) or release.has("yardstick", start, min(sentence.end, end + 40)):
        return
    yield Hit(start, end, {"percent": text})
