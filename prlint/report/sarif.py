"""The `sarif` format: SARIF 2.1.0, which GitHub code scanning, Azure DevOps and many viewers read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. The authorities of the rules are a taxonomy of their own
that the rules relate to. Columns count code points. `partialFingerprints` hold no line, so that a result is the same one
after an edit elsewhere; what is waived is suppressed with its reason; with a baseline each result has its state.
"""

import json
from collections.abc import Iterable, Mapping

from prlint import __version__
from prlint.document.model import Document
from prlint.engine.model import Finding, Rule
from prlint.records import Any
from prlint.report.entries import Entry, committed, entries, placed
from prlint.report.model import FileReport, Report
from prlint.report.rulehelp import descriptor, taxonomy, told
from prlint.report.style import Style

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "prlint/v1"


def report_sarif(report: Report, _style: Style) -> str:
    """A run as a log with one run."""
    rules = rules_told(report)
    index = {rule.code: number for number, rule in enumerate(rules)}
    suppressing = any(finding.waived for finding in report.findings)
    authorities = list(dict.fromkeys(authority for rule in rules for authority in rule.authority))
    run: dict[str, Any] = {
        "tool": {"driver": _driver(rules, authorities)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.files)],
        "artifacts": [_artifact(file) for file in report.files],
        "results": [
            _result(entry, file.document, number, index, suppressing=suppressing)
            for number, file in enumerate(report.files)
            if file.document
            for entry in entries(file)
        ],
    }
    if authorities:
        run["taxonomies"] = [taxonomy(authorities)]
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def rules_told(report: Report) -> list[Rule]:
    """The rules that ran; and what is known of those that found something all the same, such as waivers that do not hold."""
    rules = {rule.code: rule for rule in report.rules}
    for file in report.files:
        for finding in (*file.findings, *(file.baselined or ()), *(file.unchanged or ())):
            if finding.code not in rules:
                rules[finding.code] = _rule_of(finding)
    return list(rules.values())


def _rule_of(finding: Finding) -> Rule:
    family = finding.code.rstrip("0123456789")
    words = finding.name.replace("-", " ")
    return Rule(finding.code, finding.name, family, finding.severity, words, "", "", finding.fix, authority=finding.authority)


def _driver(rules: Iterable[Rule], authorities: list[Any]) -> dict[str, Any]:
    number = {authority: index for index, authority in enumerate(authorities)}
    return {
        "name": "prlint",
        "version": __version__,
        "semanticVersion": __version__,
        "shortDescription": {"text": "A linter for biotech press releases"},
        "supportedTaxonomies": [{"name": "authorities", "index": 0}] if authorities else [],
        "rules": [descriptor(rule, _LEVELS[rule.severity], [number[a] for a in rule.authority]) for rule in rules],
    }


def _invocation(files: Iterable[FileReport]) -> dict[str, Any]:
    notifications = []
    for number, file in enumerate(files):
        messages = (
            [("error", file.failure)] if file.failure else [("note", note) for note in (file.document.notes if file.document else ())]
        )
        notifications += [
            {"level": level, "message": {"text": told(text)}, "locations": [{"physicalLocation": {"artifactLocation": _uri(file, number)}}]}
            for level, text in messages
        ]
    return {
        "executionSuccessful": not any(item["level"] == "error" for item in notifications),
        "toolExecutionNotifications": notifications,
    }


def _artifact(file: FileReport) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": _uri(file)}
    if file.document and not file.document.origin:
        artifact["encoding"] = file.document.encoding
    if file.document:
        artifact["roles"] = ["analysisTarget"]
    return artifact


def _uri(file: FileReport, index: int | None = None) -> dict[str, Any]:
    """The place of a file; a relative path is told from the root of the repository."""
    from os import fsencode
    from urllib.parse import quote

    path = committed(file.path)
    location: dict[str, Any] = {"uri": quote(fsencode(path))}
    if path.startswith("/"):
        location["uri"] = f"file://{location['uri']}"
    else:
        location["uriBaseId"] = "%SRCROOT%"
    if index is not None:
        location["index"] = index
    return location


def _result(entry: Entry, document: Document, number: int, index: Mapping[str, int], *, suppressing: bool) -> dict[str, Any]:
    finding = entry.finding
    place = {"index": number, **_uri(FileReport(document.path))}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": told(placed(finding.location, finding.message))},
        "locations": [_location(document, finding.start, finding.end, place, section=finding.section)],
        "partialFingerprints": {_FINGERPRINT: entry.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": i, **_location(document, related.start, related.end, place), "message": {"text": told(related.label)}}
            for i, related in enumerate(finding.related)
        ]
    if finding.edits and not document.origin:
        result["fixes"] = [_fix(finding, document, place)]
    if suppressing:  # either every result of a run tells of suppressions or none does
        accepted = {"kind": "external", "status": "accepted", "justification": told(finding.waived)}
        result["suppressions"] = [accepted] if finding.waived else []
    if entry.state:
        result["baselineState"] = entry.state
    return result


def _location(document: Document, start: int, end: int, place: dict[str, Any], *, section: str = "") -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": place, "region": _region(document, start, end)}}
    if section:
        location["logicalLocations"] = [{"name": section, "kind": "section"}]
    label = document.locate(start).label
    if label:
        location["message"] = {"text": told(label)}
    return location


def _region(document: Document, start: int, end: int) -> dict[str, Any]:
    first, last = document.locate(start), document.locate_end(start, end)
    # GitHub refuses a result without a line; where a file has none, the first one stands for the whole of it.
    region: dict[str, Any] = {"startLine": 1}
    if not first.label:
        region = {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}
    quote = document.text[start:end]
    if quote and told(quote) == quote:  # one that hides something is not handed on
        region["snippet"] = {"text": quote}
    return region


def _fix(finding: Finding, document: Document, place: dict[str, Any]) -> dict[str, Any]:
    replacements = []
    for edit in finding.edits:
        region = _region(document, edit.start, edit.end)
        region.pop("snippet", None)
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": place, "replacements": replacements}
    return {"description": {"text": told(finding.fix or finding.message)}, "artifactChanges": [change]}
