"""Waivers: findings that somebody has looked at and lets stand, with the reason and the name.

A waiver is about words, not about a line: it holds while the text around its quotation is edited, and ends when the
quoted words themselves change. What a waiver may not do is cover more than was looked at: one that fits more findings
than it says, or that has expired, waives nothing.
"""

import re
from collections.abc import Iterable, Sequence

from prlint.engine.model import Finding
from prlint.language.fold import fold
from prlint.language.patterns import Span
from prlint.records import Record

NAME = "prlint-waivers.toml"


class Waiver(Record):
    """One waiver, as its file tells it. Days are written `2027-03-04`; an empty `expires` never comes.

    `quote` holds the words of the finding, and more of the text around them where they stand in several places. It is empty
    for something that is absent. `times` is how many findings of a file it stands for. `number` counts the waivers of the file.
    """

    code: str
    file: str
    quote: str
    reason: str
    approved_by: str = ""
    date: str = ""
    expires: str = ""
    times: int = 1
    number: int = 0

    def has_expired(self, today: str) -> bool:
        """Whether its last day is over."""
        return bool(self.expires) and self.expires < today

    @property
    def told(self) -> str:
        """Why a finding is waived, by whom, and until when."""
        signed = f"approved by {self.approved_by}" if self.approved_by else "approved by nobody yet"
        on = f" on {self.date}" if self.date else ""
        until = f", until {self.expires}" if self.expires else ""
        return f"{' '.join(self.reason.split())} ({' '.join(signed.split())}{on}{until})"


class WaiverFile(Record):
    """A file of waivers: what reports call it, its text, and what it says."""

    path: str
    source: str
    waivers: tuple[Waiver, ...]


class Quoted:
    """A text in which quotations are looked for, whatever its white space, letter case, quotation marks, dashes and accents."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text).lower()
        self._found: dict[str, list[Span]] = {}

    def spans(self, quote: str) -> list[Span]:
        """Where a quotation stands, in code points of the text; nowhere if it is empty."""
        if quote not in self._found:
            words = fold(quote).lower().split()
            literal = re.compile(rb"\s+".join(map(re.escape, words)))  # words and white space: nothing that could backtrack
            self._found[quote] = [match.span() for match in literal.finditer(self._folded)] if words else []
        return self._found[quote]


def fitted(text: Quoted, findings: Sequence[Finding], waiver: Waiver) -> list[int]:
    """Which findings of a text a waiver speaks of: those of its rule whose words its quotation holds."""
    spans = text.spans(waiver.quote)
    empty = not waiver.quote.split()
    return [
        index
        for index, finding in enumerate(findings)
        if finding.code == waiver.code
        and (any(start <= finding.start and finding.end <= end for start, end in spans) if finding.end > finding.start else empty)
    ]


def waived(text: str, findings: Iterable[Finding], waivers: Iterable[Waiver], today: str) -> list[Finding]:
    """The findings of a text, each with what waives it."""
    quoted, every = Quoted(text), list(findings)
    for waiver in waivers:
        places = fitted(quoted, every, waiver)
        if waiver.has_expired(today) or len(places) > waiver.times:
            continue
        for index in places:
            if not every[index].waived:
                every[index] = every[index]._replace(waived=waiver.told)
    return every
