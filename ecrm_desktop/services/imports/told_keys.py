"""What rows tell their customers by who keep what they had: later rows find them by it too."""

from collections.abc import Iterable
from dataclasses import replace

from ecrm_desktop.drafts.imports import MatchBy
from ecrm_desktop.services.imports.matched_customer import MatchedCustomer
from ecrm_desktop.services.imports.row_values import KEY_COLUMNS, Key, RowValues


class ToldKeys:
    """Codes, addresses and the like that no table has, with the ids of whom rows told them of.

    Without them a later row could make or fill in another customer with such a key, and the same
    file, read again, would find that one.
    """

    def __init__(self, ways: Iterable[MatchBy]) -> None:
        self._ids: dict[MatchBy, dict[Key, bytes]] = {way: {} for way in ways}
        self.codes: set[str] = set()
        """The codes among them, which the counter is to leave out."""

    def tell(self, row_values: RowValues, customer: MatchedCustomer) -> None:
        """Remember whom a row is about, as far as they have its keys not; the first one stays."""
        for way, ids in self._ids.items():
            for key in row_values.keys(way):
                if not customer.has(way, key):
                    ids.setdefault(key, customer.id)
                    if way is MatchBy.CODE:
                        self.codes.add(key[0])

    def find(self, way: MatchBy, row_values: RowValues) -> bytes | None:
        """Return of whom a row tells in this way."""
        ids = self._ids[way]
        return next((ids[key] for key in row_values.keys(way) if key in ids), None)

    def find_all(self, rows: Iterable[RowValues]) -> set[bytes]:
        """Return of whom rows tell in any way."""
        ways = [way for way, ids in self._ids.items() if ids]
        found = (self.find(way, one) for one in rows for way in ways)
        return {customer_id for customer_id in found if customer_id is not None}

    def without_those_of_others(self, row_values: RowValues, customer_id: bytes) -> RowValues:
        """Return what a row says of a customer, but for the keys that were told of others."""
        others = {
            column
            for way, column in KEY_COLUMNS.items()
            if way in self._ids and self.find(way, row_values) not in {None, customer_id}
        }
        if not others:
            return row_values
        values = {name: text for name, text in row_values.values.items() if name not in others}
        return replace(row_values, values=values)
