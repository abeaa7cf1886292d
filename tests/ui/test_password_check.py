"""A password is looked at only after the guess was counted."""

import threading
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.audit_events import FailedPassword
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.queries.passwords import PasswordCheck, check_password, password_wait
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui import password_check
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.password_check import prove
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.uptime import uptime

Answer = bool | tuple[Problem, int]


@pytest.fixture
def owner(database: Database) -> UUID:
    with database.transaction() as session:
        owner = create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        set_password(session, owner, "7294")
    return owner


class Asker:
    """Somebody before the lock, in a window of their own."""

    def __init__(self, background: Background, owner: UUID, qtbot: QtBot) -> None:
        self._background = background
        self._owner = owner
        self._qtbot = qtbot
        self._window = QObject()

    def ask(self, password: str) -> list[Answer]:
        answers: list[Answer] = []

        def refuse(error: InvalidInput, wait: int) -> None:
            answers.append((error.problem, wait))

        prove(
            self._background,
            self._owner,
            password,
            owner=self._window,
            right=lambda: answers.append(True),
            wrong=refuse,
            by=None,
        )
        return answers

    def told(self, password: str) -> Answer:
        answers = self.ask(password)
        self._qtbot.waitUntil(lambda: bool(answers) and self._background.is_idle)
        [answer] = answers
        return answer


def test_a_guess_is_counted_before_it_is_tried(
    background: Background,
    database: Database,
    owner: UUID,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[int] = []

    def watched(session: Session, user_id: UUID, password: str, *, now: float) -> PasswordCheck:
        waits.append(password_wait(session, user_id, now=now))
        return check_password(session, user_id, password, now=now)

    monkeypatch.setattr(password_check, "check_password", watched)
    asker = Asker(background, owner, qtbot)
    wrong = [asker.told(one) for one in ("7291", "7292", "7293")]
    assert wrong == [(Problem.PASSWORD_WRONG, wait) for wait in (0, 0, 5)]
    assert waits == [0, 0, 5]
    problem, wait = asker.told("7294")  # type: ignore[misc]  # not right
    assert (problem, 0 < wait <= 5) == (Problem.PASSWORD_WAIT, True)
    assert len(waits) == 3


def test_two_windows_have_no_more_guesses_than_one(
    background: Background, owner: UUID, qtbot: QtBot
) -> None:
    askers = [Asker(background, owner, qtbot) for _window in range(5)]
    answers = [asker.ask("7291") for asker in askers]
    qtbot.waitUntil(lambda: all(answers) and background.is_idle)
    problems = [answer[0][0] for answer in answers]  # type: ignore[index]  # none is right
    assert problems.count(Problem.PASSWORD_WRONG) == 3
    assert problems.count(Problem.PASSWORD_WAIT) == 2


def test_the_right_one_forgets_its_own_count(
    background: Background, database: Database, owner: UUID, qtbot: QtBot
) -> None:
    asker = Asker(background, owner, qtbot)
    assert [asker.told("7294") for _time in range(5)] == [True] * 5
    with database.reading() as session:
        assert password_wait(session, owner, now=uptime()) == 0


def failures(database: Database) -> list[tuple[UUID | None, UUID | None]]:
    """Who typed each wrong password of the audit trail, and whose it was to be."""
    with database.reading() as session:
        found = session.execute(
            select(ChangeGroup.user_id, FailedPassword.user_id)
            .join(Change, Change.record_id == FailedPassword.id)
            .join(ChangeGroup, ChangeGroup.number == Change.group_number)
        )
        return [(by, of) for by, of in found]


def test_a_wrong_one_stands_in_the_audit_trail_as_typed_by_nobody_known(
    background: Background, database: Database, owner: UUID, qtbot: QtBot
) -> None:
    database.capture.user_id = new_id()  # who worked here before the lock
    asker = Asker(background, owner, qtbot)
    asker.told("7291")
    assert failures(database) == [(None, owner)]
    asker.told("7294")
    asker.told("7292")
    assert failures(database) == [(None, owner)] * 2


def test_an_import_keeps_nobody_out_and_no_wrong_one_from_the_trail(
    background: Background,
    database: Database,
    owner: UUID,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(password_check, "UNCOUNTED_MS", 50)
    done = threading.Event()
    writer = QObject()

    def write_for_long(_session: Session) -> None:
        assert done.wait(10)

    background.write(write_for_long, owner=writer)
    asker = Asker(background, owner, qtbot)
    answers = asker.ask("7291")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(Problem.PASSWORD_WRONG, 0)]
    assert not failures(database)
    answers = asker.ask("7294")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [True]
    done.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert failures(database) == [(None, owner)]
