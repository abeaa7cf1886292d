"""Says what many shops behind hubs need: python -m tests.benchmarks.sizing --shops 100000."""

import argparse
import random
import sys
from dataclasses import dataclass
from typing import Final

# Measured with tests.benchmarks on two cores that others used too; all through TLS.
IDLE_CALL_CPU: Final = 0.0023
"""Seconds of one core for a pull that brings nothing, hub and database together."""
PUSHED_A_SECOND: Final = 18_600
PULLED_A_SECOND: Final = 39_400
CHANGE_BYTES: Final = 700
"""On the wire for a change that is sent alone, with headers and TLS."""
IDLE_BYTES: Final = 675
RECORD_BYTES: Final = 578
"""In PostgreSQL for a record that came in bulk, with its indexes and its operation."""
CHANGE_STORED_BYTES: Final = 901
"""The same for a record that was saved alone; an edit leaves about as much in the log."""
FIRST_ROUND_CALLS: Final = 4
HUB_CONNECTIONS: Final = 2_000
"""That a hub takes at once (docs/hub.md)."""

# What is assumed of a shop's day.
POLL_SECONDS: Final = 30
WORKING_DAYS: Final = 300
PEAK_SHARE: Final = 0.85  # PCs that are on in the busiest hour
PEAK_HOUR: Final = 0.16  # of a day's changes
OPEN_HOURS: Final = 10
CALL_CHANGES: Final = 6  # records that one action writes, with its parts
ON_AT_ONCE_MINUTES: Final = 15  # in which most PCs are switched on in the morning

# What is assumed of the machines.
CORE_LOAD: Final = 0.5  # a core is planned to be half busy at the peak
CORES: Final = 16
DISK_BYTES: Final = 4e12 * 0.6
BACKUP_BYTES_A_SECOND: Final = 150e6
CORE_EURO_MONTH: Final = 6.0
GIGABYTE_EURO_MONTH: Final = 0.1


@dataclass(slots=True)
class Need:
    """What shops add up to; `rows` are records on the server, bytes are PostgreSQL's."""

    shops: int = 0
    pcs: int = 0
    actions_a_day: int = 0
    first_rows: int = 0
    rows_a_year: int = 0
    largest_rows: int = 0

    def add(self, pcs: int, actions: int, first_rows: int, years: int) -> None:
        """Count a shop in."""
        self.shops += 1
        self.pcs += pcs
        self.actions_a_day += actions
        self.first_rows += first_rows
        grown = actions * CALL_CHANGES * WORKING_DAYS
        self.rows_a_year += grown
        self.largest_rows = max(self.largest_rows, first_rows + grown * years)

    def bytes_after(self, years: int) -> float:
        """Return what the database has after so many years, if nothing is thinned."""
        grown = self.rows_a_year * years * CHANGE_STORED_BYTES
        return self.first_rows * RECORD_BYTES + grown


def shops_need(count: int, years: int, seed: int = 1) -> Need:
    """Return what so many invented shops need after some years.

    PCs: two in most shops, rarely up to 20. Actions (calls, sales, edits) and what a shop brings
    along are spread as a logarithmic normal distribution: a few shops are very large.
    """
    chance, need = random.Random(seed), Need()
    for _ in range(count):
        pcs = min(20, 2 + int(chance.expovariate(1 / 1.3)))
        actions = min(5_000, int(pcs * chance.lognormvariate(2.7, 0.9)))
        first_rows = min(5_000_000, int(chance.lognormvariate(9.2, 1.5)))
        need.add(pcs, actions, first_rows, years)
    return need


def table(need: Need, years: int) -> list[tuple[str, str]]:
    """Return what is told: names and numbers."""
    on = need.pcs * PEAK_SHARE
    idle = on / POLL_SECONDS
    actions = need.actions_a_day * PEAK_HOUR / 3600
    copies = max(0.0, need.pcs / need.shops - 1)
    cpu = (
        idle * IDLE_CALL_CPU
        + actions * CALL_CHANGES / PUSHED_A_SECOND
        # One action alone costs a call to push and, at each other PC, a page that is not empty.
        + actions * (1 + copies) * IDLE_CALL_CPU
        + actions * CALL_CHANGES * copies / PULLED_A_SECOND
    )
    morning = on / (ON_AT_ONCE_MINUTES * 60) * FIRST_ROUND_CALLS * IDLE_CALL_CPU
    cores = (cpu + morning) / CORE_LOAD
    stored = need.bytes_after(years)
    bandwidth = idle * IDLE_BYTES + actions * CHANGE_BYTES * (1 + copies)
    machines = max(1, round(0.5 + cores / CORES), round(0.5 + stored / DISK_BYTES))
    euro = cores * CORE_EURO_MONTH + stored * 2 / 1e9 * GIGABYTE_EURO_MONTH
    return [
        ("shops", f"{need.shops:,}"),
        ("PCs", f"{need.pcs:,}"),
        ("actions a day", f"{need.actions_a_day:,}"),
        ("rows after the first fill, millions", f"{need.first_rows / 1e6:,.0f}"),
        (f"rows after {years} years, millions", f"{_rows(need, years) / 1e6:,.0f}"),
        (f"database after {years} years, GB", f"{stored / 1e9:,.0f}"),
        ("idle calls a second at the peak", f"{idle:,.0f}"),
        ("actions a second at the peak", f"{actions:,.0f}"),
        ("share of the cores' time that is polling", f"{idle * IDLE_CALL_CPU / cpu:.0%}"),
        ("cores at the peak, half busy", f"{cores:,.0f}"),
        ("bandwidth at the peak, MB/s", f"{bandwidth / 1e6:,.1f}"),
        ("open connections of PCs", f"{on:,.0f}"),
        (f"hubs, {HUB_CONNECTIONS:,} connections each", f"{on / HUB_CONNECTIONS + 1:,.0f}"),
        (f"clusters of {CORES} cores and 4 TB", f"{machines:,}"),
        ("shops in each", f"{need.shops // machines:,}"),
        ("hours to read a cluster for a backup", f"{_backup_hours(stored / machines):,.1f}"),
        ("rows of the largest shop, millions", f"{need.largest_rows / 1e6:,.1f}"),
        ("euro a month, cores and two copies of the data", f"{euro:,.0f}"),
        ("euro a shop and year", f"{euro * 12 / need.shops:,.2f}"),
    ]


def _rows(need: Need, years: int) -> int:
    return need.first_rows + need.rows_a_year * years


def _backup_hours(stored: float) -> float:
    return stored / BACKUP_BYTES_A_SECOND / 3600


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shops", type=int, default=100_000)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rows = table(shops_need(asked.shops, asked.years, asked.seed), asked.years)
    width = max(len(name) for name, _number in rows)
    for name, number in rows:
        sys.stdout.write(f"{name:{width}}  {number:>14}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
