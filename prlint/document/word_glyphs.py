"""What the signs of symbol fonts are in Unicode.

Word stores ®, ™, ≥ or a bullet of such a font as a place in the font (`w:sym`, or a private code point U+F0xx): without
this table a mark would lose its ®, and a rule would say so.
"""

_ASCII = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_UPPER = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_LAST = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"

_SYMBOL = {
    **dict(enumerate(_ASCII, 0x20)),
    **dict(enumerate(_UPPER, 0xA1)),
    **dict(enumerate(_LAST, 0xF1)),
    0xA0: "€",
}
_WINGDINGS = {
    0x20: " ",
    **dict.fromkeys((0x6C, 0x9F, 0xA1), "•"),
    **dict.fromkeys((0x6E, 0xA7), "▪"),
    **dict.fromkeys((0x71, 0x72, 0xA8), "□"),
    **dict.fromkeys((0x75, 0x76), "◆"),
    **dict.fromkeys((0xD8, 0xC4), "➢"),
    **dict.fromkeys((0xE0, 0xE8, 0xF0), "→"),
    **dict.fromkeys((0xDF, 0xEF), "←"),
    **dict.fromkeys((0xFC, 0xFE), "✓"),
    **dict.fromkeys((0xFB, 0xFD), "✗"),
}
_PRIVATE = 0xF000
UNKNOWN = "\ufffd"


def glyph(code: int, font: str) -> str:
    """The character that a code of a font shows; a font that is not known by its name is read as Symbol where the code is private."""
    place = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if "wingdings" in font.casefold() or "webdings" in font.casefold():
        return _WINGDINGS.get(place, UNKNOWN)
    if font.casefold() == "symbol" or place != code:
        return _SYMBOL.get(place, UNKNOWN)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else UNKNOWN


def unmasked(text: str, font: str) -> str:
    """A text with its private code points turned into what they show: as many characters as before."""
    return "".join(glyph(ord(char), font) if "\uf000" <= char <= "\uf0ff" else char for char in text)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A text in superscript: its digits are raised, so that a footnote's number does not join the figure before it."""
    return text.translate(_RAISED)
