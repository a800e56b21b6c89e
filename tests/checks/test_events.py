"""Events, partners, what a legend says of itself and the issuer's names, where the examples of their rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

LEAD = "BOSTON, May 20, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (Nasdaq: FRNT) today gave an update on the LYRA trial."


def found(code: str, body: str, legend: str, headline: str = "Ferrant Gives an Update", **told: object) -> list[Finding]:
    text = f"{headline}\n\n{LEAD}\n\n{body}\n\nForward-Looking Statements\n\nThis release contains forward-looking statements. {legend}\n"
    return findings_of(load_rules().rule(code), parse(read(text.encode(), "release.txt"), settings_from(told)))


@pytest.mark.parametrize(
    ("body", "legend", "event"),
    [
        ("Corvid has elected to terminate the collaboration with Ferrant.", "Corvid may terminate our collaboration.", "partner"),
        ("Ferrant will restate its financial statements for 2026.", "We may be required to restate our accounts.", "restatement"),
        ("Ferrant has begun a voluntary recall of two lots.", "We could face a product recall.", "recall"),
        (
            "Ferrant received a notice from Nasdaq that it does not meet the minimum bid price.",
            "We may fail to meet the listing standards.",
            "listing",
        ),
    ],
)
def test_a_risk_that_the_news_tells_as_a_fact_is_reported_with_the_fact(body: str, legend: str, event: str) -> None:
    (finding,) = found("SHR007", body, f"Risks include: {legend}")
    assert event in finding.message
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    ("body", "legend"),
    [
        ("Corvid has elected to terminate the collaboration with Ferrant.", "Other partners may terminate the agreement with us."),
        (
            "Ferrant received a notice from Nasdaq on its minimum bid price.",
            "We may fail to regain compliance or meet the listing standards.",
        ),
        ("If needed, Ferrant will restate its financial statements.", "We may be required to restate our accounts."),
        ("The trial goes on.", "The LYRA trial may not meet its primary endpoint."),
    ],
)
def test_another_event_a_told_one_and_one_that_did_not_happen_are_risks(body: str, legend: str) -> None:
    assert not found("SHR007", body, legend)


def test_a_missed_endpoint_of_the_release_is_no_longer_a_risk_of_its_trial() -> None:
    body = "The LYRA trial did not meet its primary endpoint of clinical remission at week 12."
    headline = "Ferrant Reports Topline Results: Phase 2 LYRA Trial in Lupus Did Not Meet Its Primary Endpoint"
    assert found("SHR007", body, "The LYRA trial may not meet its primary endpoint.", headline)
    assert not found("SHR007", body, "The CETUS trial may not meet its primary endpoint.", headline)


def test_plans_of_a_partner_are_one_finding_with_the_other_places() -> None:
    body = "Our partner Largo runs the trial.\n\nLargo expects data next year.\n\nLargo will file for approval in 2029."
    (finding,) = found("SHR012", body, "The LYRA trial may fail.")
    assert finding.quote == "Largo expects data next year."
    assert len(finding.related) == 1
    assert not found("SHR012", body, "The LYRA trial may fail.", "Ferrant and Largo Give an Update")
    assert not found("SHR012", "Largo expects data next year.", "The LYRA trial may fail.")


def test_the_name_of_another_company_is_replaced_only_as_an_unsafe_fix() -> None:
    (finding,) = found("SHR013", "", "Quillon Bio undertakes no obligation to update them.")
    (edit,) = finding.edits
    assert (finding.quote, edit.text, edit.safe) == ("Quillon Bio", "Ferrant Therapeutics", False)


@pytest.mark.parametrize(
    "legend",
    [
        "FTI undertakes no obligation to update them.",
        "Management undertakes no obligation to update them.",
        "See the Annual Report on Form 10-K and the Company's Quarterly Report on Form 10-Q.",
        "Ferrant's Annual Report on Form 10-K has more.",
    ],
)
def test_initials_defined_terms_and_the_issuer_itself_may_speak(legend: str) -> None:
    assert not found("SHR013", "", legend)


def test_every_subject_of_the_list_is_held_against_the_release_only_when_asked_for() -> None:
    legend = "These include statements regarding the LYRA trial, hurricane insurance and our strategy."
    assert not found("SHR011", "", legend)
    (finding,) = found("SHR011", "", legend, select=["SHR011"])
    assert finding.quote == "hurricane insurance"


def test_a_transaction_that_the_news_tells_may_stand_in_the_legend() -> None:
    assert found("SHR011", "", "They concern the closing of the offering.")
    assert not found("SHR011", "Ferrant priced a public offering.", "They concern the closing of the offering.")


def test_an_absolute_disclaimer_gets_the_exception_that_the_law_makes() -> None:
    legend = "As of today, the LYRA trial goes on. We undertake no obligation to update these statements."
    (finding,) = found("SHR016", "", legend)
    (edit,) = finding.edits
    assert edit.text == ", except as required by law"
    assert not edit.safe


def test_guidance_without_a_risk_about_money_is_reported() -> None:
    body = "This has no impact on our financial guidance for the 2028 fiscal year."
    (finding,) = found("SHR006", body, "The LYRA trial may fail.")
    assert "guidance" in finding.message
    assert not found("SHR006", body, "The LYRA trial may fail, and our revenue may fall.")


def test_a_payment_that_an_event_would_trigger_is_a_prediction() -> None:
    body = "An expansion would trigger a $10 million milestone payment from Corvid."
    (finding,) = found("SHR006", body, "The LYRA trial may fail.")
    assert "partner" in finding.message


def test_a_cautionary_note_on_something_else_is_no_safe_harbor() -> None:
    note = "Cautionary Note: Zelvora is an investigational product."
    news = "Ferrant expects to report topline data from the trial in the first half of 2028."
    rule = load_rules().rule("SHR001")
    silent = f"Ferrant Gives an Update\n\n{LEAD}\n\n{news}\n\nCautionary Note: there are risks in this trial.\n"
    loud = f"{note}\n\nFerrant Gives an Update\n\n{LEAD}\n\n{news}\n"
    assert findings_of(rule, parse(read(loud.encode(), "release.txt")))
    assert not findings_of(rule, parse(read(silent.encode(), "release.txt")))


def test_the_company_before_any_name_is_too_early() -> None:
    lead = "BOSTON, May 20, 2027 -- The Company today said that Ferrant Therapeutics is its name."
    text = f"{lead}\n\nAbout Ferrant Therapeutics\n\nIt makes medicines.\n"
    rule = load_rules().rule("STR010")
    (finding,) = findings_of(rule, parse(read(text.encode(), "release.txt")))
    assert finding.quote == "The Company"


def test_a_subsidiary_of_another_legal_form_and_a_product_with_the_initials_are_left_alone() -> None:
    rule = load_rules().rule("STR010")
    text = (
        "United Ferrant Products Starts Trial\n\n"
        "BOSTON, May 20, 2027 -- United Ferrant Products, Inc. today started a trial of UFP-204.\n\n"
        "It runs with United Ferrant Products AG, a subsidiary.\n"
    )
    assert not findings_of(rule, parse(read(text.encode(), "release.txt")))
