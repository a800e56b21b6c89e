"""The parts of a release, where the examples of their rules do not show it."""

import pytest

from prlint.config import settings_from
from prlint.document import read
from prlint.engine.check import findings_of
from prlint.engine.model import Finding
from prlint.engine.ruleset import load_rules
from prlint.release import parse

HEADLINE = "Ferrant Bio Doses First Patient in Phase 2 LYRA Trial of FRX-12"
DATELINE = "BOSTON, March 4, 2027 (GLOBE NEWSWIRE) -- "
LEAD = "Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that the first patient has been dosed in its LYRA trial of FRX-12 in lupus."
ABOUT = "About Ferrant Bio\n\nFerrant Bio, Inc. develops medicines for people with lupus."
CONTACT = "Contact\n\nAna Ruiz, +1 617 555 0100, ir@ferrant.example"
WHOLE = "\n\n".join((HEADLINE, DATELINE + LEAD, ABOUT, CONTACT)) + "\n"


def found(code: str, text: str, **told: object) -> list[Finding]:
    return findings_of(load_rules().rule(code), parse(read(text.encode(), "release.txt"), settings_from(told)))


@pytest.mark.parametrize("code", ["STR001", "STR002", "STR003", "STR004"])
def test_a_whole_release_misses_nothing_and_a_fragment_need_not_be_whole(code: str) -> None:
    assert not found(code, WHOLE)
    assert found(code, LEAD)
    assert not found(code, LEAD, release={"fragment": True})


def test_what_is_missing_is_placed_where_it_belongs() -> None:
    end = len(LEAD)
    assert [(f.start, f.end) for code in ("STR001", "STR002", "STR003", "STR004") for f in found(code, LEAD)] == [
        (0, 0),
        (0, 0),
        (end, end),
        (end, end),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "CAMBRIDGE, England, 4 March 2027 - ",
        "/PRNewswire/ -- ",
        "WALTHAM, Mass.--(BUSINESS WIRE)--",
        "BOSTON, MA, March 4, 2027 /24-7PressRelease/ -- ",
        "TAMPA, FL / ACCESS Newswire / March 4, 2027 / ",
    ],
)
def test_a_dateline_may_be_a_wires(opening: str) -> None:
    assert not found("STR002", f"{HEADLINE}\n\n{opening}{LEAD}\n\n{ABOUT}")


def test_date_and_city_may_stand_above_the_lead() -> None:
    assert not found("STR002", f"{HEADLINE}\n\nMarch 4, 2027\n\nAmsterdam, the Netherlands\n\n{LEAD}\n\n{ABOUT}")


def test_a_date_in_the_first_sentence_is_no_dateline() -> None:
    lead = "Ferrant Bio, Inc. announced on March 4, 2027 that the first patient has been dosed in its LYRA trial of FRX-12."
    text = f"{HEADLINE}\n\n{lead}\n\n{ABOUT}"
    (finding,) = found("STR002", text)
    assert finding.message == "the lead has no dateline: city and date missing"
    assert finding.start == text.index("Ferrant Bio, Inc.")


@pytest.mark.parametrize(
    "about",
    [
        "About Ferrant Bio -- Ferrant Bio develops medicines.",
        "About Ferrant BioFerrant Bio, Inc. develops medicines.",
        "About us\n\nWe develop.",
    ],
)
def test_an_about_section_may_be_glued_or_run_in(about: str) -> None:
    assert not found("STR003", "\n\n".join((HEADLINE, DATELINE + LEAD, about)))


def test_an_about_section_of_something_else_does_not_say_who_the_company_is() -> None:
    text = "\n\n".join((HEADLINE, DATELINE + LEAD, "About Lupus\n\nLupus is a chronic disease of the immune system."))
    assert found("STR003", text, company={"name": "Ferrant Bio, Inc."})[0].message.startswith("no `About Ferrant Bio, Inc.` section")


@pytest.mark.parametrize("reached", ["ir@ferrant.example", "[email protected]", "+33 1 53 67 36 77", "(617) 555-0100", "020 7946 0123"])
def test_a_phone_number_or_an_address_reaches_somebody(reached: str) -> None:
    assert not found("STR004", "\n\n".join((HEADLINE, DATELINE + LEAD, ABOUT, f"Contact: Ana Ruiz, {reached}")))


