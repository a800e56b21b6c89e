"""`concise`, `github` and `json`."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

import prlint
from prlint.cli.main import run
from prlint.report import FileReport, Style, render
from tests.report.made import edit, file_report, related, replace, report

TEXT = "Ferrant reports results.\n\nVelmira is safe and effective in adults.\n"
SCHEMAS = Path(prlint.__file__).parent / "report" / "schemas"
SEED = Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt"


def holds_to(schema: str, told: Any) -> None:
    """Raises where the output breaks a published schema."""
    resources = [
        (f"https://prlint.invalid/schemas/{file.name}", Resource.from_contents(json.loads(file.read_text(encoding="utf-8"))))
        for file in SCHEMAS.glob("*.json")
    ]
    wanted = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(wanted)
    jsonschema.Draft202012Validator(wanted, registry=Registry().with_resources(resources)).validate(told)


def test_concise_is_a_line_a_finding() -> None:
    assert render(report(file_report(TEXT, "safe and effective")), "concise") == (
        "release.txt:3:12: error EFF001 safe-and-effective: `safe and effective` is a claim\n"
        "1 error, 0 warnings, 0 infos; 1 file checked, 0 skipped, 0 failed\n"
    )  # fmt: skip
    assert render(report(file_report(TEXT, "safe", waived="yes")), "concise", Style(closing=False)) == ""


def test_vim_finds_its_way_with_concise_and_no_setting_of_its_own(tmp_path: Path) -> None:
    if shutil.which("vim") is None or b"+eval" not in subprocess.run(["vim", "--version"], capture_output=True, check=True).stdout:
        pytest.skip("no vim with scripts on this machine: its quickfix list is not tried")
    (tmp_path / "told").write_text(render(report(file_report(TEXT, "safe and effective", path="a b.txt")), "concise"), encoding="utf-8")
    listed = "map(getqflist(), {_, it -> [it.valid ? bufname(it.bufnr) : '', it.lnum, it.col, it.text]})"
    (tmp_path / "script").write_text(f"cgetfile told\ncall writefile([json_encode({listed})], 'listed')\nqall!\n", encoding="utf-8")
    subprocess.run(["vim", "-Nu", "NONE", "-i", "NONE", "-nes", "-S", "script"], cwd=tmp_path, timeout=60, check=True)
    found, closing = json.loads((tmp_path / "listed").read_text(encoding="utf-8"))
    assert found == ["a b.txt", 3, 12, " error EFF001 safe-and-effective: `safe and effective` is a claim"]
    assert closing[0] == ""


def test_github_is_an_annotation_a_finding() -> None:
    shown = render(report(file_report(TEXT, "safe and effective", severity="info")), "github", Style(closing=False))
    assert shown == (
        "::notice file=release.txt,line=3,endLine=3,col=12,endColumn=30,title=EFF001 safe-and-effective"
        "::`safe and effective` is a claim%0Aauthority: 21 CFR 312.7(a)%0Afix: Say what was measured.\n"
    )  # fmt: skip


def test_github_tells_of_related_places_and_of_files_that_failed() -> None:
    file = file_report(TEXT, "safe", fix="", authority=())
    finding = replace(file.findings[0], related=(related(file, "adults", "who they are"),))
    shown = render(report(replace(file, findings=(finding,)), FileReport("b.txt", failure="is empty")), "github").splitlines()
    assert shown[0].endswith("::`safe` is a claim%0Awho they are: line 3")
    assert shown[1] == "::error file=b.txt,title=prlint could not check this file::is empty"
    assert shown[2].endswith("1 failed")


def test_github_gives_no_columns_to_a_span_over_lines() -> None:
    shown = render(report(file_report(TEXT, "results.\n\nVelmira")), "github")
    assert ",line=1,endLine=3,title=" in shown


def test_no_text_and_no_path_opens_a_command_of_its_own() -> None:
    text = "100% of\n::error::x, 50%0A::warning::y ##[error]z\n"
    quote = "100% of\n::error::x, 50%0A::warning::y ##[error]z"
    shown = render(report(file_report(text, quote, path="a,b:c%\n::debug::d.txt")), "github", Style(closing=False))
    assert shown.count("\n") == 1
    assert shown.startswith("::error file=a%2Cb%3Ac%25%0A%3A %3Adebug%3A%3Ad.txt,line=1")
    assert "##[" not in shown
    assert "`100%25 of%0A: :error::x, 50%250A::warning::y" in shown


def test_json_holds_to_its_schema_with_everything_in_it() -> None:
    file = file_report(TEXT, "safe and effective", "", waived="by counsel")
    whole = replace(file.findings[0], related=(related(file, "adults", "who"),), edits=(edit(37, 41, "tolerated"),), waived="")
    noted = file_report("“Old.”", path="old.txt")
    assert noted.document is not None
    noted = replace(noted, document=replace(noted.document, notes=("read as Windows-1252",)))
    told = json.loads(
        render(report(replace(file, findings=(whole, file.findings[1])), noted, FileReport("b.txt", failure="is empty"), skipped=2), "json")
    )
    holds_to("check.json", told)
    assert told["summary"] == {
        "error": 1,
        "warning": 0,
        "info": 0,
        "waived": 1,
        "baselined": 0,
        "unchanged": 0,
        "fixed": 0,
        "fixable": 1,
        "unsafely_fixable": 0,
        "checked": 2,
        "skipped": 2,
        "failed": 1,
    }
    assert told["version"] == prlint.__version__
    finding = told["files"][0]["findings"][0]
    assert finding["location"] == {"line": 3, "column": 12, "end_line": 3, "end_column": 30}
    assert finding["quote"] == TEXT[finding["start"] : finding["end"]]
    assert finding["edits"] == [{"start": 37, "end": 41, "text": "tolerated", "safe": True}]
    assert told["files"][0]["profile"] == {
        "kind": "topline",
        "kinds": ["approval", "topline"],
        "issuer": "private",
        "product": "none",
        "outcome": "none",
        "traits": ["medical", "results"],
        "date": "2027-03-04",
        "company": "Ferrant",
    }
    assert told["files"][1]["notes"] == ["read as Windows-1252"]
    assert told["files"][2] == {"path": "b.txt", "profile": None, "findings": [], "failure": "is empty"}


def test_json_is_plain_ascii_so_that_nothing_can_be_hidden_in_it() -> None:
    shown = render(report(file_report("“\x1b[31m\u202eé”", "\x1b[31m\u202eé", path="\udc80.txt")), "json")
    assert shown.isascii()
    assert shown.strip().isprintable()


@pytest.mark.parametrize(("command", "schema"), [("check", "check.json"), ("facts", "facts.json")])
def test_what_the_seed_gives_holds_to_the_schemas(command: str, schema: str, capsys: pytest.CaptureFixture[str]) -> None:
    run([command, "--output-format", "json", str(SEED)])
    holds_to(schema, json.loads(capsys.readouterr().out))


def test_a_place_without_lines_keeps_its_label() -> None:
    from prlint.document.model import Document, Location

    class Paragraphs:
        def locate(self, offset: int) -> Location:
            return Location(1, offset + 1, "paragraph 1")

    file = file_report("A claim.", "claim")
    told = json.loads(render(report(replace(file, document=Document("a.docx", "A claim.", "utf-8", origin=Paragraphs()))), "json"))
    holds_to("check.json", told)
    assert told["files"][0]["findings"][0]["location"]["label"] == "paragraph 1"
