"""A word for up or down against the numbers that it stands beside: STA011."""

from collections.abc import Iterator

from prlint.checks.rounding import Written, written
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.facts.numerals import NUMBER, PERCENT
from prlint.release.model import Fact, Release

_UP = r"increased|rose|grew|risen|raised"
_DOWN = r"decreased|declined|fell|reduced|dropped|lowered"
_SPREAD = rf"(?: ?± ?{NUMBER})?"
_UNIT = rf"{PERCENT}| million| billion| (?:minute|hour|day|week|month|year)s?\b"
_VALUE = rf"[$\x80£]?(?:\b|-){NUMBER}"
_FROM_TO = pattern(
    rf"\b(?:(?P<up>{_UP}|increase)|(?P<down>{_DOWN}|decrease|reduction))(?: (?:in (?:[^\n.;()\d]|[a-z]\d){{1,40}} )?\(?"
    rf"|(?: by)? {NUMBER}{PERCENT},? )from (?:an? [a-z ]{{1,20}} of )?"
    rf"(?P<then>{_VALUE})(?P<unit>{_UNIT})?{_SPREAD}(?: at baseline| [a-z/]{{1,8}})? to (?P<now>{_VALUE})(?P<unit2>{_UNIT})?"
)
_TO_COMPARED = pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) to (?P<now>{_VALUE})(?P<unit>{_UNIT})?(?: (?:in"
    r"|for) [^\n.;,()%$]{3,40}?)?,? (?:compared (?:to|with)|versus|vs\.?|from) "
    rf"(?P<then>{_VALUE})(?P<unit2>{_UNIT})?"
)
_UP_FROM = pattern(
    rf"\b(?P<now>{NUMBER})(?P<unit>{_UNIT})(?: (?:in|for) [^\n.;,()%$]{{3,40}}?)?,? (?:(?P<up>up)"
    rf"|(?P<down>down)) from (?P<then>{NUMBER})(?P<unit2>{_UNIT})"
)
_SHARE = pattern(
    r"\b(?:(?P<up>higher|greater)|(?P<down>lower|smaller)) (?:proportion|percentage|rate|incidence"
    rf"|frequency)\b[^\n.;%]{{0,140}}\((?P<now>{NUMBER}){PERCENT}\)[^\n.;%]{{0,80}}"
    rf"\b(?:compared (?:to|with)|versus|vs\.?|than)\b[^\n.;%]{{0,60}}\((?P<then>{NUMBER}){PERCENT}\)"
)
_BRACKETED = pattern(
    rf"{NUMBER}{PERCENT} (?:relative )?(?:(?P<up>increase)|(?P<down>reduction|decrease)) in [^\n.;()%]{{0,140}}\b(?:compared (?:to"
    r"|with)|versus|vs\.?) [^\n.;()%]{0,40}"
    rf"\((?P<now>{NUMBER}){PERCENT} (?:vs\.?|versus) (?P<then>{NUMBER}){PERCENT}\)"
)
_THAN = pattern(
    r"\b(?:(?P<up>more|higher|greater)|(?P<down>fewer|less|lower))\b[^\n.;()%]{0,80}? than (?:with|on|in|for|among"
    r"|those)\b[^\n.;()%]{0,50}?"
    rf" \((?P<now>{NUMBER}){PERCENT} (?:versus|vs\.?|compared (?:to|with)) (?P<then>{NUMBER}){PERCENT}[;,)]"
)
_SHARE_WAS = pattern(
    r"\b(?:proportion|percentage|rate|incidence|frequency)s?\b[^\n.;%()]{0,60}? (?:was|were) (?:[a-z]+"
    r" ){0,2}?(?:(?P<up>higher|greater)|(?P<down>lower"
    r"|smaller)) (?:with|on|in|for|among) [^\n.;%()]{1,50}"
    rf"\((?P<now>{NUMBER}){PERCENT}\)[^\n.;%()]{{0,12}} than [^\n.;%()]{{1,50}}\((?P<then>{NUMBER}){PERCENT}\)"
)
_SHARE_WITH = pattern(
    r"\b(?:incidence|rate|frequency|proportion|percentage)s?\b[^\n.;%()]{0,60}? (?:was|were) (?:[a-z]+"
    r" ){0,2}?(?:(?P<up>higher|greater)|(?P<down>lower|smaller))"
    rf" (?:with|on|in|for|among) [^\n.;%()]{{1,40}}\((?P<now>{NUMBER}){PERCENT} (?:versus|vs\.?|compared (?:to|with))"
    rf" (?P<then>{NUMBER}){PERCENT}[;,)]"
)
# `a lower than expected response rate of 9%, versus an expected rate of 12 to 15%`
_EXPECTED = pattern(
    rf"\b(?:(?P<up>higher|greater)|(?P<down>lower|smaller)) than (?:expected|anticipated|projected) (?:[a-z-]+ ){{0,3}}?rate of "
    rf"(?P<now>{NUMBER}){PERCENT}[^\n.;%]{{0,70}}?\b(?:compared (?:to|with)|versus|vs\.?) (?:an? |the )?(?:expected|anticipated|projected) "
    rf"(?:[a-z-]+ ){{0,3}}?(?:rate )?(?:of )?(?P<then>{NUMBER})(?: ?(?:-|to) ?(?P<most>{NUMBER}))?{PERCENT}"
)
_DENIED = pattern(r"\b(?:not|no|nor|neither|never)\b[^,;]{0,30}\z")
_CONTROLLED = pattern(r"\b(?:placebo|controls?|comparator|sham|vehicle|chemotherapy|standard)\b")
_RISK_WAS = pattern(
    r"\b(?:risk|hazard|mortality|death rate|relapse rate|rate of (?:death|relapse|progression))\b[^\n.;()%\d]{0,50}? (?:was"
    r"|were) (?:[a-z]+ ){0,2}?"
    r"(?:(?P<down>lower|reduced|decreased)|(?P<up>higher|increased|elevated))\b(?P<gap>[^\n.%]{0,60}?)[(;,] ?(?:with an? )?$"
)
_RISK = pattern(
    r"\b(?:(?P<down>reduc(?:ed|es|ing)|decreased|lower(?:ed)?)|(?P<up>increased|higher|elevated)) (?:the |relative "
    r"|overall )?(?:risk|hazard)\b(?P<gap>[^\n.%]{0,60}?)[(;,] ?(?:with an? )?$"
)
_REVERSED = pattern(r"\b(?:placebo|control|comparator|chemotherapy|standard[^\n.;]{0,12}) (?:versus|vs\.?|over|compared)\b|\breference\b")
_FORMS = (_FROM_TO, _TO_COMPARED, _UP_FROM, _SHARE, _BRACKETED, _THAN, _SHARE_WAS, _SHARE_WITH)


def direction_contradiction(release: Release) -> Iterator[Hit]:
    """STA011: a rise that is a fall, or a lower risk with a ratio above one."""
    for form in _FORMS:
        for groups in form.each(release.twin):
            now, then = (_number(release, groups[name]) for name in ("now", "then"))
            if not now or not then or now.value < 0 or then.value < 0 or _units(release, groups):
                continue
            told_up = "up" in groups
            if form in (_THAN, _SHARE_WAS, _SHARE_WITH) and _turned(release, groups):
                continue
            if now.value != then.value and told_up != (now.value > then.value):
                said = release.text[slice(*(groups.get("up") or groups["down"]))]
                yield Hit(*groups[""], {"said": said, "way": "a rise" if now.value > then.value else "a fall"})
    for groups in _EXPECTED.each(release.twin):
        yield from _against_expected(release, groups)
    yield from _ratios(release)


def _against_expected(release: Release, groups: dict[str, Span]) -> Iterator[Hit]:
    """A rate called higher or lower than what was expected, and lies on the other side of it."""
    now, then, most = (_number(release, groups[name]) if name in groups else None for name in ("now", "then", "most"))
    if not now or not then:
        return
    wrong = now.value < then.value if "up" in groups else now.value > (most or then).value
    if wrong:
        said = release.text[slice(*(groups.get("up") or groups["down"]))]
        yield Hit(*groups[""], {"said": said, "way": "a fall" if "up" in groups else "a rise"})


def _turned(release: Release, groups: dict[str, Span]) -> bool:
    """Whether a comparison is denied, or speaks of the control first, so that its word and its values need not go together."""
    word = groups.get("up") or groups["down"]
    first = release.twin[word[1] : groups["now"][0]].partition(b" than ")[0]
    before = release.twin[max(0, word[0] - 40) : word[0]].rpartition(b". ")[2]
    return _DENIED.search(before) is not None or _CONTROLLED.search(first) is not None


def _number(release: Release, span: Span) -> Written | None:
    return written(release.text[slice(*span)].lstrip("$€£ "))


def _units(release: Release, groups: dict[str, Span]) -> bool:
    """Whether the two values are told in different units."""
    names = [release.text[slice(*groups[name])].strip().casefold().removesuffix("s") for name in ("unit", "unit2") if name in groups]
    return len(set(names)) > 1


def _ratios(release: Release) -> Iterator[Hit]:
    for fact in release.facts_of("statistic"):
        if fact.value["form"] == "ratio" and fact.value["measure"] in ("HR", "RR", "IRR"):
            yield from _risk(release, fact)


def _risk(release: Release, fact: Fact) -> Iterator[Hit]:
    sentence, number = release.sentence_at(fact.start), written(fact.value["estimate"])
    if not sentence or not number or not number.value:
        return
    begin = max(sentence.start, fact.start - 110)
    words = release.twin[begin : fact.start]
    match = _RISK.first(words)
    if not match and (match := _RISK_WAS.first(words)):
        told = words[slice(*match[""])]
        if _CONTROLLED.search(told) or b" not " in told:
            return
    if not match or _REVERSED.search(release.twin, sentence.start, sentence.end):
        return
    wrong = number.rounded.low > 1 if "down" in match else number.rounded.high < 1
    if wrong:
        said = words[slice(*match[""])].decode("latin-1").strip(" (;,")
        yield Hit(begin + match[""][0], fact.end, {"said": said, "way": "a rise" if number.value > 1 else "a fall"}, variant="ratio")
