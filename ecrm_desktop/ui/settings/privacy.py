"""Whether the shop's file is encrypted, and its recovery phrase."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import users
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.settings.encrypt_sheet import EncryptSheet
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.settings.phrase_sheet import PhraseSheet
from ecrm_desktop.ui.settings.prove_sheet import ProveSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate


class PrivacySettings(SettingsPart):
    """Turns encryption on and off and shows the phrase, once its owner has proved who they are."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._secret = ui.background.database.secret
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(translate("Privacy", "Encryption of this shop"), "heading"))
        head.addWidget(
            Badge(translate("Privacy", "Off"), BadgeKind.GREY)
            if self._secret is None
            else Badge(translate("Privacy", "On"), BadgeKind.PRIMARY)
        )
        head.addStretch()
        self.column.addLayout(head)
        self._notes = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        if ui.shop.is_sample:
            self._say(
                translate(
                    "Privacy",
                    "The people of the sample shop are invented; there is nothing to hide.",
                )
            )
        elif self._secret is None:
            self._say_off()
            self._turn_on = Button(
                translate("Privacy", "Encrypt the shop…"), kind="primary", icon="lock"
            )
            self._turn_on.clicked.connect(lambda _checked: self._ask_on())
            buttons.addWidget(self._turn_on)
        else:
            self._say_on(self._secret)
            self._show = Button(translate("Privacy", "Recovery phrase…"), icon="eye")
            self._show.clicked.connect(lambda _checked: self._prove(self._show_phrase))
            self._turn_off = Button(translate("Privacy", "Turn encryption off…"), kind="quiet")
            self._turn_off.clicked.connect(lambda _checked: self._prove(self._ask_off))
            buttons.addWidget(self._show)
            buttons.addWidget(self._turn_off)
        buttons.addStretch()
        self.column.addLayout(self._notes)  # filled once the keyring has answered
        self.column.addLayout(buttons)
        self.column.addStretch(1)
        if not ui.shop.is_sample:
            ui.background.run(self._look_for_key, self._show_key_state, owner=self)

    def _say(self, text: str) -> None:
        self.column.addWidget(Label(text, wrap=True))

    def _say_off(self) -> None:
        self._say(
            translate(
                "Privacy",
                "Whoever gets hold of this computer, its disk or a backup can read your customers"
                " today. Encrypted, they read nothing.",
            )
        )
        self._say(
            translate(
                "Privacy",
                "You get a recovery phrase on paper. Without it, and without this computer, the"
                " shop is lost for everybody, you included. The backups that this program knows of"
                " are encrypted too.",
            )
        )

    def _say_on(self, secret: bytes) -> None:
        self._say(
            translate(
                "Privacy",
                "The shop's file, its backups and what you are typing are encrypted on the disk.",
            )
        )
        self.column.addWidget(
            Label(
                translate(
                    "Privacy",
                    "The sheet with the recovery phrase bears the key {key}.",
                    key=isolate(keyring_secrets.key_id(secret).hex()),
                ),
                "muted",
                wrap=True,
                selectable=True,
            )
        )

    def _look_for_key(self, _progress: Progress) -> tuple[bool, bool]:
        """Return whether this PC has a keyring, and whether the key is in it."""
        has_keyring = keyring_secrets.has_keyring()
        is_kept = (
            has_keyring
            and self._secret is not None
            and keyring_secrets.find_secret(keyring_secrets.key_id(self._secret)) is not None
        )
        return has_keyring, is_kept

    def _show_key_state(self, found: tuple[bool, bool]) -> None:
        has_keyring, is_kept = found
        if self._secret is None and has_keyring:
            return
        if is_kept:
            text = translate(
                "Privacy", "On this computer they open by themselves: its keyring has the key."
            )
            self._notes.addWidget(Label(text, wrap=True))
            return
        if has_keyring:
            text = translate("Privacy", "The key is not in this computer's keyring.")
        else:
            text = translate("Privacy", "This computer has no keyring for the key.")
        self._notes.addWidget(
            Note(
                text,
                BadgeKind.AMBER,
                detail=translate("Privacy", "The phrase is asked for at each start."),
            )
        )

    def _ask_on(self) -> None:
        if not self._ui.require_permission(Permission.ENCRYPT):
            return
        sheet = EncryptSheet(self, self._ui)
        sheet.confirmed.connect(self._ui.navigator.convert)
        sheet.open()

    def _prove(self, then: Callable[[], None]) -> None:
        """Ask for the user's own password first, if they have one."""
        if not self._ui.require_permission(Permission.ENCRYPT):
            return
        me = self._ui.user.id
        self._ui.background.read(
            lambda session: any(one.id == me and one.has_password for one in users(session)),
            lambda has_password: self._ask_password(then) if has_password else then(),
            owner=self,
        )

    def _ask_password(self, then: Callable[[], None]) -> None:
        sheet = ProveSheet(self, self._ui)
        sheet.proved.connect(then)
        sheet.open()

    def _show_phrase(self) -> None:
        if self._secret is not None:
            PhraseSheet(self, self._ui, self._secret).open()

    def _ask_off(self) -> None:
        self._ui.messenger.ask(
            translate("Privacy", "Turn encryption off?"),
            detail=translate(
                "Privacy",
                "The shop's file can then be read by whoever gets it. Backups made until now stay"
                " encrypted: keep the sheet.",
            ),
            accept=translate("Privacy", "Turn off"),
            on_accept=lambda: self._ui.navigator.convert(None),
            dangerous=True,
        )
