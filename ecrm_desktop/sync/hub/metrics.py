"""What a hub counts, as Prometheus reads it."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Seconds."""


class Metrics:
    """Counters of one hub; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._durations: Counter[tuple[str, float]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._bytes: Counter[str] = Counter()
        self.in_flight = 0

    def note(self, function: str, status: int, seconds: float, taken: int, given: int) -> None:
        """Count a request, with the bytes that came in and went out."""
        with self._lock:
            self._requests[function, status] += 1
            self._seconds[function] += seconds
            for bound in BOUNDS:
                if seconds <= bound:
                    self._durations[function, bound] += 1
            self._bytes["in"] += taken
            self._bytes["out"] += given

    def text(self, *, database_connections: int) -> str:
        """Return all of it."""
        with self._lock:
            lines = list(self._lines())
        lines += [
            "# TYPE ecrm_hub_requests_in_flight gauge",
            f"ecrm_hub_requests_in_flight {self.in_flight}",
            "# TYPE ecrm_hub_database_connections gauge",
            f"ecrm_hub_database_connections {database_connections}",
        ]
        return "\n".join(lines) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# TYPE ecrm_hub_requests_total counter"
        for (function, status), count in sorted(self._requests.items()):
            yield f'ecrm_hub_requests_total{{function="{function}",status="{status}"}} {count}'
        yield "# TYPE ecrm_hub_request_seconds histogram"
        for function in sorted(self._seconds):
            name = f'function="{function}"'
            for bound in BOUNDS:
                count = self._durations[function, bound]
                yield f'ecrm_hub_request_seconds_bucket{{{name},le="{bound}"}} {count}'
            total = sum(n for (one, _), n in self._requests.items() if one == function)
            yield f'ecrm_hub_request_seconds_bucket{{{name},le="+Inf"}} {total}'
            yield f"ecrm_hub_request_seconds_sum{{{name}}} {self._seconds[function]}"
            yield f"ecrm_hub_request_seconds_count{{{name}}} {total}"
        yield "# TYPE ecrm_hub_bytes_total counter"
        for way, count in sorted(self._bytes.items()):
            yield f'ecrm_hub_bytes_total{{way="{way}"}} {count}'
