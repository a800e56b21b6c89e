"""A stated difference, multiple or change against the two values that it is made of: STA010."""

import math
from collections.abc import Iterator

from prlint.checks.gaps import stated_gaps
from prlint.checks.rounding import Stretch, Written, plain, written
from prlint.engine.model import Hit
from prlint.language.patterns import Pattern, Span, pattern
from prlint.release.facts.numerals import APPROXIMATELY, COUNTING, NUMBER, PERCENT, in_digits
from prlint.release.facts.shares import AT_LEAST, AT_MOST, LEVEL_FOLLOWS
from prlint.release.model import Release, reached

_MONEY = rf"(?:(?:US|C|A)?[$\x80£] ?|(?:USD|EUR|DKK|SEK|CHF|GBP|NOK) )?{NUMBER}(?: ?(?:million|billion|thousand|[mb]n))?"
_BASE = r"(?:compared (?:to|with)|as compared (?:to|with)|versus|vs\.?|from)"
_CHANGED_BY = pattern(
    rf"\b(?:was|were|of|totall?ed|amounted to|reached) (?P<now>{_MONEY})(?P<gap>[^\n.;()%$\d]{{0,60}}?),? (?:an?"
    r"|the) (?P<way>increase|decrease|decline|growth|reduction) of "
    rf"(?P<by>{_MONEY}),? or (?P<percent>{NUMBER}){PERCENT}"
)
_CHANGED_SINCE = pattern(
    rf"\b(?:was|were|of|totall?ed|amounted to|reached) (?P<now>{_MONEY})(?:,? (?:in"
    rf"|for) [^\n.;()%$]{{3,40}}?)? {_BASE} (?P<then>{_MONEY})(?:,? (?:in|for) [^\n.;()%$]{{3,40}}?)?"
    r"(?:,|\.) (?:an|the|this) (?P<way>increase|decrease|decline|growth"
    rf"|reduction) of (?P<by>{_MONEY}),? or (?P<percent>{NUMBER}){PERCENT}"
)
_CHANGED_PERCENT = pattern(
    rf"\b(?:was|were|of|at|totall?ed|amounted to|reached) (?P<now>{_MONEY})(?: (?:in"
    r"|for) [^\n.;()%$]{3,40}?)?,? (?:was )?(?:an? (?P<way>increase|decrease|decline|growth|reduction) of|(?P<way2>up|down)) "
    rf"(?P<percent>{NUMBER}){PERCENT},? {_BASE} (?:the )?(?P<then>{_MONEY})"
)
_CHANGED_FROM = pattern(
    r"\b(?P<way>increased|decreased|declined|grew|rose"
    rf"|fell)(?: by)? (?P<percent>{NUMBER}){PERCENT},? from (?P<then>{_MONEY}) to (?P<now>{_MONEY})"
)
_CHANGED_TO = pattern(
    r"\b(?P<way>increased|decreased|declined|grew|rose"
    rf"|fell)(?: by)? (?P<by>{_MONEY}),? or (?P<percent>{NUMBER}){PERCENT}(?: \([^\n()]*\))? to (?P<now>{_MONEY})"
)
_BRACKETED = pattern(
    rf"(?P<stated>-?{NUMBER}){PERCENT} (?:(?:relative|absolute) )?(?P<what>difference|higher|lower|reduction|increase|decrease"
    r"|greater|fewer)\b(?:\([A-Za-z0-9]+\)|[^\n;()%]){0,170}"
    rf"\((?P<first>-?{NUMBER}){PERCENT}(?P<middle>[^\n();%\d]{{0,60}})\b(?:vs\.?|versus|compared (?:to"
    rf"|with)) (?P<second>-?{NUMBER}){PERCENT}"
)
_GAIN = r"(?:improvement|increase|gain|benefit|advantage|extension|prolongation)"
_UNITS = rf"(?:(?:{PERCENT}|[ -]percentage[- ]points?|[ -]percent points?|[ -](?:months?|points?|m[lL]|weeks?|days?|years?))(?: \(pp\))?)"
_AFTERWARDS = pattern(
    rf"(?P<first>\b{NUMBER})(?P<unit>{PERCENT}| months?| points?| m[lL]| weeks?| days?"
    r"| years?)(?P<middle>[^\n.;%]{0,90}?)\b(?:vs\.?|versus|compared (?:to|with)) (?:a median (?:of )?|an? )?"
    rf"(?P<second>{NUMBER})(?P<unit2>{PERCENT}| months?| points?| m[lL]| weeks?| days?"
    r"| years?)(?:[a-z]+\d|[^\n.;%\d]){0,70}[,(] ?(?:for )?(?:an? )?(?:"
    rf"(?:[a-z-]+ ){{0,3}}?(?:difference(?: of|[:,=]| was)?|(?P<gain>{_GAIN}) of) (?P<stated>{NUMBER})(?P<unit3>{_UNITS})"
    rf"|(?P<stated2>{NUMBER})(?P<unit4>{_UNITS})(?: [a-z-]+){{0,2}} (?:difference|(?P<gain2>{_GAIN})))"
)
_EXTENSION = pattern(
    rf"(?P<first>\b{NUMBER})(?P<unit> months?)?(?: \[[^\n\[\]]*\])?[^\n.;]{{0,40}}?(?:vs\.?|versus|compared (?:to"
    rf"|with))(?P<middle>[^\n.;\d]{{0,40}}?) (?P<second>{NUMBER}) months?\b"
    rf"(?P<rest>.{{0,220}}?)\ban? (?:[a-z-]+ ){{0,3}}(?P<stated>{NUMBER})-month (?:extension|improvement|difference|increase"
    r"|gain|prolongation|benefit)"
)
_REPRESENTING = pattern(
    rf"(?P<stated>{NUMBER}){PERCENT} (?P<what>reduction|decrease|increase)\b,? (?:representing|from|with"
    rf"|corresponding to) (?P<first>{NUMBER}) [^\n.;%]{{3,90}}?\b(?:vs\.?|versus|compared (?:to|with)) (?P<second>{NUMBER}) "
)
_FOLD = pattern(
    rf"(?P<about>{APPROXIMATELY})?\b(?P<fold>{NUMBER}|{COUNTING})[- ](?:fold|times)[- ](?:greater|higher|larger|longer|more"
    rf"|improvement|increase)\b"
    rf"[^\n.;]{{0,120}}?[ (](?P<first>{NUMBER})(?P<unit>{_UNITS})?(?: [A-Za-z0-9-]+){{0,6}}? (?:versus|vs\.?|compared (?:to"
    rf"|with)) (?:an? |the )?"
    rf"(?P<second>{NUMBER})(?P<unit2>{_UNITS})?"
)
_TOLD_SO = pattern(
    r"\b(?:(?:fold|times|twice|double|triple)(?: higher than)? (?:that of )?(?:the )?(?:placebo|control|sham|vehicle)"
    r"|(?:vaccine|protective) efficacy)\b"
)
_OF_HARMS = pattern(r"\b(?:adverse|safety|discontinu|toxicit|respectively)")
_NEARLY = 0.25  # of a fold that `about` and its like leave
_MODELLED = pattern(r"\b(?:LS|least[ -]squares?|adjusted|model|estimated|hodges|difference of medians|median difference)\b")
_FINANCIAL = (_CHANGED_SINCE, _CHANGED_BY, _CHANGED_PERCENT, _CHANGED_FROM, _CHANGED_TO)
_CLINICAL = (_BRACKETED, _AFTERWARDS, _EXTENSION, _REPRESENTING)
_LENGTHS = (_AFTERWARDS, _EXTENSION)  # what may stand in a release without a percentage
_DOWN = (b"decrease", b"decline", b"reduction", b"down", b"decreased", b"declined", b"fell")


