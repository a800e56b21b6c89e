"""How strong the evidence is that a release tells of: surrogates, registries, interim looks; and a boxed warning that is left out."""

import re
from collections.abc import Iterator

from prlint.checks.claims import HEADLINES, NEWS, is_aim, is_denied, is_hedged, is_no_claim, is_of_others, is_title, sentence_of
from prlint.checks.results import reports_results
from prlint.config import Product
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_TOLD_IN = (*NEWS, "about-trial", "about-product")
_BLOCKS_AFTER = 2  # paragraphs after early data in which their number of patients may stand
_ASSOCIATED = pattern(r"(?P<verb>reduced|lowered|decreased|cut) (?:[a-z]+ )?(?:deaths?|mortality|risks?|rates?|hospitali[sz]ations?)\b")


def surrogate_as_clinical_benefit(release: Release) -> Iterator[Hit]:
    """EFF015: a response, a laboratory value or an image is told as the benefit itself."""
    for span in release.find("benefit-as-fact"):
        if release.kind_at(span[0]) not in _TOLD_IN or is_no_claim(release, span) or is_of_others(release, span):
            continue
        sentence = sentence_of(release, span)
        surrogate = _surrogate_near(release, sentence, span)
        if surrogate is None or release.has("animal-work", sentence.start, sentence.end) or _is_qualified(release, sentence):
            continue
        yield Hit(*span, severity="info" if is_hedged(release, span) else "", related=((surrogate, "what was measured"),))


def _surrogate_near(release: Release, sentence: Sentence, span: Span) -> Span | None:
    """The surrogate in the sentence of a claim, or in the one before it in the paragraph."""
    block = release.block_at(span[0])
    before = sentence_of(release, (max(sentence.start - 2, 0),) * 2)
    start = before.start if block and before.start >= block.start else sentence.start
    found = release.within("surrogate-measure", start, sentence.end)
    return found[-1] if found else None


def _is_qualified(release: Release, sentence: Sentence) -> bool:
    """Whether the sentence or the next keeps the two apart, or the paragraph has figures for the benefit itself."""
    after = release.sentences_after(sentence, 1)
    block = release.block_at(sentence.start)
    if release.has("surrogate-caveat", sentence.start, after[-1].end if after else sentence.end):
        return True
    return block is not None and release.has("outcome-evidence", block.start, block.end)


def causal_language_nonrandomised(release: Release) -> Iterator[Hit]:
    """EFF021: data of patients who were not assigned by chance are told as cause and effect."""
    cues = release.find("observational-data")
    assigned = bool(cues) and any(True for _ in release.find_in("randomised-told", *_TOLD_IN))
    for span in release.find("causal-verb") if cues else ():
        if release.kind_at(span[0]) not in _TOLD_IN or is_no_claim(release, span) or is_of_others(release, span):
            continue
        sentence = sentence_of(release, span)
        cue = _cue(release, sentence, span) or (None if assigned else _announced(release))
        block = release.block_at(span[0])
        if cue is None or block is None or release.has("association-told", block.start, block.end):
            continue
        if any(release.has(term, sentence.start, sentence.end) for term in ("randomised-told", "change-from-baseline", "animal-work")):
            continue
        sure = sentence.start <= cue[0] < sentence.end and not assigned
        yield Hit(*span, severity="" if sure else "info", related=((cue, "the data"),), edits=_reworded(release, span))


def _cue(release: Release, sentence: Sentence, span: Span) -> Span | None:
    """Where the data are told to be observational: in the sentence, or in the one before it in the paragraph."""
    block = release.block_at(span[0])
    before = sentence_of(release, (max(sentence.start - 2, 0),) * 2)
    start = before.start if block and before.start >= block.start else sentence.start
    found = [cue for cue in release.within("observational-data", start, sentence.end) if not is_title(release, cue)]
    return found[-1] if found else None


def _announced(release: Release) -> Span | None:
    """Where the headline, or the lead of a release of results, tells that the data are observational."""
    kinds = (*HEADLINES, "lead") if reports_results(release) else HEADLINES
    return next((cue for cue in release.find_in("observational-data", *kinds) if not is_title(release, cue)), None)


def _reworded(release: Release, span: Span) -> tuple[Edit, ...]:
    """`reduced deaths` as `was associated with lower deaths`: for an author to read, so never a safe edit."""
    verb = _ASSOCIATED.at(release.twin, *span).get("verb")
    return (Edit(*verb, "was associated with lower", safe=False),) if verb else ()


def interim_or_immature_data(release: Release) -> Iterator[Hit]:
    """EFF023: results before the end of a trial, without the day of the data, the number of patients, or a word that they may change."""
    spans = [span for span in release.find("interim-data") if release.kind_at(span[0]) in (*NEWS, "about-trial")]
    if not spans or release.find("data-cutoff") or any(True for _ in release.find_in("may-change", *NEWS, "about-trial")):
        return
    told = reports_results(release)
    for span in spans:
        sentence = sentence_of(release, span)
        if (told or release.has("data-say", span[1], sentence.end)) and _is_open(release, sentence, span):
            yield Hit(*span)
            return


def _is_open(release: Release, sentence: Sentence, span: Span) -> bool:
    """Whether early data are told as a result, and the patients behind them are not counted: near it, for a headline anywhere."""
    if is_title(release, span) or is_aim(release, span) or is_denied(release, span):
        return False
    if sentence.section in HEADLINES:
        return not any(True for _ in release.find_in("evaluable-number", *NEWS, "about-trial"))
    block = release.block_at(span[0])
    if block is None or any(release.has(term, sentence.start, sentence.end) for term in ("data-to-come", "animal-work")):
        return False
    last = min(len(release.blocks) - 1, release.blocks.index(block) + _BLOCKS_AFTER)
    return not release.has("evaluable-number", block.start, release.blocks[last].end)


def boxed_warning_omitted(release: Release) -> Iterator[Hit]:
    """SAF007: a product carries a boxed warning, and the release does not tell what it warns of."""
    if release.find("boxed-warning-told"):
        return
    for product in release.settings.company.products:
        place = _naming(release, product) if product.boxed_warning else None
        if place:
            yield Hit(*place, {"product": product.brand or product.generic})
            return
    for span in release.find("boxed-warning-named"):
        of_another = _ANOTHER.search(release.twin[sentence_of(release, span).start : span[0]])
        if release.kind_at(span[0]) not in ("forward-looking", "references") and not is_denied(release, span) and not of_another:
            yield Hit(*span, variant="pointed-at", severity="warning")
            return


def _naming(release: Release, product: Product) -> Span | None:
    """Where a release first names a product as its own subject: not as what another was compared with."""
    for name in filter(None, (product.brand, product.generic)):
        for found in re.finditer(rf"(?i)\b{re.escape(name)}\b", release.text):
            kind = release.kind_at(found.start())
            compared = _COMPARED.search(release.twin[max(0, found.start() - 30) : found.start()])
            if kind in (*NEWS, "about-product", "safety-information") and not compared:
                return found.span()
    return None


_ANOTHER = pattern(
    r"\b(?:another|other|older|earlier|competing|existing|several|many|most|some)"
    r" (?:[a-z0-9-]+ ){0,3}?(?:inhibitors?|drugs?|products?|agents?|therap(?:y|ies)|treatments?|medicines?|class(?:es)?)\b"
)
_COMPARED = pattern(r"\b(?:compared (?:to|with)|versus|vs\.?|against|than|comparator) (?:[a-z]+ )?$")
