"""Statistics checks: what the examples of the rules do not show."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from prlint.checks import statistics
from prlint.config import settings_from
from prlint.document import read
from prlint.engine.model import Hit
from prlint.release import parse
from prlint.release.model import Release

Check = Callable[[Release], Iterable[Hit]]
LEAD = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics today announced results. "


def release(text: str, **told: Any) -> Release:
    return parse(read(text.encode(), "example.txt"), settings_from({"release": told}))


def hits(check: Check, text: str, **told: Any) -> list[Hit]:
    return list(check(release(text, **told)))


def quotes(check: Check, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(check, text)]


@pytest.mark.parametrize(
    "text",
    [
        "FRX-101 met its primary endpoint, a significant reduction in attacks (p<0.001), and improved quality of life (p=0.09).",
        "FRX-101 met both co-primary endpoints (p=0.012 and p=0.034), and improved pain (p=0.2).",
        "Although the primary endpoint was not met, FRX-101 significantly reduced hospitalizations (p=0.003).",
        "Although the primary endpoint was not met, hospitalizations were fewer (p=0.003).",
        "The study did not meet its primary endpoint; a post hoc analysis in carriers showed a benefit (p=0.02).",
        "Results were statistically significant for the high dose (p=0.004) and not significant for the low dose (p=0.14).",
        "The result was not significant at the pre-specified alpha of 0.025 (p=0.031).",
        "The improvement was statistically significant (p=0.08) at the significance level of 0.10.",
        "A trend toward significance was seen (p=0.07).",
        "FRX-101 was non-inferior and met its primary endpoint (p=0.62).",
        "Statistical significance was defined as p<0.05; the result was not significant (p=0.11).",
        "The difference was statistically significant (p=0.05).",
        "The trial is powered to detect a statistically significant difference (p=0.2 at interim).",
        "The two arms did not differ (one-sided p=0.04).",
        "The improvement was statistically significant. The p value in women was 0.3 (p=0.3).",
        "The arms were alike (p=0.6). The Company reported a statistically significant gain in 2025.",
    ],
)
def test_a_p_value_that_no_claim_governs_or_that_agrees_is_passed_over(text: str) -> None:
    assert hits(statistics.p_value_contradicts_claim, text) == []


@pytest.mark.parametrize(
    ("text", "side", "claim"),
    [
        ("FRX-101 showed a significant gain (from 4.1±1.2 to 6.3±2.0 points; P=0.12) in walking.", "above", "significant gain"),
        ("The gain was statistically significant (p>0.05).", "above", "statistically significant"),
        ("The gain was statistically significant (p<0.1).", "above", "statistically significant"),
        ("The result (p=0.003) was not statistically significant.", "below", "was not statistically significant"),
        ("It failed to meet its primary endpoint (hazard ratio = 0.93; p=0.0041).", "below", "failed to meet"),
        ("The difference was not significant (p<0.01).", "below", "was not significant"),
        (
            "Ferrant Met Primary Endpoint, With a Highly Statistically Significant Gain vs. Placebo, p=0.44",
            "above",
            "Statistically Significant",
        ),
    ],
)
def test_a_contradiction_names_its_claim_as_a_related_place(text: str, side: str, claim: str) -> None:
    (hit,) = hits(statistics.p_value_contradicts_claim, text)
    assert hit.values["side"] == side
    assert str(hit.values["claim"]).startswith(claim)
    assert text[slice(*hit.related[0][0])] == hit.values["claim"]


def test_a_declared_level_moves_the_line() -> None:
    text = "The one-sided significance level was 0.10. FRX-101 led to a statistically significant gain (p={}). "
    assert hits(statistics.p_value_contradicts_claim, text.format("0.08")) == []
    assert hits(statistics.p_value_contradicts_claim, text.format("0.12"))[0].values["level"] == "0.1"


@pytest.mark.parametrize(
    "text",
    [
        "The response rate was 45% vs. 30% (95% CI for the difference, 3% to 27%).",
        "The risk was reduced by 28% (95% CI 0.59-0.88).",
        "Mean HbA1c fell by 1.2% (95% CI −1.5 to −0.9).",
        "The share was 0.29 (95% CI 13 to 51).",
        "The response rate was 36.4% (8/22; 95% CI 0.17-0.59).",
        "HR 0.65 (95% CI: 0.646-0.80).",
        "The 95% CI was wide.",
        "The bound of the 95% CI of 0.5 was met.",
        "Median survival (95% CI) was NE (3.1-NE).",
    ],
)
def test_an_interval_that_may_hold_its_estimate_is_passed_over(text: str) -> None:
    assert hits(statistics.estimate_outside_ci, text) == []


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("The rate was 36.4% (8/22; 95% CI 40-59).", ""),
        ("Median change was -35% (range: 80 to 22%).", "reversed"),
        ("The median was 22.1 months (95% CI: 31.4–not evaluable).", ""),
        ("Median, months (95% CI) 2.5 (2.9-NE) 6.0 (4.5-8.2)", ""),
        ("Titer 1310.2 2401.7 95% CI (988.0,1201.5 ) (2190.3, 2633.5 )", ""),
    ],
)
def test_an_interval_that_cannot_is_reported_in_every_form(text: str, variant: str) -> None:
    assert [hit.variant for hit in hits(statistics.estimate_outside_ci, text)] == [variant]


def test_an_interval_of_no_ratio_and_no_difference_has_no_null() -> None:
    assert hits(statistics.ci_crosses_null_significance, "A significant gain of 3.2 points (95% CI -1.0 to 7.4) was seen.") == []


@pytest.mark.parametrize("level", ["80% CI", "one-sided 95% CI"])
def test_an_interval_of_another_kind_does_not_contradict_significance(level: str) -> None:
    text = f"FRX-101 significantly improved survival (HR 0.80; {level} 0.60-1.20)."
    assert hits(statistics.ci_crosses_null_significance, text) == []


def test_significance_in_the_next_sentence_governs_the_last_interval() -> None:
    text = "Survival was longer (HR 0.79; 95% CI 0.52-1.19). This is a statistically significant result."
    assert quotes(statistics.ci_crosses_null_significance, text) == ["95% CI 0.52-1.19"]


@pytest.mark.parametrize(
    "text",
    [
        "FRX-101 reduced death by 27% and progression by 41% (hazard ratios of 0.73 and 0.59, respectively).",
        "FRX-101 reduced the risk of death by 18% (HR 0.82) and of relapse by 32% (HR 0.68).",
        "FRX-101 reduced weight by 12%; the hazard ratio for death was 0.90.",
        "FRX-101 reduced the risk of death by about 40% (HR 0.63).",
        "FRX-101 reduced the risk of death by 35% (HR 1.35).",
        "FRX-101 reduced the risk of relapse by 40% (odds ratio 0.45).",
    ],
)
def test_a_percentage_that_restates_no_ratio_is_passed_over(text: str) -> None:
    assert hits(statistics.hr_vs_percent_reduction, text) == []


def test_a_wrong_reduction_offers_the_right_one() -> None:
    text = "FRX-101 reduced the risk of death by 45% (HR 0.65)."
    (hit,) = hits(statistics.hr_vs_percent_reduction, text)
    (edit,) = hit.edits
    assert (text[edit.start : edit.end], edit.text, edit.safe) == ("45", "35", False)


@pytest.mark.parametrize(
    "text",
    [
        "More than 90% of patients (47 of 50) and up to 20% (2 of 12) responded.",
        "A response was seen in about 34% (33 of 100).",
        "Of 60 patients on FRX-101 and 20 on placebo, 6 patients (10%) and 1 patient (5%) withdrew.",
        "One patient (0%) withdrew, and 12 of 0 responded.",
    ],
)
def test_a_bound_an_approximation_and_two_arms_are_passed_over(text: str) -> None:
    assert hits(statistics.count_percent_mismatch, text) == []


def test_a_total_that_the_paragraph_gave_is_used() -> None:
    text = "Among 150 patients, rash was common (41%). Twelve ({}%) patients withdrew."
    assert hits(statistics.count_percent_mismatch, text.format(8)) == []
    assert hits(statistics.count_percent_mismatch, text.format(18))[0].values["total"] == 150


def test_a_row_of_a_table_is_held_against_the_arms_of_its_heading() -> None:
    text = "Arm A (N = 210) Arm B (N = 205) Attack 9 (4.3%) 8 ({}%) Severe 1 (0.5%) 2 (1.0%) 0"
    assert hits(statistics.count_percent_mismatch, text.format("3.9")) == []
    assert quotes(statistics.count_percent_mismatch, text.format("9.3")) == ["8 (9.3%)"]


def test_a_p_of_zeros_is_offered_as_the_least_value_with_its_decimals() -> None:
    (hit,) = hits(statistics.impossible_p, "The gain was significant (p=0.0000).")
    assert hit.edits[0].text == "p<0.0001"
    assert hits(statistics.impossible_p, "The gain was significant (p=0).")[0].edits == ()


def test_a_posterior_probability_is_no_p_value() -> None:
    assert hits(statistics.impossible_p, "The posterior probability (p = 1.2) was wrong.") == []


@pytest.mark.parametrize(
    "text", ["Exposure was 130% of that in adults.", "Sales rose to 150% of patients expected.", "Vaccine efficacy was -7.9%."]
)
def test_what_may_exceed_one_hundred_percent_is_passed_over(text: str) -> None:
    assert hits(statistics.percent_out_of_range, text) == []


def test_a_weekday_without_a_year_is_read_in_the_year_of_the_release() -> None:
    wrong = hits(statistics.impossible_or_inconsistent_date, LEAD + "The call is on Friday, March 11 at 8:30 a.m.")
    assert [hit.severity for hit in wrong] == ["warning"]
    assert "Thursday" in str(wrong[0].values["why"])
    assert hits(statistics.impossible_or_inconsistent_date, LEAD + "The call is on Thursday, March 11 at 8:30 a.m.") == []
    assert hits(statistics.impossible_or_inconsistent_date, "The call is on Friday, March 11 at 8:30 a.m.") == []


def test_data_cannot_be_cut_off_after_the_release() -> None:
    text = LEAD + "As of the data cut-off date of {}, 40 patients were enrolled."
    assert len(hits(statistics.impossible_or_inconsistent_date, text.format("May 1, 2027"))) == 1
    assert hits(statistics.impossible_or_inconsistent_date, text.format("January 15, 2027")) == []


def test_the_dateline_is_held_against_the_configured_date() -> None:
    text = "Ferrant Reports Results\n\n" + LEAD
    (hit,) = hits(statistics.impossible_or_inconsistent_date, text, date=dt.date(2027, 3, 5))
    assert "2027-03-05" in str(hit.values["why"])
    assert hits(statistics.impossible_or_inconsistent_date, text, date=dt.date(2027, 3, 4)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The trial enrolled 212 patients (104 in the US and 96 in Europe).",
        "In total 240 patients were randomized to FRX-101 10 mg (n=80), FRX-101 20 mg (n=81) or placebo (n=79).",
        "About 300 patients, of whom 290 were randomized to FRX-101 (n=145) or placebo (n=140).",
        "Among the 150 patients, those for 82 treatment-naive patients and 68 previously treated patients were 30 and 21, respectively.",
    ],
)
def test_arms_that_add_up_or_are_not_all_listed_are_passed_over(text: str) -> None:
    assert hits(statistics.arm_sizes_do_not_sum, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Among the 140 patients, those for 82 treatment-naive patients and 68 previously treated patients were 30 and 21, respectively.",
        "Number of Participants (451) Arm A (N = 210) Arm B (N = 205)",
    ],
)
def test_arms_of_a_list_and_of_a_table_are_added_up(text: str) -> None:
    assert len(hits(statistics.arm_sizes_do_not_sum, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Expenses were $12.3 million for the quarter compared to $15.1 million for the year before, a decrease of $2.8 million, or 19%.",
        "Net loss was $10.1 million, up 15% from $8.8 million a year ago.",
        "Sales increased 24% from $50.1 million to $62.0 million and grew by $1.1 billion, or 9%, to $13.4 billion.",
        "Sales were $1.2 billion, an increase of $200.0 million or 20%.",
        "FRX-101 showed a 30% relative reduction in events compared to placebo (14% vs. 20%).",
        "FRX-101 showed an 72% reduction, representing 1.11 doses per patient vs. 4.0 doses projected.",
        "Survival was 15.2 months versus 11.1 months, a model-adjusted difference of 3.0 months.",
        "The rate was 48% on 20 mg versus 30% on placebo, a difference of 18 points.",
    ],
)
def test_a_difference_that_its_values_allow_is_passed_over(text: str) -> None:
    assert hits(statistics.difference_misstated, text) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "Sales were $8,450 million in 2026 compared to $7,120 million in 2025. The increase of $1,303 million, or 19%, came late.",
            "$1,303 million",
        ),
        ("Sales were $52.0 million, up 81% compared to $44.1 million a year ago.", "81"),
        ("Receipts decreased 19% from $2,150 million to $1,960 million.", "19"),
        ("Sales increased $3.1 million or 81.4% (18.9% at constant currency) to $20.1 million.", "81.4"),
        ("Decline was 210 ml with FRX-101 compared to 290 ml with placebo (placebo-corrected difference of 180 ml).", "180"),
        ("FRX-101 showed an 81% reduction, representing 0.35 doses per patient vs. 5.0 doses projected.", "81"),
    ],
)
def test_a_difference_that_they_do_not_is_reported(text: str, stated: str) -> None:
    (hit,) = hits(statistics.difference_misstated, text)
    assert hit.values["stated"] == stated


@pytest.mark.parametrize(
    "text",
    [
        "The time to response was reduced from 4 months to 6 weeks, and the score decreased from -2.1 to 1.0.",
        "A lower rate of relapse was seen with FRX-101 (12%) compared to placebo (24%).",
        "Placebo patients had an increased risk of flare (HR 1.64) and FRX-101 lowered the risk (HR 0.7).",
        "There was a reduced risk of death (HR 1.35 for placebo versus drug).",
        "Pain increased from 4 to 4 points.",
    ],
)
def test_a_direction_that_the_numbers_share_is_passed_over(text: str) -> None:
    assert hits(statistics.direction_contradiction, text) == []


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("A lower proportion of severe cases was seen with FRX-101 (9%) compared to placebo (3%).", "a rise"),
        ("FRX-101 led to a 19% increase in falls compared to placebo (21% versus 30%).", "a fall"),
        ("The margin was 51% for the quarter, down from 46% a year ago.", "a rise"),
        ("Receipts increased 9% from $2,150 million to $1,960 million.", "a fall"),
        ("FRX-101 was associated with an increased risk (HR 0.74; 95% CI 0.58 to 0.94).", "a fall"),
    ],
)
def test_a_direction_that_they_do_not_is_reported(text: str, way: str) -> None:
    (hit,) = hits(statistics.direction_contradiction, text)
    assert hit.values["way"] == way


STALE = "Ferrant Reports Results\n\n" + LEAD


@pytest.mark.parametrize(
    "text",
    [
        "We plan to submit the application by the end of 2026.",
        "Ferrant expects to start the trial in the second half of 2026.",
        "Enrollment is expected to be completed in January 2027.",
        "The meeting will take place on March 1, 2027.",
        "Ferrant anticipates approval in early 2026.",
    ],
)
def test_a_time_that_is_over_is_not_to_come(text: str) -> None:
    assert len(hits(statistics.stale_future_date, STALE + text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We plan to submit the application by the end of 2027.",
        "Ferrant expects to extend the trial that it began in 2025.",
        "Ferrant expects revenue to grow compared to 2025.",
        "Ferrant expects data in mid-2027 and approval in fiscal 2026.",
        "The data were expected in January 2026.",
        "The trial started in 2025 and will read out in March 2027.",
        "Ferrant will not comment on it (see the release of May 4, 2026).",
    ],
)
def test_a_time_that_is_not_over_or_is_of_something_else_is_passed_over(text: str) -> None:
    assert hits(statistics.stale_future_date, STALE + text) == []


def test_without_a_date_of_the_release_nothing_is_stale() -> None:
    assert hits(statistics.stale_future_date, "We plan to submit the application by the end of 2006.") == []
