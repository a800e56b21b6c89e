"""Reading Word: what is on the page is in the text, what is not is not, and every character knows where it stands."""

import codecs

import pytest

from prlint.document import Document, ReadError, read
from prlint.document.word import WordOrigin, read_word
from tests.document.word_files import NOTES, NUMBERING, box, docx, field, gone, ins, item, p, part, r, rich, table


def text(body: str, tracked: str = "final", **parts: str) -> str:
    return read_word(docx(body, **parts), "draft.docx", tracked).text


def origin(document: Document) -> WordOrigin:
    assert isinstance(document.origin, WordOrigin)
    return document.origin


def test_a_document_is_known_by_its_content_whatever_it_is_called() -> None:
    document = read(docx(p("One")), "release.txt")
    assert (document.text, document.format, document.path) == ("One", "docx", "release.txt")


@pytest.mark.parametrize(
    ("tracked", "wanted"),
    [("final", "We report new data."), ("original", "We report old data."), ("both", "We report newold data.")],
)
def test_tracked_changes_are_read_as_the_text_will_be_was_or_both(tracked: str, wanted: str) -> None:
    assert text(p("We report ", ins(r("new")), gone("old"), " data."), tracked) == wanted


def test_what_was_moved_is_read_once() -> None:
    moved = f"<w:moveFrom>{r('Moved.')}</w:moveFrom>"
    body = p(moved, "First. ", f"<w:moveTo>{r('Moved.')}</w:moveTo>")
    assert [text(body, tracked) for tracked in ("final", "original")] == ["First. Moved.", "Moved.First. "]


def test_an_insertion_that_was_deleted_again_was_never_there() -> None:
    body = p("A", ins(f"<w:del>{r('B').replace('w:t', 'w:delText')}</w:del>"), "C")
    assert [text(body, tracked) for tracked in ("final", "original", "both")] == ["AC", "AC", "ABC"]


@pytest.mark.parametrize(("change", "joined"), [("del", "final"), ("ins", "original")])
def test_paragraphs_whose_mark_is_gone_are_one(change: str, joined: str) -> None:
    body = p("One ", properties=f"<w:rPr><w:{change}/></w:rPr>") + p("two") + p("three")
    assert text(body, joined) == "One two\n\nthree"
    assert text(body, "both") == "One \n\ntwo\n\nthree"
    assert read_word(docx(body), "", joined).locate(8).label == "paragraph 2"


def test_a_deleted_row_is_no_row() -> None:
    rows = table(("a", "b"), ("c", "d")).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert text(rows) == "c\td"
    assert text(rows, "original") == "a\tb\nc\td"


def test_fields_show_their_results_and_never_their_codes() -> None:
    nested = field(f"IF {field('PAGE', r('7'))}", r("yes"))
    assert (
        text(p("Dated ", field(" DATE ", r("May 5")), "; ", nested, f'<w:fldSimple w:instr="x">{r("!")}</w:fldSimple>'))
        == "Dated May 5; yes!"
    )


def test_a_field_that_is_never_closed_hides_nothing() -> None:
    assert text(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "One") + item("Two", 2), numbering=NUMBERING) == "One\n\n1. Two"


