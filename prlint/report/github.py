"""The `github` format: workflow commands that GitHub Actions shows as annotations on the lines of a change.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions describes the commands; the escapes are
those of the toolkit's `command.ts`. No text of a release or a path reaches the runner unescaped.
"""

from prlint.document.model import Document
from prlint.engine.model import Finding
from prlint.report.closing import closing
from prlint.report.entries import committed, placed, where
from prlint.report.model import FileReport, Report
from prlint.report.style import Style
from prlint.report.terminal import harmless

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report_github(report: Report, style: Style) -> str:
    """An annotation for each finding and each file that failed, then the closing line."""
    lines = [line for file in report.files for line in _file(file)]
    if style.closing:
        lines.append(closing(report))
    return "".join(f"{line}\n" for line in lines)


def _file(file: FileReport) -> list[str]:
    path = committed(file.path)
    if file.failure:
        return [_command("error", {"file": path, "title": "prlint could not check this file"}, file.failure)]
    assert file.document is not None, "a file that did not fail has a document"
    return [_annotation(finding, path, file.document) for finding in file.findings if not finding.waived]


def _annotation(finding: Finding, path: str, document: Document) -> str:
    first, last = finding.location, document.locate_end(finding.start, finding.end)
    place: dict[str, object] = {"file": path}
    if not first.label:  # a paragraph of a Word document is no line of its file
        place.update(line=first.line, endLine=last.line)
        if first.line == last.line:  # the runner ignores columns of an annotation that spans lines
            place.update(col=first.column, endColumn=last.column)
    place["title"] = f"{finding.code} {finding.name}"
    told = [placed(first, finding.message)]
    told += [f"{related.label}: {where(related.location)}" for related in finding.related]
    told += [f"authority: {authority.cite}" for authority in finding.authority]
    told += [f"fix: {finding.fix}"] if finding.fix else []
    return _command(_COMMANDS[finding.severity], place, "\n".join(told))


def _command(name: str, properties: dict[str, object], message: str) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    """Text of a message: its line ends escaped, every other control shown; `##[` opened a command in older runners."""
    escaped = "\n".join(harmless(line) for line in text.split("\n")).replace("##[", "## [")
    return escaped.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
