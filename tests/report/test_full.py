"""The `full` format."""

import pytest

from prlint.report import FileReport, Style, render
from tests.report.made import file_report, related, replace, report

TEXT = "Ferrant reports results.\n\nVelmira is safe and effective in adults.\n\nVelmira is approved nowhere.\n"


def test_a_finding_shows_place_rule_message_line_authority_and_fix() -> None:
    assert render(report(file_report(TEXT, "safe and effective"))) == (
        "release.txt:3:12: error EFF001 safe-and-effective\n"
        "  `safe and effective` is a claim\n"
        "   |\n"
        " 3 | Velmira is safe and effective in adults.\n"
        "   |            ^^^^^^^^^^^^^^^^^^\n"
        "   = authority: 21 CFR 312.7(a)\n"
        "   = fix: Say what was measured.\n"
        "\n"
        "1 error, 0 warnings, 0 infos; 1 file checked, 0 skipped, 0 failed\n"
    )  # fmt: skip


def test_related_places_show_their_lines() -> None:
    file = file_report(TEXT, "safe and effective", fix="", authority=())
    finding = replace(file.findings[0], related=(related(file, "nowhere", "the status is told here"),))
    shown = render(report(replace(file, findings=(finding,))), "full", Style(closing=False))
    assert shown.endswith(
        "   = see 5:21: the status is told here\n"
        " 5 | Velmira is approved nowhere.\n"
        "   |                     -------\n"
    )  # fmt: skip


def test_of_many_related_places_the_rest_is_counted() -> None:
    file = file_report(TEXT, "safe")
    places = tuple(related(file, word, word) for word in ("Ferrant", "reports", "results", "adults", "approved", "nowhere"))
    shown = render(report(replace(file, findings=(replace(file.findings[0], related=places),))))
    assert shown.count("= see") == 4
    assert "   = and 2 more\n" in shown


def test_something_absent_is_one_mark_where_it_belongs() -> None:
    shown = render(report(file_report("One line only.", "")))
    assert " 1 | One line only.\n   |               ^\n" in shown
    assert shown.startswith("release.txt:1:15: ")


@pytest.mark.parametrize("width", [40, 61, 80, 100, 133])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = "word " * 400 + "safe and effective " + "word " * 400
    text = "\n".join(["x"] * 120) + "\n" + long
    shown = render(
        report(file_report(text, "safe and effective", fix="Say " + "what was measured " * 20)), "full", Style(width=width, closing=False)
    )
    assert max(len(line) for line in shown.splitlines()[2:]) <= width
    excerpt, under = shown.splitlines()[3:5]
    assert excerpt[under.index("^") : under.rindex("^") + 1] == "safe and effective"
    assert "|…" not in excerpt.replace("| …", "|…") or excerpt.endswith("…")


def test_the_margin_fits_the_longest_line_number() -> None:
    shown = render(report(file_report("\n" * 1233 + "A claim.", "claim")), "full", Style(closing=False))
    assert " 1234 | A claim.\n      |   ^^^^^\n" in shown


def test_colour_changes_nothing_but_colour() -> None:
    import re

    files = report(file_report(TEXT, "safe and effective"))
    colored = render(files, "full", Style(color=True))
    assert "\x1b[1;31merror EFF001\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render(files)


def test_what_is_waived_is_counted_and_not_shown() -> None:
    file = file_report(TEXT, "safe and effective", waived="approved by counsel")
    assert render(report(file)) == "0 errors, 0 warnings, 0 infos, 1 waived; 1 file checked, 0 skipped, 0 failed\n"


def test_the_closing_line_counts_everything() -> None:
    files = [
        file_report(TEXT, "safe", "adults", path="a.txt"),
        file_report(TEXT, "nowhere", path="b.txt", severity="warning"),
        file_report(TEXT, "reports", path="c.txt", severity="info"),
        FileReport("d.txt", failure="is empty"),
    ]
    shown = render(report(*files, skipped=7))
    assert shown.endswith("\n\n2 errors, 1 warning, 1 info; 3 files checked, 7 skipped, 1 failed\n")
    assert render(report(), "full", Style(closing=False)) == ""


def test_a_format_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"no format `xml`: there are full, concise, grouped, json, jsonl, github, gitlab, sarif"):
        render(report(), "xml")


def test_a_release_can_write_nothing_that_a_terminal_or_a_runner_obeys() -> None:
    text = "\x1b[31mVelmira\u202e is\u2066 safe\u0007 and \x9b2Jeffective.\n::set-output name=x::y claim"
    for form in ("full", "concise"):
        shown = render(report(file_report(text, "Velmira\u202e is\u2066 safe\u0007", "::set-output name=x::y")), form)
        assert not set(shown) & set("\x1b\x9b\u202e\u2066\u0007")
        assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
