"""Rows about what came back: a return each, against the sale that they mean."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Final

from ecrm_desktop.drafts.imports import ImportedReturn, ImportedSale
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.models.purchases import Return, ReturnLine
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.services.customer_index import postponed_index
from ecrm_desktop.services.imports.buyer_matching import BuyerKey, BuyerMatcher
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.product_batch import ProductBatch
from ecrm_desktop.services.imports.return_parts import (
    ReturnPart,
    SoldLine,
    StoredSale,
    money_parts,
    return_parts,
)
from ecrm_desktop.services.records import lines_of
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import derived_id_bytes, moment_of
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.totals import paid_shares

_TABLE: Final = Return.__tablename__
_AT_ONCE: Final = 1_000
_MOST_HELD: Final = 200_000
_KEYS = "(SELECT value FROM json_each(?1))"
_IDS = "(SELECT unhex(value) FROM json_each(?1))"
_SALE = """
SELECT p.id, p.number, p.customer_id, p.purchased_on, p.purchased_at, p.discount, p.shipping, p.tax,
    CASE WHEN instr(p.note, char(10)) THEN substr(p.note, 1, instr(p.note, char(10)) - 1)
        ELSE p.note END AS said_name,
    coalesce(nullif(c.company_name, ''), trim(c.first_name || ' ' || c.last_name), '') AS name
