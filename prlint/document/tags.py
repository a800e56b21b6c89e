"""Cuts HTML into text, tags and comments, in one pass whatever it holds.

The parser of the standard library looks for the same missing `>` again from every `<`, which takes time with the square
of the text (and stops with an error on `<![`). Here every search either fails once, and what began there runs to the end of
the text as in a browser, or ends the token that it was made for: no character is looked at more than a few times. A tag
ends at the first `>` outside of quoted values.
"""

import re
from collections.abc import Iterator

from prlint.records import Record

TEXT, OPEN, CLOSE, COMMENT = range(4)

# What is in these is no markup, up to their own end.
RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_QUOTE_OR_END = re.compile("[\"'>]")
_VALUE_AHEAD = re.compile(r"=\s{0,9}$")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


class Token(Record):
    """A piece of HTML from `start` to `end`; `name` is that of a tag, in small letters."""

    kind: int
    name: str
    start: int
    end: int


class Tokens:
    """The tokens of a stretch of a text, from left to right."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self._start, self._end = start, end

    def __iter__(self) -> Iterator[Token]:
        source, end = self.source, self._end
        at = text = self._start
        while (at := source.find("<", at, end)) >= 0:
            token = self._token(at)
            if token is None:
                at += 1
                continue
            if text < at:
                yield Token(TEXT, "", text, at)
            yield token
            at = text = token.end
            if token.kind == OPEN and token.name in RAW:
                at = text = self._end_of_raw(token)
        if text < end:
            yield Token(TEXT, "", text, end)

    def attributes(self, token: Token) -> dict[str, str]:
        """The attributes of a tag; of two of the same name the first."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, token.start + 1 + len(token.name), token.end - 1):
            found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
        return found

    def _token(self, at: int) -> Token | None:
        """The tag or comment that begins here, if one does. What is never closed runs to the end."""
        source = self.source
        if source.startswith("<!--", at):
            return Token(COMMENT, "", at, self._behind("-->", at + 2))
        if source.startswith(("<!", "<?"), at):
            return Token(COMMENT, "?", at, self._behind(">", at + 2))
        closing = source.startswith("</", at)
        name = _NAME.match(source, at + 1 + closing, self._end)
        if name is None:
            return None
        end = self._behind(">", at) if closing else self._end_of_tag(name.end())
        return Token(CLOSE if closing else OPEN, name[0].lower(), at, end)

    def _end_of_tag(self, at: int) -> int:
        """Behind the `>` of a tag, past the quoted values in it."""
        while match := _QUOTE_OR_END.search(self.source, at, self._end):
            at = match.end()
            if match[0] == ">":
                return at
            if _VALUE_AHEAD.search(self.source, max(at - 11, 0), at - 1):
                close = self.source.find(match[0], at, self._end)
                if close < 0:
                    return self._behind(">", at)
                at = close + 1
        return self._end

    def _end_of_raw(self, token: Token) -> int:
        """Where the content of a script or the like ends: before its end tag, or with the text."""
        match = re.compile(f"</{token.name}", re.IGNORECASE).search(self.source, token.end, self._end)
        return match.start() if match else self._end

    def _behind(self, wanted: str, at: int) -> int:
        """Behind the next occurrence of a string, or the end of the text."""
        found = self.source.find(wanted, at, self._end)
        return found + len(wanted) if found >= 0 else self._end
