"""References to filings and the listing, where the examples of their rules do not show it."""

from datetime import date
from typing import Any

import pytest

from prlint.checks.deadlines import a_year_later, latest_due, read_table
from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.language.resources import folder
from prlint.release import parse


def found(code: str, text: str, **told: object) -> list[Finding]:
    rule = load_rules().rule(code)
    return findings_of(rule, parse(read(text.encode(), "release.txt"), settings_from(told)))


def legend(reference: str, ticker: str = "(Nasdaq: FRNT)", day: str = "May 20, 2027") -> str:
    return f"""Ferrant Therapeutics Completes Enrollment

BOSTON, {day} (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. {ticker} today announced that enrollment in the LYRA trial is complete.

Forward-Looking Statements

This press release contains forward-looking statements. The LYRA trial may enroll slowly. {reference}
"""


def table() -> dict[str, Any]:
    return read_table((folder("rules") / "data" / "filing-deadlines.toml").read_text(encoding="utf-8"))


# --- when reports are due ---------------------------------------------------------------------------------------------
def test_the_latest_due_date_counts_every_class_of_filer_a_late_notice_and_the_unchecked_days() -> None:
    assert latest_due("10-K", date(2026, 12, 31), table()) == date(2027, 4, 18)  # 90 + 15 + 3 days
    assert latest_due("20-F", date(2026, 10, 31), table()) == date(2027, 3, 18)  # February 28 + 15 + 3 days


def test_a_proposed_deadline_changes_nothing_until_it_is_adopted() -> None:
    told = table()
    assert latest_due("10-S", date(2026, 6, 30), told) is None
    for row in told["proposed"]:
        row["adopted"] = "2026-06-01"
    assert latest_due("10-S", date(2026, 6, 30), told) == date(2026, 8, 22)  # 45 + 5 + 3 days
    assert latest_due("10-S", date(2026, 3, 31), told) is None


def test_a_deadline_is_in_force_between_its_dates() -> None:
    told = {
        "grace": {"annual-days": 15},
        "proposed": [],
        "deadline": [{"form": "10-K", "days": 60, "from-fye": "2006-12-15", "until": "2026-12-31"}],
    }
    assert latest_due("10-K", date(2006, 11, 30), told) is None
    assert latest_due("10-K", date(2026, 12, 31), told)
    assert latest_due("10-K", date(2027, 6, 30), told) is None


def test_a_year_after_a_leap_day_is_the_last_of_february() -> None:
    assert a_year_later(date(2028, 2, 29)) == date(2029, 2, 28)


# --- SEC001, SEC003 ---------------------------------------------------------------------------------------------------
def test_a_pointer_to_another_repository_is_not_one_to_the_sec() -> None:
    (finding,) = found("SEC001", legend("See our reports filed on OTCMarkets.com."))
    assert (finding.severity, finding.quote) == ("warning", "Forward-Looking Statements")


def test_a_legend_of_an_unlisted_issuer_that_claims_the_safe_harbor_is_an_info() -> None:
    text = legend("They are made under the Private Securities Litigation Reform Act of 1995.", ticker="")
    assert [finding.severity for finding in found("SEC001", text)] == ["info"]
    assert not found("SEC001", text, company={"issuer": "private"})


def test_a_paragraph_on_risks_beside_the_legend_serves() -> None:
    assert not found("SEC001", legend("\n\nRisks are described in our filings with the SEC."))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Form 10 Q", "10-Q"),
        ("Form 20f", "20-F"),
        ("Form S3", "S-3"),
        ("Form 8K", "8-K"),
        ("the Securities & Exchange Commission", "Securities and Exchange Commission"),
    ],
)
def test_a_misnamed_form_or_commission_is_mended_safely(wrong: str, right: str) -> None:
    text = f"It was filed on {wrong} in May."
    (finding,) = found("SEC003", text)
    (edit,) = finding.edits
    assert edit.safe
    assert edit.text == right
    assert not found("SEC003", text[: edit.start] + edit.text + text[edit.end :])


def test_the_name_of_the_commission_keeps_its_capitals() -> None:
    (finding,) = found("SEC003", "THE SECURITY AND EXCHANGE COMMISSION HAS NOT APPROVED THESE SECURITIES.")
    assert finding.edits[0].text == "SECURITIES AND EXCHANGE COMMISSION"


