"""The currencies that cells name, so that other money than the shop's is never summed."""

import re
from functools import lru_cache
from typing import Final

from ecrm_desktop.values.text import fold

_CODES: Final = (
    "USD|EUR|GBP|CAD|AUD|NZD|CHF|TRY|AED|SAR|QAR|KWD|OMR|BHD|IQD|AFN|INR|PKR|CNY|JPY|KRW|RUB|SEK|NOK"
    "|DKK|PLN|BRL|MXN|ZAR|SGD|HKD|THB|AZN|AMD|GEL|KZT|TJS|TMT|UZS|USDT"
)
_SIGNS: Final = {
    "US$": "USD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "₺": "TRY",
    "₹": "INR", "¥": "JPY", "₩": "KRW", "₽": "RUB", "﷼": "IRR",
}  # fmt: skip
_WORDS: Final = {
    fold(word): code
    for code, words in {
        "USD": "دلار|دلار آمریکا|دلار امریکا|dollar|dollars|us dollar",
        "EUR": "یورو|euro|euros",
        "GBP": "پوند|پوند انگلیس|pound|pounds",
        "TRY": "لیر|لیر ترکیه|lira",
        "AED": "درهم|درهم امارات|dirham|dirhams",
        "IQD": "دینار|دینار عراق",
        "AFN": "افغانی",
        "CNY": "یوان|yuan|rmb",
        "USDT": "تتر",
        "IRR": "ریال|ریال ایران|rial|rials|irr|irhr",
        "IRT": "تومان|تومن|تومان ایران|toman|tomans|irt|irht",
    }.items()
    for word in words.split("|")
}
_DOLLARS: Final = frozenset({"CAD", "AUD", "NZD", "HKD", "SGD", "MXN"})
_SIGN: Final = re.compile(
    "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
)
_CODE: Final = re.compile(rf"(?<![A-Za-z])(?:{_CODES})(?![A-Za-z])", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?")


@lru_cache(maxsize=256)
def currency_said(text: str) -> str:
    """Return the code of the currency that a cell of a column of currencies names, "" for none.

    IRT stands for toman. What is no known word is a code as it is written.
    """
    plain = text.strip()
    known = _WORDS.get(fold(plain)) or _SIGNS.get(plain.upper())
    if known:
        return known
    code = _CODE.search(plain) or _CODE.search(plain.replace("(", " "))
    return code[0].upper() if code else plain.upper()[:10]


def sign_in(text: str, own: str) -> str:
    """Return the code of another currency than `own` that stands beside a number, "" for none."""
    code = _CODE.search(text)
    if code:
        return "" if code[0].upper() == own else code[0].upper()
    sign = _SIGN.search(text.upper())
    if sign:
        found = _SIGNS[sign[0]]
        is_own = found == own or (sign[0] == "$" and own in _DOLLARS)
        return "" if is_own else found
    for name in _NAME.findall(text):
        named = _WORDS.get(fold(name), "")
        if named and named != own and not (named == "IRT" and own == "IRR"):
            return named
    return ""


def is_other(said: str, own: str) -> bool:
    """Tell whether a currency of `currency_said` is not the shop's."""
    return bool(said) and said != own and not (said == "IRT" and own == "IRR")
