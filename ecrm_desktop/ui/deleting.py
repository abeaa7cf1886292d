"""Deleting without a question, because it can be undone."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.ui_context import UiContext


def delete_with_undo(
    ui: UiContext,
    delete: Callable[[Session], UUID],
    text: str,
    *,
    owner: QObject,
    on_undone: Callable[[], None] | None = None,
) -> None:
    """Run `delete`, which returns the deletion's id; then say `text` and offer to undo it.

    `on_undone` is called before anybody hears of the change, unless `owner` is gone by then.
    """

    def offer(deletion: UUID) -> None:
        ui.messenger.offer_undo(text, lambda: undo(deletion))

    def undo(deletion: UUID) -> None:
        # The bar outlives the page it was asked from.
        ui.background.write(
            lambda session: restore_deletion(session, deletion), tell, owner=ui.messenger
        )

    def tell(_count: int) -> None:
        if on_undone is not None and isValid(owner):
            on_undone()

    ui.background.write(delete, offer, owner=owner)
