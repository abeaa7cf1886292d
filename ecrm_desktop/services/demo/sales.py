"""What was bought in the sample shop, for how much, and what came back."""

from array import array
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from random import Random
from typing import Final, NamedTuple, TypeVar

from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.services.demo.catalogue import ITEMS, METRE, OUT_OF_SEASON, SEASONS
from ecrm_desktop.services.demo.draws import endless, often
from ecrm_desktop.services.demo.kinds import CHANNELS, HABITS, Kind
from ecrm_desktop.services.demo.people import COMPANY, FEMALE, People
from ecrm_desktop.services.demo.talk import RETURN_REASONS
from ecrm_desktop.services.demo.timeline import Timeline
from ecrm_desktop.services.demo.visits import WALK_IN
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.values.money import Currency
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.statuses import AcquisitionChannel, PaymentMethod, PurchaseChannel
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.totals import line_total, purchase_total

_Choice = TypeVar("_Choice", bound=StrEnum)
_RIALS_PER_MAJOR = 1_000_000  # of any other currency: near enough for a sample
_LIKES: Final = {  # buyer → how likely what is made for whom
    "f": {"f": 1.0, "a": 0.9, "c": 0.6, "m": 0.22},
    "m": {"f": 0.3, "a": 1.0, "c": 0.3, "m": 1.0},
}
_SALE_MONTHS = frozenset({5, 11})
_DISCOUNTS = (10, 15, 20, 30)
_CUSTOM = {PurchaseChannel.IN_STORE: 82, PurchaseChannel.INSTAGRAM: 6, PurchaseChannel.PHONE: 7,
           PurchaseChannel.WEBSITE: 3, PurchaseChannel.TELEGRAM: 2}  # fmt: skip
# Who found the shop there buys there as well, as often as all of the above together.
_BUYS_WHERE_FOUND = {
    AcquisitionChannel.INSTAGRAM: PurchaseChannel.INSTAGRAM,
    AcquisitionChannel.WEBSITE: PurchaseChannel.WEBSITE,
    AcquisitionChannel.TELEGRAM: PurchaseChannel.TELEGRAM,
}
_PAID_IN_STORE = {PaymentMethod.CARD: 74, PaymentMethod.CASH: 12, PaymentMethod.CARD_TO_CARD: 6,
                  PaymentMethod.INSTALMENTS: 4, PaymentMethod.CREDIT: 3,
                  PaymentMethod.CHEQUE: 1}  # fmt: skip
_PAID_AFAR = {PaymentMethod.CARD_TO_CARD: 55, PaymentMethod.ONLINE: 45}
_KEPT_BACK_DAYS = 7
_SPEND_SHAPE = 2.2
_MOST_SPENT = 8.0
_CHOOSY = 1.5
_RICH = 3.0
_MOST_AT_ONCE = 240_000_000  # rials of today: as much as one suit and a coat
_FEW_DRAWS = 64
# Asked millions of times: members of an enum would be slower than what they stand for.
_IN_STORE: Final = PurchaseChannel.IN_STORE.value
_BARGAIN: Final = int(Kind.BARGAIN)
_STRANGER: Final = int(Kind.ONCE)
_SPENDS: Final = [HABITS[one].spends for one in Kind]


class Sale(NamedTuple):
    """A purchase that was just made, for what may follow from it."""

    id: bytes
    customer: bytes | None
    day: int
    item: int
    total: int


