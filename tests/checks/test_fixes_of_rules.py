"""The fixes of the rules of law and of form: what they write, and that they are made once."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine import load_rules
from prlint.engine.check import check
from prlint.engine.fixes import applied, chosen
from prlint.engine.model import Example, Rule
from prlint.release import parse
from tests.checks.invented_release import EXPECTED, FACTOR, OPENING, found, release

RULES = load_rules()
BAD = [(rule, example) for rule in RULES.rules for example in rule.examples if example.bad]


def fixed(text: str, rule: Rule, example: Example) -> str:
    """A text after every fix of one rule, made until nothing changes."""
    alone = RULES._replace(selected=[rule._replace(applies=(), exempts={})], severity={})
    told = settings_from({"release": example.release, "company": example.company})
    for _ in range(10):
        findings = check(parse(read(text.encode(), "release.txt"), told, RULES.vocabulary), alone)
        edits = chosen(findings, unsafe=True).edits
        if not edits:
            return text
        text = applied(text, edits)
    raise AssertionError(f"the fixes of {rule.code} have no end")


@pytest.mark.parametrize(("rule", "example"), BAD, ids=lambda told: told.code if isinstance(told, Rule) else "")
def test_fixes_of_every_bad_example_come_to_an_end_and_change_no_quotation(rule: Rule, example: Example) -> None:
    once = fixed(example.text, rule, example)
    assert fixed(once, rule, example) == once
    quoted = [part for part in example.text.split("“")[1:] if "”" in part]
    assert all(part.partition("”")[0] in once for part in quoted)


def mended(code: str, text: str, **told: object) -> str:
    """A text with the fixes of the findings of one rule."""
    edits = [edit for finding in found(code, text, **told) for edit in finding.edits]
    assert edits
    assert not any(edit.safe for edit in edits)
    return applied(text, sorted(edits))


def test_when_approved_becomes_if_approved() -> None:
    assert "If approved, FRX-12 will be sold" in mended("SHR014", release("When approved, FRX-12 will be sold by Korvel."))


def test_a_sweeping_legend_gets_its_carve_out_and_is_silent_then() -> None:
    text = release(legend=f"Forward-Looking Statements\n\nAll statements in this release are forward-looking statements. {FACTOR}")
    after = mended("SHR010", text)
    assert "All statements in this release, other than statements of historical fact, are forward-looking statements." in after
    assert not found("SHR010", after)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("the release filed under Item 2.02 of Form 8-K", "the release furnished under Item 2.02 of Form 8-K"),
        ("our Form 10-K, furnished on March 1, 2027", "our Form 10-K, filed on March 1, 2027"),
    ],
)
def test_filed_and_furnished_change_places(written: str, right: str) -> None:
    assert f"It is in {right}." in mended("SEC008", release(f"It is in {written}."))


def test_a_statute_that_does_not_apply_is_taken_out_and_the_caution_stays() -> None:
    claim = "within the meaning of the “safe harbor” provisions of the Private Securities Litigation Reform Act of 1995"
    plain = "within the meaning of the Private Securities Litigation Reform Act of 1995"
    for words, after in ((plain, f"forward-looking statements. {FACTOR}"), (claim, "")):
        text = release(EXPECTED, lead="BOSTON, March 4, 2027 -- " + OPENING.replace("(Nasdaq: FRBX) ", ""),
                       legend=f"Forward-Looking Statements\n\nThis release has forward-looking statements {words}. {FACTOR}")  # fmt: skip
        (finding,) = found("SHR009", text, company={"issuer": "private"})
        if after:
            assert after in mended("SHR009", text, company={"issuer": "private"})
        else:  # the quotation marks are a limit that no fix passes
            assert not finding.edits


def test_a_name_is_put_as_it_stood_first_and_the_stop_of_its_sentence_stays() -> None:
    text = release("It is made by Ferrant Bio Inc. Patients took it.")
    assert "It is made by Ferrant Bio, Inc. Patients" in mended("STR010", text)


def test_the_legal_name_is_given_where_the_company_is_first_named() -> None:
    text = release(lead="BOSTON, March 4, 2027 -- " + OPENING.replace("Ferrant Bio, Inc.", "Ferrant Bio"))
    assert "-- Ferrant Bio, Inc. (Nasdaq: FRBX) today" in mended("STR010", text)


def test_an_expansion_moves_to_the_first_use() -> None:
    text = release("PFS rose.\n\nProgression-free survival (PFS) was the endpoint.")
    assert "progression-free survival (PFS) rose.\n\nPFS was the endpoint." in mended("TRM002", text)


def test_an_expansion_that_somebody_says_is_not_moved() -> None:
    text = release(
        "PFS rose.\n\n“Progression-free survival (PFS) was the endpoint,” said Ana Ruiz, chief executive officer of Ferrant Bio."
    )
    assert [finding.edits for finding in found("TRM002", text)] == [()]


def test_an_expansion_that_is_told_again_is_the_abbreviation() -> None:
    text = release("Adverse effects (TEEs) rose; thromboembolic events (TEEs) fell.\n\nThe thromboembolic events (TEEs) were mild.")
    assert "The TEEs were mild." in mended("TRM002", text)
