"""Complete response letters: whether a release that reports one says so, says why, and says what comes next."""

from collections.abc import Iterator

from prlint.checks.assertions import is_supposed
from prlint.checks.claims import HEADLINES, sentence_of
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Section

_NEWS = (*HEADLINES, "lead", "body")
_OPENING = 3  # body paragraphs in which a letter is still the news of the release
_OWN = pattern(r"\b(?:the company|we|our|us|today)\b")
_YEAR = pattern(r"\b20[0-9]{2}\b")


def crl_not_disclosed_plainly(release: Release) -> Iterator[Hit]:
    """A letter that refuses approval is reported, and the headline, the reason or the next step is missing.

    What such a letter is to a medicine, a request for more clinical data is to a device: there the headline alone is looked at.
    """
    headline = next(iter(release.sections_of("headline")), None)
    place = _news_of_refusal(release, "complete-response")
    if place:
        missing = [] if _is_in_headlines(release, "told-as-refusal") else ["the headline does not say so"]
        sentences = [s for s in release.sentences if s.section in _NEWS]
        if not any(_gives_reason(release, s.start, s.end) for s in sentences):
            missing.append("no deficiency is named")
        if not any(release.glimpse("next-step-told", s.start, s.end) for s in sentences):
            missing.append("no next step is told")
        if missing:
            yield Hit(*place, {"missing": ", ".join(missing)}, related=_beside(release, headline, place))
    elif release.profile.product == "device":
        place = _news_of_refusal(release, "more-data-asked")
        if place and not _is_in_headlines(release, "told-as-request"):
            yield Hit(*place, {"missing": "the headline does not say so"}, severity="info", related=_beside(release, headline, place))


def _is_in_headlines(release: Release, term: str) -> bool:
    """Whether a headline or subhead has a term; a release without a headline is not asked."""
    heads = release.sections_of(*HEADLINES)
    return not heads or any(release.glimpse(term, head.start, head.end) for head in heads)


def _beside(release: Release, headline: Section | None, place: Span) -> tuple[tuple[Span, str], ...]:
    """The headline as a related place, unless the finding stands in it."""
    if headline is None or place[0] < headline.end:
        return ()
    return (((headline.start, headline.start + len(release.text[headline.start : headline.end].rstrip())), "the headline"),)


def _gives_reason(release: Release, start: int, end: int) -> bool:
    """Whether a sentence that is more than the news itself says what was found wanting."""
    return bool(release.glimpse("deficiency-told", start, end) and release.glimpse("reason-told", start, end))


def _news_of_refusal(release: Release, term: str) -> Span | None:
    """Where a release reports a letter of its own as news: in headline, lead or the first paragraphs, and not as past history."""
    if "approval" in release.profile.kinds or release.profile.kind in ("earnings", "financing", "personnel"):
        return None
    openings = [block.start for block in release.blocks if release.kind_at(block.start) == "body"][:_OPENING]
    limit = openings[-1] if openings else 0
    for span in release.find(term):
        kind = release.kind_at(span[0])
        block = release.block_at(span[0])
        if kind not in _NEWS or (kind == "body" and block and block.start > limit):
            continue
        sentence = sentence_of(release, span)
        line = sentence.start, sentence.end
        if is_supposed(release, span, sentence) or _is_past(release, *line):
            continue
        own = release.has("complete-response-received", *line) and _is_own(release, *line)
        if kind in HEADLINES or own or term != "complete-response":
            return span
    return None


def _is_past(release: Release, start: int, end: int) -> bool:
    """Whether a sentence tells of an earlier letter: it says so, or names an earlier year."""
    year = release.profile.date[0] if release.profile.date else 0
    return release.has("complete-response-earlier", start, end) or any(
        int(release.twin[a:b]) < year or not year for a, b in _YEAR.spans(release.twin, start, end)
    )


def _is_own(release: Release, start: int, end: int) -> bool:
    """Whether a sentence is about the issuer: it names the company, a candidate of its own, the FDA's letter to it, or its application."""
    company = release.profile.company.lower().split(" ")[0]
    if release.has("candidate", start, end):
        return True
    return bool(_OWN.search(release.twin, start, end)) or bool(company and company in release.text[start:end].lower())
