"""`ecrm audit`: who did what, and for how long that is kept."""

from datetime import date, datetime, time, timedelta
from typing import Any

import click

from ecrm_desktop.cli.audit_thinning import keep_command, thin_command
from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import CliShop, database_option, opened_shop
from ecrm_desktop.cli.finding import customer_with
from ecrm_desktop.cli.output import give_json, say, say_row
from ecrm_desktop.cli.plain import plain
from ecrm_desktop.cli.reports import asked_day, by_option, user_named
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.change_detail import ChangedRecord, changed_records, entry_records
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.changes import ChangeFilter, ChangeRow, change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.audit import entry_lines
from ecrm_desktop.reports.change_texts import author_text, entry_text, kind_text
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.permissions import Permission

_MOST_ENTRIES = 1_000_000
_RECORDS_TOLD = 100


def _audit() -> click.Command:
    group = click.Group(
        "audit",
        callback=_print,
        invoke_without_command=True,
        help=translate(
            "CommandLine", "Show who did what, newest first, or say how long that is kept."
        ),
        params=[
            by_option(),
            click.Option(
                ["--customer"],
                metavar="CODE",
                default="",
                help=translate("CommandLine", "Only what concerns this customer."),
            ),
            click.Option(
                ["--from", "first"],
                metavar="DATE",
                help=translate("CommandLine", "The first day, such as 1405/01/01."),
            ),
            click.Option(
                ["--to", "last"], metavar="DATE", help=translate("CommandLine", "The last day.")
            ),
            click.Option(
                ["--limit"],
                type=click.IntRange(1, _MOST_ENTRIES),
                metavar="N",
                default=100,
                show_default=True,
                help=translate("CommandLine", "How many entries at most."),
            ),
            json_option(),
            database_option(),
        ],
    )
    group.add_command(keep_command())
    group.add_command(thin_command())
    return group


def _print(
    by_user: str | None,
    customer: str,
    first: str | None,
    last: str | None,
    limit: int,
    as_json: bool,
) -> None:
    if click.get_current_context().invoked_subcommand:
        return
    with opened_shop(permission=Permission.SEE_AUDIT) as shop, shop.database.reading() as session:
        ids = list_changes(
            session,
            _filter(session, shop, by_user, customer, first, last),
            Sort("at", descending=True),
        )
        rows = change_rows(session, ids[:limit])
        if as_json:
            give_json([_entry(session, row) for row in rows])
            return
        display = shop.display
        for row in rows:
            lines = entry_lines(session, row, display)
            say_row(
                (
                    display.datetime(row.at),
                    author_text(row),
                    kind_text(row.kind),
                    entry_text(row, display),
                    " | ".join(lines),
                )
            )
        if not rows:
            say(translate("CommandLine", "Nothing was found."))


def _filter(
    session: Session,
    shop: CliShop,
    by_user: str | None,
    customer: str,
    first: str | None,
    last: str | None,
) -> ChangeFilter:
    zone, today = shop.display.timezone, shop.today

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(tzinfo=zone))

    return ChangeFilter(
        user_id=user_named(session, by_user),
        record=("customers", customer_with(session, customer)) if customer else None,
        since=midnight(asked_day("--from", first, today)) if first else None,
        until=midnight(asked_day("--to", last, today) + timedelta(days=1)) if last else None,
    )


def _entry(session: Session, row: ChangeRow) -> dict[str, Any]:
    ids = entry_records(session, row.id)
    records = changed_records(session, row.id, ids[:_RECORDS_TOLD])
    return {
        "number": row.number,
        "at": plain(row.at),
        "user": row.user_name,
        "pc": row.pc,
        "action": row.action,
        "kind": row.kind.value,
        "record": _name(row.record),
        "count": row.count,
        "changes": row.changes,
        "records": [_record(one) for one in records],
    }


def _record(record: ChangedRecord) -> dict[str, Any]:
    return {
        **_name(record.name),
        "kind": record.kind.value,
        "parts": [
            {
                **_name(part.name),
                "kind": part.kind.value,
                "emptied": part.is_emptied,
                "values": [
                    {
                        "field": value.column,
                        "before": _value(value.before),
                        "after": _value(value.after),
                    }
                    for value in part.values
                    if RECORDS[part.name.table][value.column].is_shown
                ],
            }
            for part in record.parts
        ],
    }


def _name(name: RecordName) -> dict[str, Any]:
    return {"table": name.table, "id": str(name.id), "name": name.name, "exists": name.exists}


def _value(value: Any) -> Any:
    return _name(value) if isinstance(value, RecordName) else plain(value)


COMMANDS = (_audit,)
