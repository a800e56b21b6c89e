"""How a claim is put, and of what: aims, denials, conditions, hedges, titles, other people's treatments.

Every function takes the span of a possible claim and looks at its sentence only, so a release is read in one pass.
"""

from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

HEADLINES = ("headline", "subheadline")
NEWS = ("headline", "subheadline", "lead", "body", "subheading")
ABOUT = ("about-trial", "about-product", "about-disease", "about-company")
PROSE = NEWS + ABOUT

_AIM_REACH = 110  # code points between an aim and what it governs
_NEGATION_REACH = 45
_HEDGE_REACH = 160
_CONDITION_REACH = 90
_DENIAL_REACH = 70
_NAME_REACH = 40  # `validated the safety of` and then the name
_DOES = pattern(r"(?:delivers|brings|makes|creates|advances)")  # what a company sets out to do, and a product does
_TOLD_OF_IT = pattern(r", which (?:is|are|was|were|has|have)\b")  # what is told of an aim is no aim
_PARTS = pattern(r"; |: | - |, (?:and|but|while|which|with) ")


def sentence_of(release: Release, span: Span) -> Sentence:
    """The sentence that holds a span; where none does, the span's own stretch."""
    found = release.sentence_at(span[0])
    return found if found and found.start <= span[0] < found.end else Sentence(span[0], span[1], release.kind_at(span[0]))


def _last(release: Release, term: str, start: int, end: int) -> Span | None:
    spans = release.within(term, start, end)
    return spans[-1] if spans else None


def is_question(release: Release, sentence: Sentence) -> bool:
    return b"?" in release.twin[sentence.end - 3 : sentence.end]


def is_title(release: Release, span: Span) -> bool:
    """Whether a span is part of a title that is cited: of a talk, a poster, a paper."""
    block = release.block_at(span[0])
    start = max(block.start if block else 0, span[0] - 260)
    cue = _last(release, "cited-title", start, span[0])
    return cue is not None and b". " not in release.twin[cue[1] : span[0]]


def is_aim(release: Release, span: Span) -> bool:
    """Whether a claim is what somebody sets out to find, to show or to make."""
    sentence = sentence_of(release, span)
    cue = _last(release, "claim-put-as-aim", max(sentence.start, span[0] - _AIM_REACH), span[0])
    if cue is None or (_DOES.whole(release.twin, *cue) and _ends_in_name(release, sentence.start, cue[0])):
        return False
    between = release.twin[cue[1] : span[0]]
    over = b" for the " in between or b"; " in between or _TOLD_OF_IT.search(between)
    return not over and not release.has("claim-finding-verb", cue[0], span[0])


def _ends_in_name(release: Release, start: int, end: int) -> bool:
    """Whether the last word of a stretch is the name of a product."""
    names = (span for term in ("development-code", "candidate") for span in release.within(term, start, end))
    return any(not release.twin[span[1] : end].strip() for span in names)


def is_denied(release: Release, span: Span) -> bool:
    """Whether a claim is denied, or said to be missing or needed."""
    sentence = sentence_of(release, span)
    cue = _last(release, "claim-negated", max(sentence.start, span[0] - _NEGATION_REACH), span[0])
    if cue is not None and not _PARTS.search(release.twin, cue[1], span[0]):
        return True
    return release.has("not-established", span[1], min(sentence.end, span[1] + _DENIAL_REACH))


def is_supposed(release: Release, span: Span) -> bool:
    """Whether a claim stands under a condition."""
    sentence = sentence_of(release, span)
    return release.has("claim-conditional", max(sentence.start, span[0] - _CONDITION_REACH), span[0])


def is_hedged(release: Release, span: Span) -> bool:
    """Whether a claim is lowered to a possibility or a mission."""
    sentence = sentence_of(release, span)
    return release.has("claim-hedged", max(sentence.start, span[0] - _HEDGE_REACH), span[1])


def is_no_claim(release: Release, span: Span) -> bool:
    """Whether a span is in no sense a claim: a question, a title, an aim, a denial, a condition."""
    return (
        is_denied(release, span)
        or is_aim(release, span)
        or is_supposed(release, span)
        or is_question(release, sentence_of(release, span))
        or is_title(release, span)
    )


def is_of_others(release: Release, span: Span) -> bool:
    """Whether a sentence speaks of treatments that are not the company's, and of none that is."""
    sentence = sentence_of(release, span)
    others = release.within("other-treatments", sentence.start, span[1])
    other = next((found for found in reversed(others) if found[0] < span[0]), None)  # inside the claim one is what it acts on
    if other is None:
        return False
    codes = [_last(release, name, sentence.start, span[0]) for name in ("development-code", "candidate")]
    own = max((code for code in codes if code), default=None)
    found = own is not None and release.has("claim-finding-verb", other[1], span[1])
    return not found and (own is None or own[0] < other[0])


def names_product(release: Release, span: Span) -> bool:
    """Whether the sentence names a product, by its code or its medicine's name, before the span or close after it."""
    sentence = sentence_of(release, span)
    end = min(sentence.end, span[1] + _NAME_REACH)
    if any(release.has(name, sentence.start, end) for name in ("development-code", "candidate")):
        return True
    return any(fact.start >= sentence.start and fact.end <= end for fact in release.facts_of("product"))


def is_boilerplate(release: Release, span: Span) -> bool:
    """Whether a span stands where a company describes itself, in whatever release."""
    return release.kind_at(span[0]) == "about-company" or not release.profile.kinds.isdisjoint({"financing", "personnel"})
