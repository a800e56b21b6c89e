"""What a run found, file by file."""

from collections.abc import Iterator

from prlint.document.model import Document
from prlint.engine.model import Finding, Rule
from prlint.records import Record
from prlint.release.model import Fact, Profile, Section


class FileReport(Record):
    """One file: its findings, or the `failure` (one clause) that kept it from being checked; how many more were `fixed`.

    `findings` are what a run reports, the waived ones among them. What was known before stands apart: `baselined` are
    findings that are in the baseline, `unchanged` those that the version of `--diff-base` has too. Each is None where a run
    compares with nothing of the kind; in SARIF both are `unchanged`, and all others `new` if one of them is not None.

    The last part of a report may be a file of waivers: its document has the format `waivers`, no profile, and its findings
    (WVR001 and its kin) are about the waivers themselves.

    `sha256` is that of the bytes that were read, where a review record is kept. `sections` and `facts` are there if the report
    was gathered in detail, for a format of `DETAILED`.
    """

    path: str
    document: Document | None = None
    profile: Profile | None = None
    findings: tuple[Finding, ...] = ()
    failure: str = ""
    fixed: int = 0
    baselined: tuple[Finding, ...] | None = None
    unchanged: tuple[Finding, ...] | None = None
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    sha256: str = ""

    @property
    def is_release(self) -> bool:
        """Whether it is a release that was checked: no failure, and no file of waivers."""
        return not self.failure and not (self.document and self.document.format == "waivers")


class Report(Record):
    """A whole run. `skipped` counts the files of searched folders that are not releases; `rules` are those that ran."""

    files: tuple[FileReport, ...] = ()
    skipped: int = 0
    rules: tuple[Rule, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, in the order of the files."""
        return (finding for file in self.files for finding in file.findings)

    @property
    def checked(self) -> int:
        return sum(file.is_release for file in self.files)

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
        """How many findings have a fix that is safe, or one that is not, in files that take fixes."""
        return sum(
            bool(finding.edits) and not finding.waived and unsafe != all(edit.safe for edit in finding.edits)
            for file in self.files
            if file.document and file.document.takes_fixes
            for finding in file.findings
        )

    @property
    def waived(self) -> int:
        return sum(bool(finding.waived) for finding in self.findings)

    @property
    def baselined(self) -> int:
        return sum(len(file.baselined or ()) for file in self.files)

    @property
    def unchanged(self) -> int:
        return sum(len(file.unchanged or ()) for file in self.files)
