"""The `html` format in a real browser: headless Chromium, real clicks and keys, axe's rules of accessibility.

Chromium is the system's own (on Debian: `apt-get install chromium`); nothing is fetched. Without it these tests are skipped.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from prlint.engine import load_rules
from prlint.release.model import Section
from prlint.report import FileReport, Report, render
from tests.report.made import edit, file_report, related, replace
from tests.report.test_hostile import hostile

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: the page is not tried in a browser")
Browser, Error, Page = playwright.Browser, playwright.Error, playwright.Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page is not tried in a browser")

TEXT = (
    "Ferrant reports results.\n\n"
    "Velmira is safe and effective in adults.\n\n" + "More of the text follows here.\n\n" * 60 + "The end is novel.\n"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


def run_of_all() -> Report:
    """Two files, one of which failed; findings that overlap, one absent, one waived, one known."""
    file = file_report(TEXT, "safe and effective", "effective in adults", "novel", "reports", "results", "")
    safe, adults, novel, reports, results, absent = file.findings
    safe = replace(safe, related=(related(file, "More", "told here"),), edits=(edit(37, 41, "active"),))
    adults = replace(adults, severity="warning", code="SAF001")
    novel = replace(novel, severity="info", code="SAF002")
    waived = replace(reports, waived="Read by counsel (approved by D. Okafor)")
    sections = (Section("headline", 0, 24), Section("body", 26, len(TEXT) - 1))
    told = replace(file, findings=(waived, safe, adults, novel, absent), baselined=(results,), sections=sections)
    return Report((told, FileReport("b.txt", failure="is empty")), 0, load_rules().selected)


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report; what the page says on its console and throws is an error."""
    said: list[str] = []
    contexts = []

    def opened(told: Report | None = None, **context: object) -> Page:
        place = tmp_path / "report.html"
        place.write_text(render(told or run_of_all(), "html"), encoding="utf-8")
        contexts.append(browser.new_context(**{"viewport": {"width": 1300, "height": 700}, "reduced_motion": "reduce", **context}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append("a dialog") or dialog.dismiss())
        page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(place.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def hit(page: Page, words: str) -> "playwright.Locator":
    return page.locator(".release a.hit", has_text=words).first


def chosen(page: Page) -> list[str | None]:
    return [card.get_attribute("data-no") for card in page.locator(".card.on").all()]


def in_sight(page: Page, selector: str) -> bool:
    return bool(
        page.locator(selector).first.evaluate(
            "e => { const b = e.getBoundingClientRect(); return b.top < innerHeight && b.bottom > 0 && b.height > 0 }"
        )
    )


def test_a_click_on_the_text_chooses_the_finding_beside_it(open_page: Open) -> None:
    page = open_page()
    hit(page, "safe and").click()
    assert chosen(page) == ["3"]
    assert page.locator("#f1-3").get_attribute("aria-current") == "true"
    assert page.evaluate("document.activeElement.id") == "f1-3"
    assert in_sight(page, "#f1-3")
    assert page.locator(".release .hit.on").all_text_contents() == ["safe and ", "effective"]
    assert page.locator("[data-r].near").all_text_contents() == ["More"]


def test_a_click_on_words_of_two_findings_goes_from_one_to_the_other(open_page: Open) -> None:
    page = open_page()
    both = page.locator(".release a.hit", has_text="effective").nth(0)
    both.click()
    first = chosen(page)
    both.click()
    assert sorted([*first, *chosen(page)]) == ["3", "4"]


def test_a_click_on_the_place_of_a_finding_brings_its_words_into_sight(open_page: Open) -> None:
    page = open_page()
    card = page.locator(".card", has_text="novel")
    assert not in_sight(page, ".release a.hit:has-text('novel')")
    card.locator(".place").click()
    assert in_sight(page, ".release a.hit:has-text('novel')")
    assert page.evaluate("document.activeElement.textContent") == "novel"


def test_j_and_k_walk_through_the_findings_and_escape_leaves_them(open_page: Open) -> None:
    page = open_page()
    walked = []
    for key in ("j", "j", "k", "k", "j"):
        page.keyboard.press(key)
        walked += chosen(page)
    assert walked == ["3", "4", "3", "2", "3"]
    page.keyboard.press("Escape")
    assert chosen(page) == []


def test_the_tab_key_reaches_the_filters_the_text_and_the_cards_with_a_focus_to_be_seen(open_page: Open) -> None:
    page = open_page()
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(() => { const e = document.activeElement, s = getComputedStyle(e);"
                " return [e.name || e.className.split(' ')[0], s.outlineStyle !== 'none' || e.matches('.skip, body')] })()"
            )
        )
    assert reached[0][0] == "skip"
    assert {"severity", "family", "hit", "place"} <= {name for name, _ in reached}
    assert all(visible for _, visible in reached)


def test_enter_on_highlighted_words_does_what_a_click_does(open_page: Open) -> None:
    page = open_page()
    hit(page, "novel").focus()
    page.keyboard.press("Enter")
    assert page.locator(".card.on h4").inner_text() == "“novel” is a claim"


def test_a_severity_that_is_not_ticked_leaves_list_and_text(open_page: Open) -> None:
    page = open_page()
    page.get_by_label("error").uncheck()
    assert page.locator(".card:visible h4").all_inner_texts() == [
        "“effective in adults” is a claim",
        "“novel” is a claim",
        "“reports” is a claim",
        "“results” is a claim",
    ]
    look = page.locator(".release a[data-f]").evaluate_all("all => all.map(e => [e.className, e.textContent, e.hasAttribute('href')])")
    assert ["hit off", "safe and ", False] in look
    assert ["hit warning", "effective", True] in look
    assert page.locator(".shown").inner_text() == "4 of 6 shown"
    page.get_by_label("error").check()
    assert page.locator(".card:visible").count() == 6
    assert hit(page, "safe and").get_attribute("class") == "hit error"


def test_families_are_filtered_one_by_one_or_at_once(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="none").click()
    assert page.locator(".card:visible").count() == 0
    page.get_by_label("safety").check()
    assert page.locator(".card:visible").count() == 2
    page.get_by_role("button", name="all").click()
    assert page.locator(".card:visible").count() == 6


def test_what_is_waived_or_known_can_be_put_aside(open_page: Open) -> None:
    page = open_page()
    assert page.locator(".card.waived .waiver").inner_text() == "Waived: Read by counsel (approved by D. Okafor)"
    page.get_by_label("waived").uncheck()
    page.get_by_label("known before").uncheck()
    assert page.locator(".card.waived:visible, .card.known:visible").count() == 0
    assert page.locator(".card:visible").count() == 4


def test_a_chosen_finding_that_is_filtered_away_is_chosen_no_longer(open_page: Open) -> None:
    page = open_page()
    hit(page, "novel").click()
    page.get_by_label("info").uncheck()
    assert chosen(page) == []


def test_the_index_leads_to_a_file(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("link", name="b.txt").click()
    assert in_sight(page, "#file-2")
    assert "could not be checked: is empty" in page.locator("#file-2").inner_text()


def test_without_a_script_everything_is_there_to_be_read_and_the_links_jump(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator(".filters").is_hidden()
    assert page.locator(".card").count() == 6
    page.locator(".card", has_text="novel").locator(".place").click()
    assert page.url.endswith("#t1-5")
    page.locator(".release a.hit", has_text="novel").click()
    assert page.url.endswith("#f1-5")


def test_a_narrow_window_has_one_column_and_nothing_beside_the_page(open_page: Open) -> None:
    page = open_page(viewport={"width": 380, "height": 800})
    release, findings = page.locator(".release").bounding_box(), page.locator(".findings").bounding_box()
    assert release
    assert findings
    assert findings["y"] >= release["y"] + release["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    hit(page, "safe and").click()
    assert in_sight(page, "#f1-3")


def test_paper_has_the_whole_text_and_every_finding_and_no_controls(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator(".filters").is_hidden()
    pane = page.locator(".findings")
    assert pane.evaluate("e => [getComputedStyle(e).position, e.scrollHeight <= e.clientHeight + 1]") == ["static", True]
    assert page.locator(".card:visible").count() == 6
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 400])
def test_axe_finds_nothing(open_page: Open, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: accessibility is not checked")
    # The policy of the page keeps axe's own script out of it, so for this test it is not applied.
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 700}, bypass_csp=True)
    hit(page, "safe and").click()
    page.locator(".understood > summary").click()
    results = axe.Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_hostile_release_runs_nothing_and_fetches_nothing(open_page: Open) -> None:
    page = open_page(hostile())
    page.keyboard.press("j")
    page.locator(".release a.hit").first.click()
    assert "<script>alert(1)</script>" in page.locator(".release").inner_text()
    assert page.title().endswith("prlint report")


def test_the_policy_stops_what_is_not_the_page_s_own(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    page.close()
    place = tmp_path / "report.html"
    source = place.read_text(encoding="utf-8").replace("</main>", "</main><script>document.title = 'changed'</script>")
    place.write_text(source, encoding="utf-8")
    other = page.context.browser.new_page()
    other.goto(place.as_uri())
    assert other.title() != "changed"
    other.close()
