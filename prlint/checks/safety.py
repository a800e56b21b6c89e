"""Safety: harms beside benefits, and what a release may not say of them."""

from collections.abc import Iterator

from prlint.checks.claims import (
    ABOUT,
    HEADLINES,
    NEWS,
    PROSE,
    is_aim,
    is_denied,
    is_hedged,
    is_no_claim,
    is_of_others,
    is_supposed,
    is_title,
    sentence_of,
)
from prlint.checks.denominators import ae_rates_one_arm_only
from prlint.checks.evidence import boxed_warning_omitted
from prlint.checks.results import announcement, is_recalled, reports_results
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release, covered

__all__ = [
    "absolute_safety_claim",
    "ae_rates_one_arm_only",
    "boxed_warning_omitted",
    "consistent_with_known_profile",
    "efficacy_without_safety",
    "isi_missing",
    "well_tolerated_unquantified",
]


def efficacy_without_safety(release: Release) -> Iterator[Hit]:
    """Results speak of benefit, and no sentence tells what harms were seen."""
    told = reports_results(release)
    terms = ("efficacy-outcome", "claim-of-significance", "trend-language") if told else ("efficacy-outcome",)
    spans = sorted({span for term in terms for span in release.find(term)})
    outcomes = [span for span in spans if release.kind_at(span[0]) in NEWS and _is_of_patients(release, span)]
    if not outcomes or _tells_safety(release) or release.find("test-performance"):
        return
    place = announcement(release) if told else None
    severity = "" if told and not is_recalled(release) else "info"
    yield Hit(*(place or outcomes[0]), severity=severity, related=tuple((span, "a result") for span in outcomes[:2] if span != place))


def _is_of_patients(release: Release, span: Span) -> bool:
    sentence = sentence_of(release, span)
    elsewhere = any(release.has(term, sentence.start, sentence.end) for term in ("animal-work", "money-told", "earlier-trial"))
    planned = release.search(_OF_DESIGN, sentence.start, sentence.end)
    return not elsewhere and not planned and not is_aim(release, span) and not is_title(release, span)


_OF_DESIGN = pattern(
    r"\b(?:defined as|will be (?:estimated|measured|analy[sz]ed|assessed|compared|tested)|powered to|was designed to|is designed to)\b"
)
_TO_COME_REACH = 60
_TO_COME = pattern(
    r"\b(?:will|to|expected to) be (?:reported|presented|shared|published|available|evaluated|assessed|announced|analy[sz]ed)\b"
)


def _tells_safety(release: Release) -> bool:
    """Whether any sentence of the news tells a finding about safety, and does not merely plan one, or counts a harm by its name."""
    if any(release.kind_at(start) in (*NEWS, "about-trial") for start, _ in release.find("named-harm")):
        return True
    for span in release.find("safety-told"):
        if release.kind_at(span[0]) in (*NEWS, "about-trial"):
            sentence = sentence_of(release, span)
            to_come = release.search(_TO_COME, span[1], min(sentence.end, span[1] + _TO_COME_REACH))
            if not to_come and not release.has("safety-planned", max(sentence.start, span[0] - 90), span[0]):
                return True
    return False


def isi_missing(release: Release) -> Iterator[Hit]:
    """An approved medicine is praised, and no safety information goes with it."""
    if _gives_risks(release):
        return
    brand = next((fact for fact in release.facts_of("product") if "brand" in fact.value and _is_subject(release, fact)), None)
    if brand is None or not any(release.kind_at(start) in PROSE for start, _ in release.find("benefit-claim")):
        return
    values = {"product": brand.value["brand"]}
    approvals = [span for span in release.find("us-approval") if release.kind_at(span[0]) in PROSE]
    if any(not is_denied(release, span) and not is_aim(release, span) for span in approvals):
        yield Hit(brand.start, brand.end, values, severity="" if _is_marketer(release, brand) else "info")
    elif any(release.kind_at(start) in PROSE for start, _ in release.find("approval-unplaced")):
        yield Hit(brand.start, brand.end, values, severity="info")
    elif (
        brand.value.get("sign")
        and release.kind_at(brand.start) in (*HEADLINES, "lead")
        and release.profile.traits >= {"results", "us-listed"}
    ):
        yield Hit(brand.start, brand.end, values, variant="marketed", severity="info")


def _is_marketer(release: Release, brand: Fact) -> bool:
    """Whether the release is its company's own news of an approved product: the approval itself, or results in its favour."""
    profile = release.profile
    positive = profile.kind in ("topline", "conference") and reports_results(release) and profile.outcome != "negative"
    own = not _POSSESSIVE.search(release.twin[max(0, brand.start - 3) : brand.start])
    return own and (profile.kind == "approval" or (profile.product == "approved" and positive))


def _is_subject(release: Release, fact: Fact) -> bool:
    """Whether a brand is what the release is about: in headline or lead, or named often; and not what the product was compared with."""
    if release.kind_at(fact.start) not in (*HEADLINES, "lead", "about-product") and release.text.count(fact.value["brand"]) < _OFTEN:
        return False
    return not _COMPARED.search(release.twin[max(0, fact.start - 30) : fact.start])


_OFTEN = 5  # namings of a brand that a release is about
_POSSESSIVE = pattern(r"'s? $")
_COMPARED = pattern(r"\b(?:compared (?:to|with)|versus|vs\.?|against|plus|combination with|owned by|to) *$")


