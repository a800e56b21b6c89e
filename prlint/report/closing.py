"""The closing line, which counts everything: a problem is never silent."""

from prlint.report.model import Report


def closing(report: Report) -> str:
    """`1 error, 4 warnings, 9 infos; 1 file checked, 0 skipped, 0 failed`."""
    found = ", ".join(counted(report.tally(severity), severity) for severity in ("error", "warning", "info"))
    apart = ((report.waived, "waived"), (report.baselined, "in the baseline"), (report.unchanged, "not of this change"))
    known = "".join(f", {number} {what}" for number, what in apart if number)
    files = f"{counted(report.checked, 'file')} checked, {report.skipped} skipped, {report.failed} failed"
    return "; ".join(filter(None, (found + known, files, fixes(report))))


def fixes(report: Report, were: str = "fixed") -> str:
    """`3 fixed, 1 more can be fixed with --unsafe-fixes`: what was fixed and what can be; empty if there is nothing to say of it."""
    told = [f"{report.fixed} {were}"] if report.fixed else []
    more = " more" if report.fixed else ""
    for option, number in (("--fix", report.fixable(unsafe=False)), ("--unsafe-fixes", report.fixable(unsafe=True))):
        if number:
            told.append(f"{number}{more} can be fixed with {option}")
    return ", ".join(told)


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
