"""The customer that a row about a purchase or an interaction names."""

from collections.abc import Sequence

from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.phone import Phone


class BuyerReader:
    """Reads code, name and phone of the customer, "" or None where nothing is said."""

    def __init__(self, columns: Columns) -> None:
        self._code = columns.first("customer_code")
        self._name = columns.first("customer_name")
        self._phone = columns.first("customer_phone")
        repeated = ("customer_name", "customer_phone")
        self._names = columns.one("customer_name")
        self._phones = columns.one("customer_phone")
        self._is_plain = max(map(columns.count, repeated)) < 2  # noqa: PLR2004 - columns of a field
        self._first_name = columns.first("customer_first_name")
        self._last_name = columns.first("customer_last_name")
        self._email = columns.first("customer_email")

    def email(self, cells: Sequence[Cell]) -> Email | None:
        """Return the e-mail address."""
        email: Email | None = self._email[cells[self._email.position]]
        return email

    def read(self, cells: Sequence[Cell]) -> tuple[str, str, Phone | None]:
        """Return code, name and first phone."""
        if self._is_plain:
            name = self._name[cells[self._name.position]]
            phones = self._phone[cells[self._phone.position]]
        else:
            name, phones = self._names(cells), self._phones(cells)
        if not name:
            first = self._first_name[cells[self._first_name.position]]
            last = self._last_name[cells[self._last_name.position]]
            name = " ".join(part for part in (first, last) if part) if first or last else ""
        elif "@" in name and name.endswith(")"):
            # HubSpot: Maria Johnson (maria@example.com)
            name = name.rpartition(" (")[0] or name
        return self._code[cells[self._code.position]] or "", name, phones[0] if phones else None
