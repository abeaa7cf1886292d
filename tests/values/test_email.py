from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.email import Email


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("maryam@example.com", "maryam@example.com"),
        (" \u200eMaryam.A+shop@Mail.Example.IR\u200f ", "Maryam.A+shop@mail.example.ir"),
        ("ali۱۲@example.com", "ali12@example.com"),
        ("a_b-c@xn--mgba3a4f16a.xn--mgba3a4f16a", "a_b-c@xn--mgba3a4f16a.xn--mgba3a4f16a"),
    ],
)
def test_addresses(typed: str, stored: str) -> None:
    assert Email.parse(typed).text == stored


@pytest.mark.parametrize(
    "typed",
    [
        "maryam", "maryam@", "@example.com", "maryam@example", "a b@example.com", "a@b@c.com",
        ".a@example.com", "a.@example.com", "a..b@example.com", "a@-example.com", "a@example.c",
        "a@exa_mple.com", "مریم@example.com", "a@example.com,b@example.com", "<a@example.com>",
        "a" * 65 + "@example.com",
    ],
)  # fmt: skip
def test_other_text_is_no_address(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Email.parse(typed)
    assert caught.value.problem is Problem.EMAIL_WRONG


def test_nothing_and_far_too_much() -> None:
    for typed, problem in (("  ", Problem.TEXT_EMPTY), ("a" * 300, Problem.TEXT_TOO_LONG)):
        with pytest.raises(InvalidInput) as caught:
            Email.parse(typed)
        assert caught.value.problem is problem


@given(st.emails())
def test_an_address_read_once_stays_as_it_is(address: str) -> None:
    with suppress(InvalidInput):
        once = Email.parse(address)
        assert Email.parse(once.text) == once
