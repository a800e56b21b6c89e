"""Reported results: p values, ratios, counts with their percentages, arm sizes, reductions of a risk.

Every form is found in one pass over the twin with a linear-time pattern; what belongs together is bound by nearness
within the same brackets or clause. Intervals are in `intervals.py`.
"""

from collections.abc import Iterator

from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.facts.intervals import Beside, read_intervals
from prlint.release.facts.numerals import APPROXIMATELY, NUMBER, PERCENT, in_digits, told, where
from prlint.release.facts.shares import LEVEL_FOLLOWS, qualified, read_counts
from prlint.release.facts.values import read_values
from prlint.release.model import Fact, Release

_SUBJECT = 60  # code points before a verb in which its subject stands
_NEAR = 6  # code points between parts of one group: a bracket, a comma, a space
_MEASURES = (
    ("HR", r"\b(?:(?:adjusted |stratified |sub-?distribution )?hazard ratios?|a?HR)\b"),
    ("OR", r"\bodds ratios?\b|\b(?-i:a?OR)\b"),
    ("RR", r"\b(?:relative risks?|risk ratios?)\b|\b(?-i:RR)\b"),
    ("IRR", r"\b(?:(?:incidence )?rate ratios?)\b|\b(?-i:IRR)\b"),
    ("WR", r"\bwin ratios?\b"),
)
_MEASURE = "(?:" + "|".join(f"(?P<{name}>{source})" for name, source in _MEASURES) + ")"
_ABBREVIATED = r'(?: ?[(\["]+(?:[a-z]{0,4}HR|OR|RR|IRR)["\])]+)?'
_RATIO = pattern(
    rf"{_MEASURE}{_ABBREVIATED}(?P<gap>(?:[ =:,~](?:(?:[A-Za-z]-?\d+ |[^\n0-9;.()\[\]\n<>]){{0,90}}?[ =:,~])??)?)(?P<estimate>-?{NUMBER})"
    rf"(?P<after>{PERCENT}|-sided|-[a-z]| ?:|\+)?"
)
_RATIO_AFTER = pattern(
    r"(?:^|[ (\[,])(?P<estimate>\d?[.·]\d+) (?:(?P<HR>hazard ratio|HR)|(?P<OR>odds ratio)"
    r"|(?P<RR>relative risk|risk ratio|(?-i:RR))|(?P<IRR>rate ratio))\b"
)
_JOINED = pattern(r"(?:\b(?:was|of|is)|[=:]) ?$")
_STOPPED = pattern(
    r"\b(?:was not|were not|and|with|than|boundary|below|above|across)\b[^\n0-9]*\b(?:p|n|by|of the|in)\b|\bCI\b"
    r"|confidence|\bversus\b|\bp-?value"
)

_P_NUMBER = r"-?(?:\d*[.,·]\d+|\d+)(?: ?[x×] ?10 ?\^? ?[-\x7f]?[0-9\xb9]+|e-?\d+)?"
_SIDED = r"(?:(?P<side>one|two|1|2)[- ](?:sided|tailed),? )?"
_NOT_SIGNIFICANT = r"(?:NS\b|N\.S\.)"
_P = pattern(
    rf"{_SIDED}(?:(?P<nominal>nominal(?:ly)?) )?\b_?p_?(?: ?-? ?val(?:ue)?s?)?(?: ?[(\[](?:(?P<side2>one|two|1|2)[- ](?:sided"
    r"|tailed)|nominal)[)\]]| for [a-z-]+)?"
    rf"[,:]? ?(?:of |was |is )?(?P<relation><=|>=|=<|=|<|>|\x8b|\x9b) ?(?P<number>{_P_NUMBER}|{_NOT_SIGNIFICANT})"
)
_P_IN_WORDS = pattern(
    rf"{_SIDED}(?:(?P<nominal>nominal(?:ly)?) )?\bp[- ]?values?(?:(?: of| was| is| equal to| equals)? "
    rf"(?P<relation>less than|below|lower than|greater than|above|under)? ?(?P<number>{_P_NUMBER})\b|[:,] ?(?P<number2>0?[.,·]\d+)\b)"
)
_RELATIONS = {
    **dict.fromkeys(("<=", "=<", "\x8b"), "≤"),
    **dict.fromkeys((">=", "\x9b"), "≥"),
    **dict.fromkeys(("less than", "below", "lower than", "under"), "<"),
    **dict.fromkeys(("greater than", "above"), ">"),
}

