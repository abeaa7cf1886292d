"""What a card says of one customer is a range in words, and never more than can be known."""

from datetime import date

import pytest

from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.text.score_texts import outlook_sentence, rhythm_sentence
from tests.helpers.reports import PERSIAN

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "۰ تومان"), (71_384_209, "۷٬۱۰۰٬۰۰۰ تومان"), (96, "۹٫۶ تومان"), (-4_560, "۴۶۰")],
)
def test_expected_money_has_two_digits(amount: int, text: str) -> None:
    assert text in rough_money(amount, PERSIAN).replace("\u200e", "")


def test_each_outlook_has_its_sentence() -> None:
    cases = ((0.1, 0, 500), (3.0, 0, 0), (0.9, 0, 12_345), (1.2, 1_000, 9_000), (4.6, 1_000, 9_000))
    said = [outlook_sentence(*one, PERSIAN) for one in cases]
    assert said[0] == said[1]
    assert len(set(said)) == 4
    assert said[4] == "در یک سال آینده حدود ۵ خرید، به احتمال زیاد روی هم ۱۰۰ تومان تا ۹۰۰ تومان."


def test_the_rhythm_is_told_where_there_is_one() -> None:
    said = [
        rhythm_sentence(None, None, TODAY, PERSIAN),
        rhythm_sentence(None, date(2026, 11, 1), TODAY, PERSIAN),
        rhythm_sentence(52, date(2026, 2, 21), TODAY, PERSIAN),
    ]
    assert said[0] != said[1]
    assert said[2] == "هر ۵۲ روز خرید می‌کرد؛ ۲۷۳ روز است نیامده."
    assert "۲۰" in said[1]
