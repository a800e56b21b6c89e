"""Runs the examples of rules: they are a rule's tests and its documentation at once."""

from collections.abc import Iterator, Mapping

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Example, Finding, Rule
from prlint.language.vocabulary import Vocabulary
from prlint.records import Any, Record
from prlint.release import parse


class Failure(Record):
    """An example that its rule did not treat as it says."""

    rule: Rule
    example: Example
    problem: str


def failures(rule: Rule, vocabulary: Vocabulary) -> Iterator[Failure]:
    """The examples of a rule that fail. An example is about the check, so the profile is not asked for."""
    for example in rule.examples:
        problem = _problem(rule, example, vocabulary)
        if problem:
            yield Failure(rule, example, problem)


def found_in(rule: Rule, example: Example, vocabulary: Vocabulary) -> list[Finding]:
    """What a rule finds in one of its examples, with the settings that the example asks for."""
    told: Mapping[str, Any] = {"release": example.release, "company": example.company}
    release = parse(read(example.text.encode(), "example.txt"), settings_from(told), vocabulary)
    return findings_of(rule, release)


def _problem(rule: Rule, example: Example, vocabulary: Vocabulary) -> str:
    found = found_in(rule, example, vocabulary)
    if not example.bad:
        return f"reports `{found[0].quote or found[0].message}`" if found else ""
    if not found:
        return "reports nothing"
    for wanted, told_by in ((example.finds, "quote"), (example.says, "message"), (example.severity, "severity")):
        if wanted and not any(wanted in getattr(finding, told_by) for finding in found):
            return f"the {told_by} should hold `{wanted}`, not `{getattr(found[0], told_by)}`"
    return ""
