"""Who runs a command, asked for as soon as somebody in the shop has a password."""

import getpass
import os
import sys
from pathlib import Path
from typing import Any

import click

from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import DatabaseError, FileError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.passwords import anyone_has_password, check_password, password_wait
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.passwords import (
    begin_guess,
    forget_wrong_passwords,
    tell_wrong_passwords,
)
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.uptime import uptime

_CHOSEN = "ecrm_desktop.user"
_PASSWORD_FILE = "ECRM_PASSWORD_FILE"  # noqa: S105 - the name of a variable


def user_option(*, with_environment: bool = False) -> click.Option:
    """Return the option `--user`; the program has it, and every command of its own too."""
    return click.Option(
        ["--user", "working_user"],
        metavar="NAME",
        envvar="ECRM_USER" if with_environment else None,
        expose_value=False,
        callback=_choose,
        help=translate("CommandLine", "Who you are; also the variable ECRM_USER."),
    )


def identify(database: Database, permission: Permission | None = None) -> None:
    """Find out who runs the command, and refuse what their role does not allow.

    Nothing is asked, and everything allowed, while nobody has a password and `--user` is not given.
    Raises WrongUse, InvalidInput PASSWORD_WRONG, PASSWORD_WAIT or NOT_ALLOWED.
    """
    with database.reading() as session:
        people = users(session)
        is_asked = anyone_has_password(session)
    name: str | None = click.get_current_context().meta.get(_CHOSEN)
    if not is_asked and name is None:
        return
    user = _only(people) if name is None else user_called(people, name)
    if user.has_password:
        prove(database, user)
    database.capture.user_id = user.id
    if permission is not None and not may(user.role, permission):
        raise InvalidInput(Problem.NOT_ALLOWED)


def identified(database: Database) -> UserRow | None:
    """Return who was found to run the command; None where nobody had to say it."""
    with database.reading() as session:
        people = users(session)
    return next((one for one in people if one.id == database.capture.user_id), None)


def prove(database: Database, user: UserRow) -> None:
    """Ask for a user's password; InvalidInput PASSWORD_WRONG, PASSWORD_WAIT or _UNOPENED."""
    file = os.environ.get(_PASSWORD_FILE)
    if file:
        password = first_line(Path(file))
    else:
        password = ask(translate("CommandLine", "Password of {name}: ", name=user.name))
    wait = _begin(database, user)
    if wait:
        raise InvalidInput(Problem.PASSWORD_WAIT, seconds=wait)
    with database.reading() as session:
        check = check_password(session, user.id, password, now=uptime())
    is_no_guess = check.right or check.is_unopened
    after = forget_wrong_passwords if is_no_guess else tell_wrong_passwords
    try:
        with database.transaction() as session:
            after(session, user.id)
    except DatabaseError as error:  # a right one counts as wrong then, until the next right one
        _go_on_uncounted(error)
    if check.is_unopened:
        raise InvalidInput(Problem.PASSWORD_UNOPENED)
    if not check.right:
        raise InvalidInput(Problem.PASSWORD_WRONG)


def _begin(database: Database, user: UserRow) -> int:
    try:
        with database.transaction() as session:
            return begin_guess(session, user.id, now=uptime())
    except DatabaseError as error:
        _go_on_uncounted(error)
    # Somebody has been writing for seconds, as an import does: so long a guess is not free. Where
    # nothing can be written it is, to whoever could copy the file and guess as they like.
    with database.reading() as session:
        return password_wait(session, user.id, now=uptime())


def _go_on_uncounted(error: DatabaseError) -> None:
    if error.problem not in {Problem.DATABASE_LOCKED, Problem.SHOP_READ_ONLY}:
        raise error


def ask(question: str, option: str = "") -> str:
    """Ask for a secret on the terminal; WrongUse where there is none.

    It says how else it can be given: by a file that `option` names, else the variable.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        advice = (
            translate(
                "CommandLine",
                "This has to be typed, and there is no terminal to ask on. Put it into a file and"
                " name that with {option} FILE.",
                option=option,
            )
            if option
            else translate(
                "CommandLine",
                "A password is needed, and there is no terminal to ask on. Put it into a file and"
                " name that in the variable ECRM_PASSWORD_FILE.",
            )
        )
        raise WrongUse(advice)
    return getpass.getpass(question)


def first_line(path: Path) -> str:
    """Return the first line of a file; FileError FILE_MISSING or FILE_UNREADABLE."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline().rstrip("\r\n")
    except FileNotFoundError:
        raise FileError(Problem.FILE_MISSING, path=path) from None
    except (OSError, ValueError):
        raise FileError(Problem.FILE_UNREADABLE, path=path) from None


def user_called(people: list[UserRow], name: str) -> UserRow:
    """Return the only one of these with a name, however it is spelled; WrongUse otherwise."""
    found = [one for one in people if fold(one.name) == fold(name)]
    if not found:
        raise WrongUse(
            translate("CommandLine", "Nobody called {name} works in this shop.", name=name)
        )
    if len(found) > 1:
        raise WrongUse(
            translate(
                "CommandLine",
                "Several people are called {name}; give them different names in the settings.",
                name=name,
            )
        )
    return found[0]


def user_with(session: Session, user: UserRow) -> UserRow:
    """Return a user as they are now."""
    return next(one for one in users(session, retired=True) if one.id == user.id)


def _only(people: list[UserRow]) -> UserRow:
    if len(people) != 1:
        raise WrongUse(
            translate(
                "CommandLine",
                "People here have passwords, so say who you are: ecrm --user NAME …",
            )
        )
    return people[0]


def _choose(context: click.Context, _option: click.Parameter, name: str | None) -> Any:
    if name is not None:
        context.meta[_CHOSEN] = name
    return name
