"""Where the issuer is listed, and whether it reports to the Securities and Exchange Commission.

An issuer reports in the United States only if the text has a ticker of a US exchange, says that one lists it or binds it by
its rules, or cites filings of its own. Foreign
exchanges alone make one that does not report; a tag of an over-the-counter market proves nothing.
"""

from prlint.language.kept import compiled
from prlint.language.patterns import pattern
from prlint.release.model import Release

_US = compiled(
    r"(?i)^(?:the )?(?:nasdaq|nyse|amex|new york stock exchange)(?![ -](?:omx|stockholm|copenhagen|helsinki|first north|nordic|baltic"
    r"|iceland|dubai))"
)
_US_NAME = compiled(r"(?i)\bNA?S|\bNY")
_OTC = compiled(r"(?i)^otc")
_PRIVATE = pattern(r"\bprivately[- ](?:held|owned)\b|\bprivate company\b")
_TELLS = pattern(r"\b(?:announce[sd]?|report(?:s|ed)|acquire[sd]?|said)\b")
_LEAD_REACH = 400  # code points of the lead in which the issuer says what it is


def listing(release: Release) -> set[str]:
    """Where the issuer is listed and whether it reports to the SEC."""
    traits = set()
    own = [] if _is_privately_held(release) else _own_tickers(release)
    if (
        any(_US.match(exchange) for exchange in own)
        or any(release.find_in("us-listing-cue", "headline", "lead", "body"))
        or _misprinted(release)
    ):
        traits.add("us-listed")
    abroad = any(not _US.match(exchange) and not _OTC.match(exchange) for exchange in own)
    told = not own and "us-listed" not in traits and _outside(release, "foreign-listing")
    if abroad or told or release.within("isin", 0, min(len(release.twin), 3000)):
        traits.add("foreign-listed")
    forms = {fact.value["form"].removesuffix("/A") for fact in release.facts_of("filing") if "form" in fact.value}
    if forms & {"20-F", "40-F", "6-K"} and not forms & {"10-K", "10-Q"}:
        traits.add("foreign-forms")
    if forms & {"10-K", "10-Q"}:
        traits.add("domestic-forms")
    if forms & {"10-K", "10-Q", "8-K", "20-F", "40-F", "6-K"} or _outside(release, "sec-filer-cue"):
        traits.add("sec-filer")
    if release.find("foreign-filer-cue") and "domestic-forms" not in traits:
        traits.add("foreign-forms")
    if release.find("reform-act"):
        traits.add("reform-act")
    if release.sections_of("forward-looking"):
        traits.add("safe-harbor")
    return traits


def _is_privately_held(release: Release) -> bool:
    """Whether the lead calls the issuer privately held, before any ticker and any verb: a ticker after these is another company's."""
    for section in release.sections_of("lead"):
        reach = min(section.end, section.start + _LEAD_REACH)
        private = release.search(_PRIVATE, section.start, reach)
        if private and not release.search(_TELLS, section.start, private[0]):
            return not any(fact.start < private[0] for fact in release.facts_of("ticker")) and not release.find("reform-act")
    return False


def _misprinted(release: Release) -> bool:
    """Whether the opening has a ticker of a US exchange without its colon, or under a name that is misspelt."""
    return any(
        _US_NAME.search(release.quote(span))
        for term in ("ticker-without-colon", "misspelt-exchange")
        for span in release.find_in(term, "headline", "subheadline", "lead")
    )


def _outside(release: Release, term: str) -> bool:
    """Whether a term occurs where the issuer speaks of itself, not of a partner in an earlier paragraph."""
    return any(
        release.kind_at(start) in ("forward-looking", "boilerplate", "body", "about-company", "lead", "financial-table", "non-gaap")
        for start, _ in release.find(term)
    )


def _own_tickers(release: Release) -> list[str]:
    """The exchanges of the issuer: those told in the headline, subheads or lead, else in the paragraph about the company."""
    for kinds in (("headline", "subheadline", "dateline", "lead"), ("about-company", "body", "contact")):
        facts = [fact for fact in release.facts_of("ticker") if release.kind_at(fact.start) in kinds]
        if facts:
            near = (fact for fact in facts if fact.start - facts[0].end < 60)
            return [exchange for fact in near for exchange, _ in fact.value["pairs"]]
    return []


def issuer(traits: set[str]) -> str:
    us = bool(traits & {"us-listed", "sec-filer"})
    if us and ("foreign-forms" in traits or (traits >= {"us-listed", "foreign-listed"} and "domestic-forms" not in traits)):
        return "foreign-private"
    if us:
        return "us-reporting"
    if "foreign-listed" in traits:
        return "foreign-private" if "reform-act" in traits else "not-reporting"
    return "private"
