"""Rates and what they are of: relative effects, shares of patients, the other arm."""

from collections.abc import Iterator

from prlint.checks.claims import HEADLINES, NEWS, is_aim, is_denied, is_of_others, is_supposed, is_title, names_product, sentence_of
from prlint.checks.results import is_recalled, reports_results
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import LONGEST_FACT, Release, Sentence, covered, reached

_TOLD_IN = (*NEWS, "about-trial")
_LINK = r"(?:vs\.?|versus|compared (?:to|with)|against|and|from|to)"
_PAIR = pattern(
    rf"(?:^|[ (:~=])-?(?P<first>\d+(?:\.\d+)?)(?: ?%|(?: |-)[a-z0-9]+| ?\([^()]{{1,70}}\)){{0,10}}?"
    rf",? {_LINK} (?:(?:[a-z]+|\d+ mg) ){{0,4}}?(?P<second>\d+(?:\.\d+)?)\b"
)
_DOSE_OR_TIME = pattern(r"[ -]?(?:mg|mcg|weeks?|patients?|%? ?CI)\b")
_ITEM = pattern(r"[\x95*+o-] |[0-9]{1,2}[.)] ")
_AROUND = 110  # code points around a relative effect in which it says what it is of
_NEAR = 45  # code points around it in which a laboratory value is what it is of
_NO_RESULT = ("estimated-rate", "background-told", "animal-work", "money-told")
_WORD = 6  # first letters by which two sentences are known to speak of the same outcome
_TWO_SHARES = pattern(r"[ )]*(?:,|;|/|and|vs\.?|versus)[ (]*\d+(?:\.\d+)?(?: ?%| percent)\)")  # `headache (7% and 6%)`
_LIST = 8  # items before and after one in which the other arm may stand
_OR_MORE = pattern(r"(?: ?%| percent)? or (?:more|greater|better|higher)\b")  # a threshold that patients reach, and no effect
_UNTREATED = pattern(
    r"\bthan (?:people|those|patients|individuals|adults|children|women|men) without\b|\bgeneral population\b|\bif left untreated\b"
)
# One percentage for every arm.
_IN_EACH = pattern(r"\b(?:each|both|either) (?:(?:of|the|treatment|study|trial) ){0,3}(?:arms?|groups?|cohorts?)\b")
_ACTIVE_REACH = 2  # sentences after a harm's percentage in which the other arm's may stand


def relative_without_absolute(release: Release) -> Iterator[Hit]:
    """EFF011: an effect is told relative to another treatment, and the rates behind it are not told."""
    found = [(fact.start, fact.end) for fact in release.facts_of("statistic") if fact.value["form"] == "reduction"]
    reductions = [span for span in found if not _OR_MORE.match(release.twin, span[1])]
    told: dict[Sentence, list[Span]] = {}
    for span in _joined([*reductions, *release.find("relative-effect-in-words")]):
        sentence = sentence_of(release, span)
        if sentence.section in _TOLD_IN and _is_of_an_outcome(release, sentence, span) and _is_of_this_trial(release, span):
            told.setdefault(sentence, []).append(span)
    for sentence, (span, *others) in told.items():
        if not _has_values(release, sentence, span, reductions):
            related = tuple((other, "and here") for other in others)
            yield Hit(*span, severity="" if reports_results(release) else "info", related=related)


def _joined(spans: list[Span]) -> list[Span]:
    """Spans in order, each that overlaps the one before it left out."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _is_of_an_outcome(release: Release, sentence: Sentence, span: Span) -> bool:
    """Whether a relative effect is of what happens to patients, and not of a laboratory value, of money or of a change since baseline."""
    start, end = sentence.start, sentence.end
    if not release.has("clinical-outcome", max(start, span[0] - _AROUND), min(end, span[1] + _AROUND)):
        return False
    if release.has("biomarker-told", max(start, span[0] - _NEAR), min(end, span[1] + _NEAR)):
        return False
    return not any(release.has(term, start, end) for term in ("money-told", "change-from-baseline", "animal-work"))


def _is_of_this_trial(release: Release, span: Span) -> bool:
    """Whether words tell a result: no aim, no title, no background, and outside a release of results a product's name with them."""
    if is_title(release, span) or is_aim(release, span) or is_supposed(release, span) or is_denied(release, span):
        return False
    sentence = sentence_of(release, span)
    if reports_results(release):
        return not is_of_others(release, span) and not release.search(_UNTREATED, sentence.start, sentence.end)
    named = names_product(release, span) or release.has("patient-result", sentence.start, sentence.end)
    return named and not is_of_others(release, span) and not release.has("background-told", sentence.start, sentence.end)


