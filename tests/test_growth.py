"""The work of a check grows in step with the text: counted in calls, which are the same on every machine."""

import sys

from prlint.document import read
from prlint.engine import load_rules
from prlint.engine.check import check
from prlint.release import parse

# Every kind of thing that rules look for, so that a rule that compares each with all others shows.
PARAGRAPH = (
    "FTX-{n} reduced the risk of relapse by {p}% compared with placebo (HR 0.{q}; 95% CI 0.3{d} to 0.9{d}; p=0.0{d}), and {n} of 3{n} "
    "patients ({d}%) responded. The most common adverse events were headache ({n}%) and nausea ({d}%); FTX-{n} was generally well "
    "tolerated. “We are encouraged by these results,” said Ana Ruiz, Chief Medical Officer of Ferrant. Velmira® (ferrantinib) is a "
    "trademark of Ferrant Therapeutics, Inc. As of March {d}, 2026, cash was $1{n}.{d} million, expected to fund operations (OPS{d}) "
    "into 2028 as described in the Form 10-Q for the quarter ended March 31, 2026. The LYRA trial (NCT0{n}23456{d}) met its primary "
    "endpoint of progression-free survival (PFS)."
)


def release(paragraphs: int) -> bytes:
    body = "\n\n".join(PARAGRAPH.format(n=10 + i % 80, p=20 + i % 60, q=80 - i % 60, d=1 + i % 9) for i in range(paragraphs))
    return f"Ferrant Reports Results\n\nBOSTON, March 4, 2026 -- Ferrant (NASDAQ: FTXT) today reported.\n\n{body}\n".encode()


def calls(paragraphs: int) -> int:
    """How many calls, also of built-in functions, a check takes."""
    rules, document, count = load_rules(), read(release(paragraphs), "a.txt"), 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        check(parse(document, None, rules.vocabulary), rules)
    finally:
        sys.setprofile(before)
    return count


def test_four_times_the_text_takes_about_four_times_the_work():
    calls(100)  # what is loaded and compiled at first is not counted
    small, large = calls(100), calls(400)
    assert large < 4.5 * small, f"{large / small:.1f} times the calls"
