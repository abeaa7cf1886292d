"""The words by which web shops say that an order did not become a purchase."""

import re
from functools import lru_cache
from typing import Final

from ecrm_desktop.values.text import fold_compact

_WORDS: Final = """
cancelled|canceled|cancel|refunded|fully refunded|failed|payment failed|voided|void|draft
checkout draft|auto draft|trash|deleted|expired|declined|returned|abandoned
لغو شده|لغو|کنسل|کنسل شده|باطل|باطل شده|ابطال|ابطال شده|مرجوع|مرجوعی|مرجوع شده|برگشتی
برگشت خورده|برگشت داده شده|عودت|عودت داده شده|مسترد|مسترد شده|بازپرداخت شده|بازگشت وجه|ناموفق
پرداخت ناموفق|رد شده|پیش‌نویس|پیش‌فاکتور|زباله‌دان|حذف شده|منقضی|منقضی شده
"""
_NO_LETTER: Final = re.compile(r"[\W_]+")
# Shopify has no word for it but the instant: its column "Cancelled at".
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d.*)?")


@lru_cache(maxsize=1 << 10)
def is_not_sold(status: str) -> bool:
    """Tell whether an order of this status, or cancelled at this instant, is no purchase.

    What is paid only in part, not yet, or called by a word nobody knows is a purchase.
    """
    if _INSTANT.fullmatch(status):
        return True
    return _packed(status).removeprefix("wc") in _NOT_SOLD


def _packed(text: str) -> str:
    return _NO_LETTER.sub("", fold_compact(text))


_NOT_SOLD: Final = frozenset(map(_packed, re.split(r"[|\n]", _WORDS.strip())))
