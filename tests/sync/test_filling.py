"""A PC that comes to a shop takes its records as they are, whatever others do meanwhile."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, func, select

from ecrm_desktop.backup.entering import leave_shop, plan_leaving
from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.models.changes import FORGETTING, Change, ChangeGroup
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.sync import Link, UnfinishedGroup, UnknownValue
from ecrm_desktop.queries.checks import Finding
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.storage.database import Session
from ecrm_desktop.sync import engine, filling
from ecrm_desktop.sync.engine import Engine
from ecrm_desktop.sync.identity import begin_anew, take_identity
from ecrm_desktop.values.phone import Phone
from tests.helpers.shop_life import NOW, TODAY
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


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file takes many pages to be full."""
    monkeypatch.setattr(filling, "PAGE", 3)


class Between:
    """Stands before a PC's way to the server: after each page of records something happens."""

    def __init__(self, pc: Pc, act: Callable[[], Any]) -> None:
        self.inner = pc.transport
        self._act = act
        self.asked: list[tuple[str, UUID | None]] = []
        self.cursors: list[int] = []
        pc.transport = self
        pc.start_again()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def fill(self, device: UUID, table: str, after: UUID | None, limit: int) -> Any:
        answer = self.inner.fill(device, table, after, limit)
        self.asked.append((table, after))
        self._act()
        return answer

    def pull(self, device: UUID, epoch: UUID, batch: int, cursor: int, limit: int) -> Any:
        self.cursors.append(cursor)
        return self.inner.pull(device, epoch, batch, cursor, limit)


def link_of(pc: Pc) -> Link:
    link: Link = read(pc, lambda session: session.scalars(select(Link)).one())
    return link


def unfinished(pc: Pc) -> list[int]:
    found = select(UnfinishedGroup.group_number)
    return list(read(pc, lambda session: session.scalars(found).all()))


def call(pc: Pc, person: UUID) -> None:
    draft = InteractionDraft(customer_id=person, occurred_at=NOW, subject="x")
    write(pc, lambda session: record_interaction(session, draft))


def add_number(pc: Pc, person: UUID) -> UUID:
    made = uuid4()
    number = CustomerPhone(id=made, customer_id=person, number="+989120000000", is_primary=True)
    write(pc, lambda session: session.add(number))
    return made


def remove(pc: Pc, person: UUID) -> None:
    write(pc, lambda session: delete_customers(session, [person]))
    write(pc, empty_bin)


def lose(shop: SyncedShop, pc: Pc) -> None:
    """Let a PC send what waits and be gone before it hears of anything."""

    def pull(*_arguments: Any) -> Any:
        raise LostError("question")

    pc.transport.pull = pull
    with pytest.raises(LostError):
        pc.sync()
    pc.database.close()
    shop.pcs.remove(pc)


def some_people(pc: Pc, count: int) -> list[UUID]:
    return [add_customer(pc, CustomerDraft(last_name=f"{n:02}")) for n in range(count)]


def test_what_others_do_meanwhile_comes_too(shop: SyncedShop) -> None:
    people = some_people(shop.first, 12)
    shop.sync()
    head = shop.first.transport.digests(shop.first.engine.device_id)["head"]
    third = shop.add()

    def work() -> None:
        """From both ends of what is on its way: there already, and still to come."""
        if not people:
            return
        edit(shop.first, people.pop(), job="خیاط")
        if people:
            write(
                shop.first, lambda session: forget_customer(session, people.pop(), None), "forget"
            )
        if people:
            gone = people.pop(0)
            call(shop.second, gone)
            remove(shop.first, gone)
        add_customer(shop.second, CustomerDraft(last_name="تازه"))
        shop.first.sync()
        shop.second.sync()

    way = Between(third, work)
    third.sync()
    # All of the history that there was before is left out.
    assert way.cursors[0] >= head
    assert not people
    shop.sync()
    made = select(func.count()).where(
        Change.table_name == "customers",
        Change.kind == "insert",
        Change.record_id.in_(select(Customer.id).where(Customer.last_name != "تازه")),
    )
    assert read(third, lambda session: session.scalar(made)) == 0


