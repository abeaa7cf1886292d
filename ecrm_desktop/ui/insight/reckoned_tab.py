"""What was reckoned of the whole shop, in words and tables, and reckoned anew beside the work."""
# ruff: noqa: PLC0415 - numpy is loaded with what reckons, beside the window's thread

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.destinations import InsightTab
from ecrm_desktop.ui.export_requests import FileKind, SheetExport
from ecrm_desktop.ui.insight.text_table import TextTable
from ecrm_desktop.ui.one_at_a_time import OneAtATime
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.page_part import PagePart
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display

if TYPE_CHECKING:
    from ecrm_desktop.insight.sections import Section, Shown

_ROWS = 40
"""More than anybody reads on a screen; reports have all."""


class ReckonedTab(PagePart):
    """Shows what was stored at once, and again when it has been reckoned anew.

    That is done when the tab is read and the day has changed; in a small shop, each time.
    """

    def __init__(self, ui: UiContext, tab: InsightTab, title: str) -> None:
        super().__init__()
        self._ui, self._tab, self._title = ui, tab, title
        self._shown: Shown | None = None
        self._work = OneAtATime(ui, self, reckon)
        self._work.ended.connect(self._read)
        self.state = Label(role="muted")
        head = QHBoxLayout()
        head.addWidget(Label(title, "heading"))
        head.addStretch()
        head.addWidget(self.state)
        self.export = Button(translate("Insight", "Export"), icon="download")
        self.export.clicked.connect(lambda _checked: self._offer())
        head.addWidget(self.export)
        inside = QWidget()
        self.sections = QVBoxLayout(inside)
        self.sections.setContentsMargins(0, 0, 0, 0)
        self.sections.setSpacing(theme.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(head)
        column.addWidget(ScrollArea(inside, name=title), 1)

    def menu(self) -> QMenu:
        """Return what the page, and the letter of the month, can become."""
        menu = QMenu(self)
        for name, title in (
            (self._tab.value, self._title),
            ("letter", translate("Insight", "Letter of the month")),
        ):
            for icon, text, kind in (
                (
                    "file-text",
                    translate("Insight", "{title}: PDF file…", title=title),
                    FileKind.PDF,
                ),
                (
                    "sheet",
                    translate("Insight", "{title}: Excel file…", title=title),
                    FileKind.EXCEL,
                ),
                ("printer", translate("Insight", "{title}: print…", title=title), None),
            ):
                menu.addAction(theme.icon(icon), text, partial(self._write, name, title, kind))
        return menu

    def _write(self, name: str, title: str, kind: FileKind | None) -> None:
        build = partial(_printed, name, self._ui.display, self._ui.shop.name)
        self._ui.navigator.export(SheetExport(title=title, build=build, kind=kind))

    def _offer(self) -> None:
        self.menu().exec(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def refresh(self) -> None:
        """Read what was stored, and reckon it anew where that is due."""
        self._work.start()
        self._read()

    def _read(self) -> None:
        self._ui.background.read(
            partial(_shown, self._tab, self._ui.display), self._show, owner=self, key="page"
        )

    def _show(self, shown: "Shown | None") -> None:
        self.state.setText(state_text(shown, is_running=self._work.is_running))
        if shown is None or shown == self._shown:
            return
        self._shown = shown
        clear(self.sections)
        for section in shown.sections:
            self.sections.addWidget(_card(section, self._ui.display))
        self.sections.addStretch()


def reckon(database: Database, today: date, progress: Progress) -> None:
    """Bring all pages of insight up to date where that is due."""
    from ecrm_desktop.insight.refreshing import refresh_due_insight

    refresh_due_insight(database, today, progress.report)


def state_text(shown: "Shown | None", *, is_running: bool) -> str:
    """Return how old what is shown is, or that it is reckoned anew just now."""
    if is_running:
        return translate("Insight", "Reckoning anew…")
    if shown is None:
        return translate("Insight", "Nothing has been reckoned yet.")
    return translate("Insight", "As of {day}", day=shown.until)


def _shown(tab: InsightTab, display: Display, session: Session) -> "Shown | None":
    from ecrm_desktop.insight.pages import ForecastPage, ProductsPage, ValuePage
    from ecrm_desktop.insight.sections import shown_page

    pages = {
        InsightTab.VALUE: ValuePage,
        InsightTab.FORECAST: ForecastPage,
        InsightTab.PRODUCTS: ProductsPage,
    }
    return shown_page(session, pages[tab], display)


def _printed(name: str, display: Display, shop_name: str, session: Session) -> Report:
    from ecrm_desktop.insight.printed import printed

    return printed(session, name, display, shop_name=shop_name, now=datetime.now(UTC))


def _card(section: "Section", display: Display) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
    column.setSpacing(theme.XS)
    column.addWidget(Label(section.title, "heading"))
    for sentence in section.sentences:
        column.addWidget(Label(sentence, wrap=True, selectable=True))
    rows = section.rows[:_ROWS]
    if rows:
        column.addWidget(TextTable(section.columns, rows, name=section.title))
    hidden = len(section.rows) - len(rows)
    if hidden:
        text = translate("Insight", "and {count} more", count=display.number(hidden))
        column.addWidget(Label(text, "muted"))
    return card
