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
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "with", "by", "or", "at", "from", "de", "la", "du", "des"])


def _letters(short: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", short)


def _fits(words: list[str], letters: str) -> int | None:
    """How many of the last words an abbreviation stands for, or None where its letters do not open them."""
    wanted = letters.lower()
    for count in range(1, min(len(words), len(wanted) + 4) + 1):
        tail = words[-count:]
        if (tail[0].lower() in _SMALL and count > 1) or not tail[0] or tail[0][0].lower() != wanted[0]:
            continue
        initials = "".join(part[0] for word in tail for part in re.split(r"[-/]", word) if part).lower()
        strong = "".join(part[0] for word in tail for part in re.split(r"[-/]", word) if part and part.lower() not in _SMALL).lower()
        if wanted in (initials, strong) or _subsequence(wanted, [w.lower() for w in tail]):
            return count
    return None


def _subsequence(wanted: str, words: list[str]) -> bool:
    """Whether the letters occur in order in the words, each word giving its first letter or being small."""
    at = 0
    for word in words:
        if at < len(wanted) and word and word[0] == wanted[at]:
            at += 1
            for char in word[1:]:
                if at < len(wanted) and char == wanted[at]:
                    at += 1
        elif word not in _SMALL:
            return False
    return at == len(wanted)


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
