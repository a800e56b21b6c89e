"""What prlint understood of a release: blocks, sections, sentences, facts and a profile.

Every offset counts code points of `Document.text`, ends exclusive.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from prlint.config import Settings
from prlint.document.model import Document
from prlint.language.patterns import Pattern, Span
from prlint.language.vocabulary import Vocabulary
from prlint.records import Any, Record

SECTION_KINDS = (
    "headline", "subheadline", "dateline", "lead", "body", "subheading", "about-trial", "about-product", "about-disease",
    "about-company", "safety-information", "financial-table", "non-gaap", "conference-call", "forward-looking",
    "trademark-notice", "references", "contact", "end-mark", "boilerplate",
)  # fmt: skip


class Block(Record):
    """A paragraph, list item or table row, joined over hard-wrapped lines. `kind` is the terminal it was told apart by."""

    start: int
    end: int
    kind: str


class Section(Record):
    """A run of blocks of one kind. `heading` is the span of its heading, if it has one."""

    kind: str
    start: int
    end: int
    heading: Span | None = None


class Sentence(Record):
    """A sentence of a block; never crosses one. `section` is the kind of its section."""

    start: int
    end: int
    section: str


LONGEST_FACT = 1000
"""Code points that no fact with figures is longer than."""


class Fact(Record):
    """A typed span. `value` holds strings, numbers, booleans and lists of them; numbers keep their written decimals."""

    kind: str
    start: int
    end: int
    value: Mapping[str, Any]


class Profile(Record):
    """What kind of release this is.

    `kind` is the one that says most, `kinds` all that fit; `traits` are all that hold (a results release may also be an approval): see
    `prlint/release/profile.py` for their names. `date` is the dateline's, as (year, month, day).
    """

    kind: str = "other"
    kinds: frozenset[str] = frozenset()
    issuer: str = "private"  # us-reporting | foreign-private | not-reporting | private
    product: str = "none"  # investigational | approved | device | none
    outcome: str = "none"  # positive | negative | mixed | none
    traits: frozenset[str] = frozenset()
    date: tuple[int, int, int] | None = None
    company: str = ""


class Release:
    """A parsed release. `twin` is the folded text (see prlint.language.fold) in which a newline always ends a block.

    It is not changed once it is made: what is looked up is remembered, and nothing else.
    """

    def __init__(
        self,
        document: Document,
        twin: bytes,
        vocabulary: Vocabulary,
        *,
        settings: Settings | None = None,
        blocks: tuple[Block, ...] = (),
        sections: tuple[Section, ...] = (),
        sentences: tuple[Sentence, ...] = (),
        facts: tuple[Fact, ...] = (),
        profile: Profile | None = None,
    ) -> None:
        self.document = document
        self.twin = twin
        self.vocabulary = vocabulary
        self.settings = settings or Settings()
        self.blocks = blocks
        self.sections = sections
        self.sentences = sentences
        self.facts = facts
        self.profile = profile or Profile()
        self._found: dict[str, tuple[Span, ...]] = {}

    def knowing(self, *, facts: tuple[Fact, ...] = (), profile: Profile | None = None) -> "Release":
        """The release with facts, or with a profile, that it did not have; what was looked up is not looked up again."""
        more = Release(
            self.document,
            self.twin,
            self.vocabulary,
            settings=self.settings,
            blocks=self.blocks,
            sections=self.sections,
            sentences=self.sentences,
            facts=facts or self.facts,
            profile=profile or self.profile,
        )
        more._found = self._found
        return more

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(section.start for section in self.sections)

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def _facts_by_kind(self) -> dict[str, tuple[Fact, ...]]:
        kinds: dict[str, list[Fact]] = {}
        for fact in self.facts:
            kinds.setdefault(fact.kind, []).append(fact)
        return {kind: tuple(facts) for kind, facts in kinds.items()}

    def facts_of(self, kind: str) -> tuple[Fact, ...]:
        """The facts of a kind, in order."""
        return self._facts_by_kind.get(kind, ())

    @cached_property
    def _fact_starts(self) -> dict[str, tuple[int, ...]]:
        return {kind: tuple(fact.start for fact in facts) for kind, facts in self._facts_by_kind.items()}

    def facts_from(self, kind: str, start: int, end: int) -> tuple[Fact, ...]:
        """The facts of a kind that begin between two offsets, in order."""
        starts = self._fact_starts.get(kind, ())
        first = bisect_left(starts, start)
        return self.facts_of(kind)[first : bisect_left(starts, end, first)]

    def sentences_from(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that begin between two offsets, in order."""
        first = bisect_left(self._sentence_starts, start)
        return self.sentences[first : bisect_left(self._sentence_starts, end, first)]

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands between quotation marks, and every quotation, with the marks: sorted and apart.

        A mark that nothing closes holds to the end of its paragraph, and one that nothing opens from its beginning.
        """
        spans = [(fact.start, fact.end) for fact in self.facts_of("quotation")]
        opened, block = -1, None
        for mark in re.finditer(b'"', self.twin):
            start, char = mark.start(), self.text[mark.start()]
            if block is None or start >= block.end:
                if opened >= 0 and block:
                    spans.append((opened, block.end))
                opened, block = -1, self.block_at(start)
            if opened < 0 and (char in _OPENING or char not in _CLOSING):
                opened = start
            elif char not in _OPENING:
                spans.append((opened if opened >= 0 else block.start if block else 0, start + 1))
                opened = -1
        if opened >= 0 and block:
            spans.append((opened, block.end))
        return _joined(spans)

    def section_at(self, offset: int) -> Section | None:
        """The section that holds a character (a blank line belongs to the one before it)."""
        index = bisect_right(self._section_starts, offset) - 1
        return self.sections[index] if index >= 0 else None

    def kind_at(self, offset: int) -> str:
        section = self.section_at(offset)
        return section.kind if section else "body"

    def sections_of(self, *kinds: str) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.kind in kinds)

    def block_at(self, offset: int) -> Block | None:
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character, or the one before it."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def sentences_after(self, sentence: Sentence, number: int) -> tuple[Sentence, ...]:
        """The next sentences, at most `number` of them."""
        index = bisect_right(self._sentence_starts, sentence.start)
        return self.sentences[index : index + number]

    def sentences_in(self, *kinds: str) -> Iterator[Sentence]:
        """The sentences of sections of these kinds, in order."""
        return (sentence for sentence in self.sentences if sentence.section in kinds)

    def quote(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def find(self, term: str) -> tuple[Span, ...]:
        """Where a term of the vocabulary, or a kind of fact, occurs in the whole text."""
        if term not in self._found:
            if term in self.vocabulary:
                self._found[term] = self.vocabulary.spans(term, self.twin)
            else:
                self._found[term] = tuple((fact.start, fact.end) for fact in self.facts_of(term))
        return self._found[term]

    def find_in(self, term: str, *kinds: str) -> Iterator[Span]:
        """Where a term occurs in sections of these kinds."""
        return (span for span in self.find(term) if self.kind_at(span[0]) in kinds)

    def has(self, term: str, start: int, end: int) -> bool:
        """Whether a term occurs between two offsets."""
        spans = self.find(term)
        index = bisect_right(spans, (start, -1))
        return index < len(spans) and spans[index][1] <= end

    def within(self, term: str, start: int, end: int) -> tuple[Span, ...]:
        """Where a term occurs between two offsets."""
        spans = self.find(term)
        first = bisect_left(spans, (start, -1))
        last = bisect_left(spans, (end, -1), first)
        return tuple(span for span in spans[first:last] if span[1] <= end)

    def glimpse(self, term: str, start: int, end: int) -> tuple[Span, ...]:
        """As `within`, but looked for there alone: for a term that is asked for in one short stretch only."""
        if term in self._found or term not in self.vocabulary:
            return self.within(term, start, end)
        return self.vocabulary.spans(term, self.twin, start, end)

    def search(self, pattern: Pattern, start: int, end: int) -> Span | None:
        """Where a pattern first occurs between two offsets."""
        match = pattern.search(self.twin, start, end)
        return match.span() if match else None


_OPENING, _CLOSING = "“„«", "”»"


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans sorted, those that overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def covered(spans: Iterable[Span], start: int, end: int) -> bool:
    """Whether any of the spans overlaps the stretch between two offsets."""
    return any(a < end and start < b for a, b in spans)


def reached(spans: Sequence[Span], start: int, end: int) -> bool:
    """As `covered`, for spans that are sorted and apart: however many there are, it takes no longer."""
    index = bisect_left(spans, (end, -1)) - 1
    return index >= 0 and start < spans[index][1]
