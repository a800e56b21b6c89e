"""Forward-looking sentences.

A sentence looks forward if it says so outright (*will*, *is expected to*), if somebody expects, plans or hopes in it, if it
speaks of guidance, or if it joins *may* or *could* with a time to come and a subject of business. The word lists are Li's
(2010) and those of Muslu and others (2015), with their exclusions: forecasts of the past, nouns, eligibility, labels.
Sections that are no statements of the issuer about its future (safety information, about a disease, contacts) are left out.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from prlint.language.patterns import Span
from prlint.release.model import Fact, Release, covered

_LEFT_OUT = frozenset(
    (
        *("forward-looking", "safety-information", "about-disease", "trademark-notice", "contact", "references", "end-mark"),
        *("boilerplate", "dateline", "financial-table", "conference-call"),
    )
)
TOPICS = (
    "clinical-data-timing", "enrolment", "efficacy-replication", "safety", "regulatory-submission", "approval", "label", "launch-sales",
    "manufacturing", "partner", "financing", "guidance", "ip", "reimbursement", "litigation",
)  # fmt: skip
_ORDER = ("strong", "verb", "guidance", "modal")


def topics_of(release: Release, start: int, end: int) -> list[str]:
    """The topics of a stretch of the text, in the order of TOPICS."""
    return [topic for topic in TOPICS if release.glimpse(f"topic-{topic}", start, end)]


def read_forward(release: Release) -> Iterator[Fact]:
    """Facts of kind forward-looking: {why, logistics, topics}; the span is the sentence.

    `logistics` is true where nothing but a call, a webcast or a presentation is to come.
    """
    reasons: dict[int, dict[str, list[Span]]] = {}
    for why, spans in (
        ("strong", release.find("future-strong")),
        ("verb", release.find("future-verb")),
        ("guidance", tuple(_guidance(release))),
        ("modal", tuple(_modal(release))),
    ):
        for span in spans:
            sentence = release.sentence_at(span[0])
            if sentence and sentence.section not in _LEFT_OUT:
                reasons.setdefault(sentence.start, {}).setdefault(why, []).append(span)
    logistics = release.find("forward-logistics")
    for start in sorted(reasons):
        sentence = release.sentence_at(start)
        assert sentence is not None
        found = reasons[start]
        cues = [span for spans in found.values() for span in spans]
        yield Fact(
            "forward-looking",
            sentence.start,
            sentence.end,
            {
                "why": next(why for why in _ORDER if why in found),
                "logistics": all(_covered(logistics, cue) for cue in cues),
                "topics": topics_of(release, sentence.start, sentence.end),
            },
        )


def _covered(spans: Sequence[Span], cue: Span) -> bool:
    """Whether one of some ordered spans overlaps a cue."""
    index = bisect_right(spans, cue)
    return covered(spans[max(0, index - 1) : index + 1], *cue)


def _guidance(release: Release) -> Iterator[Span]:
    """Guidance in a sentence that says when, or that it stands."""
    for span in release.find("guidance-word"):
        sentence = release.sentence_at(span[0])
        if sentence is None:
            continue
        place = sentence.start, sentence.end
        if release.glimpse("guidance-held", *place) and not release.glimpse("guidance-past", *place):
            yield span


def _modal(release: Release) -> Iterator[Span]:
    """May, could and would beside a time to come and a topic."""
    for start, _ in release.find("future-time"):
        sentence = release.sentence_at(start)
        if sentence and sentence.section not in _LEFT_OUT:
            modals = release.within("weak-modal", sentence.start, sentence.end)
            if modals and topics_of(release, sentence.start, sentence.end):
                yield modals[0]
