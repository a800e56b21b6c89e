"""The `full` format: each finding with its source line, what stands behind it, and what to do."""

from prlint.document.model import Document
from prlint.engine.model import Finding
from prlint.report.closing import closing, counted
from prlint.report.color import Paint
from prlint.report.excerpt import Excerpt, excerpts, numbered
from prlint.report.model import FileReport, Report
from prlint.report.style import Style
from prlint.report.terminal import harmless

_MOST_RELATED = 4
_NARROWEST = 20


def report_full(report: Report, style: Style) -> str:
    """A run for a person, findings first, the closing line last."""
    paint = Paint(style.color)
    parts = [part for file in report.files for part in _file(file, style, paint)]
    if style.closing:
        parts.append(paint.strong(closing(report)))
    return "\n\n".join(parts) + "\n" if parts else ""


def _file(file: FileReport, style: Style, paint: Paint) -> list[str]:
    if file.document is None:
        return []
    return [_finding(finding, file.path, file.document, style, paint) for finding in file.findings if not finding.waived]


def _finding(finding: Finding, path: str, document: Document, style: Style, paint: Paint) -> str:
    place = harmless(finding.location.of(path))
    severity = paint.severity(finding.severity, f"{finding.severity} {finding.code}")
    lines = [f"{paint.strong(place)}: {severity} {finding.name}", f"  {harmless(finding.message)}"]
    shown = excerpts(document, finding.start, finding.end, style.width - _margin(finding, document) - 3)
    margin = _margin(finding, document)
    lines.append(paint.faint(f"{'':>{margin}} |"))
    for excerpt in shown:
        lines += _excerpt(excerpt, margin, finding.severity, paint)
    for related in finding.related[:_MOST_RELATED]:
        lines += _related(related.start, related.end, related.label, document, margin, style, paint)
    if len(finding.related) > _MOST_RELATED:
        lines.append(f"{'':>{margin}} = and {len(finding.related) - _MOST_RELATED} more")
    for authority in finding.authority:
        lines += _note("authority", authority.cite, margin, style, paint)
    if finding.fix:
        lines += _note("fix", finding.fix, margin, style, paint)
    if finding.edits and document.takes_fixes:
        lines += _note(*_offer(finding, document), margin, style, paint)
    return "\n".join(lines)


def _offer(finding: Finding, document: Document) -> tuple[str, str]:
    """The option that makes the fix, and what it would write: of several edits the first."""
    option = "--fix" if all(edit.safe for edit in finding.edits) else "--unsafe-fixes"
    first, *others = sorted(finding.edits)
    old, new = document.text[first.start : first.end], first.text.strip()
    told = f"`{new}` for `{old}`" if old and new else f"takes `{old}` out" if old else f"puts `{new}` in"
    return option, told + (f", and {counted(len(others), 'other change')}" if others else "")


def _margin(finding: Finding, document: Document) -> int:
    """How wide the column of line numbers is."""
    lines = [numbered(document, finding.end), *(numbered(document, related.start) for related in finding.related[:_MOST_RELATED])]
    return len(str(max(lines))) + 1


def _excerpt(excerpt: Excerpt, margin: int, severity: str, paint: Paint) -> list[str]:
    number = _number(excerpt, margin, paint)
    under = " " * excerpt.indent + paint.severity(severity, "^" * excerpt.length)
    return [f"{number} {excerpt.text}", f"{paint.faint(f'{chr(32):>{margin}} |')} {under}"]


def _number(excerpt: Excerpt, margin: int, paint: Paint) -> str:
    return paint.faint(f"{excerpt.line or '':>{margin}} |")


def _related(start: int, end: int, label: str, document: Document, margin: int, style: Style, paint: Paint) -> list[str]:
    """Another place: its label, then its line underlined with dashes."""
    note = f"{'':>{margin}} = {paint.strong('see')} {harmless(document.locate(start).name)}: {harmless(label)}"
    lines = [note]
    for excerpt in excerpts(document, start, end, style.width - margin - 3)[:1]:
        lines.append(f"{_number(excerpt, margin, paint)} {excerpt.text}")
        lines.append(f"{paint.faint(f'{chr(32):>{margin}} |')} {' ' * excerpt.indent}{'-' * excerpt.length}")
    return lines


def _note(title: str, text: str, margin: int, style: Style, paint: Paint) -> list[str]:
    head = f"{'':>{margin}} = {title}: "
    room = max(style.width - len(head), _NARROWEST)
    first, *rest = _wrapped(harmless(" ".join(text.split())), room)
    return [f"{'':>{margin}} = {paint.strong(title)}: {first}", *(" " * len(head) + harmless(line) for line in rest)]


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of whole words, at most `width` code points long where no word is longer; `textwrap` takes 1 ms to import."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines
