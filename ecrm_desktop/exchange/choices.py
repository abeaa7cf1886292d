"""The words by which files name the fixed choices, in Persian and English."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    CustomerKind,
    Direction,
    Gender,
    IncomeBand,
)
from ecrm_desktop.values.text import fold_compact

Choice = TypeVar("Choice", bound=StrEnum)

_YES = "بله|بلی|آری|دارد|هست|فعال|موافق|مجاز|✓|✔|1|true|yes|y|on|active|subscribed|granted|x"
_NO = "خیر|نه|ندارد|نیست|غیرفعال|غیر فعال|مخالف|غیرمجاز|✗|✘|0|false|no|n|off|inactive|unsubscribed"

_CONSENT: Final = re.compile(r"(\S+)(?:\s+(\d{4}-\d\d-\d\d))?(\s.*)?")

_GENDER = {
    Gender.FEMALE: "زن|خانم|مونث|دختر|بانو|سرکار خانم|f|w|woman|ms|mrs|miss|ms.|mrs.|miss.",
    Gender.MALE: "مرد|آقا|آقای|جناب آقای|جناب|مذکر|پسر|m|man|mr|mr.",
    Gender.OTHER: "سایر|دیگر|x|unknown|non-binary|prefer not to say",
}
_KIND = {
    CustomerKind.PERSON: "شخص|حقیقی|فرد|اشخاص حقیقی|شخص حقیقی|individual|natural|b2c|customer"
    "|false",
    CustomerKind.COMPANY: "شرکت|حقوقی|سازمان|اشخاص حقوقی|شخص حقوقی|organization|business|legal|b2b"
    "|true",
}
_ACQUISITION = {
    AcquisitionChannel.WALK_IN: "حضوری|مراجعه حضوری|عبوری|گذری|مغازه|store|walk-in|in person",
    AcquisitionChannel.INSTAGRAM: "اینستاگرام|اینستا|insta|ig",
    AcquisitionChannel.WEBSITE: "سایت|وب سایت|وبسایت|اینترنت|گوگل|online|web|google|organic search",
    AcquisitionChannel.REFERRAL: "معرفی|معرف|آشنایان|دوستان|دوست|معرفی دوستان|معرفی دیگران"
    "|friend|word of mouth",
    AcquisitionChannel.ADVERTISEMENT: "تبلیغات|آگهی|تبلیغ|بیلبورد|تراکت|ads|ad|campaign",
    AcquisitionChannel.SHOP_LIST: "فهرست مغازه|دفتر مغازه|لیست|فهرست|فهرست خود فروشگاه|list"
    "|shop's own list|offline sources",
    AcquisitionChannel.TELEGRAM: "تلگرام|کانال تلگرام",
    AcquisitionChannel.OTHER: "سایر|دیگر|متفرقه|others",
}
_CHANNEL = {
    Channel.CALL: "تماس|تلفن|تلفنی|تماس تلفنی|مکالمه|phone|phone call|telephone",
    Channel.VISIT: "حضوری|مراجعه|مراجعه حضوری|جلسه|ملاقات|in person|meeting|walk-in",
    Channel.SMS: "پیامک|اس ام اس|پیام کوتاه|text|text message",
    Channel.EMAIL: "ایمیل|رایانامه|پست الکترونیک|e-mail|mail",
    Channel.TELEGRAM: "تلگرام",
    Channel.WHATSAPP: "واتساپ|واتس اپ|واتس‌آپ|whats app",
    Channel.INSTAGRAM: "اینستاگرام|اینستا|دایرکت|دایرکت اینستاگرام|insta|direct",
    Channel.WEBSITE: "سایت|وب سایت|وبسایت|چت سایت|web|chat|live chat|form",
    Channel.FAX: "فکس|نمابر|دورنگار",
    Channel.LETTER: "نامه|پست|مکاتبه|post",
}
_DIRECTION = {
    Direction.INCOMING: "ورودی|دریافتی|از مشتری|وارده|in|inbound|received|from customer"
    "|incoming call|received call|تماس ورودی|تماس دریافتی|missed|missed call"
    "|missed incoming|rejected|rejected call|declined|blocked|refused|unanswered|voicemail"
    "|answered externally|بی‌پاسخ|از دست رفته|تماس از دست رفته|پاسخ داده نشده"
    "|رد شده|مسدود|مسدود شده|1|3|4|5|6|7",
    Direction.OUTGOING: "خروجی|ارسالی|به مشتری|صادره|out|outbound|sent|to customer|outgoing call"
    "|dialed|dialled|dialed call|placed|تماس خروجی|گرفته شده|شماره‌گیری شده|2",
}
_INCOME = {
    IncomeBand.LOW: "کم|پایین|کم درآمد|درآمد کم|low income",
    IncomeBand.LOWER_MIDDLE: "متوسط رو به پایین|متوسط پایین|کمتر از متوسط|lower middle"
    "|lower-middle income",
    IncomeBand.MIDDLE: "متوسط|میانه|درآمد متوسط|average|middle income",
    IncomeBand.UPPER_MIDDLE: "متوسط رو به بالا|متوسط بالا|بیشتر از متوسط|upper middle"
    "|upper-middle income",
    IncomeBand.HIGH: "زیاد|بالا|پردرآمد|درآمد بالا|high income",
}


def _words(choices: Mapping[Choice, str]) -> dict[str, StrEnum]:
    found: dict[str, StrEnum] = {}
    for member, words in choices.items():
        for word in (member.value, *words.split("|")):
            found.setdefault(fold_compact(word).replace("_", ""), member)
    return found


CHOICES: Final[Mapping[str, Mapping[str, StrEnum]]] = {
    "gender": _words(_GENDER),
    "kind": _words(_KIND),
    "income_band": _words(_INCOME),
    "acquisition": _words(_ACQUISITION),
    "channel": _words(_CHANNEL),
    "direction": _words(_DIRECTION),
}
"""What is chosen → word, folded and without spaces → choice."""

YES_NO: Final[Mapping[str, bool]] = {
    **{fold_compact(word): True for word in _YES.split("|")},
    **{fold_compact(word): False for word in _NO.split("|")},
}


def choice_reader(words: Mapping[str, StrEnum]) -> Callable[[str], StrEnum]:
    """Return what reads a text as a choice, or raises InvalidInput CHOICE_WRONG."""

    def read(text: str) -> StrEnum:
        # What is behind a comma only says more: «ورودی، بی‌پاسخ».
        for said in (text, text.replace("،", ",").partition(",")[0]):
            found = words.get(fold_compact(said).replace("_", ""))
            if found is not None:
                return found
        raise InvalidInput(Problem.CHOICE_WRONG)

    return read


def read_yes_no(text: str) -> bool:
    """Read yes or no; InvalidInput CHOICE_WRONG for anything else."""
    found = YES_NO.get(fold_compact(text))
    if found is None:
        raise InvalidInput(Problem.CHOICE_WRONG)
    return found


class SaidConsent(NamedTuple):
    """Whether somebody agreed, since when, and how we know."""

    granted: bool
    given_on: date | None = None
    source: str = ""


def read_consent(text: str) -> SaidConsent:
    """Read yes or no, and what a list of ours has behind it; CHOICE_WRONG for anything else."""
    if match := _CONSENT.fullmatch(text.strip()):
        with suppress(ValueError, InvalidInput):
            day = date.fromisoformat(match[2]) if match[2] else None
            return SaidConsent(read_yes_no(match[1]), day, (match[3] or "").strip())
    return SaidConsent(read_yes_no(text))
