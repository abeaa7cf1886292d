"""Beside the form of a group: how many it means, the sentence and the first names, at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_rules import names_in
from ecrm_desktop.queries.segments import Size, count_rule, first_names
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.segment_texts import explain_rule
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.one_at_a_time import OneAtATime, freshen
from ecrm_desktop.ui.segments.texts import people_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import led, listed
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.segment_rule import Rule
from ecrm_desktop.values.text import isolate_words

_WAIT_MS = 150


@dataclass(frozen=True, slots=True)
class Seen:
    """Whom a rule means at this moment."""

    sentence: str
    size: Size
    names: list[str]


class SegmentPreview(QWidget):
    """Counts a moment after each change of what `rule()` returns; it may raise EcrmError."""

    def __init__(self, ui: UiContext, rule: Callable[[], Rule]) -> None:
        super().__init__()
        self._ui, self._rule = ui, rule
        self._figures = OneAtATime(ui, self, freshen)
        self._figures.ended.connect(self.look)
        self._count = Label("", "figure")
        self._worth = Label("", "muted", wrap=True)
        self._sentence = Label("", wrap=True, selectable=True)
        self._names = Label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(Label(translate("SegmentForm", "Who is meant"), "heading"))
        for one in (self._count, self._worth, self._sentence, self._names):
            column.addWidget(one)
        column.addStretch()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Count when nothing has been typed for a moment."""
        self._wait.start()

    def freshen(self) -> None:
        """Count now, and again when the figures are as fresh as the records."""
        self.look()
        self._figures.start()

    def look(self) -> None:
        """Count now; an earlier count that has not come yet is given up."""
        try:
            rule = self._rule()
        except EcrmError as error:
            self._say(error)
            return
        self._ui.background.read(
            partial(_seen, rule, self._ui.today(), self._ui.display),
            self._show,
            owner=self,
            key="count",
            failed=self._say,
        )

    @property
    def sentence(self) -> str:
        """The sentence that is shown."""
        return self._sentence.text()

    def _show(self, seen: Seen) -> None:
        display = self._ui.display
        self._count.setText(people_text(seen.size.members, display))
        self._worth.setText(
            translate(
                "SegmentForm",
                "Bought for {worth} until now",
                worth=display.money_with_unit(seen.size.worth),
            )
            if seen.size.members and self._ui.may(Permission.SEE_SUMS)
            else ""
        )
        self._sentence.setText(seen.sentence)
        names = [isolate_words(one) for one in seen.names]
        more = seen.size.members - len(names)
        if more > 0 and names:
            names.append(translate("SegmentForm", "and {count} more", count=display.number(more)))
        self._names.setText(led(listed(names)))

    def _say(self, error: Exception) -> None:
        self._count.setText("…")
        self._worth.setText("")
        self._names.setText("")
        if isinstance(error, EcrmError):
            self._sentence.setText(explain(error))
        else:
            self._ui.messenger.show_error(error)


def _seen(rule: Rule, today: date, display: Display, session: Session) -> Seen:
    return Seen(
        explain_rule(rule, names_in(session, [rule]), display),
        count_rule(session, rule, today),
        first_names(session, rule, today),
    )
