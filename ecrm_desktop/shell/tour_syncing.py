"""What the other computers of the sample shop did, for the pictures of a shop on several PCs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from ecrm_desktop.backup.entering import EntryPlan
from ecrm_desktop.models.changes import ForeignGroup
from ecrm_desktop.queries.devices import known_devices
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.products import ProductFilter, list_products
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.queries.shop import ShopRow, users
from ecrm_desktop.services.customers import update_customer
from ecrm_desktop.services.products import set_products_active
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.entering import ShopHere, ShopThere
from ecrm_desktop.values.ids import new_id

_MINUTES_BETWEEN = 25


def work_elsewhere(database: Database) -> None:
    """Let each of the other computers have changed something."""
    with database.reading() as session:
        products = list_products(session, ProductFilter(), Sort("name"))
    for number, group in enumerate(_groups(database), start=1):
        with database.transaction() as session:
            database.capture.adopt(group)
            set_products_active(session, [products[-number]], active=False)


def change_elsewhere(database: Database, customer_id: UUID) -> None:
    """Let another computer have changed a customer."""
    with database.transaction() as session:
        database.capture.adopt(_groups(database)[0])
        base = customer_draft(session, customer_id)
        edited = replace(base, job="دندان‌پزشک", city="یزد")
        update_customer(session, customer_id, edited, base=base)


def pretended_plan(shop: ShopRow) -> EntryPlan:
    """Return what joining would mean for a computer with customers of its own."""
    return EntryPlan(
        here=ShopHere(shop=shop, customers=312, people=2, has_data=True, shop_id=None),
        there=ShopThere(id=shop.id, values={"name": shop.name}, customers=1_204),
        name="صندوق",
    )


def pretended_move(shop: ShopRow) -> EntryPlan:
    """Return what a text of another server would mean for a computer of the shop."""
    return EntryPlan(
        here=ShopHere(shop=shop, customers=1_204, people=2, has_data=True, shop_id=shop.id),
        there=ShopThere(id=None, values={}, customers=0),
        name="صندوق",
        moves_to="https://hub.example.ir",
    )


def _groups(database: Database) -> list[ForeignGroup]:
    """Return what each of the other computers is known to have begun."""
    with database.reading() as session:
        devices = [one for one in known_devices(session) if not one.is_this]
        people = users(session)
    return [
        ForeignGroup(
            uid=new_id(),
            origin=device.id,
            at=datetime.now(UTC) - timedelta(minutes=_MINUTES_BETWEEN * number),
            user_id=people[number].id,
            action="",
            revision=number,
        )
        for number, device in enumerate(devices, start=1)
    ]
