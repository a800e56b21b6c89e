"""Whether a cautionary statement is one of an issuer that reports to the Securities and Exchange Commission."""

from prlint.language.patterns import pattern
from prlint.release.model import Release

_REPORTING = ("us-reporting", "foreign-private")
_SECTION = pattern(r"\bsections? (?:27A|21E)\b")


def standing(release: Release) -> str:
    """`reporting`; `claiming` where nothing shows that the issuer reports, but it claims the statutory safe harbor; else `outside`.

    What the configuration says of the issuer is not doubted.
    """
    if release.profile.issuer in _REPORTING:
        return "reporting"
    if release.settings.company.issuer:
        return "outside"
    claims = release.find("safe-harbor-act") or release.search(_SECTION, 0, len(release.twin))
    return "claiming" if claims else "outside"
