"""Where the marks of a release are used: every mark that the text, its notice or the configuration names, with its uses."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from prlint.language.fold import fold
from prlint.language.kept import compiled
from prlint.language.patterns import Span, pattern
from prlint.records import Record
from prlint.release.model import Fact, Release

SIGNS = {"®": "®", "™": "™", "℠": "℠", "(r)": "®", "(tm)": "™", "(sm)": "℠", "tm": "™", "sm": "℠"}
_SIGN = pattern(r" ?\*?(?:[®\x99\x98]|\((?:R|TM|SM|r|tm|sm)\))| ?(?:TM|SM)\b", case=True)

# A notice names more than marks: a logo or a design is not looked for in the text.
_NO_NAME = compiled(
    r"\b(?:logos?|designs?|devices?|symbols?|marks?|names?|families|family|stylized|combination|products?)\b", re.IGNORECASE
)
# A common word is a mark only with the words before it, and a word in small letters only with a hyphen.
_COMMON = compiled(
    r"(?:(?i:center|centre|system|platform|therapy|therapeutics|test|assay|device|program|programme|technology|technologies|kit|collection|breaker|library|"
    r"engine|method|process|solution|suite|series|line|network|services?|workbench)|[a-z]+[.,]?)$"
)
_CAPITALISED = compiled(r"(?:(?<=\s)|^)(?:[A-Z][\w-]*[ \xa0]){1,3}$")
_NOTICE = pattern(r"trade[ -]?marks?\b|service[ -]?marks?\b")
# A copy sets the letters of a symbol apart: `Zelvora TM (tavorexant)`.
_SET_APART = pattern(
    r"\b((?:[A-Z][A-Za-z-]{3,} )?[A-Z][A-Za-z-]{4,}) (?:TM|SM)\b"
    r"(?: ?[,.;:)(]|$| (?:study|trial|clinical|[Pp]hase|registry|platform|in\b|is\b|and\b|for\b))",
    case=True,
)
_GLUED_FROM = 7  # letters: no shorter name is taken for one with a symbol glued to it
_ANNOUNCES = pattern(
    r"'?s? (?:and [A-Za-z0-9 ]{2,40} )?(?:to |today )?"
    r"(?:announces?|reports?|presents?|receives?|completes?|appoints?|provides?|initiates?|launches|closes|enters|expands|names|submits)\b"
)
_OF_A_THING = pattern(
    r"[^\n()]{0,3}\) (?:technolog(?:y|ies)|platform|system|software|device|test|assay|score|scale|process|program(?:me)?|trial|study)\b"
)
_OR_THE_COMPANY = pattern(r'"? or (?:the )?"?(?:company|we|us)\b')
_CORPORATE = (
    r"(?:Inc|Corp|Ltd|LLC|L\.?P|plc|AG|SA|S\.A|N\.?V|SE|A/S|AB|GmbH|Pty|Co|Company|Corporation|Limited|Group|Holdings?|Therapeutics|"
    r"Pharma(?:ceuticals?|cy)?|Biopharma(?:ceuticals?)?|Bio(?:sciences?|technolog(?:y|ies)|tech|medical|logics|Therapeutics)?|Sciences?|Medical|"
    r"Laboratories|Diagnostics|Oncology|Genetics|Technologies|Health|Healthcare|Medicines?|International)\b"
)
_CORPORATE_AFTER = pattern(rf"(?:'s)?,? ?{_CORPORATE}", case=True)
_CORPORATE_END = pattern(rf"[a-z0-9] {_CORPORATE}\.?$")
_LONGER_AFTER = pattern(r"-(?:\d|[A-Z])|\.(?:com|net|org|co|io|eu)\b|@", case=True)
_ADDRESS_BEFORE = (b"www.", b"//", b"@", b"#", b".com", b".org", b".net")


class Use(Record):
    """One use of a mark: the span of the name, the symbol after it ("" for none) and where that ends."""

    start: int
    end: int
    symbol: str
    symbol_end: int
    in_notice: bool


class Mark(Record):
    """A mark as it is first written with its symbol, its uses in order, and what the notice says it is.

    `claimed` is "registered", "trademark", "mixed" or "" where no notice names the mark; `corporate` says that it is also the
    company's own name.
    """

    key: str
    name: str
    uses: tuple[Use, ...]
    claimed: str
    corporate: bool

    def signed(self) -> Iterator[Use]:
        return (use for use in self.uses if use.symbol)


def key_of(name: str) -> str:
    """What two spellings of a mark have in common: letters and digits, in lower case."""
    return "".join(char for char in name.casefold() if char.isalnum() or char == "+")


_latest: list[tuple[Release, tuple[Mark, ...]]] = []


def marks_of(release: Release) -> tuple[Mark, ...]:
    """The marks of a release, in the order in which they are first met. The rules of one release ask one after another."""
    for known, marks in _latest:
        if known is release:
            return marks
    _latest[:] = [(release, _read_marks(release))]
    return _latest[0][1]


def _read_marks(release: Release) -> tuple[Mark, ...]:
    names, claimed = _names(release)
    if not names:
        return ()
    uses: dict[str, list[Use]] = {}
    told = notices(release)
    for start, end, sign, sign_end in _scan(names.values(), release.twin):
        key = key_of(release.text[start:end])
        if key in names and not _is_part(release, start, end, sign):
            symbol = SIGNS.get(release.text[sign:sign_end].strip().strip("*").strip().lower(), "")
            uses.setdefault(key, []).append(Use(start, end, symbol, sign_end, _stands_in(told, start)))
    marks = (
        Mark(key, names[key], tuple(sorted(found, key=lambda use: use.start)), claimed.get(key, ""), _is_corporate(release, key, found))
        for key, found in uses.items()
    )
    return tuple(sorted(marks, key=lambda mark: mark.uses[0].start))


def notices(release: Release) -> list[Span]:
    """The sentences that say whose the marks are, in order and without overlap."""
    spans = [(fact.start, fact.end) for fact in release.facts_of("attribution")]
    spans += [(section.start, section.end) for section in release.sections_of("trademark-notice")]
    for start, _ in _NOTICE.spans(release.twin):
        sentence = release.sentence_at(start)
        if sentence and sentence.section != "forward-looking":
            spans.append((sentence.start, max(sentence.end, start)))
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _stands_in(spans: list[Span], offset: int) -> bool:
    index = bisect_right(spans, (offset, len(spans) and spans[-1][1])) - 1
    return index >= 0 and offset < spans[index][1]


def _names(release: Release) -> tuple[dict[str, str], dict[str, str]]:
    """Marks by key, and what a notice says of them. A mark with a symbol is written as it is there."""
    names: dict[str, str] = {}
    claimed: dict[str, str] = {}
    facts = sorted(release.facts_of("trademark"), key=lambda fact: release.kind_at(fact.start) in ("headline", "subheadline"))
    for fact in facts:
        name = _full_name(release, fact)
        if not any(key_of(name).endswith(key) for key in names):
            names[key_of(name)] = name
    for match in _SET_APART.finditer(release.twin):
        name = release.text[slice(*match.span(1))]
        names.setdefault(key_of(name), name)
    for fact in parsed_attributions(release):
        for name in map(_without_letters, filter(is_name, fact.value["marks"])):
            names.setdefault(key_of(name), name)
            claimed.setdefault(key_of(name), fact.value["status"])
    for mark in release.settings.company.marks:
        names.setdefault(key_of(mark.name), mark.name)
        if mark.status:
            claimed.setdefault(key_of(mark.name), "registered" if mark.status == "registered" else "trademark")
    return {key: name for key, name in names.items() if len(key) >= 2 and is_name(name)}, claimed


def _without_letters(name: str) -> str:
    """A name without the letters that a wire copy makes of its symbol: `ZELVORATM`."""
    return name.removesuffix("TM") if len(name) >= _GLUED_FROM else name


def _full_name(release: Release, fact: Fact) -> str:
    """The name of a mark; where only its last, common word was taken (`Center`), with the capitalised words before it."""
    name: str = fact.value["mark"]
    before = release.text[max(0, fact.start - 60) : fact.start]
    words = _CAPITALISED.search(before) if _COMMON.match(name) else None
    return f"{words[0].strip()} {name}" if words else name


def parsed_attributions(release: Release) -> Iterable[Fact]:
    """The notices that name marks and were understood."""
    return (fact for fact in release.facts_of("attribution") if fact.value.get("parsed", True) and not fact.value["blanket"])


def is_name(name: str) -> bool:
    """Whether an item of a notice is a word mark: not a logo or a design, and no sentence."""
    if _NO_NAME.search(name) or _COMMON.match(name) or len(name.split()) > 6 or not any(map(str.isalpha, name)):
        return False
    return any(map(str.isupper, name)) or "-" in name or not name.isascii()


def _scan(names: Iterable[str], twin: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Where the names occur, the longest name at a place: name start and end, symbol start and end. A hyphen may be a space."""
    plain = twin.lower().replace(b"-", b" ")
    taken = bytearray(len(twin))
    for name in sorted(names, key=len, reverse=True):
        wanted = fold(name).lower().replace(b"-", b" ")
        start = plain.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if not taken[start] and not (twin[start - 1 : start].isalnum() and wanted[:1].isalnum()):
                taken[start:end] = b"1" * len(wanted)
                sign = _SIGN.match(twin, end)
                yield start, end, end, sign.end() if sign else end
            start = plain.find(wanted, end)


