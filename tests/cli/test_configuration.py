"""`prlint.toml`: found, read, laid over what it extends, and checked."""

import json
from pathlib import Path

import pytest

from prlint.cli.configuration import fits, nearest
from tests.cli.conftest import ERROR, INFO, WARNING, Run

ALL = ERROR + WARNING + INFO


def codes(output: str) -> dict[str, list[str]]:
    return {file["path"]: [finding["code"] for finding in file["findings"]] for file in json.loads(output)["files"]}


def test_each_file_has_the_nearest_configuration_upward(desk: Path, house: Path, prlint: Run) -> None:
    (desk / "in" / "deep").mkdir(parents=True)
    (desk / "in" / "prlint.toml").write_text(f"rules = ['{house}']\nselect = ['HSE003']\n", encoding="utf-8")
    for place in ("a.txt", "in/deep/b.txt"):
        (desk / place).write_text(ALL, encoding="utf-8")
    assert codes(prlint(".", "--output-format", "json").out) == {"a.txt": ["HSE001", "HSE002", "HSE003"], "in/deep/b.txt": ["HSE003"]}


def test_a_pyproject_counts_only_with_a_table_for_prlint(desk: Path, house: Path) -> None:
    for name, text in (("with", f"[tool.prlint]\nrules = ['{house}']\nselect = ['HSE001']\n"), ("without", "[tool.other]\nx = 1\n")):
        (desk / name).mkdir()
        (desk / name / "pyproject.toml").write_text(text, encoding="utf-8")
    assert nearest(desk / "with").settings().select == ("HSE001",)
    assert nearest(desk / "without").settings().select == ("HSE",)


def test_what_is_extended_lies_below_and_its_rule_folders_stay_its_own(desk: Path) -> None:
    (desk / "base").mkdir()
    (desk / "base" / "prlint.toml").write_text(
        "fail-on = 'error'\nrules = ['house']\nseverity = { HSE001 = 'info', HSE002 = 'info' }\n"
        "[company]\nname = 'Ferrant'\nticker = 'NYSE: F'\n",
        encoding="utf-8",
    )
    (desk / "prlint.toml").write_text(
        "extend = 'base/prlint.toml'\nselect = ['STR']\nrules = ['own']\nseverity = { HSE001 = 'error' }\n"
        "[company]\nname = 'Ferrant Bio'\n",
        encoding="utf-8",
    )
    settings = nearest(desk).settings()
    assert settings.fail_on == "error"
    assert settings.rules == (str(desk / "base" / "house"), str(desk / "own"))
    assert settings.severity == {"HSE001": "error", "HSE002": "info"}
    assert (settings.company.name, settings.company.ticker) == ("Ferrant Bio", "NYSE: F")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device here that has no end")
def test_a_configuration_without_end_is_an_error(desk: Path, prlint: Run) -> None:
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    told = prlint("a.txt", "--config", "/dev/zero")
    assert (told.status, told.err) == (2, "prlint: /dev/zero: is larger than 1024 KB\n")


