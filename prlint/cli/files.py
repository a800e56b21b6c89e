"""Which files a command line means."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".docx", ".html", ".htm", ".pdf", ".rtf", ".eml")
# Folders that hold other people's files, beside all whose name begins with a dot.
_FOREIGN = {"node_modules", "__pycache__", "site-packages", "venv"}


# Formats that prlint writes reports in, too.
_REPORTS = (".md", ".markdown", ".html", ".htm")


class Found:
    """Files to check in order, files of searched folders that are no releases, and what could not be searched, with why."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.skipped = 0
        self.failures: dict[str, str] = {}


def find(paths: Iterable[str]) -> Found:
    """The releases that the paths name: files as they are, folders searched. A file named twice is found once."""
    found, seen = Found(), set()
    for path in paths:
        for file in _inside(path, found) if os.path.isdir(path) else (path,):
            identity = os.path.abspath(file)
            if identity not in seen:
                seen.add(identity)
                found.files.append(file)
    return found


def _is_report(path: str) -> bool:
    """Whether a file is a report of an earlier run."""
    if not path.lower().endswith(_REPORTS):
        return False
    from prlint.document.signs import is_report

    return is_report(path)


def _inside(folder: str, found: Found) -> Iterator[str]:
    """The releases of a folder, sorted within each folder. Links to folders are not followed, and reports of prlint's own are left out."""
    any_release = False

    def unreadable(error: OSError) -> None:
        found.failures[str(error.filename)] = (error.strerror or "cannot be searched").lower()

    for place, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _FOREIGN)
        for name in sorted(files):
            if name.startswith("."):
                continue
            file = os.path.join(place, name)
            if name.lower().endswith(SUFFIXES) and (os.path.isfile(file) or not os.path.exists(file)) and not _is_report(file):
                any_release = True
                yield str(Path(file))
            else:
                found.skipped += 1
    if not any_release and folder not in found.failures:
        found.failures[folder] = f"holds no releases (looked for {', '.join('*' + suffix for suffix in SUFFIXES)})"
