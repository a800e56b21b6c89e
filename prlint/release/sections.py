"""Reads the sections of a release with the grammar of `grammars/release.lark`.

The parser asks for one block at a time, and says which kinds of block it could take. The most wanted of them that fits
is the block's kind; `prlint/release/context.py` says what a kind may ask beyond the words of the block.
"""

from collections.abc import Callable, Iterator

from prlint.language.lalr import Node, Table, Token, parse
from prlint.language.patterns import Span, pattern
from prlint.release.context import ABOUT, ABOUTS, GUARDED, LINE, Blocks
from prlint.release.model import Block, Section
from prlint.release.terminals import terminals

_NOT_A_COMPANY = frozenset(("ABOUT_PRODUCT", "ABOUT_DISEASE", "PRODUCT_BELOW", "DISEASE_BELOW"))
_MARK = pattern(r"[®™]|\((?:tm|r)\)")
_RUN_IN = pattern(r"([^\n.:]{3,100}:)(?:[ *]|$)")
_CAPITAL = pattern(r"[A-Z0-9]", case=True)
_LONGEST_GLUED, _ALIKE = 90, 4


def structure(text: str, twin: bytes, spans: tuple[Span, ...], table: Table) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of a text, each with its kind, and its sections, from what `cut` gave. Never fails: a PARA may stand anywhere.

    The dateline and the lead of one paragraph are two blocks. Sections cover every character that is not blank.
    """
    if not spans:
        return (), ()
    blocks = blocks_of(text, twin, spans, table)
    tree = parse(table, "release", tokens(blocks), len(text))
    told: list[Block] = []
    sections: list[Section] = []
    for node, token in _leaves(tree):
        told.append(Block(token.start, token.end, token.kind))
        kind = "dateline" if node.kind == "opening_dateline" else node.kind.replace("_", "-")
        heading = _heading(twin, token)
        last = sections[-1] if sections else None
        if last and last.kind == kind and not (heading and node.start == token.start):
            sections[-1] = Section(kind, last.start, token.end, last.heading)
        else:
            sections.append(Section(kind, token.start, token.end, heading))
    return tuple(told), tuple(sections)


def blocks_of(text: str, twin: bytes, spans: tuple[Span, ...], table: Table) -> Blocks:
    """The blocks of a text, ready to be told apart by the terminals of a table."""
    return Blocks(text, twin, spans, terminals(tuple(table.terminals.items()), GUARDED))


def tokens(blocks: Blocks) -> Callable[[tuple[str, ...]], Token | None]:
    """What the parser asks for its next token: a block of the most wanted kind that fits it, or a dateline and then its lead."""
    index = 0
    lead_start = 0

    def next_token(accepted: tuple[str, ...]) -> Token | None:
        nonlocal index, lead_start
        if index == len(blocks.spans):
            return None
        start, end = blocks.spans[index]
        kind = "LEAD" if lead_start else _kind(blocks, index, accepted)
        if kind == "DATELINE":
            lead_start = blocks.dateline_end
            return Token(kind, start, _end_of(blocks.twin, start, lead_start))
        if lead_start:
            start, lead_start = lead_start, 0
        index += 1
        return Token(kind, start, end)

    return next_token


def _end_of(twin: bytes, start: int, end: int) -> int:
    """Where a stretch ends without the blanks at its end."""
    return start + len(twin[start:end].rstrip())


def _kind(blocks: Blocks, index: int, accepted: tuple[str, ...]) -> str:
    matching = blocks.matching(index)
    if blocks.spans[index][0] < blocks.correction_end and "NOTICE" in accepted:
        return "NOTICE"
    kind = next(kind for kind in accepted if kind in matching or (kind in GUARDED and blocks.fits(index, kind)))
    return "ABOUT_COMPANY" if kind in _NOT_A_COMPANY and _is_about_us(blocks, index) else kind


def _is_about_us(blocks: Blocks, index: int) -> bool:
    """Whether what follows "About" is the name of the company whose release this is, and not of its product."""
    start, end = blocks.spans[index]
    match = ABOUT.match(blocks.twin, start, end)
    subject = blocks.twin[match.end() : min(end, match.end() + 60)].lower() if match else b""
    return subject.startswith(blocks.names) and not _MARK.search(subject)


def _leaves(node: Node) -> Iterator[tuple[Node, Token]]:
    """Every token with the innermost rule that it belongs to, in order."""
    for child in node.children:
        if isinstance(child, Token):
            yield node, child
        else:
            yield from _leaves(child)


def _heading(twin: bytes, token: Token) -> Span | None:
    """The heading of a section that begins with this block: all of a short one, or the part that was run into its paragraph."""
    if not (token.kind.endswith("_HEADING") or token.kind in ABOUTS):
        return None
    start, end = token.start, token.end
    if end - start <= LINE:
        return start, end
    about = ABOUT.match(twin, start, end)
    if about:
        return _glued_heading(twin, start, about.end(), min(end, about.end() + _LONGEST_GLUED))
    run_in = _RUN_IN.match(twin, start, end)
    return (start, run_in.end(1)) if run_in else None


def _glued_heading(twin: bytes, start: int, subject: int, end: int) -> Span | None:
    """The heading of "About AcmeAcme develops" and of "About Acme Acme develops": up to where a word of it comes again."""
    for capital, _ in _CAPITAL.spans(twin, subject + 1, end - _ALIKE):
        earlier = twin.find(twin[capital : capital + _ALIKE], subject, capital)
        if earlier >= 0 and (earlier == subject or twin[earlier - 1] == ord(" ")):
            return start, _end_of(twin, start, capital)
    return None
