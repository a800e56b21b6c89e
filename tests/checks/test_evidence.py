"""How strong evidence is, and boxed warnings, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import applies, findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial of FRX-101 in Lupus"
LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a "
    "Phase 2 trial of FRX-101, an investigational therapy, in adults with lupus."
)
DISEASE = (
    "About Lupus\n\nLupus is a chronic disease. Patients with the disease see a physician, and in hospital a clinician treats the disease "
    "of the patients with medicine. Patients with severe disease may need a kidney transplant, and patients in clinical care live longer."
)
ZELVORA = {"products": [{"brand": "Zelvora", "generic": "ferrazole", "boxed-warning": True}]}


def found(code: str, *paragraphs: str, headline: str = HEADLINE, lead: str = LEAD, **told: object) -> list[Finding]:
    rule = load_rules().rule(code)
    release = parse(read("\n\n".join((headline, lead, *paragraphs, DISEASE, "")).encode(), "release.txt"), settings_from(told))
    return findings_of(rule, release) if applies(rule, release.profile) else []


# --- surrogates -----------------------------------------------------------------------------------------------------------
def test_the_surrogate_may_stand_in_the_sentence_before() -> None:
    (finding,) = found("EFF015", "FRX-101 lowered proteinuria. It prevents kidney failure.")
    assert (finding.severity, finding.related[0].label) == ("warning", "what was measured")


@pytest.mark.parametrize(
    "text",
    [
        "FRX-101 lowered proteinuria. Whether it prevents kidney failure is unknown.",
        "FRX-101 lowered proteinuria. Median overall survival was 18 months, and it prolongs survival.",
        "In mice FRX-101 lowered proteinuria and prevents kidney failure.",
        "It prevents kidney failure.",
        "Its aim is to learn whether lower proteinuria prevents kidney failure.",
    ],
)
def test_caveats_evidence_animals_and_aims_are_no_claims_from_a_surrogate(text: str) -> None:
    assert found("EFF015", text) == []


def test_an_approved_product_is_not_judged_by_its_surrogate() -> None:
    assert found("EFF015", "By lowering LDL-C it prevents strokes.", release={"product": "approved"}) == []


# --- cause and effect -----------------------------------------------------------------------------------------------------
def test_a_causal_verb_gets_an_edit_that_is_not_safe() -> None:
    (finding,) = found("EFF021", "In a registry, FRX-101 reduced mortality.")
    (edit,) = finding.edits
    assert (finding.severity, edit.text, edit.safe) == ("warning", "was associated with lower", False)


def test_a_release_that_also_tells_of_randomisation_gets_an_info() -> None:
    lead = LEAD.replace("Phase 2 trial", "randomized Phase 2 trial")
    assert [f.severity for f in found("EFF021", "In a registry, FRX-101 improved survival.", lead=lead)] == ["info"]


@pytest.mark.parametrize(
    "text",
    [
        "In a registry, FRX-101 was associated with fewer admissions.",
        "In a registry, FRX-101 improved symptoms from baseline.",
        "FRX-101 reduced mortality.",
        "A pregnancy registry is kept. FRX-101 reduced mortality.",
        "A registry will show whether FRX-101 reduced mortality.",
    ],
)
def test_associations_changes_since_baseline_and_questions_are_silent(text: str) -> None:
    assert found("EFF021", text) == []


# --- early data -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Interim data show responses. Results may change.",
        "Interim data show responses in 12 of 30 planned patients.",
        "Interim data show responses. The data cut-off was February 1, 2027.",
        "Interim data will be presented in May.",
        "The interim chief executive officer thanked the patients.",
        "Preliminary data in mice show responses.",
    ],
)
def test_early_data_that_are_counted_dated_or_to_come_are_silent(text: str) -> None:
    assert found("EFF023", text) == []


def test_early_data_are_reported_once() -> None:
    assert [f.severity for f in found("EFF023", "Interim data show responses.", "Preliminary data were good.")] == ["info"]


def test_a_number_of_patients_far_from_early_data_does_not_count_for_them() -> None:
    far = ["The trial goes on.", "It is run in nine countries.", "Of those in another study, 12 of 30 patients were women."]
    assert len(found("EFF023", "Interim data show responses.", *far)) == 1
    headline = HEADLINE.replace("Topline Results", "Interim Results")
    assert found("EFF023", *far, headline=headline) == []


def test_another_kind_of_release_is_asked_only_where_data_say_something() -> None:
    headline = "Ferrant Bio Appoints Ana Ruiz as Chief Medical Officer"
    lead = "BOSTON, March 4, 2027 -- Ferrant Bio, Inc. today appointed her."
    assert found("EFF023", "She led the interim analysis of LYRA.", headline=headline, lead=lead) == []
    assert len(found("EFF023", "Interim data show responses in patients.", headline=headline, lead=lead)) == 1


# --- boxed warnings -------------------------------------------------------------------------------------------------------
def test_the_generic_name_stands_for_a_product_too() -> None:
    (finding,) = found("SAF007", "In patients, ferrazole improved survival.", company=ZELVORA)
    assert (finding.severity, finding.quote, "Zelvora" in finding.message) == ("error", "ferrazole", True)


def test_a_pointer_does_not_state_the_warning() -> None:
    text = "Zelvora improved survival. Please see the Prescribing Information, including Boxed Warning."
    assert [f.severity for f in found("SAF007", text, company=ZELVORA)] == ["error"]
    assert [f.severity for f in found("SAF007", text)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Zelvora has a boxed warning for liver failure.",
        "Zelvora improved survival.\n\nWARNING: HEPATOTOXICITY",
        "FRX-101 was better than Zelvora.",
        "FRX-101 has no boxed warning.",
    ],
)
def test_a_stated_warning_and_a_comparator_are_silent(text: str) -> None:
    assert found("SAF007", text, company=ZELVORA) == []


def test_without_the_configuration_nothing_is_guessed() -> None:
    assert found("SAF007", "Zelvora improved survival.") == []
