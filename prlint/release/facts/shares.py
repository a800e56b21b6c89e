"""Counts of a total, with the percentage that says the same: `12 of 40 patients (30%)`, `30% (12/40)`, `Of 40 patients, 12 (30%)`."""

from collections.abc import Iterator

from prlint.language.patterns import Pattern, Span, pattern
from prlint.records import Any
from prlint.release.facts.numerals import APPROXIMATELY, COUNT, NUMBER, PERCENT, in_digits, told, where
from prlint.release.model import Fact, Release

_FRACTION = pattern(
    rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+) ?/ ?(?P<total>\d{{1,3}}(?:,\d{{3}})+|\d+)\b"
    rf"|\b(?P<count2>{COUNT}) (?:out )?of (?:the |its |our |all |these |those |a total of )?(?P<total2>{COUNT})\b"
)
_BARRED_BEFORE = pattern(
    r"(?:\b(?:grades?|stages?|phases?|ecog(?: [a-z]+)*|status|hpv|days?|weeks?|types?|class|ISO \d*|score|Q|randomi[sz]ed"
    r"|pressure|ratio(?: of)?)[ -]?|[-/.+\d]|\d,)$"
)
_BARRED_AFTER = pattern(r"(?:[-/.+%]\d|\+| ?mm ?Hg| ?randomi[sz]|[,.]\d| ?(?:mg|ml|mcg|\xb5g|kg)\b)")
_FOLLOWS = pattern(
    rf"(?:[ ,](?:[A-Za-z][A-Za-z0-9'-]*|,)){{0,10}}? ?"
    r"(?:[(\[,;:=] ?|, (?:or|i\.e\.,?|that is,?) |, (?:for an?|an?) (?:[a-z]+ ){0,4}(?:rate|ORR) (?:of )?)"
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>{NUMBER}){PERCENT}"
)
_RESULTS_IN = pattern(
    rf"[^\n;()]{{0,110}}\b(?:resulting in|corresponding to|representing|translating (?:to|into)|yielding|for) an? [^\n0-9.;()]{{0,60}}\bof "
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>{NUMBER}){PERCENT}"
)
_PRECEDES = pattern(
    rf"(?P<about>{APPROXIMATELY})?(?P<percent>\b{NUMBER}){PERCENT}(?P<words>(?: [A-Za-z][A-Za-z0-9'/-]*,?){{0,12}}),? ?(?:\("
    r"(?:[A-Za-z]{1,8}\))?[^\n0-9%;()\[\]]{0,30})?"
    r"[(\[,;:]+ ?(?:[A-Za-z /]{1,24}[;:,=] ?)?(?:n ?= ?|or |i\.e\.,? )?$"
)
_TWO_SIZES = pattern(
    rf"(?P<percent>\b{NUMBER}){PERCENT} \(n ?= ?(?P<count>\d+)\) of (?:the )?(?:patients|participants|subjects|adults"
    r"|children)[^\n0-9.;()]{0,60}\(n ?= ?(?P<total>\d+)\)"
)
_COUNT_THEN_TOTAL = pattern(
    rf"(?P<count>\b{COUNT}) (?:(?:patients?|participants?|subjects?|adults?"
    rf"|children) )?\((?P<percent>{NUMBER}){PERCENT}\) (?:out )?of (?:the )?"
    rf"(?P<total>{COUNT})(?: (?:[a-z-]+ ){{0,2}}(?:patients|participants|subjects|adults|children|on|in|who|completed"
    rf"|responded|achieved|had|were)\b|[.;])"
)
_COUNT_THEN_SIZE = pattern(
    rf"(?P<count>\b{COUNT}) (?:(?:patients?|participants?|subjects?|adults?|children|women|men|eyes) )?\((?P<percent>{NUMBER}){PERCENT}\)"
    r"(?P<arm>[^\n.;,()%\d]{0,30}(?:[A-Z]+-?\d+)?[^\n.;,()%\d]{0,30})\(n ?= ?(?P<total>\d+)\)"
)
_COUNT_THEN_COHORT = pattern(
    rf"(?P<count>\b{COUNT}) (?:(?:patients?|participants?|subjects?|adults?|children|people) )?\((?P<percent>{NUMBER}){PERCENT}\)"
    r" (?:in|of|from) (?:the|a|this|our) (?P<total>\d+)-(?:patient|participant|subject|person|adult)"
    r" (?:cohort|group|arm|trial|study|population)\b"
)
_TOTAL_THEN_COUNT = pattern(
    rf"\bof (?:the |all |these |those )?(?P<total>{COUNT}) (?:[a-z-]+ ){{0,3}}(?:patients|participants|subjects|adults"
    r"|children|women|men|infants|people|eyes|samples|specimens|procedures|lesions)\b(?P<who>[^\n.;()%\d]{0,60}), "
    rf"(?P<count>{COUNT})\b(?P<what>[^\n.;()%\d]{{0,60}})(?:\(|, or )(?P<percent>{NUMBER}){PERCENT}[),]"
)
_COUNT_LATER = pattern(rf"(?P<count>\b{COUNT}) (?:(?:patients|participants|subjects) )?\((?P<percent>{NUMBER}){PERCENT}\)")
_OF_ARM = pattern(
    r"\)? (?:patients )?(?:in|on|of|with|receiving|treated with|assigned to|given) "
    r"[^\n.;,(]{1,60}?\b(?:and|versus|vs|compared)\b [^\n.;(]{0,40}\("
)
_JOINED_SHARE = pattern(rf"{NUMBER}{PERCENT}\),? (?:and|or) $")
_OTHER_ARM = pattern(r"\b(?:and|than|versus|vs|compared|while|whereas|but|with placebo|of|in which)\b")
_OF_A_PART = pattern(
    r"\b(?:including|of (?:whom|which|these|those|the)|among|arms?|groups?|cohorts?|placebo|control|versus|vs|compared|respectively"
    r"|receiv(?:ed|ing)|randomi[sz]ed|assigned)\b|\bmg\b"
)
_OF_THEM = pattern(r" of (?:them|these|those|whom|which|the)\b")
_ANOTHER_TOTAL = pattern(
    r"\b(?:arms?|groups?|cohorts?|receiv(?:ed|ing)|treated|on|with|randomi[sz]ed|placebo|whom|which|and"
    r"|were|median|mean)\b"
)
_NOT_A_SHARE = pattern(
    r"^ ?(?:against |reductions?|improvements?|decreases?|increases?|declines?|changes?|thresholds?|or (?:more"
    r"|greater|less|higher|better)|CI\b|confidence|credible|lower|higher|greater|fewer|less|more)\b|\b(?:versus|vs|compared"
    r"|respectively)\b"
)
_THRESHOLD = pattern(r"(?:[<>≤≥]|\bat least|\bmore than|\bgreater than|\bless than|\bover|\bup to|-) ?(?:an? )?$")
_OF_EFFECT = pattern(r"\b(?:efficacy|effectiveness|VE)\b[^\n.;%\d]{0,60}$")  # what a vaccine spared, of both arms
LEVEL_FOLLOWS = pattern(r" ?(?:two-sided |one-sided |repeated |exact )?(?:C\.?I\b|confidence|credible|CrI\b)")
AT_LEAST = ("over", "more than", "greater than", "at least", ">", "\x9b")
AT_MOST = ("up to", "less than", "under", "as much as", "as high as", "almost", "nearly", "<", "\x8b")


