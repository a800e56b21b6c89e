"""How a report is to look where its format leaves a choice."""

from prlint.records import Record


class Style(Record):
    """Colour, the width in cells of a terminal, and whether the report ends with the closing line."""

    color: bool = False
    width: int = 100
    closing: bool = True
