"""Rows about interactions with customers."""

from collections.abc import Callable, Sequence
from typing import Final

from ecrm_desktop.drafts.imports import ImportedInteraction
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.services.imports.buyer_matching import BuyerKey, BuyerMatcher
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.records import line_of, lines_of
from ecrm_desktop.values.ids import new_id_bytes

_TABLE: Final = Interaction.__tablename__
_THERE = """
SELECT source_key FROM interactions WHERE source_key IN (SELECT value FROM json_each(?1))
"""


class InteractionRows:
    """Makes interactions; one that is there, even in the bin, stays as it is.

    Somebody with a phone but no name becomes no customer: the interaction keeps the number, as
    that of a caller nobody knows yet.
    """

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._callers = BuyerMatcher(context, makes=_is_customer)
        self._store = context.store()
        self._rows = self._store.table(
            Interaction,
            "id customer_id channel direction occurred_at phone subject text source_key answered"
            " duration",
        )

    def take(self, rows: Sequence[ImportedInteraction]) -> None:
        """Bring in a block of rows."""
        there = {key for (key,) in self._context.found(_THERE, (row.source_key for row in rows))}
        new = [row for row in rows if row.source_key not in there]
        self._context.counts.unchanged += len(rows) - len(new)
        sound = []
        for row in new:
            try:
                sound.append((row, self._texts(row)))
            except EcrmError as error:
                self._context.reject(row.row, error)
        customers = self._callers.find((_named(row), row.row) for row, _ in sound)
        ids = self._context.free_ids(_TABLE, {row.source_key: _moment(row) for row, _ in sound})
        now = stored_instant(self._context.settings.now)
        for row, (subject, text) in sound:
            if refused := self._callers.refused.get(_named(row)):
                self._context.reject(row.row, refused)
                continue
            customer_id = customers.get(_named(row))
            name = "" if customer_id else row.customer_name
            self._rows.append(
                (
                    ids.get(row.source_key) or new_id_bytes(),
                    customer_id,
                    row.channel.value,
                    row.direction.value,
                    stored_instant(row.at),
                    row.customer_phone.number if row.customer_phone and not customer_id else "",
                    subject,
                    f"{name}\n{text}".strip("\n"),
                    row.source_key,
                    int(row.answered),
                    row.duration,
                    now,
                )
            )
            self._context.kept.tell(row.row, row.kept)
            self._context.counts.new += 1
        self._store.write()

    def forget(self) -> None:
        """Forget what was found before others wrote."""
        self._callers.forget()

    def finish(self, rest: Callable[[], None]) -> None:
        """Do what can only be done after the last row."""

    def _texts(self, row: ImportedInteraction) -> tuple[str, str]:
        if row.at > self._context.settings.now:
            raise InvalidInput(Problem.DATE_IN_FUTURE, "date")
        return line_of(row.subject, "subject"), lines_of(
            "\n".join(filter(None, (row.notes, *row.kept))), "note"
        )


def _moment(row: ImportedInteraction) -> int:
    return int(row.at.timestamp() * 1000)


def _named(row: ImportedInteraction) -> BuyerKey:
    return BuyerKey(row.customer_code, row.customer_phone, row.customer_name)


def _is_customer(named: BuyerKey) -> bool:
    return bool(named.code or (named.phone and named.name))
