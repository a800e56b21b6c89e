"""What results are held against, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse
from tests.checks.test_framing import DISEASE

HEADLINE = "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial of FRX-101 in Lupus"
LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a "
    "Phase 2 trial of FRX-101, an investigational therapy, in adults with lupus. LYRA met its primary endpoint."
)


def found(code: str, *paragraphs: str, lead: str = LEAD, headline: str = HEADLINE) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, lead, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from({}))
    return findings_of(rule, release) if applies(rule, release.profile) else []


def severities(code: str, *paragraphs: str, lead: str = LEAD, headline: str = HEADLINE) -> list[str]:
    return [finding.severity for finding in found(code, *paragraphs, lead=lead, headline=headline)]


# --- a control --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "FRX-101 reduced flares by 40% compared to baseline.",
        "FRX-101 reduced flares by 40% versus historical rates.",
        "Flares were reduced by 40%, for better disease control.",
    ],
)
def test_a_baseline_a_historical_rate_and_the_control_of_a_disease_are_no_control_group(sentence: str) -> None:
    assert severities("EFF014", sentence) == ["warning"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("FRX-101 reduced flares by 40%.", "About the LYRA Trial\n\nLYRA was an open-label study in 30 adults."),
        ("FRX-101 reduced flares by 40%, with 12 receiving FRX-101 and 10 undergoing the usual therapy.",),
        ("In mice FRX-101 reduced flares by 40%.",),
        ("The assay had high sensitivity and specificity, and flares were reduced by 40%.",),
        ("The trial is designed to show whether flares are reduced by 40%.",),
        ("The trial enrolled 40 adults.",),
    ],
)
def test_a_design_told_anywhere_and_what_is_no_effect_in_patients_are_left_alone(paragraphs: tuple[str, ...]) -> None:
    assert found("EFF014", *paragraphs) == []


# --- animals ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "paragraph",
    [
        "In mice the compound eliminated tumors, which proves that it will cure patients with lung cancer.",
        "Preclinical studies confirm that FRX-101 is safe in humans.",
        "Preclinical work is complete. FRX-101 prevents stroke.",
        "In rats FRX-101 restored hearing, and it will help people with deafness.",
    ],
)
def test_a_leap_from_animals_to_patients_is_a_warning(paragraph: str) -> None:
    assert severities("EFF016", paragraph) == ["warning"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "In mice FRX-101 prevents colitis.",
        "In mice the compound eliminated tumors, and it may help patients with cancer.",
        "In mice it eliminated tumors. Such results may not be predictive, and whether it will cure patients is unknown.",
        "Preclinical studies are done. We hope that FRX-101 prevents stroke.",
        "In a Phase 2 trial and in mice FRX-101 showed efficacy in patients.",
        "FRX-101 will help patients with lupus.",
        "Preclinical data do not show that FRX-101 prevents stroke.",
        "Poster title: Preclinical Work Shows That FRX-101 Prevents Stroke",
    ],
)
def test_animal_results_told_of_animals_hopes_and_caveats_are_left_alone(paragraph: str) -> None:
    assert found("EFF016", paragraph) == []


# --- other trials -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("The response rate was higher than that reported for Korvel.", ["warning"]),
        ("Survival compares favorably with results published for existing drugs.", ["warning"]),
        ("FRX-101 is more effective than other approved therapies.", ["warning"]),
        ("Response rates outperformed existing treatments.", ["warning"]),
        ("The response rate was 40%, versus historical rates of 12%.", ["warning"]),
        ("These results compare favorably to published data for Korvel.", ["warning"]),
        ("The response was nearly double the historical rate with standard therapy.", ["warning"]),
        ("The response rate on placebo was greater than that observed in other trials.", ["info"]),
        ("FRX-101 may be more effective than existing therapies.", ["info"]),
        ("Response was better than that observed in the Phase 1 trial.", ["info"]),
    ],
)
def test_a_comparison_across_trials_is_a_warning_and_one_with_an_own_trial_or_a_hope_an_info(sentence: str, severity: list[str]) -> None:
    assert severities("EFF017", sentence) == severity


@pytest.mark.parametrize(
    "sentence",
    [
        "Response rates were higher than those observed in the placebo arm.",
        "Response rates were higher than those seen with Korvel. Patients received FRX-101 versus Korvel.",
        "No head-to-head trial was made; response was higher than that reported for Korvel.",
        "Response rates were higher than those observed at baseline.",
        "Sales were higher than those reported for existing drugs.",
        "In mice FRX-101 was more potent than existing drugs.",
        "FRX-101 has not been shown to be more effective than existing therapies.",
        "The trial will evaluate whether FRX-101 is more effective than existing therapies.",
        "Enrolment in the trial was faster than that seen for other drugs.",
    ],
)
def test_arms_caveats_money_animals_and_questions_are_no_comparison_across_trials(sentence: str) -> None:
    assert found("EFF017", sentence) == []


def test_a_comparison_in_a_release_without_results_is_an_info() -> None:
    headline = "Ferrant Bio Appoints Jo Lind as Chief Medical Officer"
    lead = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today appointed Jo Lind as Chief Medical Officer."
    assert severities("EFF017", "Response was twice that reported for Korvel.", headline=headline, lead=lead) == ["info"]


# --- other uses -------------------------------------------------------------------------------------------------------
SOLD = "Ferrant Bio Reports Topline Results of Phase 3 LYRA Trial of KORVEL in {}"
SOLD_LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of its Phase 3 LYRA trial "
    "of KORVEL® (feralimab). LYRA met its primary endpoint."
)


@pytest.mark.parametrize(
    ("disease", "paragraphs", "severity"),
    [
        ("Lupus", ("KORVEL is approved for the treatment of psoriasis.",), ["warning"]),
        ("Lupus", ("About KORVEL\n\nKORVEL is marketed in Europe for psoriasis.",), ["warning"]),
        ("Lupus", ("KORVEL is marketed in Europe as an injection.",), ["info"]),
        ("Lupus", ("The Phase 3 trial was in adults. KORVEL is approved for psoriasis.",), ["info"]),
        ("Lupus", ("KORVEL is approved for psoriasis, and its use in lupus is investigational.",), []),
        ("Lupus", ("KORVEL is approved for psoriasis and lupus.",), []),
        ("Lupus", ("Ocuvane is approved for psoriasis.",), []),
        ("Frailty", ("KORVEL is approved for the treatment of frail people.",), []),
        ("Previously Untreated Lupus", ("KORVEL is approved for lupus in patients who previously received prednisone.",), ["warning"]),
    ],
)
def test_results_in_another_use_than_the_approved_one_want_a_word_on_it(
    disease: str, paragraphs: tuple[str, ...], severity: list[str]
) -> None:
    assert severities("EFF020", *paragraphs, headline=SOLD.format(disease), lead=SOLD_LEAD) == severity


def test_a_product_that_the_drug_was_combined_with_is_not_the_one_studied() -> None:
    lead = LEAD.replace("FRX-101, an", "FRX-101 plus feralimab, an")
    assert found("EFF020", "Feralimab is approved for psoriasis.", lead=lead) == []
