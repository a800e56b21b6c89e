"""The many ways in which releases say one thing: marks, datelines, contacts, statements, placeholders, abbreviations, names."""

import pytest

from tests.checks.invented_release import DATELINE, HEADLINE, OPENING, found, release, said

USED = "Zelvora® (tavorexant) met the primary endpoint."

TOLD = """
Zelvora is a registered trademark of Ferrant Bio.
ZELVORA® is a registered mark of Ferrant Bio, Inc., used under license.
Zelvora® is owned by Ferrant Bio, Inc.
Ferrant Bio, Inc. owns the trademark Zelvora®.
The following are trademarks of Ferrant Bio: Zelvora®.
Brands listed are the trademarks of their respective owners.
All other trademarks mentioned herein belong to their respective owners.
All trademarks used or mentioned in this release are protected by law.
"""


@pytest.mark.parametrize("notice", TOLD.strip().split("\n"))
def test_a_notice_in_any_words_tells_whose_a_mark_is(notice: str) -> None:
    assert not found("TMK002", release(USED, notice=notice))
    assert found("TMK002", release(USED))


@pytest.mark.parametrize(
    ("use", "notice", "bare"),
    [
        ("Zelvora (tavorexant) met it.", "Zelvora® is a registered trademark of Ferrant Bio, Inc.", True),
        ("Zelvora ® (tavorexant) met it.", "Zelvora® is a registered trademark of Ferrant Bio, Inc.", False),
        ("ZELVORATM (tavorexant) met it.", "ZELVORATM is a trademark of Ferrant Bio, Inc.", False),
        ("The Open Harbor trial met it. Data are from the Open Harbor SM Phase 3 study.", "", True),
        ("See www.zelvora.com. Zelvora® met it.", "Zelvora® is a registered trademark of Ferrant Bio, Inc.", False),
    ],
)
def test_a_symbol_may_be_glued_to_a_mark_or_set_apart_from_it(use: str, notice: str, bare: bool) -> None:
    assert bool(found("TMK001", release(use, notice=notice))) == bare


@pytest.mark.parametrize(
    ("notice", "why"),
    [
        ("Zelvora® is a trademark of", "no owner"),
        ("Zelvora® and Korvel® is a registered trademark of Ferrant Bio, Inc.", "2 marks"),
        ("Zelvora® and Korvel are registered trademarks of Ferrant Bio, Inc.", "no symbol"),
        ("Zelvora® and Korvel® are registered trademarks of Ferrant Bio, Inc. and Herlenta AG, respectively.", ""),
        ("ZELVORA and KORVEL are trademarks of Ferrant Bio, Inc., registered in the U.S. and other countries.", ""),
    ],
)
def test_a_notice_that_is_no_sentence_is_told_why(notice: str, why: str) -> None:
    findings = found("TMK010", release("Zelvora® and Korvel® were given.", notice=notice))
    assert [why in finding.message for finding in findings] == ([True] if why else [])


def marks(owner: str, status: str = "registered") -> dict[str, object]:
    return {"marks": [{"name": "Korvel", "owner": owner, "status": status}]}


def test_a_configured_owner_is_held_against_the_notice() -> None:
    text = release("Korvel® was given.", notice="Korvel® is a registered trademark of Ferrant Bio, Inc.")
    (finding,) = found("TMK009", text, company=marks("Herlenta AG"))
    assert finding.severity == "error"
    assert not found("TMK009", text, company=marks("Ferrant Bio, Inc."))


@pytest.mark.parametrize("status", ["pending", "unregistered"])
def test_a_mark_that_is_not_registered_loses_its_symbol(status: str) -> None:
    (finding,) = found("TMK006", release("Korvel® was given."), company=marks("Ferrant Bio, Inc.", status))
    assert [(edit.text, edit.safe) for edit in finding.edits] == [("™", True)]


def test_a_company_in_the_possessive_owns_the_mark_behind_it() -> None:
    assert found("TMK009", release("Herlenta AG's Korvel® was compared.", notice="Korvel® is a trademark of Ferrant Bio, Inc."))


