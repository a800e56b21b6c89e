"""What a result is held against, and for whom: controls, other trials, animals, other uses."""

from collections.abc import Iterator

from prlint.checks.claims import HEADLINES, NEWS, is_aim, is_denied, is_hedged, is_supposed, is_title, sentence_of
from prlint.checks.results import is_of_people, is_recalled, reports_results
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Block, Release, Sentence

_PLACES = (*NEWS, "about-trial", "about-product")
_OTHER = ("about-company", "boilerplate")  # a corrected release may be read as boilerplate
_FIRST_BLOCKS = 4  # paragraphs that say what was studied
_BEFORE = 120  # code points before an approval in which its product may be named, or before a comparison in which its arm may
_WORD = pattern(r"[A-Za-z0-9-]+")
_HUMANS = 20  # code points after a promise in which `in humans` may stand
_ARM_BEFORE = (
    b"versus ",
    b"vs. ",
    b"vs ",
    b"compared with ",
    b"compared to ",
    b"placebo or ",
    b"receive ",
    b"comparator ",
    b"inferior to ",
)
_ARM_BEHIND = (b" arm", b" group", b" (n", b", the active comparator", b", the comparator", b", the control")
_RANKED = pattern(r"\b(?:superior|better|outperform\w*|surpass\w*|beats?|exceed\w*)\b")
_SHORT = 5  # letters of a name that could be any word
_BESIDE = pattern(r"\b(?:compared (?:to|with)|versus|vs\.?|against|plus|combination with|combined with|and|or|added to) *$")
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
    for span in release.find_in("patient-promise", *_PLACES, *_OTHER):
        block, sentence = release.block_at(span[0]), sentence_of(release, span)
        if block is None or not _from_animals(release, block, sentence):
            continue
        of_people = release.has("people-told", span[0], min(sentence.end, span[1] + _HUMANS))
        if not of_people and release.has("species-told", sentence.start, sentence.end):
            continue
        if release.has("not-predictive", block.start, block.end) or release.search(_SUPPORTS, *span):
            continue
        if is_hedged(release, span) or is_denied(release, span) or is_aim(release, span) or is_supposed(release, span):
            continue
        if not is_title(release, span):
            yield Hit(*span)


def _from_animals(release: Release, block: Block, sentence: Sentence) -> bool:
    """Whether a sentence, or its paragraph where that has no trial in people, speaks of work in animals or cells."""
    if release.has("animal-work", sentence.start, sentence.end):
        return not release.has("human-trial", sentence.start, sentence.end)
    return release.has("animal-work", block.start, block.end) and not release.has("human-trial", block.start, block.end)


def cross_trial_comparison(release: Release) -> Iterator[Hit]:
    """A result is held against what another trial, the past or a projection gave."""
    for span in release.find_in("cross-trial-claim", *_PLACES, *_OTHER):
        sentence = sentence_of(release, span)
        caveat = release.has("comparison-caveat", sentence.start, _next_end(release, sentence))
        elsewhere = any(release.has(term, sentence.start, sentence.end) for term in ("commerce-told", "animal-work"))
        if caveat or elsewhere or _is_arm(release, span) or not _is_of_effect(release, span, sentence):
            continue
        if is_denied(release, (span[0], span[0])) or is_aim(release, span) or is_title(release, span) or is_supposed(release, span):
            continue
        soft = (
            release.has("own-trial-recalled", max(sentence.start, span[0] - _BEFORE), span[1])
            or release.kind_at(span[0]) in _OTHER
            or is_hedged(release, span)
        )
        yield Hit(*span, severity="info" if soft or not _results_near(release) else "")


