"""`ecrm audit keep` and `ecrm audit thin`: how long the audit trail is kept."""

import time
from datetime import UTC

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import database_option, opened_shop
from ecrm_desktop.cli.output import give_json, number_text, say, show_progress
from ecrm_desktop.cli.plain import plain
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.fields.texts import years_text
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.changes import THINNING
from ecrm_desktop.queries.audit_trail import OldEntries, old_entries, trail_size
from ecrm_desktop.services.audit_thinning import (
    MOST_YEARS,
    begin_thinning,
    set_audit_years,
    thin_some,
)
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.permissions import Permission

# Whoever saves meanwhile comes in between.
_PAUSE = 0.02


def keep_command() -> click.Command:
    """Return `ecrm audit keep`."""
    return click.Command(
        "keep",
        callback=_keep,
        help=translate("CommandLine", "Set for how long the audit trail is kept."),
        params=[
            click.Argument(["years"], type=click.IntRange(0, MOST_YEARS), metavar="YEARS"),
            database_option(),
        ],
    )


def thin_command() -> click.Command:
    """Return `ecrm audit thin`."""
    return click.Command(
        "thin",
        callback=_thin,
        help=translate(
            "CommandLine", "Remove old entries of the audit trail for good. Backups keep them."
        ),
        params=[
            click.Option(
                ["--older-than", "years"],
                type=click.IntRange(1, MOST_YEARS),
                metavar="YEARS",
                required=True,
                help=translate("CommandLine", "How old an entry is at least that goes."),
            ),
            click.Option(
                ["--yes"],
                is_flag=True,
                help=translate("CommandLine", "Do it: it cannot be undone."),
            ),
            json_option(),
            database_option(),
        ],
    )


def _keep(years: int) -> None:
    with opened_shop(permission=Permission.THIN_AUDIT) as shop:
        with shop.database.transaction() as session:
            set_audit_years(session, years)
        text = years_text(years, shop.display)
    say(translate("CommandLine", "The audit trail is kept: {years}", years=text))


def _thin(years: int, yes: bool, as_json: bool) -> None:
    with opened_shop(permission=Permission.THIN_AUDIT) as shop:
        database = shop.database
        with database.reading() as session:
            old = old_entries(session, years)
        if old is not None and not yes:
            raise WrongUse(
                translate(
                    "CommandLine",
                    "{entries} entries of before {day} would be removed for good, and nobody can "
                    "undo that. Say it again with --yes.",
                    entries=number_text(old.entries),
                    day=shop.display.date(old.until.astimezone(UTC).date()),
                )
            )
        if old is not None:
            with database.transaction() as session:
                old = begin_thinning(session, years, user_id=database.capture.user_id)
        # What was told before and not finished goes too.
        _remove(database)
    _say(old, as_json=as_json)


def _remove(database: Database) -> None:
    with database.reading() as session:
        total, done = trail_size(session).changes, 0
    while True:
        with database.transaction(THINNING, captured=False) as session:
            removed = thin_some(session)
        if not removed:
            return
        done += removed
        show_progress(done, total)
        time.sleep(_PAUSE)


def _say(old: OldEntries | None, *, as_json: bool) -> None:
    entries = 0 if old is None else old.entries
    if as_json:
        give_json({"entries": entries, "until": None if old is None else plain(old.until)})
    elif entries:
        say(
            translate(
                "CommandLine",
                "{entries} entries were removed. Backups made until now still have them.",
                entries=number_text(entries),
            )
        )
    else:
        say(translate("CommandLine", "No entry of the audit trail is old enough."))
