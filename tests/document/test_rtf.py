"""Rich text: its paragraphs without what is hidden, deleted or aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import Document, ReadError, read


def rtf(body: str) -> Document:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\froman Times;}{\f3\fnil\fcharset2 Symbol;}}{\colortbl;\red0;}"
    return read(f"{head}{{\\*\\generator Word;}}{{\\info{{\\title no}}}}{body}}}".encode("ascii"), "release.txt")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard {\b Ferrant} Reports\par Text.\par", "Ferrant Reports\n\nText."),
        ("Ferr\r\nant\\line next\\tab cell", "Ferrant\nnext\tcell"),
        (r"Kadcyla{\super\'ae} \ldblquote so\rdblquote  it\rquote s \endash  \emdash ", "Kadcyla® “so” it’s – —"),
        (r"a\~b\_c \\ \{x\}", "a\u00a0b-c \\ {x}"),
        (r"\u8220?a\u8221\'94 \uc0\u8211 b\uc1\u8804?", "“a” –b≤"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"10{\super 9} cells{\super 1}\plain  2", "10⁹ cells¹ 2"),
        (r"{\deleted gone}{\v hidden}\v no\v0 kept", "kept"),
        (r"{\header no\par}{\footer no}{\*\annotation no}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "link"),
        (r"One{\footnote A note.} two.\par", "One two.\n\nA note."),
        (r"{\listtext\f3\'b7\tab}Item\par {\listtext 1.\tab}Next\par", "• Item\n\n1. Next"),
        (r"\trowd\intbl Arm\cell n\cell\row\trowd Active\cell 45%\cell\row", "Arm\tn\nActive\t45%"),
        (r"{\*\shpinst{\sp{\sn no}}{\shptxt In a box\par}}After", "In a box\n\nAfter"),
        (r"{\f3\'d2}x\u-3886?", "®x®"),
        (r"a} b } c", "a b  c"),
        (r"open {\b text", "open text"),
    ],
)
def test_rich_text_is_read_as_it_is_seen(body: str, text: str) -> None:
    assert rtf(body).text == text


def test_the_code_page_is_the_declared_one() -> None:
    assert read(rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0}").text == "Пр"
    assert read(rb"{\rtf1\ansi\ansicpg99999 \'ae}").text == "®"


def test_a_place_is_a_paragraph() -> None:
    document = rtf(r"One.\par\par Two is here.\par")
    assert document.locate(document.text.index("is")) == (2, 5, "paragraph 2")


@pytest.mark.parametrize(("body", "reason"), [(r"{\pict 00ff}", "without text"), ("{" * 20_000, "more than 10000 groups")])
def test_what_holds_no_text_or_too_many_groups_is_refused(body: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        rtf(body)


@pytest.mark.parametrize("body", [mark * 100_000 for mark in (r"\par", r"\'", r"\uc9\u8364", "\\a", "{x}")], ids=range(5))
def test_hostile_rich_text_takes_time_in_step_with_its_size(body: str) -> None:
    assert rtf(f"Ferrant {body}").text.startswith("Ferrant")


@given(st.text("\\{}'u8*parbdxf0? \n", max_size=60))
def test_no_text_stops_the_reader(body: str) -> None:
    assert rtf(f"Text.{body}").text.startswith("Text.")
