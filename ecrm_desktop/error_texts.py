"""The sentence for each error: what happened, what it means for the data, what to do."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.i18n import RIGHT_TO_LEFT, language, translate
from ecrm_desktop.labels import label
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.text import isolate

_LONGEST_SHOWN = 80
_THOUSANDTHS = frozenset({"left", "returned"})
_TECHNICAL = frozenset({"path", "code", "known", "key_id"})
_SIGNS = str.maketrans(",.", "٬٫")


def explain(error: EcrmError) -> str:
    """Return one or two plain sentences in the user's language."""
    shown = {name: _shown(name, value) for name, value in error.details.items()}
    return _SENTENCES[error.problem](shown)


def explain_bug() -> str:
    """Return the sentences for an error nobody foresaw."""
    return translate(
        "Errors",
        "Something went wrong that should not have. What was saved before is safe; please check "
        "whether your last change is there and try again. If it happens again, restart the "
        "program and tell the support.",
    )


def _shown(name: str, value: object) -> str:
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, int):
        number = (
            f"{value / ONE:,.3f}".rstrip("0").rstrip(".") if name in _THOUSANDTHS else f"{value:,}"
        )
        return to_persian_digits(number.translate(_SIGNS)) if language() == "fa" else number
    if isinstance(value, (list, tuple, set, frozenset)):
        comma = "، " if language() == "fa" else ", "
        return comma.join(_text(name, str(part)) for part in value)
    return _text(name, str(value))


def _text(name: str, text: str) -> str:
    if name == "code" and language() == "fa":
        text = to_persian_digits(text)
    if name not in _TECHNICAL and len(text) > _LONGEST_SHOWN:
        text = text[:_LONGEST_SHOWN] + "…"
    if language() not in RIGHT_TO_LEFT:
        return text
    # People's own words may run either way: their first letter decides (FSI … PDI).
    return isolate(text) if name in _TECHNICAL else f"\u2068{text}\u2069"


def _too_large(details: dict[str, str]) -> str:
    if "limit" not in details:
        return translate("Errors", "This number is too large. Please check for a zero too many.")
    return translate(
        "Errors",
        "This number is too large; the largest is {limit}. Please check for a zero too many.",
        **details,
    )


