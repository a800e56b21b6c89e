"""From a document to a release: blocks, sections, sentences, facts and a profile."""

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


def parse(document: Document, settings: Settings | None = None, vocabulary: Vocabulary | None = None) -> Release:
    """What prlint understands of a document. `settings` win over what is inferred; `vocabulary` defaults to the built-in one."""
    begin()
    spans, twin = cut(document.text)
    told = language()
    blocks, sections = structure(document.text, twin, spans, told.tables["release"])
    draft = Release(
        document=document,
        twin=twin,
        vocabulary=vocabulary or told.vocabulary,
        settings=settings or Settings(),
        blocks=blocks,
        sections=sections,
        sentences=split(twin, blocks, sections),
    )
    facts = sorted((*read_facts(draft), *read_forward(draft)), key=lambda fact: (fact.start, fact.end))
    known = draft.knowing(facts=tuple(facts))
    return known.knowing(profile=profile(known))
