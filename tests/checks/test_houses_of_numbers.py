"""Results as different houses write them: what agrees is passed over, and one changed number in the same sentence is reported."""

import pytest

from prlint.checks import statistics
from prlint.document import read
from prlint.release import parse

ALONE = tuple(name for name in statistics.__all__ if name not in ("restated_value_differs", "deal_status_conflict"))

# Each line is a sentence whose numbers agree, and behind a bar the changes, each of which makes one number wrong.
SENTENCES = """
The objective response rate was 40% (12 of 30 patients).|40%=>45%
12 of 30 [40%] patients in the FRX-101 group had a response.|[40%]=>[46%]
Remission was seen in 45 of 120 (37·5%) patients.|37·5=>39·5
Hazard ratio 0·65 (95% CI 0·50–0·84; p=0·0012).|0·65 (=>0·95 (;0·50–=>0·70–
HR: 0.65 [95% CI 0.50, 0.84].|0.65=>0.95
Median overall survival was longer with FRX-101 (HR=0.65, 95% CI 0.50–0.84; P<0.001).|=0.65=>=0.45
FRX-101 led to a risk reduction of 35% in death (HR 0.65; 95% CI, 0.50 to 0.84).|35%=>45%
Patients had a 35% lower risk of death with FRX-101 (HR 0.65).|35%=>53%
FRX-101 reduced the risk of disease progression or death by 35% (HR 0.65).|35%=>38%
Vaccine efficacy was 91.2% (95% CI, 85.6–94.6).|91.2=>81.2
The rate of exacerbations was reduced by 34% (rate ratio 0.66; 95% CI 0.55 to 0.79).|34%=>43%
A rate ratio of 0.66 corresponds to a 34% reduction in exacerbations.|34%=>44%
The annualized rate of relapse was 0.21 with FRX-101 versus 0.42 with placebo, a 50% reduction.|a 50%=>a 60%
The odds ratio was 2.1 (95% CI 1.3-3.4).|2.1=>1.1
LS mean change was -12.4 versus -4.1, a difference of -8.3 (95% CI -11.2, -5.4; p<0.0001).|-11.2=>-7.2
The LS mean difference versus placebo was 3.2 points (95% CI 1.1 to 5.3; p=0.003).|3.2=>6.2;1.1=>4.1
Responder rates were 52% with FRX-101 versus 31% with placebo (difference 21%; 95% CI 10 to 32).|21%=>12%;52%=>62%
Responder rates were 52% with FRX-101 and 31% with placebo (delta 21%).|21%=>31%
52% of patients on FRX-101 responded, compared with 31% on placebo, a difference of 21 percentage points.|21 per=>31 per
Median PFS was 12.4 months for FRX-101 versus 8.1 months for placebo, an improvement of 4.3 months.|4.3=>5.3
Median PFS was 12.4 months (95% CI 10.1-14.9) with FRX-101 and 8.1 months (95% CI 6.6-9.4) with placebo.|12.4=>15.4;8.1=>9.8
Median overall survival was 20.1 vs 15.3 months (HR 0.71; 95% CI 0.57-0.88; p=0.0018).|0.71=>0.91
Seizure frequency fell by a median of 43% with FRX-101 versus 18% with placebo, a 25-point difference.|25-point=>35-point
ORR was 44% (95% CI 31, 57), with 8% complete responses and 36% partial responses.|44%=>64%
An ORR of 44% (22/50) was observed, including 4 complete responses (8%) and 18 partial responses (36%).|22/50=>26/50
The trial enrolled 304 patients, randomized to FRX-101 (n=152) or placebo (n=152).|304=>314;(n=152) or=>(n=125) or
A total of 304 patients were randomly assigned to FRX-101 (n = 152) or placebo (n = 152).|304=>340
304 patients were randomized 1:1 to receive FRX-101 (N=152) or matching placebo (N=152).|304=>324
ORIEL randomized 450 adults to FRX-101 100 mg (n=150), FRX-101 200 mg (n=149) or placebo (n=151).|450=>455;149=>194
In ORIEL, 240 participants were randomized: 120 to FRX-101 and 120 to placebo.|240=>260
Of the 300 patients randomized, 151 were assigned to FRX-101 and 149 to placebo.|300=>310
The primary analysis included 98 patients (FRX-101, n=50; placebo, n=48).|98=>89
FRX-101 reduced LDL-C from 140 mg/dL to 70 mg/dL, a 50% reduction.|a 50%=>a 60%
HbA1c fell from 8.1% to 6.9%, a decrease of 1.2 percentage points.|1.2 per=>2.2 per
Mean weight decreased from 102.0 kg to 91.8 kg, a reduction of 10.0%.|10.0%=>15.0%
The mean score improved by 6.2 points with FRX-101 compared to 3.1 points with placebo, a difference of 3.1 points (p=0.02).|of 3.1=>of 4.1
Best-corrected visual acuity improved by 9.5 letters versus 4.0 letters for sham, a difference of 5.5 letters.|5.5=>6.5
The relative risk was 0.50 (95% CI 0.25 to 1.00), a 50% relative risk reduction.|a 50%=>a 30%
FRX-101 showed a statistically significant reduction in relapse (p=0.012).|0.012=>0.12
The difference was not statistically significant (p=0.12).|0.12=>0.012
The primary endpoint was met (p=0.003).|0.003=>0.3
The secondary endpoint was not met (p=0.21).|0.21=>0.021
The trial did not reach statistical significance on its primary endpoint (p=0.18).|0.18=>0.008
Overall survival was significantly longer with FRX-101 (HR 0.74; 95% CI 0.58-0.94; p=0.013).|0.94=>1.04;0.013=>0.13
Overall survival was not significantly different between arms (HR 0.94; 95% CI 0.75-1.18; p=0.59).|0.59=>0.0059
Clinical remission (45.0% vs. 25.0%; difference 20.0%; p<0.001) was achieved at Week 12.|difference 20.0=>difference 30.0
Clinical remission at Week 12: 45.0% FRX-101 vs. 25.0% placebo (Δ20.0%, p<0.001).|Δ20.0=>Δ30.0
The treatment difference was 20.0% (45.0% FRX-101 vs 25.0% placebo; 95% CI 12.1, 27.9).|was 20.0=>was 10.0;12.1=>22.1
The placebo-adjusted remission rate was 20% (45% vs 25%).|
FRX-101 extended median survival by 4.8 months (20.1 months vs. 15.3 months).|4.8=>5.8
FRX-101 nearly doubled median PFS (11.2 vs 5.8 months).|
Patients gained a mean of 14.2 meters versus a loss of 3.1 meters on placebo, a difference of 17.3 meters.|
Annualized bleeding rate was 1.2 with FRX-101 compared to 4.8 with control, a reduction of 75%.|of 75%=>of 57%
The annualized bleeding rate decreased by 75%, from 4.8 to 1.2.|by 75%=>by 85%
Migraine days decreased by 4.1 days from a baseline of 9.2 days.|
Pain scores decreased from 7.1 at baseline to 3.4 at Week 8.|7.1=>3.1
The mean itch score fell from 7.8 to 3.9, a 50% improvement.|a 50%=>a 70%
Grade 3 or higher adverse events occurred in 18 of 90 patients (20%).|(20%)=>(29%)
Serious adverse events occurred in 3% of patients (4/120) on FRX-101.|3%=>5%
Discontinuations due to adverse events: 6 (5.0%) of 120 patients on FRX-101 and 4 (3.3%) of 120 on placebo.|5.0%=>8.0%;3.3%=>6.3%
Eighteen of 24 patients (75%) were seizure free.|75%=>57%
Sensitivity was 92.3% (95% CI 88.1%-95.3%) and specificity was 97.0% (95% CI 94.0%-98.7%).|92.3=>82.3;97.0=>93.0
The assay detected 120 of 130 positive samples (92.3%).|92.3=>82.3
Positive percent agreement was 95.8% (46/48; 95% CI: 86.0%, 98.8%).|95.8=>85.8
Overall survival: HR 0.78 (97.5% CI: 0.61, 0.99), one-sided p=0.0198.|0.78=>0.58
HR=0.528 (95% CI: 0.41-0.68), a 47% reduction in the risk of progression or death.|47%=>57%
The HR was 1.24 (95% CI 0.96-1.60), i.e., a 24% increase in the risk of death.|24%=>42%
Risk of death was increased by 24% (HR 1.24).|24%=>14%
Mortality was 12.1% with FRX-101 and 16.0% with placebo (relative risk 0.76; 95% CI 0.60-0.96).|0.76=>0.56
Mean difference in HAM-D was −3.4 (95% CI −5.1 to −1.7; P<.001).|−3.4=>−5.4
The mean change was -1.5 (SE 0.2) with FRX-101 and -0.4 (SE 0.2) with placebo.|
FRX-101 was superior to placebo on the primary endpoint (difference −2.8; 95% CI −4.6 to −1.0; p=0.002).|−4.6=>−2.6;p=0.002=>p=0.2
A statistically significant difference of 3.3 points favored FRX-101 (95% CI: 1.0 to 5.6).|1.0 to=>-1.0 to
92% (46/50) of patients completed the study.|46/50=>36/50
Of 50 patients enrolled, 46 (92%) completed the study.|92%=>82%
Of 50 patients enrolled, 46 patients, or 92%, completed the study.|92%=>82%
Forty-six patients (92%) of 50 completed the study.|92%=>82%
At 12 months, 64% (95% CI 52-74) of patients were alive.|64%=>46%
The 12-month OS rate was 64.0% (95% CI: 52.1%, 74.0%).|64.0=>84.0
Geometric mean titers rose from 45 to 180, a 4-fold increase.|4-fold=>6-fold
Neutralizing antibody titers increased 4-fold (from 45 to 180).|4-fold=>6-fold
Titers were 8-fold higher than with placebo (320 versus 40).|8-fold=>5-fold
Revenue was $12.0 million, an increase of 20% compared to $10.0 million.|20%=>30%
Incidence of myopericarditis was lower with FRX-101 (0.2% vs 0.6%).|lower=>higher
Nausea was more common with FRX-101 than with placebo (12% vs 5%).|
Fewer patients relapsed on FRX-101 than on placebo (10% versus 20%).|Fewer=>More
The proportion of responders was higher with FRX-101 (52%) than with placebo (31%).|higher=>lower
The hazard ratio was below 1, favoring FRX-101 (HR 0.70).|
The upper bound of the 95% CI for the hazard ratio was 1.12, below the margin of 1.30.|
Non-inferiority was shown (HR 0.98; 95% CI 0.84-1.14; margin 1.20).|
In the ITT population (N=304), 41.4% (63/152) of FRX-101 patients responded vs. 23.0% (35/152) on placebo.|41.4=>44.4;23.0=>32.0
The mean percent change in LDL-C was -52.1% vs -1.3% (LS mean difference -50.8%; p<0.0001).|
pCR rate 61.9% vs 43.4%; delta 18.5% (95% CI 12.7-24.2).|18.5=>28.5
The pCR rate was 61.9% versus 43.4%, an absolute difference of 18.5% (95% CI 12.7-24.2).|18.5=>28.5
EASI-75 was achieved by 68% of patients (136/200) vs 25% (25/100), respectively.|68%=>86%
PASI 90 response: 84.0% (168 of 200) vs 2.0% (2 of 100); p<0.0001.|84.0=>48.0
A 0.5-point difference was seen (95% CI 0.1-0.9).|0.5-point=>1.5-point
The mean reduction in HbA1c was 1.6% (from 8.4% to 6.8%).|1.6%=>2.6%
Body weight loss was 14.9% versus 2.4% for placebo (treatment difference, -12.4 percentage points; 95% CI -13.4 to -11.5).|-12.4=>-15.4
Response was durable, with 12 of 15 responders (80%) still in response.|(80%)=>(90%)
Relative risk reduction 33% (RR 0.67, 95% CI 0.52–0.87).|33%=>43%
The number of flares decreased 42% (rate ratio, 0.58; 95% CI 0.44-0.77; p=0.0002).|42%=>52%
FRX-101 lowered the rate of hospitalization by 25% versus placebo (HR, 0.75 [95% CI, 0.62-0.91]).|25%=>35%
Patients treated with FRX-101 were 35% less likely to have died (HR 0.65; 95% CI 0.50-0.84).|35%=>45%
Responder rates were 52%, 44% and 31% with 200 mg, 100 mg and placebo, differences of 21 and 13 percentage points.|
At Week 24, 52% of patients on 200 mg and 44% on 100 mg responded, compared with 31% on placebo (differences of 21 and 13 points).|
Remission was seen in 45% versus 25% at Week 12 and 50% versus 28% at Week 24, a difference of 22 percentage points at Week 24.|
Median PFS was 12.4 vs 8.1 months in the ITT population and 14.0 vs 8.0 months in the PD-L1-positive group, an improvement of 6.0 months.|
The annualized relapse rate was 0.21 versus 0.42 (rate ratio 0.52), a 48% reduction.|
Exacerbations occurred at a rate of 0.85 per year versus 1.12 per year, a 24% reduction.|a 24%=>a 42%
Mean HbA1c decreased from 8.2% to 6.9% with FRX-101 and from 8.1% to 7.9% with placebo, a difference of 1.1 percentage points.|
LDL-C decreased from a mean of 140 mg/dL at baseline to 70 mg/dL at Week 12, a mean percent reduction of 48%.|
Body weight fell from 102 kg to 94 kg, a reduction of 8 kg.|of 8 kg=>of 18 kg
Seizures fell from a median of 12 per month to 7 per month, a median reduction of 38%.|
ORR was 31% with the combination and 12% with chemotherapy, more than doubling the response rate.|
Antibody titers rose from 12 to 340 by Day 29, a 28-fold rise.|
The GMT ratio was 2.1 (95% CI, 1.8 to 2.4), from 120 to 252, a 2.1-fold increase.|
The study enrolled 300 patients, 200 on FRX-101 and 100 on placebo.|200 on=>280 on
A total of 310 patients were screened and 240 were randomized to FRX-101 (n=120) or placebo (n=120).|
Of 240 patients randomized, 118 received FRX-101 and 119 received placebo.|
Of the 240 patients enrolled, 120 were assigned to FRX-101 200 mg, 60 to FRX-101 100 mg and 60 to placebo.|
The trial included 240 patients at 52 sites: 140 in Europe and 100 in the United States and Canada.|
In Part A, 36 patients were randomized to FRX-101 (n=24) or placebo (n=12); in Part B, 120 were randomized.|
A total of 450 patients were randomized 2:1 to FRX-101 (n=300) or placebo (n=150), of whom 430 completed the study.|(n=300)=>(n=330)
240 adults were enrolled; efficacy was evaluated in 118 on FRX-101 and 115 on placebo.|
The safety population included 239 patients (FRX-101, n=120; placebo, n=119).|239=>293
240 patients were randomized (FRX-101 100 mg, n=80; FRX-101 200 mg, n=80; placebo, n=80).|placebo, n=80=>placebo, n=88
Among 240 randomized patients, discontinuation was more frequent with placebo than with FRX-101 (12% versus 8%).|
Fewer patients on FRX-101 than on placebo needed rescue (8% versus 15%).|
Adverse events were less common with FRX-101 than with placebo (40% vs 52%).|40% vs 52%=>52% vs 40%
More patients on FRX-101 than on placebo were free of relapse at Week 52 (81% versus 64%).|
The rate of infection was not higher with FRX-101 (4% versus 5%).|
Mortality was lower in the FRX-101 arm (HR 0.78; 95% CI 0.62-0.98).|0.78=>1.28
Mortality was higher in the placebo arm (HR 0.78; 95% CI 0.62-0.98).|
The risk of relapse was higher with placebo than with FRX-101 (HR 0.62).|
The risk of bleeding was increased with FRX-101 (HR 1.45; 95% CI 1.02-2.06).|1.45=>0.45
FRX-101 was superior to placebo (p<0.001) on remission but not on fatigue (p=0.21).|
FRX-101 was found to be superior to placebo for remission, while the difference in fatigue was not significant (p=0.34).|
With a p-value of 0.21, the difference in fatigue was not statistically significant.|0.21=>0.0021
With a two-sided p value of 0.003, the primary endpoint was met.|0.003=>0.3
The difference was statistically significant (95% CI, 0.4 to 2.8).|0.4 to=>-0.4 to
The difference was not statistically significant (95% CI, -0.4 to 2.8).|
FRX-101 reduced exacerbations by 34% (0.66 vs 1.00 per year; rate ratio 0.66).|34%=>43%
Pain decreased by 3.1 points (from 7.2 to 4.1).|3.1=>4.1
A 3.1-point decrease in pain was seen (from 7.2 to 4.1; p<0.001).|
The number of attacks declined 87% versus placebo (rate ratio, 0.13).|87%=>78%
Risk reduction was 38% (hazard ratio, 0.62; 95% CI, 0.49 to 0.79).|38%=>83%
The absolute risk reduction was 4.1% and the relative risk reduction 38% (HR 0.62).|
FRX-101 patients were 2.3 times more likely to respond (OR 2.3; 95% CI 1.4 to 3.8).|
Patients on FRX-101 were 38% less likely to relapse (HR 0.62).|38%=>83%
Relapse occurred in 20% versus 32% of patients, a relative risk reduction of 38% (HR 0.62).|38%=>83%
The hazard ratio was 0.62, indicating a 38% reduction in risk.|38%=>83%
Gross margin rose from 60% to 66%, an increase of 6 percentage points.|
The share price does not matter here; revenue rose from $10 million to $15 million, a 50% increase.|
Visual acuity improved from 48 letters to 57 letters, a gain of 9 letters.|gain of 9=>gain of 19
The 6-minute walk distance increased by 35 meters with FRX-101 and by 5 meters with placebo, a placebo-adjusted improvement of 30 meters.|
The 6-minute walk distance increased by 35 meters with FRX-101 versus 5 meters with placebo, an improvement of 30 meters.|of 30=>of 50
FEV1 improved by 120 mL versus 20 mL, a difference of 100 mL (95% CI 60 to 140).|of 100=>of 200
Of 60 patients, 33 (55%) responded, including 12 (20%) with a complete response.|(55%)=>(65%)
Thirty-three of 60 patients (55%) responded; 27 (45%) did not.|(55%)=>(65%)
A response was seen in 33 patients (55%) and stable disease in 18 patients (30%) of 60.|
In the 200 mg group 33/60 (55.0%) and in the placebo group 18/60 (30.0%) responded.|55.0=>65.0;30.0=>40.0
At Week 12, 33 (55%) of 60 patients on FRX-101 and 18 (30%) of 60 patients on placebo responded.|(55%)=>(65%)
Three patients (5%) on FRX-101 and two (3%) on placebo stopped treatment.|
Treatment was stopped by 5.0% (3/60) and 3.3% (2/60) of patients, respectively.|5.0=>8.0
Disease control rate (DCR) was 85% (51/60).|51/60=>41/60
The complete response rate at 12 months was 58% (95% CI, 45 to 71; 35 of 60).|
Median time to response was 1.8 months (range, 1.1-5.6), and median duration of response 9.2 months (95% CI, 7.4-NE).|9.2 months=>6.2 months
The event rate was 5.1% with FRX-101 vs 8.2% with placebo (HR 0.61; 95% CI 0.44–0.85; P=0.003), an absolute risk reduction of 3.1%.|
Vaccine efficacy was 76.4% (95% CI, 61.2 to 86.3) based on 19 cases in the vaccine group and 80 in the placebo group.|76.4=>96.4
Efficacy against severe disease was 100% (95% CI, 54 to 100).|
Seroconversion occurred in 98.2% (214/218) of participants.|98.2=>89.2
The GMR was 0.97 (90% CI 0.91–1.03), within 0.80–1.25.|
The mean change in ALSFRS-R was −5.4 versus −6.1 points, a difference of 0.7 points (95% CI −0.9 to 2.3; p=0.39).|of 0.7=>of 1.7
The least-squares mean difference was 0.7 points (95% CI −0.9 to 2.3).|
Itch fell by at least four points in 58% of patients versus 30% with vehicle (difference, 28 percentage points; p<0.001).|28=>82
IGA 0/1 was achieved by 44.7% vs 12.1%, Δ 32.6% (p<0.0001).|32.6=>23.6
The pCR rate increased from 43% to 62%, an absolute increase of 19 percentage points.|of 19=>of 91
Remission improved by 20 percentage points, from 25% to 45%.|by 20=>by 30
The cumulative dose was reduced by 50%, from 40 mg to 20 mg per day.|
The dose was doubled from 20 mg to 40 mg, a two-fold increase.|
Enrollment rose from 120 to 240 patients, a 100% increase.|
Cash decreased from $120.4 million to $98.2 million, a decrease of $22.2 million.|
The relative risk of stroke was 0.72 (95% CI 0.55-0.94), i.e., 28% lower.|28%=>82%
Stroke occurred in 3.6% of patients on FRX-101 and 5.0% on placebo (relative risk 0.72).|
Stroke or death occurred in 36 of 1,000 (3.6%) versus 50 of 1,000 (5.0%), a 28% relative risk reduction.|a 28%=>a 82%
""".strip().splitlines()


def reported(sentence: str) -> set[str]:
    release = parse(read(f"{sentence}\n".encode(), "example.txt"))
    return {name for name in ALONE for _ in getattr(statistics, name)(release)}


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_whose_numbers_agree_is_passed_over(line: str) -> None:
    assert reported(line.rpartition("|")[0]) == set()


def _changed() -> list[str]:
    sentences = []
    for line in SENTENCES:
        sentence, _, changes = line.rpartition("|")
        for change in filter(None, changes.split(";")):
            old, _, new = change.partition("=>")
            assert old in sentence
            sentences.append(sentence.replace(old, new, 1))
    return sentences


@pytest.mark.parametrize("sentence", _changed())
def test_a_sentence_with_one_number_changed_is_reported(sentence: str) -> None:
    assert reported(sentence)
