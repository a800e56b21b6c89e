"""Fingerprints: the name of a finding that stays the same while the text around it is edited."""

from collections.abc import Sequence

from prlint.engine.model import Finding
from prlint.language.fold import fold

_DIGEST = 16  # bytes: 32 hexadecimal characters


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """The fingerprint of each finding of one file, in their order: 32 hexadecimal characters, different for each.

    It is made of the rule's code, the quoted text (whatever its white space, letter case, quotation marks, dashes and
    accents), and which of the findings with that code and quote it is, counted in the order of the text. Neither line nor
    path nor message is in it: it holds while other places are edited, while paragraphs move, and while a file is renamed.
    """
    keys = [(finding.code, normalized(finding.quote)) for finding in findings]
    order = sorted(range(len(findings)), key=lambda index: (findings[index].start, findings[index].end, findings[index].message))
    seen: dict[tuple[str, str], int] = {}
    made = [""] * len(findings)
    for index in order:
        occurrence = seen[keys[index]] = seen.get(keys[index], 0) + 1
        made[index] = _digest(*keys[index], str(occurrence))
    return made


def normalized(quote: str) -> str:
    """A quoted text as it is compared: one space for any white space, lower case, quotation marks and dashes plain."""
    return " ".join(fold(quote).decode("latin-1").lower().split())


def _digest(*parts: str) -> str:
    from hashlib import blake2b  # late: a plain check needs no digest

    return blake2b("\0".join(parts).encode(), digest_size=_DIGEST).hexdigest()
