"""Cells of a file for the eye: as they stand there, and as they will become."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from ecrm_desktop.drafts.imports import ImportedReturn, ImportedRow, LeftOutRow, RowProblem
from ecrm_desktop.exchange.fields import FIELDS, Holds, column_title
from ecrm_desktop.exchange.mapping import Mapping
from ecrm_desktop.exchange.sheets import NAMES_COLUMNS, Cell, Row, Sheet
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.importing import PreviewRow
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.imports.plan import ImportPlan
from ecrm_desktop.ui.imports.preview_table import WHOLE_ROW, PreviewLine
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ImportKind

_TELLING = ("status", "amount", "unit_price", "number")
_SAMPLES = 3
_LONGEST_SAMPLE = 40
_CODES = frozenset({Holds.CODE, Holds.EMAIL, Holds.NATIONAL_ID, Holds.POSTAL_CODE})


def raw_text(cell: Cell) -> str:
    """Return a cell as it stands in the file."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def samples_text(sheet: Sheet, position: int) -> str:
    """Return the first different values of a column in one line."""
    found: list[str] = []
    for row in sheet.sample:
        text = raw_text(row.cells[position]) if position < len(row.cells) else ""
        text = " ".join(text.split())[:_LONGEST_SAMPLE]
        if text and text not in found:
            found.append(text)
        if len(found) == _SAMPLES:
            break
    return dotted(found)


def column_name(display: Display, plan: ImportPlan, position: int) -> str:
    """Return what the file calls a column, or its number.

    What a contact has is called by our words: nobody sees the names of its parts in the file.
    """
    header = plan.sheet.header
    title = header[position] if position < len(header) else ""
    if plan.file_kind in NAMES_COLUMNS and title in FIELDS[ImportKind.CUSTOMERS]:
        return column_title(ImportKind.CUSTOMERS, title)
    return title or translate(
        "ImportWizard", "Column {number}", number=display.number(position + 1)
    )


def value_text(display: Display, value: Any, holds: Holds | None) -> str:
    """Return a value of a `PreviewRow` as lists show it."""
    match value:
        case None:
            text = ""
        case Phone():
            text = display.phone(value.number)
        case PartialDate():
            text = display.partial_date(value)
        case dt.date():
            text = display.date(value)
        case dt.time():
            text = display.time(value)
        case StrEnum():
            text = label(value)
        case bool():
            text = translate("ImportWizard", "yes") if value else translate("ImportWizard", "no")
        case int():
            amount = holds is Holds.AMOUNT
            text = display.money_with_unit(value) if amount else display.quantity(value)
        case tuple():
            comma = "، " if language() in RIGHT_TO_LEFT else ", "
            text = comma.join(value_text(display, one, holds) for one in value)
        case _:
            text = display.code(str(value)) if holds in _CODES else str(value)
    return text


def preview_lines(
    display: Display, sheet: Sheet, mapping: Mapping, rows: Sequence[PreviewRow]
) -> list[PreviewLine]:
    """Return the rows with the cells of the columns that are not ignored.

    A wrong cell shows what stands in the file.
    """
    shown = [at for at, name in enumerate(mapping.columns) if name]
    holds = [mapping.kind_of(mapping.columns[at]) for at in shown]
    raw = {row.number: row for row in sheet.sample}
    lines = []
    for row in rows:
        reasons = _reasons(row.problems, shown)
        is_read = not isinstance(row.record, LeftOutRow)
        cells = tuple(
            value_text(display, row.values[at], holds[place])
            if place not in reasons and (is_read or row.values[at] is not None)
            else _raw(raw.get(row.number), at)
            for place, at in enumerate(shown)
        )
        mark, marked = _mark(row.record), _marked(mapping, shown)
        if mark and marked is not None:
            cells = (*cells[:marked], dotted((cells[marked], mark)), *cells[marked + 1 :])
        lines.append(PreviewLine(number=row.number, cells=cells, problems=reasons))
    return lines


def _mark(record: ImportedRow | None) -> str:
    """Return what a row of a list of sales is, if it is none."""
    match record:
        case LeftOutRow():
            return translate("ImportWizard", "no sale: {reason}", reason=label(record.why))
        case ImportedReturn():
            return translate("ImportWizard", "a return")
    return ""


def _marked(mapping: Mapping, shown: Sequence[int]) -> int | None:
    """Return the place of the shown column that says what a row is, else of the amount."""
    names = [mapping.columns[at] for at in shown]
    return next((names.index(one) for one in _TELLING if one in names), None)


def _reasons(problems: Sequence[RowProblem], shown: Sequence[int]) -> dict[int, str]:
    places = {at: place for place, at in enumerate(shown)}
    reasons: dict[int, str] = {}
    for problem in problems:
        at = problem.position
        place = WHOLE_ROW if at is None else places.get(at, WHOLE_ROW)
        reasons.setdefault(place, explain(problem.error))
    return reasons


def _raw(row: Row | None, at: int) -> str:
    return raw_text(row.cells[at]) if row is not None and at < len(row.cells) else ""
