"""Work off the window's thread; announces what was written."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import count
from queue import SimpleQueue
from time import monotonic
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.written_tables import written_tables
from ecrm_desktop.storage.database import Database, Session

T = TypeVar("T")
_PROGRESS_SECONDS = 0.1
_COLLECT_AT = (2_000, 10, 10)
_COLLECT_MS = 100
_LOOK_SECONDS = 0.05


class Lane(Enum):
    """Where work waits its turn: reads a person waits for, saving, what takes long, and looks.

    Saving has a lane of its own, since among a million customers a list may take seconds. So have
    imports, which save in portions: what people save meanwhile comes in between; looking through
    the file, for which nobody waits; and syncing, which waits for another computer.
    """

    LOCAL = "local"
    WRITE = "write"
    SLOW = "slow"
    IMPORT = "import"
    LOOK = "look"
    SYNC = "sync"


class Job:
    """One piece of work that was asked for."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._stop: Callable[[], None] | None = None
        # Neither is stopped what has ended meanwhile, nor ended what is just being stopped.
        self._stopping = threading.Lock()
        self._is_elsewhere = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Forget the result: no callback comes. Work that has not begun is not done at all.

        A write that has begun is finished and announced; `run` stops at its next `report`, or at
        once where it said how.
        """
        self._cancelled.set()
        with self._stopping:
            if self._stop is not None:
                self._stop()

    @contextmanager
    def stopped_by(self, stop: Callable[[], None]) -> Iterator[None]:
        """Let `cancel` call this, from another thread, as long as the context lasts."""
        with self._stopping:
            self._stop = stop
        try:
            yield
        finally:
            with self._stopping:
                self._stop = None

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """Let nobody wait for the work as long as the context lasts, once it was cancelled.

        Cancelled is raised at its end then, before anything else is done.
        """
        self._is_elsewhere = True
        try:
            yield
        finally:
            with self._stopping:
                self._is_elsewhere = False
                if self.cancelled:
                    raise Cancelled

    @property
    def is_given_up(self) -> bool:
        """Whether the work was cancelled while it is elsewhere, so that it does nothing more."""
        with self._stopping:
            return self.cancelled and self._is_elsewhere


class Progress:
    """What long work tells while it runs; the worker's side."""

    def __init__(self, job: Job, report_progress: ReportProgress) -> None:
        self._job = job
        self._report_progress = report_progress
        self._progressed = 0.0
        self.stopped_by = job.stopped_by
        self.elsewhere = job.elsewhere

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._job.cancelled

    def report(self, done: int, total: int) -> None:
        """Say how many of how many are done (`total` 0: unknown); Cancelled if it is to stop."""
        if self._job.cancelled:
            raise Cancelled
        now = monotonic()
        is_end = bool(total) and done == total
        if is_end or now - self._progressed >= _PROGRESS_SECONDS:
            self._progressed = now
            self._report_progress(done, total)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Task:
    job: Job
    owner: QObject
    asked_by: UUID | None
    work: Callable[[Progress], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    progress: ReportProgress | None
    writes: bool
    finish: bool  # even while the program is closing
    grace: float  # seconds to go on while the program is closing

    @property
    def awaited(self) -> bool:
        return not self.job.cancelled and isValid(self.owner)


@dataclass(frozen=True, slots=True)
class _Written:
    """What an action returned, and the tables of the records that it wrote; None: maybe any."""

    result: Any
    tables: frozenset[str] | None


class Background(QObject):
    """A thread for each lane beside the window's; callbacks come on the window's thread.

    `changed(tables)` tells the tables of the records that were written, or None for maybe any.

    No callback comes after its owner was destroyed. A failure without `failed`, and a failed write
    whose owner is gone, go to the signal `unhandled_error`.
    """

    changed = Signal(object)
    unhandled_error = Signal(object)
    closed = Signal()
    _finished = Signal(int, object)
    _failed = Signal(int, object)
    _progressed = Signal(int, int, int)

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.database = database
        self._closing = threading.Event()
        self._numbers = count()
        # Only the window's thread holds a task, its callbacks and thereby widgets for good: the
        # last reference to a widget must not be dropped by another thread.
        self._tasks: dict[int, _Task] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._queues = {lane: SimpleQueue[int | None]() for lane in Lane}
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._on_finished, queued)
        self._failed.connect(self._on_failed, queued)
        self._progressed.connect(self._on_progressed, queued)
        # Python's cycle collector runs in whatever thread allocates, and a widget destroyed outside
        # the window's thread takes the program down: from here on `_collect` does its work.
        gc.disable()
        # What was imported until now stays for good; looking through it takes 0.1 s each time.
        gc.freeze()
        # In small portions: all that long work left would hold the window up at its end. A whole
        # collection waits, since it also looks through what that work still needs.
        self._collector = QTimer(self, interval=_COLLECT_MS)
        self._collector.timeout.connect(partial(_collect, 1))
        self._doing: dict[Lane, Job] = {}
        self._threads = {
            lane: threading.Thread(target=self._serve, args=(lane,), name=lane.value, daemon=True)
            for lane in Lane
        }
        for thread in self._threads.values():
            thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether all work that was asked for has ended and handed its result over."""
        return not self._tasks

    def read(
        self,
        query: Callable[[Session], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        lane: Lane = Lane.LOCAL,
        failed: Callable[[Exception], None] | None = None,
        key: str | None = None,
    ) -> Job:
        """Run a query and hand its result to `done`.

        With `key`, an earlier read of the same owner and key is cancelled first.
        """

        def work(_progress: Progress) -> T:
            with self.database.reading() as session:
                return query(session)

        number = next(self._numbers)
        if key is not None:
            self._supersede(owner, key, number)
        return self._put(number, lane, owner, work, done, failed)

    def write(
        self,
        action: Callable[[Session], T],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run an action in one transaction; `changed` follows its commit and `done`.

        `quiet`: nothing that a page shows changes, so `changed` is left out.
        """

        def work(_progress: Progress) -> _Written:
            with self.database.transaction() as session:
                result = action(session)
                tables = written_tables(session, self.database.capture.group)
            # What is not captured is on some page too.
            return _Written(result, tables or None)

        number = next(self._numbers)
        return self._put(
            number, Lane.WRITE, owner, work, done, failed, writes=not quiet, finish=True
        )

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        lane: Lane = Lane.SLOW,
        failed: Callable[[Exception], None] | None = None,
        progress: ReportProgress | None = None,
        writes: bool = False,
        grace: float = 0.0,
    ) -> Job:
        """Do long work that opens its own sessions on `database`; `writes`: then say `changed`.

        `progress(count, total)` comes at most ten times a second. At the end of the program such
        work is cancelled, not awaited, unless it ends within `grace` seconds.
        """
        number = next(self._numbers)
        return self._put(
            number, lane, owner, work, done, failed, progress=progress, writes=writes, grace=grace
        )

    def close(self, wait: float = 30.0) -> bool:
        """Finish the writes that wait and forget all else; False if `wait` seconds were too few.

        What waits for another computer, and is given up, is not waited for.
        """
        self._closing.set()
        spared = [task for task in self._tasks.values() if task.grace]
        for task in self._tasks.values():
            if not task.finish and not task.grace:
                task.job.cancel()
        for queue in self._queues.values():
            queue.put(None)
        end = monotonic() + wait
        graced = monotonic() + max((task.grace for task in spared), default=0.0)
        self._threads[Lane.SYNC].join(graced - monotonic() if spared else 0.0)
        for task in spared:
            task.job.cancel()
        still = [lane for lane in Lane if not self._has_ended(lane, end)]
        self._collector.stop()
        gc.unfreeze()
        gc.enable()
        self.closed.emit()
        return not still

    def _has_ended(self, lane: Lane, end: float) -> bool:
        """Wait for a lane; return whether it does nothing to the file any more."""
        thread = self._threads[lane]
        while thread.is_alive() and monotonic() < end:
            job = self._doing.get(lane)
            if job is not None and job.is_given_up:
                return True
            thread.join(_LOOK_SECONDS)
        return not thread.is_alive()

    def _supersede(self, owner: QObject, key: str, number: int) -> None:
        self._latest = {name: at for name, at in self._latest.items() if at in self._tasks}
        older = self._latest.get((id(owner), key))
        if older is not None:
            self._tasks[older].job.cancel()
        self._latest[id(owner), key] = number

    def _put(
        self,
        number: int,
        lane: Lane,
        owner: QObject,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        *,
        progress: ReportProgress | None = None,
        writes: bool = False,
        finish: bool = False,
        grace: float = 0.0,
    ) -> Job:
        task = _Task(
            job=Job(),
            owner=owner,
            # When its turn comes, or while it is done, somebody else may work here.
            asked_by=self.database.capture.user_id,
            work=work,
            done=done,
            failed=failed,
            progress=progress,
            writes=writes,
            finish=finish,
            grace=grace,
        )
        self._tasks[number] = task
        if not self._collector.isActive():
            self._collector.start()
        self._queues[lane].put(number)
        return task.job

    def _serve(self, lane: Lane) -> None:
        while (number := self._queues[lane].get()) is not None:
            self._do(lane, number)

    def _do(self, lane: Lane, number: int) -> None:
        task = self._tasks[number]
        job, work, asked_by = task.job, task.work, task.asked_by
        finish = task.finish or task.grace > 0
        del task
        self._doing[lane] = job
        progress = Progress(job, lambda done, total: self._progressed.emit(number, done, total))
        result, error = None, None
        try:
            with self.database.capture.working_for(asked_by):
                result = _run(work, progress, unwanted=self._closing.is_set() and not finish)
        except Exception as caught:  # noqa: BLE001 - whatever it is, the window hears of it
            error = caught
        del work
        if self._closing.is_set():
            return
        if error is None:
            self._finished.emit(number, result)
        else:
            self._failed.emit(number, error)

    def _on_progressed(self, number: int, done: int, total: int) -> None:
        task = self._tasks[number]
        if task.progress is not None and task.awaited:
            task.progress(done, total)

    def _on_finished(self, number: int, result: object) -> None:
        task = self._taken(number)
        written = result if isinstance(result, _Written) else _Written(result, None)
        try:
            if task.done is not None and task.awaited:
                task.done(written.result)
        finally:
            if task.writes:
                self.changed.emit(written.tables)
            _collect()

    def _on_failed(self, number: int, error: Exception) -> None:
        task = self._taken(number)
        if task.awaited and task.failed is not None:
            task.failed(error)
        elif isinstance(error, Cancelled):
            return
        elif task.awaited or (task.writes and not task.job.cancelled):
            self.unhandled_error.emit(error)

    def _taken(self, number: int) -> _Task:
        task = self._tasks.pop(number)
        if not self._tasks:
            self._collector.stop()
        return task


def _run(work: Callable[[Progress], T], progress: Progress, *, unwanted: bool) -> T:
    if unwanted or progress.cancelled:
        raise Cancelled
    return work(progress)


def _collect(oldest: int = 2) -> None:
    for generation in range(oldest, -1, -1):
        if gc.get_count()[generation] > _COLLECT_AT[generation]:
            gc.collect(generation)
            return
