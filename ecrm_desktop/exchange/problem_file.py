"""Writes the rows that could not be imported, each wrong cell with the reason beside it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from ecrm_desktop.drafts.imports import RowProblem
from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.convert import BadRow
from ecrm_desktop.exchange.mapping import REASON, own_header, own_places
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.exchange.xlsx_writer import Look, Written, XlsxWriter
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.storage.durability import flush, flush_folder
from ecrm_desktop.storage.unfinished_files import name_unless_taken, part_for
from ecrm_desktop.text.error_texts import explain

_WIDTH: Final = 16.0
_REASON_WIDTH: Final = 44.0
_LAST_NUMBER: Final = 10_000


def problem_file_name(source: Path) -> str:
    """Return how the file of problems of a source is called."""
    return translate("Imports", "{name} - rows with problems.xlsx", name=source.stem)


def write_problem_file(path: Path, sheet: Sheet, bad: Iterable[BadRow]) -> Path:
    """Write the bad rows of a sheet as .xlsx; return the path, numbered if `path` was taken.

    `bad` is gone through twice.

    The columns are those of the sheet, in its order, and beside each with a wrong cell one for
    the reasons, whose title begins with `mapping.REASON`: `recognize`, `shape_of` and `fitted`
    leave it out, so that the mended file is imported by the same mapping. A sheet without titles
    gets the numbers of its columns. Raises FileError BAD_ROWS_NOT_WRITABLE (path).
    """
    try:
        with part_for(path) as part:
            with part.open("wb") as file:
                _write(XlsxWriter(file), sheet, bad)
            flush(part)
            free = next(one for one in _numbered(path) if name_unless_taken(part, one))
    except (OSError, StopIteration) as error:
        raise FileError(Problem.BAD_ROWS_NOT_WRITABLE, path=str(path)) from error
    flush_folder(path.parent)
    return free


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _LAST_NUMBER):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _write(writer: XlsxWriter, sheet: Sheet, bad: Iterable[BadRow]) -> None:
    places = own_places(sheet)
    titles = own_header(sheet) or tuple(str(number) for number in range(1, len(places) + 1))
    width = sheet.width
    wrong: set[int | None] = set()
    for one in bad:
        width = max(width, len(one.row.cells))
        wrong.update(problem.position for problem in one.problems)
    wide = [*places, *range(sheet.width, width)]
    titles += ("",) * (len(wide) - len(titles))
    header: list[Written] = []
    widths = []
    for place, title in zip(wide, titles, strict=True):
        header.append((title, Look.TITLE))
        widths.append(_WIDTH)
        if place in wrong:
            header.append((f"{REASON} {title}".strip(), Look.TITLE))
            widths.append(_REASON_WIDTH)
    if None in wrong:
        header.append((f"{REASON} {translate('Imports', 'The whole row')}", Look.TITLE))
        widths.append(_REASON_WIDTH)
    rows = (_row(one, wide, wrong) for one in bad)
    writer.write(
        name=sheet.name or translate("Imports", "Rows with problems"),
        widths=widths,
        header=header,
        rows=rows,
        right_to_left=language() in RIGHT_TO_LEFT,
    )


def _row(bad: BadRow, places: Iterable[int], wrong: set[int | None]) -> list[Written]:
    written: list[Written] = []
    cells = bad.row.cells
    for place in places:
        reason = _reason(bad.problems, place) if place in wrong else ""
        cell = cells[place] if place < len(cells) else None
        written.append((cell, Look.WRONG if reason else Look.PLAIN))
        if place in wrong:
            written.append((reason, Look.REASON))
    if None in wrong:
        written.append((_reason(bad.problems, None), Look.REASON))
    return written


def _reason(problems: Iterable[RowProblem], place: int | None) -> str:
    said = (explain(one.error) for one in problems if one.position == place)
    return "\n".join(dict.fromkeys(said))
