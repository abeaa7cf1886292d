"""Where each command is: its module is loaded when somebody asks for one of its commands."""
# ruff: noqa: PLC0415 - all of them together take a second to load

from collections.abc import Callable, Sequence
from typing import Final

import click

CommandMaker = Callable[[], click.Command]
Load = Callable[[], Sequence[CommandMaker]]


def _audit() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import audit

    return audit.COMMANDS


def _backups() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import backups

    return backups.COMMANDS


def _checks() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import checks

    return checks.COMMANDS


def _customers() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import customers

    return customers.COMMANDS


def _encryption() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import encryption

    return encryption.COMMANDS


def _exports() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import exports

    return exports.COMMANDS


def _hubs() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import hubs

    return hubs.COMMANDS


def _imports() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import imports

    return imports.COMMANDS


def _insight() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import insight

    return insight.COMMANDS


def _packages() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import packages

    return packages.COMMANDS


def _people() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import people

    return people.COMMANDS


def _reports() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import reports

    return reports.COMMANDS


def _segments() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import segments

    return segments.COMMANDS


def _servers() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import servers

    return servers.COMMANDS


def _shops() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import shops

    return shops.COMMANDS


def _syncing() -> Sequence[CommandMaker]:
    from ecrm_desktop.cli import syncing

    return syncing.COMMANDS


COMMANDS: Final[dict[str, Load]] = {
    "audit": _audit,
    "backup": _backups,
    "check": _checks,
    "customer": _customers,
    "demo": _shops,
    "encrypt": _encryption,
    "export": _exports,
    "hub": _hubs,
    "import": _imports,
    "init": _shops,
    "insight": _insight,
    "package": _packages,
    "pair": _syncing,
    "report": _reports,
    "restore": _backups,
    "salvage": _backups,
    "search": _customers,
    "segment": _segments,
    "server": _servers,
    "sync": _syncing,
    "user": _people,
}
"""By the name that is typed: what loads the makers of this and of its module's other commands."""
