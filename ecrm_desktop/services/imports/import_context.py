"""What all kinds of import share: how to go about it, what was done, and what was refused."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.imports import MatchBy, OnMatch, OnShared, RowProblem, SharedKey
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.models.changes import CaptureContext
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.services.customer_index import PostponedIndex
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.values.ids import derived_id_bytes, to_hex
from ecrm_desktop.values.statuses import ImportKind, LeftOut

_SHOWN: Final = 100
_TAKEN: Final = """
SELECT id FROM {table} WHERE id IN (SELECT unhex(value) FROM json_each(?1))
"""


@dataclass(slots=True, kw_only=True)
class ImportCounts:
    """What an import did; every row is counted under one of the first five.

    Of purchases, `new` and `unchanged` (there before) count purchases, `updated` and `duplicates`
    are 0, and `problems` counts rows, among them the sound lines of a purchase with a wrong one.
    `quantity_total` (thousandths) and `amount_total` (minor units) are of the new purchases.
    `returns_new` are beside them, as is `refund_total` (minor units), what was given back for them;
    rows that are no sales are in `left_out`, by the reason, and by code in `currencies` if that is
    another currency.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    problems: int = 0
    customers_new: int = 0
    products_new: int = 0
    purchases_new: int = 0
    lines_new: int = 0
    quantity_total: int = 0
    amount_total: int = 0
    returns_new: int = 0
    refund_total: int = 0
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    currencies: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSettings:
    """How to bring rows in.

    Days without a time are noon in `timezone`; `untitled` is the title of a line that names no
    product.
    """

    kind: ImportKind
    match: tuple[MatchBy, ...]
    on_match: OnMatch
    on_shared: OnShared = OnShared.SECOND
    timezone: tzinfo
    now: datetime
    untitled: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that could not be read: a line of the purchase with this `number`, if it has one."""

    number: str = ""


def field_of(way: MatchBy) -> str:
    """Return the field of a customer that a way of matching goes by."""
    return "phones" if way in {MatchBy.PHONE, MatchBy.NAME_AND_PHONE} else way.value


class SharedKeys:
    """The rows with a phone or address of somebody with an unlike name; a row counts once."""

    def __init__(self) -> None:
        self._rows: set[int] = set()
        self.first: list[SharedKey] = []

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def tell(self, shared: SharedKey) -> None:
        """Take one more; a row may come again."""
        if shared.row not in self._rows:
            self._rows.add(shared.row)
            if len(self.first) < _SHOWN:
                self.first.append(shared)


class KeptLines:
    """The rows of whose customers the note keeps what has no field, with the lines of some."""

    def __init__(self) -> None:
        self._rows: set[int] = set()
        self.first: list[tuple[int, str]] = []

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def tell(self, row: int, lines: Sequence[str]) -> None:
        """Take lines of one row, if there are any."""
        if lines:
            self._rows.add(row)
        if len(self.first) < _SHOWN:
            self.first += [(row, line) for line in lines]


@dataclass(kw_only=True)
class ImportContext:
    """One import on its way; without its `capture`, the triggers capture row by row."""

    session: Session
    connection: Connection
    settings: ImportSettings
    index: PostponedIndex
    capture: CaptureContext | None
    counts: ImportCounts = field(default_factory=ImportCounts)
    problems: list[RowProblem] = field(default_factory=list)

    shared: SharedKeys = field(default_factory=SharedKeys)
    kept: KeptLines = field(default_factory=KeptLines)

    def store(self) -> Store:
        """Return what writes rows in the present transaction, whichever that is by then."""
        return Store(lambda: self.connection, self.capture)

    @cached_property
    def _shop(self) -> bytes:
        shop = self.session.scalars(select(Shop.id)).first()
        return b"" if shop is None else shop.bytes

    def free_ids(self, table: str, keys: Mapping[str, int]) -> dict[str, bytes]:
        """Return by key the id that every PC of the shop gives to what a file says under it.

        So the same file, read on two PCs, makes one record of each. Left out are keys whose id a
        record has already. `keys` say where each stands among others, in milliseconds since 1970.
        """
        ids = {
            key: derived_id_bytes(self._shop, table, key, moment=moment)
            for key, moment in keys.items()
        }
        taken = self.taken(table, ids.values())
        return {key: one for key, one in ids.items() if one not in taken}

    def taken(self, table: str, ids: Iterable[bytes]) -> set[bytes]:
        """Return which of these ids a record of the table has, be it in the bin."""
        return {one for (one,) in self.found(_TAKEN.format(table=table), to_hex(ids))}

    def check_shared(self, row: int, way: MatchBy, value: str, name: str, other: str) -> bool:
        """Tell of a row with somebody's key and an unlike name; return whether it is about them.

        Raises InvalidInput OTHER_NAME (name) if such a row is to be left out.
        """
        self.shared.tell(SharedKey(row=row, way=way, value=value, name=name, other=other))
        if self.settings.on_shared is OnShared.LEAVE_OUT:
            raise InvalidInput(Problem.OTHER_NAME, field_of(way), name=other)
        return self.settings.on_shared is OnShared.SAME

    def reject(self, row: int, error: EcrmError) -> None:
        """Leave a row out."""
        self.problems.append(RowProblem(row=row, position=None, error=error))

    def found(self, statement: str, keys: Iterable[object]) -> Sequence[Any]:
        """Run a statement whose ?1 is a JSON array of `keys`; nothing is asked about none."""
        wanted = list(keys)
        if not wanted:
            return ()
        text = json.dumps(wanted, ensure_ascii=False)
        return self.connection.exec_driver_sql(statement, (text,)).all()