def _gives_risks(release: Release) -> bool:
    """Whether safety information, or where to read it, stands anywhere but in the list of references."""
    told = any(release.kind_at(start) not in ("references", "forward-looking") for start, _ in release.find("safety-information"))
    return told or any(release.has("adverse-event", s.start, s.end) for s in release.sections_of("safety-information"))


def well_tolerated_unquantified(release: Release) -> Iterator[Hit]:
    """A product is called well tolerated, and no figure on adverse events goes with it."""
    for span in release.find("tolerability-claim"):
        kind = release.kind_at(span[0])
        if kind not in (*NEWS, "about-product", "about-trial") or is_no_claim(release, span) or is_of_others(release, span):
            continue
        designed = _DESIGNED.search(release.twin[max(0, span[0] - _DESIGN_REACH) : span[0]])
        if designed or _is_quantified(release, span) or not _runs_here(release, span):
            continue
        sentence = sentence_of(release, span)
        if _WANTED.search(release.twin[max(sentence.start, span[0] - _WISH_REACH) : span[0]]):
            continue
        not_patients = any(release.has(term, sentence.start, sentence.end) for term in ("animal-work", "healthy-people"))
        soft = not_patients or kind in ABOUT or is_recalled(release) or is_hedged(release, span)
        yield Hit(*span, severity="info" if soft else "")


def consistent_with_known_profile(release: Release) -> Iterator[Hit]:
    """Safety is told by pointing at what is known, and nowhere in figures; a paragraph that praises it is SAF003's."""
    if release.find("safety-information") or release.find("harms-in-figures"):
        return
    for span in release.find_in("known-safety-profile", *NEWS, "about-trial"):
        block = release.block_at(span[0])
        if not block or not release.has("tolerability-claim", block.start, block.end):
            yield Hit(*span)


_DESIGN_REACH = 60
_WISH_REACH = 160
_WANTED = pattern(
    r"\b(?:needs?|needed|deserves?|requires?|want|demand(?: for)?)\b[^\n.;]{0,60}?"
    r"\b(?:therap(?:y|ies)|treatments?|options?|medicines?|drugs?)\b[^\n.;]*$"
)
_DESIGNED = pattern(r"\b(?:designed|engineered|intended) to\b[^\n.;]*$")


def _runs_here(release: Release, span: Span) -> bool:
    """Everywhere in a release about results; elsewhere where the paragraph reports patients' results."""
    if release.profile.kinds.isdisjoint({"financing", "personnel", "earnings"}) or reports_results(release):
        return True
    block = release.block_at(span[0])
    return block is not None and release.has("efficacy-outcome", block.start, block.end)


def _is_quantified(release: Release, span: Span) -> bool:
    """Whether harms are put in figures: in this sentence or the three after it, in the paragraph; for a headline, anywhere."""
    if release.kind_at(span[0]) in HEADLINES or covered(release.quoted, *span):
        return any(_has_figures(release, s.start, s.end) for s in release.sentences_in(*_FIGURES_IN))
    sentence = sentence_of(release, span)
    following = release.sentences_after(sentence, 3)
    block = release.block_at(span[0])
    nearby = [sentence, *following, *(release.sentences_from(block.start, block.end) if block else ())]
    return any(_has_figures(release, s.start, s.end) for s in nearby)


_FIGURES_IN = ("lead", "body", "subheading", "about-trial", "safety-information")


def _has_figures(release: Release, start: int, end: int) -> bool:
    named = release.has("adverse-event", start, end) or release.has("named-harm", start, end)
    return named and release.has("harm-figure", start, end)


def absolute_safety_claim(release: Release) -> Iterator[Hit]:
    """A product is said to have no harms at all."""
    for span in release.find("absolute-safety"):
        if release.kind_at(span[0]) not in PROSE or is_title(release, span) or is_supposed(release, span):
            continue
        sentence = sentence_of(release, span)
        counted = release.has("harm-counted", max(sentence.start, span[0] - 60), min(sentence.end, span[1] + 60))
        comparison = release.has("harms-compared", *span)
        if not comparison and (counted or release.has("animal-work", sentence.start, sentence.end)):
            continue
        if _is_denied_before(release, span) or is_aim(release, span) or _is_about_something_else(release, span):
            continue
        yield Hit(*span, severity="info" if is_hedged(release, span) else "")


_DENIED = pattern(
    r"(?:\b(?:not|never|cannot|nor|no (?:drug|medicine|treatment|therapy|product|vaccine|device|guarantee|assurance)|whether"
    r"|needs?|needed|wants?|deserves?|prefers?|wish(?:es)?)\b[^\n.;]{0,30}|\b(?:patients?|participants?|those) )$"
)


def _is_denied_before(release: Release, span: Span) -> bool:
    sentence = sentence_of(release, span)
    return bool(_DENIED.search(release.twin[max(sentence.start, span[0] - 40) : span[0]]))


def _is_about_something_else(release: Release, span: Span) -> bool:
    """Whether nothing in the sentence is a product, or the words have no harm in them (`without the time associated with`)."""
    sentence = sentence_of(release, span)
    own = any(release.has(term, sentence.start, sentence.end) for term in ("development-code", "candidate", "treated-with"))
    return not own or not release.has("harm-word", *span)
