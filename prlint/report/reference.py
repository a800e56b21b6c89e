"""A rule as a page of reference, and the list of rules."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from inspect import cleandoc
from itertools import groupby
from textwrap import wrap

from prlint.engine.examples import found_in
from prlint.engine.model import Edit, Example, Finding, Rule
from prlint.engine.sentence import SECTION_GROUPS
from prlint.language.bundle import read_terms
from prlint.language.resources import folder
from prlint.language.vocabulary import Vocabulary
from prlint.records import Any
from prlint.report.color import Paint
from prlint.report.style import Style
from prlint.report.terminal import harmless

_WIDEST = 100
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


def rule_page(rule: Rule, style: Style, vocabulary: Vocabulary) -> str:
    """Everything that there is to say of a rule, in the order in which a reader asks. The examples are run with these terms."""
    paint = Paint(style.color)
    width = min(style.width, _WIDEST)
    on = "on by default" if rule.default else "off by default"
    head = f"{paint.strong(f'{rule.code} {rule.name}')}\n{paint.severity(rule.severity, rule.severity)}, {on}"
    blocks = [head]

    def section(title: str, lines: Iterable[str]) -> None:
        body = list(lines)
        if body:
            blocks.append("\n".join([paint.strong(title), *body]))

    section("What it checks", _checks(rule, width))
    section("Message", [line for text in (rule.message, *rule.messages.values()) for line in paragraphs(text, width)])
    section("Why", paragraphs(rule.why, width))
    section("Authority", _authorities(rule, width, paint))
    section("Applies to", _applies(rule, width))
    section("Exempt", paragraphs(rule.exempt, width))
    section("Reported", _examples(rule, width, vocabulary, bad=True))
    section("Not reported", _examples(rule, width, vocabulary, bad=False))
    section("What to do", paragraphs(rule.fix, width))
    section("Configuration", [*paragraphs(rule.configure, width), *_configuration(rule)])
    return "\n\n".join(blocks) + "\n"


def rules_text(rules: Iterable[Rule], selected: frozenset[str], style: Style) -> str:
    """A line a rule, by family; a rule that does not run here is marked `off`."""
    paint = Paint(style.color)
    blocks = []
    for family, members in groupby(sorted(rules, key=lambda rule: rule.code), key=lambda rule: rule.family):
        lines = [paint.strong(family)]
        for rule in members:
            severity = rule.severity if rule.code in selected else "off"
            shown = paint.severity(severity, f"{severity:<7}") if severity != "off" else paint.faint(f"{severity:<7}")
            lines.append(f"  {rule.code}  {shown}  {rule.name}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def paragraphs(text: str, width: int, indent: str = "  ") -> list[str]:
    """Text wrapped paragraph by paragraph; blank lines stay."""
    lines: list[str] = []
    for paragraph in text.strip().split("\n\n") if text.strip() else ():
        if lines:
            lines.append("")
        words = " ".join(paragraph.split())
        lines += [harmless(line) for line in wrap(words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)]
    return lines


def _checks(rule: Rule, width: int) -> list[str]:
    """What a check does: what its function says of itself, or its sentence with what the words of it stand for."""
    if rule.check == _PYTHON_CHECK:
        return paragraphs(_documentation(rule), width)
    lines = paragraphs(rule.check, width)
    known = read_terms(folder("rules") / "terms")
    words = {name: str(known.get(name, {}).get("about", "")) for name in _terms(rule.tree)}
    words |= {name: ", ".join(kinds) for name, kinds in SECTION_GROUPS.items() if re.search(rf"\b(?:in|outside)\b.*\b{name}\b", rule.check)}
    for name, about in words.items():
        if about:
            lines += ["", *paragraphs(f"{name}: {about}", width, "    ")]
    return lines


def _documentation(rule: Rule) -> str:
    """The documentation of the function of a rule, without the rule's code; where it has none, the name of the function."""
    name = rule.name.replace("-", "_")
    told = cleandoc(getattr(import_module(rule.module), name).__doc__ or "").removeprefix(f"{rule.code}:").strip()
    return told[:1].upper() + told[1:] if told else f"the function `{name}` of `{rule.module}`"


def _terms(tree: Any) -> Iterator[str]:
    """The terms that a check sentence names, each once, in order."""

    def named(node: Any) -> Iterator[str]:
        if isinstance(node, tuple) and len(node) == 2 and node[0] == "term":
            yield node[1]
        elif isinstance(node, tuple):
            for part in node:
                yield from named(part)

    yield from dict.fromkeys(named(tree))


def _authorities(rule: Rule, width: int, paint: Paint) -> Iterator[str]:
    for authority in rule.authority:
        yield from (paint.strong(line) for line in paragraphs(authority.cite, width))
        yield from paragraphs(authority.says, width, "    ")
        if authority.url:
            yield f"    {harmless(authority.url)}"


def _applies(rule: Rule, width: int) -> Iterator[str]:
    for table in rule.applies:
        for key, values in table.items():
            yield from paragraphs(f"{_WHOSE.get(key, f'releases whose {key} is')} {_listed(values)}", width)
    for key, values in rule.exempts.items():
        yield from paragraphs(f"but not {_WHOSE.get(key, f'releases whose {key} is')} {_listed(values)}", width)
    if rule.applies or rule.exempts:
        yield "  `prlint facts FILE` shows what a release is taken for"


def _listed(values: Iterable[str]) -> str:
    *others, last = sorted(values)
    return f"{', '.join(others)} or {last}" if others else last


def _examples(rule: Rule, width: int, vocabulary: Vocabulary, *, bad: bool) -> Iterator[str]:
    """The texts of the examples, each with its configuration and, if it is reported, with what is said of it."""
    shown: list[Example] = [example for example in rule.examples if example.bad == bad]
    for number, example in enumerate(shown):
        if number:
            yield ""
        for line in example.text.strip().split("\n"):
            yield from wrap(harmless(line), width, initial_indent="  | ", subsequent_indent="  | ", break_on_hyphens=False) or ["  |"]
        for table, told in (("release", example.release), ("company", example.company)):
            if told:
                yield from paragraphs(f"with {_settings(table, told)}", width, "    ")
        for finding in found_in(rule, example, vocabulary) if bad else ():
            yield from _said(finding, width)


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


def _said(finding: Finding, width: int) -> Iterator[str]:
    """A finding of an example, and the fix that it offers."""
    yield from paragraphs(f"{finding.severity}: {finding.message}", width, "    ")
    for edit in finding.edits[:_MOST_EDITS]:
        yield from paragraphs(f"{'safe' if edit.safe else 'unsafe'} fix: {_change(finding, edit)}", width, "    ")


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
        yield f'  extend-select = ["{rule.code}"]'
    yield f'  ignore = ["{rule.code}"]'
    other = "info" if rule.severity != "info" else "warning"
    yield f'  severity = {{ {rule.code} = "{other}" }}'
