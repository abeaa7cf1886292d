"""Provinces and cities of Iran, their telephone codes, and streets that every city has."""

from dataclasses import dataclass
from typing import Final

from ecrm_desktop.services.demo.draws import entries

# Province: area code: the operator's prefix there: people in ten thousands: cities, largest first.
_PROVINCES = """
تهران:21:912:1330:تهران,شهریار,اسلامشهر,ورامین,پردیس,دماوند
خراسان رضوی:51:915:640:مشهد,نیشابور,سبزوار,تربت حیدریه,قوچان
اصفهان:31:913:510:اصفهان,کاشان,خمینی‌شهر,نجف‌آباد,شاهین‌شهر,شهرضا
فارس:71:917:485:شیراز,مرودشت,جهرم,فسا,کازرون
خوزستان:61:916:470:اهواز,دزفول,آبادان,خرمشهر,بهبهان
آذربایجان شرقی:41:914:390:تبریز,مراغه,مرند,میانه
مازندران:11:911:330:ساری,بابل,آمل,قائم‌شهر,نوشهر
آذربایجان غربی:44:914:325:ارومیه,خوی,مهاباد,بوکان
کرمان:34:913:315:کرمان,سیرجان,رفسنجان,جیرفت
سیستان و بلوچستان:54:915:275:زاهدان,زابل,چابهار,ایرانشهر
البرز:26:912:270:کرج,نظرآباد,فردیس,هشتگرد
گیلان:13:911:255:رشت,بندر انزلی,لاهیجان,لنگرود
کرمانشاه:83:918:195:کرمانشاه,اسلام‌آباد غرب,سنقر
گلستان:17:911:185:گرگان,گنبد کاووس,بندر ترکمن
هرمزگان:76:917:175:بندرعباس,میناب,قشم,کیش
لرستان:66:916:175:خرم‌آباد,بروجرد,الیگودرز
همدان:81:918:172:همدان,ملایر,نهاوند
کردستان:87:918:160:سنندج,سقز,مریوان
مرکزی:86:918:143:اراک,ساوه,خمین
قم:25:912:130:قم
قزوین:28:912:127:قزوین,الوند,تاکستان
اردبیل:45:914:127:اردبیل,مشگین‌شهر,پارس‌آباد
بوشهر:77:917:116:بوشهر,برازجان,گناوه
یزد:35:913:114:یزد,میبد,اردکان
زنجان:24:912:106:زنجان,ابهر
چهارمحال و بختیاری:38:913:95:شهرکرد,بروجن
خراسان شمالی:58:915:86:بجنورد,شیروان
خراسان جنوبی:56:915:77:بیرجند,قائن
کهگیلویه و بویراحمد:74:917:71:یاسوج,دهدشت
سمنان:23:912:70:سمنان,شاهرود,دامغان
ایلام:84:918:58:ایلام,دهلران
"""

STREETS: Final = entries("""
ولیعصر|آزادی|امام خمینی|شهید بهشتی|شهید مطهری|سعدی|حافظ|فردوسی|شریعتی|انقلاب|طالقانی|مدرس|کشاورز
نواب صفوی|چهارباغ|معلم|دانشگاه|گلستان|لاله|بهار|سپاه|مولوی|خیام|ملاصدرا|میرداماد|پاسداران|نیایش
""")
ALLEYS: Final = entries("""
نسترن|یاس|نرگس|بنفشه|شهید رضایی|شهید احمدی|شهید کریمی|مهر|آبان|سپیده|صدف|ارغوان|سرو|بهاران|گلها
فجر|میلاد|کوثر|امید|دوستی
""")

MOBILE_PREFIXES: Final = entries("""
910|990|991|993|930|933|935|936|937|938|939|901|902|903|905|920|921|922
""")
"""What is sold all over the country, beside each province's own 91x."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city; `mobile` is the first three digits most people there have had for years."""

    province: str
    city: str
    area_code: str
    mobile: str
    weight: float


def _places() -> list[Place]:
    places = []
    for line in _PROVINCES.strip().splitlines():
        province, area_code, mobile, people, cities = line.split(":")
        names = cities.split(",")
        # Half of a province lives in its capital, half of the rest in the next town, and so on.
        weights = [int(people) / 2**rank for rank in range(1, len(names) + 1)]
        places += [
            Place(province, name, area_code, mobile, weight)
            for name, weight in zip(names, weights, strict=True)
        ]
    return places


PLACES: Final = _places()

HOME_PROVINCE: Final = "اصفهان"
"""Where the shop is; its capital has the same name."""
