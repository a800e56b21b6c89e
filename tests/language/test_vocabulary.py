"""Terms."""

import pytest

from prlint.language.fold import fold
from prlint.language.vocabulary import BadTermError, Vocabulary, compile_terms, phrase_pattern


def spans(raw: dict[str, dict[str, object]], text: str, name: str = "t") -> list[str]:
    vocabulary = Vocabulary(compile_terms(raw))
    return [text[a:b] for a, b in vocabulary.spans(name, fold(text))]


def test_a_phrase_is_found_at_word_boundaries_and_its_hyphen_may_be_a_space() -> None:
    raw = {"t": {"phrases": ["top-line", "(sic)"]}}
    assert spans(raw, "Top line, top-line, stop-line, toplines (sic)") == ["Top line", "top-line", "(sic)"]
    assert phrase_pattern("a-b") == r"\ba[- ]b\b"


def test_a_hit_that_overlaps_an_exception_is_no_hit() -> None:
    assert spans({"t": {"patterns": ["cure"], "except": ["secure"]}}, "a cure, a secure cure") == ["cure", "cure"]


def test_a_term_may_stand_in_another_with_its_own_case() -> None:
    raw = {"t": {"patterns": ["{agency} approved"]}, "agency": {"patterns": ["FDA"], "case": True}}
    assert spans(raw, "FDA APPROVED, fda approved") == ["FDA APPROVED"]
    cased = {"t": {"patterns": ["{verb} X"], "case": True}, "verb": {"patterns": ["see"]}}
    assert spans(cased, "SEE X, see x") == ["SEE X"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"t": {"patterns": ["{missing}"]}}, "missing"),
        ({"t": {"patterns": ["{u}"]}, "u": {"patterns": ["{t}"]}}, "itself"),
        ({"t": {"patterns": ["(a"]}}, "missing"),
        ({"t": {"about": "nothing"}}, "neither"),
    ],
)
def test_a_term_that_cannot_be_used_says_why(raw: dict[str, dict[str, object]], reason: str) -> None:
    with pytest.raises(BadTermError, match=reason):
        compile_terms(raw)


def test_a_vocabulary_knows_its_terms_and_can_be_extended() -> None:
    base = Vocabulary(compile_terms({"a": {"phrases": ["x"]}}))
    more = base.extended(compile_terms({"b": {"patterns": ["{a} y"]}}, {"a": {"phrases": ["x"]}}))
    assert ("a" in base, "b" in base, list(more)) == (True, False, ["a", "b"])
    assert more.spans("b", b"x y") == ((0, 3),)
    with pytest.raises(KeyError):
        base.spans("b", b"x")
