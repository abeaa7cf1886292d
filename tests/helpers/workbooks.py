"""Excel files made of their bare parts, so that a test decides about every letter in them."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def sheet_xml(rows: str, *, before: str = "", after: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet {MAIN}>{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def parts(sheets: Mapping[str, str], *, strings: str = "", states: Mapping[str, str] | None = None,
          formats: str = "", properties: str = "") -> dict[str, str]:  # fmt: skip
    """Return the parts of a workbook; `sheets` are name → XML, `formats` the numFmtId of styles."""
    listed = related = ""
    found = {}
    for number, (name, xml) in enumerate(sheets.items(), 1):
        state = (states or {}).get(name, "visible")
        listed += f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="r{number}"/>'
        related += (
            f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet"'
            f' Target="worksheets/sheet{number}.xml"/>'
        )
        found[f"xl/worksheets/sheet{number}.xml"] = xml
    styles = "".join(f'<xf numFmtId="{format_id}"/>' for format_id in ["0", *formats.split()])
    found["xl/styles.xml"] = f"<styleSheet {MAIN}><cellXfs>{styles}</cellXfs></styleSheet>"
    related += f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="/xl/styles.xml"/>'
    if strings:
        found["xl/sharedStrings.xml"] = f"<sst {MAIN}>{strings}</sst>"
        related += (
            f'<Relationship Id="t" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="w"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{_OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{related}</Relationships>",
        **found,
    }


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def workbook(
    path: Path, rows: str, *, strings: str = "", formats: str = "", properties: str = ""
) -> Path:
    """Write a workbook with one sheet of these rows."""
    sheets = {"فهرست": sheet_xml(rows)}
    return zipped(path, parts(sheets, strings=strings, formats=formats, properties=properties))
