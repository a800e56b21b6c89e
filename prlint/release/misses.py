"""A missed primary endpoint: which of the words that tell one are about the trial whose results the release announces.

The same words tell the misses of earlier trials, of competitors, of a subgroup or of a trial that may fail one day, and a
test for likeness succeeds where no difference is found.
"""

from collections.abc import Iterator

from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

NEWS = ("headline", "subheadline", "lead", "body")
_HEADS = ("headline", "subheadline", "lead")
_MET_BEFORE = pattern(
    r"\b(?:met|meets|achiev(?:ed|es|ing)|reach(?:ed|es|ing)|hit|meeting|satisfied) (?:its|the|both|all|their)?(?: ?[a-z-]+){0,3} ?\z"
)
_MET_BEHIND = pattern(r"\b(?:was|were|has been|have been) (?:also |both |successfully )?(?:met|achieved|reached)\b")
_DENIED = pattern(r"\b(?:not|neither|nor|no|none|never|failed|without|only)\b")
_PART = pattern(r"\b(?:sub-?groups?|subsets?|sub-?populations?|not part of|exploratory)\b")
_NO_DIFFERENCE = pattern(r"\b(?:no|not) (?:[a-z-]+ ){0,3}?differ")
_ALIKE = pattern(r"\b(?:non-?inferior(?:ity)?|equivalence|bioequivalence|bioequivalent|biosimilar(?:ity)?|similarity|exposure)\b")
_FAILED = pattern(
    r"\b(?:miss(?:ed|es)?|fail(?:ed|s)?|not (?:met|achieved|demonstrated|shown|established|reached))\b|\bnot (?:meet|demonstrate)\b"
)
_NONE_BEHIND = pattern(r" (?:in (?:none|no)\b|did not occur|was not (?:necessary|needed|recommended))")
_TRIAL = pattern(r"\b(?P<name>[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*)(?: (?:trial|study)\b|, an? [a-z0-9 ]{0,30}(?:trial|study)\b)", case=True)


def misses(release: Release) -> Iterator[Span]:
    """Where the news says that the trial missed its primary endpoint."""
    return (span for span in release.find_in("missed-endpoint", *NEWS) if is_this_trial(release, span))


def is_this_trial(release: Release, span: Span) -> bool:
    """Whether words of a miss are about the trial whose results the release tells, and say that it was missed."""
    sentence = release.sentence_at(span[0]) or Sentence(*span, release.kind_at(span[0]))
    if release.has("earlier-trial", sentence.start, sentence.end) or release.has("claim-conditional", sentence.start, span[0]):
        return False
    if b"?" in release.twin[sentence.end - 3 : sentence.end] or _is_met(release, sentence.start, span):
        return False
    if _is_likeness(release, sentence, span) or _NONE_BEHIND.match(release.twin, span[1], sentence.end):
        return False
    return not (_met_elsewhere(release, span) and (_is_part(release, sentence, span) or _names_other(release, sentence, span)))


def _is_met(release: Release, start: int, span: Span) -> bool:
    """Whether the words before `primary endpoint …`, or right behind it, say that it was met: what was not is something else then."""
    met = release.search(_MET_BEHIND, *span)
    if met and not release.search(_DENIED, span[0], met[1]):
        return True
    before = release.twin[start : span[0]]
    return _MET_BEFORE.search(before) is not None and not _DENIED.search(before)


def _is_likeness(release: Release, sentence: Sentence, span: Span) -> bool:
    """Whether no difference was what the trial set out to find, and it did not fail in that."""
    if not release.search(_NO_DIFFERENCE, *span) or release.search(_FAILED, sentence.start, sentence.end):
        return False
    return release.search(_ALIKE, sentence.start, sentence.end) is not None


def _met_elsewhere(release: Release, span: Span) -> bool:
    """Whether headline or lead say, in other words than these, that the trial met its primary endpoint."""
    return any(end <= span[0] or span[1] <= start for start, end in release.find_in("primary-met", *_HEADS))


def _is_part(release: Release, sentence: Sentence, span: Span) -> bool:
    return release.search(_PART, sentence.start, span[1]) is not None


def _names_other(release: Release, sentence: Sentence, span: Span) -> bool:
    """Whether the sentence names, before the miss, a trial that headline and lead name nowhere else."""
    named = list(_TRIAL.each(release.twin, sentence.start, span[0]))
    if not named:
        return False
    name = release.twin[slice(*named[-1]["name"])]
    for section in release.sections_of(*_HEADS):
        inside = section.start <= sentence.start < section.end
        pieces = ((section.start, sentence.start), (sentence.end, section.end)) if inside else ((section.start, section.end),)
        if any(name in release.twin[start:end] for start, end in pieces):
            return False
    return True
