"""The line that lets a PC into a shop."""

from uuid import uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.sync.address import HubAddress, ServerAddress
from ecrm_desktop.sync.pairing_text import Pairing, parse_pairing

PAIRING = Pairing(
    address=ServerAddress(
        host="192.168.1.10", port=5432, database="ecrm", role="ecrm_pc_1", authority=b"\x00" * 316
    ),
    shop=uuid4(),
    device=uuid4(),
    name="صندوق",
    password="a-secret",  # noqa: S106 - of a test
)


@given(
    host=st.text(max_size=60),
    authority=st.binary(max_size=900),
    name=st.text(max_size=200),
    port=st.integers(1, 65_535),
)
def test_what_goes_in_comes_out(host: str, authority: bytes, name: str, port: int) -> None:
    pairing = Pairing(
        address=ServerAddress(
            host=host, port=port, database="فروشگاه", role="r", authority=authority
        ),
        shop=uuid4(),
        device=uuid4(),
        name=name,
        password="secret",  # noqa: S106 - as above
    )
    assert parse_pairing(pairing.text()) == pairing


@given(url=st.text(max_size=200), authority=st.binary(max_size=900), name=st.text(max_size=60))
def test_a_hubs_comes_out_too(url: str, authority: bytes, name: str) -> None:
    device = uuid4()
    pairing = Pairing(
        address=HubAddress(url=url, account=device, authority=authority, certificate_name=name),
        shop=uuid4(),
        device=device,
        name="صندوق",
        password="code",  # noqa: S106 - as above
    )
    assert parse_pairing(pairing.text()) == pairing


def test_it_is_one_line_of_small_letters_and_digits() -> None:
    mark, letters = PAIRING.text().split(".")
    assert mark == "ecrm1"
    assert set(letters) <= set("abcdefghijklmnopqrstuvwxyz234567")
    assert len(letters) < 1000


@given(st.integers(6, len(PAIRING.text()) - 2), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_no_wrong_letter_goes_through(at: int, letter: str) -> None:
    text = PAIRING.text()
    assume(letter != text[at])
    with pytest.raises(InvalidInput) as caught:
        parse_pairing(text[:at] + letter + text[at + 1 :])
    assert caught.value.problem is Problem.PAIRING_DAMAGED


@given(st.text(max_size=200))
def test_any_other_text_is_told_as_such(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_pairing(text)
    assert caught.value.problem is Problem.PAIRING_WRONG


def test_the_password_is_not_shown() -> None:
    assert "a-secret" not in repr(PAIRING)
