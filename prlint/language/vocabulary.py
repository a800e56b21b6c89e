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
from collections.abc import Iterable, Iterator, Mapping

from prlint.language.patterns import BadPatternError, Pattern, Span, prepare
from prlint.records import Any


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

    def prepared(self) -> Mapping[str, tuple[bytes, bytes]]:
        """The prepared patterns of each term: what it is, and its exceptions (empty where it has none)."""
        return self._terms

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
_LONGEST = 64 * 1024
"""The longest pattern that terms may make of each other (code points): references can double at every step."""

Terms = Mapping[str, Mapping[str, Any]]


def compile_terms(raw: Terms, known: Terms | None = None) -> dict[str, tuple[bytes, bytes]]:
    """The prepared patterns of terms, from their tables; `known` are terms that they may refer to.

    Raises BadTermError: an unknown or circular reference, a pattern that the engine refuses or that grows without end, a
    term without a phrase.
    """
    sources = _Sources({**(known or {}), **raw})
    return {name: sources.prepared(name) for name in raw}


class _Sources:
    """The pattern sources of terms, with the terms that they refer to put in."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._bodies: dict[tuple[str, bool], str] = {}

    def prepared(self, name: str) -> tuple[bytes, bytes]:
        """What a term is, and what it is not, ready for the engine, which has seen both."""
        case = bool(self._terms[name].get("case"))
        wanted = self._body(name, case, ())
        if not wanted:
            raise BadTermError(name, "has neither phrases nor patterns")
        unwanted = self._filled(name, self._terms[name].get("except", ()), case, ())
        pair = prepare(wanted, case=case), prepare(unwanted, case=case) if unwanted else b""
        for prepared in filter(None, pair):
            try:
                Pattern(prepared).compile()
            except BadPatternError as error:
                raise BadTermError(name, str(error)) from error
        return pair

    def _body(self, name: str, case: bool, trail: tuple[str, ...]) -> str:
        if name in trail:
            raise BadTermError(trail[0], f"refers to itself through `{name}`")
        if name not in self._terms:
            raise BadTermError(trail[-1], f"refers to `{name}`, which is no term")
        if (name, case) not in self._bodies:
            term = self._terms[name]
            own = bool(term.get("case"))
            phrases = [phrase_pattern(phrase) for phrase in term.get("phrases", ())]
            inner = "|".join(filter(None, (*phrases, self._filled(name, term.get("patterns", ()), own, trail))))
            self._bodies[name, case] = inner if case == own else f"({'?-i' if own else '?i'}:{inner})"
        return self._bodies[name, case]

    def _filled(self, name: str, entries: Iterable[str], case: bool, trail: tuple[str, ...]) -> str:
        filled = "|".join(_REFERENCE.sub(lambda found: f"(?:{self._body(found[1], case, (*trail, name))})", entry) for entry in entries)
        if len(filled) > _LONGEST:
            raise BadTermError(name, f"grows to more than {_LONGEST // 1024} KB with the terms that it refers to")
        return filled
