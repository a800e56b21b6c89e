"""The `concise` format: a line a finding."""

from prlint.report.closing import closing
from prlint.report.color import Paint
from prlint.report.model import FileReport, Report
from prlint.report.style import Style
from prlint.report.terminal import harmless


def report_concise(report: Report, style: Style) -> str:
    """A run as `path:line:column: severity CODE name: message` lines and the closing line."""
    paint = Paint(style.color)
    lines = [line for file in report.files for line in _file(file, paint)]
    if style.closing:
        lines.append(paint.strong(closing(report)))
    return "".join(f"{line}\n" for line in lines)


def _file(file: FileReport, paint: Paint) -> list[str]:
    return [
        f"{paint.strong(harmless(finding.location.of(file.path)))}: "
        f"{paint.severity(finding.severity, finding.severity)} {finding.code} {finding.name}: {harmless(finding.message)}"
        for finding in file.findings
        if not finding.waived
    ]
