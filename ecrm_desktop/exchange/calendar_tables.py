"""Reads the birthdays of a calendar (iCalendar, RFC 5545) as one sheet about customers."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.file_content import reading_error
from ecrm_desktop.exchange.phone_cells import may_be_phone
from ecrm_desktop.exchange.sheets import EDGES, SAMPLE, Cell, FileKind, Lost, Row, Sheet
from ecrm_desktop.exchange.text_encoding import find_encoding
from ecrm_desktop.exchange.vcard_lines import Property, read_components

HEADER: Final = ("name", "birth_date", "phones", "note")
_LONGEST_LINE = 1 << 20
_ENTRIES: Final = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
_BIRTHDAY: Final = re.compile(
    r"(?:[\U0001f382\U0001f389\U0001f381\ufe0f]\s*)?(?:"
    r"(?:جشن\s+)?(?:روز\s+)?(?:سالروز\s+|زاد)?(?:تولد|میلاد|زادروز)\s*:?\s+(?P<fa>.+?)"
    r"|birthday(?:\s+of)?\s*[:\-–]?\s+(?P<after>.+?)"
    r"|(?P<before>.+?)(?:['’]s?)?\s*[:\-–]?\s+(?:birthday|bday|تولد)"
    r")\s*[\U0001f382\U0001f389\U0001f381\ufe0f!]*",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?")
_STAMPS: Final = ("CREATED", "DTSTAMP", "LAST-MODIFIED")


class CalendarTables:
    """A calendar; rows are numbered as its entries. What is no birthday is counted."""

    kind = FileKind.CALENDAR
    footers = ()

    def __init__(self, path: Path) -> None:
        self._path = path
        self._encoding = find_encoding(path, longest_line=_LONGEST_LINE)
        sample = tuple(islice(self._read(), SAMPLE))
        others = sum(cells is None for _, cells in self._entries())
        if not sample:
            raise FileError(Problem.FILE_NO_BIRTHDAYS, path=str(path))
        self._sheet = Sheet(
            name=path.stem,
            header=HEADER,
            header_row=0,
            width=len(HEADER),
            sample=sample,
            row_count=None,
            lost=Lost(no_birthdays=others),
        )

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The only one."""
        return (self._sheet,)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield a row for each birthday."""
        return self._read()

    def close(self) -> None:
        """Nothing stays open between readings."""

    def _read(self) -> Iterator[Row]:
        seen: set[tuple[str, str]] = set()
        for number, cells in self._entries():
            if cells is None:
                continue
            key = str(cells[0]), str(cells[2])
            if key not in seen:  # a birthday may be there once a year
                seen.add(key)
                yield Row(number, cells)

    def _entries(self) -> Iterator[tuple[int, tuple[Cell, ...] | None]]:
        try:
            with self._path.open(encoding=self._encoding, errors="replace") as file:
                entries = read_components(file, _ENTRIES)
                for number, (kind, properties) in enumerate(entries, 1):
                    yield number, _birthday(properties) if kind == "VEVENT" else None
        except OSError as error:
            raise reading_error(self._path, error) from error


def _birthday(properties: list[Property]) -> tuple[Cell, ...] | None:
    """Return the cells of an entry, None if it is no birthday."""
    found = {one.name: one.text().strip(EDGES) for one in reversed(properties)}
    title = " ".join(found.get("SUMMARY", "").split())[:200]
    named = _BIRTHDAY.fullmatch(title)
    is_marked = "birthday" in found.get("CATEGORIES", "").casefold()
    day = _DAY.fullmatch(found.get("DTSTART", ""))
    if day is None or not (named or (is_marked and title)):
        return None
    name = next(filter(None, named.groups()), "") if named else title
    year, month, of_month = day.groups()
    text = found.get("DESCRIPTION", "")
    phone = text if text and may_be_phone(text) else None
    told = (
        f"{year}-{month}-{of_month}" if _is_of_birth(int(year), found) else f"--{month}-{of_month}"
    )
    return name, told, phone, None if phone else text or None


def _is_of_birth(year: int, found: dict[str, str]) -> bool:
    """Tell whether a birthday begins in the year of the birth, and not when it was written."""
    stamps = [int(text[:4]) for name in _STAMPS if (text := found.get(name, ""))[:4].isdecimal()]
    return bool(stamps) and 1900 <= year < min(stamps) - 1  # noqa: PLR2004 - nobody is older
