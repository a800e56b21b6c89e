"""A finding keeps its fingerprint while other places are edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.engine.fingerprints import fingerprints, normalized
from prlint.engine.model import Finding
from tests.report.made import file_report, replace

TEXT = "Velmira is safe and effective. It is safe and effective in adults."


def of(text: str, *quotes: str) -> list[str]:
    return fingerprints(file_report(text, *quotes).findings)


def at(text: str, quote: str, *starts: int) -> list[Finding]:
    (finding,) = file_report(text, quote).findings
    return [replace(finding, start=start, end=start + len(quote)) for start in starts]


def test_a_fingerprint_is_32_hexadecimal_characters() -> None:
    (one,) = of(TEXT, "safe")
    assert len(one) == 32
    assert int(one, 16)


def test_it_holds_while_other_places_are_edited_and_the_file_is_renamed() -> None:
    before = file_report(TEXT, "safe and effective").findings
    after = file_report("New headline\n\nMuch more.\n\n" + TEXT + " The end.", "safe and effective", path="other.txt").findings
    assert before[0].start != after[0].start
    assert fingerprints(before) == fingerprints(after)


def test_it_holds_when_a_finding_of_another_rule_or_quote_comes_before_it() -> None:
    first, second = file_report(TEXT, "Velmira", "safe and effective").findings
    assert fingerprints([first, second])[1] == fingerprints([second])[0]


@pytest.mark.parametrize(
    "rewritten",
    ["Safe and effective", "safe  and\neffective", "safe\u00a0and effective", "SAFE AND EFFECTIVE"],
    ids=["case", "wrap", "nbsp", "caps"],
)
def test_white_space_and_letter_case_do_not_count(rewritten: str) -> None:
    assert of(f"It is {rewritten}.", rewritten) == of("It is safe and effective.", "safe and effective")


def test_quotation_marks_and_dashes_do_not_count_and_marks_of_meaning_do() -> None:
    assert normalized("“first – in ‘class’”") == normalized("\"first - in 'class'\"")
    assert normalized("Velmira®") != normalized("Velmira™") != normalized("Velmira")


def test_the_same_words_twice_are_counted_in_the_order_of_the_text_whatever_the_order_given() -> None:
    first, second = at(TEXT, "safe and effective", 11, 37)
    assert len(set(fingerprints([first, second]))) == 2
    assert fingerprints([second, first]) == fingerprints([first, second])[::-1]


def test_another_rule_has_another_fingerprint() -> None:
    (finding,) = file_report(TEXT, "safe").findings
    assert fingerprints([finding]) != fingerprints([replace(finding, code="EFF002")])


def test_neither_message_nor_severity_is_in_it() -> None:
    (finding,) = file_report(TEXT, "safe").findings
    assert fingerprints([finding]) == fingerprints([replace(finding, message="said otherwise", severity="info")])


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["safe", "Safe", "effective", ""])), max_size=12))
def test_no_two_findings_of_a_file_share_one(told: list[tuple[int, str]]) -> None:
    (finding,) = file_report(TEXT, "safe").findings
    every = [replace(finding, start=start, end=start + len(quote), quote=quote) for start, quote in told]
    assert len(set(fingerprints(every))) == len(every)
