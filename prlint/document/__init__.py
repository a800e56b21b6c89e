"""Reading a release: from a file or bytes, whatever its format, to one `Document`.

The format is chosen by content. A format is one module with a function from bytes and a path to a Document, and one line
in `_READERS`.
"""

from collections.abc import Callable
from pathlib import Path

from prlint.document.formats import NAMES, format_of
from prlint.document.model import Document, Location, ReadError
from prlint.document.plain import read_plain

__all__ = ["Document", "Location", "ReadError", "bytes_of", "read"]

LARGEST = 10 * 1024 * 1024

_READERS: dict[str, Callable[[bytes, str], Document]] = {"text": read_plain}


def read(source: Path | bytes, path: str = "") -> Document:
    """A release, from a file or its bytes; `path` is what reports call it (by default the file's own path).

    Raises ReadError with one clause about the file: it is missing, empty, binary, too large, undecodable, or in a format
    that this version does not read.
    """
    if isinstance(source, Path):
        path = path or str(source)
        data = bytes_of(source)
    else:
        data = source
    if len(data) > LARGEST:
        raise _too_large(len(data))
    kind = format_of(data)
    if kind not in _READERS:
        raise ReadError(f"is {NAMES[kind]}; this version reads plain text and Markdown")
    return _READERS[kind](data, path)


def bytes_of(source: Path) -> bytes:
    """What a file holds. Raises ReadError."""
    try:
        size = source.stat().st_size
        if size > LARGEST:
            raise _too_large(size)
        return source.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("does not exist") from error
    except IsADirectoryError as error:
        raise ReadError("is a folder") from error
    except PermissionError as error:
        raise ReadError("may not be read by this user") from error
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror or error})") from error


def _too_large(size: int) -> ReadError:
    return ReadError(f"is {size / (1024 * 1024):.1f} MB large; prlint reads files of up to {LARGEST // (1024 * 1024)} MB")
