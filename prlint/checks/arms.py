"""Arms against the total that they make up: STA009."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.facts.numerals import COUNT, in_digits
from prlint.release.model import Release, reached

_N = r"\d{1,3}(?:,\d{3})+|\d{1,5}"
_PEOPLE = r"(?:patients|participants|subjects|adults|children|individuals|volunteers)\d?"  # with the number of a footnote
_GROUP = r"(?:[a-z][a-z-]* ){0,2}[a-z][a-z-]*"
_SPLIT = pattern(
    rf"\b(?P<total>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b[^\n.;()]{{0,70}}\((?P<parts>(?:{_N}) {_GROUP} and "
    rf"(?:{_N}) {_GROUP})\)"
)
_RANDOMISED = pattern(
    rf"\b(?P<total>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b[^\n.;()\d]{{0,90}}\brandomi[sz]ed\b[^\n.;()]{{0,70}}(?P<parts>\(n ?= ?"
    rf"(?:{_N})\)(?:[^\n.;()]{{1,60}}\(n ?= ?(?:{_N})\)){{1,3}})"
)
_RESPECTIVELY = pattern(
    rf"\bamong (?:the |all )?(?P<total>{_N}) {_PEOPLE}\b[^\n.;\d]{{0,90}}(?:[A-Z]+-\d+[^\n.;\d]{{0,60}})?\bfor (?P<parts>"
    rf"(?:{_N}) {_GROUP} and (?:{_N}) {_GROUP}) (?:were|was)\b[^\n;]{{0,60}}\brespectively\b"
)
_TABLE = pattern(rf"\bNumber of {_PEOPLE}[^\n().\n]{{0,40}}\((?P<total>{_N})\)")
# `400 patients were randomly assigned to FRX-101 (n=210) or placebo (n=190)`, `600 were randomized (FRX-101, n=302; placebo, n=298)`
_LISTED = pattern(
    rf"\b(?P<total>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b(?P<gap>[^\n;()]{{0,130}}?)(?P<parts>(?:\(n ?="
    rf" ?(?:{_N})\)[^\n.;()]{{1,60}}){{1,3}}\(n ?= ?(?:{_N})\)"
    rf"|\([^\n()=]{{2,40}}[,:]? n ?= ?(?:{_N})(?:[;,] [^\n()=]{{2,50}}[,:]? n ?= ?(?:{_N})){{1,3}}\))"
)
# `300 patients were randomized: 151 to FRX-101 and 149 to placebo`, `300 patients: 151 active, 149 placebo`
_TOLD = pattern(
    rf"\b(?P<total>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b(?P<gap>[^\n.;()\d]{{0,60}}?)[,:] ?(?:with |of whom"
    rf" )?(?P<parts>(?P<first>{_N}) (?:{_PEOPLE} )?"
    rf"(?P<verb>(?:were |was )?(?:randomi[sz]ed|assigned|allocated|received|given|treated|in|on|to|receiving"
    rf"|active)\b)[^\n.;:()]{{0,60}}?,? (?:and |, )?"
    rf"(?P<second>{_N}) (?:{_PEOPLE} )?(?:(?:were |was )?(?:randomi[sz]ed|assigned|allocated|received|given|treated|in|on|to"
    rf"|receiving) ){{0,2}}[^\n.;:()\d]{{0,30}}?\b(?:placebo"
    r"|controls?|sham|vehicle|comparator)\b)"
)
# `90 patients entered the trial, 30 in each of the three groups`
_EQUAL = pattern(
    rf"\b(?P<total>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b[^\n.;()\d]{{0,60}}[,:(] ?(?P<each>{_N}) (?:{_PEOPLE} )?"
    r"(?:in|to|per|for) each of (?:the |its )?(?P<groups>two|three|four|five|six|[2-6]) (?:[a-z]+ ){0,2}?(?:arms|groups|cohorts)\b"
)
# `72 treated patients were followed. Thirty received FRX-101 once a day; 42 received FRX-101 twice a day.`
_GIVEN = r"(?:received|were treated with|were given|were on)"
_NEXT = pattern(
    rf"\b(?P<first>{COUNT}) (?:{_PEOPLE} )?{_GIVEN} (?P<what>[^\n.;,()]{{3,60}}?)(?:;|,? and|,) "
    rf"(?P<second>{COUNT}) (?:{_PEOPLE} )?{_GIVEN} (?P<other>[^\n.;,()]{{3,60}})"
)
_ALL = pattern(rf"\b(?P<total>{_N}) (?:(?:treated|enrolled|randomi[sz]ed|dosed|evaluable|eligible) )?{_PEOPLE}\b")
_EARLIER = pattern(r"\b(?:prior|previous(?:ly)?|concomitant|subsequent|rescue|additional|at least|any|also)\b")
_STOP = 2  # a full stop and the blank behind it
_SAME = 6  # letters with which two arms of one medicine begin alike
_MEASURED = pattern(
    r"(?:^|[ (~])(?P<number>\d(?:[\d,]*\d)?)(?:\.\d+)?(?P<unit>(?: |-)?(?:mg|mcg|\xb5g|ug|kg|ml|weeks?|months?|days?|years?"
    r"|hours?|iu|%|:\d))?"
)
_ENROLLED = pattern(
    r"\b(?:randomi[sz](?:ed|es)|assigned|allocated|enrol(?:l)?ed|included|compris(?:ed|ing)|treated|split|divided|distributed)\b"
)
_RECEIVED = pattern(r"\b(?:received|given|treated|receiving|on)\b")
_SIZE_TOLD = pattern(rf"\bn ?= ?(?P<n>{_N})\b")
_AHEAD = 160  # code points before a total in which its verb stands
_TAIL = 40  # code points after a list in which another arm would stand
_ONWARDS = pattern(r",? (?:and|or|plus)\b[^\n.;]{0,40}\(n ?=|, [^\n.;()]{1,40}\(n ?=|,? (?:and|,) \d+ (?:to|on|received|in)\b")
_SIZE = pattern(rf"\(N ?= ?(?P<n>{_N})\)")
_NUMBER = pattern(rf"(?:^|[ (=])(?P<n>{_N})\b")
# Splits of which nobody is left out; any other list of groups may be a part of the patients only.
_WHOLE = tuple(
    pattern(rf"\b(?:{one})\b.*\b(?:{other})\b|\b(?:{other})\b.*\b(?:{one})\b")
    for one, other in (
        ("adults?", "p(?:a)?ediatric|children|adolescents?"),
        ("men|males?", "women|females?"),
        ("active|treatment|treated|drug|vaccine|[A-Z]+-[0-9]+", "placebo|control|vehicle|sham|untreated"),
        ("[a-z]+[ -]naive", "previously treated|pre-?treated|[a-z]+[ -]experienced"),
    )
)
_PARTIAL = pattern(
    r"\b(?:including|of (?:whom|which)|among them|at least|approximately|about|excluding|per-protocol|evaluable"
    r"|crossed|crossover)\b"
)


def arm_sizes_do_not_sum(release: Release) -> Iterator[Hit]:
    """STA009: arms that are all listed and do not add up to the total."""
    sized = any(fact.value["form"] == "size" for fact in release.facts_of("statistic"))
    seen: list[Span] = []
    for form in (_SPLIT, _RESPECTIVELY, _RANDOMISED) if sized else (_SPLIT, _RESPECTIVELY):
        for groups in form.each(release.twin):
            start, end = groups["parts"]
            if _PARTIAL.search(release.twin, max(0, groups[""][0] - 15), groups[""][1]):
                continue
            if form is not _RANDOMISED and not any(pair.search(release.twin[start:end]) for pair in _WHOLE):
                continue
            number = _SIZE if form is _RANDOMISED else _NUMBER
            parts = [_count(release, (start + found["n"][0], start + found["n"][1])) for found in number.each(release.twin[start:end])]
            seen.append(groups[""])
            yield from _compared(release, groups[""], groups["total"], parts)
    yield from _assigned(release, sorted(seen), sized=sized)
    yield from _in_next_sentence(release)
    for groups in _EQUAL.each(release.twin):
        if not _PARTIAL.search(release.twin, max(0, groups[""][0] - 15), groups[""][1]):
            parts = [_count(release, groups["each"])] * _count(release, groups["groups"])
            yield from _compared(release, groups[""], groups["total"], parts)
    for groups in _TABLE.each(release.twin) if sized else ():
        block = release.block_at(groups[""][0])
        sizes = [_count(release, found["n"]) for found in _SIZE.each(release.twin, groups[""][1], block.end if block else None)]
        yield from _compared(release, groups[""], groups["total"], sizes)


def _assigned(release: Release, seen: list[Span], *, sized: bool) -> Iterator[Hit]:
    """Arms that patients were assigned to, in brackets with their sizes or in words."""
    for groups in _LISTED.each(release.twin) if sized else ():
        if not reached(seen, *groups[""]) and _is_whole(release, groups):
            start, end = groups["parts"]
            parts = [_count(release, (start + found["n"][0], start + found["n"][1])) for found in _SIZE_TOLD.each(release.twin[start:end])]
            yield from _compared(release, groups[""], groups["total"], parts)
    for groups in _TOLD.each(release.twin):
        if not reached(seen, *groups[""]) and _is_whole(release, groups):
            parts = [_count(release, groups["first"]), *_between(release, groups), _count(release, groups["second"])]
            # of those who were assigned some need not have been treated
            lost = _RECEIVED.search(release.twin, *groups["verb"]) is not None and sum(parts) < _count(release, groups["total"])
            if not lost:
                yield from _compared(release, groups[""], groups["total"], parts)


def _in_next_sentence(release: Release) -> Iterator[Hit]:
    """Two groups of one medicine that a sentence counts, against all patients, whom the sentence before it counts."""
    for groups in _NEXT.each(release.twin):
        sentence = release.sentence_at(groups[""][0])
        if not sentence or groups[""][0] != sentence.start or groups[""][1] < sentence.end - _STOP:
            continue
        if _EARLIER.search(release.twin, sentence.start, sentence.end):
            continue
        block = release.block_at(sentence.start)
        before = release.sentence_at(max(sentence.start - 2, 0))
        totals = list(_ALL.each(release.twin, before.start, before.end)) if before and block and before.start >= block.start else []
        what, other = (release.twin[slice(*groups[name])].lower() for name in ("what", "other"))
        alike = what[:_SAME] == other[:_SAME]
        if len(totals) == 1 and alike and before and not _PARTIAL.search(release.twin, before.start, before.end):
            span = (totals[0][""][0], groups[""][1])
            yield from _compared(release, span, totals[0]["total"], [_count(release, groups[name]) for name in ("first", "second")])


def _is_whole(release: Release, groups: dict[str, Span]) -> bool:
    """Whether a list of arms is of all who are counted: they were assigned, nobody is counted between, and no arm follows."""
    start, end = groups[""]
    sentence = release.sentence_at(start)
    begin = max(sentence.start, start - _AHEAD) if sentence else start
    gap = release.twin[slice(*groups["gap"])]
    if _PARTIAL.search(release.twin, begin, end) or _ONWARDS.match(release.twin, end, end + _TAIL):
        return False
    if not _ENROLLED.search(release.twin, begin, groups["parts"][1]):
        return False
    return all("unit" in found for found in _MEASURED.each(gap))


def _between(release: Release, groups: dict[str, Span]) -> list[int]:
    """The sizes of arms between the first and the last: numbers without a unit."""
    start, end = groups["verb"][1], groups["second"][0]
    numbers = [found["number"] for found in _MEASURED.each(release.twin, start, end) if "unit" not in found]
    return [_count(release, span) for span in numbers]


def _count(release: Release, span: Span) -> int:
    return int(in_digits(release.text[slice(*span)]))


def _compared(release: Release, span: Span, total: Span, parts: list[int]) -> Iterator[Hit]:
    stated = _count(release, total)
    if len(parts) > 1 and sum(parts) != stated:
        yield Hit(*span, {"sum": " + ".join(str(part) for part in parts), "made": sum(parts), "total": stated})
