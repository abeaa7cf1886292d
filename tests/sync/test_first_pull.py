"""A PC that has received a part of what there is: nothing in it is damaged, only unfinished."""

from typing import Any

import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.models.changes import FORGETTING, MASK
from ecrm_desktop.models.customers import CustomerMerge
from ecrm_desktop.models.users import User
from ecrm_desktop.services.customer_merges import MergeSide, merge_customers, undo_merge
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.sync import engine
from ecrm_desktop.values.statuses import Role
from tests.helpers.shop_life import NOW
from tests.helpers.synced_pcs import LostError
from tests.helpers.synced_shop import SyncedShop, add_customer, read, write


def test_between_two_pages_nothing_is_damaged(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, merged = (add_customer(shop.first, CustomerDraft(last_name=one)) for one in "ab")
    call = InteractionDraft(customer_id=kept, occurred_at=NOW, subject="x")
    write(shop.first, lambda session: record_interaction(session, call))
    write(
        shop.first,
        lambda session: merge_customers(session, kept, merged, {"last_name": MergeSide.MERGED}),
    )
    merge = select(CustomerMerge.id)
    done = read(shop.first, lambda session: session.scalars(merge).one())
    write(shop.first, lambda session: undo_merge(session, done))
    shop.first.sync()
    # The log of the one who stayed begins anew, behind what points at them.
    write(shop.first, lambda session: forget_customer(session, merged, None), FORGETTING)
    shop.first.sync()
    second = shop.second
    monkeypatch.setattr(engine, "PAGE", 8)
    pulling, has_broken = second.transport.pull, False

    def pull_once(*arguments: Any) -> Any:
        second.transport.pull = lose
        return pulling(*arguments)

    def lose(*_arguments: Any) -> Any:
        raise LostError("question")

    while True:
        second.transport.pull = pull_once
        try:
            second.sync()
        except LostError:
            broken = read(
                second,
                lambda session: (
                    session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
                ),
            )
            has_broken = has_broken or bool(broken)
            assert second.findings() == {}
        else:
            break
    assert has_broken
    second.transport.pull = pulling
    shop.sync()


def test_an_import_notices_what_another_pc_adds_to_a_group_that_is_there(
    shop: SyncedShop,
) -> None:
    database = shop.first.database
    with Portions(database, "import") as portions:
        portions.begin()
        portions.commit()
        assert not portions.begin()
        portions.commit()
        with database.applying() as session:
            database.capture.join(1)
            session.get_one(User, session.scalars(select(User.id)).first()).name = "سارا"
        assert portions.begin()
        portions.commit()


def test_stars_never_become_a_password(shop: SyncedShop) -> None:
    draft = UserDraft(name="سارا", role=Role.STAFF)
    made = write(shop.first, lambda session: add_user(session, draft))
    shop.sync()
    write(shop.first, lambda session: set_password(session, made, "7294"))
    write(shop.first, lambda session: session.delete(session.get_one(User, made)))
    shop.first.sync()
    assert MASK not in shop.served.dump()
