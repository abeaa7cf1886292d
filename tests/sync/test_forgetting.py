"""A person who is forgotten on one PC is so on all of them, whatever they do meanwhile."""

import json
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customers import CustomerMerge
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.shop import Autosave
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.customer_merges import MergeSide, merge_customers, undo_merge
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.purchases import delete_purchases, record_purchase
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from tests.helpers.shop_life import NOW, TODAY
from tests.helpers.synced_pcs import Pc
from tests.helpers.synced_shop import SyncedShop, add_customer, customer, edit, read, write

NAME, NUMBER, NATIONAL_ID = "کیوان‌دخت", "+989121112233", "0084575948"


def person(shop: SyncedShop) -> UUID:
    draft = CustomerDraft(
        first_name=NAME,
        national_id=NationalId.parse(NATIONAL_ID),
        phones=(PhoneDraft(phone=Phone.parse(NUMBER)),),
    )
    made = add_customer(shop.first, draft)
    shop.sync()
    return made


def forget(pc: Pc, whom: UUID) -> None:
    write(pc, lambda session: forget_customer(session, whom, None), FORGETTING)


def save_draft(pc: Pc, key: str, content: str) -> None:
    draft = Autosave(key=key, content=content, saved_at=utc_now())
    write(pc, lambda session: session.add(draft))


def bytes_of(pc: Pc) -> bytes:
    path: Path = pc.database.path
    assert wipe_file(pc.database)
    pc.start_again()
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def test_no_byte_stays_on_the_other_pc_or_the_server(shop: SyncedShop) -> None:
    made = person(shop)
    kept = shop.some.customer
    write(
        shop.first,
        lambda session: merge_customers(session, kept, made, {"first_name": MergeSide.MERGED}),
    )
    shop.sync()
    merge = select(CustomerMerge.id)
    undone = read(shop.second, lambda session: session.scalars(merge).one())
    write(shop.second, lambda session: undo_merge(session, undone))
    shop.sync()
    for key, content in (
        ("customer/new", f'{{"notes": "خواهر {NAME}"}}'),
        ("interaction/new", f'{{"phone": "{NUMBER}"}}'),
        ("task/new", f'{{"about": "{made.hex}"}}'),
        ("product/new", '{"title": "روسری"}'),
    ):
        save_draft(shop.second, key, content)
    assert all(NAME.encode() in bytes_of(pc) for pc in shop.pcs)
    job = customer(shop.second, kept).job
    edit(shop.second, kept, notes="دیر می‌آید")
    forget(shop.first, made)
    shop.sync()
    for pc in shop.pcs:
        all_bytes = bytes_of(pc)
        for told in (NAME, NUMBER, NUMBER[3:], NATIONAL_ID):
            assert told.encode() not in all_bytes
    dump = shop.served.dump().replace("\\", "")
    for told in (NAME, json.dumps(NAME).replace("\\", "").strip('"'), NUMBER, NATIONAL_ID):
        assert told not in dump
    drafts = read(shop.second, lambda session: session.scalars(select(Autosave.key)).all())
    assert drafts == ["product/new"]
    # The other one of the merge is a customer as before, on PCs that join later too.
    shop.add()
    shop.sync()
    for pc in shop.pcs:
        assert (customer(pc, kept).job, customer(pc, kept).notes) == (job, "دیر می‌آید")


def test_no_byte_stays_where_what_was_forgotten_is_gone_by_now(shop: SyncedShop) -> None:
    made = person(shop)
    told = "خواهر کیوان‌دخت"
    line = LineDraft(product_id=None, title="روسری", unit_price=9)
    sale = PurchaseDraft(
        customer_id=made, purchased_on=TODAY, purchased_at=NOW, note=told, lines=(line,)
    )
    sold: UUID = write(shop.first, lambda session: record_purchase(session, sale))
    shop.sync()
    assert told.encode() in bytes_of(shop.second)
    forget(shop.first, made)
    shop.first.sync()
    write(shop.first, lambda session: delete_purchases(session, [sold]))
    write(shop.first, empty_bin)
    shop.first.sync()
    shop.sync()
    assert read(shop.second, lambda session: session.get(Purchase, sold)) is None
    for pc in shop.pcs:
        assert told.encode() not in bytes_of(pc)


def test_who_works_on_a_person_while_another_pc_forgets_them_holds_the_same(
    shop: SyncedShop,
) -> None:
    made = person(shop)

    def sell(session: Session) -> UUID:
        line = LineDraft(product_id=None, title="روسری", unit_price=9)
        sale = PurchaseDraft(
            customer_id=made, purchased_on=TODAY, purchased_at=NOW, note=NAME, lines=(line,)
        )
        return record_purchase(session, sale)

    sold: UUID = write(shop.first, sell)
    shop.sync()
    edit(shop.second, made, job="معلم")
    write(shop.second, lambda session: delete_purchases(session, [sold]))
    write(shop.second, empty_bin)
    forget(shop.first, made)
    shop.first.sync()
    # A part of what the other one did is taken, and comes after this.
    write(shop.first, lambda session: setattr(session.get_one(Purchase, sold), "note", "بستهٔ ۲"))
    shop.sync()
    assert customer(shop.second, made).job == ""
    assert read(shop.second, lambda session: session.get_one(Purchase, sold)).note == "بستهٔ ۲"


def test_two_pcs_forget_the_same_person(shop: SyncedShop) -> None:
    made = person(shop)
    for pc in shop.pcs:
        forget(pc, made)
    shop.sync()
    assert all(customer(pc, made).first_name == "" for pc in shop.pcs)
