"""How a release writes the phases and the European numbers of its trials."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from prlint.checks.claims import is_title
from prlint.engine.model import Edit, Hit
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.records import Record
from prlint.release.model import Release, Section

_NUMERAL = r"(?:IV|I{1,3}|[1-4])[A-Da-d]?"
_PHASE = pattern(
    rf"\b(?P<word>[Pp]hases?|PHASES?|P[Hh]\.?)(?P<gap> ?-?)(?P<numeral>{_NUMERAL}(?:/{_NUMERAL}){{0,3}})\b"
    r"(?P<title>,? (?:a )?(?:Randomi|Multi|Open|Double|Prospective|Study of|Trial of)"
    r"| (?:post-?marketing |clinical )?(?:commitments?|requirements?|abstract|poster|title|session|symposium)\b)?",
    case=True,
)
_TERM_OF_ART = pattern(r"\b[Ee]nd[- ][Oo]f[- ]$|[/_=-]$")
_QUOTED = pattern(r'"[^"\n]*"')
_ROMAN = compiled(r"[IV]+")
_ARABIC = compiled(r"[1-4]")
_DIGITS = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_ROMANS = {digit: roman for roman, digit in _DIGITS.items()}
_TITLES = frozenset(("headline", "subheadline", "subheading"))
_IN_A_SENTENCE = compiled(r"[a-z,] $")
_NAME_AFTER = compiled(r"[/ ](?:[A-Z][A-Za-z]|[A-Z]{2})")


class _Phase(Record):
    """A phase as written: where, its word (`Phase`, `phase`, `Ph`), what parts word and numeral, and the numeral."""

    start: int
    end: int
    word: str
    gap: str
    numeral: str

    @property
    def style(self) -> str:
        roman, arabic = _ROMAN.search(self.numeral), _ARABIC.search(self.numeral)
        return "mixed" if roman and arabic else "roman" if roman else "arabic"

    @property
    def short(self) -> bool:
        return self.word.lower().startswith("ph") and not self.word.lower().startswith("phase")


def phase_style(release: Release) -> Iterator[Hit]:
    """TRL004: phases that are written in two ways."""
    phases = list(_phases(release))
    for phase in phases:
        if phase.style == "mixed":
            yield _hit(phase, "mixed", {"a": f"{phase.word} {_turned(phase.numeral, _DIGITS)}"}, (_renumbered(phase, "arabic"),))
            return
    whole = [phase for phase in phases if not phase.short]
    styles = Counter(phase.style for phase in whole)
    if len(styles) > 1:
        yield _drift(whole, min(styles, key=lambda style: (styles[style], -_first(whole, style).start)))
    elif whole and any(phase.short for phase in phases):
        phase = next(phase for phase in phases if phase.short)
        edit = Edit(phase.start, phase.end, f"Phase {phase.numeral}", True)
        yield _hit(phase, "short", {"a": f"Phase {phase.numeral}"}, (edit,), whole[0])
    else:
        yield from _case_drift(release, whole)
    glued = next((phase for phase in whole if not phase.gap), None)
    if glued:
        spaced = f"{glued.word} {glued.numeral}"
        yield _hit(glued, "glued", {"a": spaced}, (Edit(glued.start, glued.end, spaced, True),))


def _phases(release: Release) -> Iterator[_Phase]:
    """The phases that the release itself writes: not in references, titles, quotations and other companies' descriptions."""
    others = _others(release)
    quoted: list[Span] | None = None
    for found in _PHASE.each(release.twin):
        start, end = found["word"][0], found["numeral"][1]
        if "title" in found or release.kind_at(start) in ("references", "end-mark", "contact") or release.section_at(start) in others:
            continue
        if _TERM_OF_ART.search(release.twin[max(0, start - 10) : start]):
            continue
        quoted = list(_QUOTED.spans(release.twin)) if quoted is None else quoted
        index = bisect_right(quoted, (start, len(release.twin))) - 1
        if (index >= 0 and start < quoted[index][1]) or is_title(release, (start, end)):
            continue
        phase = _Phase(start, end, release.quote(found["word"]), release.quote(found["gap"]), release.quote(found["numeral"]))
        if not (phase.short and phase.style != "arabic"):
            yield phase


def _others(release: Release) -> list[Section]:
    """Descriptions of companies under a heading that does not name the issuer."""
    own = release.profile.company.split(" ", maxsplit=1)[0].casefold()
    sections = release.sections_of("about-company")
    if not own or len(sections) < 2:
        return []
    return [section for section in sections if section.heading and own not in release.quote(section.heading).casefold()]


