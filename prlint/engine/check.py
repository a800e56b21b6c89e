"""Runs the selected rules on a release and makes findings of what they yield."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from prlint.engine.errors import CheckError
from prlint.engine.evaluate import hits, near
from prlint.engine.fixes import admissible
from prlint.engine.messages import fill
from prlint.engine.model import CheckFunction, Finding, Hit, Related, Rule
from prlint.engine.ruleset import RuleSet
from prlint.release.model import Profile, Release


def check(release: Release, ruleset: RuleSet) -> list[Finding]:
    """The findings of a release in the order of the text."""
    found: list[tuple[Rule, Finding]] = []
    for rule in ruleset.selected:
        if applies(rule, release.profile):
            found.extend((rule, finding) for finding in findings_of(rule, release, ruleset.severity.get(rule.code, "")))
    return sorted(_without_conflicts(found), key=lambda finding: (finding.start, finding.end, finding.code))


def applies(rule: Rule, profile: Profile) -> bool:
    """Whether a rule is meant for releases of this profile."""
    return all(all(_fits(profile, key, values) for key, values in table.items()) for table in rule.applies) and not any(
        _fits(profile, key, values) for key, values in rule.exempts.items()
    )


def _fits(profile: Profile, key: str, values: frozenset[str]) -> bool:
    if key == "trait":
        return not profile.traits.isdisjoint(values)
    if key == "kind":
        return profile.kind in values or not profile.kinds.isdisjoint(values)
    return getattr(profile, key) in values


def findings_of(rule: Rule, release: Release, severity: str = "") -> list[Finding]:
    """What one rule finds, whatever the profile. `severity` overrides every other. Raises CheckError."""
    yielded = list(hits(rule.tree, release)) if rule.tree else _called(rule, release)
    found = [_finding(rule, hit, release, severity) for hit in _reported(rule, yielded, release)]
    return list({(finding.start, finding.end, finding.message): finding for finding in found}.values())


def _called(rule: Rule, release: Release) -> list[Hit]:
    try:
        return list(_function(rule.module, rule.name)(release))
    except Exception as error:  # a rule of another package may fail in any way, and must not take the run with it
        raise CheckError(rule.code, f"{type(error).__name__}: {error}") from error


@cache
def _function(module: str, name: str) -> CheckFunction:
    function: CheckFunction = getattr(import_module(module), name.replace("-", "_"))
    return function


def _reported(rule: Rule, every: list[Hit], release: Release) -> Iterator[Hit]:
    """What of several hits is reported: each, the first with the others as related places, or each wording once."""
    if rule.report == "first" and every:
        first = min(every, key=lambda hit: hit.start)
        others = tuple(((hit.start, hit.end), "also here") for hit in every if hit is not first)
        yield Hit(first.start, first.end, first.values, first.variant, first.severity, first.related + others[:3], first.edits)
    elif rule.report == "distinct":
        seen: set[str] = set()
        for hit in every:
            wording = " ".join(release.text[hit.start : hit.end].casefold().split())
            if wording not in seen:
                seen.add(wording)
                yield hit
    else:
        yield from every


def _finding(rule: Rule, hit: Hit, release: Release, severity: str) -> Finding:
    softened = "info" if rule.info_tree and near(rule.info_tree[0], rule.info_tree[1], (hit.start, hit.end), release) else ""
    quote = release.text[hit.start : hit.end]
    template = rule.messages[hit.variant] if hit.variant else rule.message
    locate = release.document.locate
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity or softened or hit.severity or rule.severity,
        message=fill(template, {"match": quote, **hit.values}),
        start=hit.start,
        end=hit.end,
        location=locate(hit.start),
        quote=quote,
        section=release.kind_at(hit.start),
        authority=rule.authority,
        fix=rule.fix,
        related=tuple(Related(start, end, locate(start), label) for (start, end), label in hit.related),
        edits=admissible(release, hit.edits),
    )


def _without_conflicts(found: Iterable[tuple[Rule, Finding]]) -> Iterator[Finding]:
    """One finding for one thing: what a more telling rule already says is left out."""
    every = list(found)
    codes = {finding.code for _, finding in every}
    by_code: dict[str, list[Finding]] = {}
    for _, finding in every:
        by_code.setdefault(finding.code, []).append(finding)
    for rule, finding in every:
        if not codes.isdisjoint(rule.silenced_by):
            continue
        if any(other.start <= finding.end and finding.start <= other.end for code in rule.yields_to for other in by_code.get(code, ())):
            continue
        yield finding
