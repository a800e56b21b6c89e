"""P values against the interval beside them, deals in two states, and what numbers are bound to."""

import pytest

from prlint.checks.bindings import bound
from prlint.checks.compatibility import ci_p_mismatch
from prlint.checks.deals import deal_status_conflict
from prlint.document import read
from prlint.release import parse
from prlint.release.model import Release


def release(text: str) -> Release:
    return parse(read(text.encode(), "example.txt"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FRX-101 lowered the rate (HR 0.95; 95% CI 0.90-1.00; p=0.0001).", "0.06"),
        ("The result was HR 0.50 (p=0.3; 95% CI 0.40, 0.63).", "2e-09"),
        ("The mean difference was 1.2 points (95% CI, -0.4 to 2.8; p=0.004).", "0.14"),
        ("The odds ratio was 1.02 (95% CI 0.70 to 1.49; p<0.001).", "0.92"),
        ("The odds ratio was 2.40 (95% CI 1.60 to 3.60; p>0.2).", "2e-05"),
        ("The hazard ratio was 0.40 (95% CI 0.30 to 0.53; p=NS).", "3e-10"),
    ],
)
def test_a_p_value_that_no_reading_fits_is_reported(text: str, expected: str) -> None:
    (hit,) = ci_p_mismatch(release(text))
    assert hit.values["expected"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "HR 0.65 (95% CI 0.50-0.84; p=0.0012)",
        "HR 0.65 (95% CI 0.50-0.84; one-sided p=0.0006)",
        "HR 0.80 (95% CI 0.62-1.03; stratified log-rank p=0.004)",
        "HR 0.65 (95% CI 0.50-0.84). The p value in women was 0.9.",
        "HR 0.65 (95% CI 0.50-NE; p=0.9)",
        "HR 0.65 (95% CI 0.63-0.84; p=0.9)",
        "HR 0.65 (95% CI 0.65-0.65; p=0.9)",
        "RR 0.10 (95% CI 0.00-0.84; p=0.9)",
        "The LS mean difference was 0.0 (95% CI -1.0 to 1.0; p=0.99)",
    ],
)
def test_what_fits_or_cannot_be_bound_is_passed_over(text: str) -> None:
    assert list(ci_p_mismatch(release(f"The result was {text}."))) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Ferrant Completes Merger with Orlane\n\nThe merger with Orlane is expected to close in June.",
            "merger with Orlane is expected to close",
        ),
        (
            "Ferrant has acquired Orlane.\n\nThe transaction remains subject to customary closing conditions.",
            "transaction remains subject to customary closing",
        ),
        (
            "Ferrant announced the closing of its acquisition of Orlane.\n\nFerrant has agreed to acquire Orlane.",
            "agreed to acquire Orlane.",
        ),
        (
            "Ferrant completed the acquisition of Orlane.\n\nAs part of the pending acquisition of Orlane, cash is paid.",
            "pending acquisition of Orlane",
        ),
    ],
)
def test_a_deal_that_is_done_and_still_to_come_is_reported(text: str, quote: str) -> None:
    (hit,) = deal_status_conflict(release(text))
    assert text[hit.start : hit.end] == quote
    assert hit.related[0][1] == "told as done here"


@pytest.mark.parametrize(
    "text",
    [
        "Upon completion of the acquisition of Orlane, holders get cash. Ferrant will acquire Orlane.",
        "Ferrant has completed its acquisition of Orlane. On March 1, Ferrant agreed to acquire Orlane.",
        "Ferrant has completed its acquisition of Orlane. It also plans to acquire Telmar.",
        "Ferrant has completed its acquisition of Orlane. Under the agreement to acquire Orlane, holders got cash.",
        "Ferrant has acquired the assets. Ferrant will acquire The Rest.",
        "Ferrant will acquire Orlane. The transaction is expected to close in June.",
    ],
)
def test_a_deal_in_one_state_is_passed_over(text: str) -> None:
    assert list(deal_status_conflict(release(text))) == []


def test_numbers_tell_the_claim_and_the_ratio_that_they_are_bound_to() -> None:
    told = bound(
        release("FRX-101 led to a statistically significant 35% reduction in the risk of death (HR 0.65; 95% CI 0.50-0.84; p=0.001).")
    )
    facts = {fact.value["form"]: fact.value for fact in told.facts_of("statistic")}
    assert facts["p"]["claim"] == facts["interval"]["claim"]
    assert str(facts["p"]["claim"]).startswith("statistically significant")
    assert facts["reduction"]["restates"] == "HR 0.65"


def test_a_release_without_results_is_shown_as_it_was() -> None:
    plain = release("Ferrant moved to Boston.")
    assert bound(plain) is plain
