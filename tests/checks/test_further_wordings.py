"""Further ways of saying what a rule is about, and of saying something else in like words; and what only a whole release shows."""

import pytest

from tests.checks.results_release import found, severities
from tests.checks.test_paraphrases import codes

REPORTED = """
EFF001|"LYRA leaves no doubt that FRX-101 helps people with this disease and does so safely," said Dr. Okoro.
EFF001|FRX-101 delivers rapid, lasting disease control and is safe enough for chronic use.
EFF001|With these data in hand, FRX-101 stands out as a potent and dependable remedy for active lupus, combining efficacy with safety.
EFF001|These results provide clear evidence of the safety and effectiveness of FRX-101.
EFF005|Although short of the significance threshold, remission rates leaned toward FRX-101.
EFF005|Endoscopy scores favored FRX-101 but narrowly missed the mark for significance.
EFF005|Mayo scores inched in favor of the treated group.
EFF005|There was a numerical edge for FRX-101 in stool frequency.
EFF006|There was no significant difference between FRX-101 and belimumab, demonstrating that the two treatments are comparable.
EFF007|FRX-101 was shown to be no less effective than vedolizumab, satisfying the non-inferiority hypothesis.
EFF007|The once-monthly injection proved non-inferior to the weekly one.
EFF007|Non-inferiority of FRX-101 to belimumab was achieved at week 52.
EFF008|Among patients with a Mayo score above 9, FRX-101 cut the rate of transplant by half.
EFF008|In biologic-naive patients, remission was reached by 44% on FRX-101 and 15% on placebo.
EFF008|Looking only at sites in North America, the effect was striking (41% versus 17%; p=0.003).
EFF008|The treatment effect was most pronounced in patients with low complement, where 58% responded versus 22% on placebo.
EFF011|FRX-101 reduced the need for surgery by three quarters.
EFF011|Relapses on FRX-101 were down by 45% against placebo.
EFF011|FRX-101 more than halved the annualized flare rate versus placebo.
EFF013|Fatigue scores were significantly better on FRX-101 at every visit.
EFF013|The difference in endoscopic healing between FRX-101 and placebo was highly significant.
EFF013|Time to relapse was significantly prolonged.
EFF013|FRX-101 was statistically superior to placebo on fatigue.
EFF015|A minimal residual disease rate of 62% is evidence that FRX-101 keeps patients alive for longer.
EFF015|Because C-reactive protein came down, patients on FRX-101 can expect fewer hospital stays and longer lives.
EFF015|The drop in serum interferon levels tells us that FRX-101 will spare patients from surgery.
EFF015|The biomarker data show that FRX-101 will translate into longer survival for patients.
EFF016|FRX-310 wiped out tumors in mice, and patients can expect the same.
EFF016|In organoids FRX-310 killed every cancer cell, which makes it a powerful weapon for people with lung cancer.
EFF016|Rats given FRX-310 stayed free of tumors; in humans it will have the same effect.
EFF016|The tumors of all treated mice vanished, so patients with lung cancer will at last be cured.
EFF016|These in vivo findings establish FRX-310 as a safe and effective treatment for lung cancer.
EFF016|Our non-human primate data prove that FRX-310 will be well tolerated in humans.
EFF017|At 31%, the remission rate tops anything that has been published for an oral agent in this disease.
EFF017|FRX-101 works faster than the biologics now in use.
EFF017|Placebo-adjusted remission of 17 points puts FRX-101 ahead of tofacitinib, upadacitinib and etrasimod.
EFF017|Remission rates were superior to the 18% to 22% range published for oral JAK inhibitors.
EFF017|Historically, only about 15% of patients respond to available therapies, compared to 52% with FRX-101.
EFF018|FRX-101 is without peer among oral drugs for lupus.
EFF018|Ferrant's ground-breaking pill sets a new benchmark in lupus care.
EFF018|We are excited about this unparalleled level of efficacy.
EFF022|"I will be prescribing FRX-101 ahead of biologics from now on, and colleagues ought to do likewise," said Dr. Okoro.
EFF022|Clinicians now have every reason to make FRX-101 their first choice and should do so.
EFF022|FRX-101 deserves a place as the go-to first treatment for patients with active lupus.
EFF022|FRX-101 is poised to replace biologics and ought to be given to all patients at diagnosis.
EFF022|Gastroenterologists should reach for FRX-101 first.
EFF022|"I would recommend FRX-101 to all of my patients," said Dr. Okoro.
EFF022|"This will change how we treat lupus," said Dr. Okoro.
EFF023|A first look at data from the ongoing extension suggests that remission was kept.
EFF023|Data are still maturing, but responses to FRX-101 have been lasting.
REG001|Breakthrough Therapy designation puts FRX-101 on a sure path to market.
REG001|Orphan designation is a strong signal that FRX-101 will win approval.
REG001|RMAT designation is the FDA's acknowledgment that FRX-101 is superior to what patients have today.
REG001|That the FDA gave FRX-101 Fast Track status tells you how well the drug works.
REG001|The FDA's Fast Track decision speaks volumes about the efficacy of FRX-101.
REG002|Come the PDUFA date of June 30, 2027, FRX-101 will be an approved medicine.
REG002|We will have FDA approval in hand by June 30, 2027.
REG002|With a PDUFA date of June 30, 2027, FRX-101 is certain to reach patients this summer.
REG003|LupuSense earned approval from the FDA by way of a 510(k).
REG007|EMA gives green light: Zelvora approved for European patients by CHMP.
REG008|Having been approved for lupus, Zelvora is now studied in Crohn's disease.
REG008|Now approved for lupus, Zelvora is a tablet.
REG008|Zelvora gained regulatory approval last year and is given to adults with lupus.
REG008|Zelvora, an approved drug for lupus, had sales of $3 million.
REG008|Zelvora, which has had marketing approval since 2024, is taken once a day.
REG010|FDA reviewers signaled that remission at week 12 would do as the sole endpoint.
REG010|Our registrational path has the agency's backing.
REG010|The FDA shares our view that histology is a valid endpoint.
REG010|The agency accepted our rationale for a 12-week endpoint.
REG010|We left the meeting with full FDA support for our plan.
REG011|FDA authorization and approval of the clinical trial came in March.
REG011|The FDA has given approval for FRX-101 to enter human testing.
REG011|With the FDA's approval of the study protocol, Phase 3 can begin.
SAF003|FRX-101 was easily tolerated, even at the highest dose.
SAF003|Patients tolerated FRX-101 remarkably well.
SAF003|The compound's tolerability proved superb.
SAF003|FRX-101 continues to show a strong safety profile.
SAF004|No unexpected safety findings emerged.
SAF004|Nothing unexpected was seen with respect to safety.
SAF004|Safety was as expected from the class.
SAF004|The pattern of adverse events was in keeping with that of earlier studies.
SAF004|The safety findings matched what was known from prior trials.
SAF005|FRX-101 never harms patients.
SAF005|FRX-101 spares patients every one of the harms of biologics.
SAF005|FRX-101 is free of the side effects seen with steroids.
SAF006|FRX-101 was as well tolerated as placebo.
SAF006|In terms of safety there was nothing to choose between FRX-101 and placebo.
SAF006|Side effects occurred just as often on placebo as on FRX-101.
SAF006|The rate of serious infections mirrored that of the placebo arm.
SAF006|Tolerability was on a level with that of placebo.
SAF008|Herpes zoster was diagnosed in 2.6% of those on FRX-101.
SAF008|On FRX-101 the rate of herpes zoster was 3.2%.
SAF008|The most frequently reported treatment-emergent adverse event was diarrhea, occurring in 12% of patients receiving FRX-101.
STA001|FRX-101 significantly outdid placebo on urgency (p=0.21).
STA001|No statistically meaningful difference in bleeding was detected (P = .003).
STA003|The risk ratio of 0.88 (95% CI 0.74 to 1.05) represents a statistically significant benefit.
STA003|With an odds ratio of 1.31 (95% CI 0.92-1.87) healing was significantly more likely on FRX-101.
STA006|A total of 9 patients (12%) in the 40-patient cohort had a flare.
STA006|Flares were seen in 9 patients (12%) in the 40-patient cohort.
STA006|Twenty-two of 44 participants, i.e. 60 percent, were women.
STA008|Adherence: 97%; responders: 108%.
STA008|Seroconversion reached 103.5% in the high-dose group.
STA008|The seroprotection rate was 108%.
STA009|72 treated patients were seen for a year. Thirty patients received FRX-101 once a day; 40 received FRX-101 twice a day.
STA009|Altogether 90 patients entered the trial, 30 in each of the four groups.
STA009|In total, 96 adults took part, 24 in each of the three cohorts.
STA009|The 200 patients were split into FRX-101 (n=110) and placebo (n=100).
STA010|Calprotectin dropped from 1,200 to 600 ug/g, i.e. by 65%.
STA010|Remission was 31% on FRX-101 and 14% on placebo, 22 points apart.
STA010|Remission was 31% on FRX-101 and 14% on placebo, 27 points apart.
STA010|Remission was 60% at 30 mg and 41% at 10 mg, three- and four-fold the placebo rate (20%).
STA010|Remission was reached by 41% on FRX-101, four times the placebo rate (20%).
STA010|Vaccine efficacy against severe disease was 62% (6/400 versus 30/400).
STA010|Vaccine efficacy was 45%, with attack rates of 0.5% on vaccine and 2.0% on placebo.
STA010|Vaccine efficacy was 85% (15 cases among 4,010 vaccinated adults and 60 among 4,002 on placebo).
STA011|FRX-101 lowered the risk of flare, with a hazard ratio of 1.71.
STA011|FRX-101 lowered the risk of transplant, with a hazard ratio of 1.44 (95% CI 1.10-1.89).
STA011|The miss follows from a lower than expected relapse rate of 31 percent, compared with an expected rate of 12-15 percent.
STA013|The congress takes place from June 29 to 31, 2027.
STA013|The meeting is on April 28-31, 2027.
STA013|The meeting takes place from September 18 to 12, 2027.
TRL002|Registration: NCT-0555-1234.
""".strip().splitlines()
SILENT = """
EFF001|A drug that reliably controls lupus would be welcome.
EFF001|Regulators will judge in due course whether FRX-101 is effective.
EFF001|Steroids work quickly but are not a safe long-term option for most patients.
EFF001|Whether the drug works, and for whom, is the question that the Phase 3 program has been built to answer.
EFF001|We look for convincing evidence of efficacy before moving into Phase 3.
EFF004|"I am grateful to the investigators for a well-run study," said Dr. Okoro.
EFF004|"This is not the outcome we hoped for, and we thank the patients who took part," said Lars Holm, Chief Executive Officer.
EFF004|Disappointing as the outcome is, the trial was well conducted.
EFF004|We remain excited about FRX-310, our antibody for lung cancer, which enters the clinic this year.
EFF005|Hospitals trend toward single-use endoscopes.
EFF005|Prices of raw materials have trended upward for two years.
EFF005|Rates of infection were numerically higher on FRX-101 than on placebo (4% versus 3%).
EFF005|The trend toward earlier diagnosis has raised the number of patients treated in the community.
EFF005|We continue to see positive trends in enrollment across all sites.
EFF006|Demographics and disease duration were comparable between the two arms.
EFF006|Superiority was not shown, and the trial cannot tell whether the two treatments are alike.
EFF007|A non-inferiority trial against vedolizumab is planned for 2028.
EFF007|Regulators accept non-inferiority designs in this disease.
EFF007|The margin of non-inferiority was 10 percentage points; the lower bound of the interval was -4.
EFF007|The trial reached enrollment of its non-inferiority cohort in June.
EFF008|A subset of patients gave blood samples for genetic work.
EFF008|Of the 312 patients, 48% had never received a biologic and 12% had panlupus.
EFF008|Patients aged 18 to 75 years could take part.
EFF008|Variability of response was greater in patients with missing samples.
EFF011|Flares occurred in 12% of patients on FRX-101 and 24% on placebo, a relative reduction of 50%.
EFF011|Manufacturing costs were cut by three quarters.
EFF011|Operating expenses fell by 30% from the prior quarter.
EFF011|Relapses occurred in 11% on FRX-101 and 20% on placebo, down by 45%.
EFF011|The trial was powered to detect a 30% reduction in flares versus placebo.
EFF012|An endoscopic response was seen in 27 of 41 patients (66%).
EFF012|Clinical response was seen in 24 of 41 patients (59%).
EFF013|FRX-101 significantly reduced rectal bleeding (least-squares mean difference -0.6; 95% CI -0.9 to -0.3; p<0.001).
EFF013|Site contracts took a significant amount of time to sign.
EFF013|The company has made significant progress in improving its manufacturing.
EFF013|Time to enrollment was significantly shorter than planned.
EFF013|Statistical significance was not reached for joint pain.
EFF015|FRX-101 lowers LDL cholesterol, and an outcomes trial will show what that means for patients.
EFF015|Fecal calprotectin fell by 61%; it is not known if this leads to fewer operations.
EFF015|The trial will measure C-reactive protein, transplant-free survival and overall survival.
EFF015|FRX-101 binds autoantibodies and is being studied for its ability to slow disease progression.
EFF016|In the murine model, FRX-310 shrank tumors by 70%, and findings in mice may not carry over to people.
EFF016|Rats given FRX-310 stayed free of tumors.
EFF016|The data supported an IND application, and a first trial in patients will open this year.
EFF016|The tumors of all treated mice vanished, a finding that has yet to be repeated in people.
EFF016|In mice, FRX-310 was active; a trial will show whether it will work in patients.
EFF017|FRX-101 acts faster than its metabolite in human cells.
EFF017|FRX-101 is absorbed faster without food.
EFF017|Patients who had failed adalimumab responded as often as those who had not (30% versus 32%).
EFF017|Remission rates were superior to the 14% seen on placebo.
EFF017|The response rate compares favorably with placebo in this trial (52% versus 31%).
EFF018|A phenomenal number of volunteers helped to run the patient day.
EFF018|Ferrant hosted a symposium on breakthrough pain in patients with lupus.
EFF018|The first patient was the youngest ever to be treated at the center.
EFF018|The most significant cost item was the Phase 3 program.
EFF018|We saw unprecedented levels of interest in the trial.
EFF021|Among insured adults, early starters of Zelvora relapsed less often, though cause and effect cannot be told from claims data.
EFF021|Emergency visits were half as frequent in those who took Zelvora, which may reflect who was chosen for it.
EFF021|Patients on Zelvora had lower steroid use, an association that does not establish cause.
EFF021|Steroid use was 40% lower among patients who took Zelvora; unmeasured differences between the groups may explain this.
EFF022|Clinicians now have four oral drugs to choose from.
EFF022|Gastroenterologists should report side effects to the FDA.
EFF022|If it is approved, FRX-101 might give physicians another oral choice.
EFF022|Patients in both arms continued on methotrexate as recommended in guidelines.
EFF022|Physicians should consider the Warnings and Precautions before prescribing.
EFF022|The amendment will change how we treat missing data.
EFF022|"I would recommend the trial to my patients," said Dr. Okoro.
EFF023|An early payment discount is granted to hospitals.
EFF023|An interim report for the six months to June 30, 2027 will be published in August.
EFF023|As of the cut-off on February 12, 2027, 14 of 30 planned patients were evaluable; these early results may change.
EFF023|Preliminary talks with a partner have begun.
REG001|Fast Track status allows for more frequent meetings with the FDA and does not change what must be shown for approval.
REG001|Ferrant received Orphan Drug designation, which brings tax credits and a waiver of fees.
REG001|Orphan designation was granted after a review of prevalence data.
REG001|RMAT designation allows for a rolling submission.
REG002|Come the PDUFA date of June 30, 2027, Ferrant will know what the FDA has decided.
REG002|If the agency approves FRX-101 by June 30, 2027, Ferrant could launch in the fall.
REG002|The review clock runs to June 30, 2027, and the agency may act before or after that date.
REG002|We will have an FDA decision in hand by June 30, 2027.
REG003|LupuSense earned clearance from the FDA by way of a 510(k).
REG003|LupuSense is the first monitor of its kind to be cleared by the FDA.
REG003|LupuSense is used together with FDA-approved drugs for lupus.
REG004|Ferrant Medical is registered as a manufacturer, and listing does not mean that the FDA has approved LupuSense.
REG004|LupuSense is certified under ISO 13485.
REG004|The trial is registered with ClinicalTrials.gov.
REG007|The CHMP's vote is advice to the European Commission.
REG007|The opinion now goes to the European Commission, which decides on marketing authorisation in the EU.
REG007|Zelvora was approved in the United States in 2026.
REG008|The budget was approved by the board of directors.
REG008|Zelvora has been approved in Japan since 2024.
REG008|Zelvora, approved in Canada for lupus, had sales of $3 million.
REG010|Ferrant will ask the FDA whether a single pivotal trial would be enough.
REG010|The FDA shares inspection reports with other agencies.
REG010|The agency accepted our request to meet.
REG011|The 30-day review period of the IND ended without comments, and the trial may proceed.
REG011|The agency acknowledged receipt of the IND for FRX-310.
REG011|The ethics committee approved the protocol, and the FDA was informed.
REG013|The Biologics License Application for nexoprimab was accepted for review.
REG013|The European Medicines Agency validated the application for Zelvora in March.
REG013|The FDA approved the PMA of the implant.
SAF003|Patients tolerated the wait in the clinic well.
SAF003|The Phase 3 trial will tell more about how well the drug is tolerated.
SAF003|The compound's tolerability will be looked at in Phase 3.
SAF003|Tolerability was good: 4 of 156 patients on FRX-101 and 5 of 156 on placebo stopped because of adverse events.
SAF003|We continue to monitor how well the drug is tolerated.
SAF004|Remission rates were consistent with those of prior trials.
SAF004|Safety was in line with earlier trials: infections occurred in 4% of patients and headache in 7%.
SAF004|The pattern of enrollment was in keeping with that of earlier studies.
SAF005|FRX-101 was not stopped for harm in any of the 20 patients.
SAF005|No medicine is without risk, and FRX-101 is no exception.
SAF005|None of the 20 volunteers had an adverse event at the lowest dose.
SAF005|There is no risk that the trial will be short of drug.
SAF005|The infusion was given without the premedication used with biologics.
SAF006|Drug levels in blood were similar in men and women.
SAF006|Serious infections were as frequent on FRX-101 (1.3%) as on placebo (1.3%).
SAF006|Tolerability was on a level with that of placebo: 5% and 6% of patients stopped because of adverse events.
SAF008|Acne was reported by 11% of those who took FRX-101 and by 2% of the placebo arm.
SAF008|At screening, 30% had fatigue and 12% had headache.
SAF008|Serious infections were reported in 1% of each group.
SAF008|Rash was noted in 6% of the patients on active drug and in 5% on placebo.
STA001|FRX-101 significantly outdid placebo on urgency (p=0.021).
STA001|The drop in calprotectin was significant (p=0.012), while the gain in weight was not (p=0.4).
STA001|The effect on pain was not statistically significant, with a p-value of 0.12.
STA001|There was no significant interaction between treatment and region (p=0.62).
STA002|Median time to flare was 8.4 months (95% CI 6.9, not reached).
STA002|Relative risk was 0.82, with a 95% confidence interval of 0.61 to 1.10.
STA002|Vaccine efficacy was 71% (95% CI, 54 to 88).
STA003|A significant benefit was recorded for weight gain (mean difference 0.8 kg; 95% CI 0.3 to 1.3).
STA003|The hazard ratio for flare was 0.81 (95% CI, 0.60 to 1.09), which does not exclude chance.
STA003|The risk ratio of 0.88 (95% CI 0.79 to 0.98) represents a statistically significant benefit.
STA005|FRX-101 lowered the hazard of relapse by 45%, for a hazard ratio of 0.55.
STA005|Mortality risk dropped 38% with FRX-101 (HR 0.62; 95% CI 0.45-0.85).
STA005|The chance of a flare was cut by 39% (hazard ratio 0.61).
STA005|The hazard ratio for relapse was 0.53, and 30% of patients stopped steroids.
STA006|Flares were seen in 9 patients (23%) in the 40-patient cohort.
STA006|Healing was confirmed in 14/35 (40%).
STA006|Remission was reached by 61 out of 156 patients, or 39%.
STA006|Twenty-two of 44 participants, i.e. 50 percent, were women.
STA007|Healing was more frequent on FRX-101 (p<.0001).
STA007|The groups differed at week 8 (P=0.004).
STA007|The posterior probability of benefit was 1.0.
STA008|Calprotectin rose by 112% on placebo.
STA008|Enrollment reached 108% of the planned number.
STA008|Revenue reached 121% of plan.
STA008|Seroconversion was 98%, and titers rose by 410%.
STA009|60 patients were treated. Twenty patients received FRX-101 at 10 mg, 20 received FRX-101 at 20 mg, and 20 received placebo.
STA009|72 treated patients were seen for a year. Thirty patients received prior biologics; 38 received prior steroids.
STA009|72 treated patients were seen for a year. Thirty patients received steroids and 15 received antibiotics.
STA009|72 treated patients were seen for a year. Thirty patients received FRX-101 once a day; 42 received FRX-101 twice a day.
STA009|About 100 adults will take part, 24 in each of the four cohorts.
STA009|In all, 240 adults were randomized, 80 each to 10 mg, 20 mg and placebo.
STA009|In total, 96 adults took part, 24 in each of the four cohorts.
STA009|Of 312 patients, 156 were allocated to FRX-101 and 156 to placebo.
STA009|Of 312 patients, 281 completed week 12, 144 on FRX-101 and 137 on placebo.
STA009|The 200 patients were split into FRX-101 (n=100) and placebo (n=100).
STA010|Hemoglobin dropped from 12.0 to 9.0 g/dL, i.e. by 25%.
STA010|Mean pain fell from 8.0 to 4.0, a drop of 50%.
STA010|Median time to flare was 9.0 months against 6.0 months, an improvement of 3.0 months.
STA010|Remission was 31% on FRX-101 and 14% on placebo, 17 points apart.
STA010|Remission was 57% at 30 mg and 37% at 10 mg, three- and two-fold the rate on placebo (19%).
STA010|Remission was reached by 41% on FRX-101, about twice the placebo rate (20%).
STA010|Response was 52% compared with 35%, for a between-group difference of 17 percentage points.
STA010|Response was nearly three times the control rate of 11%, reaching 31%.
STA010|Vaccine efficacy against severe disease was 80% (6/400 versus 30/400).
STA010|Vaccine efficacy was 66.9% (40 cases among 9,120 in the vaccine group and 121 among 9,133 on placebo).
STA010|Vaccine efficacy was 72% in a Cox model adjusted for age (15 cases among 4,010 and 75 among 4,002).
STA010|Vaccine efficacy was 75% (15 cases among 4,010 vaccinated adults and 60 among 4,002 on placebo).
STA010|Vaccine efficacy was 75%, with attack rates of 0.5% on vaccine and 2.0% on placebo.
STA010|Vaccine efficacy was 75.1% (95% CI 53.0 to 87.8; 15/4,010 versus 60/4,002).
STA010|Vaccine efficacy was 80% against infection (10/1,000 vs 50/1,000) and 90% against hospitalization (2/1,000 vs 20/1,000).
STA010|Vaccine efficacy was 91.2% (95% CI 85.6 to 94.6).
STA011|Calprotectin fell from 910 to 640 ug/g by week 12.
STA011|FRX-101 lowered the risk of flare, with a hazard ratio of 0.71.
STA011|Hemoglobin, which had been 12.1 g/dL, was 10.4 g/dL in the placebo arm.
STA011|Pain scores declined from 5.3 at baseline to 4.1 at week 12.
STA011|The miss follows from a higher than expected relapse rate of 31 percent, compared with an expected rate of 12-15 percent.
STA011|The miss follows from a lower than expected event rate of 9%, versus an expected rate of 8 to 11%.
STA013|A call will take place on Sunday, April 11, 2027.
STA013|It ran from May 30 to June 2, 2027.
STA013|The congress takes place from June 28 to July 1, 2027.
STA013|The meeting is on April 28-30, 2027.
STA013|The webcast is on Tuesday, April 6, 2027.
STA014|Full data were presented in September 2026.
STA014|In 2025 the company had planned to begin Phase 3 in the second half of 2026.
STA014|We had anticipated filing a New Drug Application by the end of 2025.
TRL002|More is at clinicaltrials.gov/study/NCT05551234.
TRL002|Patients had NCT before surgery; 12 of 40 had a complete response.
TRL002|Registration: NCT05551234.
TRL003|EU CT No.: 2023-505123-41-00 is the European registration.
TRL003|European registration: EudraCT 2020-001234-45.
TRL003|LYRA is registered in Europe (EudraCT No. 2021-001234-11).
TRL004|Patients from Phase 2 may enter a Phase 3 extension.
TRL004|The Phase 3 program will include two trials.
TRL004|The article, “A Phase III Trial of Steroids in Colitis,” appeared in March.
""".strip().splitlines()
RESULTS = "Ferrant Bio Announces Data From Its LYRA Trial of FRX-101 in Lupus"
DATELINE = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- "
OPENING = DATELINE + (
    "Ferrant Bio, Inc. (Nasdaq: FRBX) today announced data from LYRA, a randomized, "
    "placebo-controlled Phase 2b trial of FRX-101, an investigational oral therapy, in 312 adults with lupus."
)
MET = "LYRA met its primary endpoint of response at week 24 (52% on FRX-101 versus 31% on placebo; p=0.001)."


