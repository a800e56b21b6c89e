"""A text that lacks what a pattern needs is not searched, and no match is lost by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.language import cache, needles
from prlint.language.bundle import language
from prlint.language.fold import fold
from prlint.language.needles import alternatives, may_match, needles_of
from prlint.language.patterns import BadPatternError, Pattern, prepare

SEED = Path(__file__).parent.parent.parent / "seeds" / "immunogen-marianne.txt"
WORDS = ("safe", "and", "effective", "not", "met", "endpoint", "primary", "the", "12%", "p=0.05", "\n")


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        ("safe and effective", (((b" ",), (b"and",), (b"effective",), (b"safe",)),)),
        ("Safe|sound", (((b"safe",),), ((b"sound",),))),
        (r"\b(?:met|missed)\b.{0,60}\bendpoints?\b", (((b"endpoint",), (b"met",)), ((b"endpoint",), (b"missed",)))),
        (r"(?:un)?likely", (((b"likely",),),)),
        (r"no(?: [a-z]+)* risk", (((b"risk",), (b"no",)),)),
        (r"\d+%?", ()),
        (r"safe|\d+", ()),
        (r"[[:alpha:]]x", ()),
        (r"\pL x", ()),
        (r"(?:ab)+c{2}", (((b"ab",), (b"c",)),)),
    ],
)
def test_what_a_pattern_needs(source: str, ways: needles.Needles) -> None:
    found = needles_of(prepare(source))
    assert {frozenset(clause for clause in way if clause != (b" ",)) for way in found} == {
        frozenset(clause for clause in way if clause != (b" ",)) for way in ways
    }


@pytest.mark.parametrize("text", [SEED.read_text(encoding="utf-8"), "FTX-204 is safe and effective (p=0.000)."])
def test_no_term_is_lost_on_a_text_that_holds_it(text: str) -> None:
    twin = fold(text)
    for name, (wanted, _) in language().vocabulary.prepared().items():
        if next(Pattern(wanted).spans(twin), None):
            assert may_match(needles_of(wanted), twin.lower()), name


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.booleans())
def test_no_match_is_lost_on_any_text(text: list[str], alternatives: list[str], case: bool) -> None:
    twin = fold(" ".join(text))
    prepared = prepare("|".join(word.replace("\n", r"\n") for word in alternatives), case=case)
    unfiltered = twin + b" " * 70_000  # a text of that size is searched without asking
    if next(Pattern(prepared).spans(unfiltered), None):
        assert may_match(needles_of(prepared), twin.lower())


def test_a_pattern_that_cannot_match_is_never_compiled() -> None:
    bad = Pattern("synergy[[:nonsense:]]|slithy++")  # not even a pattern: to compile it fails
    with pytest.raises(BadPatternError):
        bad.search(b"slithy")
    assert Pattern(rb"(?m)synergy\\x{110000}").search(b"nothing of the kind") is None


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("a|b", ["a", "b"]),
        ("a(?:b|c)|d", ["a(?:b|c)", "d"]),
        (r"a[|(]|\||\(b", ["a[|(]", r"\|", r"\(b"]),
        ("(a)|b", ["(a)|b"]),
        ("(?P<x>a)|b", ["(?P<x>a)|b"]),
        ("(?-i:A)|b", ["(?-i:A)", "b"]),
        ("a", ["a"]),
    ],
)
def test_a_pattern_is_cut_at_its_outermost_bars(source: str, pieces: list[str]) -> None:
    assert alternatives(prepare(source)) == [prepare(piece) for piece in pieces]


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_the_first_text_is_searched_as_any_other(text: list[str], words: list[str]) -> None:
    twin = fold(" ".join(text))
    source = "|".join(word.replace("\n", r"\n") for word in words)
    experienced = Pattern(source)
    experienced.compile()
    assert list(Pattern(source).spans(twin)) == list(experienced.spans(twin))


def test_what_was_worked_out_is_kept_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(tmp_path))
    needles._known.cache_clear()
    needles.parts(b"(?m)brillig|slithy")
    needles._keep()
    kept = cache.recall("needles")[b"(?m)brillig|slithy"]
    assert kept == ((b"(?m)brillig", (((b"brillig",),),)), (b"(?m)slithy", (((b"slithy",),),)))
    needles._known.cache_clear()
    monkeypatch.undo()


def test_what_was_kept_and_is_no_table_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(tmp_path))
    cache.remember("needles", "nonsense")
    needles._known.cache_clear()
    assert needles.parts(b"brillig") == ((b"brillig", (((b"brillig",),),)),)
    needles._known.cache_clear()
    monkeypatch.undo()
