from typing import Any

import pytest

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.postal_code import PostalCode

KINDS: list[tuple[Any, str]] = [
    (Email, "ali@example.com"),
    (NationalId, "0499370899"),
    (PostalCode, "8713456789"),
]


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_what_does_not_fit_cannot_be_made(kind: Any, text: str) -> None:
    with pytest.raises(InvalidInput):
        kind.parse("not one")
    for values in (("not one",), (text,)):
        with pytest.raises(TypeError):
            kind(*values)
    with pytest.raises(AttributeError):
        kind.parse(text).text = "not one"


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_it_is_shown_and_compared_by_its_text(kind: Any, text: str) -> None:
    one = kind.parse(f" {text} ")
    assert str(one) == one.text == text
    assert one == kind.parse(text)
    assert len({one, kind.parse(text)}) == 1
    assert one != text


def test_equal_digits_of_two_kinds_are_two_things() -> None:
    code: CheckedText = PostalCode.parse("0499370899")
    assert code != NationalId.parse("0499370899")
