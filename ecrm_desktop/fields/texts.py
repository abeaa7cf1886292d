"""Values of fields as people read them."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.fields.field import FieldSpec, ValueKind
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.money import currency

_MINUTE = 60
_DAY = 24 * 60 * _MINUTE


def value_text(kind: ValueKind, value: Any, display: Display) -> str:
    """Return a value of a column for people; "" for none.

    What is stored and is no value of its kind (an old word of a choice, a date that never was) is
    shown as it is, and a reference as the bare id. KeyError for parts.
    """
    return "" if value is None else _TEXTS[kind](value, display)


def field_text(row: object, field: FieldSpec, display: Display) -> str:
    """Return what a row says in a field: of a reference the name it is known by."""
    if field.kind is ValueKind.REFERENCE:
        return str(getattr(row, f"{field.name.removesuffix('_id')}_name"))
    return value_text(field.kind, getattr(row, field.name), display)


def years_text(years: int, display: Display) -> str:
    """Return for how many years something is kept; 0 is for ever."""
    if not years:
        return translate("Fields", "for ever")
    if years == 1:
        return translate("Fields", "1 year")
    return translate("Fields", "{years} years", years=display.number(years))


def _choice(value: Any, _display: Display) -> str:
    return label(value) if isinstance(value, StrEnum) else str(value)


def _flag(value: bool, _display: Display) -> str:  # noqa: FBT001 - as all of _TEXTS
    return translate("Fields", "yes") if value else translate("Fields", "no")


def _partial_date(value: Any, display: Display) -> str:
    if isinstance(value, PartialDate):
        return display.partial_date(value)
    try:
        return display.partial_date(PartialDate.from_stored(value))
    except (ValueError, InvalidInput):
        return str(value)


_TEXTS: Final[Mapping[ValueKind, Callable[[Any, Display], str]]] = MappingProxyType(
    {
        ValueKind.LINE: lambda value, _display: str(value),
        ValueKind.LINES: lambda value, _display: str(value),
        ValueKind.CHOICE: _choice,
        ValueKind.FLAG: _flag,
        ValueKind.COUNT: lambda value, display: display.number(value),
        ValueKind.MONEY: lambda value, display: display.money_with_unit(value),
        ValueKind.QUANTITY: lambda value, display: display.quantity(value),
        ValueKind.SECONDS: lambda value, display: display.duration(value),
        ValueKind.MINUTES: lambda value, display: display.duration(value * _MINUTE),
        ValueKind.DAYS: lambda value, display: display.duration(value * _DAY),
        ValueKind.YEARS: years_text,
        ValueKind.DATE: lambda value, display: display.date(value),
        ValueKind.TIME: lambda value, display: display.time(value),
        ValueKind.INSTANT: lambda value, display: display.datetime(value),
        ValueKind.PARTIAL_DATE: _partial_date,
        ValueKind.EMAIL: lambda value, display: display.code(str(value)),
        ValueKind.NATIONAL_ID: lambda value, display: display.code(str(value)),
        ValueKind.POSTAL_CODE: lambda value, display: display.code(str(value)),
        ValueKind.PHONE: lambda value, display: display.phone(value),
        ValueKind.CODE: lambda value, display: display.code(str(value)),
        ValueKind.CURRENCY: lambda value, _display: currency(value).name,
        ValueKind.SECRET: lambda value, _display: str(value),
        ValueKind.REFERENCE: lambda value, display: display.code(str(value)),
    }
)
