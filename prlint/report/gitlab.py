"""The `gitlab` format: a Code Quality report, which GitLab shows in the widget and the changes of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format describes it. What is waived or was known before
is left out: GitLab compares reports by fingerprint, and the fingerprints of a whole report must differ.
"""

import json

from prlint.document.model import Document, Location
from prlint.records import Any
from prlint.report.entries import Entry, placed, reported, shown, slashed
from prlint.report.model import Report
from prlint.report.style import Style

_SEVERITIES = {"error": "critical", "warning": "major", "info": "info"}


def report_gitlab(report: Report, _style: Style) -> str:
    """A run as an array of issues; of a file that could not be checked too."""
    issues: list[dict[str, Any]] = []
    for file in report.files:
        path = slashed(file.path)
        if file.document:
            issues += [_issue(entry, file.document, path) for entry in reported(file)]
        else:
            issues.append(_failed(path, file.failure))
    return json.dumps(issues, indent=1) + "\n"


def _issue(entry: Entry, document: Document, path: str) -> dict[str, Any]:
    finding = entry.finding
    first, last = finding.location, document.locate(finding.end)
    return {
        "description": f"{finding.code}: {shown(placed(first, finding.message))}",
        "check_name": finding.name,
        "fingerprint": _digest(path, entry.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "positions": _positions(first, last)},
    }


def _positions(first: Location, last: Location) -> dict[str, Any]:
    """Where a finding begins and ends. GitLab wants a line; the first one stands for a whole file without lines."""
    if first.label:
        return {"begin": {"line": 1}}
    return {"begin": {"line": first.line, "column": first.column}, "end": {"line": last.line, "column": last.column}}


def _failed(path: str, failure: str) -> dict[str, Any]:
    return {
        "description": f"prlint could not check this file: {shown(failure)}",
        "check_name": "not-checked",
        "fingerprint": _digest(path, "not-checked"),
        "severity": "blocker",
        "location": {"path": path, "positions": {"begin": {"line": 1}}},
    }


def _digest(path: str, fingerprint: str) -> str:
    """A fingerprint that differs in every file: the same words may be found in several."""
    from hashlib import blake2b

    return blake2b(f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
