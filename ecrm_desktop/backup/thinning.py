"""Which backups have had their time."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from ecrm_desktop.backup.files import BackupFile

_ALL = timedelta(days=2)
_DAILY = timedelta(days=14)
_WEEKLY = timedelta(days=92)
_KEPT_AT_LEAST = 2


def surplus(files: Iterable[BackupFile], now: datetime, limit: int) -> list[BackupFile]:
    """Return the backups to remove: those too close to later ones, and the oldest above a size.

    All of the last 2 days stay, then the last of each day for 2 weeks, of each week for 3 months
    and of each month for ever (days, weeks and months of UTC); `limit` is in bytes, and the newest
    two stay whatever their size. Thinning after every backup leaves the same ones as thinning once.
    Backups of the future, which a wrong clock made, are left alone.
    """
    removed: list[BackupFile] = []
    kept: list[BackupFile] = []
    seen: set[tuple[object, ...]] = set()
    newest_first = sorted(files, key=lambda one: (one.made_at, one.path.name), reverse=True)
    for file in newest_first:
        age = now - file.made_at
        if age < timedelta(0):
            continue
        day = file.made_at.astimezone(UTC).date()
        of_day, of_week = ("day", day), ("week", *day.isocalendar()[:2])
        of_month = ("month", day.year, day.month)
        is_kept = (
            age <= _ALL
            or (of_day not in seen and age <= _DAILY)
            or (of_week not in seen and age <= _WEEKLY)
            or of_month not in seen
        )
        seen |= {of_day, of_week, of_month}
        (kept if is_kept else removed).append(file)
    total = 0
    for number, file in enumerate(kept):
        total += file.size
        if total > limit and number >= _KEPT_AT_LEAST:
            return removed + kept[number:]
    return removed