def read_counts(release: Release) -> Iterator[Fact]:
    """Facts of form count: {count, total, percent?, approximate?, at_least?, at_most?, slash?, ends}.

    `slash` tells `12/40` from `12 of 40`; `ends` is where the count itself ends, from the start of the fact.
    """
    for form in (_TWO_SIZES, _COUNT_THEN_TOTAL, _COUNT_THEN_SIZE, _COUNT_THEN_COHORT, _TOTAL_THEN_COUNT):
        yield from _apart(release, form)
    yield from _later(release)
    for match in _FRACTION.finditer(release.twin):
        start, end = match.span()
        slash = bool(told(match, "count"))
        before = release.twin[max(0, start - 24) : start].rpartition(b"\n")[2]
        if slash and (_BARRED_BEFORE.search(before) or _BARRED_AFTER.match(release.twin, end)):
            continue
        count, total = (in_digits(told(match, name) or told(match, f"{name}2")) for name in ("count", "total"))
        if int(count) <= int(total):
            yield _count(release, (start, end), {"form": "count", "count": count, "total": total, "slash": slash})


def _apart(release: Release, form: Pattern) -> Iterator[Fact]:
    """Counts whose total stands apart from them; another group of patients in between makes the total another one."""
    for groups in form.each(release.twin):
        if "what" in groups and _ANOTHER_TOTAL.search(release.twin[slice(*groups["what"])]):
            continue
        if "what" in groups and _is_of_arms(release, groups):
            continue
        before = release.twin[max(0, groups[""][0] - 20) : groups[""][0]]
        if "arm" in groups and (_OTHER_ARM.search(release.twin, *groups["arm"]) or _JOINED_SHARE.search(before)):
            continue
        count, total = (in_digits(release.text[slice(*groups[name])]) for name in ("count", "total"))
        if int(count) <= int(total):
            start, end = groups[""]
            value = {"form": "count", "count": count, "total": total, "percent": release.text[slice(*groups["percent"])]}
            yield Fact("statistic", start, end, {**value, "ends": end - start})


