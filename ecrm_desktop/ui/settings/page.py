"""The settings: the shop, its people, its own customer fields, and the program on this PC."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.settings.backup import BackupSettings
from ecrm_desktop.ui.settings.own_fields import OwnFieldsSettings
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.settings.people import PeopleSettings
from ecrm_desktop.ui.settings.privacy import PrivacySettings
from ecrm_desktop.ui.settings.program import ProgramSettings
from ecrm_desktop.ui.settings.shop import ShopSettings
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.permissions import Permission


class SettingsPage(Page):
    """Tabs of forms: the shop's for who may change them, one's own for everybody.

    `shop_changed` when the window has to be built anew with other words, another unit or role,
    `look_changed` when only colours change, `user_asked` to choose who is working;
    `conversion_asked` and `export_asked` of the privacy; `restore_asked(Path)` and
    `save_package` of the backups.
    """

    shop_changed = Signal()
    look_changed = Signal()
    user_asked = Signal()
    conversion_asked = Signal(object)
    export_asked = Signal(object)
    restore_asked = Signal(object)
    save_package = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        people = PeopleSettings(ui)
        people.user_asked.connect(self.user_asked)
        people.myself_changed.connect(self.shop_changed)
        program = ProgramSettings(ui.settings)
        program.language_changed.connect(self.shop_changed)
        program.look_changed.connect(self.look_changed)
        self._parts: dict[str, tuple[str, SettingsPart]] = {}
        if ui.may(Permission.CHANGE_SETTINGS):
            shop = ShopSettings(ui)
            shop.saved.connect(self.shop_changed)
            self._parts["shop"] = translate("Settings", "Shop"), shop
        everybody = ui.may(Permission.MANAGE_PEOPLE)
        me = translate("Settings", "People") if everybody else translate("Settings", "Myself")
        self._parts["people"] = me, people
        if ui.may(Permission.CHANGE_SETTINGS):
            self._parts["fields"] = translate("Settings", "Own fields"), OwnFieldsSettings(ui)
        if ui.may(Permission.BACK_UP):
            backup = BackupSettings(ui)
            backup.restore_asked.connect(self.restore_asked)
            backup.package_asked.connect(self.save_package)
            self._parts["backup"] = translate("Settings", "Backup"), backup
        if ui.may(Permission.ENCRYPT):
            privacy = PrivacySettings(ui)
            privacy.conversion_asked.connect(self.conversion_asked)
            privacy.export_asked.connect(self.export_asked)
            self._parts["privacy"] = translate("Settings", "Privacy"), privacy
        self._parts["program"] = translate("Settings", "Program"), program
        self._tabs = Tabs([(key, text) for key, (text, _part) in self._parts.items()])
        self._tabs.chosen.connect(self.open_part)
        self._stack = QStackedWidget()
        for _text, part in self._parts.values():
            self._stack.addWidget(_scrolling(part))
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

    def open_part(self, key: str) -> None:
        """Show one part: shop, people, fields, backup, privacy or program."""
        self._tabs.choose(key)
        self._stack.setCurrentIndex(list(self._parts).index(key))

    def refresh(self) -> None:
        """Read the lists again."""
        for _text, part in self._parts.values():
            part.refresh()


def _scrolling(widget: QWidget) -> QScrollArea:
    widget.setObjectName("scrolled")
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(widget)
    return scroll
