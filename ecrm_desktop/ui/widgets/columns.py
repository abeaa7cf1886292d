"""The kinds of column that several lists have; what is None is left empty."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display

Row = TypeVar("Row")
Value = TypeVar("Value")


def name_column(
    key: str,
    title: str,
    name: Callable[[Row], str],
    *,
    width: int,
    sortable: bool = True,
    icon: Callable[[Row], str] | None = None,
) -> Column[Row]:
    """Return what a record is called: bold, and as wide as there is room."""
    return Column(
        key=key,
        title=title,
        format=name,
        width=width,
        stretches=True,
        bold=True,
        sortable=sortable,
        icon=icon,
    )


def phone_column(
    display: Display, title: str, phone: Callable[[Row], str], *, width: int
) -> Column[Row]:
    """Return a phone number."""
    return Column(key="phone", title=title, format=_text_of(phone, display.phone), width=width)


def code_column(
    display: Display,
    key: str,
    title: str,
    code: Callable[[Row], str],
    *,
    width: int,
    hidden: bool = False,
) -> Column[Row]:
    """Return a code or the number of a record."""
    return Column(
        key=key, title=title, format=_text_of(code, display.code), width=width, hidden=hidden
    )


def day_column(
    display: Display,
    key: str,
    title: str,
    day: Callable[[Row], date | None],
    *,
    width: int,
    sortable: bool = True,
    badge: Callable[[Row], BadgeKind | None] | None = None,
    hidden: bool = False,
    gives_way: int = 0,
) -> Column[Row]:
    """Return the day of a date or an instant, today and its neighbours in words."""
    return Column(
        key=key,
        title=title,
        format=_text_of(day, display.day),
        width=width,
        sortable=sortable,
        badge=badge,
        hidden=hidden,
        gives_way=gives_way,
    )


def amount_column(
    display: Display, key: str, title: str, amount: Callable[[Row], int | None], *, width: int
) -> Column[Row]:
    """Return an amount of money."""
    return Column(
        key=key, title=title, format=_text_of(amount, display.money), width=width, numeric=True
    )


def number_column(
    display: Display,
    key: str,
    title: str,
    number: Callable[[Row], int | None],
    *,
    width: int,
    sortable: bool = True,
    hidden: bool = False,
) -> Column[Row]:
    """Return a whole number."""
    return Column(
        key=key,
        title=title,
        format=_text_of(number, display.number),
        width=width,
        numeric=True,
        sortable=sortable,
        hidden=hidden,
    )


def _text_of(
    read: Callable[[Row], Value | None], write: Callable[[Value], str]
) -> Callable[[Row], str]:
    def text(row: Row) -> str:
        value = read(row)
        return "" if value is None else write(value)

    return text
