"""Numbers as they are written, and the stretches that they stand for."""

import pytest

from prlint.checks.rounding import Stretch, Written, plain, share, written


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("0.65", 0.65, 0.01),
        (".009", 0.009, 0.001),
        ("12", 12, 1),
        ("1,204", 1204, 1),
        ("1,204.5", 1204.5, 0.1),
        ("0,03", 0.03, 0.01),
        ("0·84", 0.84, 0.01),
        ("−2.308", -2.308, 0.001),
        ("1.2x10-4", 1.2e-4, 1e-5),
        ("4 × 10⁻⁸", 4e-8, 1e-8),
        ("2e-16", 2e-16, 1e-16),
    ],
)
def test_a_number_is_read_with_the_unit_of_its_last_decimal(text: str, value: float, unit: float) -> None:
    found = written(text)
    assert found is not None
    assert (found.value, found.unit) == (pytest.approx(value), pytest.approx(unit))


@pytest.mark.parametrize("text", ["", "NE", "not reached", "1.2.3", "p53", "1e-99"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert written(text) is None


def test_a_written_number_stands_for_what_rounds_to_it() -> None:
    number = Written(0.65, 0.01)
    assert (number.rounded.low, number.rounded.high) == (pytest.approx(0.645), pytest.approx(0.655))


def test_cutting_decimals_reaches_to_the_next_written_number() -> None:
    assert share(5, 11).meets(Written(45, 1).rounded_or_cut)
    assert not share(5, 11).meets(Written(44, 1).rounded_or_cut)
    assert share(39, 40).meets(Written(97, 1).rounded_or_cut)


def test_stretches_that_touch_meet() -> None:
    assert Stretch(0, 1).meets(Stretch(1, 2))
    assert not Stretch(0, 1).meets(Stretch(1.001, 2))


def test_what_is_left_of_a_whole_and_a_multiple_keep_low_below_high() -> None:
    assert Stretch(20, 30).complement(100) == Stretch(70, 80)
    assert Stretch(20, 30).times(-2) == Stretch(-60, -40)


def test_a_computed_number_has_one_decimal_at_most() -> None:
    assert [plain(number) for number in (30.0, 30.04, 33.333)] == ["30", "30", "33.3"]
