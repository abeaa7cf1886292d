from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.values.money import (
    CURRENCIES,
    LIMIT,
    MoneyUnit,
    amount_in_words,
    currency,
    parse_amount,
    unit_name,
)

IRR, USD, IQD, JPY = (currency(code) for code in ("IRR", "USD", "IQD", "JPY"))


class TestCurrency:
    def test_codes_are_found_however_they_are_typed(self) -> None:
        assert currency(" usd ") is CURRENCIES["USD"]

    def test_decimals_of_iso_4217_except_for_the_rial(self) -> None:
        exponents = {code: one.exponent for code, one in CURRENCIES.items()}
        assert exponents["IRR"] == exponents["JPY"] == 0
        assert exponents["USD"] == exponents["AED"] == exponents["TRY"] == exponents["AFN"] == 2
        assert exponents["IQD"] == exponents["KWD"] == exponents["OMR"] == 3

    def test_an_unknown_code_is_refused(self) -> None:
        with pytest.raises(InvalidInput) as caught:
            currency("XYZ")
        assert caught.value.problem is Problem.CURRENCY_UNKNOWN
        assert caught.value.details == {"code": "XYZ"}

    def test_every_currency_has_a_name_of_its_own_in_both_languages(self) -> None:
        for language in ("fa", "en"):
            set_language(language)
            names = [one.name for one in CURRENCIES.values()]
            assert len(set(names)) == len(names)
            assert all(name.isascii() == (language == "en") for name in names)

    def test_the_unit_beside_an_amount(self) -> None:
        assert unit_name(IRR, MoneyUnit.TOMAN) == "تومان"
        assert unit_name(IRR, MoneyUnit.RIAL) == "ریال"
        assert unit_name(USD, MoneyUnit.MAJOR) == "دلار آمریکا"


