"""Approvals: a clearance, an emergency authorisation, an opinion or a conditional approval told as more than it is."""

from collections.abc import Iterator
from itertools import chain

from prlint.checks.assertions import TOLD, is_supposed, paragraph_of, told
from prlint.checks.claims import HEADLINES, PROSE, names_product, sentence_of
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_OPENING = (*HEADLINES, "lead")
_APPROVE = {"approved": "cleared", "approves": "clears", "approval": "clearance", "approvals": "clearances"}
_OWN = pattern(r"\b(?:our|its|the company's|we|it|the company)\b")
_AT_ONCE = pattern(r"\b(?:can now|thereby|thus)\b")  # what is told as the effect of the opinion
_BY_COMMITTEE = pattern(r"(?:chmp|committee for medicinal)")


def cleared_called_approved(release: Release) -> Iterator[Hit]:
    """A device that was cleared, or classified De Novo, is called approved by the FDA."""
    for span in release.find("cleared-as-approved"):
        sentence = sentence_of(release, span)
        if sentence.section in (*TOLD, "forward-looking"):
            soft = sentence.section == "forward-looking" or is_supposed(release, span, sentence)
            yield Hit(*span, severity="warning" if soft else "", edits=tuple(_cleared(release, span)))
    if release.profile.product != "device" or release.find("device-approval-proper"):
        return
    cleared = [span for span, _ in told(release, "clearance-told")]
    if not cleared:
        return
    for span, sentence in told(release, "fda-approved"):
        line = sentence.start, sentence.end
        if is_supposed(release, span, sentence) or release.has("trial-permission", *line) or release.has("drug-word", *line):
            continue
        beside = release.has("clearance-told", *paragraph_of(release, span))
        yield Hit(
            *span,
            severity="" if beside or sentence.section in _OPENING else "warning",
            related=((cleared[0], "cleared here"),),
            edits=tuple(_cleared(release, span)),
        )


def _cleared(release: Release, span: Span) -> Iterator[Edit]:
    """The edit that puts clear for approve."""
    for start, end in release.glimpse("approve-word", *span):
        word = release.text[start:end]
        right = _APPROVE[word.lower()]
        yield Edit(start, end, right.capitalize() if word[0].isupper() else right, safe=False)
        return


def eua_described_as_approval(release: Release) -> Iterator[Hit]:
    """A product authorised for emergency use is called approved, or the statements that go with an authorisation are missing."""
    called = False
    for span, sentence in told(release, "emergency-use-as-approval"):
        if not is_supposed(release, span, sentence):
            called = True
            yield Hit(*span, variant="approved")
    if called or release.find("approval-made-full"):
        return
    for span, sentence in told(release, "emergency-use-given"):
        if is_supposed(release, span, sentence) or not _is_its_own(release, span, sentence):
            continue
        missing = [words for term, words in _TRIAD if not release.find(term)]
        if missing:
            soft = sentence.section not in _OPENING or release.profile.kind in ("earnings", "financing", "personnel", "partnership")
            yield Hit(*span, {"missing": " and ".join(missing)}, severity="info" if soft else "")
        return


_TRIAD = (
    ("emergency-use-unapproved", "that the product is not approved"),
    ("emergency-use-limits", "how long the authorization holds"),
)


def _is_its_own(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the company's product: in the opening of the release, or named, or called its own."""
    if sentence.section in _OPENING:
        return True
    return names_product(release, span) or bool(_OWN.search(release.twin, sentence.start, sentence.end))


def accelerated_approval_statement(release: Release) -> Iterator[Hit]:
    """An accelerated or conditional approval is announced without what it rests on, or without the study that is still owed."""
    if release.find("approval-made-full") or release.profile.kind in ("financing", "personnel"):
        return
    for span, sentence in chain(told(release, "accelerated-approval-given"), told(release, "approved-by-accelerated-pathway")):
        if sentence.section == "about-company" or is_supposed(release, span, sentence):
            continue
        missing = [words for term, words in _CONTINGENT if not release.find(term)]
        if missing:
            soft = sentence.section not in _OPENING or release.profile.kind != "approval"
            yield Hit(*span, {"missing": " and ".join(missing)}, severity="info" if soft else "")
        return


_CONTINGENT = (("accelerated-basis", "its basis"), ("confirmation-owed", "the confirmation that is still owed"))


def chmp_opinion_as_approval(release: Release) -> Iterator[Hit]:
    """The opinion of the European committee is told as an approval, or without the Commission that decides."""
    opinions = release.find("opinion-given")
    if not opinions:
        return
    decided = bool(release.find("commission-decided"))
    if any(release.kind_at(start) in _OPENING for start, _ in release.find("commission-decided")):
        return
    reported = False
    for span, sentence in told(release, "approved-in-europe"):
        line = sentence.start, sentence.end
        by_committee = _BY_COMMITTEE.search(release.twin, *span) is not None
        if is_supposed(release, span, sentence) or any(release.has(term, *line) for term in ("commission-decides", "opinion-on-more")):
            continue
        beside = release.has("opinion-given", *line)
        at_once = not decided and (sentence.section in HEADLINES or _AT_ONCE.search(release.twin, *span))
        if by_committee or beside or at_once:
            reported = True
            yield Hit(*span, related=((opinions[0], "the opinion"),) if not beside else ())
    if reported or decided or release.find("commission-to-decide"):
        return
    for span, sentence in told(release, "opinion-given"):
        if sentence.section in _OPENING:
            yield Hit(*span, variant="undecided", severity="warning")
            return


def approval_without_jurisdiction(release: Release) -> Iterator[Hit]:
    """The first mention of an approval names neither who approved nor where."""
    if release.profile.kind == "approval":
        return
    for span, sentence in told(release, "approval-told"):
        line = sentence.start, sentence.end
        if (
            sentence.section not in PROSE
            or release.has("approval-of-business", *line)
            or release.has("status-supposed", max(sentence.start, span[0] - 30), span[0])
        ):
            continue
        if not release.has("authority-or-place", *paragraph_of(release, span)) and not _is_placed(release):
            yield Hit(*span)
        return


def _is_placed(release: Release) -> bool:
    """Whether the paragraph about the product says where it is approved."""
    return any(release.kind_at(start) in ("lead", "about-product") for start, _ in release.find("approved-somewhere"))
