"""Facts that are read with the small grammars: datelines, tickers, filings, attributions; and dates and registry numbers."""

import pytest

from tests.release.invented import facts, only, read, topline


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("on March 4, 2025", {"year": 2025, "month": 3, "day": 4, "valid": True}),
        ("on 4 March 2025", {"year": 2025, "month": 3, "day": 4, "valid": True}),
        ("on 2025-03-04", {"year": 2025, "month": 3, "day": 4, "valid": True}),
        ("on Tuesday, Feb. 4th, 2025", {"year": 2025, "month": 2, "day": 4, "valid": True, "weekday": "Tuesday"}),
        ("on June 31, 2027", {"year": 2027, "month": 6, "day": 31, "valid": False}),
        ("on February 29, 2028", {"year": 2028, "month": 2, "day": 29, "valid": True}),
        ("on May 5", {"month": 5, "day": 5, "valid": True}),
        ("in March 2025", {"year": 2025, "month": 3, "valid": True}),
        ("in the second half of 2026", {"year": 2026, "half": 2, "valid": True}),
        ("in the third quarter of fiscal year 2026", {"year": 2026, "quarter": 3, "valid": True}),
        ("in 4Q25", {"year": 2025, "quarter": 4, "valid": True}),
        ("in H1 2027", {"year": 2027, "half": 1, "valid": True}),
        ("by Q2 2027", {"year": 2027, "quarter": 2, "valid": True}),
        ("in fiscal year 2027", {"year": 2027, "valid": True}),
    ],
)
def test_dates_and_periods_are_read_as_they_are_written(text: str, wanted: dict[str, object]) -> None:
    value = dict(only(f"The company met {text}.", "date").value)
    value.pop("text")
    value.pop("part", None)
    assert value == wanted


def test_a_verb_is_no_month() -> None:
    assert facts("Patients may 5 times a day march 2 miles.", "date") == []


@pytest.mark.parametrize(
    ("line", "city", "wire"),
    [
        ("CAMBRIDGE, Mass., March 4, 2025 (GLOBE NEWSWIRE) -- ", "CAMBRIDGE", "GLOBE NEWSWIRE"),
        ("SAN DIEGO and PARIS, France, 4 March 2025 /PRNewswire/ -- ", "SAN DIEGO", "PRNewswire"),
    ],
)
def test_a_dateline_tells_place_date_and_wire(line: str, city: str, wire: str) -> None:
    text = (
        f"Ferrant Reports Topline Results\n\n{line}Ferrant Therapeutics, Inc. (Nasdaq: FRNT) today reported results of its trial in"
        f" patients."
    )
    release = read(text)
    (fact,) = release.facts_of("dateline")
    assert (fact.value["city"], fact.value["wire"], fact.value["date"]) == (city, wire, [2025, 3, 4])
    assert release.profile.date == (2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("(Nasdaq: FRNT)", [["Nasdaq", "FRNT"]]),
        ("(NYSE American:FRN; TSX: FRN.A)", [["NYSE American", "FRN"], ["TSX", "FRN.A"]]),
        ("(Euronext & Nasdaq: FRNT)", [["Euronext", "FRNT"], ["Nasdaq", "FRNT"]]),
        ("(SIX: RA, RAG; OTCQX: RAAAY)", [["SIX", "RA"], ["SIX", "RAG"], ["OTCQX", "RAAAY"]]),
        ("(TSX: “FRN”, FRANKFURT: “FR0”)", [["TSX", "FRN"], ["FRANKFURT", "FR0"]]),
        ("(OTCQX: FRNT; OTCID FRNTW)", [["OTCQX", "FRNT"], ["OTCID", "FRNTW"]]),
        ("on Nasdaq under the symbol “FRNT” today", [["Nasdaq", "FRNT"]]),
    ],
)
def test_a_ticker_lists_every_pair_of_exchange_and_symbol(text: str, pairs: list[list[str]]) -> None:
    fact = only(f"Ferrant {text} reported.", "ticker")
    assert fact.value["pairs"] == pairs
    assert [fact.value["exchange"], fact.value["symbol"]] == pairs[0]


def test_an_exchange_without_a_symbol_is_no_ticker() -> None:
    assert facts("Under Nasdaq Listing Rule 5635 the Nasdaq ABCD was told.", "ticker") == []


@pytest.mark.parametrize(
    ("number", "registry", "valid"),
    [
        ("NCT04812345", "ClinicalTrials.gov", True),
        ("NCT0481234", "ClinicalTrials.gov", False),
        ("2019-003456-21", "EudraCT", True),
        ("2023-503456-21-00", "EU CT", True),
        ("ISRCTN12345678", "ISRCTN", True),
        ("jRCT2031230001", "jRCT", True),
        ("ChiCTR2300012345", "ChiCTR", True),
        ("ACTRN12620000123456", "ACTRN", True),
        ("ACTRN1262000012345", "ACTRN", False),
        ("UMIN000012345", "UMIN", True),
    ],
)
def test_a_registry_number_is_told_from_a_malformed_one(number: str, registry: str, valid: bool) -> None:
    value = only(f"The trial ({number}) began.", "trial-id").value
    assert (value["registry"], value["id"], value["valid"]) == (registry, number, valid)


