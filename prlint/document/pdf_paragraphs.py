"""From the lines of pages to paragraphs: which lines go on in the next one, and which only repeat on every page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from prlint.records import Record

LABEL = re.compile(r"[•·▪◦‣■□●○➢✓\uf0b7*–-]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]")
_ITEM = re.compile(r"(?:[•·▪◦‣■□●○➢✓\uf0b7*–-]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]) ")
_NUMBER = re.compile(r"(?:page )?[-–—]? ?(\d{1,4})(?: ?(?:of|/) ?\d{1,4})? ?[-–—]?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# What no word of its own begins with: behind a hyphen at the end of a line it is the rest of a word.
_SUFFIX = re.compile(
    r"(?:tions?|sions?|ments?|ings?|[iy][sz](?:ed|es?|ation)|ity|ties|ally|ab(?:le|ly|ility)|ib(?:le|ility)|[ae]nces?|ous|ives?|ical|ic"
    r"|logy|logical|cal|ers?|ed|ly|ness|tures?|tients?|mab|nib|peutics?|uals?|ars?|ents?|ants?|als?|ates?|ated|tory|ology|est)\b"
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_DIVIDED = re.compile(r"\w-$")
_SENTENCE = re.compile(r"[.:!?][”’\"')\]]*$")
_DASH = re.compile("[–-] ")
_MARGIN = 0.1
_SHORT = 0.5
_LEADING = 1.25
_LARGE = 1.12
_MOST_TITLE_LINES = 5
_INDENT, _CENTRED = 0.8, 6.0


class Line(Record):
    """A line on a page (both counted from 1): its text, with tabs between columns, and where it stands, in points."""

    page: int
    number: int
    text: str
    left: float
    right: float
    base: float
    size: float


class Sheet(Record):
    """A page: its height, and its lines in the order of the file."""

    height: float
    lines: list[Line]


class Told(Record):
    """The text, and by the offset at which each line begins, what its place is called."""

    text: str
    starts: list[int]
    labels: list[str]


class _Setting(Record):
    """How a document is set: the size of its text, the distance of its lines in sizes, and its edges."""

    size: float
    leading: float
    left: float
    right: float


def paragraphs(sheets: Sequence[Sheet]) -> Told:
    """The text of some pages."""
    repeated = _repeated(sheets)
    lines = [line for sheet in sheets for line in sheet.lines if not _is_apart(line, sheet, repeated)]
    if not lines:
        return Told("", [], [])
    setting = _setting(lines)
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    parts, starts, length = [lines[0].text], [0], len(lines[0].text)
    for before, line in pairwise(lines):
        between = _between(before, line, setting)
        if between == " " and _DIVIDED.search(before.text):
            between = ""
            if line.text[:1].islower() and _is_hyphenated(before.text, line.text, words):
                parts[-1] = parts[-1][:-1]
                length -= 1
        parts += [between, line.text]
        starts.append(length + len(between))
        length = starts[-1] + len(line.text)
    return Told("".join(parts), starts, [f"page {line.page}, line {line.number}" for line in lines])


def _repeated(sheets: Sequence[Sheet]) -> frozenset[str]:
    """What stands at the head or the foot of at least half of the pages, whatever its numbers are."""
    found = Counter(key for sheet in sheets for key in {_key(line) for line in sheet.lines if _is_marginal(line, sheet)})
    return frozenset(key for key, times in found.items() if times > 1 and times * 2 >= len(sheets))


def _key(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _is_marginal(line: Line, sheet: Sheet) -> bool:
    return not sheet.height * _MARGIN <= line.base <= sheet.height * (1 - _MARGIN)


def _is_apart(line: Line, sheet: Sheet, repeated: frozenset[str]) -> bool:
    """Whether a line is a running head, a running foot or the number of its page."""
    if not _is_marginal(line, sheet):
        return False
    number = _NUMBER.fullmatch(line.text)
    return _key(line) in repeated or bool(number and int(number[1]) == line.page)


def _setting(lines: Sequence[Line]) -> _Setting:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    apart = Counter(
        round((before.base - line.base) / line.size, 1)
        for before, line in pairwise(lines)
        if before.page == line.page and 0.8 < (before.base - line.base) / line.size < 3
    )
    # Of distances that are about as frequent the least is that of lines, and the others of paragraphs.
    most = max(apart.values(), default=0)
    leading = min((distance for distance, times in apart.items() if times * 3 >= most), default=1.2)
    text = [line for line in lines if "\t" not in line.text]
    return _Setting(size, leading, min((line.left for line in text), default=0.0), max((line.right for line in text), default=0.0))


def _between(before: Line, line: Line, setting: _Setting) -> str:
    """What stands between two lines: a space in a paragraph, a line end, or an empty line."""
    columns = "\t" in before.text or "\t" in line.text
    if before.page != line.page:
        goes_on = not columns and not _SENTENCE.search(before.text) and (line.text[0].islower() or _is_full(before, line, setting))
        return " " if goes_on and not _begins_item(before, line, setting) else "\n\n"
    down = (before.base - line.base) / line.size
    if not 0 < down <= setting.leading * _LEADING or abs(before.size - line.size) > 0.15 * setting.size:
        return "\n\n"
    if columns or _begins_item(before, line, setting):
        return "\n"
    if _is_title(before, line, setting):
        return " "
    indented = line.left > before.left + _INDENT * line.size and not _ITEM.match(before.text) and not _is_centred(before, setting)
    return " " if _is_full(before, line, setting) and not indented else "\n"


def _begins_item(before: Line, line: Line, setting: _Setting) -> bool:
    """Whether a line begins an item of a list. A dash may also be one of the sentence that was wrapped before it."""
    if not _ITEM.match(line.text):
        return False
    in_line = abs(before.left - line.left) < 1 and not _ITEM.match(before.text)
    return not (_DASH.match(line.text) and in_line and _is_full(before, line, setting))


def _is_full(before: Line, line: Line, setting: _Setting) -> bool:
    """Whether the first word of a line had no room in the one before it."""
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * (len(word) + 1) / max(len(line.text), 1)
    slack = 0.5 * line.size
    room = setting.right - before.right
    if before.right - before.left < _SHORT * (setting.right - setting.left):
        return False  # above a long address any line is full
    return room < width + slack or (_is_centred(before, setting) and 2 * room < width + slack)


def _is_title(before: Line, line: Line, setting: _Setting) -> bool:
    """Whether two lines are parts of one heading in large type, or of a centred one at the very top."""
    if before.size > setting.size * _LARGE and line.size > setting.size * _LARGE:
        return True
    return line.page == 1 and line.number <= _MOST_TITLE_LINES and _is_centred(before, setting) and _is_centred(line, setting)


def _is_centred(line: Line, setting: _Setting) -> bool:
    left, right = line.left - setting.left, setting.right - line.right
    return left > 2 * _CENTRED and abs(left - right) < _CENTRED


def _is_hyphenated(before: str, after: str, words: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line only divides a word. A hyphen of the writer's own is kept in doubt."""
    first = re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", before[:-1])
    second = _WORD.match(after)
    if not first or not second or not before[:-1].endswith(first[-1]):
        return False
    whole, joined = f"{first[-1]}-{second[0]}".lower(), f"{first[-1]}{second[0]}".lower()
    if words[joined] or words[whole]:
        return words[joined] > words[whole]
    return bool(_SUFFIX.match(after)) and "-" not in first[-1]
