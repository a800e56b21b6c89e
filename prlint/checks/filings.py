"""References to reports filed with the Securities and Exchange Commission, and the issuer's listing."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from prlint.checks.deadlines import a_year_later, latest_due
from prlint.checks.disclosure import conference_call_details, mar_inside_information
from prlint.checks.issuers import quoted_over_the_counter, standing
from prlint.checks.listing import listing
from prlint.checks.measures import guidance_without_source, non_gaap_prominence, non_gaap_without_reconciliation
from prlint.checks.report_forms import wrong_report_form_for_issuer
from prlint.checks.wordings import filed_vs_furnished
from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Fact, Release

__all__ = (
    "conference_call_details",
    "filed_vs_furnished",
    "guidance_without_source",
    "mar_inside_information",
    "non_gaap_prominence",
    "non_gaap_without_reconciliation",
    "wrong_report_form_for_issuer",
)

_PERIODIC = ("annual", "quarterly")
_RISK_FACTORS = pattern(r"risk factors|\brisks?\b|uncertaint|\bSEC\b|exchange commission|\bfiled\b")
_BEFORE = 60  # code points in which `our most recent` or a year may stand before a report
_ANOTHER_REPORT = pattern(
    r"\b10-?Q|\bquarterly\b|\bsubsequent|\b(?:and|or) (?:in )?(?:any |its |our |the |such )?other\b|\bcurrent reports?\b|;"
)
_FORM_PARTS = pattern(r"(?:(?P<first>10|20|40|8|6|S|F) ?-? ?(?P<second>[1348]|[KQF])|(?P<letter>[KQF]) ?-? ?(?P<number>10|20|40|8|6))\b")
_YEAR_BEFORE = pattern(r"\b((?:19|20)\d\d) (?:sec )?\z")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def no_sec_filing_reference(release: Release) -> Iterator[Hit]:
    """A cautionary statement that does not point to the issuer's reports.

    Any report or filing named with the Commission, or EDGAR, satisfies, in every order of the words. A reference
    elsewhere in the release makes it an info; a pointer to OTC Markets or another repository does not satisfy.
    """
    sections, who = release.sections_of("forward-looking"), standing(release)
    if not sections or who == "outside":
        return
    if any(release.glimpse("sec-report", *near) for section in sections for near in _with_neighbours(release, section.start, section.end)):
        return
    reports = release.find("sec-report")
    first = sections[0]
    place = (first.start, first.start + len(release.text[first.start : first.end].split("\n")[0]))
    if reports:
        yield Hit(*place, severity="info", variant="elsewhere", related=((reports[0], "the reference"),))
    else:
        yield Hit(*place, severity="" if who == "reporting" or quoted_over_the_counter(release) else "info")


def _with_neighbours(release: Release, start: int, end: int) -> Iterator[Span]:
    """A section, and the paragraph before or after it that speaks of risks."""
    yield start, end
    before, after = release.block_at(start - 1) if start else None, release.block_at(min(end + 2, len(release.text)))
    for block in (before, after):
        if block and release.search(pattern(r"\brisks?\b|forward-looking"), block.start, block.end):
            yield block.start, block.end


# Periods of Form 10-KSB and 10-QSB, which the Commission withdrew in 2009; and two forms with two periods in the same order.
_OF_OLD = pattern(r"\b(?:199\d|200[0-9])\b")
_NEAR = 60
_RESPECTIVELY = pattern(r"\brespectively\b")


def sec_nomenclature(release: Release) -> Iterator[Hit]:
    """A form, the Commission or its site under a name that is not quite theirs.

    `Form 10K`, `Form 8 K`, `Form S3`, `Security and Exchange Commission`, `www.sec.com`; and Forms 10-KSB and 10-QSB for
    a period after the Commission withdrew them. Each wrong name has one right form, so the fix is safe.
    """
    for start, end in release.find("misnamed-form"):
        found = _FORM_PARTS.search(release.twin, start, end)
        if found:
            first, second = (found["first"], found["second"]) if found["first"] else (found["number"], found["letter"])
            glued = release.twin[found.start() - 1 : found.start()].isalpha()
            right = f"{' ' if glued else ''}{first.decode('latin-1').upper()}-{second.decode('latin-1').upper()}"
            name = f"{release.quote((start, found.start()))}{right}"
            yield Hit(start, end, {"right": name}, edits=(Edit(*found.span(), right, True),))
    for start, end in release.find("misnamed-commission"):
        right = "Securities and Exchange Commission"
        right = right.upper() if release.text[start:end].isupper() else right
        yield Hit(start, end, {"right": right}, edits=(Edit(start, end, right, True),))
    for start, end in release.find("misnamed-sec-site"):
        yield Hit(start, end, {"right": "www.sec.gov"}, edits=(_site(release, (start, end)),))
    if (released := _released(release)) and released.year > 2009:
        for start, end in release.find("withdrawn-form"):
            if not release.search(_OF_OLD, end, min(end + _NEAR, len(release.twin))):
                yield Hit(start, end, variant="withdrawn")


def _site(release: Release, span: Span) -> Edit:
    """The Commission's address in the place of another, behind `https://` if that stands there."""
    scheme, slashes, _ = release.quote(span).rpartition("//")
    return Edit(*span, f"{scheme}{slashes}www.sec.gov", True)


