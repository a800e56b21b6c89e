"""Sections: every kind is found, with its heading or without, in any order, glued, run in, wrapped or in columns."""

from pathlib import Path

import pytest

from prlint.language.bundle import language
from prlint.release.blocks import cut
from prlint.release.model import Section
from prlint.release.sections import structure

SEED = Path(__file__).parents[2] / "seeds" / "immunogen-marianne.txt"

HEADLINE = "Ferrant Therapeutics Reports Topline Results of Ferrazumab in Asthma\n\n"
LEAD = (
    "BOSTON, May 2, 2024 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. (NASDAQ: FERX), a company with a long name, today reported that its"
    " trial of ferrazumab did not meet its primary endpoint.\n\n"
)
BODY = "Ferrant will now look at all of the data, and it will speak with its investigators before it decides what to do next.\n\n"
OPENING = HEADLINE + LEAD + BODY


def read(text: str) -> tuple[Section, ...]:
    spans, twin = cut(text)
    return structure(text, twin, spans, language().tables["release"])[1]


def outline(text: str) -> list[tuple[str, str]]:
    """Kind and first words of each section."""
    return [(section.kind, text[section.start : section.end].partition("\n")[0][:30]) for section in read(text)]


def kind_of(text: str, quote: str) -> str:
    at = text.index(quote)
    return next(section.kind for section in read(text) if section.start <= at < section.end)


def heading_of(text: str, quote: str) -> str:
    at = text.index(quote)
    heading = next(section.heading for section in read(text) if section.start <= at < section.end)
    return text[heading[0] : heading[1]] if heading else ""


def test_the_seed_has_no_headline_and_its_safe_harbor_and_trademark_notice_are_found_by_what_they_say() -> None:
    assert outline(SEED.read_text(encoding="utf-8")) == [
        ("lead", "ImmunoGen, Inc. (NASDAQ: IMGN)"),
        ("body", "The study evaluated three HER2"),
        ("about-trial", "About Roche’s MARIANNE Study"),
        ("about-company", "About ImmunoGen, Inc."),
        ("trademark-notice", "Herceptin®, Kadcyla®, and Perj"),
        ("forward-looking", "This press release includes fo"),
    ]


def test_the_opening_is_read_in_its_order() -> None:
    text = (
        "FOR RELEASE\n\nFerrant Reports Data\n\n* Trial missed its endpoint.\n* Call today\n\nMay 2, 2024\n\nBasel, Switzerland\n\n"
        + LEAD
        + BODY
    )
    assert [kind for kind, _ in outline(text)] == [
        "boilerplate", "headline", "subheadline", "boilerplate", "dateline", "lead", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "dateline",
    [
        "EMERYVILLE, Calif., Feb. 08, 2025 (GLOBE NEWSWIRE) --",
        "CAMBRIDGE, Mass.--( BUSINESS WIRE )--",
        "HADDON FIELD, N.J. - (NewMediaWire) - October 08, 2026 -",
        "Lille (France), Cambridge (Massachusetts, United States); January 30, 2025 –",
        "Leiden, the Netherlands, 10 February 2025:",
        "TAMPA, FL / ACCESS Newswire / February 12, 2025 /",
        "ZÜRICH, June 3rd, 2024 /PRNewswire/ —",
        "Edmonton, Alberta, Canada May 5, 2025.",
        "March 3, 2025 - Boston, MA -",
        "**BOSTON, May 2, 2024** --",
    ],
)
def test_a_dateline_is_a_section_up_to_and_with_its_dash_and_the_lead_is_the_rest(dateline: str) -> None:
    text = (
        HEADLINE
        + dateline
        + " Ferrant Therapeutics, Inc. today said that its trial of ferrazumab did not meet its primary endpoint, and why.\n"
    )
    (_, date, lead) = read(text)
    assert (date.kind, text[date.start : date.end]) == ("dateline", dateline)
    assert (lead.kind, text[lead.start : lead.start + 7]) == ("lead", "Ferrant")


