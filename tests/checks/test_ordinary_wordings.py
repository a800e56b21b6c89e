"""What investor relations write on any day: the fault in its plainest words, and the plain words that are none."""

import pytest

from tests.checks.invented_release import ABOUT, DATELINE, EXPECTED, FACTOR, FILED, LEGEND, OPENING, found, release
from tests.checks.results_release import found as found_of_results
from tests.checks.test_paraphrases import codes

HEADED = "Forward-Looking Statements\n\nThis press release contains forward-looking statements. "
REPORTED = """
REG001|The FDA's decision to grant Breakthrough Therapy designation supports our belief that FRX-101 is a highly effective therapy.
REG001|The Orphan Drug designation increases the likelihood of approval of FRX-101.
REG002|We look forward to the approval of FRX-101 by the FDA on June 30, 2027.
REG002|The Company is on track to receive FDA approval for FRX-101 by the PDUFA date of June 30, 2027.
REG002|FRX-101 will be commercially available following its PDUFA date of June 30, 2027.
REG007|Following the CHMP's approval of Zelvora, we are preparing for launch in Germany.
REG007|The CHMP gave its approval for Zelvora in adults with lupus.
REG008|Zelvora was first approved in 2019 and has since been used in more than 40,000 patients.
REG008|Zelvora is indicated and approved for the maintenance treatment of lupus in adults.
TRL002|LYRA (ClinicalTrials.gov Identifier: NTC05551234) is a Phase 2 trial.
TRL002|LYRA (ClinicalTrials.gov ID: 05551234) is a Phase 2 trial.
TRL003|LYRA (EudraCT No. 21-001234-11) is a Phase 2 trial.
TRL006|A total of 312 patients were enrolled. At week 24, 52% of the 268 patients evaluated had a response.
TRL006|312 adults entered the study. The analysis included 270 patients and showed a response of 52%.
""".strip().splitlines()
SILENT = """
REG001|The Fast Track designation supports our belief that FRX-101 may be an effective treatment.
REG001|More frequent meetings with the FDA may improve the quality of our application.
REG002|Ferrant is preparing for the approval decision in June 2027.
REG002|We look forward to a potential approval of FRX-101 in the second half of 2027.
REG002|Ferrant is on track to submit its response to the FDA ahead of the PDUFA date of June 30, 2027.
REG002|Zelvora will be commercially available in June; the PDUFA date of FRX-101 is June 30, 2027.
REG006|Zelvora received full approval in 2026; it was first licensed through the accelerated approval pathway.
REG007|The CHMP gave its positive opinion on Zelvora in adults with lupus, and the European Commission will decide.
REG008|Zelvora was first approved in 2019 by the FDA for adults with lupus.
TRL002|The trial was notified in Australia (CTN 01234567) and is on ClinicalTrials.gov (NCT05551234).
TRL006|312 adults entered the study. Of the 268 patients in the per-protocol population, 52% had a response.
""".strip().splitlines()


def reports(code: str, sentence: str) -> bool:
    return bool(found_of_results(code, sentence)) if code == "TRL006" else code in codes(sentence)


@pytest.mark.parametrize("line", REPORTED)
def test_a_plain_fault_is_reported(line: str) -> None:
    code, _, sentence = line.partition("|")
    assert reports(code, sentence)


@pytest.mark.parametrize("line", SILENT)
def test_plain_words_that_are_right_are_passed_over(line: str) -> None:
    code, _, sentence = line.partition("|")
    assert not reports(code, sentence)


def test_the_fix_of_a_registry_number_gives_it_its_letters() -> None:
    [finding] = found_of_results("TRL002", "LYRA (ClinicalTrials.gov ID: 05551234) is a Phase 2 trial.")
    assert [edit.text for edit in finding.edits] == ["NCT05551234"]


@pytest.mark.parametrize(("results", "reported"), [("52% with 20 mg", True), ("52% with 20 mg, 38% with 5 mg", False)])
def test_a_dose_behind_the_name_of_the_drug_is_an_arm(results: str, reported: bool) -> None:
    design = "Patients received FRX-101 5 mg, FRX-101 20 mg or placebo once daily."
    assert bool(found_of_results("TRL007", f"{design} Response was {results} and 31% with placebo (p=0.01).")) is reported


@pytest.mark.parametrize(("number", "reported"), [("", True), (" (NCT05551234)", False)])
def test_a_trial_that_is_fully_enrolled_is_news_of_it(number: str, reported: bool) -> None:
    lead = (
        f"{DATELINE}Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that POLARIS{number}, its Phase 3 study of FRX-12, is fully enrolled."
    )
    text = found_of_results("TRL001", headline="Ferrant Bio Reaches Goal of POLARIS", lead=lead)
    assert bool(text) is reported


