"""Rates and what they are of, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Reports Topline Results of Phase 3 LYRA Trial of FRX-101 in Lupus"
LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a randomized "
    "Phase 3 trial of FRX-101, an investigational therapy, in adults with lupus."
)
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the disease "
    "of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical care live longer."
)
QUARTER = "Ferrant Bio Reports Third Quarter 2026 Financial Results"


def found(code: str, *paragraphs: str, headline: str = HEADLINE, lead: str = LEAD, **told: object) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, lead, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from(told))
    return findings_of(rule, release) if applies(rule, release.profile) else []


# --- relative without absolute ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "FRX-101 reduced the risk of relapse by 45% compared with placebo over 12 months (p=0.01).",
        "FRX-101 led to a 3-fold higher rate of remission than placebo.",
        "FRX-101 cut the number of flares by half.",
        "The relative risk reduction of 38% in flares was seen early.",
    ],
)
def test_a_relative_effect_alone_is_reported(text: str) -> None:
    assert [f.severity for f in found("EFF011", text)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "FRX-101 reduced flares by 50%. Flares occurred in 12% of patients on FRX-101 and in 24% on placebo.",
        "Flares occurred in 12% of patients on FRX-101 and in 24% on placebo. FRX-101 thus had 50% fewer flares.",
        "Survival was 12.4 months (n=412; CI 10.9, 13.8) with FRX-101 vs 9.1 months with placebo, a 31% reduction in the risk of death.",
        "FRX-101 lowered antibody levels by 60%.",
        "The trial is designed to show a 30% reduction in flares.",
        "The LYRA team cut its headcount by 40%.",
    ],
)
def test_both_values_laboratory_values_and_aims_are_silent(text: str) -> None:
    assert found("EFF011", text) == []


def test_a_pair_of_values_for_another_outcome_does_not_serve() -> None:
    text = "The score changed by -1.4 on FRX-101 versus -2.0 on placebo. FRX-101 reduced flares by 50%."
    assert len(found("EFF011", text)) == 1


def test_the_product_code_and_the_time_are_not_a_pair_of_values() -> None:
    assert len(found("EFF011", "FRX-101 achieved a 60% reduction in flares compared with placebo over 12 months.")) == 1


def test_several_relative_effects_of_a_sentence_are_one_finding() -> None:
    (finding,) = found("EFF011", "FRX-101 showed a 62% reduction in flares and a 67% reduction in deaths.")
    assert [related.label for related in finding.related] == ["and here"]


def test_a_headline_may_leave_the_rates_to_the_body() -> None:
    headline = "Ferrant Bio Reports Topline Results: FRX-101 Reduced Flares by 50% in Phase 3 LYRA Trial in Lupus"
    rates = "Flares occurred in 12% of patients on FRX-101 and in 24% on placebo."
    assert found("EFF011", rates, headline=headline) == []
    assert len(found("EFF011", "The trial is over.", headline=headline)) == 1


def test_results_recalled_beside_a_quarter_are_an_info() -> None:
    lead = "BOSTON, November 4, 2026 -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported financial results for the third quarter."
    (finding,) = found("EFF011", "In LYRA, FRX-101 reduced flares by 50%.", headline=QUARTER, lead=lead)
    assert finding.severity == "info"
    assert found("EFF011", "Published studies reported a 55% reduction in the risk of death.", headline=QUARTER, lead=lead) == []


# --- shares without a number ---------------------------------------------------------------------------------------------
def test_some_of_the_patients_without_a_number_are_a_warning() -> None:
    (finding,) = found("EFF012", "Of patients who completed the study, 81% of patients were flare-free.")
    assert (finding.severity, "some of the patients" in finding.message) == ("warning", True)
    assert found("EFF012", "Of the 60 patients who completed the study, 81% of patients were flare-free.") == []


def test_a_rate_of_the_whole_trial_inherits_its_number() -> None:
    assert len(found("EFF012", "On FRX-101, 72% of patients responded.")) == 1
    assert found("EFF012", "On FRX-101, 72% of patients responded.", "LYRA enrolled 240 adults.") == []


def test_a_rate_of_an_arm_wants_the_arms() -> None:
    rates = "In all, 34% of patients in the FRX-101 group and 18% of patients in the placebo group responded."
    assert len(found("EFF012", rates, "LYRA enrolled 240 adults.")) == 1
    assert found("EFF012", rates, "LYRA enrolled 240 adults, randomized 2:1 to FRX-101 or placebo.") == []
    assert found("EFF012", rates, "Nausea occurred in 4 of 120 and 6 of 118 patients.") == []


def test_a_rate_of_another_trial_does_not_inherit_a_number() -> None:
    text = "As previously presented, 88% of patients maintained their response."
    assert len(found("EFF012", text, "LYRA enrolled 240 adults.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lupus affects 1% of adults.",
        "By the Kaplan-Meier estimate, 71% of patients live two years.",
        "At baseline, 75% of patients had joint pain.",
        "Flares seen in ≥4% of patients are listed below.",
    ],
)
def test_background_estimates_and_thresholds_want_no_number(text: str) -> None:
    assert found("EFF012", text) == []


# --- primary arms and the other arm --------------------------------------------------------------------------------------
ARMS = "The primary endpoint was remission at week 12. It was seen in 34% of patients on FRX-101 and in 18% on placebo."


def test_primary_values_side_by_side_are_an_info() -> None:
    assert [(f.severity, f.quote[:3]) for f in found("EFF024", ARMS)] == [("info", "34%")]


@pytest.mark.parametrize(
    "more", ["The difference was 16 points.", "The secondary endpoint was met (p=0.01).", "The trial was not powered to compare."]
)
def test_any_comparison_silences(more: str) -> None:
    assert found("EFF024", f"{ARMS} {more}") == []


def test_harms_of_one_arm_are_a_warning() -> None:
    (finding,) = found("SAF008", "Nausea occurred in 12% of patients on FRX-101, and headache in 9%.")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "Nausea occurred in 12% of patients on FRX-101 and in 5% on placebo.",
        "Nausea occurred in 12% of patients on FRX-101. On placebo it was 5%.",
        "Adverse events on FRX-101:\n\n* nausea (12%)\n\n* headache (9%)\n\nOn placebo:\n\n* nausea (5%)",
        "In the open-label extension, nausea occurred in 12% of patients.",
        "Two deaths occurred on FRX-101.",
    ],
)
def test_harms_of_both_arms_extensions_and_counts_are_silent(text: str) -> None:
    assert found("SAF008", text) == []


def test_serious_harms_without_a_count_are_an_info() -> None:
    (finding,) = found("SAF008", "Deaths were reported on FRX-101.")
    assert (finding.severity, "without counting" in finding.message) == ("info", True)


def test_a_trial_with_one_arm_has_no_other_arm() -> None:
    lead = LEAD.replace("a randomized", "a single-arm")
    assert found("SAF008", "Nausea occurred in 12% of patients on FRX-101.", lead=lead) == []
