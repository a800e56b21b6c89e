"""Compiled patterns of Python's own engine as plain data, and patterns made of it again."""

import re  # noqa: TC003 - a check is typed, and runs, without `typing`

from prlint.language.needles import Needles
from prlint.records import AnyStr

try:
    from _sre import MAGIC
    from _sre import compile as _from_code
except ImportError:  # another Python than CPython
    MAGIC, _from_code = 0, None

AVAILABLE = _from_code is not None
ENGINE: int = MAGIC
"""The number of the engine whose code it is."""

BEGINNING = 3
"""So many letters of a word tell whether a pattern may match at it."""

Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, the code as 32-bit words, the number of groups, and their names in both directions."""

Code = tuple[Compiled, bool, int, tuple[bytes, ...]]
"""A compiled pattern, whether it runs on small letters, whether it asks for the end of the text (2), of a line (1) or neither,
and how the words begin at which it may match (none where it may match elsewhere)."""

Piece = tuple[bytes, Code | None, Needles, bool]
"""An alternative in the engine's form, its code if it has one, the literals that it cannot do without, and whether it stays in a line."""

Known = tuple[bytes, dict[str, int], tuple[Piece, ...]]
"""The engine's form of a pattern (see `prlint.language.patterns.prepare`), its named groups, and its pieces: it in one if it has code."""


def pattern_of(source: AnyStr, code: Compiled) -> "re.Pattern[AnyStr]":
    """The pattern whose code this is."""
    flags, packed, groups, names, indexed = code
    made: re.Pattern[AnyStr] = _from_code(source, flags, memoryview(packed).cast("I").tolist(), groups, names, indexed)
    return made
