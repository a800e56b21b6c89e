"""Superlatives: words of praise, and the thing that they praise."""

from collections.abc import Iterator

from prlint.checks.claims import PROSE, is_boilerplate, is_denied, is_hedged, is_question, is_title, sentence_of
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_WORD = pattern(r"""[ "'+&®\x99-]*([A-Za-z][A-Za-z0-9'/+.-]*[A-Za-z0-9]|[A-Za-z0-9])([,;:)"]?)""")
# Words at which a noun phrase has ended.
_STOPS = frozenset(
    b"of for in to the a an that which who with by on at from as is are was were has have had will would can could may might be been being "
    b"enable enables provide provides offer offers help helps empower empowers allow allows make makes because while where when but if so "
    b"than into across through during since until after before its our their his her this these it we they".split()
)
_LONGEST_PHRASE = 11  # words
_AMOUNTS = frozenset(b"level levels degree degrees rate rates".split())  # `of` behind these does not end a phrase
_SHORT = 5  # words of `the only … treatment`
_VERB_REACH = 90

_CLASS = pattern(r"in[- ](?:class|disease)")
_CLASS_BEHIND = pattern(r"[- ]in[- ](?:class|disease)\b")
_FIRST_WORD = b"first"
_MEETING = pattern(r"industr|conference|summit|symposium|congress|forum|webinar")
_BEST = pattern(r"best")
_CURE = pattern(r"\bcure")
_VERB = pattern(r"(?:revolutioni[sz](?:e[sd]?|ing)|transform(?:s|ed|ing)?)\b")
_INFINITIVE = pattern(r"\bto(?: [a-z]+ly)? *$")
_GAME = pattern(r"game[- ]chang")
_WHOLE = pattern(r"miracle|wonder drug|magic bullet|silver bullet|unique advantage|new gold|next gold|become|game|dramatically")
_ABOVE_ALL = pattern(r"without|second to|in a class|marvel|head and|light|set")  # words that firms and people are praised with too
_ONLY = pattern(r"(?:first and only|the only)")
_FIRST_AND_ONLY = pattern(r"first and only")
_FIRST = pattern(r"(?:the )?(?:world's )?first\b|world-?first")
_WORLD = pattern(r"world")
_NOUN = pattern(r"breakthrough|paradigm[- ]shift\b")
_PREDICATIVE = pattern(r"\b(?:is|are|was|were|be|been|truly|as|become) *$")
_BEST_THING = pattern(r"the best ")
_MOST = pattern(r"(?:the |the world's |world's )?most ")
_OWN = pattern(r"\b(?:its|our) $")
_MILD = pattern(r"next|powerful")
_NEXT = pattern(r"next")


def superlative_claim(release: Release) -> Iterator[Hit]:
    """A product, a class, a technology or a result is praised beyond comparison."""
    for span in (_whole(release, found) for found in release.find("superlative")):
        section = release.kind_at(span[0])
        if section not in PROSE or section == "about-disease" or is_title(release, span):
            continue
        sentence = sentence_of(release, span)
        if is_question(release, sentence) or _is_of_others(release, span, sentence):
            continue
        hit = _judged(release, span, sentence)
        if hit:
            yield hit


def _whole(release: Release, span: Span) -> Span:
    """`first-in-class`, where `the first` was found before it."""
    behind = _CLASS_BEHIND.match(release.twin, span[1])
    start = span[1] - len(_FIRST_WORD)
    first = behind and release.twin[start : span[1]].lower() == _FIRST_WORD
    return (start, behind.end()) if behind and first else span


