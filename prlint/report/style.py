"""How a report is to look where its format leaves a choice."""

from typing import NamedTuple


class Style(NamedTuple):
    """Colour, the width in cells of a terminal, and whether the report ends with the closing line."""

    color: bool = False
    width: int = 100
    closing: bool = True
