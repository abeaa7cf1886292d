"""Brings the rows of a file into the shop's database, and takes them out again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from ecrm_desktop.database import Database
from ecrm_desktop.drafts.imports import ImportedRow, ImportKind, RowProblem
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.sheets import Sheet

PREVIEWED: Final = 100

Report = Callable[[int, int], None]
"""Told how many rows of how many are done (0: unknown); it raises Cancelled to stop the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What to bring in; `sheet` is a sheet's name, "" the first one.

    `header_row` is the number of the row with the titles as a person said it (0: there is none;
    None: as the reader found it). `problem_file`: write the rows with problems to an .xlsx file
    beside the source.
    """

    path: Path
    sheet: str = ""
    header_row: int | None = None
    mapping: Mapping
    conventions: Conventions
    problem_file: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as it will become.

    `values` has one entry for each column of the mapping, None where it is ignored, empty or
    wrong: text, `Phone`, `date`, `PartialDate`, `time`, members of `values.statuses`, bool, tuples
    of texts, amounts in minor units and quantities in thousandths (int). `record` is None if the
    row has problems.
    """

    number: int
    values: tuple[Any, ...]
    record: ImportedRow | None
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    """What an import did, row by row: every row is counted under one of the first five.

    Of purchases, `new` and `unchanged` (there before) count purchases, `updated` and `duplicates`
    are 0, and `problems` counts rows, among them the sound lines of a purchase with a wrong one.
    `quantity_total` (thousandths) and `amount_total` (minor units) are of the new purchases.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0
    problems: int = 0
    customers_new: int = 0
    products_new: int = 0
    purchases_new: int = 0
    lines_new: int = 0
    quantity_total: int = 0
    amount_total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What an import did; `import_id` is None if it was a dry run or wrote nothing.

    `problem_file` is None if there are no problems, none was asked for, or it was a dry run.
    `first_problems` are those of the first rows that have any, for people to look at.
    """

    import_id: UUID | None
    kind: ImportKind
    counts: ImportCounts
    problem_file: Path | None
    first_problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """A record that an undo left as it is, because somebody worked on it since the import."""

    kind: ImportKind
    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoOutcome:
    """What an undo did: records `removed` for good, and `restored` to their former values.

    `kept` names the first ones of `kept_count`.
    """

    removed: int
    restored: int
    kept_count: int
    kept: tuple[KeptRecord, ...]


def preview(
    sheet: Sheet, mapping: Mapping, conventions: Conventions, *, limit: int = PREVIEWED
) -> tuple[PreviewRow, ...]:
    """Return the first rows of a sheet as they will become; nothing is read but its sample."""
    raise NotImplementedError


def run_import(
    database: Database,
    request: ImportRequest,
    *,
    dry_run: bool = False,
    report: Report | None = None,
) -> ImportOutcome:
    """Bring in a file, all of it or nothing, in one transaction; a dry run only counts.

    Rows with problems are left out. Raises FileError as `open_tables`, InvalidInput FIELD_MISSING,
    UNIT_MISSING, SHEET_MISSING, and Cancelled when `report` does; then nothing was changed.
    """
    raise NotImplementedError


def undo_import(
    database: Database, import_id: UUID, *, report: Report | None = None
) -> UndoOutcome:
    """Take an import back, in one transaction: what it made goes, what it changed is as before.

    Records that were worked on since stay as they are. Raises InvalidInput RECORD_MISSING,
    IMPORT_UNDONE, IMPORT_TOO_OLD (days), IMPORT_ELSEWHERE for one made on another PC.
    """
    raise NotImplementedError
