"""HTML: what a reader of the page sees, each character with its place in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import Document, ReadError, read
from prlint.document.origin import Markup

MANY = 60_000  # far more than time in step with the square of the marks would allow


def page(body: str, head: str = '<meta charset="utf-8">') -> Document:
    return read(f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>A  b\n c</h1><p>One.</p><p>Two.</p>", "A b c\n\nOne.\n\nTwo."),
        ("<p>One <b>bold</b>, <i>more</i>.<br>Next<br/>last</p>", "One bold, more.\nNext\nlast"),
        ("<p>Kadcyla<sup>&reg;</sup> Corvexa<sup>TM</sup> b<sup>(R)</sup></p>", "Kadcyla® Corvexa™ b®"),
        ("<p>10<sup>9</sup> cells.<sup>1,2</sup> the 5<sup>th</sup></p>", "10⁹ cells.¹,² the 5th"),
        ("<p>&amp; &#146;s &#x2014; &#8217; &eacute; &nosuch; &lt;b> AT&T &copy 2027</p>", "& ’s — ’ é &nosuch; <b> AT&T © 2027"),
        ("<p>a&nbsp;b&shy;c\u200bd</p><p>&nbsp;</p><p>&nbsp; e</p>", "a\u00a0bcd\n\ne"),
        ("<ul><li>One<li>Two<p>more</p></ul><ol start=3><li>a</li><li>b</li></ol>", "• One\n\n• Two\n\nmore\n\n3. a\n\n4. b"),
        ("<table><tr><th>Arm<th>Week<br>16<tr><td><p>Active</p></td><td></td><td>45%</td></table>", "Arm\tWeek 16\n\nActive\t45%"),
        ("<table><tr><td>Loss</td><td>$</td><td>(1,234</td><td>)</td></tr></table>", "Loss\t$(1,234)"),
        ("<table><tr><td>&#149;</td><td>&nbsp;</td><td>An item</td></tr></table>", "• An item"),
        ("<table><tr><td><table><tr><td>Inner</td><td>x</td></tr></table></td><td>Outer</td></tr></table>", "Inner\tx\n\nOuter"),
        ("<table><tr><td>Jo<br>IR<br>Boston</td><td>Al<br>PR<br>Paris</td></tr></table>", "Jo\nIR\nBoston\n\nAl\nPR\nParis"),
        ("<pre>a\n  b &lt; c\n</pre><p>d", "a\n  b < c\n\n\nd"),
        ("<p>page one</p><p>- 2 -</p><hr><p>page two</p>", "page one\n\npage two"),
        ("x < y <3 <> </> & <<b>z", "x < y <3 <> </> & <z"),
        ("<p title='a > b'>one</p><p title=\"it's\">two</p><p a=b'c>three", "one\n\ntwo\n\nthree"),
        ("<p>before<!-- a > comment --> after<!bogus> end<?pi?></p>", "before after end"),
        ("a</b></div></p>b", "a\n\nb"),
        ("<table><tr></tr><tr><td>a</table><tr><td>b</td></tr>c", "a\n\nb\n\nc"),
        ("<main><ul><li>a</ul><dl><dt>b<dd>c</dl>", "• a\n\nb\n\nc"),
        ("<p>a<?php echo '>' ?>b</p", "a' ?>b"),
        ("<p>a <script>b", "a"),
        ("<p>a <b title='x", "a"),
    ],
)
def test_a_page_is_read_as_it_is_seen(body: str, text: str) -> None:
    assert page(body).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p { content: 'no' }</style>",
        "<template><p>no</p></template>",
        "<noscript>no</noscript>",
        "<svg><text>no</text></svg>",
        "<div hidden>no<div>no</div>no</div>",
        "<div style='color:red; DISPLAY : none'>no<br>no<b>no</div>",
        "<p style='visibility:hidden'>no",
        "<span style='mso-hide:all'>no</span>",
        "<span class='icon sr-only'>no</span>",
        "<nav><ul><li>no</ul></nav>",
        "<del>no</del><s>no</s>",
        "<textarea><p>no</textarea>",
        "<!-- <p>no</p> -->",
        "<div><span hidden>no</div>",
        "<table><tr><td hidden>no<td></table>",
    ],
)
def test_what_is_hidden_is_not_read_and_hides_nothing_else(hidden: str) -> None:
    assert page(f"<p>before</p>{hidden}<p>after</p>").text == "before\n\nafter"


def test_what_is_hidden_from_screen_readers_only_is_read() -> None:
    assert page("<p>a <span aria-hidden='true'>b</span> <ins>c</ins> <span hidden=until-found>d</span></p>").text == "a b c d"


def test_the_title_in_the_head_is_no_part_of_the_page_even_if_the_head_is_not_closed() -> None:
    assert read(b"<html><head><title>Home</title><meta name=x><body><p>Text</p>").text == "Text"


def test_of_a_page_with_an_article_only_that_is_read_and_told() -> None:
    story = "Ferrant said that its trial went on as it had been planned. " * 8
    body = f"<header>Wire</header><h1>Title</h1><p>May 5</p><div itemprop=articleBody><div>{story}</div></div><article>Other</article>"
    document = page(body)
    assert document.text == f"Title\n\nMay 5\n\n{story.strip()}"
    assert document.notes == ("read the article of the page, and not what is around it",)
    assert page(f"<main>{story}</main>").notes == ()
    assert page(f"<p>Top</p><main><h1>Title</h1>{story}").text == f"Title\n\n{story.strip()}"
    assert page("<article>Short</article><p>Rest</p>").text == "Short\n\nRest"


def test_a_finding_stands_at_line_and_column_of_the_file() -> None:
    document = read(b"<html>\r\n<body>\r\n<p>It is <b>safe\r\n   and</b> &ldquo;effective&rdquo;&#46;\r\n")
    assert document.text == "It is safe and “effective”."
    places = {word: document.locate(document.text.index(word))[:2] for word in ("It", "safe", "and", "“", "effective", ".")}
    assert places == {"It": (3, 4), "safe": (3, 13), "and": (4, 4), "“": (4, 12), "effective": (4, 19), ".": (4, 35)}
    assert document.locate(len(document.text))[:2] == (4, 40)


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as"),
    [
        ("windows-1252", "cp1252", "cp1252"),
        ("iso-8859-1", "cp1252", "cp1252"),
        ("utf-8", "utf-8", "utf-8"),
        ("windows-1251", "cp1251", "cp1251"),
        ("utf-7", "utf-8", "utf-8"),
        ("nonsense", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_the_declared_one(declared: str, encoding: str, read_as: str) -> None:
    text = "Привет" if encoding == "cp1251" else "Ferrant’s ‘µ’ – ®"
    document = read(f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"><body><p>{text}'.encode(encoding))
    assert (document.text, document.encoding, document.notes) == (text, read_as, ())


def test_a_wrong_declaration_is_told() -> None:
    document = read('<html><head><meta charset="utf-8"><body><p>“Ferrant’s” – it’s “so”'.encode("cp1252"))
    assert document.text == "“Ferrant’s” – it’s “so”"
    assert document.notes == ("is not UTF-8 (byte 0x93 in line 1), read as Windows-1252",)
    document = read('<html><head><meta charset="utf-8"><body><p>Ferrant’s data'.encode() + b"\xe2\x80")
    assert document.text == "Ferrant’s data�"
    assert document.notes == ("is not all UTF-8 (byte 0xE2 in line 1); what is not is shown as �",)
    document = read('<html><head><meta charset="iso-2022-jp"><body><p>Ferrant’s'.encode())
    assert (document.text, document.notes) == ("Ferrant’s", ("declares ISO2022_JP, and is read as UTF-8",))


@pytest.mark.parametrize(("body", "reason"), [("<p> </p><script>x</script>", "is empty"), ("<p>a\0b</p>" * 50, "is a binary file")])
def test_a_page_without_text_is_refused(body: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        page(body)


@pytest.mark.parametrize(
    "body",
    [
        "<a " * MANY,
        "<!--" * MANY,
        "<![" * MANY,
        "<![CDATA[" * MANY,
        "<" * MANY + ">",
        '<a b="' * MANY,
        '<a b=">"' * MANY,
        "<a b='\">" * MANY,
        "<div>" * 100_000 + "x" + "</div>" * 100_000,
        "<p>x" + "</b>" * MANY,
        "<sup>x" * MANY + "</sup>" * MANY,
        "<table><tr><td>x" * MANY + "</tr></table>" * MANY,
        "<table>" + "<tr><td>x" * MANY + "</tr>" * MANY,
        "&" * MANY + "&a" * MANY,
        "<div hidden>" + "<i>" * MANY + "</b>" * MANY + "</div>x",
        "<article>x</article>" * MANY,
        "<ul><li>x" * MANY,
        " \n" * MANY,
    ],
    ids=range(18),
)
def test_hostile_pages_take_time_in_step_with_their_size(body: str) -> None:
    assert page(f"<p>Ferrant</p>{body}").text.startswith("Ferrant")


def test_ten_megabytes_are_read() -> None:
    paragraph = "<p>Ferrant&rsquo;s <b>Corvexa</b>&reg; went on.</p>\n"
    document = page(paragraph * (10 * 1024 * 1024 // len(paragraph) - 10))
    assert document.text.endswith("\n\nFerrant’s Corvexa® went on.")
    assert document.locate(len(document.text)).column == len(paragraph) - len(".</p>\n") + 2


FRAGMENTS = st.sampled_from([
    "<p>", "</p>", "<b>", "</b>", "word", " ", "\n", "&amp;", "&reg;", "<br>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>",
    "<sup>", "</sup>", "<ul><li>", "</ul>", "<div hidden>", "</div>", "<!-- x -->", "<!-- prlint: ignore EFF001 y -->", "<hr>", "7", "$",
    ")", "<pre>", "</pre>", "™", "<", "<article>", "</article>", "<h1>", "\u00a0", "\u00ad", "•", '<i title="a>b">', "<script>",
    "</script>", "é", "\r\n",
])  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
def test_every_character_leads_back_to_itself(body: str) -> None:
    try:
        document = page(f"Text {body}")
    except ReadError:
        return
    origin = document.origin
    assert isinstance(origin, Markup)
    last = 0
    for offset, char in enumerate(document.text):
        place = origin.place(offset)
        assert last <= place <= len(origin.source)
        last = place
        stretch = origin.stretch(offset, offset + 1)
        if char.isalpha() and char.isascii() and stretch:
            assert origin.source[slice(*stretch)] == char
    assert document.line_starts[-1] <= len(document.text)


@given(st.text("<>/!-=\"'&;# abp\n\x00é", max_size=60))
def test_no_text_stops_the_reader(body: str) -> None:
    try:
        assert page(f"<p>x {body}").text
    except ReadError as refused:
        assert str(refused)  # noqa: PT017 - either is right
