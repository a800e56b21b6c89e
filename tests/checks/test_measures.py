"""Measures outside the accounting standards, and guidance, where the examples of their rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse


def found(code: str, body: str, headline: str = "Ferrant Reports Third Quarter 2027 Financial Results", **told: object) -> list[Finding]:
    text = f"""{headline}

BOSTON, November 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (Nasdaq: FRNT) today reported its results for the third quarter.

{body}
"""
    return findings_of(load_rules().rule(code), parse(read(text.encode(), "release.txt"), settings_from(told)))


def test_several_measures_without_a_reconciliation_are_one_finding_that_shows_the_others() -> None:
    (finding,) = found("SEC009", "Net loss was $3 million. Adjusted EBITDA was $2 million. Free cash flow was $1 million.")
    assert finding.quote == "Adjusted EBITDA"
    assert len(finding.related) == 1


def test_for_a_foreign_private_issuer_a_missing_reconciliation_is_an_info() -> None:
    (finding,) = found("SEC009", "Cash-based operating expenses were $3 million.", company={"issuer": "foreign-private"})
    assert finding.severity == "info"
    assert "foreign private issuers" in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "We watch adjusted EBITDA closely.",
        "Net loss was $3 million. Adjusted EBITDA for 2028 will be $9 million; no reconciliation is possible without unreasonable efforts.",
        "Stock-based compensation was $2 million, and net loss was $3 million.",
    ],
)
def test_a_measure_without_a_figure_or_with_a_reconciliation_is_left_alone(body: str) -> None:
    assert not found("SEC009", body)


def test_an_adjusted_measure_after_the_one_of_the_standards_is_not_more_prominent() -> None:
    assert not found("SEC010", "", "Ferrant Reports Net Income of $4 Million and Adjusted Net Income of $6 Million")
    assert not found("SEC010", "", "Ferrant Reports Third Quarter Revenue Growth of 12% in Constant Currency")


def test_an_adjusted_measure_before_the_one_of_the_standards_points_to_it() -> None:
    (finding,) = found("SEC010", "", "Ferrant Reports Adjusted Net Income of $6 Million and Net Income of $4 Million")
    assert len(finding.related) == 1


def test_guidance_that_stands_needs_its_figures_or_its_source() -> None:
    assert found("SEC015", "We reaffirm our financial guidance for 2028.")
    assert not found("SEC015", "We reaffirm our financial guidance for 2028. We expect revenue of $90 million.")
    assert not found("SEC015", "Our financial guidance for 2028 was first given in May.")
    assert not found("SEC015", "We maintain a cash runway into 2029.")
