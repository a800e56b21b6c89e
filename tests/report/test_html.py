"""The `html` format as a file: complete, closed to the outside, its text the release's own."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.engine import load_rules
from prlint.engine.model import Authority, Related
from prlint.release.model import Section
from prlint.report import FileReport, Report, render
from tests.report.made import edit, file_report, related, replace, report
from tests.report.test_hostile import Page

TEXT = "Ferrant reports results.\n\nVelmira is safe and effective in adults.\nIt is   approved nowhere.\n"


def html(told: Report) -> str:
    return render(told, "html")


def release_text(page: str) -> str:
    """What the page shows of the release, without marks and numbers of its own."""
    (release,) = re.findall(r'<section class="release".*?</section>', page, re.DOTALL)
    for own in (r"<h[34].*?</h[34]>", r"<sup.*?</sup>", r'<a class="hit absent.*?</a>'):
        release = re.sub(own, "", release, flags=re.DOTALL)
    from html import unescape

    return unescape(re.sub(r"<[^>]*>", "", release))


class Piece(NamedTuple):
    """A highlighted piece of text: its class, the findings on it, its words."""

    look: str
    findings: str
    words: str


def pieces(page: str) -> list[Piece]:
    return [Piece(*found) for found in re.findall(r'<a class="hit (\w+)"[^>]* data-f="([\d ]*)"[^>]*>([^<]*)</a>', page)]


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    shown = html(report(file_report(TEXT, "safe")))
    page = Page(shown)
    (policy,) = [told["content"] for name, told in page.elements if name == "meta" and told.get("http-equiv") == "Content-Security-Policy"]
    hashes = {kind: b64encode(sha256("".join(page.code[kind]).encode()).digest()).decode() for kind in ("style", "script")}
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "innerHTML" not in shown
    assert not [name for name, _ in page.elements if name in ("link", "img", "iframe", "object", "base")]
    assert not re.search(r"url\(|@import", "".join(page.code["style"]))


def test_the_policy_stands_before_anything_that_it_governs() -> None:
    shown = html(report(file_report(TEXT, "safe")))
    assert shown.index("Content-Security-Policy") < shown.index("<style>") < shown.index("<script>")
    assert "prlint report" in shown[:300], "by which a run knows its own report"


def test_what_is_shown_is_the_text_with_its_findings_highlighted() -> None:
    shown = html(report(file_report(TEXT, "safe and effective", "nowhere")))
    assert pieces(shown) == [("error", "1", "safe and effective"), ("error", "2", "nowhere")]
    assert release_text(shown).strip() == TEXT.strip()


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30), st.sampled_from(["error", "warning", "info"])), max_size=8))
def test_findings_may_overlap_nest_touch_and_stand_on_nothing(spans: list[tuple[int, int, str]]) -> None:
    (one,) = file_report(TEXT, "safe").findings
    findings = tuple(
        replace(
            one,
            start=start,
            end=min(start + length, len(TEXT)),
            quote=TEXT[start : start + length],
            severity=severity,
            message=f"m{number}",
        )
        for number, (start, length, severity) in enumerate(spans)
    )
    sections = (Section("headline", 0, 24), Section("body", 26, len(TEXT) - 1))
    file = replace(file_report(TEXT), findings=findings, sections=sections)
    shown = html(report(file))
    assert re.sub(r"\s", "", release_text(shown)) == re.sub(r"\s", "", TEXT)
    words = {str(number): "" for number in range(1, len(spans) + 1)}
    for piece in pieces(shown):
        if piece.words != "missing":
            for number in piece.findings.split():
                words[number] += piece.words
    quotes = sorted((finding.start, finding.end, finding.quote) for finding in findings)
    squeezed = [re.sub(r"\s", "", words[str(number)]) for number in range(1, len(spans) + 1)]
    assert squeezed == [re.sub(r"\s", "", quote) for _, _, quote in quotes]
    assert shown.count('<li class="card') == len(spans)
    for number in range(1, len(spans) + 1):
        assert shown.count(f'id="t1-{number}"') == 1
        assert shown.count(f'href="#t1-{number}"') == 1


def test_on_the_same_words_the_loudest_finding_gives_the_colour() -> None:
    file = file_report(TEXT, "safe and effective", "effective in adults")
    first, second = file.findings
    shown = html(report(replace(file, findings=(replace(first, severity="info"), second))))
    assert pieces(shown) == [("info", "1", "safe and "), ("error", "2 1", "effective"), ("error", "2", " in adults")]


def test_something_absent_is_a_mark_of_its_own() -> None:
    shown = html(report(file_report(TEXT, "")))
    (mark,) = re.findall(r'<a class="hit absent error"[^>]*>', shown)
    assert 'aria-label="Finding 1: something is missing here"' in mark
    assert 'href="#f1-1"' in mark


def test_sections_are_named_in_their_order_and_tables_keep_their_columns() -> None:
    sections = (Section("headline", 0, 24), Section("financial-table", 26, 66), Section("about-company", 67, len(TEXT) - 1))
    shown = html(report(replace(file_report(TEXT, "safe"), sections=sections)))
    assert re.findall(r'<h4 class="kind">([^<]*)</h4>', shown) == ["headline", "financial table", "about company"]
    assert '<div class="text table financial-table" tabindex="0" role="region" aria-label="financial table">' in shown
    assert release_text(shown).split() == TEXT.split()


def test_a_finding_that_crosses_sections_goes_on_in_the_next_one() -> None:
    sections = (Section("headline", 0, 24), Section("body", 26, len(TEXT) - 1))
    shown = html(report(replace(file_report(TEXT, "results.\n\nVelmira"), sections=sections)))
    assert [piece.words.strip() for piece in pieces(shown)] == ["results.", "Velmira"]
    assert shown.count('<sup class="no" aria-hidden="true">1</sup>') == 1


def test_a_card_tells_authority_advice_related_places_and_the_exact_change() -> None:
    start = TEXT.index("safe")
    file = file_report(TEXT, "safe and effective", edits=(edit(start, start + 4, "active"), edit(0, 0, "New. ")))
    finding = replace(file.findings[0], related=(related(file, "nowhere", "the status of `Velmira`"),))
    shown = html(report(replace(file, findings=(finding,))))
    assert "“safe and effective”</span> is a claim</h4>" in shown
    assert '<a href="https://www.ecfr.gov/" rel="noopener noreferrer" target="_blank">21 CFR 312.7(a)</a>' in shown
    assert '<a href="#r1-1-0">line 4</a>: the status of <span class="quoted">“Velmira”</span>' in shown
    assert 'id="r1-1-0"' in shown
    assert '<span data-r="1">nowhere</span>' in shown
    assert "<li><ins>New.</ins></li><li><del>safe</del> → <ins>active</ins></li>" in shown
    assert "<code>prlint fix</code>" in shown


def test_why_a_rule_matters_stands_in_the_card_where_the_rule_is_known() -> None:
    rules = load_rules().selected
    shown = html(Report((file_report(TEXT, "safe"),), 0, rules))
    assert "<summary>Why it matters</summary>" in shown
    assert "<summary>Why it matters</summary>" not in html(report(file_report(TEXT, "safe")))
    assert re.search(r'<input type="checkbox" name="family" value="EFF"[^>]*> efficacy', shown)


def test_what_is_waived_is_listed_with_its_reason_and_what_was_known_apart() -> None:
    file = file_report(TEXT, "safe", "effective", "adults")
    first, second, third = file.findings
    waived = replace(second, waived="Label says so (approved by D. Okafor on 2027-03-04)")
    shown = html(report(replace(file, findings=(first, waived), baselined=(third,))))
    assert re.findall(r"<h3>([\w ]+) <span", shown) == ["Findings", "Waived", "Known before"]
    assert "<strong>Waived:</strong> Label says so (approved by D. Okafor on 2027-03-04)" in shown
    assert [(piece.look, piece.words) for piece in pieces(shown)] == [("error", "safe"), ("waived", "effective"), ("known", "adults")]


def test_several_files_have_an_index_and_a_failure_is_told() -> None:
    shown = html(report(file_report(TEXT, "safe"), file_report(TEXT, path="b.txt"), FileReport("c.txt", failure="is empty")))
    assert '<a href="#file-2">b.txt</a> <span class="faint">nothing found</span>' in shown
    assert '<a href="#file-3">c.txt</a> <span class="faint">not checked</span>' in shown
    assert "This file could not be checked: is empty." in shown
    ids = re.findall(r'\bid="([^"]*)"', shown)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]*)"', shown))
    assert targets <= set(ids)


def test_the_profile_and_what_was_understood_are_there() -> None:
    shown = html(report(file_report(TEXT, "safe")))
    assert '<p class="profile">Ferrant · 2027-03-04 · topline</p>' in shown
    assert "<dt>traits</dt><dd>medical, results</dd>" in shown


def test_a_file_of_waivers_is_a_file_and_no_release() -> None:
    file = file_report('[[waiver]]\ncode = "EFF001"\n', "EFF001", path="prlint-waivers.toml")
    assert file.document
    file = replace(file, document=replace(file.document, format="waivers"), profile=None)
    shown = html(report(file_report(TEXT), file))
    assert 'aria-label="prlint-waivers.toml: the file"' in shown
    assert shown.count("What prlint understood of it") == 1


def test_an_authority_without_an_address_is_cited_and_a_card_needs_no_advice() -> None:
    shown = html(report(file_report(TEXT, "safe", fix="", authority=(Authority("Smith v. Jones", "Half a truth is none."),))))
    assert '<cite>Smith v. Jones</cite> <span class="says">Half a truth is none.</span>' in shown
    assert "What to do." not in shown
    assert 'class="authority"' not in html(report(file_report(TEXT, "safe", authority=())))


def test_nothing_found_is_said() -> None:
    shown = html(report(file_report(TEXT)))
    assert '<p class="sum">Nothing found</p>' in shown
    assert "<h3>Nothing found</h3>" in shown
    assert "<form" not in shown


@pytest.mark.parametrize("number", [1, 40])
def test_a_place_is_anchored_once_however_many_findings_point_at_it(number: int) -> None:
    file = file_report(TEXT, "safe")
    assert file.document
    place = Related(0, 7, file.document.locate(0), "see")
    findings = tuple(replace(file.findings[0], message=str(index), related=(place,)) for index in range(number))
    shown = html(report(replace(file, findings=findings)))
    ids = re.findall(r'\bid="([^"]*)"', shown)
    assert len(ids) == len(set(ids))
