"""Rows about interactions with customers."""

from collections.abc import Sequence
from datetime import datetime, time

from ecrm_desktop.drafts.imports import ImportedInteraction
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.buyer_columns import BuyerReader
from ecrm_desktop.exchange.call_words import is_hidden, is_missed, seconds_of
from ecrm_desktop.exchange.cells import moment_of, text_of
from ecrm_desktop.exchange.clocks import clock_of
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.values.statuses import Channel, Direction

_NOON = time(12)


class InteractionRows:
    """Builds interactions: calls that came in, unless a column says otherwise.

    In a list of calls a number that is none, hidden or a service's, is kept in the note: the call
    happened all the same.
    """

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._timezone = conventions.timezone
        self._who = BuyerReader(columns)
        self._date = columns.one("date")
        self._date_at = columns.position("date") or 0
        self._time = columns.one("time")
        self._time_at = columns.position("time")
        self._channel = columns.one("channel")
        self._direction = columns.one("direction")
        self._direction_at = columns.position("direction")
        self._answered_at = columns.position("answered")
        self._duration_at = columns.position("duration")
        self._subject = columns.one("subject")
        self._notes = columns.every("note")
        self._phone_at = columns.position("customer_phone")
        self._are_calls = columns.count("duration") > 0

    def record(self, number: int, cells: Sequence[Cell], keys: SourceKeys) -> ImportedInteraction:
        """Return what a row says; problems of its own are at a field."""
        try:
            return self._record(number, cells, keys, "")
        except EcrmError:
            at = self._phone_at
            if not self._are_calls or at is None or cells[at] is None:
                raise
            rest = tuple(None if place == at else cell for place, cell in enumerate(cells))
            said = text_of(cells[at])
            return self._record(number, rest, keys, "" if is_hidden(said) else said)

    def _record(
        self, number: int, cells: Sequence[Cell], keys: SourceKeys, odd_number: str
    ) -> ImportedInteraction:
        day = self._date(cells)
        if day is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "date")
        date_cell = cells[self._date_at]
        # Databases keep keys with this one.
        clock = self._clock(cells) or moment_of(date_cell)
        code, name, phone = self._who.read(cells)
        if self._are_calls and is_hidden(name):
            name = ""
        if not (code or name or phone or self._are_calls):
            raise InvalidInput(Problem.NAME_MISSING, "customer_name")
        channel = self._channel(cells) or Channel.CALL
        direction = self._direction(cells) or Direction.INCOMING
        subject = self._subject(cells) or ""
        notes = "\n".join(filter(None, (odd_number, *self._notes(cells))))
        said = (day.isoformat(), clock and clock.isoformat(), code, name, phone and phone.number,
                channel.value, direction.value, subject, notes)  # fmt: skip
        answered = not (
            is_missed(self._cell(cells, self._direction_at))
            or is_missed(self._cell(cells, self._answered_at))
        )
        time_cell = self._cell(cells, self._time_at)
        exact, zone = clock_of(time_cell) or clock_of(date_cell) or (clock, None)
        at = datetime.combine(day, exact or _NOON, zone or self._timezone)
        return ImportedInteraction(
            row=number,
            source_key=keys.key(repr(said)),
            customer_code=code,
            customer_name=name,
            customer_phone=phone,
            at=self._instant(at, exact),
            channel=channel,
            direction=direction,
            subject=subject,
            notes=notes,
            answered=answered,
            duration=(seconds_of(self._cell(cells, self._duration_at)) or None)
            if answered
            else None,
        )

    def _clock(self, cells: Sequence[Cell]) -> time | None:
        try:
            clock: time | None = self._time(cells)
        except EcrmError:
            if clock_of(self._cell(cells, self._time_at)) is None:
                raise
            return None
        return clock

    def _cell(self, cells: Sequence[Cell], at: int | None) -> Cell:
        return None if at is None else cells[at]

    def _instant(self, at: datetime, clock: time | None) -> datetime:
        now = datetime.now(self._timezone)
        if at <= now:
            return at
        if clock:
            raise InvalidInput(Problem.DATE_IN_FUTURE, "time")
        return now
