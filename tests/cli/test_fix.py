"""`prlint fix`, `check --fix`, `--unsafe-fixes` and `--diff`: what is written, where, and what is told."""

import io
import json
import os
import re
import sys
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prlint.cli.fixing import Outcome, settled
from prlint.cli.main import run
from prlint.cli.session import Job, Session
from prlint.config import Settings
from prlint.engine.model import Edit
from tests.cli.conftest import Run

SAFE = "See our Form 10K.\n"
PAD = " in a line of a length that lets a control character pass for a slip of a typist, as it is in copies of wires."
UNSAFE = "The gain was significant (p=0.000).\n"
QUOTED = "“See our Form 10K for the risks,” said Ana Ruiz.\n"
ONLY = ("--select", "SEC003,STA007")


@pytest.fixture
def drafts(desk: Path) -> Path:
    """A desk with the built-in rules."""
    (desk / "prlint.toml").write_text("", encoding="utf-8")
    return desk


def write(folder: Path, text: str | bytes, name: str = "release.txt") -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def closing(out: str) -> str:
    return out.splitlines()[-1].split("failed; ")[-1]


@pytest.mark.parametrize("command", [("fix",), ("check", "--fix"), ("--fix",)])
def test_safe_fixes_are_written_and_counted(drafts: Path, prlint: Run, command: tuple[str, ...]) -> None:
    file = write(drafts, SAFE + UNSAFE)
    outcome = prlint(*command, "release.txt", *ONLY)
    assert file.read_text() == "See our Form 10-K.\n" + UNSAFE
    assert closing(outcome.out) == "1 fixed, 1 more can be fixed with --unsafe-fixes"
    assert outcome.status == 1


def test_a_file_without_findings_left_is_a_clean_run(drafts: Path, prlint: Run) -> None:
    write(drafts, SAFE)
    assert prlint("fix", "release.txt", *ONLY).status == 0


@pytest.mark.parametrize("options", [("--unsafe-fixes",), ("--fix", "--unsafe-fixes")])
def test_unsafe_fixes_are_written_when_they_are_asked_for(drafts: Path, prlint: Run, options: tuple[str, ...]) -> None:
    file = write(drafts, SAFE + UNSAFE)
    outcome = prlint("check", "release.txt", *options, *ONLY)
    assert file.read_text() == "See our Form 10-K.\nThe gain was significant (p<0.001).\n"
    assert (outcome.status, closing(outcome.out)) == (0, "2 fixed")


def test_a_plain_check_writes_nothing_and_says_what_could_be_fixed(drafts: Path, prlint: Run) -> None:
    file = write(drafts, SAFE + UNSAFE)
    out = prlint("release.txt", *ONLY, "--output-format", "full").out
    assert file.read_text() == SAFE + UNSAFE
    assert closing(out) == "1 can be fixed with --fix, 1 can be fixed with --unsafe-fixes"
    assert "= --fix: `10-K` for `10K`" in out
    assert "= --unsafe-fixes: `p<0.001` for `p=0.000`" in out


def test_a_quotation_is_left_and_its_finding_not_called_fixable(drafts: Path, prlint: Run) -> None:
    file = write(drafts, QUOTED)
    outcome = prlint("--fix", "--unsafe-fixes", "release.txt", *ONLY)
    assert file.read_text() == QUOTED
    assert "SEC003" in outcome.out
    assert "can be fixed" not in outcome.out
    assert "--fix" not in outcome.out


def test_diff_shows_and_writes_nothing(drafts: Path, prlint: Run) -> None:
    file = write(drafts, SAFE + "And no \x1b[2J\u202e harm" + PAD)
    outcome = prlint("check", "--diff", "release.txt", *ONLY)
    assert outcome.out.splitlines() == [
        "--- release.txt",
        "+++ release.txt",
        "@@ -1,2 +1,2 @@",
        "-See our Form 10K.",
        "+See our Form 10-K.",
        " And no ␛[2J<U+202E> harm" + PAD,
        "\\ No newline at end of file",
    ]
    assert (outcome.status, outcome.err) == (1, "1 would be fixed\n")
    assert file.read_text() == SAFE + "And no \x1b[2J\u202e harm" + PAD


def test_diff_of_what_needs_no_fix_is_empty(drafts: Path, prlint: Run) -> None:
    write(drafts, UNSAFE)
    outcome = prlint("check", "--diff", "release.txt", *ONLY)
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "1 can be fixed with --unsafe-fixes\n")
    write(drafts, QUOTED)
    assert prlint("fix", "--diff", "release.txt", *ONLY) == (outcome := type(outcome)(0, "", "nothing to fix\n"))
    assert prlint("fix", "--diff", "--quiet", "release.txt", *ONLY).err == ""
    assert prlint("check", "--diff", "absent.txt", *ONLY).status == 2


