"""What `ecrm pair` and `ecrm sync leave` do: a file enters a shop on a server, or leaves it."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic, sleep

import click

from ecrm_desktop.backup.entering import enter_shop, leave_shop, moves_to, plan_leaving
from ecrm_desktop.backup.state import size_limit
from ecrm_desktop.cli.files import opened
from ecrm_desktop.cli.output import complain, number_text, say, say_row, show_progress
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import PASSING, Cancelled, Problem, SyncError
from ecrm_desktop.i18n import translate
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.engine import Round
from ecrm_desktop.sync.entering import ShopHere, ShopThere, Visit, check_entry, look_here, visiting
from ecrm_desktop.sync.pairing_text import Pairing, parse_pairing
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.permissions import Permission

_STDIN = "-"
_AGAIN_SECONDS = 2.0
_AT_MOST_SECONDS = 20 * 60.0  # as the window does


def join_shop(text: str, yes: bool) -> None:
    """Say what joining means for this file, and do it."""
    if text == _STDIN:
        text = "" if sys.stdin is None else sys.stdin.read()
    pairing = parse_pairing(text)
    with (
        _admitted(pairing) as visit,
        opened(create=True, permission=Permission.MANAGE_PEOPLE) as database,
    ):
        database.check_writable()
        with database.reading() as session:
            here = look_here(session)
        check_entry(here, visit.there, pairing)
        if to := moves_to(database, pairing):
            say(
                translate(
                    "CommandLine",
                    "This file goes on at {where} with all it has. The other computers stay where"
                    " they are until each is joined with a text from there: leave the old server"
                    " running until then.",
                    where=to,
                )
            )
        if here.shop_id is None and visit.there.id is not None:
            _tell(here, visit.there)
            if here.has_data and not yes and not _agreed():
                raise Cancelled
        backup = enter_shop(
            database, visit, limit=size_limit(Settings()), report_progress=show_progress
        )
        if backup is not None:
            say(translate("CommandLine", "Backup made and checked: {path}", path=backup))
        _say_entered(database, visit)


@contextmanager
def _admitted(pairing: Pairing) -> Iterator[Visit]:
    """Yield a look at the shop, once somebody there has agreed where that is needed."""
    is_awaited = False
    until = monotonic() + _AT_MOST_SECONDS
    with ExitStack() as stack:
        while True:
            try:
                visit = stack.enter_context(visiting(pairing))
            except SyncError as error:
                if is_awaited and (error.problem is Problem.PAIRING_USED or monotonic() > until):
                    raise SyncError(Problem.PAIRING_REFUSED) from error
                if error.problem is not Problem.PAIRING_AWAITED and not (
                    is_awaited and error.problem in PASSING
                ):
                    raise
                if not is_awaited:
                    complain(explain(error))
                is_awaited = True
                sleep(_AGAIN_SECONDS)
            else:
                yield visit
                return


def leave(yes: bool) -> None:
    """Say what leaving means for this file, and do it."""
    with opened(permission=Permission.MANAGE_PEOPLE) as database:
        database.check_writable()
        plan = plan_leaving(database)
        say(
            translate(
                "CommandLine",
                "This file keeps all it has and goes on alone; the other computers go on together."
                " The owner shuts this computer out at the server as well.",
            )
        )
        if plan.shares:
            say(
                translate(
                    "CommandLine",
                    "The others sync with this computer: that ends, and they work on alone.",
                )
            )
        if plan.is_half:
            say(
                translate(
                    "CommandLine",
                    "Not all of the shop has come into this file yet, and the rest would not come"
                    " any more; ecrm sync --once brings it.",
                )
            )
        if plan.waiting:
            say(
                translate(
                    "CommandLine",
                    "{count} actions never came to the server and stay in this file alone; ecrm"
                    " sync --once sends them.",
                    count=number_text(plan.waiting),
                )
            )
        if not yes and not _agreed_to_leave():
            raise Cancelled
        backup = leave_shop(database, limit=size_limit(Settings()), report_progress=show_progress)
        if backup is not None:
            say(translate("CommandLine", "Backup made and checked: {path}", path=backup))
    say(translate("CommandLine", "This file is a shop of its own again."))


def _agreed_to_leave() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUse(translate("CommandLine", "Say --yes if this file is to go on alone."))
    return click.confirm(translate("CommandLine", "Let this file go on alone?"), err=True)


def enter_and_sync(database: Database, visit: Visit, here: ShopHere) -> None:
    """Let a file enter a shop and sync for the first time, and say so."""
    visit.enter(database, here, visit.pairing.name)
    _say_entered(database, visit)


def _say_entered(database: Database, visit: Visit) -> None:
    say(
        translate(
            "CommandLine",
            "This computer is in the shop now, as {name}.",
            name=visit.pairing.name,
        )
    )
    say_round(run_round(database))


def say_round(done: Round) -> None:
    """Say what a round did."""
    say_row((translate("CommandLine", "Actions sent"), number_text(done.sent)))
    say_row((translate("CommandLine", "Changes received"), number_text(done.received)))
    say_row((translate("CommandLine", "Actions that wait"), number_text(done.waiting)))
    if done.healed:
        healed = translate("CommandLine", "Records made the same as the server's again")
        say_row((healed, number_text(done.healed)))


def _tell(here: ShopHere, there: ShopThere) -> None:
    say_row((translate("CommandLine", "Shop on the server"), there.name))
    say_row((translate("CommandLine", "Customers there"), number_text(there.customers)))
    say_row((translate("CommandLine", "Customers in this file"), number_text(here.customers)))
    if here.has_data:
        say(
            translate(
                "CommandLine",
                "Everything in this file goes to the shop, too, also its {people} people who work"
                " here; nothing is removed. People without a password are set inactive if those of"
                " the shop have one.",
                people=number_text(here.people),
            )
        )


def _agreed() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUse(
            translate("CommandLine", "Say --yes if this file is to become one with that shop.")
        )
    return click.confirm(translate("CommandLine", "Make this file one with that shop?"), err=True)