def _is_of_others(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether a sentence praises a career, a meeting or an industry; where a class is told, a meeting is but the place."""
    found = release.within("praise-of-others", sentence.start, sentence.end)
    if _CLASS.search(release.twin, *span):
        return any(not _MEETING.match(release.twin, *other) for other in found)
    return bool(found)


def _judged(release: Release, span: Span, sentence: Sentence) -> Hit | None:
    """What a word of praise comes to, by its kind."""
    twin = release.twin
    low = "info" if is_boilerplate(release, span) else ""
    severity = low or ("info" if is_hedged(release, span) else "")
    if _CLASS.search(twin, *span):
        words, _ = _phrase(release, span[1], sentence.end)
        if words and _is(release, "unpraised-thing", words[-1]):
            return None
        return Hit(*span, severity=low if _BEST.search(twin, *span) else severity)
    if _VERB.match(twin, *span):
        return _verb(release, span, sentence, severity)
    if is_denied(release, span):
        return None
    if _CURE.search(twin, *span):
        return Hit(*span, severity=low)
    if _ABOVE_ALL.match(twin, *span):
        return Hit(*span, severity=severity) if _is_of_product(release, sentence) else None
    if _WHOLE.match(twin, *span):
        alone = _GAME.match(twin, *span) and not release.has("product-word", sentence.start, sentence.end)
        return None if alone else Hit(*span, severity=severity)
    if _BEST_THING.match(twin, *span):
        return Hit(*span, severity=severity) if _PREDICATIVE.search(twin[sentence.start : span[0]]) else None
    if _ONLY.match(twin, *span) or _FIRST.match(twin, *span):
        return _first_or_only(release, span, sentence, severity)
    return _adjective(release, span, sentence, severity)


def _verb(release: Release, span: Span, sentence: Sentence, severity: str) -> Hit | None:
    """`transform`, `revolutionise`: only of patients' lives and care, and as an aim only an info."""
    found = release.vocabulary.spans("transformed-thing", release.twin, span[1], min(sentence.end, span[1] + _VERB_REACH))
    if not found or found[0][0] > span[1] + 1:
        return None
    aim = _INFINITIVE.search(release.twin[sentence.start : span[0]])
    return Hit(span[0], found[0][1], severity="info" if aim else severity)


def _first_or_only(release: Release, span: Span, sentence: Sentence, severity: str) -> Hit | None:
    """`the only treatment`, `the world's first device`: not where an approval or a place in development makes it checkable."""
    words, end = _phrase(release, span[1], sentence.end)
    if not words or release.has("marketing-fact", sentence.start, sentence.end):
        return None
    head = words[-1]
    if _ONLY.match(release.twin, *span):
        single = len(words) > 1 or not head.endswith(b"s")
        wanted = "praised-thing" if _FIRST_AND_ONLY.match(release.twin, *span) else "treating-thing"
        praised = single and len(words) <= _SHORT and _is(release, wanted, head)
    else:
        praised = bool(_WORLD.search(release.twin, *span)) and _is(release, "praised-thing", head)
    return Hit(span[0], end, severity=severity) if praised else None


def _adjective(release: Release, span: Span, sentence: Sentence, severity: str) -> Hit | None:
    """An adjective of praise: before a product or result, or said of one."""
    twin = release.twin
    words, end = _phrase(release, span[1], sentence.end)
    if not words:
        said = _NOUN.match(twin, *span) or _PREDICATIVE.search(twin[sentence.start : span[0]])
        return Hit(*span, severity=severity) if said and _is_of_product(release, sentence) else None
    if not _is(release, "praised-thing", words[-1]):
        return None
    own = _OWN.search(twin[max(0, span[0] - 5) : span[0]])
    if _MOST.match(twin, *span) and (own or release.has("development-stage", span[1], end)):
        return None
    mild = _NEXT.match(twin, *span) or (_MILD.match(twin, *span) and _is(release, "platform-word", words[-1]))
    return Hit(span[0], end, severity="info" if mild else severity)


def _is_of_product(release: Release, sentence: Sentence) -> bool:
    return any(release.has(term, sentence.start, sentence.end) for term in ("product-word", "development-code", "candidate"))


def _is(release: Release, term: str, word: bytes) -> bool:
    """Whether a word is, by itself, one of a term."""
    return (0, len(word)) in release.vocabulary.spans(term, word)


def _phrase(release: Release, start: int, end: int) -> tuple[list[bytes], int]:
    """The words of the noun phrase from `start`, and where it ends: at a preposition, a verb, a comma after a noun, a stop."""
    words: list[bytes] = []
    ends: list[int] = []
    at = start
    while len(words) < _LONGEST_PHRASE and (match := _WORD.match(release.twin, at, end)):
        word = match[1].lower()
        noun = bool(words) and _is(release, "praised-thing", words[-1])
        amount = word == b"of" and bool(words) and words[-1].lower() in _AMOUNTS
        if (word in _STOPS and not amount) or (word == b"and" and noun):
            break
        if word not in (b"and", b"or", b"of"):
            words.append(match[1])
            ends.append(match.end(1))
        at = match.end()
        if match[2] in (b";", b":", b")", b'"') or (match[2] == b"," and _is(release, "praised-thing", words[-1] if words else b"-")):
            break
    # What was read along after the thing that is praised (a verb, a name) is no part of the phrase.
    for index in range(len(words) - 1, -1, -1):
        if _is(release, "praised-thing", words[index]) or _is(release, "treating-thing", words[index]):
            return words[: index + 1], ends[index]
    return words, ends[-1] if ends else start
