"""A word of a newer version is shown as it is, and stays: no page fails for one of its rows."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import Column, text

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.types import EnumText, unknown_member
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.interactions import interaction_rows
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.error_texts import explain_bug
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.statuses import Channel
from tests.helpers.every_place import every_form, every_page
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.shell.conftest import OpenShop, background, open_shop

__all__ = ["background", "open_shop"]

WORD = "brand_new"
# What the program itself asks to work at all; those words are of this PC.
_OF_THE_PROGRAM = {"users", "shop", "changes", "imports", "customer_fields"}


def word_columns() -> Iterator[tuple[str, Column[object]]]:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, EnumText) and table.name not in _OF_THE_PROGRAM:
                yield table.name, column


@pytest.fixture
def some(database: Database) -> SmallShop:
    with database.transaction() as session:
        some = fill_small_shop(session, "fa")
    with database.transaction() as session:
        for table, column in word_columns():
            session.execute(text(f"UPDATE {table} SET {column.name} = '{WORD}'"))
    return some


def test_a_word_that_is_not_known_is_shown_and_written_as_it_is(
    database: Database, some: SmallShop
) -> None:
    with database.transaction() as session:
        [row] = interaction_rows(session, [some.interaction])
        assert row.channel == WORD
        assert WORD in label(row.channel)
        assert len(list_customers(session, CustomerFilter(), Sort("name"))) > 0
    assert unknown_member(Channel, WORD) not in list(Channel)


def test_every_page_shows_its_rows(some: SmallShop, open_shop: OpenShop, qtbot: QtBot) -> None:
    shop = open_shop()
    bug = explain_bug()

    def check(place: str) -> None:
        said = {one.text() for one in shop.window.findChildren(QLabel)}
        assert bug not in said, place

    for page in every_page(shop, qtbot):
        check(page)
    for form in every_form(shop, some, qtbot):
        check(form)
