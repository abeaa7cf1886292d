"""What window and command line both say of backups."""

from ecrm_desktop.i18n import translate


def chosen_by_date() -> str:
    """Return that a backup was taken for the latest because of its date alone."""
    return translate(
        "Rescue",
        "What is in the backups does not tell which one is the latest. This one is the latest by"
        " its date; look at the others too if the clock of this PC was wrong.",
    )
