"""Whether a release says who its company is, under a heading or without one."""

from collections.abc import Iterator

from prlint.checks.parts import end_of, is_whole
from prlint.engine.model import Hit
from prlint.language.fold import fold
from prlint.language.patterns import pattern
from prlint.release.model import Release, Section, Sentence

_ABOUT_COMPANY = pattern(
    r"^[^A-Za-z0-9\n]{0,4}about (?:the company|us\b|our company)"
    r"|^[^A-Za-z0-9\n]{0,4}(?:corporate|company) (?:profile|information|overview|description|background|summary)"
    r"|^[^A-Za-z0-9\n]{0,4}(?:who we are|who is [^\n]{2,60}|the company|profile|boilerplate|[^\n]{2,60} at a glance"
    r"|(?:profile of|more about) [^\n]{2,60})\W{0,3}$"
)
_ABOUT = pattern(r"\b(?:About|ABOUT):? (?:the )?([A-Za-z0-9\x7f][A-Za-z0-9\x7f.&'-]*)", case=True)
_COMPANY_WORD = pattern(
    r"(?: [A-Z0-9][\w.&'-]*){0,4},? "
    r"(?:Inc|Ltd|Limited|Corp|Corporation|plc|PLC|AG|SA|S\.A|N\.V|SE|AB|LLC|GmbH|Therapeutics|Pharma\w*|Bio\w+|Holdings?|Group)\b",
    case=True,
)
# A heading of an event, and words that only what is said of a company holds.
_EVENT = pattern(r"\b(?:conference|congress|summit|forum|symposium|webinar|(?:annual|scientific) (?:meeting|session)|expo|showcase)\b")
_SPEAKS_OF_COMPANY = pattern(
    r"\b(?:compan(?:y|ies)|firm|corporation|leader in|provider|manufacturer|develops|is developing|dedicated|committed|focus(?:es|ed)"
    r"|speciali[sz]\w{2,4}|founded|headquartered|based in|mission|biotech\w{0,7}|biopharma\w{0,8}|pharmaceuticals?|we)\b"
)
# A paragraph that says who the company is without a heading: `Ferrant is a company …`, `Ferrant makes … Learn more at …`.
_IS_COMPANY = pattern(
    r"[^.\n]{0,60}? (?:is|are) (?:an?|the|one of)\b[^.\n]{0,120}\b(?:compan(?:y|ies)|firm|corporation|group|leader|provider|manufacturer"
    r"|developer|supplier|maker)\b"
)
_DOES = pattern(
    r"(?:[\w.&-]+,? ){1,5}(?:\([A-Z][^()\n]{1,30}\) )?"
    r"(?:custom |also |both )?(?:designs?|develops?|makes?|manufactures?|provides?|speciali[sz]es?|offers?|supplies"
    r"|delivers?|operates?|sells?|markets?|produces?|creates?|discovers?|researches|helps?)\b"
)
_MORE_AT = pattern(r"\b(?:learn more|more information|visit|follow us|www\.)")
_LATE = 0.4  # the share of the text behind which a company says so
_MOST_OF_IT = 0.6
_FIRST_WORD = pattern(r"[A-Za-z0-9\x7f]['A-Za-z0-9\x7f&.-]*")


def boilerplate_missing(release: Release) -> Iterator[Hit]:
    """No section that says who the company is.

    `About Ferrant`, `About us`, `Company profile` and the like satisfy, as a heading of its own or glued to its
    paragraph.
    """
    if (
        not is_whole(release)
        or _ABOUT_COMPANY.search(release.twin)
        or any(_is_of_company(release, s) for s in release.sections_of("about-company"))
    ):
        return
    company = release.settings.company.name or release.profile.company
    own = _own_names(release, company)
    for match in _ABOUT.finditer(release.twin):
        if match.group(1).lower().rstrip(b".,'s") in own or _COMPANY_WORD.match(release.twin, match.end()):
            return
    end = end_of(release)
    if not any(_introduces_company(release, sentence, own) for sentence in release.sentences if sentence.start > _LATE * end):
        yield Hit(end, end, {"issuer": company or "the company"})


def _is_of_company(release: Release, section: Section) -> bool:
    """Whether a section that is told apart as one of a company is neither of an event nor of a disease that no word list knows."""
    heading = section.heading or (section.start, section.start)
    is_event = release.search(_EVENT, *heading) and not _COMPANY_WORD.search(release.twin, *heading)
    return not is_event and release.search(_SPEAKS_OF_COMPANY, section.start, section.end) is not None


def _introduces_company(release: Release, sentence: Sentence, own: set[bytes]) -> bool:
    """Whether a sentence opens a paragraph, or a stretch of a text without paragraphs, that says who the company is."""
    name = _FIRST_WORD.match(release.twin, sentence.start)
    block = release.block_at(sentence.start)
    if not name or not block or sentence.section not in ("body", "lead", "boilerplate") or name.group().lower().rstrip(b".,'s") not in own:
        return False
    if _IS_COMPANY.match(release.twin, sentence.start, sentence.end):
        return True
    alone = block.end - block.start > _MOST_OF_IT * len(release.twin)  # a text without paragraphs
    opens = (alone or block.start == sentence.start) and _DOES.match(release.twin, sentence.start, sentence.end)
    return bool(opens) and release.search(_MORE_AT, block.start, block.end) is not None


def _own_names(release: Release, company: str) -> set[bytes]:
    """The words that the company's name may begin with: its own, and those that headline and lead begin with."""
    starts = [section.start for section in release.sections if section.kind in ("headline", "lead")]
    words = [match.group() for start in starts if (match := _FIRST_WORD.match(release.twin, start))]
    return {word.lower().rstrip(b".,'s") for word in (*words, *fold(company).split()[:1]) if len(word) > 2}
