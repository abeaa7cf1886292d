"""Databases, their keys and their backups."""

from collections.abc import Mapping

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts.sentence import Sentence


def _shop_missing(details: dict[str, str]) -> str:
    if "name" in details:
        return translate(
            "Errors",
            "The file of the shop {name} is not at {path} any more, and nothing was put in its "
            "place. Plug in its disk or look where it was moved; else restore a backup or begin "
            "anew.",
            **details,
        )
    return translate(
        "Errors",
        "The shop's file is not at {path} any more, and nothing was put in its place. Plug in its "
        "disk or look where it was moved; else restore a backup or begin anew.",
        **details,
    )


SENTENCES: Mapping[Problem, Sentence] = {
    Problem.DATABASE_MISSING: lambda d: translate(
        "Errors",
        "There is no database file at {path}. If it was moved, choose its new place.",
        **d,
    ),
    Problem.SHOP_MISSING: _shop_missing,
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
        " it, and restore a backup with this program; whoever copies one by hand first moves away"
        " this file and all whose names begin with its whole name.",
    ),
    Problem.DAMAGE_FOUND: lambda _: translate(
        "Errors",
        "Damaged places were found in the shop's file; what was saved stays there, but further work"
        " may spoil more. Write on paper for now, and bring back the latest backup or save what can"
        " still be read.",
    ),
    Problem.RECORDS_SPOILED: lambda d: translate(
        "Errors",
        "Some records are not as in the backup {path}, though nobody changed them ({records}): the "
        "disk may have spoiled them. Keep that backup, where they are sound, and have the disk "
        "checked.",
        **d,
    ),
    Problem.INDEXES_WRONG: lambda _: translate(
        "Errors",
        "Some lists by which the program finds records do not say the same as the records, which "
        "are all there; a search may miss some. Let the lists be made anew from the records: "
        "nothing else changes.",
    ),
    Problem.WAL_SET_ASIDE: lambda d: translate(
        "Errors",
        "Beside the shop's file lay changes of another copy of it; they were not put in and are "
        "kept in {path}. Look whether your last work is there; if not, restore a backup.",
        **d,
    ),
    Problem.DATABASE_UNREADABLE: lambda _: translate(
        "Errors",
        "The disk did not give the shop's file to be read, which does not mean that it is damaged;"
        " nothing in it was changed. Check the disk and its cable, restart the computer and try"
        " again.",
    ),
    Problem.DATABASE_EMPTY: lambda _: translate(
        "Errors",
        "The database file is empty: there is no data in it any more. Restore a backup with this "
        "program, or choose another file.",
    ),
    Problem.DATABASE_FOREIGN: lambda _: translate(
        "Errors",
        "This file is not a database of this program; it was left as it is. Choose another file.",
    ),
    Problem.DATABASE_ALTERED: lambda _: translate(
        "Errors",
        "This file is not built as the program builds a shop's file: another tool changed it, so it"
        " was left as it is. Restore a backup, or choose another file.",
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
    Problem.SHOP_READ_ONLY: lambda d: translate(
        "Errors",
        "The shop is open for reading only, since nothing can be written to {path}; so nothing was "
        "changed, and what is typed stays in its form. To work with it, copy its file and all "
        "whose names begin with its whole name to a folder of this computer, and open the copy.",
        **d,
    ),
    Problem.SCHEMA_READ_ONLY: lambda d: translate(
        "Errors",
        "The shop's file is of an earlier version and has to be changed for this one, but nothing "
        "can be written to {path}; it is as it was. Copy it and all files whose names begin with "
        "its whole name to a folder of this computer, and open the copy.",
        **d,
    ),
    Problem.DATABASE_UNFINISHED: lambda d: translate(
        "Errors",
        "The file {path} was being written when the work broke off, and where it lies nothing can "
        "be written to make it whole; it is as it was. Copy it and all files whose names begin "
        "with its whole name to a folder of this computer, and open the copy.",
        **d,
    ),
    Problem.DATABASE_NO_ACCESS: lambda _: translate(
        "Errors",
        "This user of the computer may not read the shop's file, so it was not opened and is as it "
        "was. Let whoever looks after the computer allow it, or choose another file.",
    ),
    Problem.WAL_LEFT_OUT: lambda d: translate(
        "Errors",
        "Beside the shop's file lie changes of another copy of it, {path}; they are not shown and "
        "stay where they are. Look whether your last work is there; if not, open a backup.",
        **d,
    ),
    Problem.ENGINE_UNSAFE: lambda d: translate(
        "Errors",
        "This installation came with SQLite {version}, which may lose what is saved, so the shop"
        " was not opened and is as it was. Install the program anew from its own setup.",
        **d,
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
    Problem.CHANGE_UNCONFIRMED: lambda _: translate(
        "Errors",
        "The disk failed just as this change was saved, so it may be there or not; what was saved "
        "before is safe. Check the disk, start the program again, and look before you repeat it.",
    ),
    Problem.WIPING_WAITS: lambda _: translate(
        "Errors",
        "The customer was forgotten, but the last traces in the file could not be wiped yet: the "
        "disk is full or not responding, or another program is writing. Free some space; they are "
        "wiped when the program is started next.",
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
    Problem.MIGRATION_NO_ROOM: lambda d: translate(
        "Errors",
        "A backup has to be made before the shop's file is changed for this version, but of the "
        "{needed} megabytes it needs only {free} are free in {path}; so nothing was changed. Free "
        "some space on this disk and try again.",
        **d,
    ),
    Problem.MIGRATION_NO_BACKUP: lambda d: translate(
        "Errors",
        "A backup has to be made before the shop's file is changed for this version, but none "
        "could be written in the folder {path}; so nothing was changed. Allow writing in this "
        "folder and try again.",
        **d,
    ),
    Problem.MIGRATION_FAILED: lambda d: translate(
        "Errors",
        "The shop's file could not be made ready for this version; it is as it was, and a checked "
        "backup of it is {path}. Free some space and try again, or work with the earlier version "
        "and tell the support.",
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
    Problem.BACKUP_FOUND_DAMAGED: lambda d: translate(
        "Errors",
        "The backup {path} is not as it was written any more, so it will not be restored; the shop"
        " and its other backups are not concerned. Back up now, and have the disk checked.",
        **d,
    ),
    Problem.BACKUP_FOREIGN: lambda d: translate(
        "Errors",
        "The file {path} is not a backup of this program, so nothing was changed. Choose another "
        "file.",
        **d,
    ),
    Problem.BACKUP_ALTERED: lambda d: translate(
        "Errors",
        "The file {path} is not built as the program builds a backup: another tool changed it, so"
        " nothing was restored. Choose another backup.",
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
}
