"""Efficacy claims and the telling of results, where the examples of their rules do not show it."""

import pytest

from tests.checks.results_release import HEADLINE, LEAD, found, severities


# --- safe and effective -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "claim",
    [
        "FRX-101 is a safe and effective treatment for lupus.",
        "We believe FRX-101 is safe.",
        "The trial established the safety and effectiveness of FRX-101 in lupus.",
        "FRX-101 has been shown to be both safe and efficacious.",
        "FRX-101 effectively treats lupus.",
        "FRX-101 can be safely given to children.",
        "Herbs like FRX-101 have a long history of safe use.",
        "FRX-101 demonstrated excellent efficacy in all patients.",
    ],
)
def test_what_only_a_regulator_can_decide_is_an_error_however_it_is_said(claim: str) -> None:
    assert severities("EFF001", claim) == ["error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The trial will evaluate the safety and efficacy of FRX-101.",
        "Whether FRX-101 is safe and effective is for the FDA to decide.",
        "Ferrant aims to develop safe and effective medicines.",
        "Corticosteroids are effective but have side effects.",
        "Existing treatments are effective in only half of patients.",
        "Is FRX-101 effective?",
        "The study was not powered to demonstrate efficacy.",
        "Poster title: FRX-101 Is Safe and Effective in Lupus Mice",
        "The registration statement is effective.",
        "FRX-101 is not known to be effective in children.",
        "There can be no assurance that FRX-101 is effective.",
        "FRX-101 may be investigated further; its safety and efficacy have not been established.",
        "In mice FRX-101 demonstrated significant efficacy.",
    ],
)
def test_aims_questions_denials_titles_and_the_treatments_of_others_are_no_claims(sentence: str) -> None:
    assert found("EFF001", sentence) == []


def test_a_claim_about_drugs_in_general_is_milder_than_one_about_the_product() -> None:
    about = "About Ferrant Bio\n\nFerrant Bio improves health through its safe and effective vaccines."
    assert severities("EFF001", about) == ["warning"]


def test_a_claim_without_a_name_counts_only_for_a_product_that_is_not_approved() -> None:
    claim = "The treatment is effective in most patients."
    assert severities("EFF001", claim, release={"product": "investigational"}) == ["error"]
    assert found("EFF001", claim, release={"product": "approved"}) == []


def test_a_candidate_named_in_a_release_about_an_approved_product_is_still_a_candidate() -> None:
    approved = {"product": "approved"}
    assert severities("EFF001", "FRX-202 is safe and effective.", release=approved) == ["error"]
    assert found("EFF001", "Zelvora is safe and effective and is approved in Japan.", release=approved) == []


def test_a_promise_of_cure_is_reported_whatever_the_product() -> None:
    assert severities("EFF001", "In mice it removed tumors, so it will cure patients.", release={"product": "approved"}) == ["info"]


# --- a missed endpoint ------------------------------------------------------------------------------------------------
MISSED = LEAD.replace("LYRA met its primary endpoint", "LYRA did not meet its primary endpoint")


def test_a_miss_that_only_the_body_tells_points_at_the_headline() -> None:
    (finding,) = found("EFF002", lead=MISSED)
    assert finding.quote.startswith("did not meet its primary endpoint")
    assert finding.severity == "warning"
    assert (finding.related[0].start, finding.related[0].label) == (0, "the headline")


@pytest.mark.parametrize(
    "headline",
    [
        "Ferrant Bio: Phase 2 LYRA Trial of FRX-101 Missed Its Primary Endpoint",
        "Ferrant Bio Reports Negative Topline Results of Phase 2 LYRA Trial",
        "Ferrant Bio to Discontinue FRX-101 After Phase 2 LYRA Results",
        "Phase 2 LYRA Results: Primary Endpoint of Response Not Achieved",
    ],
)
def test_a_headline_that_tells_the_miss_in_any_words_is_enough(headline: str) -> None:
    assert found("EFF002", headline=headline, lead=MISSED) == []


