"""Generated results: what agrees is passed over in every written form, what does not is reported."""

import calendar
from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from prlint.checks import statistics
from prlint.document import read
from prlint.engine.model import Hit
from prlint.release import parse
from prlint.release.model import Release

steady = settings(derandomize=True, max_examples=120, deadline=None, database=None)
Check = Callable[[Release], Iterable[Hit]]


def hits(check: Check, text: str) -> list[Hit]:
    return list(check(parse(read(text.encode(), "example.txt"))))


labels = st.sampled_from(
    [
        "HR ",
        "HR=",
        "HR: ",
        "hazard ratio of ",
        "hazard ratio [HR] ",
        "hazard ratio (HR) = ",
        "odds ratio ",
        "relative risk, ",
        "rate ratio ",
        "hazard ratio for FRX-101 versus placebo was ",
    ]
)
levels = st.sampled_from(["95% CI", "95% confidence interval", "95% confidence interval [CI]", "95 percent CI", "97.5% CI", "95 % CI"])
colons = st.sampled_from([" ", ": ", ", "])
separators = st.sampled_from(["-", "–", " to ", ", ", " - "])
brackets = st.sampled_from([(" (", ")"), (" [", "]"), ("; ", ""), (", ", "")])


def hundredths(number: int) -> str:
    return f"{number // 100}.{number % 100:02}"


@steady
@given(st.integers(20, 180), st.integers(0, 15), st.integers(0, 60), labels, levels, colons, separators, brackets)
def test_an_estimate_inside_its_interval_is_passed_over(
    estimate: int, below: int, above: int, label: str, level: str, colon: str, separator: str, bracket: tuple[str, str]
) -> None:
    interval = f"{level}{colon}{hundredths(estimate - below)}{separator}{hundredths(estimate + above)}"
    text = f"The result was ({label}{hundredths(estimate)}{bracket[0]}{interval}{bracket[1]}) for FRX-101."
    assert hits(statistics.estimate_outside_ci, text) == []


@steady
@given(st.integers(50, 180), st.integers(2, 30), st.integers(1, 40), st.booleans(), labels, levels, colons, separators, brackets)
def test_an_estimate_outside_its_interval_is_reported(
    estimate: int, off: int, width: int, under: bool, label: str, level: str, colon: str, separator: str, bracket: tuple[str, str]
) -> None:
    low, high = (estimate + off, estimate + off + width) if under else (max(estimate - off - width, 1), estimate - off)
    interval = f"{level}{colon}{hundredths(low)}{separator}{hundredths(high)}"
    text = f"The result was ({label}{hundredths(estimate)}{bracket[0]}{interval}{bracket[1]}) for FRX-101."
    assert [hit.variant for hit in hits(statistics.estimate_outside_ci, text)] == [""]


@steady
@given(st.integers(1, 400), st.integers(1, 300), levels, colons, st.sampled_from(["–", " to ", ", "]), st.booleans())
def test_a_difference_may_be_negative_and_so_may_its_bounds(
    tenths: int, width: int, level: str, colon: str, separator: str, wrong: bool
) -> None:
    estimate, low, high = -tenths / 10, -(tenths + width) / 10, -(tenths - min(width, tenths)) / 10 + 0.1
    if wrong:
        low, high = low - 40, low - 2
    interval = f"{level}{colon}{low:.1f}{separator}{high:.1f}"
    text = f"The mean difference was {estimate:.1f} points ({interval}) with FRX-101."
    assert bool(hits(statistics.estimate_outside_ci, text)) == wrong


counts = st.tuples(st.integers(0, 400), st.integers(5, 400)).filter(lambda pair: pair[0] <= pair[1])
shares = st.sampled_from(
    [
        "{k} of {n} patients ({p}%) responded.",
        "{p}% ({k}/{n}) of patients responded.",
        "{k} of {n} patients on FRX-101 ({p}%) responded.",
        "{p}% of patients treated with FRX-101 ({k}/{n}) responded.",
        "{p}% of patients ({k} of {n}) responded.",
        "The response rate was {p}% ({k}/{n}) with FRX-101.",
        "The response rate was {p} percent ({k} out of {n}).",
        "A response was seen in {k}/{n} ({p}%) patients.",
        "Responses were seen in adults ({p}%; {k}/{n}).",
        "A {p}% ORR (N={k}/{n}) was seen.",
    ]
)
roundings = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])


