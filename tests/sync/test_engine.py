"""What a shop on several PCs is promised, each with files, engines and a server that are real."""

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, func, select

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.changes import FORGETTING, Change, ChangeGroup
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerTag
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.sync import Device, Link, UnfinishedGroup, UnknownValue
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.services.bin import empty_bin, expire_bin
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.services.tasks import complete_task
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.sync.identity import begin_anew
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ImportKind, TaskRepeat
from tests.helpers.import_files import bring_in, write_csv
from tests.helpers.shop_life import NOW, TODAY
from tests.helpers.small_shop import fill_small_shop
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

NUMBER = "+989123456789"


def test_different_fields_both_stay(shop: SyncedShop) -> None:
    edit(shop.first, shop.some.customer, job="خیاط")
    edit(shop.second, shop.some.customer, notes="دیر می‌آید")
    shop.sync()
    one = customer(shop.first, shop.some.customer)
    assert (one.job, one.notes) == ("خیاط", "دیر می‌آید")
    assert conflicts(shop.first) == []


def test_of_one_field_the_other_value_is_listed_everywhere(shop: SyncedShop) -> None:
    edit(shop.first, shop.some.customer, job="خیاط")
    edit(shop.second, shop.some.customer, job="معلم")
    shop.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"
    assert conflicts(shop.first) == conflicts(shop.second) == [("job", '"خیاط"')]


def test_whoever_has_seen_a_value_never_loses_to_it(shop: SyncedShop) -> None:
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.sync()
    edit(shop.second, shop.some.customer, job="معلم")
    shop.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"
    assert conflicts(shop.first) == []


def test_an_edit_revives_what_another_pc_emptied_the_bin_of(shop: SyncedShop) -> None:
    write(shop.first, lambda session: delete_customers(session, [shop.some.customer]))
    shop.sync()
    write(shop.first, empty_bin)
    edit(shop.second, shop.some.customer, job="معلم")
    shop.sync()
    assert customer(shop.first, shop.some.customer).job == "معلم"
    assert ("", "null") in conflicts(shop.first)


def test_emptying_the_bin_and_a_new_contact_wedge_nobody(shop: SyncedShop) -> None:

    write(shop.first, lambda session: delete_customers(session, [shop.some.customer]))
    write(shop.first, empty_bin)
    draft = InteractionDraft(customer_id=shop.some.customer, occurred_at=NOW, subject="x")
    write(shop.second, lambda session: record_interaction(session, draft))
    shop.sync()


def test_the_same_tag_of_two_pcs_is_one(shop: SyncedShop) -> None:
    draft = CustomerDraft(last_name="کریمی", phones=(PhoneDraft(phone=Phone.parse(NUMBER)),))
    made = write(shop.first, lambda session: create_customer(session, draft))
    shop.sync()

    tagged = CustomerDraft(last_name="کریمی", phones=draft.phones, tags=("خوش‌حساب",))
    for pc in shop.pcs:
        write(pc, lambda session: update_customer(session, made, tagged))
    shop.sync()
    tags = select(CustomerTag.tag).where(CustomerTag.customer_id == made)
    assert read(shop.first, lambda session: session.scalars(tags).all()) == ["خوش‌حساب"]
    assert conflicts(shop.first) == []


def test_a_repeated_task_that_two_complete_has_one_next(shop: SyncedShop) -> None:
    def repeat(session: Session) -> None:
        session.get_one(Task, shop.some.task).repeat = TaskRepeat.WEEKLY

    write(shop.first, repeat)
    shop.sync()
    for pc in shop.pcs:
        write(pc, lambda session: complete_task(session, shop.some.task, today=TODAY))
    shop.sync()
    following = select(Task.id).where(Task.previous_id == shop.some.task)
    assert len(read(shop.second, lambda session: session.scalars(following).all())) == 1


def test_new_customers_of_offline_pcs_have_codes_of_their_own(shop: SyncedShop) -> None:
    shop.add()
    shop.sync()
    for pc in shop.pcs:
        for number in range(50):
            draft = CustomerDraft(last_name=f"{pc.name} {number}")
            add_customer(pc, draft)
    codes = select(Customer.code).where(Customer.last_name.like("رایانهٔ%"))
    before = [set(read(pc, lambda session: session.scalars(codes).all())) for pc in shop.pcs]
    shop.sync()
    after = read(shop.first, lambda session: session.scalars(codes).all())
    assert len(after) == len(set(after)) == 150
    assert set(after) == set().union(*before)


