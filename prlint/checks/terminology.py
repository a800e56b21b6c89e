"""Checks of terms and abbreviations."""

from collections.abc import Iterator
from functools import lru_cache

from prlint.checks.definitions import abbreviation_gloss_mismatch, abbreviation_late_or_conflicting
from prlint.checks.drift import entity_naming_drift
from prlint.checks.glossary import glossary
from prlint.checks.product_names import product_name_drift
from prlint.checks.programmes import stage_drift
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Block, Release

__all__ = [
    "abbreviation_gloss_mismatch",
    "abbreviation_late_or_conflicting",
    "abbreviation_not_expanded",
    "entity_naming_drift",
    "product_name_drift",
    "stage_drift",
]

_TITLES = frozenset(("headline", "subheadline"))
_ABOUT = frozenset(("about-trial", "about-product", "about-disease", "about-company"))
_READ_IN = _TITLES | _ABOUT | {"lead", "body", "subheading", "conference-call", "non-gaap"}

_TOKEN = pattern(r"\b[a-z]?[A-Z][A-Z0-9][A-Za-z0-9]{0,7}\b", case=True)
_LEAST_CAPITALS = 0.6
_LONGEST_NON_WORD = 5  # a longer one in capitals is the name of a trial or a meeting, unless it is called a score

# What stands beside a use that tells what it stands for: `long (SHORT)`, `long, or SHORT`, `“SHORT”`; `SHORT (long)`, `SHORT stands for`.
_LEFT, _RIGHT = 110, 140
_OPENED = pattern(
    r"[(\[](?:[^()\[\]\n]{0,80}?(?:[;,:] |\bor |\bas |\balso |\bcalled |[a-z]-))?[\"']?(?:the |or |an? )?[\"']?$",
)
_CLOSED = pattern(r"s?[®\x99\x98]?[\"']?(?:[)\],;:]| or )")
_CALLED = pattern(
    r"\b(?:or|known as|called|termed|referred to as|abbreviat(?:ed|ed as|ion)|denoted|acronym|designated),? (?:the )?[\"']?$|[\"']$"
)
_TOLD = pattern(
    r"s? ?[®\x99\x98]?[\"']? [(\[][\"']?[A-Za-z][a-z]+[^()\[\]\n]{2,120}[)\]]"
    r"|,? or (?:the |an? )?[a-z]+(?:[ -](?:and |of )?[a-z]+){1,5},"
    r"|[\"']?(?:,| -| =|:)? (?:short for|which stands for|standing for|stands for|meaning|i\.e\.)",
    case=True,
)
# What stands beside a use that is the name of a trial, a meeting, a company, a university, or a symbol.
_STUDY = r"(?i:trials?|stud(?:y|ies)|registry|cohorts?)"
_COMPANY = (
    r"(?:Inc|Corp|Ltd|LLC|LP|plc|AG|SA|NV|SE|AB|GmbH|Pty|Co|Company|Corporation|Limited|Group|Holdings?|Therapeutics|Pharma[a-z]*|Bio[a-z]*|"
    r"Sciences?|Medical|Laboratories|Labs|Diagnostics|Oncology|Genetics|Technolog(?:y|ies)|Health[a-z]*|Medicines?|International|Capital|"
    r"Partners|Ventures?|Advisors|Securities|University|Hospital|Institute|Foundation|Media|Newswire|News|Wire|Communications|Investor)"
)
_NAME_AFTER = pattern(
    r"(?:[- ](?:\d{1,4}[A-Za-z]?|[IVX]+|OLE|EXT|OL))?[®\x99\x98\"']* (?:(?:[Cc]linical|[Pp]ivotal|Phase [^ ]+|[Ee]xtension) ){0,2}"
    rf"(?:{_STUDY}|(?i:consortium|congress|conference|symposium|summit|meeting|grant|awards?|fund))\b"
    rf"|,? (?:our|an?|the|its) [^.\n]{{0,30}}{_STUDY}\b"
    r"|(?:,| and) (?:[A-Z0-9][A-Za-z0-9-]*,? (?:and )?){0,4}(?:trials|studies)\b"
    r"|-\d[A-Za-z]?(?: \([^()\n]{2,40}\))?(?:,| is| was) (?:an?|our|its|the)\b"
    r"|, (?:one of|an?|the) [^.\n]{0,60}\b(?:plans?|funds?|compan(?:y|ies)|organi[sz]ations?|agenc(?:y|ies)|associations?|consorti\w{1,2}"
    r"|universit\w{1,3}|charit\w{1,3})\b"
    rf"|,? {_COMPANY}\b| ?[:/] ?[A-Z]{{3,}}\b|'s\b| (?:today|announced|announces|said|reported|reports|believes)\b",
    case=True,
)
_NAME_LEFT = pattern(
    rf"\b(?:{_STUDY}|named|titled) ?,? ?[(\"']?$|[A-Z]{{2,}}: ?$|[$#@]$"
    r"|\b(?:University|Institute|Hospital|Center|College|Society|Association|Bank|Fund|Group|SOURCE|Source:?) (?:(?:of|at|for|,) )?$",
    case=True,
)
_SCORE = pattern(r"(?:[- ][A-Z0-9]{1,3})? (?:(?:total|sub)? ?scores?|scales?|index|indices|questionnaires?|criteria)\b")
_CREDENTIAL = pattern(r"[,.](?:$|\n)|,? (?:said|of|is|will|has|and|commented|added|who|from|at)\b|\n|[,)]")


