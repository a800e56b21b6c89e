"""Whether a release says that a regulator acted, or only that it may, and where a release speaks of it."""

from collections.abc import Iterator

from prlint.checks.claims import PROSE, is_question, is_title, sentence_of
from prlint.language.patterns import Span
from prlint.release.model import Release, Sentence

# Where a company speaks of its own products. Notices, calls and tables can swallow a paragraph of prose, so they count too.
TOLD = (*(kind for kind in PROSE if kind != "about-disease"), "boilerplate", "conference-call", "financial-table", "non-gaap")

_REACH = 90  # code points between a word that supposes and what it governs


def told(release: Release, term: str) -> Iterator[tuple[Span, Sentence]]:
    """Where a term occurs in what the company says of itself, with the sentence; questions and titles that are cited are left out."""
    for span in release.find(term):
        if release.kind_at(span[0]) not in TOLD or is_title(release, span):
            continue
        sentence = sentence_of(release, span)
        if not is_question(release, sentence):
            yield span, sentence


def is_supposed(release: Release, span: Span, sentence: Sentence, reach: int = _REACH) -> bool:
    """Whether an act is denied, asked for, hoped for or supposed: by a word of that kind before it, in its sentence and within reach."""
    return release.has("status-supposed", max(sentence.start, span[0] - reach), span[0])


def paragraph_of(release: Release, span: Span) -> Span:
    """The paragraph that holds a span."""
    block = release.block_at(span[0])
    return (block.start, max(block.end, span[1])) if block else span
