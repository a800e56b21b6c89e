"""Text on a page: escaped, and with nothing hidden in it."""

import re
from html import escape

from prlint.report.terminal import visible

_UNCOMMON = re.compile("[^ -~\n]")
_QUOTED = re.compile(r"`([^`]+)`")


def text(plain: str) -> str:
    """Text of any origin as HTML; line ends stay, other controls and characters without a shape are made visible."""
    return escape(_UNCOMMON.sub(lambda found: visible(found[0]), plain))


def line(plain: str) -> str:
    """Text of any origin as HTML, on one line."""
    return text(" ".join(plain.split()))


def message(plain: str) -> str:
    """A message or an advice: what stands between backticks is quoted as a reader of letters is used to."""
    return _QUOTED.sub(r'<span class="quoted">“\1”</span>', line(plain))


def attributes(**told: str | int | None) -> str:
    """Attributes of an element with a space before each; an underscore is a hyphen, and one at the end is left out."""
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{line(str(value))}"' for name, value in told.items() if value is not None)