def test_a_difference_is_coloured_when_asked(drafts: Path, prlint: Run) -> None:
    write(drafts, SAFE)
    out = prlint("check", "--diff", "--unsafe-fixes", "--color", "always", "release.txt", *ONLY).out
    assert "\x1b[31m-See our Form 10K.\x1b[0m\n\x1b[32m+See our Form 10-K.\x1b[0m\n" in out


@pytest.mark.parametrize("color", ["auto", "always"])
@pytest.mark.usefixtures("drafts")
def test_standard_input_is_a_filter(monkeypatch: pytest.MonkeyPatch, color: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffSee our Form 10K “…”.\r\n".encode("utf-16-le"))))
    given = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", given)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert run(["--fix", "-", *ONLY, "--color", color]) == 0
    assert given.buffer.getvalue() == "\ufeffSee our Form 10-K “…”.\r\n".encode("utf-16-le")  # type: ignore[attr-defined]
    assert "1 fixed" in sys.stderr.getvalue()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("drafts")
def test_standard_input_that_cannot_be_read_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\0\1\2\3 Form 10K")))
    monkeypatch.setattr(sys, "stdout", given)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert run(["--fix", "-"]) == 2
    assert given.buffer.getvalue() == b"\0\1\2\3 Form 10K"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("encoding", "end"), list(product(["utf-8", "utf-8-sig", "utf-16", "cp1252"], ["\n", "\r\n", "\r"])))
def test_encoding_mark_and_line_ends_stay(drafts: Path, prlint: Run, encoding: str, end: str) -> None:
    text = f"A “word”.{end}{end}See our Form 10K.{end}Bye…"
    file = write(drafts, text.encode(encoding))
    prlint("fix", "release.txt", *ONLY)
    assert file.read_bytes() == text.replace("10K", "10-K").encode(encoding)


