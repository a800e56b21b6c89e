"""The closing line, which counts everything: a problem is never silent."""

from prlint.report.model import Report


def closing(report: Report) -> str:
    """`1 error, 4 warnings, 9 infos; 1 file checked, 0 skipped, 0 failed`."""
    found = ", ".join(counted(report.tally(severity), severity) for severity in ("error", "warning", "info"))
    waived = f", {report.waived} waived" if report.waived else ""
    return f"{found}{waived}; {counted(report.checked, 'file')} checked, {report.skipped} skipped, {report.failed} failed"


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
