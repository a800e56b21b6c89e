"""Wordings that say too much, with the words that put them right: promises, sweeping legends, reports filed or furnished."""

import re
from collections.abc import Iterator

from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_PROMISED_IN = ("headline", "subheadline", "lead", "body", "subheading", "about-product", "about-company")
_WHEN = pattern(r"\b(?:when|once)\b")
_SWEEPS = pattern(r"(?:all|any|each|every)\b")
_VERB = pattern(r" (?:are|is|constitutes?|should|must|shall|to|may)\b")
_CARVE_OUT = ", other than statements of historical fact,"
_FILED, _FURNISHED = pattern(r"\bfil(?:ed|es|e|ing)\b"), pattern(r"\bfurnish(?:ed|es|ing)?\b")
_OTHER_WORD = {
    "filed": "furnished", "files": "furnishes", "file": "furnish", "filing": "furnishing",
    "furnished": "filed", "furnishes": "files", "furnish": "file", "furnishing": "filing",
}  # fmt: skip
_MEANING = pattern(
    r",? (?:within the meaning of|as (?:that term is )?defined (?:in|by|under)|pursuant to|under|for purposes of)"
    r" (?:the )?(?:\"?safe[- ]harbor\"? provisions? of )?(?:the )?(?:(?:U\.? ?S\.?|United States) )?\z"
)
_REACH = 120  # code points before the name of a statute in which its preposition stands


def promissory_statement(release: Release) -> Iterator[Hit]:
    """A promise of what regulators, biology or the market decide: an approval, a cure, the lead of a market, a share price.

    The words must be certain (`will be approved`, `is guaranteed to succeed`, `when approved`), in the headline, the news, a quotation or a
    section about the product or the company, and the sentence must have no word of belief, plan, potential or condition.
    """
    for start, end in release.find_in("promised-outcome", *_PROMISED_IN):
        sentence = release.sentence_at(start)
        inside = sentence and sentence.start <= start < sentence.end
        if sentence and inside and release.has("outcome-hedge", sentence.start, sentence.end):
            continue
        when = _WHEN.match(release.twin, start, end)
        edits = (Edit(start, when.end(), "If" if release.text[start].isupper() else "if", safe=False),) if when else ()
        yield Hit(start, end, edits=edits)


def overbroad_safe_harbor(release: Release) -> Iterator[Hit]:
    """A legend that makes every statement of the release forward-looking, or that lists results which the release reports.

    It is satisfied by any words of its section that keep historical or present facts out, and by a clause that says which statements
    are meant (`statements that address future events`).
    """
    for start, end in release.find_in("sweeping-legend", "forward-looking"):
        section = release.section_at(start)
        if section and release.has("historical-carve-out", section.start, section.end):
            continue
        verb = release.search(_VERB, start, end) if _SWEEPS.match(release.twin, start, end) else None
        fits = verb and release.text[verb[0] - 1] != ","
        edits = (Edit(verb[0], verb[0], _CARVE_OUT, safe=False),) if verb and fits else ()
        yield Hit(start, end, edits=edits)


def filed_vs_furnished(release: Release) -> Iterator[Hit]:
    """A Form 6-K, or Item 2.02 or 7.01 of Form 8-K, that is said to be filed; an annual or quarterly report said to be furnished.

    A sentence that says both (`filed with or furnished to`) is right whatever the form, and so is a Form 8-K whose item is not told.
    """
    for term, word in (("form-taken-for-filed", _FILED), ("form-taken-for-furnished", _FURNISHED)):
        for start, end in release.find(term):
            place = release.search(word, start, end)
            right = _OTHER_WORD.get(release.quote(place).lower(), "") if place else ""
            yield Hit(start, end, edits=(Edit(*place, right, safe=False),) if place and right else ())


def without_claim(release: Release, claim: Span) -> tuple[Edit, ...]:
    """The words that invoke a statute taken out of their sentence, where it can go on without them; `claim` is the statute's name."""
    after = release.twin[claim[1] : claim[1] + 1]
    before = max(0, claim[0] - _REACH)
    match = _MEANING.search(release.twin[before : claim[0]])
    if not match or not re.match(rb"[.,;]", after):
        return ()
    return (Edit(before + match.start(), claim[1], "", safe=False),)
