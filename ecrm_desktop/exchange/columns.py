"""The columns of a mapping as readers: each knows its position and how its cells are read."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any, Final

from ecrm_desktop.drafts.imports import RowProblem
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.calling_codes import with_country
from ecrm_desktop.exchange.cells import (
    Column,
    amount_parser,
    code_parser,
    digits_parser,
    is_empty,
    none_said,
    parse_clock,
    parse_gender,
    parse_kind,
    parse_line,
    parse_lines,
    parse_province,
    parse_several,
    quantity_parser,
    text_of,
)
from ecrm_desktop.exchange.choices import CHOICES, choice_reader, read_consent, read_yes_no
from ecrm_desktop.exchange.content import BETWEEN_EMAILS, words_for
from ecrm_desktop.exchange.dates import birthday_reader, date_reader
from ecrm_desktop.exchange.fields import DIALLED, FIELDS, OWN, Holds
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.phone_cells import (
    SaidPhone,
    cell_of,
    label_of,
    labelled_parser,
    phones_parser,
    readable_phones,
)
from ecrm_desktop.exchange.sheets import Cell, Row
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import ImportKind

Parse = Callable[[Cell], Any]
Read = Callable[[Sequence[Cell]], Any]
"""Reads one field out of the cells of a row; raises InvalidInput."""


_CODE_LIMITS: Final = {
    "code": 30,
    "customer_code": 30,
    "number": 40,
    "product_code": 60,
}
_PRODUCT_CODE_LIMIT: Final = 60
_AS_TEXT = frozenset({Holds.TEXT, Holds.LINES, Holds.NAME, Holds.CODE, Holds.SEVERAL})


class Columns:
    """All columns that a mapping does not ignore.

    Raises InvalidInput FIELD_MISSING (name), UNIT_MISSING.
    """

    def __init__(self, mapping: Mapping, conventions: Conventions) -> None:
        mapping.check_complete()
        self.mapping = mapping
        self._conventions = conventions
        self.width = len(mapping.columns)
        self._parsers = _parsers(mapping, conventions, self._money_unit())
        self._columns: dict[str, list[Column]] = {}
        for position, name in enumerate(mapping.columns):
            if name:
                self._columns.setdefault(name, []).append(self._column(position, name))
        self._errors: dict[tuple[Problem, str | None, str], EcrmError] = {}
        self._nothing = Column(0, _nothing, is_nothing=is_empty)
        self.own = [
            (name.removeprefix(OWN), self.one(name))
            for name in self._columns
            if name.startswith(OWN)
        ]

    @property
    def has_countries(self) -> bool:
        """Whether a column tells the country of the phones."""
        return "phone_country" in self._columns

    def with_countries(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """Return the cells of a row with the country of its phones before them."""
        country = self.one("phone_country")(cells)
        places = {column.position for name in DIALLED for column in self._columns.get(name, ())}
        return tuple(
            with_country(cell, country) if at in places else cell for at, cell in enumerate(cells)
        )

    def first(self, name: str) -> Column:
        """Return the field's first column, one that says nothing if there is none."""
        return self._columns.get(name, [self._nothing])[0]

    def one(self, name: str) -> Read:
        """Return what reads a field: None where nothing is said; of several columns the first."""
        columns = self._columns.get(name, [])
        if len(columns) == 1:
            [only] = columns
            position = only.position
            return lambda cells: only[cells[position]]

        def read(cells: Sequence[Cell]) -> Any:
            for column in columns:
                value = column[cells[column.position]]
                if value is not None:
                    return value
            return None

        return read

    def every(self, name: str) -> Callable[[Sequence[Cell]], list[Any]]:
        """Return what reads all that the columns of a field say."""
        columns = self._columns.get(name, [])

        def read(cells: Sequence[Cell]) -> list[Any]:
            said = (column[cells[column.position]] for column in columns)
            return [value for value in said if value is not None]

        return read

    def labelled(self, name: str) -> list[tuple[Column, Read | None]]:
        """Return the columns of a phone, each with what reads its kind in the one beside it."""
        labels = {
            column.position: _label_reader(column)
            for column in self._columns.get("phone_label", ())
        }
        return [
            (column, labels.get(column.position - 1) or labels.get(column.position + 1))
            for column in self._columns.get(name, ())
        ]

    def count(self, name: str) -> int:
        """Return how many columns hold the field."""
        return len(self._columns.get(name, ()))

    def position(self, name: str) -> int | None:
        """Return the position of a field's first column."""
        return self._columns[name][0].position if name in self._columns else None

    @property
    def names(self) -> list[tuple[int, str]]:
        """The position and field of each column that counts."""
        return [(at, name) for at, name in enumerate(self.mapping.columns) if name]

    def is_blank(self, cells: Sequence[Cell]) -> bool:
        """Tell whether no column that counts has anything in this row."""
        return all(is_empty(cells[column.position]) for column in self._all())

    def values(self, cells: Sequence[Cell]) -> tuple[Any, ...]:
        """Return what each column says, None where it is ignored, empty or wrong."""
        values: list[Any] = [None] * self.width
        for column in self._all():
            try:
                value = column[cells[column.position]]
            except EcrmError:
                continue
            if isinstance(value, tuple) and isinstance(value[0], SaidPhone):
                value = tuple(one.phone for one in value)
            is_phone = isinstance(value, tuple) and isinstance(value[0], Phone)
            values[column.position] = value[0] if is_phone and len(value) == 1 else value
        return tuple(values)

    def problems(self, row: Row) -> list[RowProblem]:
        """Return what is wrong with the cells of a row, each by itself."""
        found = []
        for column in self._all():
            try:
                _ = column[row.cells[column.position]]
            except EcrmError as error:
                found.append(self.problem(row, column.position, error))
        return sorted(found, key=lambda one: one.position or 0)

    def readable(self, name: str, cell: Cell) -> tuple[Cell, list[str]]:
        """Return what is right of a wrong cell, as a cell, and the texts of it that are not."""
        if self.mapping.kind_of(name) is Holds.EMAIL:
            return _readable_email(cell)
        if self.mapping.kind_of(name) not in {Holds.PHONE, Holds.PHONES}:
            return None, [text_of(cell)]
        phones, others = readable_phones(cell, self._conventions.area_code)
        return cell_of(phones), others

    def problem(self, row: Row, position: int | None, error: EcrmError) -> RowProblem:
        """Return a problem whose error is one for all equal ones, without a trace.

        A million wrong rows would else keep a million traces, and every frame in them, alive.
        """
        key = (error.problem, error.field, repr(error.details))
        if key not in self._errors:
            self._errors[key] = type(error)(error.problem, error.field, **error.details)
        return RowProblem(row=row.number, position=position, error=self._errors[key])

    def _all(self) -> Iterator[Column]:
        return chain.from_iterable(self._columns.values())

    def _money_unit(self) -> MoneyUnit:
        if self._conventions.currency.code != "IRR":
            return MoneyUnit.MAJOR
        unit = self.mapping.unit
        if self.mapping.has_amounts and unit not in {MoneyUnit.TOMAN, MoneyUnit.RIAL}:
            raise InvalidInput(Problem.UNIT_MISSING)
        return unit or MoneyUnit.RIAL

    def _column(self, position: int, name: str) -> Column:
        field = FIELDS[self.mapping.kind].get(name)
        holds = field.holds if field else Holds.TEXT
        is_nothing = is_empty if holds in _AS_TEXT else none_said
        scale = self.mapping.scale_of(position)
        if holds is Holds.AMOUNT and scale > 1:
            return Column(position, self._amounts(scale), is_nothing=is_nothing)
        return Column(position, self._parse(name, holds), is_nothing=is_nothing)

    def _amounts(self, scale: int) -> Parse:
        has_comma = self.mapping.decimal_comma
        currency, unit = self._conventions.currency, self._money_unit()
        return amount_parser(currency, unit, decimal_comma=has_comma, scale=scale)

    def _parse(self, name: str, holds: Holds) -> Parse:
        if holds is Holds.CODE:
            is_product = self.mapping.kind is ImportKind.PRODUCTS
            return code_parser(_PRODUCT_CODE_LIMIT if is_product else _CODE_LIMITS[name])
        if name == "gender":
            return parse_gender
        if name == "kind":
            return parse_kind
        if holds is Holds.CHOICE:
            choose = choice_reader(CHOICES[words_for(name, self.mapping.kind)])
            return lambda cell: choose(text_of(cell))
        return parse_province if name == "province" else self._parsers[holds]