def difference_misstated(release: Release) -> Iterator[Hit]:
    """STA010: a difference, a change or a percentage of change that its two values do not give."""
    seen: list[Span] = []
    yield from _folds(release)
    yield from _multiples(release)
    percentages = any(fact.value["form"] == "percentage" for fact in release.facts_of("statistic"))
    for form in _FINANCIAL + _CLINICAL if percentages else _LENGTHS:
        for groups in form.each(release.twin):
            span = groups[""]
            if any(a < span[1] and span[0] < b for a, b in seen[-8:]):
                continue
            hit = _change(release, groups) if form in _FINANCIAL else _difference(release, form, groups)
            if hit:
                seen.append(span)
                yield hit
    earlier = sorted(seen)
    for span, hit in stated_gaps(release):
        if not reached(earlier, *span) and not any(a < span[1] and span[0] < b for a, b in seen[-8:]):
            seen.append(span)
            yield hit


def _multiples(release: Release) -> Iterator[Hit]:
    """What is told as a multiple of a control's rate or as a vaccine's efficacy; few releases tell either."""
    if _TOLD_SO.search(release.twin):
        from prlint.checks.multiples import misstated_multiples  # a millisecond of a cold run

        yield from misstated_multiples(release)


def _folds(release: Release) -> Iterator[Hit]:
    """`three times greater, with 5.2 points versus 2.9 points`: a multiple that its two values do not give."""
    for groups in _FOLD.each(release.twin):
        words = release.quote(groups["fold"])
        fold = written(in_digits(words)) if words[0].isalpha() else written(words)
        first, second = _number(release, groups, "first"), _number(release, groups, "second")
        units = {release.twin[slice(*groups[name])].strip(b" -").rstrip(b"s") for name in ("unit", "unit2") if name in groups}
        if not fold or not first or not second or len(units) > 1 or min(first.value, second.rounded.low, fold.value - 1) <= 0:
            continue
        if _OF_HARMS.search(release.twin, *groups[""]) or _MODELLED.search(release.twin, *groups[""]):
            continue
        about = release.twin[slice(*groups["about"])].strip().lower().decode("latin-1") if "about" in groups else ""
        spread = _NEARLY * fold.value if about and about not in (*AT_LEAST, *AT_MOST) else 0.0
        least = 0.0 if about in AT_MOST else fold.rounded_or_cut.low - spread
        most = math.inf if about in AT_LEAST else fold.rounded_or_cut.high + spread
        if not Stretch(least, most).meets(Stretch(first.rounded.low / second.rounded.high, first.rounded.high / second.rounded.low)):
            multiple = f"{plain(first.value / second.value)}-fold"
            yield Hit(*groups[""], {"stated": words, "exact": multiple}, related=((groups["fold"], "stated here"),))


