"""As `test_houses_of_numbers`, in further houses: devices, tests, vaccines, models, rates of events, parts of a whole."""

import pytest

from tests.checks.test_houses_of_numbers import reported

# Each line is a sentence whose numbers agree, and behind a bar the changes, each of which makes one number wrong.
SENTENCES = """
Sensitivity was 95.2% (119/125) and specificity was 98.4% (246/250).|95.2=>92.5;246/250=>240/250
The test correctly identified 119 of 125 positive samples (95.2%; 95% CI: 89.9%-97.8%).|119 of=>109 of;89.9=>95.9
Positive percent agreement was 97.6% (41/42) and negative percent agreement was 99.1% (108/109).|97.6=>96.7;108/109=>105/109
Overall concordance with the reference method was 98.7% (149/151).|98.7=>97.8
PPA: 41/42 (97.6%; 95% CI 87.7-99.6). NPA: 108/109 (99.1%; 95% CI 95.0-99.8).|97.6=>87.0;99.1=>94.1
Sensitivity for early-stage disease was 83% (95% CI 75 to 89) at 90% specificity.|83%=>93%
The area under the curve was 0.91 (95% CI 0.87-0.95).|0.91=>0.81
Positive predictive value was 62.5% (50 of 80 positive calls).|62.5=>65.2
Technical success was achieved in 58 of 60 procedures (96.7%).|96.7=>97.6
The 30-day freedom from major adverse events was 97.3% (109/112), exceeding the performance goal of 90% (p<0.001).|97.3=>93.7
Freedom from reintervention at 12 months was 91.4% (Kaplan-Meier estimate; 95% CI 85.2%-95.1%).|91.4=>81.4
Primary patency at 12 months was 82.3% with the study balloon versus 68.1% with the control, a difference of 14.2%.|14.2=>12.4
The mean procedure time fell from 62 minutes to 48 minutes, a 23% reduction.|a 23%=>a 32%
Seroconversion was observed in 92.3% (180/195) of vaccine recipients and 3.1% (6/195) of placebo recipients.|92.3=>93.2;6/195=>16/195
The geometric mean titer ratio was 1.08 (95% CI 0.99, 1.18), meeting the non-inferiority criterion of a lower bound above 0.67.|1.08=>1.28
GMTs rose from 21 at baseline to 1,680 at day 29, an 80-fold increase.|an 80-fold=>a 60-fold
Vaccine efficacy was 78.6% (95% CI: 66.1, 86.9), based on 18 cases in the vaccine group and 84 in the placebo group.|78.6=>58.6
VE against confirmed influenza was 34.5% (95% CI 26.8 to 41.4).|34.5=>43.5
Non-inferiority was shown: the difference in seroresponse was -1.2% (95% CI -4.3% to 1.9%; margin -10%).|-1.2=>-5.2
The win ratio was 1.28 (95% CI 1.08 to 1.52; p=0.004).|1.28=>1.82;0.004=>0.4
The stratified win ratio favored FRX-101 (1.35; 95% CI, 1.10-1.66).|1.35=>1.05
The annualized bleeding rate was 1.2 versus 4.8 (75% reduction; p<0.0001).|75%=>65%
The annualised exacerbation rate was 0.80 with FRX-101 and 1.14 with placebo (rate ratio 0.70 [95% CI 0.58, 0.85], p=0.0003).|0.70 [=>0.90 [
The LS mean change was -7.8 points versus -4.5 points (treatment difference -3.3; p<0.001).|p<0.001=>p<1.001
The odds of response were 2.4 times higher with FRX-101 (OR 2.40; 95% CI 1.55 to 3.72; p<0.0001).|1.55=>2.55
Patients on FRX-101 had 58% lower odds of progression (odds ratio 0.42; 95% CI 0.27-0.65).|58%=>85%;0.42=>0.72
Mortality was 9.1% (20/220) with FRX-101 and 14.5% (32/220) with usual care.|9.1%=>1.9%;32/220=>23/220
The absolute risk reduction was 5.4 percentage points (9.1% versus 14.5%).|5.4 per=>4.5 per
The absolute risk reduction of 5.4% (14.5% vs 9.1%) corresponds to a number needed to treat of 19.|of 5.4%=>of 6.4%
Treatment was stopped because of adverse events by 4 (3.2%) of 125 patients.|3.2=>2.3
DCR was 76% (38/50; 95% CI 61.8-86.9).|76%=>67%
Of the 50 evaluable patients, 18 (36%) responded, 20 (40%) had stable disease and 12 (24%) progressed.|(40%)=>(45%)
Median duration of response was 9.7 months (95% CI 7.4 to not reached).|9.7=>6.7
The 12-month PFS rate was 54% (95% CI: 43-64) versus 38% (95% CI: 28-48).|54%=>74%;38% (=>58% (
Median PFS: 8.9 mo vs 5.6 mo; HR=0.62 [0.49-0.79]; P=0.0001.|0.62=>0.92
FRX-101 cut the risk of progression or death by 38 percent (hazard ratio = 0.62, 95% confidence interval: 0.49 - 0.79).|38 per=>48 per
There was a 38% reduction in the risk of death or hospitalization (HR, 0.62; 95% CI, 0.49 to 0.79; P = .0001).|38%=>26%
A 4-point improvement was seen in 61 (50.8%) of 120 patients on FRX-101 and 39 (32.5%) of 120 on placebo.|50.8=>58.0;39 (=>49 (
EASI-75 was achieved by 68% of patients on FRX-101 vs. 24% on placebo (p<0.0001), a placebo-adjusted difference of 44%.|of 44%=>of 54%
HbA1c decreased by 1.8% in the FRX-101 group compared with 0.3% in the placebo group, for a difference of 1.5%.|of 1.5%=>of 2.5%
UPCR was lowered by 42% (95% CI: 33 to 50; p<0.0001) relative to placebo.|42%=>52%
The study randomized 210 participants 2:1 to FRX-101 (n=140) or placebo (n=70).|210=>201;n=70=>n=75
In all, 96 participants were enrolled: 32 in the low-dose arm, 32 in the high-dose arm and 32 in the placebo arm.|96=>69
Non-inferiority was concluded (difference 0.4%; 95% CI -2.1% to 2.9%).|0.4%=>4.4%
Spearman correlation was 0.72 (95% CI 0.61-0.80; p<0.001).|0.72=>0.52
FRX-101 was superior to placebo (difference, 12.3 percentage points; 95% CI, 3.4 to 21.2; P=.007).|3.4=>-3.4;.007=>.07
Overall survival did not differ significantly (HR 0.93; 95% CI 0.78-1.11; p=0.42).|p=0.42=>p=0.0042
The ratio of geometric least squares means was 0.98 (90% CI 0.91-1.06), within the bioequivalence limits of 0.80 to 1.25.|0.98=>1.08
AUC ratio 102.3% (90% CI 96.1%, 108.9%).|102.3=>112.3
Recurrence occurred in 8 of 64 women (12.5%) and 17 of 66 women (25.8%), respectively.|12.5=>15.2;25.8=>28.5
The 28-day mortality rate was 18.2% vs 24.1% (risk ratio 0.76, 95% CI 0.61–0.94).|0.76=>0.96
Seventeen of 20 patients (85%) had a complete response.|85%=>58%
Of 36 eyes treated, 27 (75%) gained 15 letters or more.|75%=>57%
Of 50 patients, 18 (36%) responded, including 4 (22%) with a complete response.|36%=>46%
Of the 120 patients enrolled, 80 (67%) were women and 12 (10%) were older than 75 years.|67%=>76%;10%=>20%
Of 60 patients, 20 (33%) had prior surgery, of whom 5 (25%) relapsed.|33%=>43%
Of the 40 patients treated, 30 (75%) completed and 10 (25%) discontinued, 4 (40%) of them because of adverse events.|75%=>57%
Of 200 patients, 100 (50%) were assigned to FRX-101, and 60 (60%) of these responded.|
Of 150 patients screened, 100 (67%) were randomized; 45 (90%) on FRX-101 and 40 (80%) on placebo completed.|
Thirty patients (24%) on FRX-101 and 18 (14%) on placebo (n=125 each) had grade 3 events.|
Nausea occurred in 30 patients (24.0%) in the FRX-101 arm (n=125) versus 10 patients (8.1%) in the placebo arm (n=124).|24.0=>42.0;8.1=>1.8
Responses were seen in 12 (40%) and 9 (31%) patients in the low-dose (n=30) and high-dose (n=29) cohorts.|
Responses: 12 (40%) in cohort A (n=30), 9 (31%) in cohort B (n=29).|12 (40%)=>15 (40%);31%=>13%
There were 8 events (5%) with FRX-101 compared with placebo (n=150).|
Hazard ratio 0.62 (0.05) by Cox regression.|
The hazard ratio was 0.71 (0.55, 0.92).|0.71=>0.95
HR 0.71 (0.55-0.92) and 0.80 (0.66-0.97) for the two doses.|
An OR of 1.9 (1.2 to 2.6 points) was recorded.|
Weight was reduced by 12% (95% CI 10 to 14).|12%=>21%
Risk was lowered by week 12 (95% CI 3 to 9).|
HbA1c was reduced by 1.2% (95% CI 0.9, 1.5).|1.2%=>2.1%
The response rate at 12 weeks was 48% (Kaplan-Meier estimate, 95% CI 40-56).|48%=>68%
Difference in proportions: 0.9% (95% CI -1.1, 2.9).|0.9=>3.9
The risk difference was -0.021 (95% CI -0.045 to 0.003).|-0.021=>-0.061
The proportion was 92% (0.92; 95% CI 0.88-0.95).|
The absolute reduction was 3% (95% CI 1 to 5).|3%=>8%
An absolute reduction of 12 percentage points (40% vs 28%) was seen.|of 12=>of 21
Time to walk 25 feet fell from 12.0 to 9.0 seconds, an improvement of 25%.|of 25=>of 45
Turnaround fell from 10 days to 4 days, a 60% reduction.|a 60%=>a 40%
Costs rose from $2 million to $3 million, a 50% increase.|
Viral load fell from 5.2 to 2.1 log10 copies/mL, a 3.1-log reduction.|
EASI-75 was reached by 68% versus 24% on placebo (p<0.0001), a placebo-adjusted difference of 44 percentage points.|of 44=>of 54
The adjusted difference was 43% (68% vs 24%; p<0.001).|
The baseline-adjusted response was 68% with FRX-101 and 24% with placebo, a difference of 42%.|
Rates were 5.0 and 10.0 per 100 patient-years with FRX-101 and placebo, a 48% reduction after adjustment.|
The rate was 5.0 versus 10.0 per 1,000 person-years, a 50% reduction.|a 50%=>a 70%
The win ratio was 0.92 (95% CI 0.80-1.06; p=0.25).|0.92=>1.12
The win ratio of 1.30 (95% CI 1.05-1.61) corresponds to a 30% increase in wins.|1.30=>1.03
Of 1,204 participants, 602 received vaccine and 602 (50%) placebo.|
Among 45 eyes of 30 patients, 40 eyes (89%) improved.|
Sensitivity 90.0% (45/50), specificity 95.0% (190/200), PPV 81.8% (45/55), NPV 97.4% (190/195).|90.0=>80.0;95.0=>85.0;81.8=>88.1;97.4=>94.7
The LOD was 5 copies/mL with 95% (19/20) detection.|95%=>90%
ICC was 0.93 (0.89-0.96).|
Of these 30 patients, 12 (40%) had a PR and three (10%) had a CR.|40%=>50%;10%=>30%
Of the 30 patients in the study, 12 (40%) had mild, 15 (50%) moderate and 3 (10%) severe events.|50%=>60%
Of the 60 adults randomized, 29 (97%) in the FRX-101 group and 28 (93%) in the placebo group completed.|
Of 38 evaluable subjects, 19 (50.0%) achieved HiSCR50 and 8 (21.1%) achieved HiSCR90.|50.0=>55.0;21.1=>12.1
Most events were mild: of 90 events, 70 (78%) were grade 1.|
Median OS 14.2 mo (95% CI 11.0-17.9) vs 10.1 mo (95% CI 8.2-12.4); HR 0.70 (0.54-0.91), P=.008.|0.70=>0.50
""".strip().splitlines()


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_whose_numbers_agree_is_passed_over(line: str) -> None:
    assert reported(line.rpartition("|")[0]) == set()


def _changed() -> list[str]:
    pairs = [(sentence, change) for sentence, _, changes in (line.rpartition("|") for line in SENTENCES) for change in changes.split(";")]
    return [sentence.replace(*change.split("=>"), 1) for sentence, change in pairs if change]


@pytest.mark.parametrize("sentence", _changed())
def test_a_sentence_with_one_number_changed_is_reported(sentence: str) -> None:
    assert reported(sentence)
