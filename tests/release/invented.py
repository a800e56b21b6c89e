"""Releases for tests, all invented, and short ways to parse them."""

from pathlib import Path

from prlint.config import Settings
from prlint.document.model import Document
from prlint.release import parse
from prlint.release.model import Fact, Release

LEGEND = """Forward-Looking Statements

This press release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995. {risks}
"""

TOPLINE = """Ferrant Therapeutics Reports Positive Topline Results from Phase 2 LYRA Trial of FTX-204

CAMBRIDGE, Mass., March 4, 2025 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (Nasdaq: FRNT), a clinical-stage biopharmaceutical \
company, today reported topline results from LYRA, a randomized Phase 2 trial (NCT04812345) of FTX-204, an investigational oral \
therapy, in patients with ulcerative colitis. The trial met its primary endpoint.

{body}

About Ferrant Therapeutics

Ferrant Therapeutics, Inc. is a clinical-stage biopharmaceutical company that develops medicines for patients with bowel disease.

""" + LEGEND.format(risks="Risks are described in Ferrant's Annual Report on Form 10-K for the year ended December 31, 2024.")


def read(text: str, settings: Settings | None = None) -> Release:
    """A text parsed as a plain document."""
    return parse(Document(path="release.txt", text=text, encoding="utf-8"), settings)


def topline(body: str) -> Release:
    """A results release with a paragraph of its own."""
    return read(TOPLINE.format(body=body))


def facts(text: str, kind: str) -> list[Fact]:
    """The facts of a kind in a text that stands alone."""
    return list(read(text).facts_of(kind))


def only(text: str, kind: str) -> Fact:
    """The one fact of a kind in a text."""
    found = facts(text, kind)
    assert len(found) == 1, [read(text).quote((fact.start, fact.end)) for fact in found]
    return found[0]


def seed_release() -> Release:
    """The release that the project was created from."""
    return read((Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt").read_text(encoding="utf-8"))
