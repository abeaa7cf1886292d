"""Whatever is declared for a customer stands in the form, the details and the merge."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import MergeRule, ValueKind
from ecrm_desktop.fields.texts import field_text
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail, customer_fields
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.services.customer_merges import MergeSide
from ecrm_desktop.ui.customers.details import CustomerDetails
from ecrm_desktop.ui.customers.form_fields import CustomerFields
from ecrm_desktop.ui.customers.merge_lines import merge_lines
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.statuses import CustomerKind
from tests.helpers.person import plain
from tests.ui.customers.conftest import AddCustomer

TYPED = [field for field in CUSTOMER.fields if field.in_draft]
IN_THE_HEAD = {"code", "kind", "first_name", "last_name"}


@pytest.fixture
def company(ui: UiContext, whole_customer: UUID) -> CustomerDetail:
    """Somebody whose every column has something."""
    with ui.background.database.reading() as session:
        whole = customer_detail(session, whole_customer)
    company = replace(whole, kind=CustomerKind.COMPANY, company_name="آریا")
    assert all(getattr(company, field.name) for field in TYPED)
    return company


def test_the_form_has_every_field_under_its_title(ui: UiContext, qtbot: QtBot) -> None:
    form = CustomerFields(ui)
    qtbot.addWidget(form)
    told = {label.text() for label in form.findChildren(QLabel)}
    names = form.snapshot()
    for field in TYPED:
        parts = [name for name in names if name.partition(".")[0] == field.name]
        assert parts or field.name == "field_values", field.name
        if parts == [field.name] and field.name not in {"first_name", "last_name"}:
            assert field.title in told, field.name


def test_what_the_form_shows_it_reads_again(
    ui: UiContext, company: CustomerDetail, qtbot: QtBot
) -> None:
    form = CustomerFields(ui)
    qtbot.addWidget(form)
    with ui.background.database.reading() as session:
        form.show_stored(customer_draft(session, company.id), company, None)
    draft = form.draft()
    for field in TYPED:
        if field.kind in {ValueKind.PARTS, ValueKind.REFERENCE}:
            continue
        kept, said = getattr(company, field.name), getattr(draft, field.name)
        assert said == kept or str(said) == kept, field.name


def test_the_details_tell_every_field(ui: UiContext, company: CustomerDetail, qtbot: QtBot) -> None:
    with ui.background.database.reading() as session:
        own = customer_fields(session)
    details = CustomerDetails(ui)
    qtbot.addWidget(details)
    details.show_detail(company, own)
    told = [plain(label.text()) for label in details.findChildren(QLabel)]
    for field in TYPED:
        if field.kind in {ValueKind.PARTS, ValueKind.REFERENCE} or field.name in IN_THE_HEAD:
            continue
        text = plain(field_text(company, field, ui.display))
        assert any(text in one for one in told), field.name
        if field.name not in {"city", "province"}:
            assert field.title in told, field.name


def test_every_field_that_differs_is_asked_for_in_a_merge(
    ui: UiContext, company: CustomerDetail, add_customer: AddCustomer
) -> None:
    with ui.background.database.reading() as session:
        own = customer_fields(session)
    other = add_customer("کس دیگر", code="99")
    with ui.background.database.reading() as session:
        lines = merge_lines(company, customer_detail(session, other), own, ui.display)
    asked = {line.key: line for line in lines}
    for field in CUSTOMER.columns:
        assert (field.name in asked) == (field.merge is not MergeRule.NONE), field.name
        if field.name in asked:
            assert asked[field.name].title == field.title
            assert asked[field.name].kept == field_text(company, field, ui.display)
    assert {"phone", *(f"field_values.{one.id}" for one in own)} <= asked.keys()
    assert not {"tags", "socials", "favorites", "consents.sms"} & asked.keys()


def test_notes_alone_can_stand_together(
    ui: UiContext, company: CustomerDetail, add_customer: AddCustomer
) -> None:
    other = add_customer("کس دیگر", code="99", notes="عصر", job="بنا")
    with ui.background.database.reading() as session:
        lines = merge_lines(company, customer_detail(session, other), [], ui.display)
    both = {line.key for line in lines if MergeSide.BOTH in line.sides}
    assert both == {"notes"}
