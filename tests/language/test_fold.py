"""The twin of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.language.fold import UNKNOWN, fold


@given(st.text())
def test_the_twin_has_one_byte_for_each_code_point(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_plain_text_is_its_own_twin(text: str) -> None:
    assert fold(text).replace(b"'", b"`") == text.encode().replace(b"'", b"`")


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("“ok” ‘ok’", b"\"ok\" 'ok'"),
        ("a–b—c−d", b"a-b-c-d"),
        ("a\u00a0b\u2009c", b"a b c"),
        ("café İstanbul", b"cafe Istanbul"),
        ("β-blocker", b"b-blocker"),
        ("A® B™ C℠", b"A\xae B\x99 C\x98"),
        ("≤1 ≥2", b"\x8b1 \x9b2"),
        ("• item", b"\x95 item"),
        ("x² µg", b"x\xb9 ug"),
        ("漢", bytes([UNKNOWN])),
        ("\n", b"\n"),
    ],
)
def test_what_typists_vary_is_folded_and_what_means_something_is_kept(text: str, twin: bytes) -> None:
    assert fold(text) == twin


def test_a_control_character_is_never_taken_for_a_mark() -> None:
    assert fold("Zelvora\x98 Zelvora\x99 \x8b5") == b"Zelvora\x7f Zelvora\x7f \x7f5"
