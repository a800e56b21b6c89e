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
    ("told-stop", "risked-stop", "the end of a program"),
    ("told-restatement", "risked-restatement", "a restatement"),
    ("told-shortage", "risked-shortage", "a recall or shortage"),
)
# Every company warns that some program may end: that is a risk of this release only where it names what has ended.
_BY_NAME = ("told-stop",)
_TRIAL_NAME = pattern(r"\b[A-Z][A-Z0-9-]{2,}\b", case=True)
_CLAUSE = pattern(r"[;:]|, (?:and|or|including)\b|\([ivx0-9]{1,4}\)")
_POSSIBLE = pattern(r"\b(?:may|might|could|would|if|whether|risks?|potential(?:ly)?)\b")


def risk_already_happened(release: Release) -> Iterator[Hit]:
    """A risk told as a possibility, of an event that this very release reports.

    The events are a complete response letter, a clinical hold, a missed endpoint, the end of a program or of a partner's
    agreement, a notice from the exchange, a restatement, and a recall or shortage. The risk must stand under `may`,
    `might`, `could` or `the risk of`.
    """
    if not release.sections_of("forward-looking") or standing(release) != "reporting":
        return
    for told, risked, event in _EVENTS:
        feared = [span for span in release.find_in(risked, "forward-looking") if not _qualified(release, span)]
        happened = _happened(release, told) if feared else None
        if not happened:
            continue
        own = next((span for span in feared if _of_this(release, span, happened, named=told in _BY_NAME)), None)
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


def _of_this(release: Release, risk: Span, happened: Span, *, named: bool) -> bool:
    """Whether a risk that names a product or a trial names one of the sentence that tells the event; it may have to name one."""
    start, end = _clause(release, risk)
    names = {release.twin[a:b] for a, b in release.glimpse("document-code", start, end)}
    if named:
        names |= {release.twin[a:b] for a, b in _TRIAL_NAME.spans(release.twin, start, end)} - _OTHER_CAPITALS
    sentence = release.sentence_at(happened[0])
    telling = release.twin[sentence.start : sentence.end] if sentence else b""
    return any(name in telling for name in names) if names else not named


_SUBJECT = pattern(
    r"[\"*\x95 ]*([A-Z][A-Za-z&\x7f-]+)(?:(?: [A-Z][A-Za-z&\x7f.-]*)*,?) (?:(?:our|its|the company's) [^,.;\n]{3,60}, )?", case=True
)
_ROLE = pattern(r"[\"* ]*(?:our|its|the company's) (?:[a-z-]+ ){0,3}(?:partners?|collaborators?|licensees?|licensors?),? ")
_A_PARTNER = b"the partner"
_PLANS = pattern(
    r"(?:(?:also|currently|now|further|our (?:\w+ )?partner,?) ){0,3}(?:expects?|plans?|intends?|anticipates?|aims?|will|is expected"
    r"|is planning|hopes|targets)\b"
    r"|(?:has|is)\b[^.;\n]{0,80}\b(?:expects?|plans to|intends|anticipates)\b"
)
_OTHER_CAPITALS = frozenset(
    (b"FDA", b"EMA", b"SEC", b"The", b"This", b"These", b"Management", b"Patients", b"Phase", b"Data", b"NIH", b"BARDA")
)


def partner_statement_adopted(release: Release) -> Iterator[Hit]:
    """Plans of a partner told as the issuer's own, without its word and without a risk that it may do otherwise.

    A partner is a company that the text calls one, or whose own trial it names, or `our partner`. Words such as `has
    announced` or `according to` in the paragraph attribute the plans; a risk about partners or third parties in the
    legend covers them.
    """
    if standing(release) != "reporting" or not release.sections_of("forward-looking"):
        return
    partners = _partners(release) | {_A_PARTNER}
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
    role = _ROLE.match(release.twin, fact.start, fact.end)
    start = role.end() if role else fact.start
    if role and _PLANS.match(release.twin, start, fact.end):
        return _A_PARTNER
    subject = _SUBJECT.match(release.twin, start, fact.end)
    if not subject or not _PLANS.match(release.twin, subject.end(), fact.end):
        return b""
    name: bytes = subject.group(1)
    return name


def _attributed(release: Release, fact: Fact) -> bool:
    block = release.block_at(fact.start)
    return bool(block and release.glimpse("told-by-partner", block.start, block.end))
