"""Safety: harms beside benefits, where the examples of the rules do not show it."""

import pytest

from tests.checks.results_release import HEADLINE, LEAD, found, severities


# --- benefit without harm ---------------------------------------------------------------------------------------------
def test_results_without_harms_are_placed_at_the_announcement() -> None:
    (finding,) = found("SAF001")
    assert (finding.severity, finding.section) == ("error", "lead")
    assert any("primary" in finding.message or related.label == "a result" for related in finding.related)


def test_safety_that_will_be_studied_is_not_safety_that_was_found() -> None:
    assert len(found("SAF001", "A second trial will evaluate the safety and tolerability of FRX-101.")) == 1
    assert found("SAF001", "Headache was the most common adverse event.") == []


def test_the_safe_harbor_does_not_tell_harms() -> None:
    legend = "Forward-Looking Statements\n\nThis press release contains forward-looking statements, which adverse events may prove wrong."
    assert len(found("SAF001", legend)) == 1


def test_the_performance_of_a_test_needs_no_harms() -> None:
    assert found("SAF001", "The assay had a sensitivity of 94% and a specificity of 97%.") == []


def test_results_recalled_beside_a_quarter_are_an_info() -> None:
    headline = "Ferrant Bio Reports Third Quarter 2026 Financial Results"
    lead = "BOSTON, November 4, 2026 -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported financial results for the third quarter."
    assert severities("SAF001", "In LYRA the response rate was 34% on FRX-101 against 18%.", headline=headline, lead=lead) == ["info"]
    assert found("SAF001", "Net sales improved by 34% over the year before.", headline=headline, lead=lead) == []


# --- Important Safety Information -------------------------------------------------------------------------------------
APPROVED = "FDA Approves Zelvora® (tavorexant) for Lupus"
APPROVAL = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that the U.S. Food and Drug "
    "Administration (FDA) has approved Zelvora® (tavorexant) for the treatment of lupus in adults."
)


def test_a_reference_to_the_label_in_a_list_of_references_is_no_safety_information() -> None:
    references = "References\n\n1. Lind J. See the prescribing information. J Lupus. 2026;12(3):45-51.\n2. Okafor S. Lupus. 2025;11:3-9."
    assert severities("SAF002", references, headline=APPROVED, lead=APPROVAL) == ["error"]
    assert found("SAF002", "Please see the full Prescribing Information.", headline=APPROVED, lead=APPROVAL) == []


def test_a_medicine_of_another_company_is_an_info() -> None:
    headline = "Herlenta's Zelvora® (tavorexant) Gains Ground in Lupus"
    lead = APPROVAL.replace("Zelvora®", "Herlenta's Zelvora®").replace("Ferrant Bio, Inc. (Nasdaq: FRBX)", "Ferrant Insights")
    assert "error" not in severities("SAF002", headline=headline, lead=lead)


def test_a_comparator_is_not_what_the_release_is_about() -> None:
    lead = LEAD.replace("in adults with lupus", "compared to Zelvora® (tavorexant), which the FDA approved in 2020,")
    assert found("SAF002", lead=lead) == []


def test_an_approval_that_is_only_sought_is_none() -> None:
    lead = LEAD.replace("FRX-101, an", "Zelvora (tavorexant), an") + " Ferrant plans to seek FDA approval for the treatment of lupus."
    assert found("SAF002", lead=lead) == []


def test_a_registered_brand_with_results_and_no_word_on_its_status_is_an_info() -> None:
    (finding,) = found("SAF002", lead=LEAD.replace("FRX-101, an investigational therapy,", "Zelvora® (tavorexant)"))
    assert (finding.severity, finding.message.split(" has")[0]) == ("info", "Zelvora")


# --- well tolerated ---------------------------------------------------------------------------------------------------
def test_figures_three_sentences_later_or_anywhere_in_the_paragraph_are_enough() -> None:
    claim = "FRX-101 was generally well tolerated."
    assert found("SAF003", claim + " It was taken daily. It is a tablet. Adverse events were seen in 9% of patients.") == []
    assert found("SAF003", "Adverse events were seen in 9% of patients. It is a tablet. " + claim) == []
    assert severities("SAF003", claim, "It is a tablet.", "It was taken.", "It is red.", "Adverse events were seen in 9%.") == ["warning"]


def test_a_headline_may_lean_on_figures_anywhere_in_the_body() -> None:
    headline = HEADLINE + "; FRX-101 Well Tolerated"
    assert found("SAF003", "It is a tablet.", "Adverse events were seen in 9% of patients.", headline=headline) == []
    assert len(found("SAF003", "No clinically meaningful differences in adverse events were seen.", headline=headline)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "FRX-101 was well tolerated in healthy volunteers.",
        "Toxicology in rats showed a favorable safety profile.",
        "FRX-101 could offer a favorable safety profile.",
        "About FRX-101\n\nFRX-101 is a tablet with a manageable safety profile.",
    ],
)
def test_volunteers_animals_hopes_and_descriptions_are_infos(sentence: str) -> None:
    assert severities("SAF003", sentence) == ["info"]


