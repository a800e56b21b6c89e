"""Trademarks and the sentences that say whose they are."""

import re
from collections import Counter
from collections.abc import Container, Iterator

from prlint.language.kept import compiled
from prlint.language.lalr import Node, Token
from prlint.language.lexer import Grammar
from prlint.language.patterns import Span, pattern
from prlint.records import Any
from prlint.release.model import Fact, Release

_SYMBOLS = {"®": "®", "™": "™", "℠": "℠", "(r)": "®", "(tm)": "™", "(sm)": "℠", "tm": "™", "sm": "℠"}
_SYMBOL = pattern(r"[®\x99\x98]|\((?:R|TM|SM|tm)\)", case=True)
_INSIDE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\x7f.+'&/-")
_FIRST = _INSIDE - frozenset(b".+'&/-")
_MOST_WORDS = 4
# A wire copy glues the letters to the name: `ZELVORATM`. The name must be long, and must occur without them or be mixed.
_GLUED = pattern(r"\b(?P<words>[A-Z][A-Za-z]*[a-z]|[A-Z]{5,}|[A-Z][a-z]+-?[A-Z]{3,})(?P<symbol>TM)\b", case=True)
# Another copy sets the letters apart: `ZELVORA TM (tavorexant)`, `Open Door SM trial`. TM is also short for transmembrane.
_APART = pattern(
    r"\b(?P<words>(?:[A-Z][A-Za-z0-9-]* ){0,2}[A-Z][A-Za-z0-9-]{2,}) (?:(?P<symbol>TM)(?: ?[,.;()]| (?P<noun>[a-z]+))"
    r"|(?P<service>SM)(?: ?\(| [a-z]+))",
    case=True,
)
_NO_NOUN = frozenset(("domain", "domains", "region", "segment", "helix", "helices", "protein", "proteins"))
_OPENER = compiled(
    r"(?:The|A|An|Our|Its|With|For|Of|And|Or|In|On|To|By|As|From|Both|Brand|Company|Approves|Approved|Launches|Announces|Receives|Using"
    r"|About|Why|Is|Are|Has|What|Visit|"
    r"Treatment|Treated|Patients|New|Of|Than|At|Other|All|This|These|That|When|While|Like|Including|Plus|Versus|Vs|Product|Products|FDA"
    r"|EU|US|U\.S\.|Phase|Study|Trial|Results)$"
)
_CAMEL = compiled(r"[a-z]{1,6}[A-Z]{2,}")  # `cryoHOLD MAX™` is one name
# What a company's mark ends with: such a word is no mark by itself.
_NO_MARK = frozenset(
    (
        *("therapeutics", "therapy", "therapies", "pharma", "pharmaceuticals", "pharmaceutical", "biosciences", "bioscience"),
        *("biotechnologies", "biotech", "biologics", "oncology", "medical", "medicines", "health", "healthcare", "sciences"),
        *("laboratories", "labs", "diagnostics", "genetics", "genomics", "platform", "technology", "technologies", "system"),
        *("logo", "insights", "network", "group"),
    )
)
_SENTENCE = pattern(r"trade[ -]?marks?|service[ -]?marks?|trade[ -]?names?|brand names?|registered marks?|product names")
_BLANKET = pattern(
    r"\b(?:all|any|other|third[ -]party)\b[^.]{0,120}\b(?:trade[ -]?marks?|service marks?|marks|names|logos|brands)\b[^.]{0,160}"
    r"\b(?:propert(?:y|ies) of|owned by|belongs? to|protected by|(?:trade[ -]?marks?|service marks) of|held by|ownership of)\b"
    r"|\btrade[ -]?marks?[^.]{0,60}\b(?:are|remain) (?:the )?(?:propert(?:y|ies) of|owned by|belong to)[^.]{0,30}(?:respective|group|their)"
)
_PROSE = pattern(
    r"patent and trade ?mark office|trademark (?:protection|applications?|infring|rights)|intellectual property|patents?, "
    r"|under the (?:trade|brand|trademark) ?names?\b"
)
_NOUN = pattern(r"trade[ -]?marks?|service[ -]?marks?|trade[ -]?names?|brand names?|registered marks?")


