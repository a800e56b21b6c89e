"""What each number was bound to, for a person who asks why: `prlint facts` shows it."""

from collections.abc import Iterator

from prlint.checks.estimates import restated_ratios
from prlint.checks.significance import claims, governing
from prlint.checks.statistics import statistics_of
from prlint.release.model import Release

_GOVERNED = ("p", "interval")
_Bound = tuple[int, str, str, str]


def bound(release: Release) -> Release:
    """The release with facts that also tell the claim that a p value or interval is read with, and the ratio of a percentage."""
    told: dict[tuple[int, str], dict[str, str]] = {}
    for start, form, key, words in (*_claims(release), *_ratios(release)):
        told.setdefault((start, form), {})[key] = words
    facts = [
        fact._replace(value={**fact.value, **told.get((fact.start, fact.value["form"]), {})}) if fact.kind == "statistic" else fact
        for fact in release.facts
    ]
    return release.knowing(facts=tuple(facts)) if told else release


def _claims(release: Release) -> Iterator[_Bound]:
    every = claims(release)
    for form in _GOVERNED if every else ():
        rivals = statistics_of(release, form)
        for fact in rivals:
            claim = governing(release, every, fact, rivals)
            if claim:
                yield fact.start, form, "claim", release.text[claim.start : claim.end]


def _ratios(release: Release) -> Iterator[_Bound]:
    for ratio, reduction in restated_ratios(release):
        yield reduction.start, "reduction", "restates", release.text[ratio.start : ratio.end]
