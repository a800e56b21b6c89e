"""What a release says in one place of a programme or of the company, and otherwise in another."""

import re
from collections.abc import Iterator
from itertools import islice

from prlint.checks.claims import ABOUT, sentence_of
from prlint.engine.model import Hit
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence, covered

_NEWS = ("headline", "subheadline", "lead", "body")
_AIM = pattern(r"\b(?:for|in|of|against|with) (?P<what>[^.;\n]{3,140})")
_WORD = compiled(r"[A-Za-z][A-Za-z-]{3,}|[A-Z]{2,5}")
_SHORTEST = 4
_TRIAL_NAME = compiled(r"\b[A-Z]{4,}(?:-\d)?\b")
_THE_TRIAL = pattern(r"\b(?:the|this) (?:phase [0-9a-z/]+ )?(?:trial|study|program(?:me)?)\b")
_DEVELOPMENT = pattern(r"\b(?:development|program(?:me)?s?|investments?)\b")
_PURPOSE = pattern(r"\b(?:in|for) [a-z]")
_MOST = 12  # endings that are looked at: more is a report on a pipeline

_STAGE = compiled(r"\b(?:early|mid|late|clinical|pre-?clinical|discovery|commercial|development|revenue)\b")
_BEFORE = 240
_NAMED = pattern(
    r"(?P<name>[A-Z0-9][A-Za-z0-9&'.-]*)(?: [A-Z][A-Za-z0-9&'.-]*|,? (?:Inc|Ltd|AG|SA|plc|Corp|N\.V)\.?)*[ ,]*"
    r"(?:\([^()\n]{0,120}\)[ ,]*){0,3}"
    r"(?:,|is|was|are|-)? ?(?:today )?(?:an?|the(?: only)?) (?:[a-z-]+,? ){0,4}$",
    case=True,
)
_OURS = frozenset(("we", "the", "company", "our", "it"))


def stale_programme_boilerplate(release: Release) -> Iterator[Hit]:
    """The release ends a program, and a description further down still has it going on.

    The description must name the product, and speak of the disease of the ended program or of none.
    """
    ended = _endings(release)
    names = _names(release) if ended else []
    subjects = [(ending, {name for name in names if _holds(_around(release, ending), name)}) for ending in ended]
    for span in release.find_in("still-developed", *ABOUT) if names else ():
        sentence = sentence_of(release, span)
        text = release.text[sentence.start : sentence.end]
        for ending, subject in subjects:
            if any(_holds(text, name) for name in subject) and _is_same_aim(release, span, sentence, ending):
                yield Hit(*span, related=(((ending.start, ending.end), "the programme ends here"),))
                return


def _endings(release: Release) -> list[Sentence]:
    """The first sentences of the news that end a programme."""
    return [sentence_of(release, span) for span in islice(release.find_in("programme-ended", *_NEWS), _MOST)]


def _names(release: Release) -> list[str]:
    """What the products of the release are called: brands, established names and codes, and the headings about products."""
    names = {fact.value[key] for fact in release.facts_of("product") for key in ("brand", "generic", "code") if key in fact.value}
    for section in release.sections_of("about-product"):
        if section.heading:
            names.add(re.sub(r"(?i)^\W*about ", "", release.quote(section.heading)).split(" ")[0].strip("®™:,. "))
    return sorted(name for name in names if len(name) >= _SHORTEST)


def _holds(text: str, name: str) -> bool:
    return name.casefold() in text.casefold()


def _around(release: Release, ending: Sentence) -> str:
    """The sentence of an ending; where it speaks of the trial that the headline names, the headline too."""
    text = release.text[ending.start : ending.end]
    head = release.sections_of("headline")[:1]
    if not head:
        return text
    title = release.text[head[0].start : head[0].end]
    shared = set(_TRIAL_NAME.findall(text)) & set(_TRIAL_NAME.findall(title))
    of_the_news = ending.section in ("headline", "subheadline") or _THE_TRIAL.search(release.twin, ending.start, ending.end)
    return f"{text}\n{title}" if shared or of_the_news else text


def _is_same_aim(release: Release, span: Span, sentence: Sentence, ending: Sentence) -> bool:
    """Whether the description speaks of the disease of the ended programme, or of none, or the whole programme has ended."""
    aim = _AIM.first(release.twin, span[1], sentence.end)
    whole = _DEVELOPMENT.search(release.twin, ending.start, ending.end) and not _PURPOSE.search(release.twin, ending.start, ending.end)
    if not aim or whole:
        return True
    told = _around(release, ending).casefold()
    general = release.within("general-word", *aim["what"])
    words = (match for match in _WORD.finditer(release.text, *aim["what"]) if not covered(general, *match.span()))
    return any(word[0].casefold() in told for word in words)


def stage_drift(release: Release) -> Iterator[Hit]:
    """The company says that it is at one stage (`clinical-stage`), and elsewhere at another (`late-stage`)."""
    first: tuple[set[str], Span] | None = None
    for span in release.find_in("company-stage", "subheadline", "lead", "body", "about-company", "boilerplate"):
        stages = {word.replace("-", "") for word in _STAGE.findall(release.quote(span).lower())}
        if not _is_issuer(release, span):
            continue
        if first is None:
            first = stages, span
        elif stages.isdisjoint(first[0]):
            yield Hit(*span, {"first": release.quote(first[1])}, related=((first[1], "called so here"),))
            return


def _is_issuer(release: Release, span: Span) -> bool:
    """Whether the name that a stage is said of is the issuer's."""
    sentence = sentence_of(release, span)
    start = max(sentence.start, span[0] - _BEFORE)
    own = release.profile.company.split(" ", maxsplit=1)[0].casefold()
    named = _NAMED.search(release.twin[start : span[0]])
    if named is None or not own:
        return False
    words = release.text[start + named.start() : span[0]].casefold()
    return own in words or words.split()[0] in _OURS
