"""The encoding of an HTML page: its byte-order mark, what it declares about itself, or what its bytes look like."""

import codecs
import re

from prlint.document.plain import MARKS, decode, one_line_end

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,30})|<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9._-]{2,30})""",
    re.IGNORECASE,
)
_HEAD = 4096
_KNOWN = re.compile(
    r"(?:iso8859-\d+|cp125\d|mac-roman|koi8-[ru]|shift_jis|euc_jp|iso2022_jp|euc_kr|big5|gb2312|gbk|gb18030|cp93[26]|cp949)$"
)
# What pages that declare these really hold.
_WINDOWS = frozenset(("iso8859-1", "ascii", "cp1252"))


def decode_marked(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The characters of a page with `\\n` line ends, its encoding, and notes on what had to be assumed. Raises ReadError."""
    encoding = _declared(data)
    if not encoding or any(data.startswith(mark) for mark, _ in MARKS) or b"\0" in data[:_HEAD]:
        return decode(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if encoding != "utf-8" or not _is_nearly(data):
            text, actual, notes = decode(data)
            return text, actual, notes or (f"declares {encoding.upper()}, and is read as {actual.upper()}",)
        note = f"is not all UTF-8 (byte 0x{data[error.start]:02X} in line {line}); what is not is shown as �"
        return one_line_end(data.decode("utf-8", "replace")), encoding, (note,)
    return one_line_end(text), encoding, ()


def _declared(data: bytes) -> str:
    """Python's name for the encoding that a page declares; empty if it declares none that is known."""
    found = _DECLARED.search(data, 0, _HEAD)
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return ""
    if name in _WINDOWS:
        return "cp1252"
    return name if name == "utf-8" or _KNOWN.match(name) else ""


def _is_nearly(data: bytes) -> bool:
    """Whether a page is UTF-8 but for a few bytes, such as one that was cut off inside a character."""
    text = data.decode("utf-8", "replace")
    wrong, right = text.count("\ufffd"), sum(map(text.count, "’“”–—®™\u00a0"))
    return wrong <= 1 or wrong * 10 < right
