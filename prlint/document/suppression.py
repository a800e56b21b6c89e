"""Comments that take findings back: what `<!-- prlint: ignore EFF003 agreed with counsel -->` means.

`ignore CODES reason` holds for the paragraph that the comment stands in, or between two for the next one; `off CODES reason`
up to `on`, or to the end; `ignore-file CODES reason` for all of the file. CODES are codes, families or names of rules with
commas between them, or ALL.
"""

import re
from collections.abc import Iterable

from prlint.document.model import Location, Suppression
from prlint.records import Record

_OURS = re.compile(r"\s*prlint\s*:\s*(\S*)\s*(.*)", re.DOTALL | re.IGNORECASE)
_ONE = r"(?:[A-Z]{3,6}\d{0,3}|[a-z0-9]+(?:-[a-z0-9]+)+)"
_CODES = re.compile(rf"({_ONE}(?:\s*,\s*{_ONE})*)(?![\w-])[\s:–—-]*(.*)", re.DOTALL)


class Comment(Record):
    """A comment: its text, the offset where it stands, whether a new paragraph begins there, and its place in the file."""

    text: str
    offset: int
    between: bool
    location: Location


class Told(Record):
    """What the comments of a file say, and notes on those that say nothing that can be understood."""

    suppressions: tuple[Suppression, ...]
    notes: tuple[str, ...]


def read_suppressions(comments: Iterable[Comment], text: str) -> Told:
    """The suppressions of a text."""
    told: list[Suppression] = []
    off: list[Suppression] = []
    notes = []
    for comment in comments:
        ours = _OURS.match(comment.text)
        if ours is None:
            continue
        command, rest = ours[1].lower(), ours[2].strip()
        named = _CODES.match(rest)
        if command == "on" and not rest:
            told += [one._replace(end=comment.offset) for one in off]
            off = []
        elif command in ("ignore", "ignore-file", "off") and named:
            codes = tuple(code.strip() for code in named[1].split(","))
            start, end = (0, len(text)) if command == "ignore-file" else _paragraph(comment, text)
            one = Suppression(codes, start, end, " ".join(named[2].split()), comment.location)
            if command == "off":
                off.append(one._replace(start=comment.offset, end=len(text)))
            else:
                told.append(one)
        else:
            what = "names no rule" if command in ("ignore", "ignore-file", "off") else "says neither ignore, ignore-file, off nor on"
            notes.append(f"the comment in line {comment.location.line} {what}, and has no effect")
    return Told((*told, *off), tuple(notes))


def _paragraph(comment: Comment, text: str) -> tuple[int, int]:
    """The line of the text that a comment stands in, or the next one that is not blank."""
    at = comment.offset
    if comment.between:
        while at < len(text) and text[at] == "\n":
            at += 1
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