def test_what_a_product_is_designed_to_achieve_is_no_finding() -> None:
    assert found("SAF003", "FRX-101 is designed to achieve favorable tolerability.") == []


def test_tolerability_in_passing_in_a_financing_is_left_alone() -> None:
    headline = "Ferrant Bio Announces Pricing of $50 Million Public Offering"
    lead = "BOSTON, March 4, 2027 -- Ferrant Bio, Inc. (Nasdaq: FRBX) today announced the pricing of a public offering of its common stock."
    assert found("SAF003", "Its therapy FRX-101 was well tolerated in patients with lupus.", headline=headline, lead=lead) == []


# --- absolute safety --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "claim",
    [
        "FRX-101 does not cause any side effects.",
        "Treatment carries no risk to patients.",
        "FRX-101 is devoid of adverse effects.",
        "FRX-101 is absolutely safe for children.",
        "The drug is non-toxic.",
        "FRX-101 eased pain in mice without the sedation and dependence associated with opioids.",
    ],
)
def test_a_denial_of_all_harm_is_an_error(claim: str) -> None:
    assert severities("SAF005", claim) == ["error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "No adverse events led to discontinuation of the drug.",
        "FRX-101 reduced lesions in mice without toxicity.",
        "There can be no assurance that FRX-101 is without side effects.",
        "If FRX-101 is free of side effects, patients may prefer it.",
        "The bonds are risk-free.",
        "Poster title: FRX-101 Works Without Side Effects",
        "It was done without the delays associated with surgery of patients.",
        "The trial will assess whether the drug is harmless.",
    ],
)
def test_counts_animals_conditions_and_other_meanings_are_no_absolute_claims(sentence: str) -> None:
    assert found("SAF005", sentence) == []


def test_a_hope_for_no_harm_is_an_info() -> None:
    assert severities("SAF005", "FRX-101 has the potential to treat lupus without side effects.") == ["info"]


def test_a_trend_is_an_outcome_too_where_results_are_announced() -> None:
    lead = LEAD.partition(" LYRA met")[0]
    assert severities("SAF001", "Response was numerically higher on FRX-101.", lead=lead) == ["error"]


def test_results_without_any_announcing_words_are_placed_at_the_headline() -> None:
    headline = "Positive Phase 2 Trial Results for FRX-101 in Lupus"
    (finding,) = found(
        "SAF001",
        headline=headline,
        lead="BOSTON, March 4, 2027 -- The Phase 2 trial met its primary endpoint of response at week 24 in adults.",
    )
    assert finding.section == "headline"


# --- a known profile --------------------------------------------------------------------------------------------------
def test_a_known_profile_is_reported_once_and_figures_anywhere_excuse_it() -> None:
    told = "Safety was consistent with previous studies, and no new safety signals were identified."
    assert severities("SAF004", told) == ["info"]
    assert found("SAF004", told, "Adverse events were seen in 9% of patients.") == []


def test_safety_called_the_same_wants_the_rates_of_the_paragraph() -> None:
    told = "Adverse events did not differ substantially between the arms."
    assert severities("SAF006", told) == ["info"]
    assert found("SAF006", told + " Serious adverse events occurred in 4% of patients and 3% of patients.") == []


def test_safety_that_will_be_reported_is_not_told() -> None:
    assert len(found("SAF001", "Safety data will be reported later this year.")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "FRX-101 was well tolerated; headache occurred in 12% of patients on FRX-101 and 10% on placebo.",
        "FRX-101 was well tolerated. Nausea (8% versus 7%) was mild.",
    ],
)
def test_a_harm_by_its_name_with_its_rate_is_a_figure(sentence: str) -> None:
    assert found("SAF003", sentence) == []


def test_a_safety_profile_may_be_praised_behind_its_verb() -> None:
    assert severities("SAF003", "The safety profile of FRX-101 was acceptable.") == ["warning"]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("FRX-101 carries no risk of infection.", 1),
        ("Patients need treatments without side effects.", 0),
        ("FRX-101 works without side effects.", 1),
    ],
)
def test_a_need_is_no_claim_of_safety(sentence: str, number: int) -> None:
    assert len(found("SAF005", sentence)) == number


@pytest.mark.parametrize(
    "sentence", ["Fewer patients on FRX-101 discontinued than on placebo.", "FRX-101 had fewer side effects than steroids."]
)
def test_fewer_harms_than_the_other_arm_want_their_rates(sentence: str) -> None:
    assert len(found("SAF006", sentence)) == 1


def test_a_known_profile_in_a_paragraph_that_calls_it_well_tolerated_is_left_to_that_finding() -> None:
    known = "No new safety signals were identified."
    assert len(found("SAF004", known)) == 1
    assert found("SAF004", f"FRX-101 was well tolerated. {known}") == []
    assert len(found("SAF004", "FRX-101 was well tolerated.", known)) == 1
