"""`prlint config`: each value in effect and where it was told; the JSON Schema of `prlint.toml`."""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import prlint.report
from tests.cli.conftest import Run
from tests.cli.test_configuration import WRONG

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((Path(prlint.report.__file__).parent / "schemas" / "config.json").read_text(encoding="utf-8"))


@pytest.fixture
def styled(desk: Path) -> Path:
    """A desk whose configuration extends a house style."""
    (desk / "style").mkdir()
    (desk / "style" / "house.toml").write_text(
        'fail-on = "error"\nrules = ["rules"]\nignore = ["TRM"]\n\n[company]\nname = "Ferrant Therapeutics, Inc."\n'
        '[[company.products]]\nbrand = "Velmira"\nboxed-warning = true\n[[company.marks]]\nname = "Velmira"\n'
        '[per-file."drafts/**"]\nfail-on = "never"\n',
        encoding="utf-8",
    )
    (desk / "prlint.toml").write_text(
        'extend = "style/house.toml"\nrules = ["own"]\nseverity = { TMK002 = "info" }\n[release]\ndate = 2027-03-04\n'
        'company.marks = []\n[per-file."drafts/**"]\nrelease = { fragment = true }\n',
        encoding="utf-8",
    )
    return desk


def told(prlint: Run, *arguments: str) -> dict[str, list[tuple[Any, str]]]:
    """The values by key, each with the place that told it."""
    outcome = prlint("config", *arguments, "--output-format", "json")
    assert outcome.status == 0, outcome.err
    account = json.loads(outcome.out)
    jsonschema.validate(account, SCHEMA)
    values: dict[str, list[tuple[Any, str]]] = {}
    for row in account["values"]:
        source = row["source"]
        place = f"{source['path']}:{source['line']}:{source['column']}" if source["kind"] == "file" else source["kind"]
        values.setdefault(row["key"], []).append((row["value"], place + (f" {source['per-file']}" if "per-file" in source else "")))
    return values


def test_each_value_is_shown_with_the_place_that_told_it(styled: Path, prlint: Run) -> None:
    (styled / "prlint.toml").write_text(
        (styled / "prlint.toml").read_text(encoding="utf-8").replace("company.marks = []\n", ""), encoding="utf-8"
    )
    house = str(Path("style/house.toml"))
    values = told(prlint, "a.txt")
    assert values["fail-on"] == [("error", f"{house}:1:1")]
    assert values["rules"] == [([str(styled / "style" / "rules")], f"{house}:2:10"), ([str(styled / "own")], "prlint.toml:2:10")]
    assert values["severity.TMK002"] == [("info", "prlint.toml:3:14")]
    assert values["release.date"] == [("2027-03-04", "prlint.toml:5:1")]
    assert values["release.fragment"] == [(False, "built-in")]
    assert values["company.name"] == [("Ferrant Therapeutics, Inc.", f"{house}:6:1")]
    assert values["company.products[0].boxed-warning"] == [(True, f"{house}:9:1")]
    assert values["company.marks[0].name"] == [("Velmira", f"{house}:11:1")]
    assert values["company.ticker"] == [("", "built-in")]


def test_a_file_under_a_glob_has_the_values_of_the_glob_in_every_layer(styled: Path, prlint: Run) -> None:
    (styled / "prlint.toml").write_text(
        (styled / "prlint.toml").read_text(encoding="utf-8").replace("company.marks = []\n", ""), encoding="utf-8"
    )
    values = told(prlint, "drafts/topline.txt")
    assert values["release.fragment"] == [(True, "prlint.toml:7:13 drafts/**")]
    assert values["fail-on"] == [("never", f"{Path('style/house.toml')}:13:1 drafts/**")]


def test_the_command_line_stands_beside_or_over_what_files_say(styled: Path, prlint: Run) -> None:
    (styled / "prlint.toml").write_text('ignore = ["STR"]\n', encoding="utf-8")
    assert told(prlint, "--ignore", "EFF,TMK")["ignore"] == [(["STR"], "prlint.toml:1:1"), (["EFF", "TMK"], "command-line")]
    values = told(prlint, "--select", "REG", "--fail-on", "info")
    assert (values["select"], values["ignore"], values["fail-on"]) == (
        [(["REG"], "command-line")],
        [([], "command-line")],
        [("info", "command-line")],
    )


def test_an_emptied_list_is_the_doing_of_the_file_that_empties_it(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text("[company]\nproducts = []\n", encoding="utf-8")
    assert told(prlint)["company.products"] == [([], "prlint.toml:2:1")]


def test_without_any_configuration_everything_is_built_in(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").unlink()
    values = told(prlint)
    assert {place for rows in values.values() for _, place in rows} == {"built-in"}
    assert values["fail-on"] == [("warning", "built-in")]
    assert "configuration  none, all is built in\n" in prlint("config").out


def test_a_person_sees_a_line_a_value_in_columns(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text('[per-file."*.txt"]\nignore = ["STR"]\n', encoding="utf-8")
    lines = prlint("config", "a.txt").out.splitlines()
    assert lines[:3] == ["a.txt", "  configuration  prlint.toml", '  per-file       "*.txt"']
    assert any(line.split(maxsplit=2) == ["ignore", '["STR"]', 'prlint.toml:2 [per-file."*.txt"]'] for line in lines)
    columns = {line.index("  built in") for line in lines if line.endswith("  built in")}
    assert len(columns) == 1


def test_what_a_configuration_says_cannot_command_the_terminal(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text('[company]\nname = "F\\u001b[2J\\u202e"\n', encoding="utf-8")
    out = prlint("config").out
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.usefixtures("styled")
def test_a_named_configuration_is_the_one_that_is_shown(prlint: Run) -> None:
    assert told(prlint, "a.txt", "--config", "style/house.toml")["fail-on"] == [("error", f"{Path('style/house.toml')}:1:1")]


def test_a_configuration_with_a_mistake_cannot_be_shown(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text("selct = []\n", encoding="utf-8")
    outcome = prlint("config")
    assert (outcome.status, outcome.out) == (2, "")
    assert "did you mean `select`?" in outcome.err


def test_the_published_schema_is_the_one_that_is_printed(prlint: Run) -> None:
    """After a change to the keys: `prlint config --schema > docs/schemas/prlint.schema.json`."""
    assert prlint("config", "--schema").out == (ROOT / "docs" / "schemas" / "prlint.schema.json").read_text(encoding="utf-8")


def as_json(value: Any) -> Any:
    """What an editor's schema check sees of TOML: a date as its text."""
    if isinstance(value, dict):
        return {key: as_json(held) for key, held in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else value


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    from prlint.cli.schema import configuration_schema

    published = json.loads(configuration_schema())
    jsonschema.Draft7Validator.check_schema(published)
    return jsonschema.Draft7Validator(published)


def test_an_editor_accepts_what_prlint_accepts(styled: Path, schema: jsonschema.Draft7Validator) -> None:
    for file in (styled / "prlint.toml", styled / "style" / "house.toml"):
        text = file.read_text(encoding="utf-8").replace("company.marks = []\n", "")
        schema.validate(as_json(tomllib.loads(text)))


# What only the disk tells, or what an editor sees as a text like any other.
_NOT_OF_SHAPE = ("nowhere.toml", "'house'", "'2027-03-04'")


@pytest.mark.parametrize("text", [text for text, _, _ in WRONG if not any(word in text for word in _NOT_OF_SHAPE)])
def test_an_editor_underlines_what_prlint_refuses(schema: jsonschema.Draft7Validator, text: str) -> None:
    assert not schema.is_valid(as_json(tomllib.loads(text)))
