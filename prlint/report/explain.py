"""What there is to say of a rule, as every rendering of the reference tells it: on a terminal and as a page of the site."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

from prlint.engine.examples import found_in
from prlint.engine.model import Authority, Edit, Example, Finding, Rule
from prlint.engine.sentence import SECTION_GROUPS
from prlint.language.bundle import read_terms
from prlint.language.resources import folder
from prlint.language.vocabulary import Vocabulary
from prlint.records import Any, Record

_PYTHON_CHECK = "python"
_MOST_EDITS = 3
# How the values of a key of `applies` are told.
_WHOSE = {
    "kind": "releases of the kind",
    "trait": "releases with the trait",
    "issuer": "issuers of the type",
    "product": "releases on a product that is",
    "outcome": "releases whose outcome is",
}


class Shown(Record):
    """An example: its text, the settings that it asks for as they stand in prlint.toml, and what is found in it."""

    text: str
    settings: tuple[str, ...]
    findings: tuple[Finding, ...]


class Explanation(Record):
    """A rule in the order in which a reader asks. `checks` is a check sentence, with what its `words` stand for, or prose."""

    code: str
    name: str
    severity: str
    default: bool
    sentence: bool
    checks: str
    words: tuple[tuple[str, str], ...]
    messages: tuple[str, ...]
    why: str
    authority: tuple[Authority, ...]
    applies: tuple[str, ...]
    exempt: str
    reported: tuple[Shown, ...]
    not_reported: tuple[Shown, ...]
    fix: str
    configure: str
    settings: tuple[str, ...]


def explained(rule: Rule, vocabulary: Vocabulary) -> Explanation:
    """What there is to say of a rule. Its examples are run with these terms."""
    return Explanation(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        default=rule.default,
        sentence=rule.tree is not None,
        checks=_documentation(rule) if rule.check == _PYTHON_CHECK else rule.check,
        words=tuple(_words(rule)),
        messages=(rule.message, *rule.messages.values()),
        why=rule.why,
        authority=rule.authority,
        applies=tuple(_applies(rule)),
        exempt=rule.exempt,
        reported=tuple(_shown(rule, example, vocabulary) for example in rule.examples if example.bad),
        not_reported=tuple(_shown(rule, example, vocabulary) for example in rule.examples if not example.bad),
        fix=rule.fix,
        configure=rule.configure,
        settings=tuple(_configuration(rule)),
    )


def edits_told(finding: Finding) -> list[str]:
    """The fixes that a finding offers, a clause each."""
    return [f"{'safe' if edit.safe else 'unsafe'} fix: {_change(finding, edit)}" for edit in finding.edits[:_MOST_EDITS]]


def _documentation(rule: Rule) -> str:
    """The documentation of the function of a rule, without the rule's code; where it has none, the name of the function."""
    name = rule.name.replace("-", "_")
    told = cleandoc(getattr(import_module(rule.module), name).__doc__ or "").removeprefix(f"{rule.code}:").strip()
    return told[:1].upper() + told[1:] if told else f"the function `{name}` of `{rule.module}`"


def _words(rule: Rule) -> Iterator[tuple[str, str]]:
    """The terms and the groups of sections that a check sentence names, with what they stand for."""
    if rule.check == _PYTHON_CHECK or rule.tree is None:
        return
    # Its own terms stand beside the rule, or beside the folder of its family.
    places = (folder("rules") / "terms", *(parent / "terms" for parent in Path(rule.source).parents[:2]))
    known = {name: term for place in places for name, term in read_terms(place).items()}
    words = {name: str(known.get(name, {}).get("about", "")) for name in _terms(rule.tree)}
    words |= {name: ", ".join(kinds) for name, kinds in SECTION_GROUPS.items() if re.search(rf"\b(?:in|outside)\b.*\b{name}\b", rule.check)}
    yield from ((name, about) for name, about in words.items() if about)


def _terms(tree: Any) -> Iterator[str]:
    """The terms that a check sentence names, each once, in order."""

    def named(node: Any) -> Iterator[str]:
        if isinstance(node, tuple) and len(node) == 2 and node[0] == "term":
            yield node[1]
        elif isinstance(node, tuple):
            for part in node:
                yield from named(part)

    yield from dict.fromkeys(named(tree))


def _applies(rule: Rule) -> Iterator[str]:
    for table in rule.applies:
        for key, values in table.items():
            yield f"{_WHOSE.get(key, f'releases whose {key} is')} {_listed(values)}"
    for key, values in rule.exempts.items():
        yield f"but not {_WHOSE.get(key, f'releases whose {key} is')} {_listed(values)}"
    if rule.applies or rule.exempts:
        yield "`prlint facts FILE` shows what a release is taken for"


def _listed(values: Iterable[str]) -> str:
    *others, last = sorted(values)
    return f"{', '.join(others)} or {last}" if others else last


def _shown(rule: Rule, example: Example, vocabulary: Vocabulary) -> Shown:
    tables = (("release", example.release), ("company", example.company))
    settings = tuple(_settings(table, told) for table, told in tables if told)
    return Shown(example.text, settings, tuple(found_in(rule, example, vocabulary)) if example.bad else ())


def _settings(table: str, told: Mapping[str, Any]) -> str:
    """Settings of an example as they are written in prlint.toml."""
    return ", ".join(f"{table}.{key} = {_value(value)}" for key, value in told.items())


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int | float) else f'"{value}"'


def _change(finding: Finding, edit: Edit) -> str:
    """What an edit does, in words."""
    removed = finding.quote[edit.start - finding.start : edit.end - finding.start] if finding.start <= edit.start else ""
    if edit.start == edit.end:
        return f"insert `{edit.text.strip()}`"
    if not edit.text:
        return f"remove `{removed}`" if removed else "remove it"
    return f"`{removed}` becomes `{edit.text}`" if removed else f"write `{edit.text}`"


def _configuration(rule: Rule) -> Iterator[str]:
    if not rule.default:
        yield f'extend-select = ["{rule.code}"]'
    yield f'ignore = ["{rule.code}"]'
    other = "info" if rule.severity != "info" else "warning"
    yield f'severity = {{ {rule.code} = "{other}" }}'
