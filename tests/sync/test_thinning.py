"""The server's log goes as far as nobody needs it; whoever was away for longer lacks nothing."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.changes import FORGETTING, Change
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import Link
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.sync import filling
from ecrm_desktop.sync.identity import COMPARED
from ecrm_desktop.sync.server.installing import make_device, revoke_device
from tests.helpers.sync_shops import Pc as Device
from tests.helpers.sync_shops import TwoShops, group, operation
from tests.helpers.synced_pcs import LostError, Pc
from tests.helpers.synced_shop import (
    SyncedShop,
    add_customer,
    conflicts,
    customer,
    edit,
    read,
    write,
)

NAME = "Secretina"
RECORD, OTHER = "0" * 31 + "1", "0" * 31 + "2"


def let_time_pass(shops: TwoShops, *absent: Device, days: int = 182) -> None:
    """Let what came about so far be so old, and only some not be seen since."""
    shops.server.execute(
        "INSERT INTO ecrm_sync.heads SELECT shop, current_date - %s::integer, revision"
        " FROM ecrm_sync.shops WHERE shop = %s",
        [days, shops.shop],
    )
    let_be_away(shops, *absent)


def let_be_away(shops: TwoShops, *absent: Device) -> None:
    shops.server.execute(
        "UPDATE ecrm_sync.devices SET last_seen = now() - interval '181 d' WHERE id = ANY (%s)",
        [[one.device for one in absent]],
    )


def revisions(shops: TwoShops) -> list[int]:
    """Return which operations of the shop the log has."""
    rows = shops.server.execute(
        "SELECT revision FROM ecrm_sync.operations WHERE shop = %s ORDER BY 1", [shops.shop]
    )
    return [one for (one,) in rows]


def test_what_everybody_knows_and_is_old_goes(two_shops: TwoShops) -> None:
    me, other = two_shops.first, two_shops.second
    me.push(group(operation("c", RECORD, name="a"), operation("c", OTHER, name="x")))
    me.push(group(operation("u", RECORD, name="b"), operation("u", RECORD, name="c"), seen=2))
    stranger = two_shops.stranger
    stranger.push(group(operation("c", RECORD, name="s"), operation("u", RECORD, name="t")))
    digests = me.call("digest_v1")
    let_time_pass(two_shops, days=179)
    me.pull(4)
    other.pull(4)
    assert me.call("thin_v1")["thinned_to"] == 0
    let_time_pass(two_shops)
    other.pull(2)

    # The other one has said that it has the first two.
    said = me.call("thin_v1")

    assert said.pop("epoch")
    assert said == {"head": 4, "thinned_to": 2, "more": False}
    assert revisions(two_shops) == [2, 3, 4]
    assert [one[0] for one in other.pull(2)["groups"][0]["ops"]] == [3, 4]
    other.pull(4)
    assert me.call("thin_v1")["thinned_to"] == 4
    # How a record was made is all that there is of it.
    assert revisions(two_shops) == [2]
    assert me.call("digest_v1") == digests
    assert me.records() == {RECORD: {"name": "c"}, OTHER: {"name": "x"}}
    assert other.pull(1) == {"refused": "too_old", "thinned_to": 4}
    assert other.pull(4)["groups"] == []
    # What was thinned is not written anew by what comes late, and what came is never taken again.
    me.push(group(operation("u", OTHER, name="y"), seen=4))
    for pc in (me, other):
        pc.pull(5)
    let_time_pass(two_shops, days=181)
    assert other.call("thin_v1")["thinned_to"] == 5
    assert revisions(two_shops) == []
    assert len(stranger.pull(0)["groups"]) == 0
    assert stranger.records() == {RECORD: {"name": "t"}}


def test_who_was_away_for_long_keeps_nothing(two_shops: TwoShops) -> None:
    me, other = two_shops.first, two_shops.second
    me.push(group(operation("c", RECORD, name="a"), operation("u", RECORD, name="b")))
    let_time_pass(two_shops)
    me.pull(2)
    assert me.call("thin_v1")["thinned_to"] == 0
    let_be_away(two_shops, other)
    assert me.call("thin_v1")["thinned_to"] == 2
    assert other.pull(0) == {"refused": "too_old", "thinned_to": 2}

    # What it did without having seen the rest is judged as ever.
    said = other.push(group(operation("u", RECORD, name="z"), operation("d", OTHER)))

    assert said["groups"][0]["last"] == 4
    assert me.records("conflicts") != {}


def test_who_was_shut_out_or_never_came_keeps_nothing(two_shops: TwoShops) -> None:
    me, other = two_shops.first, two_shops.second
    make_device(two_shops.server, me.shop, uuid.uuid4(), two_shops.stranger.role)
    me.push(group(operation("c", RECORD, name="a"), operation("u", RECORD, name="b")))
    let_time_pass(two_shops)
    me.pull(2)
    assert me.call("thin_v1")["thinned_to"] == 0

    revoke_device(two_shops.server, me.shop, other.device)

    assert me.call("thin_v1")["thinned_to"] == 2
    # Whom it shut out decides nothing, and nobody in another shop was asked.
    assert other.call("thin_v1") == {"refused": "revoked"}
    assert two_shops.stranger.call("thin_v1")["thinned_to"] == 0


def test_many_go_in_portions(two_shops: TwoShops) -> None:
    me = two_shops.first
    people = [uuid.uuid4().hex for _ in range(250)]
    for name in range(11):
        made = [operation("c", one) for one in people]
        me.push(group(*made, *(operation("u", one, name=str(name)) for one in people)))
    let_time_pass(two_shops, two_shops.second)
    me.pull(5_500)

    said = me.call("thin_v1")

    assert (said["thinned_to"], said["more"]) == (5_000, True)
    assert len(revisions(two_shops)) == 500
    assert not me.call("thin_v1")["more"]
    assert revisions(two_shops) == []


def test_what_the_log_has_no_more_counts_as_unseen(two_shops: TwoShops) -> None:
    me, other = two_shops.first, two_shops.second
    me.push(group(operation("c", RECORD, name="a")))
    other.push(group(operation("u", RECORD, name="b"), seen=1))
    me.push(group(operation("u", RECORD, name="b"), seen=2))
    let_time_pass(two_shops, other)
    me.pull(3)
    me.call("thin_v1")
    former = Device(me.shop, uuid.uuid4(), me.role, me.connection)
    former.hello(me.device)

    # A file that was put back, and had sent the last of these itself.
    payload = {"schema": "0012", "own": [[3, 3]]}
    push(former, payload, group(operation("d", RECORD), seen=1))

    assert me.records() == {RECORD: {"name": "b"}}


def push(pc: Device, payload: dict[str, Any], *groups: Any) -> None:
    assert "groups" in pc.push_text(json.dumps(payload | {"groups": groups}), 1)


def test_nothing_of_who_is_forgotten_stays_in_a_thinned_log(two_shops: TwoShops) -> None:
    me = two_shops.first
    me.push(group(operation("c", RECORD, name=NAME)))
    let_time_pass(two_shops, two_shops.second)
    me.pull(1)
    me.call("thin_v1")
    assert revisions(two_shops) == [1]
    me.push(group(operation("u", RECORD, name="b"), operation("f", RECORD), seen=1))

    rows = two_shops.server.execute("SELECT fields::text FROM ecrm_sync.operations")

    assert NAME not in "".join(text for (text,) in rows)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file takes many pages to be full."""
    monkeypatch.setattr(filling, "PAGE", 5)


