"""What `ecrm sync` does: a round of syncing, how it goes, and what lost against others."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final
from uuid import UUID

from ecrm_desktop.cli.files import opened, opened_shop
from ecrm_desktop.cli.output import give_json, number_text, say, say_row
from ecrm_desktop.cli.pairing import say_round
from ecrm_desktop.cli.plain import plain
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import DatabaseError
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.conflicts import Author, ConflictRow, open_conflicts
from ecrm_desktop.queries.shop import display_before_opening
from ecrm_desktop.reports.change_texts import entry_text, kind_text, record_text, value_text
from ecrm_desktop.reports.conflict_texts import taken_text
from ecrm_desktop.services.conflicts import keep_present, take_lost_value
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.storage.database import Session
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.rounds import SyncState, run_round, sync_state
from ecrm_desktop.text.sync_reasons import refusal_text, trouble_text
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.timezone import LocalZone

_SHORT: Final = 8
"""Of an id, what tells a conflict from others as long as there are not many thousands."""


def sync_once(as_json: bool) -> None:
    """Send and receive all there is."""
    with opened(identified=False) as database:
        done = run_round(database)
        # Another PC may have forgotten somebody; where that must wait, it is done the next time.
        with suppress(DatabaseError):
            wipe_file(database)
    if as_json:
        counts = {"sent": done.sent, "received": done.received, "waiting": done.waiting}
        give_json(counts | {"healed": done.healed})
    else:
        say_round(done)


def print_status(as_json: bool) -> None:
    """Say how syncing goes."""
    with opened(identified=False) as database, database.reading() as session:
        state, path = sync_state(session), database.path
    if as_json:
        give_json(_state_json(state))
        return
    display = display_before_opening(language(), LocalZone())
    say_row((translate("CommandLine", "Server"), state.address.where))
    say_row((translate("CommandLine", "This computer"), state.device_name))
    never = translate("CommandLine", "never yet")
    synced = never if state.synced_at is None else display.datetime(state.synced_at)
    say_row((translate("CommandLine", "Last synced"), synced))
    if state.failing_since is not None and state.trouble is not None:
        since = display.datetime(state.failing_since)
        why = trouble_text(state.trouble, state.address.host, path)
        say_row((translate("CommandLine", "Not synced since"), since, why))
    say_row((translate("CommandLine", "Actions that wait"), number_text(state.waiting)))
    say_row((translate("CommandLine", "Actions refused"), number_text(len(state.refused))))
    for row, reason in state.refused:
        what = f"{kind_text(row.kind)}: {entry_text(row, display)}"
        say_row((display.datetime(row.at), row.user_name, what, refusal_text(reason)))


def _state_json(state: SyncState) -> dict[str, Any]:
    return {
        "server": state.address.where,
        "is_hub": isinstance(state.address, HubAddress),
        "encrypted": state.address.is_encrypted,
        "shop": str(state.shop_id),
        "device": str(state.device_id),
        "name": state.device_name,
        "synced_at": plain(state.synced_at),
        "failing_since": plain(state.failing_since),
        "trouble": None if state.trouble is None else state.trouble.value,
        "waiting": state.waiting,
        "refused": [
            {
                "number": row.number,
                "at": plain(row.at),
                "user": row.user_name,
                "kind": row.kind.value,
                "record": _name(row.record),
                "reason": reason,
            }
            for row, reason in state.refused
        ],
    }


def list_conflicts(as_json: bool) -> None:
    """List the values that lost."""
    with (
        opened_shop(permission=Permission.SEE_SUMS) as shop,
        shop.database.reading() as session,
    ):
        rows = open_conflicts(session)
        display = shop.display
    if as_json:
        give_json([_conflict_json(row) for row in rows])
        return
    for row in rows:
        for cells in _lines(row, display):
            say_row(
                (
                    record_text(row.record, display),
                    *cells,
                    _author_text(row.lost_by, display),
                    _author_text(row.won_by, display),
                    row.id.hex[:_SHORT],
                )
            )
    if not rows:
        say(translate("CommandLine", "Nothing was found."))


def take_conflict(conflict: str) -> None:
    """Put a value that lost into its record."""
    say(taken_text(_settle(conflict, take_lost_value)))


def let_conflict_go(conflict: str) -> None:
    """Keep what is there."""
    _settle(conflict, keep_present)
    say(translate("CommandLine", "What is there stays; the other value was let go."))


def _settle(conflict: str, how: Callable[[Session, UUID], object]) -> ConflictRow:
    """Do something about the conflict that an id begins; return how it was before."""
    wanted = conflict.replace("-", "").lower()
    with opened_shop(permission=Permission.SEE_SUMS) as shop:
        with shop.database.reading() as session:
            found = [one for one in open_conflicts(session) if one.id.hex.startswith(wanted)]
        if len(found) != 1:
            raise WrongUse(
                translate(
                    "CommandLine",
                    "There is no open conflict {id}, or several; ecrm sync conflicts lists them.",
                    id=conflict,
                )
            )
        with shop.database.transaction() as session:
            how(session, found[0].id)
    return found[0]


def _lines(row: ConflictRow, display: Display) -> list[tuple[str, str, str]]:
    """Return (field, value that lost, value that is there) of each column."""
    table = row.record.table
    if not row.values:
        removed = translate("CommandLine", "deleted")
        return [("", removed, translate("CommandLine", "kept, since it was edited"))]
    return [
        (
            RECORDS[table][value.column].title,
            value_text(table, value.column, value.lost, display),
            value_text(table, value.column, value.present, display),
        )
        for value in row.values
    ]


def _author_text(author: Author, display: Display) -> str:
    when = "" if author.at is None else display.datetime(author.at)
    return " · ".join(part for part in (author.user_name, author.device_name, when) if part)


def _conflict_json(row: ConflictRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "record": _name(row.record),
        "deletion": not row.values,
        "values": [
            {
                "field": value.column,
                "title": RECORDS[row.record.table][value.column].title,
                "lost": _value(value.lost),
                "present": _value(value.present),
            }
            for value in row.values
        ],
        "lost_by": _author_json(row.lost_by),
        "won_by": _author_json(row.won_by),
    }


def _author_json(author: Author) -> dict[str, Any]:
    return {
        "user": author.user_name,
        "user_id": plain(author.user_id),
        "pc": author.device_name,
        "pc_id": plain(author.device_id),
        "at": plain(author.at),
    }


def _name(name: RecordName) -> dict[str, Any]:
    return {"table": name.table, "id": str(name.id), "name": name.name, "exists": name.exists}


def _value(value: Any) -> Any:
    return _name(value) if isinstance(value, RecordName) else plain(value)
