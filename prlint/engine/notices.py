"""What is said about waivers themselves: findings in the file of waivers, with codes of their own (WVR).

They are no rules about releases, so that selecting rules does not bring or take them: only to ignore one by its code, its
name or `WVR` does. The configuration sets their severities as it does for rules.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from prlint.config import Settings
from prlint.document.model import Document
from prlint.engine.messages import fill
from prlint.engine.model import Finding, Rule
from prlint.engine.waiver_file import place_in
from prlint.engine.waivers import Waiver, WaiverFile
from prlint.records import Record

FORMAT = "waivers"
"""The format of the document that a file of waivers becomes in a report."""


def _notice(number: int, name: str, severity: str, message: str, check: str, why: str, fix: str) -> Rule:
    return Rule(f"WVR00{number}", name, "WVR", severity, message, check, why, fix)


EXPIRED = _notice(
    1,
    "expired-waiver",
    "warning",
    "the waiver of {code} expired on {expires} and waives nothing",
    "a waiver for a file that is checked has an `expires` before today (UTC)",
    "An approval that was given for a time says nothing about the time after it; the finding counts again.",
    "Have the finding looked at again and set a new `expires`, or take the waiver out.",
)
UNUSED = _notice(
    2,
    "unused-waiver",
    "warning",
    "the waiver of {code} fits no finding in {file}",
    "a waiver for a file that was checked with its rule fits none of the findings",
    "The words that were approved are gone or changed, so that the approval stands for nothing; left there, it would wait for "
    "words that nobody has looked at.",
    "Take the waiver out; if the new wording is to stand, have it approved anew.",
)
AMBIGUOUS = _notice(
    3,
    "ambiguous-waiver",
    "warning",
    "the waiver of {code} fits {found} findings in {file}, stands for {times}, and waives nothing",
    "a waiver fits more findings of one file than its `times` (1 unless it is given)",
    "Somebody approved one place; which of several cannot be told.",
    "Quote more of the text around the place, or set `times` to the number of findings that were looked at.",
)
UNSIGNED = _notice(
    4,
    "unsigned-waiver",
    "info",
    "the waiver of {code} does not say who approved it",
    "a waiver has no `approved-by`",
    "A record of waivers is read for who answered for them.",
    "Fill in `approved-by`.",
)
NOTICES = (EXPIRED, UNUSED, AMBIGUOUS, UNSIGNED)

_PLACES = {EXPIRED.code: "expires", UNUSED.code: "quote", AMBIGUOUS.code: "quote", UNSIGNED.code: "code"}


class Use(Record):
    """What became of a waiver: how many findings it fitted in each file where its rule ran, by the path of the file."""

    waiver: Waiver
    fitted: dict[str, int]


def notices(file: WaiverFile, uses: Iterable[Use], settings: Settings, today: str) -> tuple[Document, list[Finding]]:
    """The findings about the waivers of a file, in its order, with the file as the document that they stand in."""
    starts = (0, *accumulate(len(line) + 1 for line in file.source.split("\n")))[:-1]
    document = Document(file.path, file.source, "utf-8", (), starts, FORMAT)
    found = [
        _finding(rule, severity, file, document, use, values)
        for use in uses
        for rule, values in _said(use, today)
        if (severity := severity_of(rule, settings))
    ]
    return document, sorted(found, key=lambda finding: (finding.start, finding.code))


def severity_of(rule: Rule, settings: Settings) -> str:
    """The severity of a notice under some settings; empty if they ignore it."""
    if any(_names(selector, rule) for selector in settings.ignore):
        return ""
    exact = sorted((selector for selector in settings.severity if _names(selector, rule)), key=len)
    return settings.severity[exact[-1]] if exact else rule.severity


def _names(selector: str, rule: Rule) -> bool:
    word = selector.strip()
    return word.lower() == rule.name or (word.upper().startswith(rule.family) and rule.code.startswith(word.upper()))


def _said(use: Use, today: str) -> Iterator[tuple[Rule, dict[str, object]]]:
    waiver = use.waiver
    crowded = next(((path, found) for path, found in use.fitted.items() if found > waiver.times), None)
    if waiver.has_expired(today):
        yield EXPIRED, {}
    elif crowded:
        yield AMBIGUOUS, {"file": crowded[0], "found": crowded[1]}
    elif use.fitted and not any(use.fitted.values()):
        yield UNUSED, {"file": next(iter(use.fitted)) if len(use.fitted) == 1 else waiver.file}
    elif not waiver.approved_by:
        yield UNSIGNED, {}


def _finding(rule: Rule, severity: str, file: WaiverFile, document: Document, use: Use, values: dict[str, object]) -> Finding:
    waiver = use.waiver
    place = place_in(file, waiver, _PLACES[rule.code])
    start = document.line_starts[place.line - 1] + place.column - 1
    end = min(start + place.length, len(document.text))
    told = {"code": waiver.code, "file": waiver.file, "expires": waiver.expires, "times": waiver.times, **values}
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=fill(rule.message, told),
        start=start,
        end=end,
        location=document.locate(start),
        quote=document.text[start:end],
        section=FORMAT,
        authority=(),
        fix=rule.fix,
    )
