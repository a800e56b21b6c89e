"""The cautionary statement: whether it is there, identifies and cautions, and names the law that it relies on."""

from collections.abc import Iterator

from prlint.checks.cautions import factors, few_factors, is_generic, names_a_factor
from prlint.checks.events import partner_statement_adopted, risk_already_happened
from prlint.checks.issuers import quoted_over_the_counter, standing, statutory_claim
from prlint.checks.legends import (
    no_as_of_date_or_overstrong_update_disclaimer,
    safe_harbor_wrong_company,
    stale_enumeration,
)
from prlint.checks.statutes import miscitations
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Section

__all__ = (
    "boilerplate_caution",
    "caution_only_by_reference",
    "fls_not_identified",
    "fls_topic_without_caution",
    "missing_safe_harbor",
    "no_as_of_date_or_overstrong_update_disclaimer",
    "no_cautionary_factors",
    "partner_statement_adopted",
    "risk_already_happened",
    "safe_harbor_unavailable",
    "safe_harbor_wrong_company",
    "stale_enumeration",
    "wrong_safe_harbor_citation",
)

_NEWS = ("headline", "subheadline", "lead", "body", "subheading")
_OUTSIDE = ("private", "not-reporting")
_BRIEF = 1600  # code points: a notice of some 250 words needs no list of its own
_SHORT = 40  # code points: a shorter first sentence of a section is its heading

_RISKS = pattern(r"\b(?:risks?|uncertaint|factors)")

_ARRANGED = pattern(
    r"\b(?:vest|vests|vesting|exercisable|streamed|livestream|webcast|replay|one-on-one|fireside|attendees|booth|registration link)\b"
)

# A prediction, the words that caution of it, and what it is called.
_TOPICS = (
    ("told-cash", "cautioned-cash", "funding"),
    ("told-cost-reduction", "cautioned-cost-reduction", "cost reduction"),
    ("told-enrolment", "cautioned-development", "enrollment"),
    ("told-data", "cautioned-development", "data timing"),
    ("told-study", "cautioned-development", "study plans"),
    ("told-approval", "cautioned-approval", "regulatory"),
    ("told-partner", "cautioned-partner", "partner"),
    ("told-closing", "cautioned-closing", "closing"),
    ("told-guidance", "cautioned-guidance", "guidance"),
)


def missing_safe_harbor(release: Release) -> Iterator[Hit]:
    """Forward-looking statements in a release that never says that it makes any."""
    who = standing(release)
    unknown = (
        who != "reporting"
        and not release.settings.company.issuer
        and release.profile.issuer == "private"
        and bool(release.find("public-company-cue"))
    )
    if not (who == "reporting" or unknown) or release.sections_of("forward-looking") or _cautions_somewhere(release):
        return
    facts = [
        fact for fact in release.facts_of("forward-looking") if not fact.value.get("logistics") and release.kind_at(fact.start) in _NEWS
    ]
    facts = [fact for fact in facts if not release.search(_ARRANGED, fact.start, fact.end)]
    # What the statute protects has a subject: a trial, a submission, money. Without one it may be no more than good will.
    telling = [fact for fact in facts if fact.value.get("topics")]
    if facts:
        end = len(release.text.rstrip())
        first = (telling or facts)[0]
        related = tuple(((fact.start, fact.end), "forward-looking statement") for fact in (telling or facts)[:4])
        yield Hit(
            end,
            end,
            {"statement": release.quote((first.start, first.end))},
            "unknown" if unknown else "",
            "" if telling and not unknown else "info",
            related,
        )


def _cautions_somewhere(release: Release) -> bool:
    """Whether words of a cautionary statement stand anywhere. A `cautionary note` that names no risk is of something else."""
    for start, end in release.find("cautionary-cue"):
        block = release.block_at(start)
        if not block or not release.twin[start:end].lower().startswith(b"cautionary"):
            return True
        below = release.block_at(min(block.end + 2, len(release.twin)))
        if any(release.search(_RISKS, near.start, near.end) for near in (block, below) if near):
            return True
    return False


def fls_not_identified(release: Release) -> Iterator[Hit]:
    """A cautionary section, or a paragraph of caution without a heading, in a release that never uses the words `forward-looking`."""
    if release.find("forward-looking-label"):
        return
    sections = release.sections_of("forward-looking")
    if sections:
        yield Hit(*_opening(release, sections[0]))
        return
    for start, _ in release.find("cautionary-cue"):
        block = release.block_at(start)
        if block and release.search(_RISKS, block.start, block.end):
            sentence = release.sentence_at(start)
            yield Hit(*((sentence.start, sentence.end) if sentence else (block.start, block.end)))
            return