DATELINES = """
BOSTON, March 4, 2027 /PRNewswire/ --|BOSTON--(BUSINESS WIRE)--|CAMBRIDGE, Mass., March 4, 2027 –
CAMBRIDGE, England, 4 March 2027 –|Paris (France), March 4, 2027 -|PARIS and BOSTON, March 4, 2027 —
Basel, 04 March 2027 –|BOSTON – (March 4, 2027) –|LUND, Sweden, 2027-03-04 –|Boston, MA / ACCESSWIRE / March 4, 2027 /
NEW YORK, NY - (NewMediaWire) - March 04, 2027 -|March 4, 2027, Oslo, Norway:
Hong Kong, Shanghai & Florham Park, NJ — Thursday, March 4, 2027:|Leiden, the Netherlands, 4 March 2027, 07:00 CET –
BOSTON, 4th March 2027 –|Leiden, theNetherlands, March 4, 2027:|'s-Graveland, The Netherlands, 4 March 2027 –
"""


@pytest.mark.parametrize("dateline", [told.strip() for line in DATELINES.strip().split("\n") for told in line.split("|")])
def test_a_dateline_of_any_wire_tells_where_and_when(dateline: str) -> None:
    assert not found("STR002", release(lead=f"{dateline} {OPENING}"))


@pytest.mark.parametrize(("dateline", "missing"), [("", "city and date"), ("March 4, 2027 -- ", "city"), ("BOSTON -- ", "date")])
def test_what_a_dateline_lacks_is_named(dateline: str, missing: str) -> None:
    (finding,) = found("STR002", release(lead=dateline + OPENING))
    assert missing in finding.message


@pytest.mark.parametrize(
    ("above", "missing"),
    [
        ("Boston, March 4, 2027", ""),
        ("PRESS RELEASE - 04/03/2027, 09:30 CET", "city"),
        ("RESULTS OF THE QUARTER ENDED DECEMBER 31, 2026", "city and date"),
    ],
)
def test_a_line_above_the_lead_serves_for_what_it_tells(above: str, missing: str) -> None:
    findings = found("STR002", release(headline=f"{HEADLINE}\n\n{above}", lead=OPENING))
    assert [finding.message.partition(missing)[1] for finding in findings] == ([missing] if missing else [])


def test_the_date_of_an_event_is_no_dateline() -> None:
    event = "\n\nPoster session\n\nDate: Sunday, March 14, 2027, 10:30 AM – 12:30 PM"
    (finding,) = found("STR002", release(event, lead=OPENING))
    assert "city and date" in finding.message


@pytest.mark.parametrize(
    "heading", ["Who We Are", "Ferrant Bio at a Glance", "Company Profile", "About us", "ABOUT FERRANT BIO", "About Ferrant"]
)
def test_a_section_on_the_company_may_have_any_heading(heading: str) -> None:
    assert not found("STR003", release(about=f"{heading}\n\nFerrant develops oral medicines."))


def test_a_section_on_the_disease_is_none_on_the_company() -> None:
    assert found("STR003", release(about="About Lupus\n\nLupus is a chronic disease of the immune system."))


ITSELF = [
    "Ferrant Bio is a private company that makes oral medicines.",
    "Ferrant Bio makes oral medicines for lupus in two plants. Learn more at www.ferrant.example.",
]


@pytest.mark.parametrize("paragraph", ITSELF)
def test_a_paragraph_without_a_heading_may_say_who_the_company_is(paragraph: str) -> None:
    assert not found("STR003", release(about=paragraph))


@pytest.mark.parametrize(
    "about",
    [
        "About the Spring Conference\n\nThe Spring Conference is a meeting at which companies show what they do.",
        "About Nodular Lupus (NL)\n\nNL is a swelling under the skin. A cause of it is not known.",
        "Ferrant Bio thanks all patients.",
        "Ferrant Bio will host a call and a webcast. Learn more at www.ferrant.example.",
    ],
)
def test_what_is_said_of_something_else_says_nothing_of_the_company(about: str) -> None:
    assert found("STR003", release(about=about))


CONTACTS = [
    "Investors:                    Media:\nAna Ruiz                      Jo Lind\n(617) 555-0100                (617) 555-0101",
    "| Investors | Media |\n| Ana Ruiz | Jo Lind |\n| ir@ferrant.example | pr@ferrant.example |",
    "Investor Contact: Ana Ruiz ir@ferrant.example",
    "For media inquiries, please contact Ana Ruiz at press@ferrant.example.",
    "Contacts\nAna Ruiz [email protected]",
    "Ana Ruiz, +44 (0)20 7946 0000",
    "Ana Ruiz 617.555.0100",
    "Ana Ruiz (617)555-0100",
    "Phone 91-555-0100",
    "Contact\n\nInvestor Relations\n\nhttps://www.ferrant.example/contact",
]


