"""Patterns on the twin of a text, by a linear-time engine.

RE2 (google-re2) never backtracks: a pattern takes time in step with the text whatever the text is, so neither a release
nor a rule folder from a stranger can hang prlint. The first few small texts of a run go to code that was compiled before,
as far as it is shown to be as safe (see `prlint.language.ready`). Patterns are written as for any text; they are folded as the text
is, a space in them stands for any run of spaces, and letters match in either case unless `case` is true.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from prlint.language.codes import Known, pieces_of
from prlint.language.fold import fold_source
from prlint.language.kept import known
from prlint.language.linear import BadPatternError, Linear, matches_whole
from prlint.language.ready import Merged, Ready
from prlint.language.texts import Span, Text, text_of
from prlint.records import Any

__all__ = ["BadPatternError", "Match", "Pattern", "Span", "pattern", "prepare", "spread"]


_SPREAD = {" ": " +", " ?": " *", "[ -]": "(?: +|-)", "[- ]": "(?: +|-)"}


@cache
def _space() -> "re.Pattern[str]":
    """What stands for a space, with what is passed over; it is asked for only where a pattern is new."""
    return re.compile(r"\\.|\[(?: -|- )\][*+{]|\[\^?\]?(?:\\.|[^\]\\])*\]| \?| (?![?*+{])", re.DOTALL)


def spread(source: str) -> str:
    """`source` with each space outside a character class standing for a run of spaces, and ` ?` for a run or none.

    `[ -]` is a run of spaces or a hyphen. Other classes stay as they are.
    """
    return _space().sub(lambda found: _SPREAD.get(found[0], found[0]), source) if " " in source else source


def prepare(source: str, *, case: bool = False) -> bytes:
    """The engine's form of a pattern: folded, spaces spread, `^` and `$` at line ends."""
    return (b"(?m)" if case else b"(?im)") + fold_source(spread(source))


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

    __slots__ = ("_case", "_groups", "_known", "_linear", "_prepared", "_ready", "_source")

    def __init__(self, source: str | bytes, *, case: bool = False) -> None:
        """`source` is a pattern as written, or (as bytes) what `prepare` made of one."""
        self._source = source
        self._case = case
        self._prepared: bytes | None = None
        self._known: Known | None = None
        self._linear: Linear | None = None
        self._ready: Any = None
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
        return self._whole().engine

    def _whole(self) -> Linear:
        """The whole pattern on the linear-time engine."""
        if self._linear is None:
            told = self._known = known((self._source, self._case), lambda: self.prepared)
            if told:
                self._prepared, self._groups, needles, in_line, _ = told
                self._linear = Linear(self._prepared, needles, in_line)
            else:
                self._linear = Linear(self.prepared, (), in_line=False)
        return self._linear

    def _for(self, text: Text, end: int) -> Any:
        """What is asked about a stretch of a text that ends here: the backtracking engine as far as it may run and finds the same."""
        whole = self._whole()
        if not text.fit or not self._known or not whole.may_match(text):
            return whole
        if self._ready is None:
            engines = [
                Ready(source, code, needles, in_line) if code else Linear(source, needles, in_line)
                for source, code, needles, in_line in pieces_of(self._known)
            ]
            self._ready = engines[0] if len(engines) == 1 else Merged(engines)
        return self._ready if self._ready.fits(text.twin, end) else whole

    def lines(self, text: Text) -> int:
        """The lines of a text in which a match may begin, as bits, the first line the lowest; all (-1) where nothing is known."""
        return self._whole().lines(text)

    def finditer(self, twin: bytes, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Its matches between two offsets, left to right without overlap; empty ones are left out."""
        end = len(twin) if end is None else min(end, len(twin))
        if start >= end:
            return
        text = text_of(twin)
        search = self._for(text, end).search
        while start < end and (spans := search(text, start, end)):
            first, last = spans[0]
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
        return start <= end <= len(twin) and matches_whole(self.compile(), twin, start, end)

    def search(self, twin: bytes, start: int = 0, end: int | None = None) -> Match | None:
        """The first match between two offsets, or None."""
        end = len(twin) if end is None else min(end, len(twin))
        text = text_of(twin)
        spans = self._for(text, end).search(text, start, end) if start <= end else None
        return Match(self, twin, spans) if spans else None

    def match(self, twin: bytes, start: int = 0, end: int | None = None) -> Match | None:
        """A match that begins at `start`, or None."""
        end = len(twin) if end is None else min(end, len(twin))
        text = text_of(twin)
        spans = self._for(text, end).match(text, start, end) if start <= end else None
        return Match(self, twin, spans) if spans else None

    def without(self, twin: bytes) -> bytes:
        """A text with a space in place of each match."""
        out, at = [], 0
        for start, end in self.spans(twin):
            out.append(twin[at:start])
            at = end
        return b" ".join((*out, twin[at:]))


@cache
def pattern(source: str, *, case: bool = False) -> Pattern:
    """A pattern of prlint's own code."""
    return Pattern(source, case=case)
