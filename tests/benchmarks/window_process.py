"""One process of `bench_window`: starts the program, or an empty window, or scrolls."""

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


def main(what: str, path: Path) -> None:
    """Do one thing and print what was measured as JSON."""
    work = {"start": start, "empty": empty, "scroll": scroll}[what]
    sys.stdout.write(json.dumps(work(path)) + "\n")
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
    from PySide6.QtCore import QElapsedTimer, Qt, QTimer

    from ecrm_desktop.ui.destinations import PageName

    program, folder = _program(path)
    _wait_for_page(program)
    page = program.shop.window.open_page(PageName.CUSTOMERS)
    _until(lambda: len(page.table.paged.ids) > 0)
    _wait_for_page(program)
    bar = page.table.verticalScrollBar()
    clock, longest, steps = QElapsedTimer(), 0, 0

    def beat() -> None:
        nonlocal longest
        longest = max(longest, clock.restart())

    def step() -> None:
        nonlocal steps
        steps += 1
        bar.setValue(bar.maximum() * steps // _STEPS)

    heart, mover = QTimer(), QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(beat)
    mover.timeout.connect(step)
    clock.start()
    heart.start(_HEARTBEAT_MS)
    mover.start(_PAUSE_MS)
    _until(lambda: steps >= _STEPS)
    mover.stop()
    # The last rows have to arrive, too.
    _until(lambda: page.table.paged.row(len(page.table.paged.ids) - 1) is not None)
    heart.stop()
    peak = _peak_megabytes()
    program.finish()
    folder.cleanup()
    return {"blocked": max(longest - _HEARTBEAT_MS, 1) / 1000, "memory": peak}


def _peak_megabytes() -> float:
    # Not getrusage: what it says of a child begins with the memory of its parent.
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError


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
