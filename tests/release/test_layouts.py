"""The parts of whole releases in the layouts of wires and exchanges: legends above the headline, one long line, odd headings."""

from pathlib import Path

import pytest

from prlint.document.plain import read_plain
from prlint.release import parse
from prlint.release.glued import apart
from prlint.release.model import Release

CASES = Path(__file__).parents[1] / "cases"
HEADLINE = "Ferrant Therapeutics Doses First Patient in Phase 2 Trial"
LEAD = (
    "Ferrant Therapeutics, Inc. (Nasdaq: FRNT), a clinical-stage company that develops medicines, today announced an update of its Phase 2"
    " trial of FRX-204 in lupus."
)
BODY = "The trial goes on as planned, and data are expected next year from all the centers that take part in it across Europe."
LEGEND = (
    "This press release contains forward-looking statements. Risks include that enrollment may slow and that the FDA may ask for"
    " another study. Actual results could differ materially."
)
MORE = "These and other risks are described in our Annual Report on Form 10-K for the year ended December 31, 2024, filed with the SEC."
ABOUT = "About Ferrant Therapeutics\n\nFerrant Therapeutics is a biotechnology company that develops medicines for autoimmune diseases."
CONTACT = "Contact\n\nJo Lind, ir@ferrant.example, 617-555-0101"


def read(*paragraphs: str) -> Release:
    return parse(read_plain("\n\n".join(paragraphs).encode(), ""))


def case(name: str) -> Release:
    return parse(read_plain((CASES / name).read_bytes(), ""))


def kinds(release: Release) -> list[str]:
    return [section.kind for section in release.sections]


def kind_of(release: Release, words: str) -> str:
    return release.kind_at(release.text.index(words))


@pytest.mark.parametrize(
    "dateline",
    [
        "Calgary, Alberta--(Newsfile Corp. - May 20, 2025) - ",
        "BOSTON, MA--(Marketwired - May 20, 2025) - ",
        "RENO, NV, May 20, 2025 /24-7PressRelease/ -- ",
        "HONG KONG, May 20, 2025 - (Media OutReach Newswire) - ",
        "Vancouver, BC – TheNewswire – May 20, 2025 – ",
        "Paris, May 20, 2025, 5:45 p.m. CEST – ",
        "Gosselies, Belgium, 20 May 2025, 7 am CEST – ",
        "Lyon (France) and Cambridge (MA, United States), May 20, 2025 – 7:00am CEST – ",
        "Seoul, South Korea (May 20, 2025) – ",
        "Boston | May 20, 2025 | ",
        "May 20, 2025, Boston, MA – ",
        "'S-HERTOGENBOSCH, Netherlands, May 20, 2025 -- ",
        "Mumbai, 20th May 2025: ",
    ],
)
def test_a_dateline_of_any_wire_ends_where_the_news_begins(dateline: str) -> None:
    release = read(HEADLINE, dateline + LEAD, BODY)
    assert kinds(release) == ["headline", "dateline", "lead", "body"]
    assert kind_of(release, "Ferrant Therapeutics, Inc.") == "lead"
    assert release.profile.date == (2025, 5, 20)


DATED = "BOSTON, May 20, 2025 -- " + LEAD


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Forward-Looking Statements", LEGEND, MORE + " " + MORE, HEADLINE, DATED, BODY),
        (LEGEND, MORE + " " + MORE, HEADLINE, DATED, BODY),
        (
            "Forward-Looking Statements",
            LEGEND[:56] + " Risks include:",
            "• enrollment may slow;",
            "• the FDA may ask for more.",
            HEADLINE,
            DATED,
            BODY,
        ),
        (LEGEND, HEADLINE, LEAD, BODY),
        ("Forward-Looking Statements", LEGEND, HEADLINE, LEAD, BODY),
    ],
)
def test_a_legend_above_the_headline_is_the_legend_and_no_headline(paragraphs: tuple[str, ...]) -> None:
    release = read(*paragraphs, ABOUT, CONTACT)
    assert [kind for kind in kinds(release) if kind != "dateline"] == [
        "forward-looking", "headline", "lead", "body", "about-company", "contact",
    ]  # fmt: skip
    assert release.quote((release.sections_of("headline")[0].start, release.sections_of("headline")[0].end)) == HEADLINE


def test_a_legend_between_headline_and_lead_is_no_subheadline() -> None:
    assert kinds(read(HEADLINE, LEGEND, DATED, BODY)) == ["headline", "forward-looking", "dateline", "lead", "body"]


@pytest.mark.parametrize(
    "heading",
    [
        "Cautionary Language", "Cautionary Note", "Legal Disclaimer", "Notice", "Disclosures", "Important Information",
        "Reader Advisory", "Forward-looking and Cautionary Statements", "Statements about the Future", "Risk Factors",
        "Private Securities Litigation Reform Act",
    ],
)  # fmt: skip
def test_a_legend_is_known_under_any_heading(heading: str) -> None:
    release = read(HEADLINE, DATED, BODY, ABOUT, heading, LEGEND, CONTACT)
    assert kind_of(release, f"\n{heading}\n"[1:]) == kind_of(release, LEGEND) == "forward-looking"
    assert kind_of(release, "Jo Lind") == "contact"


