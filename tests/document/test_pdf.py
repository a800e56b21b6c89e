"""PDF: lines become paragraphs, each with its page and line; what cannot be read is said in one clause."""

import io
import sys

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A5, letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from prlint.document import Document, ReadError, read
from prlint.document.pdf_paragraphs import Line, Sheet, paragraphs

LOREM = "Ferrant said that the trial of its second medicine had gone on as it was planned"


def canvas(**more: object) -> tuple[Canvas, io.BytesIO]:
    out = io.BytesIO()
    return Canvas(out, pagesize=letter, invariant=1, **more), out


def written(*pages: list[tuple[float, float, str]], size: float = 10) -> Document:
    """A PDF of texts at places."""
    sheet, out = canvas()
    for page in pages:
        sheet.setFont("Helvetica", size)
        for x, y, text in page:
            sheet.drawString(x, y, text)
        sheet.showPage()
    sheet.save()
    return read(out.getvalue(), "release.pdf")


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_lines() -> None:
    document = written(
        [
            (72, 700, f"{LOREM}, and that"),
            (72, 688, "the next one would follow."),
            (72, 664, "Contacts"),
            (72, 652, "Jo Lind"),
            (72, 640, "+1 617 555 0100"),
        ]
    )
    assert document.text == f"{LOREM}, and that the next one would follow.\n\nContacts\nJo Lind\n+1 617 555 0100"


def test_a_place_is_a_page_and_a_line_on_it() -> None:
    document = written([(72, 700, f"{LOREM}, and the"), (72, 688, "next one followed.")], [(72, 700, "Second page"), (72, 660, "Its end")])
    places = {word: document.locate(document.text.index(word)) for word in ("Ferrant", "next", "Second", "Its")}
    assert {word: place.label for word, place in places.items()} == {
        "Ferrant": "page 1, line 1",
        "next": "page 1, line 2",
        "Second": "page 2, line 1",
        "Its": "page 2, line 2",
    }
    assert [(place.line, place.column) for place in places.values()] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert document.locate(len(document.text)).column == len("Its end") + 1


def test_cells_of_a_row_are_apart_by_tabs_and_a_bullet_by_a_space() -> None:
    document = written([(72, 700, "Endpoint"), (200, 700, "45%"), (300, 700, "22%"), (72, 688, "•"), (90, 688, "An item")])
    assert document.text == "Endpoint\t45%\t22%\n• An item"


def test_raised_digits_are_set_as_such_and_do_not_break_the_line() -> None:
    sheet, out = canvas()
    text = sheet.beginText(72, 700)
    text.setFont("Helvetica", 10)
    text.textOut("It is rare.")
    text.setFont("Helvetica", 6)
    text.setRise(4)
    text.textOut("12")
    text.setRise(0)
    text.setFont("Helvetica", 10)
    text.textOut(" It grows")
    sheet.drawText(text)
    sheet.save()
    assert read(out.getvalue()).text == "It is rare.¹² It grows"


def test_heads_feet_and_page_numbers_that_repeat_are_left_out() -> None:
    def page(number: int) -> list[tuple[float, float, str]]:
        end = (72, 40, "- 30 -" * (number == 3))
        return [(72, 770, "Ferrant Therapeutics"), (72, 700, f"Text {number}."), (300, 30, f"Page {number} of 3"), end]

    document = written(page(1), page(2), page(3))
    assert document.text == "Text 1.\n\nText 2.\n\nText 3.\n\n- 30 -"
    assert document.locate(document.text.index("Text 2")).label == "page 2, line 2"


def test_a_sentence_goes_on_over_a_page() -> None:
    assert written([(72, 60 + 30, f"{LOREM} and")], [(72, 700, "that it would end.")]).text == f"{LOREM} and that it would end."


def line(text: str, number: int, *, page: int = 1, left: float = 72, width: float = 400, size: float = 10) -> Line:
    return Line(page, number, text, left, left + width, 700 - 12 * number, size)


def joined(*texts: str) -> str:
    return paragraphs([Sheet(792, [line(text, number) for number, text in enumerate(texts, 1)])]).text


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        (("It was random-", "ized, and a trial"), "It was randomized, and a trial"),
        (("It was an open-", "label trial"), "It was an open-label trial"),
        (("A place-", "bo and a placebo"), "A placebo and a placebo"),
        (("A long-", "acting and long-acting drug"), "A long-acting and long-acting drug"),
        (("The CD20-", "directed drug"), "The CD20-directed drug"),
        (("A non-", "Hodgkin lymphoma"), "A non-Hodgkin lymphoma"),
        (("A double-blind-", "ed trial"), "A double-blind-ed trial"),
    ],
)
def test_a_hyphen_that_only_divides_a_word_goes_and_one_of_the_writer_stays(texts: tuple[str, str], text: str) -> None:
    assert joined(*texts) == text