def test_who_breaks_off_goes_on_where_it_stopped(shop: SyncedShop) -> None:
    some_people(shop.first, 8)
    shop.sync()
    third = shop.add()
    lost: set[tuple[str, UUID | None]] = set()

    def lose() -> None:
        """Let the first answer about each page get lost; what there is is asked each time."""
        if way.asked[-1][0] and way.asked[-1] not in lost:
            lost.add(way.asked[-1])
            raise LostError("answer")

    way = Between(third, lose)
    while True:
        try:
            third.sync()
        except LostError:
            assert third.findings() == {}
            third.start_again()
        else:
            break
    pages = [one for one in way.asked if one[0]]
    # Each page was lost once and came once, and none before those that were here.
    assert pages[::2] == pages[1::2]
    assert len(set(pages)) * 2 == len(pages) > 30
    shop.sync()


def test_work_during_the_filling_has_seen_what_is_there(shop: SyncedShop) -> None:
    people = sorted(some_people(shop.first, 6))
    shop.sync()
    third = shop.add()
    done: list[UUID] = []

    def work() -> None:
        there = [one for one in people if not done and customer(third, one) is not None]
        if len(there) > 2:
            edit(third, there[0], job="خیاط")
            remove(third, there[1])
            done.extend(there[:2])

    Between(third, work)
    third.sync()
    assert customer(third, done[0]).job == "خیاط"
    shop.sync()
    assert customer(shop.first, done[0]).job == "خیاط"
    assert customer(shop.first, done[1]) is None
    assert conflicts(shop.first) == []


def test_what_waits_is_kept_where_a_file_begins_anew(shop: SyncedShop) -> None:
    kept, gone, theirs = some_people(shop.first, 3)
    shop.sync()
    remove(shop.first, theirs)
    shop.first.sync()
    write(shop.second, begin_anew)

    def work() -> None:
        if len(way.asked) == 1:
            edit(shop.second, kept, job="معلم")
            remove(shop.second, gone)

    way = Between(shop.second, work)
    shop.second.sync()
    assert customer(shop.second, kept).job == "معلم"
    assert [customer(shop.second, one) for one in (gone, theirs)] == [None, None]
    shop.sync()
    assert customer(shop.first, kept).job == "معلم"
    assert customer(shop.first, theirs) is None


def test_work_during_the_filling_knows_what_was_sent_before_it(shop: SyncedShop) -> None:
    [person] = some_people(shop.first, 1)
    shop.sync()
    write(shop.second, begin_anew)
    edit(shop.second, person, job="خیاط")

    def work() -> None:
        if len(way.asked) == 1:
            edit(shop.second, person, job="معلم")

    def pull(*_arguments: Any) -> Any:
        raise LostError("question")

    way = Between(shop.second, work)
    way.pull = pull  # type: ignore[assignment,method-assign]
    with pytest.raises(LostError):
        shop.second.sync()
    shop.second.transport = way.inner
    write(shop.second, take_identity)
    shop.second.start_again()
    shop.sync()
    assert customer(shop.first, person).job == "معلم"
    assert conflicts(shop.first) == []


def test_who_begins_anew_forgets_whom_others_forgot(shop: SyncedShop) -> None:
    draft = CustomerDraft(last_name=NAME, phones=(PhoneDraft(phone=Phone.parse("+989120000000")),))
    person = add_customer(shop.first, draft)
    shop.sync()
    edit(shop.second, person, job=f"{NAME} jr")
    shop.sync()
    write(shop.first, lambda session: forget_customer(session, person, None), FORGETTING)
    shop.first.sync()
    write(shop.second, begin_anew)
    shop.second.start_again()
    shop.sync()
    values = select(func.coalesce(Change.before, "") + func.coalesce(Change.after, ""))
    assert NAME not in "".join(read(shop.second, lambda session: session.scalars(values).all()))


def test_what_was_gone_before_it_came_lives_again_for_its_parts(shop: SyncedShop) -> None:
    person = add_customer(shop.first, CustomerDraft(last_name="کریمی"))
    shop.sync()
    remove(shop.first, person)
    shop.first.sync()
    third = shop.add()
    third.sync()
    number = add_number(shop.second, person)
    lose(shop, shop.second)
    third.sync()
    assert customer(third, person).last_name == "کریمی"
    shop.sync()
    assert read(shop.first, lambda session: session.get(CustomerPhone, number)) is not None


