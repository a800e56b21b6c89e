"""Reading a release: from a file or bytes, whatever its format, to one `Document`.

The format is chosen by content. A format is one module with a function from bytes and a path to a Document, and one line
in `_READERS`; only the module of the format at hand is imported.
"""

from importlib import import_module
from pathlib import Path

from prlint.document.formats import ADVICE, NAMES, READ, format_of
from prlint.document.model import Document, Location, ReadError
from prlint.document.plain import read_plain

__all__ = ["LARGEST", "TRACKED", "Document", "Location", "ReadError", "bytes_of", "read"]

LARGEST = 10 * 1024 * 1024

_READERS = {
    "docx": "prlint.document.word:read_word",
    "edgar": "prlint.document.edgar:read_edgar",
    "html": "prlint.document.html:read_html",
    "mail": "prlint.document.mail:read_mail",
    "markdown": "prlint.document.markdown:read_markdown",
    "pdf": "prlint.document.pdf:read_pdf",
    "rtf": "prlint.document.rtf:read_rtf",
}
TRACKED = ("final", "original", "both")
"""What is read of a document with tracked changes: the text as it will be, as it was, or with both what goes and what comes."""


def read(source: Path | bytes, path: str = "", tracked: str = "final") -> Document:
    """A release, from a file or its bytes; `path` is what reports call it (by default the file's own path).

    `tracked` is one of TRACKED. Raises ReadError with one clause about the file: it is missing, empty, binary, too large,
    undecodable, or in a format that this version does not read.
    """
    if isinstance(source, Path):
        path = path or str(source)
        data = bytes_of(source)
    else:
        data = source
    if len(data) > LARGEST:
        raise _too_large()
    kind = format_of(data, path)
    if kind == "text":
        return read_plain(data, path)
    if kind not in _READERS:
        raise ReadError(f"is {NAMES[kind]}; {ADVICE.get(kind, READ)}")
    module, function = _READERS[kind].split(":")
    more = (tracked,) if kind == "docx" else ()
    document: Document = getattr(import_module(module), function)(data, path, *more)
    return document


def bytes_of(source: Path) -> bytes:
    """What a file holds. Raises ReadError."""
    try:
        if source.stat().st_size > LARGEST:
            raise _too_large()
        with source.open("rb") as file:
            data = file.read(LARGEST + 1)  # a device or a pipe tells no size, and may have no end
    except FileNotFoundError as error:
        raise ReadError("does not exist") from error
    except IsADirectoryError as error:
        raise ReadError("is a folder") from error
    except PermissionError as error:
        raise ReadError("may not be read by this user") from error
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror or error})") from error
    if len(data) > LARGEST:
        raise _too_large()
    return data


def _too_large() -> ReadError:
    return ReadError(f"is larger than {LARGEST // (1024 * 1024)} MB, and prlint reads no more")
