"""Colour, or none."""

from prlint.records import Record

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36"}
_CHANGES = {"-": "31", "+": "32", "@": "36"}


class Paint(Record):
    """Wraps text in the escape sequences of a terminal if `on`. What it wraps must be harmless already."""

    on: bool

    def severity(self, severity: str, text: str) -> str:
        return self._wrapped(_CODES[severity], text)

    def changed(self, text: str) -> str:
        """A line of a difference, by its first character."""
        return self._wrapped(_CHANGES[text[0]], text) if text[:1] in _CHANGES else text

    def strong(self, text: str) -> str:
        return self._wrapped("1", text)

    def faint(self, text: str) -> str:
        return self._wrapped("2", text)

    def _wrapped(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
