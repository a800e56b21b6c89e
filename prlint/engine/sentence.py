"""Check sentences: from what counsel wrote to a tree of plain tuples.

The grammar is `grammars/check.lark`. A tree is ("no", terms, place, exception), ("each", terms, place, needed, scope) or
("release", terms, place, condition, condition's place), where

- terms are ("term", name), ("or", a, b), ("and", a, b) or ("not", a);
- a place is () for everywhere, ("in", kinds) or ("outside", kinds);
- a scope is (unit, number): "sentence", "sentences", "paragraph", "section", "release" or "words".
"""

from collections.abc import Collection
from functools import lru_cache

from prlint.engine.errors import nearest
from prlint.records import Any
from prlint.release.model import SECTION_KINDS

# A name that stands for several kinds of section.
SECTION_GROUPS = {
    "headlines": ("headline", "subheadline"),
    "news": ("headline", "subheadline", "lead", "body", "subheading"),
    "about": ("about-trial", "about-product", "about-disease", "about-company"),
    "prose": ("headline", "subheadline", "lead", "body", "subheading", "about-trial", "about-product", "about-disease", "about-company"),
}

Tree = tuple[Any, ...]


class BadSentenceError(ValueError):
    """A check that cannot be read: where in it (an offset and a length), what is wrong and what was expected."""

    def __init__(self, offset: int, length: int, problem: str, expected: str = "") -> None:
        super().__init__(problem)
        self.offset = offset
        self.length = length
        self.problem = problem
        self.expected = expected


# Broken sentences, by the mistake that they show: Lark compares the state in which it stopped with these.
_MISTAKES = {
    "a check begins with `no`, `each` or `release needs`": ["claim in body", "needs claim", "never claim", "in body"],
    "a check needs a term, such as `superlative`": ["no", "each", "no in body", "each in body", "release needs", "release needs in body"],
    "`each …` goes on with `needs` and what it needs": [
        "each claim",
        "each claim in body",
        "each claim within sentence",
        "each claim unless a",
    ],
    "`needs` is followed by a term": ["each claim needs", "each claim needs within sentence"],
    "a check needs a scope: `within sentence`, `paragraph`, `section`, `release` or `5 words`": [
        "each claim needs p",
        "each claim in body needs p",
        "no claim unless p",
        "no claim in body unless p",
        "each claim needs p in body",
        "each claim needs p within",
        "no claim unless p within",
        "no claim unless p within body",
    ],
    "`in` is followed by kinds of section, with commas between them": [
        "no claim in",
        "no claim in 5",
        "no claim in body,",
        "each claim in needs p",
    ],
    "`unless` is followed by a term": ["no claim unless", "no claim unless within sentence"],
    "a sentence ends here: join terms with `and` or `or`, sections with commas": [
        "no claim claim",
        "no claim in body body",
        "each claim needs p within sentence sentence",
        "no claim within sentence",
        "release needs p within release",
        "release needs p unless q",
    ],
    "`when` is followed by a term": ["release needs p when", "release needs p in body when", "release needs p when in body"],
    "a number is followed by `words` or `sentences`": [
        "each claim needs p within 5",
        "no claim unless p within 5",
        "no claim in body unless p within 5",
    ],
    "a parenthesis is left open": ["no (claim", "no (claim or p in body"],
}


@lru_cache(maxsize=1)
def _lark() -> Any:
    from lark import Lark

    from prlint.language.resources import folder

    source = (folder("grammars") / "check.lark").read_text(encoding="utf-8")
    return Lark(source, parser="lalr", lexer="basic", start="check", maybe_placeholders=False)


def parse(sentence: str, terms: Collection[str]) -> Tree:
    """The tree of a check sentence; `terms` are the names that it may use. Raises BadSentenceError."""
    from lark import UnexpectedInput
    from lark.exceptions import UnexpectedEOF, UnexpectedToken

    try:
        tree = _lark().parse(sentence)
    except UnexpectedInput as error:
        expected = error.match_examples(_lark().parse, _MISTAKES) or "a check sentence"
        ended = isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END")
        offset = len(sentence.rstrip()) if ended else error.pos_in_stream or 0
        word = sentence[offset:].split(maxsplit=1)[0] if sentence[offset:].strip() else ""
        problem = f"`{word}` does not fit here" if word else "the check ends too early"
        raise BadSentenceError(offset, len(word) or 1, problem, str(expected)) from error
    return _Reader(terms).check(tree)


class _Reader:
    """Turns Lark's tree into tuples and checks every name in it."""

    def __init__(self, terms: Collection[str]) -> None:
        self.known = terms

    def check(self, tree: Any) -> Tree:
        parts = {child.data: child for child in tree.children[1:]}
        place = self.place(parts.get("inside") or parts.get("outside"))
        first = self.terms(tree.children[0])
        if tree.data == "prohibition":
            exception = parts.get("exception")
            return ("no", first, place, (self.terms(exception.children[0]), self.scope(exception.children[1])) if exception else None)
        if tree.data == "duty":
            return ("each", first, place, self.terms(tree.children[-2]), self.scope(tree.children[-1]))
        condition = parts.get("condition")
        if not condition:
            return ("release", first, place, None, ())
        where = condition.children[1] if len(condition.children) > 1 else None
        return ("release", first, place, self.terms(condition.children[0]), self.place(where))

    def terms(self, tree: Any) -> Tree:
        if tree.data == "term":
            name = tree.children[0]
            if str(name) not in self.known:
                near = nearest(str(name), list(self.known))
                expected = f"did you mean `{near}`?" if near else "a term of rules/terms/ or a kind of fact"
                raise BadSentenceError(name.start_pos, len(name), f"`{name}` is no term", expected)
            return ("term", str(name))
        word = {"either": "or", "conjunction": "and", "negation": "not"}[tree.data]
        return (word, *(self.terms(child) for child in tree.children))

    @staticmethod
    def place(tree: Any) -> Tree:
        if tree is None:
            return ()
        kinds: list[str] = []
        for section in tree.children:
            name = section.children[0]
            if str(name) not in SECTION_KINDS and str(name) not in SECTION_GROUPS:
                near = nearest(str(name), [*SECTION_KINDS, *SECTION_GROUPS])
                expected = f"did you mean `{near}`?" if near else f"one of {', '.join(SECTION_KINDS)}"
                raise BadSentenceError(name.start_pos, len(name), f"`{name}` is no kind of section", expected)
            kinds.extend(SECTION_GROUPS.get(str(name), (str(name),)))
        return ("in" if tree.data == "inside" else "outside", tuple(kinds))

    @staticmethod
    def scope(tree: Any) -> Tree:
        unit = {"section_scope": "section", "release_scope": "release"}.get(tree.data, str(tree.data))
        return (unit, int(tree.children[0]) if tree.children else 0)
