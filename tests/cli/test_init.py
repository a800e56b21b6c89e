"""`prlint init` from several releases: what they say together, where they differ, and what an editor needs."""

import json
import tomllib
from pathlib import Path

import pytest

from prlint.cli.configuration import load
from tests.cli.conftest import Run

RELEASE = """Ferrant Therapeutics Reports {news}

BOSTON, {date} (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. ({ticker}) today announced results of Velmira{mark} (ferrantinib).

For the risks see its Annual Report on Form 10-K for the fiscal year ended {year_end}, filed with the SEC.

{marks}

Contact: Ana Ruiz, +1 617 555 0100, ir@ferrant.example
"""


def release(place: Path, **told: str) -> None:
    usual = {
        "news": "Results of the LYRA Trial",
        "date": "March 4, 2027",
        "ticker": "NASDAQ: FRRT",
        "mark": "®",
        "year_end": "December 31, 2026",
        "marks": "Velmira® is a registered trademark of Ferrant Therapeutics, Inc.",
    }
    place.write_text(RELEASE.format(**usual | told), encoding="utf-8")


@pytest.fixture
def empty(desk: Path) -> Path:
    (desk / "prlint.toml").unlink()
    return desk


def test_what_releases_agree_on_is_told_once_with_all_that_say_it(empty: Path, prlint: Run) -> None:
    release(empty / "a.txt")
    release(empty / "b.txt", date="June 1, 2027")
    outcome = prlint("init", "a.txt", "b.txt")
    assert outcome.status == 0
    assert outcome.out.startswith("wrote prlint.toml\ninferred from 2 releases, to be checked:\n")
    assert "differ" not in outcome.out
    text = (empty / "prlint.toml").read_text(encoding="utf-8")
    assert 'ticker = "NASDAQ: FRRT"   # a.txt, b.txt\n' in text
    assert text.count('brand = "Velmira"') == 1
    assert load(empty / "prlint.toml").settings().company.fiscal_year_end == "12-31"


def test_where_releases_differ_the_latest_dateline_is_believed_and_the_others_are_told(empty: Path, prlint: Run) -> None:
    release(empty / "new.txt", date="June 1, 2027", ticker="NYSE: FRR", year_end="June 30, 2026")
    release(empty / "old.txt")
    outcome = prlint("init", "new.txt", "old.txt")
    assert "the releases differ; the latest dateline was believed:\n" in outcome.out
    assert "  ticker: took NYSE: FRR (new.txt); not NASDAQ: FRRT (old.txt)\n" in outcome.out
    text = (empty / "prlint.toml").read_text(encoding="utf-8")
    assert '# old.txt: ticker = "NASDAQ: FRRT"\nticker = "NYSE: FRR"   # new.txt\n' in text
    company = load(empty / "prlint.toml").settings().company
    assert (company.ticker, company.fiscal_year_end) == ("NYSE: FRR", "06-30")


def test_marks_of_several_releases_stand_together(empty: Path, prlint: Run) -> None:
    release(empty / "a.txt")
    release(empty / "b.txt", marks="Velmira® and Orlanta® are registered trademarks of Ferrant Therapeutics, Inc.")
    prlint("init", "a.txt", "b.txt")
    assert [mark.name for mark in load(empty / "prlint.toml").settings().company.marks] == ["Velmira", "Orlanta"]


@pytest.mark.parametrize(
    ("notice", "owner"),
    [
        ("Velmira® is a registered trademark of Ferrant Therapeutics, Inc.", "Ferrant Therapeutics, Inc."),
        ("Velmira® is a registered trademark of Ferrant Therapeutics, Inc. in the United States.", "Ferrant Therapeutics, Inc."),
        ("Velmira® is a registered trademark of Ferrant Holdings.", "Ferrant Holdings"),
    ],
)
def test_an_owner_keeps_the_full_stop_that_is_its_own(empty: Path, prlint: Run, notice: str, owner: str) -> None:
    release(empty / "a.txt", marks=notice)
    prlint("init", "a.txt")
    assert [mark.owner for mark in load(empty / "prlint.toml").settings().company.marks] == [owner]
    assert [product.owner for product in load(empty / "prlint.toml").settings().company.products] == [owner]


def test_the_file_says_from_which_releases_it_was_made(empty: Path, prlint: Run) -> None:
    release(empty / "a.txt")
    prlint("init", "a.txt")
    assert "# What follows was read from a.txt by `prlint init`. It may be wrong: check it.\n[company]\n" in (
        empty / "prlint.toml"
    ).read_text(encoding="utf-8")


def test_the_name_of_a_release_cannot_become_a_key(empty: Path, prlint: Run) -> None:
    name = 'a\nfail-on = "never"\x1b.txt'
    release(empty / name)
    release(empty / "b.txt", ticker="NYSE: FRR")
    assert prlint("init", name, "b.txt").status == 0
    assert set(tomllib.loads((empty / "prlint.toml").read_text(encoding="utf-8"))) == {"release", "company"}


def test_an_editor_gets_the_schema_and_the_line_that_names_it(empty: Path, prlint: Run) -> None:
    assert prlint("init", "--schema").out == "wrote prlint.toml and prlint.schema.json\n"
    assert (empty / "prlint.toml").read_text(encoding="utf-8").startswith("#:schema ./prlint.schema.json\n")
    assert json.loads((empty / "prlint.schema.json").read_text(encoding="utf-8"))["title"] == "prlint.toml"
    assert load(empty / "prlint.toml").settings().select == ()


def test_a_release_that_says_nothing_is_told_to_say_nothing(empty: Path, prlint: Run) -> None:
    (empty / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    (empty / "b.txt").write_text("Nothing either.\n", encoding="utf-8")
    outcome = prlint("init", "a.txt", "b.txt")
    assert outcome.status == 0
    assert load(empty / "prlint.toml").settings().company.name == ""
