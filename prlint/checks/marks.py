"""Checks of trademarks: their symbols, and the notice that says whose they are."""

import re
from collections.abc import Iterator

from prlint.checks.mark_owners import mark_as_noun_plural_possessive_verb, registered_symbol_unregistered, third_party_mark_misattributed
from prlint.checks.mark_uses import Mark, Use, is_name, key_of, marks_of, notices, parsed_attributions
from prlint.engine.model import Edit, Hit
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.records import Any
from prlint.release.model import Fact, Release, reached

__all__ = ["mark_as_noun_plural_possessive_verb", "registered_symbol_unregistered", "third_party_mark_misattributed"]

_BODY = frozenset(
    ("lead", "body", "about-trial", "about-product", "about-disease", "about-company", "safety-information", "non-gaap", "financial-table")
)
_TITLES = frozenset(("headline", "subheadline"))
_OUTSIDE = frozenset(("references", "contact", "forward-looking", "boilerplate", "dateline", "end-mark"))

# An established name where a brand, or the word for it, stands before the parenthesis: whatever its stem is, it is no mark.
_SIGNED_IN_BRACKETS = pattern(
    r"(?P<told>[A-Z][A-Za-z-]{2,} ?[®\x99] \(|\b(?:[Gg]eneric|[Ee]stablished|[Nn]onproprietary) name:? |\bINN:? )?"
    r"\b(?P<name>[a-z]{5,}(?:-[a-z]{4})?) ?(?P<symbol>®|\(R\))",
    case=True,
)
_LIST_WORD = pattern(r"\b(?:and|or|as well as)\b|[&;/]|\+")
_VERB = pattern(
    r"\b(is|are)\b,? (?:also |each |both |all )?(an? |the )?"
    r"((?:(?:registered|unregistered|U\.?S\.?|pending|exclusive) ){0,3}(?:trade[ -]?marks?|service[ -]?marks?))\b"
)
_OWNED = pattern(r"\b(?:of|by|to|from)\b[^A-Za-z0-9]*[A-Za-z0-9]")
# Sentences that tell an owner in other words than a notice: `Zelvora® is owned by …`, `trademarks of their respective owners`.
_TELLS_OWNER = pattern(
    r"\b(?:is|are) (?:an? |the )?(?:(?:registered |proprietary )*(?:marks?|brands?) (?:of|owned)|(?:owned|held) by|propert(?:y|ies) of)\b"
)
_RESPECTIVE = pattern(r"\b(?:of|to|by) (?:their|its|the) respective (?:owners?|holders?|compan(?:y|ies)|proprietors?)\b")
_SINGULAR_PHRASE = pattern(r"\b(?:logos?|designs?|marks?|family|and|or|its|their|associated|names?)\b|[,;&/]")
_PHRASE_GOES_ON = pattern(r"\)(?: [A-Za-z-]+){1,3} ?(?:[®\x99]|\((?:R|TM)\))", case=True)
_SEVERAL = 2
_BEFORE = 90
_NEAR = 70


def symbol_missing_at_first_use(release: Release) -> Iterator[Hit]:
    """A mark whose first use in the body is bare, though another use, the notice or the configuration gives it a symbol.

    Letters that a wire copy glues to a name (`ZELVORATM`) or sets apart (`Zelvora SM`) are symbols. The fix puts the
    symbol that the text itself has elsewhere, and is safe then.
    """
    quoted = [(fact.start, fact.end) for fact in release.facts_of("quotation")]
    for mark in marks_of(release):
        first = next((use for use in mark.uses if _in_body(release, use)), None)
        signed = list(mark.signed())
        if first and reached(quoted, first.start, first.end) and signed and signed[0].start < first.start:
            continue
        if mark.corporate or first is None or first.symbol or not _is_same_name(release, mark, first):
            continue
        if (not signed and not mark.claimed) or _is_in_longer_mark(release, first):
            continue
        symbol = signed[0].symbol if signed else "®" if mark.claimed == "registered" else "™"
        elsewhere = any(release.kind_at(use.start) in _TITLES or release.kind_at(use.start) == "subheading" for use in signed)
        written = release.text[signed[0].end : signed[0].symbol_end].strip() if signed else ""
        put = written if written.startswith("(") else symbol
        edits = () if mark.claimed == "mixed" and not signed else (Edit(first.end, first.end, put, safe=bool(signed)),)
        related = tuple(((use.start, use.symbol_end), "has its symbol here") for use in signed[:1])
        severity = "info" if elsewhere or not signed else ""
        yield Hit(first.start, first.end, {"mark": mark.name, "symbol": symbol}, severity=severity, related=related, edits=edits)


def _in_body(release: Release, use: Use) -> bool:
    return not use.in_notice and release.kind_at(use.start) in _BODY


