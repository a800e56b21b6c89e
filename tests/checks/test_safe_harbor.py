"""The cautionary statement, where the examples of its rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

NEWS = """Ferrant Therapeutics Completes Enrollment

BOSTON, May 20, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (Nasdaq: FRNT) today announced that enrollment in LYRA is complete.

Ferrant expects to report topline data from the trial in the first half of 2028. We plan to submit an application to the FDA in 2029.
"""


def found(code: str, text: str, **told: object) -> list[Finding]:
    rule = load_rules().rule(code)
    return findings_of(rule, parse(read(text.encode(), "release.txt"), settings_from(told)))


def replaced(text: str, finding: Finding) -> str:
    (edit,) = finding.edits
    return text[: edit.start] + edit.text + text[edit.end :]


def test_a_missing_safe_harbor_is_placed_at_the_end_and_shows_the_statements() -> None:
    (finding,) = found("SHR001", NEWS)
    assert finding.start == finding.end == len(NEWS.rstrip())
    assert [NEWS[place.start : place.end].split(maxsplit=1)[0] for place in finding.related] == ["Ferrant", "We"]


def test_a_cautionary_sentence_without_a_heading_is_a_safe_harbor() -> None:
    assert not found("SHR001", f"{NEWS}\nThe foregoing includes forward-looking statements, which may prove wrong.\n")


def test_a_section_that_does_not_identify_its_statements_is_reported_at_its_text() -> None:
    text = f"{NEWS}\nCautionary Note\n\nThe LYRA trial may enroll slowly, and actual results may differ materially.\n"
    (finding,) = found("SHR002", text)
    assert finding.quote.startswith("The LYRA trial may enroll slowly")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("the Private Securities Litigation Reform Act of 1996", "the Private Securities Litigation Reform Act of 1995"),
        ("the Private Securities Litigation Act", "the Private Securities Litigation Reform Act"),
        ("the Private Securities Litigation Reform of 1995", "the Private Securities Litigation Reform Act of 1995"),
        ("Section 21(E) of the Securities Exchange Act of 1934", "Section 21E of the Securities Exchange Act of 1934"),
        ("Section 27 A of the Securities Act of 1933", "Section 27A of the Securities Act of 1933"),
        ("Section 27A of the Securities Act of 1934", "Section 27A of the Securities Act of 1933"),
        (
            "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Act of 1934",
            "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Exchange Act of 1934",
        ),
    ],
)
def test_a_citation_with_one_reading_is_mended_safely(wrong: str, right: str) -> None:
    (finding,) = found("SHR008", wrong)
    assert finding.severity == "error"
    assert finding.edits[0].safe
    assert replaced(wrong, finding) == right


def test_a_section_alone_does_not_tell_whether_it_or_its_act_is_wrong() -> None:
    (finding,) = found("SHR008", "within the meaning of Section 21E of the Securities Act of 1933")
    assert not finding.edits[0].safe


def test_a_list_of_sections_before_one_act_is_reported_without_a_mend() -> None:
    (finding,) = found("SHR008", "Sections 27A and 21E of the Securities Exchange Act of 1934")
    assert finding.quote == "Sections 27A and 21E of the Securities Exchange Act of 1934"
    assert not finding.edits


def test_another_section_of_the_acts_is_wrong_in_a_legend_only() -> None:
    cited = "within the meaning of Section 21A of the Securities Exchange Act of 1934"
    assert found("SHR008", f"{NEWS}\nForward-Looking Statements\n\nThese are forward-looking statements {cited}.\n")
    assert not found("SHR008", f"A person was fined {cited}.")


@pytest.mark.parametrize(
    "right",
    [
        "Sections 27A and 21E of the Securities Act of 1933 and the Securities Exchange Act of 1934, respectively",
        "Section 21E of the Exchange Act, the Securities Act and the Litigation Reform Act of 1995",
        "Section 13(a) of the Securities Exchange Act of 1934 and the Commodity Exchange Act of 1936",
        "the United States Private Securities Litigation Reform Act of 1995, as amended",
        "the Securities Act (Ontario) and the Securities Litigation Uniform Standards Act of 1998",
    ],
)
def test_a_right_citation_is_not_reported(right: str) -> None:
    assert not found("SHR008", f"This release contains forward-looking statements under {right}.")
