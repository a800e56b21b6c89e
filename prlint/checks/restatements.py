"""The same quantity told twice with different values: STA012.

A quantity is told in the headline, the lead and the rest of a release. Two places are held against each other where each
gives it once, for the same trial, population and time, and where neither value stands anywhere in the other place: a
value that does is more likely bound to the wrong words than misprinted.
"""

from collections.abc import Iterator, Sequence

from prlint.checks.identities import Named, identities
from prlint.checks.rounding import Stretch, written
from prlint.checks.scopes import scope_of
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.records import Record
from prlint.release.facts.numerals import APPROXIMATELY, NUMBER, PERCENT, in_digits
from prlint.release.facts.shares import LEVEL_FOLLOWS
from prlint.release.model import Fact, Release

_OPENING = ("headline", "subheadline")
_BODY = ("body", "financial-table", "about-trial")
_N = r"\d{1,3}(?:,\d{3})+|\d{2,5}"
_PEOPLE = r"(?:patients|participants|subjects|adults|children|infants|women|men|volunteers)"
_SIZE = pattern(
    rf"\b(?P<many>{_N})-(?:patient|participant|subject|person)\b"
    rf"|\b(?P<enrolled>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE} (?:were |was )?enrolled\b"
    rf"|\benrolled (?:a total of )?(?P<enrolled2>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b"
    rf"|\b(?P<randomised>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE} (?:with (?:[a-z-]+ ){{1,4}}?)?(?:were |was )?(?:[\d:]+ )?randomi[sz]ed\b"
    rf"|\brandomi[sz]ed (?:a total of )?(?P<randomised2>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b"
    rf"|\b(?:trial|study) (?:of|in|included|evaluated|with) (?P<many2>{_N}) (?:[a-z-]+ ){{0,2}}{_PEOPLE}\b"
)
_ENDPOINTS = (
    ("overall survival", r"overall survival|\bOS\b|risk of death\b"),
    ("progression-free survival", r"progression-free survival|\bPFS\b|(?:risk of (?:disease )?)?progression or death"),
    ("event-free survival", r"event-free survival|\bEFS\b"),
    ("disease-free survival", r"disease-free survival|\bDFS\b|recurrence or death"),
    ("the primary endpoint", r"primary (?:efficacy )?end ?point"),
    ("progression", r"risk of (?:disease )?progression\b"),
    ("hospitalizations", r"\bhospitali[sz]ations\b"),
    *((noun, rf"\b{noun}\b") for noun in ("flares", "relapses", "exacerbations", "seizures", "attacks")),
)
_ENDPOINT = pattern("|".join(f"(?P<e{index}>{source})" for index, (_, source) in enumerate(_ENDPOINTS)))
_RATE_NAME = (
    r"(?P<{0}orr>objective response rate|overall response rate|\bORR\b)|(?P<{0}cr>complete (?:response|remission) rate)"
    r"|(?P<{0}dcr>disease control rate|\bDCR\b)|(?P<{0}rate>clinical benefit rate)"
)
_RATE = pattern(
    rf"(?:{_RATE_NAME.format('a_')})(?: ?\([A-Z]{{2,5}}\))? (?:of|was) (?P<percent>{NUMBER}){PERCENT}"
    rf"|(?:^|\b(?:the|an?|its|with) )(?P<a_rr>response rate) (?:of|was) (?P<percent3>{NUMBER}){PERCENT}"
    rf"|\b(?P<percent2>{NUMBER}){PERCENT} (?:confirmed )?(?:{_RATE_NAME.format('b_')}|(?P<b_rr>response rate\b))"
)
_RATES = {
    "rr": "the response rate",
    "orr": "the objective response rate",
    "cr": "the rate of complete responses",
    "dcr": "the disease control rate",
    "rate": "the clinical benefit rate",
}
_MEDIAN = pattern(
    r"\bmedian (?:(?P<os>overall survival|OS)|(?P<pfs>progression-free survival|PFS)|(?P<dor>duration of response"
    r"|DO?R))(?: ?\([A-Za-z]{2,5}\))?"
    rf" (?:of|was) (?P<months>{NUMBER}) months"
)
_MEDIANS = {"os": "median overall survival", "pfs": "median progression-free survival", "dor": "the median duration of response"}
_VAGUE = pattern(
    rf"(?:{APPROXIMATELY}|\b(?:planned|expected|additional|another|further|first|next|target(?:ed)?|will|would|to) (?:[a-z]+ ){{0,3}})$"
)
_UNSETTLED = pattern(
    r"\b(?:will|would|expect(?:s|ed)?|plan(?:s|ned)?|anticipat(?:es|ed)|aims? to|designed to|target(?:s|ing|ed)?|to date|so far"
    r"|thus far|as of"
    r"|updated?|previous(?:ly)?|earlier|prior|initial(?:ly)?|historical(?:ly)?|literature|published"
    r"|assum(?:es|ed|ing|ption)|powered|up to|other)\b"
)
_TRIAL = pattern(r"\b(?P<name>(?-i:[A-Z][A-Z0-9]{3,})(?:[ -]?\d)?),? (?:phase [0-9/ab]+ )?(?:pivotal )?(?:trials?|stud(?:y|ies)|\(NCT)")
_FIGURE = pattern(rf"{NUMBER}")
_NUMBER_OF = "the number of patients"
_P_VALUE = "the p value"  # whose `<` is part of what it tells
_KEYS = {"ratio": "estimate", "reduction": "percent", "p": "number"}
_Told = tuple[str, Span, Stretch]


