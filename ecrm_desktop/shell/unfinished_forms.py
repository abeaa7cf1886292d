"""Forms that were being filled in when the program died, offered again at the next start."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.shell.forms import Forms
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.overlay import Overlay, top_overlay
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.text import isolate_words

_Open = Callable[[Any], object]  # some forms are only of something that is known


class UnfinishedForms(QObject):
    """Opens one after the other, the newest first; each types again what its autosave holds.

    The keys of autosaves are `kind`, `kind:new` or `kind:UUID`; those of no form known here are
    left alone.
    """

    def __init__(self, ui: UiContext, forms: Forms, content: QWidget) -> None:
        super().__init__(content)
        self._ui = ui
        self._content = content
        self._stop_reminding: Callable[[], None] = _nothing
        self._forms: dict[str, tuple[_Open, str, str]] = {
            "customers": (
                forms.customer,
                translate("CustomerForm", "New customer"),
                translate("CustomerForm", "Edit the customer"),
            ),
            "interactions": (
                forms.interaction,
                translate("CallSheet", "Record a call"),
                translate("CallSheet", "Edit the interaction"),
            ),
            "complaints": (
                forms.edit_complaint,
                translate("Complaints", "New complaint"),
                translate("Complaints", "Edit the complaint"),
            ),
            "complaint-notes": (forms.complaint, "", translate("Complaints", "Note")),
            "resolutions": (
                forms.resolve_complaint,
                "",
                translate("Complaints", "Resolve the complaint"),
            ),
            "reopenings": (
                forms.reopen_complaint,
                "",
                translate("Complaints", "Reopen the complaint"),
            ),
            # Its form fills itself again when it is shown.
            "shop-settings": (
                lambda _id: ui.navigator.open_settings(SettingsTab.SHOP),
                translate("Sidebar", "Settings"),
                "",
            ),
            "purchases": (
                forms.purchase,
                translate("PurchaseForm", "Record a purchase"),
                translate("PurchaseForm", "Change a purchase"),
            ),
            "returns": (forms.return_of, "", translate("ReturnForm", "Take goods back")),
            "products": (
                forms.product,
                translate("ProductForm", "New product"),
                translate("ProductForm", "Change a product"),
            ),
            "segments": (
                forms.segment,
                translate("SegmentForm", "New group"),
                translate("SegmentForm", "Edit the group"),
            ),
            "tasks": (
                forms.task,
                translate("Tasks", "New task"),
                translate("Tasks", "Edit the task"),
            ),
        }
        kept = ui.autosaves.keys()
        self._waiting = [key for key in kept if key.partition(":")[0] in self._forms]

    def offer(self) -> None:
        """Remind of the forms that wait, if any do."""
        self._forget_finished()
        if not self._waiting:
            return
        count, title = len(self._waiting), isolate_words(self._title(self._waiting[0]))
        text = (
            translate("UnfinishedForms", "“{form}” is still unfinished. F6 goes on.", form=title)
            if count == 1
            else translate(
                "UnfinishedForms",
                "{count} forms are still unfinished. F6 goes on with “{form}”.",
                count=self._ui.display.number(count),
                form=title,
            )
        )
        go_on = translate("UnfinishedForms", "Go on")
        self._stop_reminding = self._ui.messenger.remind(text, go_on, self.resume)

    def resume(self) -> None:
        """Open the newest form that waits, unless another one is open."""
        self._forget_finished()
        if not self._waiting or top_overlay(self._content) is not None:
            return
        self._stop_reminding()
        kind, record_id = _parts(self._waiting.pop(0))
        opened = self._forms[kind][0](record_id)
        if isinstance(opened, Overlay):
            opened.closed.connect(self.offer)

    def _forget_finished(self) -> None:
        self._waiting = [key for key in self._waiting if self._ui.autosaves.load(key) is not None]

    def _title(self, key: str) -> str:
        kind, record_id = _parts(key)
        _open, new, known = self._forms[kind]
        return new if record_id is None else known


def _nothing() -> None:
    """No reminder is shown yet."""


def _parts(key: str) -> tuple[str, UUID | None]:
    kind, _colon, record = key.partition(":")
    return kind, UUID(record) if record not in {"", "new"} else None
