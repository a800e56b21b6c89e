"""What kind of release this is: kind, issuer, product, outcome, and traits.

The headline and subheads say most; the first sentences of the lead are asked where they say nothing. Everything can be
overridden by the configuration. Traits:

- `medical`: about medicines, trials or devices at all;
- `results` (results of a study in people are told), `full-data` (with their statistics, or in a journal or at a meeting);
- `missed-endpoint`, `trial-start`, `preclinical`, `clinical-hold`, `discontinuation`, `filing` (an application is filed or accepted);
- `conference-notice` (nothing but a presentation to come), `corporate` (no product news);
- `ipo`, `offering`, `tender-offer`, `merger`; `device`, `approved-product`, `investigational-product`;
- `safe-harbor` (it has a forward-looking section), `reform-act` (it names the Reform Act), `us-listed`, `sec-filer`, `foreign-listed`,
  `domestic-forms` (10-K, 10-Q), `foreign-forms` (20-F, 40-F, 6-K);
- and every value of `kinds`.
"""

import re

from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.issuer import issuer, listing
from prlint.release.misses import misses
from prlint.release.model import Fact, Profile, Release

# In the order of what says most.
KINDS = ("complete-response", "approval", "financing", "earnings", "personnel", "topline", "conference", "designation", "partnership")
_TERMS = {"topline": "kind-results"}
_LEAD_REACH = 700
_FIRST_WORDS = 350
_SUFFIX = compiled(
    r",? (?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|Corp|Corporation|Co|Company|plc|PLC|LP|L\.P|GmbH|AG|SE|SA|S\.A|N\.V|NV|B\.V|BV|A/S"
    r"|AB|ASA|Oyj|SpA|S\.p\.A|Pty|KK|K\.K|"
    r"Holdings?|Group)\.?(?=$|[ ,])"
)
_NAMED = pattern(
    r"(?P<name>[A-Z0-9\x7f][A-Za-z0-9.&'\x7f®\x99/-]*(?: (?:[A-Z0-9\x7f&][A-Za-z0-9.&'\x7f®\x99/-]*|and|of|de|for|the))*?"
    r"(?:,? (?:Inc|Incorporated|Ltd|Limited|LLC|Corp|Corporation|Co|plc|PLC|AG|SE|SA|S\.A|N\.V|NV|A/S|AB|LP)\b\.?)*)"
    r" ?(?:\(|[\[{]|, |\"|-|today|announce|report|has |have |is |present|enter|and |will |said|unveil|share|provid|complet|appoint)",
    case=True,
)
_BEFORE_NAME = pattern(r"(?:On [A-Z][a-z]+ \d{1,2}, \d{4},|The Board of Directors of) ?", case=True)
_OPENING_BLOCKS = 20
_RETOLD_DATELINE = pattern(
    r"[A-Z][A-Za-z.' ]{2,30}(?:, [A-Z][A-Za-z. ]{1,20}){0,2},? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
    r" ?(?:\([^()\n]{3,30}\) ?|/[^/\n]{3,30}/ ?)?-",
    case=True,
)
_WORD = compiled(r"[^\W\d_]{2,}")
_WORDS_OF_A_PLACE = 4  # beside a date that stands for itself
_TELLING = 4  # letters of a word that tells a company from others
_ABOUT = compiled(r"(?i)^[\W_]*about (?:the )?")
_NO_NAME = frozenset(("us", "company", "our company", "issuer", "group", "our group", "corporation"))  # `About Us` names nobody


def profile(release: Release) -> Profile:
    """The profile of a release that has its facts. The configuration wins."""
    told = release.settings.release
    head = _head(release)
    kinds = _kinds(release, head)
    medical = _is_medical(release)
    if not medical:
        kinds = tuple(kind for kind in kinds if kind not in ("topline", "approval", "complete-response", "designation"))
    kind = told.kind or _main_kind(release, kinds)
    traits = set(kinds) | ({"medical"} if medical else set()) | _events(release, head, kind) | listing(release)
    if kind == "topline" or "topline" in kinds:
        traits |= _results(release)
    product = told.product or (_product(release, kind, head) if medical else "none")
    if product != "none":
        traits.add("device" if product == "device" else f"{product}-product")
    outcome = told.outcome or _outcome(release, kind, head)
    return Profile(
        kind=kind,
        kinds=frozenset((*kinds, kind)),
        issuer=release.settings.company.issuer or issuer(traits),
        product=product,
        outcome=outcome,
        traits=frozenset(traits),
        date=told.date or _date(release),
        company=_short(release.settings.company.name) or _company(release),
    )


