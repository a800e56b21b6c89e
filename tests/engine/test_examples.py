"""The examples of every built-in rule are its tests."""

from pathlib import Path

import pytest

from prlint.engine import load_rules
from prlint.engine.examples import failures
from prlint.engine.model import Rule
from prlint.engine.ruleset import rules_of
from tests.engine.houses import write_rule, write_terms

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_a_rule_reports_its_bad_examples_and_is_silent_on_its_good_ones(rule: Rule) -> None:
    assert [failure.problem for failure in failures(rule, RULES.vocabulary)] == []


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_a_rule_says_what_a_person_can_use(rule: Rule) -> None:
    spoken = " ".join((rule.message, *rule.messages.values(), rule.fix, rule.why)).lower()
    assert "illegal" not in spoken
    assert "violat" not in spoken


@pytest.mark.parametrize(
    ("check", "bad", "more", "problem"),
    [
        ("no brillig", "Nothing.", "", "reports nothing"),
        ("no nothing", "Nothing.", "", "reports `Nothing`"),
        ("no brillig", 'Brillig."\nfinds = "slithy', "", "the quote should hold `slithy`, not `Brillig`"),
        ("no brillig", 'Brillig."\nseverity = "error', "", "the severity should hold `error`, not `warning`"),
    ],
)
def test_an_example_that_fails_says_how(tmp_path: Path, check: str, bad: str, more: str, problem: str) -> None:
    write_terms(tmp_path, brillig="brillig", nothing="nothing")
    write_rule(tmp_path, "HSE001", "brillig-word", check, more=more, bad=bad)
    (rule,), vocabulary = rules_of(tmp_path)
    assert [failure.problem for failure in failures(rule, vocabulary)] == [problem]
