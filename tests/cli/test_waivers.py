"""Waivers: what they let stand, and what is said of those that do not hold."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ERROR, SILENT, WARNING, Run
from tests.cli.waivers import FROZEN, waiver, write_waivers

SIGNED = {"approved_by": "Ana Ruiz", "date": "2027-01-10"}


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FROZEN))


def findings(prlint: Run, *arguments: str) -> list[dict[str, str]]:
    told = json.loads(prlint("check", *arguments, "--output-format", "json").out)
    return [finding for file in told["files"] for finding in file["findings"]]


def lines(prlint: Run, *arguments: str) -> list[str]:
    return prlint("check", *arguments, "--output-format", "concise").out.splitlines()


def test_a_waived_finding_is_told_with_who_and_why_and_does_not_fail_the_run(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, expires="2027-06-30"))
    outcome = prlint("release.txt")
    assert (outcome.status, outcome.out) == (0, "0 errors, 0 warnings, 0 infos, 1 waived; 1 file checked, 0 skipped, 0 failed\n")
    assert findings(prlint, "release.txt")[0]["waived"] == "Counsel agreed (approved by Ana Ruiz on 2027-01-10, until 2027-06-30)"


@pytest.mark.parametrize(
    "text",
    [
        "Much was put before it.\n\nMore.\n\nA frumious bandersnatch.\n",
        "It was a FRUMIOUS   “Bandersnatch”.\n",
        "A new word, and a frumious\n“bandersnatch” in two lines.\n",
    ],
)
def test_a_waiver_survives_edits_around_its_words(desk: Path, prlint: Run, text: str) -> None:
    (desk / "release.txt").write_text(text, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", 'a frumious "bandersnatch' if "“" in text else "bandersnatch", **SIGNED))
    assert prlint("release.txt").status == 0


def test_a_waiver_ends_when_its_words_change_and_is_then_reported_as_unused(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text("A very frumious young bandersnatch.\n", encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "a frumious bandersnatch", **SIGNED))
    assert lines(prlint, "release.txt") == [
        "release.txt:1:23: error HSE001 bandersnatch: `bandersnatch` is a bandersnatch",
        "prlint-waivers.toml:4:1: warning WVR002 unused-waiver: the waiver of HSE001 fits no finding in release.txt",
        "1 error, 1 warning, 0 infos; 1 file checked, 0 skipped, 0 failed",
    ]


def test_a_part_of_the_words_is_not_enough(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bander", **SIGNED))
    assert prlint("release.txt").status == 1


def test_an_expired_waiver_waives_nothing_and_says_so(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, expires="2027-01-14"))
    told = lines(prlint, "release.txt")
    assert told[0].startswith("release.txt:1:12: error HSE001")
    assert told[1] == (
        "prlint-waivers.toml:8:1: warning WVR001 expired-waiver: the waiver of HSE001 expired on 2027-01-14 and waives nothing"
    )


def test_a_waiver_holds_on_its_last_day(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, expires="2027-01-15"))
    assert prlint("release.txt").status == 0


def test_a_waiver_that_fits_more_places_than_it_says_waives_none_of_them(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR + "\n" + ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED))
    told = lines(prlint, "release.txt")
    assert [line.split()[2] for line in told[:3]] == ["HSE001", "HSE001", "WVR003"]
    assert "fits 2 findings in release.txt, stands for 1, and waives nothing" in told[2]
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, times=2))
    assert prlint("release.txt").status == 0


def test_more_of_the_text_around_them_tells_two_places_apart(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text("The first bandersnatch.\n\nThe second bandersnatch.\n", encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "The second bandersnatch", **SIGNED))
    assert lines(prlint, "release.txt")[0].startswith("release.txt:1:11: error")
    assert [bool(finding.get("waived")) for finding in findings(prlint, "release.txt")] == [False, True]


def test_a_waiver_without_an_approver_holds_and_is_noted(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch"))
    outcome = prlint("release.txt", "--output-format", "concise")
    assert outcome.status == 0
    assert outcome.out.startswith("prlint-waivers.toml:2:1: info WVR004 unsigned-waiver: the waiver of HSE001 does not say who approved it")


def test_a_waiver_of_a_file_or_a_rule_that_was_not_checked_is_not_called_unused(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, file="other.txt"), waiver("HSE002", "jabberwock", **SIGNED))
    assert prlint("release.txt", "--select", "HSE001").out == "0 errors, 0 warnings, 0 infos; 1 file checked, 0 skipped, 0 failed\n"
    assert "WVR002" in prlint("release.txt").out


def test_a_glob_may_name_several_files_and_counts_in_each(desk: Path, prlint: Run) -> None:
    (desk / "drafts").mkdir()
    for name in ("a", "b"):
        (desk / "drafts" / f"{name}.txt").write_text(ERROR, encoding="utf-8")
    (desk / "drafts" / "c.txt").write_text(SILENT, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, file="drafts/*.txt"))
    assert prlint("drafts").out == "0 errors, 0 warnings, 0 infos, 2 waived; 3 files checked, 0 skipped, 0 failed\n"


def test_the_nearest_waivers_upward_apply_and_an_option_names_others(desk: Path, prlint: Run) -> None:
    (desk / "drafts").mkdir()
    (desk / "drafts" / "release.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, file="drafts/release.txt"))
    assert prlint("drafts/release.txt").status == 0
    write_waivers(desk / "drafts", waiver("HSE001", "bandersnatch", **SIGNED, file="elsewhere.txt"))
    assert prlint("drafts/release.txt").status == 1
    assert prlint("check", "drafts/release.txt", "--waivers", "prlint-waivers.toml").status == 0


def test_many_files_on_several_cores_keep_their_waivers(desk: Path, prlint: Run) -> None:
    for number in range(60):
        (desk / f"{number:02}.txt").write_text(ERROR, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED, file="5?.txt"))
    alone, together = (prlint("check", ".", "--jobs", jobs, "--output-format", "json") for jobs in ("1", "2"))
    assert alone == together
    assert json.loads(alone.out)["summary"]["waived"] == 10


def test_fixes_leave_alone_what_is_waived(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text('select = ["SEC003"]\n', encoding="utf-8")
    (desk / "release.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    assert "+See our Form 10-K." in prlint("check", "--diff", "release.txt").out
    write_waivers(desk, waiver("SEC003", "Form 10K", **SIGNED))
    assert prlint("check", "--diff", "release.txt").out == ""
    assert prlint("check", "--fix", "release.txt").status == 0
    assert (desk / "release.txt").read_text(encoding="utf-8") == "See our Form 10K.\n"


def test_what_is_said_of_waivers_can_be_ignored(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED))
    assert prlint("release.txt").status == 1
    for word in ("WVR", "WVR002", "unused-waiver"):
        assert prlint("release.txt", "--ignore", word).status == 0
    outcome = prlint("release.txt", "--ignore", "WVR9")
    assert (outcome.status, "no rule, family or name `WVR9`" in outcome.err) == (2, True)


def test_what_is_said_of_waivers_has_the_severity_that_is_configured(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED))
    with (desk / "prlint.toml").open("a", encoding="utf-8") as file:
        file.write("severity = { WVR = 'info', WVR002 = 'error' }\n")
    assert "error WVR002" in prlint("release.txt", "--output-format", "concise").out
    assert prlint("release.txt", "--fail-on", "never").status == 0


@pytest.mark.parametrize(
    "form", ["full", "concise", "grouped", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown"]
)
def test_every_format_shows_what_is_said_of_waivers(desk: Path, prlint: Run, form: str) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", **SIGNED))
    outcome = prlint("check", "release.txt", "--output-format", form)
    assert (outcome.status, outcome.err) == (1, "")
    assert "WVR002" in outcome.out or "unused-waiver" in outcome.out
    assert "prlint-waivers.toml" in outcome.out


MISTAKES = [
    ("no reason", "[[waiver]]\ncode = 'HSE001'\nfile = 'a'\n", ":1:1: `quote` is missing", "a waiver needs code, file, quote, reason"),
    ("an empty reason", waiver("HSE001", "b", reason=" "), ":5:1: `reason` cannot be used", "a string that is not empty"),
    ("an unknown key", waiver("HSE001", "b", approver="x"), ":6:1: unknown key `approver`", "did you mean `approved-by`?"),
    ("an unlike key", waiver("HSE001", "b", zzz="x"), ":6:1: unknown key `zzz`", "one of code, file, quote"),
    ("an unknown code", waiver("HSE01", "b"), ":2:1: no rule has the code `HSE01`", "did you mean `HSE001`?"),
    ("a code like none", waiver("Q", "b"), ":2:1: no rule has the code `Q`", "`prlint rules` lists them"),
    ("a day that is none", waiver("HSE001", "b", expires="2027-02-30"), ":6:11: is no day of the calendar", "a date such as 2027-06-30"),
    ("a day in short", waiver("HSE001", "b", expires="2027-2-3"), ":6:11: is no day of the calendar", "a date such as 2027-06-30"),
    ("a day in quotes", waiver("HSE001", "b", expires="'2027-02-03'"), ":6:1: `expires` cannot be used", "without quotation marks"),
    ("no number of times", waiver("HSE001", "b", times=0), ":6:1: `times` cannot be used", "1 or more"),
    ("an unknown table", "[waivers]\n", ":1:1: unknown key `waivers`", "each begun with [[waiver]]"),
    ("one table", "[waiver]\n", ":1:1: `waiver` is no list of tables", "each waiver begins with [[waiver]]"),
    ("no TOML", "[[waiver]\n", ":1:", "a TOML file"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problem", "expected"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_shown_with_its_place_and_what_was_expected(desk: Path, prlint: Run, text: str, problem: str, expected: str) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    (desk / "prlint-waivers.toml").write_text(text, encoding="utf-8")
    outcome = prlint("release.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"prlint: prlint-waivers.toml{problem}")
    assert "^" in outcome.err
    assert f"= {expected}" in outcome.err or expected in outcome.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("data", "problem"), [(b"\xff\xfe\x00", "is not UTF-8 text"), (b"#" * (1024 * 1024 + 1), "is larger than 1024 KB")]
)
def test_a_file_that_holds_no_waivers_at_all_is_refused(desk: Path, prlint: Run, data: bytes, problem: str) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    (desk / "prlint-waivers.toml").write_bytes(data)
    outcome = prlint("release.txt")
    assert outcome.status == 2
    assert problem in outcome.err


def test_waivers_that_are_not_there_are_an_error(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    outcome = prlint("check", "release.txt", "--waivers", "gone.toml")
    assert (outcome.status, outcome.err) == (2, "prlint: gone.toml: does not exist\n")


def test_an_option_that_is_given_nothing_is_a_slip(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(WARNING, encoding="utf-8")
    for option in ("--waivers", "--baseline", "--diff-base", "--record"):
        outcome = prlint("check", "release.txt", option, "")
        assert outcome.status == 2
        assert option in outcome.err
