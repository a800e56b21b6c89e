"""How a result is framed: praise of a missed trial, likeness read out of a failed test, subgroups, secondary endpoints first."""

from collections.abc import Iterator

from prlint.checks.claims import HEADLINES, NEWS, is_aim, is_denied, is_supposed, is_title, sentence_of
from prlint.checks.misses import is_this_trial
from prlint.checks.results import is_recalled, reports_results
from prlint.engine.model import Hit
from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_TEXT = (*HEADLINES, "lead", "body")
_LABEL_REACH = 1  # sentences after a subgroup's result in which its label may stand
_ITEMS = 6  # items under a heading that names a subgroup
_OF_RESULT = pattern(
    r"\b(?:remissions?|respon\w+|surviv\w+|improv\w+|reduc\w+|benefit\w*|heal\w+|relapses?|flares?|effects?|cut|gain\w*|p ?[<=])"
)
_OPENING = 4  # paragraphs that say who was in the trial
_HEADING = 90  # code points of a line that is a heading and no sentence
_ITEM = pattern(r"[\x95*+o-] ")
_AS_GOOD = pattern(r"\bas (?:effective|good|well|efficacious)|equivalent|\bpar\b|equally|no worse|similarly")
_WERE_ALIKE = pattern(r"\b(?:was|were|is|are|being|remained) (?:[a-z]+ )?(?:similar|comparable|identical|the same)")
_INFERS = pattern(r"\b(?:show(?:s|ing)|demonstrat\w+|suggest\w*|confirm\w*|indicat\w+|prov(?:es?|ing)|thus|therefore|mean(?:s|ing))\b")
_ADDED = pattern(r"\b(?:also|additional(?:ly)?|in addition|as well|further(?:more)?|moreover|other)\b")
_NAMED_TRIAL = pattern(r"\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)* (?:trial|study)\b", case=True)


def _misses(release: Release) -> list[Span]:
    """Where the news says that the primary endpoint of the trial it tells of was missed."""
    return [span for span in release.find_in("missed-endpoint", *NEWS) if is_this_trial(release, span)]


def positive_framing_of_miss(release: Release) -> Iterator[Hit]:
    """A trial missed its primary endpoint, and headline, text or a quotation praises its results."""
    misses = _misses(release) if reports_results(release) and not is_recalled(release) else []
    if not misses:
        return
    met_too = any(True for _ in release.find_in("primary-met", *NEWS))
    for span in release.find_in("praised-result", *_TEXT):
        sentence = sentence_of(release, span)
        if _is_no_praise(release, span, sentence) or _is_other_result(release, sentence):
            continue
        if _is_other_trial(release, span, sentence) or _is_other_product(release, sentence):
            continue
        candid = met_too or release.has("not-significant", sentence.start, sentence.end)
        yield Hit(*span, severity="info" if candid else "", related=((misses[0], "the miss"),))