@pytest.mark.parametrize("line", REPORTED)
def test_a_fault_is_reported_in_further_words(line: str) -> None:
    code, _, sentence = line.partition("|")
    assert code in codes(sentence)


@pytest.mark.parametrize("line", SILENT)
def test_further_sentences_of_like_words_are_passed_over(line: str) -> None:
    code, _, sentence = line.partition("|")
    assert code not in codes(sentence)


@pytest.mark.parametrize(
    "miss",
    [
        "LYRA was unsuccessful on its primary endpoint of response at week 24.",
        "The study was not successful with regard to its primary endpoint, response at week 24.",
        "The hoped-for improvement in the primary endpoint, response at week 24, did not materialize.",
    ],
)
def test_a_miss_is_known_in_further_words(miss: str) -> None:
    assert severities("EFF002", miss, headline=RESULTS, lead=OPENING) == ["warning"]


def test_what_would_have_been_done_is_no_miss() -> None:
    supposed = "The trial would have been stopped had an interim analysis shown that the primary endpoint could not be met."
    assert found("EFF002", supposed, headline=RESULTS, lead=f"{OPENING} {MET}") == []


def test_a_harm_that_is_counted_by_its_name_is_a_finding_on_safety() -> None:
    assert found("SAF001", MET, "Headache was reported in three patients.", headline=RESULTS, lead=OPENING) == []
    assert severities("SAF001", MET, headline=RESULTS, lead=OPENING) == ["error"]


