"""Markdown: shown as it is rendered, each character with its place in the file; plain text stays plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import Document, ReadError, read
from prlint.document.origin import Markup

MANY = 60_000
RESULTS = "The results of the trial, which had begun in May, were told in"


def markdown(text: str) -> Document:
    document = read(text.encode(), "release.md")
    assert document.format == "markdown"
    return document


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("---\ntitle: A cure\n---\n\n# Ferrant Reports **Data** #\n\nText", "Ferrant Reports Data\n\nText"),
        ("+++\ntitle = 'A cure'\n+++\n# Head\n", "Head"),
        ("Head\n====\n\nSub\n---\n\nText", "Head\n\nSub\n\nText"),
        ("**Herceptin®** and *Kadcyla*®, __Perjeta__™ _so_", "Herceptin® and Kadcyla®, Perjeta™ so"),
        ("# T\n\nA footnote* and 5 * 3 and snake_case_name and **p<0.05", "T\n\nA footnote* and 5 * 3 and snake_case_name and **p<0.05"),
        ("***both*** **a *b* c**", "both a b c"),
        ('See [the site](https://a.example/x_(y) "T"), [ref][r], [r], [TBD].\n\n[r]: https://a.example', "See the site, ref, r, [TBD]."),
        ("# T\n\n![a picture](x.png) [![b](y.png)](z) Text", "T\n\nText"),
        ("# T\n\n<https://a.example> <ir@a.example> p <0.05 &amp; &reg;", "T\n\nhttps://a.example ir@a.example p <0.05 & ®"),
        ("`p<0.05` ``a`b`` `open", "p<0.05 a`b `open"),
        ("# T\n\n``a`\n\n\\```b``", "T\n\n``a`\n\n`b"),
        (r"\*so\* \[x\] 1\. a\b", r"*so* [x] 1. a\b"),
        ("# T\n\nold ~~gone~~ <del>gone</del> new<sup>®</sup> x<sup>TM</sup> a<br>b", "T\n\nold new® x™ a\nb"),
        ("- one\n  more\n- two\n\n1. a\n2. b\n\n* c", "• one more\n\n• two\n\n1. a\n\n2. b\n\n• c"),
        ("# T\n\nThe results of the trial, which had begun in May, were told in\n2024. It went on.", f"T\n\n{RESULTS} 2024. It went on."),
        ("| Arm | n |\n|-----|--:|\n| Active | 45% |\n| a \\| b | |\n\nText", "Arm\tn\nActive\t45%\na | b\n\nText"),
        ("> A quote\n> goes on\n\nText", "A quote\ngoes on\n\nText"),
        ("```\ncode *a*\n  b\n```\nText `x`", "code *a*\n  b\n\nText x"),
        ("```\nopen", "open"),
        ("# T\n\nOne[^1].\n\n[^1]: The note.", "T\n\nOne¹.\n\n1. The note."),
        ("# T\n\n<div class='x'>\n<p>In <b>HTML</b></p>\n</div>\n\nText", "T\n\nIn HTML\n\nText"),
        ("# T\n\n---\n\nText\n\n###", "T\n\nText\n\n###"),
        ("# T\n\nText\n\n* * *", "T\n\nText\n\n* * *"),
        ("# T\n\nJo Lind\nFerrant IR\n+1 617 555 0100", "T\n\nJo Lind\nFerrant IR\n+1 617 555 0100"),
        ("# T\n\nhard  \nbreak\\\nhere", "T\n\nhard\nbreak\nhere"),
        (f"**About Ferrant**\n{RESULTS}", f"About Ferrant\n{RESULTS}"),
        ("a <!-- b\nc --> d *e*", "a d e"),
        ("# T\n\n~~a <del>b</del> c~~ d ~~e~~~~f~~", "T\n\nd"),
        ("# T\n\nText\n\n<!-- open\n\nmore", "T\n\nText"),
        ("# T\n\n<!-- a\n\nb -->\nText <!-- open", "T\n\nText <!-- open"),
    ],
)
def test_marks_are_not_read(source: str, text: str) -> None:
    assert markdown(source).text == text


def test_wrapped_lines_are_joined() -> None:
    line = "Ferrant said that the trial of its second medicine had gone on as planned\n"
    assert markdown(f"# T\n\n{line}and **that** is all.").text == f"T\n\n{line.strip()} and that is all."


def test_a_finding_stands_at_line_and_column_of_the_file() -> None:
    document = markdown("---\na: b\n---\n# Head\n\n- The **best**, [so\n  they](https://x.example) *say* &amp; mean\n")
    words = ("Head", "• ", "The", "best", "so", "they", "say", "&", "mean")
    places = {word: document.locate(document.text.index(word))[:2] for word in words}
    assert places == {
        "Head": (4, 3),
        "• ": (6, 1),
        "The": (6, 3),
        "best": (6, 9),
        "so": (6, 18),
        "they": (7, 3),
        "say": (7, 29),
        "&": (7, 34),
        "mean": (7, 40),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ferrant Reports Data*\n\n* p<0.05\n\n- an item\n- another\n\n# # #\n",
        "Ferrant Reports Data\n\n**Herceptin** was given.\n\n###\n",
        "About Ferrant\n-------------\n\nText [1] and [TBD](a).\n\n> x\n",
        "---\n\nText: so it is.\n\n---\n\nMore text.\n",
        "Note: We are well.\nTo: all\nSubject: x\n\nText",
        "# 1 in Class\n\nText about [one](https://a.example).\n",
    ],
)
def test_plain_text_stays_plain_whatever_marks_it_has(text: str) -> None:
    document = read(text.encode(), "release.txt")
    assert (document.format, document.text) == ("text", text)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Ferrant\n---\n\nText",
        "# Head\n\nText\n\n## About\n\nText",
        "Text\n\n```\ncode\n```\n",
        "[a](https://a.example) [b](https://b.example) [c](https://c.example)",
        "\ufeff---\r\ntitle: Ferrant\r\n---\r\n\r\nText",
    ],
)
def test_markdown_is_told_by_its_content_alone(text: str) -> None:
    assert read(text.encode(), "release.txt").format == "markdown"


def test_text_without_marks_is_plain_under_any_name() -> None:
    assert read(b"Ferrant Reports Data\n\nText.\n", "release.md").format == "text"


@pytest.mark.parametrize(
    "body",
    [
        "[" * MANY,
        "[a](" * MANY,
        "![a](b" * MANY,
        '[a](b "' * MANY,
        "[a](b (" * MANY,
        "*a " * MANY,
        "**a" * MANY,
        "*_" * MANY + "a" + "_*" * MANY,
        "`a``b```c" * MANY,
        "~~a" * MANY,
        "> " * MANY + "x",
        "# a" + " " * MANY + "b",
        "<a " * MANY + "<!--" * MANY,
        "x <!--" * MANY,
        "|a" * MANY + "\n" + "|-" * MANY + "\n",
        "```\n" * MANY,
        "[a]: http://x\n" * MANY + "[a]",
        "a\n-\n" * MANY,
        "<div>\n" * MANY,
        "\\" * MANY,
    ],
    ids=range(20),
)
def test_hostile_text_takes_time_in_step_with_its_size(body: str) -> None:
    assert markdown(f"# Ferrant\n\n{body}").text.startswith("Ferrant")


FRAGMENTS = st.sampled_from([
    "word", " ", "\n", "\n\n", "*", "**", "_", "`", "[", "]", "(", ")", "(https://a.example)", "<br>", "<sup>", "</sup>", "&amp;", "\\",
    "- ", "1. ", "| ", "\n|--|--|\n", "> ", "# ", "```\n", "<!-- x -->", "~~", "![", "[^1]", "<div>\n", "  \n", "é", "®", "###",
    "---\n", "===\n", "<del>", "</del>",
])  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
def test_every_character_leads_back_to_itself(body: str) -> None:
    document = markdown(f"# Text\n\n`a` {body}")
    origin = document.origin
    assert isinstance(origin, Markup)
    last = 0
    for offset, char in enumerate(document.text):
        place = origin.place(offset)
        assert last <= place <= len(origin.source)
        last = place
        stretch = origin.stretch(offset, offset + 1)
        if char.isalpha() and stretch:
            assert origin.source[slice(*stretch)] == char


@given(st.text("#*_`[]()<>!-|~\\&;: ab1\n\ré®", max_size=60))
def test_no_text_stops_the_reader(body: str) -> None:
    try:
        assert read(f"# x\n\n# y\n{body}".encode()).text
    except ReadError as refused:
        assert str(refused)  # noqa: PT017 - either is right