def _is_part(release: Release, start: int, end: int, sign: int) -> bool:
    """Whether the name is only a part of something else: a longer word, an address, a trial's name, a company's."""
    twin = release.twin
    if twin[end : end + 1].isalnum() and not (sign == end and twin[end : end + 2] in (b"TM", b"SM")):
        return True
    word = twin[max(twin.rfind(b" ", 0, start), twin.rfind(b"\n", 0, start), start - 200) + 1 : start]
    if any(part in word for part in _ADDRESS_BEFORE):
        return True
    if twin[start - 1 : start] == b"-" and start >= 2 and twin[start - 2 : start - 1].isalnum():
        return True
    return _LONGER_AFTER.match(twin, end) is not None


def _is_corporate(release: Release, key: str, uses: list[Use]) -> bool:
    """Whether a mark is also the name that a company goes by."""
    company = key_of(release.settings.company.name or release.profile.company)
    if company and (company.startswith(key) or key.startswith(company)):
        return True
    first = uses[0]
    if _CORPORATE_END.search(release.twin[first.start : first.end]):
        return True
    headline = release.sections_of("headline")[:1]
    if headline and first.start == headline[0].start and _ANNOUNCES.match(release.twin, first.symbol_end):
        return True
    return any(_CORPORATE_AFTER.match(release.twin, use.symbol_end) or _is_defined_name(release, use) for use in uses)


def _is_defined_name(release: Release, use: Use) -> bool:
    """Whether a use is a defined term for a company: (“Zelvora”), (Nasdaq: ZLVR; Zelvora or the Company)."""
    twin = release.twin
    quoted = twin[max(0, use.start - 2) : use.start] == b'("' and twin[use.symbol_end : use.symbol_end + 1] == b'"'
    quoted = quoted and not _OF_A_THING.match(twin, use.symbol_end)
    return quoted or _OR_THE_COMPANY.match(twin, use.symbol_end) is not None
