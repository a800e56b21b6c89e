"""Cutting: one block a paragraph, whether it stands on one line or was wrapped by hand."""

from hypothesis import given
from hypothesis import strategies as st

from prlint.language.fold import fold
from prlint.release.blocks import cut


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)[0]]


def test_a_wire_copy_has_one_block_a_line_with_and_without_blank_lines() -> None:
    lines = [
        "Ferrant Reports Data",
        "BOSTON, May 2, 2024 -- Ferrant said " + "that it grew " * 20 + "today.",
        "About Ferrant",
        "Jane Doe",
        "VP",
    ]
    assert blocks("\n".join(lines)) == lines
    assert blocks("\n\n".join(lines) + "\n") == lines


WRAPPED = """\
FERRANT THERAPEUTICS REPORTS RESULTS OF ITS
PHASE 3 TRIAL

   Ferrant Therapeutics, Inc. today said that its trial of ferrazumab did
not meet its endpoint, and that it looks at the
data.
   A second paragraph follows without a blank line, and it also goes over
more than one line of text.

About Ferrant
Ferrant Therapeutics develops medicines for people with rare diseases of
the lung.

* The first item of a list, which is so long that its author had to wrap
  it
* The second item

Net loss            (1,200)     (1,100)
Total assets of the whole company       14,321     12,001
"""


def test_hard_wrapped_text_is_joined_into_its_paragraphs() -> None:
    told = [" ".join(block.split()) for block in blocks(WRAPPED)]
    assert told == [
        "FERRANT THERAPEUTICS REPORTS RESULTS OF ITS PHASE 3 TRIAL",
        "Ferrant Therapeutics, Inc. today said that its trial of ferrazumab did not meet its endpoint, and that it looks at the data.",
        "A second paragraph follows without a blank line, and it also goes over more than one line of text.",
        "About Ferrant",
        "Ferrant Therapeutics develops medicines for people with rare diseases of the lung.",
        "* The first item of a list, which is so long that its author had to wrap it",
        "* The second item",
        "Net loss (1,200) (1,100)",
        "Total assets of the whole company 14,321 12,001",
    ]


def test_a_contact_column_is_not_joined_even_beside_wrapped_text() -> None:
    column = "Jane Doe\nVice President of Corporate Communications and Investors\nFerrant Therapeutics\n(617) 555-0100"
    assert blocks(WRAPPED + "\n" + column)[-4:] == column.split("\n")


def test_a_newline_of_the_twin_always_ends_a_block() -> None:
    spans, twin = cut(WRAPPED)
    assert all(b"\n" not in twin[start:end] for start, end in spans)
    assert b"\n" in twin[spans[0][1] : spans[1][0]]


def test_the_title_of_a_release_line_is_not_joined_to_what_follows() -> None:
    text = "FOR IMMEDIATE RELEASE\nFerrant Reports Data\n\n" + WRAPPED
    assert blocks(text)[:2] == ["FOR IMMEDIATE RELEASE", "Ferrant Reports Data"]


def test_blank_text_has_no_blocks() -> None:
    assert cut("") == ((), b"")
    assert cut(" \n\u00a0\n")[0] == ()


LINES = st.sampled_from(
    [
        "Ferrant said",
        "and so it goes on for a while, as such lines do in every filing of the",
        "x" * 71,
        "* item",
        "",
        "  ",
        "a\tb",
        "| a | b |",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(LINES, max_size=40).map("\n".join)))
def test_blocks_hold_every_character_that_is_not_blank_in_order_and_the_twin_keeps_offsets(text: str) -> None:
    spans, twin = cut(text)
    folded = fold(text)
    assert len(twin) == len(text)
    assert twin.replace(b"\n", b" ") == folded.replace(b"\n", b" ")
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not folded[at:start].strip()
        assert folded[start:end] == folded[start:end].strip()
        at = end
    assert not folded[at:].strip()


def test_a_line_of_wrapped_text_that_begins_with_a_title_is_no_item_of_a_list() -> None:
    text = (
        "The trial went on as planned at every center, and nobody left it, said\n"
        "Dr. Lindqvist, who led it in all of the centers that took part\n"
        "in the study, and who goes on with it in the next year, if money is left\nfor it.\n"
    )
    assert len(blocks(text)) == 1


def test_what_opens_a_part_of_wrapped_text_opens_a_block_without_a_blank_line() -> None:
    text = (
        "Ferrant Therapeutics Reports the Results of Its Trial in Lupus and Plans\n"
        "BOSTON, May 2, 2024 (GLOBE NEWSWIRE) -- Ferrant Therapeutics said that\n"
        "its trial met the endpoint, subject to (i) the review of its data and\n"
        "(ii) the approval of its board, which is to meet in the autumn with all.\n"
        "About Ferrant\n"
        "Ferrant develops medicines for people with diseases of the lung and of\n"
        "the skin.\n"
        "Investor Contact:\n"
        "Jo Lind"
    )
    told = blocks(text)
    assert [block.split()[0] for block in told] == ["Ferrant", "BOSTON,", "About", "Ferrant", "Investor", "Jo"]


def test_words_that_a_space_holds_together_are_measured_as_one() -> None:
    lines = [
        "Ferrant said that its trial in lupus went well, and that it now goes on",
        "with the work that it began in the spring. The news is of Ferrant,",
        "Inc.\xa0(Nasdaq:\xa0FRNT), which is at home in Boston and in Basel and which",
        "makes medicines.",
    ]
    assert len(blocks("\n".join(lines))) == 1