def test_a_filing_tells_form_period_and_filing_date() -> None:
    text = (
        "See the Annual Report on Form 10-K/A for the fiscal year ended June 30, 2024, filed with the SEC on August 5, 2024, and our"
        " website."
    )
    fact = only(text, "filing")
    assert fact.value["form"] == "10-K/A"
    assert fact.value["family"] == "annual"
    assert fact.value["period_end"] == [2024, 6, 30]
    assert fact.value["period_kind"] == "year"
    assert fact.value["filed"] == [2024, 8, 5]
    assert text[fact.start : fact.end].endswith("August 5, 2024")


def test_each_form_of_a_sentence_has_its_own_period() -> None:
    text = "See our Form 10K for the year ended December 31, 2023 and Quarterly Report on Form 10-Q for the quarter ended March 31, 2024."
    first, second = facts(text, "filing")
    assert (first.value["form"], first.value["written"], first.value["fiscal_year"]) == ("10-K", "Form 10K", 2023)
    assert (second.value["family"], second.value["period_kind"], second.value["fiscal_year"]) == ("quarterly", "quarter", 2024)


def test_a_report_without_a_form_counts_if_it_names_its_year() -> None:
    assert only("See the Annual Report for 2024.", "filing").value["fiscal_year"] == 2024
    assert facts("See the annual report for details.", "filing") == []


@pytest.mark.parametrize(
    ("text", "marks", "owner", "status"),
    [
        ("Zelvora® is a registered trademark of Ferrant Bio, Inc.", ["Zelvora"], "Ferrant Bio, Inc", "registered"),
        (
            "ZELVORA, Korvel™, and the Ferrant logo are trademarks of Ferrant AG.",
            ["ZELVORA", "Korvel", "Ferrant logo"],
            "Ferrant AG",
            "trademark",
        ),
        ("Zelvora(R) and Korvel(TM) are trademarks or registered trademarks of Ferrant.", ["Zelvora", "Korvel"], "Ferrant", "mixed"),
        ("Zelvora® (tavorexant) is a registered trademark owned by Ferrant Bio.", ["Zelvora"], "Ferrant Bio", "registered"),
    ],
)
def test_an_attribution_tells_marks_owner_and_status(text: str, marks: list[str], owner: str, status: str) -> None:
    fact = only(text, "attribution")
    assert fact.value["parsed"]
    assert [name.removeprefix("the ") for name in fact.value["marks"]] == marks
    assert (fact.value["owner"], fact.value["status"]) == (owner, status)
    assert [text[a:b] for a, b in fact.value["spans"]] == fact.value["marks"]


def test_an_attribution_tells_group_and_licence() -> None:
    assert (
        only("Zelvora® is a registered trademark of Novira, a member of the Herlenta Group.", "attribution").value["group"]
        == "Herlenta Group"
    )
    assert only("Zelvora® is a registered trademark of Novira, used under license.", "attribution").value["license"]


def test_each_clause_of_a_notice_is_an_attribution() -> None:
    text = "Zelvora® is a registered trademark of Ferrant, Inc.; Korvel® is a registered trademark of Novira AG."
    assert [fact.value["marks"] for fact in facts(text, "attribution")] == [["Zelvora"], ["Korvel"]]


def test_a_blanket_notice_names_no_mark() -> None:
    assert only("All other trademarks are the property of their respective owners.", "attribution").value["blanket"]


def test_a_notice_that_names_no_owner_is_kept_unparsed_and_prose_about_trademarks_is_no_notice() -> None:
    assert not only("Zelvora® and Korvel is a trademark.", "attribution").value["parsed"]
    assert facts("We filed with the U.S. Patent and Trademark Office to protect a name.", "attribution") == []


@pytest.mark.parametrize(
    ("text", "mark", "symbol"),
    [
        ("They took Zelvora® daily.", "Zelvora", "®"),
        ("They took Zelvora (TM) daily.", "Zelvora", "™"),
        ("They took ZelvoraTM daily.", "Zelvora", "™"),
        ("They took ZELVORA TM (tavorexant).", "ZELVORA", "™"),
        ("The Open Door SM trial began.", "Open Door", "℠"),
        ("They took Zelvora HD® daily.", "Zelvora HD", "®"),
        ("They took pembroluximab® daily.", "pembroluximab", "®"),
    ],
)
def test_a_mark_is_the_name_that_ends_in_a_symbol(text: str, mark: str, symbol: str) -> None:
    value = only(text, "trademark").value
    assert (value["mark"], value["symbol"]) == (mark, symbol)


def test_letters_that_mean_something_else_are_no_symbol() -> None:
    assert facts("The TM domain of the ATM and the protein TM region differ.", "trademark") == []


def test_facts_are_ordered_and_lie_within_the_text() -> None:
    release = topline("“It works,” said Ana Ruiz. Korvel® (novirumab) is a registered trademark of Novira, Inc.")
    assert list(release.facts) == sorted(release.facts, key=lambda fact: (fact.start, fact.end))
    assert all(0 <= fact.start < fact.end <= len(release.text) for fact in release.facts)
