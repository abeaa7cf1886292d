"""Reads contacts files as one sheet whose columns are the fields of customers."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final, TextIO
from urllib.parse import unquote

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.sheets import EDGES, SAMPLE, Cell, FileKind, Row, Sheet
from ecrm_desktop.exchange.text_encoding import find_encoding
from ecrm_desktop.exchange.vcard_lines import Property, read_cards

HEADER: Final = (
    "name",
    "first_name",
    "last_name",
    "company",
    "job",
    "phone",
    "phone2",
    "phone3",
    "email",
    "birth_date",
    "address",
    "city",
    "province",
    "postal_code",
    "tags",
    "note",
)
_LONGEST_LINE = 1 << 24  # a photo may stand in one
_PHONES = 3
_FAMILY, _GIVEN, _MIDDLE = range(3)
_STREET, _CITY, _PROVINCE, _CODE = range(2, 6)
_NO_YEAR = 1604  # what Apple writes for it
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_DAY_OF_YEAR = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")
_SYSTEM_TAGS = frozenset({"mycontacts", "starred", "my contacts", "all"})


class VcardTables:
    """A contacts file; rows are numbered as its cards."""

    kind = FileKind.VCARD
    footers = ()

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = find_encoding(path, longest_line=_LONGEST_LINE)
        sample = tuple(islice(self._read(), SAMPLE))
        if not sample:
            raise FileError(Problem.FILE_EMPTY, path=str(path))
        self._sheet = Sheet(
            name=path.stem,
            header=HEADER,
            header_row=0,
            width=len(HEADER),
            sample=sample,
            row_count=None,
        )

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The only one."""
        return (self._sheet,)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield a row for each card with anything in it."""
        return self._read()

    def close(self) -> None:
        """Nothing stays open between readings."""

    def _open(self) -> TextIO:
        return self._path.open(encoding=self._encoding, errors="replace")

    def _read(self) -> Iterator[Row]:
        try:
            with self._open() as file:
                for number, card in enumerate(read_cards(file), 1):
                    cells = _cells(card)
                    if any(cells):
                        yield Row(number, cells)
        except OSError as error:
            raise reading_error(self._path, error) from error


class _Card:
    """What one contact says, property by property."""

    def __init__(self) -> None:
        self.found: dict[str, Cell] = {}
        self.phones: list[tuple[int, str]] = []
        self.tags: list[str] = []
        self.notes: list[str] = []

    def give(self, name: str, value: Cell) -> None:
        """Take a value for a field; a second one is kept in the note."""
        if isinstance(value, str):
            value = value.strip(EDGES)
        if not value:
            return
        if name not in self.found:
            self.found[name] = value
        elif self.found[name] != value:
            self.notes.append(str(value))

    def cells(self) -> tuple[Cell, ...]:
        """Return the cells in the order of HEADER."""
        numbers = list(dict.fromkeys(number for _, number in sorted(self.phones, key=_rank)))
        for name, number in zip(HEADER[5:], numbers[:_PHONES], strict=False):
            self.found[name] = number
        if numbers[_PHONES:]:
            self.found["phone3"] = " ::: ".join(numbers[_PHONES - 1 :])
        self.found["tags"] = ",".join(dict.fromkeys(self.tags)) or None
        self.found["note"] = "\n".join(dict.fromkeys(self.notes)) or None
        return tuple(self.found.get(name) for name in HEADER)


def _rank(phone: tuple[int, str]) -> int:
    return phone[0]


def _cells(properties: list[Property]) -> tuple[Cell, ...]:
    card = _Card()
    for one in properties:
        if read := _READERS.get(one.name):
            read(card, one)
    return card.cells()


def _read_name(card: _Card, one: Property) -> None:
    parts = [*one.parts(), "", "", ""]
    given = " ".join(part for part in parts[_GIVEN : _MIDDLE + 1] if part)
    card.give("first_name", given)
    card.give("last_name", parts[_FAMILY])


def _read_phone(card: _Card, one: Property) -> None:
    number = one.text().strip(EDGES)
    if number.lower().startswith("tel:"):
        number = unquote(number[4:].partition(";")[0])
    if number:
        kinds = one.kinds
        is_first = not kinds.isdisjoint({"PREF"})
        is_mobile = not kinds.isdisjoint({"CELL", "MOBILE", "IPHONE"})
        is_phone = kinds.isdisjoint({"FAX", "PAGER", "MODEM"})
        rank = 3 if not is_phone else 0 if is_first else 1 if is_mobile else 2
        card.phones.append((rank, number))


def _read_address(card: _Card, one: Property) -> None:
    parts = [*one.parts(), *("" for _ in range(7))]
    street = " ".join(part for part in (parts[_STREET], parts[1], parts[0]) if part)
    if "address" in card.found or "city" in card.found:
        card.notes.append("، ".join(part for part in (parts[_CITY], street) if part))
        return
    card.give("address", street)
    card.give("city", parts[_CITY])
    card.give("province", parts[_PROVINCE])
    card.give("postal_code", parts[_CODE])


def _read_birthday(card: _Card, one: Property) -> None:
    text = one.text().strip(EDGES)
    if match := _DAY_OF_YEAR.fullmatch(text):
        card.give("birth_date", f"--{match[1]}-{match[2]}")
        return
    match = _DAY.fullmatch(text)
    if match and int(match[1]) == _NO_YEAR:
        card.give("birth_date", f"--{match[2]}-{match[3]}")
    elif match:
        card.give("birth_date", _day(*map(int, match.groups())) or text)
    else:
        card.give("birth_date", text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year > _NO_YEAR else None
    except ValueError:
        return None


def _read_categories(card: _Card, one: Property) -> None:
    card.tags += [
        tag for tag in one.parts(",") if tag and tag.strip("* ").casefold() not in _SYSTEM_TAGS
    ]


def _read_organization(card: _Card, one: Property) -> None:
    company, *units = one.parts()
    card.give("company", company)
    card.notes += filter(None, units)


def _read_text(name: str) -> Callable[[_Card, Property], None]:
    return lambda card, one: card.give(name, one.text())


def _read_email(card: _Card, one: Property) -> None:
    card.give("email", one.text().removeprefix("mailto:"))


def _read_note(card: _Card, one: Property) -> None:
    card.notes += filter(None, [one.text().strip(EDGES)])


_READERS: Final[dict[str, Callable[[_Card, Property], None]]] = {
    "FN": _read_text("name"),
    "N": _read_name,
    "ORG": _read_organization,
    "TITLE": _read_text("job"),
    "TEL": _read_phone,
    "EMAIL": _read_email,
    "BDAY": _read_birthday,
    "ADR": _read_address,
    "CATEGORIES": _read_categories,
    "NOTE": _read_note,
}
