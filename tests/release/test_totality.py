"""Every text is a release: proved from the parse table, and tried on random soups of blocks."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from prlint.language.bundle import language
from prlint.language.fold import fold
from prlint.language.lalr import END, Node, Token, parse
from prlint.language.resources import folder
from prlint.release.blocks import cut
from prlint.release.model import SECTION_KINDS
from prlint.release.sections import blocks_of, structure, tokens

TABLE = language().tables["release"]

SOUP = st.lists(
    st.sampled_from(
        [
            "FOR IMMEDIATE RELEASE",
            "Ferrant Reports Data",
            "* A bullet of the deck",
            "BOSTON, May 2, 2024",
            "BOSTON, May 2, 2024 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (NASDAQ: FERX) today announced that it grew.",
            "Ferrant grew. " * 20,
            "Efficacy Results",
            "About Ferrant",
            "About FerrantFerrant is a company that does what it can for people with rare diseases, wherever they may live.",
            "About FER-101",
            "About the ASPEN Study",
            "About asthma",
            "Ferrant is a clinical-stage biopharmaceutical company.",
            "Forward-Looking Statements",
            "This press release contains forward-looking statements.",
            "Important Safety Information",
            "Please see the full Prescribing Information.",
            "Conference Call",
            "Dial-in number: 800-555-0100, passcode 1234",
            "Condensed Consolidated Balance Sheets",
            "Total assets  1,234  2,345",
            "Non-GAAP Financial Measures",
            "FERRAZA® is a registered trademark of Ferrant.",
            "References",
            "1. Doe J, et al. J Med. 2020;1:2.",
            "Contacts",
            "Jane Doe",
            "jane@ferrant.example",
            "For more information, visit www.ferrant.example.",
            "Attachment",
            "###",
            "-----",
            "Source: Ferrant",
            "The updated release reads:",
            "",
        ]
    ),
    max_size=40,
).map("\n".join)


def test_a_paragraph_and_the_end_are_accepted_wherever_a_token_can_be_asked_for() -> None:
    asked = {TABLE.starts["release"]} | {
        action for row in TABLE.states for symbol, action in row.items() if action >= 0 and symbol in TABLE.terminals
    }
    assert len(asked) > 20
    for state in asked:
        assert "PARA" in TABLE.states[state]
        assert "PARA" in TABLE.accepts[state]
        assert END in TABLE.states[state]


def check(text: str) -> None:
    spans, twin = cut(text)
    blocks, sections = structure(text, twin, spans, TABLE)
    folded = fold(text)
    for pieces in (blocks, sections):
        at = 0
        for piece in pieces:
            assert at <= piece.start < piece.end <= len(text)
            assert not folded[at : piece.start].strip()
            at = piece.end
        assert not folded[at:].strip()
    for section in sections:
        assert section.kind in SECTION_KINDS
        assert section.heading is None or section.start <= section.heading[0] < section.heading[1] <= section.end
    assert {block.kind for block in blocks} <= set(TABLE.terminals)


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_sections_cover_every_character_that_is_not_blank_in_order_without_overlap(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_has_sections(text: str) -> None:
    check(text)


def lark_tree(text: str) -> Any:
    """The tree that Lark itself builds from the same grammar and our own tokens."""
    from lark import Lark
    from lark import Token as LarkToken
    from lark.lexer import Lexer

    spans, twin = cut(text)
    blocks = blocks_of(text, twin, spans, TABLE)
    found: list[Token] = []
    record = tokens(blocks)

    def remember(accepted: tuple[str, ...]) -> Token | None:
        token = record(accepted)
        if token:
            found.append(token)
        return token

    parse(TABLE, "release", remember, len(text))

    class Blocks(Lexer):
        def __init__(self, _conf: Any) -> None:
            pass

        def lex(self, _data: Any) -> Any:
            return (LarkToken(token.kind, text[token.start : token.end], start_pos=token.start, end_pos=token.end) for token in found)

    source = (folder("grammars") / "release.lark").read_text(encoding="utf-8")
    return Lark(source, parser="lalr", lexer=Blocks, start="release", maybe_placeholders=False).parse(text)


def shape(tree: Any) -> Any:
    if isinstance(tree, Token):
        return (tree.kind, tree.start, tree.end)
    if isinstance(tree, Node):
        return (tree.kind, [shape(child) for child in tree.children])
    if hasattr(tree, "children"):
        return (str(tree.data), [shape(child) for child in tree.children])
    return (tree.type, tree.start_pos, tree.end_pos)


@settings(max_examples=8, deadline=None)
@given(SOUP)
def test_our_driver_builds_the_tree_that_lark_builds(text: str) -> None:
    spans, twin = cut(text)
    if spans:
        ours = parse(TABLE, "release", tokens(blocks_of(text, twin, spans, TABLE)), len(text))
        assert shape(ours) == shape(lark_tree(text))
