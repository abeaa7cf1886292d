"""`ecrm customer forget`: removing a person's data for good."""

import click

from ecrm_desktop.cli.files import database_option, opened_shop
from ecrm_desktop.cli.finding import customer_with
from ecrm_desktop.cli.output import say
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.queries.customer_detail import customer_name
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.values.permissions import Permission


def forget_command() -> click.Command:
    """Return `ecrm customer forget`."""
    return click.Command(
        "forget",
        callback=_forget,
        help=translate(
            "CommandLine",
            "Remove a customer's data for good, everywhere but in sums. Backups keep it.",
        ),
        params=[
            click.Argument(["code"], metavar="CODE"),
            click.Option(
                ["--yes"],
                is_flag=True,
                help=translate("CommandLine", "Do it: it cannot be undone."),
            ),
            database_option(),
        ],
    )


def _forget(code: str, yes: bool) -> None:
    with opened_shop(permission=Permission.FORGET) as shop:
        database = shop.database
        with database.reading() as session:
            customer = customer_with(session, code)
            name = customer_name(session, customer)
        if not yes:
            raise WrongUse(
                translate(
                    "CommandLine",
                    "{name} would be forgotten for good, and nobody can undo that. Say it again "
                    "with --yes.",
                    name=name,
                )
            )
        with database.transaction(FORGETTING) as session:
            forget_customer(session, customer, database.capture.user_id)
        done = wipe_file(database)
    say(
        translate(
            "CommandLine", "The customer was forgotten. Backups made until now still have the data."
        )
    )
    if not done:
        say(
            translate(
                "CommandLine",
                "Somebody reads the file at the moment: the last traces are wiped when the program "
                "is started next.",
            )
        )
