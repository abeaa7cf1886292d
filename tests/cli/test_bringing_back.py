"""What commands bring back opens for nobody for whom the shop did not open."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from ecrm_desktop.storage.database import connect
from tests.helpers.command_line import Outcome, Run
from tests.helpers.guarded_shop import (
    CUSTOMER,
    MANAGER,
    OTHER_PIN,
    OWNER,
    PIN,
    STAFF,
    GuardedShop,
    lose_tables,
    spoil,
)


class Roles:
    """Tries what each role may in a file that was brought back."""

    def __init__(self, run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run = run
        self._path = path
        self._patch = monkeypatch

    def as_somebody(self, name: str, password: str, *arguments: object) -> Outcome:
        file = self._path.with_name("password.txt")
        file.write_text(f"{password}\n", encoding="utf-8")
        with self._patch.context() as patch:
            patch.setenv("ECRM_PASSWORD_FILE", str(file))
            return self._run("--database", self._path, "--user", name, *arguments)

    def check(self) -> None:
        """Nobody gets in without a password, staff get no further than before, the owner does."""
        nobody = self._run("--database", self._path, "search", "سمیرا")
        assert (nobody.status, CUSTOMER in nobody.out) == (2, False)
        assert self.as_somebody(OWNER, "0000", "search", "سمیرا").status == 2
        assert self.as_somebody(STAFF, "0000", "search", "سمیرا").status == 2
        staff = self.as_somebody(STAFF, OTHER_PIN, "search", "سمیرا")
        assert (staff.status, CUSTOMER in staff.out) == (0, True)
        assert self.as_somebody(STAFF, OTHER_PIN, "backup").status == 2
        assert self._run("--database", self._path, "--user", MANAGER, "audit").status == 2
        assert self.as_somebody(OWNER, PIN, "audit").status == 0


def test_a_missing_shop_comes_back_as_locked_as_it_was(
    run: Run, guarded: GuardedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded.path.unlink()
    shown = run("--database", guarded.path, "restore", guarded.before, "--show")
    assert CUSTOMER not in shown.out
    assert run("--database", guarded.path, "restore", guarded.before, "--yes").status == 0
    roles = Roles(run, guarded.path, monkeypatch)
    roles.check()
    told = roles.as_somebody(OWNER, PIN, "audit", "--json").json
    [restored] = [one for one in told if one["kind"] == "backup_restored"]
    assert (restored["record"]["name"], restored["user"]) == (guarded.before.name, "")


def test_one_that_does_not_open_too(
    run: Run, guarded: GuardedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(guarded.path)
    assert run("--database", guarded.path, "restore", guarded.before, "--yes").status == 0
    Roles(run, guarded.path, monkeypatch).check()


def test_beginning_anew_first_is_no_way_round(
    run: Run, guarded: GuardedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    guarded.path.unlink()
    assert run("--database", guarded.path, "init", "--anew").status == 0
    restored = run("--database", guarded.path, "restore", guarded.before, "--yes", "--other-shop")
    assert restored.status == 0
    Roles(run, guarded.path, monkeypatch).check()


@pytest.mark.parametrize("lost", [[], ["users"]])
def test_a_salvaged_shop_is_as_locked_as_it_was(
    run: Run, guarded: GuardedShop, monkeypatch: pytest.MonkeyPatch, lost: list[str]
) -> None:
    lose_tables(guarded.path, *lost)
    spoil(guarded.path)
    new = guarded.path.with_name("new.db")
    done = run("salvage", guarded.path, "--output", new, "--json")
    assert (done.status, done.json["locked"]) == (0, False)
    assert run("salvage", new, "--output", new.with_name("newer.db")).status == 0
    for path in (new, new.with_name("newer.db")):
        Roles(run, path, monkeypatch).check()


def test_where_no_owner_came_through_it_is_said_and_only_a_reset_helps(
    run: Run, guarded: GuardedShop
) -> None:
    shutil.rmtree(guarded.before.parent)
    lose_tables(guarded.path, "users")
    new = guarded.path.with_name("new.db")
    done = run("salvage", guarded.path, "--output", new)
    assert done.status == 0
    assert "هیچ صاحب فروشگاهی" in done.out
    assert run("--database", new, "search", "سمیرا").status == 2
    lost = "نام از دست رفته"
    with closing(connect(new)) as connection:
        [(lost,)] = connection.execute("SELECT name FROM users").fetchall()
    assert run("--database", new, "--user", lost, "search", "سمیرا").status == 2
    asked = run("--database", new, "user", "reset-password", lost, "--without-code")
    assert asked.status == 0
