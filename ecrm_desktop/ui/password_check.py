"""Asks the database whether a password is right, after the guess was counted."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.logs import log_failure
from ecrm_desktop.queries.passwords import PasswordCheck, check_password, password_wait
from ecrm_desktop.services.passwords import (
    begin_guess,
    forget_wrong_passwords,
    tell_wrong_passwords,
)
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.background import Background, Lane, Progress
from ecrm_desktop.values.uptime import uptime

T = TypeVar("T")

UNCOUNTED_MS = 5_000
"""How long a guess waits to be counted before it is tried all the same.

An import may keep it from being counted for minutes, and a full disk for good: nobody is locked out
by that, and nobody guesses for free.
"""


def prove(
    background: Background,
    user_id: UUID,
    password: str,
    *,
    owner: QObject,
    right: Callable[[], None],
    wrong: Callable[[InvalidInput, int], None],
    by: UUID | None,
) -> None:
    """Call `right`, or `wrong` with what to say and the seconds nobody may try again.

    A wrong one stands in the audit trail as typed `by` somebody, None where nobody said who.
    """
    _Guess(background, user_id, password, owner, right, wrong, by).begin()


class _Guess:
    """One password on its way: counted, then looked at, then told."""

    def __init__(
        self,
        background: Background,
        user_id: UUID,
        password: str,
        owner: QObject,
        right: Callable[[], None],
        wrong: Callable[[InvalidInput, int], None],
        by: UUID | None,
    ) -> None:
        self._background = background
        self._user_id = user_id
        self._password = password
        self._owner = owner
        self._by = by
        self._right = right
        self._wrong = wrong
        self._has_fetched = False
        # It goes with its owner: Qt crashes now and then if it is to be deleted just before that.
        self._late = late = QTimer(owner)
        late.setSingleShot(True)
        late.setInterval(UNCOUNTED_MS)
        late.timeout.connect(lambda: self._look(is_counted=False))

    def begin(self) -> None:
        """Have it counted, and go on.

        Where nothing can be written it is not: whoever reads there could copy the file, and guess
        as often as they like.
        """
        if self._background.database.is_read_only:
            self._look(is_counted=False)
            return
        self._late.start()
        self._write(lambda session: begin_guess(session, self._user_id, now=uptime()), self._go_on)

    def _write(
        self, action: Callable[[Session], T], done: Callable[[T], None] | None = None
    ) -> None:
        if self._background.database.is_read_only:
            return
        # Nobody's child: it counts even if whoever asked goes away. And in the name of who typed,
        # though somebody else may have come in meanwhile.
        with self._background.database.capture.working_for(self._by):
            self._background.write(
                action, done, owner=self._background, failed=log_failure, quiet=True
            )

    def _go_on(self, wait: int) -> None:
        # Who asked may be gone, and the timer with it; or it was too late.
        if isValid(self._late) and self._late.isActive():
            self._late.stop()
            if wait:
                self._refuse(wait)
            else:
                self._look(is_counted=True)

    def _look(self, *, is_counted: bool) -> None:
        def check(session: Session) -> PasswordCheck | int:
            if not is_counted and (wait := password_wait(session, self._user_id, now=uptime())):
                return wait
            return check_password(session, self._user_id, self._password, now=uptime())

        self._background.read(
            check, self._answer, owner=self._owner, failed=self._fail, key="password"
        )

    def _answer(self, check: PasswordCheck | int) -> None:
        if isinstance(check, int):
            self._refuse(check)
            return
        if check.is_unopened:
            self._fetch()
            return
        if not check.right:
            self._write(partial(tell_wrong_passwords, user_id=self._user_id))
            self._wrong(InvalidInput(Problem.PASSWORD_WRONG), check.wait)
            return
        self._write(partial(forget_wrong_passwords, user_id=self._user_id))
        self._right()

    def _fetch(self) -> None:
        """Ask once for the key that another computer of the shop gives this one."""
        if self._has_fetched:
            self._tell_unopened()
            return
        self._has_fetched = True
        self._background.run(
            partial(_fetch_keys, self._background.database),
            lambda _none: self._look(is_counted=True),
            owner=self._owner,
            lane=Lane.SYNC,
            failed=lambda _error: self._tell_unopened(),
        )

    def _tell_unopened(self) -> None:
        # It was no guess.
        self._write(partial(forget_wrong_passwords, user_id=self._user_id))
        self._wrong(InvalidInput(Problem.PASSWORD_UNOPENED), 0)

    def _refuse(self, wait: int) -> None:
        self._wrong(InvalidInput(Problem.PASSWORD_WAIT, seconds=wait), wait)

    def _fail(self, error: Exception) -> None:
        log_failure(error)
        self._answer(PasswordCheck(right=False))


def _fetch_keys(database: Database, progress: Progress) -> None:
    from ecrm_desktop.sync.shop_pcs import fetch_keys  # noqa: PLC0415 - the client takes 0.2 s

    fetch_keys(database, elsewhere=progress.elsewhere)
