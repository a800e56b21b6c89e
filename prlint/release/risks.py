"""Risk units: the single risks that a cautionary statement names.

A safe harbor protects with *meaningful* cautionary statements, so a check must tell a list of named risks from the words
"risks and uncertainties". The text after "risks that", "factors such as" or "whether" is cut at commas, semicolons and
"and"; what only identifies statements, points to filings or disclaims a duty to update is no risk.
"""

from bisect import bisect_right
from collections.abc import Iterator

from prlint.language.patterns import Span, pattern
from prlint.records import Record
from prlint.release.forward import topics_of
from prlint.release.model import Release, Sentence

_CUT = pattern(
    r"; ?(?:and |or |\(?[ivx0-9a-z]{1,4}\) )?|, ?(?:and|or|as well as|including|such as)? |\b(?:and|or|as well as)\b"
    r"|\([ivx0-9a-z]{1,4}\) |: "
)
_NO_RISK = pattern(
    r"\b(?:undertakes? no|no (?:obligation|duty)|not (?:undertake|assume|intend to update)|disclaims?"
    r"|obligation to (?:publicly )?(?:update|revise)|speaks? only as of)\b"
)
_WORDING = pattern(r"[^.]{0,60}\b(?:words|terminology|expressions?) (?:such as|like|including|\")")
_IDENTIFIES = pattern(
    r"\bstatements? (?:regarding|about|concerning|relating to|include|includes|including|that|in this|with respect to|as to|contained"
    r"|other than|made)\b|\bwords\b"
)
_CAUSE = pattern(
    r"\b(?:risks?|uncertaint(?:y|ies)|factors?|assumptions|could cause|differ|may not|might not|unable|inability|failure|delays?"
    r"|no (?:assurance|guarantee))\b"
)
_POINTS = pattern(
    r"\b(?:may be |can be |are |is )?(?:more fully |further )?(?:described|discussed|detailed|set forth|disclosed"
    r"|identified|contained|found|outlined|available|listed|included|reported|see|refer|under the (?:heading|caption)|headings?|captioned"
    r"|filings?|filed|reports?|section)\b[^;]{0,160}\b(?:Form|SEC|Securities and Exchange|annual report|filings?|prospectus|SEDAR"
    r"|Risk Factors|AMF|reports?)\b|\bRisk Factors\b"
)
_FILLER = pattern(
    r"(?:(?:the|a|an|its|our|their|other|any|all|these|those|such|that|which|are|is|be|to|of|in|for|on|by|we|it|may|could|might|will"
    r"|would|not|with|from|materially|differ|different|actual|"
    r"results|those|anticipated|expressed|implied|projected|future|statements?|forward-looking|company|company's|limited|without"
    r"|limitation|but|among|others|things|following|include|"
    r"includes|including|risks?|uncertainties|uncertainty|factors?|important|certain|known|unknown|assumptions|cause|causes|caused"
    r"|contribute|related|relating|associated|inherent|"
    r"indicated|suggested|events|timing|subject|number|significant|substantial|time|as|well|also|could|performance|achievements"
    r"|development|developments|differences?|expectations?|herein|"
    r"made|set|forth|contemplated|described|discussed|detailed|more|fully|under|heading|caption|sections?|involve|inherently|therefore"
    r"|however|and|or|s|due|various|there|can|have|has|this|release|press|at|cannot|predict|many|beyond|control)\W*)+"
)
# Pieces of the sentence that every legend has: results may differ from those implied.
_NO_UNIT = pattern(
    r"\b(?:differ(?:s|ent)? materially|those (?:expressed|implied|projected|anticipated|described|indicated|stated|set|contained"
    r"|discussed)|implied (?:by|in)|forward[- ]looking|referenced above|actual results"
    r"|difficult to predict|could significantly affect|(?:these|various|numerous|important|other|several|many) (?:important "
    r"|other )?(?:factors?|matters)|expressed or|current expectations|predictions? of)\b"
)
_FIGURE = pattern(r"\b\d[\d,.]*\b|\b(?:19|20)\d\d\b")
_LEAST = 4


class RiskUnit(Record):
    """One risk of a cautionary statement.

    `generic`: any company could name it. `specific`: it names an entity of this document, a disease or a figure.
    `topics` are those of `prlint.release.forward.TOPICS`.
    """

    start: int
    end: int
    generic: bool
    specific: bool
    topics: tuple[str, ...]


