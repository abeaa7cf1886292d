"""What may be a password, and how a wrong one costs time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values import passwords
from ecrm_desktop.values.passwords import (
    hash_password,
    is_password,
    parse_new_password,
    same_typed,
    seconds_to_wait,
)

_AS_SHIPPED = passwords._hasher  # noqa: SLF001 - before other tests have a quicker one


@pytest.fixture(autouse=True)
def slow_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", _AS_SHIPPED)


@pytest.mark.parametrize("text", ["7294", "۷۲۹۴", "2580", "1357", "گربه‌ی من", "x7", "۱۲۳"])
def test_four_are_enough(text: str) -> None:
    if len(text) >= 4:
        assert parse_new_password(text) == same_typed(text)
        return
    with pytest.raises(InvalidInput) as caught:
        parse_new_password(text)
    assert caught.value.problem is Problem.PASSWORD_TOO_SHORT
    assert caught.value.details == {"least": 4}


@pytest.mark.parametrize(
    "text", ["1234", "۱۲۳۴", "4321", "0123456789", "0000", "۵۵۵۵۵", "1212", "۹۰۹۰۹", "abcd", "aaaa"]
)
def test_what_anybody_would_try_first_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match=Problem.PASSWORD_TOO_EASY):
        parse_new_password(text)


def test_digits_of_every_keyboard_are_the_same_password() -> None:
    kept = hash_password("۷۲۹۴")
    assert is_password("7294", kept)
    assert is_password(" ٧٢٩٤ ", kept)
    assert not is_password("7295", kept)


def test_what_is_kept_tells_nothing_and_differs_each_time() -> None:
    first, second = hash_password("7294"), hash_password("7294")
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert "7294" not in first.split("$")


@pytest.mark.parametrize("kept", ["", "x", "$argon2id$v=19$m=65536,t=3,p=4$broken", "7294"])
def test_a_damaged_hash_lets_nobody_in(kept: str) -> None:
    assert not is_password("7294", kept)


def test_what_cannot_be_text_is_no_password() -> None:
    assert not is_password("\ud800", hash_password("7294"))


def test_waiting_begins_after_typing_mistakes_and_grows_to_a_quarter_of_an_hour() -> None:
    waits = [seconds_to_wait(wrong) for wrong in range(14)]
    assert waits[:6] == [0, 0, 0, 5, 10, 20]
    assert waits == sorted(waits)
    assert waits[-1] == 900


@settings(max_examples=200)
@given(st.integers(0, 10**30))
def test_no_number_of_wrong_ones_makes_wait_for_ever(wrong: int) -> None:
    assert 0 <= seconds_to_wait(wrong) <= 900
