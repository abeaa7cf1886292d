"""`ecrm pair` and `ecrm sync`; what they do is imported when it is asked for."""

from typing import Any

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import database_option
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate


def _pair() -> click.Command:
    return click.Command(
        "pair",
        callback=_join,
        help=translate(
            "CommandLine", "Let this computer join a shop, with the text of ecrm server pair."
        ),
        params=[
            click.Argument(["text"], metavar="TEXT|-"),
            click.Option(
                ["--yes"], is_flag=True, help=translate("CommandLine", "Do not ask first.")
            ),
            database_option(),
        ],
    )


def _sync() -> click.Command:
    group = click.Group(
        "sync",
        callback=_run,
        invoke_without_command=True,
        help=translate("CommandLine", "Sync with the shop's server, or say how that goes."),
        params=[
            click.Option(
                ["--once"],
                is_flag=True,
                help=translate("CommandLine", "Send and receive all there is, now."),
            ),
            json_option(),
            database_option(),
        ],
    )
    group.add_command(
        click.Command(
            "status",
            callback=_status,
            help=translate("CommandLine", "Say with whom, since when, and what waits."),
            params=[json_option(), database_option()],
        )
    )
    group.add_command(_conflicts())
    group.add_command(
        click.Command(
            "leave",
            callback=_leave,
            help=translate("CommandLine", "Let this file be a shop of its own again."),
            params=[
                click.Option(
                    ["--yes"], is_flag=True, help=translate("CommandLine", "Do not ask first.")
                ),
                database_option(),
            ],
        )
    )
    return group


def _conflicts() -> click.Command:
    group = click.Group(
        "conflicts",
        callback=_list_conflicts,
        invoke_without_command=True,
        help=translate("CommandLine", "List what two computers wrote without knowing it."),
        params=[json_option(), database_option()],
    )
    for name, callback, text in (
        ("take", _take, translate("CommandLine", "Put the value that lost into its record.")),
        ("keep", _keep, translate("CommandLine", "Let the value that lost go.")),
    ):
        group.add_command(
            click.Command(
                name,
                callback=callback,
                help=text,
                params=[click.Argument(["conflict"], metavar="ID"), database_option()],
            )
        )
    return group


def _join(**asked: Any) -> None:
    from ecrm_desktop.cli import pairing  # noqa: PLC0415 - PostgreSQL's client takes 0.2 s

    pairing.join_shop(**asked)


def _run(once: bool, as_json: bool) -> None:
    if click.get_current_context().invoked_subcommand:
        return
    if not once:
        raise WrongUse(translate("CommandLine", "Say --once: sync now, once."))
    from ecrm_desktop.cli import sync_work  # noqa: PLC0415 - as above

    sync_work.sync_once(as_json)


def _status(**asked: Any) -> None:
    from ecrm_desktop.cli import sync_work  # noqa: PLC0415 - as above

    sync_work.print_status(**asked)


def _leave(**asked: Any) -> None:
    from ecrm_desktop.cli import pairing  # noqa: PLC0415 - as above

    pairing.leave(**asked)


def _list_conflicts(**asked: Any) -> None:
    if click.get_current_context().invoked_subcommand:
        return
    from ecrm_desktop.cli import sync_work  # noqa: PLC0415 - as above

    sync_work.list_conflicts(**asked)


def _take(**asked: Any) -> None:
    from ecrm_desktop.cli import sync_work  # noqa: PLC0415 - as above

    sync_work.take_conflict(**asked)


def _keep(**asked: Any) -> None:
    from ecrm_desktop.cli import sync_work  # noqa: PLC0415 - as above

    sync_work.let_conflict_go(**asked)


COMMANDS = (_pair, _sync)