class _Telling(Record):
    """One telling of a quantity: its label, where its figure stands, what it may be, where in the release, and of what.

    `about` are the populations, times, doses and arms that its sentence names.
    """

    label: str
    span: Span
    stretch: Stretch
    place: str
    about: frozenset[str]
    trials: frozenset[str]


def restated_value_differs(release: Release) -> Iterator[Hit]:
    """STA012: a number, date, ticker or registry number that is told with two values."""
    for named in identities(release):
        yield _named(release, named)
    told = (*_sizes(release), *_results(release))
    if len(told) < 2:
        return
    trials = frozenset(release.text[slice(*groups["name"])] for groups in _TRIAL.each(release.twin))
    several = len(trials) > 1 or len({fact.value["id"] for fact in release.facts_of("trial-id")}) > 1
    for first, second in _pairs([telling for one in told if (telling := _placed(release, one, trials))]):
        if several and not first.trials & second.trials:
            continue
        if first.about == second.about and not first.stretch.meets(second.stretch) and not _told_there(release, first, second):
            values = {"label": first.label, "a": release.quote(first.span), "b": release.quote(second.span)}
            yield Hit(*second.span, values, related=((first.span, "told here"),))


def _named(release: Release, named: Named) -> Hit:
    values = {"label": named.label, "a": release.quote(named.first), "b": release.quote(named.second)}
    return Hit(*named.second, values, severity=named.severity, related=((named.first, "told here"),))


def _placed(release: Release, told: _Told, trials: frozenset[str]) -> _Telling | None:
    """A telling with its place and what it is of; None where the words leave open whether it is settled."""
    label, span, stretch = told
    kind, sentence = release.kind_at(span[0]), release.sentence_at(span[0])
    place = "headline" if kind in _OPENING else "lead" if kind == "lead" else "body" if kind in _BODY else ""
    if not place or not sentence or _UNSETTLED.search(release.twin, sentence.start, sentence.end):
        return None
    if not label.startswith(_P_VALUE) and _VAGUE.search(release.twin[max(sentence.start, span[0] - 40) : span[0]]):
        return None
    words = release.text[sentence.start : sentence.end]
    about = scope_of(release, sentence, span, of_people=label.startswith(_NUMBER_OF))
    return _Telling(label, span, stretch, place, about, frozenset(name for name in trials if name in words))


