"""Writes findings into a copy of a Word document, each as a comment on exactly its words.

Only bytes are put in: marks around the words in the text part, the comments in theirs, and what says that there are
comments. Comments of prlint's own that an earlier run left are kept where they still hold and taken out where they do not;
those of others are never touched, nor one of ours that somebody has answered.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from prlint.document.word import story_of
from prlint.document.word_marks import anchor, marked, unmarked
from prlint.document.word_package import Package
from prlint.document.word_runs import MAIN_SPACES, Words, escaped, spliced, words_of
from prlint.document.word_story import Story
from prlint.document.word_xml import Attributes, walk
from prlint.records import Record

AUTHOR, INITIALS = "prlint", "pr"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ID = re.compile(rb":id=[\"'](\d{1,9})[\"']")
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Remark(Record):
    """What to say of a span of the text: paragraphs of a comment, the first of which is its heading."""

    start: int
    end: int
    lines: tuple[str, ...]


class _Comment(Record):
    """A comment that the document has: its id, whose it is, its paragraphs, where it stands in its part, and its paragraphs' ids."""

    id: str
    author: str
    lines: tuple[str, ...]
    start: int
    end: int
    paragraphs: frozenset[str]


def annotated(data: bytes, remarks: Iterable[Remark], date: str, tracked: str = "final") -> bytes:
    """A copy of a Word document with remarks as comments; `date` is written as `2026-01-31T12:00:00Z`.

    Offsets are of the text that `read_word` gives with the same `tracked`. Raises ReadError.
    """
    package = Package(data)
    story = story_of(package, tracked)
    text = package.part(package.main)
    linked = package.linked("comments")
    comments = package.part(linked[0]) if linked else b""
    known = _Comments().read(comments) if comments else []
    spans = [(anchor(story, remark.start, remark.end, package.main), remark) for remark in remarks]
    wanted = Counter((*span, remark.lines) for span, remark in spans)
    kept, dropped = _sorted_out(known, story, wanted, _answered(package))
    new = []
    for span, remark in spans:
        key = (*span, remark.lines)
        if kept[key]:
            kept[key] -= 1
        else:
            new.append((span, remark))
    if not new and not dropped:
        return data
    number = 1 + max((int(found) for part in (text, comments) for found in _ID.findall(part)), default=-1)
    gone = {comment.id.encode() for comment in dropped}
    changes = unmarked(text, story.runs, package.main, gone)
    changes += marked(text, story, [(span, number + index) for index, (span, _) in enumerate(new)])
    parts = {package.main: spliced(text, changes)}
    words = words_of(comments) if comments else Words(b"w", b"")
    bodies = b"".join(_body(words, number + index, remark.lines, date) for index, (_, remark) in enumerate(new))
    if linked:
        parts[linked[0]] = _appended(spliced(comments, [(comment.start, comment.end, b"") for comment in dropped]), bodies)
    else:
        parts.update(_new_part(package, bodies))
    return package.replaced(parts)


def _sorted_out(
    known: list[_Comment], story: Story, wanted: Counter[tuple[int, int, tuple[str, ...]]], answered: frozenset[str]
) -> tuple[Counter[tuple[int, int, tuple[str, ...]]], list[_Comment]]:
    """Of our own comments, how many stand where one is wanted, and those that are to go."""
    kept: Counter[tuple[int, int, tuple[str, ...]]] = Counter()
    dropped = []
    headings = {(start, end, lines[0]): (start, end, lines) for start, end, lines in wanted}
    for comment in known:
        if comment.author != AUTHOR:
            continue
        span = story.comments.get(comment.id, (-1, -1))
        key = (*span, comment.lines)
        talked_of = bool(comment.paragraphs & answered)
        if talked_of:
            key = headings.get((*span, comment.lines[0] if comment.lines else ""), key)
        if kept[key] < wanted[key]:
            kept[key] += 1
        elif not talked_of:
            dropped.append(comment)
    return kept, dropped


def _answered(package: Package) -> frozenset[str]:
    """The paragraphs of comments that other comments answer."""
    parents: set[str] = set()

    def begin(name: str, attributes: Attributes, _at: int) -> None:
        if name == "w15:commentEx":
            parents.add(attributes.get("w15:paraIdParent", ""))

    for part in package.linked("commentsExtended"):
        walk(package.part(part), begin, lambda _name, _at: None)
    return frozenset(parents - {""})


