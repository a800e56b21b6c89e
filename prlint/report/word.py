"""Findings as the comments of a Word document."""

from collections.abc import Iterable

from prlint.document.word_comments import Remark
from prlint.engine.model import Finding
from prlint.report.terminal import harmless


def remarks(findings: Iterable[Finding]) -> list[Remark]:
    """What to say of each finding that is not waived: code and name, the clause, other places, authority, advice."""
    return [Remark(finding.start, finding.end, _lines(finding)) for finding in findings if not finding.waived]


def _lines(finding: Finding) -> tuple[str, ...]:
    told = [f"{finding.code} {finding.name} ({finding.severity})", finding.message]
    told += [f"See {related.location.label}: {related.label}" for related in finding.related if related.location.label]
    told += [f"Authority: {authority.cite}. {authority.says}" for authority in finding.authority]
    if finding.fix:
        told.append(f"Advice: {finding.fix}")
    return tuple(harmless(" ".join(line.split())) for line in told)
