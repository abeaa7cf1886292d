"""The question whether people who share a phone or address are one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ecrm_desktop.drafts.imports import OnShared
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome
from ecrm_desktop.importing.told_texts import shared_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.imports.texts import on_shared_text
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.display import Display

_LISTED = 4


class SharedQuestion(QWidget):
    """Tells of the rows that have somebody's phone or address and another name.

    `chosen(OnShared)` when a person answered.
    """

    chosen = Signal(object)

    def __init__(self, display: Display) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._display = display
        self._notes = QVBoxLayout()
        self._rows = Label(role="muted", wrap=True)
        self.answer = Choice[OnShared]([(one, on_shared_text(one)) for one in OnShared])
        form = Form(label_width=92)
        form.add("answer", translate("ImportWizard", "These are"), self.answer)
        self.answer.edited.connect(lambda: self.chosen.emit(self.answer.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(self._notes)
        column.addWidget(self._rows)
        column.addWidget(form)

    def show_outcome(self, outcome: ImportOutcome, chosen: OnShared) -> None:
        """Ask about what a dry run found; hide where it found nobody."""
        number = self._display.number
        text = translate(
            "ImportWizard",
            "{count} rows have the phone, e-mail or national ID of somebody with another name. "
            "Families and companies share numbers: are they other people?",
            count=number(outcome.shared),
        )
        clear(self._notes)
        self._notes.addWidget(Note(text, BadgeKind.AMBER))
        lines = [shared_text(one, self._display) for one in outcome.first_shared[:_LISTED]]
        more = outcome.shared - len(lines)
        if more:
            lines.append(translate("ImportWizard", "and {count} more", count=number(more)))
        self._rows.setText("\n".join(lines))
        self.answer.set_value(chosen)
        self.setVisible(bool(outcome.shared))
