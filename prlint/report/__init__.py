"""Reports: what a person or a CI system reads. One module a format, imported when it is wanted."""

from importlib import import_module

from prlint.report.model import FileReport, Report
from prlint.report.style import Style

FORMATS = ("full", "concise", "grouped", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "html", "markdown")
DETAILED = ("html",)  # formats that show sections and facts: see `gather`

__all__ = ["DETAILED", "FORMATS", "FileReport", "Report", "Style", "render"]


def render(report: Report, format: str = "full", style: Style | None = None) -> str:  # noqa: A002 - the word of the command line
    """A report in one of FORMATS, ending in a line end unless it is empty. Raises ValueError for another format."""
    if format not in FORMATS:
        raise ValueError(f"no format `{format}`: there are {', '.join(FORMATS)}")
    text: str = getattr(import_module(f"prlint.report.{format}"), f"report_{format}")(report, style or Style())
    return text
