"""`markdown` and `grouped`: what a reviewer of a change reads."""

import pytest

from prlint.report import FileReport, Style, render
from prlint.report.escape import code, markdown, message
from tests.report.made import file_report, replace, report

TEXT = "Ferrant reports results.\n\nVelmira is safe and effective in adults.\n"


def test_a_comment_is_a_verdict_a_table_advice_and_what_is_waived() -> None:
    file = file_report(TEXT, "safe and effective", "adults")
    open_one, waived = file.findings
    shown = render(
        report(replace(file, findings=(open_one, replace(waived, waived="read by counsel"))), FileReport("b.txt", failure="is empty")),
        "markdown",
    )
    assert shown == (
        "<!-- prlint report -->\n\n"
        "### prlint: 1 error, 1 file not checked\n\n"
        "**`release.txt`**\n\n"
        "| severity | place | finding |\n|---|---|---|\n"
        "| 🔴 error | 3:12 | **EFF001** `safe and effective` is a claim |\n\n"
        "<details><summary>Authority and advice</summary>\n\n"
        "- **EFF001 safe-and-effective**: Say what was measured.\n"
        "  - [21 CFR 312.7(a)](<https://www.ecfr.gov/>): An investigational drug may not be called safe or effective.\n\n"
        "</details>\n\n"
        "<details><summary>1 waived</summary>\n\n"
        "- **EFF001** at 3:34: `adults` is a claim. *Reason:* read by counsel\n\n"
        "</details>\n\n"
        "**`b.txt`** could not be checked: is empty\n\n"
        "<sub>1 error, 0 warnings, 0 infos, 1 waived; 1 file checked, 0 skipped, 1 failed. A reviewer's aid, not legal advice.</sub>\n"
    )  # fmt: skip


def test_a_run_that_found_nothing_says_so() -> None:
    assert "### prlint: nothing found\n" in render(report(file_report(TEXT)), "markdown")


@pytest.mark.parametrize("files", [1, 40, 4000])
def test_a_comment_stays_below_what_github_takes_and_counts_the_rest(files: int) -> None:
    text = TEXT + "Safe. " * 1000
    one = file_report(text, "safe and effective")
    findings = tuple(replace(one.findings[0], message=f"`claim` {number}") for number in range(4000 // files))
    shown = render(report(*(replace(one, path=f"{number}.txt", findings=findings) for number in range(files))), "markdown")
    rows = shown.count("| 🔴 error |")
    assert 30_000 < len(shown) < 65_536
    assert f"*…and {4000 - rows} findings more: a report in another format has them.*" in shown
    assert rows > 100
    assert shown.endswith("</sub>\n")


@pytest.mark.parametrize(
    ("plain", "escaped"),
    [
        ("forward-looking (see below).", "forward-looking (see below)."),
        ("a|b <b> *c* _d_ [e](f)", r"a\|b \<b\> \*c\* \_d\_ \[e\](f)"),
        ("@ferrant #12 50%", r"\@<!-- -->ferrant \#<!-- -->12 50%"),
        ("https://x.example and www.x.example", r"https:\//x.example and www\.x.example"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("/close", r"\/close"),
    ],
    ids=str,
)
def test_text_is_escaped_where_it_would_be_markup_and_nowhere_else(plain: str, escaped: str) -> None:
    assert markdown(plain) == escaped


def test_code_is_fenced_by_more_ticks_than_it_holds() -> None:
    assert code("a`b``c") == "```a`b``c```"
    assert code("`a") == "`` `a ``"
    assert (code("a|b"), code("a|b", cell=True)) == ("`a|b`", r"`a\|b`")


def test_what_a_message_quotes_is_code() -> None:
    assert message("`a_b` is not `c`: *d*") == r"`a_b` is not `c`: \*d\*"


def test_grouped_puts_findings_under_their_file_and_section_in_columns() -> None:
    text = "\n" * 9 + TEXT
    file = file_report(text, "reports", "adults", severity="warning")
    first, second = file.findings
    shown = render(
        report(
            replace(file, findings=(replace(first, section="headline"), second)),
            file_report(TEXT, path="silent.txt"),
            FileReport("b.txt", failure="is empty"),
        ),
        "grouped",
    )
    assert shown == (
        "release.txt\n"
        "  headline\n"
        "     10:9  warning  EFF001  `reports` is a claim\n"
        "  body\n"
        "    12:34  warning  EFF001  `adults` is a claim\n\n"
        "b.txt\n"
        "  is empty\n\n"
        "0 errors, 2 warnings, 0 infos; 2 files checked, 0 skipped, 1 failed\n"
    )  # fmt: skip
    assert render(report(), "grouped", Style(closing=False)) == ""
