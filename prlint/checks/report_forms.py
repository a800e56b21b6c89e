"""Whether the reports that a release cites are those that its issuer files."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.release.model import Fact, Release

_DOMESTIC = frozenset(("10-K", "10-Q"))
_FOREIGN = frozenset(("20-F", "40-F", "6-K"))
_ANNUAL = frozenset(("10-K", "20-F", "40-F"))
_EXPECTED = {
    "us-reporting": ("a domestic issuer", "Forms 10-K and 10-Q"),
    "foreign-private": ("a foreign private issuer", "Form 20-F or 40-F"),
}


def wrong_report_form_for_issuer(release: Release) -> Iterator[Hit]:
    """A report of the kind that the other sort of issuer files, cited as the issuer's own.

    If the configuration tells the type of the issuer, each cited form is held against it. Without it, a domestic and a
    foreign annual report for the same year in one section contradict each other, and so do an annual report and an
    interim one of the other sort in one sentence.
    """
    if release.find("filer-changed") or release.find("two-issuers-cue"):
        return
    cited = [
        fact for fact in release.facts_of("filing") if release.kind_at(fact.start) in ("forward-looking", "about-company", "body", "lead")
    ]
    told = release.settings.company.issuer
    if told in _EXPECTED:
        wrong = _FOREIGN if told == "us-reporting" else _DOMESTIC
        issuer, expected = _EXPECTED[told]
        for fact in cited:
            if _form(fact) in wrong:
                yield Hit(fact.start, fact.end, {"issuer": issuer, "expected": expected})
                return
    else:
        yield from _both(release, cited)


def _both(release: Release, cited: list[Fact]) -> Iterator[Hit]:
    """A domestic and a foreign report: annual ones in one section and not of different years, or any two in one sentence."""
    periodic = [fact for fact in cited if _form(fact) in _DOMESTIC | _FOREIGN]
    for later in periodic[1:]:
        first = periodic[0]
        if (_form(later) in _DOMESTIC) == (_form(first) in _DOMESTIC):
            continue
        annual = _form(first) in _ANNUAL and _form(later) in _ANNUAL
        together = release.section_at(first.start) == release.section_at(later.start)
        same_year = _year(first) == _year(later) or not (_year(first) and _year(later))
        if (together and same_year) if annual else release.sentence_at(first.start) == release.sentence_at(later.start):
            yield Hit(
                later.start,
                later.end,
                {"other": release.quote((first.start, first.end))},
                variant="both",
                related=(((first.start, first.end), "the other report"),),
            )
            return


def _form(fact: Fact) -> str:
    return str(fact.value.get("form", "")).removesuffix("/A")


def _year(fact: Fact) -> int:
    """The fiscal year that a citation tells; 0 where it tells none."""
    end = fact.value.get("period_end") or (fact.value.get("fiscal_year") or 0,)
    return int(end[0])
