"""Asks the database whether a password is right, and has the wrong ones counted."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.logs import log_failure
from ecrm_desktop.queries.passwords import PasswordCheck, check_password
from ecrm_desktop.services.passwords import count_wrong_password, forget_wrong_passwords
from ecrm_desktop.ui.background import Background

UNCOUNTED_MS = 5_000
"""How long a wrong one waits to be counted before it is told.

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
) -> None:
    """Call `right`, or `wrong` with what to say and the seconds nobody may try again."""
    is_reported = False
    late = QTimer(owner)
    late.setSingleShot(True)
    late.setInterval(UNCOUNTED_MS)
    late.timeout.connect(lambda: report(0))

    def answer(check: PasswordCheck) -> None:
        if check.right or check.wait:
            late.deleteLater()
        if check.right:
            if check.wrong_before:
                forget = partial(forget_wrong_passwords, user_id=user_id)
                background.write(forget, owner=background, failed=log_failure, quiet=True)
            right()
        elif check.wait:
            wrong(InvalidInput(Problem.PASSWORD_WAIT, seconds=check.wait), check.wait)
        else:
            count = partial(count_wrong_password, user_id=user_id, now=datetime.now(UTC))
            background.write(count, report, owner=background, failed=log_failure, quiet=True)
            late.start()

    def report(wait: int) -> None:
        nonlocal is_reported
        if not is_reported and isValid(late):  # who asked may be gone, and the timer with it
            is_reported = True
            late.deleteLater()
            wrong(InvalidInput(Problem.PASSWORD_WRONG), wait)

    def fail(error: Exception) -> None:
        log_failure(error)
        late.start()

    background.read(
        lambda session: check_password(session, user_id, password, now=datetime.now(UTC)),
        answer,
        owner=owner,
        failed=fail,
        key="password",
    )