def risk_units(release: Release) -> tuple[RiskUnit, ...]:
    """The risks that the forward-looking sections of a release name, in order."""
    names = _entities(release)
    return tuple(unit for sentence in release.sentences_in("forward-looking") for unit in _units(release, sentence, names))


def _entities(release: Release) -> frozenset[bytes]:
    """Words of the document that name its products, marks, trials and partners, as they stand in the twin."""
    names: set[bytes] = set()
    for fact in release.facts:
        if fact.kind == "product":
            names.update(str(fact.value[key]).encode("latin-1", "replace") for key in ("brand", "generic", "code") if key in fact.value)
        elif fact.kind == "trademark":
            names.add(fact.value["mark"].encode("latin-1", "replace"))
    for start, end in _NAME.spans(release.twin):
        if release.kind_at(start) in ("headline", "subheadline", "lead", "body", "about-trial", "about-product"):
            names.add(release.twin[start:end])
    return frozenset(name for name in names if len(name) > 3 and name not in _NO_NAMES)


# A trial's name in capitals or a code: LYRA, LYRA-2, FTX-204. Names of companies are too many to tell apart from words.
_NAME = pattern(r"\b[A-Z]{4,}(?:-[A-Z0-9]+)?\b|\b[A-Z]{2,5}-?[0-9]{2,6}\b", case=True)
_NO_NAMES = frozenset(
    b"NASDAQ NYSE OTCQB OTCQX COVID COVID-19 PRNewswire GLOBE NEWSWIRE BUSINESS WIRE FORM RISK FACTORS STATEMENTS FORWARD LOOKING PSLRA"
    b" EDGAR SEDAR".split()
)


def _units(release: Release, sentence: Sentence, names: frozenset[bytes]) -> Iterator[RiskUnit]:
    twin = release.twin
    if _NO_RISK.search(twin, sentence.start, sentence.end) or _WORDING.match(twin, sentence.start, sentence.end):
        return
    begin = _begin(release, sentence)
    if begin is None:
        return
    points = _POINTS.search(twin, begin, sentence.end)
    for start, end in _pieces(twin, begin, points.start() if points else sentence.end):
        if not _FILLER.whole(twin, start, end) and not _NO_UNIT.search(twin, start, end):
            yield _unit(release, start, end, names)


def _begin(release: Release, sentence: Sentence) -> int | None:
    """Where the risks of a sentence begin, or None if it names none.

    A list item below "risks include:" is a risk from its first word; a sentence that only lists what statements are about is none.
    """
    twin = release.twin
    introduced = _introduced(release, sentence)
    cause = _CAUSE.search(twin, sentence.start, sentence.end)
    if cause is None:
        return sentence.start if introduced else None
    identifies = _IDENTIFIES.search(twin, sentence.start, cause.start())
    if introduced and not identifies:
        return sentence.start
    spans = release.glimpse("risk-introducer", cause.start(), sentence.end)
    if spans:
        return spans[0][1]
    return cause.end() if release.glimpse("risk-word", cause.start(), sentence.end) else None


def _introduced(release: Release, sentence: Sentence) -> bool:
    """Whether the paragraph above ends with a colon after a word of risk, or is such an item itself."""
    index = bisect_right(release.blocks, sentence.start, key=lambda block: block.start) - 1
    for above in release.blocks[max(0, index - 30) : index][::-1]:
        last = release.twin[above.end - 1 : above.end]
        if last == b":":
            return _CAUSE.search(release.twin, above.start, above.end) is not None
        if last not in b";," and not release.twin[max(above.start, above.end - 5) : above.end].endswith((b"and", b"or")):
            return False
    return False


def _pieces(twin: bytes, start: int, end: int) -> Iterator[Span]:
    for cut, after in [*_CUT.spans(twin, start, end), (end, end)]:
        piece = twin[start:cut]
        first = start + len(piece) - len(piece.lstrip(b" ,.;:*-\x95"))
        last = cut - len(piece) + len(piece.rstrip(b" ,.;:"))
        if last - first >= _LEAST:
            yield first, last
        start = after


def _unit(release: Release, start: int, end: int, names: frozenset[bytes]) -> RiskUnit:
    twin = release.twin
    words = twin[start:end]
    generic = bool(release.glimpse("generic-risk", start, end))
    specific = (
        any(name in words for name in names)
        or bool(release.glimpse("disease-word", start, end))
        or _FIGURE.search(twin, start, end) is not None
    )
    return RiskUnit(start, end, generic and not specific, specific, tuple(topics_of(release, start, end)))
