"""`facts`, `rule`, `rules`, `init` and `completion`, and the help."""

import json
from pathlib import Path

import pytest

from prlint.cli.configuration import load
from prlint.cli.names import COMMANDS
from prlint.language.resources import folder
from tests.cli.conftest import ERROR, Run
from tests.engine.houses import write_rule

RELEASE = """Ferrant Therapeutics Reports Positive Results of the LYRA Trial

BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (NASDAQ: FRRT) today announced results of Velmira® (ferrantinib).

Velmira® is a registered trademark of Ferrant Therapeutics, Inc.

Contact: Ana Ruiz, +1 617 555 0100, ir@ferrant.example
"""


@pytest.fixture
def release(desk: Path) -> Path:
    (desk / "release.txt").write_text(RELEASE, encoding="utf-8")
    return desk


@pytest.mark.usefixtures("release")
def test_facts_show_profile_sections_with_lines_and_facts_by_kind(prlint: Run) -> None:
    out = prlint("facts", "release.txt").out
    assert out.startswith("release.txt\n  kind ")
    assert "\nSections\n" in out
    assert "\n  ticker (1)\n" in out
    assert "  NASDAQ: FRRT  [exchange NASDAQ, symbol FRRT" in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.usefixtures("release")
def test_facts_as_json_cover_the_text_in_order(prlint: Run) -> None:
    told = json.loads(prlint("facts", "--output-format", "json", "release.txt").out)
    assert told["path"] == "release.txt"
    spans = [(section["start"], section["end"]) for section in told["sections"]]
    assert spans == sorted(spans)
    covered = "".join(RELEASE[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(RELEASE.split())
    assert {"kind": "ticker", "symbol": "FRRT"}.items() <= {
        "kind": "ticker",
        **next(f for f in told["facts"] if f["kind"] == "ticker")["value"],
    }.items()


def test_facts_of_a_text_without_any_say_so(desk: Path, prlint: Run) -> None:
    (desk / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    assert "\nFacts\n  none\n" in prlint("facts", "a.txt").out


@pytest.mark.parametrize("wanted", ["HSE001", "hse001", "bandersnatch"])
def test_a_rule_is_explained_by_code_or_name(prlint: Run, wanted: str) -> None:
    out = prlint("rule", wanted).out
    assert out.startswith("HSE001 bandersnatch\nerror, on by default\n\nWhat it checks\n  no bandersnatch\n")
    for part in (
        "\nWhy\n  The reader learns",
        "\nAuthority\n  House style\n    We do not use",
        "\nReported\n  | A frumious",
        "\nNot reported\n  | Nothing of",
    ):
        assert part in out
    for part in ("\nWhat to do\n  Say what it does.", '\n  ignore = ["HSE001"]\n', '\n  severity = { HSE001 = "info" }\n'):
        assert part in out


def test_a_page_says_what_a_rule_applies_to_and_how_to_switch_it_on(desk: Path, prlint: Run) -> None:
    more = 'default = "off"\nexempt = """One.\n\nTwo."""\napplies = { kind = ["topline", "approval"] }\nexempts = { issuer = ["private"] }'
    write_rule(desk / "more", "HSX001", "frumious", "no date", more=more, bad="March 4, 2027.", severity="info")
    (desk / "prlint.toml").write_text("rules = ['more']\n", encoding="utf-8")
    out = prlint("rule", "HSX001").out
    assert "info, off by default" in out
    assert "\nApplies to\n  releases of the kind approval or topline\n  but not issuers of the type private\n" in out
    assert "\nExempt\n  One.\n\n  Two.\n" in out
    assert '  extend-select = ["HSX001"]\n' in out


def test_a_rule_checked_by_python_says_what_its_function_says_of_itself(prlint: Run) -> None:
    out = prlint("rule", "STR001").out
    assert "\nWhat it checks\n  A release whose first words are the lead's." in out
    assert "headline_missing" not in out


def test_a_page_tells_what_the_words_of_a_check_sentence_stand_for(prlint: Run) -> None:
    out = prlint("rule", "EFF022").out
    assert "\nWhat it checks\n  no practice-recommendation in prose unless practice-hedge within sentence\n" in out
    assert "\n\n    practice-hedge: " in out
    assert "\n\n    prose: headline, subheadline, lead, body, " in out


def test_a_page_shows_what_is_said_of_a_bad_example_and_what_fixes_it(prlint: Run) -> None:
    out = prlint("rule", "SEC003").out
    assert "    safe fix: `10K` becomes `10-K`\n" in out
    assert "www.sec.gov`" in out.split("\nNot reported")[0]


def test_rule_wants_a_code_or_a_folder_and_not_both(prlint: Run) -> None:
    for arguments in (["rule"], ["rule", "HSE001", "--test", "."]):
        outcome = prlint(*arguments)
        assert (outcome.status, "name a rule, or give a folder with --test" in outcome.err) == (2, True)


def test_the_examples_of_a_folder_are_run(desk: Path, house: Path, prlint: Run) -> None:
    assert prlint("rule", "--test", str(house)).out == "3 rules, 6 examples, 0 failed\n"
    write_rule(desk / "wrong", "HSW001", "dates", "no date", bad="No date at all.")
    outcome = prlint("rule", "--test", "wrong")
    assert (outcome.status, outcome.out) == (1, "1 rule, 2 examples, 1 failed\n")
    assert "HSW001: a bad example reports nothing: `No date at all.`" in outcome.err


def test_a_folder_that_holds_no_rules_cannot_be_tested(desk: Path, prlint: Run) -> None:
    (desk / "empty").mkdir()
    assert prlint("rule", "--test", "empty").status == 2
    assert prlint("rule", "--test", "nowhere").err == "prlint: nowhere: no such folder\n"
    (desk / "HSE001.toml").write_text("", encoding="utf-8")
    assert prlint("rule", "--test", "HSE001.toml").err == "prlint: HSE001.toml: is a file; name its folder\n"


def test_installed_rules_are_tested_in_python_and_those_of_another_folder_are_not(desk: Path, prlint: Run) -> None:
    own = folder("rules") / "structure"
    outcome = prlint("rule", "--test", str(own))
    assert (outcome.status, outcome.err) == (0, "")
    copied = desk / "copied"
    copied.mkdir()
    for name in ("STR001.toml", "family.toml"):
        (copied / name).write_text((own / name).read_text(encoding="utf-8"), encoding="utf-8")
    outcome = prlint("rule", "--test", "copied")
    assert (outcome.status, "is data and cannot run Python" in outcome.err, "an installed package" in outcome.err) == (2, True, True)


def test_rules_are_listed_by_family_with_those_that_are_off(prlint: Run) -> None:
    out = prlint("rules").out
    assert "\nHSE\n  HSE001  error    bandersnatch\n  HSE002  warning  jabberwock\n  HSE003  info     slithy\n" in f"\n{out}"
    assert "  STR001  off      headline-missing\n" in out


def test_rules_as_json_tell_which_run(prlint: Run) -> None:
    told = {rule["code"]: rule for rule in json.loads(prlint("rules", "--output-format", "json").out)}
    assert told["HSE001"]["selected"] is True
    assert told["STR001"]["selected"] is False
    assert told["STR001"]["default"] is True
    assert told["HSE003"]["severity"] == "info"


def test_init_without_a_release_writes_comments_that_load(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").unlink()
    outcome = prlint("init")
    assert (outcome.status, outcome.out) == (0, "wrote prlint.toml\n")
    settings = load(desk / "prlint.toml").settings()
    assert (settings.select, settings.company.name) == ((), "")


def test_every_commented_line_of_init_is_a_key_that_loads(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").unlink()
    prlint("init")
    lines = (desk / "prlint.toml").read_text(encoding="utf-8").splitlines()
    live = [line.removeprefix("# ") if "=" in line or line.startswith("# [") else line for line in lines if "extend        =" not in line]
    (desk / "live.toml").write_text("\n".join(live), encoding="utf-8")
    settings = load(desk / "live.toml").settings()
    assert (settings.release.date, settings.company.products[0].brand, settings.company.marks[0].status) == (
        (2027, 3, 4),
        "Velmira",
        "registered",
    )


@pytest.mark.usefixtures("release")
def test_init_fills_in_what_a_release_says_and_tells_what_it_inferred(desk: Path, prlint: Run) -> None:
    assert prlint("init", "release.txt").status == 2  # there is one already
    outcome = prlint("init", "release.txt", "--force")
    assert outcome.status == 0
    assert "  ticker: NASDAQ: FRRT\n" in outcome.out
    assert "  mark: Velmira, of Ferrant Therapeutics" in outcome.out
    company = load(desk / "prlint.toml").settings().company
    assert company.ticker == "NASDAQ: FRRT"
    assert [(product.brand, product.generic) for product in company.products] == [("Velmira", "ferrantinib")]
    assert [(mark.name, mark.status) for mark in company.marks] == [("Velmira", "registered")]


def test_init_never_replaces_a_file_unasked(desk: Path, prlint: Run) -> None:
    before = (desk / "prlint.toml").read_text(encoding="utf-8")
    outcome = prlint("init")
    assert (outcome.status, outcome.err) == (2, "prlint: prlint.toml: is there already (--force replaces it)\n")
    assert (desk / "prlint.toml").read_text(encoding="utf-8") == before


def test_init_from_a_release_that_cannot_be_read_writes_nothing(desk: Path, prlint: Run) -> None:
    (desk / "prlint.toml").unlink()
    assert prlint("init", "nowhere.txt").err == "prlint: nowhere.txt: does not exist\n"
    assert not (desk / "prlint.toml").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(prlint: Run, shell: str) -> None:
    outcome = prlint("completion", shell)
    assert outcome.status == 0
    assert f"_PRLINT_COMPLETE={shell}_complete" in outcome.out


def test_completion_offers_commands_and_files(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from prlint.cli.commands import prlint as group

    monkeypatch.setenv("COMP_WORDS", "prlint f")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("_PRLINT_COMPLETE", "bash_complete")
    with pytest.raises(SystemExit):
        group.main([], prog_name="prlint")
    assert capsys.readouterr().out.splitlines() == ["plain,fix", "plain,facts", "file,f"]


def test_help_says_once_that_this_is_no_legal_advice(prlint: Run) -> None:
    out = prlint("--help").out
    assert out.count("not legal advice") == 1
    assert tuple(line.split()[0] for line in out.split("Commands:\n")[1].splitlines()) == COMMANDS


def test_each_command_has_help_that_names_its_options(prlint: Run) -> None:
    for command in COMMANDS:
        outcome = prlint(command, "--help")
        assert outcome.status == 0
        assert outcome.out.startswith(f"Usage: prlint {command}")


def test_the_text_of_a_release_is_harmless_in_facts_too(desk: Path, prlint: Run) -> None:
    (desk / "a.txt").write_text(f"\x1b[2J{ERROR}\n::error::no\n", encoding="utf-8")
    out = prlint("facts", "a.txt").out
    assert "\x1b" not in out
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]
