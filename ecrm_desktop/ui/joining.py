"""A pairing text is pasted, what it leads to is told, and only then this computer joins."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import PASSING, EcrmError, Problem, SyncError
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.text import isolate, isolate_words

if TYPE_CHECKING:
    from ecrm_desktop.backup.entering import EntryPlan


_AGAIN_MS: Final = 3_000
_AT_MOST_MS: Final = 20 * 60_000
"""As long as a server waits: ten minutes until somebody agrees, and ten more to come in."""


class JoinBox(QWidget):
    """`look_asked(text)`, then `join_asked(text)` once it was told what will happen.

    Where somebody in the shop has to agree first, it asks to look again and again, until whoever
    waits stops it.
    """

    look_asked = Signal(str)
    join_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._is_awaited = False
        self._is_looking = False
        self._is_stopped = False
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._ask_to_look)
        self._limit = QTimer(self, interval=_AT_MOST_MS, singleShot=True)
        self._limit.timeout.connect(self._give_up)
        form = Form(label_width=80)
        self.field = form.add(
            "text",
            translate("Joining", "Pairing text"),
            MultilineEdit(lines=4),
            required=Problem.PAIRING_WRONG,
            hint=translate(
                "Joining", "One long line, as whoever looks after the server gave it to you."
            ),
        )
        self._form = form
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.S)
        self._bar = ProgressLine(translate("Joining", "Joining"))
        self._bar.hide()
        self.look = Button(translate("Joining", "See what is there"), kind="primary")
        self.look.clicked.connect(lambda _checked: self._look())
        self.join = Button(translate("Joining", "Join"), kind="primary", icon="check")
        self.join.clicked.connect(lambda _checked: self._join())
        self.join.hide()
        self.stop = Button(translate("Joining", "Stop waiting"))
        self.stop.clicked.connect(lambda _checked: self._stop())
        self.stop.hide()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.S)
        for button in (self.look, self.join, self.stop):
            self.buttons.addWidget(button)
        self.buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(form)
        column.addLayout(self._said)
        column.addWidget(self._bar)
        column.addLayout(self.buttons)
        self.field.edited.connect(self._begin_anew)

    def show_plan(self, plan: "EntryPlan") -> None:
        """Tell what joining will mean, and offer it."""
        if self._comes_too_late():
            return
        self._end_waiting()
        self._set_busy(busy=False)
        clear(self._said)
        first, *others = plan_lines(plan)
        self._said.addWidget(Note(first, BadgeKind.BLUE, detail="\n".join(others)))
        self.look.hide()
        self.join.show()
        self.join.setFocus()

    def show_error(self, error: Exception) -> None:
        """Say why it does not work; another text can be tried."""
        if self._comes_too_late():
            return
        if isinstance(error, SyncError) and error.problem is Problem.PAIRING_AWAITED:
            self._show_awaited(error)
            return
        if self._is_awaited and isinstance(error, SyncError) and error.problem in PASSING:
            self._again.start()
            return
        if self._is_awaited and isinstance(error, SyncError):
            error = refused_meanwhile(error)
        self._begin_anew()
        self._set_busy(busy=False)
        if not isinstance(error, EcrmError):
            log_failure(error)
        text = explain(error) if isinstance(error, EcrmError) else explain_bug()
        self._said.addWidget(Note(text, BadgeKind.RED))
        self.field.setFocus()

    def _show_awaited(self, error: SyncError) -> None:
        """Show the digits that are compared, and look again soon."""
        if not self._is_awaited:
            self._is_awaited = True
            clear(self._said)
            digits = str(error.details["digits"])
            shown = to_persian_digits(digits) if language() == "fa" else digits
            self._said.addWidget(Note(explain(error), BadgeKind.BLUE))
            self._said.addWidget(Label(shown, "title"))
            self.stop.show()
            self._limit.start()
        self._again.start()

    def _give_up(self) -> None:
        self._stop()
        text = translate(
            "Joining",
            "Nobody let this computer in for twenty minutes, so it waits no longer; nothing was"
            " sent or received. Ask whoever made the text for another one.",
        )
        self._said.addWidget(Note(text, BadgeKind.RED))

    def _stop(self) -> None:
        self._is_stopped = self._is_looking
        self._begin_anew()
        # An answer that is on its way is waited for, or it would pass for that about another text.
        self._set_busy(busy=self._is_looking)

    def _comes_too_late(self) -> bool:
        """Take note of an answer; return whether nobody waits for it any more."""
        self._is_looking = False
        if not self._is_stopped:
            return False
        self._is_stopped = False
        self._set_busy(busy=False)
        return True

    def _end_waiting(self) -> None:
        self._again.stop()
        self._limit.stop()
        self._is_awaited = False
        self.stop.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the backup is."""
        self._bar.show_progress(done, total)

    def _begin_anew(self) -> None:
        self._end_waiting()
        clear(self._said)
        self.join.hide()
        self.look.show()

    def _look(self) -> None:
        if self._form.check():
            self._begin_anew()
            self._text = self.field.text()
            self._set_busy(busy=True)
            self._ask_to_look()

    def _ask_to_look(self) -> None:
        self._is_looking = True
        self.look_asked.emit(self._text)

    def _join(self) -> None:
        self._set_busy(busy=True)
        self.join_asked.emit(self._text)

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.field, self.look, self.join):
            widget.setEnabled(not busy)
        self._bar.setVisible(busy)
        self._bar.show_progress(0, 0)


def refused_meanwhile(error: SyncError) -> SyncError:
    """Return what an error means to who waited to be let in."""
    is_over = error.problem is Problem.PAIRING_USED
    return SyncError(Problem.PAIRING_REFUSED) if is_over else error


def plan_lines(plan: "EntryPlan") -> list[str]:
    """Return what joining will mean, in sentences."""
    here, there = plan.here, plan.there
    name = isolate_words(plan.name)
    called = translate("Joining", "This computer will be called {name}.", name=name)
    if plan.moves_to:
        return [
            translate(
                "Joining",
                "This computer goes on at {where} with all it has, also with what waits.",
                where=isolate(plan.moves_to),
            ),
            translate(
                "Joining",
                "The other computers stay where they are until each is joined once more with a"
                " text from there. Leave the old server running until then, and let them join soon:"
                " what they do meanwhile reaches this computer only then.",
            ),
            called,
        ]
    if here.shop_id is not None:
        again = translate("Joining", "This computer is in this shop already; it goes on there.")
        return [again, called]
    if there.id is None:
        bring = translate("Joining", "The shop of this computer goes to the server.")
        return [bring, called]
    lines = [
        translate(
            "Joining",
            "{shop}: {there} customers in the shop, {here} customers on this computer.",
            shop=isolate_words(there.name),
            there=_number(there.customers),
            here=_number(here.customers),
        )
    ]
    if here.has_data:
        lines.append(
            translate(
                "Joining",
                "Everything on this computer goes to the shop, too, also its {people} people who"
                " work here; nothing is removed. A backup is made first.",
                people=_number(here.people),
            )
        )
        if there.has_passwords:
            lines.append(
                translate("Joining", "People without a password are set inactive on the way.")
            )
    else:
        lines.append(
            translate("Joining", "There is nothing on this computer yet; the shop comes here.")
        )
    return [*lines, called]


def _number(number: int) -> str:
    text = f"{number:,}"
    return to_persian_digits(text.replace(",", "٬")) if language() == "fa" else text
