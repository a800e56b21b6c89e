"""A missed primary endpoint in the words of many houses, and words like it that tell no miss of this trial."""

import pytest

from prlint.document import read
from prlint.release import parse
from prlint.release.misses import misses
from tests.checks.results_release import DISEASE, HEADLINE

LEAD = (
    "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA, a randomized "
    "Phase 2 trial of FRX-101, an investigational therapy, in adults with lupus. "
)
MISSED = """
The trial did not meet the prespecified primary endpoint of change in SLEDAI-2K at week 24.
The primary endpoint, response at week 24, was not statistically significant (p=0.12).
FRX-101 did not demonstrate superiority to placebo on the primary endpoint of response at week 24.
The study's primary efficacy objective was not achieved.
FRX-101 failed to separate from placebo on the primary endpoint.
No statistically significant difference was observed between FRX-101 and placebo for the primary endpoint at week 24.
For the primary endpoint of response at week 24, no significant difference was seen between arms.
Statistical significance on the primary endpoint was not reached (p=0.09).
The trial fell just short of meeting its primary endpoint (p=0.052).
The primary outcome measure, response at week 24, showed no difference between FRX-101 and placebo.
The trial was unsuccessful in achieving its primary efficacy endpoint.
Neither the 10 mg nor the 20 mg dose met the primary endpoint of response at week 24.
Neither of the co-primary endpoints was met.
The trial met one of its two co-primary endpoints; the second, fatigue at week 24, was not met.
FRX-101 did not show a statistically significant improvement over placebo in SLEDAI-2K at week 24, the primary endpoint of the study.
The primary endpoint did not reach the threshold for statistical significance.
The primary endpoint analysis was not statistically significant.
The trial's main goal was not met.
LYRA failed to meet its primary efficacy endpoint.
The trial narrowly missed its primary endpoint.
Topline data indicate that LYRA will not meet its primary endpoint.
The primary endpoint was missed.
FRX-101 showed no statistically significant benefit on the primary endpoint.
There was no statistically significant difference in the primary endpoint of response at week 24 between the FRX-101 and placebo groups.
The p-value for the primary endpoint was 0.11, above the prespecified level of 0.05.
In the primary analysis, FRX-101 was not superior to placebo (p=0.21).
While FRX-101 did not hit its primary endpoint, we saw encouraging signals in several secondary measures.
Despite not meeting the primary endpoint, FRX-101 was generally well tolerated.
The trial did not reach its primary endpoint because of a high placebo response.
The study did not demonstrate non-inferiority of FRX-101 to methotrexate, its primary endpoint.
The primary endpoint of non-inferiority was not met.
The observed improvement in the primary endpoint was not statistically significant compared with placebo.
The primary endpoint could not be met.
The primary endpoint comparison was nonsignificant (p=0.3).
Response at week 24, the primary endpoint, was similar for FRX-101 (41%) and placebo (40%) (p=0.85).
The data did not show a statistically significant effect on the primary endpoint.
LYRA's primary endpoint, a 4-point reduction in SLEDAI-2K, was not reached.
The primary endpoint of the study, SRI-4 response, did not achieve statistical significance.
Results for the primary endpoint were not significant (41% versus 38%; p=0.49).
The primary endpoint was numerically in favor of FRX-101 but not statistically significant.
The primary endpoint favored FRX-101 but missed significance (p=0.061).
LYRA just missed its primary endpoint.
The study did not show a difference between FRX-101 and placebo for the primary efficacy measure.
A statistically significant difference on the primary endpoint was not observed.
A benefit of FRX-101 over placebo could not be shown for the primary endpoint.
The primary objective of demonstrating superiority over placebo was not met.
The trial failed on its primary endpoint.
The study was negative for its primary endpoint.
The trial did not succeed on its primary endpoint.
The trial failed to show a benefit on its primary endpoint.
FRX-101 did not outperform placebo on the primary endpoint.
FRX-101 performed no better than placebo on the primary endpoint.
The primary hypothesis of the trial was not confirmed.
The difference versus placebo in SRI-4 response, the primary endpoint, was not significant.
Both the 10 mg and the 20 mg arms failed to meet the primary endpoint.
Only the 20 mg dose met the primary endpoint; the 10 mg dose did not.
The 10 mg dose did not meet the primary endpoint, while the 20 mg dose did.
Based on a planned interim analysis, the committee recommended stopping LYRA for futility.
An interim analysis showed that LYRA is unlikely to meet its primary endpoint upon completion.
The trial was stopped early after an interim analysis indicated a low likelihood of success on the primary endpoint.
The study did not reach statistical significance in its primary endpoint.
Although LYRA did not meet statistical significance for its primary endpoint, the data show activity.
The overall study did not meet the primary endpoint, but patients with high interferon responded.
The primary endpoint was not statistically significant in the overall population (p = .11).
""".strip().splitlines()
NOT_MISSED = """
LYRA met its primary endpoint. VEGA, an earlier Phase 2 trial, did not meet its primary endpoint.
LYRA met its primary endpoint of non-inferiority; superiority, a secondary endpoint, was not shown.
LYRA met its primary endpoint; the key secondary endpoint of fatigue was not statistically significant.
LYRA met its primary endpoint. The difference in body weight, a secondary endpoint, did not reach statistical significance.
LYRA met its primary endpoint, and there was no significant difference in adverse events between the arms.
The primary safety endpoint was met, with no statistically significant difference in serious adverse events between FRX-101 and placebo.
The interim analysis did not cross the futility boundary, and the trial continues as planned.
The independent data monitoring committee found that the futility boundary was not crossed.
LYRA met its primary endpoint. If the confirmatory trial does not meet its primary endpoint, approval may be withdrawn.
There is no assurance that the trial will meet its primary endpoint.
LYRA met its primary endpoint of response at week 24 without a significant increase in infections.
Patients who did not achieve the primary endpoint of response at week 24 could enter the extension.
LYRA met its primary endpoint. Median overall survival has not been reached.
The primary endpoint was met; the median duration of response was not reached.
LYRA achieved both co-primary endpoints and did not miss any of its secondary endpoints.
The trial met all primary endpoints, with no failures of the device.
LYRA met its primary endpoint. Competitor drugs have failed to meet their primary endpoints in this disease.
LYRA met its primary endpoint, after two failed trials of other agents missed theirs.
LYRA met its primary endpoint of non-inferiority, with no statistically significant difference between FRX-101 and methotrexate.
The trial was not designed to assess the primary endpoint in adolescents.
The study was not powered to show significance on the primary endpoint in subgroups; it met the primary endpoint overall.
The primary endpoint was met (p=0.01). Treatment did not affect the primary metabolic pathway.
LYRA met the primary endpoint; the primary reason for discontinuation was not meeting eligibility criteria.
The trial did not enrol patients with primary biliary cholangitis and met its primary endpoint.
LYRA met its primary endpoint. Failure to meet enrolment goals could delay the primary completion date of the next trial.
Results on the primary endpoint are not yet available.
The primary endpoint has not yet been analyzed.
The primary endpoint data have not been unblinded.
The primary endpoint was not only met but exceeded.
The trial not only met its primary endpoint but also all secondary endpoints.
LYRA met its primary endpoint regardless of whether patients had not responded to a primary therapy.
LYRA met its primary endpoint, and no patient failed to reach the primary analysis.
The primary endpoint was met in the ITT population, and did not differ between men and women.
The primary endpoint was achieved, and the effect did not differ by primary diagnosis.
LYRA met its primary endpoint. FRX-101 was not significantly different from methotrexate in safety.
LYRA met its primary endpoint. The trial's primary endpoint did not include deaths.
LYRA met its primary endpoint. In the 5 mg arm, which was not part of the primary analysis, the difference was not significant.
LYRA met its primary endpoint. Baseline characteristics showed no significant differences between arms in the primary population.
Patients in whom the primary graft did not function were excluded; LYRA met its primary endpoint.
LYRA met its primary endpoint. The Company did not reach an agreement with its primary lender.
LYRA met its primary endpoint and did not show a QT effect.
If the primary endpoint is not met, secondary endpoints will not be tested; LYRA met its primary endpoint.
LYRA met its primary endpoint. A competitor's Phase 3 study in lupus failed on its primary endpoint last year.
LYRA met its primary endpoint. Patients who fail to achieve primary response may be rescued.
The trial met its primary endpoint, though the company missed its primary enrolment target.
No serious adverse events were reported; the primary endpoint was met.
LYRA met its primary endpoint of response; no difference was required on fatigue.
LYRA met its primary endpoint with a p-value of 0.04; the p-value for the secondary endpoint was 0.11.
The committee recommended that the trial continue without modification; futility was not declared.
LYRA met its primary endpoint. In NOVA, a trial of an unrelated drug, neither dose met the primary endpoint.
LYRA met its primary endpoint. The 2019 BELLA study of FRX-101 in psoriasis did not meet its primary endpoint.
The primary endpoint of safety and tolerability was met, with no dose-limiting toxicities.
The trial achieved its primary objective of showing no significant difference in exposure.
The trial demonstrated bioequivalence, its primary objective, with no significant difference in AUC.
The vaccine's primary immunogenicity endpoint was met, with no difference between lots.
LYRA met its primary endpoint. Many trials in lupus have not met their primary endpoints.
LYRA met its primary endpoint. Historically, most lupus trials failed to meet the primary endpoint.
LYRA met its primary endpoint; the trial could not have met it without the patients.
We cannot promise that future trials will not miss their primary endpoints; LYRA met its primary endpoint.
LYRA met its primary endpoint. None of the patients in the trial discontinued because of infection.
LYRA met its primary endpoint, with a statistically significant difference from placebo not seen for any safety measure.
The primary endpoint was met at week 24; at week 4 the difference was not yet significant.
LYRA met its primary endpoint (p=0.003); the difference in the first secondary endpoint was not significant (p=0.07).
The trial hit its primary endpoint, and investigators did not report any unexpected harms.
The company has not yet reported the primary endpoint of its second trial; LYRA met its primary endpoint.
The primary endpoint, response at week 24, was met with 52% versus 31% on placebo (p=0.002), and no difference in infections was seen.
LYRA met both primary endpoints; one of three secondary endpoints was not met.
The primary endpoint was met and no dose adjustment was required.
The primary endpoint was met. Neither group had treatment-related deaths.
LYRA met its primary endpoint. Results were not affected by the primary reason for enrolment.
Patients not achieving the primary endpoint at week 24 were offered open-label FRX-101; LYRA met its primary endpoint.
The non-inferiority trial met its primary endpoint; response was similar for FRX-101 (70%) and methotrexate (69%).
LYRA met its primary endpoint. No significant differences from placebo were observed in laboratory values.
The primary completion date was not changed, and LYRA met its primary endpoint.
LYRA met its primary endpoint. Standard therapies fail to meet the goals of many patients.
LYRA met its primary endpoint with no interim analysis for futility.
LYRA passed its interim futility analysis and then met its primary endpoint.
LYRA met its primary endpoint; the committee did not recommend stopping for futility at the interim look.
Unlike other agents that did not meet their primary endpoints, FRX-101 met the primary endpoint in LYRA.
""".strip().splitlines()


def outcome(sentence: str) -> tuple[int, str]:
    """How many misses a release tells that holds a sentence, and what its profile makes of them."""
    release = parse(read("\n\n".join((HEADLINE, LEAD + sentence, "FRX-101 was given for 24 weeks.", DISEASE, "")).encode(), "release.txt"))
    return len(list(misses(release))), release.profile.outcome


@pytest.mark.parametrize("sentence", MISSED)
def test_a_miss_is_read_in_whatever_words(sentence: str) -> None:
    number, told = outcome(sentence)
    assert number >= 1
    assert told in ("negative", "mixed")


@pytest.mark.parametrize("sentence", NOT_MISSED)
def test_other_trials_parts_conditions_and_likeness_are_no_miss(sentence: str) -> None:
    assert outcome(sentence) == (0, "positive")
