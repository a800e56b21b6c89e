"""The `grouped` format: the findings of each file under its name, in columns."""

from itertools import groupby

from prlint.engine.model import Finding
from prlint.report.closing import closing
from prlint.report.color import Paint
from prlint.report.model import FileReport, Report
from prlint.report.style import Style
from prlint.report.terminal import cells, harmless


def report_grouped(report: Report, style: Style) -> str:
    """A run as one block a file, then the closing line."""
    paint = Paint(style.color)
    blocks = [block for file in report.files for block in _file(file, paint)]
    if style.closing:
        blocks.append(paint.strong(closing(report)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _file(file: FileReport, paint: Paint) -> list[str]:
    """The block of a file; none if there is nothing to say of it."""
    findings = [finding for finding in file.findings if not finding.waived]
    if file.failure:
        return [f"{paint.strong(harmless(file.path))}\n  {harmless(file.failure)}"]
    if not findings:
        return []
    width = max(cells(finding.location.name) for finding in findings)
    lines = [paint.strong(harmless(file.path))]
    for section, members in groupby(findings, key=lambda finding: finding.section):
        lines.append(f"  {paint.faint(section)}")
        lines += [_line(finding, width, paint) for finding in members]
    return ["\n".join(lines)]


def _line(finding: Finding, width: int, paint: Paint) -> str:
    severity = paint.severity(finding.severity, f"{finding.severity:<7}")
    return f"    {harmless(finding.location.name):>{width}}  {severity}  {finding.code}  {harmless(finding.message)}"
