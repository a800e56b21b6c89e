"""Registry numbers of trials, where the examples of their rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

LEAD = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today "

ENROLLS = "Ferrant Bio Enrolls Patients in Lupus Trial"
# So much is said of medicine in a release about it.
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the disease "
    "of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical care live longer."
)


def found(code: str, headline: str, *paragraphs: str) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from({}))
    return findings_of(rule, release) if applies(rule, release.profile) else []


def test_a_result_is_placed_at_the_trial_that_the_headline_names() -> None:
    lead = LEAD + "announced topline results of LYRA in patients with lupus."
    (finding,) = found("TRL001", "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial in Lupus", lead)
    assert (finding.quote, finding.section) == ("Phase 2", "headline")


def test_where_no_sentence_names_the_trial_with_its_result_the_announcement_is_the_place() -> None:
    lead = LEAD + "reported topline results in patients with lupus. Ferrant will begin a Phase 3 trial."
    (finding,) = found("TRL001", "Ferrant Bio Reports Positive Topline Results in Lupus", lead)
    assert "reported topline results" in finding.quote


@pytest.mark.parametrize("number", ["NCT01234567", "ISRCTN12345678", "jRCT2031230001", "EudraCT 2019-001234-56", "ACTRN12620000000123"])
def test_a_number_of_any_registry_is_enough(number: str) -> None:
    lead = LEAD + f"announced topline results of LYRA ({number}) in patients with lupus."
    assert found("TRL001", "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial in Lupus", lead) == []


def test_studies_of_volunteers_and_animals_need_no_number() -> None:
    lead = LEAD + "announced that the first participant was dosed in a Phase 1 study in healthy volunteers."
    assert found("TRL001", "Ferrant Bio Doses First Participant in Phase 1 Study in Healthy Volunteers", lead) == []


def test_a_pipeline_told_with_a_quarter_needs_no_number() -> None:
    lead = LEAD + "reported financial results for the third quarter. The Phase 2 LYRA trial showed a response in 34% of patients."
    assert found("TRL001", "Ferrant Bio Reports Third Quarter 2026 Financial Results", lead) == []


@pytest.mark.parametrize("written", ["nct01234567", "NCT-01234567", "NCT#01234567", "NCT: 01234567"])
def test_a_number_with_all_its_digits_is_respelled_safely(written: str) -> None:
    (finding,) = found("TRL002", ENROLLS, LEAD + f"said that patients enroll in the trial {written} now.")
    assert finding.quote == written
    assert [(edit.text, edit.safe) for edit in finding.edits] == [("NCT01234567", True)]


@pytest.mark.parametrize(("written", "digits"), [("NCT0123456", "not 7"), ("NCT012345678", "not 9"), ("NCT 0123456", "not 7")])
def test_a_number_with_digits_missing_or_to_spare_is_an_error_without_a_fix(written: str, digits: str) -> None:
    (finding,) = found("TRL002", ENROLLS, LEAD + f"said that patients enroll in the trial {written} now.")
    assert finding.severity == "error"
    assert finding.message.endswith(digits)
    assert finding.edits == ()


def test_a_number_that_no_trial_can_have_yet_is_an_info() -> None:
    (finding,) = found("TRL002", ENROLLS, LEAD + "said that patients enroll in the trial NCT91234567 now.")
    assert finding.severity == "info"


def test_a_line_break_in_a_number_is_the_wire_s_doing() -> None:
    assert found("TRL002", ENROLLS, LEAD + "said that patients enroll in the trial NCT\n01234567 now.") == []