_SIZE = pattern(r"\bn ?= ?(?P<n>\d{1,3}(?:,\d{3})+|\d+)\b")
_PERCENTAGE = pattern(
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>\b{NUMBER}){PERCENT}"
    r"(?P<noun>(?: of (?:the |all |our |these |those |evaluable |treated |enrolled |eligible |[a-z-]+ ){0,3}"
    r"(?:patients|participants|subjects|responders|people|individuals|adults|children|infants|men|women|cases|cells|eyes|lesions))\d?\b)?"
)
_DOWN = r"reductions?|decreases?|lower|reduced|decline|fewer|less"
_UP = r"increases?|higher|greater|increased|elevated|more"
_RISK = (
    r"\b(?:risks?|hazards?|odds|rates?|likelihood|chances?|probability|mortality|deaths?|progression|relapses?|events?"
    r"|recurrence|exacerbations?|attacks?|flares?|bleeds?|seizures?|fractures?|strokes?|hospitali[sz]ations?|infections?|likely|dying)\b"
)
_REDUCTION = pattern(
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>\b{NUMBER}){PERCENT} (?:\((?:relative|95%)[^\n()]*\) )?"
    r"(?:(?:statistically|significant|significantly|clinically|meaningful|relative|overall|and|proportional|risk|rate) ){0,5}"
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b(?P<of>[^\n.;0-9()\[\]]{{0,70}})"
)
_REDUCED_BY = pattern(
    r"\b(?:(?P<down>reduc(?:ed|es|ing|e)|lower(?:ed|s|ing)?|decreas(?:ed|es|ing|e)|cut(?:ting|s)?|fell|declin(?:ed|es|ing)|dropp(?:ed|ing)"
    r"|(?:was|were|is|are) down)"
    r"|(?P<up>increas(?:ed|es|ing|e)|rais(?:ed|es|ing)|rose))\b"
    rf"(?:(?P<of>[^\n.;()%]{{0,170}}?) by (?:an? (?:[a-z]+ )?)?| )(?P<about>{APPROXIMATELY})?(?P<percent>{NUMBER}){PERCENT}"
)
_REDUCTION_OF = pattern(
    r"\b(?:(?P<down>reduction|decrease)|(?P<up>increase)) in (?P<of>[^\n.;()%\d]{3,80}?) (?:of|by) (?:an? (?:[a-z]+ )?)?"
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>{NUMBER}){PERCENT}"
)
_RISK_REDUCTION = pattern(
    r"\b(?P<of>(?:absolute |relative )?(?:risk|rate|hazard|odds|mortality|relapse|event|exacerbation)) (?:(?P<down>reduction|decrease)"
    r"|(?P<up>increase))"
    r"(?: ?\([A-Z]{3}\))?(?: (?:in|for) [^\n.;()%\d]{3,60}?)?(?: of| was| is|:|,)? (?:an? )?"
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>{NUMBER}){PERCENT}"
)
_LINKED = pattern(r"[^,;:()\n]{3,60} (?:was|were|is|are|been) $")
_ABSOLUTE = b"absolute"
_RISK_WORD = pattern(_RISK)
_ODDS_WORD = pattern(r"\bodds\b")


def read_statistics(release: Release) -> Iterator[Fact]:
    """Facts of kind statistic, told apart by `form`.

    p {relation, number, sided?, nominal?} · ratio {measure, estimate, interval?, p?} · interval (see read_intervals) ·
    count {count, total, percent?, approximate?} · percentage {percent, approximate?, noun?} · size {n} ·
    reduction {percent, direction, approximate?, noun?} · mean, median, comparison and difference (see
    read_values). Numbers are as written; an approximate one may be told to be at_least or at_most.
    """
    ratios = {fact.start + fact.value["at"]: fact for fact in _ratios(release)}
    counts, p_values = list(read_counts(release)), list(_p_values(release))
    beside = Beside(ratios, {fact.start + fact.value["ends"]: fact for fact in counts}, {fact.end: fact for fact in p_values})
    intervals = list(read_intervals(release, beside))
    yield from (_public(fact) for fact in (*_grouped(list(ratios.values()), intervals, p_values), *counts))
    yield from intervals
    yield from p_values
    yield from _percentages(release)
    yield from _reductions(release)
    yield from read_values(release)
    for match in _SIZE.finditer(release.twin):
        if release.twin[match.end() : match.end() + 2].strip()[:1] != b"/":
            yield Fact("statistic", match.start(), match.end(), {"form": "size", "n": in_digits(told(match, "n"))})


