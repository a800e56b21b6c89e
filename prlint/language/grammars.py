"""From a `.lark` file to a parse table that runs without Lark.

Lark is imported here and nowhere on the way of a plain check: the table is built once and cached.
Grammars use LALR only; a conflict or a mistake is reported in one line with its file.
"""

from prlint.language.lalr import Table
from prlint.language.patterns import prepare
from prlint.records import Any


class GrammarError(ValueError):
    """A grammar that Lark refuses, with the file and Lark's reason."""


def _lark(source: str, starts: tuple[str, ...], name: str) -> Any:
    from lark import Lark
    from lark.exceptions import LarkError

    try:
        return Lark(source, parser="lalr", lexer="basic", start=list(starts), maybe_placeholders=False, strict=False)
    except LarkError as error:
        raise GrammarError(f"{name}: {str(error).splitlines()[0]}") from error


def build(source: str, starts: tuple[str, ...], name: str = "grammar") -> Table:
    """The table of a grammar. Raises GrammarError."""
    from lark.parsers.lalr_analysis import Shift

    lark = _lark(source, starts, name)
    parser = lark.parser.parser._parse_table  # noqa: SLF001 - Lark offers its table no other way
    numbers = {state: i for i, state in enumerate(parser.states)}
    rules: list[tuple[str, str, tuple[bool, ...], bool, bool]] = []
    rule_numbers: dict[Any, int] = {}

    def rule_number(rule: Any) -> int:
        if rule not in rule_numbers:
            origin = str(rule.origin.name)
            keep = tuple(not (symbol.is_term and symbol.filter_out) for symbol in rule.expansion)
            rule_numbers[rule] = len(rules)
            inlined = origin.startswith("_") and not rule.alias
            rules.append((origin, str(rule.alias or origin), keep, inlined, bool(rule.options.expand1) and not rule.alias))
        return rule_numbers[rule]

    states = []
    for actions in parser.states.values():
        row: dict[str, int] = {}
        for symbol, (action, argument) in actions.items():
            row[str(symbol)] = numbers[argument] if action is Shift else -rule_number(argument) - 1
        states.append(row)
    wanted = {t.name: (-t.priority, -len(t.pattern.value), t.name) for t in lark.terminals}
    ignored = tuple(str(t) for t in lark.ignore_tokens)
    accepts = tuple(tuple(sorted((s for s in row if s in wanted), key=wanted.__getitem__)) for row in states)
    terminals = {t.name: prepare(t.pattern.to_regexp(), case=True) for t in lark.terminals}
    return Table(
        states=tuple(states),
        rules=tuple(rules),
        starts={str(start): numbers[state] for start, state in parser.start_states.items()},
        ends={str(start): numbers[state] for start, state in parser.end_states.items()},
        accepts=accepts,
        terminals=terminals,
        ignored=ignored,
    )
