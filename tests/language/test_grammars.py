"""Grammars, the tables made of them, the driver that runs a table, and the lexer that feeds it."""

import pytest
from lark import Lark, Token, Tree

from prlint.language.fold import fold
from prlint.language.grammars import GrammarError, build
from prlint.language.lalr import Node, UnexpectedTokenError
from prlint.language.lexer import Grammar

SUMS = r"""
start: sum
?sum: product (_PLUS product)*
?product: item (_TIMES item)* -> times
?item: NUMBER | "(" sum ")" | _named
_named: NAME "!"?
_PLUS: "+"
_TIMES: "*"
NUMBER: /[0-9]+/
NAME: /[a-z]+/
%ignore " "
"""


def shape(node: object, text: str) -> object:
    if isinstance(node, Tree):
        return (str(node.data), [shape(child, text) for child in node.children])
    if isinstance(node, Token):
        return (node.type, str(node))
    if isinstance(node, Node):
        return (node.kind, [shape(child, text) for child in node.children])
    return (node.kind, text[node.start : node.end])


@pytest.mark.parametrize("text", ["1", "1+2", "(1 + b!) * 3", "a*(b+c)*2+((7))"])
def test_the_driver_gives_the_tree_that_lark_gives(text: str) -> None:
    grammar = Grammar(build(SUMS, ("start",)))
    ours = grammar.read("start", fold(text), 0, len(text))
    theirs = Lark(SUMS, parser="lalr", maybe_placeholders=False).parse(text)
    assert shape(ours, text) == shape(theirs, text)


def test_offsets_are_those_of_the_whole_text() -> None:
    node = Grammar(build(SUMS, ("start",))).read("start", b"xx 12+3 yy", 3, 7)
    assert [(token.start, token.end) for token in node.all("NUMBER")] == [(3, 5), (6, 7)]
    assert node.first("NUMBER") == node.all("NUMBER")[0]
    assert node.first("NAME") is None


def test_a_grammar_reads_as_far_as_its_terminals_go() -> None:
    node = Grammar(build(SUMS, ("start",))).read("start", b"1+2 . 3", 0, 7)
    assert node.end == 3


def test_a_text_that_does_not_fit_tells_where_and_what_was_expected() -> None:
    grammar = Grammar(build(SUMS, ("start",)))
    with pytest.raises(UnexpectedTokenError, match="at 2") as told:
        grammar.read("start", b"1+", 0, 2)
    assert "NUMBER" in told.value.expected
    assert grammar.try_read("start", b"+", 0, 1) is None


def test_a_terminal_is_found_without_context() -> None:
    assert list(Grammar(build(SUMS, ("start",))).find("NUMBER", b"a 12 b 3")) == [(2, 4), (7, 8)]


@pytest.mark.parametrize("source", ["start: (", "start: missing", "start: a | b\na: X\nb: X\nX: /x/"])
def test_a_mistake_in_a_grammar_is_told_in_one_line_with_its_file(source: str) -> None:
    with pytest.raises(GrammarError, match=r"^sums\.lark: .+") as told:
        build(source, ("start",), "sums.lark")
    assert "\n" not in str(told.value)
