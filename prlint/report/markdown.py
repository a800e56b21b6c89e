"""The `markdown` format: a comment on a pull request, or the summary of a job.

Tables that GitHub and GitLab render. Text of a release is code or escaped: it cannot mention anybody, link anywhere or
run a command. A comment may hold 65,536 characters, so of very many findings the last are counted only.
"""

from collections.abc import Iterable, Iterator, Sequence

from prlint.engine.model import Finding
from prlint.report.closing import closing, counted
from prlint.report.entries import http
from prlint.report.escape import code, markdown, message
from prlint.report.model import FileReport, Report
from prlint.report.style import Style

_MARK = "<!-- prlint report -->"  # by which a bot finds its comment again
_ICONS = {"error": "🔴", "warning": "🟠", "info": "🔵"}
_LONGEST = 60_000
_HEAD = "| severity | place | finding |\n|---|---|---|"


def report_markdown(report: Report, _style: Style) -> str:
    """A run as a heading, a table a file, what stands behind the findings, and what is waived."""
    parts = [_MARK, f"### prlint: {_verdict(report)}"]
    room = _LONGEST
    for file in report.files:
        for part in _file(file, room):
            parts.append(part)
            room -= len(part)
    told = sum(part.count("\n| ") - 1 for part in parts if _HEAD in part)
    found = sum(not finding.waived for finding in report.findings)
    if told < found:
        parts.append(f"*…and {counted(found - told, 'finding')} more: a report in another format has them.*")
    parts.append(f"<sub>{markdown(closing(report))}. A reviewer's aid, not legal advice.</sub>")
    return "\n\n".join(parts) + "\n"


def _verdict(report: Report) -> str:
    told = [counted(number, severity) for severity in _ICONS if (number := report.tally(severity))]
    told += [f"{counted(report.failed, 'file')} not checked"] if report.failed else []
    return ", ".join(told) or "nothing found"


def _file(file: FileReport, room: int) -> Iterator[str]:
    """The parts of a file, in so many characters."""
    name = f"**{code(file.path)}**"
    if file.failure and len(name) < room:
        yield f"{name} could not be checked: {markdown(file.failure)}"
    findings = [finding for finding in file.findings if not finding.waived]
    waived = [finding for finding in file.findings if finding.waived]
    rows = _fitting((_row(finding) for finding in findings), room - len(name) - len(_HEAD))
    if rows:
        table = "\n".join([name, "", _HEAD, *rows])
        yield table
        room -= len(table)
        yield from _details("Authority and advice", _advice(findings[: len(rows)]), room // 2)
    told = (f"- **{f.code}** at {_place(f)}: {message(f.message)}. *Reason:* {markdown(f.waived)}" for f in waived)
    yield from _details(f"{len(waived)} waived", told, room // 2)


def _row(finding: Finding) -> str:
    return (
        f"| {_ICONS[finding.severity]} {finding.severity} | {_place(finding)} | **{finding.code}** {message(finding.message, cell=True)} |"
    )


def _fitting(lines: Iterable[str], room: int) -> list[str]:
    """The first lines that fit into so many characters."""
    taken = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        taken.append(line)
    return taken


def _advice(findings: Sequence[Finding]) -> list[str]:
    """What each rule says, once."""
    lines = []
    for finding in reversed({finding.code: finding for finding in reversed(findings)}.values()):
        lines.append(f"- **{finding.code} {finding.name}**: {message(finding.fix)}")
        lines += [f"  - {_cited(a.cite, a.url)}: {message(a.says)}" for a in finding.authority]
    return lines


def _cited(cite: str, url: str) -> str:
    url = http(url)
    return f"[{markdown(cite)}](<{url}>)" if url else markdown(cite)


def _details(title: str, lines: Iterable[str], room: int) -> Iterator[str]:
    """Lines that a reader unfolds; none if there is nothing to tell or no room for it."""
    told = _fitting(lines, room)
    if told:
        yield "\n".join([f"<details><summary>{title}</summary>", "", *told, "", "</details>"])


def _place(finding: Finding) -> str:
    return markdown(finding.location.name)
