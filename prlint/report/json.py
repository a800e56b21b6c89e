"""The `json` format, for programs. Its JSON Schemas are beside this file, in `schemas/`.

Everything beyond ASCII is written as an escape, so that the output survives any terminal, pipe and encoding as it is.
"""

import json

from prlint import __version__
from prlint.document.model import Document
from prlint.engine.model import Rule
from prlint.records import Any
from prlint.release.model import Profile, Release
from prlint.report.entries import UNCHANGED, Entry, entries
from prlint.report.model import FileReport, Report
from prlint.report.style import Style


def report_json(report: Report, _style: Style) -> str:
    """A run, as `schemas/check.json` describes it."""
    return _dump(
        {
            "version": __version__,
            "files": [_file(file) for file in report.files],
            "summary": told_summary(report),
        }
    )


def told_summary(report: Report) -> dict[str, int]:
    """What a run counts."""
    return {
        **{severity: report.tally(severity) for severity in ("error", "warning", "info")},
        "waived": report.waived,
        "baselined": report.baselined,
        "unchanged": report.unchanged,
        "fixed": report.fixed,
        "fixable": report.fixable(unsafe=False),
        "unsafely_fixable": report.fixable(unsafe=True),
        "checked": report.checked,
        "skipped": report.skipped,
        "failed": report.failed,
    }


def told_findings(file: FileReport) -> list[dict[str, Any]]:
    """The findings of a file; none if it failed."""
    document = file.document
    return [_finding(entry, document) for entry in entries(file) if entry.state != UNCHANGED] if document else []


def facts_json(release: Release) -> str:
    """What was understood of a release, as `schemas/facts.json` describes it."""
    sections = []
    for section in release.sections:
        told: dict[str, Any] = {"kind": section.kind, "start": section.start, "end": section.end}
        if section.heading:
            told["heading"] = release.quote(section.heading)
        sections.append(told)
    facts = [{"kind": fact.kind, "start": fact.start, "end": fact.end, "value": dict(fact.value)} for fact in release.facts]
    return _dump({"path": release.document.path, "profile": _profile(release.profile), "sections": sections, "facts": facts})


def rules_json(rules: tuple[Rule, ...], selected: frozenset[str]) -> str:
    """The rules, each with what a list of them needs; `selected` holds the codes that would run."""
    return _dump(
        [
            {
                "code": rule.code,
                "name": rule.name,
                "family": rule.family,
                "severity": rule.severity,
                "default": rule.default,
                "selected": rule.code in selected,
                "message": rule.message,
                "why": rule.why,
                "fix": rule.fix,
                "authority": _authority(rule.authority),
            }
            for rule in rules
        ]
    )


def _dump(value: object) -> str:
    return json.dumps(value, default=list) + "\n"


def _profile(profile: Profile) -> dict[str, Any]:
    return {
        "kind": profile.kind,
        "kinds": sorted(profile.kinds),
        "issuer": profile.issuer,
        "product": profile.product,
        "outcome": profile.outcome,
        "traits": sorted(profile.traits),
        "date": "{:04}-{:02}-{:02}".format(*profile.date) if profile.date else None,
        "company": profile.company,
    }


def _file(file: FileReport) -> dict[str, Any]:
    told: dict[str, Any] = {"path": file.path, "profile": _profile(file.profile) if file.profile else None}
    if file.document and file.document.notes:
        told["notes"] = list(file.document.notes)
    told["findings"] = told_findings(file)
    if file.failure:
        told["failure"] = file.failure
    return told


def _finding(entry: Entry, document: Document) -> dict[str, Any]:
    finding = entry.finding
    told: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "location": _location(document, finding.start, finding.end),
        "quote": finding.quote,
        "section": finding.section,
        "fingerprint": entry.fingerprint,
        "authority": _authority(finding.authority),
    }
    if finding.fix:
        told["fix"] = finding.fix
    if finding.related:
        told["related"] = [
            {"label": r.label, "start": r.start, "end": r.end, "location": _location(document, r.start, r.end)} for r in finding.related
        ]
    if finding.edits:
        told["edits"] = [{"start": e.start, "end": e.end, "text": e.text, "safe": e.safe} for e in finding.edits]
    if finding.waived:
        told["waived"] = finding.waived
    return told


def _location(document: Document, start: int, end: int) -> dict[str, Any]:
    first, last = document.locate(start), document.locate_end(start, end)
    told: dict[str, Any] = {"line": first.line, "column": first.column, "end_line": last.line, "end_column": last.column}
    if first.label:
        told["label"] = first.label
    return told


def _authority(authorities: tuple[Any, ...]) -> list[dict[str, str]]:
    return [{"cite": a.cite, "says": a.says, **({"url": a.url} if a.url else {})} for a in authorities]
