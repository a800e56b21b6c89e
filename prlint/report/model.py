"""What a run found, file by file."""

from collections.abc import Iterator
from typing import NamedTuple

from prlint.document.model import Document
from prlint.engine.model import Finding
from prlint.release.model import Profile


class FileReport(NamedTuple):
    """One file: its findings, or the `failure` (one clause) that kept it from being checked; how many more were `fixed`."""

    path: str
    document: Document | None = None
    profile: Profile | None = None
    findings: tuple[Finding, ...] = ()
    failure: str = ""
    fixed: int = 0


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
    def fixed(self) -> int:
        return sum(file.fixed for file in self.files)

    def fixable(self, *, unsafe: bool) -> int:
        """How many findings have a fix that is safe, or one that is not."""
        return sum(
            bool(finding.edits) and not finding.waived and unsafe != all(edit.safe for edit in finding.edits) for finding in self.findings
        )

    @property
    def waived(self) -> int:
        return sum(bool(finding.waived) for finding in self.findings)
