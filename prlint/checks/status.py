"""Regulatory status: what a milestone, a goal date, a registration or a regulator's word is said to mean."""

from collections.abc import Iterator

from prlint.checks.applications import ind_approved, indication_broadened, wrong_application_or_action_term
from prlint.checks.approvals import (
    accelerated_approval_statement,
    approval_without_jurisdiction,
    chmp_opinion_as_approval,
    cleared_called_approved,
    eua_described_as_approval,
)
from prlint.checks.assertions import is_supposed, paragraph_of, told
from prlint.checks.claims import HEADLINES, NEWS
from prlint.checks.refusals import crl_not_disclosed_plainly
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

__all__ = [
    "accelerated_approval_statement",
    "approval_without_jurisdiction",
    "chmp_opinion_as_approval",
    "cleared_called_approved",
    "crl_not_disclosed_plainly",
    "designation_implies_approval",
    "eua_described_as_approval",
    "fda_agreement_claim",
    "fda_registered_as_endorsement",
    "ind_approved",
    "indication_broadened",
    "pdufa_date_as_certainty",
    "wrong_application_or_action_term",
]

_MILESTONE_REACH = 130  # code points between a milestone and what it is said to prove
_AGREEMENT_REACH = 35  # code points between a word that supposes and a regulator's agreement, which is told as past
_PLACE_REACH = 60  # code points between a registration and the establishment that it is of
_BARE = pattern(r"(?:this|these|the|such|both|our|receiving|fda|ema) designations?")
_THEIRS = pattern(r"\b(?:their|its)\b")
_COMPLIANT = pattern(r"fda[- ]compliant")


def designation_implies_approval(release: Release) -> Iterator[Hit]:
    """A designation, an accepted filing or a monitoring board's advice is told as proof that a product works or will be approved."""
    if not release.find("regulatory-milestone"):
        return
    for span, sentence in told(release, "proof-by-milestone"):
        if not is_supposed(release, span, sentence) and not _is_disclaimed(release, span):
            yield Hit(*span)
    for span, sentence in told(release, "milestone-proof"):
        if _speaks_for(release, span, sentence):
            yield Hit(*span)
    for span, sentence in told(release, "milestone-praise"):
        if _speaks_for(release, span, sentence):
            yield Hit(*span, severity="info")


def _speaks_for(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether what is said is said of a milestone: one stands before it, with nothing between that has another subject."""
    start = max(sentence.start, span[0] - _MILESTONE_REACH)
    milestones = [m for m in release.find("regulatory-milestone") if start <= m[0] and m[1] <= span[0] and _is_milestone(release, m)]
    if not milestones or release.has("milestone-parted", milestones[-1][1], span[0]):
        return False
    return not is_supposed(release, milestones[-1], sentence) and not _is_disclaimed(release, span)


def _is_milestone(release: Release, span: Span) -> bool:
    """A designation without its name counts where the release names one."""
    return not _BARE.whole(release.twin, *span) or bool(release.find("designation"))


def _is_disclaimed(release: Release, span: Span) -> bool:
    return release.has("milestone-disclaimed", *paragraph_of(release, span))


def pdufa_date_as_certainty(release: Release) -> Iterator[Hit]:
    """The date by which an agency aims to act is told as the date of an approval."""
    certain: list[Span] = []
    for span, sentence in told(release, "approval-as-certain"):
        line = sentence.start, sentence.end
        if release.has("goal-date", *line) and not release.has("approval-doubted", *line):
            certain.append(span)
            yield Hit(*span)
    for span, sentence in told(release, "approval-promised-by-date"):
        beside = any(start < sentence.end and sentence.start < end for start, end in certain)
        if not beside and not release.has("approval-doubted", sentence.start, sentence.end):
            yield Hit(*span, variant="dated", severity="warning")


def fda_registered_as_endorsement(release: Release) -> Iterator[Hit]:
    """A registration, a listing or a certificate is told as the FDA's approval of a product."""
    for span, sentence in told(release, "registered-as-endorsed"):
        around = max(sentence.start, span[0] - _PLACE_REACH), min(sentence.end, span[1] + _PLACE_REACH)
        if release.has("registered-place", around[0], span[0]) or release.has("registration-disclaimed", *paragraph_of(release, span)):
            continue
        if not is_supposed(release, span, sentence):
            yield Hit(*span, severity="warning" if _COMPLIANT.match(release.twin, *span) else "")


def fda_agreement_claim(release: Release) -> Iterator[Hit]:
    """A regulator is said to agree, and the release does not say where that is written or under what condition."""
    for span, sentence in told(release, "regulator-agrees"):
        paragraph = paragraph_of(release, span)
        if is_supposed(release, span, sentence, _AGREEMENT_REACH) or release.has("agreement-basis", *paragraph):
            continue
        elsewhere = any(release.kind_at(start) in NEWS for start, _ in release.find("regulator-meeting"))
        if elsewhere and sentence.section in HEADLINES:
            continue
        if _THEIRS.search(release.twin, *span) and not release.has("regulator", *paragraph):
            continue
        yield Hit(*span, severity="info" if elsewhere else "")
    for span, sentence in told(release, "feedback-followed"):
        if not is_supposed(release, span, sentence) and not release.has("agreement-basis", *paragraph_of(release, span)):
            yield Hit(*span, severity="info")
