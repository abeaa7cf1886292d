"""What a round keeps to step by step, whatever happens in between."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.models import base, changes
from ecrm_desktop.models.products import Product
from ecrm_desktop.services.products import create_product
from ecrm_desktop.sync import engine
from ecrm_desktop.sync.applying import apply_page
from ecrm_desktop.sync.identity import take_identity
from tests.helpers.synced_pcs import LostError, Pc
from tests.helpers.synced_shop import SyncedShop, conflicts, customer, edit, read, write


def heard(pc: Pc, monkeypatch: pytest.MonkeyPatch, then: Callable[[], None]) -> list[Any]:
    """Return the groups of each batch that a PC will push; `then` comes before each answer."""
    pushed: list[Any] = []
    push = pc.transport.push

    def hear(*arguments: Any) -> Any:
        answer = push(*arguments)
        pushed.append(json.loads(arguments[-1])["groups"])
        then()
        return answer

    monkeypatch.setattr(pc.transport, "push", hear)
    return pushed


def test_no_clock_decides_which_value_stands(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        for module in (base, changes):
            patched.setattr(module, "utc_now", lambda: datetime(2038, 1, 19, tzinfo=UTC))
        edit(shop.first, shop.some.customer, job="خیاط")
    edit(shop.second, shop.some.customer, job="معلم")
    shop.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"
    assert conflicts(shop.first) == [("job", '"خیاط"')]


def test_what_came_in_halfway_comes_again(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.first.sync()

    def break_off(*arguments: Any) -> None:
        apply_page(*arguments)
        raise RuntimeError

    with monkeypatch.context() as patched, pytest.raises(RuntimeError):
        patched.setattr(engine, "apply_page", break_off)
        shop.second.sync()
    shop.sync()
    assert customer(shop.second, shop.some.customer).job == "خیاط"


def test_what_is_done_while_a_batch_is_on_its_way_goes_with_the_next(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def also() -> None:
        if len(pushed) == 1:
            edit(shop.first, shop.some.customer, notes="دیر می‌آید")

    edit(shop.first, shop.some.customer, job="خیاط")
    edit(shop.first, shop.some.customer, job="معلم", address="یزد")
    pushed = heard(shop.first, monkeypatch, also)
    shop.sync()
    one = customer(shop.second, shop.some.customer)
    assert (one.job, one.address, one.notes) == ("معلم", "یزد", "دیر می‌آید")
    assert [len(groups) for groups in pushed] == [2, 1]


def test_what_somebody_did_at_once_is_sent_at_once(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(session: Session) -> None:
        for number in range(270):
            create_product(session, ProductDraft(name=f"کالای {number}"))

    for _ in range(2):
        write(shop.first, fill)
    pushed = heard(shop.first, monkeypatch, lambda: None)
    shop.sync()
    assert [[len(one["ops"]) for one in groups] for groups in pushed] == [[270], [270]]


def test_what_the_server_knows_nothing_of_is_made_known(shop: SyncedShop) -> None:
    shop.served.admin.execute("DELETE FROM ecrm_sync.records WHERE id = %s", [shop.some.customer])
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.sync()
    assert customer(shop.second, shop.some.customer).job == "خیاط"


def test_what_went_under_a_former_identity_is_ones_own(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: Any) -> None:
        raise LostError

    made = write(shop.first, lambda session: create_product(session, ProductDraft(name="کفش")))
    shop.sync()
    edit(shop.first, shop.some.customer, job="خیاط")
    write(shop.first, lambda session: setattr(session.get_one(Product, made), "price", 7))
    with monkeypatch.context() as patched, pytest.raises(LostError):
        patched.setattr(shop.first.transport, "pull", lose)
        shop.first.sync()
    edit(shop.second, shop.some.customer, notes="دیر می‌آید")
    shop.second.sync()

    shop.first.start_again()
    write(shop.first, take_identity, "restore")
    edit(shop.first, shop.some.customer, job="معلم")
    write(shop.first, lambda session: session.delete(session.get_one(Product, made)))
    shop.sync()
    one = customer(shop.second, shop.some.customer)
    assert (one.job, one.notes) == ("معلم", "دیر می‌آید")
    assert read(shop.second, lambda session: session.get(Product, made)) is None
    assert conflicts(shop.first) == []
