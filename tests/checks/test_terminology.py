"""Abbreviations, where the examples of their rules do not show it."""

import pytest

from prlint.checks.glossary import glossary
from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEAD = "Ferrant Bio Reports Results of Its LYRA Trial\n\nBOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- "


def found(text: str, code: str = "TRM001", **told: object) -> list[Finding]:
    return findings_of(load_rules().rule(code), parse(read(text.encode(), "release.txt"), settings_from(told)))


def test_the_glossary_offers_no_expansion_of_what_needs_none() -> None:
    allowed, expansions = glossary()
    assert {"FDA", "CEO", "DNA", "COVID", "Q4W", "USD"} <= allowed
    assert expansions["PFS"] == "progression-free survival"
    assert not allowed & set(expansions)


@pytest.mark.parametrize("short", sorted(glossary()[1]))
def test_an_expansion_of_the_glossary_begins_like_its_abbreviation(short: str) -> None:
    long = glossary()[1][short]
    assert short.lstrip("p")[0].lower() in {word[0].lower() for word in long.split()}


def test_an_expansion_is_offered_at_the_first_use_in_the_body() -> None:
    news = "Ferrant Bio, Inc. today said that PFS was longer. The gain in PFS was seen early."
    text = f"Ferrant Bio Reports PFS Results\n\nBOSTON, March 4, 2027 -- {news}\n"
    (finding,) = found(text)
    (edit,) = finding.edits
    assert (edit.start, edit.text, edit.safe) == (text.index("PFS was"), "progression-free survival (PFS)", False)
    assert finding.severity == "info"
    assert len(finding.related) == 2


def test_an_abbreviation_that_the_glossary_lacks_is_reported_without_a_fix() -> None:
    (finding,) = found("The gain in QXPS was seen early, and QXPS stayed low.")
    assert finding.message == "`QXPS` is never spelled out"
    assert not finding.edits


def test_an_abbreviation_that_is_used_once_in_the_body_is_left_alone() -> None:
    assert not found("The gain in QXPS was seen early.")


@pytest.mark.parametrize(
    "text",
    [
        "The quick X-ray panel score (QXPS) fell; QXPS stayed low.",
        "QXPS (quick X-ray panel score) fell; QXPS stayed low.",
        "The quick X-ray panel score, or QXPS, fell; QXPS stayed low.",
        "It is commonly referred to as QXPS; QXPS stayed low.",
        "QXPS stands for a score; QXPS stayed low.",
        "The quick score (also QXPS) fell; QXPS stayed low.",
        "The QXPS trial began; QXPS enrolled 20 adults.",
        "QXPS, our pivotal Phase 3 study, began; QXPS enrolled 20 adults.",
        "QXPS Therapeutics, Inc. is a partner; QXPS makes tablets.",
        "Ask at QXPS University; QXPS has a hospital.",
        "QXPS's results were good, and QXPS grew.",
        "The QXPS and MORAL-2 trials began; QXPS enrolled 20 adults.",
        "QXPS® is a tablet; QXPS is taken once a day.",
        "QXPS-301 and QXPS 745 are codes.",
        "Write to ir@QXPS.example or see www.QXPS.com today.",
        "Ana Ruiz, QXPS, said yes; Jo Lind, QXPS, said no.",
        "THE COMMITTEE READ QXPS AND THE BOARD READ QXPS",
        "The GJB2 gene and the GJB2 protein, stage IIIB and stage IIIB.",
        "SHASTINA met in Rome; SHASTINA will meet again.",
        "Order by CLICKING QXPS BUTTONS or CLICKING QXPS BUTTONS here.",
    ],
)
def test_what_is_told_and_what_is_a_name_is_left_alone(text: str) -> None:
    assert not found(text)


def test_a_long_word_that_is_called_a_score_is_an_abbreviation() -> None:
    (finding,) = found("The SLEDAX score fell, and the fall of SLEDAX lasted.")
    assert finding.quote == "SLEDAX"


def test_a_plural_counts_as_its_singular() -> None:
    (finding,) = found("Two QXPs were read, and one QXP was low.")
    assert finding.quote == "QXP"


def test_the_initials_of_the_company_are_its_name() -> None:
    assert found("UQP filed the form, and UQP waits.")
    assert not found("UQP filed the form, and UQP waits.", company={"name": "United Quartz Products, Inc."})


def test_contacts_legends_and_references_are_not_read() -> None:
    assert not found("Ferrant Bio reported.\n\nReferences\n\n1. Ruiz A. QXPS in lupus. 2. Lind J. QXPS in adults.\n")


