"""Stock tickers and registry numbers of trials."""

from collections.abc import Iterator

from prlint.language.lalr import Node
from prlint.language.lexer import Grammar
from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release

_EUDRA = r"(?:EudraCT(?: (?:number|no\.?|#))?:? ?)?"
# Each registry: what a candidate looks like, and what a whole number looks like. A candidate may be malformed.
_REGISTRIES = (
    ("ClinicalTrials.gov", r"\bNCT[- #:]{0,2}[0-9][0-9O]{3,10}\b", r"NCT[0-9]{8}"),
    ("EU CT", r"\b20[0-9]{2}-5[0-9]{5}-[0-9]{2}(?:-[0-9]{2})?\b", r"20[0-9]{2}-5[0-9]{5}-[0-9]{2}(?:-[0-9]{2})?"),
    ("EudraCT", rf"\b{_EUDRA}(?:19|20)[0-9]{{2}}-[0-9]{{4,7}}-[0-9]{{1,3}}\b", rf"{_EUDRA}20[0-9]{{2}}-[0-9]{{6}}-[0-9]{{2}}"),
    ("ISRCTN", r"\bISRCTN[ -]?[0-9]{5,10}\b", r"ISRCTN[ -]?[0-9]{8}"),
    ("jRCT", r"\bjRCTs?[ -]?[0-9]{6,12}\b", r"jRCTs?[ -]?[0-9]{9,10}"),
    ("ChiCTR", r"\bChiCTR[ -]?[A-Z-]{0,7}[0-9]{7,11}\b", r"ChiCTR[ -]?(?:[A-Z]{2,4}-[0-9]{8}|[0-9]{10})"),
    ("ACTRN", r"\bACTRN[ -]?[0-9]{10,15}p?\b", r"ACTRN[ -]?[0-9]{14}p?"),
    ("UMIN", r"\bUMIN[ -]?[0-9]{6,11}\b", r"UMIN[ -]?[0-9]{9}"),
    ("CTRI", r"\bCTRI/[0-9]{4}/[0-9]{2,3}/[0-9]{5,7}\b", r"CTRI/[0-9]{4}/[0-9]{2,3}/[0-9]{6}"),
    ("DRKS", r"\bDRKS[0-9]{6,9}\b", r"DRKS[0-9]{8}"),
)  # fmt: skip
_ANY_TRIAL = pattern("|".join(f"({candidate})" for _, candidate, _ in _REGISTRIES), case=True)
_WHOLE = tuple(pattern(whole, case=True) for _, _, whole in _REGISTRIES)
_REGISTRY_NAMES = tuple(name for name, _, _ in _REGISTRIES)


_COLON = pattern(r":|\bsymbols?\b")


def read_tickers(release: Release, grammar: Grammar) -> Iterator[Fact]:
    """Facts of kind ticker: {exchange, symbol, pairs: [[exchange, symbol], …]}, one for a run of listings."""
    behind = 0
    for start, _ in grammar.find("EXCHANGE", release.twin):
        if start < behind:
            continue
        line_end = release.twin.find(b"\n", start)
        tree = grammar.try_read("ticker", release.twin, start, min(line_end if line_end >= 0 else len(release.twin), start + 300))
        if tree is None:
            continue
        if not _COLON.search(release.twin, start, tree.children[0].end):
            continue
        pairs = [pair for listing in tree.all("listing") if isinstance(listing, Node) for pair in _pairs(release, listing)]
        if pairs:
            behind = tree.end
            end = max(token.end for token in tree.all("SYMBOL"))
            yield Fact("ticker", start, end, {"exchange": pairs[0][0], "symbol": pairs[0][1], "pairs": pairs})


def _pairs(release: Release, listing: Node) -> list[list[str]]:
    symbols = [release.text[token.start : token.end] for token in listing.all("SYMBOL")]
    return [[release.text[exchange.start : exchange.end], symbol] for exchange in listing.all("EXCHANGE") for symbol in symbols]


def read_trial_ids(release: Release) -> Iterator[Fact]:
    """Facts of kind trial-id: {registry, id, valid}; `valid` says whether the number has the registry's form."""
    for match in _ANY_TRIAL.finditer(release.twin):
        index = (match.lastindex or 1) - 1
        start, end = match.span()
        valid = _WHOLE[index].whole(release.twin, start, end)
        yield Fact("trial-id", start, end, {"registry": _REGISTRY_NAMES[index], "id": release.text[start:end], "valid": valid})
