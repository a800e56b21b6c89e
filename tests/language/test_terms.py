"""Every term of `rules/terms/` occurs where its own examples say, and not where they say it does not."""

import pytest

from prlint.language.bundle import language, read_terms
from prlint.language.fold import fold
from prlint.language.resources import folder

TERMS = read_terms(folder("rules") / "terms")
CASES = [
    (name, text, wanted) for name, term in TERMS.items() for wanted, key in ((True, "yes"), (False, "no")) for text in term.get(key, ())
]


@pytest.mark.parametrize(
    ("name", "text", "wanted"), CASES, ids=[f"{name}-{'yes' if wanted else 'no'}-{text[:30]}" for name, text, wanted in CASES]
)
def test_a_term_is_found_just_where_its_examples_say(name: str, text: str, wanted: bool) -> None:
    assert bool(language().vocabulary.spans(name, fold(text))) is wanted


@pytest.mark.parametrize("name", TERMS)
def test_every_term_says_what_it_is_for(name: str) -> None:
    assert TERMS[name].get("about")