def test_a_dateline_on_a_line_of_its_own_is_one_and_a_second_one_is_the_wires() -> None:
    alone = HEADLINE + "BOSTON, May 2, 2024\n\n" + LEAD.split("-- ")[1] + BODY
    assert [kind for kind, _ in outline(alone)] == ["headline", "dateline", "lead", "body"]
    twice = HEADLINE + "PR Newswire\n\nBOSTON, May 2, 2024\n\n" + LEAD + BODY
    assert [kind for kind, _ in outline(twice)] == ["headline", "boilerplate", "dateline", "lead", "body"]


def test_the_lead_is_the_paragraph_after_the_dateline_that_is_long_enough_to_be_one() -> None:
    text = HEADLINE + "BOSTON / ACCESS Newswire / May 2, 2024 / Ferrant (FERX)\n\n" + LEAD + BODY
    assert kind_of(text, "Ferrant Therapeutics, Inc.") == "lead"
    assert kind_of(HEADLINE + "BOSTON, May 2, 2024 -- Ferrant grew.\n\n" + BODY, "Ferrant grew") == "lead"


def test_a_correction_notice_before_the_headline_is_boilerplate() -> None:
    text = "A release of May 1 by Ferrant gave a wrong figure in its second paragraph.\n\nThe updated release reads:\n\n" + OPENING
    assert outline(text)[0] == ("boilerplate", "A release of May 1 by Ferrant ")
    assert kind_of(text, "Topline Results") == "headline"


def test_a_text_without_a_lead_still_has_a_headline_or_none() -> None:
    assert outline("Ferrant Reports Data\n") == [("headline", "Ferrant Reports Data")]
    assert [kind for kind, _ in outline("Forward-Looking Statements\nThis release has some.\n")] == ["headline", "body"]


@pytest.mark.parametrize(
    ("heading", "paragraph", "kind"),
    [
        ("About the ASPEN Trial", "It lasted a year.", "about-trial"),
        ("About ASPEN", "ASPEN was a randomized, double-blind, placebo-controlled trial.", "about-trial"),
        ("About ASPEN", "A total of 120 adults took part.", "about-trial"),
        ("About Asthma", "It is common.", "about-disease"),
        ("About GM9", "GM9 is a rare, inherited and progressive disease of the nerves.", "about-disease"),
        ("About Ferraza® (ferrazumab)", "It was approved in 2019.", "about-product"),
        ("About FER-101", "It was found at Ferrant.", "about-product"),
        ("About ferrastat", "It is given by mouth.", "about-product"),
        ("About Wellair", "Wellair is an investigational, oral inhibitor of a kinase.", "about-product"),
        ("About Ferrant", "Ferrant was founded by two friends.", "about-company"),
        ("ABOUT BIRCH PHARMA", "It sells medicines.", "about-company"),
        ("About Birch", "Birch is a global, research-driven biopharmaceutical company.", "about-company"),
        ("## About Birch", "Nobody knows much of it.", "about-company"),
    ],
)
def test_what_an_about_section_is_about_shows_in_its_heading_or_its_paragraph(heading: str, paragraph: str, kind: str) -> None:
    text = f"{OPENING}{heading}\n\n{paragraph}\n\nMore of the same.\n"
    assert outline(text)[-1] == (kind, heading)
    assert heading_of(text, heading) == heading


def test_two_about_sections_of_one_kind_are_two() -> None:
    text = OPENING + "About Ferrant\nIt is a company.\nAbout Birch Inc.\nIt is one, too.\n"
    assert [kind for kind, _ in outline(text)][-2:] == ["about-company", "about-company"]


@pytest.mark.parametrize("glue", ["", " "])
def test_a_heading_glued_to_its_paragraph_is_the_heading(glue: str) -> None:
    words = "Ferrant Therapeutics is a company that develops medicines for people with rare diseases of the lung, wherever they live. " * 2
    text = f"{OPENING}About Ferrant Therapeutics{glue}{words}\n"
    assert kind_of(text, "About Ferrant") == "about-company"
    assert heading_of(text, "About Ferrant") == "About Ferrant Therapeutics"


def test_a_glued_heading_whose_words_do_not_come_again_is_not_guessed() -> None:
    text = OPENING + "About FerrantWe develop medicines for people with rare diseases of the lung. " + "They live everywhere. " * 10 + "\n"
    assert kind_of(text, "About Ferrant") == "about-company"
    assert heading_of(text, "About Ferrant") == ""


