"""Quotations, products and abbreviations."""

import pytest

from tests.release.invented import facts, only, read

STATEMENT = "We are pleased with these results and thank the patients"


@pytest.mark.parametrize(
    ("text", "speaker", "title"),
    [
        (f"“{STATEMENT},” said Ana Ruiz, M.D., Chief Medical Officer of Ferrant.", "Ana Ruiz", "Chief Medical Officer of Ferrant"),
        (f'"{STATEMENT}," commented W. Lloyd Lind, President and CEO.', "W. Lloyd Lind", "President and CEO"),
        (f"Ana Ruiz, Chief Medical Officer, said: “{STATEMENT}.”", "Ana Ruiz", "Chief Medical Officer"),
        (f"“{STATEMENT},” said Dr. Ana Ruiz, Chief Medical Officer.", "Dr. Ana Ruiz", "Chief Medical Officer"),
        (f"“{STATEMENT},” added Dr. Ruiz.", "Dr. Ruiz", None),
        (f"“{STATEMENT},” said Ferrant CEO Ana Ruiz.", "Ana Ruiz", "Ferrant CEO"),
        (f"“{STATEMENT},” said Ferrant CEO, Ana Ruiz.", "Ana Ruiz", "Ferrant CEO"),
        (f"“{STATEMENT},” said Ana Ruiz, President, adding that more follows.", "Ana Ruiz", "President"),
        (f"Ms. Ruiz also acknowledged what the team did in the long year behind it and elsewhere. “{STATEMENT}.”", "Ms. Ruiz", None),
        (f"Ana Ruiz, Chief Medical Officer of Ferrant, comments: “{STATEMENT}.”", "Ana Ruiz", "Chief Medical Officer of Ferrant"),
        (f"“{STATEMENT}.”\n\n- Ana Ruiz, Chief Medical Officer", "Ana Ruiz", "Chief Medical Officer"),
        (f"“{STATEMENT}.”\n\nAna Ruiz, Chief Medical Officer", "Ana Ruiz", "Chief Medical Officer"),
    ],
)
def test_the_speaker_is_found_after_before_and_below_the_words(text: str, speaker: str, title: str) -> None:
    value = only(text, "quotation").value
    assert value["attributed"]
    assert value["balanced"]
    assert (value["speaker"], value.get("title")) == (speaker, title)
    assert text[value["text_start"] : value["text_end"]].startswith(STATEMENT)


def test_the_second_half_of_an_interrupted_quotation_has_the_same_speaker() -> None:
    first, second = facts(f"“{STATEMENT},” said Ana Ruiz. “We will go on with the trial as planned this year.”", "quotation")
    assert first.value["speaker"] == second.value["speaker"] == "Ana Ruiz"


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = f"“{STATEMENT}.\n\n“The next trial begins in May and will take a year,” said Ana Ruiz."
    value = only(text, "quotation").value
    assert value["speaker"] == "Ana Ruiz"
    assert "next trial" in text[value["text_start"] : value["text_end"]]


def test_words_of_nobody_are_not_attributed() -> None:
    assert only(f"“{STATEMENT}.”\n\nThe trial began in May.", "quotation").value["attributed"] is False
    assert only(f"“{STATEMENT},” it was heard.", "quotation").value["attributed"] is False


def test_a_pronoun_attributes_although_it_names_nobody() -> None:
    value = only(f"“{STATEMENT},” she said.", "quotation").value
    assert value["attributed"]
    assert "speaker" not in value


def test_a_mark_that_is_never_closed_leaves_the_quotation_unbalanced() -> None:
    assert only(f"“{STATEMENT}, said Ana Ruiz today and that was all she said.", "quotation").value["balanced"] is False


@pytest.mark.parametrize(
    "text",
    [
        "Ferrant Therapeutics (“Ferrant” or the “Company”) was founded.",
        "The poster “Effects of Tavorexant on the Course of Severe Ulcerative Colitis in Adults” was shown.",
        "The article, “A phase 2 study of tavorexant in adults with colitis,” was published in May.",
    ],
)
def test_names_and_titles_are_no_quotations(text: str) -> None:
    assert facts(text, "quotation") == []


