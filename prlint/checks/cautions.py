"""What a cautionary statement cautions of: whether it names any risk factor at all.

A factor is what stands after words that introduce one (`the risk that …`, `factors such as …`), up to where the sentence
points to a filing, if more is left of it than the words that every legend has. A sentence with `may` or `could` and content
of its own names one too.
"""

import re
from collections.abc import Iterable

from prlint.language.patterns import Span, pattern
from prlint.release.model import Release, Sentence

_REACH = 400  # code points after an introduction
_WORD = re.compile(rb"[A-Za-z][A-Za-z0-9'-]{2,}")
_MODAL = pattern(r"\b(?:may|might|could|can|cannot|would|no (?:assurance|guarantee|certainty)|not guaranteed|uncertain|unpredictable)\b")
_ABOUT_ITSELF = pattern(
    r"forward[- ]looking|\bwords\b|\bexpressions\b|\bterminology\b|\bspeaks? only\b|\bsafe harbor\b|\breform act\b|\bcautioned\b"
    r"|statements? (?:regarding|about|concerning|relating|contained|in this|herein|made)"
)
_DISCLAIMS = pattern(
    r"\b(?:undertak\w+|obligation|duty) to\b|\bundertakes? no\b|\bto (?:publicly )?(?:update|revise)\b|\b(?:undue|unwarranted|considerable|any|certain|no) reliance\b|\brely\b"
)
# What is left of a legend when everything that belongs to one company is taken away.
_COMMON = frozenset(
    """
    about above accordingly achieve achieved achievement achievements actual actually addition additional adversely affect affected against all also although among and
    anticipate anticipated anticipates any are assumption assumptions assurance assurances available based because been before being belief beliefs believe believed
    believes below beyond both business businesses but can cannot caption cause caused causes causing certain change changed changes circumstances company company's
    companies's condition conditions contained contemplated contribute control correct could current currently date depend depends described detail detailed details
    develop developments did differ differed difference differences different differing difficult difficulty discussed does document documents due each else entitled estimate
    estimated estimates even event events expect expectation expectations expected expects express expressed expression factor factors fact facts follow following for
    forecast forecasts forth from fully further future general generally given goals greater guarantee guarantees guaranteed had has have having heading herein
    hereof historical how however identified identify impact implied important impossible inaccurate include included includes including inaccurate incorrect indicated indications inherent
    inherently intended intention intentions into involve involved involves involving its itself judgment known law like limitation limited made make management management's many
    material materialize materially matters may meaning might more most nature necessarily neither new nor not number numerous objectives obligation occur off one only operating operations opinion opinions
    other others otherwise our ours out outcome outcomes outside over own particular past performance plan plans please possible potential predict predicted predicts present
    presented press prior project projected projection projections prospects prove proved proven reader readers reason reasons reasonable refer references reflect reflected regarding rely
    relate related relating release report reports represent required result results risk risks section see set several should significant significantly similar similarly
    some speak speaks stated statement statements subject substantial substantially such suggested take than that the their them then there therefore these they thing things
    this those though through time times trends turn unanticipated uncertain uncertainties uncertainty under underlying undue unforeseen unexpected unknown unpredictable upon using vary variety
    various very view views was well were what when whether which while who will with within without words would year you your
    bio should materialise one forward-looking written oral information incorporated therein thereof subsequent subsequently filing filings filed document among long-term short-term
    complete exhaustive list respect matter set numerous beliefs good faith date reality assure assured sometimes often occurrence inaccuracies
    company management's issuer group corporation inc ltd corp llc plc us we it's
    """.split()
)
_COMMON_BYTES = frozenset(word.encode() for word in _COMMON)


def names_a_factor(release: Release, spans: Iterable[Span]) -> bool:
    """Whether the cautionary text in some stretches of a release names a risk factor."""
    for start, end in spans:
        for _, after in release.within("risk-introduction", start, end):
            sentence = release.sentence_at(after - 1)
            if sentence and release.search(_DISCLAIMS, sentence.start, sentence.end):
                continue
            if _content(release, after, min(sentence.end if sentence else end, end, after + _REACH)) >= 1:
                return True
        if any(_warns(release, sentence) for sentence in release.sentences if start <= sentence.start < end):
            return True
    return False


def _warns(release: Release, sentence: Sentence) -> bool:
    """Whether a sentence says with a modal verb that something of its own may happen."""
    modal = release.search(_MODAL, sentence.start, sentence.end)
    return bool(modal and not _speaks_of_itself(release, sentence) and _content(release, sentence.start, sentence.end) > 1)


def _speaks_of_itself(release: Release, sentence: Sentence) -> bool:
    return any(release.search(words, sentence.start, sentence.end) for words in (_ABOUT_ITSELF, _DISCLAIMS))


def _content(release: Release, start: int, end: int) -> int:
    """How many words that are not in every legend stand in a stretch, up to a pointer to a filing."""
    pointer = next((a for a, _ in release.within("cautionary-pointer", start, end)), end)
    own = release.profile.company.lower().encode("ascii", "ignore").split()
    words = [word.lower().removesuffix(b"'s").rstrip(b"'-") for word in _WORD.findall(release.twin, start, pointer)]
    return sum(word not in _COMMON_BYTES and word + b"s" not in _COMMON_BYTES and word not in own for word in words)
