"""Regulatory status: milestones, approvals and what regulators say, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Provides Update on FRX-101"
LEAD = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that "
NEWS = LEAD + "enrollment in the Phase 2 LYRA trial of FRX-101, an investigational therapy for lupus, is complete."

# So much is said of medicine in a release about it.
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the disease "
    "of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical care live longer."
)


def found(code: str, *paragraphs: str, headline: str = HEADLINE, lead: str = NEWS, **told: object) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, lead, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from(told))
    return findings_of(rule, release) if applies(rule, release.profile) else []


def severities(code: str, *paragraphs: str, headline: str = HEADLINE, lead: str = NEWS, **told: object) -> list[str]:
    return [finding.severity for finding in found(code, *paragraphs, headline=headline, lead=lead, **told)]


# --- milestones -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "Receiving Orphan Drug designation proves that FRX-101 is effective.",
        "“Fast Track designation validates our science,” said Ana Ruiz, Chief Executive Officer.",
        "Breakthrough Therapy designation all but guarantees approval.",
        "RMAT designation brings FRX-101 one step closer to approval.",
        "FDA acceptance of our IND confirms the safety of FRX-101.",
        "The data monitoring committee's recommendation to continue the trial demonstrates the safety of FRX-101.",
        "The Fast Track designation means the FDA believes FRX-101 works.",
        "FRX-101's effectiveness has been validated by its Breakthrough Therapy designation.",
    ],
)
def test_a_milestone_that_is_said_to_prove_something_is_reported(sentence: str) -> None:
    assert severities("REG001", sentence) == ["warning"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The FDA granted Fast Track designation to FRX-101 based on Phase 1 data that demonstrated its potential.",
        "Fast Track designation may validate the approach.",
        "Fast Track designation does not ensure approval.",
        "Rare Pediatric Disease designation makes Ferrant eligible for a priority review voucher upon approval.",
        "Ferrant's collaboration with Herlenta validates its approach.",
        "This designation of a new chair validates our strategy and its potential.",
        "Does Fast Track designation confirm the efficacy of FRX-101?",
    ],
)
def test_facts_conditions_and_other_subjects_are_no_claims_for_a_milestone(sentence: str) -> None:
    assert found("REG001", sentence) == []


def test_a_designation_without_its_name_counts_where_the_release_names_one() -> None:
    claim = "This designation validates the potential of our platform."
    assert found("REG001", claim) == []
    assert severities("REG001", "FRX-101 has Orphan Drug designation.", claim) == ["warning"]


def test_a_paragraph_that_disclaims_a_milestone_is_let_be() -> None:
    claim = "The Fast Track designation confirms the potential of FRX-101."
    assert found("REG001", claim + " Designation does not assure approval.") == []
    assert len(found("REG001", claim, "Designation does not assure approval.")) == 1


# --- goal dates -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "We expect approval on our PDUFA date of June 2, 2027.",
        "Ferrant will launch FRX-101 on its PDUFA date of June 2, 2027.",
        "The FDA will grant approval by the PDUFA goal date.",
        "Approval is scheduled for the PDUFA date, June 2, 2027.",
    ],
)
def test_a_goal_date_told_as_the_date_of_approval_is_an_error(sentence: str) -> None:
    assert severities("REG002", sentence) == ["error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The FDA decision is expected by the PDUFA date of June 2, 2027.",
        "The FDA extended the PDUFA date by three months.",
        "Whether the FDA will approve FRX-101 by its PDUFA date is not known.",
        "In October the FDA approved Zelvora ahead of its PDUFA date.",
        "Ferrant could receive approval in 2027.",
    ],
)
def test_decisions_doubts_and_the_past_are_no_certainty(sentence: str) -> None:
    assert found("REG002", sentence) == []


def test_an_approval_expected_by_a_year_is_a_warning_and_said_once() -> None:
    assert severities("REG002", "Ferrant expects to receive FDA approval of FRX-101 by the end of 2027.") == ["warning"]
    sentence = "Ferrant expects to receive FDA approval by its PDUFA date in June 2027."
    assert severities("REG002", sentence) == ["error"]


# --- devices ----------------------------------------------------------------------------------------------------------
CLEARED = "The Pulsor monitor, a wearable device with sensors, received 510(k) clearance in May."


def test_a_cleared_device_called_approved_in_the_headline_points_at_its_clearance() -> None:
    (finding,) = found("REG003", CLEARED, headline="Ferrant Launches FDA-Approved Monitor", release={"product": "device"})
    assert finding.severity == "error"
    assert finding.related[0].label == "cleared here"
    assert [(edit.text, edit.safe) for edit in finding.edits] == [("Cleared", False)]


def test_a_cleared_device_called_approved_far_from_its_clearance_is_a_warning() -> None:
    claim = "The monitor was approved by the FDA."
    assert severities("REG003", CLEARED, claim, release={"product": "device"}) == ["warning"]
    assert severities("REG003", f"{CLEARED} {claim}", release={"product": "device"}) == ["error"]


def test_a_device_that_is_not_cleared_or_not_called_approved_of_itself_is_let_be() -> None:
    device = {"product": "device"}
    assert found("REG003", "The monitor was approved by the FDA.", release=device) == []
    assert found("REG003", CLEARED, "Ferrant hopes that it will be approved by the FDA.", release=device) == []
    assert found("REG003", CLEARED, "The drug was approved by the FDA.", release=device) == []
    assert found("REG003", CLEARED, "The PMA of another monitor was approved by the FDA.", release=device) == []


def test_a_510k_approval_that_is_sought_or_stands_in_the_legend_is_a_warning() -> None:
    assert severities("REG003", "Ferrant will seek 510(k) approval of the monitor.") == ["warning"]
    legend = "Forward-Looking Statements\n\nThis press release contains forward-looking statements, including on the 510(k) approval."
    assert severities("REG003", legend) == ["warning"]


def test_registrations_of_products_are_errors_and_compliance_a_warning() -> None:
    assert severities("REG004", "Our FDA certified mask protects clinicians.") == ["error"]
    assert severities("REG004", "Ours is an FDA-compliant test.") == ["warning"]
    assert found("REG004", "The plant is registered with the FDA.") == []
    assert found("REG004", "The mask is not FDA registered.") == []
    assert found("REG004", "FDA-certified mammography centers took part.") == []


# --- emergency use, accelerated approval ------------------------------------------------------------------------------
GIVEN = "the FDA issued an Emergency Use Authorization (EUA) for VX-9, its vaccine, in adults."


def test_an_authorization_that_is_the_news_wants_its_statements() -> None:
    (finding,) = found("REG005", headline="Ferrant Receives Emergency Use Authorization for VX-9", lead=LEAD + GIVEN)
    assert finding.severity == "error"
    assert "not approved and how long" in finding.message


def test_an_authorization_below_the_lead_is_an_info_if_it_is_the_companys_own() -> None:
    assert severities("REG005", "In 2021 the FDA issued an Emergency Use Authorization for our vaccine.") == ["info"]
    assert found("REG005", "In 2021 the FDA issued an Emergency Use Authorization for a vaccine from elsewhere.") == []
    assert found("REG005", "In 2021 the FDA issued an EUA for our vaccine.", "It has since received full approval.") == []


@pytest.mark.parametrize(
    "sentence", ["The antibody received emergency use approval.", "The FDA has approved the vaccine for emergency use."]
)
def test_an_authorization_called_an_approval_is_an_error(sentence: str) -> None:
    (finding,) = found("REG005", sentence)
    assert finding.severity == "error"
    assert "approval" in finding.message


def test_an_accelerated_approval_wants_basis_and_confirmation() -> None:
    headline = "FDA Grants Accelerated Approval to Zelvora"
    lead = LEAD + "the FDA granted accelerated approval to Zelvora in lymphoma."
    assert "its basis and the confirmation" in found("REG006", headline=headline, lead=lead)[0].message
    basis = "The approval is based on response rate."
    assert "without the confirmation" in found("REG006", basis, headline=headline, lead=lead)[0].message
    assert found("REG006", basis, "A confirmatory trial is under way.", headline=headline, lead=lead) == []


def test_an_accelerated_approval_told_beside_other_news_is_an_info() -> None:
    told = "In 2025 the FDA granted accelerated approval to Zelvora in lymphoma."
    assert severities("REG006", told) == ["info"]
    assert found("REG006", "About Ferrant Bio\n\n" + told) == []
    assert found("REG006", told, headline="Ferrant Bio Announces Pricing of $50 Million Public Offering") == []
    assert found("REG006", told, "It was converted to full approval.") == []


# --- Europe, and places -----------------------------------------------------------------------------------------------
OPINION = "the CHMP adopted a positive opinion recommending approval of Zelvora in lupus."


def test_an_approval_in_the_headline_needs_more_than_an_opinion() -> None:
    (finding,) = found("REG007", headline="Zelvora Approved in Europe", lead=LEAD + OPINION)
    assert (finding.severity, finding.section, finding.related[0].label) == ("error", "headline", "the opinion")


def test_an_opinion_without_the_commission_is_a_warning() -> None:
    headline = "Ferrant Receives Positive CHMP Opinion for Zelvora"
    assert severities("REG007", headline=headline, lead=LEAD + OPINION) == ["warning"]
    assert found("REG007", "The European Commission's decision is expected in May.", headline=headline, lead=LEAD + OPINION) == []


def test_an_approval_by_the_commission_may_recall_the_opinion() -> None:
    lead = LEAD + "the European Commission has approved Zelvora."
    recalled = "Following the positive CHMP opinion, Zelvora is now approved in the EU."
    assert found("REG007", recalled, lead=lead) == []
    assert severities("REG007", recalled) == ["error"]
    assert (
        found("REG007", "Zelvora is approved in the EU, and a positive CHMP opinion on a new indication was adopted. The EC will decide.")
        == []
    )


def test_only_the_first_approval_without_a_place_is_told() -> None:
    first, second = "Zelvora is already approved for the treatment of lupus.", "Zelvora is approved for the treatment of gout."
    assert [finding.quote for finding in found("REG008", first, second)] == ["is already approved for the treatment"]
    assert found("REG008", "Zelvora is approved for the treatment of lupus in Japan.", second) == []


def test_the_paragraph_about_a_product_may_say_where_it_is_approved() -> None:
    first = "Zelvora is already approved for the treatment of lupus."
    about = "About Zelvora® (ferrantinib)\n\nZelvora was approved by the FDA in 2024."
    assert found("REG008", first, about) == []
    assert found("REG008", first, headline="FDA Approves Zelvora for Lupus") == []
    assert found("REG008", "The plan of the board is approved for the treatment of staff.") == []


# --- complete response letters ----------------------------------------------------------------------------------------
LETTER = "the FDA issued a Complete Response Letter (CRL) on its application for FRX-101 in lupus."
PLAIN = "The CRL cited deficiencies at a manufacturing facility. Ferrant plans to request a Type A meeting."


def test_a_letter_under_a_soft_headline_points_at_the_headline() -> None:
    (finding,) = found("REG009", PLAIN, lead=LEAD + LETTER)
    assert (finding.severity, finding.related[0].label) == ("error", "the headline")
    assert finding.message.endswith("the headline does not say so")


def test_a_letter_told_plainly_is_let_be_and_one_without_reasons_is_not() -> None:
    headline = "Ferrant Receives Complete Response Letter for FRX-101"
    assert found("REG009", PLAIN, headline=headline, lead=LEAD + LETTER) == []
    (finding,) = found("REG009", headline=headline, lead=LEAD + LETTER)
    assert finding.message.endswith("no deficiency is named, no next step is told")
    assert finding.related == ()


@pytest.mark.parametrize(
    "lead",
    [
        LEAD + "it resubmitted the application after a Complete Response Letter that the company received.",
        LEAD + "the company, which received a Complete Response Letter in 2025, has begun a new trial.",
        LEAD + "Herlenta expects a Complete Response Letter.",
    ],
)
def test_letters_of_the_past_and_letters_to_come_are_not_news(lead: str) -> None:
    assert found("REG009", lead=lead) == []


def test_a_letter_recalled_in_an_earnings_release_or_far_down_is_not_news() -> None:
    assert found("REG009", LETTER, headline="Ferrant Bio Reports Third Quarter 2026 Financial Results") == []
    assert found("REG009", "One.", "Two.", "Three.", "Four.", "Today we received a Complete Response Letter.") == []


def test_a_request_for_more_data_on_a_device_belongs_into_the_headline() -> None:
    asked, device = "The FDA requested additional clinical data on the implant.", {"product": "device"}
    assert severities("REG009", asked, release=device) == ["info"]
    assert found("REG009", asked, headline="FDA Requests Additional Data on Pulsor Implant", release=device) == []
    assert found("REG009", asked, release={"product": "investigational"}) == []


# --- what regulators are said to think --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "The agency concurred with our plan to file for approval.",
        "We are aligned with the FDA on the path to approval.",
        "The FDA indicated that the data are sufficient for filing.",
        "Regulators signed off on the Phase 3 design.",
        "We received positive feedback from the FDA.",
        "Ferrant obtained the FDA's concurrence on the primary endpoint.",
        "We met with the FDA and are encouraged by their support.",
    ],
)
def test_a_regulators_agreement_without_its_basis_is_reported(sentence: str) -> None:
    assert severities("REG010", sentence) == ["warning"]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no assurance that the FDA will agree with our plans.",
        "In written feedback the FDA agreed that one trial could suffice.",
        "We look forward to working with the FDA to align on next steps.",
        "Ferrant entered into a license agreement, with payments on approval by the FDA.",
        "The team is encouraged by their support.",
        "If the FDA agreed with the plan, a trial would begin.",
    ],
)
def test_agreement_that_is_sought_founded_or_somebody_elses_is_let_be(sentence: str) -> None:
    assert found("REG010", sentence) == []


def test_a_meeting_told_elsewhere_softens_a_claim_and_serves_the_headline() -> None:
    meeting = "Ferrant held an End-of-Phase 2 meeting in February."
    assert severities("REG010", "The FDA agreed with our plan.", meeting) == ["info"]
    assert found("REG010", meeting, headline="Ferrant Announces Alignment with FDA on Phase 3 Design") == []
    assert severities("REG010", headline="Ferrant Announces Alignment with FDA on Phase 3 Design") == ["warning"]


# --- applications -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "The Company's IND was approved by the FDA in March.",
        "The IND application for FRX-101 has been approved by the agency in the U.S.",
        "FDA approved the start of the Phase 2 clinical trial.",
        "We received FDA approval to initiate a Phase 1/2 study of FRX-101.",
        "The trial runs in the U.S. and Japan under IND approvals.",
    ],
)
def test_a_trial_or_an_ind_called_approved_is_reported(sentence: str) -> None:
    assert severities("REG011", sentence) == ["warning"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The IND for FRX-101 was approved in China.",
        "Ferrant received approval from Health Canada to begin a Phase 2 trial.",
        "FDA approved Zelvora after a Phase 3 trial.",
        "The FDA approved the clinical trial of the artificial heart.",
        "The IND was approved.",
    ],
)
def test_trials_abroad_and_of_devices_are_approved(sentence: str) -> None:
    assert found("REG011", sentence) == []


def test_the_fix_of_an_approved_ind_keeps_the_case_of_the_word() -> None:
    (finding,) = found("REG011", headline="FDA Approves Our IND for FRX-101")
    assert [(edit.text, edit.safe) for edit in finding.edits] == [("Clears", False)]
    (finding,) = found("REG011", "The IND was approved.", "The FDA had asked for data.", "Ferrant is the sponsor.")
    assert [edit.text for edit in finding.edits] == ["cleared"]


ZELVORA = {"brand": "Zelvora", "status": "approved", "indication": "adults with metastatic breast cancer after prior trastuzumab"}


def test_an_indication_is_compared_with_the_configuration() -> None:
    told = "Zelvora is approved for breast cancer."
    (finding,) = found("REG012", told, company={"products": [ZELVORA]})
    assert "metastatic, prior" in finding.message
    whole = "It is for adults with metastatic disease after prior therapy."
    assert found("REG012", told, whole, company={"products": [ZELVORA]}) == []
    assert found("REG012", told, "See the Prescribing Information for the full indication.", company={"products": [ZELVORA]}) == []
    assert found("REG012", "Korvel is approved for breast cancer.", company={"products": [ZELVORA]}) == []
    assert found("REG012", told, company={"products": [{**ZELVORA, "status": "investigational"}]}) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The FDA accepted our NDA for the gene therapy.", "biologics license application"),
        ("Ferrant filed a BLA for ferrantinib.", "new drug application"),
        ("Zelvora is EMA-approved.", "European Commission"),
    ],
)
def test_the_wrong_application_or_agency_is_named_with_the_right_one(sentence: str, words: str) -> None:
    (finding,) = found("REG013", sentence)
    assert finding.severity == "warning"
    assert words in finding.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Ferrant submitted an sNDA for Zelvora in combination with pembrolizumab.",
        "The NDA has data from patients treated with a monoclonal antibody.",
        "The NDA includes a monoclonal antibody assay.",
        "In Japan Ferrant filed an NDA for ferrantumab.",
        "Ferrant is seeking FDA and EMA approval of FRX-101.",
        "Several pre-approval inspections by the FDA and EMA were held.",
    ],
)
def test_products_beside_an_application_and_other_countries_are_let_be(sentence: str) -> None:
    assert found("REG013", sentence) == []


def test_a_title_that_is_cited_is_nobodys_claim() -> None:
    assert found("REG011", "Poster title: The FDA Approved Our Phase 1 Trial of FRX-101") == []


def test_praise_short_of_proof_is_an_info() -> None:
    assert severities(
        "REG001", "FRX-101 won Fast Track designation, and the Fast Track designation underscores the promise of FRX-101."
    ) == ["info"]
    assert found("REG001", "Fast Track designation, based on early results, underscores the promise of FRX-101.") == []
    assert found("REG001", "If confirmed by Fast Track designation, the plan goes on.") == []


def test_a_plan_that_follows_feedback_is_an_info_unless_the_meeting_is_named() -> None:
    assert severities("REG010", "The design is based on feedback from the FDA.") == ["info"]
    assert found("REG010", "Based on FDA feedback at a Type C meeting, the design was changed.") == []


def test_a_premarket_approval_is_not_cleared() -> None:
    (finding,) = found("REG013", "The monitor received PMA clearance.")
    assert "approved, not cleared" in finding.message


def test_an_authorization_that_is_hoped_for_or_stated_in_full_is_let_be() -> None:
    assert found("REG005", "If authorized for emergency use, our vaccine will ship.") == []
    assert found("REG005", "Unless the antibody is approved for emergency use, it will not ship.") == []
    terms = "It is not FDA approved and may be used only for the duration of the declaration."
    assert found("REG005", "The FDA issued an EUA for our vaccine.", terms) == []


def test_an_accelerated_approval_that_is_not_granted_is_let_be() -> None:
    assert found("REG006", "The FDA has not granted accelerated approval to Zelvora.") == []


def test_an_approval_in_europe_that_is_denied_or_decided_is_let_be() -> None:
    assert (
        found("REG007", "The CHMP gave a positive opinion, and Zelvora is never approved in Europe. The European Commission will decide.")
        == []
    )
    assert found("REG007", "The CHMP gave a positive opinion. Zelvora is now approved.") == []
