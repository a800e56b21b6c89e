"""Text of a release made fit for a terminal: how wide it is, and harmless whatever it holds."""

import unicodedata

# What a terminal would obey or a reader could not see: controls, marks that turn the direction of writing, tags,
# halves of surrogate pairs. Spaces without width (U+200B to U+200D, U+FEFF) belong to them: they hide in names.
_HIDDEN_CATEGORIES = ("Cc", "Cf", "Cs", "Zl", "Zp")
_SOFT_HYPHEN = "\u00ad"


ONE_CELL = frozenset(map(chr, range(32, 127))) | frozenset("‘’“”–—…•®™©°±×≥≤µ§·½€£")
"""What releases are made of: characters that are shown as they are, in one cell each."""


def plain(text: str) -> bool:
    """Whether every character of a text is one of ONE_CELL."""
    return ONE_CELL.issuperset(text)


def shown(text: str) -> str:
    """Text as it may be shown."""
    return text if plain(text) else "".join(map(visible, text))


def visible(char: str) -> str:
    """A character as it may be shown: itself, a picture of a control (`␛`), or its number (`<U+202E>`).

    Code points that are no characters (U+FFFE, U+FDD0) are among those that have a number only: XML and HTML forbid them.
    """
    if " " <= char <= "~":
        return char
    if char == "\t":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char == _SOFT_HYPHEN:
        return "-"
    code = ord(char)
    hidden = unicodedata.category(char) in _HIDDEN_CATEGORIES or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return f"<U+{code:04X}>" if hidden else char


def harmless(text: str) -> str:
    """Text that a terminal shows and never obeys. A line that begins with `::` would be a command to GitHub's runner."""
    said = shown(text)
    return said.replace("::", ": :", 1) if said.lstrip().startswith("::") else said


def cells(text: str) -> int:
    """How many cells of a terminal a text takes; its characters must be visible ones."""
    return len(text) if plain(text) else sum(map(cell, text))


def cell(char: str) -> int:
    """0 for a mark that combines with the character before it, 2 for a wide character, else 1."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
