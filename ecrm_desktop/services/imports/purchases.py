"""Rows about purchases: a purchase each, or a line of the one with their number."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Final

from ecrm_desktop.drafts.imports import ImportedLine, ImportedSale, OrderAmounts
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.queries.imports import has_keys_of_lines
from ecrm_desktop.services.customer_index import postponed_index
from ecrm_desktop.services.imports.buyer_matching import BuyerMatcher
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.product_batch import MatchedProduct, ProductBatch, product_values
from ecrm_desktop.services.imports.sale_details import SaleDetailValues
from ecrm_desktop.services.imports.sale_group import (
    SaleGroup,
    added,
    head_key,
    merged,
    moment_in_ids,
    older_key,
)
from ecrm_desktop.services.purchases import free_numbers
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.ids import derived_id_bytes, moment_of, new_id_bytes, to_hex
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.totals import line_total, purchase_total

_TABLE: Final = Purchase.__tablename__
_LINES: Final = PurchaseLine.__tablename__
_AT_ONCE: Final = 5_000
_KEYS = "(SELECT value FROM json_each(?1))"
_IDS = "(SELECT unhex(value) FROM json_each(?1))"
_THERE = f"SELECT source_key, rowid FROM purchases WHERE source_key IN {_KEYS}"
_MADE = f"""
SELECT p.source_key, p.id, p.customer_id, coalesce(max(l.position), -1), p.discount, p.shipping,
    p.tax
FROM purchases p LEFT JOIN purchase_lines l ON l.purchase_id = p.id
WHERE p.source_key IN {_KEYS} GROUP BY p.id
"""
_LAST = "SELECT coalesce(max(rowid), 0) FROM purchases"
_STORED = f"SELECT number, rowid FROM purchases WHERE number IN {_KEYS}"
_SAY = "UPDATE purchases SET discount = ?, shipping = ?, tax = ? WHERE id = ?"
_NOTE = "UPDATE purchases SET note = ltrim(note || char(10) || ?, char(10)) WHERE id = ?"
_GROW = f"""
UPDATE purchases
SET total = (SELECT coalesce(sum(total), 0) FROM purchase_lines WHERE purchase_id = purchases.id)
    - discount + shipping + tax