@pytest.mark.parametrize(
    "sentence", ["About 40% of patients had a response.", "About half of the patients had an event in the first year of it."]
)
def test_a_sentence_that_begins_with_about_is_no_heading(sentence: str) -> None:
    assert kind_of(f"{OPENING}{sentence}\n\n{BODY}", sentence) == "body"


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("Forward-Looking Statements\n\nStatements about the future may turn out wrong.", "forward-looking"),
        ("FERRANT CAUTIONARY NOTE REGARDING FORWARD-LOOKING STATEMENTS\nIt may turn out wrong.", "forward-looking"),
        ("Safe Harbor\n\nIt may turn out wrong.", "forward-looking"),
        ("Disclaimer\n\nThis is for information.\n\nThis release contains forward-looking statements.", "forward-looking"),
        ("Certain statements in this release are forward-looking statements. They may turn out wrong.", "forward-looking"),
        ("Ferraza® and Ferrastat™ are trademarks of Ferrant Therapeutics, Inc.", "trademark-notice"),
        ("Trademarks\n\nFerraza is a registered trademark of Ferrant.", "trademark-notice"),
        ("All other trademarks are the property of their owners.", "trademark-notice"),
        ("Important Safety Information\n\nDo not take it if you cannot.\n\nWhat is Ferraza?\n\nIt is a medicine.", "safety-information"),
        ("Please see the accompanying full Prescribing Information.", "safety-information"),
        ("Conference Call and Webcast\n\nFerrant will talk about it today.", "conference-call"),
        ("To join, use the dial-in number 800-555-0100 and say the passcode.", "conference-call"),
        ("Use of Non-GAAP Financial Measures\n\nSome of the measures are our own.", "non-gaap"),
        ("Condensed Consolidated Balance Sheets\n(in thousands)\nCash\t1,200\t900\n-----\nAssets\t2,000\t1,000", "financial-table"),
        ("Total assets\t$ 12,000\t$ 11,000\nTotal liabilities\t$ 1,000\t$ 2,000", "financial-table"),
        ("References\n1. Doe J. A book.\n2. Roe R. Another one.", "references"),
        ("1. Doe J, Roe R, et al. Asthma. J Med. 2020;12:3.", "references"),
        ("* https://www.ferrant.example/data", "references"),
        ("Contacts\n\nJane Doe\nFerrant Therapeutics", "contact"),
        ("Jane Doe\nVice President\nFerrant Therapeutics\n+1 617 555 0100", "contact"),
        ("Media Contact: Jane Doe, jane@ferrant.example, 617-555-0100", "contact"),
        ("###", "end-mark"),
        ("- END -", "end-mark"),
        ("Source: Ferrant Therapeutics, Inc.", "boilerplate"),
        ("View source version on example.com: https://www.example.com/news/", "boilerplate"),
        ("This release shall not constitute an offer to sell any securities of Ferrant.", "boilerplate"),
        ("Neither the TSX Venture Exchange nor its Regulation Services Provider accepts responsibility for this.", "boilerplate"),
        ("© 2024 Ferrant Therapeutics", "boilerplate"),
        ("This release holds what Ferrant AB is obliged to make public under the EU Market Abuse Regulation.", "boilerplate"),
        ("Ferrant uses its website as a means of disclosing material information, so look there.", "boilerplate"),
        ("CVR no. 12 34 56 78", "boilerplate"),
        ("Attachment\n\n* Ferrant Reports Topline Results", "boilerplate"),
        ("To learn more about Ferrant, visit www.ferrant.example.", "boilerplate"),
    ],
)
def test_every_other_section_is_found_with_a_heading_or_by_what_it_says(block: str, kind: str) -> None:
    text = f"{OPENING}{block}\n"
    sections = read(text)
    assert (sections[-1].kind, text[sections[-1].start : sections[-1].end]) == (kind, block)


