from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.national_id import NationalId

# Correct by the formula worked out by hand; none with check digit 1, which two sums share.
CORRECT = ["0499370899", "0790419904", "0084575948", "0963695398", "0684159414", "0067749828"]


def refused(text: str) -> Problem:
    with pytest.raises(InvalidInput) as caught:
        NationalId.parse(text)
    return caught.value.problem


@pytest.mark.parametrize("number", CORRECT)
def test_correct_numbers(number: str) -> None:
    assert NationalId.parse(number).text == number


@pytest.mark.parametrize(
    "typed",
    ["۰۰۸۴۵۷۵۹۴۸", "٠٠٨٤٥٧٥٩٤٨", "008-457594-8", " 0084575948\u200f", "84575948", "084575948"],
)
def test_spellings_and_lost_zeros(typed: str) -> None:
    assert NationalId.parse(typed).text == "0084575948"


@pytest.mark.parametrize("digit", "0123456789")
def test_ten_equal_digits_are_nobody(digit: str) -> None:
    assert refused(digit * 10) is Problem.NATIONAL_ID_WRONG


@pytest.mark.parametrize("length", [1, 7, 12, 5000])
def test_the_number_of_digits_is_told(length: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        NationalId.parse("1" * length)
    assert caught.value.problem is Problem.NATIONAL_ID_LENGTH
    assert caught.value.details == {"length": length}


@pytest.mark.parametrize("number", ["10380284790", "14005893875", "10100000009"])
def test_ids_of_companies_have_a_check_digit_of_their_own(number: str) -> None:
    fitting = []
    for check in "0123456789":
        with suppress(InvalidInput):
            fitting.append(NationalId.parse(number[:-1] + check).text)
    assert len(fitting) == 1
    assert number != "10380284790" or fitting == [number]
    assert refused("1" * 11) is Problem.NATIONAL_ID_WRONG


def test_letters_and_nothing() -> None:
    assert refused("008457594x") is Problem.NATIONAL_ID_WRONG
    assert refused(" ") is Problem.TEXT_EMPTY


@given(st.integers(0, 999_999_999).map("{:09}".format).filter(lambda digits: len(set(digits)) > 1))
def test_exactly_one_check_digit_fits(first_nine: str) -> None:
    fitting = []
    for check in "0123456789":
        with suppress(InvalidInput):
            fitting.append(NationalId.parse(first_nine + check))
    assert len(fitting) == 1


@given(st.sampled_from(CORRECT), st.integers(0, 9), st.sampled_from("0123456789"))
def test_a_mistyped_digit_is_found(number: str, place: int, digit: str) -> None:
    mistyped = number[:place] + digit + number[place + 1 :]
    if mistyped != number:
        assert refused(mistyped) is Problem.NATIONAL_ID_WRONG
