"""A file that is not what the server holds, for whatever reason, comes to be so again."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.storage.database import Session
from ecrm_desktop.sync.comparing import HEALING
from ecrm_desktop.sync.identity import COMPARED, take_identity
from tests.helpers.synced_pcs import Pc
from tests.helpers.synced_shop import SyncedShop, add_customer, customer, edit, read, write


def spoil(pc: Pc, what: Callable[[Session], Any]) -> None:
    """Write behind the capture's back, as a fault of the program or the disk does."""
    with pc.database.transaction(captured=False) as session:
        what(session)


def spoil_text(pc: Pc, record: UUID, text: str) -> None:
    spoil(pc, lambda session: setattr(session.get_one(Customer, record), "job", text))


def copied(session: Session, record: UUID, as_id: UUID) -> None:
    names = ", ".join(one.name for one in Customer.__table__.columns if one.name != "id")
    session.connection().exec_driver_sql(
        f"INSERT INTO customers (id, {names}) SELECT ?, {names} FROM customers WHERE id = ?",
        (as_id.bytes, record.bytes),
    )


def test_a_spoiled_file_is_as_the_others_after_an_idle_round(shop: SyncedShop) -> None:
    gone = add_customer(shop.first, CustomerDraft(last_name="قدیمی"))
    # More than are compared at once.
    with shop.first.database.transaction() as session:
        for number in range(220):
            create_customer(session, CustomerDraft(last_name=f"مشتری {number}"))
    shop.sync()
    write(shop.first, lambda session: delete_customers(session, [gone]))
    write(shop.first, empty_bin)
    shop.sync()
    write(shop.second, take_identity)
    shop.second.start_again()
    shop.sync()
    here_alone = uuid4()
    spoil_text(shop.second, shop.some.customer, "خراب")
    spoil(shop.second, lambda session: session.delete(session.get_one(Task, shop.some.task)))
    for made in (here_alone, gone):
        spoil(shop.second, partial(copied, record=shop.some.customer, as_id=made))
    # Once a day, and it has been done.
    assert shop.second.sync().healed == 0
    write(shop.second, take_identity)
    shop.second.start_again()
    assert [shop.second.sync().healed for _ in range(2)] == [0, 4]
    shop.sync()
    assert customer(shop.second, shop.some.customer).job == ""
    assert customer(shop.second, gone) is None
    assert customer(shop.first, here_alone).job == "خراب"
    replaced = select(Change.before).join(ChangeGroup, ChangeGroup.number == Change.group_number)
    replaced = replaced.where(ChangeGroup.action == HEALING, Change.kind == "update")
    assert "خراب" in read(shop.second, lambda session: session.scalars(replaced).one())


def test_nothing_is_healed_over_what_waits(shop: SyncedShop) -> None:
    spoil_text(shop.second, shop.some.customer, "خراب")
    edit(shop.second, shop.some.customer, notes="دیر می‌آید")
    assert shop.second.engine.compare() == 0
    for pc in reversed(shop.pcs):
        pc.sync()
    assert shop.second.engine.compare() == 1
    assert customer(shop.second, shop.some.customer).job == ""
    assert customer(shop.first, shop.some.customer).notes == "دیر می‌آید"
    shop.sync()


def test_a_server_that_cannot_compare_is_synced_with_all_the_same(shop: SyncedShop) -> None:
    edit(shop.second, shop.some.customer, job="معلم")
    write(shop.second, take_identity)
    shop.second.start_again()
    shop.served.admin.execute(
        "CREATE OR REPLACE FUNCTION ecrm_sync.digest_v1(p_shop uuid, p_device uuid) RETURNS jsonb"
        " LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'query_canceled'; END $$"
    )
    asked = select(Counter.last).where(Counter.name == COMPARED)
    rounds = [shop.second.sync() for _ in range(2)]
    assert [(one.waiting, one.healed) for one in rounds] == [(0, 0)] * 2
    # It is not asked again before tomorrow.
    today = date.today().toordinal()  # noqa: DTZ011 - the PC's own day
    assert read(shop.second, lambda session: session.scalar(asked)) == today
    shop.first.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"
