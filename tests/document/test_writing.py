"""Writing a release back: nothing changes but what was edited, and a file is replaced in one step or not at all."""

import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import read
from prlint.document.writing import WriteError, can_hold, rewritten, save

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
