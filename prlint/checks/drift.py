"""Checks that one thing keeps one name."""

from collections.abc import Iterator

from prlint.engine.model import Edit, Hit
from prlint.language.patterns import Span
from prlint.release.model import Release, reached

# Terms that name one thing, class by class.
_CLASSES = (
    ("review-committee", "review-facility", "central-review"),
    ("safety-board", "safety-committee"),
    ("endpoint-joined", "endpoint-parted"),
)
_READ_IN = frozenset(("lead", "body", "about-trial", "about-product"))


def entity_naming_drift(release: Release) -> Iterator[Hit]:
    """A committee or a measure that goes by two names.

    The classes are the independent review of images, the board that watches over safety, and endpoint and end point. A
    sentence that has two of the names links them, or tells them apart; quotations are left alone.
    """
    quoted = [(fact.start, fact.end) for fact in release.facts_of("quotation")]
    for names in _CLASSES:
        firsts = [first for name in names if (first := _first(release, name, quoted))]
        if len(firsts) < 2 or _is_explained(release, names):
            continue
        one, *others = sorted(firsts)
        for other in others:
            edit = Edit(*other, _as_written(release.quote(other), release.quote(one)), safe=False)
            yield Hit(*other, {"first": release.quote(one)}, related=((one, "called so here"),), edits=(edit,))


def _as_written(old: str, new: str) -> str:
    """A name on one line, in small letters where the other was; abbreviations keep their capitals."""
    words = new.split()
    if old.islower():
        words = [word if word.isupper() else word.lower() for word in words]
    elif old[0].isupper():
        words[0] = words[0][0].upper() + words[0][1:]
    return " ".join(words)


def _first(release: Release, name: str, quoted: list[Span]) -> Span | None:
    """Where a name is first used, outside quotations and references."""
    return next((span for span in release.find(name) if release.kind_at(span[0]) in _READ_IN and not reached(quoted, *span)), None)


def _is_explained(release: Release, names: tuple[str, ...]) -> bool:
    """Whether one sentence has two of the names: it says that they are one thing, or that they are two."""
    seen: dict[int, str] = {}
    for name in names:
        for span in release.find(name):
            sentence = release.sentence_at(span[0])
            if sentence and seen.setdefault(sentence.start, name) != name:
                return True
    return False
