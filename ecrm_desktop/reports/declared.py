"""Declared fields as facts and columns: what a spreadsheet can count stays a raw value."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ecrm_desktop.fields.field import FieldSpec, ValueKind
from ecrm_desktop.fields.texts import field_text
from ecrm_desktop.reports.layout import ColumnKind, Fact
from ecrm_desktop.reports.records import Field
from ecrm_desktop.values.display import Display

_KINDS: Final[Mapping[ValueKind, ColumnKind]] = MappingProxyType(
    {
        ValueKind.COUNT: ColumnKind.NUMBER,
        ValueKind.MONEY: ColumnKind.MONEY,
        ValueKind.QUANTITY: ColumnKind.QUANTITY,
        ValueKind.DATE: ColumnKind.DATE,
        ValueKind.INSTANT: ColumnKind.DATE,
        ValueKind.PHONE: ColumnKind.PHONE,
        ValueKind.EMAIL: ColumnKind.CODE,
        ValueKind.NATIONAL_ID: ColumnKind.CODE,
        ValueKind.POSTAL_CODE: ColumnKind.CODE,
        ValueKind.CODE: ColumnKind.CODE,
    }
)


def declared_fact(field: FieldSpec, row: object, display: Display) -> Fact:
    """Return what a row says in a field; of an instant the day."""
    return Fact(field.title, _value_of(field, display)(row), _kind_of(field))


def declared_column(field: FieldSpec, display: Display, *, weight: float = 1.0) -> Field[Any]:
    """Return a field as a column of a list."""
    return Field(field.title, _value_of(field, display), _kind_of(field), weight=weight)


def _kind_of(field: FieldSpec) -> ColumnKind:
    return _KINDS.get(field.kind, ColumnKind.TEXT)


def _value_of(field: FieldSpec, display: Display) -> Callable[[Any], Any]:
    name = field.name
    if field.kind not in _KINDS:
        return lambda row: field_text(row, field, display)
    if field.kind is ValueKind.INSTANT:
        return lambda row: display.local_date(getattr(row, name))
    if _KINDS[field.kind] in {ColumnKind.CODE, ColumnKind.PHONE}:
        return lambda row: getattr(row, name) or None
    return lambda row: getattr(row, name)
