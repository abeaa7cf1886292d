"""What the columns of a file hold and how its author wrote, as a person may change it."""

import json
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from enum import StrEnum
from hashlib import blake2b
from typing import Any, Final, Self

from ecrm_desktop.drafts.imports import MatchBy, OnMatch, OnShared
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.fields import FIELDS, OWN, Holds, missing_fields
from ecrm_desktop.exchange.money_words import SCALES
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.jalali import Calendar
from ecrm_desktop.values.money import Currency, MoneyUnit
from ecrm_desktop.values.statuses import ImportKind, PurchaseChannel
from ecrm_desktop.values.text import clean, fold

REASON: Final = "⚠"
"""What the title of a column with reasons begins with, in a file of problems."""

_CALENDARS: Final[tuple[Calendar, ...]] = ("jalali", "gregorian")


class DateOrder(StrEnum):
    """The order in which a date's parts are written; four digits are the year in any order."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """How this shop writes: landlines perhaps without `area_code`, local times in `timezone`."""

    currency: Currency
    area_code: str
    today: date
    timezone: tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """One entry of `columns` for each column: a field's name, `own:<title>` or "" (ignored).

    Without `unit` nothing tells toman from rials yet; without `calendar` each year tells its own.
    `scales` has for each column how many units of money its numbers stand for, and is empty where
    all stand for one. `from_1904` is how the file itself counts days, so no text keeps it. An empty
    `match` adds every row. Of sales, `channel` is the one through which those were made that name
    none, and `returns` says that all rows are about what came back. Raises InvalidInput
    FIELD_UNKNOWN (name, known), FIELD_TWICE (name), MAPPING_WRONG (name) for wrong scales, and
    those of `clean`.
    """

    kind: ImportKind
    columns: tuple[str, ...]
    unit: MoneyUnit | None = None
    calendar: Calendar | None = None
    date_order: DateOrder = DateOrder.YMD
    decimal_comma: bool = False
    scales: tuple[int, ...] = ()
    from_1904: bool = False
    match: tuple[MatchBy, ...] = ()
    on_match: OnMatch = OnMatch.FILL_EMPTY
    on_shared: OnShared = OnShared.SECOND
    channel: PurchaseChannel | None = None
    returns: bool = False

    def __post_init__(self) -> None:
        fields = FIELDS[self.kind]
        seen: set[str] = set()
        for name in filter(None, self.columns):
            field = fields.get(name)
            if field is None and not self._is_own(name):
                raise InvalidInput(Problem.FIELD_UNKNOWN, name=name, known=tuple(fields))
            key = name if field else fold(name)
            if key in seen and not (field and field.repeats):
                raise InvalidInput(Problem.FIELD_TWICE, name=name)
            seen.add(key)
        if self.scales and (
            len(self.scales) != len(self.columns) or not set(self.scales) <= set(SCALES)
        ):
            raise InvalidInput(Problem.MAPPING_WRONG, name="scales")

    def _is_own(self, name: str) -> bool:
        title = name.removeprefix(OWN)
        return (
            self.kind is ImportKind.CUSTOMERS
            and title != name
            and bool(title)
            and clean(title) == title
        )

    @property
    def has_amounts(self) -> bool:
        """Whether a unit of money is needed."""
        return any(self.kind_of(name) is Holds.AMOUNT for name in self.columns)

    @property
    def scale(self) -> int | None:
        """How many units of money the amounts stand for; None where columns differ."""
        found = {
            self.scale_of(at)
            for at, name in enumerate(self.columns)
            if self.kind_of(name) is Holds.AMOUNT
        }
        return found.pop() if len(found) == 1 else None if found else 1

    def scale_of(self, position: int) -> int:
        """Return how many units of money a number of this column stands for."""
        return self.scales[position] if self.scales else 1

    def with_scale(self, scale: int) -> Self:
        """Return the mapping with one scale for all amounts."""
        return replace(self, scales=(scale,) * len(self.columns) if scale > 1 else ())

    def kind_of(self, name: str) -> Holds | None:
        """Return how the cells of a column are read; None for own fields and ignored columns."""
        field = FIELDS[self.kind].get(name)
        return field.holds if field else None

    def check_complete(self) -> None:
        """Refuse a mapping without the fields a record needs.

        Raises InvalidInput FIELD_MISSING (name, title).
        """
        for group in missing_fields(self.kind, self.columns, returns=self.returns):
            title = FIELDS[self.kind][group[0]].title
            raise InvalidInput(Problem.FIELD_MISSING, name=group[0], title=title)

    def to_json(self) -> str:
        """Return the text that `from_json` reads; equal mappings have equal texts."""
        return json.dumps(
            {
                "kind": self.kind,
                "columns": self.columns,
                "unit": self.unit,
                "calendar": self.calendar,
                "date_order": self.date_order,
                "decimal_comma": self.decimal_comma,
                "scales": self.scales,
                "match": self.match,
                "on_match": self.on_match,
                "on_shared": self.on_shared,
                "channel": self.channel,
                "returns": self.returns,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a mapping; only `kind` and `columns` are needed.

        Raises InvalidInput MAPPING_WRONG (name: the entry at fault, "" if it is no mapping at
        all), and those of the class.
        """
        try:
            entries = json.loads(text)
        except (ValueError, RecursionError):
            entries = None
        if not isinstance(entries, dict):
            raise InvalidInput(Problem.MAPPING_WRONG, name="")
        values: dict[str, Any] = {}
        for name, given in entries.items():
            if name not in _READ:
                shown = name.encode(errors="replace").decode()
                raise InvalidInput(Problem.MAPPING_WRONG, name=shown)
            try:
                values[name] = _READ[name](given)
            except (ValueError, TypeError):
                raise InvalidInput(Problem.MAPPING_WRONG, name=name) from None
        for name in ("kind", "columns"):
            if name not in values:
                raise InvalidInput(Problem.MAPPING_WRONG, name=name)
        return cls(**values)


