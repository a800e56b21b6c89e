"""Windows on long lines: the span stays in sight, under its marks, whatever the text is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.report.excerpt import excerpts
from prlint.report.terminal import ONE_CELL, cell, cells, harmless, visible
from tests.report.made import document

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \t 宽🧪é\u0301\u202e\x1b®’"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\x85\u2028\u2029\0"),
    )
)


def cut_out(text: str, start: int, length: int) -> str:
    """What the marks stand under."""
    out, at = [], 0
    for char in text:
        if start <= at < start + length:
            out.append(char)
        at += cells(char)
    return "".join(out)


@given(ANY_TEXT, ANY_TEXT.filter(lambda text: text.strip() != "" and cells(harmless(text)) < 30), ANY_TEXT, st.integers(40, 120))
def test_the_marks_stand_under_the_span_in_any_text(before: str, span: str, after: str, width: int) -> None:
    text = document(f"x{before}{span}{after}.")
    start = 1 + len(before)
    (shown,) = excerpts(text, start, start + len(span), width)
    assert cells(shown.text) <= width
    assert shown.line == 1
    expected = excerpts(document(f"{span}."), 0, len(span), 200)[0]
    assert shown.length == expected.length
    assert shown.text[: len(shown.text)].count("\n") == 0


@pytest.mark.parametrize(
    ("before", "span", "after"),
    [
        ("", "claim", ""),
        ("a " * 300, "claim", " b" * 300),
        ("a " * 300, "claim", ""),
        ("", "claim", " b" * 300),
        ("宽" * 90, "字字", "宽" * 90),
        ("e\u0301 " * 90, "cafe\u0301", ""),
    ],
    ids=["alone", "middle", "end", "start", "wide", "combining"],
)
def test_what_stands_over_the_marks_is_the_span(before: str, span: str, after: str) -> None:
    text = document(f"{before}{span}{after}")
    (shown,) = excerpts(text, len(before), len(before) + len(span), 60)
    assert cut_out(shown.text, shown.indent, shown.length).rstrip("\u0301") == span.rstrip("\u0301")
    assert (shown.text.startswith("…"), shown.text.endswith("…")) == (len(before) > 20, len(after) > 20)


def test_a_span_wider_than_the_window_shows_its_beginning() -> None:
    text = document("begin " + "and on " * 100)
    (shown,) = excerpts(text, 0, 600, 50)
    assert shown.text.startswith("begin and on")
    assert shown.text.endswith("…")
    assert (shown.indent, cells(shown.text) <= 50) == (0, True)


def test_a_span_over_lines_is_marked_on_each_up_to_three() -> None:
    text = document("one two\n  three four\nfive\nsix\n")
    first, second, third = excerpts(text, 4, len(text.text) - 1, 80)
    assert [(item.line, item.indent, item.length) for item in (first, second, third)] == [(1, 4, 3), (2, 2, 10), (3, 0, 4)]
    assert [item.line for item in excerpts(text, 4, 13, 80)] == [1, 2]


def test_a_blank_line_inside_a_span_is_left_out() -> None:
    text = document("one\n\ntwo\n")
    assert [item.line for item in excerpts(text, 0, 8, 80)] == [1, 3]


def test_an_absent_thing_in_an_empty_line_has_its_mark() -> None:
    text = document("one\n")
    (shown,) = excerpts(text, 4, 4, 80)
    assert (shown.line, shown.text, shown.indent, shown.length) == (2, "", 0, 1)


@given(
    st.text(alphabet="ab ’", max_size=150),
    st.text(alphabet="ab’", min_size=1, max_size=60),
    st.text(alphabet="ab ’", max_size=150),
    st.integers(20, 90),
)
def test_plain_text_is_cut_where_any_other_is(before: str, span: str, after: str, width: int) -> None:
    plain, wide = document(f"{before}{span}{after}."), document(f"{before}{span}{after}é")
    one, other = (excerpts(text, len(before), len(before) + len(span), width)[0] for text in (plain, wide))
    assert one._replace(text=one.text.rstrip(".")) == other._replace(text=other.text.rstrip("é"))


def test_what_is_shown_as_it_is_takes_one_cell() -> None:
    assert [char for char in ONE_CELL if visible(char) != char or cell(char) != 1] == []
