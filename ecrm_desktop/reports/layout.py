"""What a report says, whatever the format it is written in."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.display import Display


class ColumnKind(StrEnum):
    """What a raw value is; None is an empty cell in every kind."""

    TEXT = "text"
    NUMBER = "number"  # int, float or Decimal
    MONEY = "money"  # int: minor units
    QUANTITY = "quantity"  # int: thousandths
    DATE = "date"  # date
    DATETIME = "datetime"  # aware datetime
    PHONE = "phone"  # E.164
    CODE = "code"  # text that is not for adding up: a national ID, a barcode
    PERCENT = "percent"  # fraction: 0.25 is 25 %


class ChartKind(StrEnum):
    """How a chart draws its values."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `weight` is the share a text column has in the width that the other columns leave; `total`
    asks for the sum of the column below it.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    weight: float = 1.0
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of raw values, one for each column; they are read once, one after another.

    `totals`, if given, stands in place of the computed sums: one value for each column, None for
    an empty cell.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    totals: Sequence[Any] | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled raw value."""

    label: str
    value: Any
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Facts:
    """A grid of labelled values, such as what is known about one customer."""

    title: str
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Chart:
    """One series of raw values; labels are in the order of time or rank, first one first."""

    title: str
    kind: ChartKind
    labels: Sequence[str]
    values: Sequence[Any]
    value_kind: ColumnKind = ColumnKind.NUMBER


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text as it is, broken where it says so and where the page ends."""

    text: str


@dataclass(frozen=True, slots=True)
class Groups:
    """Numbered groups of Latin digits to be copied by hand, such as a recovery phrase."""

    title: str
    groups: Sequence[str]


Section = Table | Facts | Chart | Paragraph | Groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report; `period_text` may be empty, `generated_at` is an aware instant."""

    title: str
    shop_name: str
    period_text: str
    generated_at: dt.datetime
    sections: Sequence[Section]
    display: Display


def text_writer(kind: ColumnKind, display: Display) -> Callable[[Any], str]:
    """Return the function that writes raw values of a kind for people."""
    write: dict[ColumnKind, Callable[[Any], str]] = {
        ColumnKind.TEXT: str,
        ColumnKind.NUMBER: display.number,
        ColumnKind.MONEY: display.money,
        ColumnKind.QUANTITY: display.quantity,
        ColumnKind.DATE: display.date,
        ColumnKind.DATETIME: display.datetime,
        ColumnKind.PHONE: display.phone,
        ColumnKind.CODE: display.code,
        ColumnKind.PERCENT: display.percent,
    }
    chosen = write[kind]
    return lambda value: "" if value is None else chosen(value)


def fact_text(fact: Fact, display: Display) -> str:
    """Return a fact's value for people, money with its unit."""
    if fact.kind is ColumnKind.MONEY and fact.value is not None:
        return display.money_with_unit(fact.value)
    return text_writer(fact.kind, display)(fact.value)


def heading(title: str, kind: ColumnKind, display: Display) -> str:
    """Return a title of values, with the unit if they are money."""
    if kind is not ColumnKind.MONEY:
        return title
    return translate("Reports", "{title} ({unit})", title=title, unit=display.unit_name)


class RunningTotals:
    """Adds up the columns of a table while its rows pass."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._summed = [i for i, column in enumerate(table.columns) if column.total]
        self._sums = dict.fromkeys(self._summed, 0)

    def passing(self) -> Iterator[Sequence[Any]]:
        """Yield each row of the table after adding it up."""
        sums = self._sums
        for row in self._table.rows:
            for place in self._summed:
                sums[place] += row[place] or 0
            yield row

    def row(self) -> list[Any] | None:
        """Return what stands below the columns after the last row; None if nothing does."""
        if self._table.totals is not None:
            return list(self._table.totals)
        if not self._summed:
            return None
        return [self._sums.get(place) for place in range(len(self._table.columns))]
