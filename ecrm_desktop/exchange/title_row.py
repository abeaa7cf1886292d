"""Takes a person's word for whether the first row of a sheet has the titles."""

from dataclasses import replace

from ecrm_desktop.exchange.sheets import Row, Sheet


def with_title_row(sheet: Sheet, number: int) -> Sheet:
    """Return the sheet as if its titles stood in this row of it, or, with 0, nowhere.

    Only the reader's own title row, or the first row of a sheet without one, can be told.
    """
    if bool(number) == bool(sheet.header):
        return sheet
    if not number:
        cells = tuple(title or None for title in sheet.header)
        first = Row(sheet.header_row, cells)
        return replace(
            sheet,
            header=(),
            header_row=sheet.header_row - 1,  # the rows above are names of the whole table
            sample=(first, *sheet.sample),
            row_count=None if sheet.row_count is None else sheet.row_count + 1,
        )
    first = sheet.sample[0]
    return replace(
        sheet,
        header=tuple("" if cell is None else str(cell) for cell in first.cells),
        header_row=first.number,
        sample=sheet.sample[1:],
        row_count=None if sheet.row_count is None else max(sheet.row_count - 1, 0),
    )
