"""`ecrm check`: is the database sound, and what is in it."""

from collections.abc import Callable, Mapping

import click

from ecrm_desktop.cli.files import database_option, opened
from ecrm_desktop.cli.identity import identify
from ecrm_desktop.cli.output import finish, give_json, number_text, say, say_row
from ecrm_desktop.cli.plain import plain, plain_quantity
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.audit_trail import TrailSize, trail_size
from ecrm_desktop.queries.checks import CheckReport, Finding, check_database
from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.queries.shop import build_display, find_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.timezone import LocalZone


def _check() -> click.Command:
    return click.Command(
        "check",
        callback=_check_file,
        help=translate("CommandLine", "Check the database and count its records."),
        params=[json_option(), database_option()],
    )


def json_option() -> click.Option:
    """Return the option `--json`."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        help=translate("CommandLine", "Answer in JSON; docs/cli.md says in which shape."),
    )


def _check_file(as_json: bool) -> None:
    with opened(identified=False) as database:
        _identify(database)
        is_read_only = database.is_read_only
        with database.reading() if is_read_only else database.transaction() as session:
            report = check_database(session, can_write=not is_read_only)
            shop = find_shop(session)
            trail = trail_size(session)
            digests = table_digests(session) if as_json else {}
        size = database.path.stat().st_size
    if as_json:
        give_json(_as_json(report, trail, size, digests))
    else:
        for name, count in report.counts.items():
            say_row((COUNTED[name](), number_text(count)))
        if shop:
            display = build_display(shop, language(), LocalZone())
            total = display.money_with_unit(report.amount)
            say_row((translate("CommandLine", "Purchases in all"), total))
            quantity = display.quantity(report.quantity)
            say_row((translate("CommandLine", "Pieces in all"), quantity))
        _say_sizes(trail, size)
        say_row((translate("CommandLine", "Schema"), report.schema))
        for finding, count in report.findings.items():
            say_row((_FOUND[finding](), number_text(count)))
        if report.unchecked:
            say(
                translate(
                    "CommandLine",
                    "Nothing can be written here, so the search index was not compared with the "
                    "customers; copy the file to this computer and check the copy.",
                )
            )
        if report.is_sound:
            say(translate("CommandLine", "The database is sound."))
    if not report.is_sound:
        finish()
        raise WrongUse(
            translate(
                "CommandLine",
                "The database is not sound; it was left as it is. Keep a copy of it and tell the "
                "support.",
            )
        )


def _identify(database: Database) -> None:
    try:
        identify(database, Permission.SEE_SUMS)
    except DatabaseError as error:
        # Where even the users cannot be read, what is damaged has to be told all the same.
        if error.problem is not Problem.DATABASE_DAMAGED:
            raise


def _say_sizes(trail: TrailSize, size: int) -> None:
    say_row((translate("CommandLine", "Bytes of the file"), number_text(size)))
    say_row((translate("CommandLine", "Of these the audit trail, about"), number_text(trail.size)))
    say_row((translate("CommandLine", "Entries of the audit trail"), number_text(trail.entries)))


def _as_json(
    report: CheckReport, trail: TrailSize, size: int, digests: dict[str, str]
) -> dict[str, object]:
    return {
        "sound": report.is_sound,
        "schema": report.schema,
        "currency": report.currency,
        "counts": report.counts,
        "purchases_amount": report.amount,
        "purchases_quantity": plain_quantity(report.quantity),
        "bytes": size,
        "audit": {"entries": trail.entries, "bytes": trail.size, "since": plain(trail.since)},
        "findings": {finding.value: count for finding, count in report.findings.items()},
        "digests": digests,
        "unchecked": [finding.value for finding in report.unchecked],
    }


COUNTED: Mapping[str, Callable[[], str]] = {
    "customers": lambda: translate("CommandLine", "Customers"),
    "interactions": lambda: translate("CommandLine", "Interactions"),
    "complaints": lambda: translate("CommandLine", "Complaints"),
    "products": lambda: translate("CommandLine", "Products"),
    "purchases": lambda: translate("CommandLine", "Purchases"),
    "purchase_lines": lambda: translate("CommandLine", "Lines of purchases"),
    "returns": lambda: translate("CommandLine", "Returns"),
    "tasks": lambda: translate("CommandLine", "Tasks"),
    "users": lambda: translate("CommandLine", "Users"),
    "in_bin": lambda: translate("CommandLine", "In the bin"),
}
_FOUND: Mapping[Finding, Callable[[], str]] = {
    Finding.FILE_DAMAGED: lambda: translate("CommandLine", "Damaged places in the file"),
    Finding.REFERENCES_BROKEN: lambda: translate("CommandLine", "References to nothing"),
    Finding.INDEX_STALE: lambda: translate("CommandLine", "Customers with a wrong index"),
    Finding.FULL_TEXT_STALE: lambda: translate("CommandLine", "Search index that is wrong"),
    Finding.FIGURES_WRONG: lambda: translate(
        "CommandLine", "Customers or products with wrong figures"
    ),
    Finding.LINE_TOTALS_WRONG: lambda: translate("CommandLine", "Lines with a wrong total"),
    Finding.PURCHASE_TOTALS_WRONG: lambda: translate("CommandLine", "Purchases with a wrong total"),
    Finding.RETURN_TOTALS_WRONG: lambda: translate("CommandLine", "Returns with a wrong total"),
    Finding.CHANGES_MISSING: lambda: translate(
        "CommandLine", "Entries that somebody took out of the audit trail"
    ),
}

COMMANDS = (_check,)
