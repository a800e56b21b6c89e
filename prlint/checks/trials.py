"""Trials: their numbers in public registries."""

from collections.abc import Iterator

from prlint.checks.claims import sentence_of
from prlint.checks.results import announcement, reports_results
from prlint.checks.trial_design import analysed_population_unnamed, arm_without_result, trial_design_elements
from prlint.checks.trial_style import eu_trial_id_malformed, phase_style
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

__all__ = [
    "analysed_population_unnamed",
    "arm_without_result",
    "eu_trial_id_malformed",
    "nct_malformed",
    "phase_style",
    "trial_design_elements",
    "trial_id_missing",
]

_NUMBER = pattern(r"\bNCT[ #:.-]*(?:no\.?|number)? ?(\d{5,12}|0\d{2,5}[ -]\d{2,5})\b")
_RIGHT = pattern(r"NCT0\d{7}\b", case=True)
# The letters in another order; and the digits alone, behind the name of the registry.
_MISLETTERED = pattern(
    r"\b(?:NTC|CNT|TNC)[ #:-]?(?P<turned>0\d{7})\b"
    r"|\bclinicaltrials\.gov (?:trial |study |registry |registration ){0,2}(?:identifier|identification|id|number|no\.?|nr\.?)"
    r"[ :#(]{0,3}(?P<bare>0\d{7})\b"
)
_KINDS = frozenset({"topline", "approval", "conference"})
_EIGHT = 8  # digits of a ClinicalTrials.gov number


def trial_id_missing(release: Release) -> Iterator[Hit]:
    """A trial's results, or its start, are news, and no registry number stands anywhere."""
    if release.find("registry-number") or any(fact.value.get("valid", True) for fact in release.facts_of("trial-id")):
        return
    place = _started(release)
    if place is None and (reports_results(release) or not release.profile.kinds.isdisjoint(_KINDS) or _promises_data(release)):
        place = _told_of(release, "headline", "subheadline", "lead") or _told_of(release, "body", "about-trial", "about-product")
        if place is None and reports_results(release) and release.find("human-trial"):
            place = announcement(release)
            place = place if place and not _is_unregistered(release, place) else None
    if place:
        yield Hit(*place)


def _is_unregistered(release: Release, span: Span) -> bool:
    """Whether what a sentence announces is no trial: a survey, a study of costs, a registry."""
    sentence = sentence_of(release, span)
    return release.has("unregistered-study", sentence.start, sentence.end)


def _promises_data(release: Release) -> bool:
    """Whether the headline is about data, and the release about nothing else."""
    headlines = release.sections_of("headline")
    return release.profile.kind == "other" and any(release.has("trial-told", s.start, s.end) for s in headlines)


def _told_of(release: Release, *kinds: str) -> Span | None:
    """The first trial in people that sections of these kinds tell results of; none where it is of animals, registries or volunteers."""
    for span in release.find_in("human-trial", *kinds):
        sentence = sentence_of(release, span)
        if not release.has("unregistered-study", sentence.start, sentence.end) and release.has("trial-told", sentence.start, sentence.end):
            return span
    return None


def _started(release: Release) -> Span | None:
    """A sentence of headline or lead that says that a trial in patients has begun."""
    for span in release.find_in("trial-started", "headline", "subheadline", "lead"):
        sentence = sentence_of(release, span)
        if release.has("human-trial", sentence.start, sentence.end) and not release.has("unregistered-study", sentence.start, sentence.end):
            return span
    return None


def nct_malformed(release: Release) -> Iterator[Hit]:
    """What looks like a ClinicalTrials.gov number is not one."""
    for match in _NUMBER.finditer(release.twin):
        start, end = match.span()
        digits = match.group(1).decode("latin-1").replace(" ", "").replace("-", "")
        written = release.text[start:end]
        if _RIGHT.match(release.twin, start, end) or (written.split() == ["NCT", digits] and len(digits) == _EIGHT):
            continue
        if len(digits) != _EIGHT:
            yield Hit(start, end, {"digits": len(digits)})
        elif digits[0] != "0":
            yield Hit(start, end, variant="unissued", severity="info")
        else:
            yield Hit(start, end, variant="spelling", edits=(Edit(start, end, f"NCT{digits}", True),))
    for groups in _MISLETTERED.each(release.twin):
        start, end = groups.get("bare") or groups[""]
        digits = release.quote((end - _EIGHT, end))
        yield Hit(start, end, variant="spelling", edits=(Edit(start, end, f"NCT{digits}", True),))
