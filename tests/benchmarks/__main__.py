"""Runs every measurement and prints one table: make bench."""

import hashlib
import importlib
import inspect
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ecrm_desktop.queries.shop import users
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import retire_user

ROOT = Path(__file__).resolve().parents[2]
CUSTOMERS = 1_000_000
_MINUTES = 5 * 60
_MEMORY_MB = 2_000
# What decides the content and the shape of the large database.
_SOURCES = ("ecrm_desktop/services/demo", "ecrm_desktop/models", "ecrm_desktop/migrations")

Measured = tuple[str, float, float, float]


def main(chosen: list[str]) -> int:
    """Run the measurements whose module names contain one of the words, or all."""
    path, rows = large_database()
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if chosen and not any(word in file.stem for word in chosen):
            continue
        say(f"… {file.stem}")
        measure = importlib.import_module(f"tests.benchmarks.{file.stem}").measure
        rows += measure(path) if inspect.signature(measure).parameters else measure()
    print_table(rows)
    return int(any(is_over(row) for row in rows))


def large_database() -> tuple[Path, list[Measured]]:
    """Return a database of a million customers and, if it had to be made, what that took.

    It lies in the system's folder for temporary files until its sources change.
    """
    folder = Path(tempfile.gettempdir()) / "ecrm-bench"
    path = folder / f"{_digest()}.db"
    if path.exists():
        return path, []
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    say(f"… making a shop of {CUSTOMERS:,} customers in {folder}")
    part = path.with_suffix(".part")
    start = time.perf_counter()
    program = "from ecrm_desktop.console import main; raise SystemExit(main())"
    command = ["--database", str(part), "demo", "--customers", str(CUSTOMERS)]
    subprocess.run([sys.executable, "-c", program, *command], check=True, cwd=ROOT)
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    leave_one_user(part)
    part.rename(path)
    return path, [
        (f"make {CUSTOMERS:,} customers, within {_MINUTES // 60} minutes", seconds, _MINUTES, 1.0),
        (f"memory meanwhile, within {_MEMORY_MB} MB", megabytes, _MEMORY_MB, 1.0),
    ]


def leave_one_user(path: Path) -> None:
    """Let a shop's first page be the dashboard, not the question who is there."""
    database = Database(path)
    with database.transaction() as session:
        for user in users(session):
            if user.role is not Role.OWNER:
                retire_user(session, user.id)
    database.close()


def _digest() -> str:
    digest = hashlib.blake2b(digest_size=8)
    for source in _SOURCES:
        for file in sorted((ROOT / source).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def is_over(row: Measured) -> bool:
    """Tell whether a measurement misses its promise."""
    _, ours, floor, limit = row
    return ours > floor * limit


def print_table(rows: list[Measured]) -> None:
    """Print name, ours, floor, ratio and limit of each measurement."""
    width = max(len(name) for name, *_ in rows)
    say(f"{'':{width}}  {'ours':>10}  {'floor':>10}  {'ratio':>6}  {'limit':>6}")
    for row in rows:
        name, ours, floor, limit = row
        unit = next((unit for unit in ("MB", "bytes") if name.endswith(unit)), "s")
        say(
            f"{name:{width}}  {_shown(ours, unit):>10}  {_shown(floor, unit):>10}"
            f"  {ours / floor:6.2f}  {limit:6.2f}{'  OVER' if is_over(row) else ''}"
        )


def _shown(value: float, unit: str) -> str:
    if unit != "s":
        return f"{value:.0f} {unit}"
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
