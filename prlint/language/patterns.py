"""Patterns on the twin of a text, by a linear-time engine.

RE2 (google-re2) never backtracks: a pattern takes time in step with the text whatever the text is, so neither a release
nor a rule folder from a stranger can hang prlint. The first few small texts of a run go to code that was compiled before,
as far as it is shown to be as safe (see `prlint.language.ready`). Patterns are written as for any text; they are folded as the text
is, a space in them stands for any run of spaces, and letters match in either case unless `case` is true.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import re2

from prlint.language.fold import fold_source
from prlint.language.kept import known
from prlint.language.needles import Needles, may_match, parts
from prlint.language.ready import Merged, Ready, Words, words
from prlint.records import Any

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

# The engine itself, without the wrapper that google-re2 puts around it in Python: the wrapper makes three objects of each
# match, which is half of the time of a run (docs/decisions.md).
_Engine = re2._re2.RE2  # noqa: SLF001
_ANYWHERE, _AT_START, _WHOLE = _Engine.Anchor.UNANCHORED, _Engine.Anchor.ANCHOR_START, _Engine.Anchor.ANCHOR_BOTH

_SMALL = 64 * 1024
"""Up to this many code points a pattern is not even compiled for a text that lacks its literals."""

_SPACE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]| \?| (?![?*+{])", re.DOTALL)
_SPREAD = {" ": " +", " ?": " *"}


def spread(source: str) -> str:
    """`source` with each space outside a character class standing for a run of spaces, and ` ?` for a run or none."""
    return _SPACE.sub(lambda found: _SPREAD.get(found[0], found[0]), source) if " " in source else source


def prepare(source: str, *, case: bool = False) -> bytes:
    """The engine's form of a pattern: folded, spaces spread, `^` and `$` at line ends."""
    return (b"(?m)" if case else b"(?im)") + fold_source(spread(source))


def _compiled(prepared: bytes) -> Any:
    engine = _Engine(prepared, _OPTIONS)
    if not engine.ok():
        raise BadPatternError(engine.error().decode("latin-1"))
    return engine


class Linear:
    """A pattern, or an alternative of one, on the linear-time engine, asked as a `Ready` one is."""

    __slots__ = ("_absent", "_engine", "_in_line", "_needles", "_source", "_text")

    def __init__(self, source: bytes, needles: Needles, in_line: bool) -> None:
        self._in_line = in_line
        self._source = source
        self._needles = needles
        self._engine: Any = None
        self._text: Words | None = None
        self._absent = False

    def fits(self, _twin: bytes, _end: int) -> bool:
        return True

    def search(self, text: Words, start: int, end: int) -> Sequence[Span] | None:
        return self._try(_ANYWHERE, text, start, end)

    def match(self, text: Words, start: int, end: int) -> Sequence[Span] | None:
        return self._try(_AT_START, text, start, end)

    def _try(self, anchor: Any, text: Words, start: int, end: int) -> Sequence[Span] | None:
        if self._text is not text:
            self._text, self._absent = text, text.lack(self._needles, in_line=self._in_line)
        if self._absent:
            return None
        if self._engine is None:
            self._engine = _compiled(self._source)
        spans: Sequence[Span] = self._engine.Match(anchor, text.twin, start, end)
        return spans if spans[0][0] >= 0 else None


class Match:
    """Where a pattern matched. Groups are named by number or name; one that took no part has the span (-1, -1)."""

    __slots__ = ("_pattern", "_spans", "_twin")

    def __init__(self, pattern: "Pattern", twin: bytes, spans: Sequence[Span]) -> None:
        self._pattern = pattern
        self._twin = twin
        self._spans = spans

    def span(self, group: int | str = 0) -> Span:
        """The offsets of a group; (-1, -1) also for a name that the pattern does not have."""
        if isinstance(group, str):
            group = self._pattern.groups.get(group, -1)
            if group < 0:
                return -1, -1
        return self._spans[group]

    def start(self, group: int | str = 0) -> int:
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        return self.span(group)[1]

    def group(self, group: int | str = 0) -> bytes:
        """The folded text of a group; empty where it took no part."""
        start, end = self.span(group)
        return self._twin[start:end] if start >= 0 else b""

    __getitem__ = group

    @property
    def lastindex(self) -> int:
        """The number of the last group that took part; 0 if none did."""
        return max((number for number, span in enumerate(self._spans) if span[0] >= 0), default=0)

    def named(self) -> dict[str, Span]:
        """The spans of the named groups that took part, by name; the whole match is `""`."""
        found = {"": self._spans[0]}
        for name, index in self._pattern.groups.items():
            if self._spans[index][0] >= 0:
                found[name] = self._spans[index]
        return found


