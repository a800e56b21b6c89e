"""The many ways in which releases say one thing: legends, statutes, reports, exchanges, calls, offerings."""

import pytest

from tests.checks.invented_release import ABOUT, DATELINE, EXPECTED, FACTOR, LEGEND, MORE, OPENING, found, release

HEADED = "Forward-Looking Statements\n\nThis press release contains forward-looking statements"


def listed(ticker: str) -> str:
    return DATELINE + OPENING.replace("(Nasdaq: FRBX)", ticker)


TICKERS = """
(NASDAQ: FRBX)|(NASDAQ:FRBX)|(NasdaqGS: FRBX)|(Nasdaq Global Market: FRBX)|(NASDAQ CM: FRBX)|(NYSE: FRB)
(NYSE American: FRB)|(OTCQB: FRBX)|(OTCQX: FRBXF)|(OTC Pink: FRBX)|(OTCID: FRBX)|(NYSE: FRB, TSX: FRB)|(TSX: FRB)
(TSXV: FRB)|(TSX-V: FRB)|(TSX Venture: FRB)|(CSE: FRB)|(Cboe CA: FRB)|(LSE: FRB)|(AIM: FRB)|(LON: FRB)
(London Stock Exchange: FRB)|(Euronext Paris: FRB)|(Euronext: FRB)|(Euronext Growth Oslo: FRB)
(Euronext Paris: FR0012345678 – FRB)|(SIX: FRBN)|(SIX Swiss Exchange: FRBN)|(SWX: FRBN)|(HKEX: 6855)|(HKEX: 06855.HK)
(SEHK: 1234)|(ASX: FRB)|(TASE: FRBX)|(KOSDAQ: 123456)|(KQ: 123456)|(Nasdaq Stockholm: FRB)|(STO: FRB)
(Nasdaq Copenhagen: FRB)|(CPH: FRB)|(Oslo Børs: FRB)|(OSE: FRB)|(OSL: FRB)|(Borsa Italiana: FRB)|(TWSE: 4142)
(Nasdaq, TASE: FRBX)|(Euronext & Nasdaq: FRB)|(TSX: “FRB”)|("Ferrant", HKEX: 1234)|(Nasdaq: FRBX) (TSX: FRB)
[NASDAQ: FRBX]|(“Ferrant Bio” or the “Company”) (Nasdaq: FRBX)|(NasdaqCM: FRBX)|(Nasdaq:$FRBX)
"""


@pytest.mark.parametrize("ticker", TICKERS.replace("\n", "|").strip("|").split("|"))
def test_a_ticker_of_any_exchange_is_one(ticker: str) -> None:
    assert not found("SEC011", release(lead=listed(ticker)))


@pytest.mark.parametrize("ticker", ["(NASDAQ-FRBX)", "(NASDAQ FRBX)", "(NASDQ: FRBX)", ""])
def test_a_ticker_that_no_reader_would_find_is_reported(ticker: str) -> None:
    assert found("SEC011", release(lead=listed(ticker)))


LOST = [" (Nasdaq: ), a drug maker,", ", , a drug maker,", " (“Ferrant” or the “Company”) , a drug maker,", "  (“Ferrant”), a drug maker,"]


@pytest.mark.parametrize("copied", LOST)
def test_a_ticker_that_a_copy_has_dropped_is_an_info(copied: str) -> None:
    lead = DATELINE + OPENING.replace(" (Nasdaq: FRBX)", copied)
    assert [(finding.severity, "lost" in finding.message) for finding in found("SEC011", release(lead=lead))] == [("info", True)]


def test_the_ticker_of_another_company_says_nothing_of_the_issuer() -> None:
    lead = DATELINE + OPENING.replace(" (Nasdaq: FRBX)", "")
    other = "In May, it agreed to merge with Korvel Acquisition Corp. (“KAC”) (Nasdaq: KACQ)."
    assert not found("SEC011", release(lead=lead, about=f"{ABOUT} {other}"))
    assert found("SEC011", release(lead=lead, about=f"{ABOUT} {other.replace('Korvel Acquisition', 'Ferrant Bio')}"))


LISTED = [
    "The grants were made in accordance with Nasdaq Listing Rule 5635(c)(4).",
    "The price was the closing price of its common stock on the Nasdaq Global Market.",
]


@pytest.mark.parametrize("news", LISTED)
def test_the_rules_of_an_exchange_and_a_price_on_it_show_a_listing(news: str) -> None:
    lead = DATELINE + OPENING.replace(" (Nasdaq: FRBX)", "")
    assert [finding.severity for finding in found("SHR001", release(f"{news} {EXPECTED}", lead=lead, legend=""))] == ["error"]