def test_who_runs_out_of_numbers_offline_goes_on_with_numbers_of_the_pc(shop: SyncedShop) -> None:
    for number in range(120):
        draft = CustomerDraft(last_name=f"مشتری {number}")
        add_customer(shop.second, draft)
    shop.sync()
    device = read(shop.second, lambda session: session.scalar(select(Link.device_number)))
    codes = read(shop.first, lambda session: session.scalars(select(Customer.code)).all())
    assert sum(code.startswith(f"{device}00000") for code in codes) == 20
    assert len(codes) == len(set(codes))


@pytest.mark.usefixtures("keyring_file")
def test_a_password_changed_here_opens_there(shop: SyncedShop) -> None:
    owner = read(shop.first, lambda session: session.scalars(select(User.id)).first())
    write(shop.first, lambda session: set_password(session, owner, "7294"))
    shop.sync()
    both = {read(pc, lambda session: session.get_one(User, owner).password_hash) for pc in shop.pcs}
    assert len(both) == 1
    assert both.pop().startswith("$argon2id$")


def test_two_owners_who_retire_each_other_leave_one(shop: SyncedShop) -> None:
    def retire(session: Session, number: int) -> None:
        owners = session.scalars(select(User).order_by(User.id)).all()
        for at, one in enumerate(owners[:2]):
            one.active = at == number

    def two(session: Session) -> None:
        for one in session.scalars(select(User)):
            one.role = "owner"  # type: ignore[assignment]

    write(shop.first, two)
    shop.sync()
    write(shop.first, lambda session: retire(session, 0))
    write(shop.second, lambda session: retire(session, 1))
    shop.sync()
    active = select(User.id).where(User.active, User.role == "owner")
    assert read(shop.first, lambda session: session.scalars(active).all())


def test_an_import_is_undone_but_for_what_another_pc_edited(
    shop: SyncedShop, tmp_path: Path
) -> None:

    rows = [(f"نام {n}", f"0935000000{n}") for n in range(3)]
    path = write_csv(tmp_path / "a.csv", ("last_name", "phone"), rows)
    bring_in(shop.first.database, ImportKind.CUSTOMERS, path)
    shop.sync()
    named = select(Customer.id).where(Customer.last_name == "نام 1")
    edit(shop.second, read(shop.second, lambda session: session.scalar(named)), job="معلم")
    shop.sync()
    done = read(shop.first, lambda session: session.scalar(select(Import.id)))
    undo_import(shop.first.database, done)
    shop.sync()
    left = select(Customer.last_name).where(Customer.last_name.like("نام%"))
    assert read(shop.second, lambda session: session.scalars(left).all()) == ["نام 1"]


def test_forgetting_leaves_no_byte_on_any_pc_or_the_server(shop: SyncedShop) -> None:
    name = "کیوان‌دخت"
    draft = CustomerDraft(first_name=name, last_name=name, notes=f"{name} دیر می‌آید")
    made = write(shop.first, lambda session: create_customer(session, draft))
    edit(shop.first, made, job=f"{name}دوز")
    shop.sync()
    edit(shop.second, made, address=f"کوچهٔ {name}")
    shop.sync()
    write(shop.first, lambda session: forget_customer(session, made, None), FORGETTING)
    shop.sync()
    for pc in shop.pcs:
        changes = read(
            pc,
            lambda session: (
                session.connection()
                .exec_driver_sql("SELECT coalesce(before, '') || coalesce(after, '') FROM changes")
                .scalars()
                .all()
            ),
        )
        assert not any(name in one for one in changes)
        assert customer(pc, made).first_name == ""
    for table in ("operations", "records", "devices", "groups"):
        rows = shop.served.admin.execute(f"SELECT t::text FROM ecrm_sync.{table} t").fetchall()
        assert not any(name in text for (text,) in rows)


def test_the_trail_says_which_pc_and_who(shop: SyncedShop) -> None:
    owner = read(shop.second, lambda session: session.scalars(select(User.id)).first())
    with shop.second.database.capture.working_for(owner):
        edit(shop.second, shop.some.customer, job="معلم")
    shop.sync()
    last = select(ChangeGroup.user_id, Device.name).join(Device, Device.id == ChangeGroup.origin)
    last = last.order_by(ChangeGroup.number.desc()).limit(1)
    row = read(shop.first, lambda session: session.execute(last).one())
    assert tuple(row) == (owner, "رایانهٔ 2")


