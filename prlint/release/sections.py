"""Reads the sections of a release with the grammar of `grammars/release.lark`.

The parser asks for one block at a time, and says which kinds of block it could take. What a pattern on one block
cannot tell is in GUARDS: where the lead is, whom the release is about, and how long the block and its neighbours are.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

import re2

from prlint.language.lalr import Node, Table, Token, parse
from prlint.language.patterns import Pattern, Span, pattern
from prlint.release.model import Block, Section

WINDOW = 400
"""How much of the text a terminal sees (code points), from the first letter of its block."""

_OPENING_BLOCKS, _OPENING_REACH = 40, 8000
_LINE, _HEADING, _HEADING_WITHOUT_COLON, _PROSE = 150, 170, 120, 160
_ADDRESS_LINE, _NAME_LINE, _NEAR, _PLACE = 300, 90, 6, 80
_LEAD_LENGTH, _HEADLINE_LENGTH = 90, 400

_ADDRESS = pattern(
    r"[\w.+-]+@[\w-]+\.\w|\[email|\(?\b\d{3}\)?[ ./-]+\d{3}[ .-]\d{4}\b|\+ ?\d[\d ()./-]{7,}\d|\b(?:tel|phone|ph|t|m|mobile|office|cell)\b\.?:? *[+(\d]"
)
_COMPANY_ENDS = (b" inc.", b" ltd.", b" corp.", b" co.", b" s.a.", b" n.v.", b" l.p.", b" plc.")
_BULLET = pattern(r"[\x95*+o-] |\(?[a-z0-9]{1,2}[.)] ")
_NO_HEADING = pattern(r"[;%=]|\S {4,}\S|\||\d[\d ]{6,}\d|\b(?:following|include[sd]?|including|are|were|proposes|showed|demonstrated|that|follows): *$")
_MARK = pattern(r"[®™]|\((?:tm|r)\)")
_ROW = pattern(r"[$%]|\d,\d{3}|\S {4,}\S")
_PAIR = pattern(r"(?:date|time|title|room|presenters?|presentation|abstract|session|poster|location|speakers?|event|webcast|format|venue|authors?|link|who|what|when|where|registration)\b[^\n]{0,20}: ?\S")
_ABOUT = pattern(r"[#*_> ]*about:? (?:the )?")
_NAME = pattern(r"[*_]*([\w&'.-]+(?: [A-Z0-9&][\w&'.-]*)*)", case=True)
_SHORT_NAMES = pattern(r"""\([^()\n]{0,60}"([^"\n]{2,40})["]""")
_UPDATED = pattern(r"(?:updated|corrected) (?:press |news )?release (?:reads|follows)|(?:release|it) should read|reads as follows")
_RUN_IN = pattern(r"([^\n.:]{3,100}:)(?:[ *]|$)")
_WORD = pattern(r"[A-Z0-9][A-Za-z0-9]{2,5}", case=True)
_CAPITALS = pattern(r"[A-Z][a-z]")


class _Terminals:
    """The terminals of the grammar, ready to be compared with blocks.

    Those without a guard are compared all at once, in one pass over the window. Those with one are compared one by one
    where their guard holds, which is seldom.
    """

    def __init__(self, prepared: dict[str, bytes]) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.max_mem = 64 << 20
        self._names = tuple(name for name in prepared if name not in GUARDS)
        self._set = re2.Set.MatchSet(options)
        for name in self._names:
            self._set.Add(prepared[name])
        self._set.Compile()
        self.guarded = {name: Pattern(prepared[name]) for name in prepared if name in GUARDS}
        self.whatever = frozenset(name for name in prepared if prepared[name].endswith(b")[^\\n]+"))

    def matching(self, window: bytes) -> frozenset[str]:
        """Which terminals without a guard match at the start of a window."""
        return frozenset([self._names[index] for index in self._set.Match(window)])


@lru_cache(maxsize=4)
def _terminals(items: tuple[tuple[str, bytes], ...]) -> _Terminals:
    return _Terminals(dict(items))


