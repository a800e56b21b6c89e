"""What regulators granted, sums of money, and measures outside the accounting standards."""

from collections.abc import Iterator

from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release

_AGENCY = (
    r"(?P<agency>(?:U\.?S\.? )?(?:FDA|Food and Drug Administration)|European Commission|EMA|EC|MHRA|PMDA|MHLW|NMPA|Health Canada"
    r"|TGA|Swissmedic|ANVISA)"
)
_APPROVAL = pattern(
    rf"\b{_AGENCY}\b(?: \([^()]{{2,20}}\))?(?:,? (?:has|have|had|recently|also|granted|grants|full|accelerated|marketing|conditional"
    rf"|regular)){{0,4}}"
    r"[ -](?P<verb>approv(?:es|ed|al)|clear(?:s|ed|ance)|authori[sz](?:es|ed|ation))\b",
    case=True,
)
_APPROVED_BY = pattern(rf"\b(?P<verb>approved|cleared|authori[sz]ed) (?:for [a-z ]{{2,40}} )?by (?:the )?{_AGENCY}\b", case=True)
_MONEY = pattern(
    r"(?P<currency>(?:US|C|A|HK|CA|AU)?\$|\x80|£|¥|\b(?:USD|EUR|GBP|CHF|DKK|SEK|NOK|JPY|CAD|AUD|RMB|CNY|KRW|HKD)\b) ?"
    r"(?P<amount>\d[\d,]*(?:\.\d+)?)(?: ?(?P<unit>million|billion|thousand|trillion|mn|bn|[MBK]\b))?"
)
_NON_GAAP = pattern(
    r"\bnon-(?:GAAP|IFRS) (?:[a-z]+ ){0,4}(?:income|loss|expenses?|earnings|EPS|margins?|profit|measures?|revenues?)\b"
    r"|\badjusted (?:[a-z]+ ){0,3}(?:EBITDA|EBIT|income|loss|EPS|earnings|margins?|profit)\b|\bEBITDA\b|\bfree cash flow\b"
    r"|\bcash-based operating expenses\b|\bconstant currency\b"
)


def read_business(release: Release) -> Iterator[Fact]:
    """Facts of kind designation {name}, approval {agency, verb}, money {amount, unit?, currency} and non-gaap-measure {name}."""
    for start, end in release.find("designation"):
        yield Fact("designation", start, end, {"name": release.quote((start, end))})
    for form in (_APPROVAL, _APPROVED_BY):
        for found in form.each(release.twin):
            yield Fact("approval", *found[""], {key: release.quote(found[key]) for key in ("agency", "verb")})
    for found in _MONEY.each(release.twin):
        yield Fact("money", *found[""], {key: release.quote(found[key]) for key in ("amount", "unit", "currency") if key in found})
    for start, end in _NON_GAAP.spans(release.twin):
        yield Fact("non-gaap-measure", start, end, {"name": release.quote((start, end))})