def test_a_dash_is_an_item_of_a_list_or_one_of_the_sentence() -> None:
    assert joined("BOSTON, May 5, 2027", "- Ferrant said") == "BOSTON, May 5, 2027 - Ferrant said"
    assert joined("BOSTON, May 5, 2027 --", "Ferrant said") == "BOSTON, May 5, 2027 -- Ferrant said"
    assert joined("- one thing", "- another", "• a third") == "- one thing\n- another\n• a third"


def test_a_long_address_does_not_join_the_lines_of_a_contact() -> None:
    lines = [
        line("Ferrant said that this was a long line of text", 1),
        line("Jo Lind", 3, width=40),
        line("ir@ferrant-therapeutics.example", 4),
    ]
    assert paragraphs([Sheet(792, lines)]).text.endswith("Jo Lind\nir@ferrant-therapeutics.example")


def test_a_quotation_goes_on_over_a_page_and_a_full_stop_ends_a_paragraph() -> None:
    for end, text in (("so,”", "so,” said Ana"), ("so.”", "so.”\n\nsaid Ana")):
        pages = [Sheet(792, [line(end, 1)]), Sheet(792, [line("said Ana", 1, page=2)])]
        assert paragraphs(pages).text == text


def test_a_title_over_several_lines_is_one_and_an_indent_begins_a_paragraph() -> None:
    lines = [
        line("Ferrant Announces Results", 1, left=120, width=200, size=16),
        line("from Its Trial", 2, left=160, width=120, size=16),
        line("BOSTON", 4, width=400),
        line("First full line of the text of this release", 5),
        line("An indented line", 6, left=90, width=382),
    ]
    title, text = "Ferrant Announces Results from Its Trial", "BOSTON First full line of the text of this release\nAn indented line"
    assert paragraphs([Sheet(792, lines)]).text == f"{title}\n\n{text}"
    assert paragraphs([Sheet(792, [])]) == ("", [], [])


def test_a_scan_is_told_from_an_empty_page() -> None:
    sheet, out = canvas()
    sheet.rect(10, 10, 100, 100, fill=1)
    sheet.showPage()
    sheet.rect(10, 10, 100, 100, fill=1)
    sheet.save()
    with pytest.raises(ReadError, match=r"is a PDF without text: its 2 pages hold pictures, as of a scan, and want character recognition"):
        read(out.getvalue())
    assert written([(72, 700, "Text")], []).notes == ("has no text on page 2",)


def test_a_pdf_with_a_password_is_refused_and_one_that_only_forbids_copying_is_read() -> None:
    for password, readable in (("secret", False), ("", True)):
        sheet, out = canvas(encrypt=StandardEncryption(password, ownerPassword="other", canCopy=0))
        sheet.drawString(72, 700, "Text")
        sheet.save()
        if readable:
            assert read(out.getvalue()).text == "Text"
        else:
            with pytest.raises(ReadError, match="is a PDF that wants a password; save it without one"):
                read(out.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%stuff", b"%PDF-1.4\n" + b"\0" * 1000, b"%PDF-1.7\n" + b"1 0 obj\n<<" * 10_000])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="is a PDF that is damaged or cut off"):
        read(data)


def test_a_pdf_that_was_cut_off_is_refused_or_read_and_never_stops_prlint() -> None:
    sheet, out = canvas()
    for _ in range(3):
        sheet.drawString(72, 700, LOREM)
        sheet.showPage()
    sheet.save()
    whole = out.getvalue()
    for length in range(20, len(whole), 97):
        try:
            assert read(whole[:length]).text
        except ReadError as refused:
            assert str(refused).startswith("is a PDF")  # noqa: PT017 - either is right


def test_without_the_extra_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "prlint.document.pdf_lines", raising=False)
    with pytest.raises(ReadError, match=r"is a PDF, and reading one needs prlint\[pdf\] \(`pip install 'prlint\[pdf\]'`\)"):
        read(b"%PDF-1.7")


def test_hundreds_of_pages_are_read() -> None:
    sheet, out = canvas()
    sheet.setPageSize(A5)
    for _ in range(300):
        sheet.drawString(40, 400, LOREM)
        sheet.drawString(40, 380, "Text.")
        sheet.showPage()
    sheet.save()
    document = read(out.getvalue())
    assert len(PdfDocument(out.getvalue())) == 300
    assert document.text.count("Text.") == 300
