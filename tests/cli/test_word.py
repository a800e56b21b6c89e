"""`--tracked`, `--annotate` and `fix -o`: what is written of a Word document, where, and what is told."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from prlint.document import read
from tests.cli.conftest import Run
from tests.document.word_files import MACRO_TYPE, SEED, docx, gone, ins, p, parts_of, r, rich

ONLY = ("--select", "SEC003")
FORM = p("See our ", ins(r("Form")), " 10K for the risks.")


@pytest.fixture
def drafts(desk: Path) -> Path:
    """A desk with the built-in rules."""
    (desk / "prlint.toml").write_text("", encoding="utf-8")
    return desk


def write(folder: Path, data: bytes, name: str = "draft.docx") -> bytes:
    (folder / name).write_bytes(data)
    return data


def comments(file: Path) -> list[str]:
    return re.findall(r"<w:t [^>]*>([^<]*)</w:t>", parts_of(file.read_bytes()).get("word/comments.xml", b"").decode())


def test_findings_name_the_paragraph(drafts: Path, prlint: Run) -> None:
    write(drafts, docx(p("A headline of it") + "<w:p/>" + FORM))
    outcome = prlint("draft.docx", *ONLY, "--output-format", "concise")
    assert outcome.status == 1
    assert re.match(r"draft\.docx: ?paragraph 2\b.*: warning SEC003", outcome.out)


@pytest.mark.parametrize(("tracked", "status"), [("final", 1), ("original", 0), ("both", 1)])
def test_tracked_says_which_text_is_checked(drafts: Path, prlint: Run, tracked: str, status: int) -> None:
    write(drafts, docx(FORM))
    assert prlint("check", "draft.docx", *ONLY, "--tracked", tracked).status == status


def test_facts_are_those_of_the_text_that_is_wanted(drafts: Path, prlint: Run) -> None:
    write(drafts, docx(p("Data are due on ", gone("May 4, 2027"), ins(r("May 5, 2027")), ".")))
    final, original = prlint("facts", "draft.docx").out, prlint("facts", "--tracked", "original", "draft.docx").out
    assert ("May 5, 2027" in final, "May 4, 2027" in final) == (True, False)
    assert ("May 5, 2027" in original, "May 4, 2027" in original) == (False, True)


def test_a_record_of_the_original_text_is_verified_with_it(drafts: Path, prlint: Run) -> None:
    write(drafts, docx(p("See our ", gone("Form 10K"), ins(r("Form 10-K")), ".")))
    assert prlint("check", "draft.docx", *ONLY, "--tracked", "original", "--record", "review.json").status == 1
    assert prlint("verify", "review.json").status == 0


def test_what_waive_finds_in_a_word_document_is_named_by_paragraph(drafts: Path, prlint: Run) -> None:
    write(drafts, docx(FORM + p("And our Form 20F.")))
    told = prlint("waive", "draft.docx", "SEC003", "--reason", "known")
    assert (told.status, "(paragraph 1, paragraph 2)" in told.err) == (2, True)


@pytest.mark.parametrize("command", [("check", "draft.docx", "--annotate"), ("fix", "draft.docx", "-o")])
def test_a_copy_is_written_over_no_file_that_is_no_word_document(drafts: Path, prlint: Run, command: tuple[str, ...]) -> None:
    write(drafts, docx(FORM))
    (drafts / "notes.txt").write_text("Ask counsel.", encoding="utf-8")
    told = prlint(*command, "notes.txt", *ONLY)
    assert (told.status, "notes.txt" in told.err and "is there already and is no Word document" in told.err) == (2, True)
    assert (drafts / "notes.txt").read_text(encoding="utf-8") == "Ask counsel."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize(
    "command",
    [
        ("check", "draft.docx", "--annotate", "/dev/full"),
        ("check", "draft.docx", "--record", "/dev/full"),
        ("fix", "draft.docx", "-o", "/dev/full"),
        ("baseline", "draft.docx", "--baseline", "/dev/full"),
    ],
)
def test_a_device_without_end_is_written_to_and_never_read(drafts: Path, prlint: Run, command: tuple[str, ...]) -> None:
    write(drafts, docx(FORM))
    told = prlint(*command)
    assert (told.status, "/dev/full" in told.err, "Traceback" in told.err) == (2, True, False)


@pytest.mark.parametrize("command", [("check", "draft.docx", "--annotate", "a.docx"), ("fix", "draft.docx", "-o", "a.docx")])
def test_a_report_is_not_written_over_the_copy_of_the_run(drafts: Path, prlint: Run, command: tuple[str, ...]) -> None:
    write(drafts, docx(FORM))
    told = prlint(*command, "--output", "html=a.docx")
    assert (told.status, (drafts / "a.docx").exists()) == (2, False)


def test_annotate_writes_a_copy_and_reports_as_ever(drafts: Path, prlint: Run) -> None:
    data = write(drafts, docx(FORM))
    plain, outcome = prlint("draft.docx", *ONLY), prlint("draft.docx", *ONLY, "--annotate", "reviewed.docx")
    assert (outcome.out, outcome.status) == (plain.out, 1)
    assert outcome.err == "prlint: reviewed.docx: 1 finding as comments\n"
    assert (drafts / "draft.docx").read_bytes() == data
    heading, clause, *more = comments(drafts / "reviewed.docx")
    assert (heading, clause) == ("SEC003 sec-nomenclature (warning)", "`Form 10K` is not the name; write `Form 10-K`")
    assert [line.split(":")[0] for line in more] == ["Authority", "Advice"]


def test_annotating_what_was_annotated_gives_the_same_bytes(drafts: Path, prlint: Run) -> None:
    write(drafts, rich())
    for source, target in (("draft", "once"), ("once", "twice"), ("draft", "once")):
        assert prlint(f"{source}.docx", "--annotate", f"{target}.docx", "-q").status == 1
    assert len(comments(drafts / "twice.docx")) > 6
    assert comments(drafts / "once.docx") == comments(drafts / "twice.docx")


def test_a_document_without_findings_is_copied_as_it_is(drafts: Path, prlint: Run) -> None:
    data = write(drafts, docx(p("Nothing to see.")))
    assert prlint("draft.docx", *ONLY, "--annotate", "copy.docx").status == 0
    assert (drafts / "copy.docx").read_bytes() == data


def test_waived_findings_are_no_comments(drafts: Path, prlint: Run) -> None:
    data = write(drafts, docx(FORM))
    waiver = '[[waiver]]\ncode = "SEC003"\nfile = "draft.docx"\nquote = "Form 10K"\nreason = "a title"\n'
    (drafts / "prlint-waivers.toml").write_text(waiver, encoding="utf-8")
    assert prlint("draft.docx", *ONLY, "--annotate", "copy.docx").status == 0
    assert (drafts / "copy.docx").read_bytes() == data


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("draft.docx", "--annotate", "draft.docx"), "never writes over the document"),
        (("draft.docx", "--annotate", "./link.docx"), "never writes over the document"),
        (("draft.docx", "other.txt", "--annotate", "copy.docx"), "name one file"),
        (("-", "--annotate", "copy.docx"), "name one file"),
        (("other.txt", "--annotate", "copy.docx"), "is no Word document"),
        (("draft.docx", "--annotate", "no/such/copy.docx"), "cannot be written"),
        (("draft.docx", "--annotate", ""), "it is empty"),
        (("draft.docx", "--annotate", "copy.docx", "--fix"), "without --annotate and --tracked"),
        (("fix", "draft.docx", "--tracked", "original", "-o", "copy.docx"), "without --annotate and --tracked"),
        (("fix", "draft.docx"), "never changed in place; `-o FILE`"),
        (("check", "draft.docx", "--unsafe-fixes"), "never changed in place; `-o FILE`"),
        (("fix", "draft.docx", "-o", "draft.docx"), "name another file"),
        (("fix", "draft.docx", "-o", "link.docx"), "name another file"),
        (("fix", "draft.docx", "other.txt", "-o", "copy.docx"), "name one file"),
        (("check", "draft.docx", "-o", "copy.docx"), "-o names the file that --fix writes"),
        (("fix", "draft.docx", "-o", "no/such/copy.docx"), "cannot be written"),
        (("macros.docm", "--annotate", "copy.docx"), "must end in .docm"),
        (("fix", "macros.docm", "-o", "copy.docx"), "must end in .docm"),
        (("old.doc",), "an old Word document (.doc) or an encrypted Office file"),
        (("torn.docx",), "damaged or truncated"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line_and_nothing_is_written(
    drafts: Path, prlint: Run, arguments: tuple[str, ...], told: str
) -> None:
    data = write(drafts, docx(FORM))
    write(drafts, docx(FORM, type_=MACRO_TYPE), "macros.docm")
    write(drafts, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old.doc")
    write(drafts, data[:600], "torn.docx")
    (drafts / "other.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    (drafts / "link.docx").symlink_to("draft.docx")
    outcome = prlint(*arguments, *ONLY)
    assert outcome.status == 2
    assert told in outcome.err
    assert (drafts / "draft.docx").read_bytes() == data
    assert not (drafts / "copy.docx").exists()


def test_a_document_with_macros_is_copied_under_its_own_kind_of_name(drafts: Path, prlint: Run) -> None:
    write(drafts, docx(FORM, type_=MACRO_TYPE, extra={"word/vbaProject.bin": b"Sub AutoOpen()"}), "macros.docm")
    assert prlint("macros.docm", *ONLY, "--annotate", "copy.docm").status == 1
    assert parts_of((drafts / "copy.docm").read_bytes())["word/vbaProject.bin"] == b"Sub AutoOpen()"


def test_fix_writes_a_copy_with_tracked_changes(drafts: Path, prlint: Run) -> None:
    data = write(drafts, docx(FORM))
    outcome = prlint("fix", "draft.docx", "-o", "fixed.docx", *ONLY)
    assert outcome.status == 0
    assert outcome.out.splitlines()[-1].endswith("1 fixed")
    assert (drafts / "draft.docx").read_bytes() == data
    fixed = (drafts / "fixed.docx").read_bytes()
    assert read(fixed).text == "See our Form 10-K for the risks."
    assert read(fixed, tracked="original").text == "See our  10K for the risks."
    assert prlint("fix", "fixed.docx", "-o", "again.docx", *ONLY).status == 0
    assert (drafts / "again.docx").read_bytes() == fixed


def test_fix_of_text_may_be_written_elsewhere_too(drafts: Path, prlint: Run) -> None:
    (drafts / "release.txt").write_text("See our Form 10K.\n", encoding="utf-8")
    assert prlint("fix", "release.txt", "-o", "fixed.txt", *ONLY).status == 0
    assert (drafts / "release.txt").read_text() == "See our Form 10K.\n"
    assert (drafts / "fixed.txt").read_text() == "See our Form 10-K.\n"


def test_diff_shows_what_would_be_fixed_in_word(drafts: Path, prlint: Run) -> None:
    write(drafts, docx(FORM))
    outcome = prlint("check", "--diff", "draft.docx", *ONLY)
    assert (outcome.status, "+See our Form 10-K for the risks." in outcome.out) == (1, True)


def test_a_fix_that_word_cannot_take_is_left_with_a_note(drafts: Path, prlint: Run) -> None:
    split = p("See our Form", "<m:oMath><m:r><m:t> 10K</m:t></m:r></m:oMath>", gone("x"), " for the risks.")
    write(drafts, docx(split))
    outcome = prlint("fix", "draft.docx", "-o", "fixed.docx", *ONLY)
    assert outcome.status == 1
    assert "is left: its words are not all in one paragraph of the text" in outcome.err


@pytest.fixture
def seed(drafts: Path) -> Path:
    """The seed as text and, by a library, as Word."""
    library = pytest.importorskip("docx")
    document = library.Document()
    for line in SEED.read_text(encoding="utf-8").split("\n\n"):
        document.add_paragraph(line)
    document.save(str(drafts / "seed.docx"))
    shutil.copy(SEED, drafts / "seed.txt")
    return drafts


def found(prlint: Run, name: str) -> list[tuple[str, str]]:
    import json

    (file,) = json.loads(prlint("check", name, "--output-format", "json").out)["files"]
    return [(finding["code"], finding["quote"]) for finding in file["findings"]]


def test_the_seed_in_word_has_the_findings_of_the_seed(seed: Path, prlint: Run) -> None:  # noqa: ARG001 - the current folder
    assert found(prlint, "seed.docx") == found(prlint, "seed.txt")
    assert len(found(prlint, "seed.txt")) > 10


needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")


def resaved(file: Path) -> Path:
    """A document as LibreOffice writes it."""
    out = file.parent / "office"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{file.stem}.docx"


@needs_office
@pytest.mark.slow
def test_the_seed_in_word_by_libreoffice_has_the_findings_of_the_seed(seed: Path, prlint: Run) -> None:
    shutil.move(resaved(seed / "seed.txt"), seed / "office.docx")
    assert found(prlint, "office.docx") == found(prlint, "seed.txt")


@needs_office
@pytest.mark.slow
def test_libreoffice_opens_annotated_and_fixed_documents_and_keeps_what_they_say(drafts: Path, prlint: Run) -> None:
    body = p("We ", ins(r("see")), gone("saw"), " our Form 10K and our Form 10Q.") + p("See our Form 8K.")
    write(drafts, docx(body))
    prlint("draft.docx", *ONLY, "--annotate", "reviewed.docx")
    prlint("fix", "draft.docx", *ONLY, "-o", "fixed.docx")
    reviewed, fixed = (resaved(drafts / name) for name in ("reviewed.docx", "fixed.docx"))
    assert [line for line in comments_of_office(reviewed) if line.startswith("SEC003")] == ["SEC003 sec-nomenclature (warning)"] * 3
    for tracked in ("final", "original"):
        assert read(fixed, tracked=tracked).text == read(drafts / "fixed.docx", tracked=tracked).text
    assert "10-K" in read(fixed).text
    assert "10K" in read(fixed, tracked="original").text


def comments_of_office(file: Path) -> list[str]:
    xml = parts_of(file.read_bytes())["word/comments.xml"].decode()
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", line)) for line in re.findall(r"<w:p>.*?</w:p>", xml)]