@pytest.mark.parametrize("ticker", ["(NASDAQ-FRBX)", "(NASDQ: FRBX)", "(NasdaqCM: FRBX)"])
def test_a_misprinted_ticker_still_shows_a_listing(ticker: str) -> None:
    assert found("SHR001", release(EXPECTED, lead=listed(ticker), legend=""))


@pytest.mark.parametrize(
    ("news", "contact", "asked"),
    [
        ("", "Investor & Media Contact\n\nAna Ruiz, +1 617 555 0100", True),
        ("", "Media Contact\n\nAna Ruiz, +1 617 555 0100", False),
        ("Ferrant completed its initial public offering in 2026.", "Media Contact\n\nAna Ruiz, +1 617 555 0100", True),
        ("Ferrant is now a privately held company.", "Investor & Media Contact\n\nAna Ruiz, +1 617 555 0100", False),
    ],
)
def test_signs_of_public_shareholders_are_an_info_unless_a_company_is_privately_held(news: str, contact: str, asked: bool) -> None:
    lead = DATELINE + OPENING.replace(" (Nasdaq: FRBX)", "")
    findings = found("SHR001", release(f"{news} {EXPECTED}", lead=lead, legend="", contact=contact))
    assert [finding.severity for finding in findings] == (["info"] if asked else [])


FILLING = """
Further risks may emerge, and those of which nobody is aware could do harm.
We cannot guarantee levels of activity, performance or achievements.
It cannot be assessed to what extent any of these factors may matter.
Copies of the report may be obtained on the website, where it may be updated without notice.
No person assumes responsibility for its accuracy, and investors could lose.
"""
NAMING = """
Enrollment may be slow.
Tariffs could raise our costs.
Risks include competition.
These include risks related to manufacturing.
"""


@pytest.mark.parametrize(
    ("sentence", "empty"), [(told, True) for told in FILLING.strip().split("\n")] + [(told, False) for told in NAMING.strip().split("\n")]
)
def test_a_sentence_that_any_legend_has_names_no_factor(sentence: str, empty: bool) -> None:
    assert bool(found("SHR003", release(EXPECTED, legend=f"{HEADED}. {sentence} Actual results could differ materially."))) == empty


RIGHT = """
Section 27A of the Securities Act of 1933, as amended, and Section 21E of the Securities Exchange Act of 1934, as amended
Section 21E of the Securities Exchange Act of 1934 and Section 27A of the Securities Act of 1933
the “safe harbor” provisions of the U.S. Private Securities Litigation Reform Act of 1995, as amended
Sections 27A of the Securities Act and 21E of the Exchange Act
Section 27A and Section 21E of the Securities Act of 1933 and the Securities Exchange Act of 1934, respectively
applicable Canadian securities legislation and National Instrument 51-102
the PSLRA
"""
WRONG = """
Section 21E of the Securities Act of 1933
Section 27A of the Exchange Act
the Private Securities Litigation Reform Act of 1996
the Private Securities Litigation Act of 1995
the Public Securities Litigation Reform Act of 1995
Section 21(E) of the Securities Exchange Act of 1934
Section 21A of the Securities Exchange Act of 1934
the Securities Exchange Act of 1933
the Exchange Act of 1995
"""


@pytest.mark.parametrize(
    ("cited", "wrong"), [(c, False) for c in RIGHT.strip().split("\n")] + [(c, True) for c in WRONG.strip().split("\n")]
)
def test_a_statute_is_wrong_only_where_its_name_its_year_or_its_section_is(cited: str, wrong: bool) -> None:
    assert bool(found("SHR008", release(legend=f"{HEADED} within the meaning of {cited}. {FACTOR}"))) == wrong


AHEAD = """
The Company expects to report data from LYRA in the second half of 2027.
Topline data are anticipated in the first quarter of 2028.
Ferrant is on track to initiate a Phase 3 trial in the third quarter of 2027.
Ferrant expects its cash to fund operations into 2029.
The NDA submission remains on schedule for mid-2028.
A decision by the FDA is expected by the end of 2028.
We anticipate that our cash runway will extend into 2029.
The company projects revenue of $20 million in 2028.
The proceeds allow us to go on with the trial into the second half of 2028.
"""
NOT_AHEAD = """
The last visit was expected to take place in 2026 but did not.
The protocol was designed to compare two doses.
The Company will host a conference call at 7:30 a.m. ET.
As planned, the last patient left in May 2026.
Patients will receive 10 mg once daily.
Ferrant will present the data at the ASH meeting on December 8, 2027.
Life expectancy is reduced.
"""


@pytest.mark.parametrize(
    ("told", "ahead"), [(s, True) for s in AHEAD.strip().split("\n")] + [(s, False) for s in NOT_AHEAD.strip().split("\n")]
)
def test_a_safe_harbor_is_missed_where_a_statement_looks_forward(told: str, ahead: bool) -> None:
    assert bool(found("SHR001", release(told, legend=""))) == ahead