@pytest.mark.parametrize(
    ("way", "reported"), [("received approval under the FDA's Accelerated Approval Program", True), ("received full approval", False)]
)
def test_the_program_for_accelerated_approval_is_its_pathway(way: str, reported: bool) -> None:
    lead = f"{DATELINE}Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that Zelvora {way} for adults with lymphoma."
    assert bool(found_of_results("REG006", headline="Ferrant Bio Announces Approval of Zelvora", lead=lead)) is reported


@pytest.mark.parametrize("review", ["following review of its application, the FDA", "following its evaluation of the data, the FDA"])
def test_a_letter_that_follows_a_review_is_news(review: str) -> None:
    lead = f"{DATELINE}Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that {review} issued a complete response letter for FRX-12."
    assert found_of_results("REG009", headline="Ferrant Bio Outlines Path Forward for FRX-12", lead=lead)


LEGENDS = [
    ("SHR004", True, HEADED + "Risks include competition and economic conditions; results could differ materially."),
    ("SHR004", False, HEADED + "Risks include that interim data of LYRA may not predict final data; results could differ materially."),
    ("SHR010", True, f"Forward-Looking Statements\n\nThe statements in this news release are forward-looking statements. {FACTOR}"),
    ("SHR010", False, f"Forward-Looking Statements\n\nSome of the statements in this news release are forward-looking. {FACTOR}"),
    ("SHR010", False, f"{LEGEND} The statements in this release are forward-looking statements to the extent that they are not facts."),
    ("SHR011", True, f"{HEADED}These include statements about the expected spin-off of our device business. {FACTOR}"),
    ("SHR013", True, f"{LEGEND} These statements reflect the current views of Quillon Therapeutics, Inc."),
    ("SHR013", True, f"{LEGEND} Neither Quillon nor its affiliates undertake any obligation to update these statements."),
    ("SHR013", True, f"{LEGEND} For more risks see the filings of Quillon Therapeutics with the SEC."),
    (
        "SHR013",
        False,
        f"{LEGEND} These statements reflect the current views of Management. Neither Ferrant nor its officers must update them.",
    ),
    ("SHR013", False, f"{LEGEND} These statements reflect our views and expectations of Phase 3 results."),
    ("SEC003", True, f"{LEGEND} See our 10K filing for 2026 with the SEC."),
    ("SEC003", False, f"{LEGEND} Our 10K run for charity is in May; see our Form 10-K for 2026."),
]


@pytest.mark.parametrize(("code", "reported", "legend"), LEGENDS)
def test_a_legend_in_plain_words(code: str, reported: bool, legend: str) -> None:
    assert bool(found(code, release(EXPECTED, legend=legend + FILED))) is reported


@pytest.mark.parametrize(("which", "reported"), [("a", True), ("another", False)])
def test_a_letter_that_the_agency_will_perhaps_issue_has_come(which: str, reported: bool) -> None:
    news = "Ferrant received a Complete Response Letter from the FDA for FRX-12 in February."
    legend = (
        f"{HEADED}Risks include the possibility that the FDA will issue {which} complete response letter; results could differ materially."
    )
    assert bool(found("SHR007", release(news, legend=legend + FILED))) is reported


@pytest.mark.parametrize(("when", "reported"), [(" in 2019", False), ("", True)])
def test_an_initial_public_offering_of_the_past_leaves_the_safe_harbor(when: str, reported: bool) -> None:
    legend = LEGEND.replace("statements.", "statements within the meaning of the Private Securities Litigation Reform Act of 1995.", 1)
    assert bool(found("SHR009", release(f"Ferrant completed its initial public offering{when}.", legend=legend))) is reported


NEWS = """
SHR014|There is no doubt that FRX-12 will become the leading lupus drug.|We hope that FRX-12 will become the leading lupus drug.
SHR014|FRX-12 will change the lives of millions of patients.|If approved, FRX-12 will change the lives of many patients.
SEC009|Adjusted operating expenses were $30 million in the quarter.|Operating expenses, adjusted upward in May, were $30 million.
SEC012|Management will discuss the results on a call today at 8:30 a.m. ET.|Management will discuss the results with physicians in May.
SEC012|Ferrant will host a call to discuss the results at 8:30 a.m. ET.|Ferrant held a call to discuss the results on March 1.
SEC014|Ferrant has priced an underwritten offering of its shares.|Ferrant closed an underwritten offering of its shares in January 2026.
""".strip().splitlines()


@pytest.mark.parametrize("line", NEWS)
def test_news_in_plain_words(line: str) -> None:
    code, fault, right = line.split("|")
    assert found(code, release(fault, about=ABOUT, lead=DATELINE + OPENING))
    assert not found(code, release(right))
