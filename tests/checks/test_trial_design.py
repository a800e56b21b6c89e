"""How trials are told, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse
from prlint.release.model import Release

HEADLINE = "Ferrant Bio Reports Topline Results of LYRA Trial of FTX-204 in Lupus"
LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of the LYRA trial "
    "in adults with lupus."
)

# So much is said of medicine in a release about it.
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the "
    "disease of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical "
    "care live longer."
)


def release(*paragraphs: str, headline: str = HEADLINE) -> Release:
    return parse(read("\n\n".join((headline, LEAD, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from({}))


def found(code: str, *paragraphs: str, headline: str = HEADLINE) -> list[Finding]:
    rule, told = load_rules().rule(code), release(*paragraphs, headline=headline)
    return findings_of(rule, told) if applies(rule, told.profile) else []


def mended(finding: Finding, text: str) -> str:
    for edit in sorted(finding.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "number",
    [
        "EudraCT number: 2019-01234-56",
        "EudraCT No. 2019-0012345-56",
        "EudraCT 2019–001234–567",
        "EU CT Number 2023-512345-1-00",
        "CTIS 2023-51234-12-00",
    ],
)
def test_a_european_number_of_another_shape_is_a_warning(number: str) -> None:
    (finding,) = found("TRL003", f"The trial is registered ({number}).")
    assert finding.severity == "warning"
    assert number.endswith(finding.quote)


@pytest.mark.parametrize(
    "number",
    [
        "EudraCT number: 2019-001234-56",
        "EudraCT 2019 – 001234 – 56",
        "EUCT 2023-512345-12-00",
        "EU CT number 2023-512345-12",
        "CTIS, launched 2022-2023",
    ],
)
def test_a_european_number_in_its_shape_is_no_finding(number: str) -> None:
    assert found("TRL003", f"The trial is registered ({number}).") == []


def test_a_number_of_the_older_register_under_the_name_of_the_newer_is_an_info() -> None:
    (finding,) = found("TRL003", "The trial is registered (EU CT 2019-001234-56).")
    assert (finding.severity, finding.quote) == ("info", "2019-001234-56")
    assert "of the form of a EudraCT number" in finding.message


def test_the_numerals_that_are_used_less_are_all_respelled_in_one_finding() -> None:
    told = release("The Phase 2 trial ended. A Phase IIb and a Phase III trial follow. Phase 2 and Phase 1 data are at hand.")
    (finding,) = findings_of(load_rules().rule("TRL004"), told)
    assert finding.quote == "Phase IIb"
    assert "A Phase 2b and a Phase 3 trial follow" in mended(finding, told.text)
    assert all(edit.safe for edit in finding.edits)
    assert finding.related[0].label == "written so here"


def test_arabic_numerals_among_roman_ones_become_roman() -> None:
    told = release("The Phase I trial and the Phase II trial ended. A Phase 3/4 trial follows.")
    (finding,) = findings_of(load_rules().rule("TRL004"), told)
    assert "A Phase III/IV trial follows" in mended(finding, told.text)


def test_a_short_form_counts_only_with_a_digit_and_beside_the_long_form() -> None:
    assert found("TRL004", "Ph2 has begun.") == []
    assert found("TRL004", "PhI is a toxin. The Phase 2 trial has begun.") == []
    (finding,) = found("TRL004", "Ph2 has begun. The Phase 2 trial follows a plan.")
    assert finding.edits[0].text == "Phase 2"


def test_capitals_of_titles_and_names_are_no_drift_of_letters() -> None:
    text = "In the phase 2 trial, patients improved. Results of the Phase 2 LYRA Trial were shown.\n\nPhase 2 Data\n\nPhase 2 data follow."
    assert found("TRL004", text) == []


def test_letters_that_differ_inside_sentences_are_one_finding() -> None:
    told = release("Patients of the phase 2 trial enter the Phase 3 trial. Then the Phase 2 trial ends.")
    (finding,) = findings_of(load_rules().rule("TRL004"), told)
    assert finding.quote == "phase 2"
    assert "Patients of the Phase 2 trial" in mended(finding, told.text)


@pytest.mark.parametrize(
    "text",
    [
        "The Phase III Study of FTX-204 was its title.",
        "The label says “Phase III” now.",
        "The Phase IV commitment is met.",
        "A poster, titled Phase III Results in Lupus, was shown.",
        "References\n\n1. Ruiz A. A Phase III trial of FTX-204. 2019.",
        "See ferrant.example/phase-ii for more.",
    ],
)
def test_titles_quotations_and_references_may_count_phases_otherwise(text: str) -> None:
    assert found("TRL004", "The Phase 2 trial has begun. The Phase 2 data follow.", text) == []


def test_the_description_of_another_company_may_count_phases_otherwise() -> None:
    own = "About Ferrant Bio\n\nFerrant Bio, Inc. makes medicines. Its Phase 2 trial has begun."
    other = "About Herlenta\n\nHerlenta AG makes tests. Its Phase III trial has begun."
    assert found("TRL004", own, other) == []


def test_the_announcement_is_the_place_of_missing_elements() -> None:
    (finding,) = found("TRL005", "The trial met its primary endpoint.")
    assert finding.severity == "info"
    assert finding.section == "lead"
    assert finding.message.count(",") == 2


def test_one_missing_element_is_no_finding() -> None:
    assert found("TRL005", "The Phase 2, randomized, double-blind, placebo-controlled trial met its primary endpoint.") == []


def test_what_is_projected_or_at_baseline_is_no_comparator() -> None:
    text = "In this Phase 2 trial, 40 adults had a disease score of 4 compared to 7 at baseline, and 2 visits vs. 5 projected."
    (finding,) = found("TRL005", text)
    assert "allocation and blinding and comparator" in finding.message


def test_the_trial_of_a_device_has_no_phase() -> None:
    text = "The Marlin device is a medical device. The device system and the device are implanted in 40 patients versus sham."
    (finding,) = found("TRL005", "The trial met its endpoint.", headline="Ferrant Bio Reports Topline Results of LYRA Trial in Lupus")
    assert "phase" in finding.message
    told = found("TRL005", text, headline="Ferrant Bio Reports Topline Results of LYRA Trial of Marlin Device System in Lupus")
    assert told == []


def test_results_that_a_quarter_recalls_need_no_design() -> None:
    assert found("TRL005", "The trial met its endpoint.", headline="Ferrant Bio Reports Third Quarter 2026 Financial Results") == []


@pytest.mark.parametrize(
    "text",
    [
        "A total of 240 patients were randomized. Of the 212 patients analyzed, 40% responded.",
        "LYRA randomized 1,240 adults. The primary analysis included 1,101 adults.",
        "LYRA enrolled 240 adults. Results are based on 201 patients.",
    ],
)
def test_a_smaller_analysis_without_a_name_is_found_with_the_number_taken_in(text: str) -> None:
    (finding,) = found("TRL006", text)
    assert finding.related[0].label == "taken into the trial"


@pytest.mark.parametrize(
    "text",
    [
        "LYRA enrolled 240 adults. The analysis included 240 adults.",
        "LYRA enrolled 240 adults. The interim analysis included 212 patients.",
        "LYRA enrolled 240 adults. The analysis included 212 patients who completed Week 12.",
        "LYRA enrolled 240 adults and LYRA-2 enrolled 300 patients. The analysis included 212 adults.",
        "LYRA enrolled 240 adults. In all, 30 patients were included in the analysis.",
        "LYRA will enroll 240 patients. The analysis included 212 patients.",
    ],
)
def test_an_analysis_that_is_whole_named_or_of_another_trial_is_no_finding(text: str) -> None:
    assert found("TRL006", text) == []


@pytest.mark.parametrize(
    ("design", "result", "arm"),
    [
        ("Patients were assigned to 5 mg, 10 mg or placebo.", "The 10 mg group lost 5% (p=0.01).", "5 mg"),
        ("The trial compared a 300 mg dose and a 600 mg dose with placebo.", "On 600 mg, 41% responded and 20% on placebo.", "300 mg"),
        (
            "The primary endpoint was the change at 0.25 and 0.5 mg.",
            "The change was 31% with 0.25 mg and 10% on placebo (p=0.02).",
            "0.5 mg",
        ),
    ],
)
def test_a_dose_that_is_not_heard_of_again_is_named(design: str, result: str, arm: str) -> None:
    (finding,) = found("TRL007", design, result)
    assert f"tested {arm}," in finding.message


@pytest.mark.parametrize(
    "result",
    [
        "Both doses improved sleep (p=0.01). The 10 mg dose lost 5%.",
        "With 5 mg 4% was lost, with 10 mg 5%.",
        "Response was 40% (p=0.01).",
        "The 10 mg dose was well tolerated.",
        "The 10 mg dose lost 5% (p=0.01).\n\nThe 5 mg dose lost 1% (p=0.4).",
    ],
)
def test_doses_that_are_told_together_both_or_not_at_all_are_no_finding(result: str) -> None:
    assert found("TRL007", "Patients were assigned to 5 mg, 10 mg or placebo.", result) == []


def test_numerals_of_two_kinds_in_one_phase_win_over_every_other_drift() -> None:
    (finding,) = found("TRL004", "The Phase IIb/3 trial and the Phase 1 trial have begun.")
    assert [(edit.text, edit.safe) for edit in finding.edits] == [("2b/3", True)]


def test_a_phase_that_lacks_its_space_gets_one() -> None:
    told = release("The Phase2 trial and the Phase 1 trial have begun.")
    (finding,) = findings_of(load_rules().rule("TRL004"), told)
    assert "The Phase 2 trial" in mended(finding, told.text)


def test_a_design_that_lists_one_dose_or_no_unit_has_no_arms_to_compare() -> None:
    assert found("TRL007", "Patients were assigned to 12, 24 or 36 visits.", "After 12 visits, 41% responded.") == []
    assert found("TRL007", "Doses of 5 mg and 10 mg are made.", "With 10 mg, 41% responded.") == []
