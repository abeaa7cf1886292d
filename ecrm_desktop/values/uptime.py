"""How long the PC has been running: a clock that nobody can set."""

import time


def uptime() -> float:
    """Return the seconds since the PC was started, sleep included; the same in all processes."""
    if hasattr(time, "CLOCK_BOOTTIME"):  # Linux
        # monotonic() stands still there while the PC sleeps.
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
