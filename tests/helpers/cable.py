"""A network cable between a PC and its server, which can be pulled and plugged in again."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress


class Cable:
    """Hands on whatever comes at `port` of this computer to the port `to` of it."""

    def __init__(self, to: int) -> None:
        self.to = to
        self._ends: list[socket.socket] = []
        self._listener = self._listen(0)
        self.port: int = self._listener.getsockname()[1]

    def pull(self) -> None:
        """Let every connection break, and none come about."""
        for one in (self._listener, *self._ends):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._ends.clear()

    def plug(self) -> None:
        """Let connections come about again."""
        self._listener = self._listen(self.port)

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                here, _address = listener.accept()
                there = socket.create_connection(("127.0.0.1", self.to))
                self._ends += [here, there]
                for one, other in ((here, there), (there, here)):
                    threading.Thread(target=self._copy, args=(one, other), daemon=True).start()

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while content := source.recv(65_536):
                if self.is_passing():
                    target.sendall(content)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def is_passing(self) -> bool:
        """Tell whether the next thing that is said is heard, too."""
        return True


class StrikingCable(Cable):
    """Strikes before the nth thing that is said from now on, which nobody hears."""

    def __init__(self, to: int, strike: Callable[[], None]) -> None:
        self._strike = strike
        self._left, self._strikes = 0, False
        self._counting = threading.Lock()
        super().__init__(to)

    def strike_at(self, number: int) -> None:
        """Count from here; 1 is the next thing."""
        self._left, self._strikes = number, True

    def is_passing(self) -> bool:
        """Count, and strike once."""
        with self._counting:
            self._left -= self._left > 0
            is_now = self._left == 0 and self._strikes
            self._strikes = self._left > 0
        if is_now:
            self._strike()
        return not is_now
