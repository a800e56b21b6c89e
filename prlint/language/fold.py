"""The twin of a text: one byte a code point, with what typists and wires vary folded together.

Patterns run on the twin, so an offset in it is an offset in the text, and a linear-time engine that works on bytes
never has to translate between the two. Curly quotes become straight ones, every dash `-`, every kind of space ` `,
letters lose their accents, Greek letters become their Latin namesakes. Marks that carry meaning keep a byte of their
own: ® 0xAE, ™ 0x99, ℠ 0x98, ≤ 0x8B, ≥ 0x9B, bullets 0x95, superscript digits 0xB9. Nothing is ever inserted or dropped:
Unicode's own compatibility forms (NFKC) would turn ™ into two letters.
"""

import codecs
import re
import unicodedata

UNKNOWN = 0x7F

_GROUPS = {
    "'": "‘’‚‛ʼ′`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−﹣－",
    " ": "\t\v\f\x1c\x1d\x1e\x1f\u00a0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff",
    "\x95": "•●▪◦‣∙■□►▶➢✓⁃◆○",
    "\xb9": "²³¹⁰⁴⁵⁶⁷⁸⁹",
    "\x99": "™",
    "\x98": "℠",
    "\x8b": "≤⩽≦",
    "\x9b": "≥⩾≧",
    "\x85": "…",
    "\x80": "€",
    "\x86": "†‡",
    "<": "＜",
    ">": "＞",
    "u": "µμ",
    "/": "⁄∕",
}
_GREEK = dict(zip("αβγδεζηθικλνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΝΞΟΠΡΣΤΥΦΧΨΩ", "abgdezhtiklnxoprstufcpoABGDEZHTIKLNXOPRSTUFCPO", strict=True))
_KEPT = "§©®±×·½¼¾£¥°¢¶¿¡÷"


def _one_byte(char: str) -> int:
    if char in _KEPT:
        return ord(char)
    if char in _GREEK:
        return ord(_GREEK[char])
    base = unicodedata.normalize("NFKD", char)[0]
    return ord(base) if base.isascii() and (base.isalnum() or len(unicodedata.normalize("NFD", char)) > 1) else UNKNOWN


_FOLDED = {char: ord(byte) for byte, chars in _GROUPS.items() for char in chars}
_LATIN = bytes(_FOLDED.get(chr(c)) or (c if c < 0x80 else _one_byte(chr(c))) for c in range(256))


class _Beyond(dict[str, int]):
    def __missing__(self, char: str) -> int:
        self[char] = byte = _one_byte(char)
        return byte


# What lies beyond Latin-1 is folded by the error handler straight to its byte, so it must not meet the table again:
# the handler answers with bytes that the table leaves alone, and the table folds Latin-1 itself.
_BEYOND = _Beyond({char: byte for char, byte in _FOLDED.items() if ord(char) > 0xFF})


def _handle(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return bytes(_BEYOND[char] for char in error.object[error.start : error.end]), error.end


# Control characters whose numbers the twin gives to marks and signs.
_CONTROLS = re.compile("[\x80-\x9f]")

codecs.register_error("prlint.fold", _handle)
# Bytes that the handler gives and Latin-1 also has (C1 controls, mostly) stay as they are.
_TABLE = bytes(c if c in _FOLDED.values() else _LATIN[c] for c in range(256))


def fold(text: str) -> bytes:
    """The twin of `text`: as many bytes as `text` has code points."""
    return fold_source(text if text.isascii() else _CONTROLS.sub("\x7f", text))


def fold_source(source: str) -> bytes:
    """A pattern folded as texts are; it may name the bytes of the twin by number (`\\x99` is ™)."""
    return source.encode("latin-1", "prlint.fold").translate(_TABLE)
