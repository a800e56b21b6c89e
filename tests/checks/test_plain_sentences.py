"""Sentences that good releases hold: no rule of claims, harms, numbers, status or trials warns of one, whatever the news is."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import check
from prlint.engine.ruleset import load_rules
from prlint.release import parse
from tests.checks.results_release import DISEASE

RULES = load_rules(settings_from({"select": ["EFF", "SAF", "STA", "REG", "TRL"]}))
NEWS = (
    (
        "Ferrant Bio Reports Topline Results of Phase 2 LYRA Trial of FRX-101 in Lupus",
        (
            "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a "
            "randomized, placebo-controlled Phase 2 trial of FRX-101, an investigational therapy, in 240 adults with lupus. LYRA "
            "met its primary endpoint of response at week 24 (52% versus 31%; p=0.001). The most common adverse events were "
            "headache (8% on FRX-101 and 7% on placebo) and nausea (6% and 5%)."
        ),
    ),
    (
        "Ferrant Bio Announces FDA Approval of Zelvora for Lupus",
        (
            "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that the U.S. Food and Drug "
            "Administration approved Zelvora (velnicant) for adults with lupus. See Important Safety Information below and full "
            "Prescribing Information at zelvora.example."
        ),
    ),
    (
        "Ferrant Medical Receives FDA 510(k) Clearance for Its Lupus Test",
        (
            "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Medical, Inc. (Nasdaq: FRMD) today announced that its device, a "
            "blood test for lupus, received 510(k) clearance from the FDA."
        ),
    ),
    (
        "Ferrant Bio Reports Fourth Quarter 2026 Financial Results",
        (
            "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported financial results for the "
            "quarter and year ended December 31, 2026. FRX-101, an investigational drug, is in a Phase 2 trial in lupus."
        ),
    ),
)
SENTENCES = """
Treatment was stopped for futility in none of the arms.
Patients whose disease has not responded to prior therapy were eligible.
In clinical trials, 30% of patients had an infection compared with 28% on placebo.
The device is intended to help physicians decide on treatment.
The test has a sensitivity of 95.2% (119/125) and a specificity of 98.4% (246/250).
Zelvora is contraindicated in patients with hypersensitivity to velnicant.
The safety and effectiveness of Zelvora in children have not been established.
Do not take Zelvora if you are allergic to velnicant.
Physicians should monitor liver enzymes before and during treatment.
Patients should be advised to seek medical attention if signs of infection occur.
The committee reviewed unblinded safety data and recommended that the trial continue.
More than 200 patients have been enrolled to date.
The company expects to complete enrollment in the second half of 2027.
No assurance can be given that the trial will be successful.
There is a high unmet need for safe and effective treatments.
An estimated 1.5 million people in the United States live with lupus.
The five-year survival rate of patients with the disease is less than 30%.
Existing treatments can cause serious side effects.
Without treatment, patients live for a median of 14 months.
Patients with the disease are 40% more likely to be hospitalized than people without it.
The economic burden of the disease exceeds $3 billion a year.
The current standard of care consists of steroids and immunosuppressants.
We thank the patients, their families and the investigators.
The data will be presented at an upcoming medical congress.
Full results will be submitted to a peer-reviewed journal.
The trial is registered under NCT05123456.
FRX-101 is an investigational drug and has not been approved by any agency.
The monitoring board found no reason to modify the trial.
The endpoints were tested in a prespecified hierarchy.
The trial was 90% powered to detect a difference of 15 percentage points at a two-sided alpha of 0.05.
Response was defined as a reduction of at least 4 points in SLEDAI-2K.
The hazard ratio will be estimated with a stratified Cox model.
The study includes a 12-week treatment period and a 4-week safety follow-up.
Safety, tolerability and pharmacokinetics are the primary objectives.
Our mission is to transform the lives of patients through science.
Ferrant Bio is a clinical-stage company focused on medicines for autoimmune diseases.
The FDA accepted the BLA for review and set a target action date of June 30, 2027.
The FDA has granted orphan drug designation to FRX-101 for lupus.
The IND was cleared in January 2027, and the first patient was dosed in March 2027.
The European Commission granted marketing authorisation for Zelvora in May 2025.
The CHMP adopted a positive opinion; a decision of the European Commission is expected in June 2027.
Health Canada accepted the new drug submission.
The device is manufactured in an FDA-registered facility.
The company received a complete response letter in 2024 and resubmitted the application in 2026.
At a Type C meeting the FDA agreed that the existing data may support a filing, as recorded in the minutes.
Zelvora is available by prescription only.
Sales of Zelvora rose 12% to $48.2 million.
Gross margin improved from 60% to 66%, or by 6 percentage points.
Research and development expenses decreased by $4.0 million, from $20.0 million to $16.0 million.
The vaccine induced neutralizing antibodies in 98% (214/218) of participants.
Local reactions were mostly mild, and lasted one to two days.
Fever of 38 degrees or more was reported by 4.1% of vaccine recipients and 3.9% of placebo recipients.
The assay detects the gene fusion in less than four hours.
The pump delivered the drug within 5% of the set dose in all tests.
In mice, FRX-101 reduced proteinuria by 60% compared with vehicle.
The median age was 42 years, and 88% of patients were women.
Of 310 patients screened, 240 were randomized.
Missing data were imputed.
Two patients died, both from causes that the investigators considered unrelated to treatment.
The difference between groups in the rate of infections was small (5.1% versus 4.8%).
A post hoc analysis is planned.
Preliminary results from the open-label extension are expected in 2028.
Patients who complete the trial may enter a long-term extension.
We believe that the results support the start of a Phase 3 trial.
Subject to regulatory feedback, the Phase 3 trial will begin in 2028.
FRX-101 binds its target with high affinity.
The antibody was well characterized in preclinical studies.
Dr. Lind led the development of several approved medicines.
The Company has sufficient cash to fund operations into 2029.
In the ORIEL trial of another company's drug the primary endpoint was not met.
The committee will review the data for futility after 120 events.
The trial has two co-primary endpoints, response at week 24 and change in fatigue.
Secondary endpoints include fatigue, pain and quality of life.
Patients were stratified by region and prior biologic use.
The upper limit of the confidence interval had to be below 1.30 to conclude non-inferiority.
A p value below 0.05 was considered significant.
Because the sample size was small, no formal comparison was made.
The company paused enrollment in one of the three cohorts while data are reviewed.
The FDA lifted the partial clinical hold in January 2027.
The FDA requested additional stability data, which the company has provided.
The EMA validated the marketing authorisation application.
Swissmedic granted the product orphan status.
The company plans to request a pre-NDA meeting with the FDA.
An advisory committee meeting is not planned.
The label includes a boxed warning for hepatotoxicity.
Zelvora can cause serious side effects, including liver problems.
Tell your doctor if you are pregnant or plan to become pregnant.
These are not all of the possible side effects of Zelvora.
Call your doctor for medical advice about side effects.
Discontinue Zelvora in patients with severe hypersensitivity reactions.
The recommended dose of Zelvora is 20 mg once daily.
The approval was based on two randomized trials in 480 adults.
In both trials, patients on Zelvora had fewer flares than those on placebo (20% versus 34% and 22% versus 37%).
The device was shown to be substantially equivalent to a predicate device.
The device is not for use in patients with pacemakers.
Clinical performance was evaluated in 420 samples from three sites.
Results should be interpreted together with clinical findings.
The test is for professional use only.
A negative result does not rule out infection.
The emergency use authorization is in effect only for the duration of the declaration; the test has not been FDA cleared or approved.
The vaccine was evaluated in 11,856 older adults.
Among vaccine recipients, 12 cases occurred, and among placebo recipients 60.
Protection against severe disease was not assessed.
The gene therapy is given as a single infusion.
One patient had a transient rise in liver enzymes that resolved with steroids.
Vector shedding was monitored for 12 months.
The first cohort of three patients was dosed at the lowest level.
Dose escalation continues, and no dose-limiting toxicity has been seen so far in 12 patients.
The maximum tolerated dose has not been reached.
Median follow-up was 9.5 months (range, 2.1 to 18.3).
Responses were assessed by an independent committee.
Two patients had a partial response, and five had stable disease, among 14 evaluable patients.
The data cut-off was January 15, 2027.
These results are preliminary and may change.
The safety database comprises 1,240 patients.
Adverse events led to discontinuation in 3.2% of patients on FRX-101 and 2.9% on placebo.
No deaths were reported in either arm.
The study was funded by the National Institutes of Health.
The investigators are solely responsible for the content of the article.
The article was published in a peer-reviewed journal in February 2027.
FRX-101 is a small molecule that blocks the kinase.
By blocking the kinase, FRX-101 may reduce inflammation.
Inhibition of the kinase reduced cytokine levels by 80% in human cells.
The company received a milestone payment of $10 million.
The partner will be responsible for commercialization outside the United States.
The merger agreement was approved by both boards.
Dr. Lind joined Ferrant from a company where she led two approvals.
The company was named one of the best places to work.
The technology was developed at a leading university.
The site in Basel passed an FDA inspection without observations.
The plant is registered with the FDA and holds an ISO 13485 certificate.
Orphan designation was granted on the basis of prevalence.
The natural history study enrolled 86 patients and describes the course of the disease.
Patients lose about 10% of lung function per year.
Half of the patients need dialysis within ten years.
Up to 40% of patients do not respond to steroids.
Only two drugs are approved for the disease.
The trial will compare FRX-101 with methotrexate.
We are encouraged by the pace of enrollment.
We were pleased to see the trust that investigators place in us.
The results are consistent with the known mechanism.
Subgroup results were consistent with the overall result.
Quality of life was measured with a validated questionnaire.
Physicians can now choose among three doses when starting treatment.
The agency accepted the application for review in March.
The FDA accepted our request for a pre-NDA meeting.
The FDA approved the amended protocol of our competitor's device trial.
Human testing of the antibody is planned for 2028.
Clinical testing was paused while the site was inspected.
Dosing has begun in the second cohort of the Phase 1 trial (NCT05123456).
The first of 240 patients is expected to be dosed in June.
Patients with a baseline score above 9 were eligible.
In treatment-naive patients the starting dose is 10 mg.
Patients aged 65 and older made up 22% of the trial.
Among patients with a body mass index above 30, 44% were women.
The program is designed to spare patients daily injections.
The new site will spare patients from long journeys.
Keeping patients out of hospital is a goal of health systems.
Our team is second to none.
The company sets a new standard for transparency in reporting.
The laboratory is in a class of its own.
Sales moved in the right direction in the second quarter.
The talks moved in the right direction.
Enrollment is moving in the right direction.
Interest rates have trended lower for two quarters.
The company combines efficacy with safety testing in one laboratory.
There is no doubt that treatment of this disease must improve.
Efficacy and safety were evaluated in 240 patients.
The number of sites was halved to cut costs.
The dose was doubled at week 12 in patients without a response.
The tablet is twice the size of the capsule.
A patient in the placebo group withdrew after the second dose.
Side effects were reported as often by men as by women.
Infections matched those of the season.
Nothing unexpected was found in the audit.
The tolerability of the higher dose will be studied.
Serious bleeding led to the death of one patient on placebo.
Undesirable effects are listed in the leaflet.
The first look at the new plant was given to analysts.
Initial talks with regulators have begun.
Zelvora is prescribed by rheumatologists.
I will use my experience to lead the company.
He deserves a place in the hall of fame.
The findings call for further study.
The data call for a larger trial.
The trial calls for 400 patients.
We are confident in our people.
The monitor was approved for reimbursement in Germany.
The product was approved for marketing in Canada in 2024.
The company received approval last week from shareholders.
The Board has had approval rights since 2020.
FDA approval of Zelvora was granted in March 2027.
The FDA's approval of the facility is pending.
Approval by the FDA is not assured.
A decision by the FDA on its PDUFA date of June 30, 2027 is expected.
It is not certain to be approved.
The vaccine protects against two strains.
Vaccine efficacy will be calculated with person-years at risk.
Cases of disease were counted from day 14 on.
The antibody was well absorbed.
The committee's vote is advisory.
The opinion can now be read on the agency's website.
The drug can now be ordered by pharmacies in Europe.
Patients can expect a call within two days.
Remission was reached as often in women as in men.
Response was as high in Asia as in Europe.
The device matches the scan to the patient.
The price matches that of the old tablet.
Patients fared well.
Orphan designation carries tax credits.
Fast Track status does not put the drug on a path to approval by itself.
The decision on Fast Track designation is expected in May.
Priority review shows that the FDA regards the disease as serious.
The committee found that the endpoint was measured correctly.
An untoward delay occurred in the shipment.
The most common adverse reactions were acne (5% versus 2%) and headache (7% and 6%).
Symptoms recur in 50% of patients within a year.
The trial met its goal of 312 patients.
Site staff tolerated the new schedule well.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("headline", "lead"), NEWS, ids=["results", "approval", "clearance", "earnings"])
def test_a_plain_sentence_is_no_error_and_no_warning(headline: str, lead: str, sentence: str) -> None:
    release = parse(read(f"{headline}\n\n{lead}\n\n{sentence}\n\n{DISEASE}\n\n".encode(), "release.txt"))
    start = release.text.index(sentence)
    said = [finding for finding in check(release, RULES) if start <= finding.start < start + len(sentence)]
    assert [finding.code for finding in said if finding.severity != "info"] == []
