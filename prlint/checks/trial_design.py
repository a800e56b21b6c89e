"""What a release of results must say of its trial: how it was made, whom it analysed, and what became of every arm."""

import re
from collections.abc import Iterator

from prlint.checks.claims import sentence_of
from prlint.checks.results import announcement, is_recalled
from prlint.engine.model import Hit
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_TOLD_IN = ("headline", "subheadline", "lead", "body", "subheading", "about-trial", "about-product")
_ELEMENTS = (
    ("phase", "phase-told"),
    ("allocation and blinding", "allocation-told"),
    ("number of patients", "trial-size-told"),
    ("population", "trial-population-told"),
    ("comparator", "comparator-told"),
)
_FEWEST_MISSING = 2

_NUMBER = compiled(r"\d[\d,]*")
_BEHIND = pattern(r"(?:trial|study) of ")
_LEAST_ANALYSED = 0.5  # fewer are a subgroup, which is another rule's

_UNIT = r"(?:mg/kg|mg|mcg|µg|ug|micrograms?|milligrams?|g|IU|vg/(?:eye|kg))"
_ONE_DOSE = rf"\d+(?:\.\d+)?(?:[ -]?{_UNIT})?"
_CODE = r"(?:[A-Z]{2,5}-?\d{2,6} (?:at )?)?"
_DOSES = pattern(rf"\b{_ONE_DOSE}(?:(?: dose| arm| group)?(?:,| or| and|, or|, and) (?:an? |the )?{_CODE}{_ONE_DOSE}){{1,3}}\b")
_AMOUNT = compiled(rf"(?<![A-Za-z\d.-])(\d+(?:\.\d+)?)(?:[ -]?({_UNIT}))?\b")
_ASSIGNED = pattern(
    r"\b(?:randomi[sz]ed|assigned|allocated|evaluat(?:ed|ing|es)|tested|compar(?:ed|ing|es)"
    r"|arms?|dose groups?|primary (?:efficacy )?end ?points?|received [^.;\n]{1,60} or (?:matching )?(?:placebo|vehicle|sham))\b"
)


def trial_design_elements(release: Release) -> Iterator[Hit]:
    """TRL005: a release of results that leaves out two or more of the things that tell how the trial was made."""
    if not _is_of_a_trial(release):
        return
    told_in = release.sections_of(*_TOLD_IN)
    missing = [name for name, term in _ELEMENTS if not any(release.glimpse(term, part.start, part.end) for part in told_in)]
    if release.profile.product == "device" and "phase" in missing:
        missing.remove("phase")
    place = announcement(release) if len(missing) >= _FEWEST_MISSING else None
    if place:
        yield Hit(*place, {"missing": _listed(missing)})


def _is_of_a_trial(release: Release) -> bool:
    """Whether the news of the release is the results of a trial in people."""
    term = "human-trial" if "preclinical" in release.profile.traits else "trial-of-patients"
    return not is_recalled(release) and any(True for _ in release.find_in(term, "headline", "subheadline", "lead"))


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]


def analysed_population_unnamed(release: Release) -> Iterator[Hit]:
    """TRL006: fewer people were analysed than were taken in, and the release does not say which."""
    totals = {_number(release, span): span for span in release.find_in("randomised-total", *_TOLD_IN)}
    if len(totals) != 1:
        return  # several trials, or several steps of one: the numbers cannot be set against each other
    ((total, taken_in),) = totals.items()
    for span in release.find_in("analysed-number", *_TOLD_IN):
        number = _number(release, span)
        block = release.block_at(span[0])
        if not block or not total * _LEAST_ANALYSED <= number < total:
            continue
        if not release.has("analysis-set-named", block.start, block.end):
            yield Hit(*span, {"analysed": number, "total": total}, related=((taken_in, "taken into the trial"),))
            return


def _number(release: Release, span: Span) -> int:
    found = _NUMBER.findall(release.quote(span))
    behind = _BEHIND.match(release.twin, *span)  # `a trial of FRX-101 in 240 adults`
    return int(found[-1 if behind else 0].replace(",", "")) if found else 0


def arm_without_result(release: Release) -> Iterator[Hit]:
    """TRL007: of the doses that a trial tested, one has results and another is never heard of again."""
    if not any(fact.value["form"] in _OUTCOMES for fact in release.facts_of("statistic")):
        return
    for span in _DOSES.spans(release.twin):
        sentence = sentence_of(release, span)
        doses = _doses(release.quote(span))
        if sentence.section not in _TOLD_IN or len(doses) < 2 or not _ASSIGNED.search(release.twin, sentence.start, sentence.end):
            continue
        yield from _silent_arms(release, span, doses)
        return


_OUTCOMES = frozenset(("p", "interval", "ratio", "count", "percentage", "reduction", "median", "difference"))


def _doses(text: str) -> dict[str, str]:
    """The doses of a list, as they are looked for elsewhere: amount, and the unit that stands with it or at the end."""
    found = _AMOUNT.findall(text)
    unit = found[-1][1] if found else ""
    return {amount: own or unit for amount, own in found} if unit else {}


def _silent_arms(release: Release, span: Span, doses: dict[str, str]) -> Iterator[Hit]:
    """The doses of a design that no sentence with figures names, where one names another of them."""
    told: set[str] = set()
    facts = [fact for fact in release.facts_of("statistic") if fact.value["form"] in _OUTCOMES and fact.start >= span[1]]
    for sentence in {sentence_of(release, (fact.start, fact.end)) for fact in facts}:
        if sentence.section not in _TOLD_IN or sentence.start <= span[0] < sentence.end:
            continue
        if release.has("doses-together", sentence.start, sentence.end):
            return
        text = release.text[sentence.start : sentence.end]
        told |= {amount for amount in doses if re.search(rf"(?<![\d.]){re.escape(amount)}(?![\d.%]|\.\d)", text)}
    silent = [amount for amount in doses if amount not in told]
    if told and silent:
        yield Hit(*span, {"arm": f"{silent[0]} {doses[silent[0]]}"})
