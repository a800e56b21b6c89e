"""Forward-looking sentences, and the risks of a safe harbor."""

import pytest

from prlint.release.risks import risk_units
from tests.release.invented import LEGEND, read, seed_release, topline


def forward(sentence: str) -> list[dict[str, object]]:
    release = topline(sentence)
    at = release.text.index(sentence)
    return [dict(fact.value) for fact in release.facts_of("forward-looking") if at <= fact.start < at + len(sentence)]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Ferrant will submit an application in May.", "strong"),
        ("Data are expected in the second half of 2026.", "strong"),
        ("Enrollment is on track to finish next year.", "strong"),
        ("Ferrant plans to discuss the data with the FDA.", "verb"),
        ("We look forward to advancing the trial.", "verb"),
        ("We believe that FTX-204 could change care.", "verb"),
        ("This has no impact on our financial guidance for fiscal 2026.", "guidance"),
        ("The trial could report results by the end of 2026.", "modal"),
    ],
)
def test_a_sentence_about_the_future_tells_why_it_is_one(sentence: str, why: str) -> None:
    (value,) = forward(sentence)
    assert value["why"] == why
    assert not value["logistics"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The last visit was expected to take place in 2026 but did not.",
        "The paper appeared on May 6, 2027.",
        "As anticipated, the last patient left in May 2026.",
        "Patients had a life expectancy of six months.",
        "The LYRA study aims to evaluate two doses.",
        "Anybody can develop shingles.",
        "The draft guidance of the FDA was updated.",
        "Target joints were examined every month.",
        "Revenue exceeded our guidance, which we updated.",
    ],
)
def test_what_is_past_or_general_is_not_forward_looking(sentence: str) -> None:
    assert forward(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Company will host a conference call at 7:30 a.m. ET.",
        "Slides will be available on our website.",
        "Data will be presented at ASCO.",
    ],
)
def test_the_time_of_an_event_is_logistics(sentence: str) -> None:
    (value,) = forward(sentence)
    assert value["logistics"]


def test_topics_are_named() -> None:
    (value,) = forward("We expect to submit our BLA and to launch in 2027.")
    assert value["topics"] == ["regulatory-submission", "launch-sales"]


def test_the_seed_has_exactly_the_three_that_the_catalogue_names() -> None:
    seed = seed_release()
    texts = [seed.quote((fact.start, fact.end)) for fact in seed.facts_of("forward-looking")]
    assert [text.split(" ")[0] for text in texts] == ["“Roche", "Roche", "This"]


def units(risks: str) -> list[tuple[str, bool, bool]]:
    release = read(
        "Ferrant Reports Results of FTX-204\n\nFerrant Therapeutics today reported results of FTX-204.\n\n" + LEGEND.format(risks=risks)
    )
    return [(release.quote((unit.start, unit.end)), unit.generic, unit.specific) for unit in risk_units(release)]


def test_risks_are_cut_one_by_one() -> None:
    told = units("Risks include the risk that FTX-204 fails in later trials, slow enrollment, and the loss of our sole supplier.")
    assert [text for text, _, _ in told] == ["FTX-204 fails in later trials", "slow enrollment", "the loss of our sole supplier"]
    assert [specific for _, _, specific in told] == [True, False, False]


@pytest.mark.parametrize(
    "legend",
    [
        "These statements are subject to risks and uncertainties.",
        "Actual results may differ materially from those expressed or implied by such statements.",
        "We undertake no obligation to update these statements, whether as a result of new information or otherwise.",
        "Risks and uncertainties are described in our Annual Report on Form 10-K filed with the Securities and Exchange Commission.",
        "Forward-looking statements include statements regarding the timing of trials, the launch of products and our cash.",
    ],
)
def test_a_legend_that_names_no_risk_has_no_unit(legend: str) -> None:
    assert units(legend) == []


def test_what_any_company_could_say_is_generic() -> None:
    told = units("Factors include general economic conditions, competition and changes in law.")
    assert told
    assert all(generic for _, generic, _ in told)


def test_the_items_of_a_list_below_a_colon_are_risks() -> None:
    told = units(
        "Risks and uncertainties include, among others:\n\n* the success of later trials of FTX-204;\n\n* our need for funds; and\n\n*"
        " slow enrollment."
    )
    assert [text for text, _, _ in told] == ["the success of later trials of FTX-204", "our need for funds", "slow enrollment"]


def test_a_release_without_a_legend_has_no_risks() -> None:
    assert risk_units(read("Ferrant Reports Results\n\nThe risk of death fell.")) == ()