def test_a_small_business_form_is_reported_once_the_sec_withdrew_it() -> None:
    assert found("SEC003", legend("See our Form 10-KSB."))[0].message.startswith("`Form 10-KSB` is a form that the Commission withdrew")
    assert not found("SEC003", legend("See our Form 10-KSB.", day="May 20, 2007"))


# --- SEC004 -----------------------------------------------------------------------------------------------------------
REPORT = "See our Annual Report on Form 10-K for the year ended December 31, 2025, filed with the SEC."


@pytest.mark.parametrize(("day", "stale"), [("April 18, 2027", False), ("April 19, 2027", True)])
def test_a_report_is_stale_when_the_next_is_overdue_for_everyone(day: str, stale: bool) -> None:
    assert bool(found("SEC004", legend(REPORT, day=day))) is stale


def test_without_a_date_of_release_no_report_is_stale() -> None:
    text = legend(REPORT).replace("May 20, 2027 ", "")
    assert not found("SEC004", text)
    assert found("SEC004", text, release={"date": date(2027, 5, 20)})


def test_a_bare_year_ends_when_the_configuration_says() -> None:
    text = legend("See our Annual Report on Form 10-K for fiscal year 2026, filed with the SEC.", day="November 30, 2027")
    assert not found("SEC004", text)
    assert found("SEC004", text, company={"fiscal-year-end": "06-30"})


def test_a_filing_date_more_than_a_filing_year_ago_is_stale() -> None:
    text = legend("See our Annual Report on Form 10-K filed with the SEC on March 12, 2025.")
    (finding,) = found("SEC004", text)
    assert "filed on March 12, 2025" in finding.message


def test_a_year_before_the_report_is_its_year() -> None:
    assert found("SEC004", legend("See our 2024 Annual Report on Form 20-F filed with the SEC."))
    assert not found("SEC004", legend("See our 2026 Annual Report on Form 20-F filed with the SEC."))


def test_a_late_filer_and_a_report_cited_for_its_figures_are_left_alone() -> None:
    assert not found("SEC004", legend(f"{REPORT} We filed a Form 12b-25."))
    figures = legend("").replace("is complete.", "is complete. Prior sales are in Form 10-K for the year ended December 31, 2023.")
    assert not found("SEC004", figures)


# --- SEC005, SEC006, SEC007 -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("See our Form 10-K for the year ended December 31, 2026, filed with the SEC on June 3, 2027.", "filed after the release"),
        ("See our Form 10-K for fiscal year 2029, filed with the SEC.", "still to come"),
        ("Cash lasts longer than in the quarter ended September 31, 2026.", "no such day"),
        ("See our Form 10-K for the year ended December 31, 2026, filed with the SEC on February 30, 2027.", "no such day"),
    ],
)
def test_dates_that_cannot_be_are_reported_with_the_reason(reference: str, why: str) -> None:
    (finding,) = found("SEC005", legend(reference))
    assert why in finding.message


def test_two_year_ends_are_in_order_where_the_release_is_about_a_merger() -> None:
    reports = "See our Form 10-K for the year ended December 31, 2026 and its Form 10-K for the year ended June 30, 2026."
    assert found("SEC005", legend(reports))
    assert not found("SEC005", legend(f"{reports} The merger may not close."))


def test_years_of_52_weeks_end_in_neighbouring_months() -> None:
    reports = "See our Form 10-K for the year ended January 2, 2027 and our Form 10-K for the year ended December 28, 2025."
    assert not found("SEC005", legend(reports))


def test_a_report_named_with_its_year_once_may_be_named_without_it() -> None:
    assert found("SEC006", legend("See our Annual Report on Form 10-K."))
    assert not found("SEC006", legend("See our Annual Report on Form 10-K for 2026. Our Annual Report on Form 10-K is at the SEC."))


def test_the_year_of_another_report_is_not_that_of_the_annual_report() -> None:
    assert found("SEC006", legend("See our Annual Report on Form 10-K and our Form 10-Q for the quarter ended March 31, 2027."))
    assert not found("SEC006", legend("See our 2026 Annual Report on Form 10-K and our subsequent filings."))


def test_the_fourth_quarter_has_no_quarterly_report() -> None:
    assert found("SEC007", legend("See our Form 10-Q for the fourth quarter of 2026."))
    assert not found("SEC007", legend("See our Form 10-Q for the third quarter of 2026."))


