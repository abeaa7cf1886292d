"""Names of people and companies as they stand in one cell."""

from typing import Final

from ecrm_desktop.values.statuses import Gender
from ecrm_desktop.values.text import fold, fold_compact

_COMPANIES: Final = frozenset(
    fold(
        "شرکت فروشگاه موسسه بانک کارخانه گروه سازمان اداره دفتر رستوران کافه هتل تعاونی کارگاه "
        "آموزشگاه مدرسه دبستان دبیرستان هنرستان دانشگاه بیمارستان درمانگاه کلینیک داروخانه آژانس "
        "نمایندگی هیئت هیات مرکز انتشارات چاپخانه صنایع بازرگانی خدمات پخش سوپرمارکت هایپرمارکت "
        "نمایشگاه تولیدی مجتمع اتحادیه انجمن بنیاد شهرداری فرمانداری company shop store"
    ).split()
)
_COMPANY_ENDS: Final = frozenset({"ltd", "llc", "inc", "gmbh", "co", "corp", "plc", "company"})
_TITLES: Final = {
    fold(title): gender
    for title, gender in (
        ("جناب آقای", Gender.MALE),
        ("آقای", Gender.MALE),
        ("آقا", Gender.MALE),
        ("mr", Gender.MALE),
        ("mr.", Gender.MALE),
        ("سرکار خانم", Gender.FEMALE),
        ("خانم", Gender.FEMALE),
        ("mrs", Gender.FEMALE),
        ("mrs.", Gender.FEMALE),
        ("ms", Gender.FEMALE),
        ("ms.", Gender.FEMALE),
    )
}
# Words that hardly are a family name by themselves.
_FAMILY_ENDS: Final = frozenset(
    fold("زاده زادگان پور نژاد نیا فر وند تبار اصل منش دوست پناه پرست").split()
)
_TWO_PART = 3


def is_company(name: str) -> bool:
    """Tell whether a cleaned name says that it is a company's."""
    words = fold(name).split()
    return bool(words) and (
        (len(words) > 1 and words[0] in _COMPANIES) or words[-1].rstrip(".") in _COMPANY_ENDS
    )


def split_name(name: str) -> tuple[str, str, Gender | None]:
    """Return first name, family name and what a title before a cleaned name says.

    The last word is the family name, with the one before it where it only ends one (حسن زاده);
    a single word is a family name. "Family, first" is taken as written.
    """
    words = name.split(" ")
    gender = None
    for count in (2, 1):
        title = fold(" ".join(words[:count]))
        if len(words) > count and title in _TITLES:
            gender = _TITLES[title]
            words = words[count:]
            break
    rest = " ".join(words)
    for comma in "،,":
        family, sign, first = rest.partition(comma)
        if sign and family.strip() and first.strip():
            return first.strip(), family.strip(), gender
    ends = 1
    if len(words) >= _TWO_PART and fold_compact(words[-1]) in _FAMILY_ENDS:
        ends = 2
    return " ".join(words[:-ends]), " ".join(words[-ends:]), gender
