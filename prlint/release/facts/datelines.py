"""The dateline: where, when, and over which wire."""

from collections.abc import Iterator

from prlint.language.lalr import Node
from prlint.language.lexer import Grammar
from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.model import Fact, Release

# What a line with a date may hold instead of a place: `PRESS RELEASE - 04/03/2027, 09:30 CET`.
_NO_PLACE = pattern(
    r"(?:press|news|media|corporate|company|regulated|regulatory|market|stock exchange) (?:release|announcement|information|news)\b"
    r"|(?:[ECMPW]E?[SD]?T|GMT|UTC|BST)\b"
)


def read_dateline(release: Release, grammar: Grammar, dates: dict[int, Fact]) -> Iterator[Fact]:
    """The fact of kind dateline: {city?, region?, date?: [year, month, day], wire?}. `dates` are the date facts by offset."""
    for section in release.sections_of("dateline")[:1]:
        value = _value(release, grammar, section.start, section.end, dates)
        yield Fact("dateline", section.start, section.end, value)


def _value(release: Release, grammar: Grammar, start: int, end: int, dates: dict[int, Fact]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for offset, fact in dates.items():
        if start <= offset < end and "day" in fact.value and "year" in fact.value:
            value["date"] = [fact.value["year"], fact.value["month"], fact.value["day"]]
            break
    tree = grammar.try_read("dateline", release.twin, start, end)
    places: list[list[str]] = []  # each with the cities that it joins
    for node in tree.children if tree else ():
        if isinstance(node, Node) and node.kind == "place" and not _NO_PLACE.match(release.twin, node.start, node.end):
            places.append(release.text[node.start : node.end].strip().split(" and "))
        elif node.kind == "wire":
            value["wire"] = release.text[node.start : node.end].strip(" /()")
    if places:
        value["city"] = places[0][0]
    if len(places) > 1 and len(places[0]) == 1:  # of two cities the region is not known
        value["region"] = places[1][0]
    return value
