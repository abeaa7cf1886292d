"""Which database a command works on, and how it is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from ecrm_desktop.backup.known_shops import present_path
from ecrm_desktop.cli.identity import identify
from ecrm_desktop.cli.output import complain
from ecrm_desktop.cli.phrase import open_database
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import DatabaseError
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.locations import default_database
from ecrm_desktop.queries.imports import unfinished_imports
from ecrm_desktop.queries.shop import ShopRow, build_display, find_shop
from ecrm_desktop.services.audit_events import record_export
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import unreadable_or_damaged
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ExportFormat
from ecrm_desktop.values.timezone import LocalZone

_CHOSEN = "ecrm_desktop.storage.database"


@dataclass(frozen=True, slots=True)
class CliShop:
    """An open database with a shop in it."""

    database: Database
    shop: ShopRow
    display: Display

    @property
    def today(self) -> date:
        """The shop's day."""
        return datetime.now(self.display.timezone).date()

    @contextmanager
    def writing_down_export(
        self, subject: str, file_format: ExportFormat, rows: int
    ) -> Iterator[None]:
        """Write into the audit trail what is taken out while the block gives its file the name.

        Both are done or neither. DatabaseError if it cannot be written down. Only where nothing can
        be written it leaves no trace: whoever reads there could copy the whole file.
        """
        if self.database.is_read_only:
            yield
            return
        with self.database.transaction() as session:
            record_export(
                session,
                subject,
                file_format,
                rows=rows or None,
                user_id=self.database.capture.user_id,
            )
            session.flush()
            yield


def database_option(*, with_environment: bool = False) -> click.Option:
    """Return the option `--database`; the program has it, and every command of its own too."""
    return click.Option(
        ["--database"],
        type=click.Path(path_type=Path),
        metavar="PATH",
        envvar="ECRM_DATABASE" if with_environment else None,
        expose_value=False,
        callback=_choose,
        help=translate("CommandLine", "The shop's file; also the variable ECRM_DATABASE."),
    )


def anew_option() -> click.Option:
    """Return the option `--anew` of commands that make a database."""
    return click.Option(
        ["--anew"],
        is_flag=True,
        help=translate(
            "CommandLine", "Also where another shop was whose file is gone; its backups stay."
        ),
    )


def chosen_path() -> Path:
    """Return the file the running command works on, where the window found it if it was moved."""
    chosen: Path | None = click.get_current_context().meta.get(_CHOSEN)
    return present_path(Settings(), chosen or default_database())


@contextmanager
def opened(
    *,
    create: bool = False,
    anew: bool = False,
    permission: Permission | None = None,
    identified: bool = True,
) -> Iterator[Database]:
    """Open the chosen database, for who is `identified` and has the permission.

    `anew`: also a new one in the place of a shop whose file is gone. Raises DatabaseError if it
    cannot be opened, and those of `identify`.
    """
    database = open_database(chosen_path(), create=create, anew=anew)
    with unreadable_or_damaged(database.path):
        try:
            _take_out_broken_imports(database)
            if identified:
                identify(database, permission)
            yield database
        finally:
            database.close()


def _take_out_broken_imports(database: Database) -> None:
    """Keep the promise of an import that was killed; what is asked for works without it too."""
    with database.reading() as session:
        if not unfinished_imports(session):
            return
    from ecrm_desktop.importing import take_out_unfinished  # noqa: PLC0415 - what reads files is large

    try:
        for one in take_out_unfinished(database):
            complain(one.text)
    except DatabaseError as error:
        complain(explain(error))


@contextmanager
def opened_shop(
    *, permission: Permission | None = None, identified: bool = True
) -> Iterator[CliShop]:
    """Open the chosen database and its shop as `opened`; WrongUse if no shop is in it yet."""
    with opened(permission=permission, identified=identified) as database:
        with database.reading() as session:
            shop = find_shop(session)
        if shop is None:
            raise WrongUse(
                translate("CommandLine", "There is no shop in this file yet; run ecrm init first.")
            )
        yield CliShop(database, shop, build_display(shop, language(), LocalZone()))


def _choose(context: click.Context, _option: click.Parameter, path: Path | None) -> Any:
    if path is not None:
        context.meta[_CHOSEN] = path
    return path