def go_away(shop: SyncedShop, *, keeping: bool = False) -> None:
    """Let the second PC be away until the log has nothing of what came about meanwhile."""
    shop.first.sync()
    shop.served.let_half_a_year_pass()
    if keeping:
        shop.served.keep()
    shop.first.sync()
    shop.first.engine.thin()
    rows = shop.served.admin.execute("SELECT thinned_to FROM ecrm_sync.shops").fetchone()
    assert rows is not None
    assert rows[0] > read(shop.second, lambda session: session.scalar(select(Link.cursor)))


def some_work(shop: SyncedShop) -> dict[str, uuid.UUID]:
    """Let both PCs work, the second one without a network; return whom it is about."""
    names = ("theirs", "mine", "both", "gone", "edited", "forgotten", "removed")
    people = {name: add_customer(shop.first, CustomerDraft(last_name=name)) for name in names}
    people["named"] = add_customer(shop.first, CustomerDraft(last_name=NAME))
    shop.sync()
    edit(shop.second, people["mine"], job="خیاط")
    edit(shop.second, people["both"], job="معلم", notes="از دوم")
    edit(shop.second, people["edited"], job="نانوا")
    edit(shop.second, people["named"], job=f"{NAME} jr")
    people["new"] = add_customer(shop.second, CustomerDraft(last_name="تازه"))
    write(shop.second, lambda session: delete_customers(session, [people["removed"]]))
    write(shop.second, empty_bin)
    edit(shop.first, people["theirs"], job="پزشک")
    edit(shop.first, people["both"], job="راننده")
    gone = [people["gone"], people["edited"]]
    write(shop.first, lambda session: delete_customers(session, gone))
    write(shop.first, empty_bin)
    write(shop.first, lambda session: forget_customer(session, people["named"], None), FORGETTING)
    return people