@pytest.mark.parametrize("contact", CONTACTS)
def test_contacts_may_stand_in_columns_tables_and_sentences(contact: str) -> None:
    assert not found("STR004", release(contact=contact))


@pytest.mark.parametrize(
    "contact",
    ["https://www.sec.example/data/000121390024027973/10k.htm", "Published 05.02.2027 - 11:00", "05-03-2027"],
)
def test_digits_of_a_link_and_a_date_are_no_phone_number(contact: str) -> None:
    assert found("STR004", release(contact=contact))


@pytest.mark.parametrize("contact", ["", "SOURCE Ferrant Bio, Inc.", "Contact: Ana Ruiz, ana at ferrant dot example"])
def test_nobody_can_be_asked_without_a_number_or_an_address(contact: str) -> None:
    assert found("STR004", release(contact=contact))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("FOR IMMEDIATE RELEASE\n\nHOLD UNTIL MARCH 8", "conflicts"),
        ("EMBARGOED UNTIL MONDAY", "gives no date"),
        ("UNDER EMBARGO UNTIL 06:00 CET ON MARCH 9, 2027", "after the date of the release"),
        ("EMBARGO: 00:01 GMT, 4 March 2027", ""),
        ("FOR RELEASE AT 7:00 AM ET, MARCH 4, 2027", ""),
        ("NOT FOR RELEASE IN THE UNITED STATES, AUSTRALIA, CANADA OR JAPAN\n\nFOR IMMEDIATE RELEASE", ""),
    ],
)
def test_an_embargo_is_whole_and_alone(line: str, problem: str) -> None:
    findings = found("STR006", release(headline=f"{line}\n\nFerrant Bio Reports Results of Its LYRA Trial"))
    assert [problem in finding.message for finding in findings] == ([True] if problem else [])


WORDS = "We are thrilled with these results and what they mean for patients everywhere"


@pytest.mark.parametrize(
    ("statement", "nobodys"),
    [
        (f"“{WORDS}.”", True),
        (f"“{WORDS},” it was said.", True),
        (f"“{WORDS}.” – Ana Ruiz, CEO of Ferrant Bio", False),
        (f"“{WORDS},” explains Jo Lind, Ph.D., head of research at Ferrant Bio.", False),
        (
            f"Ana Ruiz, CEO of Ferrant Bio, commented:\n\n“{WORDS}.\n\n“The next trial will enroll many more patients in May.”",
            False,
        ),
        ("The poster, “Safety and Efficacy of FRX-12 in Adults With Lupus Over One Year,” was shown.", False),
    ],
)
def test_a_statement_is_somebodys(statement: str, nobodys: bool) -> None:
    assert bool(found("STR007", release(f"\n\n{statement}\n\n"))) == nobodys


LEFT = "[●]%|[TBD]|[insert quote here]|XX months|$[__] million|TKTK|<<name>>|[Note: check this]|{{quote}}|http://localhost:8080/x"
MEANT = "[F-18] FDG|[email protected]|[1]|46,XX chromosome|size XXL|TK inhibitors|a draft guidance|●●●|Type XX collagen|“[It] works”"


@pytest.mark.parametrize(("words", "left"), [(w, True) for w in LEFT.split("|")] + [(w, False) for w in MEANT.split("|")])
def test_a_bracket_is_a_placeholder_only_if_it_was_to_be_filled(words: str, left: bool) -> None:
    assert bool(found("STR008", release(f"It showed {words} today."))) == left


def test_several_abbreviations_that_come_too_early_are_one_finding_with_a_count() -> None:
    told = "progression-free survival (PFS), overall survival (OS), objective response rate (ORR) and duration of response (DOR)"
    text = release(f"PFS, OS, ORR and DOR rose.\n\nIt read {told}.")
    (finding,) = found("TRM002", text)
    assert finding.quote == "PFS"
    assert finding.message == "`PFS`, `OS`, `ORR` and 1 more are used here and below before they are spelled out"
    assert len(finding.related) == 7