class Sales:
    """Makes products, and purchases day by day."""

    def __init__(
        self,
        rng: Random,
        timeline: Timeline,
        people: People,
        sellers: list[bytes],
        currency: Currency,
        store: Store,
    ) -> None:
        self._rng = rng
        self._timeline = timeline
        self._people = people
        self._currency = currency
        self._spend = array("f")
        self._products = store.table(
            Product, "id code barcode name name_folded brand category unit price active"
        )
        self._purchases = store.table(
            Purchase,
            "id number customer_id purchased_on purchased_at channel seller_id discount shipping"
            " total payment_method",
        )
        self._lines = store.table(
            PurchaseLine,
            "id purchase_id position product_id title quantity unit_price discount total",
        )
        self._returns = store.table(
            Return,
            "id purchase_id customer_id returned_on returned_at user_id reason total",
        )
        self._return_lines = store.table(
            ReturnLine, "id return_id purchase_line_id quantity amount"
        )
        self.count = 0
        self._product_ids = self._make_products()
        # The owner comes first and stands at the counter least.
        self._seller = endless(rng, sellers, range(1, len(sellers) + 1))
        self._line_count = endless(rng, (1, 2, 3, 4, 6), (70, 20, 7, 2, 1))
        self._channel = [self._channels_of(found) for found in CHANNELS]
        self._paid_in_store = _values(rng, _PAID_IN_STORE)
        self._paid_afar = _values(rng, _PAID_AFAR)
        self._few = endless(rng, (1, 2, 3), (6, 3, 1))
        self._on_sale, self._reduced = often(rng, 0.35), often(rng, 0.04)
        self._is_bargain = often(rng, 0.94)
        self._courtesy = often(rng, 0.1)
        self._returned = often(rng, 0.025)
        self._matching = often(rng, 0.3)
        self._item = cache(self._items_of)
        self._brand_item = cache(self._brand_items_of)
        self._most = cache(self._most_at_once)
        self._price = cache(self._price_of)

    def sell(self, buyer: int, day: int) -> Sale:
        """Make a purchase of a customer, counted from 1, or of a `WALK_IN`."""
        timeline, people = self._timeline, self._people
        minute = timeline.minute(day)
        now, made = timeline.instant(day, minute), timeline.new_id(day, minute)
        customer, kind, habit, found, brand = None, FEMALE, _STRANGER, 0, None
        if buyer != WALK_IN:
            customer, kind = people.id(buyer - 1), people.buyers[buyer - 1]
            habit, found = people.kinds[buyer - 1], people.channels[buyer - 1]
            brand = people.brand(buyer - 1)
        spend = self._spend_of(buyer) * _SPENDS[habit]
        is_rich = spend > _RICH
        has_courtesy = is_rich and next(self._courtesy)
        month = timeline.months[day]
        likes = "f" if kind == FEMALE else "m"
        items = self._item((month - 1) % 12 + 1, likes)
        own_items = self._brand_item(brand, likes) if brand else items
        most, sum_of_lines = self._most(month), 0
        wanted = next(self._line_count) + is_rich
        chosen: set[int] = set()
        item = 0
        for position in range(wanted):
            matching = _MATCHING.get(item) if position else None
            if matching is not None and next(self._matching):
                item = matching
            else:
                item = next(own_items if position == 0 or next(self._is_bargain) else items)
                if spend > _CHOOSY:
                    # Who has more looks at two and takes the dearer.
                    item = max(item, next(own_items), key=_DEARNESS.__getitem__)
            price = self._price(month, item)
            if item in chosen or (position and sum_of_lines + price > most):
                continue
            chosen.add(item)
            sold = item
            quantity = self._quantity(item, kind, (most - sum_of_lines) // price)
            discount = self._discount(month, quantity * price // ONE, habit)
            total = line_total(quantity, price, discount)
            sum_of_lines += total
            line = timeline.new_id(day, minute)
            self._lines.append((
                line, made, len(chosen) - 1, self._product_ids[item], ITEMS[item].name, quantity,
                price, discount, total, now,
            ))  # fmt: skip
            if position == 0 and next(self._returned):
                refund = self._whole(total * 95 // 100) if has_courtesy else total
                self._bring_back(made, customer, line, quantity, refund, day)
        channel = next(self._channel[found])
        in_store = channel == _IN_STORE
        discount = self._whole(sum_of_lines * 5 // 100) if has_courtesy else 0
        shipping = 0 if in_store else self._minor(600_000 * timeline.price_level(day))
        total = purchase_total([sum_of_lines], discount, shipping)
        self.count += 1
        self._purchases.append((
            made, str(self.count), customer, timeline.iso[day], now, channel,
            next(self._seller), discount, shipping, total,
            next(self._paid_in_store if in_store else self._paid_afar), now,
        ))  # fmt: skip
        return Sale(made, customer, day, sold, total)

    def product(self, item: int) -> bytes:
        """Return the id of an item's product."""
        return self._product_ids[item]

    def _spend_of(self, buyer: int) -> float:
        # Pareto: a few customers bring most of the money.
        while len(self._spend) <= buyer:
            self._spend.append(min(self._rng.paretovariate(_SPEND_SHAPE), _MOST_SPENT))
        return self._spend[buyer] if buyer != WALK_IN else 1.0

    def _quantity(self, item: int, kind: int, most: int) -> int:
        if ITEMS[item].unit == METRE:
            return (6 + int(self._rng.random() * 16)) * 250
        if kind == COMPANY:
            return max(min(2 + int(self._rng.random() * 9), most), 1) * ONE
        return (next(self._few) if ITEMS[item].price < _TRIFLE else 1) * ONE

    def _discount(self, month: int, amount: int, habit: int) -> int:
        on_sale = (month - 1) % 12 + 1 in _SALE_MONTHS
        chance = self._on_sale if on_sale else self._reduced
        if not next(self._is_bargain if habit == _BARGAIN else chance):
            return 0
        percent = _DISCOUNTS[int(self._rng.random() * len(_DISCOUNTS))]
        return self._whole(amount * percent // 100)

    def _bring_back(
        self, purchase: bytes, customer: bytes | None, line: bytes, quantity: int, refund: int,
        day: int,
    ) -> None:  # fmt: skip
        timeline = self._timeline
        day += 1 + int(self._rng.random() * _KEPT_BACK_DAYS)
        if day > timeline.today:
            return
        minute = timeline.minute(day)
        now, made = timeline.instant(day, minute), timeline.new_id(day, minute)
        reason = RETURN_REASONS[int(self._rng.random() * len(RETURN_REASONS))]
        self._returns.append(
            (
                made,
                purchase,
                customer,
                timeline.iso[day],
                now,
                next(self._seller),
                reason,
                refund,
                now,
            )
        )
        self._return_lines.append((timeline.new_id(day, minute), made, line, quantity, refund, now))

    def _items_of(self, month: int, likes: str) -> Iterator[int]:
        weights = [
            item.weight * _LIKES[likes][item.buyer] * SEASONS[item.season].get(month, OUT_OF_SEASON)
            for item in ITEMS
        ]
        return endless(self._rng, range(len(ITEMS)), weights)

    def _brand_items_of(self, brand: str, likes: str) -> Iterator[int]:
        own = [at for at, item in enumerate(ITEMS) if item.brand == brand]
        weights = [ITEMS[at].weight * _LIKES[likes][ITEMS[at].buyer] for at in own]
        return endless(self._rng, own, weights, _FEW_DRAWS)

    def _channels_of(self, found: AcquisitionChannel) -> Iterator[str]:
        weights = dict(_CUSTOM)
        if favourite := _BUYS_WHERE_FOUND.get(found):
            weights[favourite] += sum(_CUSTOM.values())
        return _values(self._rng, weights)

    def _price_of(self, month: int, item: int) -> int:
        # Each product is dearer every third month, not all of them in the same, and stays round.
        this_month = self._timeline.months[self._timeline.today]
        ago = (this_month + item) // _DEARER_EVERY - (month + item) // _DEARER_EVERY
        price = self._minor(ITEMS[item].price * self._level(ago * _DEARER_EVERY))
        return max(self._whole(price), 1)

    def _most_at_once(self, month: int) -> int:
        return self._minor(_MOST_AT_ONCE * self._level(self._timeline.months[-1] - month))

    def _level(self, months_ago: int) -> float:
        return self._timeline.price_level(self._timeline.today - months_ago * 30)

    def _minor(self, rials: float) -> int:
        if self._currency.code == "IRR":
            return self._whole(int(rials))
        return int(rials * 10**self._currency.exponent / _RIALS_PER_MAJOR)

    def _whole(self, amount: int) -> int:
        """Round down to thousands of toman: nobody has smaller notes."""
        return amount // _NOTE * _NOTE if self._currency.code == "IRR" else amount

    def _make_products(self) -> list[bytes]:
        timeline = self._timeline
        now = timeline.instant(0, 0)
        ids = []
        for at, item in enumerate(ITEMS):
            made = timeline.new_id(0, 0)
            ids.append(made)
            self._products.append((
                made, str(1001 + at), _barcode(at), item.name, fold(item.name), item.brand,
                item.category, item.unit, max(self._minor(item.price), 1),
                0 if at % _DISCONTINUED == 0 else 1, now,
            ))  # fmt: skip
        return ids


_NOTE = 10_000
_DEARER_EVERY = 3  # months
_TRIFLE = 8_000_000
_DISCONTINUED = 40
_DEARNESS = [item.price for item in ITEMS]
_GOES_WITH: Final = {  # category → which is often bought with it
    "کت و شلوار": "پیراهن مردانه", "پیراهن مردانه": "شلوار مردانه", "مانتو": "روسری و شال",
    "شلوار زنانه": "شومیز و بلوز", "لباس مجلسی": "کفش زنانه", "کاپشن و پالتو": "بافت",
    "کفش مردانه": "لباس زیر و جوراب",
}  # fmt: skip


def _matching() -> dict[int, int]:
    """Return for an item the one that is often bought with it, always the same."""
    first = {item.category: at for at, item in reversed([*enumerate(ITEMS)])}
    return {
        at: first[_GOES_WITH[item.category]] + at % 2
        for at, item in enumerate(ITEMS)
        if item.category in _GOES_WITH
    }


_MATCHING: Final = _matching()


def _values(rng: Random, weights: Mapping[_Choice, int]) -> Iterator[str]:
    return endless(rng, [one.value for one in weights], [*weights.values()])


def _barcode(at: int) -> str:
    """Return an EAN-13 of Iran (626) with its check digit."""
    digits = f"626{2_000_000 + at * 7919:09}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)