def test_what_only_a_newer_program_knows_survives_this_one(shop: SyncedShop) -> None:
    newer = shop.add()
    newer.sync()
    link = read(newer, lambda session: session.scalars(select(Link)).one())
    group: dict[str, Any] = {
        "g": uuid4().hex,
        "at": "2027-01-01 00:00:00.000000",
        "u": None,
        "a": "",
        "s": "9999",
    }
    operation = ["u", "customers", shop.some.customer.hex, {"colour": "red"}]
    group |= {"seen": link.cursor, "part": 1, "more": False, "ops": [operation]}
    payload = json.dumps({"schema": "9999", "groups": [group]})
    newer.transport.push(link.device_id, link.epoch, link.batch + 1, bytes(32), payload)
    shop.pcs.remove(newer)
    newer.database.close()
    shop.sync()
    kept = read(shop.first, lambda session: session.scalars(select(UnknownValue)).one())
    assert (kept.unit, kept.value) == ("colour", '"red"')
    edit(shop.first, shop.some.customer, job="معلم")
    shop.sync()


def test_what_a_newer_program_said_is_there_once_this_one_knows_of_it(shop: SyncedShop) -> None:
    some, second = shop.some, shop.second
    edit(shop.first, some.customer, job="معلم", notes="دیر می‌آید")
    shop.sync()
    tasks = dict(second.transport.fill(second.engine.device_id, "tasks", None, 100)["records"])

    def forget_columns(session: Session) -> None:
        """Let the file be as that of a program without two columns and a table."""
        one = session.get_one(Customer, some.customer)
        one.job = one.notes = ""
        session.delete(session.get_one(Task, some.task))
        kept = [("customers", some.customer, {"job": "معلم", "notes": "دیر می‌آید", "new": 1})]
        kept += [("tasks", some.task, tasks[some.task.hex]), ("customers", uuid4(), {"job": "x"})]
        for table, key, values in kept:
            session.add_all(
                UnknownValue(table_name=table, record_id=key, unit=name, value=json.dumps(value))
                for name, value in values.items()
            )

    with second.database.transaction(captured=False) as session:
        forget_columns(session)
    edit(second, some.customer, notes="زود می‌آید")
    second.start_again()
    assert second.sync().sent == 1
    one = customer(second, some.customer)
    assert (one.job, one.notes) == ("معلم", "زود می‌آید")
    left = read(second, lambda session: session.scalars(select(UnknownValue.unit)).all())
    assert left == ["new"]
    with second.database.transaction(captured=False) as session:
        session.execute(delete(UnknownValue))
    shop.sync()
    assert read(second, lambda session: session.get(Task, some.task)) is not None
    assert customer(shop.first, some.customer).notes == "زود می‌آید"


