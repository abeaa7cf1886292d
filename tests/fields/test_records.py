"""Declaration, tables, drafts and rows name the same fields, and a field is what its column is."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft, CustomerFieldDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.fields.field import FieldSpec, MergeRule, ValueKind
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.models.changes import SECRET, synced_tables
from ecrm_desktop.models.types import EnumText, RecordId, UtcInstant
from ecrm_desktop.queries.complaint_detail import ComplaintDetail
from ecrm_desktop.queries.customer_detail import ConsentRow, CustomerDetail, FieldRow, PhoneRow
from ecrm_desktop.queries.interactions import InteractionRow
from ecrm_desktop.queries.products import ProductDetail
from ecrm_desktop.queries.purchases import PurchaseDetail, PurchaseLineRow
from ecrm_desktop.queries.returns import ReturnLineRow, ReturnRow
from ecrm_desktop.queries.shop import ShopRow, UserRow
from ecrm_desktop.queries.tasks import TaskRow

# What a draft asks for beside the record's own fields.
DRAFTS: dict[str, tuple[type, set[str]]] = {
    "complaints": (ComplaintDraft, set()),
    "customer_consents": (ConsentDraft, set()),
    "customer_fields": (CustomerFieldDraft, set()),
    "customers": (CustomerDraft, set()),
    "interactions": (InteractionDraft, {"follow_up"}),  # a task
    "products": (ProductDraft, set()),
    "purchase_lines": (LineDraft, {"line_id"}),
    "purchases": (PurchaseDraft, set()),
    "return_lines": (ReturnLineDraft, set()),
    "returns": (ReturnDraft, set()),
    "segments": (SegmentDraft, set()),
    "shop": (ShopDraft, set()),
    "tasks": (TaskDraft, set()),
    "users": (UserDraft, set()),
}
# What a row has that is worked out, and what people may see that it lacks, for those who have it
# are shown in another way.
ROWS: dict[str, tuple[type, set[str], set[str]]] = {
    "complaints": (ComplaintDetail, {"phone", "history"}, set()),
    "customer_consents": (ConsentRow, set(), {"customer_id"}),
    "customer_fields": (FieldRow, set(), {"position"}),
    "customer_phones": (PhoneRow, set(), {"customer_id", "position"}),
    "customers": (CustomerDetail, {"name"}, {"merged_into_id"}),
    "interactions": (
        InteractionRow,
        {"follow_up_id", "follow_up_on", "follow_up_time", "follow_up_assignee_id"},
        set(),
    ),
    "products": (
        ProductDetail,
        {"sold", "purchases", "returned", "revenue", "last_sold_on"},
        set(),
    ),
    "purchase_lines": (
        PurchaseLineRow,
        {"unit", "share", "returned", "refunded"},
        {"position"},
    ),
    "purchases": (PurchaseDetail, {"item_count", "titles", "returned", "returns"}, set()),
    "return_lines": (ReturnLineRow, {"title"}, set()),
    "returns": (ReturnRow, set(), {"purchase_id", "customer_id"}),
    "shop": (ShopRow, set(), set()),
    "tasks": (TaskRow, {"phone"}, set()),
    "users": (
        UserRow,
        {"has_password"},
        {"password_hash", "recovery_hash", "password_sealed", "recovery_sealed", "reset_seen_on"},
    ),
}
TECHNICAL = {"id", "created_at", "updated_at", "deleted_at", "deletion_id"}
COLUMN_TYPES: dict[ValueKind, type] = {
    ValueKind.FLAG: bool,
    ValueKind.COUNT: int,
    ValueKind.MONEY: int,
    ValueKind.QUANTITY: int,
    ValueKind.SECONDS: int,
    ValueKind.MINUTES: int,
    ValueKind.DAYS: int,
    ValueKind.YEARS: int,
    ValueKind.DATE: date,
    ValueKind.TIME: time,
    ValueKind.INSTANT: datetime,
    ValueKind.REFERENCE: UUID,
    ValueKind.CHOICE: EnumText,
}


def names(specs: Iterable[FieldSpec]) -> set[str]:
    return {spec.name for spec in specs}


def attributes(kind: Any) -> set[str]:
    return {one.name for one in fields(kind)}


def python_type(column: Column[Any]) -> type:
    for kind, known in ((EnumText, EnumText), (RecordId, UUID), (UtcInstant, datetime)):
        if isinstance(column.type, kind):
            return known
    return column.type.python_type


def test_every_captured_table_is_declared_with_all_its_columns_and_no_others() -> None:
    tables = {table.name: {column.name for column in table.columns} for table in synced_tables()}
    assert {table: names(record.columns) for table, record in RECORDS.items()} == tables
    for record in RECORDS.values():
        assert len(record.fields) == len(names(record.fields)), record.table


@pytest.mark.parametrize("table", RECORDS)
def test_a_field_is_what_its_column_is(table: str) -> None:
    columns = next(one for one in synced_tables() if one.name == table).columns
    for spec in RECORDS[table].columns:
        column = columns[spec.name]
        if spec.name == "id":
            continue  # people see it as a code
        assert python_type(column) is COLUMN_TYPES.get(spec.kind, str), f"{table}.{spec.name}"
        assert bool(column.info.get(SECRET)) == (spec.kind is ValueKind.SECRET)


@pytest.mark.parametrize("table", DRAFTS)
def test_a_draft_holds_what_is_declared_for_it(table: str) -> None:
    draft, beside = DRAFTS[table]
    declared = names(spec for spec in RECORDS[table].fields if spec.in_draft)
    assert attributes(draft) - beside == declared
    assert beside <= attributes(draft)


@pytest.mark.parametrize("table", ROWS)
def test_a_row_holds_what_people_see_of_a_record(table: str) -> None:
    row, worked_out, elsewhere = ROWS[table]
    record = RECORDS[table]
    seen = names(
        spec for spec in record.fields if spec.is_shown or spec.kind is ValueKind.PARTS
    ) - {*TECHNICAL, *elsewhere}
    named = {one.name: f"{one.name.removesuffix('_id')}_name" for one in record.columns
             if one.kind is ValueKind.REFERENCE}  # fmt: skip
    numbered = {one: f"{one.removesuffix('_id')}_number" for one in named}
    for one in seen:
        said = {one, named.get(one, one), numbered.get(one, one)}
        assert said & attributes(row), f"{table}.{one}"
    known = {*TECHNICAL, *worked_out, *names(record.fields), *named.values(), *numbered.values()}
    assert attributes(row) <= known, table
    assert worked_out <= attributes(row)
    assert elsewhere <= names(record.fields)


def test_no_two_fields_of_a_record_have_the_same_title() -> None:
    for record in RECORDS.values():
        titles = [spec.title for spec in record.fields if spec.is_shown]
        assert len(titles) == len(set(titles)), record.table
        assert record.title


def test_all_that_a_form_says_of_a_customer_has_a_rule_for_merging() -> None:
    for spec in RECORDS["customers"].fields:
        assert (spec.merge is MergeRule.NONE) != spec.in_draft, spec.name
        assert (spec.merge is MergeRule.ALL) == (spec.kind is ValueKind.PARTS), spec.name
