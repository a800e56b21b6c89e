"""Fixes: which edits of a finding may be made at all, which are made together, and the text that they leave.

A fix is an exact replacement. It never stands in a quotation, which is somebody else's words, and never changes a figure,
which only the source of the data can correct.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from prlint.engine.model import Edit, Finding
from prlint.language.patterns import Span
from prlint.records import Record
from prlint.release.model import LONGEST_FACT, Release

# Facts that state a measurement, an amount or the number of a trial.
_FIGURES = ("statistic", "money", "trial-id")


class Choice(Record):
    """The findings whose fixes are made in one go, and those left because the file cannot take an edit of theirs."""

    taken: tuple[Finding, ...]
    unwritable: tuple[Finding, ...]

    @property
    def edits(self) -> list[Edit]:
        """The edits of what is taken, in the order of the text, none of which touches another."""
        return sorted(edit for finding in self.taken for edit in finding.edits)


def admissible(release: Release, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that change something, outside quotations, and no figure."""
    return tuple(
        edit
        for edit in edits
        if release.text[edit.start : edit.end] != edit.text and not _overlaps(release.quoted, edit) and not _changes_a_figure(release, edit)
    )


def _overlaps(spans: Sequence[Span], edit: Edit) -> bool:
    """Whether an edit reaches into one of some spans that are sorted and apart; at the edge of one is outside."""
    index = bisect_left(spans, (edit.end, 0)) - 1
    return index >= 0 and edit.start < spans[index][1]


def _changes_a_figure(release: Release, edit: Edit) -> bool:
    """Whether the digits of a result, an amount or a trial's number would be others.

    A p value is not a figure in this sense if the edit is unsafe: `p=0.000` is how a program prints `p<0.001`.
    """
    if _digits(release.text[edit.start : edit.end]) == _digits(edit.text):
        return False
    near = (fact for kind in _FIGURES for fact in release.facts_from(kind, edit.start - LONGEST_FACT, edit.end))
    facts = (fact for fact in near if edit.start < fact.end)
    return any(edit.safe or fact.value.get("form") != "p" for fact in facts)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def is_offered(finding: Finding, *, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be made: a safe one, or any if `unsafe`."""
    return bool(finding.edits) and not finding.waived and (unsafe or all(edit.safe for edit in finding.edits))


def chosen(findings: Iterable[Finding], *, unsafe: bool, can_hold: Callable[[Edit], bool] = lambda _: True) -> Choice:
    """The findings to fix together: of two whose edits overlap or touch, the first. `can_hold` says what the file can take."""
    taken: list[Finding] = []
    unwritable: list[Finding] = []
    spans: list[Span] = []
    for finding in findings:
        if not is_offered(finding, unsafe=unsafe):
            continue
        if not all(map(can_hold, finding.edits)):
            unwritable.append(finding)
            continue
        own: list[Span] = []
        for edit in finding.edits:
            if _is_free(spans, edit) and _is_free(own, edit):
                insort(own, (edit.start, edit.end))
        if len(own) == len(finding.edits):
            taken.append(finding)
            for span in own:
                insort(spans, span)
    return Choice(tuple(taken), tuple(unwritable))


def _is_free(spans: Sequence[Span], edit: Edit) -> bool:
    """Whether an edit neither overlaps nor touches any of some spans that are sorted and apart."""
    index = bisect_left(spans, (edit.start, edit.end))
    return (index == len(spans) or edit.end < spans[index][0]) and (index == 0 or spans[index - 1][1] < edit.start)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made, which must be sorted and apart."""
    pieces, done = [], 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])
