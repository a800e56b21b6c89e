"""The `gitlab` format: a Code Quality report, which GitLab shows in the widget and the changes of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format describes it. What is waived or was known before
is left out: GitLab compares reports by fingerprint, and the fingerprints of a whole report must differ.
"""

import json

from prlint.document.model import Document, Location
from prlint.records import Any
from prlint.report.entries import Entry, committed, placed, reported, shown, unicode
from prlint.report.model import Report
from prlint.report.style import Style

_WHOLE = {"lines": {"begin": 1, "end": 1}}  # GitLab wants a line; the first one stands for a whole file without lines
_SEVERITIES = {"error": "critical", "warning": "major", "info": "info"}


def report_gitlab(report: Report, _style: Style) -> str:
    """A run as an array of issues; of a file that could not be checked too."""
    issues: list[dict[str, Any]] = []
    for file in report.files:
        path = unicode(committed(file.path))
        if file.document:
            issues += [_issue(entry, file.document, path) for entry in reported(file)]
        else:
            issues.append(_failed(path, file.failure))
    return json.dumps(issues, indent=1) + "\n"


def _issue(entry: Entry, document: Document, path: str) -> dict[str, Any]:
    finding = entry.finding
    first, last = finding.location, document.locate_end(finding.start, finding.end)
    return {
        "description": f"{finding.code}: {shown(placed(first, finding.message))}",
        "check_name": finding.name,
        "fingerprint": _digest(path, entry.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, **_where(first, last)},
    }


def _where(first: Location, last: Location) -> dict[str, Any]:
    """Where a finding begins and ends, in Code Climate's two ways of saying it."""
    if first.label:
        return _WHOLE
    places = ({"line": place.line, "column": place.column} for place in (first, last))
    return {"positions": dict(zip(("begin", "end"), places, strict=True))}


def _failed(path: str, failure: str) -> dict[str, Any]:
    return {
        "description": f"prlint could not check this file: {shown(failure)}",
        "check_name": "not-checked",
        "fingerprint": _digest(path, "not-checked"),
        "severity": "blocker",
        "location": {"path": path, **_WHOLE},
    }


def _digest(path: str, fingerprint: str) -> str:
    """A fingerprint that differs in every file: the same words may be found in several."""
    from hashlib import blake2b

    return blake2b(f"{path}\0{fingerprint}".encode(), digest_size=16).hexdigest()