def test_what_only_a_filled_file_has_is_offered_to_a_server_that_was_put_back(
    shop: SyncedShop,
) -> None:
    old = add_customer(shop.first, CustomerDraft(last_name="قدیمی"))
    shop.sync()
    shop.served.keep()
    made = add_customer(shop.first, CustomerDraft(last_name="تازه"))
    edit(shop.first, old, job="خیاط", last_name="کهن")
    shop.first.sync()
    third = shop.add()
    third.sync()
    # Who made both is gone for good.
    shop.first.database.close()
    shop.pcs.remove(shop.first)
    shop.served.put_back()
    third.sync()
    edit(third, made, notes="دیر می‌آید")
    shop.first = shop.second
    shop.sync()
    assert customer(shop.second, made).last_name == "تازه"
    assert customer(shop.second, old).job == "خیاط"
    # Who wrote later is not known any more.
    assert conflicts(shop.second) == [("last_name", '"کهن"')]


def test_what_only_a_newer_program_knows_comes_along(shop: SyncedShop) -> None:
    link = link_of(shop.first)
    group: dict[str, Any] = {"g": uuid4().hex, "at": "2027-01-01 00:00:00.000000", "u": None}
    thing = uuid4().hex
    operations = [
        ["u", "customers", shop.some.customer.hex, {"colour": "red"}],
        ["c", "things", thing, {"name": "x"}],
        # Here it is a table that never travels.
        ["c", "counters", thing, {"name": "y"}],
    ]
    group |= {"a": "", "s": "9999", "seen": link.cursor, "part": 1, "more": False}
    payload = json.dumps({"schema": "9999", "groups": [group | {"ops": operations}]})
    shop.first.transport.push(link.device_id, link.epoch, link.batch + 1, bytes(32), payload)
    write(shop.first, begin_anew)
    shop.first.start_again()
    third = shop.add()
    for pc in (shop.first, third):
        pc.sync()
        kept = read(pc, lambda session: session.scalars(select(UnknownValue)).all())
        assert {(one.unit, one.value) for one in kept} == {
            ("colour", '"red"'),
            ("name", '"x"'),
            ("name", '"y"'),
        }


def record_long_sale(pc: Pc) -> UUID:
    """Record a sale that goes to the server in two parts."""
    lines = tuple(LineDraft(product_id=None, title=f"کالا {n}", unit_price=5) for n in range(600))
    sale = PurchaseDraft(purchased_on=TODAY, purchased_at=NOW, discount=7, lines=lines)
    made: UUID = write(pc, lambda session: record_purchase(session, sale))
    return made


def send_half_a_sale(pc: Pc) -> UUID:
    """Let the first part of such a sale come to the server, and then nothing more."""
    made = record_long_sale(pc)
    batches: list[Any] = []
    pushing = pc.transport.push

    def push_once(*arguments: Any) -> Any:
        batches.append(arguments)
        if len(batches) > 1:
            raise LostError("question")
        return pushing(*arguments)

    pc.transport.push = push_once
    with pytest.raises(LostError):
        pc.sync()
    return made


def test_nothing_is_set_right_while_a_group_is_half_there(shop: SyncedShop) -> None:
    made = record_long_sale(shop.first)
    pushing = shop.first.transport.push
    pushed: list[bool] = []

    def push_once(*arguments: Any) -> Any:
        if pushed:
            raise LostError("question")
        pushed.append(True)
        return pushing(*arguments)

    shop.first.transport.push = push_once
    with pytest.raises(LostError):
        shop.first.sync()
    third = shop.add()
    third.sync()
    assert third.findings() == {}
    total = select(Purchase.total).where(Purchase.id == made)
    assert read(third, lambda session: session.scalar(total)) == 2_993
    shop.first.transport.push = pushing
    shop.sync()
    assert read(third, lambda session: session.scalar(total)) == 2_993


