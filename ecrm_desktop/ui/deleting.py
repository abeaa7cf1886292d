"""Deleting without a question, because it can be undone."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ecrm_desktop.i18n import translate
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.restoring import restore_or_ask
from ecrm_desktop.ui.ui_context import UiContext


def delete_with_undo(
    ui: UiContext,
    delete: Callable[[Session], UUID],
    text: str,
    *,
    owner: QObject,
    back: str = "",
    on_undone: Callable[[], None] | None = None,
) -> None:
    """Run `delete`, which returns the deletion's id; then say `text` and offer to undo it.

    After an undo `back` is said and `on_undone` called, unless `owner` is gone by then; both before
    anybody hears of the change.
    """

    def offer(deletion: UUID) -> None:
        ui.messenger.offer_undo(text, lambda: undo(deletion), lasting=True)

    def undo(deletion: UUID) -> None:
        # The bar outlives the page it was asked from.
        restore_or_ask(
            ui,
            lambda session, accepted: restore_deletion(session, deletion, accepted=accepted),
            tell,
            owner=ui.messenger,
        )

    def tell(_count: int) -> None:
        ui.messenger.inform(back or translate("Deleting", "The deletion was undone."))
        if on_undone is not None and isValid(owner):
            on_undone()

    ui.background.write(delete, offer, owner=owner)


def ask_if_many(ui: UiContext, count: int, *, fits: int, then: Callable[[], None]) -> None:
    """Call `then`; more records than fit on the page were hardly all meant, so ask before."""
    if count <= fits:
        then()
        return
    number = ui.display.number(count)
    ui.messenger.ask(
        translate("Deleting", "Put {count} records in the bin?", count=number),
        detail=translate("Deleting", "Ctrl+Z brings them back, and so does the bin."),
        accept=translate("Deleting", "Put in the bin"),
        on_accept=then,
        dangerous=True,
    )


def binned_text(name: str) -> str:
    """Return what is said when a record with a name has gone to the bin."""
    return translate("Deleting", "{name} is in the bin.", name=name)


def back_text(ui: UiContext, name: str, count: int) -> str:
    """Return what is said when the record with a name, or so many, came back from the bin."""
    if name:
        return translate("Deleting", "{name} is back.", name=name)
    return translate("Deleting", "{count} records are back.", count=ui.display.number(count))