def _has_values(release: Release, sentence: Sentence, span: Span, relative: list[Span]) -> bool:
    """Whether the values of both groups stand with a relative effect: for a headline anywhere, else beside it."""
    if sentence.section in HEADLINES:
        return any(_pair(release, s.start, s.end, relative) for s in release.sentences_in("lead", "body", "subheading", "about-trial"))
    if _pair(release, sentence.start, _reach(release, sentence, 1), relative):
        return True
    block = release.block_at(span[0])
    before = sentence_of(release, (max(sentence.start - 2, 0),) * 2)
    if block is None or before.start < block.start or not _pair(release, before.start, before.end, relative):
        return False
    return bool(_outcomes(release, before) & _outcomes(release, sentence))


def _reach(release: Release, sentence: Sentence, number: int) -> int:
    """Where the next sentences end, as many as `number`: those of the same paragraph, and the items of a list that follows it."""
    block, end = release.block_at(sentence.start), sentence.end
    for after in release.sentences_after(sentence, number):
        if block and after.start >= block.end and not _ITEM.match(release.twin, after.start):
            break
        end = after.end
    return end


def _outcomes(release: Release, sentence: Sentence) -> set[bytes]:
    told = release.within("clinical-outcome", sentence.start, sentence.end)
    return {release.twin[start : min(end, start + _WORD)].lower() for start, end in told}


def _pair(release: Release, start: int, end: int, relative: list[Span]) -> bool:
    """Whether a stretch tells two values that can be set against each other, other than the relative effects themselves."""
    at = start
    while groups := _PAIR.first(release.twin, at, end):
        at = groups["first"][1]
        other = any(_DOSE_OR_TIME.match(release.twin, groups[name][1]) for name in ("first", "second"))
        if not other and not reached(relative, *groups["first"]):
            return True
    near = release.facts_from("statistic", start - LONGEST_FACT, end)
    barred = [(fact.start, fact.end) for fact in near if fact.value["form"] in ("reduction", "interval", "ratio", "p")]
    return len([s for s in _percentages(release, start, end) if not covered(barred, *s)]) > 1


def _percentages(release: Release, start: int, end: int) -> list[Span]:
    facts = (fact for fact in release.facts_from("statistic", start, end) if fact.value["form"] == "percentage")
    return [(fact.start, fact.end) for fact in facts if fact.end <= end]


def rate_without_denominator(release: Release) -> Iterator[Hit]:
    """EFF012: a share of patients is told, and not how many patients it is a share of."""
    for span in release.find("share-of-patients"):
        sentence = sentence_of(release, span)
        if sentence.section not in _TOLD_IN or not _is_of_this_trial(release, span) or _is_no_result(release, sentence):
            continue
        block = release.block_at(span[0])
        end = max(block.end if block else sentence.end, _reach(release, sentence, 1))
        if release.has("population-number", block.start if block else sentence.start, end):
            continue
        if release.has("narrowed-population", sentence.start, sentence.end):
            yield Hit(*span, variant="narrowed", severity="warning" if reports_results(release) else "")
        elif release.has("other-population", sentence.start, sentence.end) or not _is_inherited(release, sentence):
            yield Hit(*span)


def _is_no_result(release: Release, sentence: Sentence) -> bool:
    return any(release.has(term, sentence.start, sentence.end) for term in _NO_RESULT)


