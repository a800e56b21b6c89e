"""A missed primary endpoint: where a release tells it."""

from collections.abc import Iterator

from prlint.checks.claims import HEADLINES, is_title, sentence_of
from prlint.checks.results import is_recalled, reports_results
from prlint.engine.model import Hit
from prlint.language.patterns import Span
from prlint.release.misses import is_this_trial as tells_of_this_trial
from prlint.release.model import Release

_TEXT = ("lead", "body")
_EARLY = 2  # paragraphs in which a miss is told early enough
_LATE = 5  # paragraphs after which it is buried deep
_MANY = 120  # words that may stand before it


def is_this_trial(release: Release, span: Span) -> bool:
    """Whether words of a miss are about the trial whose results the release tells, and no title that it cites."""
    return tells_of_this_trial(release, span) and not is_title(release, span)


def headline_tells(release: Release) -> bool:
    """Whether headline or subheads tell the miss, in any words."""
    return any(release.has(term, s.start, s.end) for s in release.sections_of(*HEADLINES) for term in ("miss-told", "missed-endpoint"))


def missed_endpoint_buried(release: Release) -> Iterator[Hit]:
    """The body tells the miss late, or after something favourable."""
    if not reports_results(release) or is_recalled(release) or headline_tells(release):
        return
    misses = [span for span in release.find_in("missed-endpoint", *_TEXT) if is_this_trial(release, span)]
    if not misses:
        return
    first = misses[0]
    paragraphs = [block for block in release.blocks if release.kind_at(block.start) in _TEXT and block.start <= first[0]]
    start = paragraphs[0].start if paragraphs else 0
    sentence = sentence_of(release, first)
    favourable = release.within("favourable-result", start, sentence.start)
    words = len(release.twin[start : sentence.start].split())
    if favourable:
        related = tuple((span, "told before it") for span in favourable[:3])
        yield Hit(*first, variant="after-favourable", severity="error" if len(paragraphs) > _LATE else "", related=related)
    elif len(paragraphs) > _EARLY or words > _MANY:
        yield Hit(*first, {"words": words}, severity="error" if len(paragraphs) > _LATE else "")