def test_a_copy_of_the_file_takes_an_identity_of_its_own(shop: SyncedShop, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shop.second.keep(path)
    copy = Pc(path, shop.second.transport, "رونوشت")
    shop.pcs.append(copy)
    edit(shop.second, shop.some.customer, job="معلم")
    shop.second.sync()
    # It asks only: what its twin pushed is no news of its own.
    shop.sync()
    assert copy.engine.device_id != shop.second.engine.device_id
    assert customer(copy, shop.some.customer).job == "معلم"
    complaints = select(Complaint.id)
    assert read(copy, lambda session: session.scalars(complaints).all())


def test_no_clock_empties_the_bin_of_several_pcs(shop: SyncedShop) -> None:
    write(shop.first, lambda session: delete_customers(session, [shop.some.customer]))
    for day in range(12):
        late = datetime(2038, 1, 1 + day, tzinfo=UTC)
        assert write(shop.first, partial(expire_bin, now=late)) == 0
    assert customer(shop.first, shop.some.customer) is not None


def test_a_large_import_with_long_texts_comes_through_in_parts(
    shop: SyncedShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(f"نام {n}", f"0935{n:07}", "یادداشت " * 120) for n in range(700)]
    path = write_csv(tmp_path / "a.csv", ("last_name", "phone", "address"), rows)
    bring_in(shop.first.database, ImportKind.CUSTOMERS, path)
    push, pushed = shop.first.transport.push, list[int]()

    def push_twice(*arguments: Any) -> Any:
        answer = push(*arguments)
        pushed.append(arguments[2])
        if len(pushed) == 2:
            raise LostError("answer")
        return answer

    monkeypatch.setattr(shop.first.transport, "push", push_twice)
    with pytest.raises(LostError):
        shop.first.sync()
    assert shop.first.sync().sent > 3
    assert pushed[1] == pushed[2]
    shop.sync()
    groups = select(ChangeGroup.number).where(ChangeGroup.action == "import")
    assert len(read(shop.second, lambda session: session.scalars(groups).all())) == 1
    left = select(UnfinishedGroup.group_number)
    assert read(shop.second, lambda session: session.scalars(left).all()) == []
    parts = shop.served.admin.execute(
        "SELECT part, last - first + 1, more FROM ecrm_sync.groups WHERE action = 'import'"
        " ORDER BY part"
    ).fetchall()
    assert [part for part, _size, _more in parts] == [
        1 + sum(size for _part, size, _more in parts[:nth]) for nth in range(len(parts))
    ]
    assert [more for *_, more in parts] == [True] * (len(parts) - 1) + [False]


def test_what_is_saved_while_a_page_comes_in_goes_later(
    shop: SyncedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(shop.second, shop.some.customer, job="معلم")
    shop.second.sync()
    pull = shop.first.transport.pull

    def save_meanwhile(*arguments: Any) -> Any:
        monkeypatch.undo()
        edit(shop.first, shop.some.customer, city="یزد")
        return pull(*arguments)

    monkeypatch.setattr(shop.first.transport, "pull", save_meanwhile)
    shop.first.sync()
    shop.sync()
    assert customer(shop.second, shop.some.customer).city == "یزد"


def test_nobody_looks_for_what_waits_among_what_others_did(shop: SyncedShop) -> None:
    def beyond(session: Session) -> int:
        count = select(func.count()).where(Change.number > session.scalars(select(Link.sent)).one())
        return session.scalar(count) or 0

    assert read(shop.second, beyond) == 0
    edit(shop.first, shop.some.customer, job="معلم")
    shop.first.sync()
    edit(shop.second, shop.some.customer, city="یزد")
    shop.second.sync()
    edit(shop.first, shop.some.customer, job="خیاط")
    shop.sync()
    assert read(shop.second, beyond) == 0


def test_nothing_is_set_right_while_a_group_is_half_there(shop: SyncedShop) -> None:
    lines = tuple(LineDraft(product_id=None, title=f"کالا {n}", unit_price=5) for n in range(600))
    sale = PurchaseDraft(purchased_on=TODAY, purchased_at=NOW, discount=7, lines=lines)
    made = write(shop.first, lambda session: record_purchase(session, sale))
    pushing = shop.first.transport.push
    first: list[bool] = []

    def push_once(*arguments: Any) -> Any:
        if first:
            raise LostError("question")
        first.append(True)
        return pushing(*arguments)

    shop.first.transport.push = push_once
    with pytest.raises(LostError):
        shop.first.sync()
    shop.second.sync()
    shop.first.transport.push = pushing
    shop.sync()
    discount = select(Purchase.discount).where(Purchase.id == made)
    assert read(shop.second, lambda session: session.scalar(discount)) == 7


def test_a_salvaged_file_asks_for_all_and_puts_nothing_back(shop: SyncedShop) -> None:
    edit(shop.second, shop.some.customer, job="خیاط")
    shop.sync()
    edit(shop.first, shop.some.customer, job="معلم")
    shop.first.sync()
    write(shop.second, begin_anew)
    shop.second.start_again()
    shop.sync()
    assert customer(shop.second, shop.some.customer).job == "معلم"
    assert customer(shop.first, shop.some.customer).job == "معلم"


def test_a_server_of_an_older_program_is_told_as_such(shop: SyncedShop) -> None:
    shop.served.admin.execute("ALTER FUNCTION ecrm_sync.hello_v1 RENAME TO hello_v2")
    shop.served.admin.execute(
        "CREATE FUNCTION ecrm_sync.hello_v1(uuid, uuid, uuid, uuid, text, text) RETURNS jsonb"
        " LANGUAGE sql SECURITY DEFINER"
        " AS $$ SELECT ecrm_sync.hello_v2($1, $2, $3, $4, $5, $6) - 'epochs' $$"
    )
    shop.second.start_again()
    with pytest.raises(SyncError) as caught:
        shop.second.sync()
    assert caught.value.problem is Problem.SYNC_SERVER_OLD


def test_nothing_is_asked_of_a_shop_on_one_pc(database: Database) -> None:
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    with database.reading() as session:
        assert session.scalar(select(Link.id)) is None
        assert session.scalar(select(ChangeGroup.origin)) is None
