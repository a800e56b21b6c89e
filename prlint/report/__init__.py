"""Reports: what a person or a CI system reads. One module a format, imported when it is wanted."""

from dataclasses import dataclass

from prlint.report.model import FileReport, Report

FORMATS = ("full", "concise", "json", "github")

__all__ = ["FORMATS", "FileReport", "Report", "Style", "render"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look where the format leaves a choice: colour, width in cells, whether it ends with the counts."""

    color: bool = False
    width: int = 100
    closing: bool = True


def render(report: Report, format: str = "full", style: Style = Style()) -> str:  # noqa: A002 - the word of the command line
    """A report in one of FORMATS, ending in a line end unless it is empty. Raises KeyError for another format."""
    if format == "json":
        from prlint.report.json import report_json

        return report_json(report)
    if format == "github":
        from prlint.report.github import report_github

        return report_github(report, style)
    if format == "concise":
        from prlint.report.concise import report_concise

        return report_concise(report, style)
    if format != "full":
        raise KeyError(format)
    from prlint.report.full import report_full

    return report_full(report, style)
