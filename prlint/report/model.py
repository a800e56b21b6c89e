"""What a run found, file by file."""

from collections.abc import Iterator
from typing import NamedTuple

from prlint.document.model import Document
from prlint.engine.model import Finding
from prlint.release.model import Profile


class FileReport(NamedTuple):
    """One file: its findings, or the `failure` (one clause) that kept it from being checked."""

    path: str
    document: Document | None = None
    profile: Profile | None = None
    findings: tuple[Finding, ...] = ()
    failure: str = ""


class Report(NamedTuple):
    """A whole run. `skipped` counts the files of searched folders that are not releases."""

    files: tuple[FileReport, ...] = ()
    skipped: int = 0

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, in the order of the files."""
        return (finding for file in self.files for finding in file.findings)

    @property
    def checked(self) -> int:
        return len(self.files) - self.failed

    @property
    def failed(self) -> int:
        return sum(bool(file.failure) for file in self.files)

    def tally(self, severity: str) -> int:
        """How many findings have a severity; waived ones are not counted."""
        return sum(finding.severity == severity and not finding.waived for finding in self.findings)

    @property
    def waived(self) -> int:
        return sum(bool(finding.waived) for finding in self.findings)
