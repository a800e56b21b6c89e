"""`check --diff-base`: with real repositories, only what a change caused or touched."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ERROR, INFO, SILENT, WARNING, Run


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True).stdout


def commit(folder: Path, **texts: str) -> None:
    """Writes files and commits everything."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "a change", "--allow-empty")


@pytest.fixture
def house_of_git(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository at the desk, with a release that has an error and a warning."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(desk, "init", "-q", "-b", "main")
    git(desk, "config", "user.name", "Ana Ruiz")
    git(desk, "config", "user.email", "ana@ferrant.example")
    commit(desk, release=f"{ERROR}\nOne.\n\n{WARNING}")
    return desk


def found(prlint: Run, *arguments: str, base: str = "HEAD") -> list[str]:
    """`CODE line` of what is reported."""
    outcome = prlint("check", "--diff-base", base, "--output-format", "json", *arguments)
    assert outcome.err == ""
    files = json.loads(outcome.out)["files"]
    return [f"{finding['code']} {finding['location']['line']}" for file in files for finding in file["findings"]]


def test_without_a_change_nothing_is_reported_and_all_is_counted(house_of_git: Path, prlint: Run) -> None:
    assert house_of_git.is_dir()
    outcome = prlint("check", "release.txt", "--diff-base", "HEAD")
    assert (outcome.status, outcome.out) == (
        0,
        "0 errors, 0 warnings, 0 infos, 2 not of this change; 1 file checked, 0 skipped, 0 failed\n",
    )


def test_what_a_change_brings_is_reported_and_what_moved_is_not(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "release.txt").write_text(f"New.\n\n{INFO}\n{ERROR}\nOne.\n\nTwo.\n\n{WARNING}", encoding="utf-8")
    assert found(prlint, "release.txt") == ["HSE003 3"]


def test_what_stands_on_a_changed_line_is_reported_though_it_is_old(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "release.txt").write_text(f"Once {ERROR}\nOne.\n\n{WARNING}", encoding="utf-8")
    assert found(prlint, "release.txt") == ["HSE001 1"]


def test_a_second_one_of_a_kind_is_the_new_one_wherever_it_stands(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "release.txt").write_text(f"A second bandersnatch.\n\n{ERROR}\nOne.\n\n{WARNING}", encoding="utf-8")
    assert found(prlint, "release.txt") == ["HSE001 1"]


def test_something_absent_is_reported_only_if_the_change_took_it_away(house_of_git: Path, prlint: Run) -> None:
    whole = "Ferrant Reports Results\n\nBOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. today announced results.\n"
    (house_of_git / "drafts").mkdir()
    (house_of_git / "drafts" / "prlint.toml").write_text("select = ['STR001', 'STR004']\n", encoding="utf-8")
    draft = house_of_git / "drafts" / "whole.txt"
    draft.write_text(whole, encoding="utf-8")
    commit(house_of_git)
    draft.write_text(whole + "\nMore.\n", encoding="utf-8")
    assert found(prlint, "drafts/whole.txt") == []
    draft.write_text(whole.partition("\n\n")[2], encoding="utf-8")
    assert found(prlint, "drafts/whole.txt") == ["STR001 1"]


def test_a_line_that_was_taken_out_makes_nothing_new(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "release.txt").write_text(f"{ERROR}\n{WARNING}", encoding="utf-8")
    assert found(prlint, "release.txt") == []


def test_a_renamed_file_is_compared_with_what_it_was_called(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "drafts").mkdir()
    git(house_of_git, "mv", "release.txt", "drafts/final é.txt")
    assert found(prlint, "drafts/final é.txt") == []
    with (house_of_git / "drafts" / "final é.txt").open("a", encoding="utf-8") as file:
        file.write(f"\n{INFO}")
    assert found(prlint, "drafts/final é.txt") == ["HSE003 7"]


def test_a_new_file_and_one_that_git_does_not_know_are_all_new(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "new.txt").write_text(ERROR, encoding="utf-8")
    assert found(prlint, "new.txt", "release.txt") == ["HSE001 1"]
    git(house_of_git, "add", "new.txt")
    assert found(prlint, "new.txt", "release.txt") == ["HSE001 1"]


def test_a_file_that_was_empty_or_binary_then_is_all_new(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "blob.txt").write_bytes(bytes(range(256)) * 8)
    commit(house_of_git, empty="")
    for name in ("blob", "empty"):
        (house_of_git / f"{name}.txt").write_text(WARNING, encoding="utf-8")
    assert found(prlint, "blob.txt", "empty.txt") == ["HSE002 1", "HSE002 1"]


def test_older_revisions_by_any_name(house_of_git: Path, prlint: Run) -> None:
    git(house_of_git, "tag", "filed")
    commit(house_of_git, release=f"{ERROR}\nOne.\n\n{WARNING}\n{INFO}")
    assert found(prlint, "release.txt") == []
    for base in ("filed", "HEAD~1", git(house_of_git, "rev-parse", "HEAD~1").strip()):
        assert found(prlint, "release.txt", base=base) == ["HSE003 7"]


def test_other_line_ends_and_encodings_are_no_change(house_of_git: Path, prlint: Run) -> None:
    text = (house_of_git / "release.txt").read_text(encoding="utf-8")
    (house_of_git / "release.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    assert found(prlint, "release.txt") == []


def test_files_of_a_subfolder_behind_a_link_and_from_elsewhere(
    house_of_git: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (house_of_git / "deep" / "er").mkdir(parents=True)
    commit(house_of_git, **{"deep/er/a": ERROR})
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "link").symlink_to(house_of_git / "deep")
    (elsewhere / "prlint.toml").write_text((house_of_git / "prlint.toml").read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    assert found(prlint, "link/er/a.txt") == []
    assert found(prlint, str(house_of_git / "deep/er/a.txt")) == []


def test_standard_input_is_compared_under_its_name(house_of_git: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert house_of_git.is_dir()
    text = f"{ERROR}\nOne.\n\n{WARNING}\n{INFO}"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert found(prlint, "-", "--stdin-filename", "release.txt") == ["HSE003 7"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    outcome = prlint("check", "-", "--diff-base", "HEAD")
    assert outcome.status == 2
    assert outcome.err == "prlint: <stdin>: has no path (--stdin-filename gives it one), and --diff-base compares with what git has\n"


@pytest.mark.parametrize(
    "base", ["gone", "--all", "--output=made-by-git", "-n1", "HEAD:release.txt", "HEAD^{tree}", "a b", "HEAD..HEAD", "\x1b[31m"]
)
def test_a_revision_that_is_none_is_one_line_whatever_it_looks_like(house_of_git: Path, prlint: Run, base: str) -> None:
    outcome = prlint("check", "release.txt", f"--diff-base={base}")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("prlint: the repository has no revision `")
    assert (outcome.err.count("\n"), "\x1b" in outcome.err) == (1, False)
    assert not (house_of_git / "made-by-git").exists()


def test_a_shallow_clone_says_what_is_missing(house_of_git: Path, prlint: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    old = git(house_of_git, "rev-parse", "HEAD").strip()
    commit(house_of_git, release=SILENT)
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", f"file://{house_of_git}", ".")
    outcome = prlint("check", str(clone / "release.txt"), "--diff-base", old)
    assert outcome.status == 2
    assert outcome.err == f"prlint: the repository has no revision `{old}` (it is a shallow clone: `git fetch --unshallow` gets the rest)\n"


def test_a_file_outside_of_any_repository_fails_and_the_others_are_checked(
    house_of_git: Path, prlint: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.txt"
    outside.write_text(ERROR, encoding="utf-8")
    (house_of_git / "release.txt").write_text(f"{ERROR}\nOne.\n\n{WARNING}\n{INFO}", encoding="utf-8")
    outcome = prlint("check", "release.txt", str(outside), "gone/b.txt", "--diff-base", "HEAD", "--output-format", "concise")
    assert outcome.status == 2
    assert outcome.out.startswith("release.txt:7:6: info HSE003")
    assert outcome.err.splitlines() == [
        f"prlint: {outside}: is in no git repository, and --diff-base compares with what git has",
        "prlint: gone/b.txt: does not exist",
    ]


def test_without_git_it_says_so(house_of_git: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(house_of_git))
    outcome = prlint("check", "release.txt", "--diff-base", "HEAD")
    assert (outcome.status, outcome.err) == (2, "prlint: git is not installed\n")


def test_a_repository_of_somebody_else_is_told_apart_from_none(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / ".git" / "config").write_text("[core\n", encoding="utf-8")
    outcome = prlint("check", "release.txt", "--diff-base", "HEAD")
    assert outcome.status == 2
    assert outcome.err.startswith("prlint: git refuses: ")


def test_nothing_that_the_repository_configures_is_run(house_of_git: Path, prlint: Run) -> None:
    script = house_of_git / "run.sh"
    script.write_text('#!/bin/sh\ntouch ran\ncat "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    (house_of_git / ".gitattributes").write_text("*.txt diff=evil\n", encoding="utf-8")
    for key, value in (("diff.evil.textconv", str(script)), ("diff.evil.command", str(script)), ("core.fsmonitor", str(script))):
        git(house_of_git, "config", key, value)
    (house_of_git / "ran").unlink(missing_ok=True)
    (house_of_git / "release.txt").write_text(f"{ERROR}\nOne.\n\n{WARNING}\n{INFO}", encoding="utf-8")
    assert found(prlint, "release.txt") == ["HSE003 7"]
    assert not (house_of_git / "ran").exists()


def test_what_a_hook_sets_for_its_own_folder_does_not_lead_astray(house_of_git: Path, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (house_of_git / "deep").mkdir()
    commit(house_of_git, **{"deep/a": ERROR})
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert found(prlint, "deep/a.txt") == []


def test_a_version_that_git_has_lost_fails_its_file(house_of_git: Path, prlint: Run) -> None:
    blob = git(house_of_git, "rev-parse", "HEAD:release.txt").strip()
    lost = house_of_git / ".git" / "objects" / blob[:2] / blob[2:]
    lost.chmod(0o644)
    data = lost.read_bytes()
    lost.write_bytes(data[: len(data) // 2])
    (house_of_git / "release.txt").write_text(ERROR, encoding="utf-8")
    outcome = prlint("check", "release.txt", "--diff-base", "HEAD")
    assert (outcome.status, outcome.out.count("1 failed")) == (2, 1)
    assert outcome.err.startswith("prlint: release.txt: git cannot show an earlier version: ")


def test_baseline_and_change_are_counted_apart(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "release.txt").write_text(ERROR, encoding="utf-8")
    assert prlint("baseline", "release.txt").status == 0
    (house_of_git / "release.txt").write_text(f"{ERROR}\nOne.\n\n{WARNING}\n{INFO}", encoding="utf-8")
    outcome = prlint("check", "release.txt", "--baseline", "prlint-baseline.json", "--diff-base", "HEAD", "--record", "r.json")
    assert outcome.out.splitlines()[-1].startswith("0 errors, 0 warnings, 1 info, 1 in the baseline, 1 not of this change; ")
    told = json.loads((house_of_git / "r.json").read_text(encoding="ascii"))
    assert [finding["state"] for finding in told["files"][0]["findings"]] == ["in-baseline", "unchanged", "reported"]
    assert told["options"]["diff-base-commit"] == git(house_of_git, "rev-parse", "HEAD").strip()
    assert prlint("verify", "r.json").status == 0


def test_fixes_are_made_only_where_the_change_is(house_of_git: Path, prlint: Run) -> None:
    (house_of_git / "drafts").mkdir()
    (house_of_git / "drafts" / "prlint.toml").write_text("select = ['SEC003']\n", encoding="utf-8")
    draft = house_of_git / "drafts" / "a.txt"
    draft.write_text("See our Form 10K.\n", encoding="utf-8")
    commit(house_of_git)
    draft.write_text("See our Form 10K.\n\nSee our Form 8K.\n", encoding="utf-8")
    assert prlint("fix", "drafts/a.txt", "--diff-base", "HEAD").status == 0
    assert draft.read_text(encoding="utf-8") == "See our Form 10K.\n\nSee our Form 8-K.\n"