class _Abbreviation:
    """An abbreviation: everywhere it stands, its uses in what is read, and how many of them are in headlines."""

    def __init__(self) -> None:
        self.places: list[Span] = []
        self.uses: list[Span] = []
        self.titled = 0


def abbreviation_not_expanded(release: Release) -> Iterator[Hit]:
    """An abbreviation that the text uses and never spells out.

    It must be used twice, or once in a headline. `words (ABBR)`, `ABBR (words)`, `words, or ABBR` and the like spell it
    out, whether or not the initials fit. Known words, names of trials, companies and meetings, tickers, genes and codes
    are none.
    """
    allowed, expansions = glossary()
    candidates = _candidates(release, allowed)
    wanted = {short: found for short, found in candidates.items() if len(found.uses) > 1 or found.titled}
    if not wanted:
        return
    known = _known_names(release)
    initials = "".join(word[0] for word in (release.settings.company.name or release.profile.company).split() if word[0].isupper())
    for short in sorted(set(wanted) - known, key=lambda short: wanted[short].uses[0]):
        if initials.startswith(short) or _is_explained(release, short, wanted[short].places) or _begins_name(release, wanted[short].places):
            continue
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
        short = release.twin[start:end].decode("latin-1")
        if not short.isupper():
            short = short[:-1] if short[-1] == "s" and short[:-1].isupper() else short
            if sum(map(str.isupper, short)) < max(2, _LEAST_CAPITALS * len(short)):
                continue
        if short in allowed or not _is_shaped(short):
            continue
        abbreviation = found.setdefault(short, _Abbreviation())
        abbreviation.places.append((start, end))
        kind = release.kind_at(start)
        if kind not in _READ_IN or _stands_in_name(release, start, end):
            continue
        block = release.block_at(start)
        if block is not None and not _is_in_capitals(release, block, capitals):
            abbreviation.uses.append((start, start + len(short)))
            abbreviation.titled += kind in _TITLES
    return found


_SHAPE = pattern(r"^(?:[a-z]?[A-Z]{2,8}|[A-Z]{1,2}\d[A-Z]{1,2}|[A-Z]{2,4}\d[a-z]|[A-Z]{2,5}[a-z][A-Z]{0,3})$", case=True)
_ROMAN = pattern(r"^(?:[IVX]+|[IVXLCDM])[a-zAB]?$", case=True)
_VOWELS = frozenset("AEIOU")


