"""The zone of this PC, with its summer times."""

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """The zone that the system is set to, asked anew for each instant.

    `datetime.astimezone()` alone gives the offset of one instant for all: half a year later an
    evening would be counted to the day after.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return the offset of a local time."""
        return None if moment is None else _in_system_zone(moment.replace(tzinfo=None)).utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Return None: the system does not say which part of the offset is summer time."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """Return the zone's short name at a local time."""
        return None if moment is None else _in_system_zone(moment.replace(tzinfo=None)).tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local time of a UTC time that bears this zone."""
        there = _in_system_zone(moment.replace(tzinfo=UTC))
        local = there.replace(tzinfo=self)
        # The hour that comes twice in autumn: this is the second one.
        return local if local.utcoffset() == there.utcoffset() else local.replace(fold=1)


def _in_system_zone(moment: datetime) -> datetime:
    try:
        return moment.astimezone()
    except (OSError, OverflowError):
        # Windows knows no zone before 1970: the present offset will do.
        present = datetime.now().astimezone().tzinfo
        return moment.astimezone(present) if moment.tzinfo else moment.replace(tzinfo=present)
