"""What kind of release it is."""

import pytest

from prlint.config import Company, ReleaseFacts, Settings
from prlint.release.model import Release
from tests.release.invented import LEGEND, TOPLINE, read, seed_release, topline

LEAD = (
    "CAMBRIDGE, Mass., March 4, 2025 (GLOBE NEWSWIRE) -- Ferrant Therapeutics, Inc. ({ticker}), a clinical-stage company that develops"
    " medicines "
    "for patients with cancer and other diseases, today announced news about its drug candidate FTX-204, a therapy in clinical trials."
)


def release(headline: str, ticker: str = "Nasdaq: FRNT", rest: str = "") -> Release:
    about = "About Ferrant Therapeutics\n\nFerrant Therapeutics develops medicines for patients in clinical trials."
    return read(f"{headline}\n\n{LEAD.format(ticker=ticker)}\n\nThe therapy is investigational.\n\n{about}\n\n{rest}")


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Ferrant Reports Topline Results from Phase 2 LYRA Trial of FTX-204", "topline"),
        ("Ferrant’s LYRA Trial Did Not Meet Its Primary Endpoint", "topline"),
        ("FDA Approves Zelvora for Ulcerative Colitis", "approval"),
        ("Ferrant Receives FDA 510(k) Clearance for Its Monitor", "approval"),
        ("Ferrant Receives Complete Response Letter from FDA for Zelvora", "complete-response"),
        ("FDA Grants Orphan Drug Designation to FTX-204", "designation"),
        ("Ferrant Reports Fourth Quarter and Full Year 2024 Financial Results", "earnings"),
        ("Ferrant Announces Pricing of $100 Million Public Offering", "financing"),
        ("Ferrant Appoints Ana B. Ruiz as Chief Medical Officer", "personnel"),
        ("Ferrant and Herlenta Announce Collaboration to Develop FTX-204", "partnership"),
        ("Ferrant to Present New Data at the Annual Meeting in May", "conference"),
        ("Ferrant Opens a New Office", "other"),
        ("Ferrant Completes a Cohort With an FDA Approved Catheter", "other"),
        ("Ferrant to Offer the Zelvora Coil, Which Secured FDA Clearance in March 2024", "other"),
        ("Ferrant Introduces Ana B. Ruiz as CEO to Lead Its Next Phase", "personnel"),
        ("Ferrant Shows Its Paper in Life Science Alliance", "other"),
        ("Ferrant and Herlenta Present FTX-204 Data at the 12th Annual World Lupus Days", "conference"),
        ("Ferrant Receives Approval of Its IND for FTX-204", "other"),
    ],
)
def test_the_headline_tells_the_kind(headline: str, kind: str) -> None:
    assert release(headline).profile.kind == kind


def test_a_body_without_a_headline_is_told_by_its_lead() -> None:
    seed = seed_release()
    assert (seed.profile.kind, seed.profile.product, seed.profile.outcome) == ("topline", "approved", "negative")
    assert (seed.profile.issuer, seed.profile.company, seed.profile.date) == ("us-reporting", "ImmunoGen", None)


def test_a_results_release_has_its_traits() -> None:
    profile = topline("The difference was significant (p=0.002).").profile
    assert profile.traits >= {
        "medical",
        "results",
        "full-data",
        "safe-harbor",
        "reform-act",
        "us-listed",
        "sec-filer",
        "investigational-product",
    }
    assert (profile.product, profile.outcome, profile.company) == ("investigational", "positive", "Ferrant Therapeutics")


@pytest.mark.parametrize(
    ("ticker", "rest", "issuer"),
    [
        ("Nasdaq: FRNT", "", "us-reporting"),
        ("OTCQB: FRNT", "", "private"),
        ("OTCQB: FRNT", "Risks are described in our filings with the Securities and Exchange Commission.", "us-reporting"),
        ("SIX: FRN", "", "not-reporting"),
        ("Nasdaq Stockholm: FRN", "", "not-reporting"),
        ("NASDAQ OMX: FRN", "", "not-reporting"),
        ("NASDAQ-OMX: FRN.CO", "", "not-reporting"),
        ("SIX: FRN", LEGEND.format(risks=""), "foreign-private"),
        ("Nasdaq: FRNT", "See our Annual Report on Form 20-F for 2024.", "foreign-private"),
        ("TSX: FRN; Nasdaq: FRNT", "", "foreign-private"),
        ("TSX: FRN; Nasdaq: FRNT", "See our Annual Report on Form 10-K for 2024.", "us-reporting"),
        ("“Ferrant”", "", "private"),
        ("“Ferrant”", "Risks are described in our filings with the U.S. Securities and Exchange Commission.", "us-reporting"),
        ("“Ferrant”", "Ferrant is listed on the Italian Stock Exchange.", "not-reporting"),
        ("1234.HK", "", "not-reporting"),
    ],
)
def test_listings_and_filings_tell_what_the_issuer_is(ticker: str, rest: str, issuer: str) -> None:
    assert release("Ferrant Opens a New Office", ticker, rest).profile.issuer == issuer


def test_a_heading_about_us_names_no_company() -> None:
    lead = "BOSTON, March 4, 2027 -- Ferrant Therapeutics, Inc. today announced an office for all of its staff in the city of Boston."
    about = "About Us\n\nFerrant Therapeutics is a company that makes medicines."
    assert read(f"Ferrant Opens a New Office\n\n{lead}\n\n{about}").profile.company == "Ferrant Therapeutics"


def test_a_missed_endpoint_makes_the_outcome_negative() -> None:
    text = TOPLINE.format(body="").replace("Positive Topline", "Topline").replace("The trial met its", "The trial did not meet its")
    profile = read(text).profile
    assert profile.outcome == "negative"
    assert "missed-endpoint" in profile.traits


