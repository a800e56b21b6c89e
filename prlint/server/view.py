"""One version of a text as it was checked: what an editor is shown of it."""

from collections.abc import Iterator

from lsprotocol import types

from prlint.engine.model import Finding
from prlint.records import Record
from prlint.report.entries import http, shown
from prlint.report.model import FileReport
from prlint.server.positions import Positions

SOURCE = "prlint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


class View(Record):
    """A text of an editor, its version, and what prlint says of it."""

    uri: str
    version: int | None
    report: FileReport
    positions: Positions

    @property
    def findings(self) -> Iterator[Finding]:
        """What nobody has waived."""
        return (finding for finding in self.report.findings if not finding.waived)

    def at(self, place: types.Range) -> Iterator[Finding]:
        """The findings that a stretch touches; something absent is touched from anywhere on its line."""
        for finding in self.findings:
            own = self.range(finding)
            if own.start == own.end:
                if place.start.line <= own.start.line <= place.end.line:
                    yield finding
            elif own.start <= place.end and place.start <= own.end:
                yield finding

    def range(self, finding: Finding) -> types.Range:
        return self.positions.range(finding.start, finding.end)

    def diagnostics(self) -> list[types.Diagnostic]:
        """The findings, or why there are none."""
        if self.report.failure:
            return [self._failure()]
        return [self.diagnostic(finding) for finding in self.findings]

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        url = next((link for authority in finding.authority if (link := http(authority.url))), "")
        return types.Diagnostic(
            range=self.range(finding),
            message=shown(finding.message),
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            code_description=types.CodeDescription(url) if url else None,
            source=SOURCE,
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(self.uri, self.positions.range(related.start, related.end)), shown(related.label)
                )
                for related in finding.related
            ]
            or None,
        )

    def _failure(self) -> types.Diagnostic:
        """Why the text could not be checked, on its first line. Lines with a caret stay lines."""
        told = "\n".join(shown(line) if line.strip(" |^") else line for line in self.report.failure.split("\n"))
        start = types.Position(0, 0)
        return types.Diagnostic(types.Range(start, start), f"not checked: {told}", types.DiagnosticSeverity.Error, source=SOURCE)
