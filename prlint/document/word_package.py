"""The zip file that a Word document is: its parts, read within limits, and a copy with some of them replaced.

Nothing is inflated but the parts that are asked for, and of those no more than they announce and than is allowed. What a
copy does not replace (pictures, macros, embedded files) goes into it as it is stored, never inflated at all.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping

from prlint.document.model import ReadError
from prlint.document.word_xml import Attributes, utf_8, walk
from prlint.records import Record

LARGEST_PART = 64 * 1024 * 1024
_STEEPEST = 250  # times smaller than inflated: text of one repeated paragraph comes to 150, a bomb to 1,000
_MANY_PARTS = 20_000
_SMALL = 1024 * 1024
_LOCAL_HEADER = 30
_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8
_TYPES = "[Content_Types].xml"


class Relation(Record):
    """A link from one part to another: what kind of part it is, and its name."""

    kind: str
    target: str


class Package:
    """The parts of a Word document. Its methods raise ReadError."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            names = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError) as error:
            raise ReadError("is a damaged or truncated Word document") from error
        if len(names) > _MANY_PARTS or len(set(names)) < len(names):
            raise ReadError("is a damaged Word document (its list of parts makes no sense)")
        self._names = frozenset(names)
        main = [link.target for link in self.relations("").values() if link.kind == "officeDocument"]
        self.main = main[0] if main else "word/document.xml"
        if self.main not in self._names:
            raise ReadError("is a damaged Word document (it has no text part)")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> bytes:
        """A part, in UTF-8."""
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise ReadError("is an encrypted Word document; save it without a password")
        steep = info.file_size > _SMALL and info.file_size > info.compress_size * _STEEPEST
        if info.file_size > LARGEST_PART or steep:
            raise ReadError(f"would inflate to {info.file_size / _SMALL:.0f} MB of text, which prlint refuses")
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)  # a header may lie
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise ReadError("is a damaged or truncated Word document") from error
        if len(data) != info.file_size:
            raise ReadError("is a damaged Word document (a part is not as long as it says)")
        return utf_8(data)

    def relations(self, name: str) -> dict[str, Relation]:
        """The links of a part by their ids; of the package itself where the name is empty."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, Relation] = {}

        def begin(element: str, attributes: Attributes, _at: int) -> None:
            if element == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                found[attributes.get("Id", "")] = Relation(posixpath.basename(attributes.get("Type", "")), target.lstrip("/"))

        if links in self._names:
            walk(self.part(links), begin, lambda _name, _at: None)
        return found

    def linked(self, kind: str) -> list[str]:
        """The parts of a kind that the text links to and that are there."""
        return [link.target for link in self.relations(self.main).values() if link.kind == kind and link.target in self._names]

    @property
    def has_macros(self) -> bool:
        """Whether the document says that it holds macros. They are never run; Word wants such a file to be called .docm."""
        return _TYPES in self._names and b"macroEnabled" in self.part(_TYPES)

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The document with some parts replaced or added; all others are the very bytes that they were."""
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self._zip.infolist():
                if info.filename in parts:
                    out.writestr(_like(info), parts[info.filename])
                else:
                    self._copy(info, out, copy)
            for name, data in parts.items():
                if name not in self._names:
                    out.writestr(_like(zipfile.ZipInfo(name)), data)
        return copy.getvalue()

    def _copy(self, info: zipfile.ZipInfo, out: zipfile.ZipFile, copy: io.BytesIO) -> None:
        """One part as it is stored, behind a header of its own."""
        header = self._data[info.header_offset : info.header_offset + _LOCAL_HEADER]
        begin = info.header_offset + _LOCAL_HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        stored = self._data[begin : begin + info.compress_size]
        if len(stored) != info.compress_size:
            raise ReadError("is a damaged or truncated Word document")
        same = zipfile.ZipInfo(info.filename, info.date_time)
        for field in ("compress_type", "comment", "create_system", "external_attr", "internal_attr", "CRC", "compress_size", "file_size"):
            setattr(same, field, getattr(info, field))
        same.flag_bits = info.flag_bits & ~_DESCRIPTOR
        same.header_offset = copy.tell()
        copy.write(same.FileHeader(zip64=False) + stored)
        out.start_dir = copy.tell()  # where zipfile goes on writing
        out.filelist.append(same)
        out.NameToInfo[same.filename] = same


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A header for a part that is written anew; without a time of its own, so that the same input gives the same bytes."""
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.compress_type = zipfile.ZIP_DEFLATED
    same.external_attr = info.external_attr
    return same
