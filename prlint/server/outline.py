"""The sections of a release as the outline of a document."""

from lsprotocol import types

from prlint.release.model import Release, Section
from prlint.report.entries import shown
from prlint.server.positions import Positions

_LONGEST = 60


def outline(release: Release, positions: Positions) -> list[types.DocumentSymbol]:
    """A symbol a section: its heading or its first words, its kind, where it is."""
    return [_symbol(release, section, positions) for section in release.sections]


def _symbol(release: Release, section: Section, positions: Positions) -> types.DocumentSymbol:
    start, end = section.heading or _first_line(release, section)
    words = shown(release.text[start:end])
    return types.DocumentSymbol(
        name=words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…",
        detail=section.kind,
        kind=types.SymbolKind.String,
        range=positions.range(section.start, section.end),
        selection_range=positions.range(start, end),
    )


def _first_line(release: Release, section: Section) -> tuple[int, int]:
    """The first line of a section, which is never blank."""
    text = release.text[section.start : section.end]
    blank = len(text) - len(text.lstrip())
    line_end = text.find("\n", blank)
    return section.start + blank, section.start + (line_end if line_end >= 0 else len(text))
