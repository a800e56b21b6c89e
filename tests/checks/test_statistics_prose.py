"""Prose as companies write it: correct sentences in which a naive tool finds errors, and wrong ones in many forms."""

import pytest

from prlint.checks import statistics
from prlint.document import read
from prlint.release import parse

PROSE = """
The key secondary endpoint was numerically in favor of FRX-101 but did not reach statistical significance (p=0.06), while the other secondary endpoints were nominally significant (p=0.01).
The trial met its primary endpoint, with a statistically significant reduction in attacks (p<0.001), and showed improvement in quality of life (p=0.09).
FRX-101 met both co-primary endpoints (p=0.012 and p=0.034), and improved pain (p=0.2).
Although the primary endpoint was not met, FRX-101 significantly reduced hospitalizations (p=0.003).
The study did not meet its primary endpoint; a post hoc analysis in carriers showed a benefit (p=0.02).
The primary endpoint was not statistically significant in the overall population, but in patients with high expression the difference was significant (p=0.01).
No statistically significant difference was observed at Week 4 (p=0.21), but the difference was significant at Week 12 (p=0.01).
Results were statistically significant for the high dose (p=0.004) and not significant for the low dose (p=0.14).
The difference did not achieve statistical significance at the pre-specified alpha of 0.025 (p=0.031).
A trend toward significance was seen (p=0.07).
The improvement was statistically significant at the one-sided 0.10 level (p=0.08), the significance level of 0.10 having been set in advance.
FRX-101 was statistically non-inferior to control (p=0.0002; 95% CI -2.1 to 1.4) and met its primary endpoint.
The median progression-free survival was 9.2 months (95% CI: 7.4-11.1) versus 5.6 months (95% CI: 4.1-7.0) with chemotherapy (HR=0.61; 95% CI: 0.47-0.79; p<0.001), a 39% reduction in the risk of progression or death.
Overall survival was 21.0 and 18.2 months in the FRX-101 and control arms, respectively (HR 0.82; 95% CI 0.63, 1.07; p=0.14).
At 24 months, 61% (95% CI: 53-68) of patients on FRX-101 and 48% (95% CI: 40-56) on placebo were free of events.
The LS mean change from baseline was -12.3 (SE 1.2) with FRX-101 and -7.1 (SE 1.3) with placebo (difference -5.2; 95% CI -8.6, -1.8; p=0.003).
The placebo-adjusted change was 3.1% (95% CI 1.8% to 4.4%).
FRX-101 reduced LDL-C by 45% and triglycerides by 20%; the hazard ratio for MACE was 0.85 (95% CI 0.75-0.96).
FRX-101 reduced the risk of the composite of cardiovascular death or hospitalization by 18% (HR 0.82) and of all-cause death by 12% (HR 0.88).
The risk of death fell by 27% and the risk of progression by 41% (hazard ratios of 0.73 and 0.59, respectively).
Vaccine efficacy was 83.7% (95.9% CI, 66.0-92.2).
The relative risk reduction was 33% (relative risk 0.67; 95% CI 0.51-0.88).
The odds of response were higher with FRX-101 (odds ratio 2.4; 95% CI 1.3-4.4; p=0.004).
The objective response rate was 36.4% (8/22; 95% CI 17.2-59.3), including three complete responses (13.6%).
Of 22 evaluable patients, 8 (36%) responded and 3 (14%) had a complete response.
Serious adverse events occurred in 5 of 60 patients (8.3%) on FRX-101 and 4 of 61 (6.6%) on placebo.
Grade 3/4 neutropenia (25%) and grade 1/2 nausea (40%) were the most common events.
Two of three patients (67%) in the 1/2 mg cohort responded; one of six (17%) did in the next.
A PASI 75 response was achieved by 72% of patients (n=180) with FRX-101 and 12% (n=90) with placebo.
A reduction of at least 50% in seizures was seen in 14 of 30 patients (47%), and a 75% reduction in 6 of 30 (20%).
The 12-month survival rate was 71.4% (15/21, Kaplan-Meier), and the 24-month rate 60.1%.
More than 90% of patients (47 of 50) completed the study.
Approximately one third of patients (34 of 98; 35%) had prior therapy.
The p-value for interaction was 0.62, and no significant interaction was seen.
Statistical significance was defined as p<0.05; the result was not significant (p=0.11).
The posterior probability of superiority was 0.998, which met the threshold of 0.975 for success.
In the ITT population the p value was 0.049, meeting the primary endpoint.
Revenue grew 150% and reached 110% of plan; enrollment was 104% of patients targeted.
Patients recovered 112% of predicted lung function, and exposure was 130% of that in adults.
The annualized relapse rate was reduced by 54% (rate ratio 0.46; p<0.0001).
FRX-101 improved overall survival by 4.1 months (HR 0.71), a 29% lower risk of death.
The meeting will be held from Thursday, March 4 to Sunday, March 7, 2027 in Oslo.
As of the data cut-off of January 15, 2025, 40 patients were enrolled.
The hazard ratio favored FRX-101 at 0.77 with a 95% confidence interval of 0.60 to 0.99.
Event-free survival was significantly longer with FRX-101 than with placebo (median not reached vs. 14.1 months; HR 0.44, 95% CI 0.30-0.65).
There were no significant differences in safety between arms, and efficacy was significantly better with FRX-101 (p=0.01).
Both doses significantly reduced IOP compared with timolol (p<0.05), with the difference at Month 3 not statistically significant (p=0.31).
The treatment difference was statistically significant (p=0.02) in favor of FRX-101, with no difference in discontinuations (p=0.88).
Patients with baseline scores above 20 did not differ significantly from others in response (p=0.44).
Neither dose met the primary endpoint (10 mg, p=0.09; 20 mg, p=0.12).
FRX-101 20 mg met the primary endpoint (p=0.01), whereas FRX-101 10 mg did not (p=0.08).
FRX-101 did not significantly prolong QTc. It significantly improved walking distance (p=0.002).
The mean age was 61 years (range: 24-85) and 55% of patients were women (66 of 120).
In arm A, 10/40 (25.0%) and in arm B 4/38 (10.5%) responded, for a difference of 14.5% (95% CI -2.0 to 31.0).
Response rates were 45% vs. 30% (95% CI for the difference, 3% to 27%; p=0.02).
Median DOR was 11.2 months (95% CI, 8.4 to NE) and 13/17 (76%) responses were ongoing.
FRX-101 showed a 2.1-fold higher rate of remission (RR 2.1; 95% CI 1.2-3.6).
Mean HbA1c fell by 1.2% (95% CI −1.5 to −0.9) from 8.4% at baseline.
The reduction in the rate of exacerbations was 28% (95% CI 12% to 41%; p=0.001).
The risk was reduced by 28% (95% CI 0.59-0.88).
Of 120 patients enrolled (60 men and 59 women and one undisclosed), 55 responded.
The trial enrolled 212 patients (104 in the US and 96 in Europe).
The study randomized 240 patients 2:1 to FRX-101 (n=160) or placebo (n=80).
In total 240 patients were randomized to FRX-101 10 mg (n=80), FRX-101 20 mg (n=81) or placebo (n=79).
The trial enrolled 300 patients, of whom 290 were randomized to FRX-101 (n=145) or placebo (n=145).
A total of 45 patients (12 with melanoma and 20 with lung cancer) had a biopsy.
The trial enrolled 90 patients (30 per cohort and 10 per site).
100 patients (median 62 years and 3 prior lines) were treated.
Revenue was $45.2 million, an increase of $5.0 million or 12%, compared to $40.2 million.
Research and development expenses were $12.3 million for the quarter compared to $15.1 million for the same period in 2024, a decrease of $2.8 million, or 19%.
Net loss was $10.1 million, up 15% from $8.8 million a year ago.
Cash was $120.5 million compared to $98.7 million at year end.
Product sales increased 24% from $50.1 million to $62.0 million.
Sales grew by $1.1 billion, or 9%, to $13.4 billion.
Selling expenses decreased to $9.9 million from $11.2 million in 2024.
Gross margin increased to 75.2% in 2026 from 74.7% in 2025.
Mean score decreased from 32.1 at baseline to 21.4 at Week 12.
The annual rate was reduced from 4.1 to 1.3.
Weight was reduced by 12.3% from baseline to Week 52, compared to 2.1% with placebo.
The dose was increased from 50 mg to 100 mg, and the interval was increased from 4 weeks to 8 weeks.
Dosing frequency was reduced from daily to weekly in 40 patients.
A lower rate of relapse was seen with FRX-101 (12%) compared to placebo (24%).
A higher proportion of patients on FRX-101 responded (45%) compared to placebo (24%).
There was a lower incidence of nausea with placebo (5%) than with FRX-101 (9%).
FRX-101 reduced the risk of relapse compared with placebo (HR 0.61), and placebo patients had an increased risk of flare (HR 1.64).
Smokers had a higher risk of death (HR 1.4), and FRX-101 lowered the risk (HR 0.7).
Median overall survival was 15.2 months versus 11.1 months with chemotherapy, a 4.1-month improvement.
Median overall survival was 15.2 months versus 11.1 months with chemotherapy (HR 0.74), an LS-mean adjusted difference of 3.9 months.
Response rate was 62% versus 45% (difference, 17 percentage points; p=0.01).
The rate was 20.4% with FRX-101 versus 13.1% with placebo, a difference of 7.3 percentage points.
Patients lost 10.2 kg with FRX-101 compared to 2.2 kg with placebo, a difference of 8.0 kg.
FRX-101 showed a 30% relative reduction in events compared to placebo (14% vs. 20%).
FRX-101 showed a 6% absolute difference in events compared to placebo (14% vs. 20%).
FRX-101 showed a 35% improvement in scores compared with placebo (p=0.01), with 45% vs. 30% responding.
Backlog increased 20% to $2.4 billion.
The price rose from $10 to $12 and fell from $12 to $11.
Platelets increased from 12,000 to 65,000 per microliter.
Enrollment was increased from 200 to 240 patients; the number of sites was reduced from 40 to 35.
The time to response was reduced from 4 months to 6 weeks.
The threshold was lowered from 10% to 5%.
Costs were reduced to $5.1 million from $6.0 million.
Median overall survival was not reached with FRX-101 versus 12.0 months with placebo (HR 0.56, 95% CI 0.34-0.94, p=0.027).
Remission was seen in 62% vs. 45% of patients, an improvement of 38%.
The response rate was 62% versus 45% (difference, 95% CI 3-27).
FRX-101 led to a two-fold higher response rate (44% vs. 22%) and a 1.9-fold improvement in pain (5.7 points versus 3.0 points).
More than two times greater weight loss was seen with FRX-101 (9.1% versus 3.2%).
Up to three times higher levels were seen (12 ng versus 6 ng).
Approximately three times more patients responded (34% vs. 12%).
There was a 3-fold increase in response, with serious adverse events in 12% versus 11% of patients.
The rate of decline was reduced (from 2.1 to 1.4 points; p=0.01).
Visual acuity increased (from 55.1±12.0 to 61.2±11.0 letters; p=0.01).
"""  # noqa: E501 - a sentence a line


