"""Findings: what is said, how severe, and which rule speaks where several could."""

from pathlib import Path

import pytest

from prlint.api import lint
from prlint.config import Settings
from prlint.engine import load_rules
from prlint.engine.check import applies
from prlint.engine.messages import fill
from prlint.engine.model import Finding, Rule
from prlint.release.model import Profile
from tests.engine.houses import write_rule, write_terms

TEXT = "The frumious trial may be slithy.\n\nA frumious, Frumious result is brillig and frumious."


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return write_terms(tmp_path / "house", frumious="frumious", slithy="slithy", brillig="brillig")


def findings(house: Path, **settings: object) -> list[Finding]:
    rules = load_rules(Settings(rules=(str(house),), select=("HSE",), **settings))  # type: ignore[arg-type]
    (file,) = lint(TEXT, rules=rules).files
    return list(file.findings)


def test_a_finding_says_what_where_and_on_what_authority(house: Path) -> None:
    write_rule(house, "HSE001", "slithy-word", "no slithy")
    (finding,) = findings(house)
    assert (finding.code, finding.name, finding.severity) == ("HSE001", "slithy-word", "warning")
    assert finding.message == "`slithy` is a slithy-word"
    assert TEXT[finding.start : finding.end] == finding.quote == "slithy"
    assert (finding.location.line, finding.location.column) == (1, 27)
    assert finding.authority[0].cite == "House style"
    assert finding.fix == "Say what it does."


@pytest.mark.parametrize(("report", "count"), [("each", 4), ("first", 1), ("distinct", 1)])
def test_a_rule_reports_each_place_or_the_first_or_each_wording(house: Path, report: str, count: int) -> None:
    write_rule(house, "HSE001", "frumious-word", "no frumious", more=f'report = "{report}"')
    assert len(findings(house)) == count


def test_the_first_place_relates_the_others(house: Path) -> None:
    write_rule(house, "HSE001", "frumious-word", "no frumious", more='report = "first"')
    (finding,) = findings(house)
    assert [related.location.line for related in finding.related] == [3, 3, 3]


def test_a_finding_is_an_info_where_the_rule_says_so(house: Path) -> None:
    write_rule(house, "HSE001", "frumious-word", "no frumious", more='info-when = "slithy within sentence"')
    assert [finding.severity for finding in findings(house)] == ["info", "warning", "warning", "warning"]


def test_the_configured_severity_wins_over_every_other(house: Path) -> None:
    write_rule(house, "HSE001", "frumious-word", "no frumious", more='info-when = "slithy within sentence"')
    assert {finding.severity for finding in findings(house, severity={"HSE001": "error"})} == {"error"}


def test_a_rule_yields_to_another_on_the_same_words(house: Path) -> None:
    write_rule(house, "HSE001", "frumious-word", "no frumious in lead, body", more='yields-to = ["HSE002"]')
    write_rule(house, "HSE002", "first-frumious", "no frumious and slithy")
    found = findings(house)
    assert "HSE001" not in {finding.code for finding in found if finding.location.line == 1}


def test_a_rule_is_silenced_by_another_anywhere(house: Path) -> None:
    write_rule(house, "HSE001", "frumious-word", "no frumious", more='silenced-by = ["HSE002"]')
    write_rule(house, "HSE002", "slithy-word", "no slithy")
    assert [finding.code for finding in findings(house)] == ["HSE002"]


def rule(**more: object) -> Rule:
    return Rule("HSE001", "x", "HSE", "info", "m", "no x", "w", "f", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, True),
        ({"applies": ({"kind": frozenset({"topline"})},)}, True),
        ({"applies": ({"kind": frozenset({"approval"})},)}, True),
        ({"applies": ({"kind": frozenset({"earnings"})},)}, False),
        ({"applies": ({"trait": frozenset({"medical", "device"})},)}, True),
        ({"applies": ({"trait": frozenset({"medical"})}, {"issuer": frozenset({"private"})})}, False),
        ({"exempts": {"outcome": frozenset({"positive"})}}, False),
        ({"exempts": {"trait": frozenset({"device"})}}, True),
    ],
)
def test_a_rule_runs_on_the_profiles_that_it_is_meant_for(more: dict[str, object], expected: bool) -> None:
    profile = Profile("topline", frozenset({"topline", "approval"}), "us-reporting", "approved", "positive", frozenset({"medical"}))
    assert applies(rule(**more), profile) is expected


@pytest.mark.parametrize(
    ("template", "values", "message"),
    [
        ("`{match}` is odd", {"match": "a {name} b"}, "`a {name} b` is odd"),
        ("{a} and {b}", {"a": "x\n  y", "b": 3}, "x y and 3"),
        ("{unknown} stays", {}, "{unknown} stays"),
        ("cut: {match}", {"match": "word " * 40}, "cut: " + ("word " * 15 + "word")[:79] + "…"),
        ("no closing {brace", {}, "no closing {brace"),
    ],
)
def test_a_message_takes_text_as_it_is_and_on_one_line(template: str, values: dict[str, object], message: str) -> None:
    assert fill(template, values) == message
