"""The page of every rule has every part that a reader of a reference looks for."""

import re

import pytest

from prlint.engine.model import Rule
from prlint.engine.ruleset import load_rules
from prlint.report import Style
from prlint.report.reference import rule_page

RULES = load_rules()
PARTS = ("What it checks", "Message", "Why", "Authority", "Exempt", "Reported", "Not reported", "What to do", "Configuration")


def page(rule: Rule) -> str:
    return rule_page(rule, Style(), RULES.vocabulary)


def part(text: str, title: str) -> str:
    """What stands below a title, up to the next one."""
    found = re.search(rf"^{title}\n((?:(?:  .*)?\n)+)", text, re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_has_every_part_in_order_and_none_is_empty(rule: Rule) -> None:
    text = page(rule)
    titles = [line for line in text.split("\n") if line in PARTS]
    assert titles == list(PARTS)
    assert all(part(text, title).strip() for title in PARTS)
    assert max(len(line) for line in text.split("\n") if "https://" not in line) <= 100


@pytest.mark.parametrize("rule", [rule for rule in RULES.rules if rule.check == "python"], ids=lambda rule: rule.code)
def test_a_rule_in_python_is_explained_in_words_and_not_by_the_name_of_a_function(rule: Rule) -> None:
    told = part(page(rule), "What it checks")
    assert rule.name.replace("-", "_") not in told
    assert not told.strip().startswith(rule.code)
    assert re.match(r"  [^a-z]", told)
    assert told.rstrip().endswith(".")


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_what_is_said_of_each_bad_example_stands_below_it(rule: Rule) -> None:
    reported = part(page(rule), "Reported")
    bad = [example for example in rule.examples if example.bad]
    assert len(re.findall(r"^    (?:error|warning|info): ", reported, re.MULTILINE)) >= len(bad)
