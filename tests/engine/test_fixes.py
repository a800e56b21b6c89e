"""Fixes: which edits may be made, which are made together, and the text that they leave."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prlint.config import Settings
from prlint.engine import load_rules
from prlint.engine.check import check
from prlint.engine.fixes import admissible, applied, chosen, is_offered
from prlint.engine.model import Edit, Finding
from prlint.release.model import Release
from tests.release.invented import TOPLINE, read
from tests.report.made import file_report

RULES = load_rules(Settings(extend_select=("ALL",)), Path())


def finding(*edits: Edit, waived: str = "") -> Finding:
    (made,) = file_report("A claim.", "claim").findings
    return made._replace(edits=edits, waived=waived)


def on(release: Release, old: str, new: str, *, safe: bool = True) -> tuple[Edit, ...]:
    """What is left of an edit of the first place of a text."""
    start = release.text.index(old)
    return admissible(release, (Edit(start, start + len(old), new, safe),))


QUOTED = read(TOPLINE.format(body="“It used Form 10K,” said Ana Ruiz, Chief Executive Officer of Ferrant. The form is a Form 8K."))


def test_an_edit_never_reaches_into_a_quotation() -> None:
    assert not on(QUOTED, "10K", "10-K")
    assert on(QUOTED, "8K", "8-K")


@pytest.mark.parametrize(
    "text",
    [
        'He said "Form 10K" twice.',
        "He said “Form 10K” twice.",
        "He said «Form 10K» twice.",
        "„Form 10K“ stand dort.",
        "“An open quotation about Form 10K and more.",
        "It was about Form 10K,” said Ana Ruiz.",
        'It was "this" and "that Form 10K.',
    ],
)
def test_whatever_stands_between_quotation_marks_is_left_alone(text: str) -> None:
    assert not on(read(text), "10K", "10-K")


@pytest.mark.parametrize("text", ["He said “this” of Form 10K and “that”.", 'The "Act" and Form 10K and the "Form".', "Form 10K\n\n“Open"])
def test_what_stands_beside_quotation_marks_is_not(text: str) -> None:
    assert on(read(text), "10K", "10-K")


def test_an_edit_may_stand_directly_at_a_quotation() -> None:
    release = read("The mark “Velmira” is ours.")
    start, end = release.text.index("“"), release.text.index("”") + 1
    edits = (Edit(start, start, "®", True), Edit(end, end, "®", True))
    assert admissible(release, edits) == edits
    assert admissible(release, (Edit(end - 1, end - 1, "®", True),)) == ()


def test_an_edit_that_changes_nothing_is_none() -> None:
    assert not on(read("A plain text."), "plain", "plain")


def test_the_figures_of_a_result_are_never_changed() -> None:
    release = read(TOPLINE.format(body="Response was seen in 12 of 30 patients (45%); the raise brought $25.4 million."))
    assert not on(release, "45%", "40%", safe=False)
    assert not on(release, "04812345", "04812346")
    assert not on(release, "$25.4", "$26.4", safe=False)
    assert on(release, "patients", "adults")


def test_a_p_value_of_zero_is_rewritten_only_as_an_unsafe_fix() -> None:
    release = read(TOPLINE.format(body="The difference was significant (p=0.000)."))
    assert on(release, "p=0.000", "p<0.001", safe=False)
    assert not on(release, "p=0.000", "p<0.001", safe=True)


def test_of_edits_that_overlap_or_touch_the_first_is_made() -> None:
    first, inside, beside, apart = (finding(Edit(a, b, "x", True)) for a, b in ((2, 6), (3, 4), (6, 6), (8, 9)))
    assert chosen([first, inside, beside, apart], unsafe=False).taken == (first, apart)
    assert chosen([inside, first], unsafe=False).taken == (inside,)


def test_the_edits_of_a_finding_are_all_made_or_none() -> None:
    first, second = finding(Edit(5, 6, "x", True)), finding(Edit(0, 1, "y", True), Edit(5, 6, "y", True))
    assert chosen([first, second], unsafe=False).edits == [Edit(5, 6, "x", True)]
    assert chosen([finding(Edit(0, 3, "x", True), Edit(2, 4, "y", True))], unsafe=False).taken == ()


def test_unsafe_and_waived_fixes_are_not_offered_unasked() -> None:
    unsafe = finding(Edit(0, 1, "x", True), Edit(3, 4, "y", False))
    assert not is_offered(unsafe, unsafe=False)
    assert is_offered(unsafe, unsafe=True)
    assert not is_offered(finding(Edit(0, 1, "x", True), waived="by counsel"), unsafe=True)
    assert not is_offered(finding(), unsafe=True)


def test_what_a_file_cannot_hold_is_left_and_told() -> None:
    mark, plain = finding(Edit(0, 0, "≥", True)), finding(Edit(4, 5, "x", True))
    choice = chosen([mark, plain], unsafe=False, can_hold=lambda edit: edit.text.isascii())
    assert choice == ((plain,), (mark,))


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=6))
def test_what_is_chosen_changes_its_own_places_and_nothing_else(text: str, places: list[tuple[int, int, str]]) -> None:
    findings = [finding(Edit(a, a + n, new, True)) for a, n, new in places if a + n <= len(text)]
    edits = chosen(findings, unsafe=False).edits
    kept, done = [], 0
    for edit in edits:
        assert done <= edit.start
        kept.append(text[done : edit.start])
        done = edit.end
    kept.append(text[done:])
    changed = applied(text, edits)
    for piece in kept:
        assert changed.startswith(piece)
        changed = changed.removeprefix(piece)
        changed = changed[len(edits.pop(0).text) :] if edits else changed
    assert changed == ""


def test_no_rule_offers_an_edit_in_a_quotation_of_its_own_examples() -> None:
    for rule in RULES.rules:
        for example in rule.examples:
            release = read(example.text)
            for found in check(release, RULES):
                for edit in found.edits:
                    assert not any(fact.start < edit.end and edit.start < fact.end for fact in release.facts_of("quotation")), rule.code


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_fix_reads_the_same_wherever_its_sentence_stands(data: st.DataObject) -> None:
    before = data.draw(st.sampled_from(["", "The trial enrolled 40 adults. ", "Costs rose.\n\n"]))
    release = read(TOPLINE.format(body=f"{before}See our Form 10K filed with the Security and Exchange Commission."))
    edits = chosen(check(release, RULES), unsafe=False).edits
    assert "our Form 10-K filed with the Securities and Exchange Commission." in applied(release.text, edits)
