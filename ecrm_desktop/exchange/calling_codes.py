"""The calling codes of countries, by which phones of a file become international ones."""

from collections.abc import Mapping
from typing import Final

from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import fold

_HOME: Final = "98"
_LONGEST_AT_HOME: Final = 10
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


def with_country(phone: Cell, country: Cell) -> Cell:
    """Return a phone as it is dialled from abroad, if its country is known and is not Iran.

    What says its country itself stays as it is, and so does what is no plain number.
    """
    said = fold(to_latin_digits(str(country))).lstrip("+0 ") if country is not None else ""
    code = _CODE_OF.get(said)
    if code is None or code == _HOME or phone is None or isinstance(phone, bool):
        return phone
    text = to_latin_digits(str(int(phone) if isinstance(phone, float) else phone))
    digits = "".join(letter for letter in text if letter.isdecimal())
    if not digits or text.lstrip().startswith(("+", "00")) or text.strip(" ()-./0123456789"):
        return phone
    if digits.startswith(code) and len(digits) > _LONGEST_AT_HOME:
        return f"+{digits}"
    return f"+{code}{digits.removeprefix('0')}"
