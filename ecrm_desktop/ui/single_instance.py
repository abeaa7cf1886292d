"""One window per database: the second start brings the first window to the front."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


class SingleInstance(QObject):
    """Holds a database for this process; `asked_to_show` when somebody starts another one."""

    asked_to_show = Signal()

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        where = database.resolve()
        self._lock = QLockFile(str(where.with_name(where.name + ".lock")))
        # Only the death of its process frees the lock, however long the shop leaves it open.
        self._lock.setStaleLockTime(0)
        self._name = "ecrm-" + hashlib.sha256(str(where).encode()).hexdigest()[:24]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """Take the database; False when another process has it.

        A folder that is missing or cannot hold the lock file stops nobody: opening the database
        says what is wrong with it.
        """
        free = self._lock.tryLock(0)
        if free or self._lock.error() != QLockFile.LockError.LockFailedError:
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
            return True
        return False

    def ask_other_to_show(self) -> bool:
        """Ask the process that has the database to show its window; False when it is deaf."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(_WAIT_MS)
        socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Let the database go."""
        self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
        self.asked_to_show.emit()