class Blocks:
    """The blocks of one text, with what is known of each beyond its own words."""

    def __init__(self, twin: bytes, spans: tuple[Span, ...], terminals: _Terminals) -> None:
        self.twin = twin
        self.spans = spans
        self._terminals = terminals
        self._matching: list[frozenset[str] | None] = [None] * len(spans)
        self.abouts = frozenset(
            index for index, (start, _) in enumerate(spans) if b"bout" in twin[start : start + 12].lower() and _is_about(self, index)
        )
        self.lead, self.dateline_end = self._find_lead()
        self.names = self._find_names()
        self.correction_end = self._find_correction_end()
        self.near_address = self._find_addresses()

    def fits(self, index: int, kind: str) -> bool:
        """Whether a block is of a kind that has a guard."""
        if not GUARDS[kind](self, index):
            return False
        return kind in self._terminals.whatever or bool(self._match(index, kind))

    def matching(self, index: int) -> frozenset[str]:
        """The kinds without a guard that a block is of."""
        known = self._matching[index]
        if known is None:
            known = self._matching[index] = self._terminals.matching(self._window(index))
        return known

    def _window(self, index: int) -> bytes:
        start = self.spans[index][0]
        window = self.twin[start : start + WINDOW]
        return window if len(window) == WINDOW else window + b"\n"

    def _match(self, index: int, kind: str) -> "re2._Match[bytes] | None":
        return self._terminals.guarded[kind].match(self._window(index))

    def length(self, index: int) -> int:
        return self.spans[index][1] - self.spans[index][0]

    def ends_sentence(self, index: int) -> bool:
        """Whether a block ends in a full stop (quotation marks, brackets and reference numbers may follow it)."""
        start, end = self.spans[index]
        whole = self.twin[max(start, end - 16) : end]
        bare = whole.rstrip(b"])\"'*,-0123456789\xb9 ")
        if bare[-1:] not in (b".", b"!", b"?"):
            return False
        return not (bare[-2:-1].isdigit() and len(bare) < len(whole)) and not bare.lower().endswith(_COMPANY_ENDS)

    def is_item(self, index: int) -> bool:
        return bool(_BULLET.match(self.twin, *self.spans[index]))

    def _find_lead(self) -> tuple[int, int]:
        """The block that holds the lead, and where its dateline ends (0: it has none). -1: there is no lead.

        The lead is the first paragraph that opens with a dateline, or else the first that is prose at all.
        """
        first_prose = -1
        short_lead = None
        for index in range(min(len(self.spans), _OPENING_BLOCKS)):
            start, end = self.spans[index]
            matching = self.matching(index)
            if start > self.spans[0][0] + _OPENING_REACH or matching & _AFTER_THE_LEAD or index in self.abouts:
                break
            match = self._match(index, "DATELINE")
            if match and start + match.end() + _LEAD_LENGTH < end:
                return index, start + match.end()
            if match and start + match.end() < end and not short_lead:
                short_lead = index, start + match.end()
            if first_prose < 0 and "NOTICE" not in matching and not self.is_item(index):
                if self.length(index) >= _LEAD_LENGTH and self.ends_sentence(index):
                    first_prose = index
        return short_lead or (first_prose, 0)

    def _find_names(self) -> tuple[bytes, ...]:
        """How the release calls its company, in small letters: the words that open the lead, and its short names."""
        if self.lead < 0:
            return ()
        start, end = self.spans[self.lead]
        start = max(start, self.dateline_end)
        end = min(end, start + 400)
        match = _NAME.match(self.twin, start, end)
        names = [match[1]] if match else []
        short = _SHORT_NAMES.search(self.twin, start, end)
        names += [short[1]] if short else []
        words = [name.split()[0].removesuffix(b"'s").strip(b"*_.,").lower() for name in names if name.split()]
        return tuple(word for word in words if len(word) > 2)

    def _find_correction_end(self) -> int:
        """Where a notice of correction ends that stands before the release it corrects."""
        match = _UPDATED.search(self.twin, 0, min(len(self.twin), _OPENING_REACH // 2))
        return match.end() if match else 0

    def _find_addresses(self) -> list[bool]:
        """Whether each block is a line with a telephone number or e-mail address, or a short line just above one."""
        addresses = [start for start, _ in _ADDRESS.spans(self.twin)]
        near = [False] * len(self.spans)
        distance = _NEAR + 1
        for index in range(len(self.spans) - 1, -1, -1):
            start, end = self.spans[index]
            short = end - start <= _NAME_LINE and not self.ends_sentence(index) and not self.is_item(index)
            at = bisect_left(addresses, start)
            if at < len(addresses) and addresses[at] < end and end - start <= _ADDRESS_LINE and not self.ends_sentence(index):
                distance = 0
            elif distance <= _NEAR and short and not _ROW.search(self.twin, start, end) and not _PAIR.match(self.twin, start, end):
                distance += 1
            else:
                distance = _NEAR + 1
            near[index] = distance <= _NEAR
        return near


_AFTER_THE_LEAD = frozenset(("FORWARD_HEADING", "REFERENCES_HEADING", "CONTACT_HEADING"))


_ABOUT_THINGS = frozenset(("ABOUT_PRODUCT", "ABOUT_DISEASE", "PRODUCT_BELOW", "DISEASE_BELOW"))
_ABOUTS = ("ABOUT_TRIAL", "ABOUT_COMPANY", "ABOUT_PRODUCT", "ABOUT_DISEASE", "TRIAL_BELOW", "COMPANY_BELOW", "PRODUCT_BELOW", "DISEASE_BELOW", "ABOUT")


def _is_headline(blocks: Blocks, index: int) -> bool:
    if blocks.lead >= 0:
        return index < blocks.lead
    return blocks.length(index) <= _HEADLINE_LENGTH and not blocks.ends_sentence(index)


def _is_subheading(blocks: Blocks, index: int) -> bool:
    """A short line without a full stop above something longer, above a list, or above another such line."""
    start, end = blocks.spans[index]
    if not _is_heading_line(blocks, index) or index + 1 == len(blocks.spans):
        return False
    if _NO_HEADING.search(blocks.twin, start, end) or _PAIR.match(blocks.twin, start, end):
        return False
    after = index + 1
    return blocks.length(after) > _LINE or blocks.is_item(after) or blocks.ends_sentence(after) or _is_heading_line(blocks, after)


def _is_heading_line(blocks: Blocks, index: int) -> bool:
    """Up to 120 characters, or 170 where a colon marks it as a heading; neither an item nor a sentence."""
    longest = _HEADING if blocks.twin[blocks.spans[index][1] - 1] == 0x3A else _HEADING_WITHOUT_COLON
    return blocks.length(index) <= longest and not blocks.is_item(index) and not blocks.ends_sentence(index)


def _is_about(blocks: Blocks, index: int) -> bool:
    """A heading, not a sentence that begins with "about 40 % of": short, or glued to its paragraph after a capital."""
    start, end = blocks.spans[index]
    match = _ABOUT.match(blocks.twin, start, end)
    if not match or match.end() == end:
        return False
    if end - start <= _LINE and not blocks.ends_sentence(index):
        return True
    return bool(_CAPITALS.search(blocks.twin, match.end(), min(end, match.end() + 30)))


GUARDS: dict[str, Callable[[Blocks, int], bool]] = {
    "DATELINE_LINE": lambda blocks, index: index < blocks.lead and not blocks.dateline_end,
    "DATELINE": lambda blocks, index: index == blocks.lead and blocks.dateline_end > 0,
    "LEAD": lambda blocks, index: index == blocks.lead,
    "PLACE_LINE": lambda blocks, index: 0 < index < blocks.lead and blocks.length(index) <= _PLACE,
    "HEADLINE": _is_headline,
    "SUBHEADLINE": lambda blocks, index: index < blocks.lead,
    "PROSE": lambda blocks, index: blocks.length(index) >= _PROSE and blocks.ends_sentence(index) and not blocks.is_item(index),
    "TABLE_ROW": lambda blocks, index: blocks.length(index) <= _HEADING,
    "SUBHEADING": _is_subheading,
    "COMPANY": lambda blocks, index: index * 2 > len(blocks.spans) and blocks.twin.lower().startswith(blocks.names, blocks.spans[index][0]),
    "REFERENCE": lambda blocks, index: index * 2 > len(blocks.spans),
    "CONTACT_LINE": lambda blocks, index: blocks.near_address[index],
    **dict.fromkeys(_ABOUTS, lambda blocks, index: index in blocks.abouts),
}


def tokens(blocks: Blocks) -> Callable[[tuple[str, ...]], Token | None]:
    """What the parser asks for its next token: the most wanted terminal that fits the next block."""
    index = 0
    inside = 0

    def next_token(accepted: tuple[str, ...]) -> Token | None:
        nonlocal index, inside
        if index == len(blocks.spans):
            return None
        start, end = blocks.spans[index]
        if inside:
            start, inside = inside, 0
            index += 1
            return Token("LEAD", start, end)
        kind = _kind(blocks, index, accepted)
        if kind == "DATELINE":
            inside = blocks.dateline_end
            return Token(kind, start, _stripped_end(blocks.twin, start, inside))
        index += 1
        return Token(kind, start, end)

    return next_token


def _stripped_end(twin: bytes, start: int, end: int) -> int:
    return start + len(twin[start:end].rstrip())


def _kind(blocks: Blocks, index: int, accepted: tuple[str, ...]) -> str:
    if blocks.spans[index][0] < blocks.correction_end and "NOTICE" in accepted:
        return "NOTICE"
    matching = blocks.matching(index)
    for kind in accepted:
        if kind in matching or (kind in GUARDS and blocks.fits(index, kind)):
            return "ABOUT_COMPANY" if kind in _ABOUT_THINGS and _is_about_us(blocks, index) else kind
    raise AssertionError("PARA fits every block and is accepted everywhere")


def _is_about_us(blocks: Blocks, index: int) -> bool:
    """Whether what follows "About" is the name of the company whose release this is, and not of its product."""
    start, end = blocks.spans[index]
    match = _ABOUT.match(blocks.twin, start, end)
    subject = blocks.twin[match.end() : min(end, match.end() + 60)].lower() if match else b""
    return subject.startswith(blocks.names) and not _MARK.search(subject)


def structure(text: str, twin: bytes, spans: tuple[Span, ...], table: Table) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of a text, each with its kind, and its sections, from what `cut` gave. Never fails: PARA fits anywhere.

    The dateline and the lead of one paragraph are two blocks. Sections cover every character that is not blank.
    """
    if not spans:
        return (), ()
    blocks = Blocks(twin, spans, _terminals(tuple(table.terminals.items())))
    tree = parse(table, "release", tokens(blocks), len(text))
    told: list[Block] = []
    sections: list[Section] = []
    for node, token in _leaves(tree):
        told.append(Block(token.start, token.end, token.kind))
        kind = "dateline" if node.kind == "opening_dateline" else node.kind.replace("_", "-")
        heading = _heading(blocks, token)
        last = sections[-1] if sections else None
        if last and last.kind == kind and not (heading and _opens(node, token)):
            sections[-1] = Section(kind, last.start, token.end, last.heading)
        else:
            sections.append(Section(kind, token.start, token.end, heading))
    return tuple(told), tuple(sections)


def _leaves(node: Node) -> Iterator[tuple[Node, Token]]:
    """Every token with the innermost rule that it belongs to, in order."""
    for child in node.children:
        if isinstance(child, Token):
            yield node, child
        else:
            yield from _leaves(child)


def _opens(node: Node, token: Token) -> bool:
    return node.start == token.start


def _heading(blocks: Blocks, token: Token) -> Span | None:
    """The heading of a section that begins with this block: all of a short one, or the part that was run into its paragraph."""
    if not (token.kind.endswith("_HEADING") or token.kind in _ABOUTS):
        return None
    twin, start, end = blocks.twin, token.start, token.end
    if end - start <= _LINE:
        return start, end
    about = _ABOUT.match(twin, start, end)
    if about:
        return _glued_heading(twin, start, about.end(), min(end, about.end() + _LINE))
    run_in = _RUN_IN.match(twin, start, end)
    return (start, run_in.end(1)) if run_in else None


def _glued_heading(twin: bytes, start: int, subject: int, end: int) -> Span | None:
    """ "About Acme" of "About AcmeAcme develops" or "About Acme Acme develops": up to where a word of it comes again."""
    for match in _WORD.spans(twin, subject + 1, end):
        at = twin.find(twin[match[0] : match[1]], subject, match[0])
        if at >= 0 and (at == subject or twin[at - 1] == 0x20):
            return start, _stripped_end(twin, start, match[0])
    return None
