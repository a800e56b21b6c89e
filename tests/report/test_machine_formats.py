"""`sarif`, `gitlab`, `rdjson`, `junit` and `jsonl`, each as its consumer reads it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from prlint.cli.main import run
from prlint.document.model import Document, Location
from prlint.engine import load_rules
from prlint.report import FileReport, Report, render
from tests.report.made import edit, file_report, related, replace, report
from tests.report.test_formats import holds_to

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parents[2]
TEXT = "Ferrant reports results.\n\nVelmira is “safe” and effective in adults.\n"
FAILED = FileReport("drafts/b.txt", failure="is empty")


def validate(told: Any, schema: str) -> None:
    wanted = json.loads((DATA / schema).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(wanted)
    kind.check_schema(wanted)
    kind(wanted).validate(told)


def whole() -> Report:
    """A run with everything in it: related places, edits, something absent, a waiver, a note, a failure."""
    file = file_report(TEXT, "effective", "adults", "", path="./drafts/a b.txt")
    first, second, absent = file.findings
    start = TEXT.index("effective")
    first = replace(first, related=(related(file, "results", "told here"),), edits=(edit(start, start + 9, "active"),))
    second = replace(second, waived="read by counsel (approved by D. Okafor)", severity="warning")
    assert file.document
    noted = replace(file.document, notes=("read as Windows-1252",))
    rules = load_rules().selected
    return Report((replace(file, findings=(first, second, replace(absent, severity="info")), document=noted), FAILED), 1, rules)


def sarif(told: Report) -> dict[str, Any]:
    log = json.loads(render(told, "sarif"))
    validate(log, "sarif-2.1.0.json")
    (only,) = log["runs"]
    result: dict[str, Any] = only
    return result


def test_sarif_holds_to_the_schema_of_oasis_and_names_place_level_and_section() -> None:
    told = sarif(whole())
    first, _, absent = told["results"]
    assert (first["ruleId"], first["level"], absent["level"]) == ("EFF001", "error", "note")
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 23, "endLine": 3, "endColumn": 32, "snippet": {"text": "effective"}}
    assert place["artifactLocation"] == {"index": 0, "uri": "drafts/a%20b.txt", "uriBaseId": "%SRCROOT%"}
    assert first["locations"][0]["logicalLocations"] == [{"name": "body", "kind": "section"}]
    assert told["columnKind"] == "unicodeCodePoints"
    assert first["relatedLocations"][0]["message"] == {"text": "told here"}


def test_sarif_rules_have_help_and_relate_to_their_authorities() -> None:
    told = sarif(whole())
    rules, taxa = told["tool"]["driver"]["rules"], told["taxonomies"][0]["taxa"]
    result = told["results"][0]
    rule = rules[result["ruleIndex"]]
    assert rule["id"] == "EFF001"
    assert "**What to do.**" in rule["help"]["markdown"]
    assert rule["help"]["text"]
    assert rule["relationships"]
    for relation in rule["relationships"]:
        assert taxa[relation["target"]["index"]]["id"] == relation["target"]["id"]
    assert all(taxon["shortDescription"]["text"] for taxon in taxa)
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_sarif_tells_of_a_rule_that_is_not_among_those_that_ran() -> None:
    told = sarif(report(file_report(TEXT, "effective", code="WVR001", name="waiver-expired", authority=(), fix="Renew it.")))
    (rule,) = told["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"], rule["help"]["text"]) == ("WVR001", "waiver-expired", "What to do: Renew it.")
    assert "taxonomies" not in told


def test_sarif_suppresses_what_is_waived_and_says_of_every_other_result_that_it_is_not() -> None:
    first, second, absent = sarif(whole())["results"]
    assert second["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "read by counsel (approved by D. Okafor)"}
    ]
    assert (first["suppressions"], absent["suppressions"]) == ([], [])
    plain = sarif(report(file_report(TEXT, "effective")))["results"]
    assert "suppressions" not in plain[0]


def test_sarif_states_what_is_new_and_what_was_known_before() -> None:
    file = file_report(TEXT, "effective", "adults")
    new, old = file.findings
    results = sarif(report(replace(file, findings=(new,), baselined=(old,))))["results"]
    assert [(result["baselineState"], result["message"]["text"]) for result in results] == [
        ("new", "`effective` is a claim"),
        ("unchanged", "`adults` is a claim"),
    ]
    assert "baselineState" not in sarif(report(file))["results"][0]


def test_sarif_fingerprints_hold_no_line() -> None:
    before = sarif(report(file_report(TEXT, "effective")))["results"][0]["partialFingerprints"]
    after = sarif(report(file_report("\n\n\n" + TEXT, "effective")))["results"][0]["partialFingerprints"]
    assert before == after


def test_sarif_offers_the_exact_replacement() -> None:
    first = sarif(whole())["results"][0]
    (change,) = first["fixes"][0]["artifactChanges"]
    region = {"startLine": 3, "startColumn": 23, "endLine": 3, "endColumn": 32}
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "active"}}]


def test_sarif_says_when_a_file_could_not_be_checked() -> None:
    (invocation,) = sarif(whole())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [(item["level"], item["message"]["text"]) for item in invocation["toolExecutionNotifications"]] == [
        ("note", "read as Windows-1252"),
        ("error", "is empty"),
    ]
    assert sarif(report(file_report(TEXT, "effective")))["invocations"][0]["executionSuccessful"] is True


def test_sarif_paths_are_addresses(tmp_path: Path) -> None:
    uris = [
        item["location"]["uri"]
        for item in sarif(
            report(
                file_report(TEXT, path="a#b%?.txt"), file_report(TEXT, path=str(tmp_path / "ä.txt")), file_report(TEXT, path="\udcff.txt")
            )
        )["artifacts"]
    ]
    assert uris == ["a%23b%25%3F.txt", f"file://{tmp_path}/%C3%A4.txt", "%FF.txt"]


class Paragraphs:
    """The source map of a file without lines."""

    def locate(self, offset: int) -> Location:
        return Location(2, offset + 1, "paragraph 2")


def of_word() -> Report:
    """A finding in a file without lines."""
    file = file_report("A claim.", "claim", path="a.docx", location=Paragraphs().locate(2), edits=(edit(2, 7, "word"),))
    return report(replace(file, document=Document("a.docx", "A claim.", "utf-8", format="docx", origin=Paragraphs())))


def test_sarif_names_a_place_without_lines_and_has_no_replacement_there() -> None:
    (result,) = sarif(of_word())["results"]
    assert result["message"] == {"text": "paragraph 2: `claim` is a claim"}
    assert result["locations"][0]["message"] == {"text": "paragraph 2"}
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "snippet": {"text": "claim"}}
    assert "fixes" not in result


def test_rdjson_comments_on_the_file_where_a_place_has_no_line() -> None:
    (told,) = json.loads(render(of_word(), "rdjson"))["diagnostics"]
    assert told["location"] == {"path": "a.docx"}
    assert told["message"].startswith("safe-and-effective: paragraph 2: `claim` is a claim")
    assert "suggestions" not in told


def test_gitlab_names_a_place_without_lines_and_marks_the_first_line() -> None:
    told = json.loads(render(of_word(), "gitlab"))
    validate(told, "gitlab-code-quality.json")
    assert told[0]["description"] == "EFF001: paragraph 2: `claim` is a claim"
    assert told[0]["location"] == {"path": "a.docx", "lines": {"begin": 1, "end": 1}}


def test_junit_has_no_line_where_a_place_has_none() -> None:
    told = render(of_word(), "junit")
    assert ' at paragraph 2"' in told
    assert ">a.docx: paragraph 2: `claim` is a claim" in told
    assert "line=" not in told


def test_github_annotates_the_file_where_a_place_has_no_line() -> None:
    shown = render(of_word(), "github").splitlines()[0]
    assert shown.startswith("::error file=a.docx,title=EFF001 safe-and-effective::paragraph 2: `claim` is a claim%0A")


def test_concise_and_grouped_name_a_place_without_lines() -> None:
    assert render(of_word(), "concise").startswith("a.docx: paragraph 2: error EFF001 ")
    assert "    paragraph 2  error    EFF001  `claim` is a claim" in render(of_word(), "grouped")


def test_gitlab_holds_to_what_gitlab_documents() -> None:
    told = json.loads(render(whole(), "gitlab"))
    validate(told, "gitlab-code-quality.json")
    assert [(issue["check_name"], issue["severity"], issue["location"]["path"]) for issue in told] == [
        ("safe-and-effective", "critical", "drafts/a b.txt"),
        ("safe-and-effective", "info", "drafts/a b.txt"),
        ("not-checked", "blocker", "drafts/b.txt"),
    ]
    assert told[0]["location"]["positions"] == {"begin": {"line": 3, "column": 23}, "end": {"line": 3, "column": 32}}


def test_gitlab_leaves_out_what_is_waived_or_known() -> None:
    file = file_report(TEXT, "effective", "adults")
    new, old = file.findings
    assert json.loads(render(report(replace(file, findings=(replace(new, waived="yes"),), baselined=(old,))), "gitlab")) == []


def test_gitlab_fingerprints_differ_between_files_with_the_same_words() -> None:
    told = json.loads(render(report(file_report(TEXT, "effective"), file_report(TEXT, "effective", path="b.txt")), "gitlab"))
    assert len({issue["fingerprint"] for issue in told}) == 2


def test_rdjson_holds_to_the_messages_of_reviewdog() -> None:
    told = json.loads(render(whole(), "rdjson"))
    validate(told, "rdjson.json")
    first, absent, failed = told["diagnostics"]
    assert (first["severity"], absent["severity"], failed["severity"]) == ("ERROR", "INFO", "ERROR")
    assert first["location"]["path"] == "drafts/a b.txt"
    assert first["code"] == {"value": "EFF001", "url": "https://www.ecfr.gov/"}
    assert first["suggestions"][0]["text"] == "active"
    assert failed["message"] == "prlint could not check this file: is empty"


def test_rdjson_columns_count_bytes() -> None:
    told = json.loads(render(report(file_report(TEXT, "effective")), "rdjson"))
    place = told["diagnostics"][0]["location"]["range"]
    line = TEXT.split("\n")[2].encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"effective"


def test_rdjson_leads_to_related_places_and_tells_of_them_in_the_message() -> None:
    (first, *_) = json.loads(render(whole(), "rdjson"))["diagnostics"]
    place = {"start": {"line": 1, "column": 17}, "end": {"line": 1, "column": 24}}
    assert first["related_locations"] == [{"message": "told here", "location": {"path": "drafts/a b.txt", "range": place}}]
    assert "\ntold here: line 1\n" in first["message"]


def test_rdjson_counts_the_bytes_of_a_byte_order_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = "\ufeffSee our Form 10K.\n\n€ Form 8K.\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    run([str(tmp_path / "a.txt"), "--select", "SEC003", "--output-format", "rdjson"])
    for told in json.loads(capsys.readouterr().out)["diagnostics"]:
        place = told["suggestions"][0]["range"]
        line = data.split(b"\n")[place["start"]["line"] - 1]
        assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] in (b"10K", b"8K")


def test_rdjson_suggests_nothing_in_a_file_whose_bytes_it_does_not_count() -> None:
    file = file_report(TEXT, "effective", edits=(edit(50, 59, "active"),))
    assert file.document
    windows = replace(file, document=replace(file.document, encoding="cp1252"))
    told = [json.loads(render(report(one), "rdjson"))["diagnostics"][0] for one in (file, windows)]
    assert ["suggestions" in one for one in told] == [True, False]


@pytest.mark.parametrize("form", ["gitlab", "rdjson"])
def test_a_path_that_is_no_unicode_spoils_no_report(form: str) -> None:
    told = json.loads(render(report(file_report(TEXT, "adults", path="d/\udcff.txt"), FileReport("\udcfe.txt", failure="is empty")), form))
    assert [item["location"]["path"] for item in (told if form == "gitlab" else told["diagnostics"])] == ["d/?.txt", "?.txt"]


def paths_of(told: Report) -> dict[str, str]:
    """The path of the first finding, in the formats that a CI system reads beside its checkout."""
    return {
        "github": re.findall("file=(.*?),", render(told, "github"))[0],
        "gitlab": json.loads(render(told, "gitlab"))[0]["location"]["path"],
        "sarif": sarif(told)["artifacts"][0]["location"]["uri"],
        "rdjson": json.loads(render(told, "rdjson"))["diagnostics"][0]["location"]["path"],
    }


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_job_that_works_in_a_folder_of_its_checkout_tells_paths_from_the_root(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "us" / "drafts").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "us")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("CI_PROJECT_DIR", raising=False)
    inside = report(file_report(TEXT, "effective", path="./drafts/a.txt"))
    assert set(paths_of(inside).values()) == {"drafts/a.txt"}
    monkeypatch.setenv(variable, str(tmp_path))
    own = {"rdjson": "drafts/a.txt"}  # reviewdog puts the folder before it by itself
    assert paths_of(inside) == dict.fromkeys(("github", "gitlab", "sarif"), "us/drafts/a.txt") | own
    absolute = report(file_report(TEXT, "effective", path=str(tmp_path / "us" / "drafts" / "a.txt")))
    assert paths_of(absolute) == paths_of(inside)
    assert paths_of(report(file_report(TEXT, "effective", path="../eu/b.txt")))["gitlab"] == "eu/b.txt"
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert set(paths_of(inside).values()) == {"drafts/a.txt"}


def test_rdjson_offers_no_half_of_a_fix() -> None:
    file = file_report(TEXT, "effective", edits=(edit(0, 1, "x"), edit(3, 4, "y")))
    assert "suggestions" not in json.loads(render(report(file), "rdjson"))["diagnostics"][0]


def junit(told: Report, folder: Path) -> JUnitXml:
    place = folder / "report.xml"
    place.write_text(render(told, "junit"), encoding="utf-8")
    return JUnitXml.fromfile(str(place))


def test_junit_reads_as_failures_notes_skips_and_errors(tmp_path: Path) -> None:
    told = junit(whole(), tmp_path)
    assert (told.tests, told.failures, told.errors, told.skipped) == (4, 1, 1, 1)
    first, second = told
    failing, waived, note = first
    assert (first.name, failing.name) == ("./drafts/a b.txt", "EFF001 safe-and-effective at 3:23")
    (failure,) = failing.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", "`effective` is a claim")
    assert "authority: 21 CFR 312.7(a)" in failure.text
    assert isinstance(waived.result[0], Skipped)
    assert waived.result[0].message == "waived: read by counsel (approved by D. Okafor)"
    assert (note.result, "is a claim" in note.system_out) == ([], True)
    (errors,) = second
    assert isinstance(errors.result[0], Error)


def test_junit_has_a_case_that_passes_for_a_file_without_findings(tmp_path: Path) -> None:
    told = junit(report(file_report(TEXT)), tmp_path)
    assert [(case.name, case.result) for suite in told for case in suite] == [("no findings", [])]


def test_jsonl_is_a_finding_a_line_and_the_summary_last() -> None:
    lines = [json.loads(line) for line in render(whole(), "jsonl").splitlines()]
    for line in lines:
        holds_to("line.json", line)
    assert [line.get("code") for line in lines] == ["EFF001", "EFF001", "EFF001", None, None]
    assert lines[3] == {"path": "drafts/b.txt", "failure": "is empty"}
    assert lines[4]["summary"]["failed"] == 1
    same = json.loads(render(whole(), "json"))["files"][0]["findings"][0]
    assert lines[0] == {"path": "./drafts/a b.txt", **same}


@pytest.mark.parametrize(
    ("form", "schema"), [("sarif", "sarif-2.1.0.json"), ("gitlab", "gitlab-code-quality.json"), ("rdjson", "rdjson.json")]
)
def test_what_real_releases_give_holds_to_the_schemas(
    form: str, schema: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    run(["--output-format", form, "seeds/immunogen-marianne.txt", "tests/cases"])
    told = json.loads(capsys.readouterr().out)
    validate(told, schema)
    assert len(json.dumps(told)) > 5000


def test_an_empty_run_is_whole_in_every_format(tmp_path: Path) -> None:
    assert sarif(report())["results"] == []
    assert json.loads(render(report(), "gitlab")) == []
    assert json.loads(render(report(), "rdjson"))["diagnostics"] == []
    assert junit(report(), tmp_path).tests == 0


def test_what_ends_before_a_tag_ends_on_its_own_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<html><h1>Ferrant Opens a Lab</h1>\n<p>See our <b>Form 10K</b\n\n\n>, and more of it.</p></html>\n"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")

    def told(form: str) -> str:
        run([str(tmp_path / "a.html"), "--select", "SEC003", "--output-format", form])
        return capsys.readouterr().out

    end = {"line": 2, "column": 23}
    assert page.split("\n")[1][:22].endswith("Form 10K")
    assert json.loads(told("gitlab"))[0]["location"]["positions"]["end"] == end
    assert json.loads(told("json"))["files"][0]["findings"][0]["location"]["end_column"] == end["column"]
    assert json.loads(told("rdjson"))["diagnostics"][0]["location"]["range"]["end"] == {"line": 2}
    region = json.loads(told("sarif"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (end["line"], end["column"])
    assert ",line=2,endLine=2,col=15,endColumn=23," in told("github")
