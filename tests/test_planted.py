"""Faults planted into good releases are noticed, and sentences that only look like faults are not.

Each row changes one of the good releases of `tests/cases`: the words it takes out, the words it puts in their place, and
the rule that must notice. The harmless sentences are set in after the first long paragraph.
"""

from functools import cache
from pathlib import Path

import pytest

import prlint

CASES = Path(__file__).parent / "cases"
_LONG = 180  # code points of a paragraph of the news


@cache
def good(name: str) -> str:
    return next(CASES.glob(f"good-{name}.*")).read_text(encoding="utf-8")


@cache
def told_of(text: str) -> frozenset[tuple[str, str]]:
    """Code and message of every finding."""
    (report,) = prlint.lint(text).files
    assert not report.failure
    return frozenset((finding.code, finding.message) for finding in report.findings)


def codes(text: str) -> set[str]:
    return {code for code, _ in told_of(text)}


def with_sentence(name: str, sentence: str) -> str:
    paragraphs = good(name).split("\n\n")
    lead = next(index for index, paragraph in enumerate(paragraphs) if len(paragraph) > _LONG)
    return "\n\n".join([*paragraphs[: lead + 1], sentence, *paragraphs[lead + 1 :]])


REFORM = "Private Securities Litigation Reform Act of 1995"
CHANGED = [
    ("complete-response", REFORM, "Private Securities Litigation Reform Act (1996)", "SHR008"),
    ("complete-response", REFORM, "Private Litigation Securities Reform Act of 1995", "SHR008"),
    ("offering-wrapped", "Section 27A of the Securities Act of 1933", "Section 27E of the Securities Act of 1933", "SHR008"),
    ("offering-wrapped", "Section 21E\nof the Securities Exchange Act", "Section 21E\nof the Securities Act", "SHR008"),
    ("missed-endpoint", "This press release contains", "All statements in this press release are", "SHR010"),
    ("complete-response", "Words such as", "This press release, in its entirety, is a forward-looking statement. Words such as", "SHR010"),
    ("first-participant", "Oakhaven assumes no duty", "Zarenta assumes no duty", "SHR013"),
    ("publication", "described in Ionwell's Form", "described in Zarenta's Form", "SHR013"),
    ("complete-response", "Form 10-Q", "Form10-Q", "SEC003"),
    ("half-year-rehovot", "Form 20-F", "Form F-20", "SEC003"),
    ("legend-on-top", "Form 10-K", "Form K-10", "SEC003"),
    ("half-year-rehovot", "filed with the SEC on March 25, 2025", "and quarterly reports on Form 10-Q filed with the SEC", "SEC002"),
    ("discontinuation", "our Quarterly Report on Form 10-Q for", "our Annual Report on Form 10-K, our Form 6-K for", "SEC002"),
    ("first-participant", "Form 10-K for the year ended December 31, 2024", "Form 10-K for 2022", "SEC004"),
    ("licence", "quarter ended September 30, 2025", "quarter ended November 31, 2025", "SEC005"),
    ("licence", "for the quarter ended September 30, 2025", "for the fourth quarter of 2024", "SEC007"),
    ("fireside-chat", "(NASDAQ:TVTX)", "(NASDAQ-TVTX)", "SEC011"),
    ("earnings", "• Oskiva® (delafermin)", "• Oskiva (delafermin®)", "TMK005"),
    ("approval-tokyo", "(generic name: morapixant)", "(generic name: morapixant®)", "TMK005"),
    ("collaboration-london", "Its ClearPlex® platform", "Its ClearPlex™ platform", "TMK004"),
    ("device-clearance", "PulseTrace is a trademark", "PulseTrace and CardioNest are trademarks", "TMK003"),
    ("private-placement-vancouver", "Vancouver, British Columbia--(Newsfile Corp. - May 21, 2025) - ", "", "STR002"),
    ("congress-notice-paris", "Lyon, France, April 22, 2025 – 6:00 pm CEST – ", "", "STR002"),
    ("licence", "SLV-77 fits our portfolio", "SLV77 fits our portfolio", "TRM005"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), CHANGED, ids=lambda part: part[:40])
def test_a_fault_in_the_wording_of_a_good_release_is_noticed(name: str, old: str, new: str, code: str) -> None:
    assert old in good(name)
    assert code not in codes(good(name))
    assert code in codes(good(name).replace(old, new, 1))


