"""What a rule is about, said in many ways, and sentences of like words that are not what it is about."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import check
from prlint.engine.ruleset import load_rules
from prlint.release import parse
from tests.checks.results_release import DISEASE, HEADLINE, LEAD

RULES = load_rules(settings_from({"select": ["EFF", "SAF", "STA", "REG", "TRL"]}))
REPORTED = """
EFF001|FRX-101 is a safe and effective treatment for lupus.
EFF001|FRX-101 has been proven to work in lupus.
EFF001|The results establish the efficacy of FRX-101.
EFF001|FRX-101 is safe.
EFF001|These data prove that FRX-101 is effective in patients with lupus.
EFF001|FRX-101 has shown excellent efficacy in lupus.
EFF001|FRX-101 safely and effectively reduces flares.
EFF001|Our therapy is highly effective and well tolerated.
EFF001|The trial confirmed that FRX-101 is effective.
EFF001|FRX-101 offers patients a safe and effective oral option.
EFF001|The efficacy of FRX-101 has been demonstrated.
EFF001|FRX-101 works in patients for whom other drugs have failed.
EFF001|FRX-101 cures lupus.
EFF001|FRX-101 has demonstrated efficacy and safety in lupus.
EFF001|FRX-101 is an effective therapy with few side effects.
EFF001|The study showed FRX-101 to be effective.
EFF001|FRX-101 is efficacious in moderate disease.
EFF001|We now know that FRX-101 works.
EFF001|FRX-101 is both safe and highly efficacious.
EFF001|FRX-101 has proven safe in patients with lupus.
EFF001|Trial data confirm FRX-101's efficacy and safety.
EFF001|FRX-101 effectively controls lupus.
EFF001|The therapy's effectiveness is now established.
EFF001|FRX-101 is a proven treatment.
EFF001|Our data show beyond doubt that FRX-101 is effective.
EFF001|FRX-101 can safely be given to patients with kidney disease.
EFF001|As an effective and safe medicine, FRX-101 fills a gap.
EFF001|FRX-101, a safe and convenient oral medicine, was given daily.
EFF001|FRX-101 has been shown to be safe and effective in three trials.
EFF001|FRX-101 provides a cure for lupus.
EFF001|The favorable results demonstrate the clinical efficacy of FRX-101 in lupus.
EFF001|FRX-101 has established efficacy in lupus.
EFF001|Patients treated with FRX-101 are cured.
EFF001|FRX-101 is a life-saving therapy.
EFF005|There was a positive trend in fatigue.
EFF005|A favorable trend was observed in flares.
EFF005|Results trended toward significance.
EFF005|FRX-101 was numerically better than placebo on fatigue.
EFF005|The benefit approached statistical significance.
EFF005|Fatigue showed a strong trend in favor of FRX-101.
EFF005|A numerical improvement in pain was seen.
EFF005|The result narrowly missed statistical significance.
EFF005|A trend for improvement was seen in pain.
EFF005|Pain scores trended lower with FRX-101.
EFF005|Fatigue improved numerically.
EFF005|The data suggest a treatment effect.
EFF005|The difference was of borderline significance.
EFF015|By lowering interferon levels, FRX-101 prolongs life.
EFF015|The ORR of 50% translates into a survival benefit.
EFF015|FRX-101 reduced proteinuria, so patients live longer.
EFF015|Clearing the biomarker shows that FRX-101 slows the disease.
EFF015|The reduction in LDL cholesterol means fewer heart attacks.
EFF015|With an objective response rate of 40%, FRX-101 extends survival.
EFF015|Because it lowers blood pressure, FRX-101 prevents strokes.
EFF015|The response rate of 45% shows that FRX-101 prolongs survival.
EFF015|By raising enzyme levels, FRX-101 saves lives.
EFF015|The reduction in tumor size means that patients live longer.
EFF016|The mouse results mean that FRX-101 will cure patients.
EFF016|In mice FRX-101 eliminated tumors, proving that it will work in people.
EFF016|These animal data show that patients will benefit from FRX-101.
EFF016|Based on the mouse data, FRX-101 will help patients with lupus.
EFF016|The preclinical results demonstrate that FRX-101 is effective in patients.
EFF017|The response rate compares favorably with that of approved biologics.
EFF017|FRX-101 showed a higher response rate than has been reported for belimumab.
EFF017|The 52% response rate is well above the 30% seen historically with standard therapy.
EFF017|FRX-101 is superior to existing therapies.
EFF017|FRX-101 outperforms all approved treatments for lupus.
EFF017|FRX-101 had fewer side effects than currently available drugs.
EFF017|Response with FRX-101 was nearly double the rate reported in published trials of anifrolumab.
EFF017|These results exceed those of any marketed lupus drug.
EFF017|FRX-101 achieved deeper responses than competing agents.
EFF017|The results are better than those seen with other JAK inhibitors.
EFF017|Patients on FRX-101 lived twice as long as historical controls.
EFF017|FRX-101's efficacy surpasses what has been observed with steroids in earlier studies.
EFF017|In our trial FRX-101 did better than rituximab did in its pivotal study.
EFF017|Compared with historical data, FRX-101 cut flares by 40%.
EFF017|Response rates were higher than those published for anifrolumab.
EFF017|FRX-101 beats every approved lupus drug.
EFF017|No other lupus drug has achieved such a response rate.
EFF017|Our results are far superior to those of belimumab in its Phase 3 trials.
EFF017|FRX-101 reduced flares more than any approved therapy.
EFF017|A response of 52% is unheard of with current treatments.
EFF017|The 52% response rate compares with 30% for approved drugs.
EFF017|Benchmarked against published data, FRX-101 doubles the response.
EFF017|FRX-101 is safer than steroids.
EFF017|FRX-101 is more effective than belimumab.
EFF017|Flares were 40% lower than in historical cohorts.
EFF018|FRX-101 is a breakthrough in lupus care.
EFF018|FRX-101 is the best treatment for lupus.
EFF018|Our revolutionary therapy changes lives.
EFF018|FRX-101 is a game-changer for patients with lupus.
EFF018|FRX-101 has best-in-class efficacy.
EFF018|FRX-101 is the most effective drug ever tested in lupus.
EFF018|This is a paradigm-shifting medicine.
EFF018|FRX-101 delivered unprecedented responses.
EFF018|FRX-101, a miracle drug, is here.
EFF018|FRX-101 shows unmatched efficacy.
EFF018|The world's most advanced lupus therapy is here.
EFF018|FRX-101 is poised to revolutionize the treatment of lupus.
EFF018|FRX-101 is a first-in-class inhibitor.
EFF018|FRX-101 produced remarkable results.
EFF018|FRX-101 is a transformative therapy.
EFF021|In a registry study FRX-101 reduced deaths by 30%.
EFF021|Real-world data show that FRX-101 prevents hospitalizations.
EFF021|A retrospective chart review found that FRX-101 improved survival.
EFF021|In an observational cohort FRX-101 lowered the risk of relapse.
EFF021|In claims data FRX-101 cut hospital admissions by half.
EFF022|Physicians should use FRX-101 as first-line therapy.
EFF022|FRX-101 is the new standard of care in lupus.
EFF022|Every patient with lupus should receive FRX-101.
EFF022|These results will change clinical practice.
EFF022|Doctors should now switch their patients to FRX-101.
EFF022|FRX-101 should replace steroids in lupus.
EFF022|FRX-101 must be considered for all patients with lupus.
EFF022|The data establish FRX-101 as the standard of care.
REG001|The Fast Track designation shows that FRX-101 is effective.
REG001|Breakthrough designation confirms the superiority of FRX-101.
REG001|The orphan designation validates our approach.
REG001|With Fast Track designation, approval is assured.
REG001|The FDA's Breakthrough designation underscores the efficacy of FRX-101.
REG001|Receiving RMAT designation proves that FRX-101 works.
REG001|The granting of orphan status demonstrates the benefit of FRX-101.
REG001|The priority review means that the FDA recognizes the benefit of FRX-101.
REG001|Acceptance of the IND validates the safety of FRX-101.
REG001|The Breakthrough Therapy designation is proof of FRX-101's efficacy.
REG001|Fast Track designation moves FRX-101 closer to approval.
REG001|The orphan drug designation affirms the safety of FRX-101.
REG001|The FDA's acceptance of our NDA confirms that our data are convincing.
REG001|Priority review reflects the FDA's confidence in FRX-101.
REG002|The FDA will approve FRX-101 on June 30, 2027.
REG002|FRX-101 will be approved by the PDUFA date of June 30, 2027.
REG002|We will receive approval on our PDUFA date, June 30, 2027.
REG002|Approval of FRX-101 is set for June 30, 2027.
REG002|The FDA approval date for FRX-101 is June 30, 2027.
REG002|FDA approval will come on the PDUFA goal date of June 30, 2027.
REG002|FRX-101 is scheduled to be approved on June 30, 2027.
REG002|We expect FDA approval of FRX-101 in June 2027.
REG002|FRX-101 is due for approval on June 30, 2027.
REG002|FRX-101 will receive marketing approval on June 30, 2027, its PDUFA date.
REG002|The FDA is set to approve FRX-101 on June 30, 2027.
REG002|Approval is expected on June 30, 2027, the PDUFA date.
REG002|We anticipate approval of FRX-101 on the PDUFA date of June 30, 2027.
REG002|The FDA will grant approval by June 30, 2027.
REG002|FRX-101 will be on the market after its PDUFA date of June 30, 2027.
REG002|FRX-101 will be launched on its PDUFA date of June 30, 2027.
REG003|The FDA approved the 510(k) for our monitor.
REG003|Our 510(k)-approved monitor is sold in the U.S.
REG003|We received 510(k) approval for the device.
REG003|The device was approved by the FDA through the 510(k) pathway.
REG003|FDA 510(k) approval was obtained for the monitor.
REG003|The FDA granted De Novo approval for the device.
REG004|The device is FDA registered, which shows its quality.
REG004|Our FDA-registered product is safe.
REG004|Being registered with the FDA, the product meets the highest standards.
REG004|An FDA-registered device that you can trust.
REG004|The FDA registration of the product confirms its quality.
REG004|FRX Patch is FDA registered and listed, so doctors can rely on it.
REG007|After the positive CHMP opinion FRX-101 is approved in Europe.
REG007|The CHMP approved FRX-101.
REG007|The CHMP granted approval to FRX-101.
REG007|FRX-101 was approved by the CHMP.
REG007|CHMP approval of FRX-101 is a milestone.
REG007|The EMA's committee, the CHMP, has approved FRX-101 for lupus in the European Union, following its positive opinion.
REG010|The FDA agreed that one trial is enough for approval.
REG010|We have alignment with the FDA on our pivotal trial.
REG010|The FDA supports our plan to file on Phase 2 data.
REG010|The EMA endorsed the design of our trial.
REG010|Regulators agreed with our endpoint.
REG010|The FDA was very positive about our data.
REG010|The FDA told us that no further trials are needed.
REG010|The FDA indicated that our data are sufficient for filing.
REG010|The FDA gave us the green light for a single pivotal trial.
REG010|The agency concurred with our proposed endpoint.
REG010|We reached agreement with the FDA on the path to approval.
REG010|The FDA had no objections to our plan.
REG010|The FDA is on board with our approach.
REG010|The FDA accepted our proposed primary endpoint.
REG010|The FDA's feedback was positive.
REG010|The FDA is satisfied with our safety database.
REG010|The FDA agrees that our endpoint is valid.
REG010|We are fully aligned with the EMA.
REG010|The FDA encouraged us to file.
REG010|FDA feedback confirms our registration strategy.
REG010|The FDA has blessed our trial design.
REG010|The PMDA concurred that no further study is needed.
REG010|In our discussions, the FDA voiced support for our approach.
REG010|The FDA expressed enthusiasm for FRX-101.
REG010|The FDA indicated a willingness to accept a single trial.
REG011|The FDA approved our IND for FRX-101.
REG011|The FDA approved the start of our Phase 2 trial.
REG011|The FDA granted approval for our clinical trial of FRX-101.
REG011|Our IND was approved by the FDA.
REG011|We received FDA approval to begin a Phase 1 trial of FRX-101.
REG011|FDA approval of the IND allows us to start the trial.
REG011|The IND application has received FDA approval.
REG011|The FDA has approved a Phase 3 trial of FRX-101.
REG011|Following IND approval by the FDA, the trial began.
SAF003|FRX-101 was well tolerated.
SAF003|FRX-101 had an acceptable safety profile.
SAF003|The drug was generally safe and well tolerated.
SAF003|FRX-101 showed a clean safety profile.
SAF003|FRX-101 demonstrated good tolerability.
SAF003|Tolerability was excellent.
SAF003|The safety profile was favorable.
SAF003|FRX-101 was very well tolerated by patients.
SAF003|A benign safety profile was observed.
SAF003|FRX-101 has a manageable tolerability profile.
SAF003|FRX-101 was tolerated well.
SAF003|The side-effect profile was mild.
SAF003|The product was safe and well tolerated in all patients.
SAF003|Safety results were encouraging.
SAF003|FRX-101 exhibited an excellent safety profile.
SAF003|Treatment was well tolerated throughout the study.
SAF003|The safety profile remains favorable.
SAF005|FRX-101 has no side effects.
SAF005|FRX-101 is free of side effects.
SAF005|FRX-101 is completely safe.
SAF005|There are no safety concerns with FRX-101.
SAF005|FRX-101 is without toxicity.
SAF005|FRX-101 is 100% safe.
SAF005|Treatment with FRX-101 carries no risk.
SAF005|FRX-101 is harmless.
SAF005|FRX-101 does not cause adverse effects.
SAF005|FRX-101 is non-toxic in humans.
SAF005|FRX-101 avoids the side effects of steroids entirely.
SAF005|FRX-101 eliminates the risk of infection.
SAF005|FRX-101 is totally safe for patients.
SAF005|FRX-101 is devoid of side effects.
SAF005|Patients can take FRX-101 without any side effects.
SAF005|FRX-101 has zero toxicity.
SAF005|There is no risk of side effects with FRX-101.
SAF005|FRX-101 produces no adverse effects.
SAF005|FRX-101 is perfectly safe.
SAF005|FRX-101 is side-effect free.
SAF005|FRX-101 shows no toxicity at any dose.
SAF005|FRX-101 has none of the side effects of steroids.
SAF005|FRX-101 causes no harm.
SAF005|FRX-101 treats lupus without adverse effects.
SAF006|Adverse events were similar between arms.
SAF006|The safety profile was comparable to placebo.
SAF006|There was no difference in safety between FRX-101 and placebo.
SAF006|Adverse events did not differ between groups.
SAF006|Safety was the same as with placebo.
SAF006|FRX-101 had a placebo-like safety profile.
SAF006|Rates of side effects were no different from placebo.
""".strip().splitlines()
SILENT = """
EFF001|The trial will evaluate whether FRX-101 is safe and effective.
EFF001|Patients need safe and effective treatments.
EFF001|We aim to develop safe and effective medicines.
EFF001|The registration statement is effective.
EFF001|FRX-101 was generally well tolerated, with nausea in 8% of patients.
EFF001|The Company believes in effective governance.
EFF001|Methotrexate is an effective treatment for many patients.
EFF001|FRX-101 has not been shown to be safe or effective.
EFF001|There is no assurance that FRX-101 will prove to be safe and effective.
EFF001|The trial measures the efficacy and safety of FRX-101.
EFF001|FRX-101 met its primary efficacy endpoint.
EFF001|The amendment is effective as of March 1.
EFF001|Physicians want to know if FRX-101 is effective.
EFF001|Effective immediately, Dr. Lind is Chief Medical Officer.
EFF001|A cost-effective way to make FRX-101 was found.
EFF001|The efficacy population comprised 240 patients.
EFF001|FRX-101 may prove to be safe, but this is not known.
EFF001|The primary objective is to show that FRX-101 is effective.
EFF001|In patients with lupus, effective treatments are lacking.
EFF001|Efficacy was assessed at week 24.
EFF001|An independent committee reviews whether FRX-101 is safe.
EFF001|No claim is made that FRX-101 is safe or effective.
EFF001|We are dedicated to making safe and effective medicines for patients.
EFF001|A drug is approved only if it is shown to be safe and effective.
EFF001|Steroids are effective but have side effects.
EFF001|The data may support the efficacy of FRX-101.
EFF001|FRX-101 has not been approved as safe or effective by any agency.
EFF001|The efficacy analysis set included 118 patients.
EFF001|FRX-101 was safely stored at room temperature.
EFF001|The merger became effective on March 1.
EFF005|There was no trend toward improvement in fatigue.
EFF005|Market trends favor oral drugs.
EFF005|Fatigue was numerically lower, but the difference was not statistically significant (p=0.4).
EFF005|We follow trends in prescribing.
EFF005|The trend toward outpatient care goes on.
EFF005|Pain did not trend lower.
EFF005|Sales trended higher.
EFF005|Numerical values are given in the table.
EFF005|The trend was not statistically significant (p=0.3).
EFF015|FRX-101 reduced proteinuria, a surrogate that may predict kidney outcomes.
EFF015|Whether the fall in LDL cholesterol prevents heart attacks has not been shown.
EFF015|The ORR was 50% in 120 patients.
EFF015|Median overall survival was 14.2 months, and the ORR was 40%.
EFF015|Lower blood pressure is associated with fewer strokes.
EFF015|The trial measures overall survival and response rate.
EFF015|A reduction in LDL-C is a surrogate for fewer heart attacks.
EFF016|In mice FRX-101 reduced tumor volume.
EFF016|The preclinical data support a clinical trial of FRX-101.
EFF016|In mouse models FRX-101 may offer a benefit that trials in patients must confirm.
EFF016|Results in animals may not predict results in people.
EFF017|FRX-101 reduced flares compared with placebo.
EFF017|FRX-101 was superior to methotrexate, the active comparator of the trial.
EFF017|Revenue was higher than in the previous year.
EFF017|The price is lower than that of competing drugs.
EFF017|No head-to-head trial has compared FRX-101 with belimumab, and cross-trial comparisons have limits.
EFF017|Enrollment was faster than in our earlier trials.
EFF017|The 20 mg dose gave a higher response rate than the 10 mg dose.
EFF017|Patients on FRX-101 had fewer flares than those on placebo.
EFF017|Lupus is more common in women than in men.
EFF017|Existing therapies leave many patients without a response.
EFF017|In a network meta-analysis, FRX-101 ranked above other agents.
EFF017|Response rates were higher in patients with recent disease than in those with long disease.
EFF017|FRX-101 was more effective than placebo.
EFF017|The response rate was higher with FRX-101 than with placebo (52% versus 31%).
EFF017|The response rate was higher at week 24 than at week 12.
EFF017|The trial had more patients than our earlier trials.
EFF017|Current therapies have response rates below 40%.
EFF017|Our market share is higher than that of competitors.
EFF017|The results were better than we had expected.
EFF018|FRX-101 received Breakthrough Therapy designation.
EFF018|The FDA granted breakthrough device designation.
EFF018|This is a first-in-human trial.
EFF018|Breakthrough infections were counted.
EFF018|We thank our remarkable team.
EFF018|The company reached a landmark in enrollment.
EFF018|The best corrected visual acuity was measured.
EFF018|The most common adverse events were nausea and headache.
EFF018|The next dose level begins in May.
EFF018|Dramatic growth of the company continued.
EFF018|The most advanced candidate of our pipeline is FRX-101.
EFF021|In a registry study FRX-101 was associated with fewer deaths.
EFF021|A randomized registry trial showed that FRX-101 reduced deaths.
EFF021|The registry collects data on deaths.
EFF022|FRX-101 could become a new option for patients.
EFF022|Standard-of-care therapy was continued in both arms.
EFF022|Physicians may consider participation of their patients in the trial.
EFF022|Guidelines recommend steroids for patients with lupus.
EFF022|Patients should talk to their physician.
EFF022|Investors should consider the risks.
REG001|The FDA granted Fast Track designation to FRX-101.
REG001|The designation recognizes the unmet need in lupus.
REG001|Fast Track designation does not mean that FRX-101 is effective.
REG001|Orphan designation gives seven years of exclusivity after approval.
REG001|The designation is for drugs that treat serious conditions and fill an unmet need.
REG001|The designation may speed the review but does not change the standards for approval.
REG001|Breakthrough designation is based on preliminary clinical evidence of substantial improvement.
REG001|The designation underscores our commitment to patients.
REG001|We look forward to working with the FDA under the designation.
REG001|FRX-101 has Fast Track, orphan drug and rare pediatric disease designations.
REG001|The FDA granted the designation on the basis of the Phase 2 data.
REG001|Orphan designation does not alter the standard for approval.
REG001|Priority review shortens the review to six months.
REG001|The NDA was accepted for filing.
REG001|Receiving the designation is an important milestone for the company.
REG002|The PDUFA goal date is June 30, 2027.
REG002|The FDA set a target action date of June 30, 2027.
REG002|If approved, FRX-101 will be launched in July 2027.
REG002|The FDA is expected to decide by June 30, 2027.
REG002|A decision on FRX-101 is expected by the PDUFA date of June 30, 2027.
REG002|FRX-101 was approved on June 30, 2026 in Japan.
REG002|Potential approval of FRX-101 could come in 2027.
REG002|The shareholders will approve the merger on June 30, 2027.
REG002|The FDA assigned a PDUFA target date of June 30, 2027.
REG002|FRX-101, if approved, will be launched after the PDUFA date of June 30, 2027.
REG002|The FDA may or may not approve FRX-101 by the PDUFA date of June 30, 2027.
REG002|The FDA will act on the application by June 30, 2027.
REG002|A regulatory decision is expected in June 2027.
REG002|The FDA approved FRX-202 on June 30, 2025.
REG003|The FDA cleared the device under section 510(k).
REG003|We received 510(k) clearance for the device.
REG003|The device received premarket approval (PMA).
REG003|The FDA granted De Novo classification to the device.
REG003|The 510(k) was submitted to the FDA.
REG003|The FDA approved our drug and cleared our device under 510(k).
REG004|The product is made in an FDA-registered facility.
REG004|Registration does not denote approval by the FDA.
REG004|We are registered with the SEC.
REG004|Our manufacturing site is registered with the FDA and was inspected.
REG004|FRX is a registered trademark.
REG007|The CHMP adopted a positive opinion recommending FRX-101; the European Commission will decide within 67 days.
REG007|The CHMP recommended approval of FRX-101, and the Commission is expected to decide in June.
REG007|Following the CHMP opinion the European Commission approved FRX-101.
REG010|The FDA agreed at a Type B meeting, and the minutes record, that one trial may suffice.
REG010|We will seek agreement with the FDA on our pivotal trial.
REG010|In written responses the FDA agreed with the endpoint.
REG010|The FDA has not agreed to our plan.
REG010|There is no assurance that the FDA will agree.
REG010|The FDA accepted our NDA for review.
REG010|We plan to meet with the FDA in May.
REG010|The company agreed with its lender on new terms.
REG010|At an End-of-Phase 2 meeting the FDA agreed with the design.
REG010|The FDA granted the request for a meeting.
REG010|The FDA asked for another trial.
REG010|We intend to reach alignment with the FDA.
REG010|The FDA approved FRX-101.
REG010|In the minutes of our Type C meeting the FDA agreed with our endpoint.
REG010|The FDA has not commented on our plan.
REG010|We await feedback from the FDA.
REG010|The FDA lifted the clinical hold.
REG010|The FDA accepted the application for priority review.
REG011|The FDA cleared our IND for FRX-101.
REG011|The IND for FRX-101 is in effect.
REG011|The institutional review board approved the trial.
REG011|Health Canada approved the clinical trial application.
REG011|The FDA accepted our IND.
REG011|The FDA approved FRX-101 on the basis of a Phase 3 trial.
REG011|The FDA approved an investigational device exemption for the trial of the device.
REG011|China's NMPA approved the clinical trial of FRX-101.
SAF003|FRX-101 was well tolerated: nausea occurred in 8% of patients and headache in 5%.
SAF003|FRX-101 was well tolerated, and the most common adverse events were nausea and headache.
SAF003|The trial will assess whether FRX-101 is well tolerated.
SAF003|FRX-101 was not well tolerated.
SAF003|Patients need a treatment with a favorable safety profile.
SAF003|The news was well tolerated by the market.
SAF003|FRX-101 was well tolerated, with no serious adverse events in 120 patients.
SAF003|FRX-101 is designed to have a favorable safety profile.
SAF003|Treatment was well tolerated; 3 of 120 patients stopped because of adverse events.
SAF003|FRX-101 was well tolerated, and the most frequent side effect was headache.
SAF003|Whether FRX-101 is well tolerated will be studied.
SAF005|No serious adverse events were reported with FRX-101.
SAF005|There were no treatment-related deaths.
SAF005|No new safety signals were observed.
SAF005|FRX-101 had no dose-limiting toxicities.
SAF005|FRX-101 was not associated with weight gain.
SAF005|No adverse events leading to discontinuation were observed.
SAF005|The Company has no risk of default.
SAF005|Patients without side effects continued at the same dose.
SAF005|It is not known whether FRX-101 has no side effects.
SAF005|No drug is free of side effects.
SAF005|There was no toxicity in mice treated with FRX-101.
SAF005|FRX-101 is designed to avoid the side effects of steroids.
SAF005|Patients deserve treatments without side effects.
SAF005|No deaths occurred.
SAF005|No toxicity-related discontinuations were reported.
SAF005|We cannot say that FRX-101 has no side effects.
SAF005|Side effects were mild.
SAF005|No patient had a serious adverse event.
SAF005|No safety concerns were identified by the monitoring board.
SAF005|FRX-101 did not cause hypoglycemia in this trial.
SAF005|No increase in adverse events was seen.
SAF005|There was no signal of liver toxicity.
SAF006|Adverse events were similar (41% on FRX-101 and 40% on placebo).
SAF006|Baseline characteristics were similar between arms.
SAF006|Response was similar between men and women.
""".strip().splitlines()


def codes(sentence: str) -> set[str]:
    """The rules that report something in a sentence that is a paragraph of a release of results."""
    release = parse(read(f"{HEADLINE}\n\n{LEAD}\n\n{sentence}\n\n{DISEASE}\n\n".encode(), "release.txt"))
    start = release.text.index(sentence)
    return {finding.code for finding in check(release, RULES) if start <= finding.start < start + len(sentence)}


@pytest.mark.parametrize("line", REPORTED)
def test_what_a_rule_is_about_is_reported_in_whatever_words(line: str) -> None:
    code, _, sentence = line.partition("|")
    assert code in codes(sentence)


@pytest.mark.parametrize("line", SILENT)
def test_like_words_that_say_something_else_are_passed_over(line: str) -> None:
    code, _, sentence = line.partition("|")
    assert code not in codes(sentence)