def test_a_configuration_that_extends_itself_is_an_error(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text("extend = ['prlint.toml']\n", encoding="utf-8")
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    outcome = prlint("a.txt")
    assert outcome.status == 2
    assert outcome.err.startswith("prlint: prlint.toml:1:11: prlint.toml extends itself\n")


def test_a_circle_of_configurations_is_told_with_its_way(desk: Path, prlint: Run) -> None:
    (desk / "house").mkdir()
    (desk / "prlint.toml").write_text("extend = 'house/style.toml'\n", encoding="utf-8")
    (desk / "house" / "style.toml").write_text("extend = '../base.toml'\n", encoding="utf-8")
    (desk / "base.toml").write_text("fail-on = 'error'\nextend = ['prlint.toml']\n", encoding="utf-8")
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    outcome = prlint("a.txt")
    assert outcome.status == 2
    assert outcome.err == (
        f"prlint: base.toml:2:11: prlint.toml extends itself, by way of {Path('house/style.toml')}, base.toml\n"
        "  |\n"
        "2 | extend = ['prlint.toml']\n"
        "  |           ^^^^^^^^^^^^^\n"
    )


def test_a_mistake_in_an_extended_file_is_told_there(desk: Path, prlint: Run) -> None:
    (desk / "work").mkdir()
    (desk / "work" / "prlint.toml").write_text("extend = '../house.toml'\n", encoding="utf-8")
    (desk / "house.toml").write_text("fail-on = 'fatal'\n", encoding="utf-8")
    (desk / "work" / "a.txt").write_text(ALL, encoding="utf-8")
    assert prlint("work/a.txt").err.startswith("prlint: house.toml:1:1: `fail-on` must be one of")


def test_settings_for_some_files_lie_over_those_for_all(desk: Path, prlint: Run) -> None:
    with (desk / "prlint.toml").open("a", encoding="utf-8") as configuration:
        configuration.write("[per-file.'drafts/**']\nignore = ['HSE001']\n[per-file.'**/b.txt']\nseverity = { HSE003 = 'error' }\n")
    (desk / "drafts").mkdir()
    for place in ("a.txt", "drafts/a.txt", "drafts/b.txt"):
        (desk / place).write_text(ALL, encoding="utf-8")
    report = json.loads(prlint(".", "--output-format", "json").out)
    told = {file["path"]: [(f["code"], f["severity"]) for f in file["findings"]] for file in report["files"]}
    assert told["a.txt"] == [("HSE001", "error"), ("HSE002", "warning"), ("HSE003", "info")]
    assert told["drafts/a.txt"] == [("HSE002", "warning"), ("HSE003", "info")]
    assert told["drafts/b.txt"] == [("HSE002", "warning"), ("HSE003", "error")]


def test_a_file_outside_the_folder_of_a_named_configuration_has_no_settings_of_its_own(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (desk / "prlint.toml").write_text("[per-file.'**']\nfail-on = 'never'\n", encoding="utf-8")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    found = nearest(desk)
    assert found.overrides(desk / "a.txt") == ("**",)
    assert found.overrides(elsewhere / "a.txt") == ()


@pytest.mark.parametrize(
    ("glob", "path", "wanted"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "b/a.txt", False),
        ("**/*.txt", "b/c/a.txt", True),
        ("**/*.txt", "a.txt", True),
        ("drafts/**", "drafts/b/a.txt", True),
        ("drafts/**", "old/drafts/a.txt", False),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a/.txt", False),
        ("a.txt", "abtxt", False),
    ],
)
def test_a_star_stays_in_its_folder_and_two_stars_cross_folders(glob: str, path: str, *, wanted: bool) -> None:
    assert fits(glob, path) == wanted


WRONG = [
    ("selct = ['HSE']", "prlint.toml:1:1: unknown key `selct`; did you mean `select`?", "selct"),
    ("fail_on = 'error'", "prlint.toml:1:1: unknown key `fail_on`; did you mean `fail-on`?", "fail_on"),
    ("zzz = 1", "prlint.toml:1:1: unknown key `zzz`; the keys here are select, extend-select,", "zzz"),
    ("\n[company]\ntickers = 'NYSE: F'", "prlint.toml:3:1: unknown key `company.tickers`; did you mean `ticker`?", "tickers"),
    (
        "[[company.products]]\nbrand = 'B'\n[[company.products]]\nbrnad = 'Velmira'",
        "prlint.toml:4:1: unknown key `company.products.brnad`; did you mean `brand`?",
        "brnad",
    ),
    ("[per-file.'*.txt']\nselekt = []", "prlint.toml:2:1: unknown key `per-file.*.txt.selekt`; did you mean `select`?", "selekt"),
    ("select = 'HSE'", "prlint.toml:1:1: `select` must be a list of strings", "select"),
    ("select = [1]", "prlint.toml:1:1: `select` must be a list of strings", "select"),
    ("fail-on = 'fatal'", 'prlint.toml:1:1: `fail-on` must be one of "error", "warning", "info", "never"', "fail-on"),
    ("fail-on = ['error']", "prlint.toml:1:1: `fail-on` must be one of", "fail-on"),
    ("severity = { HSE001 = 'bad' }", 'prlint.toml:1:14: `severity.HSE001` must be one of "error", "warning", "info"', "HSE001"),
    ("release = 1", "prlint.toml:1:1: `release` must be a table", "release"),
    ("[release]\nfragment = 'yes'", "prlint.toml:2:1: `release.fragment` must be true or false", "fragment"),
    (
        "[release]\ndate = '2027-03-04'",
        "prlint.toml:2:1: `release.date` must be a date such as 2014-12-19, without quotation marks",
        "date",
    ),
    ("[release]\ndate = 2027-03-04T10:00:00", "prlint.toml:2:1: `release.date` must be a date", "date"),
    ("release.kind = 'toplines'", 'prlint.toml:1:1: `release.kind` must be one of "topline"', "release.kind"),
    (
        "[company]\nfiscal-year-end = '13-31'",
        'prlint.toml:2:1: `company.fiscal-year-end` must be a month and a day such as "06-30"',
        "fiscal-year-end",
    ),
    ("[company]\nname = 4", "prlint.toml:2:1: `company.name` must be a string", "name"),
    (
        "[company.products]\nbrand = 'Velmira'",
        "prlint.toml:1:2: `company.products` must be tables, each begun with [[company.products]]",
        "company.products",
    ),
    ("[company]\nname = 'F'\n[[company.marks]]\nname = 7", "prlint.toml:4:1: `company.marks.name` must be a string", "name"),
    ("extend = 7", "prlint.toml:1:1: `extend` must be a path, or a list of paths", "extend"),
    ("extend = 'nowhere.toml'", "prlint.toml:1:1: extends `nowhere.toml`, which does not exist", "extend"),
    ("extend = [\n  'house',\n]", "prlint.toml:2:3: extends `house`, which is a folder", "'house'"),
]


@pytest.mark.parametrize(("text", "said", "underlined"), WRONG, ids=[text for text, _, _ in WRONG])
def test_a_mistake_is_told_with_its_place_and_what_was_expected(desk: Path, prlint: Run, text: str, said: str, underlined: str) -> None:
    (desk / "house").mkdir()
    (desk / "prlint.toml").write_text(text, encoding="utf-8")
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    outcome = prlint("a.txt")
    assert outcome.status == 2
    assert outcome.err.startswith(f"prlint: {said}"), outcome.err
    _, _, line, carets = outcome.err.splitlines()
    assert "".join(char for char, under in zip(line, carets.ljust(len(line)), strict=True) if under == "^") == underlined


def test_a_mistake_in_a_pyproject_points_into_the_table_of_prlint(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").unlink()
    (desk / "pyproject.toml").write_text(
        "[project]\nselect = 1\n[tool.ruff]\nlint = { select = [] }\n[tool.prlint]\nselect = 1\n", encoding="utf-8"
    )
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    assert prlint("a.txt").err.startswith("prlint: pyproject.toml:6:1: `select` must be a list of strings\n")


def test_bad_toml_is_shown_with_its_line_and_a_caret(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text("select = ['HSE']\nfail-on 'error'\n", encoding="utf-8")
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    outcome = prlint("a.txt")
    assert outcome.status == 2
    assert outcome.err == (
        "prlint: prlint.toml:2:9: expected '=' after a key in a key/value pair\n"
        "  |\n"
        "2 | fail-on 'error'\n"
        "  |         ^\n"
    )  # fmt: skip


def test_toml_that_ends_too_early_points_behind_its_end(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_text("select = ['HSE'", encoding="utf-8")
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    assert "prlint: prlint.toml:1:16: " in prlint("a.txt").err


def test_a_configuration_that_is_not_utf_8_is_an_error(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").write_bytes("[company]\nname = 'Café'\n".encode("cp1252"))
    (desk / "a.txt").write_text(ALL, encoding="utf-8")
    assert prlint("a.txt").err == "prlint: prlint.toml: not UTF-8, as TOML must be\n"


def test_everything_that_the_design_shows_is_understood(desk: Path) -> None:
    (desk / "prlint.toml").write_text(
        """
select = ["SHR"]
fail-on = "info"
[release]
fragment = true
date = 2014-12-19
kind = "topline"
[company]
issuer = "us-reporting"
fiscal-year-end = "06-30"
[[company.products]]
brand = "Velmira"
boxed-warning = true
[[company.marks]]
name = "Velmira"
status = "registered"
""",
        encoding="utf-8",
    )
    settings = nearest(desk).settings()
    assert (settings.fail_on, settings.release.fragment, settings.release.date, settings.release.kind) == (
        "info",
        True,
        (2014, 12, 19),
        "topline",
    )
    assert settings.company.fiscal_year_end == "06-30"
    assert settings.company.products[0].boxed_warning is True
    assert settings.company.marks[0].status == "registered"
