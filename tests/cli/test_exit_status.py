"""The exit table of docs/usage.md."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ERROR, INFO, SILENT, WARNING, Run

TABLE = [
    # what is given            the command line                         status  what standard error says
    ("nothing to report", ["silent.txt"], 0, ""),
    ("an error", ["error.txt"], 1, ""),
    ("a warning", ["warning.txt"], 1, ""),
    ("an info only", ["info.txt"], 0, ""),
    ("an info, failing on info", ["--fail-on", "info", "info.txt"], 1, ""),
    ("a warning, failing on errors", ["--fail-on", "error", "warning.txt"], 0, ""),
    ("an error, never failing", ["--fail-on", "never", "error.txt"], 0, ""),
    ("a missing file", ["nowhere.txt"], 2, "prlint: nowhere.txt: does not exist\n"),
    ("a folder without releases", ["empty"], 2, "prlint: empty: holds no releases (looked for *.txt, *.text, *.md, "),
    ("an empty file", ["empty.txt"], 2, "prlint: empty.txt: is empty\n"),
    ("a file of blanks", ["blank.txt"], 2, "prlint: blank.txt: is empty\n"),
    ("UTF-16 with a mark", ["utf-16.txt"], 1, ""),
    ("UTF-16 without a mark", ["utf-16-le.txt"], 1, "prlint: utf-16-le.txt: has no byte-order mark, read as UTF-16-LE\n"),
    ("UTF-8 with a mark", ["utf-8-sig.txt"], 1, ""),
    ("Windows-1252", ["cp1252.txt"], 1, "prlint: cp1252.txt: is not UTF-8 (byte 0x93 in line 1), read as Windows-1252\n"),
    ("a binary file", ["binary.txt"], 2, "prlint: binary.txt: is a binary file"),
    ("a Word file", ["word.txt"], 2, "prlint: word.txt: is a "),
    ("a good file and a missing one", ["error.txt", "nowhere.txt"], 2, "prlint: nowhere.txt: does not exist\n"),
    ("a rule that does not exist", ["--select", "HSE01", "silent.txt"], 2, "no rule, family or name `HSE01`; did you mean `HSE001`?\n"),
    ("a rule to ignore that does not exist", ["--ignore", "slithi", "silent.txt"], 2, "did you mean `slithy`?"),
    ("a rule to explain that does not exist", ["rule", "HSE01"], 2, "did you mean `HSE001`?"),
    ("an unknown option", ["--fix-it", "silent.txt"], 2, "prlint: No such option '--fix-it'"),
    ("an unknown format", ["--output-format", "xml", "silent.txt"], 2, "'xml' is not one of"),
    ("no file at all", [], 2, "prlint: which file?"),
    ("a command without its file", ["facts"], 2, "Missing argument 'FILE'"),
    ("a configuration that is not there", ["--config", "other.toml", "silent.txt"], 2, "prlint: other.toml: no such file or directory\n"),
    ("an unknown key", ["--config", "unknown-key.toml", "silent.txt"], 2, ".toml:1:1: unknown key `selekt`; did you mean `select`?\n"),
    ("bad TOML", ["--config", "bad.toml", "silent.txt"], 2, "prlint: bad.toml:1:8:"),
    ("a rule file with an error", ["--config", "bad-rule.toml", "silent.txt"], 2, "= one of error, warning, info\n"),
    ("a folder of rules that is not there", ["--config", "no-rules.toml", "silent.txt"], 2, "no such folder of rules\n"),
    ("facts of a missing file", ["facts", "nowhere.txt"], 2, "prlint: nowhere.txt: does not exist\n"),
    ("facts of a release", ["facts", "silent.txt"], 0, ""),
    ("help", ["--help"], 0, ""),
    ("the version", ["--version"], 0, ""),
]  # fmt: skip


@pytest.fixture
def stock(desk: Path, house: Path) -> Path:
    for name, text in (("silent", SILENT), ("error", ERROR), ("warning", WARNING), ("info", INFO)):
        (desk / f"{name}.txt").write_text(text, encoding="utf-8")
    marked: dict[str, Callable[[str], bytes]] = {
        "utf-16": lambda text: text.encode("utf-16"),
        "utf-16-le": lambda text: text.encode("utf-16-le"),
        "utf-8-sig": lambda text: text.encode("utf-8-sig"),
        "cp1252": lambda text: f"“{text.strip()}”".encode("cp1252"),
    }
    for name, encode in marked.items():
        (desk / f"{name}.txt").write_bytes(encode(ERROR))
    (desk / "empty").mkdir()
    (desk / "empty.txt").touch()
    (desk / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    (desk / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (desk / "word.txt").write_bytes(b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml" + b"\0" * 100)
    (desk / "unknown-key.toml").write_text("selekt = ['HSE']\n", encoding="utf-8")
    (desk / "bad.toml").write_text("select ['HSE']\n", encoding="utf-8")
    (desk / "bad-rule").mkdir()
    broken = (house / "HSE001.toml").read_text(encoding="utf-8").replace('severity = "error"', 'severity = "fatal"')
    (desk / "bad-rule" / "HSE001.toml").write_text(broken, encoding="utf-8")
    (desk / "bad-rule.toml").write_text("rules = ['bad-rule']\n", encoding="utf-8")
    (desk / "no-rules.toml").write_text("rules = ['nowhere']\n", encoding="utf-8")
    return desk


@pytest.mark.usefixtures("stock")
@pytest.mark.parametrize(("arguments", "status", "said"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_exit_status_and_what_is_said_follow_the_table(prlint: Run, arguments: list[str], status: int, said: str) -> None:
    outcome = prlint(*arguments)
    assert (outcome.status, said in outcome.err if said else outcome.err == "") == (status, True), outcome
    assert "Traceback" not in outcome.err


@pytest.mark.usefixtures("stock")
def test_one_bad_file_among_good_ones_hides_nothing(prlint: Run) -> None:
    outcome = prlint("--output-format", "concise", "error.txt", "binary.txt", "warning.txt", "silent.txt")
    assert outcome.status == 2
    assert "error.txt:1:12: error HSE001 bandersnatch: `bandersnatch` is a bandersnatch\n" in outcome.out
    assert "warning.txt:1:9: warning HSE002" in outcome.out
    assert outcome.out.endswith("1 error, 1 warning, 0 infos; 3 files checked, 0 skipped, 1 failed\n")
    assert outcome.err.count("\n") == 1


@pytest.mark.usefixtures("stock")
def test_each_error_is_one_line_on_standard_error(prlint: Run) -> None:
    outcome = prlint("nowhere.txt", "empty", "binary.txt")
    assert [line.split(":")[:2] for line in outcome.err.splitlines()] == [
        ["prlint", " nowhere.txt"],
        ["prlint", " binary.txt"],
        ["prlint", " empty"],
    ]
