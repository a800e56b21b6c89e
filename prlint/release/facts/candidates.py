"""Candidates: the products that a release itself calls investigational, wherever it names them.

A development code of one digit, or a medicine's name without a known stem, cannot be told from a trial or a word by its
letters. What the release says of it tells: `HLD-7, an investigational conjugate`, `velnicant has not been approved`.
"""

from collections.abc import Iterator

from prlint.language.patterns import pattern
from prlint.release.model import Fact, Release

_CODE = r"[A-Z]{2,5}-?[0-9]{1,4}[A-Za-z]?"
_NAME = rf"(?P<name>{_CODE}|[A-Z][a-z]{{3,}}(?:-[a-z]{{4}})?|[a-z]{{6,}}(?:-[a-z]{{4}})?)"
_CALLED = r"(?:[Ii]nvestigational|[Ee]xperimental)"
_FORMS = (
    pattern(
        rf"\b{_NAME}[®\x99]?(?: \([^()\n]{{1,40}}\))?, (?:an?|its|our|the|the Company's|[A-Z][a-z]+'s)(?:"
        rf" [A-Za-z0-9/-]+){{0,5}}? (?:{_CALLED}|candidate)\b",
        case=True,
    ),
    pattern(rf"\b(?:{_CALLED}|candidate)(?: [A-Za-z0-9/-]+){{0,6}}?,? (?P<name>{_CODE})\b", case=True),
    pattern(
        rf"\b{_NAME} (?:is (?:an? )?{_CALLED}\b|(?:is|has) not (?:yet )?(?:been )?(?:approved|authori[sz]ed|licensed|tested"
        rf"|studied|given)\b)",
        case=True,
    ),
    pattern(rf"\b(?:trials?|stud(?:y|ies)|doses?|efficacy|safety)(?: \([^()\n]{{1,40}}\))? of (?P<name>{_CODE})\b", case=True),
)
_TRIAL = (b" trial", b" study", b" stud", b", a ")  # what follows the name of a trial
_NO_NAME = frozenset(
    b"product drug therapy treatment candidate device vaccine medicine combination indication application compound agent antibody"
    b" regimen disease program platform technology system formulation company study trial therapies products drugs treatments"
    b" candidates this that these which they have there safety efficacy implant cream inhibitor conjugate".split()
)
_NO_END = (b"itis", b"osis", b"emia", b"oma", b"pathy", b"ing", b"ed")
_MOST = 24  # words that are looked at; a release is about a few products


def read_candidates(release: Release) -> Iterator[Fact]:
    """Facts of kind candidate {name}: every naming of a product that the release calls investigational, or says is not approved."""
    looked: set[bytes] = set()
    for form in _FORMS:
        for found in form.each(release.twin):
            name = release.twin[slice(*found["name"])]
            if name in looked:
                continue
            if len(looked) == _MOST:
                return
            looked.add(name)
            a_trial = form is _FORMS[-1] and any(name + word in release.twin for word in _TRIAL)
            if not a_trial and name.lower() not in _NO_NAME and not name.lower().endswith(_NO_END):
                for written in {name, name[:1].upper() + name[1:]}:  # a name opens a sentence with a capital
                    yield from _namings(release, written)


def _namings(release: Release, name: bytes) -> Iterator[Fact]:
    """Where a name stands as a word of its own."""
    twin, at = release.twin, release.twin.find(name)
    while at >= 0:
        end = at + len(name)
        if not twin[at - 1 : at].isalnum() and not twin[end : end + 1].isalnum():
            yield Fact("candidate", at, end, {"name": release.quote((at, end))})
        at = twin.find(name, end)
