"""Whole releases, of invented companies, with the findings expected of them.

`NAME.toml` beside `NAME.txt` lists the errors and warnings expected, as [code, quoted text]; nothing else of those
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


@pytest.mark.parametrize("file", sorted(CASES.glob("*.txt")), ids=lambda file: file.stem)
def test_a_release_is_reported_as_an_expert_would(file: Path) -> None:
    listing = file.with_suffix(".toml")
    told = tomllib.loads(listing.read_text(encoding="utf-8")) if listing.exists() else {}
    expected = [tuple(pair) for pair in told.pop("expected", [])]
    found = [(finding.code, finding.quote) for finding in findings(file, **told) if finding.severity != "info"]
    assert sorted(found) == sorted(expected)