# --- SEC011 -----------------------------------------------------------------------------------------------------------
def test_a_ticker_that_comes_late_is_an_info_with_its_place() -> None:
    text = legend("\n\nAbout Ferrant\n\nFerrant Therapeutics, Inc. (Nasdaq: FRNT) develops oral medicines.\n", ticker="")
    (finding,) = found("SEC011", text)
    assert finding.severity == "info"
    assert [text[place.start : place.end] for place in finding.related] == ["Nasdaq: FRNT"]


def test_a_parenthesis_lost_in_copying_is_an_info() -> None:
    (finding,) = found("SEC011", legend("See our SEC filings on Form 10-K.", ticker=", a drug maker,"))
    assert finding.severity == "info"


def test_a_misspelt_exchange_is_not_also_a_missing_ticker() -> None:
    (finding,) = found("SEC011", legend("See our Form 10-K.", ticker="(NASDQ: FRNT)"))
    assert finding.quote == "(NASDQ:"


def test_a_fragment_and_an_unlisted_issuer_need_no_ticker() -> None:
    text = legend("See our Annual Report on Form 10-K for 2026.", ticker="")
    assert found("SEC011", text)
    assert not found("SEC011", text, release={"fragment": True})
    assert not found("SEC011", text, company={"issuer": "private"})


WRAPPED = """   Ferrant Therapeutics Opens Its Second Office

   BOSTON, May 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (NYSE
   American: FRNT), a clinical-stage company that develops oral medicines for
   people with rare diseases of the gut, today opened its second office and
   said that the risks of it are described in its filings with the Securities
   and Exchange Commission.
"""


def test_a_ticker_may_be_broken_over_two_indented_lines() -> None:
    assert not found("SEC011", WRAPPED)
    assert not found("SEC011", WRAPPED.replace("(NYSE\n   American: FRNT)", "(Nasdaq:\n   FRNT)"))
    assert found("SEC011", WRAPPED.replace("(NYSE\n   American: FRNT)", "(the\n   Company)"))


def test_two_companies_may_have_two_symbols_on_one_exchange() -> None:
    other = "Corvid Bio, Inc. (Nasdaq: CRVD) and Ferrant Therapeutics (Nasdaq: FRNT and FRNTW) work together."
    assert not found("SEC011", legend(other))
    assert found("SEC011", legend("Ferrant Therapeutics (Nasdaq: FRTN) works alone."))


# --- SEC014 -----------------------------------------------------------------------------------------------------------
OFFERING = """Ferrant Therapeutics Announces Private Placement

BOSTON, May 20, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (Nasdaq: FRNT) today announced a private placement of common stock.
"""


def test_a_private_placement_says_that_it_is_no_offer_and_that_it_is_not_registered() -> None:
    (finding,) = found("SEC014", OFFERING)
    assert "not an offer" in finding.message
    legend_alone = f"{OFFERING}\nThis release is not an offer to sell.\n"
    assert "not registered" in found("SEC014", legend_alone)[0].message
    assert not found("SEC014", f"{legend_alone}\nThe shares were not registered under the Securities Act.\n")


def test_a_first_report_has_no_second_year_end_and_a_quarter_no_double() -> None:
    reports = "See our Form 10-Q for the quarter ended March 31, 2027 and our Form 10-K for the year ended December 31, 2026."
    assert not found("SEC007", legend(reports))
    assert not found("SEC005", legend(reports))


@pytest.mark.parametrize(("wrong", "right"), [("www.sec.com", "www.sec.gov"), ("https://sec.org", "https://www.sec.gov")])
def test_the_address_of_the_commission_is_mended_safely(wrong: str, right: str) -> None:
    (finding,) = found("SEC003", f"Reports are at {wrong} for all to read.")
    assert [(edit.text, edit.safe) for edit in finding.edits] == [(right, True)]


def test_a_stale_year_is_advanced_to_the_newest_report_as_an_unsafe_fix() -> None:
    (finding,) = found("SEC004", legend("See our Annual Report on Form 10-K for the year ended December 31, 2023."))
    assert [(edit.text, edit.safe) for edit in finding.edits] == [("2026", False)]


def test_a_stale_report_with_its_filing_date_is_for_a_reader_to_mend() -> None:
    reference = "See our Annual Report on Form 10-K for the year ended December 31, 2023, filed with the SEC on March 1, 2024."
    (finding,) = found("SEC004", legend(reference))
    assert finding.edits == ()
