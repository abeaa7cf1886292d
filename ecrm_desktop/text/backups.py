"""What window and command line both say of backups."""

from pathlib import Path

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.text import isolate


def chosen_by_date() -> str:
    """Return that a backup was taken for the latest because of its date alone."""
    return translate(
        "Rescue",
        "What is in the backups does not tell which one is the latest. This one is the latest by"
        " its date; look at the others too if the clock of this PC was wrong.",
    )


def schema_changed(backup: Path) -> str:
    """Return that the file of an older version was changed, and where it is as it was."""
    return translate(
        "Backup",
        "The shop's file is ready for this version. A backup of how it was before is here: {path}",
        path=isolate(str(backup)),
    )


def owner_lost() -> str:
    """Return that what was salvaged has an owner whose password nobody knows, and what helps."""
    return translate(
        "Rescue",
        "No owner of the shop could be read, though there were passwords. So what was salvaged is"
        " locked: its owner has a password that nobody knows. A newer or older backup may still"
        " have the owner. Otherwise “Forgotten?”, where the program asks who is working, leads on:"
        " with the recovery phrase of an encrypted shop, or with a reset after some days of work.",
    )


def least_lost(pages: int) -> str:
    """Return what the number of lost records is, where so many pages could not be read."""
    if pages:
        return translate("Rescue", "Lost records, at least")
    return translate("Rescue", "Lost records")
