"""The reference as Markdown: whatever a rule's file holds, it is shown and does nothing."""

import re
from html import unescape
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from prlint.engine.model import Authority, Rule
from prlint.engine.ruleset import load_rules, rules_of
from prlint.report.explain import explained
from prlint.report.rulebook import families, line, prose, rule_markdown, rulebook, text

RULES = load_rules()
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> **bold** _it_ ~~no~~ [a](javascript:x) ![i](//evil.example/x.png) | cell | "
    "&lt;b&gt; {: .x } [[w]] :smile: https://evil.example www.evil.example ana@evil.example #1 $x$ \\(y\\) ``` --- \u202e"
)


def rendered(markdown: str) -> str:
    """Markdown as GitHub renders it, with raw HTML let through."""
    shown: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return shown


@pytest.mark.parametrize("beginning", ["", "# ", "- ", "1. ", "> ", "    ", "::: ", "!!! ", "=== ", "<!-- ", "[x]: "])
def test_nothing_in_a_text_is_markup(beginning: str) -> None:
    shown = rendered(text(beginning + HOSTILE)).replace("<!-- -->", "")
    assert re.findall(r"<[^>]*>", shown) == ["<p>", "</p>"]
    assert unescape(shown).strip() == f"<p>{' '.join((beginning + HOSTILE).split())}</p>".replace("\u202e", "<U+202E>")


def test_python_markdown_shows_the_same() -> None:
    markdown = pytest.importorskip("markdown", reason="mkdocs is not installed")
    extensions = ["attr_list", "md_in_html", "tables", "pymdownx.superfences"]
    for words in (HOSTILE, f"# {HOSTILE}", f"- {HOSTILE}", f"1. {HOSTILE}"):
        shown = markdown.markdown(text(words), extensions=extensions).replace("<!-- -->", "")
        assert unescape(shown) == f"<p>{words}</p>".replace("\u202e", "<U+202E>")


def test_what_stands_between_backticks_is_code_and_no_more() -> None:
    assert rendered(line("write `p<0.001` **here**")) == "<p>write <code>p&lt;0.001</code> **here**</p>\n"
    assert rendered(prose("one\ntwo\n\nthree")) == "<p>one two</p>\n<p>three</p>\n"


def hostile_rule(folder: Path) -> Rule:
    (folder / "HSE001.toml").write_text(
        f"""
code = "HSE001"
name = "hostile"
severity = "warning"
message = '''{HOSTILE}'''
check = "no frumious in headline, lead, body"
why = '''{HOSTILE}'''
fix = '''{HOSTILE}'''
exempt = '''{HOSTILE}'''
[[authority]]
cite = '''{HOSTILE}'''
says = '''{HOSTILE}'''
url = "https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
[[example]]
bad = '''A frumious day.

{HOSTILE}
</div> frumious
'''
[[example]]
good = '''{HOSTILE}'''
""",
        encoding="utf-8",
    )
    (folder / "terms").mkdir()
    (folder / "terms" / "t.toml").write_text('[frumious]\nabout = "<b>x</b>"\nphrases = ["frumious"]\n', encoding="utf-8")
    (rule,) = rules_of(folder)[0]
    return rule


def test_a_rule_of_a_stranger_adds_no_element_and_no_link(tmp_path: Path) -> None:
    rule = hostile_rule(tmp_path)
    shown = rendered(rule_markdown(explained(rule, rules_of(tmp_path)[1]), "<i>Family</i>"))
    tags = set(re.findall(r"</?([a-z0-9]+)", shown))
    assert tags == {"h1", "h2", "p", "span", "a", "ul", "li", "code", "blockquote", "div", "mark", "br", "pre"}
    links = [unescape(link) for link in re.findall(r'href="([^"]*)"', shown)]
    assert links == ["index.md", "https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"]
    assert shown.count("<mark>frumious</mark>") == 1
    assert "&lt;i&gt;Family&lt;/i&gt;" in shown
    assert "<code>frumious</code>: &lt;b&gt;x&lt;/b&gt;" in shown


def test_settings_of_an_example_and_its_fixes_stand_below_it() -> None:
    page = unescape(rendered(rule_markdown(explained(RULES.rule("SEC003"), RULES.vocabulary), "Filings")))
    assert "<li>safe fix: <code>10K</code> becomes <code>10-K</code></li>" in page
    told = next(rule for rule in RULES.rules if any(example.company for example in rule.examples))
    assert "<li>with <code>company" in rendered(rule_markdown(explained(told, RULES.vocabulary), "Family"))


def test_there_is_a_page_for_every_rule_and_every_family_and_none_is_named_twice() -> None:
    known = families(RULES.rules)
    pages = rulebook(known, RULES.vocabulary)
    assert len(pages) == 1 + len(known) + sum(len(family.rules) for family in known)
    assert {rule.code for family in known for rule in family.rules} >= {rule.code for rule in RULES.rules}
    assert known[-1].code == "WVR"
    assert all(family.title != family.code and family.about for family in known)
    assert all(f"({family.place}/index.md)" in pages["index.md"] for family in known)


def test_a_rule_that_is_off_says_so_on_its_page_and_in_its_family() -> None:
    off = next(rule for rule in RULES.rules if not rule.default)
    pages = rulebook(families(RULES.rules), RULES.vocabulary)
    (page,) = [told for path, told in pages.items() if path.endswith(f"{off.code}.md")]
    (family,) = [told for path, told in pages.items() if path.endswith("/index.md") and f"({off.code}.md)" in told]
    assert "off by default" in page
    assert f'extend-select = ["{off.code}"]' in page
    assert "must be asked for" in family


def test_a_folder_without_a_family_file_is_named_by_its_code(tmp_path: Path) -> None:
    family = families([hostile_rule(tmp_path)])[0]
    assert (family.code, family.title, family.place) == ("HSE", "HSE", tmp_path.name)


def test_authorities_without_an_address_are_told_without_a_link() -> None:
    rule = RULES.rule("STA007")._replace(authority=(Authority("A cite", "What it says."),))
    assert "<strong>A cite</strong>: What it says." in rendered(rule_markdown(explained(rule, RULES.vocabulary), "x"))
