"""`check --record` and `prlint verify`: what is kept of a review, and whether it still holds."""

import io
import json
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import prlint as package
from prlint.cli.configuration import nearest
from prlint.report.record import seal
from tests.cli.conftest import ERROR, INFO, SILENT, WARNING, Run
from tests.cli.waivers import FROZEN, waiver, write_waivers
from tests.engine.houses import write_rule, write_terms

SCHEMA = Path(package.__file__).parent / "report" / "schemas" / "record.json"
SIGNED = {"approved_by": "Ana Ruiz", "date": "2027-01-10", "expires": "2027-06-30"}


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FROZEN))


def read(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file.read_text(encoding="ascii"))
    return told


@pytest.fixture
def kept(desk: Path, prlint: Run) -> Path:
    """A desk with a draft that has a waived error and an info, and the record of its review."""
    (desk / "drafts").mkdir()
    (desk / "drafts" / "release.txt").write_text(ERROR + "\n" + INFO, encoding="utf-8")
    write_waivers(desk, waiver("HSE001", "bandersnatch", file="drafts/*.txt", **SIGNED))
    (desk / "reviews").mkdir()
    assert prlint("check", "drafts/release.txt", "--record", "reviews/review.json").status == 0
    return desk


def verify(prlint: Run, *arguments: str) -> tuple[int, list[str]]:
    """The exit status and the points that differ."""
    outcome = prlint("verify", "reviews/review.json", *arguments, "--color", "never")
    assert outcome.err == ""
    return outcome.status, [
        line.strip().removeprefix("differs").strip() for line in outcome.out.splitlines() if line.startswith("  differs")
    ]


def test_a_record_tells_what_was_checked_with_what_and_who_answered_for_it(kept: Path) -> None:
    told = read(kept / "reviews" / "review.json")
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    file = told["files"][0]
    assert (told["made"], told["prlint"], told["status"]) == ("2027-01-15T08:00:00Z", package.__version__, 0)
    assert file["path"] == "../drafts/release.txt"
    assert file["sha256"] == sha256((kept / "drafts" / "release.txt").read_bytes()).hexdigest()
    assert [(finding["code"], finding["state"], finding["line"]) for finding in file["findings"]] == [
        ("HSE001", "waived", 1),
        ("HSE003", "reported", 3),
    ]
    assert file["waivers"] == [
        {
            "code": "HSE001",
            "file": "drafts/*.txt",
            "quote": "bandersnatch",
            "reason": "Counsel agreed",
            "approved-by": "Ana Ruiz",
            "date": "2027-01-10",
            "expires": "2027-06-30",
            "used": "waives",
        }
    ]
    assert [rule["code"] for rule in told["rules"][0]["rules"]] == ["HSE001", "HSE002", "HSE003"]
    assert file["rules"] == told["rules"][0]["sha256"]


def test_a_record_of_the_same_is_the_same(kept: Path, prlint: Run) -> None:
    before = (kept / "reviews" / "review.json").read_bytes()
    prlint("check", "drafts/release.txt", "--record", "reviews/review.json", "--output-format", "json")
    assert (kept / "reviews" / "review.json").read_bytes() == before


