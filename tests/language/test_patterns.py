"""Patterns on the twin."""

import pytest

from prlint.language.fold import fold
from prlint.language.patterns import BadPatternError, Pattern, pattern, prepare, spread


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a b", "a +b"),
        ("[ a]b", "[ a]b"),
        ("a ?b", "a *b"),
        ("a *b", "a *b"),
        ("a\\ b", "a\\ b"),
        ("a {2}b", "a {2}b"),
        ("\\[ x", "\\[ +x"),
        ("a[ -]b", "a(?: +|-)b"),
        ("a[- ]?b", "a(?: +|-)?b"),
        ("a[ -]{2}b[ -]*", "a[ -]{2}b[ -]*"),
        ("[^ -]b", "[^ -]b"),
    ],
)
def test_a_space_stands_for_a_run_of_spaces(source: str, wanted: str) -> None:
    assert spread(source) == wanted


def test_a_pattern_finds_what_typists_vary() -> None:
    assert list(pattern('phase 2 - "it\'s"').spans(fold("In PHASE  2 – “it’s” over"))) == [(3, 20)]


def test_a_hyphen_or_a_space_may_be_several_spaces() -> None:
    assert [
        span
        for text in ("late-stage", "late stage", "late    stage", "late - stage")
        for span in pattern("late[ -]stage").spans(fold(text))
    ] == [
        (0, 10),
        (0, 10),
        (0, 13),
    ]


def test_letters_match_in_their_case_if_asked() -> None:
    assert pattern("FDA", case=True).search(b"fda") is None
    assert pattern("FDA").search(b"fda")


def test_a_full_stop_never_crosses_a_block_and_empty_matches_are_left_out() -> None:
    assert pattern("a.*b").search(b"a\nb") is None
    assert list(pattern("x*").spans(b"axb")) == [(1, 2)]


def test_named_groups_come_with_their_spans() -> None:
    numbers = pattern(r"(?P<word>[a-z]+)(?P<digit>\d)?")
    assert list(numbers.each(b"ab1 c")) == [{"": (0, 3), "word": (0, 2), "digit": (2, 3)}, {"": (4, 5), "word": (4, 5)}]
    assert numbers.first(b"!") == {}
    assert numbers.at(b"!ab", 1) == {"": (1, 3), "word": (1, 3)}
    assert numbers.at(b"!ab", 0) == {}


def test_a_stretch_is_matched_whole_or_not() -> None:
    assert pattern("ab+").whole(b"xabbx", 1, 4)
    assert not pattern("ab+").whole(b"xabbx", 0, 4)


def test_a_match_begins_where_it_is_asked_to() -> None:
    found = pattern("b").match(b"ab", 1)
    assert found
    assert found.span() == (1, 2)
    assert pattern("b").match(b"ab", 0) is None


def test_a_pattern_that_the_engine_refuses_is_told_with_its_reason() -> None:
    with pytest.raises(BadPatternError, match="missing"):
        Pattern(prepare("(a")).compile()