class _Comments:
    """Reads the part of the comments."""

    def __init__(self) -> None:
        self._found: list[_Comment] = []
        self._path: list[str] = []
        self._lines: list[str] = []
        self._ids: set[str] = set()
        self._begun: tuple[str, str, int] = ("", "", 0)

    def read(self, data: bytes) -> list[_Comment]:
        self._data = data
        walk(data, self._begin, self._end, self._told)
        return self._found

    def _begin(self, name: str, attributes: Attributes, at: int) -> None:
        self._path.append(name)
        if name == "w:comment":
            self._begun = (attributes.get("w:id", ""), attributes.get("w:author", ""), at)
            self._lines, self._ids = [], set()
        elif name == "w:p":
            self._lines.append("")
            self._ids.add(attributes.get("w14:paraId", ""))

    def _told(self, text: str, _at: int) -> None:
        if self._path[-1] == "w:t" and self._lines:
            self._lines[-1] += text

    def _end(self, _name: str, at: int) -> None:
        if self._path.pop() == "w:comment":
            end = self._data.index(b">", at) + 1 if self._data.startswith(b"</", at) else at
            identity, author, start = self._begun
            self._found.append(_Comment(identity, author, tuple(self._lines), start, end, frozenset(self._ids - {""})))


def _body(words: Words, number: int, lines: tuple[str, ...], date: str) -> bytes:
    """A comment; its first paragraph holds the mark that Word shows, and is bold."""
    own = f'w:id="{number}" w:author="{AUTHOR}" w:date="{date}" w:initials="{INITIALS}"'
    paragraphs = []
    for index, line in enumerate(lines):
        mark = words.tag("r") + words.tag("annotationRef", empty=True) + words.end("r") if index == 0 else b""
        bold = words.tag("rPr") + words.tag("b", empty=True) + words.end("rPr") if index == 0 else b""
        text = words.tag("t")[:-1] + b' xml:space="preserve">' + escaped(line) + words.end("t")
        paragraphs.append(words.tag("p") + mark + words.tag("r") + bold + text + words.end("r") + words.end("p"))
    return words.tag("comment", own) + b"".join(paragraphs) + words.end("comment")


def _appended(data: bytes, inner: bytes) -> bytes:
    """A part with something put in at the end of its root."""
    if not inner:
        return data
    bare = data.rstrip()
    if bare.endswith(b"/>"):
        at = bare.rindex(b"<")
        name = bare[at + 1 : -2].split()[0]
        return data[:at] + bare[at:-2] + b">" + inner + b"</" + name + b">"
    at = data.rindex(b"</")
    return data[:at] + inner + data[at:]


def _new_part(package: Package, bodies: bytes) -> dict[str, bytes]:
    """A part for comments, and what leads to it: the type of the part, and the link from the text."""
    folder, base = posixpath.split(package.main)
    names = (f"comments{number or ''}.xml" for number in range(1000))
    name = next(name for name in names if posixpath.join(folder, name) not in package)
    part = posixpath.join(folder, name)
    strict = MAIN_SPACES[1].encode() in package.part(package.main)
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    old = package.part(links) if links in package else _HEAD + f'<Relationships xmlns="{_LINKS}"/>'.encode()
    number = 1 + max((int(found) for found in re.findall(rb"[\"']rId(\d{1,9})[\"']", old)), default=0)
    link = f'Id="rId{number}" Type="{_RELATIONS[strict]}/comments" Target="{name}"'
    types = package.part("[Content_Types].xml")
    return {
        part: _HEAD + f'<w:comments xmlns:w="{MAIN_SPACES[strict]}">'.encode() + bodies + b"</w:comments>",
        links: _appended(old, _element(old, "Relationship", link)),
        "[Content_Types].xml": _appended(types, _element(types, "Override", f'PartName="/{part}" ContentType="{_TYPE}"')),
    }


def _element(data: bytes, name: str, attributes: str) -> bytes:
    """An empty element with the prefix that the root of a part has."""
    root = re.search(rb"<([\w.-]+:)?(?:Relationships|Types)\b", data)
    return b"<" + (root[1] or b"" if root else b"") + f"{name} {attributes}/>".encode()
