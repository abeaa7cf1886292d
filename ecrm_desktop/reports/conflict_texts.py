"""What was done about a value that lost, in a sentence."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.conflicts import ConflictRow


def taken_text(row: ConflictRow) -> str:
    """Return what has become of a record into which what lost was put after all."""
    if row.is_deletion:
        return translate("Sync", "Deleted, on every computer soon.")
    if row.is_return:
        return translate("Sync", "Out of the bin again, on every computer soon.")
    return translate("Sync", "It is in the card now, on every computer soon.")
