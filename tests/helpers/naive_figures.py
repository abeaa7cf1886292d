"""Figures of customers reckoned record by record, from what `models.customer_figures` promises."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base, SoftDeleted
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.consents import strictest
from ecrm_desktop.values.figure_numbers import consent_of, number_of
from ecrm_desktop.values.jalali import PartialDate, to_jalali
from ecrm_desktop.values.statuses import ConsentChannel, is_open
from ecrm_desktop.values.text import sort_key
from ecrm_desktop.values.timezone import LocalZone
from ecrm_desktop.values.totals import paid_shares

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(slots=True)
class Figures:
    """The lines of each customer, by their id: with words and ids in place of numbers."""

    customers: dict[Any, dict[str, Any]] = field(default_factory=dict)
    purchases: dict[Any, list[tuple[int, ...]]] = field(default_factory=dict)
    sales: dict[Any, list[tuple[Any, ...]]] = field(default_factory=dict)


def stored_figures(database: Database) -> Figures:
    """Return what the tables of figures say; every customer is known by their id."""
    found = Figures()
    with database.reading() as session:
        ask = session.connection().exec_driver_sql
        ids = _pairs(ask("SELECT number, customer_id FROM customer_index"))
        words = {0: "", **_pairs(ask("SELECT number, word FROM figure_words"))}
        products = {0: None, **_pairs(ask("SELECT number, product_id FROM product_figures"))}
        for row in ask("SELECT * FROM customer_figures").mappings():
            line = dict(row)
            customer = ids[line.pop("number")]
            line |= {name: words[line[name]] for name in ("province", "city", "top_brand")}
            line["referrer"] = ids.get(line["referrer"])
            line["consents"] = {one: consent_of(line["consents"], one) for one in ConsentChannel}
            found.customers[customer] = line
            found.purchases[customer], found.sales[customer] = [], []
        for number, *rest in ask("SELECT * FROM purchase_figures"):
            found.purchases[ids[number]].append(tuple(rest))
        for number, day, sequence, product, *rest in ask("SELECT * FROM sale_figures"):
            found.sales[ids[number]].append((day, sequence, products[product], *rest))
    for lists in (found.purchases, found.sales):
        for lines in lists.values():
            lines.sort(key=repr)
    return found


def naive_figures(database: Database) -> Figures:
    """Return what the records themselves say."""
    with database.reading() as session:
        return _Reckoning(session).figures()


class _Reckoning:
    def __init__(self, session: Session) -> None:
        self._people = _living(session, Customer)
        self._brands = {one.id: sort_key(one.brand) for one in session.scalars(select(Product))}
        self._purchases = _by(_living(session, Purchase), "customer_id")
        self._returns = _by(_living(session, Return), "customer_id")
        self._returns_of = _by(_living(session, Return), "purchase_id")
        self._lines = _by(session.scalars(select(PurchaseLine)), "purchase_id")
        back = {one.id for one in _living(session, Return)}
        lines = [one for one in session.scalars(select(ReturnLine)) if one.return_id in back]
        self._back = _by(lines, "purchase_line_id")
        self._complaints = _by(_living(session, Complaint), "customer_id")
        self._interactions = _by(_living(session, Interaction), "customer_id")
        self._consents = {one.id: list(one.consents) for one in self._people}

    def figures(self) -> Figures:
        found, ids = Figures(), {one.id for one in self._people}
        for one in self._people:
            key = one.id.bytes
            found.purchases[key], found.sales[key] = self._bought(one.id)
            found.customers[key] = self._customer(one, ids, found)
        return found

    def _net(self, customer_id: Any) -> int:
        bought: int = sum(one.total for one in self._purchases[customer_id])
        came_back: int = sum(one.total for one in self._returns[customer_id])
        return bought - came_back

    def _bought(self, customer_id: Any) -> tuple[list[Any], list[Any]]:
        purchases, sales, counted = [], [], Counter[int]()
        for one in sorted(
            self._purchases[customer_id], key=lambda one: (one.purchased_at, one.id.bytes)
        ):
            day = one.purchased_on.toordinal()
            counted[day] += 1
            lines = sorted(self._lines[one.id], key=lambda line: (line.position, line.id.bytes))
            had_discount = one.discount > 0 or any(line.discount > 0 for line in lines)
            net = one.total - sum(back.total for back in self._returns_of[one.id])
            channel = number_of(one.channel)
            purchases.append((day, counted[day], one.total, net, channel, int(had_discount)))
            sold: dict[Any, list[int]] = defaultdict(lambda: [0, 0, 0])
            shares = paid_shares([line.total for line in lines], one.discount, one.tax)
            for line, share in zip(lines, shares, strict=True):
                product = line.product_id and line.product_id.bytes
                came_back = self._back[line.id]
                sold[product][0] += line.quantity - sum(each.quantity for each in came_back)
                sold[product][1] += share - sum(each.amount for each in came_back)
                sold[product][2] |= int(one.discount > 0 or line.discount > 0)
            sales += [(day, counted[day], product, *sums) for product, sums in sold.items()]
        return sorted(purchases, key=repr), sorted(sales, key=repr)

    def _customer(self, one: Customer, ids: set[Any], found: Figures) -> dict[str, Any]:
        purchases, sales = found.purchases[one.id.bytes], found.sales[one.id.bytes]
        birth = PartialDate.from_stored(one.birth_date) if one.birth_date else None
        seasons = dict.fromkeys(SEASONS, 0)
        for day, _, _, net, *_ in purchases:
            _, month, _ = to_jalali(date.fromordinal(day))
            seasons[SEASONS[(month - 1) // 3]] += net
        spent = Counter[str]()
        for _, _, product, _, money, _ in sales:
            spent[self._brand(product)] += money
        brands = {word: money for word, money in spent.items() if word}
        top = min(brands, key=lambda word: (-brands[word], word), default="")
        if brands.get(top, 0) <= 0:
            top = ""
        brought = [
            self._net(each.id)
            for each in self._people
            if each.referred_by_id == one.id and self._purchases[each.id]
        ]
        days = [day for day, *_ in purchases]
        contacts = [each.occurred_at for each in self._interactions[one.id]]
        answers = _by(self._consents[one.id], "channel")
        return {
            "kind": number_of(one.kind),
            "gender": number_of(one.gender),
            "birth_year": (birth and birth.year) or 0,
            "birthday": birth.month * 100 + birth.day if birth else 0,
            "province": sort_key(one.province),
            "city": sort_key(one.city),
            "income": number_of(one.income_band),
            "acquisition": number_of(one.acquisition_channel),
            "preferred_channel": number_of(one.preferred_channel),
            "consents": {
                channel: strictest(answers[channel]).granted if answers[channel] else None
                for channel in ConsentChannel
            },
            "created": _day(one.created_at),
            "referrer": self._key(one.referred_by_id, ids),
            "purchases": len(purchases),
            "visits": len(set(days)),
            "total": self._net(one.id),
            "gross": sum(total for _, _, total, *_ in purchases),
            "first": min(days, default=0),
            "last": max(days, default=0),
            "discounted": sum(flags & 1 for *_, flags in purchases),
            "top_brand": top,
            "top_brand_money": brands.get(top, 0),
            "brand_money": sum(brands.values()),
            "lines_money": sum(spent.values()),
            **seasons,
            "returns": len(self._returns[one.id]),
            "open_complaints": sum(is_open(each.status) for each in self._complaints[one.id]),
            "last_contact": _day(max(contacts)) if contacts else 0,
            "referred_buyers": len(brought),
            "referred_money": sum(brought),
        }

    def _key(self, customer_id: UUID | None, ids: set[Any]) -> bytes | None:
        return customer_id.bytes if customer_id and customer_id in ids else None

    def _brand(self, product: bytes | None) -> str:
        return self._brands[UUID(bytes=product)] if product else ""


def _pairs(rows: Any) -> dict[int, Any]:
    return dict(rows.all())


def _living(session: Session, table: type[SoftDeleted]) -> list[Any]:
    return list(session.scalars(select(table).where(table.deleted_at.is_(None))))


def _by(records: Iterable[Base], name: str) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for one in records:
        found[getattr(one, name)].append(one)
    return found


def _day(instant: datetime) -> int:
    return instant.astimezone(UTC).astimezone(LocalZone()).date().toordinal()
