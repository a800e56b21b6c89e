"""Definitions of abbreviations: `progression-free survival (PFS)`."""

import re
from collections.abc import Iterator

from prlint.language.kept import compiled
from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.model import Fact, Release

_BEFORE = pattern(r"(?:[A-Za-z0-9\x7f][^ ()\n]* ){1,12}\z", case=True)
_LONGEST = 400  # twelve words in code points, and more
_PAREN = pattern(
    r"[(\[](?:(?:or|the|collectively|hereinafter|together|i\.e\.|abbreviated"
    r"|abbreviated as),? )?[\"']?"
    r"(?P<short>[A-Za-z0-9][A-Za-z0-9&/+.-]{1,14})[\"']?(?:[;,] [^()\n]{0,80})?[)\]]",
    case=True,
)
_OTHER = compiled(r"NCT\d|ISRCTN|UMIN|jRCT|[A-Z]{2}\d{9,}|NEWMEDIAWIRE|[A-Z]{2,5}-?\d{3,}")
_PLURAL = compiled(r"[A-Za-z]?[A-Z0-9/-]*[A-Z][a-z]?[A-Z0-9]*[a-z]?s")  # `AEs`, `mAbs`, `NMTis`
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "with", "by", "or", "at", "from", "de", "la", "du", "des", "&"])
_PASSED_OVER = _SMALL | {"type", "like"}  # they may give no letter, though an abbreviation may begin with theirs
_YEAR = 4  # digits: "the Reform Act of 1995" is an act


def _letters(short: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", short)


def _fits(words: list[str], letters: str) -> int | None:
    """How many of the last words an abbreviation stands for, or None where its letters do not open them.

    Words whose initials are the abbreviation come before words that also give letters from within.
    """
    wanted = letters.lower()
    counts = [
        count
        for count in range(1, min(len(words), len(wanted) + 4) + 1)
        if words[-count][:1].lower() == wanted[0] and (count == 1 or words[-count].lower() not in _SMALL)
    ]
    for fit in (_are_initials, _give_letters):
        for count in counts:
            if fit([word.lower() for word in words[-count:]], wanted):
                return count
    return None


def _are_initials(words: list[str], wanted: str) -> bool:
    """Whether the first letters of words are an abbreviation, with or without those of the small words."""
    parts = [part for word in words for part in _parts(word)]
    return wanted in ("".join(part[0] for part in parts), "".join(part[0] for part in parts if part not in _SMALL))


def _give_letters(words: list[str], wanted: str) -> bool:
    """Whether each word gives its first letter, and any that follow in it; small words and second halves need not."""
    reached = {0}
    for word in words:
        for half, part in enumerate(_parts(word)):
            may_pass = half or part in _PASSED_OVER or (part.isdigit() and len(part) == _YEAR)
            onward = set(reached) if may_pass else set()
            for at in reached:
                if wanted[at : at + 1] == part[0]:
                    within = {at + 1}
                    for char in part[1:]:
                        within |= {place + 1 for place in within if wanted[place : place + 1] == char}
                    onward |= within
            reached = onward
    return len(wanted) in reached


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[-/]", word) if part]


def read_abbreviations(release: Release) -> Iterator[Fact]:
    """Facts of kind abbreviation: {short, long?, defined, short_start, short_end}; `defined` says that the letters fit the words.

    The span covers the long form and the parenthesis.
    """
    done = 0
    for found in _PAREN.each(release.twin):
        short = release.quote(found["short"])
        plain = short[:-1] if _PLURAL.fullmatch(short) else short
        letters = _letters(plain)
        if _OTHER.match(short) or len(letters) < 2 or sum(c.isupper() for c in letters) < 2 or letters.isdigit():
            continue
        end = found[""][0]
        begin = max(done, end - _LONGEST)
        before = _BEFORE.search(release.twin[begin:end])
        if before is None:
            continue
        start, done = begin + before.start(), found[""][1]
        words = [w.strip(",;:\"'.") for w in release.twin[start:end].decode("latin-1").split()]
        count = _fits(words, letters)
        value: dict[str, Any] = {
            "short": plain,
            "defined": count is not None,
            "short_start": found["short"][0],
            "short_end": found["short"][0] + len(plain),
        }
        if count is None:
            yield Fact("abbreviation", found["short"][0], found["short"][1], value)
            continue
        offsets = [m.start() for m in re.finditer(rb"[^ ]+", release.twin[start:end])]
        begin = start + offsets[-count]
        value["long"] = release.text[begin:end].rstrip()
        yield Fact("abbreviation", begin, found[""][1], value)