def read_marks(release: Release) -> Iterator[Fact]:
    """Facts of kind trademark: {mark, symbol}; the span is the mark with its symbol."""
    found: list[tuple[int, int, list[tuple[int, str]], str]] = []
    for start, end, words, symbol in _marked(release):
        found.append((start, end, words, symbol))
    words_of_text = set(re.findall(r"[^\W_]+", release.text)) if found else set()
    phrases = Counter(" ".join(word for _, word in words[k:]) for _, _, words, _ in found for k in range(len(words)))
    for _, end, words, symbol in found:
        first = len(words) - 1
        for k in range(len(words) - 2, -1, -1):
            name = " ".join(word for _, word in words[k:])
            short = len(words[first][1]) <= 3 or words[first][1].isdigit()
            common = (k == first - 1 and words[first][1].lower() in words_of_text) or words[-1][1].lower() in _NO_MARK
            if not (short and k == first - 1) and not common and phrases[name] < 2 and not _in_list(release, words[k][0]):
                break
            first = k
        name = " ".join(word for _, word in words[first:])
        yield Fact("trademark", words[first][0], end, {"mark": name, "symbol": _SYMBOLS[symbol.lower()]})


def _in_list(release: Release, start: int) -> bool:
    """Whether a name of several words begins an item of an attribution list."""
    before = release.twin[max(0, start - 5) : start].rstrip()
    return (not before or before.endswith((b",", b";", b"\n", b" and"))) and release.kind_at(start) == "trademark-notice"


def _marked(release: Release) -> Iterator[tuple[int, int, list[tuple[int, str]], str]]:
    text = release.text
    for symbol in _SYMBOL.spans(release.twin):
        start, end = _words_before(release.twin, symbol[0])
        if start < end:
            yield start, symbol[1], _name_words(text, start, end), release.quote(symbol)
    for found in _APART.each(release.twin):
        end = found["words"][1]
        first = _name_words(text, *found["words"])[0][0]
        symbol = found.get("symbol") or found["service"]
        if "noun" not in found or release.quote(found["noun"]) not in _NO_NOUN:
            yield first, symbol[1], [(first, text[first:end])], release.quote(symbol)
    glued = list(_GLUED.each(release.twin))
    words_of_text = set(re.findall(r"[^\W_]+", text)) if glued else set()
    for found in glued:
        start, end = found["words"]
        name = text[start:end]
        if len(name) >= 4 and (not name.isupper() or name in words_of_text):
            yield start, found[""][1], [(start, name)], "tm"


def _words_before(twin: bytes, end: int) -> Span:
    """Up to four words that stand directly before a symbol."""
    end = _back(twin, end, b" ")
    if end and twin[end - 1] == 42:  # an asterisk may stand between a mark and its symbol
        end = _back(twin, end - 1, b" ")
    start = at = end
    for _ in range(_MOST_WORDS):
        begin = word = _back(twin, at, _INSIDE)
        while word < at and twin[word] not in _FIRST:
            word += 1
        if word == at:
            break
        start, at = word, _back(twin, word, b" ")
        if word > begin or at == word:
            break
    return start, end


def _back(twin: bytes, end: int, members: Container[int]) -> int:
    """Where the run of characters begins that ends here."""
    while end and twin[end - 1] in members:
        end -= 1
    return end


