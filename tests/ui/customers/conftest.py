"""Customers to look at."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from ecrm_desktop.drafts.customers import (
    CustomerDraft,
    PhoneDraft,
)
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.phone import Phone
from tests.helpers.whole_customer import make_whole_customer

AddCustomer = Callable[..., UUID]


@pytest.fixture
def add_customer(ui: UiContext) -> AddCustomer:
    """Store a customer called «first last», with a mobile if one is given."""

    def add(name: str, phone: str = "", **over: Any) -> UUID:
        first, _, last = name.partition(" ")
        phones = (PhoneDraft(phone=Phone.parse(phone)),) if phone else ()
        draft = CustomerDraft(**{"first_name": first, "last_name": last, "phones": phones} | over)
        with ui.background.database.transaction() as session:
            return create_customer(session, draft)

    return add


@pytest.fixture
def whole_customer(ui: UiContext) -> UUID:
    """Somebody of whom everything is known."""
    with ui.background.database.transaction() as session:
        return make_whole_customer(session, ui.today())
