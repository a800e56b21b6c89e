"""The backtracking engine finds what the linear-time engine finds, and is given only what cannot take long."""

from pathlib import Path
from re import _parser
from secrets import token_hex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.language import kept, texts
from prlint.language.bounded import MOST_WAYS, UntoldError, ways
from prlint.language.bundle import language
from prlint.language.codes import pieces_of
from prlint.language.fold import fold
from prlint.language.linear import Linear
from prlint.language.making import code_of, made
from prlint.language.patterns import Pattern, prepare
from prlint.language.ready import Merged, Ready
from prlint.language.texts import Text

SEED = fold((Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def few_releases(monkeypatch):
    monkeypatch.setattr(texts, "_begun", [0])


def linear(prepared: bytes, twin: bytes) -> list[tuple[int, int]]:
    engine, found, start = Pattern(prepared).compile(), [], 0
    while start <= len(twin):
        first, last = engine.Match(engine.Anchor.UNANCHORED, twin, start, len(twin))[0]
        if first < 0:
            break
        if first < last:
            found.append((first, last))
        start = last if first < last else last + 1
    return found


@pytest.mark.parametrize("name", sorted(language().vocabulary))
def test_every_term_is_found_by_both_engines_in_the_same_places(name):
    for prepared in filter(None, language().vocabulary.prepared()[name]):
        assert list(Pattern(prepared).spans(SEED)) == linear(prepared, SEED)


PATTERNS = (
    r"\b(?:met|meets|missed) (?:its|the) (?:[a-z]+ ){0,2}?end ?points?\b",
    r"\b(?:primary|pri)\b|\bend\b[^.]{0,9}\bmet\b",
    r"(?P<count>\d{1,3}(?:,\d{3})+|\d+) of (?P<total>\d+)",
    r"\b(?:not )*(?:[a-z]+ly )*met\b|\bprimary end ?point\b",
    r"^ *met$|met$",
    r"(?-i:Met)|\bMET\b",
    r"[^a-z]met\b",
    r"the (?:[a-z]+ly |fully )?(?:met|metal|end)\b|[.]*(?:missed|met [a-z]+)",
    r"[. ]*(?:(?i:met|metal)|end|[a-z]+ point)(?: (?:its|the))?",
    r"\bnot (?:met|(?:fully )+met|[a-z]+ end)",
)
TOKENS = ("met", "Met", "MET", "its", "the", "primary", "pri", "endpoint", "not", "fully", "12", "1,204", "of", ".", "missed", "metal")
WORDS = st.lists(st.sampled_from((*TOKENS, "end  point", "\n")), max_size=60).map(" ".join)


@given(text=WORDS, which=st.sampled_from(PATTERNS), case=st.booleans(), cut=st.integers(0, 40))
def test_both_engines_agree_on_any_text_and_any_stretch_of_it(text, which, case, cut):
    texts._begun[0] = 0
    twin = fold(text)
    end = max(0, len(twin) - cut)
    mine = [match._spans[0] for match in Pattern(which, case=case).finditer(twin, 0, end)]
    engine, others, start = Pattern(which, case=case).compile(), [], 0
    while start <= end:
        first, last = engine.Match(engine.Anchor.UNANCHORED, twin, start, end)[0]
        if first < 0:
            break
        if first < last:
            others.append((first, last))
        start = last if first < last else last + 1
    assert [tuple(span) for span in mine] == others


@pytest.mark.parametrize(
    "source",
    [
        r"(?:[a-z]+ ?)+x",  # a word may be cut in any way
        r"(?: (?:not|only|[a-z]+ly))* approved",  # `only` would be two ways to read a word
        r"(?:a?){30}b",
        r"(?:.*a){12}",
        r"[^.]{0,90}[^.]{0,90}[^.]{0,90}[^.]{0,90}x",
    ],
)
def test_a_pattern_that_may_take_long_is_left_to_the_linear_time_engine(source):
    assert code_of(prepare(source)) is None


@pytest.mark.parametrize(
    "source", [r"\bthe (?:[a-z]+ ){0,3}trial\b", r"a[^.]{0,90}?b[^.]{0,60}c", r"(?:x |y |z )*end", r"\d{1,3}(?:,\d{3})*"]
)
def test_a_pattern_that_cannot_take_long_has_code(source):
    assert code_of(prepare(source)) is not None


def test_ways_are_counted_from_above():
    assert ways(_parser.parse("abc"), ignore_case=False) == 1
    assert ways(_parser.parse("(?:ab|ac)d"), ignore_case=False) == 1  # the second letter decides
    assert ways(_parser.parse("(?:ab|abc)c"), ignore_case=False) == 2
    assert ways(_parser.parse("a[^.]{0,9}b"), ignore_case=False) == 10
    assert ways(_parser.parse("a[^b]{0,9}b"), ignore_case=False) == 1  # `b` ends it for certain
    with pytest.raises(UntoldError):
        ways(_parser.parse("(?:a|ab|b)*c"), ignore_case=False)
    assert MOST_WAYS <= 10**6


@pytest.mark.parametrize(
    ("source", "beginnings"),
    [
        (r"\b(?:met|missed) it", (b"met", b"mis")),
        (r"\b(?:the )?[ab]x\b", (b"ax", b"bx", b"the")),
        (r"met", ()),  # may stand within a word
        (r"\b[a-z]+ly\b", ()),
        (r"\b(?:met|[a-z]+ly)\b", ()),
        (r"\bwe\b", (b"we",)),
    ],
)
def test_the_beginnings_of_a_pattern_are_those_of_the_words_at_which_it_may_match(source, beginnings):
    code = code_of(prepare(source))
    assert code is not None
    assert code[-1] == beginnings


def test_a_pattern_of_which_one_alternative_may_take_long_is_taken_apart():
    pieces = pieces_of(made(prepare(r"\bmet\b|(?:not|[a-z]+ly| )* missed|\bfailed\b")))
    assert [code is not None for _, code, *_ in pieces] == [True, False, True]


def test_of_alternatives_that_match_at_one_place_the_first_counts_and_else_the_leftmost():
    pieces = pieces_of(made(prepare(r"\bmet its|(?:not|[a-z]+ly| )* missed|\bmet\b")))
    merged = Merged([Ready(*piece) if piece[1] else Linear(piece[0], *piece[2:]) for piece in pieces])
    text = Text(b"really missed, met its end, met")
    assert merged.search(text, 0, 31)[0] == (0, 13)
    assert merged.search(text, 13, 31)[0] == (15, 22)
    assert merged.search(text, 16, 31)[0] == (28, 31)
    assert merged.search(text, 0, 31)[0] == (0, 13), "what was found ahead is not taken for what comes first"
    assert merged.match(text, 15, 31)[0] == (15, 22)
    assert merged.match(text, 16, 31) is None


@pytest.mark.parametrize("text", [b"a" * 51, b" " * 13, b"x " * 7000])
def test_a_text_that_does_not_keep_to_what_is_counted_on_goes_to_the_linear_time_engine(text):
    assert not Text(text).fit


def test_after_a_few_releases_the_linear_time_engine_takes_over():
    assert Text(b"a release").fit
    texts.begin(texts.FEW + 1)
    assert not Text(b"a release").fit


def test_a_run_that_has_spent_enough_on_codes_goes_to_the_linear_time_engine_and_finds_the_same(monkeypatch):
    source = rf"\bquokkas? (?:met|and) \d|{token_hex(8)}"  # nothing is kept of it from an earlier run
    monkeypatch.setattr(kept, "MOST_SECONDS", 0)
    made_now = Pattern(source)
    assert list(made_now.spans(b"a quokka and 1, quokkas met 2")) == [(2, 14), (16, 29)]
    assert made_now._ready is None
    monkeypatch.setattr(kept, "MOST_SECONDS", float("inf"))
    later = Pattern(source)
    assert list(later.spans(b"a quokka and 1, quokkas met 2")) == [(2, 14), (16, 29)]
    assert later._ready is not None
