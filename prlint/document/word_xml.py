"""Walks the XML of a Word part: names without their namespaces, places in bytes, and nothing that a hostile file could abuse.

The parser is the standard library's expat. A document type is refused as soon as it begins, so there are no entities to
expand and none to fetch; depth is capped; nothing is kept but what the caller keeps.
"""

import codecs
import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from prlint.document.model import ReadError

_SPACES = {
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15:",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_DEEPEST = 256
_DECLARED = re.compile(r"(<\?xml[^>]*?encoding\s*=\s*[\"'])[^\"']+")

Attributes = Mapping[str, str]
Begin = Callable[[str, Attributes, int], None]
End = Callable[[str, int], None]
Told = Callable[[str, int], None]


class _Names(dict[str, str]):
    """Names as expat gives them (`namespace name`) and as the rest of the code calls them (`w:name`)."""

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        self[name] = short = _SPACES.get(space, "?:" if space else "") + local
        return short


def utf_8(data: bytes) -> bytes:
    """A part in UTF-8, which nearly all are; UTF-16 is allowed too."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        return _DECLARED.sub(r"\g<1>UTF-8", data.decode("utf-16"), count=1).encode()
    except UnicodeError as error:
        raise ReadError("is a damaged Word document (a part is not the UTF-16 that it announces)") from error


def walk(data: bytes, begin: Begin, end: End, told: Told | None = None) -> None:
    """Tells of each element where its tag begins, and of each end where its end tag begins; of text, where it stands.

    Places are bytes of `data`; what ends an element without an end tag is told behind it. Raises ReadError.
    """
    parser = expat.ParserCreate("utf-8", " ")
    names = _Names()
    depth = 0

    def begun(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ReadError(f"is a Word document with elements nested more than {_DEEPEST} deep")
        begin(names[name], {names[key]: value for key, value in attributes.items()}, parser.CurrentByteIndex)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(names[name], parser.CurrentByteIndex)

    def refuse(*_: object) -> None:
        raise ReadError("is a Word document with a document type of its own, which prlint refuses")

    parser.StartElementHandler = begun
    parser.EndElementHandler = ended
    parser.StartDoctypeDeclHandler = refuse
    if told:
        parser.CharacterDataHandler = lambda text: told(text, parser.CurrentByteIndex)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError(f"is a damaged Word document ({expat.ErrorString(error.code)}, line {error.lineno} of a part)") from error
