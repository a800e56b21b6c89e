"""How results are framed, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial of FRX-101 in Lupus"
DATELINE = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a randomized "
    "Phase 2 trial of FRX-101, an investigational therapy, in adults with lupus. "
)
MISSED = DATELINE + "The trial did not meet its primary endpoint of response at week 24 (p=0.31)."
MET = DATELINE + "The trial met its primary endpoint of response at week 24 (p=0.01)."

# So much is said of medicine in a release about it.
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the disease "
    "of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical care live longer."
)


def found(code: str, *paragraphs: str, lead: str = MISSED, headline: str = HEADLINE) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, lead, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from({}))
    return findings_of(rule, release) if applies(rule, release.profile) else []


def severities(code: str, *paragraphs: str, lead: str = MISSED) -> list[str]:
    return [finding.severity for finding in found(code, *paragraphs, lead=lead)]


# --- praise of a missed trial -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "We are encouraged by the data from this trial.",
        "We are pleased to report encouraging results in several measures.",
        "“The totality of the data supports the potential of FRX-101,” said Jo Lind, Chief Executive Officer.",
        "The results were encouraging.",
        "FRX-101 showed compelling signals of activity.",
        "LYRA was a successful trial.",
        "Although the trial did not meet its primary endpoint, we are encouraged by the totality of the data.",
        "FRX-101 led to a clinically meaningful improvement in fatigue.",
        "The trial provided promising evidence of an effect on fatigue.",
    ],
)
def test_praise_of_a_trial_that_missed_is_a_warning_wherever_it_stands(sentence: str) -> None:
    assert severities("EFF004", sentence) == ["warning"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a deep disappointment that these data do not support FRX-101 as a treatment.",
        "FRX-101 had a favorable safety profile.",
        "We are encouraged by the positive results of an earlier trial, NOVA.",
        "The NOVA trial had positive results.",
        "The results support the decision to discontinue development.",
        "A positive result would have led to a Phase 3 trial, if the endpoint had been met.",
        "FRX-101 binds HER2-positive cells, and further data will follow.",
        "We thank the patients for the successful completion of the study.",
        "In mice FRX-101 had shown encouraging activity.",
        "FRX-101 did not show promising activity.",
        "A prespecified secondary endpoint, fatigue, gave encouraging results (p=0.03).",
        "We keep our strong belief in the data that others will gather.",
    ],
)
def test_candour_safety_other_trials_and_ranked_endpoints_are_no_praise(sentence: str) -> None:
    assert found("EFF004", sentence) == []


def test_praise_names_the_miss_as_a_related_place() -> None:
    (finding,) = found("EFF004", "The results were encouraging.")
    assert [related.label for related in finding.related] == ["the miss"]


def test_praise_in_a_sentence_that_denies_significance_is_an_info() -> None:
    assert severities("EFF004", "There were favorable effects on fatigue, which were not statistically significant.") == ["info"]


def test_praise_beside_another_primary_endpoint_that_was_met_is_an_info() -> None:
    assert severities("EFF004", "NOVA met its primary endpoint.", "We are encouraged by these positive results.") == ["info"]


# --- likeness from a failed test --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sentence",
    [
        "FRX-101 was as effective as prednisone.",
        "Response rates were comparable in both arms, confirming that FRX-101 is active.",
        "FRX-101 showed similar efficacy and is on par with prednisone.",
        "FRX-101 was no worse than prednisone.",
    ],
)
def test_likeness_without_a_test_for_it_is_a_warning(sentence: str) -> None:
    assert "warning" in severities("EFF006", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The safety and efficacy of both doses were similar in exposure.",
        "Response rates were similar on FRX-101 and on placebo.",
        "Patients had similar responses in an earlier trial.",
        "The trial is designed to show equivalent efficacy.",
        "Mice had comparable survival.",
        "The trial did not meet its primary endpoint, as response rates were similar in the arms.",
    ],
)
def test_harms_placebo_other_trials_and_the_miss_itself_are_no_claim_of_likeness(sentence: str) -> None:
    assert found("EFF006", sentence) == []


def test_likeness_that_nothing_is_made_of_is_an_info() -> None:
    assert severities("EFF006", "Response rates were comparable in both arms.") == ["info"]


def test_likeness_is_left_alone_where_no_test_failed_or_one_for_likeness_was_made() -> None:
    assert found("EFF006", "FRX-101 was as effective as prednisone.", lead=MET) == []
    assert found("EFF006", "FRX-101 was as effective as prednisone, and its non-inferiority was shown.") == []


# --- subgroups --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("A subset of patients with early disease had a reduction in flares.", ["warning"]),
        ("Patients with mild disease had a significant benefit (p=0.004).", ["warning"]),
        ("In patients with high interferon, FRX-101 reduced flares by 35%.", ["warning"]),
        ("In a post hoc analysis, survival was significantly longer.", ["error"]),
        ("In a post hoc analysis, survival was longer (nominal p=0.01).", []),
        ("In a post hoc analysis, survival was longer, but not significantly.", []),
        ("In a pre-specified subgroup, 87% responded.", []),
        ("The effect was consistent across all subgroups.", []),
        ("A subgroup of 40 patients will be evaluated for response.", []),
        ("Adverse events were reduced in a subgroup of patients.", []),
        ("T cell subsets were reduced by 40%.", []),
        ("Abstract title: Response in a Subgroup of Patients", []),
    ],
)
def test_a_subgroup_that_did_well_wants_its_label_and_a_post_hoc_p_value_its_caveat(sentence: str, severity: list[str]) -> None:
    assert severities("EFF008", sentence) == severity


def test_a_heading_that_names_a_subgroup_is_reported_for_the_items_below_it() -> None:
    assert severities("EFF008", "Efficacy in subgroup with early disease:\n\n* 80% responded\n\n* 12 weeks to response") == ["warning"]


# --- order ------------------------------------------------------------------------------------------------------------
FIRST = DATELINE + "FRX-101 improved fatigue, a key secondary endpoint."


def test_a_secondary_result_before_the_missed_primary_one_is_a_warning_at_its_place() -> None:
    (finding,) = found("EFF009", "The trial did not meet its primary endpoint.", lead=FIRST)
    assert (finding.severity, finding.related[0].label) == ("warning", "the primary result")


def test_a_secondary_result_after_a_figure_and_before_a_primary_one_that_was_met_is_an_info() -> None:
    lead = DATELINE + "The response rate was 40%. FRX-101 improved fatigue, a key secondary endpoint."
    assert severities("EFF009", "The trial met its primary endpoint of response.", lead=lead) == ["info"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("FRX-101 also improved pain, a secondary endpoint.", "The trial met its primary endpoint."),
        ("The trial met all endpoints.", "It improved pain, a secondary endpoint.", "Its primary endpoint was met."),
        ("Secondary endpoints included improvement in pain.", "The trial met its primary endpoint."),
        ("It met its primary and key secondary endpoints.",),
        ("It improved pain, a secondary endpoint.",),
    ],
)
def test_order_is_right_where_the_primary_result_comes_first_or_is_not_told(paragraphs: tuple[str, ...]) -> None:
    assert found("EFF009", *paragraphs, lead=DATELINE) == []
