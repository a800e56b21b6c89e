"""Citations of filings with the Securities and Exchange Commission."""

import re
from collections.abc import Iterator

from prlint.language.kept import compiled
from prlint.language.lalr import Node, Token
from prlint.language.lexer import Grammar
from prlint.language.patterns import pattern
from prlint.records import Any
from prlint.release.model import Fact, Release

_FAMILIES = {
    "10-K": "annual",
    "20-F": "annual",
    "40-F": "annual",
    "10-Q": "quarterly",
    "8-K": "current",
    "6-K": "current",
    "11-K": "annual",
}
_CANDIDATE = pattern(
    r"\b(?:(?:annual|quarterly|interim|half-year|current|transition|periodic) (?:and (?:quarterly|current"
    r"|periodic) )?reports? (?:filed )?on )?(?:forms? \"?)?"
    r"\b(?:10-?[KQ](?:SB)?|20-?F|40-?F|6-?K|8-?[KA]|S-[1348]|F-[1346]|424B[1-5]?|11-?K)(?:/?A)?\b"
    r"|\b(?:annual|quarterly) reports? (?:for|filed)\b"
)  # fmt: skip
_FORM = compiled(r"(\d{1,3}|\b[SF])-?([A-Z]+|\d{1,2})", re.IGNORECASE)
_PERIOD_KINDS = (
    ("quarter", compiled(r"quarter|\bq[1-4]\b|\b(?:three|six|nine)[- ]month", re.IGNORECASE)),
    ("year", compiled(r"year|annual|fiscal|twelve|\bfor (?:the )?(?:19|20)\d\d", re.IGNORECASE)),
)
_REACH = 260
_GAP = 14


def read_filings(release: Release, grammar: Grammar, dates: dict[int, Fact]) -> Iterator[Fact]:
    """Facts of kind filing: {form, written, family, title?, period?, period_end?, fiscal_year?, filed?, period_kind?}.

    `form` is normalised (10-K/A), `written` is as printed. The citation goes from the report's title to its last date;
    the next form or the end of the sentence ends it. `dates` are the date facts by offset.
    """
    spans = list(_CANDIDATE.spans(release.twin))
    for index, (start, end) in enumerate(spans):
        sentence = release.sentence_at(start)
        limit = min(sentence.end if sentence else len(release.twin), start + _REACH)
        limit = max(min(limit, spans[index + 1][0]) if index + 1 < len(spans) else limit, end)
        tree = grammar.try_read("filing", release.twin, start, limit)
        if tree is None:
            continue
        fact = _fact(release, tree, start, end, dates)
        if fact:
            yield fact


def _fact(release: Release, tree: Node, start: int, end: int, dates: dict[int, Fact]) -> Fact | None:
    value: dict[str, Any] = {}
    form = tree.first("form")
    title = tree.first("title")
    if title and title.start < end:
        value["title"] = release.text[title.start : title.end]
    if form and form.start < end:
        written = release.text[form.start : form.end]
        value["written"] = written
        value["form"], value["family"] = _normal(written)
    elif "title" in value:
        value["family"] = "annual" if value["title"].lower().startswith("annual") else "quarterly"
    told: Node | Token | None = None  # the words that the next date belongs to
    for node in tree.children:
        if node.kind in ("period", "filed"):
            told = node
        elif node.kind == "date" and told and node.start - told.end <= _GAP:
            date = _date(release, node, dates)
            if date and (told.kind == "filed" or "period" not in value):
                _put(release, told, node, date, value)
                end = max(end, node.end)
            told = None
    if "form" not in value and "fiscal_year" not in value:
        return None
    return Fact("filing", start, end, value)


def _date(release: Release, day: Node | Token, dates: dict[int, Fact]) -> list[int]:
    """Year, month and day of a date; the year alone of a bare year; nothing of a date without a year."""
    fact = dates.get(day.start)
    if fact and "year" in fact.value:
        return [fact.value[key] for key in ("year", "month", "day") if key in fact.value]
    written = re.search(r"(?:19|20)\d\d", release.text[day.start : day.end])
    return [int(written[0])] if written else []


def _put(release: Release, told: Node | Token, day: Node | Token, date: list[int], value: dict[str, Any]) -> None:
    if told.kind == "filed":
        value["filed"] = date
        return
    value["period"] = release.text[told.start : day.end]
    value["period_kind"] = next((kind for kind, cue in _PERIOD_KINDS if cue.search(value["period"])), "other")
    value["fiscal_year"] = date[0]
    if len(date) == 3:
        value["period_end"] = date


def _normal(written: str) -> tuple[str, str]:
    match = _FORM.search(re.sub(r"(?i)forms?", "", written))
    if not match:
        return written, "registration"
    form = f"{match[1]}-{match[2]}".upper()
    family = _FAMILIES.get(form.removesuffix("SB"), "registration")
    return (form + "/A" if re.search(r"/?A$", written) and form != "8-A" else form), family
