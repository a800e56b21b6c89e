"""`prlint baseline` and `check --baseline`: what was there before is not reported, and becomes only less."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ERROR, INFO, SILENT, WARNING, Run
from tests.cli.waivers import waiver, write_waivers


def known(desk: Path) -> dict[str, list[str]]:
    told = json.loads((desk / "prlint-baseline.json").read_text(encoding="utf-8"))
    return {path: [entry["code"] for entry in entries] for path, entries in told["files"].items()}


def write(desk: Path, name: str, *texts: str) -> None:
    (desk / name).write_text("\n".join(texts), encoding="utf-8")


@pytest.fixture
def begun(desk: Path, prlint: Run) -> Path:
    """A desk with a baseline of two files."""
    write(desk, "a.txt", ERROR, WARNING)
    write(desk, "b.txt", INFO)
    outcome = prlint("baseline", "a.txt", "b.txt")
    assert (outcome.status, outcome.out) == (0, "prlint-baseline.json: 3 findings of 2 files\n")
    return desk


@pytest.mark.usefixtures("begun")
def test_what_is_in_the_baseline_is_not_reported_and_counted(prlint: Run) -> None:
    outcome = prlint("check", ".", "--baseline", "prlint-baseline.json")
    assert (outcome.status, outcome.out) == (
        0,
        "0 errors, 0 warnings, 0 infos, 3 in the baseline; 2 files checked, 2 skipped, 0 failed\n",
    )
    told = json.loads(prlint("check", ".", "--baseline", "prlint-baseline.json", "--output-format", "json").out)
    assert (told["summary"]["baselined"], [file["findings"] for file in told["files"]]) == (3, [[], []])


def test_standard_input_has_no_baseline(desk: Path, prlint: Run) -> None:
    told = prlint("baseline", "-")
    assert (told.status, "standard input is none" in told.err, (desk / "prlint-baseline.json").exists()) == (2, True, False)


def test_quiet_says_nothing_and_has_the_same_status(begun: Path, prlint: Run) -> None:
    (begun / "release.txt").write_text(ERROR + WARNING + INFO, encoding="utf-8")
    loud, quiet = prlint("baseline", "release.txt"), prlint("baseline", "release.txt", "--quiet")
    assert (quiet.out, quiet.err, quiet.status) == ("", "", loud.status)


def test_a_new_finding_is_reported_wherever_the_old_ones_moved(begun: Path, prlint: Run) -> None:
    write(begun, "a.txt", "New words.\n", WARNING, "A mighty bandersnatch.\n", ERROR)
    outcome = prlint("check", "a.txt", "--baseline", "prlint-baseline.json", "--output-format", "concise")
    assert outcome.status == 1
    assert [line.split(":")[1] for line in outcome.out.splitlines()[:-1]] == ["7"]  # of two alike the one beyond the number known
    assert outcome.out.endswith("1 error, 0 warnings, 0 infos, 2 in the baseline; 1 file checked, 0 skipped, 0 failed\n")


def test_running_it_again_takes_out_what_is_gone(begun: Path, prlint: Run) -> None:
    write(begun, "a.txt", WARNING)
    outcome = prlint("baseline", "a.txt")
    assert (outcome.status, outcome.out) == (0, "prlint-baseline.json: 2 findings of 2 files, 1 gone\n")
    assert known(begun) == {"a.txt": ["HSE002"], "b.txt": ["HSE003"]}


def test_it_adds_nothing_unless_it_is_told_to(begun: Path, prlint: Run) -> None:
    before = (begun / "prlint-baseline.json").read_bytes()
    write(begun, "b.txt", INFO, ERROR)
    outcome = prlint("baseline", "a.txt", "b.txt")
    assert (outcome.status, outcome.out) == (1, "prlint-baseline.json: 3 findings of 2 files, 0 gone\n")
    assert outcome.err == "1 finding not in the baseline, and not added: a baseline only shrinks (--add takes them in)\n"
    assert (begun / "prlint-baseline.json").read_bytes() == before
    outcome = prlint("baseline", "--add", "a.txt", "b.txt")
    assert (outcome.status, outcome.out) == (0, "prlint-baseline.json: 4 findings of 2 files, 0 gone, 1 added\n")


def test_files_that_are_gone_leave_it(begun: Path, prlint: Run) -> None:
    (begun / "b.txt").unlink()
    assert prlint("baseline", "a.txt").status == 0
    assert known(begun) == {"a.txt": ["HSE001", "HSE002"]}


def test_it_is_written_sorted_and_the_same_whatever_the_order(begun: Path, prlint: Run) -> None:
    before = (begun / "prlint-baseline.json").read_bytes()
    (begun / "prlint-baseline.json").unlink()
    assert prlint("baseline", "b.txt", "a.txt").status == 0
    assert (begun / "prlint-baseline.json").read_bytes() == before
    assert [line.count('"fingerprint"') for line in before.decode().splitlines() if "HSE" in line] == [1, 1, 1]


def test_what_is_waived_is_not_in_it(desk: Path, prlint: Run) -> None:
    write(desk, "release.txt", ERROR, WARNING)
    write_waivers(desk, waiver("HSE001", "bandersnatch", approved_by="Ana Ruiz"))
    assert prlint("baseline", "release.txt").status == 0
    assert known(desk) == {"release.txt": ["HSE002"]}


def test_the_configuration_may_name_it(begun: Path, prlint: Run) -> None:
    (begun / "drafts").mkdir()
    text = (begun / "prlint.toml").read_text(encoding="utf-8")
    (begun / "drafts" / "prlint.toml").write_text(text + "baseline = 'known.json'\n", encoding="utf-8")
    write(begun / "drafts", "c.txt", ERROR)
    assert prlint("baseline", "drafts/c.txt").out == "drafts/known.json: 1 finding of 1 file\n"
    assert prlint("drafts/c.txt").status == 0
    assert prlint("check", "drafts/c.txt", "--baseline", "prlint-baseline.json").status == 1


def test_nothing_is_written_if_a_file_cannot_be_checked(begun: Path, prlint: Run) -> None:
    before = (begun / "prlint-baseline.json").read_bytes()
    outcome = prlint("baseline", "a.txt", "gone.txt")
    assert (outcome.status, outcome.out, outcome.err) == (2, "", "prlint: gone.txt: does not exist\n")
    assert (begun / "prlint-baseline.json").read_bytes() == before


def test_a_clean_house_has_an_empty_one(desk: Path, prlint: Run) -> None:
    write(desk, "a.txt", SILENT)
    assert prlint("baseline", "a.txt").out == "prlint-baseline.json: 0 findings of 0 files\n"
    assert prlint("check", "a.txt", "--baseline", "prlint-baseline.json").status == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "prlint-baseline.json:1:2: is no JSON"),
        ("[]", "is no baseline of prlint"),
        ('{"version": 2, "files": {}}', "is a baseline of version 2; this prlint reads version 1"),
        ('{"version": 1, "files": {"a.txt": [{"code": "X"}]}}', "is no baseline of prlint"),
        ('{"version": 1, "files": {"a.txt": [{"code": 1, "name": "", "quote": "", "fingerprint": ""}]}}', "is no baseline of prlint"),
        ("[" * 100_000, "is nested too deeply"),
        ("\ud800", "is not UTF-8 text"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(desk: Path, prlint: Run, text: str, problem: str) -> None:
    write(desk, "a.txt", ERROR)
    (desk / "prlint-baseline.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    for arguments in (("check", "a.txt", "--baseline", "prlint-baseline.json"), ("baseline", "a.txt")):
        outcome = prlint(*arguments)
        assert (outcome.status, outcome.out) == (2, "")
        assert problem in outcome.err


def test_a_baseline_that_is_not_there_is_an_error(desk: Path, prlint: Run) -> None:
    write(desk, "a.txt", ERROR)
    assert prlint("check", "a.txt", "--baseline", "gone.json").err == "prlint: gone.json: does not exist\n"
