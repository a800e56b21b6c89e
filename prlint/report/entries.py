"""What formats for machines share: each finding with its fingerprint and its state, and text and paths made fit for them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from prlint.document.model import Location
from prlint.engine.fingerprints import fingerprints
from prlint.engine.model import Finding
from prlint.records import Record
from prlint.report.model import FileReport
from prlint.report.terminal import visible

NEW, UNCHANGED = "new", "unchanged"
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # where GitHub's runner and GitLab's say that the repository lies
_NO_ADDRESS = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+")


class Entry(Record):
    """A finding of a file. `state` is empty where the run compared with no baseline and no earlier version."""

    finding: Finding
    fingerprint: str
    state: str


def entries(file: FileReport) -> list[Entry]:
    """Every finding of a file: those that are reported, then those that were known before."""
    known = (*(file.baselined or ()), *(file.unchanged or ()))
    every = (*file.findings, *known)
    compared = file.baselined is not None or file.unchanged is not None
    states = [NEW if compared else ""] * len(file.findings) + [UNCHANGED] * len(known)
    return [Entry(*told) for told in zip(every, fingerprints(every), states, strict=True)]


def reported(file: FileReport) -> Iterator[Entry]:
    """The findings that somebody has to look at: neither waived nor known before."""
    return (entry for entry in entries(file) if entry.state != UNCHANGED and not entry.finding.waived)


def shown(text: str) -> str:
    """Text on one line in which every control and every character without a shape is made visible."""
    return "".join(map(visible, " ".join(text.split())))


def where(location: Location) -> str:
    """A place as a sentence tells it: `line 3`, or the name of a place without lines."""
    return shown(location.label) or f"line {location.line}"


def placed(location: Location, message: str) -> str:
    """A message for a format that knows lines only: where the place has none, its name stands before the message."""
    return f"{location.label}: {message}" if location.label else message


def slashed(path: str) -> str:
    """A path as a repository names it: with slashes, from the current folder if it is in there, and no `./` before it."""
    here = os.path.join(Path.cwd(), "")
    return os.path.normpath(path.removeprefix(here)).replace(os.sep, "/")


def committed(path: str) -> str:
    """A path from the root of the repository that a CI job has checked out, also where the job works in a folder of it."""
    here = Path.cwd()
    for root in (os.path.realpath(told) for told in map(os.environ.get, _CHECKOUTS) if told):
        full = os.path.normpath(here / path)
        if here.is_relative_to(root) and full.startswith(os.path.join(root, "")):
            return os.path.relpath(full, root).replace(os.sep, "/")
    return slashed(path)


def unicode(path: str) -> str:
    """A path for readers that refuse a whole report over a name that is not Unicode: what is not is a question mark."""
    return path.encode("utf-8", "replace").decode("utf-8")


def line_bytes(text: str, column: int) -> int:
    """The column of a line counted in bytes of UTF-8, from 1, for one counted in code points."""
    return len(text[: column - 1].encode("utf-8", "surrogatepass")) + 1


def http(url: str) -> str:
    """A link that may be followed, or nothing: a rule of a stranger may name any address.

    What no address may hold is escaped as browsers do, so that it neither ends the link nor makes the page around it invalid.
    """
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return _NO_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url)
