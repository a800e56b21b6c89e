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
    text = f"{NEWS}\nSafe Harbor Statement\n\nThe LYRA trial may enroll slowly, and actual results may differ materially.\n"
    (finding,) = found("SHR002", text)
    assert finding.quote.startswith("The LYRA trial may enroll slowly")


def test_caution_without_a_heading_that_identifies_nothing_is_reported_too() -> None:
    (finding,) = found("SHR002", f"{NEWS}\nBecause of risks in the LYRA trial, actual results may differ materially.\n")
    assert finding.quote.startswith("Because of risks")
    assert not found("SHR002", f"{NEWS}\nThe actual results are in the table.\n")


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


def legend(text: str, ticker: str = "(Nasdaq: FRNT)") -> str:
    return f"""Ferrant Therapeutics Completes Enrollment

BOSTON, May 20, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. {ticker} expects to report data from the LYRA trial in 2028.

Forward-Looking Statements

{text}
"""


def test_an_issuer_that_may_have_shareholders_is_told_as_an_info() -> None:
    text = NEWS.replace(" (Nasdaq: FRNT)", "") + "\nInvestor Relations: Jo Lind\n"
    assert [finding.severity for finding in found("SHR001", text)] == ["info"]
    assert not found("SHR001", text, company={"issuer": "private"})
    assert not found("SHR001", NEWS.replace(" (Nasdaq: FRNT)", ""))


def test_good_will_without_a_subject_and_equity_that_vests_are_no_error() -> None:
    opening = NEWS.split("Ferrant expects", maxsplit=1)[0]
    assert [finding.severity for finding in found("SHR001", f"{opening}We will remain true to our values.\n")] == ["info"]
    assert not found("SHR001", f"{opening}The options will vest over four years.\n")


@pytest.mark.parametrize(
    "empty",
    [
        "These forward-looking statements involve known and unknown risks and other factors that may cause actual results to differ.",
        "Forward-looking statements are subject to risks, including those under “Risk Factors” in Ferrant’s Form 10-K.",
        "Forward-looking statements are subject to risks. Risks concerning our business are described in our Form 10-K.",
        "Forward-looking statements may not be achieved. We undertake no obligation to update them as a result of new information.",
    ],
)
def test_a_legend_that_only_says_that_there_are_risks_names_none(empty: str) -> None:
    (finding,) = found("SHR003", legend(empty))
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "named",
    [
        "Forward-looking statements involve risks related to clinical studies, and their timing.",
        "Factors that could cause results to differ include competition.",
        "These forward-looking statements depend on whether the FDA agrees with our plans.",
        "This release contains forward-looking statements. Enrollment in the LYRA trial may be slower than we think.",
        "Forward-looking statements are subject to risks, including:\n\n- slow enrollment in the LYRA trial;\n- a failed inspection.",
        "Forward-looking statements are subject to factors such as:\n\nCompetition;\n\nSlow enrollment; and\n\nThe cost of goods.",
        "Forward-looking statements involve the risks described below in the section “Cautions”.",
    ],
)
def test_a_legend_that_names_one_factor_is_enough_here(named: str) -> None:
    assert not found("SHR003", legend(named))


def test_a_list_of_what_the_statements_are_about_names_no_factor() -> None:
    text = "These forward-looking statements include statements about:\n\n- the LYRA trial;\n- our supplier.\n\nThey involve risks."
    assert found("SHR003", legend(text))


def test_a_notice_beside_the_legend_names_no_factor_for_it() -> None:
    text = legend("These are forward-looking statements, which involve risks.\n\nOur website depends on the weather in Boston.")
    assert found("SHR003", text)


def test_a_legend_of_an_unlisted_issuer_that_claims_the_statute_is_a_warning() -> None:
    empty = "These are forward-looking statements under the Private Securities Litigation Reform Act of 1995. They involve risks."
    assert [finding.severity for finding in found("SHR003", legend(empty, ticker=""))] == ["warning"]
    assert [finding.severity for finding in found("SHR003", legend(empty, ticker="(OTCQB: FRNT)"))] == ["error"]
    assert not found("SHR003", legend("These are forward-looking statements. They involve risks.", ticker=""))


CLAIM = "These are forward-looking statements under the Private Securities Litigation Reform Act of 1995. The LYRA trial may fail."


def test_the_safe_harbor_is_not_there_for_an_initial_public_offering() -> None:
    text = legend(CLAIM).replace("Completes Enrollment", "Announces Pricing of Initial Public Offering")
    text = text.replace(
        "expects to report", "today announced the pricing of its initial public offering of common stock. It expects to report"
    )
    (finding,) = found("SHR009", text)
    assert (finding.severity, "initial public offering" in finding.message) == ("error", True)
    assert not found("SHR009", text + "\nThe safe harbor does not apply to the offering.\n")


def test_an_over_the_counter_quotation_does_not_end_the_safe_harbor() -> None:
    assert not found("SHR009", legend(CLAIM, ticker="(OTCQB: FRNT)"))
    assert [finding.severity for finding in found("SHR009", legend(CLAIM, ticker=""))] == ["warning"]
    (finding,) = found("SHR009", legend(CLAIM), company={"issuer": "not-reporting"})
    assert finding.severity == "error"


def test_what_a_legend_lists_as_its_subject_is_no_caution() -> None:
    news = legend(
        "These forward-looking statements include statements regarding our cash runway. Risks include that the LYRA trial may fail."
    )
    news = news.replace("expects to report data from the LYRA trial in 2028.", "expects its cash to fund operations into 2029.")
    (finding,) = found("SHR006", news)
    assert (finding.severity, "(funding)" in finding.message) == ("warning", True)
    assert not found("SHR006", news.replace("may fail", "may cost more than our capital allows"))


def test_one_finding_a_topic_shows_the_other_predictions() -> None:
    text = NEWS.replace("We plan to submit", "We expect further results in 2029. We plan to submit")
    text = f"{text}\nForward-Looking Statements\n\nThese are forward-looking statements. Risks include a strike and laws.\n"
    (finding,) = found("SHR006", text)
    assert "(data timing)" in finding.message


@pytest.mark.parametrize(
    ("factors", "generic"),
    [
        ("competition and economic conditions", True),
        ("competition and slow enrollment", True),
        ("slow enrollment and failing suppliers", False),
        ("slow sales in psoriasis", False),
        ("a delay of 12 months", False),
        ("competition, and those described under “Risk Factors” in our Form 10-K for 2026", True),
    ],
)
def test_a_factor_of_the_companys_own_makes_a_legend_specific(factors: str, generic: bool) -> None:
    text = legend(f"This release contains forward-looking statements. Factors that could cause results to differ include {factors}.")
    assert bool(found("SHR004", text)) is generic
