"""A server that was put back from its own backup: nothing that it forgot is lost, all agree."""

from typing import Any

import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.tasks import complete_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.statuses import TaskRepeat
from tests.helpers.shop_life import TODAY
from tests.helpers.small_shop import SmallShop
from tests.helpers.synced_pcs import Pc
from tests.helpers.synced_shop import (
    SyncedShop,
    add_customer,
    conflicts,
    customer,
    edit,
    read,
    write,
)


def set_task(pc: Pc, some: SmallShop, name: str, value: Any) -> None:
    write(pc, lambda session: setattr(session.get_one(Task, some.task), name, value))


def test_what_two_pcs_made_the_same_way_is_the_same_again(shop: SyncedShop) -> None:
    set_task(shop.first, shop.some, "repeat", TaskRepeat.WEEKLY)
    shop.sync()
    shop.served.keep()
    for pc in shop.pcs:
        write(pc, lambda session: complete_task(session, shop.some.task, today=TODAY))
        pc.sync()
    shop.served.put_back()
    shop.sync()


def test_what_was_cleared_since_the_backup_stays_so(shop: SyncedShop) -> None:
    edit(shop.first, shop.some.customer, job="خیاط", notes="دیر می‌آید")
    shop.sync()
    shop.served.keep()
    edit(shop.first, shop.some.customer, job="")
    shop.sync()
    edit(shop.second, shop.some.customer, notes="معلم")
    shop.served.put_back()
    shop.sync()
    one = customer(shop.second, shop.some.customer)
    assert (one.job, one.notes) == ("", "معلم")


def test_whoever_missed_a_history_goes_back_to_where_it_began(shop: SyncedShop) -> None:
    shop.served.keep()
    for number in range(9):
        edit(shop.second, shop.some.customer, job=f"خیاط {number}")
        shop.sync()
    shop.served.put_back()
    set_task(shop.first, shop.some, "title", "از سرگذشت دوم")
    shop.first.sync()
    shop.served.keep()
    shop.served.put_back()
    shop.sync()
    assert customer(shop.second, shop.some.customer).job == "خیاط 8"
    task = read(shop.second, lambda session: session.get_one(Task, shop.some.task))
    assert task.title == "از سرگذشت دوم"


def test_a_history_that_is_gone_is_not_the_later_one(shop: SyncedShop) -> None:
    shop.served.keep()
    for number in range(9):
        edit(shop.first, shop.some.customer, job=f"خیاط {number}")
        shop.sync()
    shop.served.put_back()
    shop.sync()
    shop.served.keep()
    edit(shop.second, shop.some.customer, job="معلم")
    shop.second.sync()
    shop.served.put_back()
    # It has not seen the last edit; it offers what it has before the other one comes.
    shop.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"
    assert conflicts(shop.first) == []


def test_an_old_value_does_not_beat_an_edit_made_after_the_server_was_put_back(
    shop: SyncedShop,
) -> None:
    edit(shop.first, shop.some.customer, notes="پیش از پشتیبان")
    shop.sync()
    shop.served.keep()
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.first.sync()
    shop.served.put_back()
    shop.second.sync()
    edit(shop.second, shop.some.customer, notes="پس از پشتیبان")
    shop.second.sync()
    shop.sync()
    one = customer(shop.first, shop.some.customer)
    assert (one.job, one.notes) == ("خیاط", "پس از پشتیبان")
    assert conflicts(shop.first) == []


def test_an_edit_that_waits_stands_against_what_it_was_made_on(shop: SyncedShop) -> None:
    shop.served.keep()
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.sync()
    edit(shop.second, shop.some.customer, job="معلم")
    shop.served.put_back()
    shop.second.sync()
    shop.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"


def test_what_was_told_with_an_altered_record_is_of_its_own_revision(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Made and changed before it was offered, so that the server altered its making; and told, for
    # of what a file was filled with nothing says when it was written.
    monkeypatch.setattr("ecrm_desktop.sync.engine.is_worth_filling", lambda *_: False)

    def rename(session: Session) -> None:
        session.get_one(Complaint, shop.some.resolved).subject = "دیر آمد"

    shop.served.keep()
    write(shop.first, rename)
    shop.first.sync()
    third = shop.add()
    third.sync()
    shop.served.put_back()
    shop.pcs.remove(shop.first)
    shop.sync()
    complaint = read(shop.second, lambda session: session.get_one(Complaint, shop.some.resolved))
    assert complaint.subject == "دیر آمد"
    shop.first.database.close()


def test_who_was_forgotten_does_not_come_back(shop: SyncedShop) -> None:
    name = "کیوان‌دخت"
    made = add_customer(shop.first, CustomerDraft(first_name=name, notes=name))
    shop.sync()
    shop.served.keep()
    write(shop.first, lambda session: forget_customer(session, made, None), FORGETTING)
    shop.sync()
    shop.served.put_back()
    shop.sync()
    named = select(Customer.id).where(Customer.first_name == name)
    assert [read(pc, lambda session: session.scalars(named).all()) for pc in shop.pcs] == [[], []]
    assert name not in shop.served.dump()