def _is_of_effect(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether a comparison is of what treatments do: an outcome is named, or a product is called superior or better itself."""
    if release.has("outcome-word", sentence.start, sentence.end):
        return True
    own = any(release.has(term, sentence.start, span[0]) for term in ("development-code", "candidate"))
    return own and release.search(_RANKED, *span) is not None


def _next_end(release: Release, sentence: Sentence) -> int:
    """Where the next sentence of the same paragraph ends."""
    block, following = release.block_at(sentence.start), release.sentences_after(sentence, 1)
    return following[0].end if following and block and following[0].start < block.end else sentence.end


def _is_arm(release: Release, span: Span) -> bool:
    """Whether what a result is compared with, the last word of the claim, is named elsewhere as an arm of the trial."""
    words = _WORD.spans(release.twin, *span)
    last = max(words, default=span)
    if release.twin[last[0] : last[1]].lower() == b"alone":
        return _is_randomised(release, span)
    name = release.twin[last[0] : last[1]]
    if len(name) < _SHORT:
        return False
    named_so = [word + name for word in _ARM_BEFORE] + [name + word for word in _ARM_BEHIND]
    return any(words in release.twin for words in named_so)


def _is_randomised(release: Release, span: Span) -> bool:
    """Whether the paragraph, the headline or the lead tells that patients were assigned by chance: `A alone` is an arm then."""
    block = release.block_at(span[0])
    near = [(s.start, s.end) for s in release.sections_of(*HEADLINES, "lead")] + ([(block.start, block.end)] if block else [])
    return any(release.has("randomised-told", start, end) for start, end in near)


def _results_near(release: Release) -> bool:
    return reports_results(release) or "conference" in release.profile.kinds


def unapproved_use_not_flagged(release: Release) -> Iterator[Hit]:
    """A product that is sold for one use was studied in another, and nothing says that this one is not approved."""
    if not reports_results(release) or is_recalled(release) or not release.find("marketed-for"):
        return
    if any(release.kind_at(start) in _PLACES for start, _ in release.find("unapproved-use-told")):
        return
    names, studied = _names(release), _studied(release)
    uses = [span for span in release.find_in("marketed-for", *_PLACES, *_OTHER) if _names_any(release, span, names)]
    if not uses or not studied or any(_is_same_use(release, span, studied) for span in release.find("marketed-for")):
        return
    first = uses[0]
    block = release.block_at(first[0])
    start, end = (block.start, block.end) if block else first
    beside = _diseases(release, start, first[0]) & studied or release.has("human-trial", start, end)
    known = any(_diseases(release, use[1], sentence_of(release, use).end) for use in uses)
    severity = "info" if beside or not known else ""
    if release.kind_at(first[0]) in NEWS:
        yield Hit(*first, severity=severity)
    else:
        yield Hit(*next(iter(names.values())), variant="product", severity=severity, related=((first, "for what it is sold"),))


_DISEASE = pattern(
    r"\b[a-z]*(?:itis|osis|emia|oma|pathy|ophy|sclerosis|thrombocytopenia|fibrosis|stroke|cancer|lupus|asthma|diabetes"
    r"|migraine|obesity|psoriasis|depression|epilepsy|copd|ataxia|edema|degeneration|retinopathy|failure|eczema|hypertension|infection|influenza)\b"
)
_PRETREATED = pattern(r"\b(?:previously (?:received|treated)|relapsed|refractory|second-line|prior (?:therapy|treatment))\b")
_UNTREATED = pattern(r"\b(?:previously untreated|first-line|newly diagnosed|treatment-na\w+|untreated)\b")


def _diseases(release: Release, start: int, end: int) -> frozenset[bytes]:
    return frozenset(release.twin[a:b].lower() for a, b in _DISEASE.spans(release.twin, start, end))


def _studied(release: Release) -> frozenset[bytes]:
    """The diseases that the headline names; else those of the first paragraphs."""
    sections = [section for section in release.sections_of("headline") if _diseases(release, section.start, section.end)]
    if sections:
        return _diseases(release, sections[0].start, sections[0].end)
    return frozenset().union(*(_diseases(release, block.start, block.end) for block in _first_blocks(release)))


def _is_same_use(release: Release, span: Span, studied: frozenset[bytes]) -> bool:
    """Whether the words after an approval name a disease that was studied, in patients as far on in their treatment."""
    sentence = sentence_of(release, span)
    if not _diseases(release, span[1], sentence.end) & studied:
        return False
    pretreated = release.search(_PRETREATED, span[1], sentence.end)
    return not (pretreated and any(release.search(_UNTREATED, block.start, block.end) for block in _first_blocks(release)))


def _names_any(release: Release, span: Span, names: dict[bytes, Span]) -> bool:
    """Whether the sentence of an approval, or the one before it, names one of the products."""
    sentence = sentence_of(release, span)
    block = release.block_at(span[0])
    words = release.twin[max(sentence.start - _BEFORE, block.start if block else 0) : sentence.end].lower()
    return any(name in words for name in names)


def _names(release: Release) -> dict[bytes, Span]:
    """The brands and medicines' names of lead and headlines (else of the first paragraphs), each with where it stands first."""
    stretches = [(s.start, s.end) for kinds in (("lead",), HEADLINES) for s in release.sections_of(*kinds)]
    names = _names_in(release, stretches)
    if not names:
        names = _names_in(release, [(block.start, block.end) for block in _first_blocks(release)])
    return names


def _names_in(release: Release, stretches: list[Span]) -> dict[bytes, Span]:
    known = {str(fact.value.get(key, "")) for fact in release.facts_of("product") for key in ("brand", "generic")}
    known |= {str(fact.value["mark"]) for fact in release.facts_of("trademark") if fact.value.get("symbol") == "®"}
    names: dict[bytes, Span] = {}
    for start, end in stretches:
        found = list(release.within("development-code", start, end))
        for name in known:
            at = release.text.find(name, start, end) if name else -1
            if at >= 0:
                found.append((at, at + len(name)))
        for span in sorted(found):
            if not _BESIDE.search(release.twin[max(start, span[0] - 30) : span[0]]):
                names.setdefault(release.twin[span[0] : span[1]].lower(), span)
    return names


def _first_blocks(release: Release) -> list[Block]:
    return [block for block in release.blocks if release.kind_at(block.start) in NEWS][:_FIRST_BLOCKS]
