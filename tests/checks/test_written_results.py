"""Ten thousand consistent results in every written form are passed over, and ten thousand with one number changed are reported."""

import random
from bisect import bisect_right
from itertools import accumulate

import pytest

from prlint.checks import statistics
from prlint.checks.compatibility import ci_p_mismatch
from prlint.document import read
from prlint.release import parse
from tests.checks import written_results
from tests.checks.written_results import Result, results

NUMBER = 10_000
A_RELEASE = 100  # results in one text: parsing them one by one would take a minute
# What is told elsewhere in a text, and other results of other trials stand there.
ALONE = tuple(name for name in statistics.__all__ if name not in ("restated_value_differs", "deal_status_conflict"))


def reported(every: list[Result]) -> list[set[str]]:
    """The names of the checks that report something in each of the results, which are set as paragraphs of one text."""
    starts = [0, *accumulate(len(result.text) + 2 for result in every)]
    release = parse(read("\n\n".join(result.text for result in every).encode(), "example.txt"))
    found: list[set[str]] = [set() for _ in every]
    for name in ALONE:
        for hit in getattr(statistics, name)(release):
            found[bisect_right(starts, hit.start) - 1].add(name)
    return found


def drawn(seed: int, *, wrong: bool) -> list[tuple[Result, set[str]]]:
    every = list(results(seed, NUMBER, wrong=wrong))
    parts = [every[at : at + A_RELEASE] for at in range(0, NUMBER, A_RELEASE)]
    return [pair for part in parts for pair in zip(part, reported(part), strict=True)]


def test_consistent_results_are_passed_over_in_all_forms() -> None:
    noise = [(result.text, found) for result, found in drawn(1, wrong=False) if found]
    assert len(noise) <= NUMBER // 1000, noise[:20]


def test_results_with_one_number_changed_are_reported_in_all_forms() -> None:
    missed = [result.text for result, found in drawn(2, wrong=True) if found.isdisjoint(result.wrong)]
    assert len(missed) <= NUMBER // 100, missed[:20]


def test_no_form_hides_behind_the_others() -> None:
    missed: dict[str, list[int]] = {}
    for result, found in drawn(3, wrong=True):
        missed.setdefault(result.form, []).append(found.isdisjoint(result.wrong))
    assert len(missed) == len(written_results.KINDS)
    assert {form: sum(misses) for form, misses in missed.items() if sum(misses) * 50 > len(misses)} == {}


@pytest.mark.parametrize("factor", [400, 1 / 400])
def test_a_p_value_that_its_interval_rules_out_is_reported_in_all_forms(factor: float) -> None:
    draw, texts = random.Random(4), []  # noqa: S311 - nothing here is secret
    while len(texts) < 500:
        known = written_results.ratio(draw, "95")
        p = known.p * factor
        if 1e-5 < p < 0.95:
            measure = draw.choice(("HR {e}", "odds ratio, {e}", "relative risk of {e}", "IRR={e}"))
            group = written_results.grouped(draw, measure, known.value, (known.low, known.high), f"p={p:.5f}", "95")
            texts.append(f"The result for overall survival was {group}.")
    release = parse(read("\n\n".join(texts).encode(), "example.txt"))
    assert len(list(ci_p_mismatch(release))) >= len(texts) * 97 // 100
