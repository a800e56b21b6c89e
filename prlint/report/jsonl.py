"""The `jsonl` format: an object a line, for `jq`, log collectors and data frames.

A line is a finding as in the `json` format with the `path` of its file, or the `failure` of a file; the last one is the
`summary`. Everything beyond ASCII is escaped.
"""

import json

from prlint import __version__
from prlint.report.json import told_findings, told_summary
from prlint.report.model import Report
from prlint.report.style import Style


def report_jsonl(report: Report, _style: Style) -> str:
    """A run as lines, each of which `schemas/line.json` describes."""
    lines: list[dict[str, object]] = []
    for file in report.files:
        lines += [{"path": file.path, **finding} for finding in told_findings(file)]
        if file.failure:
            lines.append({"path": file.path, "failure": file.failure})
    lines.append({"version": __version__, "summary": told_summary(report)})
    return "".join(f"{json.dumps(line, default=list)}\n" for line in lines)
