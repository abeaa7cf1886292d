"""A page reads again only when it shows what was written, so it must name all that it reads."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.pool import Pool

from ecrm_desktop.models.changes import synced_tables
from ecrm_desktop.queries.written_tables import record_table
from ecrm_desktop.ui.widgets.page import Page
from tests.helpers.every_place import every_page, settle
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.small_shop import fill_small_shop
from tests.journeys.conftest import Start, shop_of

_SYNCED = {table.name for table in synced_tables()}
# What triggers derive from other tables shows what those say.
_DERIVED = {"customer_index": {"customers", "purchases", "returns"}}


@contextmanager
def noting_reads() -> Iterator[set[str]]:
    """Note the tables that any statement of any thread but this one reads meanwhile."""
    tables: set[str] = set()
    window_thread = threading.get_ident()

    def note(action: int, table: str | None, *_others: object) -> int:
        if action == sqlite3.SQLITE_READ and threading.get_ident() != window_thread:
            tables.add(str(table))
        return sqlite3.SQLITE_OK

    def checked_out(connection: Any, *_others: object) -> None:
        connection.set_authorizer(note)

    event.listen(Pool, "checkout", checked_out)
    try:
        yield tables
    finally:
        event.remove(Pool, "checkout", checked_out)


def test_every_page_names_what_it_reads(
    start: Start, path: Path, person: Person, qtbot: QtBot
) -> None:
    database = new_database(path)
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    database.close()
    program = start()
    person.press("Return")
    shop = shop_of(program, person)
    seen = 0
    for _page in every_page(shop, qtbot):
        page = next(one for one in shop.window.findChildren(Page) if one.isVisible())
        with noting_reads() as tables:
            page.refresh()
            settle(shop, qtbot)
        read = {record_table(one) for one in tables & _SYNCED}
        for derived in _DERIVED.keys() & tables:
            read |= _DERIVED[derived]
        seen += bool(read)
        assert page.shows is None or read <= page.shows, page
    assert seen
