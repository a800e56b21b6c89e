"""Text of a release, its path, its waivers and the rules of a stranger do nothing in any format but be shown."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from junitparser import JUnitXml

from prlint.engine.model import Authority
from prlint.release.model import Fact, Section
from prlint.report import FORMATS, FileReport, Report, render
from tests.report.made import edit, file_report, related, replace

EVIL = (
    "\x1b[31m\x9b2J\x07\x00 \u202egnp.exe\u2066 \u200bzero\ufeff \ufffe"
    "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\" onfocus='alert(3)' autofocus "
    "]]><!-- --> &lt; &#x3c; <!ENTITY x> "
    "::error file=a::b ##[error]c ::set-output name=d::e %0A::warning::f "
    "@maintainer #1 !2 [click](javascript:alert(4)) [ok](https://evil.example) https://evil.example www.evil.example "
    "![x](https://evil.example/p.png) "
    "| cell | `code` ``` fence {0} {1} $x$ *bold* _it_ ~~no~~ <details open> \\"
)
COMMAND_LINE = "::stop-commands::x"
TEXT = f"Headline\n\n{EVIL}\n{COMMAND_LINE}\n/close\nVelmira {EVIL} ends.\n"
# What a terminal or an eye would be fooled by; JSON escapes it, and what reads the JSON must not find it in a message either.
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")


def hostile() -> Report:
    """A run in which everything that is not prlint's own says what it should not."""
    file = file_report(TEXT, EVIL, COMMAND_LINE, "Velmira", path=f"a{COMMAND_LINE}\n{EVIL}.txt", fix=EVIL)
    first, second, third = file.findings
    authority = (Authority(EVIL, EVIL, "javascript:alert(5)"), Authority("x", "y", 'https://ok.example/"><script>alert(6)</script>'))
    first = replace(first, message=EVIL, authority=authority, related=(related(file, "Headline", EVIL),), edits=(edit(0, 4, EVIL),))
    second = replace(second, message=f"{COMMAND_LINE} `{COMMAND_LINE}`", waived=EVIL)
    assert file.document
    assert file.profile
    file = replace(
        file,
        findings=(first, second, third),
        document=replace(file.document, notes=(EVIL,)),
        profile=replace(file.profile, company=EVIL),
        sections=(Section("headline", 0, 8), Section("body", 10, len(TEXT))),
        facts=(Fact("product", 10, 40, {"brand": EVIL}),),
    )
    return Report((file, FileReport(EVIL, failure=EVIL)), 0, ())


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_hidden_reaches_the_output(form: str) -> None:
    shown = render(hostile(), form)
    assert not HIDDEN.search(shown)
    shown.encode("utf-8")


@pytest.mark.parametrize("form", ["full", "concise", "grouped"])
def test_a_terminal_and_a_runner_obey_nothing(form: str) -> None:
    lines = render(hostile(), form).splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::")]


def test_each_command_to_the_runner_is_our_own() -> None:
    lines = render(hostile(), "github").splitlines()
    commands = [line for line in lines if "::" in line]
    assert len(lines) == 4
    assert all(re.match(r"::(error|warning|notice) file=[^:,\n]*,[^:\n]*::", line) for line in commands)
    assert "##[" not in "".join(lines)


@pytest.mark.parametrize("form", ["sarif", "gitlab", "rdjson"])
def test_what_a_viewer_shows_of_json_hides_nothing(form: str) -> None:
    told = json.loads(render(hostile(), form))
    if form == "sarif":
        run = told["runs"][0]
        shown = strings([[result["message"] for result in run["results"]], run["tool"], run.get("taxonomies"), run["invocations"]])
        assert not [text for text in shown if re.search(r"\{\d+\}", text)], "a placeholder"
    elif form == "gitlab":
        shown = [issue["description"] for issue in told]
    else:
        shown = [item["message"] for item in told["diagnostics"]]
    assert not [text for text in shown if HIDDEN.search(text.replace("\n", ""))]


def test_a_sarif_message_links_nowhere_and_a_rule_only_to_the_web() -> None:
    run = json.loads(render(hostile(), "sarif"))["runs"][0]
    assert "](" not in "".join(strings([result["message"] for result in run["results"]]))
    taxa = run["taxonomies"][0]["taxa"]
    assert [taxon.get("helpUri", "")[:8] for taxon in taxa] == ["", "https://"]


def test_the_json_formats_say_everything_without_a_character_beyond_ascii() -> None:
    for form in ("json", "jsonl", "sarif", "gitlab", "rdjson"):
        assert render(hostile(), form).isascii()
    told = json.loads(render(hostile(), "json"))
    assert told["files"][0]["findings"][0]["quote"] == EVIL


def test_junit_is_xml_whatever_it_tells() -> None:
    shown = render(hostile(), "junit")
    told = JUnitXml.fromstring(shown.encode())
    (failure,) = next(iter(next(iter(told)))).result
    assert "]]><!-- --> &lt; &#x3c; <!ENTITY x>" in failure.message
    assert not re.search(r"<(?!/?(testsuites?|testcase|failure|skipped|error|system-out|\?xml)\b)", shown)


class Page(HTMLParser):
    """The elements of a page, each with its attributes; the text of scripts and styles apart from that of the page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.code: dict[str, list[str]] = {"script": [], "style": []}
        self.text: list[str] = []
        self.prose: list[str] = []  # the text that is no code, with the seams where an element or a comment parts it
        self._inside = ""
        self._is_code = False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in self.code else ""
        self._is_code = tag == "code"
        self.prose.append("\n")

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - a parser gives it
        self.prose.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag in self.code else self._inside
        self._is_code = False

    def handle_data(self, data: str) -> None:
        (self.code[self._inside] if self._inside else self.text).append(data)
        if not self._is_code:
            self.prose.append(data)


def test_the_page_holds_no_element_of_the_release() -> None:
    page = Page(render(hostile(), "html"))
    names = [name for name, _ in page.elements]
    assert (names.count("script"), names.count("style"), names.count("img")) == (1, 1, 0)
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on") or key in ("style", "src", "srcdoc")]
    links = [attributes["href"] or "" for name, attributes in page.elements if name == "a"]
    outward = {link for link in links if not link.startswith("#")}
    assert outward == {"https://ok.example/%22%3E%3Cscript%3Ealert(6)%3C/script%3E", "https://www.ecfr.gov/"}
    assert "<script>alert(1)</script>" in "".join(page.text)


def test_a_comment_mentions_nobody_and_links_nowhere_of_its_own() -> None:
    shown = render(hostile(), "markdown")
    page = Page(github_flavored_markdown_to_html(shown, Options.CMARK_OPT_UNSAFE))
    names = {name for name, _ in page.elements}
    assert names <= {
        "h3",
        "p",
        "strong",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "ul",
        "li",
        "em",
        "a",
        "sub",
    }
    links = [attributes["href"] or "" for name, attributes in page.elements if name == "a"]
    assert {link.split("/")[2] for link in links} == {"ok.example"}
    assert not re.search(r"[@#!]\w", "".join(page.prose)), "a mention or a reference"
    assert not [line for line in shown.splitlines() if line.startswith("/")], "a quick action of GitLab"
    rows = [[name for name, _ in page.elements].count(cell) for cell in ("th", "td")]
    assert rows == [3, 6]
