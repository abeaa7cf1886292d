"""`ecrm user`: who works in the shop, and their passwords."""

from pathlib import Path

import click

from ecrm_desktop.cli.checks import json_option
from ecrm_desktop.cli.files import CliShop, database_option, opened_shop
from ecrm_desktop.cli.identity import ask, first_line, identified, user_called, user_with
from ecrm_desktop.cli.output import give_json, number_text, say, say_row
from ecrm_desktop.cli.plain import picked
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.passwords import (
    ask_for_reset,
    is_wrong_proof,
    recover_password,
    remove_password,
    set_password,
    stop_reset,
    tell_wrong_code,
)
from ecrm_desktop.services.users import add_user
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.passwords import RESET_DAYS, parse_new_password, same_typed
from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.statuses import Role

_CODE_FILE = "--code-file"
_PASSWORD_FILE = "--password-file"  # noqa: S105 - the name of an option
_FIELDS = "id name role active has_password"


def _user() -> click.Command:
    commands = [
        click.Command(
            "list",
            callback=_list,
            help=translate("CommandLine", "List who works here, and who has a password."),
            params=[json_option(), database_option()],
        ),
        click.Command(
            "add",
            callback=_add,
            help=translate("CommandLine", "Add somebody who works here."),
            params=[
                _name(),
                click.Option(
                    ["--role"],
                    type=click.Choice([role.value for role in Role]),
                    default=Role.STAFF.value,
                    show_default=True,
                    help=translate("CommandLine", "What they are in the shop."),
                ),
                json_option(),
                database_option(),
            ],
        ),
        click.Command(
            "set-password",
            callback=_set,
            help=translate("CommandLine", "Give yourself, or as the owner anybody, a password."),
            params=[
                _name(),
                _file_option(
                    _PASSWORD_FILE,
                    translate(
                        "CommandLine",
                        "A file whose first line is the new password; else it is asked for twice.",
                    ),
                ),
                json_option(),
                database_option(),
            ],
        ),
        click.Command(
            "remove-password",
            callback=_remove,
            help=translate("CommandLine", "Let yourself, or as the owner anybody, in without one."),
            params=[_name(), json_option(), database_option()],
        ),
        click.Command(
            "reset-password",
            callback=_reset,
            help=translate(
                "CommandLine",
                "Remove the password that an owner forgot, with the recovery code or, in an"
                " encrypted shop, its recovery phrase.",
            ),
            params=[
                _name(),
                _file_option(
                    _CODE_FILE,
                    translate(
                        "CommandLine",
                        "A file whose first line is the recovery code or phrase; else it is asked"
                        " for.",
                    ),
                ),
                click.Option(
                    ["--without-code"],
                    is_flag=True,
                    help=translate(
                        "CommandLine",
                        "Ask for a reset after {days} more days on which the program is started."
                        " Each start says so, and anybody with a password can stop it.",
                        days=number_text(RESET_DAYS),
                    ),
                ),
                json_option(),
                database_option(),
            ],
        ),
        click.Command(
            "stop-reset",
            callback=_stop_reset,
            help=translate("CommandLine", "Let a password stay whose reset was asked for."),
            params=[_name(), json_option(), database_option()],
        ),
    ]
    title = translate("CommandLine", "See and change who works here, and their passwords.")
    return click.Group("user", help=title, commands=commands)


def _name() -> click.Argument:
    return click.Argument(["name"], metavar="NAME")


def _file_option(name: str, text: str) -> click.Option:
    return click.Option([name, "file"], type=click.Path(path_type=Path), metavar="FILE", help=text)


def _list(as_json: bool) -> None:
    with opened_shop() as shop, shop.database.reading() as session:
        people = users(session, retired=True)
    if as_json:
        give_json([picked(one, _FIELDS) for one in people])
        return
    for one in people:
        states = [label(one.role)]
        if one.has_password:
            states.append(translate("CommandLine", "has a password"))
        if not one.active:
            states.append(translate("CommandLine", "no longer works here"))
        say_row((one.name, *states))


