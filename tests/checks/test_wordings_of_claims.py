"""Claims in other words than those of the rules' examples, and sentences beside them that claim nothing."""

import pytest

from tests.checks.results_release import found

CLAIMS = """
EFF001|The effectiveness of FRX-101 has been established in two trials.
EFF001|These results leave no doubt that FRX-101 is effective.
EFF001|FRX-101 works safely in patients who have run out of options.
EFF002|The trial failed on its primary endpoint of survival.
EFF002|The study came up short on its primary endpoint.
EFF002|The primary endpoint of survival could not be met.
EFF002|The primary efficacy analysis did not demonstrate superiority over placebo.
EFF005|A near-significant reduction in hospital stays was observed (p=0.06).
EFF007|Non-inferiority to prednisone was established.
EFF007|FRX-101 was found to be not inferior to prednisone.
EFF008|Among patients who were biologic-naive, remission was significantly greater.
EFF011|Relapses fell by two thirds.
EFF015|The reduction in HbA1c means fewer heart attacks.
EFF016|In a mouse model, FRX-101 cured the disease and will do so in patients.
EFF016|Rats regained full function, proving that patients will benefit.
EFF016|In vitro, FRX-101 kills cancer cells, so it will treat cancer in humans.
EFF017|The safety profile is superior to that of marketed inhibitors, and its efficacy exceeds that of approved JAK inhibitors.
EFF017|Compared with published results for infliximab, FRX-101 had fewer infections.
EFF017|FRX-101 had a lower rate of infection than adalimumab did in its registrational studies.
EFF017|The remission rate compares favorably with the 18% seen with ozanimod in a separate study.
EFF018|FRX-101 is the best treatment available for lupus.
EFF018|The drug is a wonder drug.
EFF018|FRX-101 gave spectacular results.
EFF022|Every patient with active lupus should receive FRX-101.
EFF022|We recommend that rheumatologists start patients on FRX-101 early.
EFF022|Guidelines should be updated to include FRX-101.
EFF022|FRX-101 ought to replace steroids in the clinic.
SAF003|Treatment was tolerated well by all patients.
SAF003|Tolerability was good in both arms.
SAF004|The safety profile was as expected from earlier trials.
SAF005|FRX-101 lacks the side effects of steroids.
SAF005|FRX-101 poses no danger to patients.
SAF006|Safety did not differ between the two arms.
SAF008|On FRX-101, 9% of patients stopped treatment because of side effects.
REG001|With RMAT designation, approval is now assured.
REG001|Fast Track designation demonstrates the confidence of the FDA in FRX-101.
REG001|Breakthrough Therapy designation proves that FRX-101 is better than existing drugs.
REG002|Approval of FRX-101 will follow on the goal date of June 30, 2028.
REG002|With a PDUFA date of June 30, 2028, FRX-101 will reach patients in July.
REG002|Ferrant will launch FRX-101 upon FDA approval on June 30, 2028.
REG002|FRX-101 is scheduled for approval on June 30, 2028.
REG003|Our 510(k)-cleared monitor is FDA approved.
REG003|The FDA approved the monitor’s 510(k) application.
REG003|Our FDA-approved test was cleared under K123456.
REG003|The monitor is FDA approved because it is registered with the agency.
REG004|The device carries FDA registration, proof of its quality.
REG009|The FDA issued a complete response letter for FRX-101.
REG010|The FDA is encouraged by our data.
REG010|The FDA was impressed by our results.
""".strip().splitlines()

NO_CLAIMS = """
EFF001|The question is whether the efficacy of FRX-101 will be established in Phase 3.
EFF001|The safety and efficacy of FRX-101 have not been established.
EFF005|Effects of near-infrared light were not studied.
EFF007|A trial to show that FRX-101 is not inferior to prednisone is planned.
EFF011|Pain scores were reduced by 40% or more in 60% of patients.
EFF016|In mice, FRX-101 lowered inflammation; whether patients will benefit is not known.
EFF017|Results of separate trials should not be compared.
EFF018|Investigators could choose the best available therapy.
EFF022|Guidelines recommend that every patient with active lupus should receive hydroxychloroquine.
SAF003|Patients tolerated fasting well before the blood test.
SAF005|FRX-101 caused no more adverse events than placebo.
REG002|The FDA has set a target action date of June 30, 2028, and if approved FRX-101 will be available in July.
REG003|Our monitor was cleared under K123456; it is not FDA approved.
REG004|Our site has FDA registration, which does not denote approval.
REG010|The FDA encouraged sponsors in its 2019 guidance to study lupus.
""".strip().splitlines()


@pytest.mark.parametrize("line", CLAIMS)
def test_a_claim_in_other_words_is_reported(line: str) -> None:
    code, sentence = line.split("|")
    assert found(code, sentence)


@pytest.mark.parametrize("line", NO_CLAIMS)
def test_a_sentence_that_claims_nothing_is_passed_over(line: str) -> None:
    code, sentence = line.split("|")
    assert not found(code, sentence)


def test_a_product_is_known_by_what_the_release_calls_it() -> None:
    lead = (
        "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of a randomized Phase 2 "
        "trial of velnicant, an investigational therapy, in adults with lupus. The trial met its primary endpoint of response at week 24."
    )
    headline = "Ferrant Bio Reports Topline Results of Velnicant in Lupus"
    assert found("EFF001", "Velnicant is a safe medicine.", headline=headline, lead=lead)
    assert found("SAF005", "Velnicant has no side effects.", headline=headline, lead=lead)


def test_the_objective_of_a_first_study_is_neither_met_nor_missed() -> None:
    lead = (
        "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) reported interim results of an open-label Phase 1 "
        "study of FRX-101, an investigational therapy, in adults. The primary objective of the study is safety and the choice of a dose."
    )
    assert not found("EFF010", "A response rate of 35% (11 of 31) is reported here.", lead=lead)