def _name_words(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The capitalised words that stand directly before a symbol, with their offsets; the last word in any case."""
    words = [(start + m.start(), m[0]) for m in re.finditer(r"\S+", text[start:end])]
    kept = [words[-1]]
    for offset, word in reversed(words[:-1]):
        if (
            not (word[0].isupper() or word[0].isdigit() or _CAMEL.match(word))
            or word.endswith(("'s", "’s", ".", ","))
            or _OPENER.match(word)
        ):
            break
        kept.append((offset, word))
    return kept[::-1]


def read_attributions(release: Release, grammar: Grammar) -> Iterator[Fact]:
    """Facts of kind attribution: {marks, spans, symbols, owner, status, group?, license?, blanket, parsed}.

    A sentence about trademarks that the grammar cannot read is kept with `parsed` false.
    """
    seen = -1
    for start, _ in _SENTENCE.spans(release.twin):
        sentence = release.sentence_at(start)
        if sentence is None or sentence.start == seen or sentence.section == "forward-looking":
            continue
        seen = sentence.start
        if _BLANKET.search(release.twin, sentence.start, sentence.end):
            yield Fact(
                "attribution",
                sentence.start,
                sentence.end,
                {"blanket": True, "parsed": True, "marks": [], "spans": [], "symbols": [], "status": "mixed", "owner": ""},
            )
            continue
        yield from _clauses(release, grammar, sentence.start, sentence.end)


_CLAUSE = pattern(
    r";(?: and)? |\b(?:Inc|Ltd|LLC|Corp|Corporation|Co|S\.A|N\.V|plc|PLC|L\.P|Limited|B\.V|AG|SA|GmbH|DAC|Company|Incorporated)\. +",
    case=True,
)


def _clauses(release: Release, grammar: Grammar, start: int, end: int) -> Iterator[Fact]:
    """One fact for each clause: a semicolon, or the stop of a company's name, parts the clauses of a long notice."""
    pieces: list[Span] = []
    at = start
    for _, cut in _CLAUSE.spans(release.twin, start, end):
        if _NOUN.search(release.twin, at, cut) and _NOUN.search(release.twin, cut, end):
            pieces.append((at, cut))
            at = cut
    for a, b in [*pieces, (at, end)]:
        fact = _attribution(release, grammar, a, b)
        if fact:
            yield fact


def _attribution(release: Release, grammar: Grammar, start: int, end: int) -> Fact | None:
    twin = release.twin
    while start < end and twin[start : start + 1] in (b";", b" ", b"*", b"-", b"\x95", b"(", b"\x86"):
        start += 1
    tree = grammar.try_read("attribution", twin, start, end)
    if tree is None or _PROSE.search(twin, start, end):
        if _PROSE.search(twin, start, end) or not release.find("trademark-verb") or not release.has("trademark-verb", start, end):
            return None
        return Fact(
            "attribution",
            start,
            end,
            {"parsed": False, "blanket": False, "marks": [], "spans": [], "symbols": [], "owner": "", "status": ""},
        )
    value: dict[str, Any] = {"parsed": True, "blanket": False, "marks": [], "spans": [], "symbols": []}
    for node in tree.all("mark"):
        _add_mark(release, node, value)
    status, owner, group = tree.first("status"), tree.first("owner"), tree.first("group")
    if status:
        value["status_text"] = release.text[status.start : status.end].lower()
        value["status"] = _status(value["status_text"])
    value["owner"] = _words(release, owner)
    if group:
        value["group"] = _words(release, group)
    if tree.first("license"):
        value["license"] = True
    return Fact("attribution", start, end, value)


def _status(words: str) -> str:
    """What the marks are said to be: `trademarks or registered trademarks` is `mixed`."""
    if "registered" not in words.replace("unregistered", ""):
        return "trademark"
    return "mixed" if re.search(r"\b(?:or|and)\b.*mark|/.*mark", words) else "registered"


def _words(release: Release, node: Node | Token | None) -> str:
    """The words of a company's name, without the preposition before them."""
    if not isinstance(node, Node):
        return ""
    words = [token for token in node.children if token.kind in ("OWNER_WORD", "COMMA_SUFFIX", "OWNER_AND")]
    return release.text[words[0].start : words[-1].end].strip(" ,.;") if words else ""


_ARTICLE = compiled(r"^(?:(?:The|the|Note:|Notes?|Trademarks?:?|Legal|\([a-z]\))\s+)+")


def _add_mark(release: Release, node: Node | Any, value: dict[str, Any]) -> None:
    sign = node.first("sign")
    names = [token for token in node.children if token.kind == "NAME" and (sign is None or token.start < sign.start)]
    if not names:
        return
    start, end = names[0].start, names[-1].end
    name = release.text[start:end]
    article = _ARTICLE.match(name)
    if article:
        start, name = start + article.end(), name[article.end() :]
    stripped = name.strip(" \"'“”‘’()")
    start += name.find(stripped)
    name = stripped
    if not name:
        return
    value["marks"].append(name)
    value["spans"].append([start, start + len(name)])
    value["symbols"].append(_SYMBOLS.get(release.text[sign.start : sign.end].lower(), "") if sign else "")