def _released(release: Release) -> date | None:
    told = release.settings.release.date or release.profile.date
    return _real(told) if told else None


def _real(told: Sequence[int] | None) -> date | None:
    """A date of (year, month, day), or None if it is not given in full or there is no such day."""
    try:
        return date(*told) if told and len(told) == 3 else None
    except ValueError:
        return None


def _spoken(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _cites_as_source(release: Release, fact: Fact) -> bool:
    """Whether a report is cited for its risk factors or as filed, rather than for figures compared with it."""
    if release.kind_at(fact.start) == "forward-looking":
        return True
    sentence = release.sentence_at(fact.start)
    return bool(sentence and release.search(_RISK_FACTORS, sentence.start, sentence.end))


def _yet_to_come(release: Release, fact: Fact) -> bool:
    sentence = release.sentence_at(fact.start)
    return bool(sentence and release.has("filing-to-come", sentence.start, sentence.end))


def _annual_reports(release: Release) -> list[Fact]:
    return [fact for fact in release.facts_of("filing") if fact.value.get("family") == "annual"]


def stale_annual_report(release: Release) -> Iterator[Hit]:
    """An annual report cited for its risk factors that a newer one must have replaced before the release.

    The newest report is due by the latest date that any class of filer has, from a dated table of deadlines, with the
    extension of Rule 12b-25 and a few days for weekends. Without a date of the release nothing is said.
    """
    released = _released(release)
    if not released or release.find("late-annual-report"):
        return
    for fact in _annual_reports(release):
        form = str(fact.value.get("form", "")).removesuffix("/A")
        if form not in ("10-K", "20-F") or not _cites_as_source(release, fact):
            continue
        told = _fiscal_year_end(release, fact)
        filed = _real(fact.value.get("filed"))
        if told:
            cited, named = told, f"for {told.year}"
        elif filed:  # a report is filed after its year ends, so the next year ends at most a year after the filing
            cited, named = filed, f"filed on {_spoken(filed)}"
        else:
            continue
        due = latest_due(form, a_year_later(cited))
        if due and due < released:
            section = release.section_at(fact.start)
            softened = section is not None and release.has("later-filings", fact.end, section.end)
            edits = _advanced(release, fact, form, cited, released) if told else ()
            yield Hit(fact.start, fact.end, {"cited": named, "due": _spoken(due)}, severity="info" if softened else "", edits=edits)


def _advanced(release: Release, fact: Fact, form: str, cited: date, released: date) -> tuple[Edit, ...]:
    """The year of the newest report that must be there, for that of the one cited; none if the citation has another date too."""
    newest = cited
    while (due := latest_due(form, a_year_later(newest))) and due < released:
        newest = a_year_later(newest)
    written, year = release.quote((fact.start, fact.end)), str(cited.year)
    if "filed" in fact.value or written.count(year) != 1:
        return ()
    start = fact.start + written.index(year)
    return (Edit(start, start + len(year), str(newest.year), safe=False),)


def _fiscal_year_end(release: Release, fact: Fact) -> date | None:
    """The last day of the fiscal year that an annual report is cited for."""
    told = fact.value.get("period_end")
    if told:
        return _real(told)
    year = fact.value.get("fiscal_year")
    if not year:
        before = _YEAR_BEFORE.search(release.twin[max(0, fact.start - 12) : fact.start])
        year = int(before.group(1)) if before else None
    if not year:
        return None
    month, day = _year_end_day(release)
    return _real((int(year), month, day))


def _year_end_day(release: Release) -> tuple[int, int]:
    """Month and day on which the issuer's fiscal year ends: configured, else cited, else December 31."""
    configured = release.settings.company.fiscal_year_end
    if configured:
        month, day = configured.split("-")
        return int(month), int(day)
    for fact in _annual_reports(release):
        if end := _real(fact.value.get("period_end")):
            return end.month, 28 if (end.month, end.day) == (2, 29) else end.day
    return 12, 31


def impossible_fiscal_period(release: Release) -> Iterator[Hit]:
    """A period or a filing date that cannot be: no such day, or out of order.

    Reported are days that no calendar has, a report that is filed before its period ends or after the release, a period
    that ends after the release, and two fiscal year ends of one issuer. Reports to come and years of 52 or 53 weeks are
    right.
    """
    seen: list[Span] = []
    for fact in release.facts_of("filing"):
        why = _impossible(release, fact)
        if why:
            seen.append((fact.start, fact.end))
            yield Hit(fact.start, fact.end, {"why": why})
    for fact in release.facts_of("date"):
        cue = release.has("impossible-period-cue", max(0, fact.start - 24), fact.start)
        if not fact.value.get("valid", True) and cue and not any(start <= fact.start < end for start, end in seen):
            yield Hit(fact.start, fact.end, {"why": "there is no such day"})
    yield from _two_year_ends(release)


def _impossible(release: Release, fact: Fact) -> str:
    """Why the dates of a citation cannot be right, or nothing."""
    period, filed = fact.value.get("period_end"), fact.value.get("filed")
    for told in (period, filed):
        if told and len(told) == 3 and _real(told) is None:
            return "there is no such day"
    end, filing = _real(period), _real(filed)
    if end and filing and filing < end:
        return "it is filed before the period ends"
    released = _released(release)
    if not released or fact.value.get("family") not in (*_PERIODIC, "current") or _yet_to_come(release, fact):
        return ""
    if filing and filing > released:
        return "it is filed after the release"
    if end and end > released:
        return "the period ends after the release"
    year = fact.value.get("fiscal_year")
    return "the fiscal year is still to come" if year and not period and int(year) > released.year else ""


def _two_year_ends(release: Release) -> Iterator[Hit]:
    """Annual reports of one issuer for years that end in different months."""
    if release.find("late-annual-report") or release.find("two-issuers-cue"):
        return
    cited = [fact for fact in _annual_reports(release) if release.kind_at(fact.start) == "forward-looking"]
    ends = [(fact, end) for fact in cited if (end := _real(fact.value.get("period_end")))]
    for (first, one), (second, other) in pairwise(ends):
        apart = abs((one.month - other.month) % 12)
        if min(apart, 12 - apart) > 1:
            related = (((first.start, first.end), "the other fiscal year"),)
            yield Hit(second.start, second.end, {"why": f"another annual report is for the year ended {_spoken(one)}"}, related=related)


def annual_report_without_period(release: Release) -> Iterator[Hit]:
    """An annual report in the cautionary statement, never with its year.

    Any year in the citation satisfies, and so do `most recent`, `latest` and `last`.
    """
    for section in release.sections_of("forward-looking"):
        cited = release.glimpse("annual-report-citation", section.start, section.end)
        if cited and not any(_says_which(release, *citation) for citation in cited):
            yield Hit(*cited[0])


def _says_which(release: Release, start: int, end: int) -> bool:
    """Whether the words around an annual report, up to the next report, say for which year it is."""
    sentence = release.sentence_at(start)
    first, last = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
    following = release.search(_ANOTHER_REPORT, end, last)
    return bool(release.glimpse("report-period-cue", max(first, start - _BEFORE), following[0] if following else last))


def form_period_mismatch(release: Release) -> Iterator[Hit]:
    """An annual report for a quarter, or a quarterly report for a year or its fourth quarter.

    Each period is read with the nearest form before it; where two forms are followed by two periods and `respectively`,
    nothing is said.
    """
    for term, covers in (("annual-form-with-quarter", "a fiscal year"), ("quarterly-form-with-year", "one of the first three quarters")):
        for span in release.find(term):
            sentence = release.sentence_at(span[0])
            if not (sentence and release.search(_RESPECTIVELY, span[1], sentence.end)):
                yield Hit(*span, {"covers": covers})
    annual = {tuple(fact.value["period_end"][1:]): fact for fact in _annual_reports(release) if "period_end" in fact.value}
    for fact in release.facts_of("filing"):
        same = fact.value.get("family") == "quarterly" and annual.get(tuple(fact.value.get("period_end", ())[1:]))
        if same and fact.value.get("period_kind") == "quarter" and release.section_at(fact.start) == release.section_at(same.start):
            yield Hit(fact.start, fact.end, variant="year-end", related=(((same.start, same.end), "the annual report"),))


def issuer_ticker(release: Release) -> Iterator[Hit]:
    """The issuer's exchange and ticker, where they are missing, misspelt or not the same throughout.

    The ticker is looked for in headline, lead and the first sentences after it, for every exchange on which biotechs
    list. Two symbols conflict only on one exchange and behind one company's name.
    """
    yield from listing(release)


def offering_legend(release: Release) -> Iterator[Hit]:
    """The announcement of an offering without the sentence that the release is no offer of securities.

    An offering that headline, subheads or lead announce is an error, one to come that only the body mentions a warning. A
    private placement also wants the sentence that the securities are not registered. Issuers that do not report are left
    alone, but for an initial public offering.
    """
    if standing(release) == "outside" and "ipo" not in release.profile.traits:
        return
    announced = next(release.find_in("offering-announcement", "headline", "subheadline", "lead"), None)
    if not release.find("no-offer-legend"):
        mentioned = announced or next(release.find_in("offering-to-come", "body"), None)
        if mentioned:
            yield Hit(*mentioned, severity="" if announced else "warning")
    elif announced and b"private placement" in release.twin[slice(*announced)].lower() and not release.find("securities-not-registered"):
        yield Hit(*announced, variant="unregistered")
