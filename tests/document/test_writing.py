"""Writing a release back: nothing changes but what was edited, and a file is replaced in one step or not at all."""

import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import read
from prlint.document.writing import WriteError, can_hold, obstacle, put, rewritten, save

MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE, "utf-8": codecs.BOM_UTF8}
LINES = st.lists(
    st.tuples(st.text("ab é®—…", min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r", "\r\r\n", "\x85", "\u2028"])), max_size=6
)


@given(LINES, st.sampled_from(["utf-8", *MARKS]), st.booleans(), st.data())
def test_one_replacement_changes_its_own_characters_and_no_other_byte(
    lines: list[tuple[str, str]], encoding: str, marked: bool, data: st.DataObject
) -> None:
    raw = "Aa" + "".join(map("".join, lines))
    mark = MARKS[encoding] if marked or encoding != "utf-8" else b""
    whole = mark + raw.encode(encoding)
    document = read(whole)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, min(len(document.text), start + 3)))
    new = rewritten(whole, document, [(start, end, "<ü>")])
    again = read(new)
    assert again.text == document.text[:start] + "<ü>" + document.text[end:]
    at = new.index("<ü>".encode(encoding))
    assert whole.startswith(new[:at])
    assert whole.endswith(new[at + len("<ü>".encode(encoding)) :])
    assert rewritten(whole, document, []) == whole


def test_a_windows_file_stays_one() -> None:
    whole = "The “first” line\r\nand a second\r\n".encode("cp1252")
    document = read(whole)
    start = document.text.index("second")
    assert rewritten(whole, document, [(start, start + 6, "third®")]) == "The “first” line\r\nand a third®\r\n".encode("cp1252")
    assert can_hold(document, "®")
    assert not can_hold(document, "≥")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_others_do(end: str) -> None:
    whole = f"One.{end}Two.".encode()
    assert rewritten(whole, read(whole), [(9, 9, "\n\n###")]) == f"One.{end}Two.{end}{end}###".encode()


def test_only_text_is_rewritten() -> None:
    document = read(b"Some text.")
    with pytest.raises(WriteError, match="is not plain text"):
        rewritten(b"%PDF-1.7", document, [])


def test_mode_and_link_stay_and_nothing_is_left_beside(tmp_path: Path) -> None:
    file, link = tmp_path / "real.txt", tmp_path / "link.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    save(link, b"old", b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.txt", "real.txt"]


def test_a_read_only_file_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(WriteError, match="is read-only"):
        save(file, b"old", b"new")
    assert file.read_bytes() == b"old"


def test_what_somebody_else_wrote_meanwhile_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"newer")
    with pytest.raises(WriteError, match="changed by somebody else"):
        save(file, b"old", b"new")
    assert file.read_bytes() == b"newer"


def test_a_pipe_is_no_file_to_write(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match="no regular file"):
        save(tmp_path / "pipe", b"", b"new")
    with pytest.raises(WriteError, match="cannot be written"):
        save(tmp_path / "absent", b"", b"new")


def test_a_file_is_whole_and_alone_if_replacing_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"no space left on device.*left as it is"):
        save(file, b"old", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"old")]


def test_a_new_file_has_the_mode_that_the_umask_allows_and_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o027)
    try:
        put(tmp_path / "a.json", b"new")
    finally:
        os.umask(before)
    assert ((tmp_path / "a.json").read_bytes(), (tmp_path / "a.json").stat().st_mode & 0o777) == (b"new", 0o640)

    def full(_: int) -> None:
        assert not (tmp_path / "b.json").exists()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="no space left on device"):
        put(tmp_path / "b.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def edited(data: bytes, name: str, old: str, new: str) -> bytes | str:
    """A file in which some words of its text were replaced, or what stands in the way."""
    document = read(data, name)
    start = document.text.index(old)
    edit = (start, start + len(old), new)
    why = obstacle(document, *edit)
    if why:
        return why
    written = rewritten(data, document, [edit])
    assert read(written, name).text == document.text.replace(old, new, 1)
    return written


PAGE = '<html><head><meta charset="windows-1252"></head>\r\n<body><p>Our <b>Form 10</b>K\r\n and {}</p></body></html>'


def test_a_page_keeps_its_marks_and_takes_any_character() -> None:
    data = PAGE.format("Form&nbsp;8K &mdash; p=0").encode("cp1252")
    assert edited(data, "", "8K", "8-K") == data.replace(b"8K", b"8-K")
    assert edited(data, "", "p=0", "p<≥0 & “so”") == data.replace(b"p=0", b"p&lt;&#8805;0 &amp; \x93so\x94")
    assert edited(data, "", "—", "-") == data.replace(b"&mdash;", b"-")
    assert edited(data, "", "K and", "K or") == data.replace(b"K\r\n and", b"K or")


def test_words_that_marks_divide_are_left() -> None:
    data = PAGE.format("more").encode()
    for old, new in (("10K", "10-K"), ("Our Form", "The Form"), ("more", "more\n\n###")):
        assert edited(data, "", old, new) == "the marks of the file stand in its way"
    assert edited(b"<html><body><ul><li>One</ul>", "", "• One", "• Two") == "the marks of the file stand in its way"


def test_a_mark_joins_the_word_before_it_inside_of_its_own_marks() -> None:
    data = b"<html><body><p><b>Corvexa</b> is"
    document = read(data)
    assert rewritten(data, document, [(7, 7, "\u00ae")]) == "<html><body><p><b>Corvexa®</b> is".encode()


def test_markdown_keeps_its_marks_and_what_is_written_is_text() -> None:
    data = "---\r\na: b\r\n---\r\n\r\n# Head\r\n\r\nOur **Form 10K** [and](x) *p=0*.\r\n".encode("utf-16")
    assert edited(data, "", "10K", "10-K") == data.replace("10K".encode("utf-16-le"), "10-K".encode("utf-16-le"))
    assert edited(data, "", "p=0", "p<a* & [x]") == data.replace("p=0".encode("utf-16-le"), r"p\<a\* & \[x]".encode("utf-16-le"))
    assert edited(data, "", "K and", "K or") == "the marks of the file stand in its way"


def test_a_paragraph_that_is_added_to_markdown_stands_behind_all_marks() -> None:
    data = b"# Head\n\nThe **end**"
    document = read(data, "a.md")
    end = len(document.text)
    assert rewritten(data, document, [(end, end, "\n\n###")]) == b"# Head\n\nThe **end**\n\n###"


def test_what_a_file_cannot_take_is_told() -> None:
    assert edited("A “word” here".encode("cp1252"), "", "word", "≥≤") == "Windows-1252 has no `≤` `≥`"
    assert edited(rb"{\rtf1 Form 10K}", "", "10K", "10-K") == "only text, Markdown and HTML are changed in their files"
    with pytest.raises(WriteError, match="is not plain text"):
        rewritten(rb"{\rtf1 Form 10K}", read(rb"{\rtf1 Form 10K}"), [])


def test_a_page_with_broken_characters_is_left() -> None:
    data = '<html><head><meta charset="utf-8"><body><p>Form 10K’s'.encode() + b"\xe2"
    with pytest.raises(WriteError, match="has bytes that are no characters"):
        rewritten(data, read(data), [(0, 1, "f")])
