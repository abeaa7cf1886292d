"""What lost against another computer's value: both side by side, and one click takes the other."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.conflicts import Author, ConflictRow, open_conflicts
from ecrm_desktop.reports.change_texts import record_text, value_text
from ecrm_desktop.reports.conflict_texts import taken_text
from ecrm_desktop.services.conflicts import Undo, keep_present, take_lost_value
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.sync.part import SyncPart
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.text import isolate_words

_SHOWN: Final = 60

Settle = Callable[[Session, UUID], Undo]


class ConflictsPart(SyncPart):
    """Grouped by record; what is settled can be taken back."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._rows: list[ConflictRow] | None = None
        navigator = ui.navigator
        self._opened: dict[str, Callable[[UUID], None]] = {
            "customers": navigator.open_customer,
            "purchases": navigator.open_purchase,
            "interactions": navigator.open_interaction,
            "complaints": navigator.open_complaint,
            "products": navigator.edit_product,
            "tasks": navigator.open_task,
        }
        self._scroll = ScrollArea(name=translate("Sync", "Conflicts"))
        self._place = QStackedLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._scroll)
        self._place.addWidget(
            EmptyState(
                "check",
                translate("Sync", "Nothing is in conflict"),
                translate(
                    "Sync",
                    "If two computers change the same field without knowing of each other, the"
                    " later value stays and the other one waits here.",
                ),
            )
        )

    def refresh(self) -> None:
        """Read the conflicts again."""
        self._ui.background.read(open_conflicts, self._show, owner=self, key="conflicts")

    def _show(self, rows: list[ConflictRow]) -> None:
        if rows == self._rows:
            return  # nothing jumps under anybody's hands
        self._rows = rows
        if len(rows) != self._ui.syncing.conflicts:
            self._ui.syncing.look()
        self._place.setCurrentIndex(0 if rows else 1)
        place = self._scroll.verticalScrollBar().value()
        self._scroll.show_contents(self._contents(rows))
        self._scroll.verticalScrollBar().setValue(place)

    def _contents(self, rows: list[ConflictRow]) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, theme.S, theme.S, theme.S)
        column.setSpacing(theme.M)
        for _record, some in groupby(rows[:_SHOWN], key=lambda row: row.record):
            column.addWidget(self._group(list(some)))
        if len(rows) > _SHOWN:
            more = self._ui.display.number(len(rows) - _SHOWN)
            text = translate("Sync", "and {count} more, once these are settled", count=more)
            column.addWidget(Label(text, "muted"))
        column.addStretch(1)
        return inner

    def _group(self, rows: list[ConflictRow]) -> QWidget:
        record = rows[0].record
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        column.setSpacing(theme.S)
        head = QHBoxLayout()
        head.addWidget(Label(record_text(record, self._ui.display), "heading", wrap=True), 1)
        if record.table in self._opened and record.exists:
            opening = Button(translate("Sync", "Open"), kind="quiet", icon="eye")
            opening.clicked.connect(lambda _checked: self._opened[record.table](record.id))
            head.addWidget(opening)
        column.addLayout(head)
        for row in rows:
            column.addWidget(self._pair(row) if row.values else self._deletion(row))
        return frame

    def _pair(self, row: ConflictRow) -> QWidget:
        shown = QWidget()
        pair = QHBoxLayout(shown)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(theme.S)
        table, display = row.record.table, self._ui.display
        for is_present in (True, False):
            texts = [
                (
                    RECORDS[table][one.column].title,
                    value_text(table, one.column, one.present if is_present else one.lost, display),
                )
                for one in row.values
            ]
            author = row.won_by if is_present else row.lost_by
            card, foot = self._value(texts, author)
            if is_present:
                foot.addWidget(Badge(translate("Sync", "in the card now"), BadgeKind.PRIMARY))
                foot.addStretch()
                keep = Button(translate("Sync", "Let it stay"), kind="quiet")
                keep.clicked.connect(lambda _checked: self._keep(row))
                foot.addWidget(keep)
            else:
                foot.addStretch()
                take = Button(translate("Sync", "Put this there"), icon="check")
                take.clicked.connect(lambda _checked: self._take(row))
                foot.addWidget(take)
            pair.addWidget(card, 1)
        return shown

    def _value(self, texts: list[tuple[str, str]], author: Author) -> tuple[QFrame, QHBoxLayout]:
        card = QFrame()
        card.setProperty("role", "inset")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        column.setSpacing(theme.XS)
        for title, text in texts:
            column.addWidget(Label(title, "small"))
            shown = text or translate("Sync", "(empty)")
            column.addWidget(Label(shown, "heading" if text else "muted", wrap=True))
        column.addWidget(Label(self._author(author), "muted", wrap=True))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        column.addLayout(foot)
        return card, foot

    def _deletion(self, row: ConflictRow) -> QWidget:
        card = QFrame()
        card.setProperty("role", "inset")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        column.setSpacing(theme.XS)
        nobody = translate("Sync", "Somebody")
        text = translate(
            "Sync",
            "{deleter} had deleted this; it was kept because {editor} had changed it meanwhile.",
            deleter=isolate_words(row.lost_by.user_name or nobody),
            editor=isolate_words(row.won_by.user_name or nobody),
        )
        column.addWidget(Label(text, wrap=True))
        for title, author in (
            (translate("Sync", "Deleted"), row.lost_by),
            (translate("Sync", "Changed"), row.won_by),
        ):
            column.addWidget(Label(dotted([title, self._author(author)]), "muted", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addStretch()
        keep = Button(translate("Sync", "Let it stay"), kind="quiet")
        keep.clicked.connect(lambda _checked: self._keep(row))
        take = Button(translate("Sync", "Delete it after all"), kind="danger", icon="trash-2")
        take.clicked.connect(lambda _checked: self._take(row))
        foot.addWidget(keep)
        foot.addWidget(take)
        column.addLayout(foot)
        return card

    def _author(self, author: Author) -> str:
        when = "" if author.at is None else self._ui.display.datetime(author.at)
        who = author.user_name or translate("Sync", "Nobody named")
        return dotted([who, author.device_name, when])

    def _take(self, row: ConflictRow) -> None:
        self._settle(row, take_lost_value, taken_text(row))

    def _keep(self, row: ConflictRow) -> None:
        self._settle(row, keep_present, translate("Sync", "What is there stays."))

    def _settle(self, row: ConflictRow, how: Settle, done: str) -> None:
        self._ui.background.write(
            partial(_settle, how, row.id),
            lambda undo: self._ui.messenger.offer_undo(done, partial(self._undo, undo)),
            owner=self,
        )

    def _undo(self, undo: Undo) -> None:
        back = translate("Sync", "It is as it was.")
        self._ui.background.write(undo, lambda _none: self._ui.messenger.inform(back), owner=self)


def _settle(how: Settle, conflict_id: UUID, session: Session) -> Undo:
    return how(session, conflict_id)
