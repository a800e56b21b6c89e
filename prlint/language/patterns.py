"""Patterns on the twin of a text, by a linear-time engine.

RE2 (google-re2) never backtracks: a pattern takes time in step with the text whatever the text is, so neither a release
nor a rule folder from a stranger can hang prlint. Patterns are written as for any text; they are folded as the text
is, a space in them stands for any run of spaces, and letters match in either case unless `case` is true.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import re2

from prlint.language.fold import fold

Span = tuple[int, int]


class BadPatternError(ValueError):
    """A pattern that the engine refuses, with the engine's reason."""


def _options() -> "re2.Options":
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    options.max_mem = 64 << 20
    return options


_OPTIONS = _options()
_ANYWHERE = re2._re2.RE2.Anchor.UNANCHORED  # noqa: SLF001


_SPACE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]| \?| (?![?*+{])", re.DOTALL)
_SPREAD = {" ": " +", " ?": " *"}


def spread(source: str) -> str:
    """`source` with each space outside a character class standing for a run of spaces, and ` ?` for a run or none."""
    return _SPACE.sub(lambda found: _SPREAD.get(found[0], found[0]), source) if " " in source else source


def prepare(source: str, *, case: bool = False) -> bytes:
    """The engine's form of a pattern: folded, spaces spread, `^` and `$` at line ends."""
    return (b"(?m)" if case else b"(?im)") + fold(spread(source))


class Pattern:
    """A pattern, prepared and compiled when it is first used (about 50 µs): most patterns meet few texts."""

    __slots__ = ("_case", "_compiled", "_source")

    def __init__(self, source: str | bytes, *, case: bool = False) -> None:
        """`source` is a pattern as written, or (as bytes) what `prepare` made of one."""
        self._source = source
        self._case = case
        self._compiled: re2._Regexp[bytes] | None = None

    @property
    def compiled(self) -> "re2._Regexp[bytes]":
        """The engine's own object. Raises BadPatternError."""
        if self._compiled is None:
            prepared = self._source if isinstance(self._source, bytes) else prepare(self._source, case=self._case)
            try:
                self._compiled = re2.compile(prepared, _OPTIONS)
            except re2.error as error:
                raise BadPatternError(_reason(error)) from error
        return self._compiled

    def spans(self, twin: bytes, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Where it matches between two offsets, left to right without overlap; empty matches are left out."""
        # The engine's own call, without the wrapper that makes an object of each match: it halves the time of a run.
        match = self.compiled._regexp.Match  # noqa: SLF001
        end = len(twin) if end is None else end
        while start <= end:
            first, last = match(_ANYWHERE, twin, start, end)[0]
            if first < 0:
                return
            if first < last:
                yield first, last
            start = last if first < last else last + 1

    def each(self, twin: bytes, start: int = 0, end: int | None = None) -> Iterator[dict[str, Span]]:
        """As `spans`, with the span of every named group that took part, by name; the whole match is `""`."""
        for match in self.compiled.finditer(twin, start, len(twin) if end is None else end):
            yield self._named(match)

    def first(self, twin: bytes, start: int = 0, end: int | None = None) -> dict[str, Span]:
        """The first of `each`, or an empty dictionary."""
        match = self.search(twin, start, end)
        return self._named(match) if match else {}

    def at(self, twin: bytes, start: int, end: int | None = None) -> dict[str, Span]:
        """As `first`, for a match that begins at `start`."""
        match = self.match(twin, start, end)
        return self._named(match) if match else {}

    def whole(self, twin: bytes, start: int, end: int) -> bool:
        """Whether it matches all of the stretch. (`^`, `$` and `\\b` look beyond the ends of a stretch.)"""
        return self.compiled.fullmatch(twin, start, end) is not None

    def _named(self, match: "re2._Match[bytes]") -> dict[str, Span]:
        found = {"": match.span()}
        for name, index in self.compiled.groupindex.items():
            span = match.span(index)
            if span[0] >= 0:
                found[name.decode() if isinstance(name, bytes) else name] = span
        return found

    def search(self, twin: bytes, start: int = 0, end: int | None = None) -> "re2._Match[bytes] | None":
        return self.compiled.search(twin, start, len(twin) if end is None else end)

    def match(self, twin: bytes, start: int = 0, end: int | None = None) -> "re2._Match[bytes] | None":
        """A match that begins at `start`."""
        return self.compiled.match(twin, start, len(twin) if end is None else end)


Filter = re2.Filter


def filter_of(prepared: Iterable[bytes]) -> Filter:
    """A filter that tells in one pass which of many patterns may occur in a text (`Match(twin, True)` gives indexes)."""
    made = re2.Filter()
    for one in prepared:
        made.Add(one, _OPTIONS)
    made.Compile()
    return made


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else "not a pattern"
    return reason.decode("latin-1") if isinstance(reason, bytes) else str(reason)


@lru_cache(maxsize=None)
def pattern(source: str, *, case: bool = False) -> Pattern:
    """A pattern of prlint's own code."""
    return Pattern(source, case=case)
