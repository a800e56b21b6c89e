"""The cautionary statement: whether it is there, identifies and cautions, and names the law that it relies on."""

from collections.abc import Iterator

from prlint.checks.cautions import factors, few_factors, is_generic, names_a_factor
from prlint.checks.events import partner_statement_adopted, risk_already_happened
from prlint.checks.issuers import calls_itself_private, quoted_over_the_counter, standing, statutory_claim
from prlint.checks.legends import (
    no_as_of_date_or_overstrong_update_disclaimer,
    safe_harbor_wrong_company,
    stale_enumeration,
)
from prlint.checks.statutes import miscitations
from prlint.checks.wordings import overbroad_safe_harbor, promissory_statement, without_claim
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
    "overbroad_safe_harbor",
    "partner_statement_adopted",
    "promissory_statement",
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
    r"|\b(?:patients|participants|subjects|volunteers) will (?:receive|be (?:given|treated|dosed|followed|randomi[sz]ed))\b"
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
    """Forward-looking statements of a reporting issuer in a release that never says that it makes any.

    The statements are those of headline, news and quotations, told apart by tense and verb. Any paragraph that cautions,
    wherever it stands and with or without a heading, satisfies. The finding is placed at the end of the text and leads to
    the first four statements.
    """
    who = standing(release)
    unknown = (
        who != "reporting"
        and not release.settings.company.issuer
        and release.profile.issuer == "private"
        and bool(release.find("public-company-cue"))
        and not calls_itself_private(release)
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
    """A cautionary section, or a paragraph of caution without a heading, in a release that never uses the words `forward-looking`.

    The statute wants two things of a legend: that it identifies the statements, and that it cautions. The words may stand
    anywhere in the release.
    """
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
    """A statute of the safe harbor whose name, year or section cannot be the one meant.

    Section 27A belongs to the Securities Act of 1933, Section 21E to the Securities Exchange Act of 1934, and the Private
    Securities Litigation Reform Act is of 1995. Each section is read with its own `of the … Act`, also where one sentence
    names both pairs. The fix is safe where the rest of the citation leaves one reading.
    """
    for wrong in miscitations(release):
        edits = (Edit(*wrong.replace, wrong.replacement, wrong.certain),) if wrong.replace else ()
        yield Hit(wrong.start, wrong.end, {"correct": wrong.correct}, severity="warning" if wrong.slight else "", edits=edits)


def no_cautionary_factors(release: Release) -> Iterator[Hit]:
    """A cautionary statement that says that there are risks and names none.

    What identifies the statements, disclaims updates or points to a filing is set aside. If what is left after words that
    introduce a risk (`the risk that`, `factors such as`, `whether`, a sentence with `may` or `could`) has no word of its
    own, no factor is named.
    """
    sections, who = release.sections_of("forward-looking"), standing(release)
    if not sections or who == "outside" or release.find("caution-printed-elsewhere"):
        return
    if not names_a_factor(release):
        told = [sentence for sentence in release.sentences_in("forward-looking") if release.search(_RISKS, sentence.start, sentence.end)]
        place = (told[0].start, told[0].end) if told else _opening(release, sections[0])
        yield Hit(*place, severity="" if who == "reporting" or quoted_over_the_counter(release) else "warning")


def boilerplate_caution(release: Release) -> Iterator[Hit]:
    """A cautionary statement whose factors any company could name.

    A factor is the company's own if it names a product, a trial, a disease or a figure of the release; so are two
    different ones of the kind that not every company has, such as a supplier, a partner or a listing.
    """
    if release.sections_of("forward-looking") and standing(release) == "reporting":
        first = next(factors(release), None)
        if first and is_generic(release):
            sentence = release.sentence_at(first[0])
            yield Hit(*((sentence.start, sentence.end) if sentence else first))


def caution_only_by_reference(release: Release) -> Iterator[Hit]:
    """A cautionary statement that names one factor, and leaves the others to a filing.

    Short notices need no list of their own: releases of some 250 words and fewer are not looked at.
    """
    sections = release.sections_of("forward-looking")
    spans = [(section.start, section.end) for section in sections]
    pointer = next((place for start, end in spans for place in release.glimpse("cautionary-pointer", start, end)), None)
    if pointer and standing(release) == "reporting" and few_factors(release) and len(release.text) > _BRIEF:
        sentence = release.sentence_at(pointer[0])
        yield Hit(*((sentence.start, sentence.end) if sentence else pointer))


def safe_harbor_unavailable(release: Release) -> Iterator[Hit]:
    """The statutory safe harbor, invoked where the statute does not give it.

    That is in an initial public offering or a tender offer, and for an issuer that does not report. Where only the text
    speaks, and shows neither a listing nor a filing, the finding is a warning.
    """
    claim = statutory_claim(release)
    if not claim or release.find("safe-harbor-carve-out"):
        return
    for trait, reason in (
        ("ipo", "statements made in an initial public offering are excluded"),
        ("tender-offer", "statements made in a tender offer are excluded"),
    ):
        if trait in release.profile.traits:
            yield Hit(*claim, {"reason": reason}, edits=without_claim(release, claim))
            return
    if release.settings.company.issuer in _OUTSIDE:
        yield Hit(*claim, {"reason": "the issuer does not report under section 13(a) or 15(d)"}, edits=without_claim(release, claim))
    elif release.profile.issuer in _OUTSIDE and not quoted_over_the_counter(release):
        yield Hit(*claim, variant="unseen", severity="warning", edits=without_claim(release, claim))


def fls_topic_without_caution(release: Release) -> Iterator[Hit]:
    """A subject of the predictions that no risk of the legend covers; each subject once.

    The subjects are funding, cost reduction, enrollment, the timing of data, study plans, regulators, partners' payments,
    closings and guidance. A broader risk covers a narrower prediction: any risk of development covers enrollment, data
    and study plans.
    """
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
