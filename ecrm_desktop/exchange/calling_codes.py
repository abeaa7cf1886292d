"""The calling codes of countries, by which phones of a file become international ones."""

import re
from collections.abc import Mapping
from typing import Final, Self

from ecrm_desktop.exchange.cells import text_of
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import fold

_HOME: Final = "98"
_LETTERS_OF_A_COUNTRY: Final = 2
_BETWEEN: Final = ":::"
_IRANIAN_MOBILE: Final = re.compile(r"09\d{9}")
_CODES: Final = """
98 ir irn iran ایران
1 us usa united_states united_states_of_america america ca can canada آمریکا امریکا کانادا
7 ru rus russia kz kaz kazakhstan روسیه قزاقستان
20 eg egypt مصر
30 gr greece یونان
31 nl netherlands هلند
32 be belgium بلژیک
33 fr fra france فرانسه
34 es spain اسپانیا
39 it italy ایتالیا
41 ch switzerland سوئیس
43 at austria اتریش
44 gb gbr uk united_kingdom england انگلستان انگلیس بریتانیا
45 dk denmark دانمارک
46 se swe sweden سوئد
47 no norway نروژ
48 pl poland لهستان
49 de deu germany آلمان
55 br brazil برزیل
60 my malaysia مالزی
61 au aus australia استرالیا
62 id indonesia اندونزی
64 nz new_zealand نیوزیلند
65 sg singapore سنگاپور
66 th thailand تایلند
81 jp japan ژاپن
82 kr south_korea korea کره کره_جنوبی
86 cn chn china چین
90 tr tur turkey turkiye ترکیه
91 in ind india هند
92 pk pak pakistan پاکستان
93 af afg afghanistan افغانستان
352 lu luxembourg
353 ie ireland ایرلند
351 pt portugal پرتغال
358 fi finland فنلاند
374 am armenia ارمنستان
380 ua ukraine اوکراین
420 cz czechia چک
36 hu hungary مجارستان
40 ro romania رومانی
961 lb lebanon لبنان
962 jo jordan اردن
963 sy syria سوریه
964 iq irq iraq عراق
965 kw kuwait کویت
966 sa saudi_arabia عربستان
968 om oman عمان
971 ae are uae united_arab_emirates امارات
972 il israel
973 bh bahrain بحرین
974 qa qatar قطر
992 tj tajikistan تاجیکستان
993 tm turkmenistan ترکمنستان
994 az azerbaijan آذربایجان
995 ge georgia گرجستان
996 kg kyrgyzstan قرقیزستان
998 uz uzbekistan ازبکستان
"""


def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in _CODES.strip().splitlines():
        code, *names = line.split()
        found |= {fold(name.replace("_", " ")): code for name in (code, *names)}
    return found


_CODE_OF: Final = _codes()


class NumberAbroad(str):
    """A phone as it was typed, of another country, which `dialled` has before it."""

    __slots__ = ("dialled",)
    dialled: str

    def __new__(cls, typed: str, dialled: str) -> Self:
        """Make a text that is the typed one."""
        made = super().__new__(cls, typed)
        made.dialled = dialled
        return made


def with_country(phone: Cell, country: Cell) -> Cell:
    """Return a phone as one of its country, if that is known and is not Iran.

    What says its country itself stays as it is; so does a number that could not be dialled there
    and begins with the 0 of those of Iran, and what is no plain number.
    """
    code = _code_of(country)
    if code is None or phone is None or isinstance(phone, bool):
        return phone
    text = text_of(phone)
    pieces = text.split(_BETWEEN)
    dialled = [_dialled(piece, code) for piece in pieces]
    return phone if dialled == pieces else NumberAbroad(text, _BETWEEN.join(dialled))


def _code_of(country: Cell) -> str | None:
    """Return the calling code of a country, None for Iran and for what is not known."""
    if country is None:
        return None
    said = fold(to_latin_digits(str(country))).lstrip("+0 ")
    code = _CODE_OF.get(said)
    if code is None and len(said) == _LETTERS_OF_A_COUNTRY:
        import phonenumbers  # noqa: PLC0415 - slow to load and rarely needed

        code = str(phonenumbers.country_code_for_region(said.upper()) or "")
    return None if code in {_HOME, ""} else code


def _dialled(piece: str, code: str) -> str:
    text = to_latin_digits(piece)
    digits = "".join(letter for letter in text if letter.isdecimal())
    if not digits or text.lstrip().startswith(("+", "00")) or text.strip(" ()-./0123456789"):
        return piece
    if _IRANIAN_MOBILE.fullmatch(digits):
        return piece
    import phonenumbers  # noqa: PLC0415 - slow to load and rarely needed

    try:
        parsed = phonenumbers.parse(digits, phonenumbers.region_code_for_country_code(int(code)))
    except phonenumbers.NumberParseException:
        return f"+{code}{digits}"
    if not phonenumbers.is_valid_number(parsed) and digits.startswith("0"):
        return piece
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