def _readable_email(cell: Cell) -> tuple[Cell, list[str]]:
    texts = [text for text in BETWEEN_EMAILS.split(text_of(cell)) if text]
    for text in texts if len(texts) > 1 else ():
        with suppress(EcrmError):
            email = Email.parse(text)
            return email.text, [other for other in texts if other != text]
    return None, [text_of(cell)]


def _label_reader(column: Column) -> Read:
    return lambda cells: label_of(column[cells[column.position]] or "")


def _nothing(_: Cell) -> None:
    """Read a field that no column holds."""


def _parsers(mapping: Mapping, conventions: Conventions, unit: MoneyUnit) -> dict[Holds, Parse]:
    calendar, order, today = mapping.calendar, mapping.date_order, conventions.today
    has_comma = mapping.decimal_comma
    return {
        Holds.TEXT: parse_line,
        Holds.NAME: parse_line,
        Holds.LINES: parse_lines,
        Holds.SEVERAL: parse_several,
        Holds.TIME: parse_clock,
        Holds.PHONE: phones_parser(conventions.area_code),
        Holds.PHONES: labelled_parser(conventions.area_code),
        Holds.EMAIL: lambda cell: Email.parse(text_of(cell)),
        Holds.NATIONAL_ID: digits_parser(NationalId.parse),
        Holds.POSTAL_CODE: digits_parser(PostalCode.parse),
        Holds.CONSENT: lambda cell: read_consent(text_of(cell)),
        Holds.YES_NO: lambda cell: read_yes_no(text_of(cell)),
        Holds.DATE: date_reader(calendar, order, today, past=True, from_1904=mapping.from_1904),
        Holds.BIRTHDAY: birthday_reader(calendar, order, today, from_1904=mapping.from_1904),
        Holds.AMOUNT: amount_parser(conventions.currency, unit, decimal_comma=has_comma),
        Holds.QUANTITY: quantity_parser(decimal_comma=has_comma),
    }
