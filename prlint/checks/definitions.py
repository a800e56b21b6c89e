"""Checks of the definitions of abbreviations: `progression-free survival (PFS)`."""

import re
from collections.abc import Iterator

from prlint.checks.glossary import fixed, glossary
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release, covered

_NEWS = frozenset(("lead", "body"))
_TOKEN = pattern(r"\b[A-Za-z]?[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]{0,7}\b", case=True)
_GENE = re.compile(r".*\d$|.*[a-z].*[A-Z]|[A-Z]+\d+[A-Z]?$")


def abbreviation_late_or_conflicting(release: Release) -> Iterator[Hit]:
    """TRM002: an abbreviation that is used before it is told, told twice, or told to mean two things."""
    told: dict[str, list[Fact]] = {}
    for fact in release.facts_of("abbreviation"):
        if fact.value["defined"]:
            told.setdefault(fact.value["short"], []).append(fact)
    if not told:
        return
    early = _first_uses(release, told)
    allowed, _ = glossary()
    for short, facts in told.items():
        if short in allowed:
            continue
        if short in early and not _GENE.match(short):
            related = (((facts[0].start, facts[0].end), "is told here"),)
            yield Hit(*early[short], {"abbreviation": short}, related=related)
        yield from _told_again(release, short, facts)


def _first_uses(release: Release, told: dict[str, list[Fact]]) -> dict[str, Span]:
    """The first use in the news of each abbreviation that stands before its definition."""
    early: dict[str, Span] = {}
    for start, end in _TOKEN.spans(release.twin):
        written = release.twin[start:end].decode("latin-1")
        short = written if written in told else written.removesuffix("s")
        if short not in told or short in early or start >= told[short][0].start or release.kind_at(start) not in _NEWS:
            continue
        if release.twin[start - 1 : start] == b"(" or covered(release.find("ticker"), start, end):
            continue
        if release.sentence_at(start) != release.sentence_at(told[short][0].start):
            early[short] = (start, start + len(short))
    return early


def _told_again(release: Release, short: str, facts: list[Fact]) -> Iterator[Hit]:
    """Later definitions: another meaning anywhere, the same one within the news."""
    first = facts[0]
    for fact in facts[1:]:
        related = (((first.start, first.end), "is told here first"),)
        one, other = (_plain(each.value["long"]) for each in (first, fact))
        values = {"abbreviation": short, "first": first.value["long"], "second": fact.value["long"]}
        if not (one in other or other in one or _is_alike(one, other)):
            yield Hit(fact.start, fact.end, values, variant="conflicting", related=related)
        elif release.kind_at(first.start) in _NEWS and release.kind_at(fact.start) in _NEWS:
            yield Hit(fact.start, fact.end, values, variant="twice", related=related)


def _plain(long: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", long.lower()).strip()


def _is_alike(one: str, other: str) -> bool:
    """Whether two expansions begin alike: what differs then is an ending, a small word, or an abbreviation inside."""
    return one[:5] == other[:5]


def abbreviation_gloss_mismatch(release: Release) -> Iterator[Hit]:
    """TRM003: words before an abbreviation in parentheses that are not what it stands for."""
    _, expansions = glossary()
    text = _plain(release.text) if release.facts_of("abbreviation") else ""
    for fact in release.facts_of("abbreviation"):
        short = fact.value["short"]
        start, end = fact.value["short_start"], fact.value["short_end"]
        if not fact.value["defined"]:
            long = expansions.get(short, "")
            if long and _plain(long) not in text and release.twin[start - 1 : start] == b"(" and release.twin[end : end + 1] == b")":
                edit = Edit(start, end, f"{long}, or {short}", safe=False)
                yield Hit(
                    start - 1, end + 1, {"abbreviation": short, "words": _words_before(release, start - 1), "long": long}, edits=(edit,)
                )
        elif short in fixed() and _is_near_miss(_plain(fact.value["long"]), _plain(fixed()[short])):
            long = fixed()[short]
            edit = Edit(fact.start, fact.start + len(fact.value["long"]), long, safe=False)
            yield Hit(fact.start, fact.end, {"abbreviation": short, "words": fact.value["long"], "long": long}, edits=(edit,))


def _words_before(release: Release, end: int) -> str:
    """The last words before a parenthesis."""
    return " ".join(release.text[max(0, end - 60) : end].split()[-4:])


def _is_near_miss(said: str, meant: str) -> bool:
    """Whether an expansion is the known one with a wrong word: `good manufacturing process`."""
    one, other = said.split(), meant.split()
    if len(one) != len(other):
        return False
    wrong = [(a, b) for a, b in zip(one, other, strict=True) if a[:5] != b[:5]]
    return len(wrong) == 1 and len(one) >= 3