def _add(name: str, role: str, as_json: bool) -> None:
    with (
        opened_shop(permission=Permission.MANAGE_PEOPLE) as shop,
        shop.database.transaction() as session,
    ):
        new = add_user(session, UserDraft(name=name, role=Role(role)))
        [user] = [one for one in users(session) if one.id == new]
    _print(user, translate("CommandLine", "{name} works here now.", name=user.name), as_json)


def _set(name: str, file: Path | None, as_json: bool) -> None:
    with opened_shop() as shop:
        user = _changeable(shop, name)
        password = _new_password() if file is None else parse_new_password(first_line(file))
        with shop.database.transaction() as session:
            code = set_password(session, user.id, password)
            changed = user_with(session, user)
    said = translate("CommandLine", "{name} has a new password.", name=user.name)
    if code:
        about = translate(
            "CommandLine",
            "Recovery code, for who forgets it; write it down, it is not shown again: {code}",
            code=code,
        )
        said = f"{said}\n{about}"
    _print(changed, said, as_json, recovery_code=code)


def _remove(name: str, as_json: bool) -> None:
    with opened_shop() as shop:
        user = _changeable(shop, name)
        with shop.database.transaction() as session:
            remove_password(session, user.id)
            changed = user_with(session, user)
    said = translate("CommandLine", "{name} has no password any more.", name=user.name)
    _print(changed, said, as_json)


def _reset(name: str, file: Path | None, without_code: bool, as_json: bool) -> None:
    with opened_shop(identified=False) as shop:
        with shop.database.reading() as session:
            user = user_called(users(session), name)
        if user.role is not Role.OWNER:
            raise WrongUse(
                translate(
                    "CommandLine",
                    "{name} is no owner; the owner gives them a new password: ecrm user"
                    " set-password",
                    name=user.name,
                )
            )
        if without_code:
            with shop.database.transaction("password_reset") as session:
                ask_for_reset(session, user.id, utc_now().astimezone().date())
                changed = user_with(session, user)
            said = translate(
                "CommandLine",
                "The reset of {name}'s password was asked for. It takes effect after {days} more"
                " days on which the program is started; each start says so, and anybody with a"
                " password can stop it.",
                name=user.name,
                days=number_text(RESET_DAYS),
            )
        else:
            question = translate("CommandLine", "Recovery code: ")
            typed = ask(question, _CODE_FILE) if file is None else first_line(file)
            changed = _recovered(shop, user, typed)
            said = translate(
                "CommandLine",
                "{name} has no password any more. Give them a new one before others begin to work.",
                name=user.name,
            )
    _print(changed, said, as_json)


def _recovered(shop: CliShop, user: UserRow, typed: str) -> UserRow:
    try:
        with shop.database.transaction("password_reset") as session:
            recover_password(session, user.id, typed, shop.database.secret)
            return user_with(session, user)
    except InvalidInput as error:
        if is_wrong_proof(error):
            with shop.database.transaction() as session:
                tell_wrong_code(session, user.id)
        raise


def _stop_reset(name: str, as_json: bool) -> None:
    with opened_shop() as shop:
        with shop.database.reading() as session:
            user = user_called(users(session), name)
        with shop.database.transaction() as session:
            stop_reset(session, user.id)
            changed = user_with(session, user)
    _print(changed, translate("CommandLine", "{name} keeps the password.", name=user.name), as_json)


def _changeable(shop: CliShop, name: str) -> UserRow:
    """Return the user of a name, if whoever runs the command may change their password."""
    with shop.database.reading() as session:
        user = user_called(users(session), name)
    me = identified(shop.database)
    if me is not None and me.id != user.id and not may(me.role, Permission.MANAGE_PEOPLE):
        raise InvalidInput(Problem.NOT_ALLOWED)
    return user


def _new_password() -> str:
    new = ask(translate("CommandLine", "New password: "), _PASSWORD_FILE)
    password = parse_new_password(new)
    if same_typed(ask(translate("CommandLine", "Once more: "))) != password:
        raise InvalidInput(Problem.PASSWORD_DIFFERS)
    return password


def _print(user: UserRow, sentence: str, as_json: bool, recovery_code: str = "") -> None:
    if as_json:
        code = {"recovery_code": recovery_code} if recovery_code else {}
        give_json(picked(user, _FIELDS) | code)
    else:
        say(sentence)


COMMANDS = (_user,)