def test_two_shares_in_the_brackets_of_a_harm_are_those_of_both_arms() -> None:
    assert found("SAF008", MET, "Headache was the most common adverse event (7% and 6%).", headline=RESULTS, lead=OPENING) == []
    assert found("SAF008", MET, "Headache was the most common adverse event (7%).", headline=RESULTS, lead=OPENING)


def test_the_boxed_warning_of_another_medicine_is_not_missed() -> None:
    assert found("SAF007", "Another inhibitor carries a boxed warning.") == []
    assert found("SAF007", "Please see full Prescribing Information, including the Boxed Warning.")


def test_a_stratum_that_the_opening_tells_is_the_trial() -> None:
    stratum = "In biologic-naive patients, response was reached by 61% on FRX-101 and 30% on placebo."
    assert found("EFF008", MET, stratum, headline=RESULTS, lead=OPENING)
    assert found("EFF008", MET, stratum, headline=RESULTS, lead=OPENING.replace("adults", "biologic-naive patients")) == []


def test_a_class_is_praised_at_a_conference_too() -> None:
    assert found("EFF018", "FRX-101, the first-in-class inhibitor for lupus, will be shown at two conferences.")
    assert found("EFF018", "She joined from a company where she led first-in-class medicines through her career.") == []


def test_a_topical_medicine_is_no_title() -> None:
    assert found("EFF018", "FRX-101 is a topical cream, potentially a first-in-class medicine for lupus.")


