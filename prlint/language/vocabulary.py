"""The terms that releases are read with: named lists of phrases and patterns, from `rules/terms/`.

A term is data. `[significance]` in a file of `rules/terms/` holds

- `about`: what it is for, in a sentence;
- `phrases`: words as written; a hyphen also stands for a space, and both ends are at word boundaries;
- `patterns`: RE2 patterns; `{name}` is another term, a space is any run of spaces;
- `except`: phrases or patterns; a hit that overlaps one of them is no hit;
- `case`: true if letters must match in their case;
- `yes` and `no`: sentences in which it must, and must not, occur: its tests.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from prlint.language.patterns import BadPatternError, Filter, Pattern, Span, prepare


class BadTermError(ValueError):
    """A term that cannot be used; `term` names it."""

    def __init__(self, term: str, reason: str) -> None:
        super().__init__(f"term `{term}`: {reason}")
        self.term = term
        self.reason = reason


class Vocabulary:
    """Terms by name, compiled when first looked for."""

    def __init__(self, terms: Mapping[str, tuple[bytes, bytes]]) -> None:
        self._terms = dict(terms)
        self._patterns: dict[str, tuple[Pattern, Pattern | None]] = {}
        self._filter: Filter | None = None
        self._texts = 0

    def __contains__(self, name: object) -> bool:
        return name in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def spans(self, name: str, twin: bytes, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Where a term occurs between two offsets, in order and without overlap. Raises KeyError for a name that is no term."""
        if name not in self._patterns:
            wanted, unwanted = self._terms[name]
            self._patterns[name] = Pattern(wanted), Pattern(unwanted) if unwanted else None
        wanted_pattern, unwanted_pattern = self._patterns[name]
        spans = tuple(wanted_pattern.spans(twin, start, end))
        return clear_of(spans, tuple(unwanted_pattern.spans(twin, start, end))) if spans and unwanted_pattern else spans

    def possible(self, twin: bytes) -> Container[str]:
        """The terms that may occur in a text: one pass tells for all of them, and never leaves out one that does.

        To make ready for it costs as much as looking for every term in one release (20 ms), so the first text gets all.
        """
        self._texts += 1
        if self._texts == 1:
            return self._terms
        if self._filter is None:
            self._filter = Filter(wanted for wanted, _ in self._terms.values())
        names = tuple(self._terms)
        return frozenset(names[index] for index in self._filter.possible(twin))

    def extended(self, terms: Mapping[str, tuple[bytes, bytes]]) -> "Vocabulary":
        """These terms and others; one of the same name is replaced."""
        return Vocabulary({**self._terms, **terms})


def clear_of(spans: tuple[Span, ...], barred: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans that overlap none of the barred ones; both are in order and without overlap among themselves."""
    kept, at = [], 0
    for span in spans:
        while at < len(barred) and barred[at][1] <= span[0]:
            at += 1
        if at == len(barred) or span[1] <= barred[at][0]:
            kept.append(span)
    return tuple(kept)


def phrase_pattern(phrase: str) -> str:
    """A phrase as a pattern: word boundaries at its ends, a hyphen also for a space."""
    body = "".join("[- ]" if c == "-" else c if c.isalnum() or c == " " or not c.isascii() else "\\" + c for c in phrase)
    return (r"\b" if phrase[0].isalnum() else "") + body + (r"\b" if phrase[-1].isalnum() else "")


_REFERENCE = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def compile_terms(raw: Mapping[str, Mapping[str, Any]], known: Mapping[str, Mapping[str, Any]] | None = None) -> dict[str, tuple[bytes, bytes]]:
    """The prepared patterns of terms, from their tables; `known` are terms that they may refer to.

    Raises BadTermError: an unknown or circular reference, a pattern that the engine refuses, a term without a phrase.
    """
    everything = {**(known or {}), **raw}
    bodies: dict[tuple[str, bool], str] = {}

    def source(name: str, entries: Iterable[str], case: bool, trail: tuple[str, ...], *, phrases: Iterable[str] = ()) -> str:
        parts = [phrase_pattern(p) for p in phrases]
        for entry in entries:
            parts.append(_REFERENCE.sub(lambda m: f"(?:{body(m[1], case, (*trail, name))})", entry))
        return "|".join(parts)

    def body(name: str, case: bool, trail: tuple[str, ...]) -> str:
        if name in trail:
            raise BadTermError(trail[0], f"refers to itself through `{name}`")
        if name not in everything:
            raise BadTermError(trail[-1], f"refers to `{name}`, which is no term")
        if (name, case) not in bodies:
            term = everything[name]
            flags = "" if case == bool(term.get("case")) else ("?-i:" if term.get("case") else "?i:")
            inner = source(name, term.get("patterns", ()), bool(term.get("case")), trail, phrases=term.get("phrases", ()))
            bodies[name, case] = f"({flags}{inner})" if flags else inner
        return bodies[name, case]

    compiled = {}
    for name, term in raw.items():
        case = bool(term.get("case"))
        wanted = body(name, case, ())
        if not wanted:
            raise BadTermError(name, "has neither phrases nor patterns")
        unwanted = source(name, term.get("except", ()), case, ())
        compiled[name] = prepare(wanted, case=case), prepare(unwanted, case=case) if unwanted else b""
        for prepared in compiled[name]:
            if prepared:
                try:
                    Pattern(prepared).compile()
                except BadPatternError as error:
                    raise BadTermError(name, str(error)) from error
    return compiled