def _public(fact: Fact) -> Fact:
    """A fact without the offsets that only binding needs."""
    return Fact(fact.kind, fact.start, fact.end, {key: value for key, value in fact.value.items() if key not in ("at", "ends")})


def _ratios(release: Release) -> Iterator[Fact]:
    for form in (_RATIO, _RATIO_AFTER):
        for match in form.finditer(release.twin):
            gap = told(match, "gap").encode("latin-1")
            if told(match, "after") or (_STOPPED.search(gap) and not _JOINED.search(gap)):
                continue
            measure = next(name for name, _ in _MEASURES if told(match, name))
            label, number = where(match, measure), where(match, "estimate")
            start, end = min(label[0], number[0]), max(label[1], number[1])
            value = {"form": "ratio", "measure": measure, "estimate": release.text[slice(*number)], "at": number[0] - start}
            yield Fact("statistic", start, end, value)


def _grouped(ratios: list[Fact], intervals: list[Fact], p_values: list[Fact]) -> Iterator[Fact]:
    """The ratios, each with the interval and the p value that follow it closely."""
    by_start = {fact.start: fact for fact in (*intervals, *p_values)}

    def following(end: int, form: str) -> Fact | None:
        near = (by_start.get(end + gap) for gap in range(_NEAR))
        return next((fact for fact in near if fact and fact.value["form"] == form), None)

    for ratio in ratios:
        value: dict[str, Any] = dict(ratio.value)
        near = following(ratio.end, "interval")
        if near:
            value["interval"] = {key: near.value[key] for key in ("level", "low", "high") if key in near.value}
        after = near.end if near else ratio.end
        p_value = following(after, "p")
        if p_value:
            value["p"] = {key: p_value.value[key] for key in ("relation", "number")}
        yield Fact("statistic", ratio.start, ratio.end, value)


def _p_values(release: Release) -> Iterator[Fact]:
    ends: set[int] = set()
    for form in (_P, _P_IN_WORDS):
        for match in form.finditer(release.twin):
            if match.end() in ends:
                continue
            ends.add(match.end())
            relation = told(match, "relation").lower() or "="
            value: dict[str, Any] = {"form": "p", "relation": _RELATIONS.get(relation, relation)}
            value["number"] = release.text[slice(*where(match, "number2" if told(match, "number2") else "number"))]
            side = told(match, "side") or told(match, "side2")
            if side:
                value["sided"] = "one" if side.lower() in ("one", "1") else "two"
            if told(match, "nominal"):
                value["nominal"] = True
            yield Fact("statistic", match.start(), match.end(), value)


def _percentages(release: Release) -> Iterator[Fact]:
    for match in _PERCENTAGE.finditer(release.twin):
        if LEVEL_FOLLOWS.match(release.twin, match.end()):
            continue
        value: dict[str, Any] = {"form": "percentage", "percent": release.text[where(match, "percent")[0] : where(match, "percent")[1]]}
        value |= qualified(match)
        if told(match, "noun"):
            value["noun"] = told(match, "noun").split()[-1].rstrip("0123456789").lower()
        yield Fact("statistic", match.start(), match.end(), value)


def _reductions(release: Release) -> Iterator[Fact]:
    for form in (_REDUCTION, _REDUCED_BY, _REDUCTION_OF, _RISK_REDUCTION):
        for match in form.finditer(release.twin):
            if match[0][: len(_ABSOLUTE)].lower() == _ABSOLUTE:
                continue
            value: dict[str, Any] = {"form": "reduction", "percent": release.text[slice(*where(match, "percent"))]}
            value["direction"] = "down" if told(match, "down") else "up"
            value |= qualified(match)
            words = match[0]
            # the risk may stand before its verb: the risk of relapse was reduced by 40%, was 40% lower
            before = release.twin[max(0, match.start() - _SUBJECT) : match.start()]
            linked = _LINKED.search(before) if form is _REDUCTION else None
            if form is _REDUCED_BY:
                words = (before + match[0]).rpartition(b". ")[2]
            elif linked:
                words = before[linked.start() :] + words
            if _ODDS_WORD.search(words):
                value["noun"] = "odds"
            elif _RISK_WORD.search(words):
                value["noun"] = "risk"
            yield Fact("statistic", match.start(), where(match, "of")[0] if form is _REDUCTION else where(match, "percent")[1], value)
