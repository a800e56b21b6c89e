"""What is kept of a check: only for the same text and rules, and to be read by nobody without the text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prlint.config import Settings
from prlint.document import read
from prlint.engine.ruleset import load_rules
from prlint.report.gather import gather
from prlint.report.model import FileReport
from prlint.report.results import _locked, _unlocked, results_of
from prlint.report.suppressed import suppressed
from tests.engine.houses import write_rule, write_terms

CASES = sorted((Path(__file__).parents[1] / "cases").glob("**/*.txt"))
SETTINGS = Settings()
RULES = load_rules(SETTINGS)
TEXT = (
    "Ferrant Therapeutics Reports Results\n\nBOSTON, March 4, 2027 -- Ferrant Therapeutics, Inc. (NASDAQ: FRRT) today said that "
    "FRR-204, an investigational drug, is safe and effective (p=0.000).\n\n“Quokkas will be cured,” said Ana Ruiz, Chief Executive.\n"
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(place: Path) -> list[Path]:
    return sorted(place.glob("result-*"))


def checked(text: str, settings: Settings = SETTINGS, rules=RULES):
    return gather(read(text.encode(), "release.txt"), settings, rules, results=results_of(rules, settings))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_recalled_is_what_was_found(case: Path) -> None:
    document = read(case)
    results = results_of(RULES, SETTINGS)
    fresh = gather(document, SETTINGS, RULES)
    assert gather(document, SETTINGS, RULES, results=results) == fresh
    profile, findings = results.recall(document)
    assert (profile, findings) == (fresh.profile, fresh.findings)
    assert gather(document, SETTINGS, RULES, results=results) == fresh


def test_a_recalled_text_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(TEXT)
    assert first.findings
    monkeypatch.setattr("prlint.report.gather.understand", None)
    assert checked(TEXT) == first
    with pytest.raises(TypeError):
        checked(TEXT + "One word more.\n")


def test_nothing_of_a_text_can_be_read_in_what_is_kept(place: Path) -> None:
    assert any("cure" in finding.quote.lower() for finding in checked(TEXT).findings)
    (entry,) = kept(place)
    content = entry.read_bytes()
    for word in (b"uokka", b"ffective", b"Ferrant", b"EFF001", b"0.000", b"topline"):
        assert word not in content
        assert word.hex().encode() not in content


def test_with_other_settings_or_rules_nothing_is_recalled(tmp_path: Path) -> None:
    house = write_terms(tmp_path / "house", quokka="quokkas")
    write_rule(house, "HSE001", "no-quokkas", "no quokka", bad="Quokkas.")
    settings = Settings(rules=(str(house),))
    checked(TEXT)
    assert severities(checked(TEXT, settings, load_rules(settings)), "HSE001") == ["warning"]
    write_rule(house, "HSE001", "no-quokkas", "no quokka", severity="error", bad="Quokkas.")
    assert severities(checked(TEXT, settings, load_rules(settings)), "HSE001") == ["error"]
    ignoring = Settings(ignore=("EFF",))
    assert severities(checked(TEXT, ignoring, load_rules(ignoring)), "EFF001") == []


def severities(report: FileReport, code: str) -> list[str]:
    return [finding.severity for finding in report.findings if finding.code == code]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 400], ids=["empty", "short", "zeros"])
def test_what_is_damaged_is_found_again(place: Path, damage: bytes) -> None:
    first = checked(TEXT)
    (entry,) = kept(place)
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert checked(TEXT) == first
    assert entry.read_bytes() == whole
    entry.write_bytes(whole[:-1] + bytes((whole[-1] ^ 1,)))
    assert checked(TEXT) == first


def test_a_text_that_has_the_place_of_another_is_found_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prlint.report.results._PLACES", 1)
    other = TEXT.replace("Quokkas", "Wombats")
    first, second = checked(TEXT), checked(other)
    assert checked(TEXT) == first
    assert checked(other) == second
    assert len(kept(place)) == 1


def test_comments_in_the_file_count_for_what_is_recalled_too() -> None:
    text = b"# Ferrant\n\n<!-- prlint-disable EFF001 quoted -->\n\nFRR-204, an investigational drug, is safe and effective.\n"
    results = results_of(RULES, SETTINGS)
    document = read(text, "release.md")
    fresh = gather(document, SETTINGS, RULES, results=results)
    assert gather(document, SETTINGS, RULES, results=results) == fresh
    _, findings = results.recall(document)
    assert not any(finding.waived for finding in findings)
    assert suppressed(fresh._replace(findings=findings, document=document), RULES) == fresh


def test_rules_of_a_python_package_keep_nothing() -> None:
    assert results_of(RULES._replace(packages=True), SETTINGS) is None


@given(st.binary(max_size=300), st.binary(min_size=32, max_size=64), st.binary(min_size=32, max_size=64))
def test_only_the_key_opens_what_is_locked(content: bytes, key: bytes, other: bytes) -> None:
    locked = _locked(content, key)
    assert _unlocked(locked, key) == content
    assert key == other or _unlocked(locked, other) is None
    assert _unlocked(locked[:-1], key) is None
