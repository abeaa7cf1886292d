"""The words by which programs say whether a row of a list of sales is one."""

import re
from functools import lru_cache
from typing import Final

from ecrm_desktop.values.statuses import LeftOut
from ecrm_desktop.values.text import fold, fold_compact

RETURN: Final = "return"
"""The state of a row about goods that came back, or money that was given back."""

GIVEN_BACK: Final = "given back"
"""The state of an order that came back as a whole: the number of such a row is the order's own."""

SOLD: Final = ""
"""The state of a row that says that it is a sale, or a word that nobody knows."""

State = LeftOut | str

_WORDS: Final = {
    LeftOut.CANCELLED: """
cancelled|canceled|cancel|failed|payment failed|voided|void|trash|deleted|expired|declined|abandoned
reversed|abandoned cart|cart abandoned|order cancelled|cancelled by customer|closed lost|lost
closed lost to competition
لغو شده|لغو|کنسل|کنسل شده|کنسلی|باطل|باطل شده|ابطال|ابطال شده|ابطالی|ناموفق|پرداخت ناموفق|رد شده
رد شد|سبد رها شده|سبد رهاشده|رها شده
زباله‌دان|حذف شده|منقضی|منقضی شده|انصراف|انصراف مشتری|انصراف از خرید
""",
    LeftOut.PROFORMA: """
draft|checkout draft|auto draft|quote|quotation|quotation sent|estimate|proforma|proforma invoice
sales quotation|sales quote|offer|prospecting|qualification|needs analysis|value proposition
id decision makers|perception analysis|proposal price quote|negotiation review|negotiation|proposal
identify decision makers|appointment scheduled|qualified to buy|presentation scheduled
decision maker bought in|contract sent
پیش‌نویس|پیش‌فاکتور|پیش‌فاکتور فروش|پروفرما|استعلام|استعلام قیمت|برآورد|برآورد قیمت|پیشنهاد قیمت
""",
    LeftOut.BOUGHT_IN: """
purchase|purchase invoice|purchase return|purchase order|purchase credit note|bill|vendor bill
vendor credit|vendor credit note|vendor refund|supplier invoice|in_invoice|in_refund|in_receipt
خرید|فاکتور خرید|خرید کالا|خرید از تامین‌کننده|برگشت از خرید|برگشت خرید|برگشت خرید کالا
فاکتور برگشت از خرید|مرجوعی خرید|رسید خرید|رسید انبار|پیش‌فاکتور خرید
""",
    LeftOut.MONEY: """
payment|customer payment|payment received|payout|opening balance
دریافت|پرداخت|دریافت وجه|پرداخت وجه|دریافت نقدی|پرداخت نقدی|دریافت چک|پرداخت چک|دریافت از مشتری
واریز|برداشت|افتتاحیه|مانده افتتاحیه|سند افتتاحیه|سند دریافت|سند پرداخت|انتقال وجه
""",
    RETURN: """
refund|refunds|return|returns|sales return|sale return
return invoice|credit note|credit memo|customer credit note|creditmemo|chargeback|out_refund
برگشت از فروش|برگشت فروش|فاکتور برگشت از فروش|فاکتور برگشت فروش|فاکتور برگشتی|فروش برگشتی|برگشت
برگشتی|برگشت کالا|مرجوع|مرجوعی|مرجوعی فروش|کالای مرجوعی|عودت|استرداد|استرداد وجه|بازپرداخت
بازگشت وجه|بازگشت وجه به مشتری
""",
    GIVEN_BACK: """
refunded|fully refunded|refund issued|returned
برگشت خورده|برگشت خورد|مرجوع گردید|مرجوع گردیده|مرجوع شد|مسترد شد
برگشت داده شده|مرجوع شده|عودت داده شده|مسترد|مسترد شده|بازپرداخت شده
""",
    LeftOut.RESERVED: """
reserved|reservation|reserve|booked
رزرو|رزرو شده|رزروی|رزرو موقت
""",
    LeftOut.UNPAID: """
unpaid|not paid|pending|pending payment|payment pending|awaiting payment|waiting for payment
waiting payment|on hold
پرداخت نشده|در انتظار پرداخت|منتظر پرداخت|در انتظار پرداخت مشتری|در انتظار واریز|در حال پرداخت
در انتظار تایید پرداخت|عدم پرداخت|پرداخت نشد|تسویه نشده|معلق|در انتظار بررسی
""",
}
"""From what counts most to what counts least, where several columns say something."""
_SALES: Final = """
completed|complete|done|paid|partially paid|partially refunded|processing|in progress|success
successful|succeeded|captured|authorized|settled|closed|closed won|won|posted|confirmed|approved
fulfilled|unfulfilled|partially fulfilled|partial|shipped|partially shipped|delivered|sent
in transit|ready|packed|new|open|active|payment|sale|sales|sold|order|sales order|invoice
sales invoice|invoiced|out_invoice|fully invoiced|to invoice|nothing to invoice|locked|receipt|pos
فروش|فروش نقدی|فروش نسیه|فروش اقساطی|فروخته شده|فاکتور|فاکتور فروش|سفارش|سفارش فروش|حواله فروش
پرداخت شده|پرداخت شد|پرداخت موفق|موفق|پرداخت کامل|بخشی پرداخت شده|بخشی مسترد شده|تسویه|تسویه شده
نقدی|نسیه|اقساط|اقساطی|تکمیل|تکمیل شده|کامل|کامل شده|انجام شده|در حال انجام|در حال پردازش
در حال آماده‌سازی|آماده ارسال|در انتظار ارسال|در حال ارسال|ارسال شده|ارسال شد|تحویل شده|تحویل شد
تحویل داده شده|تحویل داده شد|تایید شده|تأیید شده|ثبت شده|ثبت شد|صادر شده|قطعی|نهایی|نهایی شده
بسته شده
فعال|جدید
"""
_NO_LETTER: Final = re.compile(r"[\W_]+")
# Shopify has no word for it but the instant: its column "Cancelled at".
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d.*)?")
_CANCELLING: Final = frozenset(map(fold, ("لغو", "کنسل", "ابطال", "cancelled", "canceled")))
_PARTLY: Final = frozenset(map(fold, ("نشده", "نمی", "بخشی", "جزئی", "جزیی", "not", "partially",
                                      "partial", "partly")))  # fmt: skip


