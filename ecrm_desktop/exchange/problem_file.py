"""Writes the rows that could not be imported, each wrong cell with the reason beside it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple

from openpyxl.styles import Alignment

from ecrm_desktop.drafts.imports import RowProblem
from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.convert import BadRow
from ecrm_desktop.exchange.mapping import REASON, own_header, own_places
from ecrm_desktop.exchange.sheets import Sheet
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.storage.durability import flush, flush_folder
from ecrm_desktop.storage.unfinished_files import name_unless_taken, part_for
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.xlsx import Book, Style, Written, font, shade

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
                _write(file, sheet, bad)
            flush(part)
            free = next(one for one in _numbered(path) if name_unless_taken(part, one))
        try:
            flush_folder(path.parent)
        except OSError:
            free.unlink(missing_ok=True)
            raise
    except (OSError, StopIteration) as error:
        raise FileError(Problem.BAD_ROWS_NOT_WRITABLE, path=str(path)) from error
    return free


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _LAST_NUMBER):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _write(file: IO[bytes], sheet: Sheet, bad: Iterable[BadRow]) -> None:
    name = sheet.name or translate("Imports", "Rows with problems")
    with Book(file, right_to_left=language() in RIGHT_TO_LEFT, title=name, author="") as book:
        columns = _Columns(sheet, bad)
        looks = _Looks.of(book)
        rows = iter(bad)
        row = next(rows, None)
        while True:
            page = book.sheet(name, columns.widths, header_row=1)
            page.append((title, book.heading) for title in columns.titles)
            while row is not None and page.rows_left:
                page.append(columns.cells(row, looks))
                row = next(rows, None)
            if row is None:
                break


class _Looks(NamedTuple):
    """How the cells of a row look."""

    plain: Style
    wrong: Style
    reason: Style

    @classmethod
    def of(cls, book: Book) -> "_Looks":
        top = Alignment(vertical="top")
        ours = Alignment(vertical="top", wrap_text=True, readingOrder=book.reading_order)
        return cls(
            book.style(alignment=top),
            book.style(alignment=top, fill=shade("FDE7E5")),
            book.style(alignment=ours, font=font(color="B42318")),
        )


class _Columns:
    """The columns of the sheet, and beside each with a wrong cell one for the reasons."""

    def __init__(self, sheet: Sheet, bad: Iterable[BadRow]) -> None:
        places = own_places(sheet)
        titles = own_header(sheet) or tuple(str(number) for number in range(1, len(places) + 1))
        width = sheet.width
        self._wrong: set[int | None] = set()
        for one in bad:
            width = max(width, len(one.row.cells))
            self._wrong.update(problem.position for problem in one.problems)
        self._places = [*places, *range(sheet.width, width)]
        titles += ("",) * (len(self._places) - len(titles))
        self.titles: list[str] = []
        self.widths: list[float] = []
        for place, title in zip(self._places, titles, strict=True):
            self._add(title, _WIDTH)
            if place in self._wrong:
                self._add(f"{REASON} {title}".strip(), _REASON_WIDTH)
        if None in self._wrong:
            self._add(f"{REASON} {translate('Imports', 'The whole row')}", _REASON_WIDTH)

    def cells(self, bad: BadRow, looks: _Looks) -> list[Written]:
        """Return a row, each wrong cell with the reason beside it."""
        written: list[Written] = []
        cells = bad.row.cells
        for place in self._places:
            reason = _reason(bad.problems, place) if place in self._wrong else ""
            cell = cells[place] if place < len(cells) else None
            written.append((cell, looks.wrong if reason else looks.plain))
            if place in self._wrong:
                written.append((reason, looks.reason))
        if None in self._wrong:
            written.append((_reason(bad.problems, None), looks.reason))
        return written

    def _add(self, title: str, width: float) -> None:
        self.titles.append(title)
        self.widths.append(width)


def _reason(problems: Iterable[RowProblem], place: int | None) -> str:
    said = (explain(one.error) for one in problems if one.position == place)
    return "\n".join(dict.fromkeys(said))