def _pairs(tellings: Sequence[_Telling]) -> Iterator[tuple[_Telling, _Telling]]:
    """Tellings of one quantity in two places, each of which tells it with one value."""
    by_label: dict[str, dict[str, list[_Telling]]] = {}
    for telling in sorted(tellings, key=lambda telling: telling.span):
        by_label.setdefault(telling.label, {}).setdefault(telling.place, []).append(telling)
    for places in by_label.values():
        single = [told[0] for told in places.values() if all(other.stretch == told[0].stretch for other in told)]
        for index, first in enumerate(single):
            for second in single[index + 1 :]:
                yield first, second


def _told_there(release: Release, first: _Telling, second: _Telling) -> bool:
    """Whether either value stands, in any role, in the place of the other."""
    return any(_figures(release, one.place) & {release.quote(other.span)} for one, other in ((first, second), (second, first)))


def _figures(release: Release, place: str) -> set[str]:
    kinds = {"headline": _OPENING, "lead": ("lead",), "body": _BODY}[place]
    return {
        release.text[a:b] for section in release.sections_of(*kinds) for a, b in _FIGURE.spans(release.twin, section.start, section.end)
    }


def _sizes(release: Release) -> Iterator[_Told]:
    """How many patients were enrolled or randomised; a trial told by its size is held against either."""
    found = [(name.rstrip("2"), span) for groups in _SIZE.each(release.twin) for name, span in groups.items() if name]
    names = {name for name, _ in found}
    for name, span in found:
        number = float(in_digits(release.quote(span)))
        labels = ("enrolled", "randomised") if name == "many" and len(names) > 1 else (name,)
        for label in labels:
            if label in names:
                yield f"{_NUMBER_OF}{' ' if label != 'many' else ''}{label.replace('many', '')}", span, Stretch(number, number)


def _results(release: Release) -> Iterator[_Told]:
    """Ratios, reductions and p values of an endpoint, response rates, medians."""
    for fact in release.facts_of("statistic"):
        form = fact.value["form"]
        if form in _KEYS and not (form == "reduction" and "noun" not in fact.value):
            yield from _of_an_endpoint(release, fact, fact.value[_KEYS[form]])
    for groups in _RATE.each(release.twin):
        span = groups.get("percent") or groups.get("percent2") or groups["percent3"]
        if not LEVEL_FOLLOWS.match(release.twin, groups[""][1]):
            name = next(name for name in groups if name[:2] in ("a_", "b_"))
            yield from _told(release, _RATES[name[2:]], span)
    for groups in _MEDIAN.each(release.twin):
        yield from _told(release, _MEDIANS[next(name for name in _MEDIANS if name in groups)], groups["months"])


def _told(release: Release, label: str, span: Span) -> Iterator[_Told]:
    number = written(release.quote(span))
    if number:
        yield label, span, number.rounded_or_cut


def _of_an_endpoint(release: Release, fact: Fact, figure: str) -> Iterator[_Told]:
    """A ratio, reduction or p value under the only endpoint that its sentence names; of a p value the only one."""
    sentence, form = release.sentence_at(fact.start), fact.value["form"]
    if not sentence:
        return
    names = {name for groups in _ENDPOINT.each(release.twin, sentence.start, sentence.end) for name in groups if name}
    rivals = [other for other in release.facts_from("statistic", sentence.start, sentence.end) if other.value["form"] == form]
    at, number = release.text.find(figure, fact.start, fact.end), written(figure)
    shares = [other for other in release.facts_from("statistic", sentence.start, sentence.end) if other.value["form"] == "percentage"]
    if form == "reduction" and any(share.end <= fact.start or share.start >= fact.end for share in shares):
        return  # a share of patients beside it: what they had may be the threshold of a response
    if len(names) != 1 or at < 0 or not number or (form == "p" and (len(rivals) > 1 or "e4" not in names)):
        return
    kind = fact.value["measure"] if form == "ratio" else {"reduction": "reduction", "p": "p value"}[form]
    stretch = number.rounded_or_cut
    if form == "p" and fact.value["relation"] != "=":
        stretch = Stretch(0, number.value) if fact.value["relation"] in "<≤" else Stretch(number.value, 1)
    yield f"the {kind} of {_ENDPOINTS[int(names.pop()[1:])][0]}", (at, at + len(figure)), stretch
