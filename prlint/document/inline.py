"""The marks inside a paragraph of Markdown: emphasis, links, code, tags, escapes.

Time grows in step with the text: each mark is met once, and what a mark may reach for is bounded or looked up.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from prlint.document.pieces import ENTITY, RAISED_DIGITS, Pieces
from prlint.records import Record

Stretch = tuple[int, int]

_MARK = re.compile(rf"\\(?:[!-/:-@\[-`{{-~]|\n)|`+|\*+|_+|~~|!?\[|\]|<|{ENTITY}|\n")
_TARGET = re.compile(
    r"\([ \t]{0,9}(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
    r"(?:\s{1,9}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t]{0,9}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
_NOTE = re.compile(r"\[\^([\w-]{1,20})\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)?[^\s<>]{1,500}[@/.][^\s<>]{1,500})>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,30})(?:\s[^<>]{0,500})?/?>")
_STRUCK = frozenset(("del", "s", "strike"))


class _Event(Record):
    """Something between two offsets of the paragraph that is not shown as it is written."""

    start: int
    end: int
    kind: str
    text: str = ""


class Inline:
    """Reads one paragraph, whose lines are stretches of the source."""

    def __init__(self, pieces: Pieces, defined: frozenset[str]) -> None:
        self._pieces = pieces
        self._defined = defined
        self._events: list[_Event] = []
        self._struck: list[Stretch] = []
        self._body = ""
        self._lines: Sequence[Stretch] = ()
        self._starts: list[int] = []

    def read(self, lines: Sequence[Stretch], kept: Sequence[bool]) -> None:
        """Hands the lines to the pieces; one that is `kept` stays a line, others are joined."""
        self._body = "\n".join(self._pieces.source[start:end] for start, end in lines)
        self._lines = lines
        self._starts = [0, *accumulate(end - start + 1 for start, end in lines)][:-1]
        self._scan()
        self._tell(kept)

    def _scan(self) -> None:
        """Finds what the marks of the paragraph mean."""
        body = self._body
        brackets: list[re.Match[str]] = []
        open_runs: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        deleted: list[int] = []
        last_ticks: dict[int, int] = {}
        for ticks in re.finditer("`+", body):
            last_ticks[len(ticks[0])] = ticks.start()
        at = 0
        while match := _MARK.search(body, at):
            at = match.end()
            mark = match[0]
            if mark[0] == "\\":
                self._events.append(_Event(match.start(), at if mark[1] == "\n" else at - 1, "break" if mark[1] == "\n" else "drop"))
            elif mark[0] == "`":
                at = self._code(match, last_ticks)
            elif mark[0] in "*_~":
                self._emphasis(match, open_runs[mark[0]])
            elif mark in ("[", "![", "]"):
                at = self._bracket(match, brackets)
            elif mark == "<":
                at = self._angle(match.start(), deleted)

    def _bracket(self, match: re.Match[str], brackets: list[re.Match[str]]) -> int:
        """A bracket that opens or closes, and where to go on."""
        if match[0] == "]":
            return self._link(brackets.pop(), match.start()) if brackets else match.end()
        after = self._footnote(match)
        if not after:
            brackets.append(match)
        return after or match.end()

    def _code(self, opening: re.Match[str], last_ticks: dict[int, int]) -> int:
        """A span of code, whose content is shown as it is."""
        ticks, start = opening[0], opening.end()
        if last_ticks.get(len(ticks), -1) < start:  # an escape may have cut a run short
            return start
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self._body, start)
        if closing is None:
            return start
        self._events += [_Event(opening.start(), start, "drop"), _Event(closing.start(), closing.end(), "drop")]
        return closing.end()

    def _emphasis(self, match: re.Match[str], stack: list[list[int]]) -> None:
        """A run of marks: it closes what stands open as far as it can, and the rest of it may open."""
        start, end = match.span()
        before, after = self._body[start - 1 : start] or " ", self._body[end : end + 1] or " "
        can_open = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        can_close = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        if match[0][0] == "_":
            can_open, can_close = can_open and not before.isalnum(), can_close and not after.isalnum()
        while can_close and stack and start < end:
            opener = stack[-1]
            used = min(opener[1] - opener[0], end - start)
            self._events += [_Event(opener[1] - used, opener[1], "drop"), _Event(start, start + used, "drop")]
            if match[0] == "~~":
                self._struck.append((opener[1] - used, start))
            opener[1] -= used
            start += used
            if opener[0] == opener[1]:
                stack.pop()
        if can_open and start < end:
            stack.append([start, end])

    def _footnote(self, match: re.Match[str]) -> int:
        note = _NOTE.match(self._body, match.start())
        if note is None:
            return 0
        text = note[1].translate(RAISED_DIGITS) if note[1].isdecimal() else ""
        self._events.append(_Event(note.start(), note.end(), "put", text))
        return note.end()

    def _link(self, opening: re.Match[str], close: int) -> int:
        """What a closing bracket means: a link, whose text is shown; an image, which is not text; or a bracket."""
        body = self._body
        end = 0
        if target := _TARGET.match(body, close + 1):
            end = target.end()
        elif (named := _REFERENCE.match(body, close + 1)) and (named[1] or body[opening.end() : close]).casefold() in self._defined:
            end = named.end()
        elif close - opening.end() <= 200 and body[opening.end() : close].casefold() in self._defined:
            end = close + 1
        if not end:
            return close + 1
        if opening[0] == "![":
            self._struck.append((opening.start(), end))
        self._events += [_Event(opening.start(), opening.end(), "drop"), _Event(close, end, "drop")]
        return end

    def _angle(self, at: int, deleted: list[int]) -> int:
        """A tag, a comment or an address between angle brackets; anything else is text."""
        body = self._body
        if body.startswith("<!--", at):
            close = body.find("-->", at + 4)
            if close < 0:
                return len(body)
            self._events.append(_Event(at, close + 3, "remark", body[at + 4 : close]))
            return close + 3
        if tag := _TAG.match(body, at):
            name = tag[2].lower()
            if name in _STRUCK and not tag[1]:
                deleted.append(at)
            elif name in _STRUCK and deleted:
                self._struck.append((deleted.pop(), at))
            kind = "break" if name == "br" else "raise" if name == "sup" else "drop"
            self._events.append(_Event(at, tag.end(), kind, tag[1]))
            return tag.end()
        if address := _ADDRESS.match(body, at):
            self._events += [_Event(at, at + 1, "drop"), _Event(address.end() - 1, address.end(), "drop")]
            return address.end()
        return at + 1

    def _tell(self, kept: Sequence[bool]) -> None:
        """Hands over what is shown, stretch by stretch."""
        events = [_Event(start, end, "drop") for start, end in _joined(self._struck)]
        events += self._events
        events += [_Event(match.start(), match.end(), "line") for match in re.finditer("\n", self._body)]
        raised: list[int] = []
        at = 0
        for event in sorted(events, key=lambda event: (event.start, -event.end)):
            if event.start < at:  # inside of another, such as a mark in what is struck
                continue
            self._shown(at, event.start)
            at = event.end
            place = self._place(event.start)
            if event.kind == "line":
                self._line_ends(event.start, kept)
            elif event.kind == "break":
                self._pieces.line()
            elif event.kind == "put":
                self._pieces.put(event.text, place, place + event.end - event.start)
            elif event.kind == "remark":
                self._pieces.remark(event.text, place)
            elif event.kind == "raise" and not event.text:
                raised.append(self._pieces.here)
            elif event.kind == "raise" and raised:
                self._pieces.raised(raised.pop())
        self._shown(at, len(self._body))

    def _line_ends(self, at: int, kept: Sequence[bool]) -> None:
        index = bisect_right(self._starts, at) - 1
        end = self._lines[index][1]
        if kept[index] or self._body[max(at - 2, 0) : at] == "  ":
            self._pieces.line()
        else:
            self._pieces.space(end, end + 1)

    def _place(self, offset: int) -> int:
        """Where a character of the paragraph stands in the source."""
        index = bisect_right(self._starts, offset) - 1
        return self._lines[index][0] + offset - self._starts[index]

    def _shown(self, start: int, end: int) -> None:
        """Text as it is, which lies in one line unless it is code."""
        while start < end:
            index = bisect_right(self._starts, start) - 1
            stop = min(end, self._starts[index] + self._lines[index][1] - self._lines[index][0])
            if start < stop:
                self._pieces.text(self._place(start), self._place(start) + stop - start)
            start = max(stop, start + 1)


def _is_mark(char: str) -> bool:
    """Whether a character is ASCII punctuation. A ® or a typographic quote is part of its word here."""
    return char.isascii() and not char.isalnum() and not char.isspace()


def _joined(spans: Sequence[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