def _is_of_arms(release: Release, groups: dict[str, Span]) -> bool:
    """Whether a share after `Of the 60 adults randomized,` is that of an arm: one is named right behind it."""
    sentence = release.sentence_at(groups[""][0])
    end = groups[""][1]
    return _OF_ARM.match(release.twin, end, max(end, sentence.end if sentence else end)) is not None


def _later(release: Release) -> Iterator[Fact]:
    """The further counts of `Of the 50 patients, 18 (36%) responded, 20 (40%) had …`, which are all of that total."""
    for groups in _TOTAL_THEN_COUNT.each(release.twin):
        sentence = release.sentence_at(groups[""][0])
        at, end = groups[""][1], sentence.end if sentence else groups[""][1]
        if _ANOTHER_TOTAL.search(release.twin, *groups["what"]) or _is_of_arms(release, groups):
            continue
        for match in _COUNT_LATER.each(release.twin, at, end):
            if _OF_A_PART.search(release.twin, at, match[""][0]) or _OF_THEM.match(release.twin, match[""][1]):
                break
            count, total = (in_digits(release.text[slice(*span)]) for span in (match["count"], groups["total"]))
            start, stop = match[""]
            value = {
                "form": "count",
                "count": count,
                "total": total,
                "percent": release.text[slice(*match["percent"])],
                "ends": stop - start,
            }
            yield Fact("statistic", start, stop, value)


def _count(release: Release, span: Span, value: dict[str, Any]) -> Fact:
    """The fact of a count, with the percentage beside it if there is one; `ends` is where the count itself ends."""
    start, end = span
    found = _percent_of(release, start, end)
    if found:
        percent, about = found
        value["percent"] = release.text[slice(*percent)]
        value |= about
        start, end = min(start, percent[0]), max(end, percent[1])
    return Fact("statistic", start, end, {**value, "ends": span[1] - start})


def _percent_of(release: Release, start: int, end: int) -> tuple[Span, dict[str, bool]] | None:
    """The span of the percentage that says the same as a count, and how it is qualified."""
    twin, block = release.twin, release.block_at(start)
    first, last = (block.start, block.end) if block else (0, len(twin))
    for form in (_FOLLOWS, _RESULTS_IN):
        match = form.match(twin, end, last)
        if not match or LEVEL_FOLLOWS.match(twin, match.end()):
            continue
        closed = twin[match.end() : match.end() + 1] in (b")", b"]")
        if closed or not _NOT_A_SHARE.search(twin[match.end() : min(last, match.end() + 14)]):
            return where(match, "percent"), qualified(match)
    begin = max(first, start - 150)
    match = _PRECEDES.search(twin[begin:start])
    if match and not _NOT_A_SHARE.search(told(match, "words").encode("latin-1")):
        at = begin + match.start()
        if _THRESHOLD.search(twin[max(first, at - 14) : at]) or _OF_EFFECT.search(twin[max(first, at - 90) : at]):
            return None
        span = where(match, "percent")
        return (begin + span[0], begin + span[1]), qualified(match)
    return None


def qualified(match: Any) -> dict[str, bool]:
    """What the words before a number make of it: {approximate}, and {at_least} or {at_most} where they set a bound."""
    words = told(match, "about").lower().strip()
    if not words:
        return {}
    if words in AT_LEAST:
        return {"approximate": True, "at_least": True}
    return {"approximate": True, "at_most": True} if words in AT_MOST else {"approximate": True}