def test_links_controls_and_tags_are_transparent() -> None:
    body = p(
        f'<w:hyperlink r:id="rId9">{r("Form")}</w:hyperlink>',
        f"<w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>{r(' 10-K')}</w:sdtContent></w:sdt>",
    )
    assert text(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>") == "Form 10-K"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    document = read_word(docx(p("Around ", box(p("In the box"), p("and below")), "it") + p("After")), "")
    assert document.text == "Around it\n\nIn the box\n\nand below\n\nAfter"
    assert document.locate(document.text.index("box")).label == "paragraph 2, in a text box"


def test_a_row_of_single_lines_is_a_line_and_any_other_row_a_frame() -> None:
    body = table(("Revenue", "", "$", "1,234"), ("Net loss", "", "", "(12)")) + table(
        (p("Investors") + p("Ana Ruiz"), p("Media") + p("Bo Lind"))
    )
    assert text(body) == "Revenue\t$\t1,234\nNet loss\t(12)\n\nInvestors\n\nAna Ruiz\n\nMedia\n\nBo Lind"


def test_nested_tables_are_read_in_their_place() -> None:
    assert text(table(("a", table(("b", "c")) + "<w:p/>")).replace("<w:p><w:r><w:t", "<w:p><w:r><w:t")) == "a\tb\tc"


def test_symbols_of_fonts_are_the_marks_that_they_show() -> None:
    def symbol(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    body = p(
        "A",
        symbol("Symbol", "F0D2"),
        "B",
        symbol("Symbol", "F0E4"),
        symbol("Symbol", "00B3"),
        symbol("Wingdings", "F0FC"),
        symbol("Arial", "00AE"),
    )
    assert text(body) == "A®B™≥✓®"
    assert (
        text(p(r("\uf0d4", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "\uf0b3", symbol("Wingdings", "F001"), symbol("x", "zz")))
        == "™≥\ufffd"
    )


def test_signs_inside_runs_are_kept() -> None:
    body = p(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00adf</w:t><w:cr/></w:r>",
        "g",
    )
    assert text(body) == "a\tb\nc-def\ng"


def test_a_tab_stop_of_a_paragraph_is_no_tab() -> None:
    assert text(p("a", properties='<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')) == "a"


def test_hidden_text_is_skipped_by_look_and_by_style() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Note"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
    )
    body = p(
        "a", r("b", "<w:vanish/>"), r("c", '<w:vanish w:val="0"/>'), r("d", '<w:rStyle w:val="Note"/>'), r("e", '<w:rStyle w:val="Loop"/>')
    )
    assert text(body + p("f", r("g", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="Note"/>'), styles=styles) == "ace\n\ng"


def test_a_run_in_heading_stays_in_its_line() -> None:
    assert (
        text(p("About Ferrant.", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(" It develops."))
        == "About Ferrant. It develops."
    )


def test_caps_are_a_look_and_raised_digits_are_not() -> None:
    body = p(
        r("Ferrant", "<w:caps/>"),
        r("Ltd", "<w:smallCaps/>"),
        " 10",
        r("9", '<w:vertAlign w:val="superscript"/>'),
        r("2", '<w:vertAlign w:val="subscript"/>'),
    )
    assert text(body) == "FerrantLtd 10⁹2"


def test_lists_have_the_labels_that_word_shows() -> None:
    body = item("a", 1) + item("b", 2) + item("c", 2, 1) + item("d", 2, 1) + item("e", 2) + item("f", 2, 1) + item("g", 0) + item("h", 99)
    assert text(body, numbering=NUMBERING) == "• a\n\n1. b\n\n1a) c\n\n1b) d\n\n2. e\n\n2a) f\n\ng\n\nh"


def test_lists_may_be_numbered_by_style_in_letters_and_romans_from_any_start() -> None:
    numbering = part(
        "numbering",
        "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            '<w:lvlText w:val="(%1)"/>'
            "</w:lvl></w:abstractNum>"
            for number, (form, start) in enumerate(
                [("upperRoman", 4), ("upperLetter", 27), ("decimalZero", 5), ("none", 1), ("lowerRoman", 9)]
            )
        )
        + "".join(f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(5))
        + '<w:num w:numId="6"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num>',
    )
    styles = part("styles", '<w:style w:styleId="L"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
    body = p("a", properties='<w:pStyle w:val="L"/>') + "".join(item("b", number) for number in range(2, 7)) + item("c", 3)
    assert text(body, numbering=numbering, styles=styles) == "(IV) a\n\n(AA) b\n\n(05) b\n\n() b\n\n(ix) b\n\n(08) b\n\n(06) c"


def test_an_item_that_is_deleted_is_not_counted() -> None:
    out = item("b", 2).replace("<w:pPr>", "<w:pPr><w:rPr><w:del/></w:rPr>").replace(r("b"), gone("b"))
    assert text(item("a", 2) + out + item("c", 2), numbering=NUMBERING) == "1. a\n\n2. c"


def test_notes_stand_behind_the_text_under_a_heading_with_raised_marks() -> None:
    endnotes = part("endnotes", '<w:endnote w:id="3"><w:p><w:r><w:endnoteRef/><w:t>Second kind</w:t></w:r></w:p></w:endnote>')
    body = p("Seen", '<w:r><w:footnoteReference w:id="7"/></w:r>', " twice", '<w:r><w:endnoteReference w:id="3"/></w:r>', ".")
    document = read_word(docx(body, footnotes=NOTES, endnotes=endnotes), "")
    assert document.text == ("Seen¹ twice¹.\n\nFootnotes\n\n¹ Ruiz A, et al. J Invented Med. 2025;1:1.\n\nEndnotes\n\n¹ Second kind")
    assert document.locate(document.text.index("Ruiz")).label == "paragraph 2, footnote 1"


def test_a_note_that_only_deleted_text_leads_to_is_left_out_and_an_own_mark_is_kept() -> None:
    led = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    assert text(p("a", f"<w:del>{led}</w:del>"), footnotes=NOTES) == "a"
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>*</w:t></w:r>'
    assert text(p("a", own), footnotes=NOTES).startswith("a*\n\nFootnotes\n\n Ruiz")


def test_headers_and_footers_are_no_text_and_told_of() -> None:
    document = read(rich(), "rich.docx")
    assert "Draft of" not in document.text
    assert document.notes == ("has 3 words in headers and footers, which are not checked",)
    assert read_word(docx(p("a"), footer1=part("ftr", p("Page ", field("PAGE", r("1"))).replace("Page ", "– "))), "").notes == ()


def test_formulas_and_readings_are_read_once() -> None:
    formula = "<m:oMath><m:r><m:t>p&lt;0.05</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r('below')}</w:rubyBase></w:ruby></w:r>"
    assert text(p("(", formula, ") ", ruby)) == "(p<0.05) below"


def test_a_hard_space_at_the_end_of_a_text_is_kept() -> None:
    assert text("<w:p><w:r><w:t>\u00a0one\u00a0 </w:t></w:r></w:p>") == "\u00a0one\u00a0"


def test_blanks_that_are_not_kept_are_left_out_as_word_does() -> None:
    assert (
        text("<w:p><w:r><w:t> one&#32;\n</w:t></w:r><w:r><w:t xml:space='preserve'> two</w:t></w:r><w:r><w:t> </w:t></w:r></w:p>")
        == "one two"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-8"])
def test_a_part_may_be_in_utf_16_and_have_a_mark(encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-8": codecs.BOM_UTF8}[encoding]
    xml = part("document", f"<w:body>{p('µ-dose ≥ 5')}</w:body>").replace("UTF-8", encoding[:6].upper().rstrip("-"))
    data = docx("<?xml", extra={"word/document.xml": mark + xml.encode(encoding)})
    assert read_word(data, "").text == "µ-dose ≥ 5"


def test_the_strict_kind_of_word_document_is_read_too() -> None:
    strict = part("document", f"<w:body>{p('Strict')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert text(strict) == "Strict"


def test_paragraphs_are_counted_as_word_counts_them_and_columns_from_their_first_letter() -> None:
    document = read_word(docx(p("First") + "<w:p/>" + item("Bullet", 1) + table(("a", "bc")), numbering=NUMBERING), "")
    assert document.text == "First\n\n• Bullet\n\na\tbc"
    places = {word: document.locate(document.text.index(word))[:2] for word in ("First", "•", "Bullet", "ullet", "a", "c")}
    assert places == {"First": (1, 1), "•": (2, 1), "Bullet": (2, 1), "ullet": (2, 2), "a": (3, 1), "c": (4, 2)}
    assert document.locate(len(document.text))[:2] == (4, 3)
    assert document.locate(document.text.index("\n"))[:2] == (1, 6)


def test_the_source_map_keeps_part_run_and_character() -> None:
    document = read(rich(), "")
    at = document.text.index
    assert origin(document).place(at("10K")) == ("word/document.xml", 10, 1)
    assert origin(document).place(at("three")) == ("word/document.xml", 42, 5)
    assert origin(document).place(at("Ruiz")) == ("word/footnotes.xml", 2, 1)
    assert origin(document).place(at("•")) is None
    assert origin(document).place(at("\n")) is None


def test_a_document_without_text_is_told_apart_from_an_empty_file() -> None:
    with pytest.raises(ReadError, match="is a Word document without text"):
        read(docx("<w:p/>" + p(" ")))
