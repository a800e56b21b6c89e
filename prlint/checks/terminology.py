"""Checks of terms and abbreviations."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from prlint.engine.model import Edit, Hit
from prlint.language.cache import cached
from prlint.language.patterns import Pattern, Span, pattern
from prlint.language.resources import folder
from prlint.release.model import Block, Release

_READ_IN = frozenset(
    ("headline", "subheadline", "lead", "body", "subheading", "about-trial", "about-product", "about-disease", "about-company", "conference-call", "non-gaap")
)
_TITLES = frozenset(("headline", "subheadline"))

_TOKEN = pattern(r"[A-Za-z0-9\x7f]*[A-Z][A-Za-z0-9\x7f]*", case=True)
_SHORT = r"([a-z]?[A-Z][A-Z0-9][A-Za-z0-9]{0,8})"
_LONGEST, _SHORTEST = 8, 2
_LEAST_CAPITALS = 0.6
_LONGEST_NON_WORD = 5  # a longer one in capitals is the name of a trial or a meeting, unless it is called a score

# Where an abbreviation is told, or is a name: each in one pass.
_TOLD = (
    pattern(rf"[(\[](?:[^()\[\]\n]{{0,80}}?(?:[;,:] |\bor |\bas |\bcalled |[a-z]-))?[\"']?(?:the |or |an? )?[\"']?{_SHORT}[®\x99\x98]?[\"']?(?:[)\],;:]| or )", case=True),
    pattern(rf"\b{_SHORT}s? ?[®\x99\x98]?[\"']? [(\[][\"']?[A-Za-z][a-z]+[^()\[\]\n]{{2,120}}[)\]]", case=True),
    pattern(rf"\b(?:or|known as|called|termed|referred to as|abbreviated|abbreviated as|abbreviation|denoted|acronym|designated)\b,? (?:the )?[\"']?{_SHORT}\b", case=True),
    pattern(rf"[\"']{_SHORT}[,.]?[\"']", case=True),
    pattern(rf"\b{_SHORT}[\"']?(?:,| -| =|:)? (?:short for|which stands for|standing for|stands for|meaning|i\.e\.)", case=True),
)
_STUDY = r"(?:trials?|stud(?:y|ies)|registry|cohorts?)"
_NAMES = (
    # a trial or a meeting
    pattern(
        rf"\b{_SHORT}(?:[- ](?:\d{{1,4}}[A-Za-z]?|[IVX]+|OLE|EXT|OL))?[®\x99\x98\"']* (?:(?:[Cc]linical|[Pp]ivotal|Phase [^ ]+|[Ee]xtension) ){{0,2}}"
        rf"(?i:{_STUDY}|consortium|congress|conference|symposium|summit|meeting|grant|awards?|fund)\b",
        case=True,
    ),
    pattern(rf"\b(?i:{_STUDY}|named|titled) ?,? ?[(\"']?{_SHORT}\b|\b{_SHORT},? (?:our|an?|the|its) [^.\n]{{0,30}}{_STUDY}\b", case=True),
    pattern(rf"\b{_SHORT}(?:,| and) (?:[A-Z0-9][A-Za-z0-9-]*,? (?:and )?){{0,4}}(?:trials|studies)\b", case=True),
    # a company, a university, an exchange with its symbol
    pattern(
        rf"\b{_SHORT},? (?:Inc|Corp|Ltd|LLC|LP|plc|AG|SA|NV|SE|AB|GmbH|Pty|Co|Company|Corporation|Limited|Group|Holdings?|Therapeutics|Pharma[a-z]*|Bio[a-z]*|"
        rf"Sciences?|Medical|Laboratories|Labs|Diagnostics|Oncology|Genetics|Technolog(?:y|ies)|Health[a-z]*|Medicines?|International|Capital|Partners|Ventures?|Advisors|"
        rf"Securities|University|Hospital|Institute|Foundation|Media|Newswire|News|Wire|Communications|Investor)\b",
        case=True,
    ),
    pattern(rf"\b(?:University|Institute|Hospital|Center|Foundation|College|Society|Association|Bank|Fund|Group|SOURCE|Source:?) (?:of |at |for |, )?{_SHORT}\b", case=True),
    pattern(rf"[A-Z]{{2,}}: ?{_SHORT}\b|\b{_SHORT} ?[:/] ?[A-Z]{{3,}}\b|[$#@]{_SHORT}\b", case=True),
    pattern(rf"\b{_SHORT}(?:'s\b| (?:today|announced|announces|said|reported|reports|believes)\b)", case=True),
)
_SCORE = pattern(rf"\b{_SHORT}(?:[- ][A-Z0-9]{{1,3}})? (?:(?:total|sub)? ?scores?|scales?|index|indices|questionnaires?|criteria)\b", case=True)
_CREDENTIAL = pattern(r"[,.](?:$|\n)|,? (?:said|of|is|will|has|and|commented|added|who|from|at)\b|\n|[,)]")


@dataclass(slots=True)
class _Abbreviation:
    """An abbreviation and where it is used; `titled` counts the uses in headlines."""

    uses: list[Span] = field(default_factory=list)
    titled: int = 0


@lru_cache(maxsize=1)
def glossary() -> tuple[frozenset[str], dict[str, str]]:
    """Abbreviations that need no expansion, and expansions to offer, from `rules/data/abbreviations.toml`."""
    file = folder("rules") / "data" / "abbreviations.toml"

    def compute() -> Any:
        import tomllib

        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return [short for shorts in told["allowed"].values() for short in shorts], told["expansions"]

    allowed, expansions = cached("abbreviations", [file], compute)
    return frozenset(allowed), expansions


def abbreviation_not_expanded(release: Release) -> Iterator[Hit]:
    """TRM001: an abbreviation that the text uses and never spells out."""
    allowed, expansions = glossary()
    candidates = _candidates(release, allowed)
    wanted = {short: found for short, found in candidates.items() if len(found.uses) > 1 or found.titled}
    if not wanted:
        return
    known = _explained(release)
    initials = "".join(word[0] for word in (release.settings.company.name or release.profile.company).split() if word[0].isupper())
    known |= {short for short in wanted if initials.startswith(short)}
    for short in sorted(set(wanted) - known, key=lambda short: wanted[short].uses[0]):
        uses = wanted[short].uses
        start, end = next((span for span in uses if release.kind_at(span[0]) not in _TITLES), uses[0])
        long = expansions.get(short, "")
        edits = (Edit(start, end, f"{long} ({short})", safe=False),) if long else ()
        related = tuple((span, "used again here") for span in uses if span != (start, end))[:3]
        yield Hit(start, end, {"abbreviation": short, "long": long}, variant="known" if long else "", related=related, edits=edits)


def _candidates(release: Release, allowed: frozenset[str]) -> dict[str, _Abbreviation]:
    """Every word that looks like an abbreviation to be spelled out, by its singular."""
    found: dict[str, _Abbreviation] = {}
    capitals: dict[int, bool] = {}
    for start, end in _TOKEN.spans(release.twin):
        if not _SHORTEST <= end - start <= _LONGEST + 1:
            continue
        short = release.twin[start:end].decode("latin-1")
        if not short.isupper():
            short = short[:-1] if short[-1] == "s" and short[:-1].isupper() else short
            if sum(char.isupper() for char in short) < max(2, _LEAST_CAPITALS * len(short)):
                continue
        if short in allowed or not _is_shaped(short) or _stands_in_name(release, start, end):
            continue
        kind = release.kind_at(start)
        block = release.block_at(start)
        if kind not in _READ_IN or block is None or _is_in_capitals(release, block, capitals):
            continue
        abbreviation = found.setdefault(short, _Abbreviation())
        abbreviation.uses.append((start, start + len(short)))
        abbreviation.titled += kind in _TITLES
    return found


_SHAPE = pattern(r"^(?:[a-z]?[A-Z]{2,8}|[A-Z]{1,2}\d[A-Z]{1,2}|[A-Z]{2,4}\d[a-z]|[A-Z]{2,5}[a-z][A-Z]{0,3})$", case=True)
_ROMAN = pattern(r"^[IVXLCM]+[a-zAB]?$", case=True)
_VOWELS = frozenset("AEIOU")


def _is_shaped(short: str) -> bool:
    """Whether a word is formed like an abbreviation: not a numeral, a gene with its number, or a long name in capitals."""
    word = short.encode("latin-1")
    return _SHAPE.match(word) is not None and _ROMAN.match(word) is None


def _stands_in_name(release: Release, start: int, end: int) -> bool:
    """Whether a use is a part of an address, a code, a company's or person's name, or a degree behind a name."""
    twin = release.twin
    before, after = twin[start - 1 : start], twin[end : end + 2]
    if before in (b"@", b"#", b"$", b"_", b"&", b".", b"\x7f") or after[:1] in (b"@", b"_", b"&", b"\x7f") or after[:1] in b".-/" and after[1:2].isalnum() and after[1:2].isdigit():
        return True
    if before == b"/" and twin[start - 2 : start - 1] in (b"/", b"m", b"g") or after == b".c" or after[:1] in (b"\xae", b"\x99", b"\x98"):
        return True
    if before == b"-" or _CODE_AFTER.match(twin, end) or _CAPITALS_BEFORE.search(twin[max(0, start - 24) : start]) or _CAPITALS_AFTER.match(twin, end):
        return True
    return before == b" " and twin[start - 2 : start - 1] == b"," and twin[start - 3 : start - 2].isalpha() and _CREDENTIAL.match(twin, end) is not None and _is_after_name(twin, start)


# A number that makes a code of it, and words in capitals beside it.
_CODE_AFTER = pattern(r"[- ]'?\d{2,}|'s\b")
_CAPITALS_BEFORE = pattern(r"\b[A-Z]{5,}[ *]+$", case=True)
_CAPITALS_AFTER = pattern(r"[ *]+[A-Z]{5,}\b", case=True)
_NAME_BEFORE = pattern(r"[A-Z][a-z'-]+ (?:[A-Z]\.? )?[A-Z][A-Za-z'-]+(?:, [A-Z][A-Za-z./]{1,7})*, $", case=True)


def _is_after_name(twin: bytes, start: int) -> bool:
    line = twin[max(0, start - 60) : start]
    return _NAME_BEFORE.search(line[line.rfind(b"\n") + 1 :]) is not None


def _is_in_capitals(release: Release, block: Block, known: dict[int, bool]) -> bool:
    """Whether a line is written in capitals, so that its words tell nothing."""
    if block.start not in known:
        line = release.text[block.start : min(block.end, block.start + 400)]
        letters = sum(map(str.isalpha, line)) or 1
        known[block.start] = sum(map(str.isupper, line)) > 0.5 * letters
    return known[block.start]


def _explained(release: Release) -> set[str]:
    """Abbreviations that the text tells, and those that are names."""
    known = {fact.value["short"] for fact in release.facts_of("abbreviation")}
    known |= {symbol for fact in release.facts_of("ticker") for _, symbol in fact.value.get("pairs", ())}
    known |= {word for kind in ("trademark", "product") for fact in release.facts_of(kind) for word in _words_of(fact.value)}
    known |= {word for fact in release.facts_of("attribution") for name in fact.value["marks"] for word in name.split()}
    known |= set(release.profile.company.split()) | set(release.settings.company.name.split())
    for table in (_TOLD, _NAMES):
        for each in table:
            known |= set(_group(each, release.twin))
    scores = set(_group(_SCORE, release.twin))
    return known | {short.removesuffix("s") for short in known} | _long_names(release, scores)


def _words_of(value: Any) -> list[str]:
    return [word for key in ("mark", "brand", "code") for word in value.get(key, "").replace("-", " ").split()]


def _group(each: Pattern, twin: bytes) -> Iterator[str]:
    for match in each.compiled.finditer(twin):
        short = next((group for group in match.groups() if group), b"")
        yield short.decode("latin-1")


def _long_names(release: Release, scores: set[str]) -> set[str]:
    """Long words in capitals that can be spoken, and are not called a score: names of trials and meetings."""
    words = {release.twin[a:b].decode("latin-1") for a, b in _TOKEN.spans(release.twin) if b - a > _LONGEST_NON_WORD}
    return {word for word in words if not _VOWELS.isdisjoint(word)} - scores
