"""Reading: whatever encoding and line ends, one text; whatever is no text, one clause that says so."""

import codecs
from pathlib import Path

import pytest

from prlint.document import LARGEST, ReadError, read

RELEASE = "Ferrant Reports “Positive” Data\n\nBOSTON – Ferrant said the µ-dose met its endpoint.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (RELEASE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + RELEASE.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + RELEASE.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + RELEASE.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + RELEASE.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + RELEASE.encode("utf-32-be"), "utf-32-be"),
        (RELEASE.encode("utf-16-le"), "utf-16-le"),
        (RELEASE.encode("utf-16-be"), "utf-16-be"),
        (RELEASE.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_that_authors_use_gives_the_same_text(data: bytes, encoding: str) -> None:
    document = read(data, "release.txt")
    assert (document.text, document.encoding) == (RELEASE, encoding)


def test_a_guessed_encoding_is_told_and_a_certain_one_is_not() -> None:
    assert read(RELEASE.encode("cp1252")).notes == ("is not UTF-8 (byte 0x93 in line 1), read as Windows-1252",)
    assert read(RELEASE.encode("utf-16-le")).notes == ("has no byte-order mark, read as UTF-16-LE",)
    assert read(RELEASE.encode()).notes == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_kind_of_line_end_is_one_newline_and_lines_are_as_the_editor_shows_them(end: str) -> None:
    document = read(f"One{end}two{end}{end}four".encode())
    assert document.text == "One\ntwo\n\nfour"
    place = document.locate(document.text.index("our"))
    assert (place.line, place.column) == (4, 2)
    assert [document.line_text(line) for line in (1, 2, 3, 4)] == ["One", "two", "", "four"]


def test_a_file_with_newlines_and_no_mark_keeps_its_own_text() -> None:
    text = "A\tB\u00a0C\x0bD\n  \n\nE\n"
    document = read(text.encode())
    assert document.text == text
    assert document.line_starts == (0, 8, 11, 12, 14)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        ("\u200b\ufeff\n".encode(), "is empty"),
        (b"text\0with a NUL and more", "is a binary file"),
        (b"\x01\x02\x03 few words", "is a binary file"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a binary file"),
        (codecs.BOM_UTF32_LE + b"abc", "is not text in the UTF-32-LE"),
        (b"caf\xe9 \x81", "is not text in UTF-8, UTF-16 or Windows-1252"),
        (codecs.BOM_UTF8 + b"a\0b", "is a binary file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "is an old Word document (.doc) or an encrypted Office file"),
        (b"PK\x03\x04....word/document.xml", "is a damaged or truncated Word document"),
        (b"PK\x03\x04....content.xml", "is an OpenDocument text"),
        (b"PK\x03\x04....photo.jpg", "is a zip archive"),
        (b"\x1f\x8b\x08\x00", "is a compressed file; unpack it first"),
        (b"PK\x03\x04....xl/workbook.xml", "is an Excel workbook; prlint reads text"),
        (b"PK\x03\x04....ppt/slides", "is a PowerPoint presentation"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is an encrypted Office file; save it without"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "is an old Word document (.doc); save it as .docx"),
    ],
)
def test_what_is_no_release_is_refused_with_one_clause(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(data)
    assert str(refused.value).startswith(reason)
    assert not str(refused.value).endswith(".")


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    assert "page two" in read(b"A release of one page.\f And page two, which is as long as it needs to be.\x02" + b" Words." * 20).text


def test_a_few_angle_brackets_do_not_make_a_text_html() -> None:
    assert read(b"We <br> wrote p < 0.05 and <b>bold</b> words").text.startswith("We")


def test_a_file_is_read_by_its_path_which_names_it(tmp_path: Path) -> None:
    file = tmp_path / "release.txt"
    file.write_text(RELEASE, encoding="utf-8")
    assert read(file).path == str(file)
    assert read(file, "draft").path == "draft"


def test_what_cannot_be_opened_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read(tmp_path / "missing.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="cannot be read"):
        read(tmp_path / ("x" * 5000))


def test_more_than_ten_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    file = tmp_path / "filing.txt"
    with file.open("wb") as handle:
        handle.truncate(LARGEST + 1024 * 1024)
    with pytest.raises(ReadError, match="is larger than 10 MB, and prlint reads no more"):
        read(file)
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read(b"a" * (LARGEST + 1))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device here that has no end")
def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read(Path("/dev/zero"))
