"""Whatever a text holds, it is checked to its end."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import prlint
from prlint.document import ReadError
from prlint.engine import load_rules
from tests.test_cases import CASES

RULES = load_rules()
PIECES = sorted(
    {
        piece
        for file in CASES.glob("*.txt")
        for paragraph in file.read_text(encoding="utf-8").split("\n")
        for piece in (paragraph, paragraph[:17], paragraph[-23:], *paragraph.split(". ")[:2])
        if piece
    }
)
ODD = ["®", "™", "“", "”", '"', "(", ")", "[", "%", "p=", "HR", "95%", "●", "--", "$", "\u2028", "\ufeff", "\t"]


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None, derandomize=True)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(ODD), st.text(max_size=6)), min_size=1, max_size=25),
    st.sampled_from(["\n\n", "\n", " ", ""]),
)
def test_every_text_is_checked_to_its_end(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces).replace("\x00", "").encode("utf-8", "ignore").decode()
    if not text.strip():
        return
    try:
        (report,) = prlint.lint(text, rules=RULES).files
    except ReadError:  # it looks like a PDF, say
        return
    assert not report.failure
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(report.document.text)  # type: ignore[union-attr]
        assert "{" not in finding.message or "{" in text