def _is_in_longer_mark(release: Release, use: Use) -> bool:
    """Whether a name in brackets is a part of a phrase that ends with its symbol: `go-the-mile (GTM) antibodies®`."""
    return _PHRASE_GOES_ON.match(release.twin, use.end) is not None and release.twin[use.start - 1 : use.start] == b"("


def _is_same_name(release: Release, mark: Mark, use: Use) -> bool:
    """Whether a bare use is the mark and not a common word: a mark in capitals may be a word that opens a sentence."""
    written = release.text[use.start : use.end]
    if written == mark.name or written == mark.name.upper():
        return True
    return written[:1].isupper() and mark.name[:1].isupper() and not mark.name.isupper() and written[1:] != written[1:].upper()


def _is_abroad(release: Release, span: Span) -> bool:
    """Whether the words around a mark speak of another country, where it may have another standing."""
    sentence = release.sentence_at(span[0])
    if sentence is None:
        return False
    return release.has("other-jurisdiction", max(sentence.start, span[0] - _NEAR), min(sentence.end, span[1] + _NEAR))


def mark_without_attribution(release: Release) -> Iterator[Hit]:
    """A mark with its symbol that no notice gives an owner.

    One finding a mark, at its first use in the body. Two marks with a common stem are two marks.
    """
    if any(fact.value["blanket"] for fact in release.facts_of("attribution")) or release.search(_RESPECTIVE, 0, len(release.twin)):
        return
    marks = marks_of(release)
    told = {mark.key for mark in marks if any(use.in_notice or _tells_owner(release, use) for use in mark.uses)}
    told |= {key_of(name) for fact in parsed_attributions(release) for name in fact.value["marks"]}
    own = {key_of(mark.name) for mark in release.settings.company.marks if mark.owner in ("", release.settings.company.name)}
    for mark in marks:
        if any(mark.key == key or mark.key.startswith(key) or key.startswith(mark.key) for key in told if len(key) >= 3):
            continue
        signed = [use for use in mark.signed() if release.kind_at(use.start) not in _OUTSIDE]
        if not signed or mark.corporate:
            continue
        use = next((use for use in signed if _in_body(release, use)), signed[0])
        owner = None if mark.key in own or all(_is_abroad(release, (s.start, s.end)) for s in signed) else _other_owner(release, signed)
        values = {"mark": mark.name, "symbol": use.symbol, "owner": owner}
        edits = _notice(release, mark)
        severity = "info" if owner is None else ""
        yield Hit(use.start, use.symbol_end, values, severity=severity, variant="others" if owner else "", edits=edits)


def _tells_owner(release: Release, use: Use) -> bool:
    """Whether the words right behind a mark tell whose it is, though not as a notice does."""
    return _TELLS_OWNER.match(release.twin, min(use.symbol_end + 1, len(release.twin))) is not None


def _notice(release: Release, mark: Mark) -> tuple[Edit, ...]:
    """A notice behind what is said of the company, for a mark whose owner and status the configuration tells."""
    told = next((told for told in release.settings.company.marks if key_of(told.name) == mark.key and told.owner and told.status), None)
    about = release.sections_of("about-company")
    if not told or not about:
        return ()
    registered = told.status == "registered"
    sentence = f"{mark.name}{'®' if registered else '™'} is a {'registered ' if registered else ''}trademark of {told.owner.rstrip('.')}."
    end = about[-1].start + len(release.text[about[-1].start : about[-1].end].rstrip())
    return (Edit(end, end, f"\n\n{sentence}", safe=False),)


def _other_owner(release: Release, uses: list[Use]) -> str | None:
    """Who else than the issuer owns a mark, as far as the words before its uses tell: a name, "" for somebody, None for nobody."""
    told = release.text[: max((s.end for s in release.sections_of("headline", "subheadline", "lead")), default=0)] + release.profile.company
    named = {key_of(word) for word in told.split()}
    for use in uses:
        before = release.twin[max(0, use.start - _BEFORE) : use.start]
        line = before[before.rfind(b"\n") + 1 :]
        owners = release.vocabulary.spans("mark-owner", line)
        if owners:
            name = line[owners[-1][0] :].partition(b"'")[0].decode("latin-1")
            return None if key_of(name.split()[0]) in {*named, "company", "our", "the"} else name
        if release.vocabulary.spans("others-mark", line):
            return ""
    return None


def attribution_unused_mark(release: Release) -> Iterator[Hit]:
    """A mark that the notice names and the text does not use.

    A use in a headline, a table, a link or as a part of a longer name counts, in any letters and with or without its
    symbol.
    """
    used = {mark.key for mark in marks_of(release) if any(not use.in_notice for use in mark.uses)}
    rest = ""
    for fact in parsed_attributions(release):
        for name, (start, end) in zip(fact.value["marks"], fact.value["spans"], strict=True):
            key = key_of(name)
            if not is_name(name) or len(key) < 2 or key in used:
                continue
            rest = rest or _outside_notices(release)
            if name.casefold().replace("-", "") in rest:
                used.add(key)
            else:
                yield Hit(start, end, {"mark": name}, edits=_dropped(release, fact, (start, end)))


