"""One rate told as a multiple of another, or as what a vaccine spared: further forms of STA010.

`52%, about twice the placebo rate (25%)`, `57% and 37%, three- and two-fold the rate on placebo (19%)`, `vaccine efficacy was
80% (6 of 400 versus 30 of 400)`.
"""

import math
from collections.abc import Iterator

from prlint.checks.rounding import Stretch, Written, plain, written
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.facts.numerals import APPROXIMATELY, COUNT, COUNTING, NUMBER, PERCENT, in_digits
from prlint.release.facts.shares import AT_LEAST, AT_MOST, LEVEL_FOLLOWS
from prlint.release.model import Release

_NEARLY = 0.1  # of a multiple that is told without a decimal, beyond its rounding
_FEWEST_DIGITS = 3  # of the size of an arm of a vaccine trial
_LOOSE = 3.0  # points that an efficacy by time at risk may differ from one by counts
_TIMES = rf"(?:{NUMBER}|{COUNTING})"
_OF_CONTROL = pattern(
    rf"(?P<about>{APPROXIMATELY})?\b(?:(?P<fold>{_TIMES})(?:- and (?P<fold2>{_TIMES}))?[- ](?:fold|times)(?: higher than)?|(?P<twice>twice"
    r"|double|triple)) (?:that of |the )?(?:the )?(?:placebo|control|sham|vehicle)(?:-treated)?(?: group| arm)?"
    rf"(?: (?:response |remission )?rate)?(?: of |,? ?\(|, )(?P<rate>{NUMBER}){PERCENT}"
)
_SHARE = pattern(rf"(?:^|[ (~])(?P<percent>{NUMBER}){PERCENT}")
_EFFICACY = pattern(
    rf"\b(?:vaccine|protective) efficacy\b(?: ?\(VE\))?[^\n.;%()\d]{{0,80}}? (?:was|of|reached|is|:) ?(?P<told>-?{NUMBER}){PERCENT}"
)
_CASES = pattern(
    rf"\b(?P<count>{COUNT})(?: (?:(?:confirmed |symptomatic )?(?:cases?|infections?|participants?|recipients?|events?) )?"
    r"(?:among|in|out of|of) (?:the )?| ?/ ?)(?P<total>\d{1,3}(?:,\d{3})+|\d+)\b"
)
_ATTACK = pattern(rf"\battack rates?\b[^\n.;%\d]{{0,40}}?(?P<first>{NUMBER}){PERCENT}[^\n.;%\d]{{0,60}}?(?P<second>{NUMBER}){PERCENT}")
_BY_TIME = pattern(
    r"\b(?:person-years?|patient-years?|hazard|incidence rates?|adjusted|poisson|cox|modell?ed|relative vaccine|follow-up)\b"
)


def misstated_multiples(release: Release) -> Iterator[Hit]:
    """Multiples of a control's rate, and efficacies of a vaccine, that the rates beside them do not give."""
    for groups in _OF_CONTROL.each(release.twin):
        yield from _of_control(release, groups)
    for groups in _EFFICACY.each(release.twin):
        yield from _efficacy(release, groups)


def _of_control(release: Release, groups: dict[str, Span]) -> Iterator[Hit]:
    """Each multiple against the share of patients that stands for it: the last before it, in their order."""
    sentence = release.sentence_at(groups[""][0])
    control = written(release.text[slice(*groups["rate"])])
    names = [name for name in ("fold", "fold2", "twice") if name in groups]
    if not sentence or not control or control.rounded.low <= 0:
        return
    shares = [found["percent"] for found in _SHARE.each(release.twin, sentence.start, groups[""][0])]
    if len(shares) != len(names):
        return
    about = release.text[slice(*groups["about"])].strip().lower() if "about" in groups else ""
    for name, span in zip(names, shares, strict=True):
        share, times = written(release.text[slice(*span)]), _times(release.text[slice(*groups[name])])
        if share and times and not _allowed(times, about).meets(_ratio(share, control)):
            stated = release.text[slice(*groups[name])]
            related = ((span, "of this share"), (groups["rate"], "and of this one"))
            yield Hit(*groups[name], {"stated": stated, "exact": f"{plain(share.value / control.value)}-fold"}, related=related)


def _times(word: str) -> Written | None:
    fixed = {"twice": "2", "double": "2", "triple": "3"}.get(word.lower())
    return written(fixed or (in_digits(word) if word[0].isalpha() else word))


def _allowed(times: Written, about: str) -> Stretch:
    """The ratios that a multiple may stand for, with the word before it; a whole number is seldom exact."""
    spread = 0.0 if times.unit < 1 else _NEARLY * times.value
    if about in AT_LEAST:
        return Stretch(times.value, math.inf)
    return Stretch(0.0 if about in AT_MOST else times.rounded_or_cut.low - spread, times.rounded_or_cut.high + spread)


def _ratio(share: Written, control: Written) -> Stretch:
    return Stretch(share.rounded.low / control.rounded.high, share.rounded.high / control.rounded.low)


def _efficacy(release: Release, groups: dict[str, Span]) -> Iterator[Hit]:
    """An efficacy against the cases of both arms, or their attack rates, where its sentence tells one pair of them."""
    sentence, told = release.sentence_at(groups[""][0]), written(release.text[slice(*groups["told"])])
    if not sentence or not told or LEVEL_FOLLOWS.match(release.twin, groups[""][1]):
        return
    if _BY_TIME.search(release.twin, sentence.start, sentence.end):
        return
    rates = _attack_rates(release, sentence.start, sentence.end)
    if len(rates) != 2 or min(rate.low for rate in rates) <= 0:
        return
    few, many = sorted(rates, key=lambda rate: rate.low)
    less, more = Stretch(few.low / many.high, few.high / many.low), Stretch(many.low / few.high, many.high / few.low)
    expected = (less if told.value >= 0 else more).times(100).complement(100)
    if not Stretch(expected.low - _LOOSE, expected.high + _LOOSE).meets(told.rounded_or_cut):
        stated = release.text[slice(*groups["told"])]
        yield Hit(*groups[""], {"stated": f"{stated}%", "exact": f"{plain((expected.low + expected.high) / 2)}%"})


def _attack_rates(release: Release, start: int, end: int) -> list[Stretch]:
    """The rates at which the arms fell ill: cases of a total, else attack rates in percent."""
    rates = []
    for found in _CASES.each(release.twin, start, end):
        count, total = (int(in_digits(release.text[slice(*found[name])])) for name in ("count", "total"))
        if len(str(total)) >= _FEWEST_DIGITS and count <= total:
            rates.append(Stretch(count / total, count / total))
    told = _ATTACK.first(release.twin, start, end)
    if rates or not told:
        return rates
    numbers = [written(release.text[slice(*told[name])]) for name in ("first", "second")]
    return [number.rounded.times(0.01) for number in numbers if number]