def test_a_number_to_dial_into_a_call_reaches_nobody() -> None:
    call = "Conference Call\n\nTo join the call on March 4, 2027 dial (617) 555-0100 and give the code 12345."
    assert found("STR004", "\n\n".join((HEADLINE, DATELINE + LEAD, ABOUT, call)))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("EMBARGOED UNTIL MARCH 4, 2027", "the embargo gives no time or time zone"),
        ("EMBARGOED UNTIL 6:00 a.m., MARCH 4, 2027", "the embargo gives no time zone"),
        ("EMBARGOED UNTIL 6:00 a.m. ET, MARCH 8, 2027", "the embargo ends on MARCH 8, 2027, after the date of the release (2027-03-04)"),
    ],
)
def test_an_embargo_is_complete_and_over_by_the_date_of_the_release(line: str, message: str) -> None:
    (finding,) = found("STR006", f"{line}\n\n{WHOLE}")
    assert (finding.message, finding.severity) == (message, "error")


def test_two_instructions_show_each_other() -> None:
    (finding,) = found("STR006", f"FOR IMMEDIATE RELEASE\n\nHOLD UNTIL 6:00 a.m. ET, MARCH 4, 2027\n\n{WHOLE}")
    assert finding.related[0].label == "says the opposite"


def test_an_embargo_that_the_news_speaks_of_is_none() -> None:
    assert not found("STR006", WHOLE + "\nThe abstract was under embargo until Monday.\n")


def spoken(words: str) -> list[Finding]:
    return found("STR007", "\n\n".join((HEADLINE, DATELINE + LEAD, words, "The trial will enroll 240 adults at 60 sites.", ABOUT)))


def test_a_quotation_of_nobody_is_reported_up_to_the_end_of_its_first_sentence() -> None:
    (finding,) = spoken("“We are glad of this step and of what it means. We thank everybody who took part.”")
    assert (finding.severity, finding.message) == ("warning", "the quotation names no speaker")
    assert finding.quote.endswith("what it means.")


@pytest.mark.parametrize(
    "words",
    [
        "“We are glad of this step and of what it means for patients,” said Ana Ruiz, Chief Medical Officer of Ferrant Bio.",
        "Chief Medical Officer Ana Ruiz said: “We are glad of this step and of what it means for patients.”",
        "“We are glad of this step and of what it means for patients,” said Ana Ruiz of Ferrant Bio.",
        "“We are glad of this step and of what it means for patients,” Dr. Ruiz continued.",
        "The abstract, titled “Results of a trial of one tablet a day in adults with lupus nephritis.”",
        "The so-called “holy grail” of lupus.",
    ],
)
def test_a_speaker_with_title_or_company_a_known_one_and_a_title_are_fine(words: str) -> None:
    assert not spoken(words)


def test_a_speaker_is_introduced_once() -> None:
    said = "“We are glad of this step and of what it means for patients,” said Ana Ruiz."
    findings = spoken(f"{said}\n\n{said}")
    assert [finding.message for finding in findings] == ["`Ana Ruiz` is quoted without title or company"]


def test_marks_that_do_not_match_are_one_info_with_the_other_places() -> None:
    said = '“We are glad of this step and of what it means for patients," said Ana Ruiz, Chief Medical Officer of Ferrant Bio.'
    (finding,) = spoken(f"{said}\n\n{said}")
    assert (finding.severity, finding.quote, len(finding.related)) == ("info", '"', 1)


def test_a_mark_that_is_never_closed_is_an_info() -> None:
    (finding,) = spoken(
        "Ana Ruiz, Chief Medical Officer of Ferrant Bio, said: “We are glad of this step and of what it means for patients."
    )
    assert (finding.severity, finding.message) == ("info", "the quotation mark is never closed")


def test_a_placeholder_in_a_table_or_a_legend_is_one_too() -> None:
    (finding,) = found("STR008", WHOLE + "\nCopyright [insert year] Ferrant Bio\n")
    assert finding.quote == "[insert year]"


def headed(headline: str) -> list[str]:
    return [finding.message for finding in found("STR009", f"{headline}\n\n{DATELINE}{LEAD}\n\n{ABOUT}")]


@pytest.mark.parametrize(
    ("headline", "issue"),
    [
        ("Ferrant Bio Doses First Patient in LYRA Trial of FRX-12!", "has an exclamation mark"),
        ("Will Ferrant Bio Dose a First Patient in LYRA?", "asks a question"),
        ("FERRANT BIO DOSES FIRST PATIENT IN LYRA TRIAL", "is in capitals"),
        (" ".join(["Ferrant Bio Doses First Patient"] * 6), "has 30 words"),
    ],
)
def test_a_headline_that_shouts_asks_or_runs_on_is_an_info(headline: str, issue: str) -> None:
    assert headed(headline) == [f"the headline {issue}"]


