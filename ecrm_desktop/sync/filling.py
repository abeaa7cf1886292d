"""The server's records as they are, brought into a file that has not what came about so far."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import (
    LIST_GROUP,
    CaptureContext,
    ChangeGroup,
    ForeignGroup,
    parents_first,
)
from ecrm_desktop.models.customer_index import INDEXED, REFRESH, ROW_BY_ROW, without_triggers
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.figure_triggers import without_figure_marks
from ecrm_desktop.models.sync import Link, SentPart, UnfinishedGroup
from ecrm_desktop.models.users import User
from ecrm_desktop.models.wire_rows import row_reader
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.applying import SERVER, Held, apply_page, as_group
from ecrm_desktop.sync.identity import the_link
from ecrm_desktop.sync.joining import has_data
from ecrm_desktop.sync.many_rows import insert_rows
from ecrm_desktop.sync.outbox import lowest_seen
from ecrm_desktop.sync.sealed_passwords import closed_rows
from ecrm_desktop.sync.suspects import UNREPAIRED
from ecrm_desktop.sync.transport import Answer
from ecrm_desktop.values.ids import to_json

FILLING: Final = "fill"
"""The action of the groups with which a file comes to hold what the server does."""
NOT_BEGUN: Final = ""
_INDEXING: Final = "customer_index"
"""What comes after the last table: what is derived is made anew, a part at a time."""

PAGE: Final = 5_000
_LEAST_HELD_BACK: Final = 50
_LAST_ID: Final = b"\xff" * 16


class PutBackError(Exception):
    """The server goes on from a backup of its own."""


def fill(
    database: Database, ask: Callable[[Link, str], Answer], report_progress: ReportProgress
) -> int:
    """Go on with filling a file until it is full; return how many records came in.

    `ask` gives the next page of a table, or what there is, and may raise PutBackError. Each page is
    committed together with how far the file is.
    """
    received = 0
    told: Answer | None = None
    while True:
        with database.reading() as session:
            link = the_link(session)
        if link.filling is None:
            return received
        if told is None or link.filling == NOT_BEGUN:
            told = ask(link, NOT_BEGUN)
        page = None if link.filling in {NOT_BEGUN, _INDEXING} else ask(link, link.filling)
        with database.applying() as session:
            link = the_link(session)
            if page is not None:
                _take_records(session, database.capture, link, told, page)
                received += len(page["records"])
            elif link.filling == NOT_BEGUN:
                _begin(session, database.capture, link, told)
            else:
                _index_some(session, link)
            done = _filled_so_far(link, told)
        report_progress(done, sum(told["tables"].values()))


def _begin(session: Session, capture: CaptureContext, link: Link, told: Answer) -> None:
    """Begin, or begin anew, with what the server `told` of all it has; needs `Database.applying`.

    From its head on the file then pulls. Whoever has nothing yet has seen all that comes in; of
    other files nobody knows before the end.
    """
    link.filled_at = told["head"]
    if not has_data(session):
        link.cursor = told["head"]
    elif told["forgotten"]:
        forgotten = [
            [told["head"], "f", table, key, values or {}]
            for table, key, values in told["forgotten"]
        ]
        apply_page(session, capture, link, [as_group(FILLING, forgotten)])
    # The server says all of them; of any others nothing comes any more.
    session.execute(delete(UnfinishedGroup))
    for group in told["unfinished"]:
        _expect_more(session, capture, group, told["head"])
    _go_to(session, link, told, None)


def _take_records(
    session: Session,
    capture: CaptureContext,
    link: Link,
    told: Answer,
    page: Answer,
) -> None:
    """Let the file have the records of a page, and none between them; needs `Database.applying`.

    What waits here stays as it is. New records are not captured: nobody here had or changed them.
    """
    table, records = str(link.filling), page["records"]
    is_last = len(records) < PAGE
    after = b"" if link.filled_to is None else link.filled_to.bytes
    last = _LAST_ID if is_last else bytes.fromhex(records[-1][0])
    session.connection().exec_driver_sql(
        "DELETE FROM unknown_values WHERE table_name = ? AND record_id > ? AND record_id <= ?",
        (table, after, last),
    )
    if table in parents_first():
        operations = _take_new(session, capture, link, page, after, last)
    else:
        operations = [[page["head"], "c", table, *record] for record in records]
    if operations:
        apply_page(session, capture, link, [as_group(FILLING, operations)])
    if is_last:
        _go_to(session, link, told, table)
    else:
        link.filled_to = UUID(bytes=last)


def _index_some(session: Session, link: Link) -> None:
    """Make the next lines of the index of customers anew; after the last ones the file is full."""
    ids = select(Customer.id).order_by(Customer.id).limit(PAGE)
    if link.filled_to is not None:
        ids = ids.where(Customer.id > link.filled_to)
    some = session.scalars(ids).all()
    if some:
        index_customers(session, some)
        link.filled_to = some[-1]
    if len(some) < PAGE:
        link.filling = link.filled_to = None
        link.cursor = link.filled_at or 0
        link.repaired = UNREPAIRED
        session.execute(delete(SentPart).where(SentPart.revision <= lowest_seen(session, link)))


def index_customers(session: Session, some: Sequence[UUID]) -> None:
    """Make the lines of some customers in their index anew."""
    session.connection().exec_driver_sql(REFRESH, (to_json([one.bytes for one in some]),))


def is_worth_filling(session: Session, head: int) -> bool:
    """Return whether it is more to tell what a file has than what came about on the server.

    Whoever brings most of what there is has it, and hears only of the rest.
    """
    here = 0
    for table in parents_first():
        count = session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}")
        here += count.scalar_one()
    return head > here


def _filled_so_far(link: Link, told: Answer) -> int:
    """Return how many of the server's records are here, as far as whole tables are."""
    done = 0
    for table in _order(told):
        if table == link.filling:
            break
        done += told["tables"].get(table, 0)
    return int(done)