def test_a_section_that_tells_an_abbreviation_after_its_use_is_read_by_itself() -> None:
    early = "This release has forward-looking statements. Results may differ from those in our filings with the BFA. LYRA may fail. "
    told = "More is in the documents that we have lodged with the Bureau of Foreign Affairs (“BFA”). "
    (finding,) = found("TRM002", release(legend=f"Forward-Looking Statements\n\n{early}{told}"))
    assert finding.quote == "BFA"


@pytest.mark.parametrize(
    ("news", "other"),
    [
        ("Ferrant licensed it from Corvid Bio AG (the “Company”).", True),
        ("Ferrant licensed it from Corvid Bio AG (“Corvid”).", False),
        ("Ferrant Bio, Inc. (the “Company”) is glad.", False),
    ],
)
def test_the_company_is_one_company(news: str, other: bool) -> None:
    lead = OPENING.replace("(Nasdaq: FRBX)", "(Nasdaq: FRBX) (“Ferrant” or the “Company”)")
    findings = found("STR010", release(news, lead=f"BOSTON, March 4, 2027 -- {lead}"))
    assert ["Corvid Bio AG" in finding.message for finding in findings] == ([True] if other else [])


@pytest.mark.parametrize(
    ("headline", "news", "wrong"),
    [
        ("FerrantBIO Reports Results of Its LYRA Trial", "FerrantBio is glad.", "FerrantBio"),
        ("FerrantBio Reports Results of Its LYRA Trial", "FerrantBIO is glad.", "FerrantBio"),
        ("FerrantBIO Reports Results of Its LYRA Trial", "See www.FerrantBio.com.", ""),
        ("FERRANTBIO REPORTS RESULTS OF ITS LYRA TRIAL", "FerrantBIO is glad.", ""),
    ],
)
def test_a_company_is_spelt_as_where_it_stands_with_its_legal_form(headline: str, news: str, wrong: str) -> None:
    lead = f"{DATELINE}FerrantBIO, Inc. (Nasdaq: FRBX) today reported results of its LYRA trial."
    text = release(news, headline=headline, lead=lead, about="About Us\n\nFerrantBIO, Inc. is a company that makes medicines.")
    assert [finding.quote for finding in found("STR010", text)] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("news", "short"),
    [
        ("N-acyl transferase inhibitors (NATis) are new. A NATi is given by mouth; this NATi is the first.", ""),
        ("It runs on STQ LaunchBoard, and STQ LaunchBoard is quick.", ""),
        ("The fund is paid to OMRQ, one of the largest pension plans. The rest goes to OMRQ.", ""),
        ("A team of QMG/U1251 took part, and the QMG/U1251 team went on.", ""),
        ("It met at the STQ Holland Congress, and STQ Holland was the host.", ""),
        ("The STQ Score rose, and the STQ was durable.", "STQ"),
    ],
)
def test_letters_of_a_name_need_no_words(news: str, short: str) -> None:
    assert [finding.quote for finding in found("TRM001", release(news))] == ([short] if short else [])


def test_a_protein_that_is_told_late_is_no_abbreviation() -> None:
    told = "{} rose.\n\nMore of the {} ({}) was seen."
    assert not found("TRM002", release(told.format("TRHR", "thyroid resting hormone receptor", "TRHR")))
    assert found("TRM002", release(told.format("TRHI", "thyroid resting hormone index", "TRHI")))


MARKED = """
KorvoLYTATM degraders were given.|KorvoLYTA
Neo-QRSTM finds them.|Neo-QRS
Launched cryoHOLD MAX™ and AtraClip® in the clinic.|cryoHOLD MAX
The Network Analysis of Brains (“NAB™”) technology was used.|NAB
"""


@pytest.mark.parametrize(("news", "mark"), [tuple(line.split("|")) for line in MARKED.strip().split("\n")])
def test_a_mark_is_named_whole(news: str, mark: str) -> None:
    assert mark in " ".join(finding.message for finding in found("TMK002", release(news)))


def test_corporate_is_the_heading_of_news_and_of_no_contact() -> None:
    news = "\n\nCorporate\n\n• In March, the patent on Zelvora™ (tavorexant) of another company was upheld.\n• A report is to come."
    assert [finding.quote for finding in found("TMK002", release(news))] == ["Zelvora™"]


def test_a_release_in_good_form_has_no_finding_of_law_or_of_form() -> None:
    assert {finding.code for finding in said(release())} == {"SHR016", "STR005"}  # which nobody has unless he asks for them