@pytest.mark.parametrize("lead", [OPENING.replace(" (Nasdaq: FRBX)", ""), OPENING.replace("(Nasdaq: FRBX)", "(AIM: FRB)")])
def test_an_issuer_that_shows_no_listing_in_the_united_states_and_no_filing_needs_no_safe_harbor(lead: str) -> None:
    assert not found("SHR001", release(EXPECTED, lead=DATELINE + lead, legend=""))


@pytest.mark.parametrize(
    ("opening", "missed"),
    [
        ("Ferrant Bio, Inc., a privately held company, today announced that it acquired Korvel, Inc. (Nasdaq: KRVL).", False),
        ("Ferrant Bio, Inc. (Nasdaq: FRBX) today announced that it acquired Korvel, Inc., a privately held company.", True),
        ("Ferrant Bio, Inc. today announced that it acquired Korvel, a privately held company. Ferrant is listed (Nasdaq: FRBX).", True),
    ],
)
def test_a_company_that_calls_itself_private_does_not_report_because_another_has_a_ticker(opening: str, missed: bool) -> None:
    assert bool(found("SHR001", release(EXPECTED, lead=DATELINE + opening, legend=""))) == missed


@pytest.mark.parametrize(
    ("told", "feared", "reported"),
    [
        ("The FDA has placed the LYRA trial on clinical hold.", "the FDA may impose a clinical hold on the LYRA trial", True),
        ("The FDA has placed the LYRA trial on clinical hold.", "we may be unable to have the clinical hold lifted", False),
        ("The LYRA trial did not meet its primary endpoint.", "the LYRA trial may not meet its primary endpoint", True),
        ("Ferrant has discontinued the LYRA trial.", "we may discontinue the LYRA trial", True),
        ("Ferrant has discontinued the LYRA trial.", "we may discontinue the CETUS trial", False),
        ("Ferrant has discontinued the LYRA trial.", "we may discontinue a trial", False),
        ("Korvel terminated its collaboration agreement with Ferrant.", "Korvel may terminate our collaboration agreement", True),
        ("Ferrant received a letter that it is not in compliance with the minimum bid price.", "Nasdaq could delist our shares", True),
        ("Ferrant ran out of supply of FRX-12.", "we could run out of supply", True),
    ],
)
def test_a_risk_that_has_come_about_is_no_risk(told: str, feared: str, reported: bool) -> None:
    text = release(
        told, headline="Ferrant Bio Announces That LYRA Trial Missed Its Primary Endpoint" if "endpoint" in told else "Ferrant Bio Updates"
    )
    assert bool(found("SHR007", text.replace(FACTOR, f"Risks include that {feared}; results may differ materially."))) == reported


@pytest.mark.parametrize(
    ("predicted", "topic"),
    [
        ("We expect our cash to fund operations into 2029.", "funding"),
        ("We plan to cut our workforce by 30 percent.", "cost reduction"),
        ("We expect to submit an NDA to the FDA in 2028.", "regulatory"),
        ("Korvel will pay a milestone of $20 million in 2028.", "partner"),
        ("We expect the acquisition to close in the third quarter of 2027.", "closing"),
        ("We expect product revenue of $40 million to $50 million in 2027.", "guidance"),
    ],
)
def test_a_prediction_that_no_risk_covers_is_named_by_its_topic(predicted: str, topic: str) -> None:
    (finding,) = found("SHR006", release(predicted))
    assert f"({topic})" in finding.message


@pytest.mark.parametrize(
    ("sentence", "sweeping"),
    [
        ("All statements contained in this press release are forward-looking statements.", True),
        ("Any statements contained in this press release may be deemed forward-looking statements.", True),
        ("Forward-looking statements include the results of the LYRA trial reported today.", True),
        ("All statements in this release that address future events are forward-looking.", False),
        ("Statements in this press release that are not historical facts are forward-looking statements.", False),
    ],
)
def test_a_legend_sweeps_only_if_it_leaves_nothing_out(sentence: str, sweeping: bool) -> None:
    assert bool(found("SHR010", release(legend=f"Forward-Looking Statements\n\n{sentence} {FACTOR}"))) == sweeping


@pytest.mark.parametrize(
    ("told", "adopted"),
    [
        ("Our collaborator Korvel plans to start a Phase 3 trial in 2028.", True),
        ("Our licensee expects to launch the drug in Europe in 2028.", True),
        ("Our partner Korvel has stated that it plans to start a trial in 2028.", False),
        ("We plan to start a Phase 3 trial with our partner in 2028.", False),
    ],
)
def test_plans_are_a_partners_where_the_sentence_says_so(told: str, adopted: bool) -> None:
    assert bool(found("SHR012", release(told))) == adopted


