"""Cuts a text into blocks: paragraphs, list items, table rows, headings, lines of a contact column.

Wires send one paragraph a line, so a line is a block, with one exception: text that was wrapped by hand or by a mail
program, as EDGAR's is. Such text gives itself away. Somewhere a line breaks off and the next one goes on in lower case;
the longest line that does so is the width that the text was set to, and a line is then joined to the next one where the
next word would not have fitted.
"""

from itertools import pairwise

from prlint.language.fold import fold
from prlint.language.kept import compiled
from prlint.language.patterns import Span
from prlint.release.glued import apart

NARROWEST, WIDEST = 40, 132
"""Lines that break off outside of these widths (code points) are not hard-wrapped prose."""

_ITEM = compiled(rb"[*+o\x7f\xb7-] |\x95|\(?(?:[a-z]|[0-9]{1,3}|[ivxIVX]{1,4})[.)] |[A-Z]\) |\[\d+\]|[#>|]")
_CLAUSE = compiled(rb"\((?:[a-z]|[0-9]|[ivx]{1,4})\) [a-z]|[A-Z]\) [a-z]")
# What opens a part of a release even where no blank line parts it from what stands above.
_DATELINE = compiled(
    rb"[A-Z][A-Z.' -]{2,40}[,(/ ][^\n]{0,60}(?:\b(?:19|20)\d\d\b|WIRE\b)[^\n]{0,40}-"
    rb"|[A-Z][A-Za-z.' ]{2,30}, [A-Z][A-Za-z.]{1,15}(?: [A-Z][a-z]+)?, [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b[^\n]{0,40}-"
)
_HEADING = compiled(
    rb"About (?:the )?[A-Z0-9][^\n.]{0,50}$|(?:Safe Harbor|(?:Cautionary|Forward|References|Contacts?)\b)[^\n.]{0,50}$|[A-Z][^\n.]{2,38}:$"
)
_COLUMNS = compiled(r"\S(?:\t| {3,}|\u00a0{3,}| *\| *)\S")
_TITLE_LINES = 4
_SLACK = 2


def cut(text: str) -> tuple[tuple[Span, ...], bytes]:
    """The blocks of a text and its twin, in which a newline inside a block is a space. Spans leave outer blanks out."""
    twin = apart(fold(text))
    lines = _lines(twin)
    width = _width(twin, lines)
    if not width:
        return tuple((start, end) for start, end, _ in lines), twin
    spans: list[Span] = []
    joined = bytearray(twin)
    title = _title_lines(twin, lines)
    for index, (start, end, adjoining) in enumerate(lines):
        before = spans[-1] if spans else (0, 0)
        if adjoining and (index < title or _goes_on(text, twin, lines[index - 1], (start, end), width)):
            joined[joined.index(b"\n", before[1], start)] = 0x20
            spans[-1] = (before[0], end)
        else:
            spans.append((start, end))
    return tuple(spans), bytes(joined)


def _lines(twin: bytes) -> list[tuple[int, int, bool]]:
    """Start and end of each line that is not blank, without outer blanks, and whether a line stands right above it."""
    lines = []
    at = 0
    adjoining = False
    for line in twin.split(b"\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            lines.append((start, start + len(bare), adjoining))
        adjoining = bool(bare)
        at += len(line) + 1
    return lines


def _width(twin: bytes, lines: list[tuple[int, int, bool]]) -> int:
    """The width that the text is wrapped to, or 0 if it is not: at least two lines must break off in mid-sentence."""
    widths = [
        before_end - before
        for (before, before_end, _), (start, _, adjoining) in pairwise(lines)
        if adjoining
        and NARROWEST <= before_end - before <= WIDEST
        and twin[start : start + 1].islower()
        and twin[before_end - 1] not in b".:;!?"
        and twin.find(b"   ", before, before_end) < 0
        and not _ITEM.match(twin, start)
    ]
    return max(widths) if len(widths) > 1 else 0


def _title_lines(twin: bytes, lines: list[tuple[int, int, bool]]) -> int:
    """How many lines at the top of wrapped text are one title: they adjoin, and none is a sentence, an item or an address."""
    count = 1
    while count < len(lines) and lines[count][2]:
        count += 1
    title = [twin[start:end] for start, end, _ in lines[:count]]
    broken = any(line[-1:] in b".:" or _ITEM.match(line) or b"@" in line or len(line) > WIDEST for line in title)
    return 0 if broken or count > _TITLE_LINES or b"RELEASE" in title[0] or b"Key word" in title[0] else count


def _goes_on(text: str, twin: bytes, before: tuple[int, int, bool], here: Span, width: int) -> bool:
    """Whether a line of wrapped text is the continuation of the line right above it."""
    start, end = here
    length = before[1] - before[0]
    if not NARROWEST // 2 <= length <= WIDEST or (_ITEM.match(twin, start) and not _is_clause(twin, before, start)):
        return False
    if _DATELINE.match(twin, start, end) or (twin[before[1] - 1] in b".!?)\"'" and _HEADING.match(twin, start, end)):
        return False
    if _COLUMNS.search(text, before[0], before[1]) or _COLUMNS.search(text, start, end):
        return False
    word = text.find(" ", start, end)  # a space that does not break holds its words together
    word_length = (word if word > 0 else end) - start
    full = length + 1 + word_length > width - _SLACK
    breaks_off = twin[start : start + 1].islower() and twin[before[1] - 1] not in b".:;!?" and length * 10 > width * 6
    return full or breaks_off


def _is_clause(twin: bytes, before: tuple[int, int, bool], start: int) -> bool:
    """Whether "(ii)" at the start of a line numbers a clause of the sentence that the line above leaves open, and no item."""
    line = twin[before[0] : before[1]]
    return bool(_CLAUSE.match(twin, start)) and line[-1:] not in b".:;" and not line.endswith((b"; and", b"; or"))
