"""Which releases report the results of a trial, and where they say so."""

from prlint.checks.claims import HEADLINES, NEWS
from prlint.language.patterns import Span
from prlint.release.model import Release


def reports_results(release: Release) -> bool:
    """Whether the release announces results of a trial in people, by headline or lead."""
    return "results" in release.profile.traits


def is_recalled(release: Release) -> bool:
    """Whether results are recalled beside other news: a quarter, an approval, an offering, an appointment, a deal."""
    return release.profile.kind in ("earnings", "approval", "financing", "personnel", "partnership", "designation", "complete-response")


def is_of_people(release: Release) -> bool:
    """Whether headline or lead speak of a trial in people; a release on other work may name one further down."""
    return any(release.has("human-trial", s.start, s.end) for s in release.sections_of(*HEADLINES, "lead"))


def is_conference(release: Release) -> bool:
    """Whether results are shown at a congress or in a journal, where figures are to be had."""
    return "conference" in release.profile.kinds


def announcement(release: Release) -> Span | None:
    """The words that announce the results: in the lead, else the headline."""
    for kinds in (("lead",), ("body",), HEADLINES):
        for span in release.find_in("results-announced", *kinds):
            return span
    for section in release.sections_of(*NEWS):
        text = release.text[section.start : section.end]
        return section.start + len(text) - len(text.lstrip()), section.start + len(text.rstrip())
    return None
