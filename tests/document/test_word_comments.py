"""Comments in Word: on exactly the words, once, and nothing else of the document changes."""

import re
from pathlib import Path

import pytest

from prlint.document import read
from prlint.document.word import story_of
from prlint.document.word_comments import Remark, annotated
from prlint.document.word_package import Package
from tests.document.word_files import NOTES, NUMBERING, R, box, docx, gone, ins, item, p, paragraphs_of, part, parts_of, r, rich, table

DATE, LATER = "2026-01-31T12:00:00Z", "2026-02-01T12:00:00Z"
LINES = ("HSE001 no-bandersnatch (warning)", "`x < y` & more", "Advice: be brief")


def on(data: bytes, *words: str, lines: tuple[str, ...] = LINES, tracked: str = "final") -> bytes:
    """A document with a comment on the first place of each of some words."""
    whole = read(data, tracked=tracked).text
    remarks = [Remark(whole.index(word), whole.index(word) + len(word), lines) for word in words]
    return annotated(data, remarks, DATE, tracked)


def commented(data: bytes, tracked: str = "final") -> list[str]:
    """The words that the comments of a document are on."""
    story = story_of(Package(data), tracked)
    return [story.text[start:end] for start, end in story.comments.values()]


def source(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


EVERYWHERE = [
    "Ferrant Therapeutics today",
    "Korvex®",
    "Form 10K",
    "2025",
    "& others¹",
    "1,234",
    "A boxed Form",
    "softhyphens",
    "two\nthree-f",
    "Under it",
]


@pytest.mark.parametrize("words", EVERYWHERE)
def test_a_comment_is_on_exactly_its_words_wherever_they_stand(words: str) -> None:
    copy = on(rich(), words)
    assert commented(copy) == [words]
    assert read(copy).text == read(rich()).text
    assert read(copy, tracked="original").text == read(rich(), tracked="original").text


def test_comments_may_share_touch_and_overlap_their_words() -> None:
    words = ["Ferrant", "Ferrant", "Ferrant Therapeutics", "Therapeutics Rep", " Reports", "errant"]
    copy = on(rich(), *words)
    assert sorted(commented(copy)) == sorted(words)
    assert read(copy).text == read(rich()).text


def test_every_part_and_paragraph_without_a_comment_is_byte_for_byte_the_same() -> None:
    before, after = rich(), on(rich(), "Korvex®", "1,234")
    old, new = parts_of(before), parts_of(after)
    changed = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {name for name in old if old[name] != new[name]} == changed
    assert set(new) - set(old) == {"word/comments.xml"}
    paragraphs = list(zip(paragraphs_of(before), paragraphs_of(after), strict=True))
    assert [index for index, (one, other) in enumerate(paragraphs) if one != other] == [1, 5]
    for name in changed - {"word/document.xml"}:
        added = re.sub(rb"<(?:Override|Relationship) [^>]*comments[^>]*/>", b"", new[name])
        assert added == old[name]


def test_a_run_that_is_cut_becomes_runs_of_the_same_look_and_nothing_else() -> None:
    look = "<w:b/><w:i/>"
    marks = re.sub(
        r"<w:commentRange[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>", "", source(on(docx(p(r("One two three", look))), "two"))
    )
    assert marks == source(docx(p(r("One ", look), r("two", look), r(" three", look))))


def test_a_run_that_is_cut_keeps_its_tabs_breaks_symbols_and_blanks() -> None:
    run = '<w:r><w:t>a b</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0D2"/><w:br/><w:t>c &amp; d</w:t></w:r>'
    data = docx(p(run))
    for words in ("a", " b", "b\t", "®", "\t®\n", "& d", "c &", "a b\t®\nc & d"):
        copy = on(data, words)
        assert commented(copy) == [words]
        assert read(copy).text == "a b\t®\nc & d"
        assert [source(copy).count(tag) for tag in ("<w:tab/>", "<w:sym ", "<w:br/>")] == [1, 1, 1]


def test_a_comment_on_whole_runs_cuts_none() -> None:
    copy = on(docx(p("One ", r("two"), " three")), "two")
    assert source(copy).count("<w:t ") == 3
    assert r("two") in source(copy)


def test_comments_inside_insertions_and_links_stay_inside_them() -> None:
    data = docx(p("We ", ins(r("newly added") + r(" words")), f'<w:hyperlink r:id="rId90">{r("a link")}</w:hyperlink>'))
    copy = on(data, "added words", "link")
    assert commented(copy) == ["added words", "link"]
    assert re.search(r"<w:ins [^>]*>.*commentRangeStart.*commentRangeEnd.*</w:ins>", source(copy))
    assert re.search(r"<w:hyperlink [^>]*>.*commentRangeEnd.*</w:hyperlink>", source(copy))
    assert read(copy, tracked="original").text == "We a link"


@pytest.mark.parametrize("tracked", ["original", "both"])
def test_deleted_words_can_be_commented_where_they_are_read(tracked: str) -> None:
    copy = on(docx(p("We ", gone("old and grey"), " said")), "old and", tracked=tracked)
    assert commented(copy, tracked) == ["old and"]


def test_what_may_not_be_cut_is_commented_as_a_whole() -> None:
    formula = "<m:oMath><m:r><m:t>p=0.01</m:t></m:r></m:oMath>"
    assert commented(on(docx(p("so ", formula, " then")), "0.01")) == ["p=0.01"]
    assert commented(on(docx(p("<w:r><w:t><![CDATA[one two]]></w:t></w:r>")), "two")) == ["one two"]


def test_findings_about_absent_text_are_on_the_nearest_paragraph() -> None:
    data = docx(p("First") + item("Bullet", 1) + p("Last one"), numbering=NUMBERING)
    whole = read(data).text
    remarks = [Remark(at, at, LINES) for at in (0, whole.index("•"), whole.index("•") - 1, len(whole))]
    assert commented(annotated(data, remarks, DATE)) == ["First", "First", "Bullet", "Last one"]


def test_what_stands_in_a_note_is_commented_at_its_mark_and_what_is_absent_in_the_body() -> None:
    data = docx(p("Seen", '<w:r><w:footnoteReference w:id="7"/></w:r>', " here") + p("End"), footnotes=NOTES)
    whole = read(data).text
    remarks = [Remark(whole.index("Ruiz"), whole.index("Ruiz") + 4, LINES), Remark(len(whole), len(whole), LINES)]
    copy = annotated(data, remarks, DATE)
    assert commented(copy) == ["¹", "End"]
    assert parts_of(copy)["word/footnotes.xml"] == parts_of(data)["word/footnotes.xml"]
    custom = docx(p("Seen", '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>*</w:t></w:r>'), footnotes=NOTES)
    assert commented(on(custom, "Ruiz")) == ["Seen*"]


def test_a_span_over_paragraphs_is_one_comment_and_ends_before_another_story() -> None:
    data = docx(p("One two", box(p("three"))) + p("four") + table(("five", "six")))
    whole = read(data).text
    assert commented(annotated(data, [Remark(4, whole.index("four"), LINES)], DATE)) == ["two"]
    assert commented(annotated(data, [Remark(whole.index("four"), len(whole), LINES)], DATE)) == ["four\n\nfive\tsix"]


def test_the_comment_says_who_when_and_what() -> None:
    comments = parts_of(on(docx(p("One")), "One"))["word/comments.xml"].decode()
    assert f'<w:comment w:id="0" w:author="prlint" w:date="{DATE}" w:initials="pr">' in comments
    assert re.findall(r"<w:t [^>]*>([^<]*)</w:t>", comments) == [
        "HSE001 no-bandersnatch (warning)",
        "`x &lt; y` &amp; more",
        "Advice: be brief",
    ]


def test_text_that_xml_cannot_hold_does_not_spoil_the_document() -> None:
    copy = on(docx(p("One")), "One", lines=("a\x00b\ud800c\x1b]", "<w:evil/>"))
    assert "a\ufffdb\ufffdc\ufffd]" in parts_of(copy)["word/comments.xml"].decode()
    assert read(copy).text == "One"


def test_annotating_twice_changes_nothing_whenever_it_is_done() -> None:
    data = rich()
    whole = read(data).text
    remarks = [Remark(whole.index(word), whole.index(word) + len(word), (word, "told")) for word in EVERYWHERE] + [Remark(0, 0, LINES)] * 2
    once = annotated(data, remarks, DATE)
    assert len(commented(once)) == len(remarks)
    assert annotated(once, remarks, LATER) == once


def test_comments_that_no_longer_hold_go_and_the_document_is_as_it_was_but_for_cuts() -> None:
    data = docx(p("One two three"))
    once = on(data, "two", "three")
    again = on(once, "three")
    assert commented(again) == ["three"]
    assert source(again).count("commentReference") == 1
    none = annotated(again, [], DATE)
    assert "comment" not in source(none)
    assert "<w:comment " not in parts_of(none)["word/comments.xml"].decode()
    changed = annotated(once, [Remark(4, 7, ("HSE001 no-bandersnatch (warning)", "in other words"))], DATE)
    assert (commented(changed), "be brief" in parts_of(changed)["word/comments.xml"].decode()) == (["two"], False)


THEIRS = (
    '<w:comment w:id="4" w:author="Ana Ruiz" w:date="2026-01-05T10:00:00Z">'
    '<w:p w14:paraId="0A"><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="5" w:author="prlint" w:date="2026-01-05T10:00:00Z">'
    '<w:p w14:paraId="0B"><w:r><w:t>OLD001 old</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="6" w:author="Bo Lind" w:date="2026-01-05T10:00:00Z"><w:p w14:paraId="0C"><w:r><w:t>Yes</w:t></w:r></w:p></w:comment>'
)


def around(words: str, *numbers: int) -> str:
    start = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
    end = "".join(f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>' for number in numbers)
    return start + r(words) + end


@pytest.mark.parametrize(("parent", "kept"), [("0B", {"4", "5", "6"}), ("0A", {"4", "6"})])
def test_comments_of_others_stay_and_so_does_ours_if_somebody_answered_it(parent: str, kept: set[str]) -> None:
    extended = part("x", f'<w15:commentEx w15:paraId="0C" w15:paraIdParent="{parent}" w15:done="0"/>')
    data = docx(p("Say ", around("it", 4, 5, 6), " now"), comments=part("comments", THEIRS), commentsExtended=extended)
    copy = on(data, "now")
    comments = parts_of(copy)["word/comments.xml"].decode()
    assert set(re.findall(r'<w:comment w:id="(\d+)"', comments)) == kept | {"7"}
    assert set(re.findall(r'commentReference w:id="(\d+)"', source(copy))) == kept | {"7"}
    assert THEIRS[: THEIRS.index("<w:comment", 1)] in comments


def test_an_answered_comment_is_not_repeated_when_its_advice_changes() -> None:
    extended = part("x", '<w15:commentEx w15:paraId="0C" w15:paraIdParent="0B"/>')
    data = docx(p("Say ", around("it", 4, 5, 6)), comments=part("comments", THEIRS), commentsExtended=extended)
    assert on(data, "it", lines=("OLD001 old", "new advice")) == data


def test_a_mark_that_shares_its_run_with_text_is_taken_out_alone() -> None:
    run = '<w:r><w:t>it</w:t><w:commentReference w:id="5"/></w:r>'
    shared = f'<w:commentRangeStart w:id="5"/>{run}<w:commentRangeEnd w:id="5"></w:commentRangeEnd>'
    copy = annotated(docx(p(shared), comments=part("comments", THEIRS)), [], DATE)
    assert read(copy).text == "it"
    assert "comment" not in source(copy)


def test_empty_comments_and_relations_are_filled() -> None:
    data = docx(p("One"), comments=f'<w:comments xmlns:w="{part("x", "").split(chr(34))[5]}"/>')
    assert commented(on(data, "One")) == ["One"]
    bare = docx(
        p("One"),
        extra={"word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'},
    )
    copy = on(bare, "One")
    assert commented(copy) == ["One"]
    assert f'Id="rId1" Type="{R}/comments" Target="comments.xml"' in parts_of(copy)["word/_rels/document.xml.rels"].decode()
    taken = docx(p("One"), extra={"word/comments.xml": "not ours"})
    assert parts_of(on(taken, "One"))["word/comments.xml"] == b"not ours"


def test_a_document_with_prefixes_of_its_own_keeps_them() -> None:
    body = docx(p("One two"), comments=part("comments", ""))
    other = {
        name: data.replace(b"<w:", b"<q:").replace(b"</w:", b"</q:").replace(b" w:", b" q:").replace(b"xmlns:w=", b"xmlns:q=")
        for name, data in parts_of(body).items()
    }
    copy = on(docx("<?xml", comments="", extra=dict(other)), "two")
    assert commented(copy) == ["two"]
    assert "<q:commentRangeStart q:id=" in source(copy)
    assert b"<w:" not in parts_of(copy)["word/comments.xml"]
    default = (
        source(docx(p("One two")))
        .replace("<w:", "<")
        .replace("</w:", "</")
        .replace("xmlns:w=", "xmlns=")
        .replace(' xml:space="preserve"', "")
    )
    assert commented(on(docx(default), "two")) == ["two"]


def test_word_libraries_open_the_copy(tmp_path: Path) -> None:
    docx_library = pytest.importorskip("docx")
    (tmp_path / "copy.docx").write_bytes(on(rich(), *EVERYWHERE))
    opened = docx_library.Document(tmp_path / "copy.docx")
    assert [comment.author for comment in opened.comments] == ["prlint"] * len(EVERYWHERE)
    assert [comment.paragraphs[1].text for comment in opened.comments] == ["`x < y` & more"] * len(EVERYWHERE)
