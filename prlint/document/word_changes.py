"""Writes fixes into a copy of a Word document as tracked changes, which a person accepts or rejects.

The words that go are marked as deleted, those that come as inserted, by the author "prlint", in the look of the words that
they replace. Accepting all gives the fixed text, rejecting all the text as it was.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from prlint.document.word import story_of
from prlint.document.word_comments import AUTHOR
from prlint.document.word_package import Package
from prlint.document.word_runs import Words, anatomy, before, behind, children_of, escaped, pieces_of, spliced, tag_at, words_of
from prlint.document.word_story import Paragraph, Run
from prlint.records import Record

_ID = re.compile(rb":id=[\"'](\d{1,9})[\"']")
_TEXT = re.compile(rb"(</?(?:[\w.-]+:)?)(t|instrText)(?=[\s/>])")
_OLD_LOOK = re.compile(rb"<((?:[\w.-]+:)?rPrChange)\b.*?</\1>", re.DOTALL)
_BREAK = "\n\n"
_NO_FIX = (b"footnoteReference", b"endnoteReference")


class _Cut(Record):
    """A place in a run where a deletion begins or ends, and what is inserted there."""

    at: int
    opens: bool
    inserted: str = ""


class Draft:
    """A Word document that is to be changed, read as its text will be. Offsets are of that text. Raises ReadError."""

    def __init__(self, data: bytes) -> None:
        self._package = Package(data)
        self.story = story_of(self._package, "final")
        self._parts = {run.part: self._package.part(run.part) for run in {run.part: run for run in self.story.runs}.values()}

    def can_change(self, start: int, end: int, text: str) -> bool:
        """Whether a stretch of the text can be replaced: it stands in the file itself, in one paragraph, in runs that can be cut."""
        if start == end and text.startswith(_BREAK):
            return not re.search("\n", text.replace(_BREAK, "")) and self._ends_at(start) is not None
        if re.search("[\n\t]", text):
            return False
        start, end, text = self._least(start, end, text)
        spans = self._runs_between(start, end) if start < end else self._beside(start)
        return bool(spans) and all(self._can_cut(run) for run, _, _ in spans)

    def changed(self, edits: Iterable[tuple[int, int, str]], date: str) -> bytes:
        """A copy with edits as tracked changes. They are sorted and apart, and `can_change` says yes to each."""
        cuts: dict[tuple[str, int], list[_Cut]] = defaultdict(list)
        runs: dict[tuple[str, int], Run] = {}
        added: list[tuple[Paragraph, str]] = []
        for start, end, text in edits:
            if start == end and text.startswith(_BREAK):
                paragraph = self._ends_at(start)
                assert paragraph, "can_change said so"
                added.append((paragraph, text[len(_BREAK) :]))
                continue
            start, end, text = self._least(start, end, text)  # noqa: PLW2901 - no more than what differs
            if start == end:
                ((run, first, last),) = self._beside(start)
                data = self._parts[run.part]
                at = behind(data, self.story, last - 1) if last == start else before(data, self.story, first)
                runs[run.part, run.start] = run
                cuts[run.part, run.start].append(_Cut(at.at, opens=False, inserted=text))
                continue
            spans = self._runs_between(start, end)
            for index, (run, first, last) in enumerate(spans):
                data = self._parts[run.part]
                runs[run.part, run.start] = run
                last_one = index == len(spans) - 1
                cuts[run.part, run.start] += [
                    _Cut(before(data, self.story, first).at, opens=True),
                    _Cut(behind(data, self.story, last - 1).at, opens=False, inserted=text if last_one else ""),
                ]
        writer = _Writer(self._parts, date)
        changes = [writer.run(run, cuts[key]) for key, run in runs.items()]
        changes += [change for paragraph, text in added for change in writer.paragraphs(paragraph, text)]
        by_part: dict[str, list[tuple[int, int, bytes]]] = defaultdict(list)
        for part, start, end, new in changes:
            by_part[part].append((start, end, new))
        return self._package.replaced({part: spliced(self._parts[part], found) for part, found in by_part.items()})

    def _least(self, start: int, end: int, text: str) -> tuple[int, int, str]:
        """An edit without the whole words at both ends that it leaves as they are."""
        old = self.story.text[start:end]
        same = 0
        while same < min(len(old), len(text)) and old[same] == text[same]:
            same += 1
        if same < len(old) or text[same : same + 1].isalnum():
            same = old.rfind(" ", 0, same) + 1
        old, text, start = old[same:], text[same:], start + same
        same = 0
        while same < min(len(old), len(text)) and old[-1 - same] == text[-1 - same]:
            same += 1
        while same and old[-same] != " " and not (_ends_word(old, same) and _ends_word(text, same)):
            same -= 1
        return start, end - same, text[: len(text) - same]

    def _runs_between(self, start: int, end: int) -> list[tuple[Run, int, int]]:
        """The runs of a span of one paragraph, each with the first and the last offset of it; nothing if part of it is not in the file."""
        spans: list[tuple[Run, int, int]] = []
        at, paragraph = start, None
        for begins, piece in self.story.own(start, end):
            if max(begins, start) != at or (paragraph and piece.paragraph is not paragraph) or not piece.run:
                return []
            paragraph, last = piece.paragraph, min(begins + len(piece.text), end)
            if spans and spans[-1][0] is piece.run:
                spans[-1] = (piece.run, spans[-1][1], last)
            else:
                spans.append((piece.run, at, last))
            at = last
        return spans if at == end else []

    def _beside(self, offset: int) -> list[tuple[Run, int, int]]:
        """The character beside a place where something is put in: that before it, or else that behind it in the same paragraph."""
        return self._runs_between(offset - 1, offset) or self._runs_between(offset, offset + 1)

    def _can_cut(self, run: Run) -> bool:
        parts = anatomy(self._parts[run.part], run)
        return parts is not None and not any(child.name in _NO_FIX for child in parts.children)

    def _ends_at(self, offset: int) -> Paragraph | None:
        """The plain paragraph of the body that ends at an offset."""
        paragraph = self.story.paragraph_near(max(offset - 1, 0))
        is_end = paragraph.last == offset and self.story.text[offset : offset + 2] in ("", _BREAK)
        if not is_end or paragraph.place or paragraph.cell or paragraph.label or paragraph.part != self._package.main:
            return None
        head = self._parts[paragraph.part][paragraph.start_byte : paragraph.end]
        own = re.search(rb"<(?:[\w.-]+:)?pPr>.*?</(?:[\w.-]+:)?pPr>", head, re.DOTALL)
        return None if own and re.search(rb":(?:sectPr|ins|del|moveFrom|moveTo)\b", own[0]) else paragraph


class _Writer:
    """Writes changes, each with a number of its own."""

    def __init__(self, parts: dict[str, bytes], date: str) -> None:
        self._parts, self._date = parts, date
        self._number = max((int(found) for data in parts.values() for found in _ID.findall(data)), default=0)

    def _by(self) -> str:
        self._number += 1
        return f'w:id="{self._number}" w:author="{AUTHOR}" w:date="{self._date}"'

    def run(self, run: Run, cuts: list[_Cut]) -> tuple[str, int, int, bytes]:
        """A run with deletions and insertions in it."""
        data = self._parts[run.part]
        words = words_of(data)
        parts = anatomy(data, run)
        pieces = pieces_of(data, run, [cut.at for cut in cuts])
        assert parts is not None
        assert pieces is not None, "can_change said so"
        written = [pieces[0]]
        for cut, piece in zip(cuts, pieces[1:], strict=True):
            if cut.inserted:
                written.append(self._inserted(words, data, run, _look(parts.properties), cut.inserted))
            if cut.opens:
                written += [words.tag("del", self._by()), _TEXT.sub(_deleted, piece), words.end("del")]
            else:
                written.append(piece)
        return run.part, run.start, run.end, b"".join(written)

    def _inserted(self, words: Words, data: bytes, run: Run, look: bytes, text: str) -> bytes:
        """New words. Within somebody else's insertion theirs ends before ours and goes on behind it."""
        new = _run(words, look, text)
        outer = tag_at(data, run.inserted) if run.inserted >= 0 else b""
        if f'author="{AUTHOR}"'.encode() in outer:
            return new
        own = words.tag("ins", self._by()) + new + words.end("ins")
        name = re.match(rb"<((?:[\w.-]+:)?ins)\b", outer)
        return b"</" + name[1] + b">" + own + outer if name else own

    def paragraphs(self, paragraph: Paragraph, text: str) -> list[tuple[str, int, int, bytes]]:
        """New paragraphs behind one. Its own mark counts as inserted and the last new one bears the old mark: rejecting leaves nothing."""
        data = self._parts[paragraph.part]
        words = words_of(data)
        opening = tag_at(data, paragraph.start_byte)
        at = paragraph.start_byte + len(opening)
        properties = next((child for child in children_of(data, at, paragraph.end) if child.name == b"pPr"), None)
        whole = data[properties.start : properties.end] if properties else b""
        changes = [(paragraph.part, *self._marked(words, data, paragraph))]
        new = b""
        lines = text.split(_BREAK)
        for index, line in enumerate(lines):
            head = whole
            if index < len(lines) - 1:
                head = words.tag("pPr") + words.tag("rPr") + words.tag("ins", self._by(), empty=True) + words.end("rPr") + words.end("pPr")
            inner = words.tag("ins", self._by()) + _run(words, b"", line) + words.end("ins")
            new += words.tag("p") + head + inner + words.end("p")
        return [*changes, (paragraph.part, paragraph.end, paragraph.end, new)]

    def _marked(self, words: Words, data: bytes, paragraph: Paragraph) -> tuple[int, int, bytes]:
        """What says of a paragraph that its mark is inserted."""
        at = paragraph.start_byte + len(tag_at(data, paragraph.start_byte))
        mark = words.tag("ins", self._by(), empty=True)
        look = words.tag("rPr") + mark + words.end("rPr")
        own = next((child for child in children_of(data, at, paragraph.end) if child.name == b"pPr"), None)
        if own is None:
            return at, at, words.tag("pPr") + look + words.end("pPr")
        if own.inner == own.end:
            return own.start, own.end, words.tag("pPr") + look + words.end("pPr")
        inside = {child.name: child for child in children_of(data, own.inner, own.end)}
        if b"rPr" in inside and inside[b"rPr"].inner < inside[b"rPr"].end:
            return inside[b"rPr"].inner, inside[b"rPr"].inner, mark
        if b"rPr" in inside:
            return inside[b"rPr"].start, inside[b"rPr"].end, look
        place = inside[b"pPrChange"].start if b"pPrChange" in inside else own.inner_end
        return place, place, look


def _ends_word(text: str, behind: int) -> bool:
    """Whether a text without some characters at its end is empty or ends in a space."""
    return text[: len(text) - behind][-1:] in ("", " ")


def _run(words: Words, look: bytes, text: str) -> bytes:
    opening = words.tag("t")[:-1] + b' xml:space="preserve">'
    return words.tag("r") + look + opening + escaped(text) + words.end("t") + words.end("r")


def _look(properties: bytes) -> bytes:
    """How a run looks, without how it looked before somebody changed that."""
    return _OLD_LOOK.sub(b"", properties)


def _deleted(match: re.Match[bytes]) -> bytes:
    return match[1] + {b"t": b"delText", b"instrText": b"delInstrText"}[match[2]]