def test_a_character_that_the_file_cannot_hold_is_left_with_a_note(drafts: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(drafts, "A “word”. See our Form 10K.\n".encode("cp1252"))
    monkeypatch.setattr("prlint.checks.filings.Edit", lambda start, end, _text, safe: Edit(start, end, "≥10-K", safe))
    before = file.read_bytes()
    outcome = prlint("fix", "release.txt", *ONLY)
    assert file.read_bytes() == before
    assert outcome.err.splitlines()[-1] == "prlint: release.txt: the fix of SEC003 at 1:19 is left: Windows-1252 has no `≥`"
    assert "is left" not in prlint("fix", "release.txt", "--quiet", *ONLY).err


def test_fixes_that_undo_each_other_leave_the_file(drafts: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(drafts, SAFE)
    for endless in ({"10K": "10 K", "10 K": "10K"}, {"10K": "10K."}):
        by_length = {len(old): new for old, new in endless.items()}
        monkeypatch.setattr(
            "prlint.checks.filings.Edit", lambda start, end, _, safe, new=by_length: Edit(start, end, new[end - start], safe)
        )
        outcome = prlint("fix", "release.txt", *ONLY)
        assert file.read_text() == SAFE
        assert outcome.status == 2
        assert outcome.err == "prlint: release.txt: has fixes that undo each other (SEC003), and was left as it is\n"


def test_a_read_only_file_is_an_error_and_the_others_are_fixed(drafts: Path, prlint: Run) -> None:
    first, second = write(drafts, SAFE, "a.txt"), write(drafts, SAFE, "b.txt")
    first.chmod(0o444)
    outcome = prlint("fix", "a.txt", "b.txt", *ONLY)
    assert outcome.status == 2
    assert outcome.err == "prlint: a.txt: is read-only, and was left as it is\n"
    assert (first.read_text(), second.read_text()) == (SAFE, "See our Form 10-K.\n")
    assert "1 file checked, 0 skipped, 1 failed; 1 fixed" in outcome.out


def test_a_link_stays_and_what_it_leads_to_is_fixed(drafts: Path, prlint: Run) -> None:
    file = write(drafts, SAFE, "real.txt")
    (drafts / "link.txt").symlink_to(file)
    assert prlint("fix", "link.txt", *ONLY).status == 0
    assert (drafts / "link.txt").is_symlink()
    assert file.read_text() == "See our Form 10-K.\n"


def test_a_file_that_needs_no_fix_is_not_touched(drafts: Path, prlint: Run) -> None:
    file = write(drafts, QUOTED)
    os.utime(file, (1, 1))
    prlint("fix", "release.txt", *ONLY)
    assert file.stat().st_mtime == 1


def test_a_defect_leaves_the_file_and_is_one_line(drafts: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(drafts, SAFE)

    def broken(*_: object) -> bytes:
        raise RuntimeError("no")

    monkeypatch.setattr("prlint.cli.fixing.rewritten", broken)
    monkeypatch.delenv("PRLINT_TRACEBACK", raising=False)
    outcome = prlint("fix", "release.txt", *ONLY)
    assert (outcome.status, file.read_text()) == (2, SAFE)
    assert "which is a defect (RuntimeError: no)" in outcome.err


def test_json_counts_what_was_fixed_and_what_can_be(drafts: Path, prlint: Run) -> None:
    write(drafts, SAFE + UNSAFE)
    told = json.loads(prlint("release.txt", "--output-format", "json", *ONLY).out)
    assert [finding["edits"][0]["text"] for finding in told["files"][0]["findings"]] == ["10-K", "p<0.001"]
    assert [told["summary"][key] for key in ("fixed", "fixable", "unsafely_fixable")] == [0, 1, 1]
    told = json.loads(prlint("fix", "release.txt", "--output-format", "json", *ONLY).out)
    assert [told["summary"][key] for key in ("fixed", "fixable", "unsafely_fixable")] == [1, 0, 1]


SENTENCES = [
    "See our Form 10K and our Form 8K, filed with the Security and Exchange Commission.",
    "Statements are made under the Private Securities Litigation Reform Act of 1996.",
    "They are made under Section 21(E) of the Securities Exchange Act of 1934.",
    "“We filed a Form 10K under Section 21(E), and Velmira met its goal (p=0.000),” said Ana Ruiz, Chief Executive Officer of Ferrant.",
    "The Phase 2 trial (NCT-01234567) of Velmira met its primary endpoint (p=0.000) in 12 of 30 patients (45%).",
    "Velmira® is sold in Europe, and Korvel is not.",
    "Velmira® and Korvel™ is a registered trademarks of Ferrant.",
    "Velmira® are registered trademark of Ferrant Therapeutics, Inc.",
    "The Phase II trial follows a phase 3 trial and a Ph2 trial.",
    "The independent review committee and the independent review facility met the DSMB twice; the DSMB agreed.",
    "An Independent Review Committee (IRC) and tavorexant® were named.",
    "Data are at www.sec.com and in the Annual Report on Form 10-K for the year ended December 31, 2019.",
]
STRINGS = re.compile("“[^”\n]*”")
FIGURES = re.compile(r"\d+%|\d+ of \d+|NCT\D?\d+")


@cache
def everything() -> Job:
    """A file under every built-in rule."""
    session = Session(None, lambda _: Settings(extend_select=("ALL",)))
    return Job(session, "release.txt", session.for_file("release.txt"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    st.sampled_from([" ", "\n\n", "\r\n\r\n"]),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
    st.booleans(),
)
def test_fixed_twice_is_fixed_once_and_quotations_and_figures_stay(sentences: list[str], between: str, encoding: str, unsafe: bool) -> None:
    head = "Ferrant Reports Data\n\nBOSTON, March 4, 2027 -- Ferrant Therapeutics, Inc. (Nasdaq: FRNT) reported data today. "
    given_bytes = (head.replace("\n\n", between) + between.join(sentences)).encode(encoding)
    once: Outcome = settled(everything(), "release.txt", given_bytes, unsafe=unsafe)
    again = settled(everything(), "release.txt", once.data, unsafe=unsafe)
    assert (again.data, again.report.fixed) == (once.data, 0)
    assert STRINGS.findall(once.after) == STRINGS.findall(once.before)
    assert [re.sub(r"\W", "", found) for found in FIGURES.findall(once.after)] == [
        re.sub(r"\W", "", found) for found in FIGURES.findall(once.before)
    ]


@pytest.mark.parametrize("case", sorted((Path(__file__).parents[1] / "cases").glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_whole_release_is_fixed_once(case: Path, unsafe: bool) -> None:
    once = settled(everything(), "release.txt", case.read_bytes(), unsafe=unsafe)
    assert settled(everything(), "release.txt", once.data, unsafe=unsafe).data == once.data
    assert STRINGS.findall(once.after) == STRINGS.findall(once.before)


def test_a_rule_that_stops_leaves_the_file(drafts: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(drafts, SAFE)
    monkeypatch.setattr("prlint.checks.filings.Edit", lambda *_: 1 / 0)
    outcome = prlint("fix", "release.txt", *ONLY)
    assert (outcome.status, file.read_text()) == (2, SAFE)
    assert "rule SEC003 could not be run" in outcome.err


def test_a_text_that_would_be_read_otherwise_is_not_written(drafts: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(drafts, SAFE)
    monkeypatch.setattr("prlint.checks.filings.Edit", lambda start, end, _, safe: Edit(start, end, "10-K\r", safe))
    outcome = prlint("fix", "release.txt", *ONLY)
    assert (outcome.status, file.read_text()) == (2, SAFE)
    assert outcome.err == "prlint: release.txt: would be read otherwise after its fixes, and was left as it is\n"