def _is_inherited(release: Release, sentence: Sentence) -> bool:
    """Whether the release tells somewhere how many patients there were: in each arm, where the share is one of an arm."""
    arms = release.has("arm-told", sentence.start, sentence.end)
    if any(True for _ in release.find_in("arms-sized" if arms else "population-number", *_TOLD_IN, "about-product")):
        return True
    counts = [fact for fact in release.facts_of("statistic") if fact.value["form"] in ("count", "size")]
    return len([fact for fact in counts if release.kind_at(fact.start) in _TOLD_IN]) > 1


def primary_arms_not_compared(release: Release) -> Iterator[Hit]:
    """EFF024: both arms' values for the primary endpoint are told, and never set against each other."""
    for primary in release.find_in("primary-endpoint", *_TOLD_IN):
        sentence = sentence_of(release, primary)
        end = _reach(release, sentence, 1)
        shares = _percentages(release, sentence.start, end)
        if len(shares) != 2 or not release.has("arm-told", sentence.start, end) or _is_compared(release, primary):
            continue
        if not is_title(release, primary) and not release.has("told-before", sentence.start, end):
            yield Hit(shares[0][0], shares[1][1])
            return


def _is_compared(release: Release, primary: Span) -> bool:
    """Whether a statistic stands anywhere in the news, or words of comparison in the paragraph or in the next one."""
    if any(True for _ in release.find_in("statistic-stated", *_TOLD_IN)):
        return True
    block = release.block_at(primary[0])
    if block is None:
        return True
    following = release.blocks[min(len(release.blocks) - 1, release.blocks.index(block) + 1)]
    return release.has("comparison-made", block.start, following.end)


def ae_rates_one_arm_only(release: Release) -> Iterator[Hit]:
    """SAF008: a trial had two arms, and the harms of one are told."""
    harms = [span for span in release.find("harm-percentage") if release.kind_at(span[0]) in _TOLD_IN]
    uncounted = [span for span in release.find("harm-uncounted") if release.kind_at(span[0]) in _TOLD_IN]
    if not (harms or uncounted) or not _is_controlled(release):
        return
    for span in harms:
        if not _is_uncontrolled_here(release, span) and _is_of_this_trial(release, span) and not _has_both_arms(release, span):
            yield Hit(*span, severity="info" if is_recalled(release) else "")
    for span in uncounted:
        if not _is_uncontrolled_here(release, span) and _is_of_this_trial(release, span) and not _is_counted(release, span):
            yield Hit(*span, variant="uncounted", severity="info")


def _is_controlled(release: Release) -> bool:
    return any(True for _ in release.find_in("controlled-design", *_TOLD_IN)) and not any(
        True for _ in release.find_in("uncontrolled-design", *HEADLINES, "lead")
    )


def _is_uncontrolled_here(release: Release, span: Span) -> bool:
    block = release.block_at(span[0])
    return block is not None and release.has("uncontrolled-design", block.start, block.end)


def _has_both_arms(release: Release, span: Span) -> bool:
    """Whether the other arm's percentage stands near: in the paragraph, in the items after it, for an item in the whole list."""
    block = release.block_at(span[0])
    if block is None or _TWO_SHARES.match(release.twin, span[1], block.end):
        return True
    sentence = sentence_of(release, span)
    if release.search(_IN_EACH, sentence.start, sentence.end):
        return True
    start, end = block.start, max(block.end, _reach(release, sentence, _ACTIVE_REACH))
    if _ITEM.match(release.twin, block.start):
        index = release.blocks.index(block)
        start, end = release.blocks[max(0, index - _LIST)].start, release.blocks[min(len(release.blocks) - 1, index + _LIST)].end
    return release.has("both-arms-told", start, end) and len(_percentages(release, start, end)) > 1


def _is_counted(release: Release, span: Span) -> bool:
    block = release.block_at(span[0])
    end = max(block.end if block else span[1], _reach(release, sentence_of(release, span), 1))
    return release.has("harm-figure", block.start if block else span[0], end)
