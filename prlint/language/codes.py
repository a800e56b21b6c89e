"""Compiled patterns of Python's own engine as plain data, and patterns made of it again."""

import marshal
import re  # noqa: TC003 - a check is typed, and runs, without `typing`

from prlint.language.words import Needles
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

Known = tuple[bytes, dict[str, int], Needles, bool, bytes]
"""The engine's form of a pattern (see `prlint.language.patterns.prepare`), its named groups, its needles, whether it stays in a line, and
its pieces, packed: one if it has code as a whole. They are asked for only where a text holds the needles."""


def pieces_of(known: Known) -> tuple[Piece, ...]:
    """The pieces of a pattern."""
    pieces: tuple[Piece, ...] = marshal.loads(known[-1])  # noqa: S302 - made by prlint, see prlint.language.cache
    return pieces


def pattern_of(source: AnyStr, code: Compiled) -> "re.Pattern[AnyStr]":
    """The pattern whose code this is."""
    flags, packed, groups, names, indexed = code
    made: re.Pattern[AnyStr] = _from_code(source, flags, memoryview(packed).cast("I").tolist(), groups, names, indexed)
    return made
