"""How the issuer is named: in full first, one way throughout, and by no short form before it is introduced."""

import re
from collections.abc import Iterator

from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Pattern, Span, pattern
from prlint.release.model import Release

_NEWS = ("lead", "body", "subheading")
_FORM = pattern(
    r"(?:,? (?:Inc\b\.?|Incorporated\b|Ltd\b\.?|Limited\b"
    r"|LLC\b|Corp\b\.?|Corporation\b|plc\b|PLC\b|AG\b|SE\b|S\.?A\b\.?|N\.?V\b\.?|A/S\b|AB\b))",
    case=True,
)
# `Ferrant Holdings, Inc.` is the legal name of what the release calls Ferrant.
_MIDDLE = pattern(r" (?:Holdings?|Group)", case=True)
# The parent, or a subsidiary that bears its name.
_RELATED = pattern(
    r"\b(?:subsidiar(?:y|ies)|affiliates?|holding company (?:for|of)|parent(?: company)?(?: of)?)[, (\"]{1,3}(?:named |called )?\"?$"
)
_DEFINED_TERM = pattern(r"\b[Tt]he Company\b", case=True)
_DEFINITION = pattern(r"\"(?:the )?Company,?\"|\((?:collectively |together )?(?:the )?\"?Company\"?\)|\bCompany\b[^.\n]{0,20}\"\)")
# A definition, and the name that it follows: `Ferrant Therapeutics, Inc. (Nasdaq: FRNT) (“Ferrant” or the “Company”)`.
_INTRODUCES = pattern(
    r"[(\[](?:collectively,? |together[^()\n]{0,40}|hereinafter )?(?:the )?"
    r"(?P<terms>[^()\n]{0,40}\"(?:the )?Company,?\"|\"?(?:the )?Company\"?)[)\]]",
    case=True,
)
_NAMED_COMPANY = pattern(
    r"(?P<name>\b[A-Z][A-Za-z0-9&.'-]*(?: (?:of |and |& |de )?[A-Z][A-Za-z0-9&.'-]*){0,5})[®\x99]?"
    r"(?:,? (?:Inc|Ltd|LLC|Corp|plc|PLC|AG|SE|AB|Co)\b\.?)?(?: \([A-Za-z /&]{2,30}: ?[^()\n]{1,40}\))?,? $",
    case=True,
)
_REACH = 160  # code points before a definition in which the name stands
_LEFT_OUT = ("contact", "boilerplate", "end-mark", "financial-table", "trademark-notice", "references", "headline")
_SPELT_OTHERWISE = tuple(kind for kind in _LEFT_OUT if kind != "headline")
_DEFINED_IN = ("subheadline", "dateline", "lead", "body", "subheading", "forward-looking", "conference-call")
_INITIALS = 3
_FORM_REACH, _RELATED_REACH = 16, 60
# Two forms of different families are two companies: the parent, and a subsidiary in another country.
_FAMILY = {"inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "ltd": "ltd", "limited": "ltd"}


def issuer_name_defined_terms(release: Release) -> Iterator[Hit]:
    """The issuer under two names or spellings, or under a short one that nothing introduces.

    `the Company` may not come before any name, nor stand for two companies; a legal name that stands somewhere stands where
    the news first names the issuer; its form and its spelling stay the same; and initials are used only once introduced.
    """
    company = release.profile.company
    words = company.split()
    if not words or len(company) < _INITIALS:
        return
    mentions = list(_name(words).spans(release.twin))
    yield from _too_early(release, mentions)
    yield from _legal_forms(release, mentions)
    yield from _spellings(release, mentions)
    yield from _initials(release, words)
    yield from _two_entities(release)


def _name(words: list[str]) -> Pattern:
    """The issuer's name, with or without a sign after a word of it."""
    return Pattern(r"\b" + "[®™]? ".join(re.escape(word).replace("\\ ", " ").replace("\\-", "-") for word in words))


def _too_early(release: Release, mentions: list[Span]) -> Iterator[Hit]:
    """`the Company` in the news before any name."""
    first = next((span for span in _DEFINED_TERM.spans(release.twin) if release.kind_at(span[0]) in _NEWS), None)
    if not first or release.settings.release.fragment or any(start < first[0] for start, _ in mentions):
        return
    defined = _DEFINITION.search(release.twin)
    if not defined or defined.start() > first[0]:
        yield Hit(*first, {"text": release.quote(first)}, variant="early")


def _legal_forms(release: Release, mentions: list[Span]) -> Iterator[Hit]:
    """Two ways to write the legal form (`Ferrant, Inc.`, `Ferrant Inc.`), or none where the news first names the issuer."""
    written = _written_in_full(release, mentions)
    if not written:
        return
    own = [span for span, _ in written if not _RELATED.search(release.twin[max(0, span[0] - _RELATED_REACH) : span[0]])]
    yield from _named_in_full_later(release, mentions, own)
    firsts: dict[bytes, Span] = {}
    for span, between in written:
        first = firsts.setdefault(between, span)
        one, other = _form(release, first), _form(release, span)
        if one != other and _FAMILY.get(one.split(",")[-1]) == _FAMILY.get(other.split(",")[-1]):
            edits = (_rewritten(release, span, first),)
            yield Hit(*span, {"other": release.quote(first)}, variant="form", related=((first, "written so here"),), edits=edits)
            return


def _written_in_full(release: Release, mentions: list[Span]) -> list[tuple[Span, bytes]]:
    """The issuer with its legal form, and what stands between the two (` Holdings`)."""
    written: list[tuple[Span, bytes]] = []
    for start, end in mentions:
        middle = _MIDDLE.match(release.twin, end, min(end + _FORM_REACH, len(release.twin)))
        after = middle.end() if middle else end
        form = _FORM.match(release.twin, after, min(after + _FORM_REACH, len(release.twin)))
        if form and release.kind_at(start) not in _LEFT_OUT:
            written.append(((start, form.end()), release.twin[end:after]))
    return written


def _named_in_full_later(release: Release, mentions: list[Span], written: list[Span]) -> Iterator[Hit]:
    """The issuer without its legal form where the lead names it, though a later paragraph has it; a heading does not count."""
    first = next((span for span in mentions if release.kind_at(span[0]) in ("dateline", "lead")), None)
    if not first or any(start <= first[0] for start, _ in written) or release.settings.release.fragment:
        return
    headings = [section.heading for section in release.sections_of("about-company") if section.heading]
    later = next((span for span in written if not any(start <= span[0] < end for start, end in headings)), None)
    if later:
        edits = (_rewritten(release, first, later),)
        yield Hit(*first, variant="late", related=((later, "the legal name"),), edits=edits)


def _rewritten(release: Release, span: Span, model: Span) -> Edit:
    """A name put as it stands elsewhere. A stop behind it may end a sentence as well, and stays."""
    written, right = release.quote(span), release.quote(model)
    if written.endswith(".") or release.text[span[1] : span[1] + 1] == ".":
        right = right.rstrip(".")
    return Edit(span[0], span[0] + len(written.rstrip(".")), right, safe=False)


def _form(release: Release, span: Span) -> str:
    """The legal form in small letters, after a comma if it has one; a stop at its end tells nothing, for a sentence may end there."""
    tail = release.text[max(span[0], span[1] - 16) : span[1]].rstrip(".").lower()
    word = tail.split()[-1]
    return ("," if tail.removesuffix(word).rstrip().endswith(",") else "") + word


def _spellings(release: Release, mentions: list[Span]) -> Iterator[Hit]:
    """The name in other capitals than before; a name all in capitals is a matter of style."""
    known: dict[str, Span] = {}
    for span in mentions:
        text = " ".join(re.sub("[®™]", "", release.quote(span)).split())
        if (
            not text.isupper()
            and not text.islower()
            and release.kind_at(span[0]) not in _SPELT_OTHERWISE
            and not _in_address(release, span)
        ):
            known.setdefault(text, span)
    if len(known) > 1:
        right = next((span for span in known.values() if _is_formal(release, span)), next(iter(known.values())))
        wrong = next(span for span in known.values() if span != right)
        if not any(word.isupper() and len(word) > _INITIALS for span in (right, wrong) for word in release.quote(span).split()):
            edits = (_rewritten(release, wrong, right),)
            yield Hit(*wrong, {"other": release.quote(right)}, variant="spelling", related=((right, "spelt so here"),), edits=edits)


def _is_formal(release: Release, span: Span) -> bool:
    """Whether a name stands with its legal form, and not in a headline, which may be set in capitals of its own."""
    return release.kind_at(span[0]) != "headline" and _FORM.match(release.twin, span[1], min(span[1] + 16, len(release.twin))) is not None


def _in_address(release: Release, span: Span) -> bool:
    """Whether a name is part of a web or mail address."""
    return release.twin[max(0, span[0] - 1) : span[0]] in (b".", b"@", b"/", b"_") or release.twin[span[1] : span[1] + 2][:1] in (
        b"@",
        b"/",
        b"_",
    )


def _initials(release: Release, words: list[str]) -> Iterator[Hit]:
    """The initials of the name, used in the news and introduced nowhere."""
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) < _INITIALS or initials in words:
        return
    # RLS-0071 is a product.
    spans = [span for span in Pattern(rf"\b{initials}\b", case=True).spans(release.twin) if release.twin[span[1] : span[1] + 1] != b"-"]
    if any(release.twin[max(0, a - 1) : a] in (b"(", b'"', b":") or release.twin[max(0, a - 2) : a] in (b": ", b'("') for a, _ in spans):
        return
    used = next((span for span in spans if release.kind_at(span[0]) in _NEWS), None)
    if used:
        yield Hit(*used, {"text": release.quote(used)}, variant="initials")


def _two_entities(release: Release) -> Iterator[Hit]:
    """`the Company` introduced for one company and again for another; a section about a company speaks for itself."""
    known: dict[str, Span] = {}
    for found in _INTRODUCES.each(release.twin):
        name = _introduced(release, found[""][0])
        words = release.quote(name).lower().split() if name else []
        if not name or release.kind_at(name[0]) not in _DEFINED_IN or not words[0].isalpha():
            continue
        if known and not any(words[0] in first.split() or first.split()[0] in words for first in known):
            first = next(iter(known.values()))
            values = {"first": release.quote(first), "second": release.quote(name)}
            yield Hit(*found["terms"], values, variant="two", related=((first, "introduced so first"),))
            return
        known.setdefault(" ".join(words), name)


def _introduced(release: Release, at: int) -> Span | None:
    """The name of the company that a definition follows, if it follows one."""
    start = max(release.twin.rfind(b"\n", 0, at) + 1, at - _REACH)
    named = _NAMED_COMPANY.first(release.twin[start:at]).get("name")
    return (start + named[0], start + named[1]) if named else None
