"""Numbers as releases write them: pattern sources that the readers of statistics share, and numbers in words."""

from prlint.language.patterns import Match, Span

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*[.·]\d+|\d+)"
PERCENT = r"(?: ?%| ?per ?cent\b)"
_UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
COUNTING = rf"(?:{'|'.join(_UNITS[9:])}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[:9])})\b)?|{'|'.join(_UNITS[:9])})"
COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|\b{COUNTING}\b)"
APPROXIMATELY = (
    r"(?:~|\bca?\.|\babout|\bapproximately|\bapprox\.?|\bnearly|\balmost|\baround|\broughly|\bover|\bmore than|\bgreater than"
    r"|\bless than|\bunder"
    r"|\bup to|\bat least|\bas much as|\bclose to|\bas (?:high|low) as|[<>≤≥]) ?"
)


def in_digits(written: str) -> str:
    """A count in digits: `Twenty-three` is `23`, `1,204` is `1204`."""
    if written[:1].isdigit():
        return written.replace(",", "")
    tens, _, units = written.lower().replace(" ", "-").partition("-")
    if tens in _TENS:
        return str(20 + 10 * _TENS.index(tens) + (_UNITS.index(units) + 1 if units else 0))
    return str(_UNITS.index(tens) + 1)


def where(match: Match, group: str) -> Span:
    """The span of a named group of a match; (-1, -1) where it took no part."""
    return match.span(group)


def told(match: Match, group: str) -> str:
    """What a named group of a match holds, folded; empty where it took no part or the pattern has no such group."""
    return match[group].decode("latin-1")
