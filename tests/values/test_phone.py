import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.phone import Phone, PhoneKind, grouped, national


@pytest.mark.parametrize(
    "typed",
    [
        "09123456789", "9123456789", "+989123456789", "00989123456789", "989123456789",
        "۰۹۱۲۳۴۵۶۷۸۹", "٠٩١٢٣٤٥٦٧٨٩", "0912 345 6789", "0912-345-6789", "(0912) 345.67.89",
        "+98 (0)912 345 6789", "9809123456789", "\u2066۰۹۱۲ ۳۴۵ ۶۷۸۹\u2069",
        "\u200e+98 912 3456789", "0912\u2013345\u20136789", "0912\u00a0345\u200c6789",
    ],
)  # fmt: skip
def test_all_spellings_of_a_mobile_are_one_number(typed: str) -> None:
    assert Phone.parse(typed) == Phone("+989123456789", PhoneKind.MOBILE)


@pytest.mark.parametrize("typed", ["09120000098", "09839898989", "09009898123"])
def test_the_country_s_code_counts_at_the_beginning_only(typed: str) -> None:
    assert Phone.parse(typed).national == typed


@pytest.mark.parametrize(
    "typed",
    [
        "02188776655",
        "021-88776655",
        "2188776655",
        "+982188776655",
        "982188776655",
        "0098 21 88776655",
    ],
)
def test_all_spellings_of_a_landline_are_one_number(typed: str) -> None:
    assert Phone.parse(typed) == Phone("+982188776655", PhoneKind.LANDLINE)


@pytest.mark.parametrize("area_code", ["021", "21", "۰۲۱"])
def test_the_shops_area_code_completes_a_landline(area_code: str) -> None:
    phone = Phone.parse("8877 6655", area_code=area_code)
    assert phone == Phone("+982188776655", PhoneKind.LANDLINE)
    assert Phone.parse("96961234", area_code=area_code).number == "+982196961234"


def test_the_area_code_never_touches_a_whole_number() -> None:
    assert Phone.parse("05138456789", area_code="021").number == "+985138456789"
    assert Phone.parse("9123456789", area_code="021").number == "+989123456789"


def test_short_numbers_of_offices_are_valid() -> None:
    assert Phone.parse("021 9696").number == "+98219696"


@pytest.mark.parametrize("typed", ["+44 20 7183 8750", "0044 2071838750", "+442071838750"])
def test_numbers_abroad(typed: str) -> None:
    phone = Phone.parse(typed)
    assert phone == Phone("+442071838750", PhoneKind.FOREIGN)
    assert phone.national == "+442071838750"
    assert phone.grouped == "+44 20 7183 8750"


def test_a_shop_elsewhere() -> None:
    assert Phone.parse("020 7183 8750", region="GB").kind is PhoneKind.LANDLINE
    assert Phone.parse("7183 8750", area_code="020", region="GB").number == "+442071838750"
    assert Phone.parse("07400 123456", region="GB").kind is PhoneKind.MOBILE
    assert Phone.parse("0800 1111", region="GB").kind is PhoneKind.OTHER
    assert Phone.parse("+989123456789", region="GB").kind is PhoneKind.FOREIGN


@pytest.mark.parametrize(
    ("typed", "problem", "details"),
    [
        ("", Problem.TEXT_EMPTY, {}),
        (" - \u200f", Problem.TEXT_EMPTY, {}),
        ("شماره ندارد", Problem.PHONE_NOT_DIGITS, {}),
        ("0912abc6789", Problem.PHONE_NOT_DIGITS, {}),
        ("0912+3456789", Problem.PHONE_NOT_DIGITS, {}),
        ("+", Problem.PHONE_NOT_DIGITS, {}),
        ("\ud800", Problem.PHONE_NOT_DIGITS, {}),
        ("0912345678", Problem.PHONE_TOO_SHORT, {"missing": 1}),
        ("912345678", Problem.PHONE_TOO_SHORT, {"missing": 1}),
        ("0912", Problem.PHONE_TOO_SHORT, {"missing": 7}),
        ("+98912345", Problem.PHONE_TOO_SHORT, {"missing": 4}),
        ("98912345678", Problem.PHONE_TOO_SHORT, {"missing": 1}),
        ("0218877665", Problem.PHONE_TOO_SHORT, {"missing": 1}),
        ("8877665", Problem.PHONE_TOO_SHORT, {"missing": 1}),
        ("091234567890", Problem.PHONE_TOO_LONG, {"extra": 1}),
        ("021887766556", Problem.PHONE_TOO_LONG, {"extra": 1}),
        ("0912" + "3" * 10_000, Problem.PHONE_TOO_LONG, {"extra": 9993}),
        ("2" * 10_000, Problem.PHONE_TOO_LONG, {"extra": 9992}),
        ("88776655", Problem.PHONE_NEEDS_AREA, {}),
        ("02000000000", Problem.PHONE_INVALID, {}),
        ("+441", Problem.PHONE_INVALID, {}),
        ("+999123456789", Problem.PHONE_INVALID, {}),
        ("0000", Problem.PHONE_INVALID, {}),
    ],
)
def test_what_is_refused_and_how_much_is_wrong(
    typed: str, problem: Problem, details: dict[str, int]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        Phone.parse(typed)
    assert (caught.value.problem, caught.value.details) == (problem, details)


@given(st.from_regex(r"09[0-9]{9}", fullmatch=True))
def test_every_mobile_reads_back_from_each_of_its_forms(dialled: str) -> None:
    phone = Phone.parse(dialled)
    assert phone.national == dialled
    assert {Phone.parse(text) for text in (phone.number, phone.national, phone.grouped)} == {phone}


@given(st.text(st.sampled_from("+0123456789۰۹ -()آ")))
def test_any_text_is_a_phone_or_a_known_problem(text: str) -> None:
    with suppress(InvalidInput):
        phone = Phone.parse(text, area_code="021")
        assert Phone.parse(phone.number) == phone


def test_groups() -> None:
    assert grouped("+989123456789") == "0912 345 6789"
    assert grouped("+982188776655") == "021 8877 6655"
    assert grouped("+98219696") == "021 9696"
    assert grouped("+1") == "+1"
    assert national("+982188776655") == "02188776655"


def test_an_iranian_mobile_never_waits_for_the_library() -> None:
    code = (
        "import sys; from ecrm_desktop.values.phone import Phone; "
        "Phone.parse('0912 345 6789').grouped; sys.exit('phonenumbers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
