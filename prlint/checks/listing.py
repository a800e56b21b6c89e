"""The issuer's exchange and ticker: there at first mention, well formed, and the same throughout."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release

_FEW = 20  # tickers of one name that a later one is held against
_FIRST_SENTENCES = 4  # of the body, where a lead is not told apart
_NAME_BEFORE = pattern(r"((?-i:[A-Z])[\w'&.-]*(?:,? (?-i:[A-Z])[\w'&.-]*){0,4}),? ?[(\[]*\z")
_DEFINED = pattern(r" ?\([^()\n]{1,60}\),? ?[(\[]*\z")  # `Herlenta AG (“Herlenta”) (Nasdaq: HRLT)`
# A parent may bear the name of its subsidiary.
_ANOTHER = pattern(r"\b(?:subsidiary|affiliate|unit|division|parent|member) (?:company )?of\b")
# A wire copy that dropped the parenthesis leaves its space before the comma: `Ferrant, Inc. , a company`; or two commas, two
# spaces before the next parenthesis, or nothing behind the exchange.
_EMPTIED = pattern(
    r"(?:\b(?:inc|corp|ltd|plc|co|N\.V|S\.A)\b\.?|[\w)]) +, |, ?, |\b(?:inc|corp|ltd|plc)\b\.? {2,}\(|\((?:nasdaq|nyse)[a-z ]{0,24}: *[)\n]"
)
_AFTER_NAME = 120  # code points behind the name in which the parenthesis stood
_LEGAL_FORMS = frozenset(
    ("inc", "corp", "corporation", "ltd", "limited", "plc", "llc", "n.v", "nv", "s.a", "sa", "ag", "se", "co", "company", "a/s", "the")
)


def listing(release: Release) -> Iterator[Hit]:
    """A ticker that is missing, misspelt, or another than before."""
    misspelt = list(release.find("misspelt-exchange"))
    unpunctuated = list(release.find("ticker-without-colon"))
    for start, end in misspelt:
        yield Hit(start, end, variant="misspelt")
    for start, end in unpunctuated:
        yield Hit(start, end, variant="colon")
    yield from _conflicting(release)
    if not misspelt and not unpunctuated and not release.settings.release.fragment:
        yield from _missing(release)


def _missing(release: Release) -> Iterator[Hit]:
    if release.profile.issuer not in ("us-reporting", "foreign-private"):
        return
    tickers = release.facts_of("ticker")
    if tickers and all(_is_anothers(release, fact) for fact in tickers):
        return
    limit = _opening_end(release)
    if any(fact.start < limit for fact in tickers):
        return
    place = _first_mention(release)
    if tickers:
        later = (tickers[0].start, tickers[0].end)
        yield Hit(*place, severity="info", variant="late", related=((later, "the ticker"),))
    else:
        lost = _EMPTIED.search(release.twin, place[0], place[1] + _AFTER_NAME)
        yield Hit(*place, severity="info" if lost else "", variant="lost" if lost else "")


def _is_anothers(release: Release, fact: Fact) -> bool:
    """Whether a ticker stands behind the name of another company than the issuer."""
    names, issuer = _named_before(release, fact), release.profile.company.lower().split()
    return bool(names and issuer) and names[0] != issuer[0] and not any(word in names for word in issuer)


def _opening_end(release: Release) -> int:
    """Where the headline, the lead and the first sentences after it end."""
    lead = release.sections_of("lead")
    start = lead[0].start if lead else 0
    sentences = [sentence for sentence in release.sentences if sentence.start >= start]
    end = sentences[:_FIRST_SENTENCES][-1].end if sentences else 0
    return max(end, lead[0].end if lead else 0)


def _first_mention(release: Release) -> Span:
    """The issuer's name in the lead, else the lead's first sentence."""
    lead = next(iter(release.sections_of("lead")), None) or next(iter(release.sections_of("body")), None)
    start, end = (lead.start, lead.end) if lead else (0, len(release.text))
    company = release.profile.company
    at = release.text.find(company, start, end) if company else -1
    if at >= 0:
        return at, at + len(company)
    sentence = release.sentence_at(start)
    return (sentence.start, sentence.end) if sentence else (start, start)


def _conflicting(release: Release) -> Iterator[Hit]:
    """Two symbols on one exchange, both after the same company's name."""
    seen: dict[tuple[str, str], list[tuple[tuple[str, ...], str, Fact]]] = {}
    for fact in release.facts_of("ticker"):
        name = _named_before(release, fact)
        for exchange, symbol in fact.value["pairs"] if name else ():
            market, sign = exchange.split()[0].lower(), symbol.upper()
            known = seen.setdefault((name[0], market), [])
            earlier = [(told, first) for other, told, first in known[:_FEW] if first is not fact and _same_company(name, other)]
            if earlier and not any(sign.startswith(told) or told.startswith(sign) for told, _ in earlier):
                first = earlier[0][1]
                yield Hit(fact.start, fact.end, variant="conflict", related=(((first.start, first.end), "the ticker before"),))
                return
            known.append((name, sign, fact))


def _same_company(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other, or a shorter form of it."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _named_before(release: Release, fact: Fact) -> tuple[str, ...]:
    """The words of the company's name that stands before a ticker, without its legal form."""
    block = release.block_at(fact.start)
    start = max(block.start if block else 0, fact.start - 60)
    if _ANOTHER.search(release.twin, start, fact.start):
        return ()
    before = release.twin[start : fact.start]
    defined = _DEFINED.search(before)
    match = _NAME_BEFORE.search(before[: defined.start()] if defined else before)
    words = [word.strip(".,'").lower() for word in match.group(1).decode("latin-1").split()] if match else []
    return tuple(word for word in words if word not in _LEGAL_FORMS)