def test_sections_come_in_any_order_and_an_aside_does_not_end_one() -> None:
    text = (
        OPENING
        + "Contacts\nJane Doe\njane@ferrant.example\n\nForward-Looking Statements\nIt may turn out wrong.\n\n"
        + "About Ferrant\nFerrant is a company.\nFerraza® is a trademark of Ferrant.\nIt is in Boston.\n###\nAbout asthma\nIt is common.\n"
    )
    assert [kind for kind, _ in outline(text)][3:] == [
        "body", "contact", "forward-looking", "about-company", "trademark-notice", "about-company", "end-mark", "about-disease",
    ]  # fmt: skip


def test_a_run_in_heading_is_told_from_its_paragraph() -> None:
    text = (
        OPENING + "Forward-Looking Statements: This release contains forward-looking statements. " + "They may turn out wrong. " * 8 + "\n"
    )
    assert heading_of(text, "Forward-Looking") == "Forward-Looking Statements:"
    plain = OPENING + "Safe Harbor Statement This release contains forward-looking statements. " + "They may turn out wrong. " * 8 + "\n"
    assert heading_of(plain, "Safe Harbor") == ""


def test_short_lines_above_paragraphs_are_subheadings_and_rows_details_and_clauses_are_not() -> None:
    paragraph = "The trial followed patients for a year, and it counted their attacks of asthma in each of those weeks, as planned.\n"
    assert kind_of(f"{OPENING}Efficacy Results\n\n{paragraph}", "Efficacy") == "subheading"
    assert kind_of(f"{OPENING}Upcoming Milestones:\n* Data in June\n", "Upcoming") == "subheading"
    for line in ("Attacks\t12\t14", "Date: May 2, 2024", "Reduction of 40% in attacks", "Ferrant did the following:", "* An item"):
        assert kind_of(f"{OPENING}{line}\n\n{paragraph}", line) == "body"
    assert kind_of(f"{OPENING}Efficacy Results\n", "Efficacy") == "body"


def test_a_description_of_the_company_near_the_end_needs_no_heading() -> None:
    text = OPENING + BODY + "###\n\nFerrant Therapeutics is a clinical-stage biopharmaceutical company in Boston that develops medicines.\n"
    assert outline(text)[-1][0] == "about-company"


def test_a_paragraph_after_the_contacts_is_body_again() -> None:
    text = OPENING + "Contacts\nJane Doe\njane@ferrant.example\n\n" + BODY + BODY.replace("Ferrant", "It then") * 2
    assert kind_of(text, "It then will now look") == "contact"
    longer = OPENING + "Contacts\nJane Doe\njane@ferrant.example\n\n" + BODY.strip() * 3
    assert outline(longer)[-1][0] == "body"


def test_hard_wrapped_and_cr_free_text_reads_like_its_wire_copy() -> None:
    wrapped = (
        "FERRANT REPORTS RESULTS\n\nBOSTON, May 2, 2024 -- Ferrant Therapeutics, Inc. today said that its\ntrial of ferrazumab did not"
        " meet its endpoint, and that\nit looks at the whole of the data.\n\nABOUT FERRANT\n\nFerrant is a company that develops medicines"
        " for people with rare\ndiseases of the lung.\n"
    )
    assert [kind for kind, _ in outline(wrapped)] == ["headline", "dateline", "lead", "about-company"]


def test_blank_text_has_no_sections() -> None:
    assert read(" \n\n") == ()


LETTER = (
    "Dear Shareholders,\n\nThis was a year of work on one medicine, and I want to tell you what it brought and what comes next for it."
    "\n\nAbout Ferrastat™\n\nFerrastat is what we talk about most, and we have now made enough of it for the trial that we plan."
    "\n\nA Look at Next Year\n\nWe will open more sites.\n\n{close}\n\nJane\n\nAbout Ferrant Therapeutics\n\nFerrant is a company.\n"
)


def test_a_letter_is_news_up_to_its_close_and_its_headings_open_no_section() -> None:
    text = OPENING + LETTER.format(close="Sincerely,")
    assert kind_of(text, "Ferrastat is what") == kind_of(text, "We will open") == kind_of(text, "Sincerely") == "body"
    assert kind_of(text, "About Ferrastat") == kind_of(text, "A Look at") == "subheading"
    assert kind_of(text, "Ferrant is a company") == "about-company"


