"""Sentences of a release, in one pass over the twin.

The rule is ours: a full stop, question or exclamation mark (and the quotes and brackets that close with it), spaces, and
something that can open a sentence. What ends in a stop without ending a sentence is told apart by the word before it.
In doubt it splits: a rule that looks for words within a sentence then sees too little rather than too much.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prlint.language.patterns import pattern
from prlint.release.model import Block, Section, Sentence

_STOP = pattern(r"""[.!?\x85]+["')\]\xb9*]*(?:\[[0-9, -]{1,9}\]|\d{1,2}(?:,\d{1,2})*)? +["'(\[]*[A-Z0-9$\x80]""", case=True)
_NEVER = frozenset(
    b"dr mr mrs ms prof drs vs v e.g i.e eg ie no nos fig figs cf approx gen rev st mt ft resp incl ca al art dept ext tel "
    b"vol ed eds pp viz".split()
)
_MONTHS = frozenset(b"jan feb mar apr jun jul aug sept sep oct nov dec".split())
_SOMETIMES = frozenset(
    b"inc corp ltd co llc plc lp l.p n.v s.a s.p.a b.v s.r.l p.l.c pty u.s u.k e.u u.s.a d.c a.m p.m m.d ph.d d.phil pharm.d m.p.h "
    b"m.b.a m.sc b.sc d.o jr sr etc mass calif pa n.j n.y conn md del fla tex wash colo minn wis ill ind ariz mich va n.c s.c ga ore "
    b"tenn mo nev wyo bros mfg intl est e.t est univ assoc esq ave blvd rd approx min max hr hrs ser n.a c.e.o sci med".split()
)
_OPENERS = frozenset(
    b"the this these those that in on at for if it its we our as all an a he she they there to with under during based following "
    b"however additionally more such any except you please forward actual words patients results data investors by after among both "
    b"about when while since because through from although also although today each and but no not please before until further "
    b"important such some many most treatment adverse".split()
)


def _continues(twin: bytes, stop: int, opening: int) -> bool:
    """Whether the stop at `stop` belongs to its word, and the sentence goes on at `opening`."""
    if twin[stop] != 0x2E:
        return False
    if stop and twin[stop - 1 : stop].isdigit() and twin[stop + 1 : stop + 2].isdigit():
        return True
    begin = max(twin.rfind(b" ", 0, stop), twin.rfind(b"\n", 0, stop)) + 1
    word = twin[begin:stop].lstrip(b"(['\"").lower()
    if not word:
        return False
    if word in _NEVER:
        return True
    first = twin[opening]
    if word in _MONTHS:
        return 0x30 <= first <= 0x39
    if len(word) == 1 and word.isalpha() and twin[begin:stop].isupper():
        return True
    if word in _SOMETIMES or (b"." in word and len(word) <= 5 and word.replace(b".", b"").isalpha()):
        if first in b"\"'":
            return False
        after = twin[opening : opening + 16].replace(b"-", b" ").split(b" ", 1)[0].rstrip(b",'s").lower()
        return after not in _OPENERS
    return False


def _breaks(twin: bytes) -> Iterator[int]:
    """Where sentences begin within blocks, in order."""
    at = 0
    while match := _STOP.search(twin, at):
        start, end = match.span()
        opening = twin.rfind(b" ", start, end) + 1
        if not _continues(twin, start, opening):
            yield opening
        at = end - 1 if end - 1 > start else end


def split(twin: bytes, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """The sentences of all blocks, in order; a section that begins inside a block begins a sentence."""
    cuts = list(_breaks(twin))
    starts = [section.start for section in sections]
    sentences = []
    for block in blocks:
        inner = cuts[bisect_right(cuts, block.start) : bisect_left(cuts, block.end)]
        inner += starts[bisect_right(starts, block.start) : bisect_left(starts, block.end)]
        edges = [block.start, *sorted(set(inner)), block.end]
        for start, end in pairwise(edges):
            piece = twin[start:end]
            first, last = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
            if first < last:
                index = bisect_right(starts, first) - 1
                sentences.append(Sentence(first, last, sections[index].kind if index >= 0 else "body"))
    return tuple(sentences)
