"""From a path or a document to its part of the report: where read, parse and check meet."""

from pathlib import Path

from prlint.config import Settings
from prlint.document import Document, ReadError, read
from prlint.engine.errors import CheckError
from prlint.engine.ruleset import RuleSet
from prlint.release.model import Release
from prlint.report.model import FileReport
from prlint.report.results import Result, Results


def read_file(source: Path | bytes, path: str, tracked: str = "final") -> Document | FileReport:
    """The document, or the report of why it could not be read. `tracked` says which text of tracked changes is read."""
    try:
        return read(source, path, tracked)
    except ReadError as error:
        return FileReport(path, failure=str(error))


def understand(document: Document, settings: Settings, rules: RuleSet) -> Release:
    """The release, read with the vocabulary of the rules."""
    from prlint.release import parse  # not needed where the result is known

    return parse(document, settings, vocabulary=rules.vocabulary)


def gather(document: Document, settings: Settings, rules: RuleSet, *, detailed: bool = False, results: Results | None = None) -> FileReport:
    """One document's findings; if `detailed` with its sections and facts. Of a text whose result is in `results`, that is given."""
    release = None
    known = results.recall(document) if results and not detailed else None
    if known is None:
        release = understand(document, settings, rules)
        try:
            known = _found(release, rules)
        except CheckError as error:
            return FileReport(document.path, failure=str(error))
        if results:
            results.remember(document, known)
    report = FileReport(document.path, document, *known)
    if document.suppressions:
        from prlint.report.suppressed import suppressed

        report = suppressed(report, rules)
    return report._replace(sections=release.sections, facts=release.facts) if detailed and release else report


def _found(release: Release, rules: RuleSet) -> Result:
    from prlint.engine.check import check

    return release.profile, tuple(check(release, rules))
