"""Runs the tree of a check sentence on a release."""

from collections.abc import Iterator

from prlint.engine.model import Hit
from prlint.engine.sentence import Tree
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release

_WORD = pattern(r"[A-Za-z0-9][A-Za-z0-9'.%-]*")


def hits(tree: Tree, release: Release) -> Iterator[Hit]:
    """Where a check finds something to say. A missing thing is placed at what calls for it, else at the end."""
    if tree[0] == "release":
        yield from _missing(tree, release)
        return
    _, terms, place, *rest = tree
    excuse = rest[0] if tree[0] == "no" else (rest[0], rest[1])
    for span in occurrences(terms, release):
        if stands_in(place, release.kind_at(span[0])) and not (excuse and near(excuse[0], excuse[1], span, release)):
            yield Hit(*span)


def _missing(tree: Tree, release: Release) -> Iterator[Hit]:
    _, terms, place, condition, condition_place = tree
    if any(stands_in(place, release.kind_at(span[0])) for span in occurrences(terms, release)):
        return
    if condition is None:
        end = len(release.text.rstrip())
        yield Hit(end, end)
        return
    calling = [span for span in occurrences(condition, release) if stands_in(condition_place, release.kind_at(span[0]))]
    if calling:
        yield Hit(*calling[0], related=tuple((span, "also here") for span in calling[1:4]))


def stands_in(place: Tree, kind: str) -> bool:
    """Whether a kind of section is one that the check speaks of."""
    return not place or (kind in place[1]) == (place[0] == "in")


def occurrences(terms: Tree, release: Release) -> list[Span]:
    """Where terms occur: `a or b` where either does; `a and b` where a does, in a sentence that has b; `not` excludes."""
    if terms[0] == "term":
        return list(release.find(terms[1]))
    if terms[0] == "or":
        return sorted({*occurrences(terms[1], release), *occurrences(terms[2], release)})
    if terms[0] == "and":
        first, second = (terms[2], terms[1]) if terms[1][0] == "not" else (terms[1], terms[2])
        return [span for span in occurrences(first, release) if near(second, ("sentence", 0), span, release)]
    return []


def near(terms: Tree, scope: Tree, span: Span, release: Release) -> bool:
    """Whether terms hold within a scope around a span."""
    start, end = stretch(scope, span, release)
    return _holds(terms, start, end, release)


def _holds(terms: Tree, start: int, end: int, release: Release) -> bool:
    if terms[0] == "term":
        return release.has(terms[1], start, end)
    if terms[0] == "not":
        return not _holds(terms[1], start, end, release)
    if terms[0] == "and":
        return _holds(terms[1], start, end, release) and _holds(terms[2], start, end, release)
    return _holds(terms[1], start, end, release) or _holds(terms[2], start, end, release)


def stretch(scope: Tree, span: Span, release: Release) -> Span:
    """The stretch of text that a scope around a span covers."""
    unit, number = scope
    if unit == "release":
        return 0, len(release.text)
    if unit == "words":
        return _words(number, span, release)
    if unit == "section":
        section = release.section_at(span[0])
        return (section.start, section.end) if section else span
    block = release.block_at(span[0])
    paragraph = (block.start, max(block.end, span[1])) if block else span
    if unit == "paragraph":
        return paragraph
    sentence = release.sentence_at(span[0])
    if not sentence or not sentence.start <= span[0] < sentence.end:
        return paragraph
    end = sentence.end
    if unit == "sentences":
        following = release.sentences_after(sentence, number - 1)
        end = following[-1].end if following else end
    return sentence.start, max(end, span[1])


def _words(number: int, span: Span, release: Release) -> Span:
    """`number` words to either side, within the paragraph."""
    start, end = stretch(("paragraph", 0), span, release)
    before = list(_WORD.spans(release.twin, start, span[0]))[-number:]
    after = list(_WORD.spans(release.twin, span[1], end))[:number]
    return (before[0][0] if before else span[0]), (after[-1][1] if after else span[1])
