"""`ecrm encrypt`: the shop's file encrypted and plain again, and its recovery phrase."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ecrm_desktop.backup.known_shops import find_missing, known_shop
from ecrm_desktop.backup.state import known_backups, list_backups
from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import CliShop, chosen_path, database_option, opened_shop
from ecrm_desktop.cli.output import complain, give_json, number_text, say, say_row, show_progress
from ecrm_desktop.cli.phrase import read_back
from ecrm_desktop.errors import DatabaseError, EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database_file import file_key_id
from ecrm_desktop.storage.unfinished_files import replacing
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.recovery_phrase import parse_phrase, to_phrase

_IN_ROW = 3
_TERMINAL = Path("-")


def _encrypt() -> click.Command:
    group = click.Group(
        "encrypt",
        help=translate("CommandLine", "Encrypt the shop's file, or make it a plain one again."),
    )
    for make in (_on, _off, _status, _phrase):
        group.add_command(make())
    return group


def _on() -> click.Command:
    return click.Command(
        "on",
        callback=_turn_on,
        help=translate(
            "CommandLine",
            "Encrypt the file and its backups, once the recovery phrase was typed back.",
        ),
        params=[
            click.Option(
                ["--phrase-file"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar="FILE.pdf|-",
                required=True,
                help=translate(
                    "CommandLine", "Where the sheet with the phrase goes; - shows it here."
                ),
            ),
            database_option(),
        ],
    )


def _turn_on(phrase_file: Path) -> None:
    path = chosen_path()
    if file_key_id(path) is not None:
        _finish_backups()
        return
    secret = keyring_secrets.make_secret()
    with _unless_given_up(phrase_file, path):
        with opened_shop(permission=Permission.ENCRYPT) as shop:
            shop.database.check_writable()
            backups = _backups(shop)
            if phrase_file == _TERMINAL:
                _show_phrase(secret)
            else:
                _write_sheet(secret, phrase_file, shop)
        if parse_phrase(read_back()) != secret:
            raise InvalidInput(Problem.PHRASE_DIFFERS)
        is_kept = encryption.turn_on(path, secret, report_progress=show_progress)
    say(translate("CommandLine", "The shop's file is encrypted now: {path}", path=path))
    failed = _encrypt_backups(backups, secret)
    if not is_kept:
        say(
            translate(
                "CommandLine",
                "This computer has no keyring, so the phrase is asked whenever the file is opened.",
            )
        )
    if failed:
        raise failed[0]


def _finish_backups() -> None:
    """Encrypt the backups that were not reached when the file was encrypted, or say it is done."""
    with opened_shop(permission=Permission.ENCRYPT) as shop:
        backups, secret = _backups(shop), shop.database.secret
    if not backups or secret is None:
        raise DatabaseError(Problem.ENCRYPTED_ALREADY)
    failed = _encrypt_backups(backups, secret)
    if failed:
        raise failed[0]


def _encrypt_backups(backups: list[Path], secret: bytes) -> list[EcrmError]:
    failed = encryption.encrypt_backups(backups, secret)
    if len(backups) > len(failed):
        count = number_text(len(backups) - len(failed))
        say(translate("CommandLine", "Backups encrypted too: {count}", count=count))
    for error in failed:
        complain(explain(error))
    return failed


@contextmanager
def _unless_given_up(sheet: Path, path: Path) -> Iterator[None]:
    """Leave no sheet of a phrase that opens nothing, but the one that was there before."""
    older = sheet.read_bytes() if sheet.is_file() else None
    try:
        yield
    except BaseException:
        if sheet != _TERMINAL and file_key_id(path) is None:
            if older is None:
                sheet.unlink(missing_ok=True)
            elif sheet.read_bytes() != older:
                with replacing(sheet) as part:
                    part.write_bytes(older)
        raise


def _off() -> click.Command:
    return click.Command(
        "off",
        callback=_turn_off,
        help=translate("CommandLine", "Make the encrypted file a plain one again."),
        params=[database_option()],
    )


def _turn_off() -> None:
    if file_key_id(chosen_path()) is None:
        raise DatabaseError(Problem.ENCRYPTED_NOT)
    with opened_shop(permission=Permission.ENCRYPT) as shop:
        shop.database.check_writable()
        path, secret = shop.database.path, shop.database.secret
    encryption.turn_off(path, secret=secret, report_progress=show_progress)
    say(translate("CommandLine", "The shop's file is not encrypted any more: {path}", path=path))


def _status() -> click.Command:
    return click.Command(
        "status",
        callback=_print_status,
        help=translate("CommandLine", "Say whether the file is encrypted and where its key is."),
        params=[json_option(), database_option()],
    )


def _print_status(as_json: bool) -> None:
    path = chosen_path()
    if not path.exists():
        missing = find_missing(Settings(), path)
        raise (
            missing.error() if missing else DatabaseError(Problem.DATABASE_MISSING, path=str(path))
        )
    key = file_key_id(path)
    has_keyring = keyring_secrets.has_keyring()
    is_kept = key is not None and keyring_secrets.find_secret(key) is not None
    plain = [] if key is None else _plain_backups(path)
    if as_json:
        give_json(
            {
                "encrypted": key is not None,
                "key": None if key is None else key.hex(),
                "keyring": has_keyring,
                "key_in_keyring": is_kept,
                "plain_backups": [str(one) for one in plain],
            }
        )
        return
    yes, no = translate("CommandLine", "yes"), translate("CommandLine", "no")
    say_row((translate("CommandLine", "Encrypted"), no if key is None else yes))
    if key is not None:
        say_row((translate("CommandLine", "Key"), key.hex()))
        say_row((translate("CommandLine", "Key in the keyring"), yes if is_kept else no))
    say_row((translate("CommandLine", "Keyring on this computer"), yes if has_keyring else no))
    if plain:
        say(
            translate(
                "CommandLine",
                "Backups that are not encrypted yet: {count}. The window encrypts them when it"
                " starts, and so does: ecrm encrypt on --phrase-file -",
                count=number_text(len(plain)),
            )
        )


def _phrase() -> click.Command:
    return click.Command(
        "phrase",
        callback=_write_phrase,
        help=translate("CommandLine", "Show the recovery phrase, or write its sheet again."),
        params=[
            click.Option(
                ["--phrase-file"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar="FILE.pdf|-",
                default=_TERMINAL,
                help=translate(
                    "CommandLine", "Where the sheet with the phrase goes; - shows it here."
                ),
            ),
            database_option(),
        ],
    )


def _write_phrase(phrase_file: Path) -> None:
    with opened_shop(permission=Permission.ENCRYPT) as shop:
        secret = shop.database.secret
        if secret is None:
            raise DatabaseError(Problem.ENCRYPTED_NOT)
        if phrase_file == _TERMINAL:
            _show_phrase(secret)
        else:
            _write_sheet(secret, phrase_file, shop)


def _show_phrase(secret: bytes) -> None:
    """Show the groups in Latin digits, which every terminal keeps in their order."""
    groups = to_phrase(secret)
    for first in range(0, len(groups), _IN_ROW):
        say(" ".join(groups[first : first + _IN_ROW]))
    if sys.stdout is not None:
        sys.stdout.flush()


def _write_sheet(secret: bytes, path: Path, shop: CliShop) -> None:
    # reportlab takes a quarter of a second to import.
    from ecrm_desktop.reports.pdf import write_pdf  # noqa: PLC0415
    from ecrm_desktop.reports.recovery import recovery_report  # noqa: PLC0415

    write_pdf(recovery_report(secret, shop.display, shop_name=shop.shop.name), path)
    say(translate("CommandLine", "The sheet with the phrase: {path}", path=path))


def _plain_backups(path: Path) -> list[Path]:
    """Return the plain ones of the backups that can be of a closed shop, by their names."""
    known = known_shop(Settings(), path)
    shop_id = None if known is None else known.shop_id
    return encryption.plain_files(one.path for one in list_backups(Settings(), path, shop_id))


def _backups(shop: CliShop) -> list[Path]:
    known = known_backups(Settings(), shop.database.path, shop.shop.id)
    return encryption.plain_files(known)


COMMANDS = (_encrypt,)
