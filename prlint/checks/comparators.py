"""What a result is held against, and for whom: controls, other trials, animals, other uses."""

from collections.abc import Iterator

from prlint.checks.claims import HEADLINES, NEWS, is_aim, is_denied, is_hedged, is_supposed, is_title, sentence_of
from prlint.checks.results import announcement, is_of_people, is_recalled, reports_results
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_PLACES = (*NEWS, "about-trial", "about-product")
_SUPPORTS = pattern(r"\bsupport\w*\b[^\n.;]{0,60}\b(?:clinical|trials?|stud(?:y|ies)|development|evaluation|filing|ind)\b")


def design_not_disclosed_for_effect_claim(release: Release) -> Iterator[Hit]:
    """An effect in patients is told, and nothing says that there was a control, or that there was none."""
    if not reports_results(release) or is_recalled(release) or not is_of_people(release):
        return
    if any(release.find(term) for term in ("test-performance", "not-of-patients")) or _tells_design(release):
        return
    for span in release.find_in("effect-in-patients", *NEWS):
        sentence = sentence_of(release, span)
        elsewhere = any(release.has(term, sentence.start, sentence.end) for term in ("animal-work", "money-told", "harms-compared"))
        if not elsewhere and not is_aim(release, span) and not is_title(release, span):
            yield Hit(*span)


def _tells_design(release: Release) -> bool:
    return any(release.kind_at(start) in _PLACES for start, _ in release.find("control-or-design"))


def preclinical_extrapolation(release: Release) -> Iterator[Hit]:
    """Work in animals or cells is told as a benefit to patients."""
    for span in release.find_in("patient-promise", *_PLACES):
        block, sentence = release.block_at(span[0]), sentence_of(release, span)
        if block is None or not release.has("animal-work", block.start, block.end) or release.has("human-trial", block.start, sentence.end):
            continue
        of_people = release.has("people-told", *span)
        if not of_people and release.has("species-told", sentence.start, sentence.end):
            continue
        if release.has("not-predictive", block.start, block.end) or release.search(_SUPPORTS, *span):
            continue
        if is_hedged(release, span) or is_denied(release, span) or is_aim(release, span) or is_supposed(release, span):
            continue
        if not is_title(release, span):
            yield Hit(*span)


def cross_trial_comparison(release: Release) -> Iterator[Hit]:
    """A result is held against what another trial, the past or a projection gave."""
    for span in release.find_in("cross-trial-claim", *_PLACES):
        sentence = sentence_of(release, span)
        following = release.sentences_after(sentence, 1)
        caveat = release.has("comparison-caveat", sentence.start, following[-1].end if following else sentence.end)
        elsewhere = any(release.has(term, sentence.start, sentence.end) for term in ("commerce-told", "animal-work"))
        if caveat or elsewhere or not release.has("outcome-word", sentence.start, sentence.end):
            continue
        if is_denied(release, (span[0], span[0])) or is_aim(release, span) or is_title(release, span) or is_supposed(release, span):
            continue
        own = release.has("own-trial-recalled", *span)
        yield Hit(*span, severity="info" if own or is_hedged(release, span) or not _results_near(release) else "")


def _results_near(release: Release) -> bool:
    return reports_results(release) or "conference" in release.profile.kinds


def unapproved_use_not_flagged(release: Release) -> Iterator[Hit]:
    """A product that is sold for one use was studied in another, and nothing says that this one is not approved."""
    if not release.find("marketed-for") or not reports_results(release) or is_recalled(release):
        return
    if any(release.kind_at(start) in _PLACES for start, _ in release.find("unapproved-use-told")):
        return
    place = announcement(release)
    studied = _studied(release)
    if place is None or not studied:
        return
    uses = [span for span in release.find_in("marketed-for", *_PLACES) if _is_this_product(release, span)]
    if uses and not any(_is_same_use(release, span, studied) for span in uses):
        block = release.block_at(uses[0][0])
        told = block is not None and any(block.start <= start < block.end for start, _ in release.find("human-trial"))
        yield Hit(*uses[0], severity="info" if told else "")


_DISEASE = pattern(
    r"\b[a-z]*(?:itis|osis|emia|oma|pathy|ophy|sclerosis|thrombocytopenia|fibrosis|stroke|cancer|lupus|asthma|diabetes"
    r"|migraine|obesity|psoriasis|depression|epilepsy|copd|ataxia|edema|degeneration|retinopathy|failure|eczema|hypertension|infection|influenza)\b"
)


def _studied(release: Release) -> frozenset[bytes]:
    """The diseases that headline and lead name."""
    sections = release.sections_of(*HEADLINES, "lead")
    return frozenset(release.twin[a:b].lower() for s in sections for a, b in _DISEASE.spans(release.twin, s.start, s.end))


def _is_same_use(release: Release, span: Span, studied: frozenset[bytes]) -> bool:
    """Whether the words after an approval name a disease that was studied."""
    sentence = sentence_of(release, span)
    named = {release.twin[a:b].lower() for a, b in _DISEASE.spans(release.twin, sentence.start, sentence.end)}
    return bool(named & studied)


def _is_this_product(release: Release, span: Span) -> bool:
    """Whether an approval is that of a product which headline or lead names."""
    sentence: Sentence = sentence_of(release, span)
    words = release.twin[sentence.start : sentence.end].lower()
    return any(name in words for name in _names(release))


def _names(release: Release) -> frozenset[bytes]:
    """The brands and medicines' names of headline and lead."""
    sections = release.sections_of(*HEADLINES, "lead")
    names = {release.twin[a:b].lower() for s in sections for a, b in release.within("development-code", s.start, s.end)}
    for fact in release.facts_of("product"):
        if release.kind_at(fact.start) in (*HEADLINES, "lead"):
            names.update(fact.value[key].encode("latin-1", "replace").lower() for key in ("brand", "generic") if key in fact.value)
    return frozenset(names)
