"""Whether all is synced, what waits, and why nothing goes."""

from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.changes import ChangeRow
from ecrm_desktop.reports.change_texts import entry_text, kind_text, user_text
from ecrm_desktop.settings import SYNC_SECONDS
from ecrm_desktop.text.sync_reasons import refusal_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.backups.texts import moment
from ecrm_desktop.ui.sync.part import WIDTH, SyncPart
from ecrm_desktop.ui.sync_texts import sync_line
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.narrow_column import NarrowColumn
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.text import isolate

_TITLE_WIDTH: Final = 150
_REFUSED_SHOWN: Final = 50
_EVERY: Final = (10, 30, 60, 300)


class StatePart(SyncPart):
    """The state in a sentence, the facts behind it, and how often a round runs."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._said = QVBoxLayout()
        self._shown: object = None
        self._bar = ProgressLine(translate("Sync", "First syncing"))
        self._bar.hide()
        self.now = Button(
            translate("Sync", "Sync now"), keys="F5", kind="primary", icon="refresh-cw"
        )
        self.now.clicked.connect(lambda _checked: ui.syncing.sync_now(self._tell))
        self._facts: dict[str, Label] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.S)
        for row, (key, title) in enumerate(
            (
                ("server", translate("Sync", "Server")),
                ("this", translate("Sync", "This computer")),
                ("synced", translate("Sync", "Last synced")),
                ("waiting", translate("Sync", "Waiting to be sent")),
            )
        ):
            name = Label(title, "muted")
            name.setFixedWidth(_TITLE_WIDTH)
            self._facts[key] = Label(wrap=True, selectable=True)
            grid.addWidget(name, row, 0)
            grid.addWidget(self._facts[key], row, 1)
        grid.setColumnStretch(1, 1)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(theme.S)
        contents = NarrowColumn(WIDTH)
        column = contents.column
        column.addLayout(self._said)
        column.addWidget(self._bar)
        column.addLayout(grid)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(self.now)
        row_of_buttons.addStretch()
        column.addLayout(row_of_buttons)
        column.addWidget(self._often())
        column.addLayout(self._refused)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(contents))

    def show_state(self) -> None:
        """Show again what is known of the rounds."""
        keeper, display = self._ui.syncing, self._ui.display
        line, state = sync_line(keeper, display), keeper.state
        if line is None or state is None:
            return
        if line != self._shown:
            self._shown = line
            clear(self._said)
            self._said.addWidget(Note(line.text, line.kind, detail=line.detail))
        done, total = keeper.progress
        self._bar.setVisible(line.kind is BadgeKind.BLUE and done < total)
        self._bar.show_progress(done, total)
        never = translate("Sync", "never yet")
        self._facts["server"].setText(isolate(state.address.where))
        self._facts["this"].setText(state.device_name)
        synced = never if state.synced_at is None else moment(state.synced_at, display)
        self._facts["synced"].setText(synced)
        nothing = translate("Sync", "nothing")
        waiting = translate("Sync", "{count} actions", count=display.number(state.waiting))
        self._facts["waiting"].setText(waiting if state.waiting else nothing)
        clear(self._refused)
        if state.refused:
            title = translate("Sync", "What the server did not take")
            self._refused.addWidget(Label(title, "heading"))
            for row, reason in state.refused[:_REFUSED_SHOWN]:
                self._refused.addWidget(self._refusal(row, reason))

    def _often(self) -> Form:
        form = Form(label_width=_TITLE_WIDTH)
        self.every: Choice[int] = Choice([])
        chosen = self._ui.settings.get(SYNC_SECONDS)
        self.every.set_options([(one, self._every_text(one)) for one in sorted({*_EVERY, chosen})])
        self.every.set_value(chosen)
        self.every.edited.connect(self._choose)
        form.add(
            "every",
            translate("Sync", "Ask the server"),
            self.every,
            hint=translate("Sync", "What is saved here is sent at once in any case."),
        )
        return form

    def _every_text(self, seconds: int) -> str:
        number = self._ui.display.number
        if seconds % 60:
            return translate("Sync", "every {count} seconds", count=number(seconds))
        return translate("Sync", "every {count} minutes", count=number(seconds // 60))

    def _choose(self) -> None:
        self._ui.settings.set(SYNC_SECONDS, self.every.value())
        self._ui.syncing.sync_now()

    def _tell(self, error: EcrmError | None) -> None:
        if error is None:
            self._ui.messenger.inform(translate("Sync", "Synced."))
        else:
            self._ui.messenger.show_error(error)

    def _refusal(self, row: ChangeRow, reason: str) -> Note:
        display = self._ui.display
        who = dotted([user_text(row), display.datetime(row.at)])
        what = dotted([kind_text(row.kind), entry_text(row, display)])
        return Note(f"{what}\n{who}", BadgeKind.RED, detail=refusal_text(reason))