@lru_cache(maxsize=1 << 10)
def state_of(said: str) -> State:
    """Return why a row of this status or type is no sale, or RETURN, GIVEN_BACK or SOLD.

    What is paid or given back only in part, or called by a word nobody knows, is a sale; so is an
    instant at which an order was cancelled no sale.
    """
    if _INSTANT.fullmatch(said):
        return LeftOut.CANCELLED
    state = _STATES.get(_packed(said).removeprefix("wc"))
    if state is not None:
        return state
    words = set(_NO_LETTER.sub(" ", fold(said)).split())
    if words.isdisjoint(_PARTLY) and not words.isdisjoint(_CANCELLING):
        return LeftOut.CANCELLED  # «رزرو، لغو شده», «لغو شده توسط مشتری»
    return SOLD


def is_known_state(said: str) -> bool:
    """Tell whether a text is one of the words for a sale or for what is none."""
    return state_of(said) != SOLD or _packed(said).removeprefix("wc") in _SOLD


def strongest(states: list[State]) -> State:
    """Return what counts of all that the columns of a row say.

    Whether a return was paid out yet does not matter.
    """
    return min(states, key=_RANK.__getitem__)


def _packed(text: str) -> str:
    return _NO_LETTER.sub("", fold_compact(text))


def _split(words: str) -> list[str]:
    return [_packed(word) for word in re.split(r"[|\n]", words.strip())]


_STATES: Final = {word: state for state, words in _WORDS.items() for word in _split(words)}
_SOLD: Final = frozenset(_split(_SALES))
_RANK: Final = {state: rank for rank, state in enumerate((*_WORDS, SOLD))}
