"""Patterns on RE2, the linear-time engine; the one module that knows of google-re2."""

from collections.abc import Sequence
from functools import cache

from prlint.language.texts import Span, Text
from prlint.language.words import KNOWN, Needles
from prlint.records import Any


class BadPatternError(ValueError):
    """A pattern that the engine refuses, with the engine's reason."""


@cache
def _library() -> Any:
    """The engine and its options; imported when the first pattern goes to it.

    The engine is taken without the wrapper that google-re2 puts around it in Python: the wrapper makes three objects of each
    match, which is half of the time of a run (docs/decisions.md).
    """
    import re2

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    options.max_mem = 64 << 20
    return re2._re2.RE2, options  # noqa: SLF001


class Linear:
    """A pattern, or an alternative of one, on the linear-time engine, asked as a `Ready` one is.

    It is asked about everything between the first and the last line that may hold a match: to go on from line to line would
    cost more than the engine takes for those between.
    """

    __slots__ = ("_engine", "_first", "_in_line", "_last", "_needles", "_number", "_source", "_text")

    def __init__(self, source: bytes, needles: Needles, in_line: bool) -> None:
        self._source = source
        self._needles, self._number = needles, KNOWN.add(needles)
        self._in_line = in_line
        self._engine: Any = None
        self._text: Text | None = None
        self._first, self._last = 0, -1

    @property
    def engine(self) -> Any:
        """The engine's own object, made when it is first tried. Raises BadPatternError."""
        if self._engine is None:
            engine, options = _library()
            self._engine = engine(self._source, options)
            if not self._engine.ok():
                raise BadPatternError(self._engine.error().decode("latin-1"))
        return self._engine

    def _look(self, text: Text) -> None:
        """Learns where in a text the pattern may match."""
        self._text = text
        self._first, self._last = text.reach(self._needles, self._number, in_line=self._in_line)

    def may_match(self, text: Text) -> bool:
        """Whether a text may hold a match at all."""
        if self._text is not text:
            self._look(text)
        return self._first <= self._last

    def lines(self, text: Text) -> int:
        """The lines in which a match may begin, as bits; all of them (-1) where nothing is known."""
        if not text.known or not self._needles:
            return -1
        if self._in_line:
            return text.lines(self._needles, self._number)
        return -1 if text.holds(self._needles, self._number) else 0

    def fits(self, _twin: bytes, _end: int) -> bool:
        return True

    def search(self, text: Text, start: int, end: int) -> Sequence[Span] | None:
        """The spans of the first match and its groups, or None."""
        if self._text is not text:
            self._look(text)
        start, end = max(start, self._first), min(end, self._last)
        if start > end:
            return None
        engine = self._engine or self.engine
        spans: Sequence[Span] = engine.Match(engine.Anchor.UNANCHORED, text.twin, start, end)
        return spans if spans[0][0] >= 0 else None

    def match(self, text: Text, start: int, end: int) -> Sequence[Span] | None:
        """The spans of a match that begins at `start`, or None."""
        if self._text is not text:
            self._look(text)
        if not self._first <= start <= self._last:
            return None
        engine = self._engine or self.engine
        spans: Sequence[Span] = engine.Match(engine.Anchor.ANCHOR_START, text.twin, start, end)
        return spans if spans[0][0] >= 0 else None


def matches_whole(engine: Any, twin: bytes, start: int, end: int) -> bool:
    """Whether a pattern's engine matches all of a stretch."""
    spans: Sequence[Span] = engine.Match(engine.Anchor.ANCHOR_BOTH, twin, start, end)
    return spans[0][0] >= 0
