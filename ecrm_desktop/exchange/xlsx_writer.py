"""Writes a plain .xlsx row by row, without temporary files: they would hold customers' data."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from enum import IntEnum
from itertools import chain, islice
from typing import IO, Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from ecrm_desktop.exchange.sheets import Cell

ROWS_OF_SHEET: Final = 1_000_000
"""Excel shows no more than 1,048,576; the next ones go to a further sheet."""

_LONGEST = 32_767
_NAME_LENGTH = 28
_FIRST_YEAR = 1900
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no time zones
_DAY = 86_400

# What XML 1.0 cannot hold, and marks that only screens and paper need.
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u2066-\u2069]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_STARTS = frozenset("=+-@\t\r#'")


class Look(IntEnum):
    """How a cell looks; each has a variant for quoted text, dates, moments and times."""

    PLAIN = 0
    WRONG = 1
    REASON = 2
    TITLE = 3


Written = tuple[Cell, Look]
"""A cell to be written."""

_VARIANTS = 5
_QUOTED, _DATE, _MOMENT, _TIME = range(1, _VARIANTS)
_SIZE = '<sz val="10"/>'
_FONT = '<name val="Tahoma"/>'  # on every Windows, with good Persian letters
_FORMATS = ("", ' quotePrefix="1"', "", "", "")
_NUMBER_FORMATS = (0, 0, 164, 165, 166)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class XlsxWriter:
    """Writes one table into an open file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(
        self,
        *,
        name: str,
        widths: Sequence[float],
        header: Sequence[Written],
        rows: Iterable[Sequence[Written]],
        right_to_left: bool,
    ) -> None:
        """Write the table under its header, in as many sheets as it needs."""
        rest = iter(rows)
        count = 0
        with ZipFile(self._file, "w", ZIP_DEFLATED, compresslevel=3) as package:
            more = next(rest, None)
            while more is not None or not count:
                count += 1
                part = [] if more is None else chain([more], islice(rest, ROWS_OF_SHEET - 1))
                with package.open(f"xl/worksheets/sheet{count}.xml", "w", force_zip64=True) as out:
                    out.write(_sheet_head(widths, right_to_left=right_to_left).encode())
                    for number, row in enumerate(chain([header], part), 1):
                        out.write(_row(number, row).encode())
                    out.write(b"</sheetData></worksheet>")
                more = next(rest, None)
            for path, content in _frame(name, count, right_to_left=right_to_left).items():
                package.writestr(path, _XML + content)


def _sheet_head(widths: Sequence[float], *, right_to_left: bool) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    side = ' rightToLeft="1"' if right_to_left else ""
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView{side} workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews>{f'<cols>{columns}</cols>' if columns else ''}<sheetData>"
    )


def _row(number: int, cells: Sequence[Written]) -> str:
    return f'<row r="{number}">' + "".join([_cell(*cell) for cell in cells]) + "</row>"


def _cell(cell: Cell, look: Look) -> str:
    style = look * _VARIANTS
    if isinstance(cell, str):
        text = _DROPPED.sub("", cell)[:_LONGEST]
        style += _QUOTED if text[:1] in _FORMULA_STARTS else 0
        escaped = escape(_ESCAPED.sub("_x005F_", text)).replace("\r", "_x000D_")
        return (
            f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'
            if text
            else f'<c s="{style}"/>'
        )
    if cell is None:
        return f'<c s="{style}"/>'
    if isinstance(cell, bool):
        return f'<c s="{style}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, (int, float)):
        return f'<c s="{style}"><v>{cell!r}</v></c>'
    return _moment(cell, style)


def _moment(cell: date | datetime | time, style: int) -> str:
    if isinstance(cell, time):
        seconds = (cell.hour * 60 + cell.minute) * 60 + cell.second
        return f'<c s="{style + _TIME}"><v>{seconds / _DAY!r}</v></c>'
    if cell.year <= _FIRST_YEAR:
        return _cell(cell.isoformat(), Look(style // _VARIANTS))
    if isinstance(cell, datetime):
        days = (cell.replace(tzinfo=None) - _EPOCH).total_seconds() / _DAY
        return f'<c s="{style + _MOMENT}"><v>{days!r}</v></c>'
    return f'<c s="{style + _DATE}"><v>{(cell - _EPOCH.date()).days}</v></c>'


def _frame(name: str, count: int, *, right_to_left: bool) -> dict[str, str]:
    plain = _NOT_IN_NAMES.sub(" ", _DROPPED.sub("", name)).strip()[:_NAME_LENGTH].strip() or "1"
    names = [plain if at == 1 else f"{plain} {at}" for at in range(1, count + 1)]
    sheets = range(1, count + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for at in sheets
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet{at}.xml"/>'
        for at in sheets
    )
    listed = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{at}" r:id="rId{at}"/>'
        for at, title in enumerate(names, 1)
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" '
            f'ContentType="{_TYPES}.sheet.main+xml"/>{overrides}'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}<Relationship '
            f'Id="rId{count + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": _styles(right_to_left=right_to_left),
    }


def _styles(*, right_to_left: bool) -> str:
    red = '<color rgb="FFB42318"/>'
    fonts = (_SIZE + _FONT, _SIZE + _FONT, _SIZE + red + _FONT, "<b/>" + _SIZE + _FONT)
    fills = ("none", "gray125", "FFFDE7E5", "FFE3F3F1")
    patterns = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="{fill}"/></patternFill></fill>'
        if fill.startswith("FF")
        else f'<fill><patternFill patternType="{fill}"/></fill>'
        for fill in fills
    )
    fill_of = (0, 2, 0, 3)
    # Sentences of ours run one way, whatever they begin with; people's own words tell theirs.
    ours = ' readingOrder="2"' if right_to_left else ""
    aligned = ("", "", f' wrapText="1"{ours}', ours)
    formats = "".join(
        f'<xf numFmtId="{_NUMBER_FORMATS[variant]}" fontId="{look}" fillId="{fill_of[look]}" '
        'borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1" '
        f'applyNumberFormat="1"{_FORMATS[variant]}>'
        f'<alignment vertical="top"{aligned[look]}/></xf>'
        for look in Look
        for variant in range(_VARIANTS)
    )
    count = len(Look) * _VARIANTS
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="3">'
        '<numFmt numFmtId="164" formatCode="yyyy/mm/dd"/>'
        '<numFmt numFmtId="165" formatCode="yyyy/mm/dd hh:mm"/>'
        '<numFmt numFmtId="166" formatCode="hh:mm"/></numFmts>'
        f'<fonts count="{len(fonts)}">{"".join(f"<font>{font}</font>" for font in fonts)}</fonts>'
        f'<fills count="{len(fills)}">{patterns}</fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{count}">{formats}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
