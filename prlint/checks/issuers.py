"""Whether a cautionary statement is one of an issuer that reports to the Securities and Exchange Commission."""

from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_REPORTING = ("us-reporting", "foreign-private")
_PRIVATE = pattern(r"\bprivately[- ](?:held|owned)\b|\bprivate company\b")
_SECTION = pattern(r"\bsections? (?:27A|21E)\b")


def standing(release: Release) -> str:
    """`reporting`; `claiming` where nothing shows that the issuer reports, but it claims the statutory safe harbor; else `outside`.

    What the configuration says of the issuer is not doubted.
    """
    if release.settings.company.issuer:
        return "reporting" if release.profile.issuer in _REPORTING else "outside"
    if release.profile.issuer in _REPORTING:
        return "reporting"
    return "claiming" if statutory_claim(release) else "outside"


def calls_itself_private(release: Release) -> bool:
    """Whether any sentence of a release, of which nothing shows that its issuer reports, says that a company is privately held."""
    return release.search(_PRIVATE, 0, len(release.twin)) is not None


def statutory_claim(release: Release) -> Span | None:
    """Where a release first invokes the statutory safe harbor."""
    named = release.find("safe-harbor-act")
    return named[0] if named else release.search(_SECTION, 0, len(release.twin))


def quoted_over_the_counter(release: Release) -> bool:
    """Whether one of the tickers is of an over-the-counter market: that proves neither a reporting issuer nor a penny stock."""
    return any(str(exchange).upper().startswith("OTC") for fact in release.facts_of("ticker") for exchange, _ in fact.value["pairs"])
