"""Which rules there are, and which of them run."""

import sys
from pathlib import Path

import pytest

from prlint.config import Settings
from prlint.engine import RuleError, UnknownRuleError, load_rules
from tests.engine.houses import write_rule, write_terms


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = write_terms(tmp_path / "house", frumious="frumious")
    write_rule(folder, "HSE001", "frumious-word", "no frumious")
    write_rule(folder, "HSE002", "optional-word", "no frumious", more='default = "off"')
    return folder


def codes(**settings: object) -> set[str]:
    return {rule.code for rule in load_rules(Settings(**settings)).selected}  # type: ignore[arg-type]


def test_a_folder_of_rules_runs_beside_the_built_in_ones(house: Path) -> None:
    selected = codes(rules=(str(house),))
    assert {"HSE001", "SHR001"} <= selected
    assert "HSE002" not in selected


@pytest.mark.parametrize(
    ("settings", "runs", "rests"),
    [
        ({"select": ("HSE",)}, {"HSE001"}, {"HSE002", "SHR001"}),
        ({"select": ("HSE002",)}, {"HSE002"}, {"HSE001"}),
        ({"select": ("optional-word",)}, {"HSE002"}, {"HSE001"}),
        ({"select": ("HSE00",)}, {"HSE001"}, {"HSE002"}),
        ({"select": ("ALL",)}, {"HSE001", "HSE002", "SHR001"}, set()),
        ({"extend_select": ("HSE002",)}, {"HSE001", "HSE002", "SHR001"}, set()),
        ({"ignore": ("HSE001",)}, {"SHR001"}, {"HSE001"}),
        ({"ignore": ("frumious-word",)}, {"SHR001"}, {"HSE001"}),
        ({"ignore": ("SHR",)}, {"HSE001"}, {"SHR001"}),
        ({"select": ("hse001",), "ignore": ("HSE",)}, {"HSE001"}, {"SHR001"}),
        ({"select": ("HSE",), "ignore": ("HSE",)}, set(), {"HSE001"}),
        ({"ignore": ("ALL",), "select": ("HSE",)}, {"HSE001"}, {"SHR001"}),
    ],
)
def test_the_more_exact_selector_wins(house: Path, settings: dict[str, tuple[str, ...]], runs: set[str], rests: set[str]) -> None:
    selected = codes(rules=(str(house),), **settings)
    assert runs <= selected
    assert not rests & selected


@pytest.mark.parametrize("settings", [{"select": ("SHR01",)}, {"ignore": ("missing-safe-harbour",)}, {"severity": {"SHR0001": "info"}}])
def test_a_selector_that_selects_nothing_is_an_error_with_a_suggestion(settings: dict[str, object]) -> None:
    wanted = next(iter(next(iter(settings.values()))))  # type: ignore[call-overload]
    if wanted == "SHR01":
        assert codes(**settings)
        return
    with pytest.raises(UnknownRuleError, match="did you mean"):
        codes(**settings)


def test_severities_are_set_by_code_and_family_and_the_code_wins(house: Path) -> None:
    rules = load_rules(Settings(rules=(str(house),), severity={"HSE001": "error", "HSE": "info"}))
    assert rules.severity["HSE001"] == "error"
    assert rules.severity["HSE002"] == "info"


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-folder"):
        load_rules(Settings(rules=("no-such-folder",)))


def test_a_folder_cannot_take_a_built_in_code(tmp_path: Path) -> None:
    write_terms(tmp_path, frumious="frumious")
    write_rule(tmp_path, "SHR001", "frumious-word", "no frumious")
    with pytest.raises(RuleError, match="the code `SHR001` is taken by"):
        load_rules(Settings(rules=(str(tmp_path),)))


def test_a_rule_is_found_by_code_and_by_name(house: Path) -> None:
    rules = load_rules(Settings(rules=(str(house),)))
    assert rules.rule("hse001") is rules.rule("frumious-word")
    with pytest.raises(UnknownRuleError, match="did you mean `HSE001`"):
        rules.rule("HSE0O1")


def test_an_installed_package_brings_rules_and_their_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write_terms(tmp_path / "acme_prlint_rules", frumious="frumious")
    write_rule(package, "ACM001", "frumious-word", "no frumious")
    write_rule(package, "ACM002", "short-text", "python")
    (package / "__init__.py").write_text(
        "from prlint.engine.model import Hit\n\n\ndef short_text(release):\n    if len(release.text) < 40:\n        yield Hit(0, 3)\n"
    )
    info = tmp_path / "acme_prlint_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-prlint-rules\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[prlint.rules]\nacme = acme_prlint_rules\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])

    from prlint.api import lint

    rules = load_rules(Settings(select=("ACM",)))
    (file,) = lint("A frumious day in Boston.", rules=rules).files
    assert [(finding.code, finding.quote) for finding in file.findings] == [("ACM002", "A f"), ("ACM001", "frumious")]


def test_an_entry_point_that_names_no_package_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "lost_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lost-rules\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[prlint.rules]\nlost = prlint_lost_rules\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(ModuleNotFoundError, match=r"`lost` of prlint\.rules names `prlint_lost_rules`"):
        load_rules()
