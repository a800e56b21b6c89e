"""Superlatives: words of praise, and the thing that they praise."""

import re
from collections.abc import Iterator

from prlint.checks.claims import PROSE, is_boilerplate, is_denied, is_hedged, is_question, is_title, sentence_of
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_WORD = re.compile(rb"[ \"'-]*([A-Za-z][A-Za-z0-9'/+.-]*[A-Za-z0-9]|[A-Za-z0-9])([,;:)\"]?)")
# Words at which a noun phrase has ended.
_STOPS = frozenset(
    b"of for in to the a an that which who with by on at from as is are was were has have had will would can could may might be been being and-or "
    b"enable enables provide provides offer offers help helps empower empowers allow allows make makes because while where when but if so than into across through during since until after before its our their his her this these it we they".split()
)
_LONGEST_PHRASE = 9  # words
_INHERENT = pattern(r"miracle|unique advantage|new gold|next gold|become|game|dramatically")
_CURE = pattern(r"\bcure")
_CLASS = pattern(r"in[- ](?:class|disease)")
_GAME = pattern(r"game[- ]chang")
_ONLY = pattern(r"(?:first and only|the only)")
_FIRST = pattern(r"(?:the )?(?:world's )?first\b|world-?first")
_WORLD = pattern(r"world")
_VERB = pattern(r"(?:revolutioni[sz](?:e[sd]?|ing)|transform(?:s|ed|ing)?)\b")
_VERB_OBJECT = pattern(
    r" ?(?:the |how |and |our |a |an |its |their )?(?:[a-z0-9'/-]+,? (?:and |of |for |to |in )?){0,4}?(?:lives|treatments?|therap(?:y|ies)|care|medicine|patients?|outcomes|healthcare|standards?|diagnos(?:is|tic)s?|management|disease detection|treatment landscape|landscape|paradigm|vaccines?|transplant[a-z]*)\b"
)
_INFINITIVE = pattern(r"\bto(?: [a-z]+ly)? *$")
_STAGE = re.compile(rb"\b(?:candidates?|programs?|programmes?|assets?|pipeline|portfolio|stage|clinical|trial|product candidate|development)\b")
_PREDICATIVE = pattern(r"\b(?:is|are|was|were|be|been|truly|as|become) *$")
_PLATFORM = re.compile(rb"^(?:platforms?|technolog(?:y|ies)|tools?|approach(?:es)?|innovations?)$", re.I)
_TREATS = re.compile(rb"^(?:treatments?|therap(?:y|ies|eutics?)|medicines?|medications?|drugs?|vaccines?|options?|antibody|inhibitors?|device|devices|test|tests|tablet|rinse|biologic)$", re.I)
_CLASS_NOT = re.compile(rb"^(?:expertise|service|services|team|support|care|facilit(?:y|ies)|manufacturing|customer|company|companies|partners?|talent|combination|experience|culture|organi[sz]ation|capabilities|strateg(?:y|ies)|development)$", re.I)


def superlative_claim(release: Release) -> Iterator[Hit]:
    """A product, a class, a technology or a result is praised beyond comparison."""
    for span in release.find("superlative"):
        if release.kind_at(span[0]) not in PROSE or release.kind_at(span[0]) == "about-disease" or is_title(release, span):
            continue
        sentence = sentence_of(release, span)
        if is_question(release, sentence) or release.has("praise-of-others", sentence.start, sentence.end):
            continue
        hit = _judged(release, span, sentence)
        if hit:
            yield hit


