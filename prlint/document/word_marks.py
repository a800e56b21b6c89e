"""Where in a Word part the marks of comments go, and where those of comments that are taken out are."""

import re
from collections import defaultdict

from prlint.document.word_runs import Point, before, behind, pieces_of, words_of
from prlint.document.word_story import Paragraph, Run, Story

_MARK = re.compile(rb"<(?:[\w.-]+:)?comment(RangeStart|RangeEnd|Reference)\b[^>]*?:id=[\"']([^\"']+)[\"'][^>]*?(?:/>|>\s*</[^>]*>)")
_CONTENT = re.compile(
    rb"<(?:[\w.-]+:)?(?:t|tab|br|cr|sym|drawing|pict|object|fldChar|instrText|delText|"
    rb"commentReference|footnoteReference|endnoteReference)\b"
)


def anchor(story: Story, start: int, end: int, main: str) -> tuple[int, int]:
    """The characters of the file that a remark on a span is on.

    They are its words; or all of the nearest paragraph; or the mark of the note that they stand in.
    """
    own = [(max(at, start), min(at + len(piece.text), end), piece) for at, piece in story.own(start, end)]
    if own:
        first = own[0][2].paragraph
        own = [item for item in own if _same_story(item[2].paragraph, first)]
    paragraph = own[0][2].paragraph if own else story.paragraph_near(start)
    assert paragraph, "text of the file stands in a paragraph"
    if paragraph.part != main and not own:
        paragraph = next((other for other in reversed(story.paragraphs) if other.part == main), paragraph)
    if paragraph.part != main:
        return _mark_of(story, paragraph)
    return (own[0][0], own[-1][1]) if own else (paragraph.first, paragraph.last)


def _same_story(one: Paragraph | None, other: Paragraph | None) -> bool:
    return bool(one and other) and (one.part, one.place, one.story) == (other.part, other.place, other.story)  # type: ignore[union-attr]


def _mark_of(story: Story, paragraph: Paragraph) -> tuple[int, int]:
    """Where the mark of a note stands in the body. Word has no comments in notes themselves."""
    at = story.marks.get(paragraph.place)
    if at is not None:
        return at, at + 1
    last = next(other for other in reversed(story.paragraphs) if other.part != paragraph.part)
    return last.first, last.last


def marked(data: bytes, story: Story, spans: list[tuple[tuple[int, int], int]]) -> list[tuple[int, int, bytes]]:
    """The runs that comments begin or end in, cut there and with the marks in between."""
    words = words_of(data)
    marks: dict[int, list[tuple[int, bool, bytes]]] = defaultdict(list)
    runs: dict[int, Run] = {}

    def put(point: Point, *, ends: bool, mark: bytes) -> None:
        runs[point.run.start] = point.run
        marks[point.run.start].append((point.at, not ends, mark))

    for (start, end), number in spans:
        own = f'w:id="{number}"'
        put(before(data, story, start), ends=False, mark=words.tag("commentRangeStart", own, empty=True))
        reference = words.tag("r") + words.tag("commentReference", own, empty=True) + words.end("r")
        put(behind(data, story, end - 1), ends=True, mark=words.tag("commentRangeEnd", own, empty=True) + reference)
    changes = []
    for start, found in marks.items():
        found.sort(key=lambda mark: mark[:2])  # at one place what ends comes before what begins
        run = runs[start]
        pieces = pieces_of(data, run, [at for at, _, _ in found])
        if pieces is None:
            changes.append((start, start, b"".join(mark for _, begins, mark in found if begins)))
            changes.append((run.end, run.end, b"".join(mark for _, begins, mark in found if not begins)))
        else:
            tail = b"".join(mark + piece for (_, _, mark), piece in zip(found, pieces[1:], strict=True))
            changes.append((start, run.end, pieces[0] + tail))
    return changes


def unmarked(data: bytes, runs: list[Run], part: str, gone: set[bytes]) -> list[tuple[int, int, bytes]]:
    """The marks of comments that go, with the runs that hold nothing but such a mark."""
    if not gone:
        return []
    own = sorted((run for run in runs if run.part == part), key=lambda run: run.start)
    changes = []
    for match in _MARK.finditer(data):
        if match[2] not in gone:
            continue
        start, end = match.span()
        if match[1] == b"Reference":
            run = next((run for run in reversed(own) if run.start < start and end <= run.end), None)
            if run and len(_CONTENT.findall(data, run.start, run.end)) == 1:
                start, end = run.start, run.end
        changes.append((start, end, b""))
    return changes
