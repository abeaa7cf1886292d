from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.values.digits import to_latin_digits, to_persian_digits


def test_all_three_families_are_read() -> None:
    assert to_latin_digits("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 0123456789") == " ".join(["0123456789"] * 3)
    assert to_persian_digits("0123456789 ٠١٢٣٤٥٦٧٨٩") == "۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹"


def test_other_characters_stay() -> None:
    assert to_latin_digits("کد A-۷ ½") == "کد A-7 ½"
    assert to_persian_digits("کد A-7 ½") == "کد A-۷ ½"


@given(st.text())
def test_there_and_back(text: str) -> None:
    assert to_latin_digits(to_persian_digits(text)) == to_latin_digits(text)
    assert to_persian_digits(to_latin_digits(text)) == to_persian_digits(text)
