"""A recovery code is copied by hand: whatever is mistyped is told, and nothing else opens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.recovery_code import (
    CODE_GROUPS,
    has_code_length,
    new_recovery_code,
    parse_recovery_code,
)
from ecrm_desktop.values.recovery_phrase import to_phrase


def test_codes_differ_and_have_their_length() -> None:
    codes = {new_recovery_code() for _time in range(50)}
    assert len(codes) == 50
    assert {len(code.split()) for code in codes} == {CODE_GROUPS}
    assert all(map(has_code_length, codes))


@given(st.sampled_from(["", " ", "-", "\n", "، "]), st.booleans())
def test_it_is_read_however_it_is_written(separator: str, persian: bool) -> None:  # noqa: FBT001
    code = new_recovery_code()
    typed = separator.join(code.split())
    assert parse_recovery_code(to_persian_digits(typed) if persian else typed) == code


@given(st.integers(0, 23), st.integers(1, 9))
def test_one_wrong_digit_is_never_another_code(place: int, by: int) -> None:
    digits = new_recovery_code().replace(" ", "")
    wrong = f"{digits[:place]}{(int(digits[place]) + by) % 10}{digits[place + 1 :]}"
    with pytest.raises(InvalidInput) as error:
        parse_recovery_code(wrong)
    assert error.value.problem is Problem.PHRASE_GROUP_WRONG
    assert error.value.details == {"group": place // 6 + 1}


@pytest.mark.parametrize("typed", ["", "کد", "123456", " ".join(to_phrase(bytes(16)))])
def test_something_else_is_no_code(typed: str) -> None:
    assert not has_code_length(typed)
    with pytest.raises(InvalidInput) as error:
        parse_recovery_code(typed)
    assert error.value.problem is Problem.RECOVERY_CODE_WRONG
