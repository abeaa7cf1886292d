"""Names of people and companies as they stand in one cell."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ecrm_desktop.values.phone import Phone, PhoneKind
from ecrm_desktop.values.statuses import CustomerKind, Gender, PhoneLabel
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
    for gender, titles in (
        (Gender.MALE, "جناب آقای|آقای|آقا|حاج آقا|حاج آقای|mr|mr."),
        (Gender.FEMALE, "سرکار خانم|خانم|حاج خانم|حاجیه خانم|mrs|mrs.|ms|ms.|miss"),
        (None, "جناب|سرکار"),
    )
    for title in titles.split("|")
}
"""Titles that say no more than the gender, if that; the name is whole without them."""
_HONORS: Final = {
    fold(title): gender
    for gender, titles in (
        (
            None,
            (
                "دکتر|دکتور|مهندس|استاد|پروفسور|کربلایی|مشهدی|dr|dr.|prof|prof.|eng|eng."
                "|professor|sir|mx|mx.|rev|rev.|hon|hon."
            ),
        ),
        (Gender.MALE, "حاج|حاجی"),
        (Gender.FEMALE, "حاجیه"),
    )
    for title in titles.split("|")
}
"""Titles that people would miss: they go to the note. A سید or سیده is part of the first name."""
_OF_MEN: Final = fold("سید")
_OF_WOMEN: Final = frozenset({fold("سیده")})
# Words that hardly are a family name by themselves.
_FAMILY_ENDS: Final = frozenset(
    fold("زاده زادگان پور نژاد نیا فر وند تبار اصل منش دوست پناه پرست").split()
)
_TWO_PART = 3
_WORD: Final = re.compile(r"[^\W_]+")
_TELL_NOBODY: Final = frozenset(
    word.rstrip(".")
    for words in (*_TITLES, *_HONORS, *_OF_WOMEN, _OF_MEN, *_COMPANIES, *_COMPANY_ENDS)
    for word in words.split()
)

_OF_OTHERS: Final = frozenset(
    fold(
        "همسر زن شوهر پدر مادر پسر دختر فرزند برادر خواهر پدربزرگ مادربزرگ نوه عمو عمه دایی خاله "
        "عروس داماد خانواده منشی راننده wife husband father mother son daughter brother sister"
    ).split()
)
"""Words before a name that make it that of somebody else."""


def is_company(name: str) -> bool:
    """Tell whether a cleaned name says that it is a company's."""
    words = fold(name).split()
    return bool(words) and (
        (len(words) > 1 and words[0] in _COMPANIES) or words[-1].rstrip(".") in _COMPANY_ENDS
    )


def is_title_only(text: str) -> bool:
    """Tell whether a text is a title before a name, of those that people would miss, or سید."""
    title = fold(text)
    return title in _HONORS or title == _OF_MEN


class ReadName(NamedTuple):
    """What one cell says about who somebody is; `title` is one that has no field of its own."""

    kind: CustomerKind = CustomerKind.PERSON
    first_name: str = ""
    last_name: str = ""
    company_name: str = ""
    gender: Gender | None = None
    title: str = ""

    @property
    def is_named(self) -> bool:
        """Whether there is any name."""
        return bool(self.first_name or self.last_name or self.company_name)


@lru_cache(maxsize=1 << 12)
def read_name(name: str, kind: CustomerKind | None = None) -> ReadName:
    """Return what a cleaned name says; `kind` is what is known of it beside the name.

    The last word is the family name, with the one before it where it only ends one (حسن زاده);
    a single word is a family name. "Family, first" is taken as written.
    """
    if kind is CustomerKind.COMPANY or (kind is None and is_company(name)):
        return ReadName(CustomerKind.COMPANY, company_name=name)
    rest, gender, title = without_titles(name)
    for comma in "،,":
        family, sign, first = rest.partition(comma)
        if sign and family.strip() and first.strip():
            said = first.strip(), family.strip()
            break
    else:
        words = rest.split(" ")
        ends = 1
        if len(words) >= _TWO_PART and fold_compact(words[-1]) in _FAMILY_ENDS:
            ends = 2
        said = " ".join(words[:-ends]), " ".join(words[-ends:])
    return ReadName(CustomerKind.PERSON, *said, gender=gender, title=title)


@lru_cache(maxsize=1 << 12)
def without_titles(name: str, *, least: int = 1) -> tuple[str, Gender | None, str]:
    """Return a cleaned name without what stands before it, what that says, and what to keep of it.

    So many words at the end stay whatever they are.
    """
    words, gender, kept = name.split(), None, list[str]()
    while len(words) > least:
        for count in (2, 1):
            title = fold(" ".join(words[:count]))
            if len(words) >= count + least and (title in _TITLES or title in _HONORS):
                break
        else:
            break
        gender = gender or _TITLES.get(title) or _HONORS.get(title)
        if title in _HONORS:
            kept += words[:count]
        words = words[count:]
    if len(words) > 1 and fold(words[0]) in _OF_WOMEN:
        gender = gender or Gender.FEMALE
    return " ".join(words), gender, " ".join(kept)


def words_of_name(*parts: str) -> list[str]:
    """Return the folded words of a name that tell people apart: no titles, no سید, no شرکت."""
    words = _WORD.findall(fold(" ".join(parts)))
    plain = [word for word in words if word not in _TELL_NOBODY]
    return plain or words


def words_of_company(name: str) -> list[str]:
    """Return the folded words of a company's name: what it is tells it from others, Ltd. not."""
    words = _WORD.findall(fold(name))
    return [word for word in words if word not in _COMPANY_ENDS] or words


def whose_they_are(*parts: str) -> frozenset[str]:
    """Return the words that make a name that of somebody else: the wife of Ali is not Ali."""
    return _OF_OTHERS.intersection(_WORD.findall(fold(" ".join(parts))))


def phone_label(phone: Phone, kind: CustomerKind) -> PhoneLabel:
    """Return where a phone of somebody rings, as far as its digits tell."""
    if phone.kind is not PhoneKind.LANDLINE:
        return PhoneLabel.MOBILE
    return PhoneLabel.WORK if kind is CustomerKind.COMPANY else PhoneLabel.HOME