def _first(phases: list[_Phase], style: str) -> _Phase:
    return next(phase for phase in phases if phase.style == style)


def _drift(phases: list[_Phase], fewer: str) -> Hit:
    """The numerals that are used less, each of which is to be written as the others are."""
    more = "arabic" if fewer == "roman" else "roman"
    edits = tuple(_renumbered(phase, more) for phase in phases if phase.style == fewer)
    return _hit(_first(phases, fewer), "", {"b": ""}, edits, _first(phases, more))


def _renumbered(phase: _Phase, style: str) -> Edit:
    return Edit(phase.end - len(phase.numeral), phase.end, _turned(phase.numeral, _DIGITS if style == "arabic" else _ROMANS), True)


def _turned(numeral: str, table: dict[str, str]) -> str:
    return re.sub(r"IV|I{1,3}|[1-4]", lambda match: table.get(match[0], match[0]), numeral)


def _hit(phase: _Phase, variant: str, values: dict[str, str], edits: tuple[Edit, ...], other: _Phase | None = None) -> Hit:
    written = f"{phase.word}{phase.gap}{phase.numeral}"
    values = {"a": written, **values} if variant == "" else values
    related: tuple[tuple[Span, str], ...] = ()
    if other:
        values = {**values, "b": f"{other.word}{other.gap}{other.numeral}"}
        related = (((other.start, other.end), "written so here"),)
    return Hit(phase.start, phase.end, values, variant=variant, related=related, edits=edits)


def _case_drift(release: Release, phases: list[_Phase]) -> Iterator[Hit]:
    """`Phase 3` and `phase 3` inside sentences; a title, or a name that goes on in capitals, tells nothing."""
    inside = []
    for phase in phases:
        before = release.twin[max(0, phase.start - 2) : phase.start].decode("latin-1")
        after = release.twin[phase.end : phase.end + 3].decode("latin-1")
        in_title = release.kind_at(phase.start) in _TITLES or phase.word.isupper()
        if _IN_A_SENTENCE.search(before) and not in_title and not (phase.word[0] == "P" and _NAME_AFTER.match(after)):
            inside.append(phase)
    cases = Counter(phase.word[0] for phase in inside)
    if len(cases) < 2:
        return
    fewer = min(cases, key=lambda letter: (cases[letter], letter == "P"))
    odd = [phase for phase in inside if phase.word[0] == fewer]
    other = next(phase for phase in inside if phase.word[0] != fewer)
    edits = tuple(Edit(phase.start, phase.start + 1, other.word[0], True) for phase in odd)
    yield _hit(odd[0], "case", {"a": odd[0].word}, edits, other)


_CUED = (
    r"(?: ?(?:clinical )?(?:trials?|studies|study|numbers?|no\.?|nr\.?|id(?:entifier)?|registration|registry|database|code)){0,3}"
    r"(?: is)? ?[:#(]? ?"
)
_DIGITS_AND_HYPHENS = r"(?P<number>(?:20|19)\d\d ?-[\d -]{4,}\d|\d{4,}-[\d-]+\d|\d\d-\d{4,6}-\d\d)"
_EUDRACT = pattern(rf"\bEu?dra[ -]?CT{_CUED}{_DIGITS_AND_HYPHENS}")
_EU_CT = pattern(rf"\b(?:EU[ -]?CT(?:R|IS)?|CTIS|EU (?:clinical )?(?:trials?|study))\b{_CUED}{_DIGITS_AND_HYPHENS}")
_OLD = compiled(r"20\d\d-0\d{5}-\d\d$")
_NEW = compiled(r"20(?:2[2-9]|[3-9]\d)-5\d{5}-\d\d(?:-\d\d)?$")


def eu_trial_id_malformed(release: Release) -> Iterator[Hit]:
    """TRL003: what is called a EudraCT or EU CT number has not its form."""
    for form, right, other, system, wrong in (
        (_EUDRACT, _OLD, _NEW, "EudraCT", "EU CT"),
        (_EU_CT, _NEW, _OLD, "EU CT", "EudraCT"),
    ):
        for found in form.each(release.twin):
            span = found["number"]
            number = release.twin[slice(*span)].decode("latin-1").replace(" ", "")
            if right.match(number):
                continue
            swapped = other.match(number) is not None
            shape = "YYYY-0NNNNN-CC" if system == "EudraCT" else "YYYY-5NNNNN-CC-VV"
            values = {"match": release.quote(span), "system": system, "other": wrong, "shape": shape}
            yield Hit(*span, values, variant="system" if swapped else "", severity="info" if swapped else "")
