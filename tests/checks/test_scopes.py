"""Two values of one quantity are a slip only where both sentences tell it of the same people, doses, times and readers."""

import pytest

from tests.checks.results_release import found

LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a randomized "
    "Phase 2 trial of FRX-101, an investigational therapy, in adults with lupus. "
)
# The lead tells one value, the body another: of something else, and below it, of the same.
OF_ANOTHER = """
The response rate was 52%.|The response rate was 31% on placebo.
FRX-101 reduced seizures by 43%.|Of the patients, 52% had a 50% reduction in seizures.
FRX-101 reduced seizures by 43%.|Response was a 50% or greater reduction in seizures.
FRX-101 reduced relapses by 43%.|Relapses were reduced by 51% in the second year.
FRX-101 reduced flares by 43%.|At the low dose flares were reduced by 21%.
FRX-101 reduced flares by 43%.|FRX-101 reduced flares needing steroids by 60%.
FRX-101 reduced attacks by 43% versus placebo.|FRX-101 reduced attacks by 75% from baseline.
FRX-101 reduced hospitalizations by 43%.|FRX-101 reduced hospitalizations for heart failure by 31%.
The response rate was 52%.|The response rate was 60% in patients who completed treatment.
The response rate was 52%.|With FRX-205 the response rate was 22%.
The response rate was 52%.|The historical response rate is 30%, and a response rate of 30% was assumed.
FRX-101 reduced exacerbations by 43%.|In never smokers FRX-101 reduced exacerbations by 51%.
FRX-101 reduced exacerbations by 43%.|FRX-101 lowered exacerbations by 20% in the extension.
The response rate was 52%.|Response rates were 52% and 31%, and the response rate was 44% in women.
FRX-101 reduced the risk of progression by 38%.|The risk of progression fell by 52% among biomarker-positive patients.
The response rate was 52%.|The trial assumed a response rate of 30% with placebo and 45% with FRX-101.
FRX-101 cut flares by 43%.|Standard therapy reduces flares by 20%.
FRX-101 reduced flares by 43%.|FRX-101 reduced flares by 43.2%.
FRX-101 reduced flares by 43%.|FRX-101 with steroids reduced flares by 58%.
The ORR was 45%.|Confirmed ORR was 38%.
The ORR was 45%.|The ORR was 38% by RECIST and 45% by immune criteria.
The complete response rate was 21%.|The complete response rate was 30% after two cycles.
Median overall survival was 20.1 months.|Median overall survival was 15.3 months in the chemotherapy arm.
Median overall survival was 20.1 months.|For patients on chemotherapy, median overall survival was 15.3 months.
Median overall survival was 20.1 months.|In Asian patients median overall survival was 22.5 months.
The trial enrolled 240 patients.|Part 2 of the trial enrolled 120 patients.
The trial enrolled 240 patients.|The trial has enrolled 180 patients in Europe.
The hazard ratio for death was 0.70.|The unadjusted hazard ratio for death was 0.75.
The hazard ratio for death was 0.70.|The hazard ratio for death was 0.60 in men.
The objective response rate was 45%.|In the 20 mg arm the objective response rate was 54%; overall it was 45%.
LYRA enrolled 240 patients.|An earlier trial enrolled 120 patients.
The hazard ratio for progression or death was 0.62.|The hazard ratio for death was 0.74.
Median overall survival was 20.1 months.|In patients with PD-L1 expression median overall survival was 24.0 months.
The trial met its primary endpoint (p=0.003).|The key secondary endpoint was met (p=0.03).
The response rate was 52% at week 24.|The response rate was 25% at week 12.
LYRA enrolled 240 patients.|Of these, 204 completed the trial.
LYRA randomized 240 adults.|We plan a Phase 3 trial in 800 adults.
Approximately 45% of patients responded.|The response rate was 44.7%.
The objective response rate was 45% in Cohort A.|The objective response rate was 30% in Cohort B.
Median progression-free survival was 12.4 months.|Median progression-free survival was 8.1 months with placebo.
FRX-101 reduced LDL cholesterol by 50%.|FRX-101 reduced triglycerides by 30%.
The complete response rate was 21% at the data cut-off of January 2027.|At the earlier cut-off in 2026 the complete response rate was 12%.
LYRA enrolled 240 patients at 52 sites.|The safety population included 238 patients.
The trial met its primary endpoint (p<0.01).|The primary endpoint was met (p=0.003).
The risk of progression was reduced by 38%.|The hazard ratio for progression was 0.62.
NOVA, a Phase 3 trial, begins in May.|LYRA is a Phase 2 trial.
The objective response rate was 45% by investigator assessment.|By independent review the objective response rate was 41%.
In the intent-to-treat population the response rate was 45%.|In the per-protocol population the response rate was 51%.
""".strip().splitlines()
OF_THE_SAME = """
The objective response rate was 45%.|The objective response rate was 54% (27 of 50 patients).
LYRA enrolled 240 patients.|The trial enrolled 420 patients at 52 sites.
The hazard ratio for progression or death was 0.62.|Progression-free survival was longer with FRX-101 (HR 0.26; 95% CI 0.19-0.36).
Median overall survival was 20.1 months.|Median overall survival was 21.0 months with FRX-101 and 15.3 months with placebo.
The trial met its primary endpoint (p=0.003).|The primary endpoint was met with a p-value of 0.03.
In the 240-patient trial, FRX-101 met its endpoint.|A total of 204 patients were randomized.
The complete response rate was 21%.|“A complete response rate of 12% is remarkable,” said Jo Lind.
LYRA randomized 240 adults 1:1.|LYRA randomized 420 adults 1:1 to FRX-101 or placebo.
The ORR was 45% and the DCR 80%.|ORR was 54% and DCR was 80%.
""".strip().splitlines()


@pytest.mark.parametrize("line", OF_ANOTHER)
def test_a_value_of_something_else_is_no_slip(line: str) -> None:
    lead, _, body = line.partition("|")
    assert found("STA012", body, lead=LEAD + lead) == []


@pytest.mark.parametrize("line", OF_THE_SAME)
def test_two_values_of_the_same_are_reported(line: str) -> None:
    lead, _, body = line.partition("|")
    (finding,) = found("STA012", body, lead=LEAD + lead)
    assert finding.severity == "error"