def _number(release: Release, groups: dict[str, Span], name: str) -> Written | None:
    if name not in groups:
        return None
    text = release.text[slice(*groups[name])]
    digits = "".join(char for char in text if char.isdigit() or char in ".,-–−")
    return written(digits.strip(",."))


def _unit(release: Release, groups: dict[str, Span], name: str) -> str:
    text = release.text[slice(*groups[name])].casefold() if name in groups else ""
    return next((unit for unit in ("million", "billion", "thousand", "bn") if unit in text), "")


def _change(release: Release, groups: dict[str, Span]) -> Hit | None:
    """A change of an amount, in money and in percent, against the amounts."""
    if len({_unit(release, groups, name) for name in ("now", "then", "by") if name in groups}) > 1:
        return None
    now, then, by, percent = (_number(release, groups, name) for name in ("now", "then", "by", "percent"))
    if not now or not percent:
        return None
    way = groups.get("way") or groups["way2"]
    sign = -1 if release.twin[slice(*way)].lower() in _DOWN else 1
    if then and by:
        gap = Stretch(sign * (now.value - then.value), sign * (now.value - then.value))
        spread = (now.unit + then.unit) / 2
        if not Stretch(gap.low - spread, gap.high + spread).meets(by.rounded):
            return _hit(release, groups, "by", plain(gap.low))
    if not then:
        if not by:
            return None
        then = Written(now.value - sign * by.value, now.unit + by.unit)
    if then.value <= then.unit or (now.value - then.value) * sign < 0:
        return None
    ends = [100 * sign * (n / t - 1) for n in (now.rounded.low, now.rounded.high) for t in (then.rounded.low, then.rounded.high)]
    if Stretch(min(ends), max(ends)).meets(percent.rounded_or_cut):
        return None
    return _hit(release, groups, "percent", plain(100 * abs(now.value / then.value - 1)))


def _difference(release: Release, form: Pattern, groups: dict[str, Span]) -> Hit | None:
    """A difference between two values, in their own unit or relative to one of them."""
    groups["stated"] = groups.get("stated") or groups["stated2"]
    first, second, stated = (_number(release, groups, name) for name in ("first", "second", "stated"))
    sentence = release.sentence_at(groups[""][0])
    if not first or not second or not stated or not sentence or LEVEL_FOLLOWS.match(release.twin, groups[""][1]):
        return None
    if form is _AFTERWARDS and release.twin[slice(*groups["unit"])].split()[-1:] != release.twin[slice(*groups["unit2"])].split()[-1:]:
        return None
    last = max(sentence.end, groups[""][1])
    if _MODELLED.search(release.twin, groups[""][0], min(last, groups["stated"][1] + 40)):
        return None
    gap, spread = abs(first.value - second.value), (first.unit + second.unit) / 2
    allowed: list[Stretch | None] = [] if form is _REPRESENTING else [Stretch(gap - spread, gap + spread)]
    if form in (_BRACKETED, _REPRESENTING) or _may_be_relative(release, groups):
        allowed.append(_relative(first, second))
    told = stated.rounded_or_cut if stated.value >= 0 else stated.rounded.times(-1)
    if any(stretch.meets(told) for stretch in allowed if stretch):
        return None
    exact = plain(100 * gap / second.value) if form is _REPRESENTING and second.value else plain(gap)
    return _hit(release, groups, "stated", exact)


def _may_be_relative(release: Release, groups: dict[str, Span]) -> bool:
    """Whether `an improvement of 38%` may be of the smaller value, and not in points."""
    unit = release.twin[slice(*(groups.get("unit3") or groups.get("unit4") or (0, 0)))]
    return b"point" not in unit and (b"%" in unit or b"cent" in unit) and ("gain" in groups or "gain2" in groups)


def _relative(part: Written, base: Written) -> Stretch | None:
    if base.rounded.low <= 0 or part.rounded.low < 0:
        return None
    ends = [abs(100 * (p / b - 1)) for p in (part.rounded.low, part.rounded.high) for b in (base.rounded.low, base.rounded.high)]
    return Stretch(min(ends), max(ends))


def _hit(release: Release, groups: dict[str, Span], name: str, exact: str) -> Hit:
    return Hit(*groups[""], {"stated": release.text[slice(*groups[name])], "exact": exact}, related=((groups[name], "stated here"),))