class Pattern:
    """A pattern, prepared and compiled when a text first holds what it needs (0.3 ms): most patterns meet few texts.

    `^`, `$` and `\\b` look beyond the ends of the stretch that is searched.
    """

    __slots__ = ("_absent", "_case", "_engine", "_groups", "_prepared", "_ready", "_source", "_text")

    def __init__(self, source: str | bytes, *, case: bool = False) -> None:
        """`source` is a pattern as written, or (as bytes) what `prepare` made of one."""
        self._source = source
        self._case = case
        self._engine: Any = None
        self._prepared: bytes | None = None
        self._ready: Any = True  # whether there is one is not known yet
        self._text: bytes | None = None
        self._absent = False
        self._groups: dict[str, int] | None = None

    @property
    def prepared(self) -> bytes:
        """The engine's form of the pattern."""
        if self._prepared is None:
            self._prepared = prepare(self._source, case=self._case) if isinstance(self._source, str) else self._source
        return self._prepared

    @property
    def groups(self) -> dict[str, int]:
        """The numbers of the named groups."""
        if self._groups is None:
            self._groups = {name.decode("latin-1"): number for name, number in self.compile().NamedCapturingGroups()}
        return self._groups

    def compile(self) -> Any:
        """The engine's own object for the whole pattern. Raises BadPatternError."""
        if self._engine is None:
            self._engine = _compiled(self.prepared)
        return self._engine

    def _for(self, twin: bytes) -> Any:
        """The linear-time engine's object; None if it is not made yet and a small text lacks what every match holds."""
        if self._engine is None and len(twin) <= _SMALL:
            if twin is not self._text:
                small = words(twin).small
                self._text = twin
                self._absent = not any(may_match(ways, small) for _, ways in parts(self.prepared))
            if self._absent:
                return None
        return self.compile()

    def _swift(self, text: Words, end: int) -> Any:
        """The pattern on the backtracking engine, as far as it may run and finds the same; None if it may not."""
        if not text.fit:
            return None
        if self._ready is True:
            self._prepared, self._groups, pieces = known((self._source, self._case), lambda: self.prepared)
            engines = [
                Ready(source, code, needles, in_line) if code else Linear(source, needles, in_line)
                for source, code, needles, in_line in pieces
            ]
            self._ready = engines[0] if len(engines) == 1 else Merged(engines)
        return self._ready if self._ready.fits(text.twin, end) else None

    def finditer(self, twin: bytes, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Its matches between two offsets, left to right without overlap; empty ones are left out."""
        end = len(twin) if end is None else min(end, len(twin))
        text = words(twin)
        if swift := self._swift(text, end):
            while start <= end and (spans := swift.search(text, start, end)):
                first, last = spans[0]
                if first < last:
                    yield Match(self, twin, spans)
                start = last if first < last else last + 1
            return
        engine = self._for(twin)
        if engine is None:
            return
        match = engine.Match
        while start <= end:
            spans = match(_ANYWHERE, twin, start, end)
            first, last = spans[0]
            if first < 0:
                return
            if first < last:
                yield Match(self, twin, spans)
            start = last if first < last else last + 1

    def spans(self, twin: bytes, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The spans of its matches."""
        return (match._spans[0] for match in self.finditer(twin, start, end))  # noqa: SLF001

    def each(self, twin: bytes, start: int = 0, end: int | None = None) -> Iterator[dict[str, Span]]:
        """The spans of the named groups of each match, by name; the whole match is `""`."""
        return (match.named() for match in self.finditer(twin, start, end))

    def first(self, twin: bytes, start: int = 0, end: int | None = None) -> dict[str, Span]:
        """The first of `each`, or an empty dictionary."""
        match = self.search(twin, start, end)
        return match.named() if match else {}

    def at(self, twin: bytes, start: int, end: int | None = None) -> dict[str, Span]:
        """As `first`, for a match that begins at `start`."""
        match = self.match(twin, start, end)
        return match.named() if match else {}

    def whole(self, twin: bytes, start: int, end: int) -> bool:
        """Whether it matches all of the stretch."""
        return self._try(_WHOLE, twin, start, end) is not None

    def search(self, twin: bytes, start: int = 0, end: int | None = None) -> Match | None:
        """The first match between two offsets, or None."""
        return self._try(_ANYWHERE, twin, start, end)

    def match(self, twin: bytes, start: int = 0, end: int | None = None) -> Match | None:
        """A match that begins at `start`, or None."""
        return self._try(_AT_START, twin, start, end)

    def _try(self, anchor: Any, twin: bytes, start: int, end: int | None) -> Match | None:
        end = len(twin) if end is None else min(end, len(twin))
        start = max(start, 0)
        if start > end:
            return None
        text = words(twin)
        if anchor != _WHOLE and (swift := self._swift(text, end)):
            found = swift.search(text, start, end) if anchor == _ANYWHERE else swift.match(text, start, end)
            return Match(self, twin, found) if found else None
        engine = self._for(twin)
        if engine is None:
            return None
        spans = engine.Match(anchor, twin, start, end)
        return Match(self, twin, spans) if spans[0][0] >= 0 else None

    def without(self, twin: bytes) -> bytes:
        """A text with a space in place of each match."""
        out, at = [], 0
        for start, end in self.spans(twin):
            out.append(twin[at:start])
            at = end
        return b" ".join((*out, twin[at:]))


class Filter:
    """Tells in one pass which of many patterns may occur in a text."""

    def __init__(self, prepared: Iterable[bytes]) -> None:
        self._engine = re2.Filter()
        for one in prepared:
            self._engine.Add(one, _OPTIONS)
        self._engine.Compile()

    def possible(self, twin: bytes) -> list[int]:
        """The numbers of the patterns that may occur; one that does is always among them."""
        numbers: list[int] = self._engine.Match(twin, True)
        return numbers


@cache
def pattern(source: str, *, case: bool = False) -> Pattern:
    """A pattern of prlint's own code."""
    return Pattern(source, case=case)