def test_a_use_before_its_definition_shows_the_definition() -> None:
    text = f"{HEAD}Ferrant Bio, Inc. said today that QPS rose.\n\nThe quartz panel score (QPS) is read at night.\n"
    (finding,) = found(text, "TRM002")
    assert (finding.quote, finding.message) == ("QPS", "`QPS` is used here before it is spelled out")
    assert text[finding.related[0].start : finding.related[0].end] == "quartz panel score (QPS)"


@pytest.mark.parametrize(
    "text",
    [
        "Ferrant Bio, Inc. (Nasdaq: QPS) said today that it grew.\n\nThe quartz panel score (QPS) is read at night.",
        "Ferrant said that the quartz panel score (QPS) rose.\n\nAbout the LYRA Trial\n\nLYRA reads the quartz panel score (QPS).",
        "Ferrant Bio, Inc. said today that QPS, or rather the quartz panel score (QPS), rose.",
        "Ferrant Bio, Inc. said today that it met the FDA.\n\nThe Food and Drug Administration (FDA) agreed.",
        "Ferrant Bio, Inc. said today that QPS1 was low.\n\nThe quartz protein sensor 1 (QPS1) gene is known.",
    ],
)
def test_tickers_about_sections_the_well_known_and_genes_are_left_alone(text: str) -> None:
    assert not found(HEAD + text, "TRM002")


def test_two_meanings_are_told_with_both() -> None:
    text = f"{HEAD}Ferrant Bio, Inc. said today that the quartz panel score (QPS) rose.\n\nThe quick patient survey (QPS) fell.\n"
    (finding,) = found(text, "TRM002")
    assert finding.message == "`QPS` stands for `quartz panel score` and for `quick patient survey`"


def test_a_plain_rendering_is_offered_its_term() -> None:
    text = "It helped people live without their disease worsening (PFS) for longer."
    (finding,) = found(text, "TRM003")
    (edit,) = finding.edits
    assert "worsening (progression-free survival, or PFS)" in text[: edit.start] + edit.text + text[edit.end :]


@pytest.mark.parametrize(
    "text", ["It is progression-free survival. People live without worsening (PFS).", "Made under good manufacturing practices (GMP)."]
)
def test_an_expansion_elsewhere_or_an_ending_is_no_mismatch(text: str) -> None:
    assert not found(text, "TRM003")


def test_a_wrong_word_in_a_known_expansion_is_mended() -> None:
    (finding,) = found("Made under good manufacturing process (GMP) rules.", "TRM003")
    assert finding.edits[0].text == "good manufacturing practice"


def test_names_that_drift_show_each_other() -> None:
    (finding,) = found("An independent review committee met.\n\nThe scans went to an independent review facility.", "TRM004")
    assert (finding.quote, finding.related[0].label) == ("independent review facility", "called so here")


@pytest.mark.parametrize(
    "text",
    [
        "An independent review committee met.\n\n“The scans went to an independent review facility,” said Ana Ruiz, Chief Medical Officer.",
        "An independent review committee met.\n\nThe independent review committee met again.",
        "The primary end point, or endpoint, was met.\n\nThe endpoint is read once.",
    ],
)
def test_quotations_repetitions_and_explanations_are_no_drift(text: str) -> None:
    assert not found(text, "TRM004")


def test_a_second_definition_in_the_news_shows_the_first() -> None:
    text = f"{HEAD}Ferrant said that the quartz panel score (QPS) rose.\n\nThe quartz panel score (QPS) of adults rose.\n"
    (finding,) = found(text, "TRM002")
    assert (finding.message, finding.related[0].label) == ("`QPS` is spelled out a second time", "is told here first")


def test_a_text_without_definitions_has_none_that_is_late() -> None:
    assert not found("Ferrant said that QPS rose.", "TRM002")


@pytest.mark.parametrize(
    ("first", "second", "put"),
    [
        ("The Independent Review Committee met", "Then the independent review facility agreed", "independent review committee"),
        ("An independent review committee met", "Independent Review Facility members agreed", "Independent review committee"),
    ],
)
def test_a_name_that_drifts_is_offered_in_the_letters_of_its_place(first: str, second: str, put: str) -> None:
    (finding,) = found(f"{first}.\n\n{second} early.", "TRM004")
    assert [(edit.text, edit.safe) for edit in finding.edits] == [(put, False)]


def test_the_title_of_a_talk_tells_an_abbreviation_neither_again_nor_late() -> None:
    told = "Ferrant Bio, Inc. today said that mean airway pressure (MAPR) fell."
    talk = "The talk {}“Effects of Mean Airway Pressure (MAPR) in Adults” is on Monday."
    assert not found(f"{HEAD}{told}\n\n{talk.format('titled ')}\n", "TRM002")
    assert found(f"{HEAD}{told}\n\n{talk.format('is about ').replace('“', '').replace('”', '')}\n", "TRM002")
