"""Runs a LALR parse table that was computed by Lark ahead of time.

Lark reads a grammar and works out its table; that costs 60 ms, so it happens once, and the table is kept. At run time
this driver needs the table alone. A tree has the shape that Lark gives it: rules whose name begins with `_` are
inlined, `?rule` with one child is that child, filtered terminals leave no node. A test compares the two trees.
"""

from collections.abc import Callable

from prlint.records import Record

END = "$END"


class Token(Record):
    """A terminal and its text, by offsets (code points)."""

    kind: str
    start: int
    end: int


class Node(Record):
    """A rule (or its alias) and what it was read from."""

    kind: str
    start: int
    end: int
    children: "tuple[Node | Token, ...]" = ()

    def all(self, kind: str) -> "list[Node | Token]":
        """Every node or token of a kind below this one, in order."""
        found: list[Node | Token] = []
        for child in self.children:
            if child.kind == kind:
                found.append(child)
            elif isinstance(child, Node):
                found.extend(child.all(kind))
        return found

    def first(self, kind: str) -> "Node | Token | None":
        """The first node or token of a kind below this one."""
        return next(iter(self.all(kind)), None)


class UnexpectedTokenError(Exception):
    """The text does not fit the grammar at `position`."""

    def __init__(self, position: int, expected: tuple[str, ...]) -> None:
        super().__init__(f"at {position}, expected one of {', '.join(expected)}")
        self.position = position
        self.expected = expected


class Table(Record):
    """A parse table as plain data.

    `states[i]` maps a terminal or rule name to where it leads: a number n >= 0 shifts to state n, a number n < 0 reduces
    by rule -n - 1. `rules[i]` is (rule, name of the node, which of its symbols are kept, inlined?, unwrap an only child?).
    `starts` and `ends` give the first and the last state by start rule. `accepts[i]` lists the terminals that state i can take, most wanted
    first. `terminals` holds the prepared pattern of each terminal.
    """

    states: tuple[dict[str, int], ...]
    rules: tuple[tuple[str, str, tuple[bool, ...], bool, bool], ...]
    starts: dict[str, int]
    ends: dict[str, int]
    accepts: tuple[tuple[str, ...], ...]
    terminals: dict[str, bytes]
    ignored: tuple[str, ...]


NextToken = Callable[[tuple[str, ...]], Token | None]


def parse(table: Table, start: str, next_token: NextToken, end_of_text: int) -> Node:
    """The tree of a run of tokens.

    `next_token` is given the terminals that would be accepted here, most wanted first, and gives the next token, or None
    at the end of the text. Raises UnexpectedTokenError where the grammar has no place for what comes next.
    """
    states, rules, accepts = table.states, table.rules, table.accepts
    stack = [table.starts[start]]
    values: list[tuple[list[Node | Token], int, int]] = []
    token = next_token(accepts[stack[-1]])
    while True:
        action = states[stack[-1]].get(token.kind if token else END)
        if action is None:
            raise UnexpectedTokenError(token.start if token else end_of_text, accepts[stack[-1]])
        if action >= 0:
            assert token is not None, "Lark reduces to the start rule on $END and never shifts it"
            stack.append(action)
            values.append(([token], token.start, token.end))
            token = next_token(accepts[action])
            continue
        rule, name, keep, inlined, unwrap = rules[-action - 1]
        parts = values[len(values) - len(keep) :]
        del values[len(values) - len(keep) :]
        del stack[len(stack) - len(keep) :]
        here = values[-1][2] if values else 0
        first, last = (parts[0][1], parts[-1][2]) if parts else (here, here)
        # The list of a repetition grows in place, so that reading takes time in step with the number of its items.
        children = parts[0][0] if inlined and parts and keep[0] else []
        for part, kept_here in zip(parts, keep, strict=True):
            if kept_here and part[0] is not children:
                children += part[0]
        if not inlined and not (unwrap and len(children) == 1):
            children = [Node(name, first, last, tuple(children))]
        values.append((children, first, last))
        stack.append(states[stack[-1]][rule])
        if token is None and stack[-1] == table.ends[start]:
            tree = children[0]
            return tree if isinstance(tree, Node) else Node(start, first, last, (tree,))