@steady
@given(counts, shares, st.integers(0, 2), roundings)
def test_a_percentage_that_rounds_its_count_is_passed_over(pair: tuple[int, int], form: str, places: int, rounding: str) -> None:
    exact = Decimal(100 * pair[0]) / Decimal(pair[1])
    percent = exact.quantize(Decimal(1).scaleb(-places), rounding=rounding)
    assert hits(statistics.count_percent_mismatch, form.format(k=pair[0], n=pair[1], p=percent)) == []


@steady
@given(counts, shares, st.integers(0, 1), st.integers(3, 60))
def test_a_percentage_that_no_rounding_of_its_count_gives_is_reported(pair: tuple[int, int], form: str, places: int, off: int) -> None:
    exact = 100 * pair[0] / pair[1]
    percent = exact + off if exact < 50 else exact - off
    if not 0 <= percent <= 99.9:
        percent = 50.0
    if abs(percent - exact) < 2:
        percent = exact + 3 if exact < 50 else exact - 3
    found = hits(statistics.count_percent_mismatch, form.format(k=pair[0], n=pair[1], p=f"{percent:.{places}f}"))
    assert len(found) == 1
    assert found[0].edits[0].text == f"{exact:.{places}f}"


reductions = st.sampled_from(
    [
        "FRX-101 reduced the risk of death by {p}% (HR {r}; p=0.001).",
        "FRX-101 led to a {p}% reduction in the risk of relapse (hazard ratio {r}).",
        "The hazard ratio was {r}, translating to a {p} percent reduction in the risk of progression.",
        "FRX-101 lowered the rate of exacerbations by {p}% (rate ratio = {r}; 95% CI: 0.01-0.99).",
    ]
)


@steady
@given(st.integers(101, 950), reductions, st.integers(2, 3), st.integers(0, 1))
def test_a_reduction_that_restates_its_ratio_is_passed_over(thousandths: int, form: str, places: int, decimals: int) -> None:
    true = Decimal(thousandths) / 1000
    ratio = true.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    percent = (100 - 100 * true).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert hits(statistics.hr_vs_percent_reduction, form.format(p=percent, r=ratio)) == []


@steady
@given(st.integers(15, 90), st.integers(3, 12), st.booleans(), reductions)
def test_a_reduction_that_does_not_is_reported(hundredth: int, off: int, more: bool, form: str) -> None:
    percent = 100 - hundredth + (off if more and 100 - hundredth + off < 100 else -off)
    assert len(hits(statistics.hr_vs_percent_reduction, form.format(p=percent, r=f"0.{hundredth:02}"))) == 1


positive = st.sampled_from(
    [
        "FRX-101 led to a statistically significant improvement in walking distance ({p}).",
        "FRX-101 significantly reduced relapses compared with placebo ({p}).",
        "The trial met its primary endpoint of remission at Week 12 (34% versus 18%; {p}).",
        "The change of 3.2 points ({p}) was statistically significant.",
    ]
)
negative = st.sampled_from(
    [
        "The difference in walking distance was not statistically significant ({p}).",
        "The study did not meet its primary endpoint ({p}).",
        "There was no significant difference between the arms ({p}).",
        "The change of 3.2 points ({p}) was not significant.",
    ]
)
p_forms = st.sampled_from(["p={}", "P = {}", "p-value={}", "two-sided p={}", "p value of {}"])


@steady
@given(st.integers(1, 489), st.integers(511, 9000), positive, negative, p_forms)
def test_a_p_value_is_held_against_its_claim(small: int, large: int, yes: str, no: str, form: str) -> None:
    low, high = form.format(f"{small / 10000:.4f}"), form.format(f"{large / 10000:.4f}")
    check = statistics.p_value_contradicts_claim
    assert hits(check, yes.format(p=low)) == []
    assert hits(check, no.format(p=high)) == []
    assert len(hits(check, yes.format(p=high))) == 1
    assert len(hits(check, no.format(p=low))) == 1


@steady
@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_held_against_the_calendar(day: date, other: int) -> None:
    text = f"The meeting takes place on {calendar.day_name[other]}, {calendar.month_name[day.month]} {day.day}, {day.year}."
    assert bool(hits(statistics.impossible_or_inconsistent_date, text)) == (other != day.weekday())


@steady
@given(
    st.integers(0, 3000),
    st.sampled_from(["{}% of patients responded.", "A {}% objective response rate was seen.", "The survival rate was {} percent."]),
)
def test_more_than_all_is_reported_and_no_more(tenths: int, form: str) -> None:
    percent = f"{tenths / 10:.1f}"
    assert bool(hits(statistics.percent_out_of_range, form.format(percent))) == (tenths > 1000)
