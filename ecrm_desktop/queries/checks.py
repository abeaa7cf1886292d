"""Whether the database is sound, and how much is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from typing import Any, Final

from sqlalchemy import Select, exc, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.models.base import SoftDeleted
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_index import DIFFERENCES
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.figure_checks import wrong_figures
from ecrm_desktop.queries.imports import unfinished_imports
from ecrm_desktop.storage.database_file import damage
from ecrm_desktop.values.totals import line_total, purchase_total

_FILLING: Final = "SELECT 1 FROM sync_link WHERE filling <> ''"
_RECEIVING: Final = (
    "SELECT 1 FROM sync_link WHERE filling <> '' OR repaired < 0"
    " UNION ALL SELECT 1 FROM sync_link l JOIN changes c ON c.number > l.repaired"
    " JOIN change_groups g ON g.number = c.group_number WHERE g.origin IS NOT NULL LIMIT 1"
)


class Finding(StrEnum):
    """What can be wrong in a file that opens."""

    FILE_DAMAGED = "file_damaged"
    REFERENCES_BROKEN = "references_broken"
    INDEX_STALE = "index_stale"
    FULL_TEXT_STALE = "full_text_stale"
    FIGURES_WRONG = "figures_wrong"
    LINE_TOTALS_WRONG = "line_totals_wrong"
    PURCHASE_TOTALS_WRONG = "purchase_totals_wrong"
    RETURN_TOTALS_WRONG = "return_totals_wrong"
    CHANGES_MISSING = "changes_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was found, with how many records are concerned, and what there is.

    `counts` are records outside the bin by kind, and `in_bin`, those inside. `amount` is the total
    of all purchases in minor units of `currency` (an ISO 4217 code, "" before the first start),
    `quantity` that of their lines in thousandths. What could not be looked for is `unchecked`.
    """

    schema: str
    findings: dict[Finding, int]
    currency: str
    counts: dict[str, int]
    amount: int
    quantity: int
    unchecked: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check_database(session: Session, *, can_write: bool = True) -> CheckReport:
    """Look at everything; FULL_TEXT_STALE only if `session` can write, as SQLite wants it for that.

    Takes minutes with a million customers. DatabaseError DATABASE_DAMAGED if the file cannot even
    be read to the end, DATABASE_UNREADABLE if the disk does not give it.
    """
    findings = {finding: number for finding, number in _findings(session) if number}
    if can_write and _full_text_is_stale(session):
        findings[Finding.FULL_TEXT_STALE] = 1
    return CheckReport(
        schema=session.connection().exec_driver_sql("SELECT version_num FROM alembic_version")
        .scalar_one(),
        findings=findings,
        currency=session.scalar(select(Shop.currency)) or "",
        counts=_counts(session),
        amount=session.scalar(
            select(func.coalesce(func.sum(Purchase.total), 0)).where(Purchase.deleted_at.is_(None))
        )
        or 0,
        quantity=session.scalar(
            _living_lines(func.coalesce(func.sum(PurchaseLine.quantity), 0))
        )
        or 0,
        unchecked=() if can_write else (Finding.FULL_TEXT_STALE,),
    )  # fmt: skip


def _findings(session: Session) -> Iterator[tuple[Finding, int]]:
    connection = session.connection()
    pages = connection.exec_driver_sql("PRAGMA integrity_check(100)").scalars().all()
    yield Finding.FILE_DAMAGED, len(damage(pages))
    # What other PCs did is set right once all of it is here.
    is_receiving = connection.exec_driver_sql(_RECEIVING).scalar() is not None
    if not is_receiving:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        yield Finding.REFERENCES_BROKEN, len(broken)
    # An import brings figures and totals up to date at its end.
    is_importing = bool(unfinished_imports(session))
    is_filling = connection.exec_driver_sql(_FILLING).scalar() is not None
    if not is_importing and not is_filling:
        yield Finding.INDEX_STALE, connection.exec_driver_sql(DIFFERENCES).scalar_one()
        yield Finding.FIGURES_WRONG, wrong_figures(connection)
    lines = select(
        PurchaseLine.quantity, PurchaseLine.unit_price, PurchaseLine.discount, PurchaseLine.total
    )
    yield Finding.LINE_TOTALS_WRONG, _wrong(session, lines, line_total)
    purchases = (
        select(
            func.coalesce(func.sum(PurchaseLine.total), 0),
            Purchase.discount,
            Purchase.shipping,
            Purchase.tax,
            Purchase.total,
        )
        .join_from(Purchase, PurchaseLine, isouter=True)
        .group_by(Purchase.id)
    )
    if not is_importing and not is_receiving:
        yield Finding.PURCHASE_TOTALS_WRONG, _wrong(session, purchases, _total_of_sum)
    returns = (
        select(func.coalesce(func.sum(ReturnLine.amount), 0), Return.total)
        .join_from(Return, ReturnLine, isouter=True)
        .group_by(Return.id)
    )
    if not is_receiving:
        yield Finding.RETURN_TOTALS_WRONG, _wrong(session, returns, int)
    yield Finding.CHANGES_MISSING, _missing_changes(session)


def _missing_changes(session: Session) -> int:
    """Count the numbers that were given out and are there no more, and changes without a group."""
    first, last, count = session.execute(
        select(func.min(Change.number), func.max(Change.number), func.count())
    ).one()
    groupless = session.scalar(
        select(func.count())
        .select_from(Change)
        .where(Change.group_number.not_in(select(ChangeGroup.number)))
    )
    return (last - first + 1 - count if count else 0) + (groupless or 0)


def _full_text_is_stale(session: Session) -> bool:
    try:
        with session.begin_nested():
            session.connection().exec_driver_sql(
                "INSERT INTO customer_fts (customer_fts, rank) VALUES ('integrity-check', 1)"
            )
    except exc.DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
            return True
        raise
    return False


def _wrong(session: Session, statement: Select[*tuple[Any, ...]], total: Any) -> int:
    """Count the rows whose last column is not the `total` of the others."""

    def is_wrong(*row: int) -> bool:
        try:
            return bool(total(*row[:-1]) != row[-1])
        except EcrmError:
            return True

    rows = session.connection().execute(statement.execution_options(yield_per=10_000))
    return sum(starmap(is_wrong, rows))


def _total_of_sum(lines: int, discount: int, shipping: int, tax: int) -> int:
    return purchase_total([lines], discount, shipping, tax)


_KINDS: Final[dict[str, type[SoftDeleted]]] = {
    "customers": Customer,
    "interactions": Interaction,
    "complaints": Complaint,
    "products": Product,
    "purchases": Purchase,
    "returns": Return,
    "tasks": Task,
    "users": User,
}


def _counts(session: Session) -> dict[str, int]:
    counts, in_bin = {}, 0
    for name, table in _KINDS.items():
        active, deleted = session.execute(
            select(
                func.count().filter(table.deleted_at.is_(None)),
                # Products that were sold stay after they have left the bin.
                func.count().filter(table.deletion_id.is_not(None)),
            ).select_from(table)
        ).one()
        counts[name] = active
        in_bin += deleted
        if table is Purchase:
            counts["purchase_lines"] = session.scalar(_living_lines(func.count())) or 0
    return counts | {"in_bin": in_bin}


def _living_lines(what: Any) -> Select[int]:
    return (
        select(what)
        .select_from(PurchaseLine)
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .where(Purchase.deleted_at.is_(None))
    )
