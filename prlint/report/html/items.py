"""What a page shows of a file: its findings, numbered in the order of the text."""

from collections.abc import Iterable
from pathlib import PurePath

from prlint.engine.model import Finding, Rule
from prlint.records import Record
from prlint.report.entries import UNCHANGED, entries
from prlint.report.model import FileReport, Report

OPEN, WAIVED, KNOWN = "open", "waived", "known"
SEVERITIES = ("error", "warning", "info")


class Item(Record):
    """A finding, its number on the page of its file, and whether it is open, waived, or was known before."""

    number: int
    finding: Finding
    state: str

    @property
    def look(self) -> str:
        """The class that colours it."""
        return self.finding.severity if self.state == OPEN else self.state

    @property
    def rank(self) -> int:
        """How loud it is: of findings on the same words the lowest gives the colour."""
        return SEVERITIES.index(self.finding.severity) if self.state == OPEN else len(SEVERITIES)


def items(file: FileReport) -> list[Item]:
    """The findings of a file in the order of the text, with those that are waived or were known before."""
    told = sorted(entries(file), key=lambda entry: (entry.finding.start, entry.finding.end, entry.finding.code))
    return [
        Item(number, entry.finding, KNOWN if entry.state == UNCHANGED else WAIVED if entry.finding.waived else OPEN)
        for number, entry in enumerate(told, 1)
    ]


def family_of(finding: Finding) -> str:
    """The letters of its code."""
    return finding.code.rstrip("0123456789")


def family_names(rules: Iterable[Rule]) -> dict[str, str]:
    """The families by their letters, each with the name of its folder of rules in words."""
    return {rule.family: PurePath(rule.source).parent.name.replace("-", " ") for rule in rules if rule.source}


def families(report: Report, shown: Iterable[Iterable[Item]]) -> dict[str, int]:
    """How many findings each family has."""
    counts: dict[str, int] = {}
    for of_file in shown:
        for item in of_file:
            family = family_of(item.finding)
            counts[family] = counts.get(family, 0) + 1
    order = {rule.family: number for number, rule in enumerate(report.rules)}
    return dict(sorted(counts.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])))