def _take_new(
    session: Session,
    capture: CaptureContext,
    link: Link,
    page: Answer,
    after: bytes,
    last: bytes,
) -> list[list[Any]]:
    """Insert the records that are new here; return what is to be done so that all are the same."""
    table = str(link.filling)
    reader = row_reader(table)
    connection = session.connection()
    names = ", ".join(f'"{name}"' for name in reader.columns)
    rows = connection.exec_driver_sql(
        f"SELECT {names} FROM {table} WHERE id > ? AND id <= ?", (after, last)
    )
    here = {row[0]: tuple(row) for row in rows}
    new: list[tuple[Any, ...]] = []
    operations: list[list[Any]] = []
    for text, values in page["records"]:
        key = bytes.fromhex(text)
        row, mine = reader.row(key, values), here.pop(key, None)
        if row is not None and mine is None:
            new.append(row)
        elif row is None or row != mine:
            operations.append([page["head"], "c", table, text, values])
    operations += [[page["head"], "d", table, key.hex()] for key in here]
    # What was removed here and waits is not to come back.
    held = Held(session, link, {table: [row[0].hex() for row in new]})
    new = [row for row in new if held.by(row[0].hex(), page["head"], is_own=False) is not None]
    with ExitStack() as stack:
        if len(new) >= _LEAST_HELD_BACK:
            # In the end each customer's line of the index is made anew, which marks them.
            stack.enter_context(without_figure_marks(connection))
            if table in INDEXED:
                stack.enter_context(without_triggers(connection, ROW_BY_ROW))
        stack.enter_context(capture.held_back())
        columns: Sequence[str] = reader.columns
        if table == User.__tablename__:
            columns, new = closed_rows(columns, new)
        insert_rows(connection, table, columns, new)
    return operations


def _order(told: Answer) -> list[str]:
    known = parents_first()
    return known + sorted(told["tables"].keys() - {*known})


def _go_to(session: Session, link: Link, told: Answer, done: str | None) -> None:
    """Go on with the next table that the server or the file has something of."""
    order = _order(told)
    link.filled_to = None
    for table in order if done is None else order[order.index(done) + 1 :]:
        if table in told["tables"] or _has_any(session, table):
            link.filling = table
            return
    link.filling = _INDEXING


def _has_any(session: Session, table: str) -> bool:
    return (
        session.connection().exec_driver_sql(f"SELECT 1 FROM {table} LIMIT 1").first() is not None
    )


def _expect_more(
    session: Session, capture: CaptureContext, group: Mapping[str, Any], head: int
) -> None:
    """Write down that a group of another PC goes on, whose first parts are among the records."""
    uid = UUID(group["g"])
    known = session.scalar(select(ChangeGroup).where(ChangeGroup.uid == uid))
    if known is None:
        capture.adopt(
            ForeignGroup(
                uid=uid,
                origin=SERVER if group["d"] is None else UUID(group["d"]),
                at=datetime.fromisoformat(group["at"]).replace(tzinfo=UTC),
                user_id=None if group["u"] is None else UUID(group["u"]),
                action=group["a"],
                revision=head,
            )
        )
        session.connection().exec_driver_sql(LIST_GROUP)
    elif known.origin is None:
        return  # what waits here ends it
    number = capture.group if known is None else known.number
    session.execute(insert(UnfinishedGroup).values(group_number=number))
