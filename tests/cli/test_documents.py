"""Places in reports: line and column of a page's source, names where a format has no lines; the text is the normalised one."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.document import writers

ONLY = ("--select", "SEC003")
PAGE = "<html><body>\n<p>Ferrant said.</p>\n<p>See\n   our <b>Form\n 10K</b>.</p></body></html>"


@pytest.fixture
def drafts(desk: Path) -> Path:
    """A desk with the built-in rules."""
    (desk / "prlint.toml").write_text("", encoding="utf-8")
    return desk


def test_a_page_shows_the_line_of_its_source_and_the_text_that_is_seen(drafts: Path, prlint: Run) -> None:
    (drafts / "page.html").write_text(PAGE, encoding="utf-8")
    shown = prlint("page.html", *ONLY).out.splitlines()
    assert shown[0] == "page.html:4:11: warning SEC003 sec-nomenclature"
    assert shown[3:5] == [" 4 | See our Form 10K.", "   |         ^^^^^^^^"]


def test_a_format_without_lines_shows_names_and_no_numbers(drafts: Path, prlint: Run) -> None:
    (drafts / "a.pdf").write_bytes(writers.as_pdf([("text", "Ferrant said."), ("text", "See our Form 10K.")]))
    (drafts / "a.rtf").write_bytes(writers.as_rtf([("text", "Ferrant said."), ("text", "See our Form 10K.")]))
    shown = prlint("a.pdf", *ONLY).out.splitlines()
    assert shown[0] == "a.pdf: page 1, line 4: warning SEC003 sec-nomenclature"
    assert shown[3:5] == ["   | See our Form 10K.", "   |         ^^^^^^^^"]
    concise = prlint("a.rtf", "--output-format", "concise", *ONLY).out
    assert concise.startswith("a.rtf: paragraph 2: warning SEC003 sec-nomenclature: ")


def test_the_label_is_in_the_json(drafts: Path, prlint: Run) -> None:
    (drafts / "a.rtf").write_bytes(writers.as_rtf([("text", "Ferrant said."), ("text", "See our Form 10K.")]))
    told = json.loads(prlint("a.rtf", "--output-format", "json", *ONLY).out)["files"][0]["findings"][0]
    assert told["location"] == {"line": 2, "column": 9, "end_line": 2, "end_column": 17, "label": "paragraph 2"}
    assert told["quote"] == "Form 10K"


def test_other_places_of_a_finding_have_names_too(drafts: Path, prlint: Run) -> None:
    text = "Corvexa® was given to adults in the trial of Ferrant. Corvexa™ was well known."
    (drafts / "a.rtf").write_bytes(writers.as_rtf([("text", text)]))
    assert "= see paragraph 1: carries" in prlint("a.rtf", "--select", "TMK004").out


def test_facts_of_a_page_are_told(drafts: Path, prlint: Run) -> None:
    (drafts / "page.html").write_text(PAGE, encoding="utf-8")
    outcome = prlint("facts", "page.html")
    assert (outcome.status, outcome.err) == (0, "")
    assert "See our Form 10K." in outcome.out


def test_a_folder_is_searched_for_every_format(drafts: Path, prlint: Run) -> None:
    block: list[writers.Block] = [("text", "See our Form 10K.")]
    written = {"a.txt": writers.as_text, "b.HTML": writers.as_html, "c.md": writers.as_markdown, "d.pdf": writers.as_pdf}
    for name, write in {**written, "e.rtf": writers.as_rtf, "f.eml": writers.as_mail, "g.docx": writers.as_word}.items():
        (drafts / name).write_bytes(write(block))
    (drafts / "h.xlsx").write_bytes(b"PK")
    outcome = prlint(".", "--output-format", "concise", *ONLY)
    assert outcome.out.splitlines()[-1].startswith("0 errors, 7 warnings, 0 infos; 7 files checked, 2 skipped, 0 failed")
    assert outcome.err == "prlint: f.eml: has attachments that are not read: release.pdf\n"


def test_fixes_are_written_into_a_page_and_what_marks_divide_is_left_with_a_note(drafts: Path, prlint: Run) -> None:
    page = "<p>Our Form 10K and our Form <b>10</b>Q.</p><p>a</p><p>b</p><p>c</p>"
    (drafts / "a.html").write_text(page, encoding="utf-8")
    outcome = prlint("fix", "a.html", *ONLY)
    assert (drafts / "a.html").read_text(encoding="utf-8") == page.replace("10K", "10-K")
    assert outcome.err == "prlint: a.html: the fix of SEC003 at 1:26 is left: the marks of the file stand in its way\n"
    assert "1 fixed" in outcome.out


def test_a_report_of_an_earlier_run_is_no_release(drafts: Path, prlint: Run) -> None:
    (drafts / "a.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    prlint("a.txt", "--output", "old.html", "--output", "old.md", *ONLY)
    outcome = prlint(".", "--output-format", "concise", *ONLY)
    assert outcome.out.splitlines()[-1].startswith("0 errors, 1 warning, 0 infos; 1 file checked, 3 skipped, 0 failed")
    assert outcome.err == ""
    for name in ("old.html", "old.md"):
        named = prlint(name, *ONLY)
        assert (named.status, named.err) == (2, f"prlint: {name}: is a report that prlint wrote; check the release that it is about\n")


def test_a_page_that_speaks_of_prlint_is_a_release(drafts: Path, prlint: Run) -> None:
    (drafts / "a.html").write_text(PAGE.replace("<body>", "<head><title>prlint report</title></head><body>"), encoding="utf-8")
    assert "; 1 file checked, 1 skipped, 0 failed" in prlint(".", *ONLY).out


def test_nothing_is_said_of_fixes_in_a_file_that_takes_none(drafts: Path, prlint: Run) -> None:
    (drafts / "a.pdf").write_bytes(writers.as_pdf([("text", "See our Form 10K.")]))
    (drafts / "a.docx").write_bytes(writers.as_word([("text", "See our Form 10K.")]))
    assert "--fix" not in prlint("a.pdf", *ONLY).out
    assert prlint("a.docx", *ONLY).out.endswith("; 1 can be fixed with --fix\n")
    assert json.loads(prlint("a.pdf", "--output-format", "json", *ONLY).out)["summary"]["fixable"] == 0


def test_no_fix_is_written_into_a_pdf(drafts: Path, prlint: Run) -> None:
    data = writers.as_pdf([("text", "See our Form 10K.")])
    (drafts / "a.pdf").write_bytes(data)
    outcome = prlint("fix", "a.pdf", *ONLY)
    assert (drafts / "a.pdf").read_bytes() == data
    assert "the fix of SEC003 at page 1, line 3 is left: only text, Markdown and HTML are changed in their files" in outcome.err


def test_a_comment_suppresses_and_one_that_does_not_is_told(drafts: Path, prlint: Run) -> None:
    text = "# Ferrant\n\n<!-- prlint: ignore SEC003 quoted -->\nOur Form 10K.\n\nText.\n\n<!-- prlint: ignore SEC003 -->\nNone.\n"
    (drafts / "a.md").write_text(text, encoding="utf-8")
    outcome = prlint("a.md", *ONLY)
    assert (outcome.status, outcome.out) == (0, "0 errors, 0 warnings, 0 infos, 1 waived; 1 file checked, 0 skipped, 0 failed\n")
    assert outcome.err == ("prlint: a.md: the comment in line 8 suppresses nothing: there is no finding of SEC003 where it holds\n")