class TestParseAmount:
    @pytest.mark.parametrize(
        "typed",
        [
            "1250000", "1,250,000", "۱٬۲۵۰٬۰۰۰", "۱،۲۵۰،۰۰۰", "١٢٥٠٠٠٠", "1 250 000",
            "1\u00a0250\u202f000", " +1250000 ", "\u2066۱٬۲۵۰٬۰۰۰\u2069", "1'250'000",
            "1250000.00", "۱۲۵۰۰۰۰٫۰",
        ],
    )  # fmt: skip
    def test_every_usual_spelling(self, typed: str) -> None:
        assert parse_amount(typed, IRR, MoneyUnit.RIAL) == 1_250_000
        assert parse_amount(typed, IRR, MoneyUnit.TOMAN) == 12_500_000
        assert parse_amount(typed, USD, MoneyUnit.MAJOR) == 125_000_000
        assert parse_amount(typed, IQD, MoneyUnit.MAJOR) == 1_250_000_000

    def test_decimals_of_each_unit(self) -> None:
        assert parse_amount("12.3", IRR, MoneyUnit.TOMAN) == 123
        assert parse_amount("29.33", USD, MoneyUnit.MAJOR) == 2933
        assert parse_amount("۰٫۰۰۵", IQD, MoneyUnit.MAJOR) == 5

    @pytest.mark.parametrize(
        ("typed", "code", "unit", "problem"),
        [
            ("12.5", "IRR", MoneyUnit.RIAL, Problem.AMOUNT_NOT_WHOLE),
            ("12.35", "IRR", MoneyUnit.TOMAN, Problem.AMOUNT_NOT_WHOLE),
            ("12.5", "JPY", MoneyUnit.MAJOR, Problem.AMOUNT_NOT_WHOLE),
            ("12.345", "USD", MoneyUnit.MAJOR, Problem.NUMBER_DECIMALS),
            ("-5", "IRR", MoneyUnit.RIAL, Problem.NUMBER_NEGATIVE),
            ("", "IRR", MoneyUnit.RIAL, Problem.TEXT_EMPTY),
            ("1,5", "IRR", MoneyUnit.RIAL, Problem.NUMBER_WRONG),
            ("12 تومان", "IRR", MoneyUnit.RIAL, Problem.NUMBER_WRONG),
            ("\ud800", "IRR", MoneyUnit.RIAL, Problem.NUMBER_WRONG),
            ("1000000000000000000", "IRR", MoneyUnit.RIAL, Problem.NUMBER_TOO_LARGE),
            ("9" * 5000, "IRR", MoneyUnit.TOMAN, Problem.NUMBER_TOO_LARGE),
        ],
    )
    def test_what_is_refused(
        self, typed: str, code: str, unit: MoneyUnit, problem: Problem
    ) -> None:
        with pytest.raises(InvalidInput) as caught:
            parse_amount(typed, currency(code), unit)
        assert caught.value.problem is problem

    def test_the_limit_is_the_same_money_in_every_unit(self) -> None:
        assert parse_amount(str(LIMIT), IRR, MoneyUnit.RIAL) == LIMIT
        assert parse_amount(str(LIMIT // 10), IRR, MoneyUnit.TOMAN) == LIMIT
        with pytest.raises(InvalidInput) as caught:
            parse_amount(str(LIMIT // 10 + 1), IRR, MoneyUnit.TOMAN)
        assert caught.value.details == {"limit": LIMIT // 10}

    @given(st.text(st.sampled_from("0123456789۰۱۲۳٤٥.,٬٫،- +'")))
    def test_any_text_is_an_amount_or_a_known_problem(self, text: str) -> None:
        with suppress(InvalidInput):
            assert 0 <= parse_amount(text, IRR, MoneyUnit.TOMAN) <= LIMIT


class TestAmountInWords:
    @pytest.mark.parametrize(
        ("amount", "unit", "words"),
        [
            (0, MoneyUnit.TOMAN, "صفر تومان"),
            (10_000, MoneyUnit.TOMAN, "هزار تومان"),
            (12_500_000, MoneyUnit.TOMAN, "یک میلیون و دویست و پنجاه هزار تومان"),
            (10_010_000, MoneyUnit.TOMAN, "یک میلیون و هزار تومان"),
            (12_345, MoneyUnit.TOMAN, "هزار و دویست و سی و چهار تومان و پنج ریال"),
            (5, MoneyUnit.TOMAN, "پنج ریال"),
            (-250, MoneyUnit.TOMAN, "منفی بیست و پنج تومان"),
            (1_019, MoneyUnit.RIAL, "هزار و نوزده ریال"),
            (110, MoneyUnit.RIAL, "صد و ده ریال"),
            (LIMIT, MoneyUnit.RIAL, "یک کوادریلیون ریال"),
        ],
    )
    def test_iranian_money(self, amount: int, unit: MoneyUnit, words: str) -> None:
        assert amount_in_words(amount, IRR, unit, "fa") == words

    def test_other_money(self) -> None:
        major = MoneyUnit.MAJOR
        assert amount_in_words(1250, USD, major, "fa") == "دوازده و پنجاه صدم دلار آمریکا"
        assert amount_in_words(1005, IQD, major, "fa") == "یک و پنج هزارم دینار عراق"
        assert amount_in_words(700, JPY, major, "fa") == "هفتصد ین ژاپن"

    def test_english(self) -> None:
        set_language("en")
        words = amount_in_words(12_345_670, IRR, MoneyUnit.TOMAN, "en")
        assert words == (
            "one million two hundred thirty-four thousand five hundred sixty-seven toman"
        )
        assert amount_in_words(2003, USD, MoneyUnit.MAJOR, "en") == (
            "twenty and three hundredths US dollars"
        )

    @given(st.lists(st.integers(0, LIMIT), min_size=2, max_size=2, unique=True))
    def test_different_amounts_have_different_words(self, amounts: list[int]) -> None:
        words = {amount_in_words(one, IRR, MoneyUnit.TOMAN, "fa") for one in amounts}
        assert len(words) == 2

    @given(st.integers(1, LIMIT // 1000))
    def test_a_missing_zero_is_seen(self, amount: int) -> None:
        less = amount_in_words(amount, IRR, MoneyUnit.RIAL, "fa")
        assert less != amount_in_words(amount * 10, IRR, MoneyUnit.RIAL, "fa")
