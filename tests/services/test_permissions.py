"""Every service that the window and the command line use, tried by every role."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

import ecrm_desktop
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.users import User
from ecrm_desktop.services.bin import empty_bin, restore_deletion
from ecrm_desktop.services.customer_fields import delete_customer_field
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.passwords import remove_password, set_password
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.statuses import Role
from tests.helpers.every_service import SERVICES, RolesAtWork, import_nothing
from tests.helpers.factories import give_password


@pytest.fixture
def place(database: Database) -> RolesAtWork:
    return RolesAtWork(database)


@pytest.mark.parametrize("service", SERVICES, ids=lambda one: one.__name__)
def test_a_service_is_for_exactly_the_roles_it_is_said_to_be_for(
    place: RolesAtWork, service: Callable[..., Any]
) -> None:
    permission, call = SERVICES[service]
    action = FORGETTING if service is forget_customer else ""
    assert {role for role in Role if place.may(role, partial(call, place), action)} == {
        role for role in Role if permission is None or may(role, permission)
    }


def used_from_above() -> Iterator[Callable[..., Any]]:
    """The services that rooms above `services` call."""
    package = Path(ecrm_desktop.__file__).parent
    for file in package.rglob("*.py"):
        if package / "services" in file.parents:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith(
                "ecrm_desktop.services"
            ):
                module = importlib.import_module(str(node.module))
                for name in node.names:
                    one = getattr(module, name.name)
                    of_module = [getattr(one, each) for each in getattr(one, "__all__", ())]
                    for each in of_module or [one]:
                        if inspect.isfunction(each) and "session" in signature(each).parameters:
                            yield each


def test_no_service_is_left_out() -> None:
    assert {one.__name__ for one in used_from_above()} == {one.__name__ for one in SERVICES}


@pytest.mark.parametrize("role", Role)
def test_everybody_changes_their_own_password(place: RolesAtWork, role: Role) -> None:
    own = place.people[role]
    assert place.may(role, lambda session: set_password(session, own, "7294"))
    assert place.may(role, lambda session: remove_password(session, own))


@pytest.mark.parametrize("role", Role)
def test_an_own_field_comes_out_of_the_bin_only_for_who_could_put_it_there(
    place: RolesAtWork, role: Role
) -> None:
    with place.database.transaction() as session:
        deletion = delete_customer_field(session, place.field)
    done = place.may(role, lambda session: restore_deletion(session, deletion))
    assert done is may(role, Permission.CHANGE_SETTINGS)


def test_the_role_of_the_moment_counts_and_not_the_one_at_the_door(place: RolesAtWork) -> None:
    manager = place.people[Role.MANAGER]
    assert place.may(Role.MANAGER, import_nothing)
    with place.database.transaction() as session:
        session.get_one(User, manager).role = Role.STAFF
    assert not place.may(Role.MANAGER, import_nothing)


@pytest.mark.parametrize("way", ["retired", "in the bin", "unknown"])
def test_who_does_not_work_here_any_more_may_nothing_that_is_not_everybodys(
    place: RolesAtWork, way: str
) -> None:
    owner = place.people[Role.OWNER]
    with place.database.transaction() as session:
        user = session.get_one(User, owner)
        if way == "retired":
            user.active = False
        elif way == "in the bin":
            user.deleted_at = utc_now()
    if way == "unknown":
        place.people[Role.OWNER] = new_id()
    assert not place.may(Role.OWNER, empty_bin)
    assert not place.may(Role.OWNER, lambda s: set_password(s, place.people[Role.OWNER], "7294"))


def test_nobodys_word_is_enough_only_while_nobody_has_a_password(place: RolesAtWork) -> None:
    with place.database.transaction() as session:
        empty_bin(session)
        give_password(session, place.people[Role.STAFF], "7294")
    with (
        pytest.raises(InvalidInput, match=Problem.NOT_ALLOWED),
        place.database.transaction() as session,
    ):
        empty_bin(session)
