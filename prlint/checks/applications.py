"""Applications: what is approved, cleared, licensed or in effect, and on which application; and for whom a product is approved."""

import re
from collections.abc import Iterator

from prlint.checks.assertions import is_supposed, paragraph_of, told
from prlint.config import Product
from prlint.engine.model import Edit, Hit
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_BESIDE = 90  # code points between an application and the product that it is for
_FOR = pattern(r"[ ,]*(?:\([^()\n]{0,20}\) ?)?(?:(?:submission|filing|application|approval)s? )?(?:for|of|seeking approval of|covering)\b")
_IN_EFFECT = {"approved": "cleared", "approves": "clears", "approval": "clearance", "approvals": "clearances"}
_IND = pattern(r"(?:(?-i:INDs?)\b|investigational new drug)")
_RIGHT = {
    ("drug-application", "biologic-name"): "a biologics license application (BLA)",
    ("biologic-application", "small-molecule-name"): "a new drug application (NDA)",
}
# What narrows an indication: ages, lines, combinations, stages, biomarkers.
_LIMITS = compiled(
    r"(?i)\b(?:adults?|adolescents|children|p(?:a)?ediatric|aged? \d+|\d+ years|previously (?:treated|received)|prior|refractory|relapsed"
    r"|first-line|second-line|third-line|at least \w+ (?:prior )?(?:lines?|therap\w+)|in combination with|metastatic|advanced|unresectable"
    r"|moderate-to-severe|moderately to severely|severe|HER2|EGFR|KRAS|BRCA|ALK|PD-L1|\w+-positive|\w+-negative|\w+-mutated)\b"
)
_FULL_ELSEWHERE = pattern(r"\b(?:full )?prescribing information\b[^\n.;]{0,60}\bindications?\b|\bfull indications?\b")


def ind_approved(release: Release) -> Iterator[Hit]:
    """The FDA is said to approve a trial or an IND, which goes into effect instead."""
    for span, sentence in told(release, "ind-approved"):
        application = _IND.search(release.twin, *span) is not None
        if not application and (release.profile.product == "device" or release.has("device-trial", sentence.start, sentence.end)):
            continue
        if _is_american(release, span, sentence):
            yield Hit(*span, edits=tuple(_in_effect(release, span)))


def _is_american(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether an approval of a trial is the FDA's: it or the United States are named beside it, or else no other regulator is."""
    if release.glimpse("fda-name", *span):
        return True
    for stretch in ((sentence.start, sentence.end), paragraph_of(release, span)):
        if release.has("fda-name", *stretch) or release.has("united-states", *stretch):
            return not release.has("foreign-regulator", sentence.start, span[1]) or release.has("united-states", sentence.start, span[1])
        if release.has("foreign-regulator", *stretch):
            return False
    return not release.find("foreign-regulator") and bool(release.find("fda-name"))


def _in_effect(release: Release, span: Span) -> Iterator[Edit]:
    for start, end in release.glimpse("approve-word", *span):
        word = release.text[start:end]
        right = _IN_EFFECT[word.lower()]
        yield Edit(start, end, right.capitalize() if word[0].isupper() else right, safe=False)
        return


def indication_broadened(release: Release) -> Iterator[Hit]:
    """A product is called approved for its disease, and the limits of its indication are nowhere told."""
    if release.search(_FULL_ELSEWHERE, 0, len(release.twin)):
        return
    for product in release.settings.company.products:
        if product.indication and product.status != "investigational":
            yield from _broadened(release, product)


def _broadened(release: Release, product: Product) -> Iterator[Hit]:
    names = [name.lower() for name in (product.brand, product.generic) if name]
    limits = {limit.lower() for limit in _LIMITS.findall(product.indication)}
    text = release.text.lower()
    missing = sorted(limit for limit in limits if not re.search(rf"\b{re.escape(limit.removesuffix('s'))}", text))
    if not missing:
        return
    for span, sentence in told(release, "approved-for"):
        if any(name in text[sentence.start : sentence.end] for name in names) and not is_supposed(release, span, sentence):
            yield Hit(*span, {"missing": ", ".join(missing)})
            return


def wrong_application_or_action_term(release: Release) -> Iterator[Hit]:
    """An application or an agency's act is called by the name of another."""
    for (application, kind), right in _RIGHT.items():
        for span, sentence in told(release, application):
            product = _product_of(release, span, sentence, kind)
            if product and not release.has("foreign-regulator", *paragraph_of(release, span)):
                yield Hit(*span, {"right": right, "product": release.quote(product)}, related=((product, "the product"),))
    for span, _ in told(release, "premarket-cleared"):
        yield Hit(*span, variant="premarket")
    for span, sentence in told(release, "agency-for-commission"):
        if not is_supposed(release, span, sentence):
            yield Hit(*span, variant="commission")


def _product_of(release: Release, span: Span, sentence: Sentence, kind: str) -> Span | None:
    """The product of the wrong kind that an application is for: the nearest after it, in a sentence that names none of the right kind."""
    others = ("small-molecule-name", "biologic-application") if kind == "biologic-name" else ("biologic-name", "drug-application")
    if any(release.has(other, sentence.start, sentence.end) for other in others):
        return None
    end = min(sentence.end, span[1] + _BESIDE)
    found = release.within(kind, span[1], end)
    if not found or release.has("application-beside", span[1], found[0][0]):
        return None
    return found[0] if _FOR.match(release.twin, span[1], found[0][0]) else None