def _opening(release: Release, section: Section) -> Span:
    """The first sentence of a section that is longer than a heading, or the section if it has none."""
    inside = [sentence for sentence in release.sentences if section.start <= sentence.start < section.end]
    told = next((sentence for sentence in inside if sentence.end - sentence.start > _SHORT), None)
    return (told.start, told.end) if told else (section.start, section.end)


def wrong_safe_harbor_citation(release: Release) -> Iterator[Hit]:
    """A statute whose name, year or section cannot be the one meant."""
    for wrong in miscitations(release):
        edits = (Edit(*wrong.replace, wrong.replacement, wrong.certain),) if wrong.replace else ()
        yield Hit(wrong.start, wrong.end, {"correct": wrong.correct}, severity="warning" if wrong.slight else "", edits=edits)


def no_cautionary_factors(release: Release) -> Iterator[Hit]:
    """A cautionary statement that says that there are risks and names none."""
    sections, who = release.sections_of("forward-looking"), standing(release)
    if not sections or who == "outside" or release.find("caution-printed-elsewhere"):
        return
    if not names_a_factor(release):
        told = [sentence for sentence in release.sentences_in("forward-looking") if release.search(_RISKS, sentence.start, sentence.end)]
        place = (told[0].start, told[0].end) if told else _opening(release, sections[0])
        yield Hit(*place, severity="" if who == "reporting" or quoted_over_the_counter(release) else "warning")


def boilerplate_caution(release: Release) -> Iterator[Hit]:
    """A cautionary statement whose factors any company could name."""
    if release.sections_of("forward-looking") and standing(release) == "reporting":
        first = next(factors(release), None)
        if first and is_generic(release):
            sentence = release.sentence_at(first[0])
            yield Hit(*((sentence.start, sentence.end) if sentence else first))


def caution_only_by_reference(release: Release) -> Iterator[Hit]:
    """A cautionary statement that leaves all but one of its factors to a filing."""
    sections = release.sections_of("forward-looking")
    spans = [(section.start, section.end) for section in sections]
    pointer = next((place for start, end in spans for place in release.glimpse("cautionary-pointer", start, end)), None)
    if pointer and standing(release) == "reporting" and few_factors(release) and len(release.text) > _BRIEF:
        sentence = release.sentence_at(pointer[0])
        yield Hit(*((sentence.start, sentence.end) if sentence else pointer))


def safe_harbor_unavailable(release: Release) -> Iterator[Hit]:
    """The statutory safe harbor, invoked where the statute does not give it."""
    claim = statutory_claim(release)
    if not claim or release.find("safe-harbor-carve-out"):
        return
    for trait, reason in (
        ("ipo", "statements made in an initial public offering are excluded"),
        ("tender-offer", "statements made in a tender offer are excluded"),
    ):
        if trait in release.profile.traits:
            yield Hit(*claim, {"reason": reason})
            return
    if release.settings.company.issuer in _OUTSIDE:
        yield Hit(*claim, {"reason": "the issuer does not report under section 13(a) or 15(d)"})
    elif release.profile.issuer in _OUTSIDE and not quoted_over_the_counter(release):
        yield Hit(*claim, variant="unseen", severity="warning")


def fls_topic_without_caution(release: Release) -> Iterator[Hit]:
    """What a release predicts and its legend does not caution of; each topic once."""
    sections = release.sections_of("forward-looking")
    if not sections or not _cautions_of_its_own(release):
        return
    cautions = list(factors(release))
    told: list[Span] = [
        (fact.start, fact.end)
        for fact in release.facts_of("forward-looking")
        if not fact.value.get("logistics") and release.kind_at(fact.start) in _NEWS
    ]
    # A payment that a coming event would trigger is a prediction, though it is told in the conditional.
    due = [release.sentence_at(start) for start, _ in release.find_in("payment-to-come", *_NEWS)]
    told = sorted({*told, *((sentence.start, sentence.end) for sentence in due if sentence)})
    for predicted, cautioned, topic in _TOPICS:
        about = [span for span in told if release.glimpse(predicted, *span)] if cautions else []
        if about and not any(release.glimpse(cautioned, start, end) for start, end in cautions):
            yield Hit(*about[0], {"topic": topic}, related=tuple((span, "also here") for span in about[1:4]))


def _cautions_of_its_own(release: Release) -> bool:
    """Whether the issuer reports, or has an over-the-counter ticker and claims the statutory safe harbor."""
    who = standing(release)
    return who == "reporting" or (who == "claiming" and quoted_over_the_counter(release))
