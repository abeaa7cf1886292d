"""One process with one window: Qt is started, and what nobody expected is logged."""

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ecrm_desktop.locations import bundled
from ecrm_desktop.logs import LOGGER, log_failure
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.app import Program


def run(path: Path) -> int:
    """Run the window on the shop's file until it is closed; return the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ECRM")
    app.setApplicationDisplayName("ECRM")
    app.setWindowIcon(QIcon(str(bundled("resources", "icons", "ecrm.svg"))))
    program = Program(app, path, Settings())

    def on_bug(
        _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log_failure(error.with_traceback(trace))
        if isinstance(error, Exception):
            program.show_bug(error)

    sys.excepthook = on_bug
    threading.excepthook = lambda args: log_failure(args.exc_value or SystemExit())
    qInstallMessageHandler(_log_qt)
    return app.exec() if program.start() else 0


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind != QtMsgType.QtDebugMsg:
        LOGGER.warning("Qt: %s", message)