def _head(release: Release) -> Span:
    """From the first headline to the end of the last subheadline; empty where there is none."""
    sections = release.sections_of("headline", "subheadline")
    return (sections[0].start, sections[-1].end) if sections else (0, 0)


def _headline(release: Release) -> Span:
    for section in release.sections_of("headline"):
        return section.start, section.end
    return 0, 0


def _lead(release: Release) -> Span:
    for section in release.sections_of("lead", "body"):
        return section.start, min(section.end, section.start + _LEAD_REACH)
    return 0, min(len(release.twin), _LEAD_REACH)


def _in(release: Release, term: str, span: Span) -> bool:
    """Whether a term occurs in a stretch of the text."""
    return bool(release.glimpse(term, *span))


def _kinds(release: Release, head: Span) -> tuple[str, ...]:
    """Every kind that the headline and subheads tell of; else those of the lead."""
    lead = _lead(release)
    if head[1]:
        lead = (lead[0], min(lead[1], lead[0] + _FIRST_WORDS))
    headline = _headline(release)
    if _in(release, "trial-start", headline) and not any(_in(release, _TERMS.get(kind, f"kind-{kind}"), headline) for kind in KINDS):
        return ()
    in_people = any(_in(release, "human-study", span) for span in (head, _lead(release)))
    for span in (head, lead):
        found = tuple(kind for kind in KINDS if _in(release, _TERMS.get(kind, f"kind-{kind}"), span))
        if found:
            return tuple(kind for kind in found if kind != "topline" or in_people)
    return ()


def _main_kind(release: Release, kinds: tuple[str, ...]) -> str:
    """The kind that says most; the headline itself counts before its subheads."""
    span = _headline(release) if _headline(release)[1] else _lead(release)
    kinds = tuple(kind for kind in kinds if _in(release, _TERMS.get(kind, f"kind-{kind}"), span)) or kinds
    if "topline" in kinds and "conference" in kinds and _in(release, "conference-only", span):
        return "conference"
    return kinds[0] if kinds else "other"


def _is_medical(release: Release) -> bool:
    """Whether words of medicine are common: seven in all, and one in some 350 words (the tables of an earnings release have none)."""
    hits = len(release.find("medical"))
    return hits >= 7 and hits * 2200 >= len(release.twin)


def _events(release: Release, head: Span, kind: str) -> set[str]:
    """What happens, by the headline and the lead."""
    spans = (head, _lead(release))
    traits = {
        name
        for name in (
            "trial-start",
            "preclinical",
            "clinical-hold",
            "discontinuation",
            "ipo",
            "tender-offer",
            "merger-event",
            "application-filed",
        )
        if any(_in(release, name, span) for span in spans)
    }
    if "merger-event" in traits:
        traits.add("merger")
    if "application-filed" in traits:
        traits.add("filing")
    if kind == "financing":
        traits.add("offering")
    if kind == "conference" and any(_in(release, "conference-only", span) for span in spans):
        traits.add("conference-notice")
    if kind in ("financing", "personnel", "other", "earnings") and "trial-start" not in traits:
        traits.add("corporate")
    return traits


def _results(release: Release) -> set[str]:
    """Results are told; with statistics, in a journal or at a meeting they are full data."""
    traits = {"results"}
    if any(fact.value["form"] in ("interval", "p") for fact in release.facts_of("statistic")) or _in(
        release, "kind-conference", _lead(release)
    ):
        traits.add("full-data")
    if next(misses(release), None):
        traits.add("missed-endpoint")
    return traits


def _product(release: Release, kind: str, head: Span) -> str:
    """The status of what the release is about, by the headline, the lead and the paragraphs about products and the company."""
    spans = [head, *((s.start, s.end) for s in release.sections_of("lead", "about-product", "about-company", "body"))]
    device = sum(len(release.within("device-word", *span)) for span in spans)
    drug = sum(len(release.within("drug-word", *span)) for span in spans)
    if (device > 2 and device > drug) or (kind == "approval" and _in(release, "cleared-device-cue", head)):
        return "device"
    if kind == "approval" or release.sections_of("safety-information"):
        return "approved"
    approved = sum(len(release.within("approved-cue", *span)) for span in spans)
    unapproved = sum(len(release.within("unapproved-cue", *span)) for span in spans)
    if _is_sold(release) or approved > unapproved:
        return "approved"
    return "investigational" if unapproved or drug > 3 else "none"


