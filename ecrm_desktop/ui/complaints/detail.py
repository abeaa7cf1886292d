"""One complaint: what is known, what was done, and what can be done next."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaint_detail import ComplaintDetail, complaint_detail
from ecrm_desktop.services.complaints import (
    add_complaint_note,
    record_satisfaction,
)
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.autosave import KeepTimer
from ecrm_desktop.ui.complaints.facts import Facts
from ecrm_desktop.ui.complaints.history import History
from ecrm_desktop.ui.complaints.moving import move_or_ask
from ecrm_desktop.ui.complaints.reopen import ask_to_reopen
from ecrm_desktop.ui.complaints.resolve import open_resolve_sheet
from ecrm_desktop.ui.complaints.satisfaction import SatisfactionEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.statuses import ComplaintStatus, RecordKind, allowed_moves, is_open

_WIDTH = 560


class ComplaintDetailSheet(Sheet):
    """Shows a complaint and follows every change of it; closes when it is deleted.

    What is typed as a note goes along with the next move, or alone with Ctrl+Enter. F4 edits.
    """

    def __init__(self, ui: UiContext, asker: QWidget, complaint_id: UUID) -> None:
        self._ui = ui
        self._id = complaint_id
        self._shown: ComplaintDetail | None = None
        self._note = MultilineEdit(
            lines=2, placeholder=translate("Complaints", "What was done or said?")
        )
        self._note.set_name(translate("Complaints", "Note"))
        self._moves = QHBoxLayout()
        self._asked = SatisfactionEdit(ui.display)
        self._asked_words = Label(role="small")
        self._asked.set_name(translate("Complaints", "Satisfaction"))
        self._asked_title = Label(
            translate("Complaints", "Is the customer content now?"), "heading"
        )
        self._description = Label(wrap=True, selectable=True)
        self._history = History(ui)
        self._facts = Facts(ui)
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Complaints", "Complaint"),
            body=self._body(),
            side=self._facts,
            width=_WIDTH,
            is_dirty=lambda: not self._note.is_empty(),
        )
        self.add_primary(translate("Complaints", "Save the note"), self._save_note)
        self.add_button(translate("Complaints", "Edit"), self._edit)
        self.add_button(translate("Complaints", "New task"), self._ask_for_task)
        self.show_closing_only()
        navigator = ui.navigator
        self._facts.customer_asked.connect(partial(self._leave_for, navigator.open_customer))
        self._facts.purchase_asked.connect(partial(self._leave_for, navigator.open_purchase))
        self._asked.edited.connect(self._save_satisfaction)
        self._keep = KeepTimer(self, self._keep_note)
        self._note.edited.connect(self._keep.start)
        self._note.restore((ui.autosaves.load(self._autosave_key) or {}).get("note"))
        ui.background.changed.connect(self._read)
        self._read()

    def discard(self) -> None:
        """Close and forget the note."""
        self._forget_note()
        super().discard()

    def event(self, event: QEvent) -> bool:
        """Take F4 before the window does, which edits what is current on the page."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4:
            # The press that follows comes to `keyPressEvent` only if the shortcut is taken away.
            event.setAccepted(event.type() == QEvent.Type.ShortcutOverride)
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with F4."""
        if event.key() == Qt.Key.Key_F4:
            self._edit()
        else:
            super().keyPressEvent(event)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self._description)
        column.addWidget(self._note)
        self._moves.setSpacing(theme.S)
        column.addLayout(self._moves)
        column.addWidget(self._asked_title)
        column.addWidget(self._asked)
        column.addWidget(self._asked_words)
        self._asked.hinted.connect(self._show_words)
        column.addWidget(Label(translate("Complaints", "What was done"), "heading"))
        column.addWidget(self._history)
        column.addStretch()
        return body

    def _read(self) -> None:
        self._ui.background.read(
            lambda session: complaint_detail(session, self._id),
            self._show,
            owner=self,
            failed=self._on_missing,
            key="detail",
        )

    def _on_missing(self, error: Exception) -> None:
        if self.is_open:
            self.discard()
        else:
            self.messenger.show_error(error)

    def _show(self, detail: ComplaintDetail) -> None:
        had_focus = self.is_open
        moved = self._shown is None or self._shown.status != detail.status
        self._shown = detail
        self.set_title(detail.subject)
        self._facts.show_detail(detail)
        self._description.setText(detail.description)
        self._description.setVisible(bool(detail.description))
        self._history.show_events(detail.history)
        ended = not is_open(detail.status)
        self._asked_title.setVisible(ended)
        self._asked.setVisible(ended)
        self._asked.set_value(detail.satisfaction)
        self._show_words(self._asked.hint() if ended else "")
        if moved:
            self._show_moves(detail.status)
        if not had_focus:
            self.open()

    def _show_words(self, words: str) -> None:
        self._asked_words.setText(words)
        self._asked_words.setVisible(bool(words))

    def _show_moves(self, status: ComplaintStatus) -> None:
        while self._moves.count():
            item = self._moves.takeAt(0)
            button = item.widget() if item is not None else None
            if button is not None:
                if button.hasFocus():
                    self._note.setFocus()
                button.hide()
                button.deleteLater()
        for target in allowed_moves(status):
            button = Button(_move_text(target))
            button.clicked.connect(partial(self._move, target))
            self._moves.addWidget(button)
        self._moves.addStretch()

    def _move(self, status: ComplaintStatus) -> None:
        note = self._typed()
        if note is None or self._shown is None:
            return
        shown = self._shown.status
        if status == ComplaintStatus.RESOLVED:
            sheet = open_resolve_sheet(self._ui, self, self._id, resolution=note, shown=shown)
            sheet.saved.connect(self._forget_note)
            return
        if status == ComplaintStatus.REOPENED:
            ask_to_reopen(self._ui, self, self._id, note=note, saved=self._forget_note, shown=shown)
            return
        move_or_ask(
            self._ui,
            self._id,
            status,
            shown=shown,
            note=note,
            done=self._forget_note,
            owner=self,
        )

    def _save_note(self) -> None:
        note = self._typed()
        if not note:
            self._note.setFocus()
            return
        me = self._ui.user.id
        self._ui.background.write(
            lambda session: add_complaint_note(session, self._id, note, user_id=me),
            self._forget_note,
            owner=self,
            failed=self.messenger.show_error,
        )

    def keep_now(self) -> None:
        """Keep the note as it is typed so far."""
        self._keep.keep_now()

    @property
    def _autosave_key(self) -> str:
        return f"complaint-notes:{self._id}"

    def _keep_note(self) -> None:
        self._ui.autosaves.keep(self._autosave_key, {"note": self._note.snapshot()})

    def _forget_note(self, _saved: object = None) -> None:
        self._keep.stop()
        self._ui.autosaves.drop(self._autosave_key)
        self._note.set_value("")

    def _typed(self) -> str | None:
        try:
            return self._note.value()
        except EcrmError as error:
            self.messenger.show_error(error)
            return None

    def _save_satisfaction(self) -> None:
        score, me = self._asked.value(), self._ui.user.id
        shown = self._shown.satisfaction if self._shown is not None else None
        if score is None:
            # What a customer once said is not forgotten, only said anew.
            self._asked.set_value(shown)
            return
        self._ui.background.write(
            lambda session: record_satisfaction(session, self._id, score, user_id=me, shown=shown),
            owner=self,
            failed=self._show_refused,
        )

    def _show_refused(self, error: Exception) -> None:
        self.messenger.show_error(error)
        self._read()

    def _leave_for(self, open_record: Callable[[UUID], None], record_id: UUID) -> None:
        """Go to another page, which this sheet would lie over."""
        self.request_close(lambda: open_record(record_id))

    def _edit(self) -> None:
        self._ui.navigator.edit_complaint(self._id)

    def _ask_for_task(self) -> None:
        customer = self._shown.customer_id if self._shown is not None else None
        self._ui.navigator.new_task(customer, about=(RecordKind.COMPLAINT, self._id))


def _move_text(status: ComplaintStatus) -> str:
    return {
        ComplaintStatus.IN_PROGRESS: translate("Complaints", "Take up"),
        ComplaintStatus.WAITING_CUSTOMER: translate("Complaints", "Wait for the customer"),
        ComplaintStatus.RESOLVED: translate("Complaints", "Resolve…"),
        ComplaintStatus.CLOSED: translate("Complaints", "Close it"),
        ComplaintStatus.REOPENED: translate("Complaints", "Reopen…"),
    }.get(status, label(status))


def open_complaint_detail(ui: UiContext, parent: QWidget, record_id: UUID) -> ComplaintDetailSheet:
    """Show a complaint over the page; the sheet appears a moment later."""
    return ComplaintDetailSheet(ui, parent, record_id)
