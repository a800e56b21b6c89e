"""From a path or a document to its part of the report: where read, parse and check meet."""

from pathlib import Path

from prlint.config import Settings
from prlint.document import Document, ReadError, read
from prlint.engine import CheckError, RuleSet, check
from prlint.release import parse
from prlint.release.model import Release
from prlint.report.model import FileReport


def read_file(source: Path | bytes, path: str, tracked: str = "final") -> Document | FileReport:
    """The document, or the report of why it could not be read. `tracked` says which text of tracked changes is read."""
    try:
        return read(source, path, tracked)
    except ReadError as error:
        return FileReport(path, failure=str(error))


def understand(document: Document, settings: Settings, rules: RuleSet) -> Release:
    """The release, read with the vocabulary of the rules."""
    return parse(document, settings, vocabulary=rules.vocabulary)


def gather(document: Document, settings: Settings, rules: RuleSet, *, detailed: bool = False) -> FileReport:
    """One document's findings; if `detailed` with its sections and facts."""
    release = understand(document, settings, rules)
    try:
        report = FileReport(document.path, document, release.profile, tuple(check(release, rules)))
    except CheckError as error:
        return FileReport(document.path, failure=str(error))
    if document.suppressions:
        from prlint.report.suppressed import suppressed

        report = suppressed(report, rules)
    return report._replace(sections=release.sections, facts=release.facts) if detailed else report
