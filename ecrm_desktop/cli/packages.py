"""`ecrm package`: all of a shop into one file that any program can read, and back."""

from contextlib import suppress
from pathlib import Path

import click

from ecrm_desktop.cli.files import chosen_path, database_option, opened, opened_shop
from ecrm_desktop.cli.output import number_text, say, show_progress
from ecrm_desktop.i18n import translate
from ecrm_desktop.package.reading import read_package
from ecrm_desktop.package.writing import write_package
from ecrm_desktop.values.permissions import Permission


def _package() -> click.Command:
    write = click.Command(
        "write",
        callback=_write,
        help=translate("CommandLine", "Write everything the shop has into FILE.zip."),
        params=[_file(), database_option()],
    )
    read = click.Command(
        "read",
        callback=_read,
        help=translate("CommandLine", "Bring FILE.zip into an empty or a new database."),
        params=[_file(), database_option()],
    )
    title = translate("CommandLine", "Take everything with you, and bring it back.")
    return click.Group("package", help=title, commands=[write, read])


def _file() -> click.Argument:
    return click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.zip")


def _write(file: Path) -> None:
    with opened_shop(permission=Permission.EXPORT) as shop:
        records = write_package(shop.database, file, report=show_progress)
    say(
        translate(
            "CommandLine", "{records} records were written: {path}",
            records=number_text(records), path=file,
        )
    )  # fmt: skip


def _read(file: Path) -> None:
    path = chosen_path()
    was_there = path.exists()
    try:
        with opened(create=True) as database:
            records = read_package(database, file, report=show_progress)
    except BaseException:
        if not was_there:
            with suppress(OSError):
                path.unlink()
        raise
    say(
        translate(
            "CommandLine", "{records} records were brought in: {path}",
            records=number_text(records), path=path,
        )
    )  # fmt: skip


COMMANDS = (_package,)
