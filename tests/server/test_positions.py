"""From offsets to an editor's positions, whatever the line ends, marks and characters of the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from prlint.document import Document, ReadError, read
from prlint.server.positions import Positions, as_file

ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
TEXTS = st.text(st.sampled_from("ab 🧬é\u2028\u0085\x0c\n\r𝛼"), max_size=12).map(lambda text: f"x{text}")
TEXTS |= TEXTS.map(lambda text: f"\ufeff{text}") | TEXTS.map(lambda text: text.replace("\n", "\r\n"))


def offset(text: str, position: types.Position, encoding: str) -> int:
    """Where a position is, as an editor finds it: lines end at CRLF, CR and LF, columns are units of an encoding."""
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]
    codec = ENCODINGS[encoding]
    width = len("a".encode(codec))
    behind = text[starts[position.line] :].encode(codec)
    return starts[position.line] + len(behind[: position.character * width].decode(codec))


def document(text: str) -> Document:
    return read(as_file(text), "a.txt")


@given(TEXTS, st.sampled_from(list(ENCODINGS)), st.data())
def test_a_stretch_of_the_text_is_the_same_stretch_in_the_editor(text: str, encoding: str, data: st.DataObject) -> None:
    known = document(text)
    start = data.draw(st.integers(0, len(known.text)))
    end = data.draw(st.integers(start, len(known.text)))
    shown = Positions(text, known, encoding).range(start, end)
    first, last = offset(text, shown.start, encoding), offset(text, shown.end, encoding)
    assert re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text[first:last]) == known.text[start:end]


@given(TEXTS, st.sampled_from(list(ENCODINGS)))
def test_the_end_is_behind_the_last_character(text: str, encoding: str) -> None:
    assert offset(text, Positions(text, None, encoding).end(), encoding) == len(text)


def test_half_a_character_is_read_as_one_that_is_missing() -> None:
    known = document("a \ud83d b")
    assert known.text == "a \ufffd b"
    assert known.encoding == "utf-8"


def test_a_page_that_names_another_encoding_is_read_as_the_editor_holds_it() -> None:
    page = "<!doctype html><html><head><meta charset=windows-1252></head><body><p>Café ® here</p></body></html>"
    known = read(as_file(page), "a.html")
    assert "Café ® here" in known.text
    start = known.text.index("®")
    shown = Positions(page, known, "utf-16").range(start, start + 1)
    assert page[shown.start.character : shown.end.character] == "®"


def test_a_change_in_the_middle_of_what_markup_cuts_up_cannot_be_made() -> None:
    page = "<!doctype html><html><body><p>Form <b>10</b>K and Form 8K</p></body></html>"
    known = read(as_file(page), "a.html")
    positions = Positions(page, known, "utf-16")
    start = known.text.index("10K")
    assert positions.stretch(start, start + 3) is None
    start = known.text.index("8K")
    whole = positions.stretch(start, start + 2)
    assert whole is not None
    assert page[whole.start.character : whole.end.character] == "8K"


def test_an_empty_text_cannot_be_a_document() -> None:
    with pytest.raises(ReadError):
        document("\ufeff\r\n")
