"""Fixes in Word: accepting them gives the fixed text, rejecting them the old one, in the look of the words that they replace."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.document import read
from prlint.document.word_changes import Draft
from tests.document.word_files import NOTES, NUMBERING, box, docx, field, gone, ins, item, p, paragraphs_of, parts_of, r, rich, table

DATE = "2026-01-31T12:00:00Z"


def fixed(data: bytes, *edits: tuple[str, str]) -> bytes:
    """A document in which the first place of some words is replaced."""
    whole = read(data).text
    return at(data, *((whole.index(old), whole.index(old) + len(old), new) for old, new in edits))


def at(data: bytes, *edits: tuple[int, int, str]) -> bytes:
    draft = Draft(data)
    assert all(draft.can_change(*edit) for edit in edits)
    return draft.changed(sorted(edits), DATE)


def source(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


def changes(data: bytes) -> tuple[list[str], list[str]]:
    """What prlint deleted and what it inserted."""

    def found(kind: str, text: str) -> list[str]:
        wrapped = re.findall(rf'<w:{kind} w:id="\d+" w:author="prlint"[^>/]*>(.*?)</w:{kind}>', source(data))
        return ["".join(re.findall(rf"<w:{text}[^>]*>([^<]*)</w:{text}>", inner)) for inner in wrapped]

    return found("del", "delText"), found("ins", "t")


EDITS = [
    ("Therapeutics Reports", "Inc. Reports"),
    ("Therapeutics today", "Ltd. today"),
    ("of Korvex®", "about Korvex™"),
    ("Form 10K", "Form 10-K"),
    ("2025", "2026"),
    ("1,234", "1,235"),
    ("Form 10Q", "Form 10-Q"),
    ("softhyphens", "none"),
    ("two\nthree-four", "2 & <3>"),
    ("Ruiz A", "Ruiz B"),
    ("Under", "Below"),
]


@pytest.mark.parametrize("edits", [[edit] for edit in EDITS] + [EDITS])
def test_accepting_gives_the_fixed_text_and_rejecting_the_old_one(edits: list[tuple[str, str]]) -> None:
    data, copy = rich(), fixed(rich(), *edits)
    wanted = read(data).text
    for old, new in edits:
        wanted = wanted.replace(old, new, 1)
    assert read(copy).text == wanted
    assert read(copy, tracked="original").text == read(data, tracked="original").text


def test_only_what_differs_is_changed_and_whole_words_of_it() -> None:
    assert changes(fixed(rich(), ("Form 10K for the year", "Form 10-K for the year"))) == (["10K"], ["10-K"])
    assert changes(fixed(docx(p("one two three")), ("one two three", "one three"))) == (["two "], [])
    assert changes(fixed(docx(p("one three")), ("one three", "one two three"))) == ([], ["two "])
    assert changes(fixed(docx(p("Korvex is")), ("Korvex", "Korvex®"))) == ([], ["®"])
    assert changes(fixed(docx(p("Form")), ("Form", "Formula"))) == (["Form"], ["Formula"])


def test_every_part_and_paragraph_without_a_fix_is_byte_for_byte_the_same() -> None:
    before, after = rich(), fixed(rich(), ("10K", "10-K"))
    old, new = parts_of(before), parts_of(after)
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]
    different = [one != other for one, other in zip(paragraphs_of(before), paragraphs_of(after), strict=True)]
    assert different.index(True) == 2
    assert sum(different) == 1


def test_the_new_words_look_like_the_old_ones() -> None:
    look = '<w:b/><w:color w:val="FF0000"/><w:rPrChange w:id="9" w:author="Ana Ruiz"><w:rPr/></w:rPrChange>'
    copy = fixed(docx(p(r("one two three", look))), ("two", "2"))
    assert re.search(
        r'<w:ins [^>]*><w:r><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">2</w:t></w:r></w:ins>', source(copy)
    )
    assert source(copy).count("rPrChange ") == 3


def test_an_edit_over_several_runs_is_one_insertion_and_keeps_each_look_of_what_goes() -> None:
    data = docx(p("a ", r("bold", "<w:b/>"), " and ", r("italic", "<w:i/>"), " z"))
    copy = fixed(data, ("ld and ita", "X"))
    assert changes(copy) == (["ld", " and ", "ita"], ["X"])
    assert read(copy).text == "a boXlic z"
    assert "<w:b/></w:rPr><w:delText" in source(copy)
    assert "<w:i/></w:rPr><w:delText" in source(copy)


def test_a_fix_inside_somebody_elses_insertion_leaves_it_theirs() -> None:
    data = docx(p("We ", ins(r("filed Form 10K today")), "."))
    copy = fixed(data, ("10K", "10-K"))
    assert read(copy).text == "We filed Form 10-K today."
    assert read(copy, tracked="original").text == "We ."
    assert "<w:ins" not in re.sub(r"<w:ins [^>]*Ana Ruiz[^>]*>.*?</w:ins>|<w:ins [^>]*prlint[^>]*>.*?</w:ins>", "", source(copy))


def test_a_fix_of_our_own_insertion_is_no_insertion_in_an_insertion() -> None:
    once = fixed(docx(p("See Form 10K now")), ("10K", "10-J"))
    twice = fixed(once, ("10-J", "10-K"))
    assert read(twice).text == "See Form 10-K now"
    assert read(twice, tracked="original").text == "See Form 10K now"


def test_something_put_in_stands_beside_its_neighbour_in_its_look() -> None:
    copy = at(docx(p(r("Korvex", "<w:b/>"), " is")), (6, 6, "®"))
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">®</w:t></w:r></w:ins>' in source(copy)
    assert read(copy).text == "Korvex® is"
    assert read(at(docx(item("b", 1), numbering=NUMBERING), (2, 2, "a")), "").text == "• ab"


@pytest.mark.parametrize(
    "properties",
    ["", "<w:jc w:val='center'/>", "<w:rPr><w:b/></w:rPr>", "<w:rPr/>", "<w:pPrChange w:id='3' w:author='A'><w:pPr/></w:pPrChange>"],
)
@pytest.mark.parametrize("behind", ["", p("Next")])
def test_a_paragraph_that_is_added_is_gone_when_it_is_rejected(properties: str, behind: str) -> None:
    data = docx(p("The end.", properties=properties) + behind)
    copy = at(data, (8, 8, "\n\n###\n\nMore & more"))
    assert read(copy).text == read(data).text.replace("The end.", "The end.\n\n###\n\nMore & more")
    assert read(copy, tracked="original").text == read(data).text
    assert changes(copy)[1] == ["###", "More &amp; more"]


def test_an_empty_element_of_properties_is_filled() -> None:
    data = docx("<w:p><w:pPr/><w:r><w:t>End</w:t></w:r></w:p>")
    assert read(at(data, (3, 3, "\n\n###"))).text == "End\n\n###"


@pytest.mark.parametrize(
    ("body", "words", "new"),
    [
        (p("One") + p("two"), "One\n\ntwo", "x"),
        (p("One"), "One", "a\nb"),
        (p("One"), "One", "a\tb"),
        (item("One", 1), "•", "-"),
        (table(("a", "b")), "a\tb", "x"),
        (p("so ", "<m:oMath><m:r><m:t>p=1</m:t></m:r></m:oMath>"), "p=1", "p=2"),
        (p("Seen", '<w:r><w:footnoteReference w:id="7"/></w:r>'), "¹", "x"),
        (p("<w:r><w:t><![CDATA[one two]]></w:t></w:r>"), "two", "x"),
    ],
)
def test_what_cannot_be_a_tracked_change_is_refused(body: str, words: str, new: str) -> None:
    data = docx(body, numbering=NUMBERING, footnotes=NOTES)
    start = read(data).text.index(words)
    assert not Draft(data).can_change(start, start + len(words), new)


@pytest.mark.parametrize(
    "body",
    [
        item("One", 1),
        table(("One", "two")),
        p("x", box(p("One"))),
        p("One", properties="<w:sectPr/>"),
        p("One", properties="<w:rPr><w:ins w:id='1' w:author='A'/></w:rPr>"),
        p("One more"),
    ],
)
def test_paragraphs_are_added_only_behind_plain_ones(body: str) -> None:
    data = docx(body, numbering=NUMBERING)
    end = read(data).text.index("One") + 3
    assert not Draft(data).can_change(end, end, "\n\n###")


def test_a_fix_in_the_result_of_a_field_leaves_its_code() -> None:
    copy = fixed(docx(p("On ", field(" DATE ", r("May 5")), " it")), ("May 5", "May 6"))
    assert read(copy).text == "On May 6 it"
    assert source(copy).count("<w:instrText>") == 1


@given(st.data())
def test_any_edits_can_be_accepted_and_rejected(data: st.DataObject) -> None:
    words = st.text(st.sampled_from("ab &<>®\u00ad é"), min_size=1, max_size=5)
    runs = data.draw(st.lists(words, min_size=1, max_size=5))
    escape = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
    document = docx(
        p("<w:r><w:t>x</w:t><w:tab/></w:r>", *(r(run.translate(escape), "<w:b/>") for run in runs), gone("was"), ins(r("is y")))
    )
    whole = read(document).text
    cuts = sorted(data.draw(st.sets(st.integers(1, len(whole)), min_size=2, max_size=6)))
    edits = [
        (start, end, new) for start, end in list(pairwise(cuts))[::2] if (new := data.draw(words).replace("\u00ad", "")) != whole[start:end]
    ]
    draft = Draft(document)
    edits = [edit for edit in edits if draft.can_change(*edit)]
    copy = draft.changed(edits, DATE)
    wanted, done = "", 0
    for start, end, new in edits:
        wanted, done = wanted + whole[done:start] + new, end
    assert read(copy).text == wanted + whole[done:]
    assert read(copy, tracked="original").text == read(document, tracked="original").text
