"""A rule as a page of reference, and the list of rules."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from prlint.engine.model import Example, Rule
from prlint.report.color import Paint
from prlint.report.style import Style
from prlint.report.terminal import harmless

_WIDEST = 100
_PYTHON_CHECK = "python"


def rule_page(rule: Rule, style: Style) -> str:
    """Everything that the file of a rule says, in the order in which a reader asks."""
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
    section("Message", [f"  {harmless(text)}" for text in (rule.message, *rule.messages.values())])
    section("Why", paragraphs(rule.why, width))
    section("Authority", _authorities(rule, width, paint))
    section("Applies to", _applies(rule))
    section("Exempt", paragraphs(rule.exempt, width))
    section("Reported", _examples(rule, width, bad=True))
    section("Not reported", _examples(rule, width, bad=False))
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
    if rule.check == _PYTHON_CHECK:
        return [f"  the function `{rule.name.replace('-', '_')}` of `{rule.module}`"]
    return paragraphs(rule.check, width)


def _authorities(rule: Rule, width: int, paint: Paint) -> Iterator[str]:
    for authority in rule.authority:
        yield from (paint.strong(line) for line in paragraphs(authority.cite, width))
        yield from paragraphs(authority.says, width, "    ")
        if authority.url:
            yield f"    {harmless(authority.url)}"


def _applies(rule: Rule) -> Iterator[str]:
    for table in rule.applies:
        for key, values in table.items():
            yield f"  releases whose {key} is {_listed(values)}"
    for key, values in rule.exempts.items():
        yield f"  but not where the {key} is {_listed(values)}"


def _listed(values: Iterable[str]) -> str:
    return " or ".join(sorted(values))


def _examples(rule: Rule, width: int, *, bad: bool) -> Iterator[str]:
    shown: list[Example] = [example for example in rule.examples if example.bad == bad]
    for number, example in enumerate(shown):
        if number:
            yield ""
        for line in example.text.strip().split("\n"):
            yield from wrap(harmless(line), width, initial_indent="  | ", subsequent_indent="  | ", break_on_hyphens=False) or ["  |"]


def _configuration(rule: Rule) -> Iterator[str]:
    if not rule.default:
        yield f'  extend-select = ["{rule.code}"]'
    yield f'  ignore = ["{rule.code}"]'
    other = "info" if rule.severity != "info" else "warning"
    yield f'  severity = {{ {rule.code} = "{other}" }}'
