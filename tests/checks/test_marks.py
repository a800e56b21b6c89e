"""Trademarks, where the examples of their rules do not show it."""

import pytest

from prlint.checks.mark_uses import key_of, marks_of
from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse
from prlint.release.model import Release

HEADLINE = "Ferrant Bio Reports Results of Its LYRA Trial in Lupus"
LEAD = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- Ferrant Bio, Inc. (Nasdaq: FRBX) today reported results of its LYRA trial in adults."


def release(*paragraphs: str, headline: str = HEADLINE, **told: object) -> Release:
    return parse(read("\n\n".join((headline, LEAD, *paragraphs, "")).encode(), "release.txt"), settings_from(told))


def found(code: str, *paragraphs: str, headline: str = HEADLINE, **told: object) -> list[Finding]:
    return findings_of(load_rules().rule(code), release(*paragraphs, headline=headline, **told))


def corrected(finding: Finding, text: str) -> str:
    (edit,) = finding.edits
    return text[: edit.start] + edit.text + text[edit.end :]


def test_a_symbol_goes_safely_where_the_text_shows_the_same_symbol_elsewhere() -> None:
    told = release("Zelvora was taken once a day.", "Zelvora® is a tablet.")
    (finding,) = findings_of(load_rules().rule("TMK001"), told)
    assert "Zelvora® was taken" in corrected(finding, told.text)
    assert finding.edits[0].safe
    assert finding.related[0].label == "has its symbol here"


def test_a_symbol_that_only_a_notice_implies_is_an_info_and_no_safe_fix() -> None:
    (finding,) = found("TMK001", "Zelvora was taken once a day.", "Zelvora is a registered trademark of Ferrant Bio, Inc.")
    assert finding.severity == "info"
    assert not finding.edits[0].safe
    assert finding.edits[0].text == "®"


def test_no_fix_is_offered_where_the_notice_does_not_say_whether_a_mark_is_registered() -> None:
    (finding,) = found("TMK001", "Zelvora was taken once a day.", "Zelvora is a registered trademark or trademark of Ferrant Bio, Inc.")
    assert finding.severity == "info"
    assert not finding.edits


@pytest.mark.parametrize(
    "first",
    ["See www.zelvora.example for more.", "ZELVORA-301 is a trial.", "Ask at info@zelvora.example today.", "The pre-Zelvora era is over."],
)
def test_an_address_a_trial_or_a_longer_word_is_no_first_use(first: str) -> None:
    assert not found("TMK001", first, "Zelvora® is a tablet.")


def test_a_quotation_below_the_symbol_needs_none() -> None:
    spoken = (
        "“We think that Zelvora can change how lupus is treated everywhere,” said Ana Ruiz, M.D., Chief Medical Officer of Ferrant Bio."
    )
    assert not found("TMK001", spoken, headline="Ferrant Bio Reports Results of Zelvora® in Lupus")


def test_a_word_that_a_mark_in_capitals_is_made_of_is_no_use_of_it() -> None:
    assert not found("TMK001", "Embrace it. Doctors embrace the change.", "The EMBRACE™ platform makes antibodies.")


def test_a_mark_that_is_a_company_is_left_alone() -> None:
    assert not found("TMK001", "Korvel Therapeutics, Inc. is a partner.", "Korvel® makes antibodies.")
    assert not found("TMK002", "Korvel Therapeutics, Inc. is a partner.", "Korvel® makes antibodies.")


def test_a_symbol_that_a_copy_glued_or_set_apart_is_read() -> None:
    marks = {
        mark.name: [use.symbol for use in mark.uses]
        for mark in marks_of(release("ZelvoraTM is a tablet.", "The Korvel TM trial; Zelvora(R) too."))
    }
    assert marks["Zelvora"] == ["™", "®"]
    assert marks["Korvel"] == ["™"]


def test_two_spellings_of_a_mark_have_one_key() -> None:
    assert key_of("Zel-Vora XR") == key_of("ZELVORA xr")


def test_a_common_last_word_takes_the_capitalised_words_before_it() -> None:
    assert [mark.name for mark in marks_of(release("It runs on the Ferrant Genome Platform® in Boston."))] == ["Ferrant Genome Platform"]


def test_a_mark_without_a_notice_is_reported_once_at_its_first_use_in_the_body() -> None:
    (finding,) = found(
        "TMK002", "Zelvora® is a tablet.", "Zelvora® is taken once a day.", headline="Ferrant Bio Reports Results of Zelvora® in Lupus"
    )
    assert (finding.severity, finding.section) == ("info", "body")


def test_a_possessive_names_the_owner_of_the_mark() -> None:
    (finding,) = found("TMK002", "FRX-12 uses Herlenta's Korvel® delivery.")
    assert (finding.severity, finding.message) == ("warning", "`Korvel®` is a mark of Herlenta, and no notice says so")


def test_a_partner_that_the_lead_names_is_as_good_as_the_issuer() -> None:
    (finding,) = found(
        "TMK002", "FRX-12 uses Herlenta's Korvel® delivery.", headline="Ferrant Bio and Herlenta Report Results of FRX-12 in Lupus"
    )
    assert finding.severity == "info"


