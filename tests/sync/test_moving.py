"""A shop moves from one server to another, while its other PCs still are at the first one."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from ecrm_desktop.backup.sharing import share_shop
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import Link
from ecrm_desktop.services.bin import empty_bin, put_ids_in_bin
from ecrm_desktop.sync.address import ServerAddress
from ecrm_desktop.sync.entering import ShopThere, Visit, look_here
from ecrm_desktop.sync.identity import COMPARED
from ecrm_desktop.sync.leases import last_used
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from ecrm_desktop.sync.server.installing import make_shop
from ecrm_desktop.sync.sharing import Sharing, sharing_state
from tests.helpers.synced_pcs import LostError, Pc, ServedShop
from tests.helpers.synced_shop import (
    SyncedShop,
    add_customer,
    conflicts,
    customer,
    edit,
    read,
    write,
)


@pytest.fixture
def elsewhere(cluster: EmbeddedPostgres, shop: SyncedShop) -> Iterator[ServedShop]:
    """Another server, to which the shop is to move."""
    served = ServedShop(cluster, f"moved_{uuid4().hex}")
    served.shop = shop.served.shop
    make_shop(served.admin, served.shop)
    yield served
    served.close()


def move(pc: Pc, served: ServedShop, *, is_there: bool = False) -> None:
    """Pair a PC with another server of its shop, with a text from there, and let it sync."""
    device = uuid4()
    address = ServerAddress(host="127.0.0.1", port=1, database="shop", role="moved")
    pairing = Pairing(
        address=address, shop=served.shop, device=device, name=pc.name, password=new_password()
    )
    pc.transport = served.transport(device)
    here = read(pc, look_here)
    assert here.shop_id == served.shop
    there = ShopThere(id=served.shop if is_there else None, values={}, customers=0)
    Visit(pairing, there, lambda: None).enter(pc.database, here, pc.name)
    pc.start_again()
    pc.sync()


def delete_for_good(pc: Pc, record: UUID) -> None:
    write(pc, lambda session: put_ids_in_bin(session, Customer, [record]))
    write(pc, empty_bin)


def test_who_stays_at_the_old_server_for_a_while_loses_nothing(
    shop: SyncedShop, elsewhere: ServedShop
) -> None:
    a, b = shop.pcs
    one, two, dead = (add_customer(a, CustomerDraft(last_name=name)) for name in ("یک", "دو", "سه"))
    shop.sync()
    edit(b, one, first_name="پیش از رفتن")

    move(a, elsewhere)
    edit(a, two, province="تهران")
    mine = add_customer(a, CustomerDraft(last_name="آنجا"))
    a.sync()
    # The other one goes on at the old server, and what it does there is taken there.
    edit(b, one, job="خیاط")
    edit(b, two, province="شیراز")
    theirs = add_customer(b, CustomerDraft(last_name="اینجا"))
    delete_for_good(b, dead)
    b.sync()
    edit(b, two, first_name="هنوز نرفته")

    move(b, elsewhere)
    shop.served, old = elsewhere, shop.served
    shop.sync()
    old.close()
    for pc in shop.pcs:
        assert (customer(pc, one).first_name, customer(pc, one).job) == ("پیش از رفتن", "خیاط")
        assert customer(pc, two).first_name == "هنوز نرفته"
        # What was removed for good at the old server meanwhile is there again, and told of.
        assert customer(pc, dead) is not None
        assert ("", "null") in conflicts(pc)
        assert {customer(pc, mine).last_name, customer(pc, theirs).last_name} == {"آنجا", "اینجا"}
        provinces = {
            customer(pc, two).province,
            *(json.loads(lost) for unit, lost in conflicts(pc) if unit),
        }
        assert provinces == {"تهران", "شیراز"}
    codes = read(a, lambda session: session.scalars(select(Customer.code)).all())
    assert len(codes) == len(set(codes))


def test_who_comes_once_more_as_another_device_knows_its_own_work(shop: SyncedShop) -> None:
    one = add_customer(shop.first, CustomerDraft(last_name="یک"))
    shop.sync()
    compared = select(Counter.last).where(Counter.name == COMPARED)
    assert read(shop.first, lambda session: session.scalar(compared)) is not None
    edit(shop.first, one, job="خیاط")
    pulling = shop.first.transport.pull

    def pull(*_arguments: Any) -> Any:
        raise LostError("question")

    shop.first.transport.pull = pull
    with pytest.raises(LostError):
        shop.first.sync()
    shop.first.transport.pull = pulling
    edit(shop.first, one, job="معلم")
    move(shop.first, shop.served, is_there=True)
    # What went wrong on the way is soon found.
    assert read(shop.first, lambda session: session.scalar(compared)) is None
    shop.sync()
    assert customer(shop.second, one).job == "معلم"
    assert conflicts(shop.first) == []


def test_a_shop_is_founded_once(shop: SyncedShop, elsewhere: ServedShop) -> None:
    a, b = shop.pcs
    gone = add_customer(a, CustomerDraft(last_name="رفته"))
    shop.sync()
    delete_for_good(a, gone)
    a.sync()  # the other one hears of it at the new server alone
    move(a, elsewhere)
    told = a.transport.found(a.engine.device_id, json.dumps([[uuid4().hex, 5]]), 5)
    assert told == {"founded": False}
    for wrong in (
        "",
        "[",
        "{}",
        "[]",
        '[["x", 1]]',
        f'[["{uuid4().hex}", -1]]',
        f'[["{uuid4().hex}"]]',
    ):
        said = a.transport.found(a.engine.device_id, wrong, 5)
        assert said == {"refused": "malformed"}
    move(b, elsewhere)
    shop.served, old = elsewhere, shop.served
    shop.sync()
    old.close()
    assert conflicts(a) == []
    assert [customer(pc, gone) for pc in shop.pcs] == [None, None]


class LosingEachOnce:
    """A way to a server on which the first answer to each question of a kind gets lost."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.lost: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def lease(self, device: UUID, name: str, count: int, at_least: int) -> Any:
        return self._losing(name, self._inner.lease(device, name, count, at_least))

    def found(self, device: UUID, epochs: str, revision: int) -> Any:
        return self._losing("found", self._inner.found(device, epochs, revision))

    def _losing(self, what: str, answer: Any) -> Any:
        if what not in self.lost:
            self.lost.append(what)
            raise LostError("answer")
        return answer


