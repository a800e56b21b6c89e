"""One quantity told twice: what differs is reported with both places, what only seems to is passed over."""

import pytest

from tests.checks.results_release import found

HEADLINE = "Ferrant Bio Announces Results from {} of FRX-101 in Lupus"
LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today announced results of LYRA, a Phase 3 "
    "trial of FRX-101, "
    "an investigational therapy, in adults with lupus. {}"
)
TRIAL = "Phase 3 LYRA Trial"


def messages(trial: str, lead: str, body: str) -> list[str]:
    return [finding.message for finding in found("STA012", body, headline=HEADLINE.format(trial), lead=LEAD.format(lead))]


@pytest.mark.parametrize(
    ("trial", "lead", "body", "label"),
    [
        (TRIAL, "LYRA enrolled 412 patients.", "The trial enrolled 421 patients in ten countries.", "patients enrolled"),
        ("412-Patient LYRA Trial", "", "A total of 421 patients were randomized 2:1 to FRX-101 or placebo.", "patients randomised"),
        (TRIAL, "The objective response rate was 45%.", "The objective response rate (ORR) was 54% (95% CI 44-63).", "response rate"),
        (
            TRIAL,
            "Median overall survival was 21.4 months.",
            "Median overall survival was 24.1 months versus 15.0 months.",
            "median overall",
        ),
        (TRIAL, "FRX-101 reduced the risk of death (HR=0.65).", "Overall survival favored FRX-101 (HR 0.56).", "HR of overall survival"),
        (TRIAL, "FRX-101 reduced the risk of death by 35%.", "FRX-101 reduced the risk of death by 53%.", "reduction of overall survival"),
        (TRIAL, "The primary endpoint was met (p=0.012).", "LYRA met its primary endpoint (p=0.021).", "p value of the primary"),
        (TRIAL, "The primary endpoint was met (p<0.01).", "LYRA met its primary endpoint (p=0.021).", "p value of the primary"),
        (TRIAL, "", "LYRA (NCT01234567) ended.\n\nAbout LYRA\n\nLYRA (NCT01234576) is a Phase 3 trial.", "registry number of LYRA"),
        (TRIAL, "", "About LYRA\n\nLYRA is a Phase 2 trial of FRX-101.", "phase of LYRA"),
        (TRIAL, "", "About LYRA\n\nThe Phase III LYRA trial and the Phase 2/3 LYRA study are one.", "phase of LYRA"),
        (
            TRIAL,
            "Cash and cash equivalents were $120.5 million as of December 31, 2026.",
            "As of December 31, 2026, cash and cash equivalents were $125.0 million.",
            "cash on the same day",
        ),
        (TRIAL, "The PDUFA goal date is set for June 4, 2027.", "The FDA set a PDUFA action date of June 14, 2027.", "goal date"),
        (
            TRIAL,
            "",
            "See Form 10-K for the year ended December 31, 2026, and the Annual Report on Form 10-K for the year ended June 30, 2026.",
            "end of the fiscal year",
        ),
        (TRIAL, "", "The shares of Ferrant are listed on Nasdaq (FBRX).", "symbol on NASDAQ"),
    ],
)
def test_two_values_of_one_quantity_are_reported(trial: str, lead: str, body: str, label: str) -> None:
    (message,) = messages(trial, lead, body)
    assert label in message


@pytest.mark.parametrize(
    ("trial", "lead", "body"),
    [
        (TRIAL, "LYRA enrolled 412 patients.", "Of 412 patients enrolled, 398 were evaluable. The extension enrolled 301 patients."),
        ("412-Patient LYRA Trial", "", "A total of 500 patients were screened. The safety population had 409 patients."),
        (TRIAL, "Approximately 400 patients were enrolled.", "A total of 412 patients were enrolled."),
        (TRIAL, "LYRA enrolled 412 patients.", "VEGA enrolled 301 patients. The VEGA trial ended."),
        (TRIAL, "Median overall survival was 21.4 months.", "In the ITT population, median overall survival was 24.1 months."),
        (TRIAL, "The objective response rate was 45%.", "The objective response rate was 30% after prior therapy and 45% overall."),
        (TRIAL, "The objective response rate was 45%.", "The objective response rate was 45.3%."),
        (TRIAL, "The objective response rate was 45%.", "The updated objective response rate was 54%."),
        (TRIAL, "The primary endpoint was met (p<0.05).", "LYRA met its primary endpoint (p=0.021)."),
        (
            TRIAL,
            "FRX-101 improved survival (HR=0.65).",
            "FRX-101 improved overall survival (HR 0.65) and progression-free survival (HR 0.56).",
        ),
        (TRIAL, "", "LYRA (NCT01234567) and VEGA (NCT01234576) are Phase 3 trials."),
        (TRIAL, "", "The Phase 2 portion of the Phase 2 LYRA trial ended."),
        (TRIAL, "", "About LYRA\n\nLYRA is a Phase III trial."),
        (
            TRIAL,
            "Cash and cash equivalents were $120.5 million as of December 31, 2026.",
            "Cash was up from $98 million as of March 31, 2026.",
        ),
        (TRIAL, "The PDUFA goal date is set for June 4, 2027.", "The PDUFA date of VRX-202 is set for June 14, 2027; FRX-101 follows."),
        (TRIAL, "The PDUFA goal date of FRX-101 is June 4, 2027.", "The PDUFA goal date of VRX-202 is June 14, 2027."),
        (TRIAL, "", "Orlane is listed on Nasdaq (ORLA)."),
    ],
)
def test_what_may_be_another_quantity_is_passed_over(trial: str, lead: str, body: str) -> None:
    assert messages(trial, lead, body) == []


def test_both_places_are_shown() -> None:
    (finding,) = found(
        "STA012", "The trial enrolled 421 patients.", headline=HEADLINE.format("412-Patient LYRA Trial"), lead=LEAD.format("")
    )
    assert finding.quote == "421"
    assert [(related.location.line, related.label) for related in finding.related] == [(1, "told here")]


def test_a_combined_phase_against_one_of_its_own_is_an_info() -> None:
    told = found("STA012", "About LYRA\n\nLYRA is a Phase 2/3 trial.", headline=HEADLINE.format(TRIAL), lead=LEAD.format(""))
    assert [finding.severity for finding in told] == ["info"]