def test_a_miss_of_another_trial_does_not_belong_in_the_headline() -> None:
    assert found("EFF002", "A previous trial of another company did not meet its primary endpoint.") == []


def test_a_miss_recalled_beside_other_news_is_an_info() -> None:
    headline = "Ferrant Bio Reports Third Quarter 2026 Financial Results"
    lead = "BOSTON, November 4, 2026 -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported financial results for the third quarter."
    assert severities("EFF002", "The Phase 2 LYRA trial did not meet its primary endpoint.", headline=headline, lead=lead) == ["info"]


# --- trends -----------------------------------------------------------------------------------------------------------
def test_a_trend_is_excused_by_saying_that_it_is_not_significant_in_the_next_sentence() -> None:
    assert found("EFF005", "There was a trend in favor of FRX-101. The difference was not statistically significant.") == []
    assert len(found("EFF005", "There was a trend in favor of FRX-101. The analysis is complete.")) == 1


def test_nothing_excuses_a_trend_toward_significance() -> None:
    assert len(found("EFF005", "Although not significant (p=0.09), the difference showed a trend toward statistical significance.")) == 1


def test_trends_of_markets_and_toward_harm_are_no_effects() -> None:
    assert found("EFF005", "Market trends favor oral drugs.", "Deaths trended toward higher rates on FRX-101.") == []


# --- the primary endpoint ---------------------------------------------------------------------------------------------
BARE = LEAD.partition(" LYRA met")[0]


def test_an_endpoint_that_is_named_without_an_outcome_has_a_message_of_its_own() -> None:
    (finding,) = found("EFF010", "Primary endpoint: response, week 24.", lead=BARE)
    assert "whether it was met" in finding.message
    assert finding.related


def test_an_endpoint_that_is_met_but_not_said_by_its_measure_is_a_warning() -> None:
    (finding,) = found("EFF010", "The trial met its primary endpoint.", lead=BARE)
    assert (finding.severity, finding.quote) == ("warning", "primary endpoint")


def test_an_interim_read_without_the_endpoint_is_a_warning() -> None:
    assert severities("EFF010", lead=BARE) == ["error"]
    assert severities("EFF010", lead=BARE.replace("topline results", "interim results")) == ["warning"]


def test_results_that_were_reported_before_and_work_without_people_need_no_endpoint() -> None:
    assert found("EFF010", lead=BARE.replace("topline results", "previously reported data")) == []
    headline = HEADLINE.replace("Phase 2 LYRA Trial", "LYRA Work")
    lead = BARE.replace("a randomized Phase 2 trial", "laboratory work")
    assert found("EFF010", headline=headline, lead=lead) == []


# --- significance -----------------------------------------------------------------------------------------------------
def test_a_list_that_a_paragraph_announces_may_hold_the_statistic() -> None:
    announced = "FRX-101 showed statistically significant improvements:"
    assert found("EFF013", announced, "* Pain fell by 3 points (p=0.004)") == []
    assert severities("EFF013", announced, "* Pain fell by 3 points") == ["info"]


def test_a_headline_may_lean_on_a_statistic_anywhere() -> None:
    headline = HEADLINE + " With Statistically Significant Improvement"
    assert found("EFF013", headline=headline) == []
    assert len(found("EFF013", headline=headline, lead=BARE)) == 1


def test_a_congress_makes_a_missing_statistic_a_warning() -> None:
    headline = "Ferrant Bio Presents Phase 2 Results of FRX-101 in Lupus at the Annual Congress of Rheumatology"
    assert severities("EFF013", "FRX-101 significantly reduced pain scores in the trial.", headline=headline) == ["warning"]


