"""Whatever format a release is in, everything that is done with one can be done with it."""

import io
import json
import sys
from pathlib import Path

import pytest

from prlint.report import FORMATS
from tests.cli.conftest import Run
from tests.document import writers
from tests.document.writers import Block

BLOCKS: list[Block] = [
    ("title", "Ferrant Therapeutics Opens a Laboratory in Boston"),
    ("text", "Ferrant said that its new laboratory is in the *centre* of Boston, beside the river, and that forty people will work there."),
    ("text", "More about it stands in our Form 10K for the year, and some of it in the Form 8K of last week."),
]
WRITE = {
    "txt": writers.as_text,
    "html": writers.as_html,
    "md": writers.as_markdown,
    "pdf": writers.as_pdf,
    "rtf": writers.as_rtf,
    "eml": writers.as_mail,
    "docx": writers.as_word,
}
QUIET = ("--quiet", "--output-format", "concise")


@pytest.fixture(params=WRITE)
def draft(request: pytest.FixtureRequest, desk: Path) -> str:
    """A release of one format, on a desk with one built-in rule."""
    (desk / "prlint.toml").write_text('select = ["SEC003"]\n', encoding="utf-8")
    name = f"draft.{request.param}"
    (desk / name).write_bytes(WRITE[request.param](BLOCKS))
    return name


def given(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_finding_is_waived_and_the_other_stays(draft: str, prlint: Run) -> None:
    assert prlint("waive", draft, "SEC003", "--quote", "Form 10K", "--reason", "as filed", "--approved-by", "Ana Ruiz").status == 0
    left = prlint(draft, *QUIET)
    assert (left.out.count("SEC003"), "`Form 8K`" in left.out) == (1, True)


def test_a_baseline_knows_what_was_there(draft: str, prlint: Run) -> None:
    assert prlint("baseline", draft, "--quiet").status == 0
    told = prlint(draft, *QUIET, "--baseline", "prlint-baseline.json")
    assert (told.status, told.out) == (0, "")


def test_a_record_holds_until_the_file_changes(desk: Path, draft: str, prlint: Run) -> None:
    prlint(draft, *QUIET, "--record", "review.json")
    assert prlint("verify", "review.json").status == 0
    (desk / draft).write_bytes(WRITE[draft.partition(".")[2]](BLOCKS[:2]))
    assert prlint("verify", "review.json").status == 1


def test_standard_input_and_a_wrong_name_make_no_difference(desk: Path, draft: str, prlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (desk / draft).read_bytes()
    shown = prlint(draft, *QUIET).out
    given(data, monkeypatch)
    assert prlint("-", *QUIET).out == shown.replace(draft, "<stdin>")
    for suffix in WRITE:
        (desk / f"other.{suffix}").write_bytes(data)
        assert prlint(f"other.{suffix}", *QUIET).out == shown.replace(draft, f"other.{suffix}")


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_tells_of_both_findings(draft: str, prlint: Run, form: str) -> None:
    told = prlint(draft, "--output-format", form)
    assert (told.status, told.out.count("SEC003") >= 2) == (1, True)


def test_fixes_are_made_where_the_format_takes_them(desk: Path, draft: str, prlint: Run) -> None:
    before = (desk / draft).read_bytes()
    told = prlint("fix", draft, *QUIET)
    in_place = draft in ("draft.txt", "draft.html", "draft.md")
    assert ((desk / draft).read_bytes() != before, told.status) == (in_place, 0 if in_place else 2 if draft == "draft.docx" else 1)
    copied = draft == "draft.docx"
    assert prlint("fix", draft, *QUIET, "-o", f"fixed-{draft}").status == (0 if in_place or copied else 1)
    assert prlint(f"fixed-{draft}", *QUIET).out.count("SEC003") == (0 if in_place or copied else 2)


def test_facts_and_a_configuration_come_of_it(desk: Path, draft: str, prlint: Run) -> None:
    told = json.loads(prlint("facts", draft, "--output-format", "json").out)
    assert told["sections"][0]["kind"] == "headline"
    assert "filing" in {fact["kind"] for fact in told["facts"]}
    assert prlint("init", "--force", draft).status == 0
    assert (desk / "prlint.toml").read_text(encoding="utf-8").startswith("#")
