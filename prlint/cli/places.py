"""Where the keys of a TOML file stand. tomllib tells values and no places; this reads a file that tomllib has accepted."""

import re

from prlint.records import Record

Key = tuple[str | int, ...]
"""A path into a TOML file: names of keys, and numbers of the entries of arrays."""


class Place(Record):
    """A place in a file: line and column count from 1, `length` is how much a caret line underlines."""

    line: int
    column: int
    length: int = 1


_TOKEN = re.compile(
    r"""(?P<space>[ \t\r]+|\#[^\n]*)
    | (?P<end>\n)
    | (?P<string>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    | (?P<word>[\w+:-]+)
    | (?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)


class _Token(Record):
    kind: str
    text: str
    start: int
    end: int


def places(source: str) -> dict[Key, Place]:
    """The place of every key, table header and array entry; of one that is named several times, the first."""
    return {key: _place(source, *span) for key, span in _Reader(source).spans.items()}


def pointed(shown: str, source: str, key: Key, problem: str) -> str:
    """A problem with a key: file, line and column, and its line with carets. What has no place of its own has its table's."""
    found = places(source)
    while key and key not in found:
        key = key[:-1]
    return at(shown, source, found.get(key, Place(1, 1)), problem)


def at(shown: str, source: str, place: Place, problem: str) -> str:
    """A problem at a place: file, line and column, and its line with carets."""
    lines = source.split("\n")
    margin = " " * len(str(place.line))
    line = lines[place.line - 1].rstrip("\r").replace("\t", " ")
    carets = " " * (place.column - 1) + "^" * place.length
    return f"{shown}:{place.line}:{place.column}: {problem}\n{margin} |\n{place.line} | {line}\n{margin} | {carets}"


def _place(source: str, start: int, end: int) -> Place:
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", start)
    length = min(end, line_end if line_end >= 0 else len(source)) - start
    return Place(source.count("\n", 0, start) + 1, start - line_start + 1, max(1, length))


class _Reader:
    """One pass over the tokens of a file."""

    def __init__(self, source: str) -> None:
        self.spans: dict[Key, tuple[int, int]] = {}
        self._tokens = [
            _Token(match.lastgroup or "", match[0], match.start(), match.end())
            for match in _TOKEN.finditer(source)
            if match.lastgroup != "space"
        ]
        self._at = 0
        self._entries: dict[Key, int] = {}
        self._table: Key = ()
        while self._at < len(self._tokens):
            self._statement()

    def _statement(self) -> None:
        token = self._tokens[self._at]
        if token.kind == "end":
            self._at += 1
        elif token.text == "[":
            double = self._peek(1) == "["
            self._at += 2 if double else 1
            self._table = self._header(double=double)
            self._at += 2 if double else 1
        else:
            self._pair(self._table)

    def _header(self, *, double: bool) -> Key:
        """The path of a table: each array of tables on it stands for its last entry."""
        parts, span = self._name()
        path: Key = ()
        for part in parts[:-1]:
            self.spans.setdefault((*path, part), span)
            path = self._entered((*path, part))
        path = (*path, parts[-1])
        self.spans.setdefault(path, span)
        if double:
            self._entries[path] = self._entries.get(path, -1) + 1
        path = self._entered(path)
        self.spans.setdefault(path, span)
        return path

    def _entered(self, path: Key) -> Key:
        return (*path, self._entries[path]) if path in self._entries else path

    def _pair(self, table: Key) -> None:
        parts, span = self._name()
        path = table
        for part in parts:
            path = (*path, part)
            self.spans.setdefault(path, span)
        self._at += 1  # the equals sign
        self._value(path)

    def _name(self) -> tuple[list[str], tuple[int, int]]:
        """A dotted key, and the span of all of it."""
        start, parts = self._tokens[self._at].start, []
        while True:
            token = self._tokens[self._at]
            parts.append(_plain(token.text) if token.kind == "string" else token.text)
            self._at += 1
            if self._peek() != ".":
                return parts, (start, self._tokens[self._at - 1].end)
            self._at += 1

    def _value(self, path: Key) -> None:
        opening = self._peek()
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._at += 1
            while self._peek() != "}":
                if self._tokens[self._at].kind == "end" or self._peek() == ",":
                    self._at += 1
                else:
                    self._pair(path)
            self._at += 1
        else:  # a string, or the words of a number or a date
            while self._at < len(self._tokens) and self._peek() not in ("\n", ",", "]", "}"):
                self._at += 1

    def _array(self, path: Key) -> None:
        self._at += 1
        entry = 0
        while self._peek() != "]":
            token = self._tokens[self._at]
            if token.kind == "end" or token.text == ",":
                self._at += 1
                continue
            self._value((*path, entry))
            self.spans[*path, entry] = (token.start, self._tokens[self._at - 1].end)
            entry += 1
        self._at += 1

    def _peek(self, ahead: int = 0) -> str:
        index = self._at + ahead
        return self._tokens[index].text if index < len(self._tokens) else ""


def _plain(quoted: str) -> str:
    """What a quoted key says."""
    import tomllib

    text: str = tomllib.loads(f"key = {quoted}")["key"]
    return text