def _judged(release: Release, span: Span, sentence: Sentence) -> Hit | None:
    words, end = _phrase(release, span[1], sentence.end)
    head = words[-1] if words else b""
    twin = release.twin
    factual = release.has("marketing-fact", sentence.start, sentence.end)
    severity = "info" if is_hedged(release, span) or is_boilerplate(release, span) else ""
    if _CLASS.search(twin, *span):
        if head and _CLASS_NOT.match(head):
            return None
        best = twin[span[0] : span[1]].lower().find(b"best") >= 0
        return Hit(*span, severity="info" if is_boilerplate(release, span) or (is_hedged(release, span) and not best) else "")
    if _CURE.search(twin, *span):
        return None if is_denied(release, span) else Hit(*span, severity="info" if is_boilerplate(release, span) else "")
    if _VERB.match(twin, *span):
        if _INFINITIVE.search(twin[sentence.start : span[0]]):
            severity = "info"
        found = _VERB_OBJECT.match(twin, span[1], min(sentence.end, span[1] + 90))
        return Hit(span[0], found.end(), severity=severity) if found else None
    if _GAME.match(twin, *span) and not _speaks_of_product(release, sentence):
        return None
    if _INHERENT.match(twin, *span):
        return None if is_denied(release, span) else Hit(*span, severity=severity)
    if _ONLY.match(twin, *span):
        return Hit(span[0], end, severity=severity) if not factual and head and _TREATS.match(head) and 2 <= len(words) <= 5 else None
    if _FIRST.match(twin, *span):
        return Hit(span[0], end, severity=severity) if _WORLD.search(twin, *span) and not factual and _is_praised(release, head) else None
    return _adjective(release, span, sentence, severity)


def _adjective(release: Release, span: Span, sentence: Sentence, severity: str) -> Hit | None:
    """An adjective of praise: before a product or result, or said of one."""
    twin = release.twin
    if is_denied(release, span):
        return None
    words, end = _phrase(release, span[1], sentence.end)
    if not words:
        own = twin[max(sentence.start, span[0] - 40) : span[0]].split()
        noun = twin[span[0] : span[1]].lower() == b"breakthrough"
        if noun:
            return Hit(*span, severity=severity) if own and _is_breakthrough(release, sentence) else None
        predicative = _PREDICATIVE.search(twin[sentence.start : span[0]])
        return Hit(*span, severity=severity) if predicative and _speaks_of_product(release, sentence) else None
    head = words[-1]
    if not _is_praised(release, head):
        return None
    if twin[span[0] : span[0] + 4].lower() == b"most" or twin[span[0] : span[1]].lower().find(b"most ") >= 0:
        if _STAGE.search(twin[span[1] : end].lower()) or twin[max(0, span[0] - 4) : span[0]].lower() in (b"its ", b"our "):
            return None
    first = twin[span[0] : span[0] + 4].lower()
    if first == b"next" or (first == b"powe" and _PLATFORM.match(head)):
        severity = "info"
    return Hit(span[0], end, severity=severity)


def _is_breakthrough(release: Release, sentence: Sentence) -> bool:
    return _speaks_of_product(release, sentence)


def _speaks_of_product(release: Release, sentence: Sentence) -> bool:
    return bool(_PRODUCT.search(release.twin, sentence.start, sentence.end))


_PRODUCT = pattern(r"\b(?:treatments?|therap(?:y|ies)|immunotherap(?:y|ies)|drugs?|medicines?|vaccines?|products?|candidates?|devices?|tests?|patients|cancer|disease|technolog(?:y|ies)|platforms?)\b")


def _is_praised(release: Release, word: bytes) -> bool:
    return bool(release.vocabulary.spans("praised-thing", word))


def _phrase(release: Release, start: int, end: int) -> tuple[list[bytes], int]:
    """The words of the noun phrase from `start`, and where it ends: at a preposition, a verb of being, a comma, a stop."""
    words: list[bytes] = []
    at = last = start
    while len(words) < _LONGEST_PHRASE and (match := _WORD.match(release.twin, at, end)):
        word = match[1].rstrip(b".")
        if word.lower() in _STOPS:
            break
        if word.lower() == b"and" and words and _is_praised(release, words[-1]):
            break
        if word.lower() not in (b"and", b"or"):
            words.append(word)
            last = match.start(1) + len(word)
        at = match.end()
        if match[2] in (b";", b":", b")", b'"') or (match[2] == b"," and words and _is_praised(release, words[-1])) or match[1].endswith(b"."):
            break
    return _to_head(release, words, start, last)


def _to_head(release: Release, words: list[bytes], start: int, last: int) -> tuple[list[bytes], int]:
    """A phrase cut after its last word that can be praised, where a verb or a name was read along."""
    for index in range(len(words) - 1, -1, -1):
        if _is_praised(release, words[index]) or _TREATS.match(words[index]):
            end = start
            for word in words[: index + 1]:
                end = release.twin.index(word, end) + len(word)
            return words[: index + 1], end
    return words, last