@lru_cache(maxsize=4096)
def _is_shaped(short: str) -> bool:
    """Whether a word is formed like an abbreviation: not a numeral, a gene with its number, or a long name in capitals."""
    word = short.encode("latin-1")
    return _SHAPE.match(word) is not None and _ROMAN.match(word) is None


_NO_START = frozenset((b"@", b"#", b"$", b"_", b"&", b".", b"\x7f", b"-"))
_NO_END = frozenset((b"@", b"_", b"&", b"\x7f", b"\xae", b"\x99", b"\x98"))


def _stands_in_name(release: Release, start: int, end: int) -> bool:
    """Whether a use is a part of an address, a code, a company's or person's name, or a degree behind a name."""
    twin = release.twin
    before, after = twin[start - 1 : start], twin[end : end + 2]
    if before in _NO_START or after[:1] in _NO_END or after == b".c" or (before == b"/" and twin[start - 2 : start - 1] in b"/mg"):
        return True
    if _CODE_AFTER.match(twin, end) or _CAPITALS_AFTER.match(twin, end) or _CAPITALS_BEFORE.search(twin[max(0, start - 24) : start]):
        return True
    return twin[max(0, start - 2) : start] == b", " and _CREDENTIAL.match(twin, end) is not None and _is_after_name(twin, start)


# A number that makes a code of it, and words in capitals beside it.
_CODE_AFTER = pattern(r"[- ]'?\d{2,}|[./][A-Z]?\d|'s\b")
_CAPITALS_BEFORE = pattern(r"\b[A-Z]{5,}[ *]+$", case=True)
# Words in capitals, or a name with a capital inside: `STB LaunchPad` is a product.
_CAPITALS_AFTER = pattern(r"[ *]+(?:[A-Z]{5,}|[A-Z][a-z]{2,}[A-Z][a-z]{2,})\b", case=True)
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


def _known_names(release: Release) -> set[str]:
    """Words that are abbreviations with a definition, or names of companies, marks and products."""
    known = {fact.value["short"] for fact in release.facts_of("abbreviation")}
    known |= {symbol for fact in release.facts_of("ticker") for _, symbol in fact.value.get("pairs", ())}
    names = [
        fact.value.get(key, "") for kind in ("trademark", "product") for fact in release.facts_of(kind) for key in ("mark", "brand", "code")
    ]
    names += [name for fact in release.facts_of("attribution") for name in fact.value["marks"]]
    names += [release.profile.company, release.settings.company.name]
    return known | {word for name in names for word in name.replace("-", " ").split()}


_NEXT_NAME = pattern(r"[®\x99]? (?P<word>[A-Z][a-z]{2,}|[A-Z][a-z]+[A-Z][a-z]+)\b", case=True)


def _begins_name(release: Release, places: list[Span]) -> bool:
    """Whether one and the same word with a capital follows at every place: `TQ Holland` is a bank."""
    words = {match["word"] if (match := _NEXT_NAME.match(release.twin, end)) else b"" for _, end in places}
    return len(places) > 1 and len(words) == 1 and b"" not in words


def _is_explained(release: Release, short: str, places: list[Span]) -> bool:
    """Whether any place tells what the letters stand for, or shows that they are a name."""
    twin = release.twin
    scored = False
    for start, end in places:
        left, right = twin[max(0, start - _LEFT) : start], twin[end : end + _RIGHT]
        left = left[left.rfind(b"\n") + 1 :]
        if _TOLD.match(right) or _NAME_AFTER.match(right) or _CALLED.search(left) or _NAME_LEFT.search(left):
            return True
        if _CLOSED.match(right) and _OPENED.search(left):
            return True
        scored = scored or _SCORE.match(right) is not None
    return len(short) > _LONGEST_NON_WORD and not scored and not _VOWELS.isdisjoint(short)
