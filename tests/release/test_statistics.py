"""Reported results as they are written."""

from typing import Any

import pytest

from prlint.document import read
from prlint.release import parse


def facts(text: str, form: str) -> list[tuple[str, dict[str, Any]]]:
    """What a form's facts cover and hold, without their form."""
    release = parse(read(text.encode(), "example.txt"))
    found = [fact for fact in release.facts_of("statistic") if fact.value["form"] == form]
    return [(release.text[fact.start : fact.end], {k: v for k, v in fact.value.items() if k != "form"}) for fact in found]


def values(text: str, form: str) -> list[dict[str, Any]]:
    return [value for _, value in facts(text, form)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(p=0.03)", {"relation": "=", "number": "0.03"}),
        ("(P < .001)", {"relation": "<", "number": ".001"}),
        ("(p≤0.05)", {"relation": "≤", "number": "0.05"}),
        ("p-value of 0.42", {"relation": "=", "number": "0.42"}),
        ("a p-value less than 0.001", {"relation": "<", "number": "0.001"}),
        ("(one-sided p = 0.024)", {"relation": "=", "number": "0.024", "sided": "one"}),
        ("(nominal p=0.02)", {"relation": "=", "number": "0.02", "nominal": True}),
        ("(_P_ <.0001)", {"relation": "<", "number": ".0001"}),
        ("(p=1.2x10-4)", {"relation": "=", "number": "1.2x10-4"}),
        ("(p=0,03)", {"relation": "=", "number": "0,03"}),
        ("(p=NS)", {"relation": "=", "number": "NS"}),
        ("(p = n.s.)", {"relation": "=", "number": "n.s."}),
        ("(P value, .03)", {"relation": "=", "number": ".03"}),
        ("(p-value: 0.19)", {"relation": "=", "number": "0.19"}),
        ("(p for trend = 0.02)", {"relation": "=", "number": "0.02"}),
    ],
)
def test_a_p_value_keeps_its_relation_and_its_decimals(text: str, value: dict[str, Any]) -> None:
    assert values(f"A gain was seen with FRX-101 {text}.", "p") == [value]


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("a change of -1.5 (SE 0.2)", "mean", {"mean": "-1.5", "spread": "0.2", "kind": "SE"}),
        ("a change of −1.5 points (standard error, 0.2)", "mean", {"mean": "−1.5", "spread": "0.2", "unit": "points", "kind": "SE"}),
        ("5.9±2.0 at baseline", "mean", {"mean": "5.9", "spread": "2.0", "kind": "±"}),
        ("45.2 versus 38.1 months", "comparison", {"first": "45.2", "second": "38.1", "unit": "months"}),
        ("48% compared with 30%", "comparison", {"first": "48", "second": "30", "unit": "%"}),
        ("a difference of 18 percentage points", "difference", {"points": "18", "unit": "percentage points"}),
        ("median OS of 21.4 months", "median", {"of": "OS", "median": "21.4", "unit": "months", "reached": True}),
        ("median overall survival was not reached", "median", {"of": "overall survival", "reached": False}),
        (
            "median PFS was 9.2 vs. 5.6 months",
            "median",
            {"of": "PFS", "median": "9.2", "against": "5.6", "unit": "months", "reached": True},
        ),
    ],
)
def test_values_that_stand_for_themselves_are_read(text: str, form: str, value: dict[str, Any]) -> None:
    assert values(f"The trial showed {text} with FRX-101.", form) == [value]


@pytest.mark.parametrize("text", ["mutations of p53", "p = None", "the n=30 cohort", "Top 10"])
def test_what_only_looks_like_a_p_value_is_none(text: str) -> None:
    assert values(f"We saw {text} in the trial.", "p") == []


@pytest.mark.parametrize(
    ("text", "low", "high", "estimate"),
    [
        ("HR 0.65 (95% CI: 0.50-0.84)", "0.50", "0.84", "0.65"),
        ("hazard ratio of 0.21 (95% CI: 0.13, 0.34; p<0.001)", "0.13", "0.34", "0.21"),
        ("0.72 HR, 0.60-0.87 95% CI", "0.60", "0.87", "0.72"),
        ("HR: 1.04; 95% CI – 0.79 to 1.37", "0.79", "1.37", "1.04"),
        ("a difference of -2.9 (95% CI, –4.0 to –1.8)", "–4.0", "–1.8", "-2.9"),
        ("a rate of 31% [0.17, 0.49]", "0.17", "0.49", "31"),
        ("a gain of 7.40 (SE, 1.52; 95% CI, 4.4-10.4) letters", "4.4", "10.4", "7.40"),
        (
            "a median of 14.0 months with FRX-101 and 9.3 months in the group treated with placebo alone [95% CI: 7.7–11.9]",
            "7.7",
            "11.9",
            None,
        ),
        ("survival was 65% at 12 months (95% CI 58-71)", "58", "71", "65"),
        ("a rate of 34% with FRX-101 versus 18% with placebo (95% CI 6 to 26)", "6", "26", None),
        ("a gain in 40 patients (95% CI 6 to 26)", "6", "26", None),
        ("medians of 5.0 and 7.0 months (95% CI 3.5-6.0 and 5.5-9.0, respectively)", "3.5", "6.0", None),
        ("a gain at week 12 (95% CI 6 to 26)", "6", "26", None),
        ("a gain with FRX-101 (95% CI 6 to 26)", "6", "26", None),
    ],
)
def test_an_interval_is_bound_to_its_estimate_or_to_nothing(text: str, low: str, high: str, estimate: str | None) -> None:
    first = values(f"The trial found {text}.", "interval")[0]
    assert (first["low"], first["high"], first.get("estimate")) == (low, high, estimate)