INSERTED = [
    ("complete-response", "We guarantee that velmorant will cure agitation.", "SHR014"),
    ("complete-response", "Upon approval, velmorant will be a blockbuster.", "SHR014"),
    ("topline-sydney", "Approval of ILW-3 is a certainty.", "SHR014"),
    ("discontinuation", "Hengda Pharma, our licensee, anticipates regulatory approval in China by the end of 2026.", "SHR012"),
    ("discontinuation", "The Company intends to offer shares of its common stock in an underwritten public offering.", "SEC014"),
    ("complete-response", "Concurrently, the Company has priced a registered direct offering of 2,000,000 shares.", "SEC014"),
    ("half-year-rehovot", "Free cash flow was negative $8.2 million.", "SEC009"),
    ("licence", "Data are expected in Q_ 2026.", "STR008"),
    ("licence", "The dose was XX mg once daily.", "STR008"),
    ("licence", "TK", "STR008"),
    ("private-financing", "[Company to confirm] that the studies go on.", "STR008"),
    ("private-financing", "NTD: legal to review this sentence.", "STR008"),
    ("private-financing", "The results (TBC) will follow.", "STR008"),
    ("complete-response", "The call is at xx:xx a.m. ET.", "STR008"),
    ("complete-response", "Visit www.xxxxx.com for details.", "STR008"),
    ("approval-capitals", "The Federal Drug Administration (FDA) inspected the site.", "TRM003"),
    ("missed-endpoint", "Brain scans used magnetic resolution imaging (MRI).", "TRM003"),
    ("publication", "Patients with CLL were left out, and so were those with a family history of CLL.", "TRM001"),
    ("missed-endpoint", "A data monitoring committee met twice. The independent data monitoring board saw no concern.", "TRM004"),
]


@pytest.mark.parametrize(("name", "sentence", "code"), INSERTED, ids=lambda part: part[:40])
def test_a_sentence_that_is_a_fault_is_noticed_in_a_good_release(name: str, sentence: str, code: str) -> None:
    assert code not in codes(good(name))
    assert code in codes(with_sentence(name, sentence))


HARMLESS = [
    ("complete-response", "If approved, velmorant would be the first sublingual film for acute agitation."),
    ("complete-response", "There can be no guarantee that velmorant will be approved."),
    ("complete-response", "Dr. Hale will succeed Mr. Lasker as Chairman of the Board."),
    ("licence", "Approval of the transaction is assured by voting agreements with the holders of a majority of the shares."),
    ("licence", "The new building will replace the existing laboratory in Lexington."),
    ("complete-response", "Participants ran a 10K race to raise money for patients."),
    ("complete-response", "The amendment was filed on Form 10-K/A on April 2, 2025."),
    ("discontinuation", "In March 2024, the company completed a public offering of 6,900,000 shares."),
    ("discontinuation", "Proceeds from the private placement that closed in January 2025 fund the program."),
    ("licence", "Novira Corp. (NYSE: NVR) is a supplier of starting material."),
    ("publication", "The company may lose trademark protection for its names in some countries."),
    ("complete-response", "Patients called the sensation “walking on glass” and “electric.”"),
    (
        "complete-response",
        "Asked about timing, Mr. Lasker replied: “We will say more once we have met with the agency and know what it wants.”",
    ),
    ("publication", "“Lumatirsen reduced attacks in a population with frequent attacks,” the authors of the article conclude."),
    ("private-financing", "The embargo on imports of reagents was lifted in May."),
    ("topline-sydney", "Participants with XX or XY karyotypes were eligible."),
    ("missed-endpoint", "The SOLACE DSMB, or data safety monitoring board, meets twice a year. The DSMB is independent."),
    ("first-participant", "Participants have a BMI of 30 kg/m2 or more; the mean BMI was 34."),
    ("publication", "Patients on ACE inhibitors were excluded, and ACE inhibitors were forbidden."),
]


@pytest.mark.parametrize(("name", "sentence"), HARMLESS, ids=lambda part: part[:40])
def test_a_sentence_that_only_looks_like_a_fault_is_left_alone(name: str, sentence: str) -> None:
    assert told_of(with_sentence(name, sentence)) <= told_of(good(name))
