"""Efficacy claims: what a release says a product does, and how it tells a trial's result."""

from collections.abc import Iterator

from prlint.checks.claims import (
    ABOUT,
    HEADLINES,
    NEWS,
    PROSE,
    is_aim,
    is_boilerplate,
    is_denied,
    is_hedged,
    is_no_claim,
    is_of_others,
    is_title,
    names_product,
    sentence_of,
)
from prlint.checks.comparators import (
    cross_trial_comparison,
    design_not_disclosed_for_effect_claim,
    preclinical_extrapolation,
    unapproved_use_not_flagged,
)
from prlint.checks.denominators import primary_arms_not_compared, rate_without_denominator, relative_without_absolute
from prlint.checks.evidence import causal_language_nonrandomised, interim_or_immature_data, surrogate_as_clinical_benefit
from prlint.checks.framing import nonsignificant_as_equivalent, positive_framing_of_miss, secondary_before_primary, subgroup_or_post_hoc
from prlint.checks.misses import headline_tells, is_this_trial, missed_endpoint_buried
from prlint.checks.results import announcement, is_conference, is_of_people, is_recalled, reports_results
from prlint.checks.superlatives import superlative_claim
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence, covered

__all__ = [
    "causal_language_nonrandomised",
    "cross_trial_comparison",
    "design_not_disclosed_for_effect_claim",
    "interim_or_immature_data",
    "investigational_safe_effective",
    "investigational_status_missing",
    "missed_endpoint_buried",
    "missed_endpoint_not_in_headline",
    "nonsignificant_as_equivalent",
    "positive_framing_of_miss",
    "preclinical_extrapolation",
    "primary_arms_not_compared",
    "primary_endpoint_not_stated",
    "rate_without_denominator",
    "relative_without_absolute",
    "secondary_before_primary",
    "significance_without_statistic",
    "subgroup_or_post_hoc",
    "superlative_claim",
    "surrogate_as_clinical_benefit",
    "trend_language",
    "unapproved_use_not_flagged",
]

_OF_SAFETY_TOO = pattern(r"\bsafe")
_ALIAS = pattern(r"[^\n.;()]{0,30} ?\((?P<alias>[A-Za-z][A-Za-z0-9-]{2,19})[,;)]")
_DENIAL_REACH = 80
_OFTEN = 3  # namings of a product that a release is about
_SEVERAL = 3  # statistics behind a claim that sums them up
_LIST, _SUBLIST = 6, 2  # items of a list that are looked at
_ITEM = pattern(r"[\x95*+o-] |[0-9]{1,2}[.)] ")
_CURE = pattern(r"\bcured?\b")
_PLURAL = pattern(r"\b(?:treatments|therapies|options|medicines|medications|drugs|vaccines|injections|implants|cures)\b")


def investigational_safe_effective(release: Release) -> Iterator[Hit]:
    """A product that no regulator has approved is called safe or effective."""
    for span in release.find("safe-and-effective"):
        section = release.kind_at(span[0])
        if section not in PROSE or section == "about-disease":
            continue
        sentence = sentence_of(release, span)
        if is_no_claim(release, span) or release.has("legal-effect", sentence.start, sentence.end) or is_of_others(release, span):
            continue
        named = names_product(release, span)
        if not named and not _CURE.search(release.twin, *span) and not _may_be_own(release, span, sentence):
            continue
        if _is_within_label(release, sentence) and not _CURE.search(release.twin, *span):
            continue
        from_animals = release.has("animal-work", sentence.start, sentence.end)
        if from_animals and not _CURE.search(release.twin, *span) and not _OF_SAFETY_TOO.search(release.twin, *span):
            continue
        severity = "error"
        if from_animals or is_hedged(release, span):
            severity = "info"
        elif not named and (_PLURAL.search(release.twin, *span) or is_boilerplate(release, span)):
            severity = "warning"
        yield Hit(*span, severity=severity)