def _is_no_praise(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether praise is denied in its own clause, asked for, supposed or cited; the miss in another clause does not deny it."""
    clause = max(sentence.start, release.twin.rfind(b",", sentence.start, span[0]))
    denied = release.has("claim-negated", clause, span[0]) or release.has("not-established", span[1], sentence.end)
    return denied or is_aim(release, span) or is_supposed(release, span) or is_title(release, span)


def _is_other_result(release: Release, sentence: Sentence) -> bool:
    """Whether a sentence speaks of another trial, of harms, of animals, or of an endpoint that it names with its rank."""
    return any(
        release.has(term, sentence.start, sentence.end)
        for term in ("earlier-trial", "adverse-event", "animal-work", "secondary-result", "analysis-planned", "marketed-for")
    )


def _is_other_trial(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether the trial that a sentence names last before some words is one that headline and lead do not name."""
    named = list(_NAMED_TRIAL.spans(release.twin, sentence.start, span[0]))
    if not named:
        return False
    name = release.twin[named[-1][0] : named[-1][1]].rsplit(b" ", 1)[0]
    return not any(name in release.twin[s.start : s.end] for s in release.sections_of(*HEADLINES, "lead"))


def _is_other_product(release: Release, sentence: Sentence) -> bool:
    """Whether a sentence names products by their codes, and headline and lead name none of these."""
    named = [release.twin[start:end] for start, end in release.within("development-code", sentence.start, sentence.end)]
    heads = [release.twin[s.start : s.end] for s in release.sections_of(*HEADLINES, "lead")]
    return bool(named) and not any(name in head for name in named for head in heads)


def nonsignificant_as_equivalent(release: Release) -> Iterator[Hit]:
    """Arms or groups are said to do alike where a test for a difference failed, and no test for likeness was made."""
    if not release.find("similar-effect") or release.find("equivalence-declared"):
        return
    failed = [*release.find_in("superiority-not-shown", *NEWS), *_misses(release)]
    if not failed:
        return
    for span in release.find_in("similar-effect", *NEWS):
        sentence = sentence_of(release, span)
        elsewhere = any(release.has(term, sentence.start, sentence.end) for term in ("similar-elsewhere", "animal-work", "money-told"))
        plain = not release.search(_AS_GOOD, *span) and release.has("missed-endpoint", sentence.start, sentence.end)
        if not elsewhere and not plain and not is_aim(release, span) and not is_title(release, span):
            told = release.search(_WERE_ALIKE, *span) and not release.search(_INFERS, sentence.start, sentence.end)
            yield Hit(*span, severity="info" if told else "", related=((min(failed), "the difference was not significant"),))


def subgroup_or_post_hoc(release: Release) -> Iterator[Hit]:
    """A part of a trial's people did well, and nothing says that this was planned, or how all of them did."""
    if is_recalled(release):
        return
    seen: set[int] = set()
    for span in sorted([*release.find_in("subgroup-told", *NEWS), *_strata(release), *_strata_by_history(release)]):
        sentence = sentence_of(release, span)
        if sentence.start in seen or not _is_favourable(release, span, sentence):
            continue
        seen.add(sentence.start)
        following = release.sentences_after(sentence, _LABEL_REACH)
        end = following[-1].end if following and release.block_at(following[-1].start) == release.block_at(span[0]) else sentence.end
        yield from _unlabelled(release, span, sentence, end)


def _strata(release: Release) -> Iterator[Span]:
    """Patients told apart by how ill they are, in a release of a missed trial whose headline and lead do not speak of such."""
    if not _misses(release):
        return
    heads = b" ".join(release.twin[s.start : s.end].lower() for s in release.sections_of(*HEADLINES, "lead"))
    for span in release.find_in("stratum-told", *NEWS):
        if release.twin[span[0] : span[1]].lower().split(b" with ", 1)[-1] not in heads:
            yield span


def _strata_by_history(release: Release) -> Iterator[Span]:
    """Patients told apart by their history, by a score or by their place, with figures, where the trial took in others too."""
    spans = list(release.find_in("stratum-by-history", *_TEXT))
    if not spans or not reports_results(release):
        return
    opening = [block for block in release.blocks if release.kind_at(block.start) in _TEXT][:_OPENING]
    heads = b" ".join(release.twin[block.start : block.end].lower() for block in opening)
    for span in spans:
        sentence = sentence_of(release, span)
        told = release.twin[span[0] : span[1]].lower().partition(b" ")[2]
        others = heads.replace(release.twin[sentence.start : sentence.end].lower(), b"")
        of_result = release.has("figure-of-result", sentence.start, sentence.end) and _OF_RESULT.search(
            release.twin, sentence.start, sentence.end
        )
        if told not in others and of_result:
            yield span


def _unlabelled(release: Release, span: Span, sentence: Sentence, end: int) -> Iterator[Hit]:
    """What is missing beside a subgroup's result: that it is only descriptive, its label, the result of all."""
    block = release.block_at(span[0])
    start, stop = (block.start, max(block.end, end)) if block else (sentence.start, end)
    significant = release.has("significance-or-p", sentence.start, sentence.end)
    if significant and release.has("post-hoc-told", sentence.start, sentence.end):
        plain = release.has("not-significant", sentence.start, sentence.end) or release.has("descriptive-only", start, stop)
        if not plain:
            yield Hit(*span, variant="post-hoc-significance", severity="error")
    elif not release.has("analysis-labelled", sentence.start, end) and not release.has("analysis-planned", start, stop):
        yield Hit(*span)
    elif not release.has("overall-result", 0, end):
        yield Hit(*span, variant="no-overall", severity="info")


def _is_favourable(release: Release, span: Span, sentence: Sentence) -> bool:
    """Whether a subgroup's result is a benefit, told in its sentence, or in the items below a heading."""
    if is_title(release, span) or is_aim(release, span) or is_denied(release, span):
        return False
    if any(release.has(term, sentence.start, sentence.end) for term in ("subgroup-not-told", "animal-work", "earlier-trial")):
        return False
    end = sentence.end
    block = release.block_at(span[0])
    if block and block.end - block.start < _HEADING and not release.twin[block.start : block.end].rstrip().endswith(b"."):
        below = release.blocks[release.blocks.index(block) + 1 :][:_ITEMS]
        items = [item for item in below if _ITEM.match(release.twin, item.start)]
        end = items[-1].end if items else end
    return release.has("subgroup-benefit", sentence.start, end)


def secondary_before_primary(release: Release) -> Iterator[Hit]:
    """A secondary endpoint's result stands before the primary one's."""
    if not reports_results(release) or is_recalled(release) or not release.find("secondary-result"):
        return
    primary = next(_told(release, "primary-result"), None)
    secondary = next(_told(release, "secondary-result"), None)
    if primary is None or secondary is None or secondary[0] >= primary[0]:
        return
    sentence = sentence_of(release, secondary)
    if _ADDED.search(release.twin, sentence.start, sentence.end) or _told_whole(release, sentence.start):
        return
    figures = any(start < sentence.start for start, _ in release.find_in("efficacy-outcome", *NEWS))
    yield Hit(*secondary, severity="info" if figures and not _misses(release) else "", related=((primary, "the primary result"),))


def _told_whole(release: Release, end: int) -> bool:
    """Whether it was said before some place that the trial met or missed its endpoints, of whatever rank."""
    return any(start < end for start, _ in release.find_in("endpoint-told", *NEWS))


def _told(release: Release, term: str) -> Iterator[Span]:
    """The results of an endpoint of this trial in the order of the news."""
    for span in release.find_in(term, *NEWS):
        sentence = sentence_of(release, span)
        other = any(release.has(sign, sentence.start, sentence.end) for sign in ("earlier-trial", "told-before", "adverse-event"))
        if not other and not is_aim(release, span) and not is_title(release, span):
            yield span
