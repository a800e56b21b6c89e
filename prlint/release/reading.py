"""How a document is read: what finds blocks, sections, sentences, facts and the profile, one after the other."""

from prlint.config import Settings
from prlint.document.model import Document
from prlint.language.bundle import language
from prlint.language.texts import begin
from prlint.language.vocabulary import Vocabulary
from prlint.release.blocks import cut
from prlint.release.facts import read_facts
from prlint.release.forward import read_forward
from prlint.release.model import Release
from prlint.release.profile import profile
from prlint.release.sections import structure
from prlint.release.sentences import split


def parsed(document: Document, settings: Settings, vocabulary: Vocabulary | None) -> Release:
    """As `prlint.release.parse`."""
    begin()
    spans, twin = cut(document.text)
    told = language()
    blocks, sections = structure(document.text, twin, spans, told.tables["release"])
    draft = Release(
        document=document,
        twin=twin,
        vocabulary=vocabulary or told.vocabulary,
        settings=settings,
        blocks=blocks,
        sections=sections,
        sentences=split(twin, blocks, sections),
    )
    facts = sorted((*read_facts(draft), *read_forward(draft)), key=lambda fact: (fact.start, fact.end))
    known = draft.knowing(facts=tuple(facts))
    return known.knowing(profile=profile(known))
