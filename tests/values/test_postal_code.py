import pytest

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.postal_code import PostalCode


@pytest.mark.parametrize("typed", ["1436994431", "۱۴۳۶۹۹۴۴۳۱", "14369-94431", " 14369 94431 "])
def test_ten_digits_in_any_spelling(typed: str) -> None:
    assert PostalCode.parse(typed).text == "1436994431"


def test_leading_zeros_are_never_made_up() -> None:
    with pytest.raises(InvalidInput) as caught:
        PostalCode.parse("143699443")
    assert caught.value.problem is Problem.POSTAL_CODE_LENGTH
    assert caught.value.details == {"length": 9}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem.TEXT_EMPTY),
        ("14369944311", Problem.POSTAL_CODE_LENGTH),
        ("SW1A 1AA", Problem.NUMBER_WRONG),
    ],
)
def test_what_is_refused(typed: str, problem: Problem) -> None:
    with pytest.raises(InvalidInput) as caught:
        PostalCode.parse(typed)
    assert caught.value.problem is problem