def test_who_begins_anew_waits_for_the_groups_that_go_on_and_for_no_others(
    shop: SyncedShop,
) -> None:
    some_people(shop.first, 1)
    shop.sync()
    made = send_half_a_sale(shop.first)
    shop.second.sync()
    half = unfinished(shop.second)
    assert len(half) == 1
    # One that ended, as in a salvaged file, instead of the one that goes on.
    ended = select(func.min(ChangeGroup.number)).where(ChangeGroup.origin.is_not(None))

    def forget_half(session: Session) -> None:
        begin_anew(session)
        session.execute(delete(UnfinishedGroup))
        session.add(UnfinishedGroup(group_number=session.scalar(ended)))

    write(shop.second, forget_half)
    shop.second.start_again()
    shop.second.sync()
    assert unfinished(shop.second) == half
    # Of somebody who was shut out nothing comes any more.
    shop.served.admin.execute(
        "UPDATE ecrm_sync.devices SET revoked = now() WHERE id = %s",
        (shop.first.engine.device_id,),
    )
    third = shop.add()
    third.sync()
    assert unfinished(third) == []
    total = select(Purchase.total).where(Purchase.id == made)
    assert read(third, lambda session: session.scalar(total)) < 2_500
    shop.first.database.close()
    shop.pcs.remove(shop.first)
    shop.first = shop.second
    shop.sync()


def test_what_comes_no_further_is_set_right_without_another_page(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    third = shop.add()
    made = send_half_a_sale(shop.first)
    shop.first.database.close()
    shop.pcs.remove(shop.first)
    shop.second.sync()
    total = select(Purchase.total).where(Purchase.id == made)
    assert read(shop.second, lambda session: session.scalar(total)) == 2_993
    # Put back to where it is: what is to come of the sale is not known any more.
    shop.served.keep()
    shop.served.put_back()
    shop.second.sync()
    assert read(shop.second, lambda session: session.scalar(total)) < 2_500

    person = add_customer(shop.second, CustomerDraft(last_name="کریمی"))
    shop.second.sync()
    third.sync()
    remove(shop.second, person)
    add_number(third, person)
    third.sync()
    killed = Engine(shop.second.database, shop.second.transport, shop.second.name)
    with monkeypatch.context() as patched:
        patched.setattr(engine, "repair_some", broken_off)
        with pytest.raises(LostError):
            killed.run_round()
    assert shop.second.findings() == {}
    shop.second.sync()
    assert customer(shop.second, person) is not None
    shop.first = third
    shop.sync()


def broken_off(*_arguments: Any) -> bool:
    raise LostError("power")


def test_what_does_not_go_together_is_set_right_at_the_end(shop: SyncedShop) -> None:
    person = add_customer(shop.first, CustomerDraft(last_name="کریمی"))
    shop.sync()
    write(shop.first, lambda session: delete_customers(session, [person]))
    write(shop.first, empty_bin)
    shop.first.sync()
    third = shop.add()
    add_number(shop.second, person)
    lose(shop, shop.second)
    third.sync()
    assert customer(third, person).last_name == "کریمی"
    shop.sync()


def many_people(pc: Pc) -> None:
    """Record so many that nobody makes their lines in the index one by one."""
    with pc.database.transaction() as session:
        for number in range(60):
            create_customer(session, CustomerDraft(last_name=f"{number}"))
    pc.sync()


def test_who_came_with_many_others_is_in_the_index(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "PAGE", 100)
    many_people(shop.first)
    shop.add()
    shop.sync()


def test_who_leaves_half_filled_finds_all_that_came(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "PAGE", 100)
    many_people(shop.first)
    third = shop.add()

    def lose() -> None:
        if way.asked[-1][0] == "purchase_lines":
            raise LostError("answer")

    way = Between(third, lose)
    with pytest.raises(LostError):
        third.sync()
    assert plan_leaving(third.database).is_half
    assert not plan_leaving(shop.first.database).is_half
    leave_shop(third.database, limit=1)
    assert customer(third, shop.some.customer) is not None
    assert Finding.INDEX_STALE not in third.findings()
    third.database.close()


def test_who_brings_most_of_what_there_is_pulls(shop: SyncedShop) -> None:
    third = shop.add()
    with third.database.transaction() as session:
        for number in range(400):
            create_customer(session, CustomerDraft(last_name=f"{number}"))
    way = Between(third, lambda: None)
    third.sync()
    assert way.asked == []
    assert way.cursors[0] == 0
    shop.sync()