def test_a_brand_is_paired_with_its_established_name() -> None:
    value = only("Patients took Zelvora® (tavorexant) and slept.", "product").value
    assert (value["brand"], value["generic"], value["sign"]) == ("Zelvora", "tavorexant", True)
    assert only("Patients took novirumab (Korvel®) and slept.", "product").value["brand"] == "Korvel"


def test_a_remark_in_a_parenthesis_is_no_established_name() -> None:
    assert facts("The Board (including the chair) met in Zurich (see below).", "product") == []


def test_a_code_is_a_product_once_and_tells_its_status() -> None:
    value = only("FTX-204 is an investigational therapy. FTX-204 is taken daily.", "product").value
    assert value == {"code": "FTX-204", "status": "investigational"}


@pytest.mark.parametrize(
    "text", ["COVID-19 and IL-17 and PD-L1", "the study (NCT01234567; BO22589)", "protocol AB12345 began", "the HER2 receptor"]
)
def test_viruses_targets_and_protocols_are_no_products(text: str) -> None:
    assert facts(f"They looked at {text}.", "product") == []


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("progression-free survival (PFS)", "PFS", "progression-free survival"),
        ("antibody-drug conjugates (ADCs)", "ADC", "antibody-drug conjugates"),
        ("metastatic breast cancer (mBC)", "mBC", "metastatic breast cancer"),
        ("quality of life (or “QoL”)", "QoL", "quality of life"),
        ("psoriatic arthritis (PsA)", "PsA", "psoriatic arthritis"),
        ("atherosclerotic cardiovascular disease (ASCVD)", "ASCVD", "atherosclerotic cardiovascular disease"),
        ("neurofibromatosis type 1 (NF1)", "NF1", "neurofibromatosis type 1"),
        ("treatment of type 1 diabetes (T1D)", "T1D", "type 1 diabetes"),
        ("wet age-related macular degeneration (wAMD)", "wAMD", "wet age-related macular degeneration"),
        ("severe sepsis (SS)", "SS", "severe sepsis"),
        ("messenger RNA (mRNA)", "mRNA", "messenger RNA"),
        ("Reform Act of 1995 (“RA”)", "RA", "Reform Act of 1995"),
    ],
)
def test_a_definition_joins_the_short_form_to_the_words_that_it_stands_for(text: str, short: str, long: str) -> None:
    value = only(f"They measured {text} at week 12.", "abbreviation").value
    assert (value["short"], value["long"], value["defined"]) == (short, long, True)


def test_a_short_form_whose_letters_do_not_fit_is_not_defined() -> None:
    value = only("People lived without their disease worsening (PFS) for long.", "abbreviation").value
    assert (value["short"], value["defined"]) == ("PFS", False)


def test_a_registry_number_is_no_abbreviation() -> None:
    assert facts("The trial (NCT04812345) began.", "abbreviation") == []


def test_a_text_without_a_word_has_no_facts() -> None:
    assert read("\n\n").facts == ()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It holds Fast Track designation.", "designation", {"name": "Fast Track designation"}),
        ("The FDA has approved it.", "approval", {"agency": "FDA", "verb": "approved"}),
        ("It was approved by the European Commission.", "approval", {"agency": "European Commission", "verb": "approved"}),
        ("They raised US$12.5 million in May.", "money", {"currency": "US$", "amount": "12.5", "unit": "million"}),
        ("They paid €1,200 in May.", "money", {"currency": "€", "amount": "1,200"}),
        ("Adjusted EBITDA grew.", "non-gaap-measure", {"name": "Adjusted EBITDA"}),
    ],
)
def test_grants_sums_and_measures_are_read(text: str, kind: str, value: dict[str, str]) -> None:
    assert only(text, kind).value == value
