"""`--output`: reports in files, as many as are wanted, whole or not at all."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import prlint as package
from prlint.report import FORMATS
from tests.cli.conftest import ERROR, SILENT, WARNING, Run


@pytest.fixture(autouse=True)
def release(desk: Path) -> Path:
    (desk / "release.txt").write_text(ERROR + WARNING, encoding="utf-8")
    return desk / "release.txt"


def test_several_reports_are_written_while_the_terminal_has_its_own(desk: Path, prlint: Run) -> None:
    plain = prlint("release.txt", "--output-format", "concise")
    told = prlint("release.txt", "--output-format", "concise", "--output", "sarif=a.sarif", "--output", "html=b.html")
    assert told == plain
    assert json.loads((desk / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (desk / "b.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_be_written(desk: Path, prlint: Run, form: str) -> None:
    shown = prlint("release.txt", "--output-format", form)
    told = prlint("release.txt", "--quiet", "--output", f"{form}=report.out")
    assert told.status == 1
    written = (desk / "report.out").read_text(encoding="utf-8")
    assert written == shown.out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.html", "<!doctype"),
        ("r.HTM", "<!doctype"),
        ("r.sarif", '{\n "$schema"'),
        ("r.json", '{"version"'),
        ("r.jsonl", '{"path"'),
        ("r.xml", "<?xml"),
        ("r.md", "<!-- prlint report"),
        ("r.rdjson", '{\n "source"'),
    ],
)
def test_a_suffix_may_tell_the_format(desk: Path, prlint: Run, name: str, begins: str) -> None:
    assert prlint("release.txt", "--output", name).status == 1
    assert (desk / name).read_text(encoding="utf-8").startswith(begins)


def test_a_format_that_is_told_wins_over_the_suffix_and_a_file_may_hold_an_equals_sign(desk: Path, prlint: Run) -> None:
    prlint("release.txt", "--output", "gitlab=gl=code.json")
    assert json.loads((desk / "gl=code.json").read_text(encoding="utf-8"))[0]["check_name"] == "bandersnatch"


@pytest.mark.parametrize(
    ("outputs", "says"),
    [
        (["xml=a.xml"], "no format `xml`; the formats are full, concise, grouped"),
        (["report.out"], "which format? Say FORMAT=FILE"),
        (["html=nowhere/a.html"], "there is no folder nowhere"),
        (["html=."], "is a folder"),
        (["html="], "names no file"),
        (["html=-"], "--output-format is for standard output"),
        (["html=a", "json=a"], "two reports cannot be written to the same file"),
        (["html=a", "html=./x/../a"], "two reports cannot be written to the same file"),
        (["markdown=release.txt"], "is a release to be checked, and is not written over"),
        (["markdown=link.txt"], "is a release to be checked, and is not written over"),
        (["html=prlint.toml"], "is a file of settings, and is not written over"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_what_cannot_be_written_is_told_before_anything_is_done(desk: Path, prlint: Run, outputs: list[str], says: str) -> None:
    (desk / "x").mkdir()
    (desk / "link.txt").symlink_to("release.txt")
    before = {path: path.read_bytes() for path in desk.iterdir() if path.is_file()}
    told = prlint("release.txt", *(word for output in outputs for word in ("--output", output)))
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("prlint: --output ")
    assert told.err.count("\n") == 1
    assert says in told.err
    assert {path: path.read_bytes() for path in desk.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("option", ["--record", "--config", "--waivers", "--baseline"])
def test_a_report_is_not_written_over_another_file_of_the_run(desk: Path, prlint: Run, option: str) -> None:
    (desk / "other.json").write_text("", encoding="utf-8")
    told = prlint("release.txt", option, "other.json", "--output", "other.json")
    assert (told.status, (desk / "other.json").read_text(encoding="utf-8")) == (2, "")


def test_the_file_that_standard_input_stands_for_is_not_written_over(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
    told = prlint("-", "--stdin-filename", "release.txt", "--output", "markdown=release.txt")
    assert (told.status, (desk / "release.txt").read_text(encoding="utf-8")) == (2, ERROR + WARNING)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_that_is_read_only_is_told(desk: Path, prlint: Run) -> None:
    (desk / "locked").mkdir(mode=0o500)
    told = prlint("release.txt", "--output", "html=locked/a.html")
    assert (told.status, "locked is read-only" in told.err) == (2, True)


def test_a_file_that_cannot_be_written_after_all_is_told_when_the_findings_are_out(prlint: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device here that is always full")
    told = prlint("release.txt", "--output", "json=/dev/full")
    assert told.status == 2
    assert "HSE001" in told.out
    assert "--output json=/dev/full: " in told.err


def test_an_old_report_is_replaced_in_one_step_and_a_link_stays_a_link(desk: Path, prlint: Run) -> None:
    (desk / "kept").mkdir()
    (desk / "kept" / "r.json").write_text("old", encoding="utf-8")
    (desk / "r.json").symlink_to("kept/r.json")
    prlint("release.txt", "--output", "r.json")
    assert (desk / "r.json").is_symlink()
    assert json.loads((desk / "kept" / "r.json").read_text(encoding="utf-8"))["files"]
    assert sorted(path.name for path in (desk / "kept").iterdir()) == ["r.json"], "nothing half written is left"


def test_a_report_of_an_earlier_run_is_no_release_to_check(desk: Path, prlint: Run) -> None:
    first = prlint(".", "--output", "report.md")
    assert first.out.endswith("1 file checked, 1 skipped, 0 failed\n")
    assert (desk / "report.md").exists()
    second = prlint(".", "--output", "report.md")
    assert second.out.endswith("1 file checked, 2 skipped, 0 failed\n")


def test_a_release_of_a_searched_folder_is_not_written_over(desk: Path, prlint: Run) -> None:
    (desk / "draft.md").write_text(SILENT, encoding="utf-8")
    told = prlint(".", "--output", "draft.md")
    assert (told.status, (desk / "draft.md").read_text(encoding="utf-8")) == (2, SILENT)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such device here")
def test_a_device_that_leads_to_a_pipe_is_written_to(desk: Path) -> None:
    command = [sys.executable, "-m", "prlint", "release.txt", "--quiet", "--output-format", "concise", "--output", "json=/dev/stdout"]
    environment = {**os.environ, "PYTHONPATH": str(Path(package.__file__).parents[1])}
    told = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (1, "")
    assert json.loads(told.stdout.splitlines()[-1])["summary"]["checked"] == 1


def test_a_named_pipe_is_written_to_and_not_replaced(desk: Path, prlint: Run) -> None:
    os.mkfifo(desk / "pipe")
    reader = os.open(desk / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        prlint("release.txt", "--output", "concise=pipe")
        assert b"HSE001" in os.read(reader, 65536)
        assert not (desk / "pipe").is_file()
    finally:
        os.close(reader)


def test_reports_are_written_of_a_run_that_fixes_and_not_of_one_that_shows_differences(desk: Path, prlint: Run) -> None:
    assert prlint("fix", "release.txt", "--output", "r.json").status == 1
    assert json.loads((desk / "r.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
    told = prlint("release.txt", "--diff", "--output", "s.json")
    assert (told.status, "does not go with --diff" in told.err) == (2, True)


def test_the_status_is_that_of_the_findings_and_a_report_is_written_of_a_failure_too(desk: Path, prlint: Run) -> None:
    (desk / "empty.txt").write_text("", encoding="utf-8")
    assert prlint("release.txt", "--fail-on", "never", "--output", "r.json").status == 0
    assert prlint("empty.txt", "--output", "r.json").status == 2
    assert json.loads((desk / "r.json").read_text(encoding="utf-8"))["files"][0]["failure"] == "is empty"


def test_the_page_tells_sections_and_the_rules_that_ran(desk: Path, prlint: Run) -> None:
    prlint("release.txt", "--output", "r.html")
    page = (desk / "r.html").read_text(encoding="utf-8")
    assert '<h4 class="kind">' in page
    assert "1 file checked with 3 rules" in page


def test_a_sarif_report_names_the_rules_of_every_configuration_once(desk: Path, prlint: Run) -> None:
    with (desk / "prlint.toml").open("a", encoding="utf-8") as configuration:
        configuration.write("[per-file.'b.txt']\nselect = ['HSE001']\n")
    (desk / "b.txt").write_text(SILENT, encoding="utf-8")
    prlint(".", "--output", "r.sarif")
    (run,) = json.loads((desk / "r.sarif").read_text(encoding="utf-8"))["runs"]
    assert sorted(rule["id"] for rule in run["tool"]["driver"]["rules"]) == ["HSE001", "HSE002", "HSE003"]
