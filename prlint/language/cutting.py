"""The written form of a pattern, cut into alternatives that can be run one by one."""

import re
import warnings
from collections.abc import Iterator
from re import _parser  # the one regular-expression parser that Python has

from prlint.language.bounded import UntoldError, first_characters

_LONGEST = 4
"""So many times the length of a pattern its pieces may have together, cut at a bracket inside it."""

# What tells where alternatives end: escapes and classes are passed over, `(?P<` counts as a bare bracket.
_SYNTAX = re.compile(rb"\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\((?!\?(?!P<))|\(\?|\)|\|", re.DOTALL)
_NAME = re.compile(rb"\?P<(\w+)>")
_OPENING = re.compile(rb"\(\?(?:-?i)?:")
_QUANTIFIER = re.compile(rb"[*+?{]")
# What may stand before a bracket and matches in one way only, as far as it does not end in a run (see `_ends_before`).
_WORDS = re.compile(rb"(?:\\b)?(?:[A-Za-z]+(?: \+)?)*")
_RUN = re.compile(rb"(?:.* \+|\[[^]\\^]+\]\*)", re.DOTALL)


def alternatives(prepared: bytes) -> list[bytes]:
    """A prepared pattern cut at its outermost bars, each piece with the flags; uncut if it has groups that are told apart.

    Of the pieces that match at one place, the first is what the pattern matches.
    """
    flags, body = _parts(prepared)
    if _has_groups(body):
        return [prepared]
    return [flags + part for piece in _cut(body) for part in _bare(piece)]


def opened(prepared: bytes) -> list[bytes]:
    """One piece of a pattern cut further, at the bars of its first bracket, if what stands before that can match in one way only.

    A piece with groups that are told apart is left whole.
    """
    flags, body = _parts(prepared)
    pieces = [flags + piece for piece in _opened(body)] if not _has_groups(body) else []
    return pieces if pieces and sum(map(len, pieces)) <= _LONGEST * len(prepared) else [prepared]


def _has_groups(body: bytes) -> bool:
    """Whether a pattern has groups that are told apart."""
    return any(token[0] == b"(" for token in _SYNTAX.finditer(body))


def _parts(prepared: bytes) -> tuple[bytes, bytes]:
    """The flags of a prepared pattern, and the rest."""
    flags = b"(?im)" if prepared.startswith(b"(?im)") else b"(?m)" if prepared.startswith(b"(?m)") else b""
    return flags, prepared[len(flags) :]


def _bare(piece: bytes) -> Iterator[bytes]:
    """The alternatives inside a piece that is one bracket, or the piece."""
    if piece[:3] == b"(?:" and next(_brackets(piece), None) == (0, len(piece)):
        for alternative in _cut(piece[3:-1]):
            yield from _bare(alternative)
    else:
        yield piece


def _cut(body: bytes) -> list[bytes]:
    """A pattern cut at its outermost bars."""
    pieces, depth, begin = [], 0, 0
    for token in _SYNTAX.finditer(body):
        depth += (token[0][:1] == b"(") - (token[0] == b")")
        if token[0] == b"|" and not depth:
            pieces.append(body[begin : token.start()])
            begin = token.end()
    return [*pieces, body[begin:]] if not depth else [body]


def _opened(piece: bytes) -> Iterator[bytes]:
    """One piece for each alternative inside the first bracket with bars, between what stands before it and behind it; or all as one."""
    for start, end in _brackets(piece):
        opening = _OPENING.match(piece, start)
        if not opening:
            continue
        inner = _cut(piece[opening.end() : end - 1])
        if len(inner) == 1:
            continue
        before, after = piece[:start], piece[end:]
        if _QUANTIFIER.match(after) or not _ends_before(before, b"|".join(inner)):
            break
        yield from (before + opening[0] + alternative + b")" + after for alternative in inner)
        return
    yield piece


def _brackets(piece: bytes) -> Iterator[tuple[int, int]]:
    """Where the outermost brackets of a piece begin and end."""
    depth, start = 0, 0
    for token in _SYNTAX.finditer(piece):
        if token[0][:1] == b"(":
            start = start if depth else token.start()
            depth += 1
        elif token[0] == b")":
            depth -= 1
            if not depth:
                yield start, token.end()


def _ends_before(before: bytes, inner: bytes) -> bool:
    """Whether it is certain where what stands before a bracket ends: else a later alternative could match behind a longer one."""
    run = _RUN.fullmatch(before)
    if not run:
        return _WORDS.fullmatch(before) is not None
    repeated = b" " if before.endswith(b" +") else before[:-1]
    if repeated == b" " and not _WORDS.fullmatch(before):
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            (signs, _), (first, empty) = (first_characters(_parser.parse(part.decode("latin-1"))) for part in (repeated, inner))
    except (re.error, UntoldError, RecursionError, OverflowError):
        return False
    return not empty and not signs & first


def named_groups(prepared: bytes) -> dict[str, int]:
    """The numbers of the named groups of a prepared pattern."""
    names, number = {}, 0
    for token in _SYNTAX.finditer(prepared):
        if token[0] == b"(":
            number += 1
            if name := _NAME.match(prepared, token.end()):
                names[name[1].decode("latin-1")] = number
    return names
