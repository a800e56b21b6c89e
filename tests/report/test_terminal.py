"""What a terminal is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.report.terminal import cells, harmless, visible


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("plain", "plain"),
        ("caf\u00e9 “®”", "caf\u00e9 “®”"),
        ("\x1b[31m", "␛[31m"),
        ("a\tb", "a b"),
        ("\x7f", "␡"),
        ("\x9b", "<U+009B>"),
        ("\u202e", "<U+202E>"),
        ("\u200b", "<U+200B>"),
        ("co\u00adop", "co-op"),
        ("\ud800", "<U+D800>"),
        ("\ufffe\ufdd0\U0001ffff", "<U+FFFE><U+FDD0><U+1FFFF>"),
        ("::error::x", ": :error::x"),
        ("  ::error::x", "  : :error::x"),
        ("a::b", "a::b"),
    ],
)
def test_controls_are_shown_and_not_obeyed(given_text: str, shown: str) -> None:
    assert harmless(given_text) == shown


@given(st.text())
def test_no_text_keeps_a_control_or_opens_a_command(text: str) -> None:
    shown = harmless(text)
    assert shown.isprintable() or all(visible(char) == char for char in shown)
    assert not shown.lstrip().startswith("::")
    assert not [char for char in shown if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("宽字", 4), ("e\u0301", 1), ("®", 1), ("🧪", 2), ("ｶ", 1)])
def test_width_is_counted_in_cells(text: str, wide: int) -> None:
    assert cells(text) == wide
