"""Calls, inside information and the forms of reports, where the examples of their rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

TOPLINE = "Ferrant Reports Topline Results"


def found(code: str, body: str, ticker: str = "Nasdaq: FRNT", headline: str = TOPLINE, **told: object) -> list[Finding]:
    text = f"""{headline}

BOSTON, May 20, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. ({ticker}) today reported topline results of its Phase 2 trial in lupus.

{body}
"""
    return findings_of(load_rules().rule(code), parse(read(text.encode(), "release.txt"), settings_from(told)))


def test_the_call_in_the_news_is_reported_and_not_its_promise_in_a_subhead() -> None:
    (finding,) = found(
        "SEC012",
        "Ferrant will host a conference call today at 8:00 a.m. ET.",
        headline="Ferrant Reports Topline Results\n\nCompany to Host Conference Call Today",
    )
    assert finding.quote == "Ferrant will host a conference call today at 8:00 a.m. ET."
    assert finding.message.endswith("without a way to take part")


@pytest.mark.parametrize(
    "body",
    [
        "Ferrant will host a webcast today at 8:30 a.m., Eastern Time. It is on the Investors page of the company's website.",
        "Ferrant will hold a conference call at 14:30 CET on the same day. Register at www.ferrant.example.com.",
        "Ferrant held a conference call in March.",
        "Forward-Looking Statements\n\nThe Company will host a conference call.",
    ],
)
def test_a_call_with_its_details_and_one_that_is_not_announced_are_left_alone(body: str) -> None:
    assert not found("SEC012", body)


def test_news_of_an_issuer_listed_also_in_the_united_states_is_an_info() -> None:
    (finding,) = found("SEC013", "", "Nasdaq: FRNT; Euronext Paris: FRNT")
    assert finding.severity == "info"
    (finding,) = found("SEC013", "", "Euronext Paris: FRNT")
    assert finding.severity == "warning"


def test_regulated_information_is_an_info_and_an_american_listing_no_matter() -> None:
    (finding,) = found("SEC013", "Regulated information", "Euronext Brussels: FRNT")
    assert finding.severity == "info"
    assert not found("SEC013", "")


def test_shares_that_are_only_traded_in_frankfurt_beside_a_home_market_bind_nobody() -> None:
    assert not found("SEC013", "", "TSX: FRB, Frankfurt: 1FB")


def test_inside_information_in_london_wants_the_person_who_publishes_it() -> None:
    told = "This announcement contains inside information under Article 7 of UK MAR."
    (finding,) = found("SEC013", told, "AIM: FRNT")
    assert "names no person" in finding.message
    assert not found("SEC013", told, "Euronext Paris: FRNT")
    assert not found("SEC013", "This announcement does not contain inside information.", "AIM: FRNT")


LEGEND = "Forward-Looking Statements\n\nThis release contains forward-looking statements. The LYRA trial may fail. "


def test_a_foreign_private_issuer_that_cites_a_domestic_report_is_told_which_it_files() -> None:
    (finding,) = found("SEC002", f"{LEGEND}See our Annual Report on Form 10-K for 2026.", company={"issuer": "foreign-private"})
    assert "Form 20-F or 40-F" in finding.message


def test_reports_of_two_years_or_two_companies_are_no_conflict() -> None:
    assert not found("SEC002", f"{LEGEND}See our Annual Report on Form 20-F for 2025 and our Annual Report on Form 10-K for 2026.")
    assert not found("SEC002", f"{LEGEND}See our Form 10-K and Corvid's Form 20-F on the proposed merger.")
    assert not found("SEC002", f"{LEGEND}See our Annual Report on Form 10-K for 2026.", company={"issuer": "us-reporting"})
