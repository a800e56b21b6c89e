"""How a report is to look where its format leaves a choice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Colour, the width in cells of a terminal, and whether the report ends with the closing line."""

    color: bool = False
    width: int = 100
    closing: bool = True
