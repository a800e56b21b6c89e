"""The same release has the same findings, whatever it was written with."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from prlint.config import Settings
from prlint.document import read
from prlint.engine import load_rules
from prlint.report.gather import gather
from tests.document import writers
from tests.document.writers import RELEASE, Block

SEED = Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt"
WRITERS = {
    "html": writers.as_html,
    "markdown": writers.as_markdown,
    "pdf": writers.as_pdf,
    "rtf": writers.as_rtf,
    "mail": writers.as_mail,
    "docx": writers.as_word,
}
# The rules that what is wrong with the release breaks, beside what it lacks.
PLANTED = {"TRL002", "EFF001", "SEC003", "STA006", "STA005", "STR008", "EFF018", "STA013", "TMK004", "SHR008"}


def findings(data: bytes) -> Counter[tuple[str, str, str]]:
    """Codes, quotes and sections."""
    settings = Settings()
    report = gather(read(data), settings, load_rules(settings))
    return Counter((finding.code, " ".join(finding.quote.split()), finding.section) for finding in report.findings)


@pytest.fixture(scope="module")
def of_text() -> Counter[tuple[str, str, str]]:
    return findings(writers.as_text(RELEASE))


def test_the_planted_faults_are_found_in_plain_text(of_text: Counter[tuple[str, str, str]]) -> None:
    assert {code for code, _, _ in of_text} >= PLANTED


@pytest.mark.parametrize("kind", WRITERS)
def test_the_format_is_told_by_content(kind: str) -> None:
    assert read(WRITERS[kind](RELEASE), "release.txt").format == kind


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_release_has_the_findings_of_its_text(write: Callable[[list[Block]], bytes], of_text: Counter[tuple[str, str, str]]) -> None:
    assert findings(write(RELEASE)) == of_text


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_the_seed_has_the_findings_of_its_text(write: Callable[[list[Block]], bytes]) -> None:
    assert findings(write(writers.from_text(SEED.read_text(encoding="utf-8")))) == findings(SEED.read_bytes())
