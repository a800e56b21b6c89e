"""Reports made by hand."""

from typing import Any

from prlint.document import read
from prlint.engine.model import Authority, Edit, Finding, Related
from prlint.release.model import Profile
from prlint.report import FileReport, Report

PROFILE = Profile(kind="topline", kinds=frozenset({"topline", "approval"}), traits=frozenset({"results", "medical"}), date=(2027, 3, 4), company="Ferrant")


def file_report(text: str, *marked: str, path: str = "release.txt", severity: str = "error", **more: Any) -> FileReport:
    """A file with a finding on the first place of each marked text; an empty one is a finding about something absent at the end."""
    document = read(text.encode("utf-8", "surrogatepass"), path)
    findings = []
    for quote in marked:
        start = document.text.index(quote) if quote else len(document.text)
        told = {
            "code": "EFF001",
            "name": "safe-and-effective",
            "severity": severity,
            "message": f"`{quote}` is a claim",
            "start": start,
            "end": start + len(quote),
            "location": document.locate(start),
            "quote": quote,
            "section": "body",
            "authority": (Authority("21 CFR 312.7(a)", "An investigational drug may not be called safe or effective.", "https://www.ecfr.gov/"),),
            "fix": "Say what was measured.",
        }
        findings.append(Finding(**{**told, **more}))
    return FileReport(path, document, PROFILE, tuple(findings))


def related(file: FileReport, quote: str, label: str) -> Related:
    """Another place of a file."""
    assert file.document is not None
    start = file.document.text.index(quote)
    return Related(start, start + len(quote), file.document.locate(start), label)


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(start, end, text, safe=True)


def report(*files: FileReport, skipped: int = 0) -> Report:
    return Report(files, skipped)
