"""The `html` format: one file that anybody can open, with the release and what was found in it side by side.

It needs nothing from elsewhere and may fetch nothing: its policy allows its own style and its own script by their hashes,
and no more. It can be read without the script, which filters and jumps.
"""

from prlint.report.html.page import page
from prlint.report.model import Report
from prlint.report.style import Style


def report_html(report: Report, _style: Style) -> str:
    """A run as one page."""
    return page(report)