def _one_of(choices: Sequence[Any], given: Any) -> Any:
    if given not in choices:
        raise ValueError(given)
    return given


def _texts(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise TypeError(given)
    for name in given:
        str.encode(name)  # a lone surrogate is a ValueError, another type a TypeError
    return tuple(given)


def _whole_numbers(given: Any) -> tuple[int, ...]:
    if not isinstance(given, list) or any(type(one) is not int for one in given):
        raise TypeError(given)
    return tuple(given)


def _flag(given: Any) -> bool:
    if not isinstance(given, bool):
        raise TypeError(given)
    return given


_READ: Final[AnyMapping[str, Any]] = {
    "kind": ImportKind,
    "columns": _texts,
    "unit": lambda given: None if given is None else MoneyUnit(given),
    "calendar": lambda given: _one_of((None, *_CALENDARS), given),
    "date_order": DateOrder,
    "decimal_comma": _flag,
    "scales": _whole_numbers,
    "match": lambda given: tuple(map(MatchBy, _texts(given))),
    "on_match": OnMatch,
    "on_shared": OnShared,
    "channel": lambda given: None if given is None else PurchaseChannel(given),
    "returns": _flag,
}


def default_match(kind: ImportKind, columns: Sequence[str]) -> tuple[MatchBy, ...]:
    """Return what may tell records apart by these columns, surest first."""
    there = set(columns)
    if kind is ImportKind.PRODUCTS:
        return (MatchBy.CODE,) if there & {"code", "barcode"} else ()
    if kind is not ImportKind.CUSTOMERS:
        return ()
    ways = (
        (MatchBy.CODE, {"code"}),
        (MatchBy.NATIONAL_ID, {"national_id"}),
        (MatchBy.PHONE, {"phone", "phone2", "phone3", "phones"}),
        (MatchBy.EMAIL, {"email"}),
    )
    return tuple(way for way, needed in ways if there & needed) or (MatchBy.NAME_AND_PHONE,)


def mapping_from_columns(
    kind: ImportKind, pairs: Sequence[tuple[str, str]], sheet: Sheet
) -> Mapping:
    """Return the mapping for (SOURCE, field) pairs, as given on the command line.

    SOURCE is a name of the header or a position from 1. Raises InvalidInput FILE_COLUMN_MISSING
    (column), FILE_COLUMN_TWICE (column) and those of `Mapping`.
    """
    columns = [""] * sheet.width
    for source, field in pairs:
        position = _position(source, sheet)
        if columns[position]:
            raise InvalidInput(Problem.FILE_COLUMN_TWICE, column=source)
        columns[position] = field
    return Mapping(
        kind=kind,
        columns=tuple(columns),
        from_1904=sheet.from_1904,
        match=default_match(kind, [f for _, f in pairs]),
    )


def _position(source: str, sheet: Sheet) -> int:
    wanted = fold(source)
    found = [at for at, title in enumerate(sheet.header) if fold(title) == wanted and wanted]
    if len(found) > 1:
        raise InvalidInput(Problem.FILE_COLUMN_TWICE, column=source)
    if found:
        return found[0]
    places = own_places(sheet)
    plain = to_latin_digits(source.strip())
    # Compared by length first: int() itself refuses thousands of digits.
    if plain.isdecimal() and len(plain) <= len(str(len(places))) and 0 < int(plain) <= len(places):
        return places[int(plain) - 1]
    raise InvalidInput(Problem.FILE_COLUMN_MISSING, column=source)


def own_places(sheet: Sheet) -> list[int]:
    """Return the positions of a sheet's columns without those that a file of problems adds."""
    return [
        at
        for at in range(sheet.width)
        if at >= len(sheet.header) or not sheet.header[at].startswith(REASON)
    ]


def fitted(mapping: Mapping, sheet: Sheet) -> Mapping:
    """Return the mapping of a file for its file of problems, whose reasons are ignored."""
    places = own_places(sheet)
    columns, scales = [""] * sheet.width, [1] * sheet.width
    for at, (place, column) in enumerate(zip(places, mapping.columns, strict=False)):
        columns[place], scales[place] = column, mapping.scale_of(at)
    return replace(
        mapping,
        columns=tuple(columns),
        scales=tuple(scales) if any(scale > 1 for scale in scales) else (),
        from_1904=sheet.from_1904,
    )


def own_header(sheet: Sheet) -> tuple[str, ...]:
    """Return the titles of `own_places`; none if they are only the numbers of the columns."""
    if not sheet.header:
        return ()
    titles = tuple(sheet.header[at] if at < len(sheet.header) else "" for at in own_places(sheet))
    numbers = tuple(str(place) for place in range(1, len(titles) + 1))
    return () if titles == numbers else titles


def shape_of(sheet: Sheet) -> str:
    """Return the key under which the mapping of such files is remembered.

    Files with the same titles have the same shape, as have files without titles whose columns
    hold the same kinds of cells; so have a file and its file of problems.
    """
    titles = [fold(title) for title in own_header(sheet)] or [
        _type_of([row.cells[at] for row in sheet.sample if at < len(row.cells)])
        for at in own_places(sheet)
    ]
    content = json.dumps([bool(own_header(sheet)), titles], ensure_ascii=False)
    return blake2b(content.encode(), digest_size=16).hexdigest()


def _type_of(cells: Sequence[object]) -> str:
    filled = [cell for cell in cells if cell not in {None, ""}]
    if not filled:
        return ""
    is_number = all(
        not isinstance(cell, str) or to_latin_digits(cell).replace(".", "").isdecimal()
        for cell in filled
    )
    return "number" if is_number else "text"
