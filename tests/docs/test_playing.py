"""Playing a page notices what it is there to notice."""

from pathlib import Path

import pytest

from tests.docs.pages import Played, play


def played(folder: Path, page: str) -> Played:
    (folder / "page.md").write_text(page, encoding="utf-8")
    return play(folder / "page.md", folder)


def test_a_page_that_shows_what_its_commands_say_stays_as_it_is(tmp_path: Path) -> None:
    page = (
        '# A page\n\n```text title="a/b.txt"\none\ntwo\n```\n\n```console\n$ cat a/b.txt\none\n…\n$ wc -l < a/b.txt | tr -d " "\n2\n```\n'
    )
    assert played(tmp_path, page).drawn == page


def test_a_page_that_shows_something_else_is_drawn_anew(tmp_path: Path) -> None:
    told = played(tmp_path, "```console\n$ echo one\ntwo\n$ echo three\nthree\n```\n")
    assert told.drawn == "```console\n$ echo one\none\n$ echo three\nthree\n```\n"


def test_hashes_and_versions_may_differ_and_nothing_else(tmp_path: Path) -> None:
    page = "```console\n$ echo 'version 2.0, SHA-256 abc0…, 130 rules, 7 files'\nversion 1.9, SHA-256 def1…, 126 rules, 7 files\n```\n"
    told = played(tmp_path, page)
    assert told.drawn == page
    (tmp_path / "again").mkdir()
    assert played(tmp_path / "again", page.replace("126 rules, 7", "126 rules, 8")).drawn != page


def test_a_command_that_could_not_do_it_must_be_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="ends with 2, and the page does not tell"):
        played(tmp_path, "```console\n$ prlint nowhere.txt\nprlint: nowhere.txt: does not exist\n```\n")
    (tmp_path / "again").mkdir()
    page = "```console\n$ prlint nowhere.txt --quiet\nprlint: nowhere.txt: does not exist\n$ echo $?\n2\n```\n"
    assert played(tmp_path / "again", page).drawn == page


def test_commands_for_shells_and_pipelines_are_run_too(tmp_path: Path) -> None:
    file = '```text title="a.txt"\nOne.\n```\n\n'
    page = f"{file}```sh\nprlint a.txt | other\n```\n\n```yaml\nsteps:\n  - run: |\n      prlint --fail-on never a.txt\n```\n"
    told = played(tmp_path, page)
    assert [ran.command for ran in told.ran] == ["prlint a.txt", "prlint --fail-on never a.txt"]
    (tmp_path / "again").mkdir()
    with pytest.raises(AssertionError, match="--no-such-option"):
        played(tmp_path / "again", page.replace("--fail-on never", "--no-such-option"))
