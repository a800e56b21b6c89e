"""`prlint waive`: writes a waiver that holds, or says why it cannot."""

import os
import pty
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import ERROR, SILENT, Run
from tests.cli.waivers import FROZEN, waiver, write_waivers

REASON = ("--reason", "Counsel agreed")


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FROZEN))


def waivers(desk: Path) -> list[dict[str, object]]:
    told: list[dict[str, object]] = tomllib.loads((desk / "prlint-waivers.toml").read_text(encoding="utf-8"))["waiver"]
    return told


def test_it_writes_a_waiver_that_waives_the_finding(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    outcome = prlint("waive", "release.txt", "bandersnatch", *REASON, "--approved-by", "Ana Ruiz", "--expires", "2027-06-30")
    assert (outcome.status, outcome.out) == (0, "prlint-waivers.toml: HSE001 in release.txt is waived\n")
    assert waivers(desk) == [
        {
            "code": "HSE001",
            "file": "release.txt",
            "quote": "bandersnatch",
            "reason": "Counsel agreed",
            "approved-by": "Ana Ruiz",
            "date": date(2027, 1, 15),
            "expires": date(2027, 6, 30),
        }
    ]
    assert prlint("release.txt").status == 0


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_the_file_holds_already_stays_as_it_is(desk: Path, prlint: Run, line_end: str) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    before = (
        f"# ours{line_end}[[waiver]]  # of last year{line_end}code = 'HSE002'{line_end}file = 'x'{line_end}quote = 'y'{line_end}reason='é'"
    )
    (desk / "prlint-waivers.toml").write_bytes(before.encode())
    assert prlint("waive", "release.txt", "HSE001", *REASON).status == 0
    after = (desk / "prlint-waivers.toml").read_bytes().decode()
    assert after.startswith(before + line_end)
    assert after.count("\n") == after.count(line_end)
    assert [waiver["code"] for waiver in waivers(desk)] == ["HSE002", "HSE001"]


def test_words_of_a_stranger_stay_words(desk: Path, prlint: Run) -> None:
    text = 'The "first\\" bandersnatch]] \x7f [[waiver.\n\nThe second bandersnatch.\n'
    (desk / "release.txt").write_text(text, encoding="utf-8")
    outcome = prlint(
        "waive", "release.txt", "HSE001", "--reason", 'a "b" \\ \n[[waiver]]', "--quote", 'first\\" bandersnatch]] \x7f [[waiver'
    )
    assert outcome.status == 0, outcome.err
    assert waivers(desk)[0]["reason"] == 'a "b" \\ [[waiver]]'
    assert prlint("release.txt", "--output-format", "concise").out.startswith("release.txt:3:12: error HSE001")


def test_of_several_places_one_must_be_named(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text("The first bandersnatch.\n\nThe second bandersnatch.\n", encoding="utf-8")
    outcome = prlint("waive", "release.txt", "HSE001", *REASON)
    assert outcome.status == 2
    assert outcome.err == (
        "prlint: release.txt: 2 findings of HSE001 (1:11, 3:12): name one by its words with --quote, or all with --times 2\n"
    )
    assert not (desk / "prlint-waivers.toml").exists()
    assert prlint("waive", "release.txt", "HSE001", *REASON, "--quote", "second bandersnatch").status == 0
    assert [waiver["quote"] for waiver in waivers(desk)] == ["second bandersnatch"]
    assert prlint("waive", "release.txt", "HSE001", *REASON, "--quote", "the first bandersnatch").status == 0
    assert prlint("release.txt").status == 0


def test_all_of_several_places_may_be_waived_by_their_number(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR + "\n" + ERROR, encoding="utf-8")
    assert prlint("waive", "release.txt", "HSE001", *REASON, "--times", "2").status == 0
    assert waivers(desk)[0]["times"] == 2
    assert prlint("release.txt").status == 0


def test_more_than_there_are_cannot_be_waived_in_advance(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR + "\n" + ERROR, encoding="utf-8")
    outcome = prlint("waive", "release.txt", "HSE001", *REASON, "--times", "3")
    assert (outcome.status, outcome.err) == (2, "prlint: release.txt: 2 findings of HSE001 (1:12, 3:12), not 3: --times 2\n")
    assert not (desk / "prlint-waivers.toml").exists()


def test_what_is_waived_already_is_told_as_such(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text("The first bandersnatch.\n\nThe second bandersnatch.\n", encoding="utf-8")
    first = ("waive", "release.txt", "HSE001", *REASON, "--quote", "first bandersnatch")
    assert prlint(*first).status == 0
    assert prlint(*first).err == "prlint: release.txt: the finding of HSE001 with these words is waived already\n"
    assert prlint(*first[:-1], "third bandersnatch").err == "prlint: release.txt: no finding of HSE001 has these words\n"


def test_words_that_stand_in_several_findings_are_not_enough(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text("A bandersnatch.\n\nA bandersnatch and a jabberwock.\n", encoding="utf-8")
    outcome = prlint("waive", "release.txt", "HSE001", *REASON, "--quote", "bandersnatch and")
    assert outcome.status == 0
    (desk / "prlint-waivers.toml").unlink()
    outcome = prlint("waive", "release.txt", "HSE001", *REASON, "--quote", "bandersnatch")
    assert "2 findings of HSE001 (1:3, 3:3): name one by its words" in outcome.err


def test_words_that_another_waived_finding_has_too_are_not_enough(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text("The first bandersnatch.\n\nThe second bandersnatch.\n", encoding="utf-8")
    assert prlint("waive", "release.txt", "HSE001", *REASON, "--quote", "first bandersnatch").status == 0
    outcome = prlint("waive", "release.txt", "HSE001", *REASON)
    assert outcome.status == 2
    assert outcome.err == (
        "prlint: release.txt: the words stand in 2 findings (1:11, 3:12): quote more of the text around them with --quote\n"
    )


def test_waivers_of_other_files_do_not_count(desk: Path, prlint: Run) -> None:
    for name in ("release", "other"):
        (desk / f"{name}.txt").write_text(ERROR, encoding="utf-8")
        assert prlint("waive", f"{name}.txt", "HSE001", *REASON).status == 0
    assert [waiver["file"] for waiver in waivers(desk)] == ["release.txt", "other.txt"]


def test_findings_with_different_words_have_a_waiver_each(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text('select = ["SEC003"]\n', encoding="utf-8")
    (desk / "release.txt").write_text("See our Form 10K.\n\nSee our Form 8K.\n", encoding="utf-8")
    outcome = prlint("waive", "release.txt", "SEC003", *REASON, "--times", "2")
    assert outcome.status == 2
    assert outcome.err == "prlint: release.txt: 2 findings of SEC003 with different words (1:9, 3:9): a waiver each, with --quote\n"


def test_a_waiver_that_somebody_else_writes_meanwhile_is_not_lost(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    theirs = waiver("HSE002", "x")
    write_waivers(desk, "# ours\n")
    monkeypatch.setattr("click.prompt", lambda *_, **__: write_waivers(desk, theirs) and "Counsel agreed")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    outcome = prlint("waive", "release.txt", "HSE001")
    assert outcome.status == 2
    assert "was changed by somebody else meanwhile" in outcome.err
    assert (desk / "prlint-waivers.toml").read_text(encoding="utf-8") == theirs


def test_a_part_of_the_words_names_a_finding_and_all_of_them_are_written(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    assert prlint("waive", "release.txt", "HSE001", *REASON, "--quote", "bander").status == 0
    assert waivers(desk)[0]["quote"] == "bandersnatch"


def test_something_absent_is_waived_without_words(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text('select = ["STR001"]\n', encoding="utf-8")
    (desk / "release.txt").write_text(
        "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. today announced results of a trial.\n", encoding="utf-8"
    )
    assert prlint("release.txt").status == 1
    assert prlint("waive", "release.txt", "STR001", *REASON).status == 0
    assert waivers(desk)[0]["quote"] == ""
    assert prlint("release.txt").status == 0


REFUSED = [
    ("nothing to waive", ["release.txt", "HSE002", *REASON], "release.txt: HSE002 reports nothing there that is not waived already"),
    ("other words", ["release.txt", "HSE001", *REASON, "--quote", "jabberwock"], "release.txt: no finding of HSE001 has these words"),
    ("words for a place", ["release.txt", "HSE001", *REASON, "--quote", ""], "release.txt: no finding of HSE001 has these words"),
    ("no such rule", ["release.txt", "HSE01", *REASON], "no rule, family or name `HSE01`; did you mean `HSE001`?"),
    ("a rule that is off", ["release.txt", "STR001", *REASON], "release.txt: STR001 does not run with this configuration"),
    ("no reason", ["release.txt", "HSE001"], "a waiver needs a reason: --reason TEXT"),
    ("an empty reason", ["release.txt", "HSE001", "--reason", " "], "a waiver needs a reason, and this one is empty"),
    ("standard input", ["-", "HSE001", *REASON], "a waiver is for a file, and standard input is none"),
    ("no such file", ["gone.txt", "HSE001", *REASON], "gone.txt: does not exist"),
    ("no day", ["release.txt", "HSE001", *REASON, "--expires", "2027-02-30"], "`2027-02-30` is no day of the calendar"),
    ("a day that is over", ["release.txt", "HSE001", *REASON, "--expires", "2027-01-14"], "has expired before it begins"),
]


@pytest.mark.parametrize(("arguments", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_waived_is_refused_and_nothing_is_written(desk: Path, prlint: Run, arguments: list[str], said: str) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    outcome = prlint("waive", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (desk / "prlint-waivers.toml").exists()


def test_a_file_with_a_mistake_is_left_alone(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    (desk / "prlint-waivers.toml").write_text("[[waiver]]\ncode = 1\n", encoding="utf-8")
    outcome = prlint("waive", "release.txt", "HSE001", *REASON)
    assert (outcome.status, outcome.err.splitlines()[0]) == (2, "prlint: prlint-waivers.toml:2:1: `code` cannot be used")
    assert (desk / "prlint-waivers.toml").read_text(encoding="utf-8") == "[[waiver]]\ncode = 1\n"


def test_a_folder_that_cannot_be_written_is_one_line(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    outcome = prlint("waive", "release.txt", "HSE001", *REASON, "--waivers", "gone/w.toml")
    assert outcome.status == 2
    assert outcome.err == "prlint: gone/w.toml: cannot be written (no such file or directory)\n"


def test_the_new_file_stands_beside_the_configuration_else_beside_the_release(desk: Path, prlint: Run) -> None:
    (desk / "drafts").mkdir()
    (desk / "drafts" / "release.txt").write_text(ERROR, encoding="utf-8")
    assert prlint("waive", "drafts/release.txt", "HSE001", *REASON).status == 0
    assert waivers(desk)[0]["file"] == "drafts/release.txt"


def test_on_a_terminal_it_asks_for_the_reason(desk: Path) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    os.write(ours, b"Counsel agreed\n")
    command = [sys.executable, "-m", "prlint", "waive", "release.txt", "HSE001"]
    done = subprocess.run(command, stdin=theirs, capture_output=True, env=environment, text=True, check=False)
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, done.stderr) == (0, "Why may it stand: ")
    assert waivers(desk)[0]["reason"] == "Counsel agreed"


def test_a_release_without_findings_has_nothing_to_waive(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    assert prlint("waive", "release.txt", "HSE001", *REASON).status == 2
