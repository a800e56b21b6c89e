"""From a document to a release: blocks, sections, sentences, facts and a profile."""

from prlint.config import Settings
from prlint.document.model import Document
from prlint.language.vocabulary import Vocabulary
from prlint.release.model import Release


def parse(document: Document, settings: Settings | None = None, vocabulary: Vocabulary | None = None) -> Release:
    """What prlint understands of a document. `settings` win over what is inferred; `vocabulary` defaults to the built-in one."""
    from prlint.release.reading import parsed  # half of prlint, and not needed where the result of a text is known

    return parsed(document, settings or Settings(), vocabulary)
