"""What a Word document says outside of its text: which styles hide or number, and how the items of a list are numbered."""

from collections.abc import Iterator

from prlint.document.word_package import Package
from prlint.document.word_xml import Attributes, walk
from prlint.records import Record

_OFF = ("0", "false", "off")
_DEEPEST_CHAIN, _DEEPEST_LEVEL = 20, 8
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_NUMBER = 9999
BULLET = "•"


class Style(Record):
    """A style: the one it is based on, the list that it numbers by, and whether it hides its text; None where it does not say."""

    based: str = ""
    number: str | None = None
    level: int | None = None
    hidden: bool | None = None


class Level(Record):
    """One level of a list: its format, the text of its label (`%1.`), and the number it starts with."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


def is_on(attributes: Attributes) -> bool:
    """What a switch such as `w:vanish` says."""
    return attributes.get("w:val", "1") not in _OFF


def whole(text: str | None, otherwise: int = 0) -> int:
    """A number of an attribute, or another if it is none."""
    digits = (text or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 7 else otherwise


class Styles:
    """The styles and lists of a document; without one, no style hides anything and nothing is numbered."""

    def __init__(self, package: Package | None = None) -> None:
        self._styles: dict[str, Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._same: dict[str, str] = {}
        if package is None:
            return
        for name in package.linked("styles"):
            _Stylesheet(self._styles).read(package.part(name))
        for name in package.linked("numbering"):
            lists = _Lists()
            lists.read(package.part(name))
            self._lists, self._same = lists.levels, lists.abstract

    def count_anew(self) -> None:
        """Begins every list again."""
        self._counts.clear()

    def hides(self, style: str) -> bool:
        """Whether text of a style is hidden."""
        return next((told.hidden for told in self._chain(style) if told.hidden is not None), False)

    def label(self, style: str, number: str | None, level: int | None) -> str:
        """The label of the next paragraph of a list, as Word shows it, counting it; empty if the paragraph is of no list."""
        if number is None:
            number = next((told.number for told in self._chain(style) if told.number is not None), None)
            level = level if level is not None else next((told.level for told in self._chain(style) if told.level is not None), None)
        levels = self._lists.get(number or "")
        if not levels:
            return ""
        place = min(level or 0, _DEEPEST_LEVEL)
        here = levels.get(place, Level())
        counts = self._counts.setdefault(self._same.get(number or "", number or ""), {})
        counts[place] = counts.get(place, here.start - 1) + 1
        for deeper in [other for other in counts if other > place]:
            del counts[deeper]
        if here.form == "bullet":
            return BULLET
        shown = here.text
        for other in range(place + 1):
            told = levels.get(other, Level())
            shown = shown.replace(f"%{other + 1}", _numeral(counts.get(other, told.start), told.form))
        return shown.strip()

    def _chain(self, style: str) -> Iterator[Style]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST_CHAIN):
            told = self._styles.get(style)
            if told is None:
                return
            yield told
            style = told.based


def _numeral(number: int, form: str) -> str:
    if form in ("none", "bullet"):
        return ""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _LARGEST_NUMBER:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


class _Stylesheet:
    """Reads `styles.xml`."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._name = ""
        self._path: list[str] = []

    def read(self, data: bytes) -> None:
        walk(data, self._begin, self._end)

    def _begin(self, name: str, attributes: Attributes, _at: int) -> None:
        self._path.append(name)
        if name == "w:style":
            self._name = attributes.get("w:styleId", "")
            self._styles[self._name] = Style()
        if len(self._path) < 3 or self._path[1] != "w:style":
            return
        told, value = self._styles[self._name], attributes.get("w:val", "")
        if name == "w:basedOn":
            told = told._replace(based=value)
        elif name == "w:numId":
            told = told._replace(number=value)
        elif name == "w:ilvl":
            told = told._replace(level=whole(value))
        elif name == "w:vanish" and self._path[2:] == ["w:rPr", "w:vanish"]:
            told = told._replace(hidden=is_on(attributes))
        self._styles[self._name] = told

    def _end(self, _name: str, _at: int) -> None:
        self._path.pop()


class _Lists:
    """Reads `numbering.xml`: the levels of each list by its number, and which lists count together."""

    def __init__(self) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.abstract: dict[str, str] = {}
        self._shapes: dict[str, dict[int, Level]] = {}
        self._into: dict[int, Level] = {}
        self._number = ""
        self._level = 0

    def read(self, data: bytes) -> None:
        walk(data, self._begin, lambda _name, _at: None)

    def _begin(self, name: str, attributes: Attributes, _at: int) -> None:
        value = attributes.get("w:val", "")
        if name == "w:abstractNum":
            self._into = self._shapes.setdefault(attributes.get("w:abstractNumId", ""), {})
        elif name == "w:num":
            self._number = attributes.get("w:numId", "")
            self._into = self.levels[self._number] = {}
        elif name == "w:abstractNumId":
            self._into.update(self._shapes.get(value, {}))
            self.abstract[self._number] = value
        elif name == "w:lvlOverride":
            self._level = whole(attributes.get("w:ilvl"))
            self.abstract[self._number] = f"own {self._number}"  # it counts from its own start
        elif name == "w:lvl":
            self._level = whole(attributes.get("w:ilvl"))
            self._into[self._level] = Level()
        elif name in ("w:start", "w:startOverride"):
            self._change(start=whole(value, 1))
        elif name == "w:numFmt":
            self._change(form=value)
        elif name == "w:lvlText":
            self._change(text=value)

    def _change(self, **what: object) -> None:
        self._into[self._level] = self._into.get(self._level, Level())._replace(**what)  # type: ignore[arg-type]