def _is_sold(release: Release) -> bool:
    """Whether the first product that is named is a brand with its sign, and a sentence says that it is approved."""
    products = [fact for fact in release.facts_of("product") if release.kind_at(fact.start) in ("headline", "subheadline", "lead", "body")]
    if not products or not products[0].value.get("sign"):
        return False
    brand = products[0].value["brand"].encode("latin-1", "replace")
    sentences = (release.sentence_at(start) for start, _ in release.find("approved-cue"))
    return any(sentence and brand in release.twin[sentence.start : sentence.end] for sentence in sentences)


def _outcome(release: Release, kind: str, head: Span) -> str:
    if kind == "complete-response":
        return "negative"
    if kind == "approval":
        return "positive"
    if kind not in ("topline", "conference", "other"):
        return "none"
    close = (head, _lead(release))
    positive = any(_in(release, "positive-result", span) for span in close)
    missed = [span for span in misses(release) if kind == "topline"]
    if missed:
        early = any(span[1] <= _lead(release)[1] for span in missed)
        return "mixed" if _in(release, "positive-result", head) and not early else "negative"
    if kind == "topline":
        return "positive"
    return "positive" if positive and kind == "conference" else "none"


def _date(release: Release) -> tuple[int, int, int] | None:
    """The dateline's date; without one, the first whole date before the body, or that of a release which the body tells again.

    A day that no calendar has is no date, and a date among other words of a headline is of what it announces.
    """
    datelines = [fact for fact in release.facts_of("dateline") if "date" in fact.value]
    for fact in release.facts_of("date"):
        told = fact.value
        if datelines and not datelines[0].start <= fact.start < datelines[0].end:
            continue
        if release.kind_at(fact.start) not in ("headline", "subheadline", "dateline", "boilerplate"):
            break
        if told["valid"] and "day" in told and "year" in told and not _is_announced(release, fact):
            return told["year"], told["month"], told["day"]
    return None if datelines else _retold_date(release)


def _is_announced(release: Release, fact: Fact) -> bool:
    """Whether a date stands among the words of a headline, and not on a line for itself and the place."""
    block = release.block_at(fact.start)
    if block is None or release.kind_at(fact.start) not in ("headline", "subheadline"):
        return False
    return len(_WORD.findall(release.text[block.start : fact.start] + release.text[fact.end : block.end])) > _WORDS_OF_A_PLACE


def _retold_date(release: Release) -> tuple[int, int, int] | None:
    """The date of the dateline that opens a paragraph of the body: the release is of the day of the one that it tells again."""
    dates = {fact.start: fact.value for fact in release.facts_of("date") if fact.value["valid"] and {"day", "year"} <= fact.value.keys()}
    for block in release.blocks[:_OPENING_BLOCKS]:
        found = _RETOLD_DATELINE.at(release.twin, block.start, block.end) if release.kind_at(block.start) == "body" else {}
        told = dates.get(found["date"][0]) if found else None
        if told:
            return told["year"], told["month"], told["day"]
    return None


def _short(name: str) -> str:
    """A legal name without its form: `Ferrant Therapeutics, Inc.` is `Ferrant Therapeutics`."""
    return _SUFFIX.sub("", name).strip(" ,")


def _company(release: Release) -> str:
    """The issuer as the lead names it, checked against the headings of the paragraphs about companies."""
    headings = [" ".join(release.quote(s.heading).split()) for s in release.sections_of("about-company") if s.heading]
    names = [name for heading in headings if (name := _short(_ABOUT.sub("", heading).strip(" :*_#"))).lower() not in _NO_NAME]
    head = release.quote(_head(release)).lower()
    for section in release.sections_of("lead", "body")[:1]:
        opening = release.text[section.start : section.start + 250].lower()
        named = [name for name in names if name and name.lower() in opening]
        if named:
            return min(named, key=lambda name: opening.index(name.lower()))
        name = _named(release, section.start, section.end)
        words = [word.removesuffix("’s") for word in name.lower().split(" ")]
        if name and (words[0] in head or any(words[0] in heading.lower() for heading in names)):
            return name
        if name and not names and any(len(word) >= _TELLING and word in head.split() for word in words):
            return name
    return next((name for name in names if name and name.lower().split(" ")[0] in head), names[0] if names else "")


def _named(release: Release, start: int, end: int) -> str:
    """The company that opens a paragraph, without its legal form; empty where a brand in the genitive opens it (`Acme's Zelvora`)."""
    before = _BEFORE_NAME.at(release.twin, start, min(end, start + 160))
    start = before[""][1] if before else start
    found = _NAMED.at(release.twin, start, min(end, start + 160))
    name = _short(" ".join(re.sub("[®™]", "", release.quote(found["name"])).split())) if found else ""
    return "" if "’s " in name or "'s " in name else name