def _may_be_own(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether a claim without a product's name is about one of the company's: its subject is `it`, `our`, `the treatment`."""
    return release.profile.product in ("investigational", "device") and release.has("own-product", sentence.start, span[1])


def _is_within_label(release: Release, sentence: Sentence) -> bool:
    """Whether what is said is said of an approved product: a release about one, unless the sentence names a candidate's code."""
    if release.has("marketed-status", sentence.start, sentence.end):
        return True
    cleared = release.profile.product == "device" and release.find("marketed-status")
    if release.profile.product != "approved" and not cleared:
        return False
    codes = {fact.value["code"] for fact in release.facts_of("product") if "code" in fact.value and fact.value.get("status") != "approved"}
    return not any(code in release.text[sentence.start : sentence.end] for code in codes)


def missed_endpoint_not_in_headline(release: Release) -> Iterator[Hit]:
    """The body says that the primary endpoint was missed, the headline does not."""
    headlines = release.sections_of(*HEADLINES)
    if not any(section.kind == "headline" for section in headlines):
        return
    if headline_tells(release):
        return
    misses = [span for span in release.find("missed-endpoint") if release.kind_at(span[0]) in PROSE and is_this_trial(release, span)]
    if misses:
        headline = next(section for section in headlines if section.kind == "headline")
        in_news = any(release.kind_at(start) in NEWS for start, _ in misses)
        severity = "" if in_news and reports_results(release) and not is_recalled(release) else "info"
        yield Hit(*misses[0], severity=severity, related=((_trimmed(release, headline.start, headline.end), "the headline"),))


def _trimmed(release: Release, start: int, end: int) -> Span:
    """A stretch without the white space at its ends."""
    piece = release.text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


_BARE_TREND = pattern(r"trend")
_OF_A_RESULT = ("outcome-word", "clinical-outcome", "development-code", "candidate", "arm-told", "biomarker-told", "significance-word")


def trend_language(release: Release) -> Iterator[Hit]:
    """A result without statistical significance is told as an effect."""
    for span in release.find("trend-language"):
        if release.kind_at(span[0]) not in (*NEWS, "about-trial", "about-product") or is_title(release, span):
            continue
        sentence = sentence_of(release, span)
        bare = _BARE_TREND.match(release.twin, *span)  # `hospitals trend toward single-use endoscopes`
        if bare and not any(release.has(term, sentence.start, sentence.end) for term in _OF_A_RESULT):
            continue
        toward = release.has("toward-significance", *_line(span, sentence))
        following = release.sentences_after(sentence, 1)
        end = following[-1].end if following else sentence.end
        if not toward and (release.has("not-significant", sentence.start, end) or is_aim(release, span) or is_denied(release, span)):
            continue
        yield Hit(*span)


def _line(span: Span, sentence: Sentence) -> Span:
    return sentence.start, max(sentence.end, span[1])


# The objective of a first study is safety and a dose: it is not met or missed.
_OF_SAFETY = pattern(r"[^\n.;]{0,40}?\b(?:safety|tolerability|dose(?:-| )limiting|recommended (?:phase 2 )?dose|maximum tolerated dose)\b")
_LONG, _BEFORE, _AFTER = 3, 14, 8  # words beside `primary endpoint` that are enough to say what was measured


def primary_endpoint_not_stated(release: Release) -> Iterator[Hit]:
    """Results of a trial are announced, and the primary endpoint is not named, or not said to be met."""
    if not reports_results(release) or is_recalled(release):
        return
    place = announcement(release)
    if place is None or release.has("told-before", *place) or not is_of_people(release):
        return
    told = [span for span in release.find("primary-endpoint") if release.kind_at(span[0]) in (*NEWS, "about-trial")]
    sentence = sentence_of(release, place)
    soft = "warning" if release.has("interim-read", sentence.start, sentence.end) or is_conference(release) else ""
    if not told:
        yield Hit(*place, severity=soft)
        return
    sentences = [sentence_of(release, span) for span in told]
    settled = any(_OF_SAFETY.search(release.twin, span[1], s.end) for span, s in zip(told, sentences, strict=True))
    if not settled and not release.find("endpoint-told") and not any(release.has("endpoint-outcome", s.start, s.end) for s in sentences):
        yield Hit(*place, variant="no-outcome", severity=soft, related=((told[0], "named here"),))
    elif not any(_has_measure(release, span) for span in told):
        yield Hit(*told[0], variant="no-measure", severity="warning")


def _has_measure(release: Release, span: Span) -> bool:
    """Whether a sentence about the primary endpoint says what was measured: after it, or with enough words before it."""
    sentence = sentence_of(release, span)
    rest = release.twin[span[1] : sentence.end]
    follows = release.vocabulary.spans("measure-follows", release.twin, span[1], sentence.end)
    if follows and follows[0][0] == span[1] and len(rest.split()) > _LONG:
        return True
    before = release.twin[sentence.start : span[0]]
    return len(rest.split()) > _AFTER or len(before.split()) > _BEFORE or any(0x30 <= byte <= 0x39 for byte in rest)


def significance_without_statistic(release: Release) -> Iterator[Hit]:
    """A result is called statistically significant, and no number near it shows that."""
    full = is_conference(release)
    for span in release.find("claim-of-significance"):
        if release.kind_at(span[0]) not in NEWS or is_title(release, span):
            continue
        sentence = sentence_of(release, span)
        denied = release.has("denied-significance", max(sentence.start, span[0] - _DENIAL_REACH), span[1])
        if denied or release.has("animal-work", sentence.start, sentence.end) or _is_supported(release, span):
            continue
        yield Hit(*span, severity="warning" if full and not _is_summary(release, span) else "")


def _is_summary(release: Release, span: Span) -> bool:
    """Whether a claim sums up what follows: several results with their statistics further down."""
    return sum(start > span[1] for start, _ in release.find_in("statistic-stated", *NEWS)) >= _SEVERAL


def _is_supported(release: Release, span: Span) -> bool:
    """Whether a statistic stands in the paragraph, or in the list that it announces; for a headline, anywhere."""
    if release.kind_at(span[0]) in HEADLINES:
        return bool(release.find("statistic-stated"))
    if covered(release.quoted, *span) and any(True for _ in release.find_in("statistic-stated", *NEWS)):
        return True
    block = release.block_at(span[0])
    if block is None:
        return False
    end = block.end
    announces = release.twin[block.start : block.end].rstrip().endswith(b":")
    lines = _LIST if announces else _SUBLIST if _ITEM.match(release.twin, block.start) else 0
    if lines:
        end = release.blocks[min(len(release.blocks) - 1, release.blocks.index(block) + lines)].end
    return release.has("statistic-stated", block.start, end)


def investigational_status_missing(release: Release) -> Iterator[Hit]:
    """A release speaks of an investigational product and never says that it is one."""
    place = _first_naming(release)
    if release.profile.product != "investigational" or place is None or release.find("nothing-approved"):
        return
    phased = False
    alias = _ALIAS.at(release.twin, place[1])
    names = [release.twin[slice(*span)].lower() for span in (place, alias.get("alias", place))]
    for sentence, after in (naming for name in dict.fromkeys(names) for naming in _naming(release, name)):
        if release.has("status-told", sentence.start, after) or release.has("marketed-status", sentence.start, sentence.end):
            return
        phased = phased or release.has("human-trial", sentence.start, sentence.end)
    yield Hit(*place, {"product": release.quote(place)}, severity="info" if phased and not reports_results(release) else "")


def _naming(release: Release, name: bytes) -> Iterator[tuple[Sentence, int]]:
    """The sentences outside the safe harbor that name a product, each with the end of the one after it."""
    lowered = release.twin.lower()
    at = lowered.find(name)
    while at >= 0:
        sentence = sentence_of(release, (at, at + len(name)))
        if sentence.section != "forward-looking":
            following = release.sentences_after(sentence, 1)
            yield sentence, following[-1].end if following else sentence.end
        at = lowered.find(name, max(sentence.end, at + len(name)))


def _first_naming(release: Release) -> Span | None:
    """Where the product that the release is about is named first: a code or a medicine's name that headline, lead or body use."""
    counts: dict[bytes, int] = {}
    first: dict[bytes, Span] = {}
    for span in release.find("development-code"):
        if release.kind_at(span[0]) in PROSE:
            name = release.twin[span[0] : span[1]].lower()
            counts[name] = counts.get(name, 0) + 1
            first.setdefault(name, span)
    often = {name: _OFTEN - (release.kind_at(span[0]) == "headline") for name, span in first.items()}
    known = [name for name, number in counts.items() if number >= often[name] and release.kind_at(first[name][0]) not in ABOUT]
    return first[max(known, key=lambda name: counts[name])] if known else None
