"""The site builds without a warning, loads nothing from elsewhere, and says of every rule what its file says."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from prlint.engine.model import Rule
from prlint.engine.notices import NOTICES
from prlint.engine.ruleset import load_rules
from tests.docs.pages import ROOT

pytest.importorskip("material", reason="mkdocs-material is not installed: the site is not built")

pytestmark = pytest.mark.slow

RULES = (*load_rules().rules, *NOTICES)


class Page(HTMLParser):
    """The text of a page with its white space as single spaces, and what a browser would load for it."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.place = place
        self.loaded: list[str] = []
        self.titles: list[str] = []
        self._said: list[str] = []
        self.feed(place.read_text(encoding="utf-8"))
        self.text = " ".join("".join(self._said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        wanted = told.get("src") or (told.get("href") if tag == "link" and told.get("rel") != "canonical" else None)
        self.loaded += [wanted] if wanted else []
        self._said += [" "] if tag in ("p", "li", "br", "h1", "h2", "td") else []
        self.titles += [""] if tag in ("h1", "h2") else []

    def handle_data(self, data: str) -> None:
        self._said.append(data)
        if self.titles and self.lasttag in ("h1", "h2"):
            self.titles[-1] += data.strip()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a warning fails."""
    place = tmp_path_factory.mktemp("site")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(place)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return place


def page_of(site: Path, rule: Rule) -> Page:
    (place,) = site.glob(f"rules/*/{rule.code}/index.html")
    return Page(place)


def plain(text: str) -> str:
    """Text of a rule as a page shows it: backticks have become code."""
    return " ".join(re.sub(r"`([^`]+)`", r"\1", text).split())


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = [Page(place) for place in site.rglob("*.html")]
    assert len(pages) > len(RULES)
    assert {url for page in pages for url in page.loaded if re.match(r"(?:https?:)?//", url)} == set()
    styles = [style for style in site.rglob("*.css") if re.search(r"url\(\s*[\"']?(?:https?:)?//", style.read_text(encoding="utf-8"))]
    assert styles == []


def test_every_rule_has_a_page_that_says_what_its_file_says(site: Path) -> None:
    for rule in RULES:
        page = page_of(site, rule)
        assert page.titles[0].startswith(f"{rule.code} {rule.name}")
        wanted = [rule.message, *rule.messages.values(), rule.why, rule.exempt, rule.fix, rule.configure]
        wanted += [told for authority in rule.authority for told in (authority.cite, authority.says)]
        wanted += [re.sub(r"\s+", " ", example.text.replace("\u00ad", "-")) for example in rule.examples]
        shown = page.text
        missing = [told for told in wanted if re.sub(r"\W+", "", plain(told)) not in re.sub(r"\W+", "", shown)]
        assert missing == [], rule.code


def test_the_page_of_a_rule_leads_to_its_authorities_and_its_family_leads_to_it(site: Path) -> None:
    for rule in RULES:
        (place,) = site.glob(f"rules/*/{rule.code}/index.html")
        source = place.read_text(encoding="utf-8")
        links = set(re.findall(r'href="([^"]+)"', source.replace("&#58;", ":").replace("&#47;", "/")))
        assert len([link for link in links if link.startswith("http")]) >= len({a.url for a in rule.authority if a.url})
        assert f'href="{rule.code}/"' in (place.parents[1] / "index.html").read_text(encoding="utf-8")


def test_the_words_that_are_reported_are_marked_in_the_examples(site: Path) -> None:
    (rule,) = [rule for rule in RULES if rule.code == "STA007"]
    source = page_of(site, rule).place.read_text(encoding="utf-8")
    assert len(re.findall(r"<mark>", source)) == sum(example.bad for example in rule.examples)


def test_no_list_and_no_table_is_lost_in_a_paragraph(site: Path) -> None:
    for place in site.rglob("*.html"):
        text = re.sub(r"<pre>.*?</pre>", "", place.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.findall(r"^(?:- |\d+\. |\|).*", text, re.MULTILINE) == [], place


def test_contributing_is_a_page_and_what_builds_the_site_is_none(site: Path) -> None:
    assert (site / "contributing" / "index.html").is_file()
    assert (site / "samples" / "lyra.docx").is_file()
    assert list(site.rglob("*.py")) == []