def test_a_letter_without_a_close_or_with_the_legend_in_it_is_read_like_any_text() -> None:
    unsigned = OPENING + LETTER.format(close="We thank you.")
    legend = "Forward-Looking Statements\n\nThis letter contains forward-looking statements.\n\nSincerely,"
    assert kind_of(unsigned, "Ferrastat is what") == kind_of(OPENING + LETTER.format(close=legend), "Ferrastat is what") == "about-product"
    assert kind_of(OPENING + LETTER.format(close=legend), "This letter contains") == "forward-looking"


def test_rows_of_a_table_above_the_lead_are_no_subheadlines() -> None:
    rows = "Net sales\t12 040\t9 555\nGross profit\t4 113\t3 314\n\n"
    text = f"Ferrant AB: Year-End Report 2027\n\nSales doubled\n\n{rows}{BODY}"
    assert [kind for kind, _ in outline(text)] == ["headline", "subheadline", "financial-table", "lead"]


def test_a_heading_right_behind_a_full_stop_begins_a_section() -> None:
    about = "About FerrantFerrant is a company that makes medicines. See www.ferrant.example.Forward-Looking Statements"
    text = f"{OPENING}The trial goes on.{about}This release contains forward-looking statements that may turn out wrong.\n"
    assert [kind for kind, _ in outline(text)[-3:]] == ["body", "about-company", "forward-looking"]
    assert kind_of(OPENING + "It is sold as Ferraza.About half of it is sold abroad.\n", "About half") == "body"


def test_a_release_of_a_headline_and_one_line_is_cut_at_its_headings() -> None:
    about = "About Ferrant Therapeutics  Ferrant Therapeutics is a company that makes medicines for people with asthma."
    line = f"{LEAD.strip()} {BODY.strip() * 8} For more, visit www.ferrant.example.  {about}"
    assert [kind for kind, _ in outline(f"{HEADLINE}{line}\n")] == ["headline", "dateline", "lead", "about-company"]


def test_a_product_in_capitals_is_one() -> None:
    text = f"{OPENING}About FERRAZUMAB\n\nIt was first sold in 2019 and was withdrawn for commercial reasons some years later.\n"
    assert kind_of(text, "It was first") == "about-product"


def test_a_sentence_above_the_paragraph_with_the_news_is_a_subheadline() -> None:
    deck = "The new Ferrant scope shows researchers more of each sample, and shows it to them in less time than others do."
    news = "Ferrant Therapeutics, Inc. today introduced a scope that shows ten colours at once, and that any laboratory can use."
    assert [kind for kind, _ in outline(f"Ferrant Has a New Scope\n\n{deck}\n\n{news}\n\n{BODY}")] == [
        "headline",
        "subheadline",
        "lead",
        "body",
    ]
    told = deck.replace("The new Ferrant scope", "Ferrant announced that its new scope")
    assert [kind for kind, _ in outline(f"Ferrant Has a New Scope\n\n{told}\n\n{news}\n\n{BODY}")] == ["headline", "lead", "body"]


@pytest.mark.parametrize(
    "line",
    ["Posted by Ferrant Staff", "Press Release Source: Ferrant Therapeutics, Inc. On Thursday May 2, 2024", "Published on May 2, 2024"],
)
def test_what_a_board_puts_above_a_release_is_no_headline(line: str) -> None:
    assert [kind for kind, _ in outline(f"{line}\n\n{OPENING}")][:2] == ["boilerplate", "headline"]


def test_the_number_of_an_announcement_may_stand_before_its_place_and_date() -> None:
    text = f"{HEADLINE}Announcement no. 09-24 / Copenhagen, May 2, 2024\n\n{BODY}"
    assert [kind for kind, _ in outline(text)] == ["headline", "dateline", "lead"]


def test_a_line_that_says_who_spoke_is_no_subheading() -> None:
    text = f"{OPENING}Jane Doe, Chief Executive Officer, commented:\n\n“We will look at all of the data, and then we will see.”\n"
    assert kind_of(text, "Jane Doe") == "body"
