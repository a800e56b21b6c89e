"""What a cautionary statement cautions of: whether it names any risk factor at all.

A factor is what stands after words that introduce one (`the risk that …`, `factors such as …`), up to where the sentence
points to a filing, if more is left of it than the words that every legend has. A sentence with `may` or `could` and content
of its own names one too, and so does each item of a list of risks.
"""

from collections.abc import Iterator
from itertools import pairwise

from prlint.language.patterns import Span, pattern
from prlint.release.model import Block, Release, Sentence

_REACH = 400  # code points after an introduction
_WORD = pattern(r"[A-Za-z][A-Za-z0-9'-]{2,}")
_MODAL = pattern(r"\b(?:may|might|could|can|cannot|would|no (?:assurance|guarantee|certainty)|not guaranteed|uncertain|unpredictable)\b")
_ABOUT_ITSELF = pattern(
    r"forward[- ]looking|\bwords\b|\bexpressions\b|\bterminology\b|\bspeaks? only\b|\bsafe harbor\b|\breform act\b|\bcautioned\b"
    r"|statements? (?:regarding|about|concerning|relating|contained|in this|herein|made)"
)
_CAUTIONS = pattern(r"\brisks?\b|uncertaint|\bfactors\b|\bdiffer\b|forward[- ]looking|actual (?:results|outcomes|events)")
_BETWEEN = pattern(r"[,;:]| (?:and|or|as well as) ")
_TRIAL = pattern(r"\b[A-Z][A-Z0-9-]{2,} (?:trials?|study|studies|programs?)\b", case=True)
_TRIAL_NAME = pattern(r"\b([A-Z][A-Z0-9-]{3,}) (?:trials?|study|studies|programs?)\b", case=True)
_FIGURE = pattern(r"\b[0-9]")
_RISKS = pattern(r"\brisks?\b|uncertaint|\bfactors\b|\bdiffer\b")
_LISTS = pattern(
    r"\bstatements?,? (?:\w+ ){0,3}?(?:regarding|about|concerning|relating to|related to|with respect to|as to|that|on|includ(?:e|ing))\b"
    r"|\bsuch as\b"
)
_DISCLAIMS = pattern(
    r"\b(?:undertakes? no|(?:undertak\w+|obligation|duty|intend\w*|plan) to"
    r" (?:publicly |further )?(?:update|revise|release|correct|supplement))\b"
    r"|\bto (?:publicly )?(?:update|revise)\b|\b(?:undue|unwarranted|considerable|any|certain|no) reliance\b"
    r"|\brely (?:\w+ )?(?:up)?on (?:these|such|any|the|those|our|forward|this)\b"
)


def names_a_factor(release: Release) -> bool:
    """Whether the cautionary text of a release names a risk factor."""
    return any(True for _ in factors(release))


def few_factors(release: Release) -> bool:
    """Whether the cautionary text names one risk factor and no more."""
    pieces: set[Span] = set()
    for start, end in factors(release):
        cuts = [start, *(after for _, after in _BETWEEN.spans(release.twin, start, end)), end]
        pieces.update((a, b) for a, b in pairwise(cuts) if _content(release, a, b))
        if len({b for _, b in pieces}) > 1:
            return False
    return bool(pieces)


def is_generic(release: Release) -> bool:
    """Whether the risk factors that the cautionary text names are such as any company could name.

    A factor that names a product, a trial, a disease or a figure is the company's own; so are two different ones of the kind
    that not every company has (a supplier, a partner, a listing).
    """
    names = [
        str(value).encode("latin-1", "replace")
        for fact in release.facts_of("product")
        for value in fact.value.values()
        if len(str(value)) > 3
    ] + [match.group(1) for match in _TRIAL_NAME.finditer(release.twin)]
    kinds: set[bytes] = set()
    for start, stop in factors(release):
        end = next((a for a, _ in release.glimpse("cautionary-pointer", start, stop)), stop)
        words = release.twin[start:end]
        own = any(release.glimpse(term, start, end) for term in ("document-code", "disease-word"))
        if own or any(name in words for name in names) or release.search(_FIGURE, start, end) or release.search(_TRIAL, start, end):
            return False
        kinds.update(release.twin[a : a + 5].lower() for a, _ in release.glimpse("specific-risk-word", start, end))
        if len(kinds) > 1:
            return False
    return True


def factors(release: Release) -> Iterator[Span]:
    """The stretches of the cautionary text that name risk factors; they may overlap."""
    for start, end, listed in _cautionary(release):
        if listed and _content(release, start, end):
            yield start, end
        for opening, after in release.glimpse("risk-introduction", start, end):
            sentence = release.sentence_at(after - 1)
            if sentence and (release.search(_DISCLAIMS, sentence.start, sentence.end) or _enumerates(release, sentence.start, opening)):
                continue
            reach = min(sentence.end if sentence else end, end)
            if _content(release, after, min(reach, after + _REACH)):
                yield after, reach
        for sentence in _sentences(release, start, end):
            if _warns(release, sentence):
                yield sentence.start, sentence.end


def _sentences(release: Release, start: int, end: int) -> Iterator[Sentence]:
    """The sentences that begin in a stretch."""
    sentence = release.sentence_at(start)
    while sentence and sentence.start < end:
        if sentence.start >= start:
            yield sentence
        sentence = next(iter(release.sentences_after(sentence, 1)), None)


def _cautionary(release: Release) -> Iterator[tuple[int, int, bool]]:
    """The paragraphs that caution, for a legend may share its section with other notices, and whether they are items of a list of risks."""
    listing = False
    for block in release.blocks:
        if release.kind_at(block.start) != "forward-looking":
            listing = False
            continue
        if listing or release.search(_CAUTIONS, block.start, block.end):
            yield block.start, block.end, listing
        listing = _goes_on(release, block, listing)


def _goes_on(release: Release, block: Block, listing: bool) -> bool:
    """Whether the next paragraph is an item of a list of risks."""
    ending = release.twin[max(0, block.end - 6) : block.end].rstrip()
    if ending.endswith(b":"):
        last = release.sentence_at(block.end - 1)
        return bool(last and release.search(_RISKS, last.start, last.end))
    return listing and ending.endswith((b";", b",", b"; and", b"; or", b", and", b", or"))


def _warns(release: Release, sentence: Sentence) -> bool:
    """Whether a sentence says with a modal verb that something of its own may happen."""
    modal = release.search(_MODAL, sentence.start, sentence.end)
    return bool(modal and not _speaks_of_itself(release, sentence) and _content(release, sentence.start, sentence.end) > 1)


def _enumerates(release: Release, start: int, end: int) -> bool:
    """Whether a sentence, up to some place, lists what the statements are about, and has not come to risks."""
    return bool(release.search(_LISTS, start, end)) and not release.search(_RISKS, start, end)


def _speaks_of_itself(release: Release, sentence: Sentence) -> bool:
    return any(release.search(words, sentence.start, sentence.end) for words in (_ABOUT_ITSELF, _DISCLAIMS))


def _content(release: Release, start: int, end: int) -> int:
    """How many words that are not in every legend stand in a stretch, up to a pointer to a filing."""
    pointer = next((a for a, _ in release.glimpse("cautionary-pointer", start, end)), end)
    common = {a for a, _ in release.within("legend-word", start, pointer)}
    own = set(release.profile.company.lower().encode("ascii", "ignore").split())
    words = _WORD.finditer(release.twin, start, pointer)
    return sum(match.start() not in common and match.group().lower().removesuffix(b"'s").rstrip(b"'-") not in own for match in words)