FROM purchases p LEFT JOIN customers c ON c.id = p.customer_id
WHERE p.deleted_at IS NULL AND
"""
_BY_NUMBER = f"{_SALE} p.number IN {_KEYS}"
_BY_CUSTOMER = f"{_SALE} p.customer_id IN {_IDS}"
_BY_NAME = f"{_SALE} p.customer_id IS NULL AND said_name IN {_KEYS}"
_LINES = f"""
SELECT purchase_id, id, product_id, title, quantity, total FROM purchase_lines
WHERE purchase_id IN {_IDS} ORDER BY purchase_id, position
"""
_BACK = f"""
SELECT l.purchase_line_id, sum(l.quantity), sum(l.amount)
FROM return_lines l JOIN returns r ON r.id = l.return_id
WHERE r.purchase_id IN {_IDS} AND r.deleted_at IS NULL GROUP BY l.purchase_line_id
"""
_FIRST_DAY: Final = date(1970, 1, 1)
_DAY: Final = 86_400_000  # milliseconds


class ReturnRows:
    """Makes returns; one that is there, even in the bin, stays as it is.

    A row means the sale with its number if customer and product agree, else, unless it is an order
    itself, the latest one of its customer with its product on that day or before.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._buyers = BuyerMatcher(context, makes=lambda _: False)
        self._products = ProductBatch(context)
        self._store = context.store()
        self._returns = self._store.table(
            Return, "id purchase_id customer_id returned_on returned_at reason total"
        )
        self._lines = self._store.table(ReturnLine, "id return_id purchase_line_id quantity amount")
        self._held: list[ImportedReturn] = []

    def hold(self, row: ImportedReturn) -> None:
        """Keep a row until all sales of the file are there."""
        self._held.append(row)

    def hold_refund(self, sale: ImportedSale) -> None:
        """Keep what a row of a sale says of money given back."""
        self._held.append(
            ImportedReturn(
                row=sale.row,
                source_key="",
                number=sale.number,
                returned_on=sale.purchased_on,
                customer_code=sale.customer_code,
                customer_name=sale.customer_name,
                customer_phone=sale.customer_phone,
                customer_email=sale.customer_email,
                amount=sale.refunded,
                is_so_far=True,
            )
        )

    def take_if_many(self) -> None:
        """Bring in what waits before it fills the memory, while the index is held back anyway."""
        if len(self._held) >= _MOST_HELD:
            for some in self._blocks():
                self._take(some)
                self._store.write()

    def take_held(self, rest: Callable[[], None]) -> None:
        """Bring in all that was held; `rest` lets others have their turn between blocks."""
        for at, some in enumerate(self._blocks()):
            if at:
                rest()
                self.forget()
            context = self._context
            with postponed_index(context.connection, context.index):
                self._take(some)
                self._store.write()

    def _blocks(self) -> Iterator[list[ImportedReturn]]:
        held, self._held = self._held, []
        held.sort(key=lambda row: (row.returned_on or date.max, row.row))
        return batched(held, _AT_ONCE)

    def forget(self) -> None:
        """Forget whom and what was found before others wrote."""
        self._buyers.forget()
        self._products.forget()

    def _take(self, rows: Sequence[ImportedReturn]) -> None:
        customers = self._buyers.find((_named(row), row.row) for row in rows)
        self._products.load(
            (row.product_code for row in rows), (fold(row.product_name) for row in rows)
        )
        sales = self._sales(rows, customers)
        by_number: dict[str, list[StoredSale]] = {}
        by_buyer: dict[bytes | str, list[StoredSale]] = {}
        for sale in sorted(sales, key=lambda one: one.day, reverse=True):
            by_number.setdefault(sale.number, []).append(sale)
            by_buyer.setdefault(_buyer(sale), []).append(sale)
        keys = {row.source_key: _moment(row) for row in rows if row.source_key}
        ids = self._context.free_ids(_TABLE, keys)
        for row in rows:
            if row.source_key and row.source_key not in ids:
                self._context.counts.unchanged += 1
                continue
            if refused := self._buyers.refused.get(_named(row)):
                self._context.reject(row.row, refused)
                continue
            customer = customers.get(_named(row))
            buyer = customer or fold(row.customer_name)
            try:
                named = [
                    one for one in by_number.get(row.number, ()) if row.number and _agree(
                        one, customer, row)
                ]  # fmt: skip
                is_itself = row.is_sale and row.number
                others = by_buyer.get(buyer, []) if buyer and not is_itself else []
                self._make(row, ids.get(row.source_key), named, others)
            except EcrmError as error:
                self._context.reject(row.row, error)

    def _make(
        self,
        row: ImportedReturn,
        return_id: bytes | None,
        named: list[StoredSale],
        others: list[StoredSale],
    ) -> None:
        is_nobodys = not (row.customer_name or _has_key(row))
        if is_nobodys and len({_buyer(one) for one in named}) > 1:
            raise InvalidInput(Problem.RETURN_OF_SEVERAL, "number")
        product = self._product(row)
        latest = row.returned_on or date.max
        for sale in (*named, *(others if product else ())):
            if sale.day > latest:
                continue
            lines = [line for line in sale.lines if product is None or product(line)]
            # Of equal sales the latest one from which enough may still come back.
            if lines and (sale in named or sum(one.left for one in lines) >= (row.quantity or 0)):
                break
        else:
            raise InvalidInput(Problem.RETURN_WITHOUT_SALE, "number")
        if row.is_so_far:
            self._refund_so_far(row, sale)
            return
        parts = return_parts(row, sale, lines, is_whole=product is None)
        self._add(row, sale, parts, return_id)

    def _product(self, row: ImportedReturn) -> Callable[[SoldLine], bool] | None:
        """Return what tells whether a line is of the row's product; None if it names none."""
        if not (row.product_code or row.product_name):
            return None
        found = self._products.with_code(row.product_code) if row.product_code else None
        title = fold(row.product_name)
        named = self._products.with_name(title) if title else None
        ids = {one.id for one in (found, named) if one is not None}
        return lambda line: line.product_id in ids or (bool(title) and fold(line.title) == title)

    def _refund_so_far(self, row: ImportedReturn, sale: StoredSale) -> None:
        before = sum(line.refunded for line in sale.lines)
        more = (row.amount or 0) - before
        if more <= 0:
            self._context.counts.unchanged += 1
            return
        if more > sale.left:
            error = InvalidInput(Problem.REFUND_TOO_LARGE, "refunded", product=sale.lines[0].title)
            raise error
        key = f"refunded {sale.id.hex()} {row.amount}"
        ids = self._context.free_ids(_TABLE, {key: _moment(row)})
        if key in ids:
            self._add(row, sale, money_parts(sale, sale.lines, more), ids[key])
        else:
            self._context.counts.unchanged += 1

    def _add(
        self,
        row: ImportedReturn,
        sale: StoredSale,
        parts: list[ReturnPart],
        return_id: bytes | None,
    ) -> None:
        context, settings = self._context, self._context.settings
        if return_id is None:
            raise LookupError(row.source_key)
        day = row.returned_on or sale.day
        noon = datetime.combine(day, time(12), settings.timezone)
        at = stored_instant(min(row.at or noon, settings.now))
        today = settings.now.astimezone(settings.timezone).date()
        if day > today:
            raise InvalidInput(Problem.DATE_IN_FUTURE, "date")
        reason = lines_of("\n".join(filter(None, (row.reason, *row.kept))), "note")
        total = sum(amount for _, _, amount in parts)
        now = stored_instant(settings.now)
        self._returns.append(
            (
                return_id,
                sale.id,
                sale.customer_id,
                day.isoformat(),
                max(at, sale.instant) if day == sale.day else at,
                reason,
                total,
                now,
            )
        )
        moment = moment_of(return_id)
        for at_line, (line, quantity, amount) in enumerate(parts):
            own_id = derived_id_bytes(return_id, str(at_line), moment=moment)
            self._lines.append((own_id, return_id, line.id, quantity, amount, now))
            line.back += quantity
            line.refunded += amount
        if sale.customer_id is not None:
            context.index.buyers.add(sale.customer_id)
        context.kept.tell(row.row, row.kept)
        context.counts.returns_new += 1
        context.counts.refund_total += total

    def _sales(
        self, rows: Sequence[ImportedReturn], customers: dict[BuyerKey, bytes]
    ) -> Iterable[StoredSale]:
        """Return the sales that rows may mean, with their lines and what of them came back."""
        context = self._context
        named = {customers.get(_named(row)) for row in rows} - {None}
        names = {row.customer_name for row in rows if row.customer_name}
        found = [
            *context.found(_BY_NUMBER, {row.number for row in rows if row.number}),
            *context.found(_BY_CUSTOMER, (one.hex() for one in named if one)),
            *context.found(_BY_NAME, names),
        ]
        sales: dict[bytes, StoredSale] = {}
        amounts: dict[bytes, tuple[int, int]] = {}
        for one in found:
            sales[one.id] = StoredSale(
                one.id,
                one.number,
                one.customer_id,
                date.fromisoformat(one.purchased_on),
                one.purchased_at,
                one.name or one.said_name,
                one.shipping,
            )
            amounts[one.id] = one.discount, one.tax
        ids = [one.hex() for one in sales]
        totals: dict[bytes, list[int]] = {}
        by_id: dict[bytes, SoldLine] = {}
        for one in context.found(_LINES, ids):
            line = SoldLine(one.id, one.product_id, one.title, one.quantity, 0)
            by_id[one.id] = line
            sales[one.purchase_id].lines.append(line)
            totals.setdefault(one.purchase_id, []).append(one.total)
        for sale_id, said in totals.items():
            shares = paid_shares(said, *amounts[sale_id])
            for line, share in zip(sales[sale_id].lines, shares, strict=True):
                line.share = share
        for line_id, quantity, amount in context.found(_BACK, ids):
            if line_id in by_id:
                by_id[line_id].back, by_id[line_id].refunded = quantity, amount
        return [sale for sale in sales.values() if sale.lines]


def _agree(sale: StoredSale, customer: bytes | None, row: ImportedReturn) -> bool:
    """Tell whether a sale may be of whom a row names; one that names nobody says nothing."""
    if customer is not None and sale.customer_id is not None:
        return customer == sale.customer_id
    name = fold(row.customer_name)
    if not (name and sale.name):
        # A code, phone or e-mail that nobody has is not that of the buyer who is known.
        is_somebody_else = sale.customer_id is not None and _has_key(row)
        return not is_somebody_else
    return name == fold(sale.name)


def _buyer(sale: StoredSale) -> bytes | str:
    return sale.customer_id or fold(sale.name)


def _has_key(row: ImportedReturn) -> bool:
    return bool(row.customer_code or row.customer_phone or row.customer_email)


def _moment(row: ImportedReturn) -> int:
    return ((row.returned_on or _FIRST_DAY) - _FIRST_DAY).days * _DAY


def _named(row: ImportedReturn) -> BuyerKey:
    return BuyerKey(
        row.customer_code,
        row.customer_phone,
        row.customer_name,
        row.customer_email.text if row.customer_email else "",
    )
