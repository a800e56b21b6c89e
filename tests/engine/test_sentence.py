"""What counsel writes becomes a tree, and a mistake is told with its place."""

import pytest

from prlint.engine.sentence import BadSentenceError, parse

TERMS = {"claim", "superlative", "p-value", "interval", "date"}


@pytest.mark.parametrize(
    ("sentence", "tree"),
    [
        ("no claim", ("no", ("term", "claim"), (), None)),
        ("no claim in headline, lead", ("no", ("term", "claim"), ("in", ("headline", "lead")), None)),
        ("no claim outside contact", ("no", ("term", "claim"), ("outside", ("contact",)), None)),
        ("no claim unless date within 3 words", ("no", ("term", "claim"), (), (("term", "date"), ("words", 3)))),
        (
            "each claim in body needs p-value or interval within paragraph",
            ("each", ("term", "claim"), ("in", ("body",)), ("or", ("term", "p-value"), ("term", "interval")), ("paragraph", 0)),
        ),
        ("each claim needs date within 2 sentences", ("each", ("term", "claim"), (), ("term", "date"), ("sentences", 2))),
        ("release needs claim", ("release", ("term", "claim"), (), None, ())),
        (
            "release needs claim in body when not date and superlative in lead",
            (
                "release",
                ("term", "claim"),
                ("in", ("body",)),
                ("and", ("not", ("term", "date")), ("term", "superlative")),
                ("in", ("lead",)),
            ),
        ),
        (
            "no (claim or date) and superlative",
            ("no", ("and", ("or", ("term", "claim"), ("term", "date")), ("term", "superlative")), (), None),
        ),
        ("no claim in headlines", ("no", ("term", "claim"), ("in", ("headline", "subheadline")), None)),
    ],
)
def test_a_sentence_is_read_as_it_says(sentence: str, tree: object) -> None:
    assert parse(sentence, TERMS) == tree


@pytest.mark.parametrize(
    ("sentence", "under", "expected"),
    [
        ("each claim in body needs p-value", "", "needs a scope"),
        ("no claim unless date", "", "needs a scope"),
        ("no suprlative in body", "suprlative", "did you mean `superlative`?"),
        ("no claim in bdy", "bdy", "did you mean `body`?"),
        ("no zzzzzzzz", "zzzzzzzz", "a term of rules/terms/"),
        ("no claim in zzzzzzzz", "zzzzzzzz", "one of headline"),
        ("claim in body", "claim", "begins with `no`, `each` or `release needs`"),
        ("each claim in body", "", "goes on with `needs`"),
        ("no claim unless", "", "`unless` is followed by a term"),
        ("each claim needs within sentence", "within", "`needs` is followed by a term"),
        ("no in body", "in", "needs a term"),
        ("no (claim in body", "in", "a parenthesis is left open"),
        ("no claim claim", "claim", "a sentence ends here"),
        ("release needs claim when", "", "`when` is followed by a term"),
        ("each claim needs date within 5", "", "a number is followed by"),
        ("no claim in 5", "5", "kinds of section"),
        ("no Claim", "Claim", "needs a term"),
        ("", "", "begins with"),
    ],
)
def test_a_mistake_is_shown_where_it_stands_with_what_was_expected(sentence: str, under: str, expected: str) -> None:
    with pytest.raises(BadSentenceError) as caught:
        parse(sentence, TERMS)
    shown = sentence[caught.value.offset : caught.value.offset + caught.value.length]
    assert shown == under
    assert expected in caught.value.expected
