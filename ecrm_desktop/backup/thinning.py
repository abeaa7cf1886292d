"""Which backups have had their time."""

from collections.abc import Sequence
from datetime import UTC

from ecrm_desktop.backup.files import BackupFile

_ALL_DAYS = 3
_DAYS = 14
_WEEKS = 14
_KEPT_FILES = 14
_KEPT_AT_LEAST = 2


def surplus(oldest_first: Sequence[BackupFile], limit: int) -> list[BackupFile]:
    """Return the backups to remove: those too close to later ones, and the oldest above a size.

    Later and older is as the work in them was done. All of the last 3 days with a backup stay, the
    last of each of 14 such days, of each of 14 such weeks and of each month for ever (days, weeks
    and months of UTC), and the last 14 files; `limit` is in bytes, and the last two stay whatever
    their size. Counting such days instead of asking for the present one, nothing goes because a
    clock is wrong. Thinning after every backup leaves the same ones as thinning once.
    """
    removed: list[BackupFile] = []
    kept: list[BackupFile] = []
    days: set[object] = set()
    weeks: set[object] = set()
    months: set[object] = set()
    for number, file in enumerate(reversed(oldest_first)):
        day = file.made_at.astimezone(UTC).date()
        week, month = day.isocalendar()[:2], (day.year, day.month)
        is_kept = (
            number < _KEPT_FILES
            or len(days | {day}) <= _ALL_DAYS
            or (day not in days and len(days) < _DAYS)
            or (week not in weeks and len(weeks) < _WEEKS)
            or month not in months
        )
        days.add(day)
        weeks.add(week)
        months.add(month)
        (kept if is_kept else removed).append(file)
    total = 0
    for number, file in enumerate(kept):
        total += file.size
        if total > limit and number >= _KEPT_AT_LEAST:
            return removed + kept[number:]
    return removed