def test_a_shop_that_loses_answers_on_its_way_comes_there_whole(
    shop: SyncedShop, elsewhere: ServedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = shop.pcs
    used = read(a, lambda session: last_used(session, "customer"))
    ways: list[LosingEachOnce] = []

    def transport(device: UUID) -> Any:
        ways.append(LosingEachOnce(ServedShop.transport(elsewhere, device)))
        return ways[-1]

    with monkeypatch.context() as patched:
        patched.setattr(elsewhere, "transport", transport)
        with pytest.raises(LostError):
            move(a, elsewhere)
    for _ in range(3):
        a.start_again()
        with pytest.raises(LostError):
            a.sync()
    a.start_again()
    a.sync()
    assert len(ways[0].lost) == 4
    there = a.transport.digests(a.engine.device_id)["tables"]
    here = a.digests()
    assert there == {name: here[name] for name in there}
    assert "customers" in there
    assert a.transport.lease(a.engine.device_id, "customer", 1, 1)[0] > used + 1_000
    move(b, elsewhere)
    shop.served, old = elsewhere, shop.served
    shop.sync()
    old.close()


def test_who_has_not_all_of_a_shop_brings_it_nowhere(
    shop: SyncedShop, elsewhere: ServedShop
) -> None:
    third = shop.add()

    def fill(device: UUID, table: str, after: UUID | None, limit: int) -> Any:
        if table == "purchase_lines":
            raise LostError("question")
        return way.fill(device, table, after, limit)

    way = third.transport
    third.transport = LosingEachOnce(way)
    third.transport.fill = fill
    third.start_again()
    with pytest.raises(LostError):
        third.sync()

    def share() -> None:
        share_shop(third.database, Sharing(host="localhost", port=1), "دفتر", limit=1)

    def sync_there() -> None:
        device = uuid4()
        write(third, lambda session: setattr(session.get_one(Link, 1), "device_id", device))
        third.transport = elsewhere.transport(device)
        third.start_again()
        third.sync()

    for attempt in (share, lambda: move(third, elsewhere), sync_there):
        with pytest.raises(SyncError) as refused:
            attempt()
        assert refused.value.problem is Problem.SYNC_HALF_THERE
    assert sharing_state(third.database.path) is None
    # Somebody who has all of it brings it there, and then whoever has not comes, too.
    for pc in (shop.first, third, shop.second):
        move(pc, elsewhere, is_there=pc is not shop.first)
    shop.served, old = elsewhere, shop.served
    shop.sync()
    old.close()
