"""What two people did in the sample shop of the tour."""

from collections.abc import Sequence

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.products import ProductFilter, list_products
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.customer_merges import merge_customers
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.services.products import set_products_active
from ecrm_desktop.storage.database import Database


def leave_traces(database: Database, people: Sequence[UserRow]) -> None:
    """Let two people work a little, for the audit trail knows nothing of invented data."""
    for user in people[:2]:
        database.capture.user_id = user.id
        with database.reading() as session:
            customers = list_customers(
                session, CustomerFilter(), Sort("purchase_total", descending=True)
            )
            products = list_products(session, ProductFilter(), Sort("name"))
        with database.transaction() as session:
            set_products_active(session, products[:3], active=False)
        with database.transaction() as session:
            deletion = delete_customers(session, customers[-1:])
        with database.transaction() as session:
            restore_deletion(session, deletion)
        with database.transaction() as session:
            merge_customers(session, customers[0], customers[-2], {})
        with database.transaction() as session:
            for one in customers[4:7]:
                known = customer_draft(session, one)
                again = CustomerDraft(
                    first_name=known.first_name, last_name=known.last_name, phones=known.phones
                )
                create_customer(session, again)
    database.capture.user_id = people[0].id
