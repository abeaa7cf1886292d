"""Callbacks come on the window's thread, never too late and never to nobody; writes are kept."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from sqlalchemy import select, text

from ecrm_desktop.errors import Cancelled, InvalidInput, Problem
from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.changes import ChangeGroup
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.users import User
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui.background import Background, Lane, Progress
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import ImportKind, Role
from tests.helpers.factories import make_customer
from tests.helpers.import_files import bring_in, write_csv


class Gate:
    """Holds a lane's thread until the test lets it go."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()

    def __call__(self, _session: object = None) -> str:
        self.entered.set()
        assert self.open.wait(10)
        return "passed"


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


@pytest.fixture
def table(database: Database) -> Callable[[], list[int]]:
    with database.transaction() as session:
        session.execute(text("CREATE TABLE marks (n INTEGER)"))

    def marks() -> list[int]:
        with database.reading() as session:
            return [row[0] for row in session.execute(text("SELECT n FROM marks"))]

    return marks


def constant(number: int) -> Callable[[Session], int]:
    return lambda _session: number


def mark(number: int) -> Callable[[Session], int]:
    def action(session: Session) -> int:
        session.execute(text("INSERT INTO marks VALUES (:n)"), {"n": number})
        return number

    return action


def test_a_result_comes_on_the_window_thread(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    got: list[tuple[str, bool]] = []
    here = QThread.currentThread()
    worker: list[str] = []

    def query(session: Session) -> str:
        worker.append(threading.current_thread().name)
        return str(session.execute(text("SELECT 'a'")).scalar_one())

    background.read(
        query, lambda value: got.append((value, QThread.currentThread() == here)), owner=owner
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got == [("a", True)]
    assert worker == ["local"]


def test_a_callback_is_not_lost_when_nobody_keeps_the_job(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    got: list[int] = []
    for number in range(50):
        background.read(constant(number), got.append, owner=owner)
        gc.collect()
    qtbot.waitUntil(lambda: len(got) == 50)
    assert got == list(range(50))


def test_it_is_idle_once_every_result_was_handed_over(
    qtbot: QtBot, background: Background, owner: QObject, gate: Gate
) -> None:
    got: list[object] = []
    background.run(gate, got.append, owner=owner)
    background.read(constant(1), got.append, owner=owner)
    background.read(lambda _session: 1 / 0, got.append, owner=owner, failed=got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    assert not background.is_idle
    gate.open.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert got[-1] == "passed"


def test_nothing_is_called_after_the_owner_was_destroyed(
    qtbot: QtBot, background: Background, owner: QObject, gate: Gate
) -> None:
    called: list[object] = []
    gone = QObject()
    background.read(gate, called.append, owner=gone, failed=called.append)
    gate.entered.wait(10)
    background.read(lambda _session: 1 / 0, called.append, owner=gone, failed=called.append)
    delete(gone)
    gate.open.set()
    with qtbot.assertNotEmitted(background.unhandled_error):
        last: list[int] = []
        background.read(lambda _session: 1, last.append, owner=owner)
        qtbot.waitUntil(lambda: last == [1])
    assert called == []


def test_a_write_is_announced_after_its_commit_and_its_callback(
    qtbot: QtBot, background: Background, owner: QObject, table: Callable[[], list[int]]
) -> None:
    order: list[str] = []
    background.changed.connect(lambda: order.append(f"changed {table()}"))
    with qtbot.waitSignal(background.changed):
        background.write(mark(7), lambda n: order.append(f"done {n} {table()}"), owner=owner)
    assert order == ["done 7 [7]", "changed [7]"]


def test_a_failed_write_leaves_nothing_and_announces_nothing(
    qtbot: QtBot, background: Background, owner: QObject, table: Callable[[], list[int]]
) -> None:
    failures: list[Exception] = []

    def action(session: Session) -> None:
        mark(1)(session)
        raise InvalidInput(Problem.NAME_MISSING, field="name")

    with (
        qtbot.assertNotEmitted(background.changed),
        qtbot.assertNotEmitted(background.unhandled_error),
    ):
        background.write(action, owner=owner, failed=failures.append)
        qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], InvalidInput)
    assert failures[0].field == "name"
    assert table() == []


def test_a_failure_nobody_handles_is_spoken(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    with qtbot.waitSignal(background.unhandled_error) as heard:
        background.read(lambda _session: 1 / 0, lambda _result: None, owner=owner)
    assert isinstance(heard.args[0], ZeroDivisionError)


def test_a_lost_save_is_spoken_even_when_its_form_is_gone(
    qtbot: QtBot, background: Background, gate: Gate, owner: QObject
) -> None:
    gone = QObject()

    def action(_session: Session) -> None:
        gate()
        raise InvalidInput(Problem.DISK_FULL)

    background.write(action, owner=gone, failed=lambda _error: pytest.fail("too late"))
    gate.entered.wait(10)
    delete(gone)
    with qtbot.waitSignal(background.unhandled_error) as heard:
        gate.open.set()
    assert heard.args[0].problem is Problem.DISK_FULL


def test_a_later_read_replaces_an_earlier_one_of_the_same_key(
    qtbot: QtBot, background: Background, owner: QObject, gate: Gate
) -> None:
    got: list[str] = []
    ran: list[str] = []

    def query(name: str) -> Callable[[Session], str]:
        def work(_session: Session) -> str:
            ran.append(name)
            return name

        return work

    background.read(gate, got.append, owner=owner, key="search")  # is running when replaced
    gate.entered.wait(10)
    background.read(query("a"), got.append, owner=owner, key="search")  # waits when replaced
    background.read(query("other key"), got.append, owner=owner, key="list")
    background.read(query("other owner"), got.append, owner=background, key="search")
    background.read(query("b"), got.append, owner=owner, key="search")
    gate.open.set()
    qtbot.waitUntil(lambda: len(got) == 3)
    assert got == ["other key", "other owner", "b"]
    assert ran == ["other key", "other owner", "b"]


def test_a_key_can_be_used_again_after_it_was_answered(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    got: list[int] = []
    for number in range(3):
        background.read(constant(number), got.append, owner=owner, key="k")
        qtbot.waitUntil(partial(got.__contains__, number))
    assert got == [0, 1, 2]


def test_a_cancelled_write_that_has_not_begun_is_not_done(
    qtbot: QtBot,
    background: Background,
    owner: QObject,
    gate: Gate,
    table: Callable[[], list[int]],
) -> None:
    background.read(gate, lambda _result: None, owner=owner)
    gate.entered.wait(10)
    job = background.write(mark(1), lambda _n: pytest.fail("cancelled"), owner=owner)
    job.cancel()
    gate.open.set()
    with qtbot.waitSignal(background.changed):
        background.write(mark(2), owner=owner)
    assert table() == [2]


def test_slow_work_does_not_delay_a_save(
    qtbot: QtBot, background: Background, owner: QObject, gate: Gate, table: object
) -> None:
    background.run(lambda _progress: gate(), owner=owner)
    background.read(gate, lambda _result: None, owner=owner, lane=Lane.SLOW)
    gate.entered.wait(10)
    with qtbot.waitSignal(background.changed):
        background.write(mark(1), owner=owner)
    assert not gate.open.is_set()


def test_progress_is_told_and_cancel_stops_it(
    qtbot: QtBot, background: Background, owner: QObject, gate: Gate
) -> None:
    told: list[tuple[int, int]] = []
    ended: list[str] = []

    def work(progress: Progress) -> None:
        progress.report(0, 10)
        gate()
        try:
            progress.report(10, 10)
        except Cancelled:
            ended.append("stopped")
            raise

    job = background.run(work, owner=owner, progress=lambda *parts: told.append(parts))
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.assertNotEmitted(background.unhandled_error):
        job.cancel()
        gate.open.set()
        qtbot.waitUntil(lambda: bool(ended))
        after: list[int] = []
        background.read(lambda _session: 1, after.append, owner=owner, lane=Lane.SLOW)
        qtbot.waitUntil(lambda: bool(after))
    assert told == [(0, 10)]


def test_long_work_that_writes_announces_it(
    qtbot: QtBot, background: Background, owner: QObject, table: Callable[[], list[int]]
) -> None:
    def work(_progress: Progress) -> None:
        with background.database.transaction() as session:
            mark(5)(session)

    with qtbot.waitSignal(background.changed):
        background.run(work, owner=owner, writes=True)
    assert table() == [5]


def test_closing_finishes_the_writes_that_wait(
    database: Database, owner: QObject, gate: Gate, table: Callable[[], list[int]]
) -> None:
    background = Background(database)
    ran: list[int] = []
    background.read(gate, lambda _result: None, owner=owner)
    gate.entered.wait(10)
    background.write(mark(1), owner=owner)
    background.read(lambda _session: ran.append(1), lambda _result: None, owner=owner)
    background.write(mark(2), owner=owner)
    gate.open.set()
    assert background.close()
    assert table() == [1, 2]
    assert ran == []


def test_closing_stops_long_work(database: Database, owner: QObject) -> None:
    background = Background(database)
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.report(1, 2)

    background.run(work, owner=owner)
    assert begun.wait(10)
    assert background.close(10)


def test_closing_says_when_something_hangs(database: Database, owner: QObject, gate: Gate) -> None:
    background = Background(database)
    background.read(gate, lambda _result: None, owner=owner)
    gate.entered.wait(10)
    assert not background.close(0.01)
    gate.open.set()
    assert background.close()


def test_widgets_are_only_collected_on_the_window_thread(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    class Ring:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            threads.append(threading.current_thread().name)

    threads: list[str] = []
    for _ in range(20):
        Ring()

    def allocate(_session: Session) -> int:
        return len([[] for _ in range(200_000)])

    got: list[int] = []
    background.read(allocate, got.append, owner=owner)
    qtbot.waitUntil(lambda: bool(got))
    gc.collect()
    assert threads == ["MainThread"] * 20


def test_what_long_work_leaves_is_collected_while_it_runs(
    qtbot: QtBot, background: Background, owner: QObject
) -> None:
    """All of it at the end would hold the window up: half a second after 200,000 customers."""

    class Ring:
        def __init__(self) -> None:
            self.me = self

    left: list[weakref.ref[Ring]] = []
    collected = threading.Event()

    def work(_progress: Progress) -> bool:
        left.extend(weakref.ref(Ring()) for _ in range(5_000))
        return collected.wait(10)

    got: list[bool] = []
    background.run(work, got.append, owner=owner)
    qtbot.waitUntil(lambda: bool(left) and all(one() is None for one in left))
    collected.set()
    qtbot.waitUntil(lambda: got == [True])


def test_a_write_that_waits_belongs_to_who_asked_for_it(
    qtbot: QtBot, background: Background, database: Database, owner: QObject, gate: Gate
) -> None:
    asked, later = new_id(), new_id()
    database.capture.user_id = asked
    background.write(gate, owner=owner)
    background.write(make_customer, owner=owner)
    with qtbot.waitSignal(background.changed):
        assert gate.entered.wait(10)
        database.capture.user_id = later
        gate.open.set()
    background.close()
    with database.reading() as session:
        users = session.scalars(
            select(ChangeGroup.user_id).order_by(ChangeGroup.number.desc()).limit(1)
        ).all()
    assert users == [asked]


@pytest.fixture
def people(database: Database) -> tuple[UUID, UUID]:
    """Who asks, and who takes over."""
    asked, later = (User(name=name, role=Role.MANAGER) for name in ("سارا", "رضا"))
    with database.transaction() as session:
        session.add_all([asked, later])
    database.capture.user_id = asked.id
    return asked.id, later.id


def groups(database: Database, action: str) -> set[UUID | None]:
    """Return whose the entries of an action are."""
    with database.reading() as session:
        found = select(ChangeGroup.user_id).where(ChangeGroup.action == action)
        return set(session.scalars(found))


@pytest.mark.parametrize("takes_over", ["before", "in the middle"])
def test_an_import_and_its_undo_belong_to_who_asked_for_them_all_through(
    qtbot: QtBot,
    background: Background,
    database: Database,
    owner: QObject,
    gate: Gate,
    people: tuple[UUID, UUID],
    tmp_path: Path,
    takes_over: str,
) -> None:
    asked, later = people
    file = write_csv(tmp_path / "list.csv", ("last_name",), [("احمدی",), ("رضایی",)])

    def take_over(_done: int = 0, _total: int = 0) -> None:
        database.capture.user_id = later

    def work(progress: Progress) -> None:
        stop = take_over if takes_over == "in the middle" else progress.report
        outcome = bring_in(database, ImportKind.CUSTOMERS, file, report_progress=stop)
        assert outcome.import_id is not None
        undo_import(database, outcome.import_id, report_progress=stop)

    background.write(gate, owner=owner, quiet=True)
    with qtbot.waitSignal(background.changed):
        background.run(work, owner=owner, lane=Lane.WRITE, writes=True)
        if takes_over == "before":
            take_over()
        gate.open.set()
    assert database.capture.user_id == later
    assert groups(database, "import") == groups(database, "undo_import") == {asked}
    with database.reading() as session:
        assert session.scalars(select(Import.user_id)).all() == [asked]


def test_an_import_is_refused_if_who_asked_has_lost_the_role_before_its_turn(
    qtbot: QtBot,
    background: Background,
    database: Database,
    owner: QObject,
    people: tuple[UUID, UUID],
    tmp_path: Path,
) -> None:
    asked, later = people
    file = write_csv(tmp_path / "list.csv", ("last_name",), [("احمدی",), ("رضایی",)])

    def demote(session: Session) -> None:
        session.get_one(User, asked).role = Role.STAFF

    def work(_progress: Progress) -> None:
        bring_in(database, ImportKind.CUSTOMERS, file)

    background.write(demote, owner=owner, quiet=True)
    refused: list[Exception] = []
    background.run(work, owner=owner, lane=Lane.WRITE, failed=refused.append)
    database.capture.user_id = later  # who may import, but did not ask for it
    qtbot.waitUntil(lambda: background.is_idle)
    assert [one.problem for one in refused if isinstance(one, InvalidInput)] == [
        Problem.NOT_ALLOWED
    ]
    with database.reading() as session:
        assert not session.scalars(select(Import)).all()


def test_what_nobody_asked_for_stays_nobodys(
    qtbot: QtBot, background: Background, database: Database, owner: QObject, gate: Gate
) -> None:
    background.write(gate, owner=owner, quiet=True)
    background.write(make_customer, owner=owner, quiet=True)
    database.capture.user_id = new_id()
    gate.open.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert groups(database, "") == {None}


def test_what_cannot_ask_is_stopped_from_outside(
    background: Background, owner: QObject, qtbot: QtBot
) -> None:
    stopped = threading.Event()
    begun = threading.Event()

    def work(progress: Progress) -> bool:
        with progress.stopped_by(stopped.set):
            begun.set()
            return stopped.wait(20)

    job = background.run(work, owner=owner, lane=Lane.LOOK)
    assert begun.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: background.is_idle, timeout=10_000)
    assert stopped.is_set()
    job.cancel()  # nothing is there to be stopped any more


def test_nobody_waits_at_the_end_for_another_computer(
    qapp: object, database: Database, owner: QObject, gate: Gate
) -> None:
    background = Background(database)
    begun, written = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        with progress.elsewhere():
            begun.set()
            gate.open.wait(20)
        written.set()

    background.run(work, owner=owner, lane=Lane.SYNC)
    assert begun.wait(10)
    assert background.close()  # the server has not answered yet
    thread = next(one for one in threading.enumerate() if one.name == Lane.SYNC.value)
    gate.open.set()
    thread.join(10)
    assert not written.is_set()


def test_what_may_still_be_sent_at_the_end_is_sent(
    qapp: object, database: Database, owner: QObject
) -> None:
    background = Background(database)
    sent = threading.Event()

    def work(progress: Progress) -> None:
        with progress.elsewhere():
            sent.wait(0.2)
        sent.set()

    background.run(work, owner=owner, lane=Lane.SYNC, grace=10.0)
    assert background.close()
    assert sent.is_set()
