"""Markers, programmes, names of products and owners of marks, where the examples of the rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse
from prlint.release.model import Release

HEADLINE = "Ferrant Bio Reports Topline Results of LYRA Trial of FTX-204 in Lupus"
LEAD = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported topline results of LYRA in lupus."
NOTICE = "Korvel® is a trademark of Ferrant Bio, Inc."
LIST = "References\n\n1. Ruiz A. Lupus in adults. 2019.\n\n2. Lind J. Lupus in children. 2020."


def release(*paragraphs: str, headline: str = HEADLINE, lead: str = LEAD, **told: object) -> Release:
    return parse(read("\n\n".join((headline, lead, *paragraphs, "")).encode(), "release.txt"), settings_from(told))


def found(code: str, *paragraphs: str, **told: object) -> list[Finding]:
    return findings_of(load_rules().rule(code), release(*paragraphs, **told))


def mended(finding: Finding, text: str) -> str:
    for edit in sorted(finding.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def company(**mark: str) -> dict[str, object]:
    return {"name": "Ferrant Bio, Inc.", "marks": [mark]}


def test_an_end_mark_is_appended_safely_and_only_to_whole_releases() -> None:
    told = release("Contact: Jo Lind, ir@ferrant.example")
    (finding,) = findings_of(load_rules().rule("STR005"), told)
    assert finding.start == finding.end == len(told.text.rstrip())
    assert mended(finding, told.text).rstrip().endswith("ir@ferrant.example\n\n###")
    assert found("STR005", "Contact: Jo Lind, ir@ferrant.example", release={"fragment": True}) == []


@pytest.mark.parametrize("last", ["###", "-30-", "- End -", "View original content: https://wire.example/1", "SOURCE Ferrant Bio, Inc."])
def test_an_end_mark_or_the_last_line_of_a_wire_ends_a_release(last: str) -> None:
    assert found("STR005", "Contact: Jo Lind, ir@ferrant.example", last) == []


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Lupus is rare.[1] It is severe.[2,5]", "[2,5]"),
        ("Lupus is rare.¹ It is severe.⁷", "⁷"),
        ("Lupus is rare.7 It is severe.1 It begins early.2", "7"),
    ],
)
def test_a_marker_beyond_the_list_of_references_is_dangling(text: str, marker: str) -> None:
    (finding,) = found("STR011", text, LIST)
    assert finding.quote == marker


def test_without_any_list_only_the_first_marker_is_reported() -> None:
    (finding,) = found("STR011", "Lupus is rare.¹ It is severe.²")
    assert finding.quote == "¹"


@pytest.mark.parametrize("sign", ["†", "‡", "*"])
def test_a_sign_that_stands_once_in_the_text_is_dangling(sign: str) -> None:
    (finding,) = found("STR011", f"Response{sign} was 41%.")
    assert finding.quote == sign
    assert found("STR011", f"Response{sign} was 41%.", f"{sign} At Week 12.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mean was 24 kg/m² in 3 cm², and 10⁹ cells had Ca²⁺ channels.",
        "*Lupus* is rare, and this*is*spaced.",
        "Home tests are common.¹ They sell well. ¹ SOURCE: a census of homes.",
        "Lupus is rare.[1]\n\n[1] Ruiz A. Lupus in adults. 2019.",
        "The interleukin2 pathway is known.",
    ],
)
def test_powers_emphasis_and_notes_at_the_foot_are_not_dangling(text: str) -> None:
    assert found("STR011", text) == []


def test_references_that_have_lost_their_numbers_are_not_counted() -> None:
    assert found("STR011", "Lupus is rare.[3]", "References\n\nRuiz A. Lupus in adults. 2019.") == []


def test_glued_digits_count_only_where_others_like_them_have_entries() -> None:
    assert found("STR011", "Lupus is rare.7 It is severe.", LIST) == []


@pytest.mark.parametrize(
    ("news", "description"),
    [
        (
            "Ferrant has terminated the FTX-204 program in lupus.",
            "FTX-204 is a molecule that is currently in Phase 2 development for lupus.",
        ),
        ("Ferrant will stop further development of FTX-204.", "FTX-204 is being evaluated in patients with asthma."),
        ("The LYRA trial will be discontinued.", "FTX-204 is currently being studied in a Phase 2 trial in lupus."),
        ("The study has been terminated.", "FTX-204 is being developed by Ferrant."),
    ],
)
def test_a_description_of_an_ended_programme_points_to_its_end(news: str, description: str) -> None:
    (finding,) = found("STR012", news, f"About FTX-204\n\n{description}")
    assert finding.severity == "info"
    assert finding.related[0].label == "the programme ends here"


@pytest.mark.parametrize(
    "news",
    [
        "Ferrant may terminate the FTX-204 program.",
        "Five patients discontinued the trial of FTX-204.",
        "Ferrant has terminated the FTX-209 program in asthma.",
        "Herlenta terminated its program in gout.",
        "The study was stopped early for efficacy.",
        "The trial ended in March.",
        "An End-of-Phase 2 meeting about the study is planned.",
    ],
)
def test_what_has_not_ended_may_go_on_in_the_description(news: str) -> None:
    assert found("STR012", news, "About FTX-204\n\nFTX-204 is being developed for lupus.") == []


def test_an_end_without_a_product_to_name_is_no_finding_without_a_headline() -> None:
    assert (
        found("STR012", "The program was terminated.", "About Ferrant Bio\n\nFerrant is developing medicines.", headline="", lead="News.")
        == []
    )


def test_a_stage_is_compared_for_the_issuer_only() -> None:
    lead = LEAD.replace("(Nasdaq: FRBX)", "(Nasdaq: FRBX), a clinical-stage biotechnology company,")
    other = "Herlenta AG is a commercial-stage company. Its partner is a preclinical-stage company."
    assert found("TRM006", other, lead=lead) == []
    (finding,) = found("TRM006", "About Ferrant Bio\n\nFerrant Bio is a commercial-stage biotechnology company.", lead=lead)
    assert (finding.section, finding.related[0].label) == ("about-company", "called so here")


@pytest.mark.parametrize(
    "stage", ["late-stage, clinical biotechnology company", "clinical mid-stage biotechnology company", "clinical stage company"]
)
def test_a_finer_name_of_one_stage_is_no_drift(stage: str) -> None:
    lead = LEAD.replace("(Nasdaq: FRBX)", "(Nasdaq: FRBX), a clinical-stage biotechnology company,")
    assert found("TRM006", f"About Ferrant Bio\n\nFerrant Bio is a {stage}.", lead=lead) == []


def test_the_rarer_spelling_of_a_code_is_reported_with_a_fix_for_each_use() -> None:
    told = release("FTX-204 is a tablet. FTX204 is absorbed, and FTX204 is safe to keep. FTX-204 is oral.")
    (finding,) = findings_of(load_rules().rule("TRM005"), told)
    assert finding.quote == "FTX204"
    assert "FTX204" not in mended(finding, told.text)


@pytest.mark.parametrize(
    "text",
    [
        "FTX-204 (FTX204) is a tablet.",
        "FTX-204 and FTX-204A are tablets. See FTX-204.example or ftx204@ferrant.example.",
        "Zelvora® is a tablet, known as ZELVORA® in Japan.",
        "Zelvora® is a tablet.\n\nIMPORTANT SAFETY INFORMATION\n\nZELVORA may cause harm.",
        "The Marlin® System is new. The Marlin® Robotic System is one of its kind.",
        "The Marlin® Lipid Test and the Marlin® Glucose Test are two tests.",
    ],
)
def test_names_that_are_linked_or_of_two_products_are_no_drift(text: str) -> None:
    assert found("TRM005", text) == []


def test_a_brand_in_two_kinds_of_letters_is_a_drift() -> None:
    (finding,) = found("TRM005", "Zelvora® is new. Patients took ZELVORA in the clinic, and Zelvora at home.")
    assert finding.quote == "ZELVORA"
    assert "written `ZELVORA` here and `Zelvora` elsewhere" in finding.message


def test_a_brand_beside_its_established_name_is_linked() -> None:
    told = {"products": [{"brand": "Zelvora", "generic": "tavorexant"}]}
    assert found("TRM005", "Zelvora® (tavorexant) is new.", "Patients took tavorexant.", company=told) == []
    assert found("TRM005", "Zelvora® is new.", company=told) == []
    assert found("TRM005", "Zelvora® is new.", company={"products": [{"brand": "Zelvora"}]}) == []


def test_an_unlinked_brand_after_the_established_name_is_the_place() -> None:
    filler = (
        "The study took place in twelve countries of the union and in three beyond it, and a hundred physicians saw the patients at home."
    )
    told = {"products": [{"brand": "Zelvora", "generic": "tavorexant"}]}
    (finding,) = found("TRM005", "Patients took tavorexant.", filler, "Zelvora is a tablet.", company=told)
    assert finding.quote == "Zelvora"


def test_every_symbol_of_a_pending_mark_is_corrected_safely() -> None:
    told = release("Korvel® is a tablet.", "Korvel® is oral.", company=company(name="Korvel", status="pending"))
    (finding,) = findings_of(load_rules().rule("TMK006"), told)
    assert finding.severity == "error"
    assert "®" not in mended(finding, told.text)
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Korvel® (trademark application pending) is new.",
        "Korvel® is an unregistered trademark of Ferrant.",
        "Korvel® is a pending trademark of Ferrant.",
    ],
)
def test_the_text_itself_may_say_that_a_mark_is_not_registered(text: str) -> None:
    (finding,) = found("TMK006", text)
    assert not finding.edits[0].safe


@pytest.mark.parametrize(
    "text",
    ["Korvel® (NDA pending) is new.", "Korvel™ (application pending) is new.", "Korvel® is approved in Japan.", "Korvel® is a trademark."],
)
def test_a_symbol_without_words_against_it_is_no_finding(text: str) -> None:
    assert found("TMK006", text) == []


@pytest.mark.parametrize(
    ("text", "kind"), [("Korvel®’s effect", "a possessive"), ("two Korvels", "a plural"), ("Korveled patients", "a verb")]
)
def test_the_ending_of_a_mark_tells_how_it_is_used(text: str, kind: str) -> None:
    (finding,) = found("TMK007", "Korvel® tablets are new.", f"They saw {text}.")
    assert f"used as {kind}" in finding.message


def test_a_company_may_stand_in_the_possessive() -> None:
    assert found("TMK007", "Ferrant® tests and Ferrant’s tablets are new. Korvel® tablets are Ferrant’s.") == []


@pytest.mark.parametrize("owner", ["Ferrant Bio", "Ferrant", "Ferrant Bio, Inc."])
def test_an_owner_is_the_same_company_under_a_longer_name(owner: str) -> None:
    assert found("TMK009", NOTICE, company=company(name="Korvel", owner=owner)) == []


def test_the_owner_of_the_configuration_wins_over_the_text() -> None:
    (finding,) = found("TMK009", "Ferrant's Korvel® is new.", NOTICE, company=company(name="Korvel", owner="Herlenta AG"))
    assert (finding.severity, finding.quote) == ("error", "Korvel")
    assert (
        found("TMK009", "Herlenta's Korvel® is new. Herlenta AG is big.", NOTICE, company=company(name="Korvel", owner="Ferrant Bio, Inc."))
        == []
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Parkinson's Korvel® is new.", NOTICE),
        ("Ferrant's Korvel® is new.", NOTICE),
        ("Herlenta's Korvel® is sold under license. Herlenta AG is big.", NOTICE),
        ("Genentech's Korvel® is new.", "Korvel® is a registered trademark of F. Hoffmann-La Roche Ltd."),
        ("Herlenta's Korvel® is new. Herlenta AG is big.", "All trademarks are the property of their respective owners."),
        ("Herlenta's Korvel® is new. Herlenta AG is big.", "Korvel® is a registered trademark of the Company."),
    ],
)
def test_a_possessive_that_no_notice_contradicts_is_no_finding(paragraphs: tuple[str, ...]) -> None:
    assert found("TMK009", *paragraphs) == []


def test_a_possessive_of_a_company_against_the_notice_is_a_warning_with_both_places() -> None:
    (finding,) = found("TMK009", "Herlenta's Korvel® is new. Herlenta AG is big.", NOTICE)
    assert finding.severity == "warning"
    assert finding.related[0].label == "said to be this company's"


def test_an_issuer_that_is_not_named_has_no_stage_to_compare() -> None:
    assert found("TRM006", "It is a clinical-stage company.", "It is a commercial-stage company.", headline="", lead="News.") == []


def test_a_mark_that_the_configuration_calls_registered_may_carry_its_symbol() -> None:
    assert found("TMK006", "Korvel® (trademark application pending) is new.", company=company(name="Korvel", status="registered")) == []


def test_a_brand_that_is_also_a_common_word_is_not_compared_by_its_letters() -> None:
    assert found("TRM005", "Rapid® is new. A rapid test is at hand, and RAPID is used.") == []


def test_a_mark_that_no_notice_credits_is_not_misattributed() -> None:
    told = company(name="Korvel", owner="Herlenta AG")
    assert found("TMK009", "Korvel® is new.", "Zelvora® is a trademark of Ferrant Bio, Inc.", company=told) == []
