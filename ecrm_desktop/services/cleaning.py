"""Values of a draft as the columns keep them: each kind of value is cleaned in one way."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.services.records import line_of, lines_of
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate, from_jalali
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.postal_code import PostalCode

Clean = Callable[[Any, str], Any]
"""Takes a draft's value and the name of its field, and raises its problems there."""


def _text_of(kind: type[CheckedText], value: CheckedText | None, field: str) -> str:
    if value is None:
        return ""
    # A plain text has not been checked by anybody.
    if not isinstance(value, kind):
        raise TypeError(field)
    return value.text


def _past_date(day: PartialDate | None, field: str) -> str:
    if day is not None and day.year is not None:
        # Somewhere on earth tomorrow has begun.
        latest = utc_now().date() + timedelta(days=1)
        if from_jalali(day.year, day.month, day.day) > latest:
            raise InvalidInput(Problem.DATE_IN_FUTURE, field)
    return str(day) if day else ""


def _as_it_is(value: Any, _field: str) -> Any:
    return value


CLEAN: Final[Mapping[ValueKind, Clean]] = MappingProxyType(
    {
        ValueKind.LINE: line_of,
        ValueKind.LINES: lines_of,
        ValueKind.CHOICE: _as_it_is,
        ValueKind.REFERENCE: _as_it_is,
        ValueKind.PARTIAL_DATE: _past_date,
        ValueKind.EMAIL: partial(_text_of, Email),
        ValueKind.NATIONAL_ID: partial(_text_of, NationalId),
        ValueKind.POSTAL_CODE: partial(_text_of, PostalCode),
    }
)
"""How a kind is cleaned; codes and amounts have rules of their own in each service.

Raises InvalidInput DATE_IN_FUTURE and those of `clean`, and TypeError for what should be a value
that checks itself and is none.
"""
