"""Whole releases, of invented companies, with the findings expected of them.

`NAME.toml` beside `NAME.txt` or `NAME.md` lists the errors and warnings expected, as [code, quoted text]; nothing else of those
severities may be reported. A release without a list is a good one, and prlint is silent on it.
"""

import tomllib
from pathlib import Path

import pytest

import prlint
from prlint.config import settings_from
from prlint.engine.model import Finding

CASES = Path(__file__).parent / "cases"
SEED = Path(__file__).parent.parent / "seeds" / "immunogen-marianne.txt"


def findings(file: Path, **told: object) -> list[Finding]:
    (report,) = prlint.lint(file, settings_from(told)).files
    return list(report.findings)


RELEASES = sorted(file for file in CASES.iterdir() if file.suffix in (".txt", ".md"))


@pytest.mark.parametrize("file", RELEASES, ids=lambda file: file.stem)
def test_a_release_is_reported_as_an_expert_would(file: Path) -> None:
    listing = file.with_suffix(".toml")
    told = tomllib.loads(listing.read_text(encoding="utf-8")) if listing.exists() else {}
    expected = [tuple(pair) for pair in told.pop("expected", [])]
    found = [(finding.code, finding.quote) for finding in findings(file, **told) if finding.severity != "info"]
    assert sorted(found) == sorted(expected)


# What an expert who walked the seed line by line reports of it: line, code, severity.
EXPERT = [
    (1, "STR001", "error"),
    (1, "STR002", "warning"),
    (3, "SAF002", "info"),
    (3, "REG008", "info"),
    (3, "EFF020", "info"),
    (5, "TRM003", "info"),
    (5, "EFF007", "info"),
    (5, "EFF003", "warning"),
    (5, "SAF004", "info"),
    (7, "SHR012", "info"),
    (11, "SHR006", "warning"),
    (17, "TRM004", "info"),
    (25, "SHR015", "info"),
    (25, "STR004", "warning"),
]


def test_the_seed_is_reported_as_its_expert_did_and_no_more() -> None:
    assert [(finding.location.line, finding.code, finding.severity) for finding in findings(SEED)] == EXPERT


def test_of_a_fragment_no_headline_dateline_or_contact_is_wanted() -> None:
    found = [(finding.location.line, finding.code, finding.severity) for finding in findings(SEED, release={"fragment": True})]
    assert found == [row for row in EXPERT if not row[1].startswith("STR")]


@pytest.mark.parametrize("text", ["Ox, Inc. met.", "A", "®", "Ferrant Inc\n\nFerrant, Inc. said", "“", "(", "p", "10-K", "NCT"])
def test_no_rule_stumbles_over_a_text_of_a_few_letters(text: str) -> None:
    (report,) = prlint.lint(text).files
    assert not report.failure
