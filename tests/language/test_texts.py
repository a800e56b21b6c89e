"""A text knows its lines and words."""

from hypothesis import given
from hypothesis import strategies as st

from prlint.language.needles import needles_of
from prlint.language.patterns import prepare
from prlint.language.texts import Text, text_of
from prlint.language.words import KNOWN

FILLER = b"filler " * 200


def stretches(twin: bytes, source: str, *, in_line: bool = True) -> list[bytes]:
    needles = needles_of(prepare(source))
    return [twin[start:end] for start, end in Text(twin).stretches(needles, KNOWN.add(needles), in_line=in_line)]


def test_lines_that_follow_each_other_are_one_stretch() -> None:
    twin = b"dose 1\ndose 2\nrest\nno DOSE\n" + FILLER
    assert stretches(twin, "dose") == [b"dose 1\ndose 2", b"no DOSE"]
    assert stretches(twin + b"\nlast dose", "dose")[-1] == b"last dose"


def test_each_clause_must_be_held_by_the_same_line_if_no_match_leaves_it() -> None:
    twin = b"dose\nlevel\n" + FILLER
    assert stretches(twin, "dose level") == []
    assert stretches(twin, "dose level", in_line=False) == [twin]
    assert stretches(twin, "dose schedule", in_line=False) == []


def test_of_small_and_large_texts_and_of_patterns_without_needles_nothing_is_known() -> None:
    assert stretches(b"short", "dose") == [b"short"]
    assert stretches(b"x" * 70_000, "dose") == [b"x" * 70_000]
    assert stretches(FILLER, r"\w+") == [FILLER]


def test_a_line_is_known_by_an_offset() -> None:
    text = Text(b"one\ntwo\n" + FILLER)
    assert [text.line_at(offset) for offset in (0, 3, 4, 7, 8)] == [0, 0, 1, 1, 2]
    assert Text(b"one\ntwo").line_at(5) == 0


@given(st.lists(st.sampled_from(["dose", "dosed", "overdose", "12", "\n", "."]), max_size=40))
def test_places_are_where_words_begin(words: list[str]) -> None:
    twin = " ".join(words).encode()
    assert Text(twin).places((b"dos",)) == [
        at for at in range(len(twin)) if twin[at : at + 3] == b"dos" and (not at or twin[at - 1 : at] in b" \n.")
    ]


def test_the_last_long_texts_are_kept() -> None:
    twins = [b"%d " % number + FILLER for number in range(5)]
    kept = [text_of(twin) for twin in twins]
    assert text_of(twins[4]) is kept[4]
    assert text_of(b"short") is not None
    assert text_of(twins[4]) is kept[4]
    assert text_of(twins[0]) is not kept[0]
