"""Citations of filings with the Securities and Exchange Commission."""

import re
from collections.abc import Iterator
from typing import Any

from prlint.language.lalr import Node
from prlint.language.lexer import Grammar
from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release

_FAMILIES = {"10-K": "annual", "20-F": "annual", "40-F": "annual", "10-Q": "quarterly", "8-K": "current", "6-K": "current", "11-K": "annual"}
_CANDIDATE = pattern(
    r"\b(?:(?:annual|quarterly|interim|half-year|current|transition|periodic) (?:and (?:quarterly|current|periodic) )?reports? (?:filed )?on )?(?:forms? \"?)?"
    r"\b(?:10-?[KQ](?:SB)?|20-?F|40-?F|6-?K|8-?[KA]|S-[1348]|F-[1346]|424B[1-5]?|11-?K)(?:/?A)?\b"
    r"|\b(?:annual|quarterly) reports? (?:for|filed)\b"
)  # fmt: skip
_FORM = re.compile(r"(\d{1,3}|[SF])-?([A-Z]|\d{1,2}|B\d?)", re.I)
_REACH = 260


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
    elif title:
        value["family"] = "annual" if value["title"].lower().startswith("annual") else "quarterly"
    for node in tree.children:
        if isinstance(node, Node) and node.kind in ("period", "filed"):
            end = max(end, _dated(release, node, value, dates) or end)
    if "form" not in value and "fiscal_year" not in value:
        return None
    return Fact("filing", start, end, value)


def _dated(release: Release, node: Node, value: dict[str, Any], dates: dict[int, Fact]) -> int | None:
    """Puts a period or a filing date into the value; where it ends, or None if the words had no date."""
    day = node.first("day")
    text = release.text[node.start : node.end]
    if day is None or (node.kind == "period" and "period" in value) or (node.kind == "filed" and "filed" in value):
        return None
    fact = dates.get(day.start)
    told = fact.value if fact else {}
    year = told.get("year") or _bare_year(release.text[day.start : day.end])
    if not year:
        return None
    full = [year, told["month"], told["day"]] if "day" in told else None
    if node.kind == "filed":
        value["filed"] = full or [year]
        return node.end
    head = text.lower()
    value["period"] = text
    value["period_kind"] = "quarter" if "quarter" in head or re.search(r"\bq[1-4]|\b(?:three|six|nine)[- ]month", head) else "year" if "year" in head or "annual" in head or "fiscal" in head or "twelve" in head else "other"
    if full:
        value["period_end"] = full
    value["fiscal_year"] = year
    return node.end


def _bare_year(written: str) -> int | None:
    match = re.search(r"(?:19|20)\d\d", written)
    return int(match[0]) if match else None


def _normal(written: str) -> tuple[str, str]:
    match = _FORM.search(written)
    if not match:
        return written, "registration"
    form = f"{match[1]}-{match[2]}".upper()
    family = _FAMILIES.get(form.removesuffix("SB"), "registration")
    return (form + "/A" if re.search(r"/?A$", written) and form != "8-A" else form), family
