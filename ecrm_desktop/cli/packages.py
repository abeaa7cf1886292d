"""`ecrm package`: all of a shop into one file that any program can read, and back."""

from functools import partial
from pathlib import Path

import click

from ecrm_desktop.archive.reading import open_with_package
from ecrm_desktop.archive.writing import write_package
from ecrm_desktop.backup.known_shops import find_missing
from ecrm_desktop.cli.files import anew_option, chosen_path, database_option, opened_shop
from ecrm_desktop.cli.output import number_text, say, show_progress
from ecrm_desktop.cli.phrase import open_database
from ecrm_desktop.i18n import translate
from ecrm_desktop.settings import Settings
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ExportFormat


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
        params=[_file(), anew_option(), database_option()],
    )
    title = translate("CommandLine", "Take everything with you, and bring it back.")
    return click.Group("package", help=title, commands=[write, read])


def _file() -> click.Argument:
    return click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE.zip")


def _write(file: Path) -> None:
    with opened_shop(permission=Permission.EXPORT) as shop:
        subject = label(ExportFormat.ZIP)
        records = write_package(
            shop.database,
            file,
            report_progress=show_progress,
            naming=partial(shop.writing_down_export, subject, ExportFormat.ZIP),
        )
    say(
        translate(
            "CommandLine", "{records} records were written: {path}",
            records=number_text(records), path=file,
        )
    )  # fmt: skip


def _read(file: Path, anew: bool) -> None:
    path = chosen_path()
    missing = find_missing(Settings(), path)
    if missing is not None and not anew:
        raise missing.error()
    if path.exists():  # an empty one of an older version too
        open_database(path).close()
    open_with_package(path, file, report_progress=show_progress).close()
    say(translate("CommandLine", "The database is ready: {path}", path=path))


COMMANDS = (_package,)