def test_a_record_holds_while_nothing_changes_wherever_it_is_asked(kept: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verify(prlint) == (0, [])
    assert verify(prlint, "drafts/release.txt") == (0, [])
    monkeypatch.chdir(kept / "reviews")
    outcome = prlint("verify", "review.json", "--color", "never")
    assert (outcome.status, outcome.out.splitlines()[-1]) == (0, "review.json: the record holds")
    assert outcome.out.count("  holds  ") == 8
    assert prlint("verify", "review.json", "--quiet").out == "review.json: the record holds\n"


def test_a_copy_of_the_draft_is_judged_as_the_draft(kept: Path, prlint: Run) -> None:
    (kept / "final.txt").write_bytes((kept / "drafts" / "release.txt").read_bytes())
    assert verify(prlint, "final.txt") == (0, [])


def _edit_draft(desk: Path) -> None:
    (desk / "drafts" / "release.txt").write_text(ERROR + "\n" + WARNING, encoding="utf-8")


def _blank_draft(desk: Path) -> None:
    (desk / "drafts" / "release.txt").write_text(ERROR + "\n" + INFO + "\n", encoding="utf-8")


def _weigh_otherwise(desk: Path) -> None:
    told = (desk / "prlint.toml").read_text(encoding="utf-8")
    (desk / "prlint.toml").write_text(f'severity = {{ HSE003 = "warning" }}\n{told}', encoding="utf-8")
    nearest.cache_clear()  # as in another run


def _take_waiver(desk: Path) -> None:
    (desk / "prlint-waivers.toml").write_text("", encoding="utf-8")


def _sign_again(desk: Path) -> None:
    write_waivers(desk, waiver("HSE001", "bandersnatch", file="drafts/*.txt", **{**SIGNED, "approved_by": "Ben Oort"}))


CHANGES: list[tuple[str, Callable[[Path], None], list[str]]] = [
    (
        "other findings",
        _edit_draft,
        ["the file is another one", "a check finds something else: no longer info HSE003 at 3:6; now warning HSE002 at 3:9"],
    ),
    (
        "another severity",
        _weigh_otherwise,
        [
            "the rules are others: HSE003 changed",
            "the configuration is another one: severity changed",
            "a check finds something else: no longer info HSE003 at 3:6; now warning HSE003 at 3:6",
        ],
    ),
    ("other bytes", _blank_draft, ["the file is another one"]),
    (
        "a waiver that is gone",
        _take_waiver,
        [
            "a check finds something else: no longer error HSE001 at 1:12 (waived); now error HSE001 at 1:12",
            "the waivers are others: HSE001",
        ],
    ),
    ("another approver", _sign_again, ["a check finds something else", "the waivers are others: HSE001"]),
]


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_what_differs_is_told_point_by_point(kept: Path, prlint: Run, change: Callable[[Path], None], said: list[str]) -> None:
    change(kept)
    status, differing = verify(prlint)
    assert status == 1
    assert [told.startswith(start) for told, start in zip(differing, said, strict=True)] == [True] * len(said), differing


@pytest.mark.usefixtures("kept")
def test_a_waiver_that_expired_since_is_told(prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(FROZEN + 366 * 86_400))
    status, differing = verify(prlint)
    assert status == 1
    assert differing[-1] == "a waiver has expired: HSE001 on 2027-06-30"


def test_another_rule_and_another_version_of_prlint_are_told(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rule(desk / "own", "OWN001", "frumious", "no date", bad="March 4, 2027.")
    (desk / "prlint.toml").write_text("rules = ['own']\nselect = ['OWN']\n", encoding="utf-8")
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    (desk / "reviews").mkdir()
    assert prlint("check", "release.txt", "--record", "reviews/review.json").status == 0
    assert verify(prlint) == (0, [])
    write_rule(desk / "own", "OWN001", "frumious", "no date", bad="March 5, 2027.")
    write_rule(desk / "own", "OWN002", "mimsy", "no date", bad="March 5, 2027.")
    monkeypatch.setattr("prlint.report.record.__version__", "9.9.9")
    status, differing = verify(prlint)
    assert status == 1
    assert differing == [
        f"prlint is another one (version {package.__version__} then, 9.9.9 now)",
        "the rules are others: OWN001 changed; OWN002 new",
    ]


def test_another_configuration_is_told_by_its_keys(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    (desk / "reviews").mkdir()
    for name, level in (("one", "error"), ("two", "info")):
        text = (desk / "prlint.toml").read_text(encoding="utf-8")
        (desk / f"{name}.toml").write_text(f"{text}fail-on = '{level}'\n[company]\nname = '{name}'\n", encoding="utf-8")
    assert prlint("check", "release.txt", "--config", "one.toml", "--ignore", "HSE003", "--record", "reviews/review.json").status == 0
    assert verify(prlint) == (0, [])
    (desk / "one.toml").write_text((desk / "two.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert verify(prlint) == (1, ["the configuration is another one: company, fail-on changed"])


def test_the_baseline_and_the_options_of_the_run_are_kept_and_used_again(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    (desk / "reviews").mkdir()
    prlint("baseline", "release.txt")
    options = ("--baseline", "prlint-baseline.json", "--select", "HSE001,HSE002", "--fail-on", "info")
    assert prlint("check", "release.txt", *options, "--record", "reviews/review.json").status == 0
    told = read(desk / "reviews" / "review.json")
    assert told["options"] == {"select": ["HSE001", "HSE002"], "fail-on": "info", "baseline": "../prlint-baseline.json"}
    assert told["files"][0]["findings"][0]["state"] == "in-baseline"
    assert verify(prlint) == (0, [])


def test_a_hand_on_the_record_shows(kept: Path, prlint: Run) -> None:
    file = kept / "reviews" / "review.json"
    told = read(file)
    told["files"][0]["findings"].pop()
    file.write_text(json.dumps(told), encoding="ascii")
    status, differing = verify(prlint)
    assert (status, differing[0]) == (1, "it was altered after it was written")
    told = read(file)
    file.write_text(json.dumps({**told, "seal": seal(told)}, sort_keys=True), encoding="ascii")
    assert verify(prlint)[1][0].startswith("a check finds something else: now info HSE003")


def test_several_files_and_a_failure_are_all_in_the_record(desk: Path, prlint: Run) -> None:
    (desk / "reviews").mkdir()
    (desk / "a.txt").write_text(SILENT, encoding="utf-8")
    (desk / "b.txt").write_text(ERROR, encoding="utf-8")
    assert prlint("check", "a.txt", "b.txt", "gone.txt", "empty", "--record", "reviews/review.json").status == 2
    told = read(desk / "reviews" / "review.json")
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    assert [(file["path"], file.get("failure")) for file in told["files"]] == [
        ("../a.txt", None),
        ("../b.txt", None),
        ("../gone.txt", "does not exist"),
        ("../empty", "does not exist"),
    ]
    assert verify(prlint, "b.txt") == (0, [])
    (desk / "copy.txt").write_text(ERROR, encoding="utf-8")
    assert verify(prlint, "copy.txt") == (0, [])
    (desk / "gone.txt").write_text(SILENT, encoding="utf-8")
    assert verify(prlint, "gone.txt") == (1, ["the file was not checked: does not exist"])
    (desk / "other.txt").write_text(WARNING, encoding="utf-8")
    outcome = prlint("verify", "reviews/review.json", "other.txt")
    assert (outcome.status, outcome.err) == (2, "prlint: other.txt: is none of the 4 files of the record, by path or by content\n")


def test_standard_input_is_recorded_and_verified_with_a_file(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
    (desk / "reviews").mkdir()
    assert prlint("check", "-", "--stdin-filename", "release.txt", "--record", "reviews/review.json").status == 1
    outcome = prlint("verify", "reviews/review.json")
    assert (outcome.status, "is of standard input" in outcome.err) == (2, True)
    (desk / "release.txt").write_text(ERROR, encoding="utf-8")
    assert verify(prlint, "release.txt") == (0, [])


def test_a_record_of_fixes_is_of_the_fixed_file(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text('select = ["SEC003"]\n', encoding="utf-8")
    (desk / "release.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    (desk / "reviews").mkdir()
    assert prlint("fix", "release.txt", "--record", "reviews/review.json").status == 0
    assert read(desk / "reviews" / "review.json")["files"][0]["findings"] == []
    assert verify(prlint) == (0, [])
    assert prlint("check", "--diff", "release.txt", "--record", "reviews/review.json").status == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "is no JSON"),
        ("[]", "is no review record (the whole has the wrong shape)"),
        ('{"version": 1, "files": []}', "is no review record"),
        ('{"version": 3}', "is a record of version 3; this prlint reads version 1"),
        ("[" * 100_000, "is nested too deeply"),
        ("\ud800", "is not UTF-8 text"),
    ],
)
def test_what_is_no_record_is_refused(desk: Path, prlint: Run, text: str, problem: str) -> None:
    (desk / "r.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    outcome = prlint("verify", "r.json")
    assert (outcome.status, outcome.out) == (2, "")
    assert "prlint: r.json:1:" in outcome.err
    assert problem in outcome.err


def test_what_is_not_there_cannot_be_verified(kept: Path, prlint: Run) -> None:
    assert prlint("verify", "gone.json").err == "prlint: gone.json: does not exist\n"
    assert prlint("verify", "reviews/review.json", "gone.txt").err == "prlint: gone.txt: does not exist\n"
    (kept / "drafts" / "release.txt").unlink()
    assert prlint("verify", "reviews/review.json").err == "prlint: drafts/release.txt: does not exist\n"


def test_a_draft_that_is_no_text_any_more_does_not_hold(kept: Path, prlint: Run) -> None:
    (kept / "drafts" / "release.txt").write_bytes(bytes(range(256)) * 8)
    status, differing = verify(prlint)
    assert status == 1
    assert differing[0].startswith("the file cannot be checked now: is ")


def test_a_record_that_cannot_be_written_is_one_line_and_no_success(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    outcome = prlint("check", "release.txt", "--record", "gone/review.json")
    assert (outcome.status, outcome.err) == (2, "prlint: gone/review.json: cannot be written (no such file or directory)\n")


def test_a_record_never_takes_the_place_of_anything_else(desk: Path, prlint: Run) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    outcome = prlint("check", "release.txt", "--record", "release.txt")
    assert outcome.status == 2
    assert outcome.err == "prlint: release.txt: is there already and is no review record, and was left as it is\n"
    assert (desk / "release.txt").read_text(encoding="utf-8") == SILENT


def test_files_of_one_configuration_share_the_hashes_of_their_rules_and_others_have_their_own(desk: Path, prlint: Run) -> None:
    with (desk / "prlint.toml").open("a", encoding="utf-8") as file:
        file.write("[per-file.'b.txt']\nignore = ['HSE003']\n")
    (desk / "reviews").mkdir()
    for name in "abc":
        (desk / f"{name}.txt").write_text(SILENT, encoding="utf-8")
    assert prlint("check", ".", "--record", "reviews/review.json").status == 0
    told = read(desk / "reviews" / "review.json")
    assert [len(rules["rules"]) for rules in told["rules"]] == [3, 2]
    assert [file["rules"] == told["rules"][0]["sha256"] for file in told["files"]] == [True, False, True]
    assert verify(prlint) == (0, [])


def test_a_change_of_the_vocabulary_is_one_of_the_rules(desk: Path, prlint: Run) -> None:
    write_terms(desk / "own", word="frumious")
    write_rule(desk / "own", "OWN001", "frumious", "no word", bad="A frumious thing.")
    (desk / "prlint.toml").write_text("rules = ['own']\nselect = ['OWN']\n", encoding="utf-8")
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    (desk / "reviews").mkdir()
    assert prlint("check", "release.txt", "--record", "reviews/review.json").status == 0
    write_terms(desk / "own", word="frumious", other="mimsy")
    assert verify(prlint) == (1, ["the rules are others: the vocabulary"])


@pytest.mark.parametrize("told", ["yesterday", "9" * 30])
def test_a_clock_that_is_no_time_is_an_error(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    (desk / "release.txt").write_text(SILENT, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    outcome = prlint("check", "release.txt", "--record", "review.json")
    assert (outcome.status, outcome.err) == (2, f"prlint: SOURCE_DATE_EPOCH must be a number of seconds since 1970, and is `{told}`\n")
