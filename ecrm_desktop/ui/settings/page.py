"""The settings: the shop, its people, its own customer fields, and the program on this PC."""

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.settings.backup import BackupSettings
from ecrm_desktop.ui.settings.computers import ComputersSettings
from ecrm_desktop.ui.settings.data import DataSettings
from ecrm_desktop.ui.settings.own_fields import OwnFieldsSettings
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.settings.people import PeopleSettings
from ecrm_desktop.ui.settings.privacy import PrivacySettings
from ecrm_desktop.ui.settings.program import ProgramSettings
from ecrm_desktop.ui.settings.shop import ShopSettings
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.permissions import Permission


class SettingsPage(Page):
    """Tabs of forms: the shop's for who may change them, one's own for everybody."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._parts: dict[SettingsTab, tuple[str, SettingsPart]] = {}
        if ui.may(Permission.CHANGE_SETTINGS):
            self._parts[SettingsTab.SHOP] = translate("Settings", "Shop"), ShopSettings(ui)
        everybody = ui.may(Permission.MANAGE_PEOPLE)
        me = translate("Settings", "People") if everybody else translate("Settings", "Myself")
        self._parts[SettingsTab.PEOPLE] = me, PeopleSettings(ui)
        if ui.may(Permission.CHANGE_SETTINGS):
            fields = translate("Settings", "Own fields")
            self._parts[SettingsTab.FIELDS] = fields, OwnFieldsSettings(ui)
        if ui.may(Permission.BACK_UP):
            self._parts[SettingsTab.BACKUP] = translate("Settings", "Backup"), BackupSettings(ui)
        if everybody and not ui.shop.is_sample and not ui.background.database.is_read_only:
            computers = translate("Settings", "Computers")
            self._parts[SettingsTab.COMPUTERS] = computers, ComputersSettings(ui)
        if ui.may(Permission.ENCRYPT):
            privacy = translate("Settings", "Privacy")
            self._parts[SettingsTab.PRIVACY] = privacy, PrivacySettings(ui)
        if ui.may(Permission.THIN_AUDIT):
            self._parts[SettingsTab.DATA] = translate("Settings", "Data"), DataSettings(ui)
        self._parts[SettingsTab.PROGRAM] = translate("Settings", "Program"), ProgramSettings(ui)
        self._tabs = Tabs([(key, text) for key, (text, _part) in self._parts.items()])
        self._tabs.chosen.connect(lambda key: self.open_tab(SettingsTab(key)))
        self._stack = QStackedWidget()
        for _text, part in self._parts.values():
            self._stack.addWidget(ScrollArea(part, sideways=True))
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.M)
        column.addWidget(Label(translate("Settings", "Settings"), "title"))
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(card)

    def open_tab(self, tab: SettingsTab) -> None:
        """Show one part of the settings, if it is there."""
        if tab in self._parts:
            self._tabs.choose(tab)
            self._stack.setCurrentIndex(list(self._parts).index(tab))

    def refresh(self) -> None:
        """Read the lists again."""
        for _text, part in self._parts.values():
            part.refresh()
