"""A product that is called by names which the release never links: TRM005."""

import re
from collections import Counter
from collections.abc import Iterator

from prlint.checks.mark_uses import Mark, Use, marks_of
from prlint.engine.model import Edit, Hit
from prlint.language.fold import fold
from prlint.language.patterns import Pattern, Span, pattern, prepare
from prlint.release.model import Release

_PROSE = frozenset(("lead", "body", "about-trial", "about-product", "about-disease", "about-company"))
_SKIPPED = frozenset(("references", "contact", "end-mark", "trademark-notice"))
_HEADS = "System|Device|Platform|Assay|Test|Monitor|Catheter|Implant|Pump|Scanner|Analyzer|Stent|Valve"
_NAME_AFTER = pattern(rf" (?P<name>(?:[A-Z][A-Za-z-]+ ){{1,5}}(?P<head>{_HEADS})\b)", case=True)
_CODE = pattern(r"(?:^|[ (\"'/])(?P<code>[A-Za-z]{2,6} ?-?\d{2,7}[A-Za-z]?)(?:[,.;:)\"'/]|-[a-z]|\b)", case=True)
_NEAR = 120


def product_name_drift(release: Release) -> Iterator[Hit]:
    """A product under names that the release does not link.

    The spellings of a code (`FTX-204`, `FTX204`), the letters of a brand in prose, a device with more describing words in
    one place than in another, and, from the configuration, a brand and an established name that never stand near each
    other.
    """
    yield from _code_drift(release)
    for mark in marks_of(release):
        if not mark.corporate:
            yield from _letter_drift(release, mark)
        yield from _device_drift(release, mark)
    yield from _unlinked(release)


def _code_drift(release: Release) -> Iterator[Hit]:
    """A development code with its hyphen and without: `FTX-204` and `FTX204`."""
    written: dict[str, list[Span]] = {_key(fact.value["code"]): [] for fact in release.facts_of("product") if "code" in fact.value}
    if not written:
        return
    for groups in _CODE.each(release.twin):
        span = groups["code"]
        key = _key(release.quote(span))
        if key in written and release.kind_at(span[0]) not in _SKIPPED and not _is_cited(release, span):
            written[key].append(span)
    for spans in written.values():
        yield from _fewer(release, spans, "spelling")


def _key(code: str) -> str:
    """What two spellings of a code have in common."""
    return code.replace("-", "").replace(" ", "")


def _is_cited(release: Release, span: Span) -> bool:
    """Whether a code stands in the gloss of another spelling: `FTX-204 (also FTX204)`."""
    return release.twin[max(0, span[0] - 1) : span[0]] == b"("


def _fewer(release: Release, spans: list[Span], variant: str) -> Iterator[Hit]:
    """The first use of the form that is used less, with the one that is used more."""
    forms = Counter(release.quote(span) for span in spans)
    if len(forms) < 2:
        return
    (more, _), *_, (less, _) = forms.most_common()
    odd = next(span for span in spans if release.quote(span) == less)
    other = next(span for span in spans if release.quote(span) == more)
    edits = tuple(Edit(*span, more, False) for span in spans if release.quote(span) == less)
    yield Hit(*odd, {"other": more}, variant=variant, related=((other, "written so here"),), edits=edits)


def _letter_drift(release: Release, mark: Mark) -> Iterator[Hit]:
    """A brand in two kinds of letters inside sentences; capitals throughout are the house style of headlines and labels."""
    uses = [use for use in mark.uses if not use.in_notice and release.kind_at(use.start) in _PROSE and not _opens_heading(release, use)]
    if " " in mark.name or any(release.text[use.start : use.end].islower() for use in uses):
        return
    spans = [(use.start, use.end) for use in uses if not release.has("other-jurisdiction", max(0, use.start - _NEAR // 2), use.end + _NEAR)]
    yield from _fewer(release, spans, "letters")


def _opens_heading(release: Release, use: Use) -> bool:
    section = release.section_at(use.start)
    return section is not None and section.heading is not None and section.heading[0] <= use.start < section.heading[1]


def _device_drift(release: Release, mark: Mark) -> Iterator[Hit]:
    """A device with more describing words in one place than in another: `Marlin® Robotic System`, `Marlin® Endovascular Robotic System`.

    Words of which neither holds the other tell two devices of one family apart.
    """
    named: dict[str, list[Span]] = {}
    for use in mark.uses:
        if use.in_notice or release.kind_at(use.start) in _SKIPPED:
            continue
        found = _NAME_AFTER.at(release.twin, use.symbol_end)
        if found:
            named.setdefault(release.quote(found["head"]), []).append((use.start, found["name"][1]))
    for spans in named.values():
        words = {span: frozenset(_describing(release, mark, span)) for span in spans}
        first = words[spans[0]]
        other = next((span for span in spans if words[span] and (words[span] < first or first < words[span])), None)
        if first and other:
            yield Hit(*other, {"other": release.quote(spans[0])}, related=((spans[0], "called so here"),))


def _describing(release: Release, mark: Mark, span: Span) -> list[str]:
    """The words between a mark and the noun that its product is, without symbols."""
    return release.quote(span)[len(mark.name) :].strip("®™℠ ").casefold().split()[:-1]


def _unlinked(release: Release) -> Iterator[Hit]:
    """A brand and an established name that the configuration gives to one product, and the text never sets beside each other."""
    for product in release.settings.company.products:
        if not product.brand or not product.generic:
            continue
        brands, generics = _uses(release, product.brand), _uses(release, product.generic)
        if brands and generics and not any(abs(a[0] - b[0]) < _NEAR for a in brands for b in generics[:50]):
            later, first = (generics[0], brands[0]) if brands[0] < generics[0] else (brands[0], generics[0])
            yield Hit(*later, {"other": release.quote(first)}, related=((first, "called so here"),))


def _uses(release: Release, name: str) -> list[Span]:
    """Where a name stands in the release, outside references and notices."""
    form = Pattern(prepare(rf"\b{re.escape(fold(name).decode('latin-1'))}\b"))
    return [span for span in form.spans(release.twin) if release.kind_at(span[0]) not in _SKIPPED][:200]
