"""Gives calamine a portion of a sheet as if it were a whole workbook."""

from io import BytesIO
from typing import Final
from zipfile import ZipFile

from python_calamine import CalamineSheet

from ecrm_desktop.exchange.calamine_books import first_sheet
from ecrm_desktop.exchange.xlsx_package import Package

PORTION: Final = 1 << 22  # bytes of XML: about 75,000 cells
_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">%s</Relationships>'
_RELATION = (
    f'<Relationship Id="%s" Type="{_OFFICE}/officeDocument/2006/relationships/%s" Target="%s"/>'
)


def load_portion(
    package: Package, rows: bytes, *, prefix: bytes = b"", strings: bytes = b""
) -> CalamineSheet:
    """Return a sheet of these rows, with the package's formats and these shared strings.

    calamine alone would keep a whole sheet in memory, several times. Raises FileError FILE_DAMAGED.
    """
    return first_sheet(_workbook(package, rows, prefix, strings), package.name)


def _workbook(package: Package, rows: bytes, prefix: bytes, strings: bytes) -> BytesIO:
    related = [_RELATION % ("s", "worksheet", "sheet.xml")]
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        if package.styles:
            related.append(_RELATION % ("y", "styles", "styles.xml"))
            archive.writestr("xl/styles.xml", package.styles)
        if strings:
            related.append(_RELATION % ("t", "sharedStrings", "sharedStrings.xml"))
            archive.writestr("xl/sharedStrings.xml", strings)
        main = _RELATION % ("w", "officeDocument", "xl/workbook.xml")
        archive.writestr("_rels/.rels", _RELATIONS % main)
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS % "".join(related))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_OFFICE}/spreadsheetml/2006/main" '
            f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships">'
            f'<workbookPr date1904="{int(package.counts_from_1904)}"/>'
            '<sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>',
        )
        begin = b"<%sworksheet><%ssheetData>" % (prefix, prefix)
        end = b"</%ssheetData></%sworksheet>" % (prefix, prefix)
        archive.writestr("xl/sheet.xml", b"".join((begin, rows, end)))
    file.seek(0)
    return file