_SIGN = r"(?:[  ]?(?:[®™℠]|\((?:R|TM|SM)\)))?"
_PAIR = compiled(rf"({_SIGN})\s(?:and|or|&)\s")
_SIGNED = compiled(_SIGN)


def _dropped(release: Release, fact: Fact, span: Span) -> tuple[Edit, ...]:
    """A mark taken out of a list of two. Longer lists have commas that only a reader can set."""
    spans = [tuple(told) for told in fact.value["spans"]]
    pair = _PAIR.fullmatch(release.text, spans[0][1], spans[1][0]) if len(spans) == 2 else None
    if not pair:
        return ()
    if span == spans[0]:
        return (Edit(spans[0][0], spans[1][0], "", safe=False),)
    sign = _SIGNED.match(release.text, spans[1][1])
    return (Edit(pair.end(1), sign.end() if sign else spans[1][1], "", safe=False),)


def _outside_notices(release: Release) -> str:
    """The text without its trademark notices, so that a name can be looked for in any case, also as a part of a word."""
    cuts = [0, *(edge for span in notices(release) for edge in span), len(release.text)]
    kept = (release.text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    return "\n".join(kept).casefold().replace("-", "") or "\n"


def symbol_inconsistent(release: Release) -> Iterator[Hit]:
    """One mark with ® in one place and ™ or ℠ in another, or with a symbol that the notice contradicts.

    A mark is the longest name that ends in a symbol, so `Alpha Insight™` and `Insight®` are two. That a registered mark
    is called a trademark is no contradiction.
    """
    for mark in marks_of(release):
        signed = [use for use in mark.signed() if release.kind_at(use.start) != "references"]
        here = [use for use in signed if not _is_abroad(release, (use.start, use.end))]
        registered = [use for use in here if use.symbol == "®"]
        claimed = [use for use in here if use.symbol != "®"]
        if registered and claimed and not _are_two_names(release, registered, claimed):
            fewer, more = (registered, claimed) if len(registered) < len(claimed) else (claimed, registered)
            values = {"mark": mark.name, "symbol": fewer[0].symbol, "other": more[0].symbol}
            other = ((more[0].start, more[0].symbol_end), f"carries {more[0].symbol} here")
            yield Hit(fewer[0].start, fewer[0].symbol_end, values, related=(other,))
        elif claimed and not registered and mark.claimed == "registered":
            notice = next((use for use in mark.uses if use.in_notice), None)
            related = (((notice.start, notice.symbol_end), "called a registered trademark here"),) if notice else ()
            values = {"mark": mark.name, "symbol": claimed[0].symbol}
            yield Hit(claimed[0].start, claimed[0].symbol_end, values, variant="status", related=related)


def _are_two_names(release: Release, some: list[Use], others: list[Use]) -> bool:
    """Whether a longer name always stands around one symbol: `Alpha Insight™` and `Insight®` are two marks."""
    return {_word_before(release, use) for use in some}.isdisjoint({_word_before(release, use) for use in others})


def _word_before(release: Release, use: Use) -> str:
    """The capitalised word directly before a use, if it can be a part of the name."""
    before = release.text[max(0, use.start - 30) : use.start]
    match = re.search(r"(?<![.!?:;,] )(?<![\w-])([A-Z][\w-]+) $", before)
    return match[1] if match and len(match[1]) > 3 else ""


def attribution_grammar(release: Release) -> Iterator[Hit]:
    """A notice that does not read as a sentence about marks and their owner.

    Reported are a notice without an owner, a verb or a noun that does not agree with the number of marks, a list without
    `and`, a symbol on some marks of a list only, and `trademarked`. Agreement is a safe fix.
    """
    for start, end in release.find("trademarked"):
        yield Hit(start, end, {"why": "a mark is a trademark, it is not trademarked"})
    for fact in release.facts_of("attribution"):
        if fact.value["blanket"] or release.kind_at(fact.start) == "forward-looking":
            continue
        verb = _VERB.search(release.twin, fact.start, fact.end)
        if not verb:
            continue
        if not _OWNED.search(release.twin, verb.end(), fact.end):
            yield Hit(fact.start, fact.end, {"why": "it names no owner"})
            continue
        listed = zip(fact.value["marks"], fact.value["spans"], fact.value["symbols"], strict=True)
        names = [(name, span, symbol) for name, span, symbol in listed if span[1] <= verb.start()]
        if names:
            yield from _grammar_of(release, fact, names, verb)


def _grammar_of(release: Release, fact: Fact, names: list[tuple[str, list[int], str]], verb: Any) -> Iterator[Hit]:
    """Agreement, conjunction and symbols of a notice that names its marks."""
    start, end = verb.start(), verb.end()
    listed = len(names) >= _SEVERAL
    one, article, words = verb.group(1) == b"is", verb.group(2), release.text[slice(*verb.span(3))]
    plural = words.endswith("s")
    if listed and (one or not plural):
        fixed = f"are {words.rstrip('s')}s"
        yield Hit(start, end, {"why": f"{len(names)} marks take `{fixed}`"}, edits=(Edit(start, end, fixed, safe=True),))
    elif not listed and not _SINGULAR_PHRASE.search(release.twin, fact.start, start) and (not one or plural or not article):
        fixed = f"is a {words.rstrip('s')}"
        yield Hit(start, end, {"why": f"one mark takes `{fixed}`"}, edits=(Edit(start, end, fixed, safe=True),))
    if listed and not _LIST_WORD.search(release.twin, names[0][1][1], start):
        yield Hit(names[0][1][0], names[-1][1][1], {"why": "the list of marks has no `and`"})
    bare = [name for name in names if not name[2] and is_name(name[0]) and name[0][:1].isupper()]
    if bare and any(symbol for _, _, symbol in names):
        yield Hit(bare[0][1][0], bare[0][1][1], {"why": f"`{bare[0][0]}` has no symbol, the other marks have"})


def registered_symbol_on_generic_name(release: Release) -> Iterator[Hit]:
    """® behind a name that nobody can own: an established name in small letters, a development code, a gene."""
    if b"\xae" not in release.twin and b"(R)" not in release.twin:
        return
    for term, variant in (("registered-generic-name", ""), ("registered-code", "code")):
        for start, end in release.find(term):
            name = release.text[start:end]
            bare = re.sub(r"\s*(?:®|\(R\))$", "", name)
            is_model = variant == "code" and (release.profile.product == "device" or _is_abroad(release, (start, end)))
            if is_model or _is_known_mark(release, bare):
                continue
            edit = Edit(start + len(bare), end, "", safe=False)
            yield Hit(start, end, {"name": bare.rstrip(")")}, variant=variant, edits=(edit,))
    established = {str(fact.value["generic"]).lower() for fact in release.facts_of("product") if "generic" in fact.value}
    for found in _SIGNED_IN_BRACKETS.each(release.twin):
        start, end = found["name"]
        signed = (start, found["symbol"][1])
        known = "told" in found or release.quote(found["name"]) in established
        if known and not any(start <= at < end for at, _ in release.find("registered-generic-name")):
            yield Hit(*signed, {"name": release.quote(found["name"])}, edits=(Edit(*found["symbol"], "", safe=False),))


def _is_known_mark(release: Release, name: str) -> bool:
    """Whether the configuration or a notice says that the name is registered."""
    key = key_of(name)
    if any(key_of(mark.name) == key and mark.status in ("", "registered") for mark in release.settings.company.marks):
        return True
    registered = (fact.value["marks"] for fact in parsed_attributions(release) if fact.value["status"] != "trademark")
    return any(key_of(other) == key for names in registered for other in names)


def established_name_missing(release: Release) -> Iterator[Hit]:
    """A brand whose first use in the body leaves its established name out, though the text or the configuration tells it.

    The name stands in parentheses directly behind the brand, or before it. A name in the headline does not serve for the
    body; another company's brand in a pipeline or in boilerplate is left alone.
    """
    generics: dict[str, str] = {}
    for fact in release.facts_of("product"):
        if "generic" in fact.value and "brand" in fact.value:
            generics.setdefault(key_of(fact.value["brand"]), fact.value["generic"])
    for product in release.settings.company.products:
        if product.brand and product.generic:
            generics.setdefault(key_of(product.brand), product.generic)
    if not generics:
        return
    for mark in marks_of(release):
        first = next((use for use in mark.uses if not use.in_notice and release.kind_at(use.start) in ("lead", "body")), None)
        if first is None or mark.key not in generics or _has_beside(release, first, generics[mark.key]):
            continue
        edit = Edit(first.symbol_end, first.symbol_end, f" ({generics[mark.key]})", safe=False)
        yield Hit(first.start, first.symbol_end, {"generic": generics[mark.key]}, edits=(edit,))


def _has_beside(release: Release, use: Use, generic: str) -> bool:
    """Whether the sentence of a use has the established name, or the text has told it before in the body."""
    sentence = release.sentence_at(use.start)
    wanted = generic.split(maxsplit=1)[0].casefold()
    end = max(sentence.end if sentence else use.end, use.end)
    body = min((section.start for section in release.sections_of("lead", "body")), default=0)
    return wanted in release.text[body:end].casefold()