def test_what_is_told_of_a_strategy_is_no_aim() -> None:
    assert found("EFF001", "FRX-101 provides a strategy to lower antibody levels, which is clinically proven to reduce flares.")
    assert found("EFF001", "FRX-101 is part of a strategy to find clinically proven medicines.") == []


def test_a_headline_makes_the_data_of_a_release_observational() -> None:
    headline = "Ferrant Bio Announces Real-World Results of Zelvora in Lupus"
    lead = DATELINE + "Ferrant Bio, Inc. today announced results of Zelvora (velnicant) in 4,200 adults with lupus."
    assert severities("EFF021", "Zelvora lengthened life by 14 months.", headline=headline, lead=lead) == ["info"]
    assert found("EFF021", "Zelvora lengthened life by 14 months.", headline=headline.replace("Real-World ", ""), lead=lead) == []


def test_an_approval_by_way_of_the_accelerated_pathway_wants_its_basis() -> None:
    headline = "FDA Approves Zelvora for Lupus"
    lead = DATELINE + "Ferrant Bio, Inc. today announced that the FDA approved Zelvora under the accelerated approval pathway."
    assert severities("REG006", headline=headline, lead=lead) == ["error"]
    assert found("REG006", headline=headline, lead=lead.replace("approved Zelvora under", "will meet about")) == []


