"""Rule files are read strictly, and a mistake is shown as a compiler shows it."""

import os
from pathlib import Path

import pytest

from prlint.engine.errors import RuleError
from prlint.engine.loader import load, rule_files
from prlint.engine.ruleset import rules_of

GOOD = """code = "HSE001"
name = "no-synergy"
severity = "info"
message = "`{match}` says nothing"
check = "no synergy in prose"
why = "The reader learns nothing from the word, and editors strike it."
fix = "Say what the two things do together."

[[authority]]
cite = "House style"
says = "We do not use the word in releases."

[[example]]
bad = "The two programmes have great synergy."

[[example]]
good = "The two programmes share a laboratory."
"""
TERMS = r"""[synergy]
about = "The word, in all its forms."
patterns = ['\bsynerg(?:y|ies|istic)\b']
"""


def house(folder: Path, rule: str = GOOD, terms: str = TERMS) -> Path:
    (folder / "terms").mkdir(parents=True)
    (folder / "terms" / "house.toml").write_text(terms)
    (folder / "HSE001.toml").write_text(rule)
    return folder


def test_a_folder_of_rules_brings_its_rules_and_its_terms(tmp_path: Path) -> None:
    rules, vocabulary = rules_of(house(tmp_path))
    assert [rule.code for rule in rules] == ["HSE001"]
    assert "synergy" in vocabulary


def test_terms_and_data_hold_no_rules(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "table.toml").write_text("x = 1")
    assert [file.name for file in rule_files(tmp_path)] == ["HSE001.toml"]


@pytest.mark.parametrize(
    ("change", "to", "line", "told", "expected"),
    [
        ('severity = "info"', 'severity = "fatal"', 3, "`fatal` is no severity", "one of error, warning, info"),
        ('name = "no-synergy"', 'name = "No Synergy"', 2, "does not fit `name`", "lower case with hyphens"),
        ('fix = "Say', 'fxi = "Say', 7, "unknown key `fxi`", "did you mean `fix`?"),
        ('why = "The reader learns nothing from the word, and editors strike it."\n', "", 1, "`why` is missing", "needs code, name"),
        ('check = "no synergy in prose"', 'check = "no synergy in prse"', 5, "`prse` is no kind of section", "did you mean `prose`?"),
        ('check = "no synergy in prose"', 'check = "no synergi"', 5, "`synergi` is no term", "did you mean `synergy`?"),
        ('check = "no synergy in prose"', 'check = "python"', 5, "cannot run Python", "a check sentence"),
        ('severity = "info"', "severity = 3", 3, "`3` is no severity", "one of"),
        ('severity = "info"', 'severity = "info', 3, "illegal character", "TOML"),
        ('cite = "House style"', 'cites = "House style"', 10, "unknown key `cites`", "did you mean `cite`?"),
        ('cite = "House style"', 'cite = "X"', 10, "`cite`", ""),
        ('good = "The', 'bad = "The', 13, "has no good example", "at least one bad and one good example"),
        ('severity = "info"', 'severity = "info"\ninfo-when = "synergy within"', 4, "", "a check needs a scope"),
        ('severity = "info"', 'severity = "info"\napplies = { kind = ["toplin"] }', 4, "`toplin` is no kind", "did you mean `topline`?"),
    ],
)
def test_a_mistake_is_told_with_file_line_caret_and_what_was_expected(
    tmp_path: Path, change: str, to: str, line: int, told: str, expected: str
) -> None:
    assert change in GOOD
    house(tmp_path, GOOD.replace(change, to, 1))
    with pytest.raises(RuleError) as caught:
        rules_of(tmp_path)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path.resolve() / 'HSE001.toml'}:{line}:")
    assert told in message
    assert expected in message
    assert "^" in message


def test_the_caret_of_a_check_stands_under_the_word_that_does_not_fit(tmp_path: Path) -> None:
    house(tmp_path, GOOD.replace("no synergy in prose", "no synergy in prse"))
    with pytest.raises(RuleError) as caught:
        rules_of(tmp_path)
    source, carets = str(caught.value).splitlines()[2:4]
    assert source[carets.index("^") : carets.rindex("^") + 1] == "prse"


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ('[synergy]\nabout = "The word."\npatterns = ["(a"]', "missing )"),
        ('[synergy]\nabout = "The word."\npatterns = ["(?=a)b"]', "invalid perl operator"),
        ('[synergy]\nabout = "The word."\npatterns = ["{synergy} x"]', "refers to itself"),
        ('[synergy]\nabout = "The word."\npatterns = ["{nothing} x"]', "refers to `nothing`, which is no term"),
        ('[synergy]\npatterns = ["x"]', "`about` is missing"),
        ('[synergy]\nabout = "The word."', "synergy"),
    ],
)
def test_a_term_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, terms: str, told: str) -> None:
    house(tmp_path, terms=terms)
    with pytest.raises(RuleError, match=r"house\.toml:1:") as caught:
        rules_of(tmp_path)
    assert told in str(caught.value)


def test_two_rules_cannot_share_a_code(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "HSE002.toml").write_text(GOOD.replace("no-synergy", "another-name"))
    with pytest.raises(RuleError, match=r"the code `HSE001` is taken by HSE001\.toml"):
        rules_of(tmp_path)


def test_two_rules_cannot_share_a_name(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "HSE002.toml").write_text(GOOD.replace("HSE001", "HSE002"))
    with pytest.raises(RuleError, match="the name `no-synergy` is taken"):
        rules_of(tmp_path)


def test_a_rule_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "HSE001.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="is not UTF-8 text"):
        rules_of(tmp_path)


def test_a_rule_file_of_unreasonable_size_is_refused(tmp_path: Path) -> None:
    house(tmp_path, GOOD + "#" * 300_000)
    with pytest.raises(RuleError, match="is larger than 256 KB"):
        rules_of(tmp_path)


def test_a_pipe_among_rule_files_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "HSE001.toml")
    with pytest.raises(RuleError, match="is no regular file"):
        load(tmp_path, known_terms={}, python=False)


def test_a_rule_of_another_family_is_refused(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "family.toml").write_text('code = "XYZ"\ntitle = "Other"\nabout = "A family of another code altogether."\n')
    with pytest.raises(RuleError, match="`HSE001` is not of this family"):
        load(tmp_path, known_terms={}, python=False)


def test_terms_that_double_at_every_step_are_refused(tmp_path: Path) -> None:
    steps = "".join(f'[t{i}]\nabout = "A step of many."\npatterns = ["{{t{i + 1}}} {{t{i + 1}}}"]\n' for i in range(40))
    house(tmp_path, terms=TERMS + steps + '[t40]\nabout = "The last step."\nphrases = ["laugh"]\n')
    with pytest.raises(RuleError, match="grows to more than 64 KB"):
        rules_of(tmp_path)


@pytest.mark.parametrize("pattern", ["((a{1,1000}){1,1000}){1,1000}", "(((((a{30}){30}){30}){30}){30})"])
def test_a_pattern_that_would_take_for_ever_is_refused_at_once(tmp_path: Path, pattern: str) -> None:
    house(tmp_path, terms=TERMS + f'[bomb]\nabout = "A pattern to choke on."\npatterns = ["{pattern}"]\n')
    with pytest.raises(RuleError, match=r"house\.toml"):
        rules_of(tmp_path)
