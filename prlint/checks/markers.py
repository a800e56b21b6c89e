"""Marks of the page: the one that ends a release, and those that point to notes and references."""

import re
from collections.abc import Iterator

from prlint.engine.model import Edit, Hit
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")
_SUPERSCRIPT = compiled(rf"(?<=[A-Za-z.,;:)\]”\"’'®™%])[{_RAISED}]+(?:[,–-] ?[{_RAISED}]+)*(?![A-Za-z⁺⁻{_RAISED}])")
_OF_A_UNIT = compiled(r"(?i)(?:\b(?:[µcmkd]?m|ft|in|inch|yd|s|kg/m|mg/m|g/m|r|x10|×10|10)|/m|χ)$")
_BRACKET = compiled(r"(?<=[A-Za-z0-9.,;:)”\"’'®™%])[ \xa0]?\[(\d{1,2}(?:[,–-] ?\d{1,2})*)\](?!\()")
_GLUED = pattern(r"[a-z]{4,}[.,;)]?(?P<number>[1-9]\d?)(?:[ ,;]|\.? |\.?$)", case=True)
_ENTRY = pattern(r"^[^A-Za-z0-9\xb9\n]{0,4}(?P<number>\d{1,2})(?:[\]).:]{1,2} ?| )[A-Z\"'h(\x7f]")
_ENTRY_INSIDE = pattern(r"(?:^|[ .;:\n])[\[(]?(?P<number>\d{1,2})[\]).]{1,2} ?[A-Z\"']", case=True)
_RAISED_ENTRY = compiled(rf"(?:^|(?<=\s))([{_RAISED}]+)")
_SIGN = compiled(r"(?<=[\w%®™).,”\"’])[†‡*](?![\w†‡*])")
_FEWEST_ENTRIES = 2


def end_mark(release: Release) -> Iterator[Hit]:
    """Nothing says where the release ends."""
    if not release.blocks or release.settings.release.fragment or release.sections_of("end-mark") or release.find("wire-closing"):
        return
    end = len(release.text.rstrip())
    yield Hit(end, end, edits=(Edit(end, end, "\n\n###", True),))


def dangling_reference_marker(release: Release) -> Iterator[Hit]:
    """A marker that points to an entry which the list of references, or the notes, do not have.

    Raised and bracketed numbers are looked up in the list; digits glued to a word only where the list is whole and other
    such digits have entries; a dagger or an asterisk must stand twice in the text.
    """
    yield from _dangling_signs(release)
    if not any(sign in release.twin for sign in (b"\xb9", b"[")) and not release.sections_of("references"):
        return
    entries = _entries(release)
    if not entries and release.sections_of("references"):
        return  # a list without numbers: a copy has lost them
    variant = "" if entries else "none"
    for span, numbers in _markers(release):
        absent = [number for number in numbers if number not in entries]
        if absent:
            yield Hit(*span, {"number": absent[0]}, variant=variant)
            if not entries:
                return
    yield from _dangling_digits(release, entries)


def _entries(release: Release) -> set[int]:
    """The numbers that notes and references begin with."""
    found = {int(release.twin[slice(*groups["number"])]) for groups in _ENTRY.each(release.twin)}
    for section in release.sections_of("references", "boilerplate"):
        for groups in _ENTRY_INSIDE.each(release.twin, section.start, section.end):
            found.add(int(release.twin[slice(*groups["number"])]))
    if b"\xb9" in release.twin:
        found |= {int(match[1].translate(_LOWERED)) for match in _RAISED_ENTRY.finditer(release.text)}
    return found


def _markers(release: Release) -> Iterator[tuple[Span, list[int]]]:
    """The raised and bracketed numbers of the text, in order."""
    found: list[tuple[Span, str]] = []
    if b"\xb9" in release.twin:
        raised = _SUPERSCRIPT.finditer(release.text)
        found += [(match.span(), match[0].translate(_LOWERED)) for match in raised if not _is_power(release.text, match.start())]
    if b"[" in release.twin:
        found += [((match.start(1) - 1, match.end()), match[1]) for match in _BRACKET.finditer(release.text)]
    for span, written in sorted(found):
        if release.kind_at(span[0]) not in ("references", "contact", "end-mark"):
            yield span, [int(number) for number in re.findall(r"\d+", written)]


def _is_power(text: str, start: int) -> bool:
    """Whether a raised digit belongs to a unit or a number: m², 10⁹."""
    return _OF_A_UNIT.search(text, max(0, start - 8), start) is not None


def _dangling_digits(release: Release, entries: set[int]) -> Iterator[Hit]:
    """Numbers that a copy has glued to a word (`resection.7`), where others like them have entries."""
    if len(entries) < _FEWEST_ENTRIES or entries != set(range(1, len(entries) + 1)) or not release.sections_of("references"):
        return
    glued = [groups["number"] for groups in _GLUED.each(release.twin) if release.kind_at(groups[""][0]) not in ("references", "contact")]
    numbers = [int(release.twin[slice(*span)]) for span in glued]
    if sum(number in entries for number in numbers) < _FEWEST_ENTRIES:
        return
    for span, number in zip(glued, numbers, strict=True):
        if number not in entries:
            yield Hit(*span, {"number": number})


def _dangling_signs(release: Release) -> Iterator[Hit]:
    """A dagger or an asterisk that stands once in the whole text: nothing at its foot begins with it."""
    if b"\x86" not in release.twin and b"*" not in release.twin:
        return
    for match in _SIGN.finditer(release.text):
        if release.text.count(match[0]) == 1:
            yield Hit(*match.span(), {"sign": match[0]}, variant="sign")
