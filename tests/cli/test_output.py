"""Where the program speaks."""

import pytest

from prlint.cli.output import complain, defect, width


def test_a_defect_is_told_in_one_clause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRLINT_TRACEBACK", raising=False)
    told = defect(KeyError("a\nlong story"))
    assert told == "prlint failed on it, which is a defect (KeyError: 'a\\nlong story')"


def test_a_defect_is_raised_where_its_traceback_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRLINT_TRACEBACK", "1")
    with pytest.raises(KeyError, match="story"):
        defect(KeyError("story"))


def test_a_complaint_shows_controls_and_keeps_the_lines_of_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a.toml:1:2: no\x1b[31m\n1 | x\n  |  ^")
    assert capsys.readouterr().err == "prlint: a.toml:1:2: no␛[31m\n1 | x\n  |  ^\n"


@pytest.mark.parametrize(("told", "wide"), [("60", 60), ("7", 40), ("0", 100), ("wide", 100)])
def test_the_width_is_what_columns_says_within_reason(monkeypatch: pytest.MonkeyPatch, told: str, wide: int) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert width() == wide
