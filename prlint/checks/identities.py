"""Names, numbers and dates by which a thing is known, told in two ways: tickers, registry numbers, goal dates, phases, fiscal years."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from prlint.checks.rounding import Stretch, written
from prlint.language.patterns import Span, pattern
from prlint.records import Record
from prlint.release.model import Fact, Release, Sentence

_LISTED = pattern(
    r"\b(?P<exchange>nasdaq|NYSE|OTC ?(?:pink|QB|QX|ID|markets)?|TSX|TSXV|ASX|LSE|AIM|SIX"
    r"|HKEX)\b[ :]*\((?P<symbol>(?-i:[A-Z][A-Z0-9]{1,5}))\)"
)
_REGISTERED = pattern(
    r"\b(?P<name>(?-i:[A-Z][A-Z0-9]{2,}(?:-[A-Z0-9]+)?)(?: \d)?)(?: (?:phase [0-9/ab]+ )?(?:trial"
    r"|study))?,? ?[(\[;](?:clinicaltrials\.gov(?: identifier)?[: #]*)?"
    r"(?P<id>NCT\d{8})[)\]]"
)
_GOAL = pattern(
    r"\bPDUFA\b[^\n.;()]{0,60}?\b(?:date|goal|action)(?: date)?(?: (?:of|for [^\n.;()]{2,60} (?:is|of)|is|was|set for"
    r"|on))+ (?P<behind>)(?:[A-Z])"
)
_MOVED = pattern(
    r"\b(?:extend(?:s|ed|ing)?|extension|revised|new|previous(?:ly)?|original(?:ly)?|prior|former|updated?|instead|from|earlier"
    r"|missed|moved)\b"
)
_PRODUCT = pattern(
    r"\b(?-i:[A-Z]{2,5}-?\d{2,5}[A-Za-z]?|[A-Z]{4,})\b|[A-Za-z-]{5,}(?:mab|nib|tide|cel|gene|sen|stat|vir|parib|lisib|ciclib|sertib)\b"
)
_NUMERAL = r"(?:[1-4]|I{1,3}|IV)[ab]?"
_PHASE = rf"{_NUMERAL}(?:/{_NUMERAL})?"
_STAGED = pattern(
    rf"\b(?P<name>(?-i:[A-Z][A-Z0-9]{{3,}}(?:-[A-Z0-9]+)?(?:[ -]\d\b)?)),? (?:\(NCT\d+\),? )?(?:(?:is|was) )?(?:an? "
    rf"|the )?(?:(?:ongoing|pivotal|global|randomized|registrational) ){{0,3}}"
    rf"phase (?P<behind>{_PHASE}) (?:clinical )?(?:trial|study)\b"
    rf"|\bphase (?P<before>{_PHASE}) (?P<name2>(?-i:[A-Z][A-Z0-9]{{3,}}(?:-[A-Z0-9]+)?(?:[ -]\d\b)?)) (?:clinical )?(?:trial|study)\b"
)
_PORTION = pattern(r"\b(?:portions?|parts?|stages?|segments?|component|extension|OLE|planned|follow-on|previous|earlier)\b")
_CASH = pattern(
    r"\bcash,?(?: and)? cash equivalents(?:,?(?: and)? (?:restricted cash|(?:(?:short|long)-term |marketable "
    r"|available-for-sale )?(?:investments"
    r"|securities)))*"
)
_AMOUNT_BEHIND = pattern(r"[^\n.;$]{0,40}?\b(?:of|was|were|totall?ed|totall?ing) ?")
_DATE_BEHIND = pattern(r",? (?:as of|at|on) ?")
_DATE_BEFORE = pattern(r"\bas of \z|\bat \z")
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "mn": 1e6, "bn": 1e9, "m": 1e6, "b": 1e9, "k": 1e3}
_ROMAN = {"iii": "3", "ii": "2", "iv": "4", "i": "1"}
_NOT_NAMES = frozenset(("PHASE", "PIVOTAL", "POSITIVE", "GLOBAL", "CLINICAL", "THE", "TRIAL", "STUDY", "OPEN", "COPD", "NSCLC", "SCLC"))
_SHORTEST = 3  # letters that a misprinted symbol shares with the right one at least


class Named(Record):
    """Two tellings of one thing that differ, the earlier first."""

    label: str
    first: Span
    second: Span
    severity: str = ""


def identities(release: Release) -> Iterator[Named]:
    """What is told in two ways although there can be only one."""
    yield from _tickers(release)
    yield from _registered(release)
    yield from _goal_dates(release)
    yield from _phases(release)
    yield from _year_ends(release)
    yield from _cash(release)


_SYMBOLS, _PARAGRAPHS = 40, 2  # of one market, and where each stands: a text with more is a list


def _tickers(release: Release) -> Iterator[Named]:
    """Two symbols on one market that a slip of the pen tells apart, in two paragraphs."""
    seen: dict[str, dict[str, dict[int, Span]]] = {}  # by market and symbol: the paragraphs where it stands first
    told = [
        (exchange, symbol, (at, at + len(symbol)))
        for fact in release.facts_of("ticker")
        for exchange, symbol in fact.value["pairs"]
        if (at := release.text.find(symbol, fact.start, fact.end)) >= 0
    ]
    told += [(release.quote(g["exchange"]), release.quote(g["symbol"]), g["symbol"]) for g in _LISTED.each(release.twin)]
    for exchange, symbol, span in sorted(told, key=lambda one: one[2]):
        market = re.split(r"[\s:]", exchange.upper())[0].removesuffix("QB").removesuffix("QX").removesuffix("ID")
        block = release.block_at(span[0])
        known, place = seen.setdefault(market, {}), block.start if block else span[0]
        here = known.get(symbol, {})
        if place in here or len(here) == _PARAGRAPHS or (not here and len(known) == _SYMBOLS):
            continue
        for other, places in known.items():
            first = next((first for paragraph, first in places.items() if paragraph != place), None)
            if first and _slip(other, symbol):
                yield Named(f"the symbol on {market}", first, span)
                return
        known[symbol] = {**here, place: span}


def _slip(one: str, other: str) -> bool:
    """Whether two symbols of one length differ in one letter, or in two that changed places."""
    if one == other or len(one) != len(other) or len(one) <= _SHORTEST:
        return False
    apart = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 1 or (len(apart) == 2 and sorted(one) == sorted(other))


def _registered(release: Release) -> Iterator[Named]:
    """A trial with two registry numbers, each right behind its name."""
    seen: dict[str, tuple[str, Span]] = {}
    for groups in _REGISTERED.each(release.twin):
        name, number = release.quote(groups["name"]), release.quote(groups["id"]).upper()
        known = seen.setdefault(name, (number, groups["id"]))
        if known[0] != number and name not in _NOT_NAMES:
            yield Named(f"the registry number of {name}", known[1], groups["id"])
            return


def _goal_dates(release: Release) -> Iterator[Named]:
    """Two goal dates in sentences of which neither names a product that the other does not, nor tells of a change."""
    goals: list[tuple[tuple[int, int, int], Span, frozenset[str]]] = []
    starts = {
        fact.start: fact for fact in release.facts_of("date") if fact.value["valid"] and {"year", "month", "day"} <= fact.value.keys()
    }
    for groups in _GOAL.each(release.twin):
        fact, sentence = starts.get(groups["behind"][0]), release.sentence_at(groups[""][0])
        if not fact or not sentence or _MOVED.search(release.twin, sentence.start, sentence.end):
            continue
        products = frozenset(release.quote(span).lower() for span in _PRODUCT.spans(release.twin, sentence.start, sentence.end)) - {"pdufa"}
        goals.append(((fact.value["year"], fact.value["month"], fact.value["day"]), (fact.start, fact.end), products))
    for index, (day, span, products) in enumerate(goals):
        for other, first, earlier in goals[:index]:
            if other != day and (products <= earlier or earlier <= products):
                yield Named("the goal date", first, span)
                return


def _phases(release: Release) -> Iterator[Named]:
    """A named trial in two phases; a combined phase against one of its own is a matter of words."""
    seen: dict[str, tuple[str, Span]] = {}
    for groups in _STAGED.each(release.twin):
        name = release.quote(groups.get("name") or groups["name2"])
        span = groups.get("behind") or groups["before"]
        sentence = release.sentence_at(groups[""][0])
        if name in _NOT_NAMES or not sentence or _PORTION.search(release.twin, sentence.start, sentence.end):
            continue
        phase = _plain(release.quote(span))
        known, first = seen.setdefault(name, (phase, span))
        if known != phase and not _same_phase(known, phase):
            yield Named(f"the phase of {name}", first, span, "" if not set(known.split("/")) & set(phase.split("/")) else "info")
            return


def _plain(phase: str) -> str:
    """A phase in arabic numerals: `IIb/III` is `2b/3`."""
    parts = [part.strip().lower() for part in phase.split("/")]
    return "/".join(next((part.replace(roman, digit) for roman, digit in _ROMAN.items() if part.startswith(roman)), part) for part in parts)


def _same_phase(one: str, other: str) -> bool:
    """Whether two phases differ in the letter alone."""
    return re.sub("[ab]", "", one) == re.sub("[ab]", "", other)


def _year_ends(release: Release) -> Iterator[Named]:
    """Two days on which the issuer's fiscal year ends, in annual reports."""
    first: tuple[tuple[int, int], Span] | None = None
    for fact in release.facts_of("filing"):
        end = fact.value.get("period_end")
        if (
            fact.value.get("family") != "annual"
            or not end
            or len({name for f in release.facts_of("ticker") for _, name in f.value["pairs"]}) > 1
        ):
            continue
        day = (end[1], end[2])
        if first and day != first[0] and b"transition" not in release.twin[fact.start : fact.end].lower():
            yield Named("the end of the fiscal year", first[1], (fact.start, fact.end))
            return
        first = first or (day, (fact.start, fact.end))


