"""Provinces and large cities of Iran, to know a column of them, and WooCommerce's short codes."""

from typing import Final

from ecrm_desktop.values.text import fold_compact

_PROVINCES = """
تهران THR|خراسان رضوی RKH|اصفهان ESF|فارس FRS|خوزستان KHZ|آذربایجان شرقی EAZ|مازندران MZN
آذربایجان غربی WAZ|کرمان KRN|سیستان و بلوچستان SBN|البرز ABZ|گیلان GIL|کرمانشاه KRH|گلستان GLS
هرمزگان HRZ|لرستان LRS|همدان HDN|کردستان KRD|مرکزی MKZ|قم QHM|قزوین GZN|اردبیل ADL|بوشهر BHR
یزد YZD|زنجان ZJN|چهارمحال و بختیاری CHB|خراسان شمالی NKH|خراسان جنوبی SKH
کهگیلویه و بویراحمد KBD|سمنان SMN|ایلام ILM
"""
_CITIES = """
تهران مشهد اصفهان کرج شیراز تبریز قم اهواز کرمانشاه ارومیه رشت زاهدان همدان کرمان یزد اردبیل
بندرعباس اراک اسلامشهر زنجان سنندج قزوین خرم‌آباد گرگان ساری شهریار دزفول بجنورد بوشهر بیرجند
ملارد بابل شهرقدس سبزوار نیشابور آمل خمینی‌شهر نجف‌آباد ایلام ورامین قائم‌شهر بابلسر یاسوج
شهرکرد سمنان شاهرود مراغه خوی مرند میانه ساوه سیرجان رفسنجان جیرفت بم زابل چابهار ایرانشهر
آبادان خرمشهر بهبهان ماهشهر اندیمشک شوشتر بروجرد ملایر نهاوند کاشان شاهین‌شهر شهرضا لاهیجان
لنگرود انزلی بندرانزلی کیش قشم میناب مرودشت جهرم فسا کازرون لار گنبدکاووس علی‌آباد پردیس پرند
دماوند رودهن هشتگرد فردیس نظرآباد میبد اردکان سقز مریوان بانه مهاباد بوکان پیرانشهر میاندوآب
tehran mashhad isfahan esfahan karaj shiraz tabriz qom ahvaz kermanshah urmia rasht kerman yazd
"""


def _provinces() -> tuple[dict[str, str], frozenset[str]]:
    codes, names = {}, set()
    for entry in _PROVINCES.replace("\n", "|").strip("|").split("|"):
        name, _, code = entry.rpartition(" ")
        codes[code] = name
        names.add(fold_compact(name))
    return codes, frozenset(names)


PROVINCE_OF_CODE, PROVINCES = _provinces()
CITIES: Final = frozenset(map(fold_compact, _CITIES.split()))
