"""Feeds a parse table from the twin of a text.

The lexer is contextual: at each place it tries only the terminals that the parser can take there, most wanted first
(Lark's order: priority, then length). Where none fits it says that the text is at its end, so a grammar reads the
longest stretch that its terminals allow; what follows a citation needs no rule.
"""

from collections.abc import Iterator

from prlint.language.lalr import Node, Table, Token, UnexpectedTokenError, parse
from prlint.language.patterns import Pattern, Span

_SPACE = (0x20,)


class Grammar:
    """A parse table with its terminals, each compiled when first tried."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._patterns = {name: Pattern(prepared) for name, prepared in table.terminals.items()}

    def read(self, start: str, twin: bytes, begin: int, end: int) -> Node:
        """The tree of `twin[begin:end]` or of its front. Raises UnexpectedTokenError where it does not fit the rule `start`."""
        at = begin

        def next_token(accepted: tuple[str, ...]) -> Token | None:
            nonlocal at
            while at < end and twin[at] in _SPACE:
                at += 1
            for name in accepted:
                match = self._patterns[name].match(twin, at, end)
                if match and match.end() > at:
                    at = match.end()
                    return Token(name, match.start(), at)
            return None

        return parse(self.table, start, next_token, end)

    def find(self, terminal: str, twin: bytes) -> Iterator[Span]:
        """Where a terminal of the grammar occurs, read without context: candidates for a rule that begins with it."""
        return self._patterns[terminal].spans(twin)

    def try_read(self, start: str, twin: bytes, begin: int, end: int) -> Node | None:
        """As `read`, and None where the text does not fit."""
        try:
            return self.read(start, twin, begin, end)
        except UnexpectedTokenError:
            return None
