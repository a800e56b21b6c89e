"""A rule as a page of reference, and the list of rules."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from prlint.engine.model import Authority, Rule
from prlint.language.vocabulary import Vocabulary
from prlint.report.color import Paint
from prlint.report.explain import Explanation, Shown, edits_told, explained
from prlint.report.style import Style
from prlint.report.terminal import harmless

_WIDEST = 100


def rule_page(rule: Rule, style: Style, vocabulary: Vocabulary) -> str:
    """Everything that there is to say of a rule, in the order in which a reader asks. The examples are run with these terms."""
    paint = Paint(style.color)
    width = min(style.width, _WIDEST)
    told = explained(rule, vocabulary)
    on = "on by default" if told.default else "off by default"
    head = f"{paint.strong(f'{told.code} {told.name}')}\n{paint.severity(told.severity, told.severity)}, {on}"
    blocks = [head]

    def section(title: str, lines: Iterable[str]) -> None:
        body = list(lines)
        if body:
            blocks.append("\n".join([paint.strong(title), *body]))

    section("What it checks", _checks(told, width))
    section("Message", [line for text in told.messages for line in paragraphs(text, width)])
    section("Why", paragraphs(told.why, width))
    section("Authority", _authorities(told.authority, width, paint))
    section("Applies to", [line for text in told.applies for line in paragraphs(text, width)])
    section("Exempt", paragraphs(told.exempt, width))
    section("Reported", _examples(told.reported, width))
    section("Not reported", _examples(told.not_reported, width))
    section("What to do", paragraphs(told.fix, width))
    section("Configuration", [*paragraphs(told.configure, width), *(f"  {line}" for line in told.settings)])
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


def _checks(told: Explanation, width: int) -> list[str]:
    """What a check does, and what the words of its sentence stand for."""
    lines = paragraphs(told.checks, width)
    for name, about in told.words:
        lines += ["", *paragraphs(f"{name}: {about}", width, "    ")]
    return lines


def _authorities(authorities: Iterable[Authority], width: int, paint: Paint) -> Iterator[str]:
    for authority in authorities:
        yield from (paint.strong(line) for line in paragraphs(authority.cite, width))
        yield from paragraphs(authority.says, width, "    ")
        if authority.url:
            yield f"    {harmless(authority.url)}"


def _examples(examples: Iterable[Shown], width: int) -> Iterator[str]:
    """The texts of examples, each with its configuration and, if it is reported, with what is said of it."""
    for number, example in enumerate(examples):
        if number:
            yield ""
        for line in example.text.strip().split("\n"):
            yield from wrap(harmless(line), width, initial_indent="  | ", subsequent_indent="  | ", break_on_hyphens=False) or ["  |"]
        for settings in example.settings:
            yield from paragraphs(f"with {settings}", width, "    ")
        for finding in example.findings:
            for line in (f"{finding.severity}: {finding.message}", *edits_told(finding)):
                yield from paragraphs(line, width, "    ")
