"""Comments in Markdown and HTML that take findings back, and what is told of those that do not."""

import pytest

from prlint.config import Settings
from prlint.document import read
from prlint.engine import load_rules
from prlint.report.gather import gather
from prlint.report.model import FileReport

RULES = ("SEC003", "STR008", "TRM001")


def report(text: str, *select: str) -> FileReport:
    settings = Settings(select=select or RULES)
    return gather(read(text.encode(), "release.md"), settings, load_rules(settings))


def told(text: str, *select: str) -> list[tuple[str, str]]:
    return [(finding.quote, finding.waived) for finding in report(text, *select).findings]


def notes(text: str, *select: str) -> tuple[str, ...]:
    document = report(text, *select).document
    assert document is not None
    return document.notes


HEAD = "# Ferrant\n\n"
FORMS = "See our Form 10K.\n\nOur Form 10Q says so.\n\nOur Form 8K too.\n"
WAIVED = "suppressed in the file: agreed with counsel"


@pytest.mark.parametrize("name", ["SEC003", "SEC", "sec-nomenclature", "ALL", "STR008, SEC003", "STR008,SEC"])
def test_a_comment_takes_back_the_findings_of_the_next_paragraph(name: str) -> None:
    text = HEAD + FORMS.replace("\n\nOur Form 10Q", f"\n\n<!-- prlint: ignore {name} agreed with counsel -->\nOur Form 10Q")
    assert told(text) == [("Form 10K", ""), ("Form 10Q", WAIVED), ("Form 8K", "")]


def test_a_comment_inside_of_a_paragraph_is_about_that_one() -> None:
    text = HEAD + FORMS.replace("says so", "says <!-- PRLINT: Ignore SEC003: agreed\n with counsel --> so")
    assert told(text) == [("Form 10K", ""), ("Form 10Q", WAIVED), ("Form 8K", "")]


def test_off_holds_up_to_on_or_to_the_end() -> None:
    off = "<!-- prlint: off SEC003 -->\n"
    text = HEAD + off + FORMS.replace("\n\nOur Form 8K", "\n\n<!-- prlint: on -->\n\nOur Form 8K")
    assert told(text) == [("Form 10K", "suppressed in the file"), ("Form 10Q", "suppressed in the file"), ("Form 8K", "")]
    assert [bool(waived) for _, waived in told(HEAD + FORMS.replace("\n\nOur Form 8K", f"\n\n{off}\nOur Form 8K"))] == [False, False, True]


def test_ignore_file_holds_everywhere_wherever_it_stands() -> None:
    assert all(waived for _, waived in told(f"{HEAD}{FORMS}\n<!-- prlint: ignore-file SEC003 agreed -->\n"))


def test_it_works_in_html_too() -> None:
    page = "<html><body><p>See our Form 10K.</p><!-- prlint: ignore SEC003 --><p>Our Form 10Q.</p></body></html>"
    assert told(page) == [("Form 10K", ""), ("Form 10Q", "suppressed in the file")]


def test_a_waived_finding_counts_as_waived() -> None:
    assert notes(f"{HEAD}<!-- prlint: ignore SEC003 so -->\nSee our Form 10K.\n") == ()


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("prlint: ignore SEC003", ["the comment in line 3 suppresses nothing: there is no finding of SEC003 where it holds"]),
        ("prlint: ignore SEC03 so", ["the comment in line 3 names `SEC03`, which is no rule, family or name"]),
        ("prlint: ignore", ["the comment in line 3 names no rule, and has no effect"]),
        ("prlint: ignore because I say so", ["the comment in line 3 names no rule, and has no effect"]),
        ("prlint: ignroe SEC003", ["the comment in line 3 says neither ignore, ignore-file, off nor on, and has no effect"]),
        ("prlint: ignore EFF001", []),  # a rule that does not run here
        ("a remark on prlint: it ignores SEC003", []),
    ],
)
def test_a_comment_without_effect_is_told(comment: str, said: list[str]) -> None:
    assert list(notes(f"{HEAD}<!-- {comment} -->\nNothing here.\n")) == said


def test_a_name_of_two_words_may_begin_the_reason() -> None:
    text = f"{HEAD}<!-- prlint: ignore SEC003 well-known name -->\nSee our Form 10K.\n"
    assert told(text) == [("Form 10K", "suppressed in the file: well-known name")]


def test_comments_in_plain_text_are_text() -> None:
    settings = Settings(select=RULES)
    document = read(b"<!-- prlint: ignore SEC003 -->\nSee our Form 10K.\n", "release.txt")
    assert not gather(document, settings, load_rules(settings)).findings[0].waived
