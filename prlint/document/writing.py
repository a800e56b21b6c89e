"""Writing a changed release back, so that nothing else of the author's file changes.

The encoding, the byte-order mark and every line end stay as they are; a file is replaced in one step or not at all.
"""

import os
import re
import stat
from bisect import bisect_left
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prlint.document.formats import format_of
from prlint.document.model import Document
from prlint.document.plain import LINE_ENDS, MARKS

_ANY_LINE_END = re.compile(f"{LINE_ENDS.pattern}|\n")
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class WriteError(ValueError):
    """A file that cannot be written. The message is one clause whose subject is the file: "is read-only"."""


def can_hold(document: Document, text: str) -> bool:
    """Whether the encoding of a document's file has every character of a text."""
    try:
        text.encode(document.encoding)
    except UnicodeEncodeError:
        return False
    return True


def rewritten(data: bytes, document: Document, edits: Iterable[tuple[int, int, str]]) -> bytes:
    """The bytes of a plain text file with stretches of its text replaced.

    An edit is a start and an end in code points of `document.text`, and what to put there; edits are sorted and apart.
    Line ends in them become those of the file. Raises WriteError for other formats, and UnicodeEncodeError (see `can_hold`).
    """
    if format_of(data) != "text":
        raise WriteError("is not plain text; prlint changes text and Markdown only")
    mark = next((mark for mark, encoding in MARKS if encoding == document.encoding and data.startswith(mark)), b"")
    raw = data[len(mark) :].decode(document.encoding)
    longer = [match.start() - index for index, match in enumerate(re.finditer("\r\n", raw))]
    line_end = found[0] if (found := _ANY_LINE_END.search(raw)) else "\n"
    pieces, done = [], 0
    for start, end, text in edits:
        first, last = start + bisect_left(longer, start), end + bisect_left(longer, end)
        pieces += [raw[done:first], text.replace("\n", line_end)]
        done = last
    return mark + "".join([*pieces, raw[done:]]).encode(document.encoding)


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
        if not status.st_mode & _WRITABLE or not os.access(target, os.W_OK):
            raise WriteError("is read-only, and was left as it is")
        if target.read_bytes() != before:
            raise WriteError("was changed by somebody else meanwhile, and was left as it is")
        _replace(target, after, status)
    except OSError as error:
        raise WriteError(f"cannot be written ({(error.strerror or str(error)).lower()}), and was left as it is") from error


def _replace(target: Path, data: bytes, status: os.stat_result) -> None:
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=".prlint-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown"):
            with suppress(PermissionError):  # only root may give a file away
                os.chown(beside, status.st_uid, status.st_gid)
        beside.chmod(stat.S_IMODE(status.st_mode))
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
