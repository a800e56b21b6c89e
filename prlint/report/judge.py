"""Lays over the findings of a file what is known of it: waivers, a baseline, an earlier version."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from prlint.config import Settings
from prlint.document import Document
from prlint.document.history import Revision
from prlint.engine.baseline import Entry, split
from prlint.engine.fingerprints import fingerprints
from prlint.engine.model import Finding
from prlint.engine.notices import Use, notices
from prlint.engine.waivers import Quoted, Waiver, WaiverFile, fitted, waived
from prlint.records import Record
from prlint.report.model import FileReport

_MOST_COMPARED = 1_000_000  # pairs of lines between two that hold the versions together: a second or so


class Known(Record):
    """What is known of one file: the waivers whose globs fit it, its part of the baseline, the revision to compare with.

    `baseline` and `revision` are None where a run has none; `failure` says, in one clause, why a revision that was asked for
    cannot be had. `today` is the day by which waivers expire.
    """

    file: WaiverFile | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: tuple[Entry, ...] | None = None
    revision: Revision | None = None
    failure: str = ""
    today: str = ""


def judged(report: FileReport, known: Known, before: FileReport | None) -> FileReport:
    """The report of a file with what is known of it; `before` is the report of its earlier version, None if there was none."""
    if report.document is None:
        return report
    if known.waivers:
        report = report._replace(findings=tuple(waived(report.document.text, report.findings, known.waivers, known.today)))
    if known.baseline is not None:
        new, old = split(report.findings, known.baseline)
        report = report._replace(findings=tuple(new), baselined=tuple(old))
    if known.revision is not None:
        assert report.document is not None, "asked above"
        new, old = caused(report.document, report.findings, before)
        report = report._replace(findings=tuple(new), unchanged=tuple(old))
    return report


def caused(document: Document, findings: Sequence[Finding], before: FileReport | None) -> tuple[list[Finding], list[Finding]]:
    """The findings that a change caused or that stand on lines that it touched, and those that it has nothing to do with.

    Something absent stands on no line; it counts only if it was not absent before.
    """
    if before is None or before.document is None:
        return list(findings), []
    changed = changed_lines(before.document.text, document.text)
    known = set(fingerprints(before.findings))
    touched = [finding for finding in findings if _is_touched(finding, document, changed)]
    others = [finding for finding in findings if not _is_touched(finding, document, changed)]
    # Numbered among themselves: a second `X` put in before the first one must not make the old one look new.
    old = {id(finding) for finding, fingerprint in zip(others, fingerprints(others), strict=True) if fingerprint in known}
    marked = {id(finding) for finding in touched}
    return (
        [finding for finding in findings if id(finding) in marked or id(finding) not in old],
        [finding for finding in findings if id(finding) in old],
    )


def _is_touched(finding: Finding, document: Document, changed: frozenset[int]) -> bool:
    if finding.start == finding.end:
        return False
    first, last = document.row(finding.start).line, document.row(finding.end - 1).line
    return any(line in changed for line in range(first, last + 1))


def changed_lines(before: str, after: str) -> frozenset[int]:
    """The lines of a text, counted from 1, that an earlier version of it does not have there.

    Lines that stand once in both versions and in the same order hold the two together; what lies between them is compared
    line by line, or counts as changed where that would take too long.
    """
    old, new = ([line.rstrip() for line in text.split("\n")] for text in (before, after))
    changed: set[int] = set()
    above = below = 0
    for old_anchor, new_anchor in (*_anchors(old, new), (len(old), len(new))):
        changed.update(below + line + 1 for line in _differing(old[above:old_anchor], new[below:new_anchor]))
        above, below = old_anchor + 1, new_anchor + 1
    return frozenset(changed)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of lines that stand once in both versions, in the order of both."""
    counts_old, counts_new = Counter(old), Counter(new)
    place = {line: index for index, line in enumerate(old) if counts_old[line] == 1}
    pairs = [(place[line], index) for index, line in enumerate(new) if counts_new[line] == 1 and line in place]
    ends: list[int] = []  # of the runs found so far of each length, the one that ends first in the old version
    last: list[int] = []
    before: list[int] = []
    for number, (index, _) in enumerate(pairs):
        length = bisect_left(ends, index)
        ends[length : length + 1] = [index]
        last[length : length + 1] = [number]
        before.append(last[length - 1] if length else -1)
    run = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[int]:
    """The lines of a stretch, counted from 0, that an earlier version of it does not have there."""
    shortest = min(len(old), len(new))
    head = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    tail = next((index for index in range(shortest - head) if old[-1 - index] != new[-1 - index]), shortest - head)
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(inner_old) * len(inner_new) > _MOST_COMPARED:
        yield from range(head, head + len(inner_new))
        return
    for tag, _, _, start, end in SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes():
        if tag in ("replace", "insert"):
            yield from range(head + start, head + end)


def everything(report: FileReport) -> tuple[Finding, ...]:
    """All findings of a file, whatever is known of them, in the order of the text."""
    every = (*report.findings, *(report.baselined or ()), *(report.unchanged or ()))
    return tuple(sorted(every, key=lambda finding: (finding.start, finding.end, finding.code)))


class Judged(Record):
    """The report of a file, what is known of it, and the codes of the rules that ran on it."""

    report: FileReport
    known: Known
    codes: frozenset[str]


def on_waivers(judged_files: Sequence[Judged], settings: Settings) -> list[FileReport]:
    """What there is to say of the waivers themselves: a report for each file of waivers that was used."""
    files: dict[str, tuple[WaiverFile, str, dict[int, dict[str, int]]]] = {}
    for report, known, codes in judged_files:
        if known.file is None or report.document is None:
            continue
        _, _, uses = files.setdefault(known.file.path, (known.file, known.today, {}))
        _count(uses, report, known.waivers, codes)
    reports = []
    for path, (file, today, uses) in files.items():
        document, found = notices(file, [Use(file.waivers[index], places) for index, places in sorted(uses.items())], settings, today)
        if found:
            reports.append(FileReport(path, document, findings=tuple(found)))
    return reports


def _count(uses: dict[int, dict[str, int]], report: FileReport, waivers: Sequence[Waiver], codes: frozenset[str]) -> None:
    assert report.document is not None, "a file that failed is left out"
    text, findings = Quoted(report.document.text), everything(report)
    for waiver in waivers:
        places: Mapping[str, int] = {report.path: len(fitted(text, findings, waiver))} if waiver.code in codes else {}
        uses.setdefault(waiver.number, {}).update(places)
