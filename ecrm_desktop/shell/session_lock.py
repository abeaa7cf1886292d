"""Who may work in the window: asked at the start, after a lock and when others take over."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import ShopRow, UserRow, get_shop, users
from ecrm_desktop.settings import LAST_USER, Settings
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.idle import IdleWatch
from ecrm_desktop.ui.other_windows import hide_other_windows
from ecrm_desktop.ui.welcome.user_choice import UserChoice

_MINUTE = 60


class SessionLock(QObject):
    """`entered(ShopRow, UserRow)` when somebody may begin, or go on, to work.

    While it asks, the window of the shop is hidden with all that lies over it, not closed: what
    was typed is there again when the same user comes back.
    """

    entered = Signal(object, object)

    def __init__(
        self, background: Background, settings: Settings, show: Callable[[QWidget], None]
    ) -> None:
        super().__init__(background)
        self._background = background
        self._settings = settings
        self._show = show
        self._shop: ShopWindow | None = None
        self._asking: UserChoice | None = None
        app = cast("QApplication", QApplication.instance())
        self.idle_watch = IdleWatch(app, self)
        self.idle_watch.idle.connect(self._on_idle)
        app.focusWindowChanged.connect(self._stay_alone)
        background.changed.connect(self._read_minutes)

    def begin(self) -> None:
        """Let the only user in who needs no password, or ask who it is.

        The sample shop asks only if somebody set a password there.
        """
        shop, people = self._read()
        is_open = not any(user.has_password for user in people)
        if is_open and (shop.is_sample or len(people) == 1):
            self._enter(shop, people[0])
        else:
            self._ask(asked=people[0] if len(people) == 1 else None)

    def watch(self, shop: ShopWindow) -> None:
        """Guard a shop that was opened for somebody who entered."""
        self._shop = shop
        self._read_minutes()
        shop.navigator.user_asked.connect(self.change_user)
        shop.navigator.lock_asked.connect(self.lock)

    def change_user(self) -> None:
        """Ask who works from now on; whoever worked until now may come back too."""
        if self._shop is not None:
            self._shop.keep_typed()
        self._ask()

    def lock(self) -> None:
        """Hide everything until a user's password was typed, or say that there is none yet."""
        if self._shop is None or self._asking is not None:
            return
        user = self._present(self._shop.ui.user.id)
        if user is None or not user.has_password:
            self._shop.ui.messenger.inform(
                translate(
                    "Lock",
                    "Without a password there is nothing to lock with. Set one in the settings,"
                    " under “People”.",
                )
            )
            return
        self._shop.keep_typed()
        self._ask(asked=user, locked=True)

    def lock_after(self, seconds: float) -> None:
        """Lock by itself when nobody worked for so long; 0 for never."""
        self.idle_watch.set_seconds(seconds)

    def end(self) -> None:
        """Guard nothing any more: the file is being closed."""
        self._shop = None
        self._asking = None
        self.lock_after(0)
        self.deleteLater()

    def _on_idle(self) -> None:
        user = self._present(self._shop.ui.user.id) if self._shop is not None else None
        if user is not None and user.has_password:
            self.lock()

    def _ask(self, *, asked: UserRow | None = None, locked: bool = False) -> None:
        shop, people = self._read()
        kept = self._settings.get(LAST_USER)
        last = next((user.id for user in people if str(user.id) == kept), None)
        who = UserChoice(shop.name, people, self._background, last=last, asked=asked, locked=locked)
        who.chosen.connect(lambda user: self._enter(self._read()[0], user))
        who.closing.connect(self._leave)
        if self._shop is not None:
            before = self._shop.window
            who.setGeometry(before.geometry())
            who.setWindowState(before.windowState())
        self._asking = who
        self._show(who)
        hide_other_windows(who)

    def _enter(self, shop: ShopRow, user: UserRow) -> None:
        self._asking = None
        self._background.database.capture.user_id = user.id
        self._settings.set(LAST_USER, str(user.id))
        self.entered.emit(shop, user)

    def _leave(self) -> None:
        """Let the hidden shop do what it does when its own window is closed."""
        if self._asking is not None and self._shop is not None:
            self._asking = None
            self._shop.window.closing.emit()

    def _stay_alone(self, window: QWindow | None) -> None:
        """Hide what opens while nobody may work, such as the question of work that has ended."""
        if self._asking is not None and window is not self._asking.windowHandle():
            hide_other_windows(self._asking)

    def _read_minutes(self) -> None:
        if self._shop is not None:
            self._background.read(
                get_shop,
                lambda shop: self.lock_after(shop.lock_minutes * _MINUTE),
                owner=self,
                key="minutes",
            )

    def _read(self) -> tuple[ShopRow, list[UserRow]]:
        with self._background.database.reading() as session:
            return get_shop(session), users(session)

    def _present(self, user_id: UUID) -> UserRow | None:
        return next((user for user in self._read()[1] if user.id == user_id), None)
