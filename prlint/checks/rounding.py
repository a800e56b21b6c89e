"""Arithmetic on numbers as they are written.

A written number stands for every true value that its writer may have rounded to it, so `0.65` is the stretch from 0.645
to 0.655. A check compares stretches, and speaks only where no true value fits. Half up and half even are both accepted
because the stretches are closed; where truncation is accepted too, the stretch reaches up to the next written number.
The idea is the GRIM test's (Brown and Heathers, 2017), taken from means to every number that a release derives.
"""

import re

from prlint.language.kept import compiled
from prlint.records import Record

_SLACK = 1e-9  # floating point only; far below any decimal that a release writes
_POWER = compiled(r"\s*(?:[x×]\s*10\s*\^?|e)\s*([-−–⁻]?)\s*([0-9⁰¹²³⁴⁵⁶⁷⁸⁹]+)$", re.IGNORECASE)
_PLAIN = compiled(r"[-+]?(?:\d+(?:\.\d+)?|\.\d+)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Stretch(Record):
    """Every value from `low` to `high`, ends included."""

    low: float
    high: float

    def meets(self, other: "Stretch") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high + _SLACK and other.low <= self.high + _SLACK

    def complement(self, whole: float) -> "Stretch":
        """`whole` minus each value: what is left of it."""
        return Stretch(whole - self.high, whole - self.low)

    def times(self, factor: float) -> "Stretch":
        ends = (self.low * factor, self.high * factor)
        return Stretch(min(ends), max(ends))


class Written(Record):
    """A number as written: its value, and one unit of its last decimal."""

    value: float
    unit: float

    @property
    def rounded(self) -> Stretch:
        """The values that round to it."""
        return Stretch(self.value - self.unit / 2, self.value + self.unit / 2)

    @property
    def rounded_or_cut(self) -> Stretch:
        """The values that round to it, or are cut to it by dropping decimals."""
        return Stretch(self.value - self.unit / 2, self.value + self.unit)


def written(text: str) -> Written | None:
    """The number that a text writes, or None. A decimal comma, a raised decimal point and a power of ten are read."""
    body = text.strip()
    power = _POWER.search(body)
    exponent = 0
    if power:
        exponent = int(power[2].translate(_SUPERSCRIPTS)) * (-1 if power[1] else 1)
        body = body[: power.start()]
    for dash in "−–‐‑—":
        body = body.replace(dash, "-")
    body = body.replace("·", ".").replace(" ", "")
    if re.fullmatch(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", body) and not body.lstrip("+-").startswith("0,"):
        body = body.replace(",", "")
    body = body.replace(",", ".")
    if not _PLAIN.fullmatch(body) or not -20 < exponent < 20:
        return None
    decimals = len(body.partition(".")[2])
    return Written(float(body) * 10.0**exponent, 10.0 ** (exponent - decimals))


def share(count: int, total: int) -> Stretch:
    """The percentage that a count is of a total, exactly."""
    percent = 100 * count / total
    return Stretch(percent, percent)


def plain(number: float) -> str:
    """A computed number for a message: at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")