def test_an_open_bound_is_told_and_has_no_number() -> None:
    assert values("The median was 36.4 months (95% CI: 28.9, not estimable [NE]).", "interval") == [
        {"low": "28.9", "level": "95", "open": True, "estimate": "36.4", "unit": "months"}
    ]


def test_a_count_before_an_interval_stands_for_its_percentage() -> None:
    value = values("The response rate was 24% (12/50; 95% CI: [13.1, 38.2]).", "interval")[0]
    assert (value["count"], value["total"], value["unit"]) == ("12", "50", "%")


def test_a_row_of_numbers_is_bound_to_the_row_of_intervals_behind_it() -> None:
    found = values("Titer 1089.5 2401.7 95% CI (988.0,1201.5 ) (2190.3, 2633.5 ) at Day 28", "interval")
    assert [value["estimate"] for value in found] == ["1089.5", "2401.7"]


def test_cells_under_a_heading_with_an_interval_are_intervals() -> None:
    found = values("Median, months (95% CI)\t6.3 (2.9-NE)\t6.0 (4.5-8.2)", "interval")
    assert [(value["estimate"], value["low"], value.get("high")) for value in found] == [("6.3", "2.9", None), ("6.0", "4.5", "8.2")]


@pytest.mark.parametrize("text", ["95% CI 0,39-0,65", "95% CI 1.2.3-4.5.6"])
def test_bounds_that_go_on_are_not_read(text: str) -> None:
    assert values(f"The result was ({text}).", "interval") == []


@pytest.mark.parametrize(
    ("text", "measure", "estimate"),
    [
        ("hazard ratio for progression or death was 0.62", "HR", "0.62"),
        ("hazard ratio [HR] 0.24", "HR", "0.24"),
        ("OR = 2.4", "OR", "2.4"),
        ("rate ratio 0.71", "IRR", "0.71"),
        ("hazard ratio for death with FRX-101 versus placebo was 0.80", "HR", "0.80"),
        ("relative risk of 1.08", "RR", "1.08"),
    ],
)
def test_a_ratio_has_a_measure_and_an_estimate(text: str, measure: str, estimate: str) -> None:
    assert values(f"We found {text}.", "ratio") == [{"measure": measure, "estimate": estimate}]


def test_a_ratio_tells_the_interval_and_the_p_value_that_follow_it() -> None:
    value = values("The result was HR 0.65 (95% CI: 0.50-0.84; p=0.0012).", "ratio")[0]
    assert value["interval"] == {"level": "95", "low": "0.50", "high": "0.84"}
    assert value["p"] == {"relation": "=", "number": "0.0012"}


@pytest.mark.parametrize(
    "text", ["HR-MDS patients with TP53", "HR+/HER2- disease", "Pr(HR < 1)", "an HR of 20% or more", "one or 2 visits"]
)
def test_what_only_looks_like_a_ratio_is_none(text: str) -> None:
    assert values(f"We looked at {text}.", "ratio") == []


@pytest.mark.parametrize(
    ("text", "count", "total", "percent"),
    [
        ("12 of 40 patients (30%) responded", "12", "40", "30"),
        ("30% (12/40) of patients responded", "12", "40", "30"),
        ("a 38% ORR (N= 19/ 50) was seen", "19", "50", "38"),
        ("eleven out of 14 patients had a response, for an overall response rate of ~79%", "11", "14", "79"),
        ("35 percent (n=28) of patients in the study (n=80) were alive", "28", "80", "35"),
        ("1,204 of 2,408 patients, or 50%, responded", "1204", "2408", "50"),
        ("twenty-three of 46 adults (50%) responded", "23", "46", "50"),
    ],
)
def test_a_count_tells_the_percentage_beside_it(text: str, count: str, total: str, percent: str) -> None:
    value = values(f"In the trial, {text}.", "count")[0]
    assert (value["count"], value["total"], value["percent"]) == (count, total, percent)


@pytest.mark.parametrize(
    "text",
    [
        "grade 3/4 neutropenia (12%)",
        "a blood pressure of 120/80 mmHg (95%)",
        "the 2014/15 season (30%)",
        "ISO 13485/2016 (30%)",
        "a 2/1 randomization (30%)",
        "12 of 40 patients (95% CI 15-40)",
        "a ≥50% reduction in score (12/30)",
        "18% versus placebo (12/30)",
    ],
)
def test_what_is_no_share_has_no_percentage(text: str) -> None:
    assert all("percent" not in value for value in values(f"The trial had {text}.", "count"))


def test_a_percentage_tells_whom_it_is_of_and_whether_it_is_exact() -> None:
    assert values("About 40% of treated patients and 12% responded (95% CI 3-20).", "percentage") == [
        {"percent": "40", "approximate": True, "noun": "patients"},
        {"percent": "12"},
    ]


def test_a_reduction_tells_its_direction_and_what_of() -> None:
    assert values("It reduced the risk of death by 35% and led to 20% lower odds and a 12% increase in weight.", "reduction") == [
        {"percent": "35", "direction": "down", "noun": "risk"},
        {"percent": "20", "direction": "down", "noun": "odds"},
        {"percent": "12", "direction": "up"},
    ]


def test_a_size_is_in_digits_and_a_fraction_is_no_size() -> None:
    assert values("FRX-101 (n=1,204) or placebo (N = 30); N=3/30.", "size") == [{"n": "1204"}, {"n": "30"}]


def test_facts_cover_what_they_were_read_from() -> None:
    text = "The rate was 30% (12/40), HR 0.65 (95% CI 0.50-0.84; p=0.001)."
    assert [words for form in ("count", "ratio", "interval", "p") for words, _ in facts(text, form)] == [
        "30% (12/40",
        "HR 0.65",
        "95% CI 0.50-0.84",
        "p=0.001",
    ]
