"""`ecrm init` and `ecrm demo`: databases to begin with."""

import click

from ecrm_desktop.cli.files import anew_option, chosen_path, database_option, opened
from ecrm_desktop.cli.output import number_text, say, show_progress
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.values.money import currency

_MOST_CUSTOMERS = 5_000_000


def _init() -> click.Command:
    return click.Command(
        "init",
        callback=_init_shop,
        help=translate("CommandLine", "Make an empty database with a shop in it."),
        params=[
            click.Option(
                ["--shop"],
                metavar="NAME",
                help=translate("CommandLine", "The shop's name."),
            ),
            click.Option(
                ["--currency", "currency_code"],
                metavar="CODE",
                default="IRR",
                show_default=True,
                help=translate("CommandLine", "The currency for good, such as IRR or USD."),
            ),
            anew_option(),
            database_option(),
        ],
    )


def _init_shop(shop: str | None, currency_code: str, anew: bool) -> None:
    currency(currency_code)  # before there is a file
    draft = ShopDraft(name=translate("CommandLine", "My shop") if shop is None else shop)
    owner = translate("CommandLine", "Owner")
    with opened(create=True, anew=anew) as database:
        try:
            with database.transaction() as session:
                create_shop(session, draft, currency_code, owner)
        except InvalidInput as error:
            if error.problem is Problem.NOT_EMPTY:
                raise DatabaseError(Problem.DATABASE_EXISTS) from None
            raise
    say(translate("CommandLine", "The database is ready: {path}", path=chosen_path()))


def _demo() -> click.Command:
    return click.Command(
        "demo",
        callback=_fill,
        help=translate(
            "CommandLine", "Fill an empty database with a made-up shop of the last three years."
        ),
        params=[
            click.Option(
                ["--customers"],
                type=click.IntRange(1, _MOST_CUSTOMERS),
                metavar="N",
                required=True,
                help=translate("CommandLine", "How many customers."),
            ),
            click.Option(
                ["--seed"],
                type=int,
                metavar="S",
                default=1,
                show_default=True,
                help=translate("CommandLine", "Another number makes another shop."),
            ),
            anew_option(),
            database_option(),
        ],
    )


def _fill(customers: int, seed: int, anew: bool) -> None:
    with (
        opened(create=True, anew=anew) as database,
        database.transaction(captured=False) as session,
    ):
        fill_demo(session, customers=customers, seed=seed, report_progress=show_progress)
    say(
        translate(
            "CommandLine", "A shop of {customers} customers is ready: {path}",
            customers=number_text(customers), path=chosen_path(),
        )
    )  # fmt: skip


COMMANDS = (_init, _demo)