def test_a_legend_that_never_says_forward_looking_is_known_by_its_results() -> None:
    told = "Statements about the future rest on current expectations. Enrollment may slow, and actual results could differ materially."
    assert kind_of(read(HEADLINE, DATED, BODY, ABOUT, told, CONTACT), told) == "forward-looking"


def test_a_disclaimer_without_a_prediction_is_no_legend() -> None:
    release = read(
        HEADLINE, DATED, BODY, "Disclaimer", "This text is for physicians in Switzerland and is not meant for patients.", CONTACT
    )
    assert "forward-looking" not in kinds(release)


def test_a_release_on_one_line_has_its_parts() -> None:
    release = case("good-personnel-one-line.txt")
    assert kinds(release) == ["headline", "dateline", "lead", "about-company", "forward-looking", "contact"]
    assert release.profile.date == (2025, 1, 8)


def test_a_release_on_one_line_may_begin_with_its_dateline() -> None:
    text = f"SALT HARBOR, UT, March 4, 2027 /24-7PressRelease/ -- {LEAD} {BODY * 8} About Ferrant Therapeutics Ferrant makes medicines."
    assert kinds(read(text))[:2] == ["dateline", "lead"]


def test_a_headline_that_ends_in_a_date_is_no_dateline() -> None:
    assert kinds(read("FERRANT, INC. TO ANNOUNCE RESULTS FOR THE YEAR ENDED DECEMBER 31, 2026", LEAD, BODY))[:2] == ["headline", "lead"]


def test_a_short_line_and_a_release_of_several_lines_are_left_as_they_are() -> None:
    short = b"A line. About Ferrant it says nothing. Contact: Jo Lind."
    several = b"\n".join([b"One line. About Ferrant and more. " * 40] * 2)
    assert apart(short) == short
    assert apart(several) == several
    assert len(apart(several.replace(b"\n", b" "))) == len(several)


def test_the_lines_of_an_exchange_are_no_headline() -> None:
    london = case("good-collaboration-london.txt")
    assert london.quote((london.sections_of("headline")[0].start, london.sections_of("headline")[0].end)).startswith("Collaboration with")
    sydney = case("good-topline-sydney.txt")
    assert kind_of(sydney, "ASX Announcement") == "boilerplate"
    frankfurt = case("good-capital-increase-frankfurt.txt")
    lines = ("11-Feb-2025 / 18:42", "Disclosure of an inside", "Language:", "End of Inside")
    assert {kind_of(frankfurt, words) for words in lines} == {"boilerplate"}
    assert frankfurt.profile.kind == "financing"


def test_a_paragraph_about_the_company_that_ends_with_its_mark_is_about_the_company() -> None:
    release = case("good-device-clearance.txt")
    assert kind_of(release, "PulseTrace is a trademark of") == "about-company"
    own = read(HEADLINE, DATED, BODY, "PulseTrace® and CardioNest™ are trademarks of Ferrant Therapeutics, Inc.", CONTACT)
    assert kind_of(own, "PulseTrace®") == "trademark-notice"
    listed = read(HEADLINE, DATED, BODY, "Ferrant A/S and its subsidiaries own the following trademarks: Zelvora®; Korvel®.", CONTACT)
    assert kind_of(listed, "Ferrant A/S") == "trademark-notice"


def test_an_approval_of_a_generic_is_an_approval() -> None:
    release = case("good-generic-approval-mumbai.txt")
    assert (release.profile.kind, release.profile.issuer) == ("approval", "not-reporting")


MENU = "Skip to main content\nHome\nInvestors\nNews & Events\nPress Releases\n« Back to all news\n\nDownload PDF"
COOKIES = "We use cookies to improve this website. By continuing you agree to our use of cookies."
SHARE = "Share\nFacebook\nTwitter\nLinkedIn\nPrint"


@pytest.mark.parametrize(
    "paragraphs",
    [(MENU, HEADLINE, DATED), (COOKIES, HEADLINE, DATED), (HEADLINE, SHARE, DATED), ("Home > Investors > Press Releases", HEADLINE, DATED)],
)
def test_what_a_website_puts_around_a_release_is_no_part_of_it(paragraphs: tuple[str, ...]) -> None:
    release = read(*paragraphs, BODY, ABOUT, CONTACT, "Read more", "Privacy Policy | Terms of Use")
    assert [kind for kind in kinds(release) if kind != "boilerplate"] == [
        "headline", "dateline", "lead", "body", "about-company", "contact",
    ]  # fmt: skip
    assert release.quote((release.sections_of("headline")[0].start, release.sections_of("headline")[0].end)) == HEADLINE
    assert release.profile.date == (2025, 5, 20)


