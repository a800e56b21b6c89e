"""Hostile and broken Word files: refused with one clause, before they cost anything."""

import io
import struct
import zipfile

import pytest

from prlint.document import ReadError, read
from prlint.document.word_package import LARGEST_PART, Package
from tests.document.word_files import MACRO_TYPE, docx, p, part, parts_of, r, zipped

BODY = f"<w:body>{p('One')}</w:body>"


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        read(data, "draft.docx")
    assert not str(error.value).endswith(".")
    assert "\n" not in str(error.value)
    return str(error.value)


def with_text(xml: str | bytes) -> bytes:
    return docx("<?xml", extra={"word/document.xml": xml if isinstance(xml, bytes) else xml.encode()})


def test_a_zip_bomb_is_refused_by_its_announcement() -> None:
    bomb = with_text(part("document", f"<w:body>{p('x' * 6_000_000)}</w:body>"))
    assert len(bomb) < 60_000
    assert refused(bomb) == "would inflate to 6 MB of text, which prlint refuses"


def test_a_part_that_announces_more_than_is_allowed_is_refused() -> None:
    assert "would inflate" in refused(announcing(docx(p("One")), LARGEST_PART + 1))


def test_a_part_that_is_longer_than_it_says_is_read_no_further() -> None:
    assert "damaged" in refused(announcing(docx(p("One " * 3000)), 100))


def announcing(data: bytes, size: int) -> bytes:
    """A document whose list of parts lies about the size of the text."""
    entry = data.rindex(b"word/document.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    return data[: entry + 24] + struct.pack("<I", size) + data[entry + 28 :]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/w.dtd">',
    ],
)
def test_document_types_and_their_entities_are_refused(doctype: str) -> None:
    xml = part("document", f"<w:body>{p('&amp;x;')}</w:body>").replace("?>", f"?>{doctype}", 1)
    assert "a document type of its own" in refused(with_text(xml))


def test_deep_nesting_is_refused_and_what_people_nest_is_not() -> None:
    def nested(depth: int) -> str:
        return part("document", f"<w:body>{'<w:sdt><w:sdtContent>' * depth}{p('One')}{'</w:sdtContent></w:sdt>' * depth}</w:body>")

    assert read(with_text(nested(50)), "").text == "One"
    assert "nested more than" in refused(with_text(nested(20_000)))


@pytest.mark.parametrize("kept", [0.3, 0.8, 0.99])
def test_a_truncated_document_is_damaged(kept: float) -> None:
    whole = docx(p("One"), extra={"word/media/x.bin": bytes(range(256)) * 20})
    assert "damaged or truncated" in refused(whole[: int(len(whole) * kept)])


def test_xml_that_is_none_is_damaged() -> None:
    assert "damaged" in refused(with_text("<w:document>"))
    assert "damaged" in refused(with_text("<document><unbound:p/></document>"))
    assert "damaged" in refused(with_text(b"\xff\xfe" + b"\x00\xd8" * 3))
    assert "damaged" in refused(with_text(b"<a>\xff</a>"))


def test_a_part_that_is_spoilt_is_damaged() -> None:
    data = bytearray(docx(p("One " * 2000)))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = b"\xff" * 20
    assert "damaged" in refused(bytes(data))


def test_an_archive_without_a_text_part_or_with_two_is_damaged() -> None:
    assert refused(zipped({"word/other.xml": "x"})) == "is a damaged Word document (it has no text part)"
    file = io.BytesIO(docx(p("One")))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", part("document", BODY))
    assert "makes no sense" in refused(file.getvalue())


def test_an_encrypted_document_is_told_so() -> None:
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)).startswith(
        "is an old Word document (.doc) or an encrypted Office file"
    )
    data = bytearray(docx(p("One")))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 1)
    assert "encrypted" in refused(bytes(data))


def test_macros_are_never_run_and_the_text_is_read() -> None:
    data = docx(p("One"), type_=MACRO_TYPE, extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()"})
    assert read(data, "draft.docm").text == "One"
    assert Package(data).has_macros
    assert not Package(docx(p("One"))).has_macros


def test_more_text_than_a_release_can_hold_is_refused() -> None:
    lines = "".join(p(f"{index:07} {'words and ' * 40}") for index in range(27_000))
    assert "holds more than 10 MB of text" in refused(docx(lines))


def test_ten_thousand_paragraphs_are_read_whole() -> None:
    document = read(docx("".join(p(f"Paragraph {index} ", r("bold", "<w:b/>")) for index in range(10_000))), "")
    assert document.locate(len(document.text)).line == 10_000


def test_a_copy_keeps_every_other_part_byte_for_byte() -> None:
    data = docx(p("One"), extra={"word/media/a.bin": bytes(range(256)) * 500, "empty.bin": b""})
    copy = Package(data).replaced({"word/new.xml": b"<new/>"})
    assert parts_of(copy) == {**parts_of(data), "word/new.xml": b"<new/>"}
