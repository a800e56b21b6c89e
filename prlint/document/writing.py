"""Writing a changed release back, so that nothing else of the author's file changes.

The encoding, the byte-order mark and every line end stay as they are; a file is replaced in one step or not at all.
"""

import os
import re
import stat
from bisect import bisect_left
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from prlint.document.formats import format_of
from prlint.document.model import Document
from prlint.document.plain import LINE_ENDS, MARKS

_ANY_LINE_END = re.compile(f"{LINE_ENDS.pattern}|\n")
_WRITTEN = frozenset(("text", "markdown", "html", "edgar"))
_PAGES = frozenset(("html", "edgar"))
_IN_A_PAGE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_MARKDOWN = re.compile(r"[\\*_`\[]|<(?=[A-Za-z/!])|&(?=#?\w{2,31};)|~(?=~)")
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class WriteError(ValueError):
    """A file that cannot be written. The message is one clause whose subject is the file: "is read-only"."""


def can_hold(document: Document, text: str) -> bool:
    """Whether the encoding of a document's file has every character of a text, or a way to write it."""
    try:
        text.encode(document.encoding)
    except UnicodeEncodeError:
        return document.format in _PAGES
    return True


def obstacle(document: Document, start: int, end: int, text: str) -> str:
    """What keeps an edit of `document.text` from being written into its file, in a few words; empty if nothing does."""
    if document.format not in _WRITTEN:
        return "only text, Markdown and HTML are changed in their files"
    if not can_hold(document, text):
        missing = sorted({char for char in text if not can_hold(document, char)})
        encoding = {"cp1252": "Windows-1252"}.get(document.encoding, document.encoding.upper())
        return f"{encoding} has no {' '.join(f'`{char}`' for char in missing)}"
    if document.origin and _through(document, start, end, text) is None:
        return "the marks of the file stand in its way"
    return ""


def rewritten(data: bytes, document: Document, edits: Iterable[tuple[int, int, str]]) -> bytes:
    """The bytes of a text, Markdown or HTML file with stretches of its text replaced.

    An edit is a start and an end in code points of `document.text`, and what to put there; edits are sorted and apart, and
    have no `obstacle`. Line ends in them become those of the file. Raises WriteError for other formats and for a file whose
    bytes are not all of its encoding, and UnicodeEncodeError (see `can_hold`).
    """
    if document.format not in _WRITTEN or format_of(data, document.path) not in _WRITTEN:
        raise WriteError("is not plain text; prlint changes text, Markdown and HTML only")
    mark = next((mark for mark, encoding in MARKS if encoding == document.encoding and data.startswith(mark)), b"")
    try:
        raw = data[len(mark) :].decode(document.encoding)
    except UnicodeDecodeError as error:
        raise WriteError("has bytes that are no characters, and was left as it is") from error
    longer = [match.start() - index for index, match in enumerate(re.finditer("\r\n", raw))]
    line_end = found[0] if (found := _ANY_LINE_END.search(raw)) else "\n"
    pieces, done = [], 0
    for edit in edits:
        start, end, text = (_through(document, *edit) if document.origin else None) or edit
        first, last = start + bisect_left(longer, start), end + bisect_left(longer, end)
        pieces += [raw[done:first], text.replace("\n", line_end)]
        done = last
    return mark + "".join([*pieces, raw[done:]]).encode(document.encoding)


def _through(document: Document, start: int, end: int, text: str) -> tuple[int, int, str] | None:
    """An edit of the text as one of the marked-up source; None if it cannot be one."""
    origin = document.origin
    stretch: Callable[[int, int], tuple[int, int] | None] | None = getattr(origin, "stretch", None)
    place = stretch(start, end) if stretch else None
    if place is None:
        return None
    if document.format in _PAGES:
        told = text.translate(_IN_A_PAGE).encode(document.encoding, "xmlcharrefreplace").decode(document.encoding)
        return None if "\n" in text else (*place, told)
    if text.startswith("\n") and start == end:  # a new paragraph begins behind all marks of this one
        source: str = getattr(origin, "source", "")
        line_end = source.find("\n", place[1])
        place = (line_end, line_end) if line_end >= 0 else (len(source), len(source))
    return (*place, _IN_MARKDOWN.sub(r"\\\g<0>", text))


def save(path: Path, before: bytes, after: bytes) -> None:
    """Replaces a file in one step: whoever reads it finds the old bytes or the new ones.

    `before` is what it must still hold. A link stays a link, and the file that it leads to is replaced; mode and owner stay.
    Raises WriteError, and then the file is as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
        if not stat.S_ISREG(status.st_mode):
            raise WriteError("is no regular file, and was left as it is")
        _can_replace(target, status)
        if target.read_bytes() != before:
            raise WriteError("was changed by somebody else meanwhile, and was left as it is")
        _replace(target, after, status)
    except OSError as error:
        raise WriteError(f"cannot be written ({(error.strerror or str(error)).lower()}), and was left as it is") from error


def put(path: Path, data: bytes) -> None:
    """Writes a file of prlint's own, new or in the place of an old one, in one step. A link stays a link. Raises WriteError.

    A pipe or a device is not replaced: it is written to, and never read, for it may be without end.
    """
    target = Path(os.path.realpath(path))
    try:
        status = path.stat() if path.exists() else None
        if status and not stat.S_ISREG(status.st_mode):
            path.write_bytes(data)
            return
        if status:
            _can_replace(target, status)
        _replace(target, data, status)
    except OSError as error:
        raise WriteError(f"cannot be written ({(error.strerror or str(error)).lower()})") from error


def _can_replace(target: Path, status: os.stat_result) -> None:
    """Raises WriteError for a file that is read-only: replacing it would not ask whether it may be changed."""
    if not status.st_mode & _WRITABLE or not os.access(target, os.W_OK):
        raise WriteError("is read-only, and was left as it is")


def _replace(target: Path, data: bytes, status: os.stat_result | None = None) -> None:
    """Writes a file beside the target and puts it in its place; `status` tells the mode and the owner of an old one."""
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=".prlint-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if status and hasattr(os, "chown"):
            with suppress(PermissionError):  # only root may give a file away
                os.chown(beside, status.st_uid, status.st_gid)
        beside.chmod(stat.S_IMODE(status.st_mode) if status else _allowed())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _allowed() -> int:
    """The mode of a new file, as the user's umask allows."""
    masked = os.umask(0o077)  # there is no other way to ask for it
    os.umask(masked)
    return 0o666 & ~masked