def test_a_mark_of_the_configuration_is_the_issuers_own() -> None:
    marks = [{"name": "Korvel", "owner": "Ferrant Bio", "status": "registered"}]
    (finding,) = found("TMK002", "It was given in combination with Korvel® tablets.", company={"name": "Ferrant Bio", "marks": marks})
    assert finding.severity == "info"


def test_a_mark_abroad_without_a_notice_is_an_info() -> None:
    (finding,) = found("TMK002", "It is sold in combination with Korvel® in Japan.")
    assert finding.severity == "info"


def test_a_notice_covers_longer_names_that_begin_like_its_mark() -> None:
    assert not found("TMK002", "Korvel® and Korvel XR® are tablets.", "Korvel® is a registered trademark of Herlenta AG.")


def test_an_unused_mark_is_reported_in_the_notice() -> None:
    (finding,) = found("TMK003", "Zelvora® is a tablet.", "Zelvora® and Korvel® are registered trademarks of Ferrant Bio, Inc.")
    assert finding.quote == "Korvel"


@pytest.mark.parametrize(
    "use", ["KORVEL is a tablet.", "Kor-vel is a tablet.", "See www.korvel.example for more.", "Korvel-treated patients improved."]
)
def test_any_spelling_and_any_place_is_a_use(use: str) -> None:
    assert not found("TMK003", use, "Korvel® is a registered trademark of Ferrant Bio, Inc.")


def test_the_rarer_symbol_is_the_one_reported() -> None:
    (finding,) = found("TMK004", "Zelvora™ is a tablet.", "Zelvora® is blue.", "Zelvora® is round.")
    assert (finding.quote, finding.severity) == ("Zelvora™", "error")
    assert finding.related[0].label == "carries ® here"


def test_two_marks_that_share_a_word_may_carry_two_symbols() -> None:
    assert not found("TMK004", "The Alpha Insight™ test is new.", "An Insight® test is old.")


def test_another_standing_abroad_is_no_contradiction() -> None:
    assert not found("TMK004", "Zelvora® is a tablet.", "It is known as Zelvora™ in the European Union.")


def test_a_registered_mark_may_be_called_a_trademark() -> None:
    assert not found("TMK004", "Zelvora® is a tablet.", "Zelvora® is a trademark of Ferrant Bio, Inc.")


@pytest.mark.parametrize(
    ("notice", "why", "fixed"),
    [
        ("Zelvora® and Korvel® is a registered trademark of Ferrant Bio, Inc.", "2 marks take", "Korvel® are registered trademarks of"),
        ("Zelvora® are registered trademarks of Ferrant Bio, Inc.", "one mark takes", "Zelvora® is a registered trademark of"),
        ("Zelvora® is registered trademark of Ferrant Bio, Inc.", "one mark takes", "Zelvora® is a registered trademark of"),
    ],
)
def test_agreement_is_mended_safely(notice: str, why: str, fixed: str) -> None:
    told = release("Zelvora® and Korvel® are tablets.", notice)
    (finding,) = findings_of(load_rules().rule("TMK010"), told)
    assert why in finding.message
    assert fixed in corrected(finding, told.text)
    assert finding.edits[0].safe


def test_a_list_of_marks_needs_an_and() -> None:
    (finding,) = found("TMK010", "Zelvora®, Korvel® are registered trademarks of Ferrant Bio, Inc.")
    assert "has no `and`" in finding.message


def test_a_notice_needs_an_owner() -> None:
    (finding,) = found("TMK010", "Zelvora® is a tablet.", "Zelvora® is a registered trademark.")
    assert "names no owner" in finding.message


@pytest.mark.parametrize("name", ["CD19®-directed cells", "tavorexant®", "lumatuzumab (R) once a day", "ado-lumatuzumab emtansine®"])
def test_what_nobody_can_own_carries_no_sign(name: str) -> None:
    (finding,) = found("TMK005", f"Patients received {name}.".replace("CD19®-directed cells", "CD19® cells"))
    assert (finding.severity, finding.edits[0].text, finding.edits[0].safe) == ("error", "", False)


@pytest.mark.parametrize("name", ["Xelmib®", "abc-cel®", "ZELVORANIB®", "Zelvora® (tavorexant)"])
def test_a_brand_may_end_like_an_established_name(name: str) -> None:
    assert not found("TMK005", f"Patients received {name}.")


def test_a_code_that_the_configuration_calls_a_mark_is_one() -> None:
    assert found("TMK005", "Patients received FRX-2041®.")
    assert not found("TMK005", "Patients received FRX-2041®.", company={"marks": [{"name": "FRX-2041", "status": "registered"}]})


def test_the_established_name_of_the_configuration_is_offered() -> None:
    products = [{"brand": "Zelvora", "generic": "tavorexant"}]
    told = release("Zelvora® is a tablet. Zelvora is blue.", company={"products": products})
    (finding,) = findings_of(load_rules().rule("TMK008"), told)
    assert "Zelvora® (tavorexant) is a tablet" in corrected(finding, told.text)
    assert not finding.edits[0].safe