# --- superlatives -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("FRX-101 is the most effective treatment available for lupus.", "the most effective treatment"),
        ("FRX-101 is the only therapy for lupus nephritis.", "the only therapy"),
        ("The results are truly remarkable.", "remarkable"),
        ("FRX-101 represents a paradigm shift in the treatment of lupus.", "paradigm shift"),
        ("It will revolutionize the treatment of lupus.", "revolutionize the treatment"),
        ("This is the world's first device of its kind for lupus.", "the world's first device"),
        ("FRX-101 could be a game changer for patients.", "game changer"),
        ("FRX-101 is a cure for lupus.", "is a cure for"),
    ],
)
def test_praise_is_quoted_with_what_it_praises(sentence: str, quote: str) -> None:
    assert [finding.quote for finding in found("EFF018", sentence)] == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "We thank our remarkable team for an unprecedented year.",
        "The team has best-in-class expertise and manufacturing.",
        "There is no cure for lupus and no breakthrough treatment.",
        "FRX-101 is the only treatment approved for lupus nephritis.",
        "He introduced groundbreaking drugs over his career.",
        "FRX-101 is our most advanced clinical candidate.",
        "Will FRX-101 be a revolutionary treatment?",
        "Registration is a game changer for our customers.",
        "The company will transform its operations.",
        "Presentation title: A Groundbreaking Therapy for Lupus",
    ],
)
def test_praise_of_people_plans_and_facts_is_no_superlative(sentence: str) -> None:
    assert found("EFF018", sentence) == []


def test_a_hope_a_description_of_the_company_and_a_next_generation_are_infos() -> None:
    assert severities("EFF018", "FRX-101 has the potential to be a transformative therapy.") == ["info"]
    assert severities("EFF018", "About Ferrant Bio\n\nFerrant Bio develops groundbreaking medicines.") == ["info"]
    assert severities("EFF018", "FRX-101 belongs to the next-generation inhibitors.") == ["info"]
    assert severities("EFF018", "Ferrant Bio will use a powerful platform.") == ["info"]


def test_an_infinitive_is_an_aim() -> None:
    assert severities("EFF018", "The companies work together to transform patient care.") == ["info"]


# --- the status of a product ------------------------------------------------------------------------------------------
UNTOLD = LEAD.replace(", an investigational therapy,", "") + " FRX-101 was taken daily. FRX-101 blocks S1P."


def test_a_status_a_sentence_away_from_the_name_is_enough() -> None:
    assert severities("EFF019", lead=UNTOLD) == ["warning"]
    assert found("EFF019", "FRX-101 is a tablet. It is an investigational medicine.", lead=UNTOLD) == []


def test_one_sentence_that_none_of_the_candidates_is_approved_speaks_for_all() -> None:
    assert found("EFF019", "None of our product candidates has been approved by the FDA.", lead=UNTOLD) == []


def test_candidates_of_the_rest_of_the_pipeline_say_nothing_of_the_product() -> None:
    assert len(found("EFF019", "Beside FRX-101 our pipeline includes five candidates.", lead=UNTOLD)) == 1


def test_a_product_that_is_on_a_market_is_not_called_investigational() -> None:
    assert found("EFF019", "FRX-101 is marketed in Japan.", lead=UNTOLD) == []


def test_a_product_that_is_named_twice_is_what_the_release_is_about_only_if_the_headline_names_it() -> None:
    bare = BARE.replace(", an investigational therapy,", "")
    assert len(found("EFF019", lead=bare)) == 1
    assert found("EFF019", "FRX-101 is a tablet.", headline="Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial", lead=bare) == []


MISSES = (
    "FRX-101 was not statistically superior to placebo on the primary endpoint.",
    "The study fell short of its primary endpoint.",
    "Treatment did not result in a statistically significant reduction in SLEDAI score, the primary endpoint of the trial.",
    "LYRA was unsuccessful in meeting its primary endpoint.",
    "FRX-101 did not separate from placebo on the primary endpoint.",
    "The improvement in the primary endpoint did not attain significance (p=0.08).",
    "The primary endpoint, response at week 52, showed no statistically significant difference from placebo.",
    "The trial was not successful on its primary endpoint.",
    "Neither dose of FRX-101 met the primary endpoint.",
)
MET = (
    "LYRA met its primary endpoint, but the key secondary endpoint was not met.",
    "LYRA achieved the primary endpoint of response, while statistical significance was not reached for pain.",
    "The primary endpoint of response was achieved, with no significant difference in adverse events.",
    "Patients who had not met the primary endpoint at week 52 left the study.",
    "FRX-101 met the primary endpoint. A separate trial of another company did not meet its primary endpoint.",
)


