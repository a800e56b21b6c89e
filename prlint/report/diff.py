"""What fixes would change, as a unified difference that a terminal can show whatever stands in it."""

from collections.abc import Iterator
from difflib import unified_diff

from prlint.report.color import Paint
from prlint.report.terminal import harmless

_NO_LINE_END = "\\ No newline at end of file"


def difference(path: str, before: str, after: str, paint: Paint) -> str:
    """The unified difference of two texts; empty if they are the same. Hidden characters are shown as in every report."""
    shown = _lines(before, after, path)
    return "".join(f"{paint.changed(line)}\n" for line in shown)


def _lines(before: str, after: str, path: str) -> Iterator[str]:
    for line in unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path):
        yield harmless(line.removesuffix("\n"))
        if not line.endswith("\n") and line[:1] in "+- ":
            yield _NO_LINE_END
