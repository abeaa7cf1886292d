"""Whom purchases and interactions name: found by code, phone or e-mail, made when new."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ecrm_desktop.services.imports.customer_batch import CustomerBatch
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.imports.matched_customer import MatchedCustomer
from ecrm_desktop.services.imports.row_values import RowValues, phone_rows
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import PhoneLabel

_REMEMBERED = 50_000


class BuyerKey(NamedTuple):
    """What a row says about its customer; `code` and `name` as they are stored."""

    code: str
    phone: Phone | None
    name: str
    email: str = ""


class BuyerMatcher:
    """The customers that rows name, by what the rows say."""

    def __init__(self, context: ImportContext, *, makes: Callable[[BuyerKey], bool]) -> None:
        """Build it; `makes` tells of whom a customer is made when nobody is found."""
        self._batch = CustomerBatch(context)
        self._makes = makes
        self._known: dict[BuyerKey, bytes] = {}

    def forget(self) -> None:
        """Forget whom was found so far."""
        self._known = {}

    def find(self, wanted: Iterable[BuyerKey]) -> dict[BuyerKey, bytes]:
        """Return the ids of customers; whoever is missing in it is nobody in particular."""
        buyers = dict.fromkeys(one for one in wanted if one.code or one.phone or one.email)
        new = [one for one in buyers if one not in self._known]
        if new:
            if len(self._known) > _REMEMBERED:
                self._known = {one: self._known[one] for one in buyers if one in self._known}
            row_values = {one: _row_values(one) for one in new}
            self._batch.load(row_values.values())
            for buyer in new:
                customer = self._find(buyer, row_values[buyer])
                if customer is None and self._makes(buyer):
                    customer = self._batch.create(row_values[buyer])
                if customer is not None:
                    self._known[buyer] = customer.id
            self._batch.write()
        return self._known

    def _find(self, buyer: BuyerKey, row_values: RowValues) -> MatchedCustomer | None:
        if buyer.code:
            return self._batch.with_code(buyer.code)
        found = self._batch.with_phone(row_values, and_name=False)
        if found is None and buyer.email:
            found = self._batch.with_email(buyer.email)
        return found


def _row_values(buyer: BuyerKey) -> RowValues:
    first, _, last = buyer.name.rpartition(" ")
    values = {
        "code": buyer.code,
        "first_name": first,
        "last_name": last,
        "email": buyer.email,
    }
    row_values = RowValues({name: text for name, text in values.items() if text})
    if buyer.phone:
        row_values.parts["customer_phones"] = phone_rows([(buyer.phone, PhoneLabel.MOBILE.value)])
    return row_values
