"""One process of `bench_window`: starts, scrolls, exports or deletes in a window."""

# Nothing but the standard library before the clock runs, and nothing of it that takes long.
import time

_BEGAN = time.perf_counter()

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_STEPS = 400
_PAUSE_MS = 15
_HEARTBEAT_MS = 2
_EXPORTED = 200_000
_ENDING = 0.5


def main(what: str, path: Path) -> None:
    """Do one thing and print what was measured as JSON."""
    work: dict[str, Callable[[Path], dict[str, Any]]] = {
        "start": start,
        "empty": empty,
        "scroll": scroll,
        "xlsx": lambda path: export(path, 0),
        "pdf": lambda path: export(path, 1),
        "delete": delete,
    }
    sys.stdout.write(json.dumps(work[what](path)) + "\n")
    sys.stdout.flush()


def start(path: Path) -> dict[str, Any]:
    """Start the program until the first page has its figures and its chart."""
    gc.disable()  # as `ecrm_desktop.__main__` does
    program, folder = _program(path)
    _wait_for_page(program)
    from ecrm_desktop.ui.destinations import PageName

    chart = program.shop.window.page(PageName.DASHBOARD).chart
    _until(lambda: chart.layout().count() > 0)
    seconds = time.perf_counter() - _BEGAN
    modules = [name for name in sys.modules if not name.startswith(("tests", "__"))]
    program.finish()
    folder.cleanup()
    return {"seconds": seconds, "modules": modules}


def empty(_path: Path) -> dict[str, Any]:
    """Import what the program imports, and show an empty window."""
    from importlib import import_module

    modules = json.load(sys.stdin)
    began = time.perf_counter()
    for name in modules:
        try:
            import_module(name)
        except ImportError:  # made by C code, not imported
            continue
    from PySide6.QtWidgets import QApplication, QWidget

    _app = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    _until(lambda: window.isVisible() and window.windowHandle().isExposed())
    return {"seconds": time.perf_counter() - began}


def scroll(path: Path) -> dict[str, Any]:
    """Scroll the customers from the first to the last, and look for stalls of the window."""
    from PySide6.QtCore import QTimer

    from tests.benchmarks.peak_memory import peak_megabytes

    program, page, folder = _customers(path)
    bar = page.table.verticalScrollBar()
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        bar.setValue(bar.maximum() * steps // _STEPS)

    mover = QTimer()
    mover.timeout.connect(step)
    stop = _heartbeat()
    mover.start(_PAUSE_MS)
    _until(lambda: steps >= _STEPS)
    mover.stop()
    # The last rows have to arrive, too.
    _until(lambda: page.table.paged.row(len(page.table.paged.ids) - 1) is not None)
    blocked, peak = stop(), peak_megabytes()
    program.finish()
    folder.cleanup()
    return {"blocked": blocked, "memory": peak}


def export(path: Path, choice: int) -> dict[str, Any]:
    """Write customers as the menu of an export offers, and look for stalls of the window."""
    from ecrm_desktop.queries.customers import customer_rows
    from ecrm_desktop.ui.export_requests import ListExport
    from ecrm_desktop.ui.exporting import Exporter

    program, page, folder = _customers(path)
    target = Path(folder.name) / "exported"
    exporter = Exporter(program.shop.ui, program.shop.window, choose_file=lambda *_asked: target)
    ids = page.table.paged.ids[:_EXPORTED]
    listed = ListExport("", page.table.visible_columns(), ids, customer_rows)
    stop = _heartbeat()
    exporter.menu(listed).actions()[choice].trigger()
    _until(target.exists)
    end = time.perf_counter() + _ENDING
    _until(lambda: time.perf_counter() > end)
    blocked = stop()
    program.finish()
    folder.cleanup()
    return {"blocked": blocked}


def _customers(path: Path) -> tuple[Any, Any, Any]:
    """Start the program and wait for its list of customers."""
    from ecrm_desktop.ui.destinations import PageName

    program, folder = _program(path)
    _wait_for_page(program)
    page = program.shop.window.open_page(PageName.CUSTOMERS)
    _until(lambda: len(page.table.paged.ids) > 0)
    _wait_for_page(program)
    return program, page, folder


def _heartbeat() -> Callable[[], float]:
    """Begin to listen; return the function that stops, and gives the longest stall in seconds."""
    from PySide6.QtCore import QElapsedTimer, Qt, QTimer

    clock, longest, heart = QElapsedTimer(), 0, QTimer()

    def beat() -> None:
        nonlocal longest
        longest = max(longest, clock.restart())

    def stop() -> float:
        heart.stop()
        return max(longest - _HEARTBEAT_MS, 1) / 1000

    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(beat)
    clock.start()
    heart.start(_HEARTBEAT_MS)
    return stop


def delete(path: Path) -> dict[str, Any]:
    """Put all customers into the bin and take them out again, and look for stalls of the window.

    What others do on the same processor meanwhile is no stall: a thread's own time is counted.
    """
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton

    program, page, folder = _customers(path)
    window, table = program.shop.window, page.table
    longest, before, everybody = 0.0, time.thread_time(), len(table.paged.ids)

    def beat() -> None:
        nonlocal longest, before
        now = time.thread_time()
        longest, before = max(longest, now - before), now

    def accept() -> None:
        found = (one for one in window.findChildren(QAbstractButton) if one.isVisible())
        next(one for one in found if one.text() == "به سطل برود").click()

    def undo() -> None:
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(beat)
    heart.start(_HEARTBEAT_MS)
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    accept()
    _until(lambda: not len(table.paged.ids))
    _wait_for_page(program)
    undo()
    _until(lambda: len(table.paged.ids) == everybody)
    _wait_for_page(program)
    heart.stop()
    program.finish()
    folder.cleanup()
    return {"blocked": longest}


def _program(path: Path) -> tuple[Any, Any]:
    from tempfile import TemporaryDirectory

    from PySide6.QtWidgets import QApplication

    from ecrm_desktop.settings import Settings
    from ecrm_desktop.shell.app import Program

    folder = TemporaryDirectory()
    app = QApplication([])
    program = Program(app, path, Settings(Path(folder.name) / "settings.json"))
    if not program.start():
        raise SystemExit("another program has this database open")
    return program, folder


def _wait_for_page(program: Any) -> None:
    """Wait until the window is there and everything it has asked for until now has arrived."""
    _until(lambda: program.shop is not None and program.shop.window.isVisible())
    arrived: list[None] = []
    work = program.shop.ui
    work.background.read(lambda _session: None, arrived.append, owner=program.shop)
    _until(lambda: arrived)


def _until(is_so: Callable[[], object]) -> None:
    """Run the event loop, asleep while nothing happens, until something is so."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, poll = QEventLoop(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if is_so() else None)
    poll.start(_HEARTBEAT_MS)
    loop.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
