"""What files can hold is what the records declare, and the tables of titles name nothing else."""

import pytest

from ecrm_desktop.drafts.imports import ImportedCustomer
from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.programs import FALLBACK, PROGRAMS
from ecrm_desktop.exchange.title_meanings import meanings
from ecrm_desktop.exchange.title_words import WORDS
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import converted

CELLS = {
    ValueKind.PARTIAL_DATE: "1370/08/30",
    ValueKind.EMAIL: "ali@example.com",
    ValueKind.NATIONAL_ID: "0499370899",
    ValueKind.POSTAL_CODE: "8713456789",
}
CHOICES = {
    "kind": "شرکت",
    "gender": "مرد",
    "income_band": "کم",
    "acquisition_channel": "معرف",
    "preferred_channel": "پیامک",
}
FILLED = [field for field in CUSTOMER.fields if field.imported_as]


@pytest.mark.parametrize("field", FILLED, ids=lambda field: field.name)
def test_a_cell_of_each_declared_field_comes_into_the_draft(field: FieldSpec) -> None:
    cell = CHOICES.get(field.name, CELLS.get(field.kind, "۱۲ چیز"))
    columns = f"phone {field.imported_as}"
    [nothing, said] = converted(
        ImportKind.CUSTOMERS, columns, ("09123456789", ""), ("09123456789", cell)
    )
    assert isinstance(nothing, ImportedCustomer), nothing
    assert isinstance(said, ImportedCustomer), said
    assert getattr(said.draft, field.name) not in {"", None, getattr(nothing.draft, field.name)}


@pytest.mark.parametrize(
    ("kind", "record"), [(ImportKind.CUSTOMERS, CUSTOMER), (ImportKind.PRODUCTS, PRODUCT)]
)
def test_files_may_call_a_field_by_its_own_title(kind: ImportKind, record: RecordSpec) -> None:
    for field in record.fields:
        if field.imported_as:
            assert FIELDS[kind][field.imported_as].title == field.file_title
            for title in (field.title, field.file_title):
                assert field.imported_as in {name for name, _certainty in meanings(title, kind)}


@pytest.mark.parametrize("kind", ImportKind)
def test_words_for_titles_are_of_fields_that_there_are(kind: ImportKind) -> None:
    assert set(WORDS[kind]) <= set(FIELDS[kind])


def test_the_tables_of_programs_name_fields_that_there_are() -> None:
    for program in PROGRAMS:
        named = {field.removesuffix(FALLBACK) for field in program.columns.values()}
        assert named <= set(FIELDS[program.kind]), program.signs
