"""Reports made by hand."""

from itertools import accumulate
from typing import Any

from prlint.document import Document
from prlint.engine.model import Authority, Edit, Finding, Related
from prlint.release.model import Profile
from prlint.report import FileReport, Report

PROFILE = Profile(
    kind="topline", kinds=frozenset({"topline", "approval"}), traits=frozenset({"results", "medical"}), date=(2027, 3, 4), company="Ferrant"
)


def document(text: str, path: str = "release.txt") -> Document:
    """A document of any text, also of one that a reader would call binary."""
    starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")))[:-1]
    return Document(path, text, "utf-8", (), starts)


def file_report(text: str, *marked: str, path: str = "release.txt", severity: str = "error", **more: Any) -> FileReport:
    """A file with a finding on the first place of each marked text; an empty one is a finding about something absent at the end."""
    told_of = document(text, path)
    findings = []
    for quote in marked:
        start = text.index(quote) if quote else len(text)
        told = {
            "code": "EFF001",
            "name": "safe-and-effective",
            "severity": severity,
            "message": f"`{quote}` is a claim",
            "start": start,
            "end": start + len(quote),
            "location": told_of.locate(start),
            "quote": quote,
            "section": "body",
            "authority": (
                Authority("21 CFR 312.7(a)", "An investigational drug may not be called safe or effective.", "https://www.ecfr.gov/"),
            ),
            "fix": "Say what was measured.",
        }
        findings.append(Finding(**{**told, **more}))
    return FileReport(path, told_of, PROFILE, tuple(findings))


def related(file: FileReport, quote: str, label: str) -> Related:
    """Another place of a file."""
    assert file.document is not None
    start = file.document.text.index(quote)
    return Related(start, start + len(quote), file.document.locate(start), label)


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(start, end, text, safe=True)


def report(*files: FileReport, skipped: int = 0) -> Report:
    return Report(files, skipped)


def replace(record: Any, **changes: object) -> Any:
    """A record with some of its fields changed."""
    return record._replace(**changes)
