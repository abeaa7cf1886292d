"""What a sheet seems to hold: each column with the reason, and what a person should look at."""

from dataclasses import dataclass
from enum import StrEnum

from ecrm_desktop.exchange.mapping import Mapping
from ecrm_desktop.values.statuses import ImportKind


class Why(StrEnum):
    """Why a column holds what it holds, or is left out."""

    TITLE = "title"
    PROGRAM = "program"
    TITLE_PART = "title_part"
    CELLS = "cells"
    FOREIGN_CODES = "foreign_codes"
    CHOSEN = "chosen"
    UNKNOWN = "unknown"
    EMPTY = "empty"
    TAKEN = "taken"
    SAME_TITLE = "same_title"
    MISFIT = "misfit"
    YEARS_ONLY = "years_only"
    FOREIGN = "foreign"
    INCLUDED = "included"
    ROW_NUMBERS = "row_numbers"
    REASONS = "reasons"


class Sure(StrEnum):
    """How sure that is; what is UNSURE should be looked at by a person."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class About(StrEnum):
    """What a recognition is unsure about, or what somebody has to know before rows are written."""

    KIND = "kind"
    COLUMN = "column"
    UNIT = "unit"
    CALENDAR = "calendar"
    DATE_ORDER = "date_order"
    MISFIT = "misfit"
    SAME_TITLE = "same_title"
    SCALE = "scale"
    SERIAL_DATES = "serial_dates"
    BROKEN_NUMBERS = "broken_numbers"
    FOOTERS = "footers"
    FORMULAS = "formulas"
    ERRORS = "errors"
    HIDDEN_ROWS = "hidden_rows"
    NO_BIRTHDAYS = "no_birthdays"
    STATES = "states"
    NO_SALES = "no_sales"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at.

    `position` is a column's, where it is about one; `count` says how many cells or rows, or what a
    title multiplies by, and `rows` are the numbers of the first such rows, where they are known.
    `words` are what cells say that nobody knows.
    """

    about: About
    position: int | None = None
    count: int = 0
    rows: tuple[int, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFound:
    """What one column was taken for; `field` is "" where it is left out.

    `meant` is the field that its title names though it does not get it; `fits` of the `said` cells
    of the sample can be read as that. `other` is the position of the column that has it instead.
    """

    position: int
    title: str
    field: str
    why: Why
    sure: Sure = Sure.SURE
    meant: str = ""
    fits: int = 0
    said: int = 0
    other: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a sheet seems to hold; `mapping.unit` is None where only a person can tell it."""

    kind: ImportKind
    mapping: Mapping
    columns: tuple[ColumnFound, ...]
    doubts: tuple[Doubt, ...]

    @property
    def unsure_columns(self) -> frozenset[int]:
        """The positions of columns whose field is a guess, or that do not hold what they should."""
        asked = {About.COLUMN, About.MISFIT}
        return frozenset(
            one.position for one in self.doubts if one.position is not None and one.about in asked
        )