WHERE id IN {_IDS} RETURNING number, total, discount, shipping, tax
"""
_DIGITS_IN_ORDER: Final = 7
_MICROSECONDS: Final = 6
_LAST_PLACE: Final = 999


class LinesApart(Exception):  # noqa: N818 - no failure: begin again, knowing these numbers
    """A purchase was stored before one of its lines, far below, turned out to be wrong."""

    def __init__(self, numbers: set[str]) -> None:
        super().__init__()
        self.numbers = numbers


class PurchaseRows:
    """Makes purchases; one that is there, even in the bin, stays as it is.

    Lines of one number need not stand together. `left_out` are numbers of purchases with a row
    that cannot be taken: none of their lines is. Raises LinesApart if that shows too late.
    """

    def __init__(self, context: ImportContext, left_out: set[str]) -> None:
        self._context = context
        self._buyers = BuyerMatcher(
            context, makes=lambda one: bool(one.code or one.phone or one.email)
        )
        self._products = ProductBatch(context)
        self._store = context.store()
        self._purchases = self._store.table(
            Purchase,
            "id number customer_id purchased_on purchased_at discount shipping tax total note"
            " source_key channel payment_method seller_id",
        )
        self._lines = self._store.table(
            PurchaseLine,
            "id purchase_id position product_id title quantity unit_price discount total",
        )
        self._details = SaleDetailValues(context)
        self._left_out = left_out
        self._left_out_late: set[str] = set()
        self._grown: set[bytes] = set()
        self._instants: dict[date, str] = {}
        self._of_day: dict[date, int] = {}
        # Of what was there, what was counted.
        self._counted = bytearray()
        self._made: list[range] = []
        self._has_older_keys = has_keys_of_lines(context.session)

    def _one(self, statement: str) -> int:
        number: int = self._context.connection.exec_driver_sql(statement).scalar_one()
        return number

    def skip(self, number: str) -> None:
        """Take no line of the purchase with this number."""
        if number and number not in self._left_out:
            self._left_out.add(number)
            self._left_out_late.add(number)

    def take(self, rows: Sequence[ImportedSale]) -> None:
        """Bring in a block of rows."""
        groups = self._grouped(rows)
        last = self._one(_LAST)
        there = dict(
            self._context.found(_THERE, (key for one in groups for key in self._keys(one)))
        )
        new, grown = [], []
        for group in groups:
            rowid = next((there[key] for key in self._keys(group) if key in there), None)
            if rowid is None:
                new.append(group)
            elif self._is_made(rowid):
                grown.append(group)
            else:
                self._count_unchanged(rowid)
        self._load_goods(new, grown)
        if new:
            self._make(new)
        if grown:
            self._grow(grown)
        self._products.write()
        self._store.write()
        self._made.append(range(last + 1, self._one(_LAST) + 1))

    def forget(self) -> None:
        """Forget whom and what was found before others wrote."""
        self._buyers.forget()
        self._products.forget()

    def finish(self, rest: Callable[[], None]) -> None:
        """Bring the totals of purchases up to date whose lines stood apart."""
        late = self._context.found(_STORED, self._left_out_late)
        numbers = {number for number, rowid in late if self._is_made(rowid)}
        for some in batched(self._grown, _AT_ONCE):
            rest()
            context = self._context
            with postponed_index(context.connection, context.index):
                grown = context.found(_GROW, to_hex(some))
            for number, total, *order in grown:
                amounts = OrderAmounts(*order)
                try:
                    purchase_total((total - added(amounts),), *amounts)
                except EcrmError:
                    numbers.add(number)
        if numbers:
            raise LinesApart(numbers)

    def _is_made(self, rowid: int) -> bool:
        """Return whether a purchase was made by this import; others may make some meanwhile."""
        at = bisect_right(self._made, rowid, key=lambda numbers: numbers.start)
        return at > 0 and rowid in self._made[at - 1]

    def _count_unchanged(self, rowid: int) -> None:
        if rowid >> 3 >= len(self._counted):
            self._counted.extend(bytes(len(self._counted) + (rowid >> 3) + 1))
        at, bit = rowid >> 3, 1 << (rowid & 7)
        if not self._counted[at] & bit:
            self._counted[at] |= bit
            self._context.counts.unchanged += 1

    def _grouped(self, rows: Sequence[ImportedSale]) -> list[SaleGroup]:
        groups: dict[str, SaleGroup] = {}
        last_head, key = None, ""
        for row in rows:
            if row.number:
                head = (row.number, row.purchased_on, row.customer_code, row.customer_phone)
                if head != last_head:
                    last_head, key = head, head_key(row)
            else:
                last_head, key = None, row.source_key
            line = row.line
            try:
                total = line_total(line.quantity, line.unit_price, line.discount)
            except EcrmError as error:
                self._context.reject(row.row, error)
                self.skip(row.number)
                continue
            group = groups.get(key)
            if group is None:
                groups[key] = group = SaleGroup(key, self._place(row))
            group.rows.append(row)
            if row.is_discount and row.order is not None:
                group.discount += row.order.discount
            else:
                group.totals.append(total)
        return [one for one in groups.values() if self._is_whole(one)]

    def _place(self, row: ImportedSale) -> int:
        """Return where a purchase stands within its day: by its number, else as it was read."""
        day, digits = row.purchased_on, row.number[-_DIGITS_IN_ORDER:]
        if row.number:
            return int(digits) if digits.isdecimal() else 0
        at = self._of_day.get(day, 0)
        self._of_day[day] = at + 1
        return at

    def _is_whole(self, group: SaleGroup) -> bool:
        number, error = group.rows[0].number, None
        try:
            for row in group.rows:
                if row.order is not None and not row.is_discount:
                    group.order = merged(group.order, row.order)
            purchase_total(group.totals, *group.with_discount())
        except EcrmError as found:
            is_discount = found.problem is Problem.DISCOUNT_TOO_LARGE
            error = found.at("order_discount") if is_discount else found
            group.is_open = is_discount and bool(number)
        if number not in self._left_out and (error is None or group.is_open):
            return True
        for row in group.rows:
            self._context.reject(row.row, error or InvalidInput(Problem.PURCHASE_INCOMPLETE))
        self.skip(number)
        return False

    def _keys(self, group: SaleGroup) -> tuple[str, ...]:
        """Return the keys under which a purchase may be stored; the first is today's."""
        if not self._has_older_keys or not group.rows[0].number:
            return (group.key,)
        if len(group.sold) == 1:
            return group.key, group.sold[0].source_key
        return group.key, older_key(group.sold)

    def _load_goods(self, *groups: list[SaleGroup]) -> None:
        lines = [row.line for some in groups for group in some for row in group.sold]
        codes = {line.product_code for line in lines}
        names = {line.product_name for line in lines}
        self._products.load(codes, (fold(name) for name in names))

    def _make(self, groups: list[SaleGroup]) -> None:
        customers = self._buyers.find(
            (group.named, row.row) for group in groups for row in group.rows
        )
        if self._buyers.refused:
            groups = [one for one in groups if not self._is_refused(one)]
        unnumbered = sum(not group.rows[0].number for group in groups)
        numbers = iter(free_numbers(self._context.session, unnumbered) if unnumbered else ())
        counts, buyers = self._context.counts, self._context.index.buyers
        now = stored_instant(self._context.settings.now)
        ids = self._context.free_ids(_TABLE, {one.key: moment_in_ids(one) for one in groups})
        for group in groups:
            order, head, purchase_id = (
                group.with_discount(),
                group.rows[0],
                ids.get(group.key) or new_id_bytes(),
            )
            customer_id = customers.get(group.named)
            if customer_id is not None:
                buyers.add(customer_id)
            self._purchases.append(
                (
                    purchase_id,
                    head.number or next(numbers),
                    customer_id,
                    head.purchased_on.isoformat(),
                    self._instant(head, group.place),
                    *order,
                    group.total,
                    *self._details.of(
                        head, "" if customer_id else head.customer_name, group.key, group.kept
                    ),
                    now,
                )
            )
            self._tell_kept(group)
            counts.new += 1
            counts.purchases_new += 1
            counts.amount_total += added(order)
            if group.is_open:
                self._grown.add(purchase_id)
            self._add_lines(group, purchase_id, 0, now)

    def _is_refused(self, group: SaleGroup) -> bool:
        error = self._buyers.refused.get(group.named)
        if error is None:
            return False
        for row in group.rows:
            self._context.reject(row.row, error)
        self.skip(group.rows[0].number)
        return True

    def _grow(self, groups: list[SaleGroup]) -> None:
        made = {
            key: rest for key, *rest in self._context.found(_MADE, (group.key for group in groups))
        }
        now = stored_instant(self._context.settings.now)
        orders = []
        for group in groups:
            purchase_id, customer_id, last, *stored = made[group.key]
            amounts = OrderAmounts(*stored)
            try:
                order = merged(amounts, group.order)
                order = order._replace(discount=order.discount + group.discount)
            except EcrmError as error:
                for row in group.rows:
                    self._context.reject(row.row, error)
                self.skip(group.rows[0].number)
                continue
            if order != amounts:
                orders.append((*order, purchase_id))
                self._context.counts.amount_total += added(order) - added(amounts)
            if group.kept:
                self._context.connection.exec_driver_sql(
                    _NOTE, ("\n".join(group.kept), purchase_id)
                )
                self._tell_kept(group)
            self._grown.add(purchase_id)
            if customer_id is not None:
                self._context.index.buyers.add(customer_id)
            self._add_lines(group, purchase_id, last + 1, now)
        if orders:
            self._context.connection.exec_driver_sql(_SAY, orders)

    def _tell_kept(self, group: SaleGroup) -> None:
        for row in group.rows:
            self._context.kept.tell(row.row, row.kept)

    def _add_lines(self, group: SaleGroup, purchase_id: bytes, position: int, now: str) -> None:
        counts, lines, untitled = self._context.counts, self._lines, self._context.settings.untitled
        moment = moment_of(purchase_id)
        ids = [
            derived_id_bytes(purchase_id, str(at), moment=moment)
            for at in range(position, position + len(group.sold))
        ]
        # Of a new purchase none can be there; somebody may have moved one of a part that was.
        taken = self._context.taken(_LINES, ids) if position else ()
        for at, (own_id, row, total) in enumerate(
            zip(ids, group.sold, group.totals, strict=True), position
        ):
            line = row.line
            product = self._product(line)
            lines.append(
                (
                    new_id_bytes() if own_id in taken else own_id,
                    purchase_id,
                    at,
                    product.id if product else None,
                    line.product_name or (product.name if product else untitled),
                    line.quantity,
                    line.unit_price,
                    line.discount,
                    total,
                    now,
                )
            )
            counts.quantity_total += line.quantity
            counts.amount_total += total
        counts.lines_new += len(group.totals)

    def _product(self, line: ImportedLine) -> MatchedProduct | None:
        code, name = line.product_code, line.product_name
        if not code and not name:
            return None
        found = self._products.with_code(code) if code else self._products.with_name(fold(name))
        if found is not None:
            return found
        draft = ProductDraft(code=code, name=name or code, price=line.unit_price)
        return self._products.create(product_values(draft))

    def _instant(self, head: ImportedSale, place: int) -> str:
        """Return the instant of a day without a time: noon is the same day everywhere near.

        What has no number stands in lists as it was read: that is what its milliseconds are for.
        """
        if head.details is not None and head.details.at is not None:
            return stored_instant(min(head.details.at, self._context.settings.now))
        day = head.purchased_on
        stored = self._instants.get(day)
        if stored is None:
            settings = self._context.settings
            noon = datetime.combine(day, time(12), settings.timezone)
            is_today = day == settings.now.astimezone(settings.timezone).date()
            stored = stored_instant(min(noon, settings.now) if is_today else noon)
            self._instants[day] = stored
        if head.number:
            return stored
        return f"{stored[:-_MICROSECONDS]}{min(place, _LAST_PLACE):03}000"