def test_a_release_about_another_release_has_its_own_lead() -> None:
    own = "Herlenta plc (LSE: HRL) noted that Ferrant Therapeutics, a company that it founded, today announced an update of its trial."
    release = read(
        "Herlenta Notes News of Ferrant", own, "The full text of the announcement from Ferrant is as follows:", HEADLINE, DATED, BODY
    )
    assert kind_of(release, own) == "lead"
    assert kind_of(release, BODY) == "body"
    assert (release.profile.company, release.profile.date) == ("Herlenta", (2025, 5, 20))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The trial of the first cohort showed that FRX-204:", "body"),
        ("Ferrant intends to:", "body"),
        ("The talk can be viewed at https://ferrant.example/talks", "body"),
        ("What Comes Next:", "subheading"),
        ("Results of the First Cohort", "subheading"),
    ],
)
def test_a_sentence_that_leads_on_to_a_list_is_no_heading(line: str, kind: str) -> None:
    assert kind_of(read(HEADLINE, DATED, BODY, line, "* raised the count of cells", "* lowered the dose", ABOUT), line) == kind


def test_a_heading_above_a_sentence_that_leads_on_stays_one() -> None:
    assert (
        kind_of(read(HEADLINE, DATED, BODY, "Next Steps", "Ferrant intends to:", "* enroll more patients", ABOUT), "Next Steps")
        == "subheading"
    )


@pytest.mark.parametrize(
    ("heading", "words", "kind"),
    [
        ("About Subarachnoid Hemorrhage (SAH)", "SAH is a bleed between brain and skull.", "about-disease"),
        ("About Dry AMD", "It takes central vision from older adults.", "about-disease"),
        ("About LYRA-2 (NCT04812345)", "It enrolled adults at 40 sites.", "about-trial"),
        ("About the ADAS-Cog", "The ADAS-Cog is a scale with eleven items that measures memory.", "about-trial"),
        ("Company Profile", "Ferrant Therapeutics develops medicines.", "about-company"),
        ("Zelvora Important Safety Information", "Zelvora may cause infections.", "safety-information"),
        ("Who should not take ZELVORA?", "Patients with an infection.", "safety-information"),
        ("Alternative Performance Measures", "Adjusted loss leaves stock compensation out.", "non-gaap"),
        ("Financial Results Call", "Ferrant will host a call at 8:30 a.m. ET today.", "conference-call"),
        ("Important Information for Investors and Shareholders", "Ferrant filed a proxy statement.", "boilerplate"),
        ("Selected References", "1. Lind J, et al. Lancet. 2020;1:2-3.", "references"),
        ("Ferrant Cautionary Notes", "Risks include that enrollment may slow. Forward-looking statements may be wrong.", "forward-looking"),
    ],
)
def test_a_heading_tells_its_section_in_any_of_its_wordings(heading: str, words: str, kind: str) -> None:
    release = read(HEADLINE, DATED, BODY, heading, words, ABOUT, CONTACT)
    assert kind_of(release, f"{heading}\n") == kind_of(release, words) == kind


def test_bold_headings_are_headings() -> None:
    release = read(
        f"**{HEADLINE}**",
        DATED,
        BODY,
        "**Conference Call Details**",
        "Ferrant will host a call at 8:30 a.m. ET.",
        ABOUT,
        "________",
        CONTACT,
    )
    assert kind_of(release, "Conference Call Details") == kind_of(release, "Ferrant will host") == "conference-call"


@pytest.mark.parametrize("indent", ["    ", "\t"])
def test_an_indent_changes_no_section(indent: str) -> None:
    lines = (
        HEADLINE,
        "Boston, United States",
        LEAD,
        BODY,
        "Webcast Details",
        "Title: Data of LYRA",
        "Date/Time: Monday, May 26, 2025",
        BODY,
        CONTACT,
    )
    plain, indented = read(*lines), read(*(indent + line for line in lines))
    assert kinds(plain) == kinds(indented)


def test_names_of_wrapped_text_stand_in_one_line() -> None:
    wrapped = (
        "Ferrant Therapeutics, which is at home in Boston, looks at Zelvora®"
        "\n(tavorexant sodium and hyaluronidase) and goes on with the work"
        "\nthat it began in the last year. It has two names, Korvel® (tavorexant"
        "\nsodium) and Zelvora, of which one is for the hospital and of"
        "\nwhich the other is for the home."
    )
    products = [fact.value for fact in read(HEADLINE, wrapped).facts_of("product") if "brand" in fact.value]
    told = [(value["brand"], value["generic"]) for value in products]
    assert told == [("Zelvora", "tavorexant sodium and hyaluronidase"), ("Korvel", "tavorexant sodium")]


def test_a_source_line_is_the_wires_whatever_letter_it_begins_with() -> None:
    release = read(
        HEADLINE, DATED, BODY, "References", "1. Lind J, et al. Lancet. 2020;1:2-3.", "SOURCE: vFerrant", "Distributed by: Newsmill, Inc."
    )
    assert kind_of(release, "SOURCE") == kind_of(release, "Distributed by") == "boilerplate"