@pytest.mark.parametrize("sentence", MISSES)
def test_a_miss_is_found_in_all_its_phrasings(sentence: str) -> None:
    assert len(found("EFF002", sentence, lead=BARE)) == 1


@pytest.mark.parametrize("sentence", MET)
def test_what_was_met_or_was_another_trials_is_no_miss(sentence: str) -> None:
    assert found("EFF002", sentence, lead=BARE) == []


# --- corners ----------------------------------------------------------------------------------------------------------
def test_a_release_without_a_headline_has_none_to_hide_a_miss() -> None:
    assert found("EFF002", headline="", lead="LYRA did not meet its primary endpoint.") == []


def test_a_measure_before_the_words_primary_endpoint_counts() -> None:
    told = (
        "In the trial the proportion of adults whose disease activity had fallen by four points or more after "
        "half a year was met as the primary endpoint."
    )
    assert found("EFF010", told, lead=BARE) == []


def test_a_title_and_animal_work_claim_no_significance() -> None:
    title = "Poster title: FRX-101 Showed Statistically Significant Improvement"
    assert found("EFF013", title, "In mice FRX-101 showed a statistically significant reduction.") == []


def test_a_list_item_may_have_its_statistic_in_the_item_below() -> None:
    assert found("EFF013", "* FRX-101 significantly reduced pain scores\n\n* Difference 3.1 (p=0.004)") == []


def test_a_cleared_device_is_not_an_investigational_one() -> None:
    told = {"product": "device"}
    assert found("EFF001", "The implant has been shown to be effective.", "The implant is FDA-cleared.", release=told) == []
    assert severities("EFF001", "The implant has been shown to be effective.", release=told) == ["error"]


# --- non-inferiority and practice -------------------------------------------------------------------------------------
def test_a_margin_anywhere_supports_non_inferiority() -> None:
    claim = "FRX-101 was found to be non-inferior to tablets."
    assert severities("EFF007", claim) == ["info"]
    assert found("EFF007", claim, "The non-inferiority margin was 10 points.") == []


@pytest.mark.parametrize(
    "sentence", ["Clinicians should now consider FRX-101.", "The data are practice-changing.", "FRX-101 should be used first."]
)
def test_a_call_on_physicians_is_a_warning(sentence: str) -> None:
    assert severities("EFF022", sentence) == ["warning"]


def test_a_label_s_instruction_is_no_recommendation_of_the_release() -> None:
    assert found("EFF022", "Physicians should consider the label before treating pregnant women.") == []


# --- where a miss is told ---------------------------------------------------------------------------------------------
MISS = "LYRA did not meet its primary endpoint of response at week 24."


def test_a_miss_in_the_third_paragraph_is_late_and_in_the_sixth_an_error() -> None:
    assert severities("EFF003", "It is a tablet.", MISS, lead=BARE) == ["warning"]
    assert severities("EFF003", *["It is a tablet."] * 4, MISS, lead=BARE) == ["error"]


def test_what_is_told_before_a_miss_in_its_favour_is_a_related_place() -> None:
    (finding,) = found("EFF003", "FRX-101 met its secondary endpoints. " + MISS, lead=BARE)
    assert "favourable" in finding.message
    assert [place.label for place in finding.related] == ["told before it"]


def test_a_miss_that_headline_or_first_paragraphs_tell_is_not_buried() -> None:
    assert found("EFF003", MISS, lead=BARE) == []
    assert found("EFF003", "It is a tablet.", MISS, headline=HEADLINE + ": Primary Endpoint Not Met", lead=BARE) == []


def test_a_release_that_tells_no_miss_buries_none() -> None:
    assert found("EFF003") == []
