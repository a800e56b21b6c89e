"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.release.invented import read


def sentences(text: str) -> list[str]:
    release = read(text)
    return [release.quote((sentence.start, sentence.end)) for sentence in release.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Ferrant Therapeutics, Inc. (Nasdaq: FRNT) reported results.",
        "Dr. Ruiz of the U.S. Food and Drug Administration spoke at 8:30 a.m. Eastern Time about No. 5.",
        "The hazard ratio was 0.65 (95% CI 0.5 to 0.8) on Feb. 5, 2025.",
        "Philip E. Brandt joined Ferrant Corp. in May.",
        "Results (e.g. Remission) were seen vs. Placebo in St. Louis.",
    ],
)
def test_a_stop_that_belongs_to_its_word_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It was developed by Ferrant, Inc.", "The trial began in May."),
        ("“It works.”", "The trial went on."),
        ("The dose was given daily.1", "Patients tolerated it."),
        ("It was approved in the U.S.", "However, sales were low."),
        ("Did it work?", "It did."),
        ("They bought inks, pens, etc.", "Forward-looking words follow."),
        ("The profile was good.[3]", "Doses rose."),
    ],
)
def test_what_follows_the_end_of_a_sentence_is_another_one(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


def test_a_sentence_never_runs_over_the_end_of_a_paragraph() -> None:
    assert sentences("A heading without a stop\n\nA paragraph of prose.") == ["A heading without a stop", "A paragraph of prose."]


@given(
    st.lists(st.sampled_from(["Inc. ", "U.S. ", "He went. ", "0.5 ", "“Yes.” ", "a.m. ", "\n\n", "The ", "(No. 5) ", "… "]), max_size=30)
)
def test_sentences_are_in_order_do_not_overlap_and_leave_no_letter_out(pieces: list[str]) -> None:
    text = "".join(pieces)
    release = read(text)
    covered = bytearray(len(text))
    behind = 0
    for sentence in release.sentences:
        assert behind <= sentence.start < sentence.end
        behind = sentence.end
        covered[sentence.start : sentence.end] = b"x" * (sentence.end - sentence.start)
    assert all(covered[i] for i, char in enumerate(text) if char.isalnum())
