"""The release as it is laid out, its sections named, its findings highlighted in place.

The text is cut wherever a finding or a related place begins or ends, so that findings that overlap need no elements that do:
each piece is a link to the loudest of the findings on it, and names all of them.
"""

from collections.abc import Iterator, Sequence

from prlint.records import Record
from prlint.report.html.items import Item
from prlint.report.html.words import attributes, text
from prlint.report.model import FileReport

_TABLES = ("financial-table", "non-gaap")


class _Span(Record):
    """A finding on its words, or a place that it is related to."""

    start: int
    end: int
    item: Item
    related: int = -1  # the number of the related place


def release(file: FileReport, shown: Sequence[Item], number: int) -> str:
    """The text of a file; `number` is that of the file on the page."""
    assert file.document is not None, "a file that failed is not shown"
    whole = file.document.text
    spans = _spans(shown)
    starts = [0, *(section.start for section in file.sections[1:]), len(whole)]
    kinds = [section.kind for section in file.sections] or [""]
    parts, first = [], 0
    active: list[_Span] = []
    for index, kind in enumerate(kinds):
        start, end = starts[index], starts[index + 1]
        last_part = index == len(kinds) - 1
        upto = first
        while upto < len(spans) and (spans[upto].start < end or last_part):
            upto += 1
        active, pieces = _pieces(whole, start, end, active, spans[first:upto], number)
        first = upto
        parts.append(_part(kind, "".join(pieces), number, index))
    return "\n".join(parts)


def _part(kind: str, pieces: str, number: int, index: int) -> str:
    words = kind.replace("-", " ")
    heading = f'<h4 class="kind">{words}</h4>' if kind else ""
    told = attributes(class_=f"text{' table' if kind in _TABLES else ''} {kind}".strip(), tabindex="0" if kind in _TABLES else None)
    label = attributes(role="region", aria_label=words) if kind in _TABLES else ""
    return f'<div class="part" id="s{number}-{index + 1}">{heading}<div{told}{label}>{pieces.rstrip()}</div></div>'


def _spans(shown: Sequence[Item]) -> list[_Span]:
    spans = [_Span(item.finding.start, item.finding.end, item) for item in shown]
    spans += [_Span(r.start, r.end, item, index) for item in shown for index, r in enumerate(item.finding.related)]
    return sorted(spans, key=lambda span: (span.start, span.item.number, span.related))


def _pieces(whole: str, start: int, end: int, active: list[_Span], begin: Sequence[_Span], number: int) -> tuple[list[_Span], list[str]]:
    """A part of the text between two offsets, and the spans that go on behind it."""
    cuts = sorted({start, end, *(s.start for s in begin), *(s.end for s in (*active, *begin) if start < s.end < end)})
    pieces: list[str] = []
    at = 0
    for low, high in zip(cuts, [*cuts[1:], end], strict=True):
        pieces += [f'<sup class="no" aria-hidden="true">{s.item.number}</sup>' for s in active if s.end <= low and s.related < 0]
        active = [span for span in active if span.end > low]
        fresh = []
        while at < len(begin) and begin[at].start <= low:
            fresh.append(begin[at])
            at += 1
        pieces += _anchors(fresh, number)
        active += [span for span in fresh if span.end > low]
        if high > low:
            pieces.append(_piece(whole[low:high], active, fresh, number))
    pieces += [f'<sup class="no" aria-hidden="true">{s.item.number}</sup>' for s in active if s.end <= end and s.related < 0]
    return [span for span in active if span.end > end], pieces


def _anchors(spans: Sequence[_Span], number: int) -> Iterator[str]:
    """Where links to these spans lead; something absent is a mark of its own there."""
    for span in spans:
        item = span.item
        if span.related >= 0:
            yield f'<span class="at" id="r{number}-{item.number}-{span.related}"></span>'
        elif span.start == span.end:
            told = attributes(class_=f"hit absent {item.look}", id=f"t{number}-{item.number}", href=f"#f{number}-{item.number}")
            label = attributes(data_f=item.number, aria_label=f"Finding {item.number}: something is missing here")
            yield f'<a{told}{label}>missing</a><sup class="no" aria-hidden="true">{item.number}</sup>'
        else:
            yield f'<span class="at" id="t{number}-{item.number}"></span>'


def _piece(words: str, active: Sequence[_Span], fresh: Sequence[_Span], number: int) -> str:
    """A piece of text under the same spans from end to end."""
    hits = sorted((span.item for span in active if span.related < 0), key=lambda item: (item.rank, item.number))
    related = [span.item for span in active if span.related >= 0]
    if not hits and not related:
        return text(words)
    near = " ".join(str(item.number) for item in related) or None
    if not hits:
        return f"<span{attributes(data_r=near)}>{text(words)}</span>"
    begins = any(span.related < 0 and span.item in hits for span in fresh)
    told = attributes(
        class_=f"hit {hits[0].look}",
        href=f"#f{number}-{hits[0].number}",
        data_f=" ".join(str(item.number) for item in hits),
        data_r=near,
        tabindex=None if begins else -1,
    )
    return f"<a{told}>{text(words)}</a>"
