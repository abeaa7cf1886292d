"""Deleting without a question, because it can be undone."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ecrm_desktop.i18n import translate
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.storage.database import Session
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
        ui.background.write(
            lambda session: restore_deletion(session, deletion), tell, owner=ui.messenger
        )

    def tell(_count: int) -> None:
        ui.messenger.inform(back or translate("Deleting", "The deletion was undone."))
        if on_undone is not None and isValid(owner):
            on_undone()

    ui.background.write(delete, offer, owner=owner)
