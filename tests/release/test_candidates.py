"""Products that a release itself calls investigational."""

import pytest

from prlint.document import read
from prlint.release import parse


def names(text: str) -> list[str]:
    return [fact.value["name"] for fact in parse(read(f"{text}\n".encode(), "example.txt")).facts_of("candidate")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ferrant presented data on HLD-7, an investigational antibody-drug conjugate.", "HLD-7"),
        ("Ferrant’s application covers velnicant, an investigational oral inhibitor.", "velnicant"),
        ("The trial compares its investigational norovirus vaccine SRV-3 with placebo.", "SRV-3"),
        ("The lead candidate, CLD-3, is given by mouth.", "CLD-3"),
        ("Velnicant has not been approved by any authority.", "Velnicant"),
        ("TSB-6 has not been tested in people.", "TSB-6"),
        ("Orlevo is not approved in the European Union.", "Orlevo"),
        ("We began a Phase 2 trial of NQ-4 in asthma.", "NQ-4"),
    ],
)
def test_what_a_release_calls_investigational_is_a_candidate(text: str, name: str) -> None:
    assert names(text) == [name]


def test_every_naming_of_a_candidate_is_found_and_no_part_of_a_longer_word() -> None:
    assert names("HLD-7, an investigational conjugate, was given. HLD-77 and AHLD-7 were not. We gave HLD-7 twice.") == ["HLD-7", "HLD-7"]


@pytest.mark.parametrize(
    "text",
    [
        "The drug has not been approved.",
        "The extension study of LINEN-1 goes on; the LINEN-1 trial began in May.",
        "Colitis, an experimental model of which exists, is common.",
        "Ferrant develops medicines for the skin.",
    ],
)
def test_words_and_trials_are_no_candidates(text: str) -> None:
    assert names(text) == []


def test_no_more_words_are_looked_at_than_a_release_can_be_about() -> None:
    text = " ".join(f"We began a study of AB-{number} in mice." for number in range(100, 160))
    assert len(names(text)) == 24
