"""A check sentence finds what it says, where it says."""

import pytest

from prlint.document.model import Document
from prlint.engine.evaluate import hits
from prlint.engine.sentence import parse
from prlint.language.fold import fold
from prlint.language.vocabulary import Vocabulary, compile_terms
from prlint.release.model import Block, Fact, Release, Section, Sentence

TEXT = "Alpha beta.\n\nAlpha one two three beta. Gamma here.\n\nAlpha alone. Then beta. Then gamma."
TERMS = {name: {"phrases": [name]} for name in ("alpha", "beta", "gamma", "delta")}


def release() -> Release:
    blocks, sentences, sections = [], [], []
    kinds = iter(("headline", "lead", "body"))
    at = 0
    for paragraph in TEXT.split("\n\n"):
        kind = next(kinds)
        blocks.append(Block(at, at + len(paragraph), "PARA"))
        sections.append(Section(kind, at, at + len(paragraph)))
        start = at
        for piece in paragraph.split(". "):
            end = min(start + len(piece) + 1, at + len(paragraph))
            sentences.append(Sentence(start, end, kind))
            start = end + 1
        at += len(paragraph) + 2
    facts = (Fact("date", 0, 5, {}),)
    vocabulary = Vocabulary(compile_terms(TERMS))
    return Release(
        document=Document("x.txt", TEXT, "utf-8"),
        twin=fold(TEXT),
        vocabulary=vocabulary,
        blocks=tuple(blocks),
        sections=tuple(sections),
        sentences=tuple(sentences),
        facts=facts,
    )


FIRST, SECOND, THIRD = 0, 13, 52


@pytest.mark.parametrize(
    ("sentence", "starts"),
    [
        ("no alpha", [FIRST, SECOND, THIRD]),
        ("no alpha in lead", [SECOND]),
        ("no alpha outside lead", [FIRST, THIRD]),
        ("no alpha unless beta within sentence", [THIRD]),
        ("no alpha unless beta within 2 sentences", []),
        ("no alpha unless gamma within 2 sentences", [FIRST, THIRD]),
        ("no alpha unless gamma within paragraph", [FIRST]),
        ("no alpha unless gamma within section", [FIRST]),
        ("no alpha unless gamma within release", []),
        ("no alpha unless beta within 1 words", [SECOND, THIRD]),
        ("no alpha unless beta within 4 words", []),
        ("each alpha needs beta within sentence", [THIRD]),
        ("each alpha in lead needs gamma and beta within paragraph", []),
        ("each alpha needs not beta within sentence", [FIRST, SECOND]),
        ("no alpha and beta", [FIRST, SECOND]),
        ("no not beta and alpha", [THIRD]),
        ("no not alpha", []),
        ("no beta or gamma in lead", [33, 39]),
        ("no date", [FIRST]),
        ("release needs alpha", []),
        ("release needs delta", [len(TEXT)]),
        ("release needs delta when gamma", [39]),
        ("release needs gamma in headline when beta in body", [70]),
        ("release needs delta when gamma in headline", []),
    ],
)
def test_a_check_finds_what_it_says(sentence: str, starts: list[int]) -> None:
    found = list(hits(parse(sentence, {*TERMS, "date"}), release()))
    assert [hit.start for hit in found] == starts


def test_what_is_missing_from_the_release_has_no_length() -> None:
    (hit,) = hits(parse("release needs delta", TERMS), release())
    assert hit.start == hit.end


def test_a_condition_that_holds_in_several_places_relates_the_others() -> None:
    (hit,) = hits(parse("release needs delta when alpha", TERMS), release())
    assert [span for span, _ in hit.related] == [(SECOND, SECOND + 5), (THIRD, THIRD + 5)]