@pytest.mark.parametrize(
    ("sentence", "strange"),
    [
        ("Quillon Pharma undertakes no obligation to update these statements.", True),
        ("See Quillon Pharma’s Annual Report on Form 10-K for 2026.", True),
        ("See Ferrant Bio’s Annual Report on Form 10-K for 2026.", False),
        ("Please refer to Ferrant’s filings. Investors should read Ferrant Bio’s reports on Form 10-Q.", False),
        ("FERRANT BIO undertakes no obligation.", False),
    ],
)
def test_a_borrowed_legend_names_a_stranger(sentence: str, strange: bool) -> None:
    assert bool(found("SHR013", release(legend=f"{LEGEND} {sentence}"))) == strange


@pytest.mark.parametrize(
    ("promise", "reported"),
    [("Our stock will double.", True), ("FRX-12 will be approved in 2028.", True), ("Ms. Ruiz will succeed Dr. Lind as chair.", False)],
)
def test_what_nobody_can_promise_is_a_promise(promise: str, reported: bool) -> None:
    assert bool(found("SHR014", release(promise))) == reported


@pytest.mark.parametrize(
    ("cited", "mismatched"),
    [
        ("Form 10-K and 10-Q for the year ended December 31, 2025 and the quarter ended September 30, 2026, respectively", False),
        ("Form 10-K for the year ended December 31, 2025 and Form 10-Q for the quarter ended September 30, 2026", False),
        ("Form 10-Q for the year ended December 31, 2026", True),
        ("Form 10-Q for the fourth quarter of 2026", True),
        ("Form 20-F for the six months ended June 30, 2026", True),
    ],
)
def test_each_period_is_read_with_its_own_form(cited: str, mismatched: bool) -> None:
    assert bool(found("SEC007", release(legend=f"{LEGEND} See our {cited} filed with the SEC."))) == mismatched


@pytest.mark.parametrize(
    ("form", "wrong"), [("Form 10-KSB for 2006", False), ("Form 10-KSB for 2026", True), ("Form 8 K", True), ("Form 10-K/A", False)]
)
def test_a_form_that_was_withdrawn_may_be_cited_for_its_time(form: str, wrong: bool) -> None:
    assert bool(found("SEC003", release(legend=f"{LEGEND} See our {form} filed with the SEC."))) == wrong


@pytest.mark.parametrize(
    ("call", "missing"),
    [
        ("Ferrant will hold a conference call on March 5, 2027 at 8:00 a.m. ET.", "a way to take part"),
        ("Ferrant will hold a conference call on March 5, 2027. Dial 877-555-0100.", "a clock time with its zone"),
        ("Management will host a webcast at 8:00 a.m. ET on March 4, 2027 at investors.ferrant.example.", ""),
        ("Ferrant will not host a conference call.", ""),
    ],
)
def test_a_call_needs_day_time_and_a_way_in_which_contacts_of_the_company_are_not(call: str, missing: str) -> None:
    findings = found("SEC012", release(call))
    assert [missing in finding.message for finding in findings] == ([True] if missing else [])


@pytest.mark.parametrize(
    "market",
    ["AIM", "LSE", "Euronext Paris", "Nasdaq Stockholm", "STO", "CPH", "OSE", "Oslo Børs", "Nasdaq Helsinki", "Euronext Growth Oslo"],
)
def test_news_of_an_issuer_listed_in_europe_says_whether_it_is_inside_information(market: str) -> None:
    told = "This announcement contains inside information under Article 7 of UK MAR. The person responsible for its release is Ana Ruiz."
    headline = "Ferrant Bio Announces Positive Topline Results of Phase 3 LYRA Trial"
    assert found("SEC013", release(headline=headline, lead=listed(f"({market}: FRB)")))
    assert not found("SEC013", release(told, headline=headline, lead=listed(f"({market}: FRB)")))


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Ferrant Bio Announces Proposed Public Offering of Common Stock", True),
        ("Ferrant Bio Prices $200 Million of Convertible Senior Notes", True),
        ("Ferrant Bio Announces $50 Million PIPE Financing", True),
        ("Ferrant Bio Receives $5 Million Grant", False),
    ],
)
def test_an_offering_in_any_form_wants_its_legend(headline: str, wanted: bool) -> None:
    lead = DATELINE + "Ferrant Bio, Inc. (Nasdaq: FRBX) today announced the news."
    assert bool(found("SEC014", release(headline=headline, lead=lead))) == wanted
    assert not found(
        "SEC014",
        release("This release is not an offer to sell securities, which have not been registered. " + MORE, headline=headline, lead=lead),
    )
