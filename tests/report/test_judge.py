"""What a change touched."""

from hypothesis import given
from hypothesis import strategies as st

from prlint.report.judge import Known, changed_lines, judged
from prlint.report.model import FileReport

LINES = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12).map("\n".join)


def test_lines_are_counted_in_the_new_text() -> None:
    assert changed_lines("a\nb\nc", "a\nb\nc") == frozenset()
    assert changed_lines("a\nb\nc", "x\na\nb\nc") == {1}
    assert changed_lines("a\nb\nc", "a\nx\nc") == {2}
    assert changed_lines("a\nb\nc", "a\nc") == frozenset()
    assert changed_lines("a\nb\nc", "a\nb\nc\nd") == {4}
    assert changed_lines("a \nb", "a\nb\t") == frozenset()


@given(LINES, LINES)
def test_the_lines_that_did_not_change_stand_in_the_old_text_in_their_order(before: str, after: str) -> None:
    changed = changed_lines(before, after)
    kept = [line for number, line in enumerate(after.split("\n"), 1) if number not in changed]
    rest = iter(before.split("\n"))
    assert all(line in rest for line in kept)


@given(LINES)
def test_a_text_that_did_not_change_has_no_changed_lines(text: str) -> None:
    assert changed_lines(text, text) == frozenset()


def test_a_large_text_is_compared_by_the_lines_that_stand_once() -> None:
    before = "\n\n".join(f"line {number}" for number in range(50_000))
    after = before.replace("line 49\n", "other\n", 1).replace("line 7\n\n", "", 1) + "\nend"
    assert changed_lines(before, after) == {97, 99_998}


def test_a_large_text_of_nothing_but_lines_alike_counts_as_changed_where_it_differs() -> None:
    before = "\n".join("ab"[number % 2] for number in range(10_000))
    assert changed_lines(before, before.replace("a\nb", "b\na")) >= set(range(10, 9_000))


def test_a_file_that_failed_stays_as_it_is() -> None:
    failed = FileReport("a.txt", failure="is empty")
    assert judged(failed, Known(), None) == failed
