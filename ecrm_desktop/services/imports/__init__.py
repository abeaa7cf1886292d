"""Bringing in the records of another program."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.imports import ImportedLine, ImportedPurchase
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.products import create_product
from ecrm_desktop.services.purchases import free_number
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.totals import line_total, purchase_total

T = TypeVar("T")
_BLOCK = 500


@dataclass(slots=True)
class ImportResult:
    """What an import did; `unchanged` purchases were there before.

    `quantity_total` (thousandths) and `amount_total` (minor units) are of the new purchases.
    """

    purchases_new: int = 0
    lines_new: int = 0
    unchanged: int = 0
    customers_new: int = 0
    products_new: int = 0
    quantity_total: int = 0
    amount_total: int = 0


def import_purchases(
    session: Session, purchases: Sequence[ImportedPurchase], *, timezone: tzinfo, untitled: str
) -> ImportResult:
    """Store the purchases that are not there yet, with the customers and products they name.

    A customer is found by code, else by phone, and made if one of these is given; without both
    the purchase has none. `untitled` is the title of a line that names no product. A purchase
    that was deleted counts as there: nobody wants it back.
    """
    known = _known_keys(session, purchases)
    new = [one for one in purchases if one.source_key not in known]
    now = datetime.now(timezone)
    result = ImportResult(unchanged=len(purchases) - len(new))
    customers = _Customers(session, new, result)
    products = _Products(session, new, result)
    # Everything new is looked up in memory, so no question need wait for the rows before it.
    with session.no_autoflush:
        for one in new:
            lines = [
                _line(line, position, products.find(line), untitled)
                for position, line in enumerate(one.lines)
            ]
            customer_id = customers.find(one)
            purchase = Purchase(
                number=one.number or free_number(session),
                customer_id=customer_id,
                purchased_on=one.purchased_on,
                purchased_at=_instant(one.purchased_on, now),
                total=purchase_total(line.total for line in lines),
                note="" if customer_id else one.customer_name,
                source_key=one.source_key,
                lines=lines,
            )
            session.add(purchase)
            result.purchases_new += 1
            result.lines_new += len(lines)
            result.quantity_total += sum(line.quantity for line in lines)
            result.amount_total += purchase.total
    session.flush()
    return result


def _instant(day: date, now: datetime) -> datetime:
    """Return an instant for a day without a time: noon is the same day everywhere near."""
    noon = datetime.combine(day, time(12), now.tzinfo)
    return min(noon, now) if day == now.date() else noon


def _line(
    line: ImportedLine, position: int, product: tuple[UUID, str] | None, untitled: str
) -> PurchaseLine:
    return PurchaseLine(
        position=position,
        product_id=product[0] if product else None,
        title=line.product_name or (product[1] if product else untitled),
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        total=line_total(line.quantity, line.unit_price, line.discount),
    )


class _Customers:
    """The customers that some purchases name, found in few queries and made when missing."""

    def __init__(
        self, session: Session, purchases: Iterable[ImportedPurchase], result: ImportResult
    ) -> None:
        self._session = session
        self._result = result
        purchases = list(purchases)
        codes = {one.customer_code for one in purchases} - {""}
        phones = {one.customer_phone.number for one in purchases if one.customer_phone}
        self._by_code = _lookup(
            session,
            select(Customer.code, Customer.id).where(Customer.deleted_at.is_(None)),
            Customer.code,
            codes,
        )
        self._by_phone = _lookup(
            session,
            select(CustomerPhone.number, CustomerPhone.customer_id)
            .join(Customer, Customer.id == CustomerPhone.customer_id)
            .where(Customer.deleted_at.is_(None)),
            CustomerPhone.number,
            phones,
        )

    def find(self, purchase: ImportedPurchase) -> UUID | None:
        """Return the purchase's customer, a new one if need be."""
        code, phone = purchase.customer_code, purchase.customer_phone
        if code in self._by_code:
            return self._by_code[code]
        if not code and phone and phone.number in self._by_phone:
            return self._by_phone[phone.number]
        if not code and not phone:
            return None
        first, _, last = purchase.customer_name.rpartition(" ")
        made = create_customer(
            self._session,
            CustomerDraft(
                code=code,
                first_name=first,
                # Somebody known by a phone only is called by it.
                last_name=last or ("" if code or not phone else phone.national),
                phones=(PhoneDraft(phone=phone, is_primary=True),) if phone else (),
            ),
        )
        self._result.customers_new += 1
        if code:
            self._by_code[code] = made
        if phone:
            self._by_phone.setdefault(phone.number, made)
        return made


class _Products:
    """The products that some lines name, found in few queries and made when missing."""

    def __init__(
        self, session: Session, purchases: Iterable[ImportedPurchase], result: ImportResult
    ) -> None:
        self._session = session
        self._result = result
        lines = [line for one in purchases for line in one.lines]
        codes = {line.product_code for line in lines} - {""}
        names = {fold(line.product_name) for line in lines} - {""}
        living = select(Product).where(Product.deleted_at.is_(None))
        self._by_code: dict[str, tuple[UUID, str]] = {}
        self._by_name: dict[str, tuple[UUID, str]] = {}
        for block in _blocks(codes):
            found = living.where(or_(Product.code.in_(block), Product.barcode.in_(block)))
            for one in session.scalars(found):
                self._by_code |= dict.fromkeys((one.code, one.barcode), (one.id, one.name))
        for block in _blocks(names):
            for one in session.scalars(living.where(Product.name_folded.in_(block))):
                self._by_name.setdefault(one.name_folded, (one.id, one.name))

    def find(self, line: ImportedLine) -> tuple[UUID, str] | None:
        """Return id and name of the line's product, a new one if need be."""
        code, name = line.product_code, fold(line.product_name)
        if not code and not name:
            return None
        if code in self._by_code and code:
            return self._by_code[code]
        if not code and name in self._by_name:
            return self._by_name[name]
        title = line.product_name or code
        draft = ProductDraft(code=code, name=title, price=line.unit_price)
        made = (create_product(self._session, draft), title)
        self._result.products_new += 1
        if code:
            self._by_code[code] = made
        self._by_name.setdefault(fold(title), made)
        return made


def _known_keys(session: Session, purchases: Iterable[ImportedPurchase]) -> set[str]:
    known: set[str] = set()
    for block in _blocks(one.source_key for one in purchases):
        found = session.scalars(select(Purchase.source_key).where(Purchase.source_key.in_(block)))
        known.update(key for key in found if key)
    return known


def _lookup(
    session: Session, statement: Select[str, UUID], column: Any, wanted: Iterable[str]
) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    for block in _blocks(wanted):
        for key, record_id in session.execute(statement.where(column.in_(block))):
            found.setdefault(key, record_id)
    return found


def _blocks(values: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while block := list(islice(rest, _BLOCK)):
        yield block
