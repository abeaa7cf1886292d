"""A customer that rows of a file are about, as they are and as they are to be."""

from itertools import chain

from ecrm_desktop.drafts.imports import MatchBy
from ecrm_desktop.services.imports.row_values import KEY_COLUMNS, NAMES, Key, name_key
from ecrm_desktop.values.statuses import CustomerKind


class Part:
    """One row of what belongs to a customer; `stored` is None for a new one."""

    __slots__ = ("id", "stored", "values")

    def __init__(self, row_id: bytes, values: Key, *, stored: bool) -> None:
        self.id = row_id
        self.values = values
        self.stored = values if stored else None


class MatchedCustomer:
    """A customer as they are to be; `stored` is what the table has, None for a new one."""

    __slots__ = ("id", "parts", "stored", "values")

    def __init__(self, customer_id: bytes, values: dict[str, str], *, stored: bool) -> None:
        self.id = customer_id
        self.values = values
        self.stored = dict(values) if stored else None
        self.parts: dict[str, dict[Key, Part]] = {}

    @property
    def name(self) -> str:
        """What they are called, as `Customer.name`."""
        first, last, company = (self.values.get(name, "") for name in NAMES)
        customer = f"{first} {last}".strip()
        if self.values.get("kind") == CustomerKind.COMPANY:
            return company or customer or self.values["code"]
        return customer or company or self.values["code"]

    def has(self, way: MatchBy, key: Key) -> bool:
        """Tell whether they can be looked for by this, one of `RowValues.keys`."""
        phones = self.parts.get("customer_phones", {})
        match way:
            case MatchBy.CODE | MatchBy.NATIONAL_ID | MatchBy.EMAIL:
                return (self.values[KEY_COLUMNS[way]],) == key
            case MatchBy.PHONE:
                return key in phones
            case MatchBy.NAME_AND_PHONE:
                name, number = key
                return "".join(name_key(self.values)) == name and (number,) in phones

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written about a customer who was there."""
        if self.values != self.stored:
            return True
        rows = chain.from_iterable(part.values() for part in self.parts.values())
        return any(row.values != row.stored for row in rows)