def test_a_bank_is_not_about_medicine() -> None:
    profile = read("Ferrant Bank Reports Results\n\nFerrant Bank paid a dividend to its shareholders and opened a branch.").profile
    assert "medical" not in profile.traits
    assert profile.product == "none"


def test_a_device_is_a_device() -> None:
    assert release("Ferrant Receives FDA 510(k) Clearance for Its Monitor").profile.product == "device"


def test_an_approval_is_a_good_outcome_of_an_approved_product() -> None:
    profile = release("FDA Approves Zelvora for Ulcerative Colitis").profile
    assert (profile.product, profile.outcome) == ("approved", "positive")


def test_a_complete_response_is_a_bad_outcome() -> None:
    assert release("Ferrant Receives Complete Response Letter from FDA for Zelvora").profile.outcome == "negative"


def test_the_configuration_wins_over_what_is_inferred() -> None:
    told = ReleaseFacts(date=(2024, 12, 19), kind="earnings", product="device", outcome="mixed")
    settings = Settings(release=told, company=Company(name="Novira Bio, Inc.", issuer="private"))
    profile = read(TOPLINE.format(body=""), settings).profile
    assert (profile.kind, profile.product, profile.outcome, profile.date) == ("earnings", "device", "mixed", (2024, 12, 19))
    assert (profile.issuer, profile.company) == ("private", "Novira Bio")


def test_a_trial_start_is_no_results_release() -> None:
    profile = release("Ferrant Doses First Patient in Phase 2 Trial of FTX-204").profile
    assert profile.kind == "other"
    assert "trial-start" in profile.traits


@pytest.mark.parametrize(
    ("lead", "about", "company"),
    [
        ("On March 4, 2025, Ferrant Therapeutics Inc. announced news.", "", "Ferrant Therapeutics"),
        ("Boston Ferrant Biotech Co., Ltd., a leader in tests, announced news.", "", "Boston Ferrant Biotech"),
        ("Herlenta’s Korvel (tavorexant) makes its way.", "About Ferrant Insights\n\nFerrant Insights is a firm.", "Ferrant Insights"),
        ("The company announced news.", "About Us\n\nFerrant is a firm.", ""),
    ],
)
def test_the_company_is_the_one_that_speaks(lead: str, about: str, company: str) -> None:
    assert read(f"Ferrant Shows a New Test\n\n{lead} {'It was said that more follows. ' * 5}\n\n{about}").profile.company == company


def test_results_that_name_no_people_are_no_results_of_a_trial() -> None:
    told = "BOSTON, March 4, 2025 -- Ferrant, a maker of medicines, said that its drug linker raises lymphatic transport. The drug is oral."
    more = "The biotech works on drugs, medicines, vaccines and cell therapies for cancer."
    profile = read(f"New Data Show That a Linker Raises Lymphatic Transport\n\n{told}\n\n{more}").profile
    assert profile.kind == "other"
    assert profile.traits >= {"medical"}
    in_people = read(f"New Data Show That a Linker Raises Survival of Patients\n\n{told}\n\n{more}").profile
    assert in_people.kind == "topline"


def test_a_ticker_behind_a_privately_held_buyer_is_not_its_own() -> None:
    bought = "announced that it has bought Herlenta Bio, Inc. (Nasdaq: HRLT), which makes creams."
    head = "Ferrant Buys Herlenta\n\nBOSTON, March 4, 2025 (GLOBE NEWSWIRE) -- Ferrant Care, Inc."
    assert read(f"{head}, a privately held maker of skin care, today {bought}").profile.issuer == "private"
    assert read(f"{head} (Nasdaq: FRNT), a former privately held maker of skin care, today {bought}").profile.issuer == "us-reporting"


@pytest.mark.parametrize(
    ("headline", "above", "date"),
    [
        ("Ferrant Publishes Its Report for January 1 to March 31, 2025", "", None),
        ("Ferrant to Host Its Call on Thursday, May 15, 2025", "", None),
        ("Ferrant to Host Its Call on Thursday, May 15, 2025", "May 8, 2025", (2025, 5, 8)),
        ("Ferrant Opens an Office", "Lyon, France, May 8, 2025", (2025, 5, 8)),
        ("Ferrant to Host Its Call on May 15, 2025", "Announcement no. 4 / Copenhagen, 8 May 2025", (2025, 5, 8)),
    ],
)
def test_a_date_that_a_headline_announces_is_not_the_releases(headline: str, above: str, date: tuple[int, int, int] | None) -> None:
    news = "Ferrant Therapeutics, Inc. today said what it will do next in the trials of its medicines, and where it will do so."
    assert read(f"{headline}\n\n{above}\n\n{news}\n").profile.date == date


def test_words_about_drugs_of_abuse_and_of_dialysis_tell_a_device() -> None:
    news = "Ferrant today showed its drug residue test device. The device finds drug contamination. Patients and hospitals use the device."
    assert (
        read(f"Ferrant Shows a Drug Test\n\nBOSTON, March 4, 2025 -- {news} It is a medical diagnosis of drugs.").profile.product
        == "device"
    )
    filter_ = (
        "The extracorporeal filter runs on a dialysis machine, as apheresis does, and clears the blood of patients with kidney disease."
    )
    news = f"Ferrant, a medical company, today showed a therapy. {filter_} Hospitals treat diabetes, and physicians give medicines."
    assert read(f"Ferrant Shows a Filter\n\nBOSTON, March 4, 2025 -- {news}").profile.product == "device"