def _cash(release: Release) -> Iterator[Named]:
    """Two sums of cash in the same words for the same day."""
    matches = list(_CASH.spans(release.twin))
    if len(matches) < 2:
        return
    money = {fact.start: fact for fact in release.facts_of("money")}
    dates = [fact for fact in release.facts_of("date") if fact.value["valid"] and {"year", "month", "day"} <= fact.value.keys()]
    seen: dict[tuple[str, object], tuple[Stretch, Span]] = {}
    for span in matches:
        sentence, joint = release.sentence_at(span[0]), _AMOUNT_BEHIND.match(release.twin, span[1])
        amount = money.get(joint.end()) if joint else None
        if not amount or not sentence or release.kind_at(span[0]) in ("financial-table", "forward-looking"):
            continue
        day, number = _day_of(release, dates, sentence, amount), written(amount.value["amount"])
        if not day or not number:
            continue
        stretch = number.rounded_or_cut.times(_SCALE.get(amount.value.get("unit", "").lower(), 1.0))
        known, first = seen.setdefault((re.sub(r"[\s,]+", " ", release.quote(span).lower()), day), (stretch, (amount.start, amount.end)))
        if not known.meets(stretch):
            yield Named("cash on the same day", first, (amount.start, amount.end))
            return


def _day_of(release: Release, dates: list[Fact], sentence: Sentence, amount: Fact) -> tuple[int, int, int] | None:
    """The day that a sum is of: right behind it, else at the head of its sentence if there is no other."""
    behind = _DATE_BEHIND.match(release.twin, amount.end, sentence.end)
    first = bisect_left(dates, sentence.start, key=lambda fact: fact.start)
    here = dates[first : bisect_left(dates, sentence.end, first, key=lambda fact: fact.start)]
    for fact in here:
        if behind and fact.start == behind.end():
            return fact.value["year"], fact.value["month"], fact.value["day"]
    if len(here) == 1 and _DATE_BEFORE.search(release.twin[sentence.start : here[0].start]) and here[0].start < amount.start:
        return here[0].value["year"], here[0].value["month"], here[0].value["day"]
    return None
