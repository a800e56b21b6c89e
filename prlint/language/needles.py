"""What a pattern cannot do without: needles, some of which every match holds.

Most patterns meet nothing in most paragraphs, and to try one there costs more than to see that the paragraph lacks what a
match must hold. A needle is a piece of a word in small letters (`placebo`), with a capital as a mark where the word must
begin (`Bplaceb`) or end (`trialE`) with it; `D` is any digit, and a sign such as `®` is itself. They are worked out once
from the syntax tree of the pattern and kept with it.
"""

import re
from collections.abc import Iterable, Sequence

from prlint.language.words import BEGINS, DIGIT, ENDS, Clause, Needles
from prlint.records import Any

_MOST = 400
"""Of more needles than this it is not worth to look for each."""
_MOST_CLAUSES = 3
_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_")
_CASE = {code: code + 32 for code in range(65, 91)}

# Words that stand in almost every paragraph tell least.
_COMMON = frozenset(
    b"a an and any are as at be been but by can for from had has have if in is it its may more no not of on or our out own so"
    b" than that the their these they this to was we were when which who will with you".split()
)


def needles_of(prepared: bytes) -> Needles:
    """What a text in small letters must hold one of for a pattern to match in it, worked out from the pattern's tree."""
    import warnings
    from re import _parser  # the one regular-expression parser that Python has

    if b"[[:" in prepared:  # a class by name: Python would read it otherwise
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = _parser.parse(prepared.decode("latin-1"))
    except (re.error, RecursionError, OverflowError):  # RE2 knows what Python does not: nothing can be told, then
        return ()
    return _sequence(list(tree), begins=False, ends=False)


def needles_of_any(every: Iterable[Needles]) -> Needles:
    """What a text must hold for one of several patterns to match in it."""
    told = list(every)
    if len(told) == 1:
        return told[0]
    found = frozenset().union(*(needles[0] for needles in told if needles))
    return (found,) if all(told) and len(found) <= _MOST else ()


def _sequence(parts: Sequence[Any], *, begins: bool, ends: bool) -> Needles:
    """The needles of parts in a row.

    `begins` and `ends` say whether what stands before and behind them is certainly no part of a word.
    """
    clauses: set[Clause] = set()
    run, run_begins = b"", begins
    apart = begins  # whether a word that comes next begins here for certain
    for place, part in enumerate((*parts, None)):
        letter = _letter(part)
        if letter in _WORD_BYTES:
            if not run:
                run_begins = apart
            run += letter
            apart = False
            continue
        behind = ends if place >= len(parts) - 1 else _keeps_apart(parts[place + 1])
        if run and part and str(part[0]) == "BRANCH":  # the parser has put the letters that all alternatives begin with before them
            before = parts[place - len(run) : place]
            whole = ([*before, *branch] for branch in part[1][1])
            clauses.update(needles_of_any(_sequence(branch, begins=run_begins, ends=behind) for branch in whole))
        else:
            if run:
                clauses.add(frozenset((_needle(run, run_begins, _keeps_apart(part) if part else ends),)))
            if part:
                clauses.update((frozenset((letter,)),) if letter.strip() else _of_part(part, apart, behind))
        if part:
            apart = _keeps_apart(part) or (apart and _is_nothing(part))
        run = b""
    telling = sorted(clauses, key=lambda clause: (-min(map(_worth, clause)), len(clause), sorted(clause)))
    return tuple(clause for clause in telling if len(clause) <= _MOST)[:_MOST_CLAUSES]


def _needle(run: bytes, begins: bool, ends: bool) -> bytes:
    return (BEGINS if begins else b"") + run + (ENDS if ends else b"")


def _letter(part: Any) -> bytes:
    """The one character, in small letters, that a part is; empty if it may be another."""
    if part is None:
        return b""
    kind, argument = str(part[0]), part[1]
    if kind == "LITERAL" and argument < 256:
        return bytes((_CASE.get(argument, argument),))
    if kind == "IN" and all(str(operator) == "LITERAL" and member < 256 for operator, member in argument):
        letters = {_CASE.get(member, member) for _, member in argument}
        return bytes(letters) if len(letters) == 1 else b""
    return b""


_WORD_BYTES = frozenset(bytes((code,)) for code in _WORD)


def _keeps_apart(part: Any) -> bool:
    """Whether a part is certainly at the edge of a word: a word boundary, or a character that no word holds."""
    kind, argument = str(part[0]), part[1]
    if kind == "AT":
        return str(argument) in ("AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_LINE", "AT_END", "AT_END_LINE")
    if kind == "LITERAL":
        return _CASE.get(argument, argument) not in _WORD
    if kind == "IN":
        return all(str(operator) == "LITERAL" and _CASE.get(member, member) not in _WORD for operator, member in argument)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        return bool(argument[0]) and len(argument[2]) == 1 and _keeps_apart(argument[2][0])
    if kind == "SUBPATTERN":
        return bool(argument[3]) and all(map(_keeps_apart, argument[3]))
    return kind == "BRANCH" and all(branch and all(map(_keeps_apart, branch)) for branch in argument[1])


def _is_nothing(part: Any) -> bool:
    """Whether a part takes no character, so that what is before it is also before what comes next."""
    return str(part[0]) == "AT"


def _of_part(part: Any, begins: bool, ends: bool) -> Needles:
    """The needles of one part that is no letter."""
    kind, argument = str(part[0]), part[1]
    if kind == "SUBPATTERN":
        return _sequence(list(argument[3]), begins=begins, ends=ends)
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and argument[0]:
        return _sequence(list(argument[2]), begins=begins, ends=ends and argument[1] == 1)
    if kind == "BRANCH":
        return needles_of_any(_sequence(list(branch), begins=begins, ends=ends) for branch in argument[1])
    if kind == "IN":
        return _of_class(argument)
    return ()


def _of_class(members: Iterable[Any]) -> Needles:
    """A class of digits needs a digit, one of a few signs one of them."""
    signs: set[bytes] = set()
    for operator, member in members:
        kind = str(operator)
        if _is_digit(kind, member):
            signs.add(DIGIT)
        elif kind == "LITERAL" and member < 256 and _CASE.get(member, member) not in _WORD and member not in b" \n":
            signs.add(bytes((member,)))
        else:
            return ()
    return (frozenset(signs),) if signs else ()


def _is_digit(kind: str, member: Any) -> bool:
    if kind == "RANGE":
        return int(member[0]) >= 48 and int(member[1]) <= 57
    return str(member) == "CATEGORY_DIGIT" or (kind == "LITERAL" and 48 <= int(member) <= 57)


def _worth(needle: bytes) -> int:
    """How much it tells that a needle is there: long ones, and whole words, are met less often."""
    core = needle.strip(BEGINS + ENDS)
    if core == DIGIT or not core.isalnum():
        return _SIGNS.get(core, 5)
    if core in _COMMON or len(core) == 1:
        return 1
    return 2 * len(core) + needle.startswith(BEGINS) + needle.endswith(ENDS)


_SIGNS = dict.fromkeys((b".", b",", b"-", b"(", b")"), 0) | {DIGIT: 2, b'"': 2, b"'": 2, b":": 2, b";": 2, b"/": 2}
