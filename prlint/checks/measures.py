"""Measures outside the accounting standards, and guidance: what must stand beside them."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_TOLD_IN = ("headline", "subheadline", "lead", "body", "subheading", "financial-table", "non-gaap")
_RANKED_IN = ("headline", "subheadline")
_FIGURE = pattern(r"\d")
# A share price or a growth rate in another currency has no measure of the standards that it could outrank.
_RATE = pattern(r"constant currency|organic")
_FIGURES = ("money", "statistic")
_NEWS = ("headline", "subheadline", "lead", "body", "subheading")


def non_gaap_without_reconciliation(release: Release) -> Iterator[Hit]:
    """A figure for a measure outside the accounting standards, and no reconciliation or no measure of the standards in the release.

    Adjusted and core results, EBITDA, free cash flow, cash burn and amounts excluding stock-based compensation are such
    measures. For a foreign private issuer, which may have an exception, the finding is an info.
    """
    told = [span for span in _measures(release) if release.kind_at(span[0]) in _TOLD_IN and _has_figure(release, span)]
    if not told:
        return
    reconciled, accounted = bool(release.find("reconciled")), bool(release.find("accounted-measure"))
    if reconciled and accounted:
        return
    missing = " and ".join(
        part
        for part, there in (("the comparable measure of the accounting standards", accounted), ("a reconciliation to it", reconciled))
        if not there
    )
    related = tuple((span, "another one") for span in told[1:4])
    abroad = release.profile.issuer == "foreign-private"
    yield Hit(*told[0], {"missing": missing}, variant="abroad" if abroad else "", severity="info" if abroad else "", related=related)


def _measures(release: Release) -> list[Span]:
    """The measures outside the standards, longest first where two begin together, without overlap."""
    found: list[Span] = []
    for span in sorted({*release.find("non-gaap-measure"), *release.find("beside-gaap-measure")}, key=lambda span: (span[0], -span[1])):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _has_figure(release: Release, span: Span) -> bool:
    """Whether a figure stands in the sentence, or in the row, of a measure."""
    sentence = release.sentence_at(span[0])
    end = sentence.end if sentence and sentence.start <= span[0] < sentence.end else span[1]
    start = sentence.start if sentence and sentence.start <= span[0] < sentence.end else span[0]
    return release.search(_FIGURE, start, end) is not None


def non_gaap_prominence(release: Release) -> Iterator[Hit]:
    """A measure outside the accounting standards that stands in the headline or subheads before, or without, one of the standards."""
    measures = [span for span in _measures(release) if release.kind_at(span[0]) in _RANKED_IN and not release.search(_RATE, *span)]
    if not measures:
        return
    first = measures[0]
    accounted = list(release.find_in("accounted-measure", *_RANKED_IN))
    if not accounted:
        yield Hit(*first, variant="alone")
    elif first[0] < accounted[0][0]:
        yield Hit(*first, related=((accounted[0], "the measure of the accounting standards"),))


def guidance_without_source(release: Release) -> Iterator[Hit]:
    """Guidance that is said to stand, with neither its figures nor where it was given.

    Figures, a date or a document in the sentence or the next one satisfy. Guidance of a regulator is another thing.
    """
    for span in release.find_in("guidance-word", *_NEWS):
        sentence = release.sentence_at(span[0])
        words = release.twin[slice(*span)].lower()
        if not sentence or not words.endswith((b"guidance", b"outlook")):
            continue
        following = release.sentences_after(sentence, 1)
        block = release.block_at(span[0])
        end = max((s.end for s in following if block and s.end <= block.end), default=sentence.end)
        if not release.glimpse("guidance-stands", sentence.start, sentence.end) or release.glimpse("guidance-source", sentence.start, end):
            continue
        if not any(release.within(kind, sentence.start, end) for kind in _FIGURES):
            yield Hit(sentence.start, sentence.end, {"text": release.quote(span)})