@pytest.mark.parametrize("sentence", PROSE.strip().splitlines())
def test_correct_prose_is_passed_over(sentence: str) -> None:
    release = parse(read(sentence.encode(), "example.txt"))
    found = {name: [release.text[hit.start : hit.end] for hit in getattr(statistics, name)(release)] for name in statistics.__all__}
    assert {name: quotes for name, quotes in found.items() if quotes} == {}


WRONG = {
    "p_value_contradicts_claim": """
The treatment effect was highly significant with a p-value of 0.21.
The results were significant, with p = 0.12.
FRX-101 demonstrated superiority over placebo on the primary endpoint (p=0.19).
Patients on FRX-101 had significantly fewer attacks than those on placebo (1.2 vs. 2.3 per month; p=0.3).
FRX-101 achieved statistical significance on the primary endpoint at Week 24 (difference 3.1 points, p=0.17).
The primary endpoint was met with high statistical significance (p=0.4).
The difference was not significant, with a p value of 0.003.
The trial failed to show a significant benefit on overall survival (HR 0.92, p=0.002).
There was no statistically significant change in weight versus placebo (-0.2 kg vs. 0.1 kg; p=0.01).
Treatment resulted in a significant (p=0.09) reduction in pain.
A significant p value was not reached (p=0.01).
The improvement in pain was statistically significant (p=NS).
The gain was statistically significant (P value, 0.31).
""",
    "estimate_outside_ci": """
Median PFS was 11.2 months (95% confidence interval, 12.1 to 15.0).
The odds ratio was 2.4 (95% CI 2.6-4.1).
ORR: 45% (95% CI: 50%, 61%).
The hazard ratio for death was 0.71 (CI 0.50-0.69).
The adjusted mean difference between groups was 4.2 mmHg (95% CI: 4.5–6.1; P<0.001).
HR = 0.65, 95% CI [0.70, 0.84]
vaccine efficacy was 64.2% (95% CI 70.1 to 81.0)
the risk ratio was 0.55 [95% CI, 0.84 to 0.36]
Treatment difference: 12.1% (97.5% CI: 13.0%, 20.2%)
median OS of 18.1 months [95% CI 19.2; 25.0]
""",
    "ci_crosses_null_significance": """
FRX-101 showed a significant improvement in overall survival (hazard ratio, 0.85; 95% CI, 0.70-1.12).
a statistically significant odds ratio of 1.4 (95% CI 0.9 to 2.2) was seen
The primary endpoint of OS was met (HR=0.88 [95% CI: 0.71, 1.09]).
The difference was statistically significant (treatment difference 1.2; 95% CI -0.4 to 2.8).
""",
    "hr_vs_percent_reduction": """
FRX-101 cut the risk of heart attack by 25% (HR, 0.65).
a 50% lower risk of death compared with chemotherapy (HR 0.61; 95% CI 0.45-0.83)
the hazard ratio was 0.72, which corresponds to a 38% reduction in the risk of disease progression or death.
FRX-101 reduced exacerbations by 42% (rate ratio 0.48; p<0.001).
With a hazard ratio of 0.55, the risk of relapse was reduced by 55%.
reduction in risk of death of 40% (HR 0.70)
""",
    "count_percent_mismatch": """
15 of 60 patients (30%) had a response.
A total of 9 out of 30 (35%) patients relapsed.
Six (40%) of 20 patients responded.
Responses occurred in 40% of patients (6 of 20).
Response rate: 55% (n=10/20)
complete response rate was 25.0% (8/40)
The complete response rate, 8/40, or 25%, was high.
Of 40 patients, 12 (25%) responded.
Of the 25 evaluable patients, 10 achieved a response (50%).
Remission: 12/30 (50%) vs. 5/30 (17%).
""",
    "difference_misstated": """
Remission was seen in 62% vs. 45% of patients, an absolute difference of 27%.
FRX-101 showed a three-times greater improvement in pain, with a 5.2-point improvement on FRX-101 versus a 2.9-point one.
FRX-101 led to a 3-fold higher response rate (44% vs. 22%).
More than four times greater weight loss was seen with FRX-101 (9.1% versus 3.2%).
Median survival was 15.2 months versus 11.1 months with chemotherapy, an improvement of 5.1 months.
The response rate was 62% compared to 45% with placebo (difference of 27 percentage points).
Remission was achieved by 62% of patients on FRX-101 versus 45% on placebo, a 27 percentage point difference.
""",
    "impossible_p": """
The result was significant (p = 0.00).
p<0
a p-value of 1.4
P=0.0000
""",
    "percent_out_of_range": """
A total of 130% of subjects completed the trial.
The overall response rate was 112%.
an ORR of 145% was seen
""",
    "impossible_or_inconsistent_date": """
The meeting is on Wednesday, June 31, 2027.
Data through February 29, 2027 are included.
On Monday, 5 March 2024, we met.
for the year ended September 31, 2026
""",
}


@pytest.mark.parametrize(("check", "sentence"), [(name, line) for name, lines in WRONG.items() for line in lines.strip().splitlines()])
def test_wrong_prose_is_reported(check: str, sentence: str) -> None:
    assert list(getattr(statistics, check)(parse(read(sentence.encode(), "example.txt"))))
