"""What a list of sales says beside the goods: when, through what, by whom and how it was paid."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

from ecrm_desktop.drafts.imports import SaleDetails
from ecrm_desktop.exchange.clocks import clock_of
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel
from ecrm_desktop.values.text import fold_compact

_Choice = TypeVar("_Choice", bound=StrEnum)

_CHANNELS: Final = {
    PurchaseChannel.IN_STORE: "حضوری|فروش حضوری|فروشگاه|مغازه|صندوق|pos|point of sale|in store"
    "|store|in person|in-person|retail|shop|walk in",
    PurchaseChannel.PHONE: "تلفنی|تلفن|تماس|سفارش تلفنی|phone|telephone|call|phone order",
    PurchaseChannel.INSTAGRAM: "اینستاگرام|اینستا|دایرکت|instagram|insta",
    PurchaseChannel.WEBSITE: "سایت|وب سایت|وبسایت|اینترنتی|آنلاین|فروش اینترنتی|فروشگاه اینترنتی"
    "|دیجی کالا|دیجیکالا|باسلام|ترب|web|website|online|online store|internet|shopify|woocommerce"
    "|checkout|shopify_draft_order|mobile app|app|android|iphone",
    PurchaseChannel.TELEGRAM: "تلگرام|telegram",
    PurchaseChannel.OTHER: "سایر|دیگر|other",
}
_PAYMENTS: Final = {
    PaymentMethod.CASH: "نقد|نقدی|وجه نقد|cash|cod|cash on delivery|پرداخت در محل",
    PaymentMethod.CARD: "کارت|کارتخوان|کارت خوان|پوز|دستگاه پوز|کارت بانکی|card|credit card"
    "|debit card|pos|credit|debit|visa|mastercard|amex|credit/debit card",
    PaymentMethod.CARD_TO_CARD: "کارت به کارت|حواله|واریز به کارت|انتقال بانکی|واریز به حساب|شبا"
    "|پایا|ساتنا|card to card|bank transfer|direct bank transfer|wire transfer|bacs|transfer",
    PaymentMethod.ONLINE: "آنلاین|اینترنتی|درگاه|درگاه پرداخت|درگاه بانکی|پرداخت آنلاین"
    "|پرداخت اینترنتی|زرین پال|پرداخت امن زرین پال|زیبال|آیدی پی|نکست پی|به پرداخت ملت"
    "|سامان|online|paypal|stripe|shopify payments|gateway|zarinpal|wallet|کیف پول",
    PaymentMethod.CHEQUE: "چک|cheque|check|چک صیادی",
    PaymentMethod.CREDIT: "نسیه|اعتباری|حساب دفتری|علی الحساب|on account|on credit|credit account",
    PaymentMethod.INSTALMENTS: "اقساط|قسطی|اقساطی|instalments|installments|اسنپ پی|دیجی پی|ترب پی",
    PaymentMethod.OTHER: "سایر|دیگر|other",
}


def _words(choices: Mapping[_Choice, str]) -> dict[str, _Choice]:
    found: dict[str, _Choice] = {}
    for member, words in choices.items():
        for word in (member.value, *words.split("|")):
            found.setdefault(_packed(word), member)
    return found


def _packed(text: str) -> str:
    return fold_compact(text).replace("_", "").replace("-", "")


_CHANNEL_OF: Final = _words(_CHANNELS)
_PAYMENT_OF: Final = _words(_PAYMENTS)


class DetailReader:
    """Reads the details of sales; what has no field of its own is kept in the note."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._timezone = conventions.timezone
        self._date_at = columns.position("date")
        self._time_at = columns.position("time")
        self._default = columns.mapping.channel
        self._channel = columns.one("channel")
        self._payment = columns.one("payment")
        self._seller = columns.one("seller")
        self._notes = columns.every("note")
        self._says_more = self._default is not None or any(
            map(columns.count, ("time", "channel", "payment", "seller", "note"))
        )

    def read(self, cells: Sequence[Cell], day: date) -> SaleDetails | None:
        """Return what a row says, None for nothing."""
        if not self._says_more:
            at = self.instant(cells, day)
            return None if at is None else SaleDetails(at=at)
        channel, payment = self._default, None
        notes = self._notes(cells)
        said = self._channel(cells)
        if said:
            channel = _CHANNEL_OF.get(_packed(said), channel)
            if _packed(said) not in _CHANNEL_OF:
                notes.append(translate("ImportNote", "Sold through: {text}", text=said))
        said = self._payment(cells)
        if said:
            payment = _PAYMENT_OF.get(_packed(said))
            if payment is None:
                notes.append(translate("ImportNote", "Paid by: {text}", text=said))
        details = SaleDetails(
            self.instant(cells, day), channel, payment, self._seller(cells) or "", "\n".join(notes)
        )
        return details if any(details) else None

    def notes(self, cells: Sequence[Cell]) -> str:
        """Return what the columns of notes say."""
        return "\n".join(self._notes(cells))

    def instant(self, cells: Sequence[Cell], day: date) -> datetime | None:
        """Return when it was, if a cell has a time."""
        found = clock_of(cells[self._time_at]) if self._time_at is not None else None
        if found is None and self._date_at is not None:
            found = clock_of(cells[self._date_at])
        if found is None:
            return None
        clock, zone = found
        return datetime.combine(day, clock, zone or self._timezone)
