"""The `rdjson` format: what reviewdog posts as comments on the lines of a change.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf describes it. Its columns count bytes of UTF-8, from 1. Paths are
told from the current folder, as reviewdog reads them. `related_locations` are known to reviewdog 0.18 and later; as its
reporters but one do not show them, the message tells of them too.
"""

import json
from codecs import BOM_UTF8

from prlint.document.model import Document, Location
from prlint.engine.model import Finding, Related
from prlint.records import Any
from prlint.report.entries import http, line_bytes, placed, reported, shown, slashed, unicode, where
from prlint.report.model import Report
from prlint.report.style import Style

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def report_rdjson(report: Report, _style: Style) -> str:
    """A run as one DiagnosticResult."""
    told = [_diagnostic(e.finding, f.document, _path(f.path)) for f in report.files if f.document for e in reported(f)]
    told += [_failed(_path(file.path), file.failure) for file in report.files if file.failure]
    return json.dumps({"source": {"name": "prlint"}, "diagnostics": told}, indent=1) + "\n"


def _path(path: str) -> str:
    return unicode(slashed(path))


def _diagnostic(finding: Finding, document: Document, path: str) -> dict[str, Any]:
    code = {"value": finding.code}
    url = next(filter(None, (http(authority.url) for authority in finding.authority)), "")
    if url:
        code["url"] = url
    told: dict[str, Any] = {
        "message": _message(finding),
        "location": {"path": path},
        "severity": _SEVERITIES[finding.severity],
        "code": code,
    }
    if not finding.location.label:  # a file without lines gets a comment of its own
        told["location"]["range"] = _range(document, finding.start, finding.end)
    related = [_related(place, document, path) for place in finding.related if not place.location.label]
    if related:
        told["related_locations"] = related
    # A suggestion is one exact replacement; reviewdog would offer several one by one, and half a fix is none. It cuts the
    # bytes of the line, which are these columns in UTF-8 only.
    if len(finding.edits) == 1 and not document.origin and document.encoding == "utf-8":
        edit = finding.edits[0]
        told["suggestions"] = [{"range": _range(document, edit.start, edit.end), "text": edit.text}]
    return told


def _related(related: Related, document: Document, path: str) -> dict[str, Any]:
    return {"message": shown(related.label), "location": {"path": path, "range": _range(document, related.start, related.end)}}


def _message(finding: Finding) -> str:
    told = [f"{finding.name}: {shown(placed(finding.location, finding.message))}"]
    told += [f"{shown(related.label)}: {where(related.location)}" for related in finding.related]
    told += [f"Authority: {shown(authority.cite)}" for authority in finding.authority]
    return "\n".join([*told, *([f"Fix: {shown(finding.fix)}"] if finding.fix else [])])


def _range(document: Document, start: int, end: int) -> dict[str, Any]:
    return {"start": _position(document, document.locate(start)), "end": _position(document, document.locate_end(start, end))}


def _position(document: Document, place: Location) -> dict[str, int]:
    if document.origin:  # the bytes of its author's line are not at hand
        return {"line": place.line}
    column = line_bytes(document.line_text(place.line), place.column)
    return {"line": place.line, "column": column + len(BOM_UTF8) if document.marked and place.line == 1 else column}


def _failed(path: str, failure: str) -> dict[str, Any]:
    return {"message": f"prlint could not check this file: {shown(failure)}", "location": {"path": path}, "severity": "ERROR"}