@pytest.mark.parametrize(
    "headline", [HEADLINE, "LYRA Trial of FRX-12 Begins at Ferrant Bio, Inc.", "FDA Clears IND of CAR-T Therapy FRX-12 of Ferrant Bio"]
)
def test_a_plain_headline_is_fine(headline: str) -> None:
    assert not headed(headline)


def test_an_embargo_above_a_text_without_headline_is_read() -> None:
    (finding,) = found("STR006", f"EMBARGOED UNTIL MONDAY\n\n{DATELINE}{LEAD}\n")
    assert finding.message == "the embargo gives no date, time or time zone"


def test_a_complete_embargo_of_the_same_day_is_fine() -> None:
    assert not found("STR006", f"EMBARGOED UNTIL 6:00 a.m. ET, MARCH 4, 2027\n\n{WHOLE}")


def test_a_short_quotation_and_one_in_a_legend_are_no_statements() -> None:
    assert not spoken("The committee spoke of “a step for all of us today.”")


def test_a_mail_address_outside_a_contact_section_reaches_somebody_only_at_the_end() -> None:
    filler = "\n\n".join(["The trial will enroll adults with lupus at sixty sites in twelve countries over two years."] * 12)
    early = f"{HEADLINE}\n\n{DATELINE}{LEAD} Write to ir@ferrant.example for more.\n\n{filler}\n\n{ABOUT}"
    assert found("STR004", early)
    assert not found("STR004", f"{HEADLINE}\n\n{DATELINE}{LEAD}\n\n{filler}\n\nFor more, write to ir@ferrant.example.")


def test_a_release_of_one_paragraph_names_whom_to_ask_and_says_who_the_company_is() -> None:
    made = " ".join(["It shows in two minutes whether a bench is clean, and it needs no power."] * 20)
    ask = "For inquiries, contact Ferrant Bio at hello@ferrant.example."
    about = "Ferrant Bio Co., Ltd. (Canada) makes tests for laboratories. Learn more at www.ferrant.example."
    text = f"{HEADLINE}\n\n{DATELINE}{LEAD} {{}} {made} {{}}\n"
    assert not found("STR004", text.format(ask, about))
    assert not found("STR003", text.format(ask, about))
    assert found("STR004", text.format("Contact us to learn more.", about))
    assert found("STR003", text.format(ask, "The scope has won (in Canada) many prizes. Learn more at www.ferrant.example."))


def test_the_number_for_a_prospectus_or_a_call_is_not_whom_to_ask() -> None:
    offer = "A copy of the prospectus may be had from Novira Bank, by e-mail at papers@novira.example. " + "More will follow. " * 30
    assert found("STR004", "\n\n".join((HEADLINE, DATELINE + LEAD, offer, "The news goes on. " * 40, ABOUT)) + "\n")


HOLDINGS = "Ferrant Holdings, Inc. (Nasdaq: FRBX) today announced that it will go on. {news}"
HELD = "\n\n".join(
    (HEADLINE, DATELINE + HOLDINGS, "About Ferrant\n\nFerrant Holdings{form} makes medicines for people with lupus.", CONTACT)
)


def test_the_form_of_a_name_with_holdings_in_it_stays_the_same() -> None:
    assert [f.quote for f in found("STR010", HELD.format(news="", form=" Inc."))] == ["Ferrant Holdings Inc."]
    assert not found("STR010", HELD.format(news="", form=", Inc."))
    assert not found("STR010", HELD.format(news="Its unit Ferrant Inc. runs the trial.", form=", Inc."))


def test_a_subsidiary_that_bears_the_name_gives_the_company_no_legal_form() -> None:
    lead = "Ferrant Bio today announced that it has a U.S. {of}, Ferrant Bio Inc., and that the first patient has been dosed in its trial."
    text = "\n\n".join((HEADLINE, DATELINE + lead, "About Ferrant Bio\n\nFerrant Bio makes medicines.", CONTACT))
    assert not found("STR010", text.format(of="subsidiary"))
    assert [f.quote for f in found("STR010", text.format(of="office"))] == ["Ferrant Bio"]
