"""Whether a release names somebody to ask."""

from collections.abc import Iterator

from prlint.checks.parts import end_of, is_whole
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, covered

_EMAIL = r"[a-z0-9._%+-]+ ?@ ?[a-z0-9-]+(?:\.[a-z0-9-]+)+|\[email(?: |\xa0)?protected\]|\[at\]|\(at\)"
_PHONE = (
    r"(?:\+|\b00)\d{1,3}[-. ()]{0,3}\d[-. ()\d]{5,14}\d"
    r"|\b(?:tel|telephone|phone|ph|mobile|cell|office|direct|call)\b\.?:? ?[+(]?\d[-. ()/\d]{6,16}\d"
    r"|\(\d{3}\) ?\d{3}[-. ]{1,3}\d{4}\b|\b1?[-. ]?\(?\d{3}\)?[-. /]{1,3}\d{3}[-. ]{1,3}\d{4}\b|\b0\d{1,4}[-. ()]{1,3}\d[-. \d]{4,12}\d\b"
)
_REACHED = pattern(f"{_EMAIL}|{_PHONE}")
# Digits of an address on the web and a date in numbers look like a phone number.
_NO_PHONE = pattern(r"\d{1,2}[-. ]{1,2}\d{1,2}[-. ]{1,2}(?:19|20)\d\d\b")
_FORM = pattern(r"(?:https?:|www\.)[^\s]{0,200}/[a-z-]{0,20}contact")  # a form on the company's site
_WEB = pattern(r"(?:https?:|www\.)[^\s]{0,400}")
# `For inquiries, contact Ana Ruiz at ana@ferrant.com`, wherever it stands.
_ASKED = pattern(
    rf"\b(?:inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|questions|information)\b[^\n.]{{0,60}}\bcontact\b[^\n]{{0,90}}?(?:{_EMAIL}|{_PHONE})"
)
_NO_CONTACTS = frozenset(("conference-call", "headline", "safety-information", "references", "financial-table"))
_TAIL = 0.15  # the share of the text, at its end, in which contacts are looked for


def contact_missing(release: Release) -> Iterator[Hit]:
    """Nobody to ask, by phone or e-mail.

    A section of contacts with a number or an address satisfies, in lines or columns; so does either in the last part of
    the text. Masked addresses count.
    """
    if not is_whole(release):
        return
    end = end_of(release)
    for section in release.sections_of("contact"):
        if next(_reached(release, section.start, section.end), None) or release.search(_FORM, section.start, section.end):
            return
    if any(release.kind_at(start) not in _NO_CONTACTS for start, _ in _ASKED.spans(release.twin)):
        return
    tail = int(end * (1 - _TAIL))
    if not any(release.kind_at(start) not in _NO_CONTACTS for start, _ in _reached(release, tail, end)):
        yield Hit(end, end)


def _reached(release: Release, start: int, end: int) -> Iterator[Span]:
    """The phone numbers and mail addresses of a stretch of the text."""
    web = tuple(_WEB.spans(release.twin, start, end))
    for span in _REACHED.spans(release.twin, start, end):
        is_mail = b"@" in release.twin[slice(*span)]
        if is_mail or not (covered(web, *span) or _NO_PHONE.match(release.twin, *span)):
            yield span
