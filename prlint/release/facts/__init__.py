"""Facts: typed spans of a release, one module a family.

Each family is a function from a release that has no facts yet to its facts. `read_facts` puts them in order.
"""

from functools import lru_cache

from prlint.language.bundle import language
from prlint.language.kept import compiled
from prlint.language.lexer import Grammar
from prlint.records import Any
from prlint.release.facts.abbreviations import read_abbreviations
from prlint.release.facts.business import read_business
from prlint.release.facts.candidates import read_candidates
from prlint.release.facts.datelines import read_dateline
from prlint.release.facts.dates import read_dates
from prlint.release.facts.filings import read_filings
from prlint.release.facts.listings import read_tickers, read_trial_ids
from prlint.release.facts.marks import read_attributions, read_marks
from prlint.release.facts.products import read_products
from prlint.release.facts.quotations import read_quotations
from prlint.release.facts.statistics import read_statistics
from prlint.release.model import Fact, Release

_WRAP = compiled(r"[ \t\xa0]*\n[ \t\xa0]*")


@lru_cache(maxsize=1)
def citations() -> Grammar:
    """The grammars of facts, ready to read."""
    return Grammar(language().tables["citations"])


def read_facts(release: Release) -> tuple[Fact, ...]:
    """Every fact of a release whose facts are still empty, by offset."""
    grammar = citations()
    dates = list(read_dates(release))
    by_offset = {fact.start: fact for fact in dates}
    found = [
        *dates,
        *read_dateline(release, grammar, by_offset),
        *read_tickers(release, grammar),
        *read_trial_ids(release),
        *read_filings(release, grammar, by_offset),
        *read_marks(release),
        *read_attributions(release, grammar),
        *read_quotations(release),
        *read_products(release),
        *read_candidates(release),
        *read_abbreviations(release),
        *read_statistics(release),
        *read_business(release),
    ]
    return tuple(sorted(map(_unwrapped, found), key=lambda fact: (fact.start, fact.end)))


def _unwrapped(fact: Fact) -> Fact:
    """A fact whose words stand in one line, however the text was wrapped."""
    value = {key: _one_line(told) for key, told in fact.value.items()}
    return fact if value == fact.value else Fact(fact.kind, fact.start, fact.end, value)


def _one_line(told: Any) -> Any:
    if isinstance(told, list):
        return [_one_line(one) for one in told]
    return _WRAP.sub(" ", told) if isinstance(told, str) and "\n" in told else told