_SENTENCES: Mapping[Problem, Callable[[dict[str, str]], str]] = {
    Problem.TEXT_EMPTY: lambda _: translate("Errors", "This is empty. Please fill it in."),
    Problem.TEXT_TOO_LONG: lambda d: translate(
        "Errors",
        "This text has {length} characters and only {limit} fit. Please shorten it.",
        **d,
    ),
    Problem.TEXT_UNREADABLE: lambda _: translate(
        "Errors",
        "This text has characters that cannot be read or saved. Please type it again.",
    ),
    Problem.PHONE_NOT_DIGITS: lambda _: translate(
        "Errors",
        "A phone number has digits only. Please write it like 09123456789.",
    ),
    Problem.PHONE_TOO_SHORT: lambda d: translate(
        "Errors",
        "This phone number is too short; digits missing: {missing}. Please write it in full.",
        **d,
    ),
    Problem.PHONE_TOO_LONG: lambda d: translate(
        "Errors",
        "This phone number is too long; digits too many: {extra}. Please check it.",
        **d,
    ),
    Problem.PHONE_INVALID: lambda _: translate(
        "Errors",
        "There is no such phone number. Please check the code and the digits; begin a foreign"
        " number with +.",
    ),
    Problem.PHONE_NEEDS_AREA: lambda _: translate(
        "Errors",
        "The area code is missing. Please write the number with it, like 02188776655, or "
        "enter the shop's area code in the settings.",
    ),
    Problem.NATIONAL_ID_LENGTH: lambda d: translate(
        "Errors",
        "A national ID has 10 digits, but this one has {length}. Please check it.",
        **d,
    ),
    Problem.NATIONAL_ID_WRONG: lambda _: translate(
        "Errors",
        "This is not a correct national ID; a digit may be mistyped. Please check it.",
    ),
    Problem.POSTAL_CODE_LENGTH: lambda d: translate(
        "Errors",
        "A postal code has 10 digits, but this one has {length}. Please check it.",
        **d,
    ),
    Problem.EMAIL_WRONG: lambda _: translate(
        "Errors",
        "This is not an e-mail address. Please write it like name@example.com.",
    ),
    Problem.CODE_TAKEN: lambda d: translate(
        "Errors",
        "The code {code} already belongs to {name}. Please write another one.",
        **d,
    ),
    Problem.NATIONAL_ID_TAKEN: lambda d: translate(
        "Errors",
        "This national ID is already recorded for {name}. Open that customer, or check the digits.",
        **d,
    ),
    Problem.NUMBER_WRONG: lambda _: translate(
        "Errors",
        "This is not a number. Please write digits only, such as 1,250 or 2.5.",
    ),
    Problem.NUMBER_NEGATIVE: lambda _: translate(
        "Errors",
        "This number cannot be below zero. Please write it without a minus sign.",
    ),
    Problem.NUMBER_TOO_LARGE: _too_large,
    Problem.NUMBER_DECIMALS: lambda d: translate(
        "Errors",
        "Too many decimals; this number may have {places}. Please round it.",
        **d,
    ),
    Problem.QUANTITY_ZERO: lambda _: translate(
        "Errors",
        "The quantity is zero. Please write how much was bought, or remove the line.",
    ),
    Problem.AMOUNT_NOT_WHOLE: lambda _: translate(
        "Errors",
        "This amount has a part smaller than the smallest unit of money. Please round it.",
    ),
    Problem.DISCOUNT_TOO_LARGE: lambda _: translate(
        "Errors",
        "The discount is larger than the price. Please write a smaller discount.",
    ),
    Problem.RETURN_TOO_MANY: lambda d: translate(
        "Errors",
        "Only {left} of this can still come back. Please write a smaller quantity.",
        **d,
    ),
    Problem.REFUND_TOO_LARGE: lambda _: translate(
        "Errors",
        "The refund is larger than what was paid for these goods. Please write a smaller amount.",
    ),
    Problem.LESS_THAN_RETURNED: lambda d: translate(
        "Errors",
        "{returned} of this line already came back. Please write at least that quantity.",
        **d,
    ),
    Problem.LINE_HAS_RETURNS: lambda _: translate(
        "Errors",
        "Goods of this line came back, so it cannot be removed; nothing was changed. Delete "
        "the return first.",
    ),
    Problem.PURCHASE_IN_BIN: lambda _: translate(
        "Errors",
        "This purchase is in the bin; nothing was changed. Restore it first.",
    ),
    Problem.RETURN_BEFORE_PURCHASE: lambda _: translate(
        "Errors",
        "Goods cannot come back before they were bought. Please check both dates.",
    ),
    Problem.DATE_WRONG: lambda _: translate(
        "Errors",
        "This is not a date. Please write year, month and day, like 1405/08/30.",
    ),
    Problem.DATE_NOT_IN_MONTH: lambda d: translate(
        "Errors",
        "This month has only {last_day} days. Please check the day.",
        **d,
    ),
    Problem.DATE_OUT_OF_RANGE: lambda _: translate(
        "Errors",
        "This year is too far away. Please check the year, and write it with four digits.",
    ),
    Problem.DATE_IN_FUTURE: lambda _: translate(
        "Errors",
        "This date or time is still to come. Please write when it happened.",
    ),
    Problem.TIME_WRONG: lambda _: translate(
        "Errors",
        "This is not a time. Please write hour and minute, like 14:30.",
    ),
    Problem.PERIOD_BACKWARDS: lambda _: translate(
        "Errors",
        "The end is before the beginning. Please check both dates.",
    ),
    Problem.NAME_MISSING: lambda _: translate(
        "Errors",
        "The name is missing. Please write a name.",
    ),
    Problem.LINES_MISSING: lambda _: translate(
        "Errors",
        "Nothing is listed here yet. Please add at least one item.",
    ),
    Problem.CHOICE_WRONG: lambda _: translate(
        "Errors",
        "This is not one of the choices. Please choose one from the list.",
    ),
    Problem.RECORD_MISSING: lambda _: translate(
        "Errors",
        "This record is not here any more, so nothing was changed. Look for it in the bin.",
    ),
    Problem.MOVE_NOT_ALLOWED: lambda d: translate(
        "Errors",
        "A complaint cannot go from “{before}” to “{after}”; nothing was changed. Choose "
        "another status.",
        **d,
    ),
    Problem.MERGE_WITH_ITSELF: lambda _: translate(
        "Errors",
        "A customer cannot be merged with itself; nothing was changed. Choose two different "
        "customers.",
    ),
    Problem.MERGE_MOVED_ON: lambda _: translate(
        "Errors",
        "Something was changed after this merge, so it cannot be undone any more. Your data "
        "is as it was a moment ago; make the corrections by hand.",
    ),
    Problem.CUSTOMER_MERGED: lambda d: translate(
        "Errors",
        "This customer was merged into {name}, so both are one person; nothing was changed. Forget "
        "{name}, or undo the merge first.",
        **d,
    ),
    Problem.NOT_CONFIRMED: lambda d: translate(
        "Errors",
        "This is neither the name {name} nor the code {code}. Please type one of them to be sure.",
        **d,
    ),
    Problem.REFERS_TO_ITSELF: lambda _: translate(
        "Errors",
        "A customer cannot be referred by itself. Please choose another customer.",
    ),
    Problem.NOT_EMPTY: lambda _: translate(
        "Errors",
        "This database already has data, so nothing was added or changed. Choose an empty one.",
    ),
    Problem.LAST_OWNER: lambda _: translate(
        "Errors",
        "The shop needs at least one owner, so nothing was changed. Make someone else owner first.",
    ),
    Problem.NOT_ALLOWED: lambda _: translate(
        "Errors",
        "Your role does not allow this, so nothing was done. Ask the owner of the shop.",
    ),
    Problem.PASSWORD_MISSING: lambda _: translate("Errors", "Type the PIN or password."),
    Problem.PASSWORD_TOO_SHORT: lambda d: translate(
        "Errors", "At least {least} digits or letters are needed. Type a longer one.", **d
    ),
    Problem.PASSWORD_TOO_EASY: lambda _: translate(
        "Errors",
        "Anybody would try this one first. Choose one that is not a simple row or repetition.",
    ),
    Problem.PASSWORD_DIFFERS: lambda _: translate(
        "Errors", "This is not the same as above. Type the same twice."
    ),
    Problem.PASSWORD_WRONG: lambda _: translate(
        "Errors", "The PIN or password is not right. Look at the keyboard's language and try again."
    ),
    Problem.PASSWORD_WAIT: lambda d: translate(
        "Errors",
        "After several wrong ones nobody can try for {seconds} more seconds. Wait a little.",
        **d,
    ),
    Problem.DATABASE_MISSING: lambda d: translate(
        "Errors",
        "There is no database file at {path}. If it was moved, choose its new place.",
        **d,
    ),
    Problem.DATABASE_LOCKED: lambda _: translate(
        "Errors",
        "Another program is using the database just now, so nothing was changed. Wait a "
        "moment and try again.",
    ),
    Problem.DATABASE_OPEN_ELSEWHERE: lambda _: translate(
        "Errors",
        "This database is already open in another window of the program; your data is safe. "
        "Work in that window, or close it first.",
    ),
    Problem.DATABASE_DAMAGED: lambda _: translate(
        "Errors",
        "The database file is damaged; it was left as it is, so that nothing gets worse. Keep"
        " it, and put the last good copy in its place.",
    ),
    Problem.DATABASE_EMPTY: lambda _: translate(
        "Errors",
        "The database file is empty: there is no data in it any more. Put the last good copy "
        "in its place, or choose another file.",
    ),
    Problem.DATABASE_FOREIGN: lambda _: translate(
        "Errors",
        "This file is not a database of this program; it was left as it is. Choose another file.",
    ),
    Problem.DATABASE_TOO_NEW: lambda _: translate(
        "Errors",
        "This database was made by a newer version of the program; it was left as it is. "
        "Install the newer version to open it.",
    ),
    Problem.DATABASE_READ_ONLY: lambda _: translate(
        "Errors",
        "The database cannot be written, so this change was not saved; what was saved before "
        "is safe. Allow writing to the file and its folder, or move it elsewhere.",
    ),
    Problem.KEY_MISSING: lambda d: translate(
        "Errors",
        "This file is encrypted and this computer does not have its key. Its recovery phrase "
        "opens it (key {key_id}); nothing in the file was changed.",
        **d,
    ),
    Problem.KEY_WRONG: lambda d: translate(
        "Errors",
        "This recovery phrase belongs to another file. This one needs the phrase with the key "
        "{key_id} on its sheet; nothing in the file was changed.",
        **d,
    ),
    Problem.ENCRYPTED_ALREADY: lambda _: translate(
        "Errors", "This file is encrypted already; nothing was done."
    ),
    Problem.ENCRYPTED_NOT: lambda _: translate(
        "Errors", "This file is not encrypted; nothing was done."
    ),
    Problem.BACKUP_STAYS_PLAIN: lambda d: translate(
        "Errors",
        "The backup {path} could not be encrypted and can still be read by anybody. If you do not "
        "need it, delete it.",
        **d,
    ),
    Problem.PHRASE_NOT_DIGITS: lambda _: translate(
        "Errors", "A recovery phrase has digits only: nine groups of six."
    ),
    Problem.PHRASE_LENGTH: lambda d: translate(
        "Errors",
        "A recovery phrase has {needed} digits in nine groups of six; here are {digits}.",
        **d,
    ),
    Problem.PHRASE_GROUP_WRONG: lambda d: translate(
        "Errors", "Group {group} is mistyped; please compare it with the sheet.", **d
    ),
    Problem.PHRASE_ORDER_WRONG: lambda _: translate(
        "Errors",
        "Each group is right by itself, but not all together: are they in the sheet's order?",
    ),
    Problem.PHRASE_DIFFERS: lambda _: translate(
        "Errors", "This is not the phrase that was shown. Please copy it from the sheet."
    ),
    Problem.DATABASE_EXISTS: lambda _: translate(
        "Errors",
        "There is already a database here; it was left as it is. Open it, or choose another place.",
    ),
    Problem.DISK_FULL: lambda _: translate(
        "Errors",
        "The disk is full or not responding, so this change was not saved; what was saved "
        "before is safe. Free some space and try again.",
    ),
    Problem.FOLDER_READ_ONLY: lambda d: translate(
        "Errors",
        "Nothing can be written in the folder {path}, so nothing was saved. Choose another "
        "folder, or allow writing there.",
        **d,
    ),
    Problem.FOLDER_SYNCED: lambda d: translate(
        "Errors",
        "{name} syncs the folder {path}, which is fine for backups but damages a database in use; "
        "nothing was changed. Move the shop's file to a folder of this computer only, and open it "
        "there.",
        **d,
    ),
    Problem.FOLDER_ON_NETWORK: lambda d: translate(
        "Errors",
        "The folder {path} lies on another computer, which is fine for backups but damages a "
        "database in use; nothing was changed. Move the shop's file to a folder on this computer, "
        "and open it there.",
        **d,
    ),
    Problem.BACKUP_FOLDER_MISSING: lambda d: translate(
        "Errors",
        "The backup folder {path} is not there, so no backup was made in it; earlier backups are "
        "safe. Plug in the stick or disk, or choose another folder.",
        **d,
    ),
    Problem.BACKUP_NOT_WRITTEN: lambda d: translate(
        "Errors",
        "No backup could be written in the folder {path}; earlier backups are safe. Check that the "
        "disk is plugged in and may be written, or choose another folder.",
        **d,
    ),
    Problem.BACKUP_DISK_FULL: lambda d: translate(
        "Errors",
        "There is no room for a backup in the folder {path}: {needed} megabytes are needed and "
        "{free} are free; earlier backups are safe. Free some space or choose another folder.",
        **d,
    ),
    Problem.BACKUP_UNSOUND: lambda d: translate(
        "Errors",
        "The backup in the folder {path} was not sound when it was checked, so it was thrown away; "
        "earlier backups are safe. Try another disk, and check the database.",
        **d,
    ),
    Problem.BACKUP_DAMAGED: lambda d: translate(
        "Errors",
        "The backup {path} is damaged, so nothing was changed. Choose another backup.",
        **d,
    ),
    Problem.BACKUP_FOREIGN: lambda d: translate(
        "Errors",
        "The file {path} is not a backup of this program, so nothing was changed. Choose another "
        "file.",
        **d,
    ),
    Problem.BACKUP_TOO_NEW: lambda d: translate(
        "Errors",
        "The backup {path} was made by a newer version of the program, so nothing was changed. "
        "Install the newer version to restore it.",
        **d,
    ),
    Problem.BACKUPS_NONE: lambda _: translate(
        "Errors",
        "No backup was found, so nothing was changed. Choose a backup file yourself.",
    ),
    Problem.RESTORE_DISK_FULL: lambda d: translate(
        "Errors",
        "There is no room for the restored data in the folder {path}: {needed} megabytes are "
        "needed and {free} are free; nothing was changed. Free some space and try again.",
        **d,
    ),
    Problem.RESTORE_FAILED: lambda d: translate(
        "Errors",
        "The data could not be put into the folder {path}; the shop's file is as it was. Check "
        "that the folder may be written and no other program has the file open.",
        **d,
    ),
    Problem.NOTHING_SALVAGED: lambda d: translate(
        "Errors",
        "Nothing could be read from the file {path}; it was left as it is. Restore a backup.",
        **d,
    ),
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
    Problem.FILE_NOT_WRITABLE: lambda d: translate(
        "Errors",
        "The file {path} cannot be written, so it was not saved. Close it in other programs, "
        "or choose another place.",
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
        "The field {name} is needed, so nothing was imported. Say which column of the file it is.",
        **d,
    ),
    Problem.SHEET_MISSING: lambda d: translate(
        "Errors",
        "The file has no sheet {name}, so nothing was imported. It has these: {known}.",
        **d,
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
    Problem.ORDER_NOT_SOLD: lambda _: translate(
        "Errors",
        "This order was cancelled, refunded or never paid, so it is not brought in as a purchase.",
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
    Problem.CURRENCY_UNKNOWN: lambda d: translate(
        "Errors",
        "The program does not know the currency {code}. Write a code of three letters, such "
        "as IRR or USD.",
        **d,
    ),
    Problem.REPORT_UNKNOWN: lambda _: translate(
        "Errors",
        "There is no such report. Choose one from the list of reports.",
    ),
    Problem.CANCELLED: lambda _: translate(
        "Errors",
        "The work was stopped as you asked; nothing was changed. Start it again whenever you like.",
    ),
}
