"""Of whom, when and by whose count a value is told: what a sentence names besides the value itself.

Two values of one quantity are held against each other only where both sentences name the same. A phrase that headline and
lead use as well limits nothing: it tells of the trial as a whole.
"""

from collections.abc import Iterator

from prlint.language.patterns import Span, pattern
from prlint.release.facts.numerals import PERCENT
from prlint.release.model import Release, Sentence

_HEADS = ("headline", "subheadline", "lead")
_QUALIFIED = pattern(
    r"\b(?:ITT|mITT|intent(?:ion)?-to-treat|per-protocol|evaluable|sub-?groups?|sub-?populations?|cohort(?: [A-Z0-9]+)?|interim"
    r"|final|pooled|stratum|part [0-9A-Z]|post hoc|(?:week|month|year|day)s? \d+|\d+[- ](?:weeks?|years?)|\d+ ?mg(?:/kg)?"
    r"|investigators?|independent|central(?:ly)?|BICR|blinded|confirmed|unadjusted|adjusted|annuali[sz]ed"
    r"|rates?|proportion|time|frequency|severe|moderate|mild|major|serious|standard (?:therapy|treatment|of care)|alone|monotherapy"
    r"|combination|naive|refractory|pretreated|(?:first|second|third)-line|safety|[A-Z0-9-]+-(?:positive|negative|mutant|high|low))\b"
)
_LIMIT = pattern(r"\b(?P<word>in|among|for|at|after|during|over|from|with|across|within|through|beyond|on|needing|requiring) ")
_PHRASE = pattern(r"(?:[A-Za-z0-9-]+ ?){1,5}")
_LOOK = 80  # code points after a preposition
_HEAD = 4000  # code points of a headline or a lead that are read
_WORD = pattern(r"[A-Za-z][A-Za-z0-9-]*")
_ENDS = frozenset(
    b"in among for at after during over from with across within through and or versus vs compared was were is of to by the".split()
)
# Words that say nothing about whom or when a value is of: the trial as a whole, its people, its arms, its statistics.
_WHOLE = frozenset(
    b"a an the this that its our all trial trials study studies phase patients participants subjects adults children people group arm arms"
    b" treatment active countries country sites centers centres ten twelve two three favor favour addition total both each p value hazard"
    b" ratio confidence interval median statistical statistically significance significant difference primary endpoint comparison"
    b" placebo control months respectively which clinical p-value p-values patient participant person progression death survival free"
    b" recurrence overall risk rate response".split()
)
_OF_CONTROL = pattern(
    rf"{PERCENT}?(?: months)? (?:with|on|for|in|among) (?:the )?(?:[a-z]+ (?:on|treated with|receiving) )?"
    r"(?P<arm>placebo|control|sham|vehicle|comparator|chemotherapy|standard)\b"
)


def scope_of(release: Release, sentence: Sentence, figure: Span, *, of_people: bool) -> frozenset[str]:
    """What a sentence names besides a value; `of_people`: the value counts the trial's people, so their disease limits nothing."""
    named = {release.quote(span).lower() for span in _QUALIFIED.spans(release.twin, sentence.start, sentence.end)}
    arm = _OF_CONTROL.at(release.twin, figure[1]).get("arm")
    if arm:
        named.add(release.quote(arm))
    return frozenset(named | set(_limits(release, sentence, of_people=of_people)))


def _limits(release: Release, sentence: Sentence, *, of_people: bool) -> Iterator[str]:
    """The phrases that limit what a sentence tells, in words that headline and lead do not use: `in women`, `after two cycles`."""
    known = _known(release, sentence)
    for groups in _LIMIT.each(release.twin, sentence.start, sentence.end):
        start = groups[""][1]
        phrase = release.search(_PHRASE, start, min(sentence.end, start + _LOOK)) or (start, start)
        if phrase[0] != start or (of_people and release.twin[slice(*groups["word"])].lower() == b"with"):
            continue
        words = [release.twin[a:b].lower() for a, b in _WORD.spans(release.twin, *phrase)]
        end = next((index for index, word in enumerate(words) if word in _ENDS and index), len(words))
        told = [word for word in words[:end] if word not in known]
        if told:
            yield b" ".join(told).decode("latin-1")


def _known(release: Release, sentence: Sentence) -> set[bytes]:
    """The words of headline and lead, but for those of the sentence itself."""
    known = set(_WHOLE)
    for section in release.sections_of(*_HEADS):
        inside = section.start <= sentence.start < section.end
        pieces = ((section.start, sentence.start), (sentence.end, section.end)) if inside else ((section.start, section.end),)
        for start, end in pieces:
            known.update(release.twin[a:b].lower() for a, b in _WORD.spans(release.twin, start, min(end, start + _HEAD)))
    return known