def test_an_opinion_opens_no_market() -> None:
    headline = "Ferrant Bio Receives Positive CHMP Opinion for Zelvora"
    lead = (
        "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. today announced that the CHMP adopted a positive opinion on Zelvora."
    )
    assert severities("REG007", "Zelvora can now be sold across the European Union.", headline=headline, lead=lead) == ["error"]
    assert (
        found(
            "REG007", "The European Commission decides whether Zelvora can be sold across the European Union.", headline=headline, lead=lead
        )
        == []
    )


def test_the_people_of_a_trial_are_told_in_its_description() -> None:
    assert found("TRL006", MET, "The analysis included 280 patients.", headline=RESULTS, lead=OPENING)
    assert found("TRL006", MET, "The per-protocol analysis included 280 patients.", headline=RESULTS, lead=OPENING) == []


@pytest.mark.parametrize("begun", ["Dosing has begun in", "Ferrant Bio begins"])
def test_a_trial_begins_in_further_words(begun: str) -> None:
    lead = f"{DATELINE}{begun} ORIEL, a Phase 3 trial of FRX-101, an investigational therapy, in adults with lupus."
    assert found("TRL001", headline="Ferrant Bio News on FRX-101", lead=lead)
    assert found("TRL001", headline="Ferrant Bio News on FRX-101", lead=lead.replace("(GLOBE", "(NCT05123456, GLOBE")) == []
