"""EDGAR: of a submission the press releases are read, and the others are told."""

import pytest

from prlint.document import Document, ReadError, read

PAGE = "<html><head><title>x</title></head><body><p>BOSTON &#150; {}</p></body></html>"
OLD = (
    "\n<PAGE>\n\nBOSTON -- Ferrant &amp; Co. said &lt;so&gt;\n"
    "\n<TABLE>\n<CAPTION>\n  1999   1998\n<S>  <C>\nRevenue  1,234  1,111\n</TABLE>\n"
)


def exhibit(kind: str, text: str, *, name: str = "", description: str = "", closed: bool = True) -> str:
    fields = [f"<TYPE>{kind}", "<SEQUENCE>1"]
    fields += [f"<FILENAME>{name}"] * bool(name) + [f"<DESCRIPTION>{description}"] * bool(description)
    return "\n".join(["<DOCUMENT>", *fields, f"<TEXT>\n{text}", *(["</TEXT>", "</DOCUMENT>", ""] if closed else [])])


def submission(*exhibits: str) -> Document:
    head = "<SEC-DOCUMENT>0001.txt : 20270505\n<SEC-HEADER>0001.hdr.sgml : 20270505\nACCESSION NUMBER: 0001\n</SEC-HEADER>\n"
    return read((head + "".join(exhibits) + "</SEC-DOCUMENT>\n").encode(), "release.txt")


def test_one_exhibit_with_its_wrapper_is_read_as_a_page() -> None:
    document = read(exhibit("EX-99.1", PAGE.format("Text."), name="ex99.htm").encode())
    assert (document.format, document.text, document.notes) == ("edgar", "BOSTON – Text.", ())
    assert document.locate(document.text.index("Text")).line == 6


def test_of_a_submission_the_exhibit_99_is_read_and_the_others_are_told() -> None:
    document = submission(
        exhibit("8-K", PAGE.format("no"), name="form8k.htm"),
        exhibit("EX-99.2", PAGE.format("slides"), name="deck.htm"),
        exhibit("EX-99.1", PAGE.format("Text."), name="ex991.htm"),
        exhibit("GRAPHIC", "begin 644 logo.jpg\nM_]C\n", name="logo.jpg"),
    )
    assert document.text == "BOSTON – Text."
    assert document.notes == ("is an EDGAR submission; read EX-99.1 (ex991.htm), and not the other 3 of its documents",)


def test_exhibits_that_are_called_press_releases_are_all_read() -> None:
    document = submission(
        exhibit("EX-99.1", PAGE.format("no"), description="LETTER TO SHAREHOLDERS"),
        exhibit("EX-99.2", PAGE.format("One."), description="PRESS RELEASE DATED MAY 5, 2027"),
        exhibit("EX-99.3", PAGE.format("Two."), description="News Release"),
    )
    assert document.text == "BOSTON – One.\n\nBOSTON – Two."


def test_old_text_keeps_its_lines_and_loses_its_tags() -> None:
    document = read(exhibit("EX-99", OLD, closed=False).encode())
    lines = [line.strip() for line in document.text.split("\n") if line.strip()]
    assert lines == ["BOSTON -- Ferrant & Co. said <so>", "1999   1998", "Revenue  1,234  1,111"]
    assert document.locate(document.text.index("Revenue"))[:2] == (14, 1)


def test_a_report_of_a_foreign_issuer_may_be_the_release() -> None:
    assert submission(exhibit("6-K", PAGE.format("Text.")), exhibit("EX-10.1", "no")).text == "BOSTON – Text."


def test_a_submission_without_a_release_says_what_it_holds() -> None:
    with pytest.raises(ReadError, match=r"is an EDGAR submission without an exhibit 99 \(it holds 8-K \(a\.htm\), EX-10\.1\)"):
        submission(exhibit("8-K", "x", name="a.htm"), exhibit("EX-10.1", "y"))
    with pytest.raises(ReadError, match="no document at all"):
        submission()
    with pytest.raises(ReadError, match="is empty"):
        read(exhibit("EX-99.1", "<html><body></body></html>").encode())


@pytest.mark.parametrize("text", ["<DOCUMENT><TYPE>EX-99\nx" * 60_000, "<DOCUMENT><TYPE>EX-99\n<TEXT>x</TEXT></DOCUMENT>" * 30_000])
def test_hostile_submissions_take_time_in_step_with_their_size(text: str) -> None:
    assert read(text.encode()).format == "edgar"
