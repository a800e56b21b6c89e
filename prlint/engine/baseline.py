"""The baseline: the findings that were there when a house began to check, so that new ones can be seen.

It only shrinks. A finding is known by its fingerprint (rule, quoted words and which of several), not by its line.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from prlint.engine.errors import KeptFileError, Place
from prlint.engine.fingerprints import fingerprints
from prlint.engine.model import Finding
from prlint.records import Any, Record

NAME = "prlint-baseline.json"
VERSION = 1
_LONGEST_QUOTE = 120  # code points; enough to know the place by


class Entry(Record):
    """One finding of a baseline. The fingerprint alone decides; the rest is for those who review the file."""

    code: str
    name: str
    quote: str
    fingerprint: str


Baseline = Mapping[str, tuple[Entry, ...]]
"""The entries of each file, by its path from the folder of the baseline, with slashes."""


def read_baseline(path: str, data: bytes) -> Baseline:
    """The baseline of a file of this name and content. Raises KeptFileError."""
    try:
        source = data.decode("utf-8-sig")
        told = json.loads(source)
    except UnicodeDecodeError as error:
        raise KeptFileError(Place(path, "", 1, 1), "is not UTF-8 text", "a baseline that `prlint baseline` wrote") from error
    except json.JSONDecodeError as error:
        place = Place(path, source, error.lineno, error.colno)
        raise KeptFileError(
            place, f"is no JSON: {error.msg[:1].lower()}{error.msg[1:]}", "a baseline that `prlint baseline` wrote"
        ) from error
    except RecursionError as error:
        raise KeptFileError(Place(path, source, 1, 1), "is nested too deeply", "a baseline that `prlint baseline` wrote") from error
    try:
        return _understood(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = str(error) if isinstance(error, ValueError) else "is no baseline of prlint"
        raise KeptFileError(Place(path, source, 1, 1), reason, "a baseline that `prlint baseline` wrote") from error


def _understood(told: Any) -> Baseline:
    if told["version"] != VERSION:
        raise ValueError(f"is a baseline of version {str(told['version'])[:20]}; this prlint reads version {VERSION}")
    return {
        str(path): tuple(Entry(*(_text(entry[key]) for key in Entry._fields)) for entry in entries)
        for path, entries in told["files"].items()
    }


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("every part of an entry is a string")
    return value


def written(baseline: Baseline) -> str:
    """A baseline as its file holds it: sorted, a line a finding, so that a difference of two can be read.

    Files without findings are left out.
    """
    files = []
    for path, entries in sorted(baseline.items()):
        lines = ",\n".join(f"      {json.dumps(entry._asdict())}" for entry in sorted(entries))
        if lines:
            files.append(f"    {json.dumps(path)}: [\n{lines}\n    ]")
    inside = "{\n" + ",\n".join(files) + "\n  }" if files else "{}"
    return f'{{\n  "version": {VERSION},\n  "files": {inside}\n}}\n'


def entries(findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """The findings of a file as a baseline holds them; waived ones are left out, for somebody has answered for them."""
    return tuple(
        Entry(finding.code, finding.name, shortened(finding.quote), fingerprint)
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
        if not finding.waived
    )


def shortened(quote: str) -> str:
    """A quotation on one line, of a length that a reviewer reads."""
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"


def split(findings: Sequence[Finding], known: Iterable[Entry]) -> tuple[list[Finding], list[Finding]]:
    """The findings of a file that are new, waived ones among them, and those that its baseline knows."""
    before = {entry.fingerprint for entry in known}
    new: list[Finding] = []
    old: list[Finding] = []
    for finding, fingerprint in zip(findings, fingerprints(findings), strict=True):
        (old if fingerprint in before and not finding.waived else new).append(finding)
    return new, old


def shrunk(before: Iterable[Entry], now: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Of a file: what of its baseline is still there, and what is there that the baseline does not know."""
    known = {entry.fingerprint for entry in before}
    kept: list[Entry] = []
    new: list[Entry] = []
    for entry in now:
        (kept if entry.fingerprint in known else new).append(entry)
    return tuple(kept), tuple(new)
