"""Text of a release made fit for Markdown as GitHub and GitLab show it: it is shown, and it does nothing."""

import re
from collections.abc import Iterator

from prlint.report.entries import shown

# Mentions and references are made of the rendered text, so an escape alone does not stop them: a comment between the
# sign and the word does.
_REFERS = re.compile(r"([@#!~%&$])(?=\w)")
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@$]")
# What makes a link of an address, and at the beginning of a line a list, a heading's line or a command of GitLab.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_BEGINNING = re.compile(r"^(\d*)(?=[-+=.)/!])")
_QUOTED = re.compile(r"`([^`]+)`")


def markdown(text: str) -> str:
    """Text in a paragraph, a list item or a cell of a table; nothing in it is markup, a link, a mention or a reference."""
    return "".join(_pieces(shown(text)))


def message(text: str, *, cell: bool = False) -> str:
    """A finding's message: what stands between backticks becomes code."""
    pieces, at = [], 0
    text = shown(text)
    for quoted in _QUOTED.finditer(text):
        pieces += [*_pieces(text[at : quoted.start()]), code(quoted[1], cell=cell)]
        at = quoted.end()
    return "".join([*pieces, *_pieces(text[at:])])


def code(text: str, *, cell: bool = False) -> str:
    """Text as code, between more backticks than it holds; in a cell of a table its bars are escaped even so."""
    text = shown(text).replace("|", "\\|") if cell else shown(text)
    fence = "`" * (max((len(run[0]) for run in re.finditer("`+", text)), default=0) + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for sign in _REFERS.finditer(text):
        yield _escaped(text[at : sign.end()]) + "<!-- -->"
        at = sign.end()
    yield _escaped(text[at:])


def _escaped(text: str) -> str:
    return _ADDRESS.sub(r"\\", _BEGINNING.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", text)))
