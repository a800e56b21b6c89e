"""Mistakes in rule files, shown as a compiler shows them: file, line, caret, what was expected."""

import re

from prlint.records import Record


class Place(Record):
    """A place in a rule file; `line` and `column` count from 1, `length` is how much the carets underline."""

    file: str
    source: str
    line: int
    column: int
    length: int = 1

    def shown(self) -> str:
        """The source line with carets under the place."""
        lines = self.source.splitlines()
        text = lines[self.line - 1] if 0 < self.line <= len(lines) else ""
        margin = str(self.line)
        under = " " * (self.column - 1) + "^" * max(1, min(self.length, len(text) - self.column + 1))
        return f"{' ' * len(margin)} |\n{margin} | {text}\n{' ' * len(margin)} | {under}"


class RuleError(ValueError):
    """A rule, term or family file that cannot be loaded. `str()` is the whole message, with the place and a caret."""

    def __init__(self, place: Place, problem: str, expected: str = "") -> None:
        told = f"{place.file}:{place.line}:{place.column}: {problem}\n{place.shown()}"
        super().__init__(told + (f"\n  = {expected}" if expected else ""))
        self.place = place
        self.problem = problem
        self.expected = expected


class KeptFileError(RuleError):
    """A file that is kept beside releases (waivers, a baseline, a review record) and cannot be used; shown as a mistake in a rule is."""


class UnknownRuleError(ValueError):
    """A code, family or name that no rule has; `suggestion` is the nearest one that exists, or empty."""

    def __init__(self, wanted: str, suggestion: str = "") -> None:
        super().__init__(f"no rule, family or name `{wanted}`" + (f"; did you mean `{suggestion}`?" if suggestion else ""))
        self.wanted = wanted
        self.suggestion = suggestion


class CheckError(RuntimeError):
    """A rule's Python that stopped with an error of its own, or that is not there: the file cannot be called checked."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"rule {code} could not be run: {reason}")
        self.code = code


def nearest(wanted: str, known: list[str]) -> str:
    """The known word that is most like `wanted`, or an empty string."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(wanted, known, n=1, cutoff=0.5)), "")


def place_of(file: str, source: str, keys: tuple[str | int, ...]) -> Place:
    """Where a key of a TOML file stands, by its path (`("authority", 0, "cite")`); the first line if it cannot be told.

    A missing key is placed at the table that lacks it.
    """
    start, end, found = 0, len(source), (0, 1)
    names = [key for key in keys if isinstance(key, str)]
    counts = {names[0]: next((key for key in keys if isinstance(key, int)), 0)} if names else {}
    for depth, name in enumerate(names):
        headers = list(re.finditer(rf"^\[\[?\s*\"?{re.escape(name)}\"?\s*\]\]?", source[start:end], re.MULTILINE))
        if depth == 0 and len(headers) > counts.get(name, 0):
            header = headers[counts.get(name, 0)]
            found = (start + header.start(), header.end() - header.start())
            following = re.search(r"^\[", source[start + header.end() : end], re.MULTILINE)
            start, end = start + header.end(), (start + header.end() + following.start() if following else end)
            continue
        key = re.search(rf"(?:^|[{{,])\s*(\"?{re.escape(name)}\"?)\s*=", source[start:end], re.MULTILINE)
        if not key:
            break
        found = (start + key.start(1), key.end(1) - key.start(1))
        start = start + key.end()
    line = source.count("\n", 0, found[0]) + 1
    return Place(file, source, line, found[0] - (source.rfind("\n", 0, found[0]) + 1) + 1, found[1])
