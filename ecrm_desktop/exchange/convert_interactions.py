"""Rows about interactions with customers."""

from collections.abc import Sequence
from datetime import datetime, time

from ecrm_desktop.drafts.imports import ImportedInteraction
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.buyer_columns import BuyerReader
from ecrm_desktop.exchange.cells import moment_of
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.values.statuses import Channel, Direction

_NOON = time(12)


class InteractionRows:
    """Builds interactions: calls that came in, unless a column says otherwise."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._timezone = conventions.timezone
        self._who = BuyerReader(columns)
        self._date = columns.one("date")
        self._date_at = columns.position("date") or 0
        self._time = columns.one("time")
        self._channel = columns.one("channel")
        self._direction = columns.one("direction")
        self._subject = columns.one("subject")
        self._notes = columns.every("note")

    def record(self, number: int, cells: Sequence[Cell], keys: SourceKeys) -> ImportedInteraction:
        """Return what a row says; problems of its own are at a field."""
        day = self._date(cells)
        if day is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "date")
        clock = self._time(cells) or moment_of(cells[self._date_at])
        code, name, phone = self._who.read(cells)
        if not (code or name or phone):
            raise InvalidInput(Problem.NAME_MISSING, "customer_name")
        channel = self._channel(cells) or Channel.CALL
        direction = self._direction(cells) or Direction.INCOMING
        subject = self._subject(cells) or ""
        notes = "\n".join(self._notes(cells))
        said = (day.isoformat(), clock and clock.isoformat(), code, name, phone and phone.number,
                channel.value, direction.value, subject, notes)  # fmt: skip
        return ImportedInteraction(
            row=number,
            source_key=keys.key(repr(said)),
            customer_code=code,
            customer_name=name,
            customer_phone=phone,
            at=self._instant(datetime.combine(day, clock or _NOON, self._timezone), clock),
            channel=channel,
            direction=direction,
            subject=subject,
            notes=notes,
        )

    def _instant(self, at: datetime, clock: time | None) -> datetime:
        now = datetime.now(self._timezone)
        if at <= now:
            return at
        if clock:
            raise InvalidInput(Problem.DATE_IN_FUTURE, "time")
        return now
