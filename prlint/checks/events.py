"""Events that a release tells as facts, while its legend still speaks of them as risks; and plans that are a partner's."""

from collections.abc import Iterator

from prlint.checks.cautions import factors
from prlint.checks.issuers import standing
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release

_NEWS = ("headline", "subheadline", "lead", "body", "subheading")
# What the release tells, what the legend fears, and what it is called.
_EVENTS = (
    ("told-refusal", "risked-refusal", "a complete response letter"),
    ("told-hold", "risked-hold", "a clinical hold"),
    ("missed-endpoint", "risked-miss", "a missed endpoint"),
    ("told-partner-exit", "risked-partner-exit", "the end of a partner's agreement"),
    ("told-listing-notice", "risked-listing-notice", "a notice on the listing requirements"),
    ("told-restatement", "risked-restatement", "a restatement"),
    ("told-shortage", "risked-shortage", "a recall or shortage"),
)
_CLAUSE = pattern(r"[;:]|, (?:and|or|including)\b|\([ivx0-9]{1,4}\)")
_POSSIBLE = pattern(r"\b(?:may|might|could|would|if|whether|risks?|potential(?:ly)?)\b")


def risk_already_happened(release: Release) -> Iterator[Hit]:
    """A risk of an event that this very release reports."""
    if not release.sections_of("forward-looking") or standing(release) != "reporting":
        return
    for told, risked, event in _EVENTS:
        feared = [span for span in release.find_in(risked, "forward-looking") if not _qualified(release, span)]
        happened = _happened(release, told) if feared else None
        if not happened:
            continue
        own = next((span for span in feared if _of_this(release, span, happened)), None)
        if own:
            yield Hit(*own, {"event": event}, related=((happened, "told as a fact"),))


def _happened(release: Release, term: str) -> Span | None:
    """Where the news tells an event as a fact; a missed endpoint counts if it is the release's own."""
    if term == "missed-endpoint" and term not in release.profile.traits:
        return None
    for span in release.find_in(term, *_NEWS):
        sentence = release.sentence_at(span[0])
        if not sentence or not release.search(_POSSIBLE, sentence.start, span[0]):
            return span
    return None


def _clause(release: Release, span: Span) -> Span:
    """The clause of a list of risks that holds a span."""
    sentence = release.sentence_at(span[0])
    if not sentence:
        return span
    start = max((b for _, b in _CLAUSE.spans(release.twin, sentence.start, span[0])), default=sentence.start)
    end = min((a for a, _ in _CLAUSE.spans(release.twin, span[1], sentence.end)), default=sentence.end)
    return start, end


def _qualified(release: Release, span: Span) -> bool:
    """Whether the risk is of another event of the kind, or the clause says that it has happened."""
    return bool(release.glimpse("risk-again", *_clause(release, span)))


def _of_this(release: Release, risk: Span, happened: Span) -> bool:
    """Whether a risk that names a product or a trial names one of the sentence that tells the event."""
    start, end = _clause(release, risk)
    named = {release.twin[a:b] for a, b in release.glimpse("document-code", start, end)}
    sentence = release.sentence_at(happened[0])
    telling = release.twin[sentence.start : sentence.end] if sentence else b""
    return not named or any(name in telling for name in named)


_SUBJECT = pattern(r"[\"*\x95 ]*([A-Z][A-Za-z&\x7f-]+)(?:(?: [A-Z][A-Za-z&\x7f.-]*)*,?) ", case=True)
_PLANS = pattern(
    r"(?:(?:also|currently|now|further|our (?:\w+ )?partner,?) )*(?:expects?|plans?|intends?|anticipates?|aims?|will|is expected"
    r"|is planning|hopes|targets)\b"
    r"|(?:has|is)\b[^.;\n]{0,80}\b(?:expects?|plans to|intends|anticipates)\b"
)
_OTHER_CAPITALS = frozenset(
    (b"FDA", b"EMA", b"SEC", b"The", b"This", b"These", b"Management", b"Patients", b"Phase", b"Data", b"NIH", b"BARDA")
)


def partner_statement_adopted(release: Release) -> Iterator[Hit]:
    """Plans of a partner told as the issuer's own, without its word and without a risk that it may do otherwise."""
    partners = _partners(release) if standing(release) == "reporting" and release.sections_of("forward-looking") else frozenset()
    if not partners:
        return
    told = [
        fact for fact in release.facts_of("forward-looking") if not fact.value.get("logistics") and release.kind_at(fact.start) in _NEWS
    ]
    adopted = [(fact, name) for fact in told if (name := _planner(release, fact)) in partners and not _attributed(release, fact)]
    if not adopted or any(release.glimpse("cautioned-partner", start, end) for start, end in factors(release)):
        return
    (first, name), *others = adopted
    related = tuple(((fact.start, fact.end), "also here") for fact, _ in others[:3])
    yield Hit(first.start, first.end, {"partner": name.decode("latin-1")}, related=related)


def _partners(release: Release) -> frozenset[bytes]:
    """The first words of the names of partners; none in a release of two issuers."""
    headline = next(iter(release.sections_of("headline")), None)
    issuer = release.profile.company.encode("ascii", "ignore").split()[:1]
    names: set[bytes] = set()
    for start, end in release.find("partner-named"):
        names.update(word.strip(b".,'&-").removesuffix(b"'s") for word in release.twin[start:end].split() if word[:1].isupper())
    names -= {*issuer, *_OTHER_CAPITALS, b"Company"}
    if headline and issuer and issuer[0] in release.twin[headline.start : headline.end]:
        names = {name for name in names if name not in release.twin[headline.start : headline.end]}
    return frozenset(names)


def _planner(release: Release, fact: Fact) -> bytes:
    """The first word of the name that is the subject of a sentence about plans."""
    subject = _SUBJECT.match(release.twin, fact.start, fact.end)
    if not subject or not _PLANS.match(release.twin, subject.end(), fact.end):
        return b""
    name: bytes = subject.group(1)
    return name


def _attributed(release: Release, fact: Fact) -> bool:
    block = release.block_at(fact.start)
    return bool(block and release.glimpse("told-by-partner", block.start, block.end))
