"""`ecrm hub`: shops on the internet; what it does is imported when it is asked for."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate


def _hub() -> click.Command:
    title = translate("CommandLine", "Run a hub for shops whose computers meet on the internet.")
    makers = (_init, _serve, _pair, _devices, _revoke, _backup, _restore)
    return click.Group("hub", help=title, commands=[make() for make in makers])


def _init() -> click.Command:
    return click.Command(
        "init",
        callback=_prepare,
        help=translate("CommandLine", "Make or bring up to date what a hub needs."),
        params=_storage_options(),
    )


def _serve() -> click.Command:
    file = click.Path(path_type=Path, dir_okay=False)
    return click.Command(
        "serve",
        callback=_run,
        help=translate("CommandLine", "Answer the computers of all shops, until Ctrl+C."),
        params=[
            *_storage_options(),
            click.Option(["--host"], metavar="HOST", default="127.0.0.1", show_default=True),
            click.Option(
                ["--port"], type=click.IntRange(0, 65_535), default=8443, show_default=True
            ),
            click.Option(
                ["--tls-cert"],
                type=file,
                metavar="FILE",
                help=translate("CommandLine", "The hub's certificate with those above it, as PEM."),
            ),
            click.Option(
                ["--tls-key"],
                type=file,
                metavar="FILE",
                help=translate("CommandLine", "The key of the certificate, as PEM."),
            ),
            click.Option(
                ["--insecure"],
                is_flag=True,
                help=translate(
                    "CommandLine",
                    "Do not encrypt; only for what is on this computer, such as a proxy that does.",
                ),
            ),
            click.Option(
                ["--rate"],
                type=click.FloatRange(0.1, 10_000),
                metavar="NUMBER",
                default=100.0,
                show_default=True,
                help=translate("CommandLine", "How many requests a second one computer may send."),
            ),
            click.Option(
                ["--failures"],
                type=click.FloatRange(1, 100_000),
                metavar="NUMBER",
                default=30.0,
                show_default=True,
                help=translate(
                    "CommandLine", "How often a minute one address may be wrong about who it is."
                ),
            ),
            click.Option(
                ["--connections"],
                type=click.IntRange(1, 200),
                metavar="NUMBER",
                default=8,
                show_default=True,
                help=translate("CommandLine", "How many connections to the database there are."),
            ),
            click.Option(
                ["--open-metrics"],
                is_flag=True,
                help=translate(
                    "CommandLine", "Show /metrics to other computers, and not this one alone."
                ),
            ),
            click.Option(
                ["--while", "as_long_as"],
                type=file,
                metavar="FILE",
                help=translate("CommandLine", "End once this file is gone."),
            ),
        ],
    )


def _pair() -> click.Command:
    return click.Command(
        "pair",
        callback=_let_in,
        help=translate(
            "CommandLine",
            "Let a computer in: give the text for ecrm pair there, good for ten minutes.",
        ),
        params=[
            *_storage_options(),
            click.Option(
                ["--url"],
                metavar="URL",
                required=True,
                help=translate("CommandLine", "Where computers reach the hub: https://…"),
            ),
            click.Option(
                ["--name"],
                metavar="NAME",
                required=True,
                help=translate("CommandLine", "What the computer is called in the shop."),
            ),
            _shop_option(
                translate("CommandLine", "Which shop, by its name or id; begun if it is not there.")
            ),
            manages_option(),
            json_option(),
        ],
    )


def _devices() -> click.Command:
    return click.Command(
        "devices",
        callback=_list,
        help=translate("CommandLine", "List the computers that were let in."),
        params=[*_storage_options(), json_option()],
    )


def _revoke() -> click.Command:
    return click.Command(
        "revoke",
        callback=_shut_out,
        help=translate("CommandLine", "Shut a computer out; what it has stays on it."),
        params=[
            *_storage_options(),
            click.Argument(["pc"], metavar="NAME|NUMBER|ID"),
            _shop_option(translate("CommandLine", "Which shop, by its name or id.")),
        ],
    )


def _backup() -> click.Command:
    return click.Command(
        "backup",
        callback=_keep,
        help=translate("CommandLine", "Write all shops of the hub into one file."),
        params=[*_storage_options(), _file_argument()],
    )


def _restore() -> click.Command:
    return click.Command(
        "restore",
        callback=_put_back,
        help=translate(
            "CommandLine",
            "Put the shops of such a file back; computers then send what came after it again.",
        ),
        params=[
            *_storage_options(),
            _file_argument(),
            click.Option(
                ["--yes"], is_flag=True, help=translate("CommandLine", "Do not ask first.")
            ),
        ],
    )


def manages_option() -> click.Option:
    """Return the option that lets a computer let others in and shut them out."""
    return click.Option(
        ["--manages"],
        is_flag=True,
        help=translate("CommandLine", "Let it shut other computers out, as the first one may."),
    )


def _storage_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--storage"],
            metavar="URL|embedded:DIR",
            required=True,
            help=translate(
                "CommandLine", "The hub's database, or a folder for a PostgreSQL of its own."
            ),
        ),
        click.Option(
            ["--password-file", "password_file"],
            type=click.Path(path_type=Path),
            metavar="FILE",
            help=translate(
                "CommandLine",
                "A file whose first line is the server's password; else it is asked for.",
            ),
        ),
    ]


def _shop_option(help_text: str) -> click.Option:
    return click.Option(["--shop"], metavar="NAME|ID", help=help_text)


def _file_argument() -> click.Argument:
    return click.Argument(["file"], type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")


def _prepare(**asked: Any) -> None:
    _work().prepare_hub(**asked)


def _run(**asked: Any) -> None:
    _work().serve_hub(**asked)


def _let_in(**asked: Any) -> None:
    _work().let_in(**asked)


def _list(**asked: Any) -> None:
    _work().list_devices(**asked)


def _shut_out(**asked: Any) -> None:
    _work().shut_out(**asked)


def _keep(**asked: Any) -> None:
    _work().back_up(**asked)


def _put_back(**asked: Any) -> None:
    _work().restore(**asked)


def _work() -> Any:
    if find_spec("uvicorn") is None or find_spec("starlette") is None:
        raise WrongUse(
            translate(
                "CommandLine",
                "This installation cannot run a hub. Install ecrm-desktop with its extra hub.",
            )
        )
    from ecrm_desktop.cli import hub_work  # noqa: PLC0415 - nobody else needs a web server

    return hub_work


COMMANDS = (_hub,)
