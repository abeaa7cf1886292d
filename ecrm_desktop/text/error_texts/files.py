"""Files that come in, and files that go out."""

from collections.abc import Mapping

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts.sentence import Sentence

SENTENCES: Mapping[Problem, Sentence] = {
    Problem.FILE_MISSING: lambda d: translate(
        "Errors",
        "There is no file at {path}. Please check its name and place.",
        **d,
    ),
    Problem.FILE_UNREADABLE: lambda d: translate(
        "Errors",
        "The file {path} cannot be read, so nothing was taken from it. Check that it is the "
        "right file and not open elsewhere.",
        **d,
    ),
    Problem.BAD_ROWS_NOT_WRITABLE: lambda d: translate(
        "Errors",
        "The rows with problems cannot be written to {path}, so nothing was brought in. Copy your"
        " file to another folder, such as your documents, and bring it in from there.",
        **d,
    ),
    Problem.FILE_NOT_WRITABLE: lambda d: translate(
        "Errors",
        "The file {path} cannot be written, so it was not saved. Close it in other programs, "
        "or choose another place.",
        **d,
    ),
    Problem.FILE_UNCONFIRMED: lambda d: translate(
        "Errors",
        "The file {path} was written, but the disk does not confirm that it keeps it: after a power"
        " cut, what was there before may be back. Check the disk, then do it once more.",
        **d,
    ),
    Problem.FILE_IS_FOLDER: lambda d: translate(
        "Errors",
        "{path} is a folder, not a file. Choose a file inside it.",
        **d,
    ),
    Problem.FILE_NOT_ALLOWED: lambda d: translate(
        "Errors",
        "The system does not give the file {path} to be read, so nothing was taken from it. "
        "Close it in other programs, or copy it to your own folder.",
        **d,
    ),
    Problem.FILE_EMPTY: lambda d: translate(
        "Errors",
        "The file {path} is empty, so there is nothing to take from it. Choose another file.",
        **d,
    ),
    Problem.FILE_NO_BIRTHDAYS: lambda d: translate(
        "Errors",
        "The calendar {path} has no birthdays, and nothing else of a calendar can be brought in. "
        "Choose another file.",
        **d,
    ),
    Problem.FILE_NOT_TABLE: lambda d: translate(
        "Errors",
        "The file {path} is not an Excel, text or contacts file, whatever its name says; nothing "
        "was taken from it. Choose another file.",
        **d,
    ),
    Problem.FILE_OLD_EXCEL: lambda d: translate(
        "Errors",
        "The file {path} is of a kind that is not read here, so nothing was taken from it. Open "
        "it in Excel and save it as an Excel workbook (.xlsx).",
        **d,
    ),
    Problem.FILE_ENCRYPTED: lambda d: translate(
        "Errors",
        "The file {path} is locked with a password, so nothing was taken from it. Open it in "
        "Excel and save it without a password.",
        **d,
    ),
    Problem.FILE_DAMAGED: lambda d: translate(
        "Errors",
        "The file {path} is damaged, so nothing was taken from it. Open it in its own program and"
        " save it again, or get it anew.",
        **d,
    ),
    Problem.FILE_UNSAFE: lambda d: translate(
        "Errors",
        "The file {path} has parts that could harm the PC, so it was not opened. Get it anew from"
        " someone you trust.",
        **d,
    ),
    Problem.FILE_TOO_BIG: lambda d: translate(
        "Errors",
        "Unpacked, the file {path} is larger than {limit} megabytes, so nothing was taken from "
        "it. Split it into several files.",
        **d,
    ),
    Problem.FILE_TOO_MANY_CELLS: lambda d: translate(
        "Errors",
        "The file {path} has more than {limit} cells, so nothing was taken from it. Split it into"
        " several files, or save it as CSV.",
        **d,
    ),
    Problem.FILE_TOO_WIDE: lambda d: translate(
        "Errors",
        "The file {path} has something beyond column {limit}, so nothing was taken from it. "
        "Delete the columns after the table, save the file and try again.",
        **d,
    ),
    Problem.FILE_ROW_TOO_LONG: lambda d: translate(
        "Errors",
        "The file {path} has a line that is far too long for a list, so nothing was taken from "
        "it. Check that it is the right file.",
        **d,
    ),
    Problem.ROW_TOO_LONG: lambda _: translate(
        "Errors",
        "This is far longer than anything a record has, so the row was left out; only how it begins"
        " is here. Look in your file whether a quotation mark or the end of a line is missing.",
    ),
    Problem.FILE_CELL_TOO_LONG: lambda d: translate(
        "Errors",
        "In row {row} of the file {path}, a cell is far too long, so nothing was taken from it. "
        "Shorten it and try again.",
        **d,
    ),
    Problem.FILE_QUOTE_OPEN: lambda d: translate(
        "Errors",
        "In row {row} of the file {path}, a quotation mark is opened and never closed, so nothing"
        " was taken from it. Remove the mark and try again.",
        **d,
    ),
    Problem.PACKAGE_WRONG: lambda d: translate(
        "Errors",
        "The file {path} is not a package of ECRM, or something in it was changed or lost, so"
        " nothing was brought in. Take the file as ECRM wrote it, or another copy of it.",
        **d,
    ),
    Problem.PACKAGE_TOO_NEW: lambda d: translate(
        "Errors",
        "The package {path} was written by a newer ECRM, so nothing was brought in. Update ECRM on"
        " this computer and try again.",
        **d,
    ),
    Problem.PRINTER_FAILED: lambda _: translate(
        "Errors",
        "The printer did not take the pages. Check that it is on and connected, and print again.",
    ),
    Problem.FILE_COLUMN_MISSING: lambda d: translate(
        "Errors",
        "The file has no column {column}, so nothing was imported. Check the names of its columns.",
        **d,
    ),
    Problem.FIELD_MISSING: lambda d: translate(
        "Errors",
        "The field “{title}” ({name}) is needed, so nothing was imported. Say which column of the "
        "file it is.",
        **d,
    ),
    Problem.SHEET_MISSING: lambda d: translate(
        "Errors",
        "The file has no sheet {name}, so nothing was imported. It has these: {known}.",
        **d,
    ),
    Problem.IMPORT_RUNNING: lambda _: translate(
        "Errors",
        "Another file is just coming in or being taken back, here or in another window, so nothing "
        "was changed. Wait until that is done.",
    ),
    Problem.IMPORT_BROKEN_OFF: lambda d: translate(
        "Errors",
        "{name} could not be brought in to the end, and what had come in could not be taken out "
        "yet; everything else is safe. Check the disk and its free space, and start the program "
        "again: then it is taken out.",
        **d,
    ),
    Problem.IMPORT_LEFT: lambda d: translate(
        "Errors",
        "{name} was not brought in, and what had come in was taken out again, but for {count} "
        "records that somebody worked on meanwhile. Look at them before you bring the file in "
        "again.",
        **d,
    ),
    Problem.UNDO_BROKEN_OFF: lambda _: translate(
        "Errors",
        "Taking the import back broke off; some of it is out, and everything else is safe. Check "
        "the disk and its free space, and start the program again: then the rest is taken out.",
    ),
    Problem.IMPORT_UNDONE: lambda _: translate(
        "Errors", "This import was taken back before, so nothing was changed."
    ),
    Problem.IMPORT_TOO_OLD: lambda d: translate(
        "Errors",
        "An import can be taken back for {days} days, and this one is older; nothing was changed. "
        "Delete what you do not need by hand.",
        **d,
    ),
    Problem.IMPORT_ELSEWHERE: lambda _: translate(
        "Errors",
        "This import was made on another computer, so nothing was changed. Take it back there.",
    ),
    Problem.FIELD_UNKNOWN: lambda d: translate(
        "Errors",
        "There is no field {name}. Choose one of these: {known}.",
        **d,
    ),
    Problem.FIELD_TWICE: lambda d: translate(
        "Errors",
        "The field {name} was given to two columns. Choose it for one of them only.",
        **d,
    ),
    Problem.FILE_COLUMN_TWICE: lambda d: translate(
        "Errors",
        "The column {column} is there twice. Say which one is meant by its place, counted from 1.",
        **d,
    ),
    Problem.MAPPING_WRONG: lambda d: (
        translate(
            "Errors",
            "In this description of columns, the entry {name} is missing or wrong; nothing was "
            "imported.",
            **d,
        )
        if d.get("name") != ""
        else translate("Errors", "This is not a description of columns; nothing was imported.")
    ),
    Problem.PURCHASE_INCOMPLETE: lambda _: translate(
        "Errors",
        "This row is sound, but another row of the same purchase is not. Correct that one and "
        "import both.",
    ),
    Problem.RETURN_WITHOUT_SALE: lambda _: translate(
        "Errors",
        "The sale that this row takes back was not found, neither by its number nor by customer "
        "and product. Please bring in that sale first, and then this row.",
    ),
    Problem.RETURN_OF_SEVERAL: lambda _: translate(
        "Errors",
        "Several customers have a sale with this number, and the row does not say which of them "
        "it is about. Please add the customer and import the row again.",
    ),
    Problem.ORDER_AMOUNTS_DIFFER: lambda _: translate(
        "Errors",
        "The rows of this invoice say different amounts for all of it. Write it in its first row "
        "only, or the same in each.",
    ),
    Problem.UNIT_MISSING: lambda _: translate(
        "Errors",
        "The file does not say whether its amounts are in toman or in rials. Please choose the "
        "unit.",
    ),
}
