"""A sheet with a form that is checked, saved and, until then, safe from a crash."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.autosave import AutosaveStore, KeepTimer
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.sheet import Sheet

Action = Callable[[Session], Any]


class FormSheet(Sheet):
    """Saves what `action()` returns as one transaction, closes and emits `saved(result)`.

    `action` is called when all fields are right; it builds the draft from them and may raise
    InvalidInput. An error about a field is said there, any other by the messenger, and what was
    typed stays. With `autosaves` and `autosave_key` it also survives the program's death: `open`
    types it again. `refused(error)` before an error of saving is said.
    """

    saved = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        asker: QWidget,
        messenger: Messenger,
        background: Background,
        *,
        title: str,
        form: Form,
        action: Callable[[], Action],
        save_text: str = "",
        side: QWidget | None = None,
        width: int = 560,
        autosaves: AutosaveStore | None = None,
        autosave_key: str = "",
    ) -> None:
        super().__init__(
            asker,
            messenger,
            title=title,
            body=form,
            side=side,
            width=width,
            is_dirty=lambda: form.dirty,
        )
        self.form = form
        self._background = background
        self._action = action
        self._autosaves = autosaves
        self._autosave_key = autosave_key
        self._saving = False
        self._timer = KeepTimer(self, self._keep)
        form.changed.connect(self._timer.start)
        self.add_primary(save_text or translate("Sheet", "Save"), self.save)

    def open(self) -> None:
        """Cover the page; what the fields hold now counts as nothing typed yet."""
        self.form.mark_clean()
        draft = self._autosaves.load(self._autosave_key) if self._autosaves is not None else None
        if draft is not None:
            self._type_again(draft)
            self.messenger.inform(
                translate("Sheet", "What you had typed before the program closed is here again.")
            )
        super().open()

    def add_save(self, text: str, then: Callable[[Any], None]) -> Button:
        """Add a button that saves, closes and goes on with `then(result)`."""
        return self.add_button(text, lambda: self.save(then))

    def save(self, then: Callable[[Any], None] | None = None) -> None:
        """Check, save and close."""
        if self._saving or not self.form.check():
            return
        try:
            action = self._action()
        except Exception as error:  # noqa: BLE001 - placed or shown like one from the service
            self._fail(error)
            return

        self._busy(saving=True)
        self._background.write(
            action, lambda result: self._done(result, then), owner=self, failed=self._fail
        )

    def request_close(self, then: Callable[[], None] | None = None) -> None:
        """Close as any sheet does, but not while it is being saved."""
        if not self._saving:
            super().request_close(then)

    def discard(self) -> None:
        """Close and forget the draft."""
        self._timer.stop()
        if self._autosaves is not None:
            self._autosaves.drop(self._autosave_key)
        super().discard()

    def keep_now(self) -> None:
        """Keep what was typed until now, as happens by itself a moment after each key."""
        self._timer.keep_now()

    def _done(self, result: Any, then: Callable[[Any], None] | None) -> None:
        self.discard()
        self.saved.emit(result)
        if then is not None:
            then(result)

    def _kept(self) -> dict[str, Any]:
        """Return what an autosave holds."""
        return self.form.snapshot()

    def _type_again(self, kept: dict[str, Any]) -> None:
        """Type what an autosave held."""
        self.form.restore(kept)

    def _fail(self, error: Exception) -> None:
        self._busy(saving=False)
        self.refused.emit(error)
        if not self.form.show_error(error):
            self.messenger.show_error(error)

    def _busy(self, *, saving: bool) -> None:
        # Greying the button out would blink on every save and lose the focus.
        self._saving = saving

    def _keep(self) -> None:
        if self._autosaves is None:
            return
        if self.form.dirty:
            self._autosaves.keep(self._autosave_key, self._kept())
        else:
            self._autosaves.drop(self._autosave_key)
