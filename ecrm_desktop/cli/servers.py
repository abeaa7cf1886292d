"""`ecrm server`: the shop's own server; what it does is imported when it is asked for."""

from pathlib import Path
from typing import Any

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import database_option
from ecrm_desktop.cli.hubs import manages_option
from ecrm_desktop.i18n import translate


def _server() -> click.Command:
    title = translate("CommandLine", "Prepare the shop's server, and let computers in.")
    return click.Group(
        "server", help=title, commands=[_init(), _check(), _pair(), _devices(), _revoke()]
    )


def _init() -> click.Command:
    return click.Command(
        "init",
        callback=_prepare,
        help=translate(
            "CommandLine", "Prepare a PostgreSQL database, and bring this file's shop to it."
        ),
        params=[
            _url_argument(),
            click.Option(
                ["--shop-from", "with_shop"],
                is_flag=True,
                help=translate("CommandLine", "Let this file's shop be there; it is the first PC."),
            ),
            click.Option(
                ["--name"],
                metavar="NAME",
                help=translate("CommandLine", "What this computer is called there."),
            ),
            click.Option(
                ["--folder"],
                type=click.Path(path_type=Path, file_okay=False),
                metavar="FOLDER",
                default=Path("ecrm-server"),
                show_default=True,
                help=translate("CommandLine", "Where the server's certificate and key go."),
            ),
            _address_option(),
            _password_option(),
            database_option(),
        ],
    )


def _check() -> click.Command:
    return click.Command(
        "check",
        callback=_print_state,
        help=translate("CommandLine", "Say whether the server has everything that it needs."),
        params=[_url_argument(), _password_option(), json_option()],
    )


def _pair() -> click.Command:
    return click.Command(
        "pair",
        callback=_let_in,
        help=translate("CommandLine", "Let a computer in: give the text for ecrm pair there."),
        params=[
            _url_argument(),
            click.Option(
                ["--name"],
                metavar="NAME",
                required=True,
                help=translate("CommandLine", "What the computer is called in the shop."),
            ),
            _address_option(),
            _shop_option(),
            manages_option(),
            _password_option(),
            json_option(),
        ],
    )


def _devices() -> click.Command:
    return click.Command(
        "devices",
        callback=_list,
        help=translate("CommandLine", "List the computers that were let in."),
        params=[_url_argument(), _password_option(), json_option()],
    )


def _revoke() -> click.Command:
    return click.Command(
        "revoke",
        callback=_shut_out,
        help=translate("CommandLine", "Shut a computer out; what it has stays on it."),
        params=[
            _url_argument(),
            click.Argument(["pc"], metavar="NAME|NUMBER|ID"),
            _shop_option(),
            _password_option(),
        ],
    )


def _url_argument() -> click.Argument:
    return click.Argument(["url"], metavar="URL")


def _password_option() -> click.Option:
    return click.Option(
        ["--password-file", "password_file"],
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=translate(
            "CommandLine",
            "A file whose first line is the server's password; else it is asked for.",
        ),
    )


def _address_option() -> click.Option:
    return click.Option(
        ["--address"],
        metavar="HOST[:PORT]",
        help=translate(
            "CommandLine", "Where the computers reach the server, if it is not as in URL."
        ),
    )


def _shop_option() -> click.Option:
    return click.Option(
        ["--shop"],
        type=click.UUID,
        metavar="ID",
        help=translate("CommandLine", "Which shop, if there are several in the database."),
    )


def _prepare(**asked: Any) -> None:
    from ecrm_desktop.cli import server_work  # noqa: PLC0415 - PostgreSQL's client takes 0.2 s

    server_work.prepare_server(**asked)


def _print_state(**asked: Any) -> None:
    from ecrm_desktop.cli import server_work  # noqa: PLC0415 - as above

    server_work.print_state(**asked)


def _let_in(**asked: Any) -> None:
    from ecrm_desktop.cli import server_work  # noqa: PLC0415 - as above

    server_work.let_in(**asked)


def _list(**asked: Any) -> None:
    from ecrm_desktop.cli import server_work  # noqa: PLC0415 - as above

    server_work.list_devices(**asked)


def _shut_out(**asked: Any) -> None:
    from ecrm_desktop.cli import server_work  # noqa: PLC0415 - as above

    server_work.shut_out(**asked)


COMMANDS = (_server,)
