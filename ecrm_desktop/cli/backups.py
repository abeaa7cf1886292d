"""`ecrm backup`, `ecrm restore` and `ecrm salvage`: copies of the shop, and the way back."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import click

from ecrm_desktop.backup.access import known_people
from ecrm_desktop.backup.contents import Contents, read_contents
from ecrm_desktop.backup.files import BackupFile
from ecrm_desktop.backup.known_shops import backups_to_restore
from ecrm_desktop.backup.losses import lost_kinds
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.salvage import Salvaged, salvage
from ecrm_desktop.backup.state import (
    Attempt,
    FolderState,
    LatestContents,
    back_up,
    expect_other_contents,
    find_latest,
    folder_states,
    list_backups,
    remember,
    size_limit,
)
from ecrm_desktop.cli.checks import COUNTED, json_option
from ecrm_desktop.cli.files import chosen_path, database_option, opened, opened_shop
from ecrm_desktop.cli.output import complain, give_json, number_text, say, say_row, show_progress
from ecrm_desktop.cli.phrase import ask_secret
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import Cancelled, DatabaseError, FileError, Problem
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.shop import ShopRow, display_before_opening, find_shop
from ecrm_desktop.settings import Settings
from ecrm_desktop.text.backups import chosen_by_date, least_lost, owner_lost
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.timezone import LocalZone

T = TypeVar("T")
_LATEST = "latest"
_MEGABYTE = 1_000_000
# In these the people of the shop cannot be asked who they are before there is a shop again.
_CANNOT_OPEN = {
    Problem.DATABASE_MISSING,
    Problem.SHOP_MISSING,
    Problem.DATABASE_DAMAGED,
    Problem.DATABASE_EMPTY,
    Problem.DATABASE_FOREIGN,
    Problem.DATABASE_ALTERED,
    Problem.KEY_MISSING,
}


def _backup() -> click.Command:
    group = click.Group(
        "backup",
        callback=_make,
        invoke_without_command=True,
        help=translate(
            "CommandLine", "Make a checked backup of the shop, or list those there are."
        ),
        params=[
            click.Option(
                ["--to"],
                type=click.Path(path_type=Path),
                metavar="FOLDER",
                help=translate(
                    "CommandLine",
                    "Only into this folder; else beside the shop's file and into the folder of the "
                    "settings.",
                ),
            ),
            json_option(),
            database_option(),
        ],
    )
    group.add_command(
        click.Command(
            "list",
            callback=_list,
            help=translate("CommandLine", "List the backups, newest first."),
            params=[json_option(), database_option()],
        )
    )
    return group


def _make(to: Path | None, as_json: bool) -> None:
    context = click.get_current_context()
    if context.invoked_subcommand:
        return
    settings = Settings()
    with opened_shop(permission=Permission.BACK_UP) as shop:
        path = shop.database.path
        folders = (
            folder_states(settings, path)
            if to is None
            else [FolderState(folder=to.absolute(), is_local=False)]
        )
        attempts = back_up(
            shop.database,
            folders,
            now=datetime.now(UTC),
            limit=size_limit(settings),
            report_progress=show_progress,
        )
    known = {state.folder for state in folder_states(settings, path)}
    remember(settings, path, [one for one in attempts if one.folder in known])
    _print(attempts, as_json=as_json)


def _print(attempts: list[Attempt], *, as_json: bool) -> None:
    errors = [one.error for one in attempts if one.error is not None]
    if as_json:
        give_json(
            {
                "backups": [_file(one.file) for one in attempts if one.file is not None],
                "failed": [
                    {"folder": str(one.folder), "problem": one.error.problem.value}
                    for one in attempts
                    if one.error is not None
                ],
            }
        )
    else:
        for one in attempts:
            if one.file is not None:
                say(translate("CommandLine", "Backup made and checked: {path}", path=one.file.path))
    for error in errors[:-1]:
        complain(explain(error))
    if errors:
        raise errors[-1]


def _list(as_json: bool) -> None:
    with opened_shop(permission=Permission.BACK_UP) as shop:
        files = list_backups(Settings(), shop.database.path, shop.shop.id)
        display = shop.display
    if as_json:
        give_json([_file(one) for one in files])
        return
    if not files:
        say(translate("CommandLine", "There are no backups yet; ecrm backup makes them here:"))
        for state in folder_states(Settings(), shop.database.path):
            say_row((str(state.folder),))
    for one in files:
        say_row(
            (
                display.datetime(one.made_at),
                translate("CommandLine", "{size} MB", size=number_text(_megabytes(one.size))),
                translate("CommandLine", "replaced by a restore") if one.replaced else "",
                str(one.path),
            )
        )


def _restore() -> click.Command:
    return click.Command(
        "restore",
        callback=_put_back,
        help=translate(
            "CommandLine", "Put a backup in the place of the shop's file, which is kept."
        ),
        params=[
            click.Argument(["file"], metavar="FILE|latest"),
            click.Option(
                ["--show"],
                is_flag=True,
                help=translate("CommandLine", "Only say what is in it."),
            ),
            click.Option(
                ["--yes"], is_flag=True, help=translate("CommandLine", "Do not ask first.")
            ),
            click.Option(
                ["--other-shop"],
                is_flag=True,
                help=translate(
                    "CommandLine", "Do not ask either if the backup is of another shop."
                ),
            ),
            json_option(),
            database_option(),
        ],
    )


def _put_back(file: str, show: bool, yes: bool, other_shop: bool, as_json: bool) -> None:
    path = chosen_path()
    shop, by = _allowed()
    shop_id = None if shop is None else shop.id
    chosen, secret = _with_key(lambda secret: _chosen(file, path, shop_id, secret))
    contents = chosen.contents
    is_other = contents.is_of_another_shop(shop_id)
    told = _contents(contents) | {"by_date": chosen.by_date, "other_shop": is_other}
    if not as_json:
        _say_contents(contents)
        if chosen.by_date:
            say(chosen_by_date())
        if is_other and shop is not None:
            say(
                translate(
                    "CommandLine",
                    "This backup is of another shop, {other}; the one here is {now}.",
                    other=contents.shop_name,
                    now=shop.name,
                )
            )
    if show:
        if as_json:
            give_json(told)
        return
    if not (yes and (other_shop or not is_other)) and not _agreed(
        ["--yes", "--other-shop"] if is_other else ["--yes"]
    ):
        raise Cancelled
    settings = Settings()
    known = known_people(settings, path, secret, contents.path, by)
    expect_other_contents(settings, path)
    kept = restore(
        contents.path,
        path,
        now=datetime.now(UTC),
        by=by,
        known=known,
        secret=secret,
        report_progress=show_progress,
    )
    if as_json:
        restored = {"restored": str(path.resolve()), "kept": None if kept is None else str(kept)}
        give_json(told | restored)
        return
    say(translate("CommandLine", "The backup is now the shop's file: {path}", path=path))
    if kept is not None:
        say(translate("CommandLine", "What was there before is kept: {path}", path=kept))


def _allowed() -> tuple[ShopRow | None, UUID | None]:
    """Return whose database this is and who runs the command; None if it does not open any more."""
    try:
        with opened(permission=Permission.BACK_UP) as database, database.reading() as session:
            return find_shop(session), database.capture.user_id
    except DatabaseError as error:
        if error.problem not in _CANNOT_OPEN:
            raise
        return None, None


def _with_key(work: Callable[[bytes | None], T]) -> tuple[T, bytes | None]:
    """Return the result of work and the secret it needed, asked for if the keyring lacks it."""
    try:
        return work(None), None
    except DatabaseError as error:
        if error.problem is not Problem.KEY_MISSING:
            raise
        secret = ask_secret(error)
    return work(secret), secret


def _chosen(file: str, path: Path, shop_id: UUID | None, secret: bytes | None) -> LatestContents:
    if file != _LATEST:
        return LatestContents(contents=read_contents(Path(file), secret), by_date=False)
    files = (
        backups_to_restore(Settings(), path)
        if shop_id is None
        else list_backups(Settings(), path, shop_id)
    )
    found = find_latest(files, secret)
    if found is None:
        raise FileError(Problem.BACKUPS_NONE)
    return found


def _agreed(needed: list[str]) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUse(
            translate(
                "CommandLine",
                "Say {options} if this is to replace the shop's file.",
                options=" ".join(needed),
            )
        )
    return click.confirm(
        translate("CommandLine", "Replace the shop's file by this backup?"), err=True
    )


def _salvage() -> click.Command:
    return click.Command(
        "salvage",
        callback=_save,
        help=translate(
            "CommandLine", "Copy all that can still be read of a damaged file into a new one."
        ),
        params=[
            click.Argument(["damaged"], type=click.Path(path_type=Path), metavar="DAMAGED"),
            click.Option(
                ["--output"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                required=True,
                help=translate("CommandLine", "The new file."),
            ),
            json_option(),
        ],
    )


def _save(damaged: Path, output: Path, as_json: bool) -> None:
    salvaged, _secret = _with_key(
        lambda secret: salvage(
            damaged,
            output,
            lost_name=translate("Salvage", "Lost name"),
            lost_line=translate("Salvage", "Lost line"),
            trail_name=translate("Salvage", "What was salvaged"),
            known=known_people(Settings(), damaged, secret),
            secret=secret,
            report_progress=show_progress,
        )
    )
    if as_json:
        give_json(_salvaged(salvaged))
        return
    for name, count in salvaged.counts.items():
        say_row((COUNTED[name](), number_text(count)))
    say_row((translate("CommandLine", "Pages that could not be read"), number_text(salvaged.pages)))
    lost = sum(salvaged.lost.values())
    say_row((least_lost(salvaged.pages), number_text(lost)))
    for name, count in lost_kinds(salvaged.lost):
        say_row((f"  {name}", number_text(count)))
    say(translate("CommandLine", "What could be read is in the new file: {path}", path=output))
    if salvaged.locked:
        say(owner_lost())


def _salvaged(salvaged: Salvaged) -> dict[str, object]:
    return {
        "path": str(salvaged.path),
        "counts": salvaged.counts,
        "rows": salvaged.rows,
        "lost": sum(salvaged.lost.values()),
        "lost_by_table": salvaged.lost,
        "unreadable_pages": salvaged.pages,
        "mended": salvaged.mended,
        "locked": salvaged.locked,
    }


def _say_contents(contents: Contents) -> None:
    display = display_before_opening(language(), LocalZone())
    say_row((translate("CommandLine", "File"), str(contents.path)))
    say_row((translate("CommandLine", "Shop"), contents.shop_name))
    if contents.changed_at is not None:
        changed = display.datetime(contents.changed_at)
        say_row((translate("CommandLine", "Last change"), changed))
    for name, count in contents.counts.items():
        say_row((COUNTED[name](), number_text(count)))


def _contents(contents: Contents) -> dict[str, object]:
    changed = contents.changed_at
    return {
        "path": str(contents.path),
        "size": contents.size,
        "schema": contents.schema,
        "shop": contents.shop_name,
        "counts": contents.counts,
        "changed_at": None if changed is None else changed.isoformat(),
    }


def _file(file: BackupFile) -> dict[str, object]:
    return {
        "path": str(file.path),
        "made_at": file.made_at.isoformat(),
        "size": file.size,
        "replaced": file.replaced,
    }


def _megabytes(size: int) -> int:
    return -(-size // _MEGABYTE)


COMMANDS = (_backup, _restore, _salvage)