@pytest.mark.parametrize(
    "text",
    ["Zelvora® (tavorexant) is a tablet.", "tavorexant (Zelvora®) is a tablet.", "The study of tavorexant ended. Zelvora® is a tablet."],
)
def test_an_established_name_that_the_body_has_told_is_enough(text: str) -> None:
    assert not found("TMK008", text, company={"products": [{"brand": "Zelvora", "generic": "tavorexant"}]})


def test_a_use_inside_an_attribution_that_has_no_verb_is_no_grammar_mistake() -> None:
    assert not found("TMK010", "Zelvora® is a tablet.", "Trademarks of Ferrant Bio, Inc.: Zelvora®.")


def test_trademarked_is_no_status() -> None:
    (finding,) = found("TMK010", "Zelvora is trademarked by Ferrant Bio, Inc.")
    assert "it is not trademarked" in finding.message


def test_a_notice_that_calls_a_mark_registered_contradicts_its_sign() -> None:
    (finding,) = found("TMK004", "Zelvora™ is a tablet.", "Zelvora is a registered trademark of Ferrant Bio, Inc.")
    assert (finding.quote, finding.related[0].label) == ("Zelvora™", "called a registered trademark here")


def test_one_bare_mark_among_signed_ones_is_told() -> None:
    (finding,) = found("TMK010", "Zelvora® and Korvel are registered trademarks of Ferrant Bio, Inc.")
    assert finding.message.endswith("`Korvel` has no symbol, the other marks have")


def test_a_mark_set_against_the_product_is_another_companys() -> None:
    (finding,) = found("TMK002", "It was compared with Korvel® tablets.")
    assert (finding.severity, finding.message) == ("warning", "no notice says who owns `Korvel®`")


def test_an_established_name_in_the_headline_does_not_serve_for_the_body() -> None:
    headline = "Ferrant Bio Reports Results of Zelvora® (lumatuzumab) in Lupus"
    assert [finding.quote for finding in found("TMK008", "Zelvora® is a tablet.", headline=headline)] == ["Zelvora®"]


@pytest.mark.parametrize("text", ["It is a tablet.", "Zelvora® is a tablet."])
def test_without_an_established_name_anywhere_nothing_is_missing(text: str) -> None:
    assert not found("TMK008", text)
    assert not found("TMK005", text)


def test_a_company_that_is_told_as_a_defined_term_is_no_mark_of_a_product() -> None:
    assert not found("TMK002", "Ferrant Bio bought Korvel (“Korvel®” or the “Partner”) in May.")


def test_a_symbol_is_put_in_as_the_text_writes_it() -> None:
    told = release("Zelvora was taken once a day.", "Zelvora(R) is a tablet.")
    (finding,) = findings_of(load_rules().rule("TMK001"), told)
    assert "Zelvora(R) was taken" in corrected(finding, told.text)


@pytest.mark.parametrize(
    ("notice", "left"),
    [
        ("Zelvora® and Korvel® are registered trademarks of Ferrant Bio, Inc.", "Zelvora® are registered trademarks of Ferrant Bio, Inc."),
        ("Korvel® and Zelvora® are registered trademarks of Ferrant Bio, Inc.", "Zelvora® are registered trademarks of Ferrant Bio, Inc."),
    ],
)
def test_an_unused_mark_is_taken_out_of_a_pair(notice: str, left: str) -> None:
    told = release("Zelvora® was taken once a day.", notice)
    (finding,) = findings_of(load_rules().rule("TMK003"), told)
    assert left in corrected(finding, told.text)
    assert not finding.edits[0].safe


def test_an_unused_mark_in_a_longer_list_is_for_a_reader_to_take_out() -> None:
    told = release("Zelvora® and Ruvexa® were taken.", "Zelvora®, Ruvexa® and Korvel® are registered trademarks of Ferrant Bio, Inc.")
    (finding,) = findings_of(load_rules().rule("TMK003"), told)
    assert finding.edits == ()


@pytest.mark.parametrize(
    ("status", "notice"),
    [
        ("registered", "Zelvora® is a registered trademark of Ferrant Bio, Inc."),
        ("pending", "Zelvora™ is a trademark of Ferrant Bio, Inc."),
    ],
)
def test_a_notice_is_added_where_the_configuration_knows_the_owner(status: str, notice: str) -> None:
    about = ("Zelvora™ is a tablet.", "About Ferrant Bio", "Ferrant Bio, Inc. develops medicines for patients with lupus.")
    told = release(*about, company={"marks": [{"name": "Zelvora", "owner": "Ferrant Bio, Inc.", "status": status}]})
    (finding,) = findings_of(load_rules().rule("TMK002"), told)
    assert corrected(finding, told.text).rstrip().endswith(f"lupus.\n\n{notice}")
    assert not finding.edits[0].safe
    assert found("TMK002", *about)[0].edits == ()


def test_an_abbreviation_inside_a_phrase_with_its_symbol_has_one() -> None:
    notice = "GTM® is a trademark of Ferrant Bio, Inc."
    assert not found("TMK001", "We make go-the-mile (GTM) antibody medicines®.", notice)
    assert found("TMK001", "We make go-the-mile (GTM) antibody medicines.", notice)