def check(shop: SyncedShop, people: dict[str, uuid.UUID]) -> None:
    for pc in (shop.first, shop.second):
        found = {name: customer(pc, one) for name, one in people.items()}
        jobs = {name: one.job for name, one in found.items() if one is not None}
        assert jobs.pop("named", "") == ""
        assert jobs == {
            "theirs": "پزشک",
            "mine": "خیاط",
            "both": "معلم",
            "edited": "نانوا",
            "forgotten": "",
            "new": "",
        }
        assert found["both"].notes == "از دوم"
    assert ("job", '"راننده"') in conflicts(shop.second)
    values = select(func.coalesce(Change.before, "") + func.coalesce(Change.after, ""))
    assert NAME not in "".join(read(shop.second, lambda session: session.scalars(values).all()))


@pytest.mark.usefixtures("small_pages")
def test_who_comes_back_has_all_and_loses_nothing(shop: SyncedShop) -> None:
    people = some_work(shop)
    go_away(shop)
    asked = Counting(shop.second)

    shop.second.sync()

    assert asked.refusals == 1
    shop.sync()
    check(shop, people)


class Counting:
    """Stands before a PC's way to the server; every answer gets lost once if it `loses`."""

    def __init__(self, pc: Pc, *, loses: bool = False) -> None:
        self._inner = pc.transport
        self._lost: set[Any] | None = set() if loses else None
        self.refusals = 0
        pc.transport = self
        pc.start_again()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def pull(self, *arguments: Any) -> Any:
        answer = self._inner.pull(*arguments)
        self.refusals += "thinned_to" in answer
        self._lose(("pull", *arguments))
        return answer

    def fill(self, *arguments: Any) -> Any:
        answer = self._inner.fill(*arguments)
        if arguments[1]:
            self._lose(("fill", *arguments))
        return answer

    def end(self) -> None:
        """Lose no more; there was enough to lose."""
        assert self._lost is not None
        assert len(self._lost) > 15
        self._lost = None

    def _lose(self, question: Any) -> None:
        if self._lost is not None and question not in self._lost:
            self._lost.add(question)
            raise LostError("answer")


@pytest.mark.usefixtures("small_pages")
def test_who_comes_back_breaks_off_at_every_step(shop: SyncedShop) -> None:
    people = some_work(shop)
    go_away(shop, keeping=True)
    way = Counting(shop.second, loses=True)
    for number in range(200):
        try:
            shop.second.sync()
        except LostError:
            shop.second.start_again()
            if number == 10:
                shop.served.put_back()
        else:
            break
    way.end()
    shop.sync()
    check(shop, people)


def test_a_file_that_was_put_back_to_before_the_log_is_filled(
    shop: SyncedShop, tmp_path: Path
) -> None:
    person = add_customer(shop.second, CustomerDraft(last_name="الف"))
    shop.sync()
    shop.second.keep(tmp_path / "kept")
    edit(shop.second, person, job="خیاط")
    made = add_customer(shop.second, CustomerDraft(last_name="ب"))
    shop.sync()
    shop.served.let_half_a_year_pass()
    shop.sync()
    shop.first.engine.thin()
    shop.second.put_back(tmp_path / "kept")
    edit(shop.second, person, notes="پس از بازگشت")
    shop.sync()
    assert customer(shop.second, person).job == "خیاط"
    assert customer(shop.first, person).notes == "پس از بازگشت"
    assert customer(shop.second, made).last_name == "ب"
    assert conflicts(shop.first) == []


def test_who_comes_new_and_would_pull_from_the_beginning_is_filled(shop: SyncedShop) -> None:
    shop.served.let_half_a_year_pass()
    shop.sync()
    shop.first.engine.thin()
    third = shop.add()
    with third.database.transaction() as session:
        for number in range(200):
            create_customer(session, CustomerDraft(last_name=f"{number}"))
    way = Counting(third)
    shop.sync()
    assert way.refusals == 1


def test_an_idle_round_a_day_lets_it_go(shop: SyncedShop) -> None:
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.sync()
    shop.served.let_half_a_year_pass()
    shop.sync()

    def count() -> int:
        row = shop.served.admin.execute("SELECT count(*) FROM ecrm_sync.operations").fetchone()
        return 0 if row is None else int(row[0])

    before = count()
    shop.first.sync()
    assert count() == before
    write(shop.first, lambda session: session.merge(Counter(name=COMPARED, last=1)))
    shop.first.sync()
    assert count() < before
    shop.sync()
