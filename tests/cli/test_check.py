"""`prlint check`: which files and rules a command line means, and where it speaks."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from prlint.cli.parallel import workers
from tests.cli.conftest import ERROR, INFO, SILENT, WARNING, Run

ALL = ERROR + WARNING + INFO


def codes(output: str) -> list[str]:
    return [finding["code"] for file in json.loads(output)["files"] for finding in file["findings"]]


def paths(output: str) -> list[str]:
    return [file["path"] for file in json.loads(output)["files"]]


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_check_is_the_default_command(desk: Path, prlint: Run) -> None:
    write(desk, release=ALL)
    assert prlint("release.txt") == prlint("check", "release.txt")
    assert prlint("--output-format", "json", "release.txt") == prlint("check", "release.txt", "--output-format", "json")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], ["HSE001", "HSE002", "HSE003"]),
        (["--select", "HSE002"], ["HSE002"]),
        (["--select", "slithy,HSE001"], ["HSE001", "HSE003"]),
        (["--select", "HSE001", "--select", "jabberwock"], ["HSE001", "HSE002"]),
        (["--ignore", "HSE001, slithy"], ["HSE002"]),
        (["--select", "HSE001", "--extend-select", "HSE003"], ["HSE001", "HSE003"]),
    ],
    ids=str,
)
def test_rules_are_selected_by_code_family_and_name(desk: Path, prlint: Run, arguments: list[str], wanted: list[str]) -> None:
    write(desk, release=ALL)
    assert codes(prlint("release.txt", "--output-format", "json", *arguments).out) == wanted


def test_select_on_the_command_line_puts_aside_what_the_configuration_ignores(desk: Path, prlint: Run) -> None:
    write(desk, release=ALL)
    with (desk / "prlint.toml").open("a", encoding="utf-8") as configuration:
        configuration.write("ignore = ['HSE001']\n")
    assert codes(prlint("release.txt", "--output-format", "json").out) == ["HSE002", "HSE003"]
    assert codes(prlint("release.txt", "--output-format", "json", "--select", "HSE001").out) == ["HSE001"]


def test_standard_input_is_a_release_under_the_name_it_is_given(prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments, name in (([], "<stdin>"), (["--stdin-filename", "drafts/a.txt"], "drafts/a.txt")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
        outcome = prlint("-", "--output-format", "concise", *arguments)
        assert outcome.status == 1
        assert outcome.out.startswith(f"{name}:1:12: error HSE001")


def test_a_folder_is_searched_sorted_and_without_what_is_hidden_or_foreign(desk: Path, prlint: Run) -> None:
    for place in ("b/c", ".git", "node_modules/x", "a"):
        (desk / place).mkdir(parents=True)
    for name in (
        "b/c/1.md",
        "b/0.TXT",
        "a/2.text",
        "z.txt",
        ".git/no.txt",
        "node_modules/x/no.txt",
        ".no.txt",
        "a/picture.png",
        "a/notes.rst",
    ):
        (desk / name).write_text(SILENT, encoding="utf-8")
    outcome = prlint(".", "--output-format", "json")
    assert paths(outcome.out) == ["z.txt", "a/2.text", "b/0.TXT", "b/c/1.md"]
    assert json.loads(outcome.out)["summary"]["skipped"] == 3  # picture.png, notes.rst and prlint.toml
    assert outcome.status == 0


def test_a_file_that_is_named_outright_is_read_whatever_it_is_called(desk: Path, prlint: Run) -> None:
    (desk / "release").write_text(ERROR, encoding="utf-8")
    assert codes(prlint("release", "--output-format", "json").out) == ["HSE001"]


def test_a_file_named_twice_is_checked_once(desk: Path, prlint: Run) -> None:
    write(desk, release=ERROR)
    assert paths(prlint("release.txt", ".", "./release.txt", "--output-format", "json").out) == ["release.txt"]


def test_a_link_to_nothing_in_a_folder_is_a_failure_and_not_silence(desk: Path, prlint: Run) -> None:
    write(desk, release=SILENT)
    (desk / "gone.txt").symlink_to("nowhere")
    outcome = prlint(".")
    assert (outcome.status, outcome.err) == (2, "prlint: gone.txt: does not exist\n")


def test_quiet_leaves_out_the_closing_line_and_the_notes_but_no_error(desk: Path, prlint: Run) -> None:
    (desk / "old.txt").write_bytes("“Nothing.”".encode("cp1252"))
    assert "Windows-1252" in prlint("old.txt").err
    assert prlint("--quiet", "old.txt").err == ""
    assert prlint("--quiet", "old.txt").out == ""
    assert prlint("--quiet", "nowhere.txt").err == "prlint: nowhere.txt: does not exist\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"NO_COLOR": ""}, False),
    ],
    ids=str,
)
def test_colour_is_as_asked_then_as_the_environment_says(
    desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], *, colored: bool
) -> None:
    write(desk, release=ERROR)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in prlint("release.txt", *arguments).out) == colored


def test_columns_sets_the_width(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk, release="word " * 60 + ERROR)
    monkeypatch.setenv("COLUMNS", "60")
    lines = prlint("release.txt").out.splitlines()
    excerpt = next(line for line in lines if "frumious" in line)
    assert len(excerpt) <= 60
    assert "bandersnatch" in excerpt


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "prlint", *arguments]


def test_a_reader_who_leaves_is_met_with_silence_and_the_same_status(desk: Path) -> None:
    write(desk, release=ERROR * 20_000)
    read, written = os.pipe()
    os.close(read)  # the reader has left before the first line
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        command("release.txt", "--output-format", "concise"), stdout=written, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(written)
    assert (done.returncode, done.stderr) == (1, b"")


def test_an_interrupt_is_quiet_and_has_the_status_of_one(prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    outcome = prlint("-")
    assert (outcome.status, outcome.out, outcome.err.strip()) == (130, "", "")


def test_a_terminal_that_cannot_show_a_character_gets_its_number(desk: Path) -> None:
    write(desk, release=f"Résumé of the {ERROR}")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command("release.txt"), capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert rb"R\xe9sum\xe9" in done.stdout


def test_a_hostile_file_name_is_shown_and_never_obeyed(desk: Path, prlint: Run) -> None:
    name = "::set-output name=a::\x1b[31m\n.txt"
    (desk / name).write_text(ERROR, encoding="utf-8")
    for form in ("full", "concise", "github"):
        out = prlint(name, "--output-format", form).out
        assert "\x1b" not in out
        assert not [line for line in out.splitlines() if line.lstrip().startswith("::set")]


def test_many_files_on_several_cores_are_reported_as_on_one(desk: Path, prlint: Run) -> None:
    for number in range(60):
        write(desk, **{f"{number:02}": ALL if number % 3 else SILENT})
    (desk / "33.txt").write_bytes(bytes(range(256)) * 8)
    for form in ("json", "full"):
        alone, together = (prlint(".", "--output-format", form, "--jobs", jobs) for jobs in ("1", "2"))
        assert alone == together
        assert alone.status == 2


def test_few_files_are_not_worth_a_process() -> None:
    assert [workers(jobs, 4) for jobs in (1, 47, 48, 1000)] == [1, 1, 2, 4]


def test_results_are_kept_unless_they_are_not_wanted(desk: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = desk / "cache"
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(cache))
    write(desk, release=ALL)
    fresh = prlint("--no-cache", "release.txt")
    assert list(cache.glob("result-*")) == []
    (desk / "forgetful.toml").write_text("cache = false\n" + (desk / "prlint.toml").read_text())
    assert prlint("--config", "forgetful.toml", "release.txt") == fresh
    assert list(cache.glob("result-*")) == []
    for _ in range(2):
        assert prlint("release.txt") == fresh
        assert len(list(cache.glob("result-*"))) == 1
