"""Backups and restores by a program that is killed anywhere: nothing is ever lost."""

import shutil
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from ecrm_desktop.backup.contents import check_file, read_contents
from ecrm_desktop.backup.files import find_replaced
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.queries.checks import CheckReport, check_database
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database, connect
from tests.helpers.factories import make_customer
from tests.helpers.older_shop import A_SHOP, A_TASK, AN_OWNER, make_older_shop

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills as POSIX does"),
]
ROUNDS = 60
_TASKS = 400
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
LIMIT = 10**12


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a shop, and two backups of it before its last customer came."""
    folder = tmp_path_factory.mktemp("template") / "shop"
    (folder / "backups").mkdir(parents=True)
    database = Database(folder / "shop.db", create=True)
    with database.transaction(captured=False) as session:
        fill_demo(session, customers=600)
    for days in (2, 1):
        make_backup(database, folder / "backups", now=NOW - timedelta(days=days), limit=LIMIT)
    with database.transaction() as session:
        make_customer(session, "بعد از پشتیبان", code="99999")
    database.close()
    return folder


def report_of(path: Path) -> CheckReport:
    database = Database(path)
    with database.transaction() as session:
        report = check_database(session)
    database.close()
    assert report.is_sound
    return report


def die_in_rounds(
    template: Path, folder: Path, work: Callable[[], object], look: Callable[[], bool]
) -> set[bool]:
    """Die in each round at another moment; return what `look` found afterwards."""
    from tests.helpers.dying_step import die_after, die_at  # noqa: PLC0415 - Windows has no fork

    def fresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)

    fresh()
    started = time.perf_counter()
    assert die_at(10_000, work)
    takes = time.perf_counter() - started
    random = Random(20261122)
    found: set[bool] = set()
    for number in range(ROUNDS + 200):
        fresh()
        is_whole = False
        if number < ROUNDS:
            die_after(random.uniform(0, takes), work)
        else:
            is_whole = die_at(number - ROUNDS, work)
        found.add(look())
        if is_whole:
            return found
    raise AssertionError("there are more steps than rounds")


def test_a_backup_killed_anywhere(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    live, backups = folder / "shop.db", folder / "backups"
    before = report_of(template / "shop.db")
    earlier = {one.name: one.read_bytes() for one in (template / "backups").iterdir()}

    def work() -> None:
        database = Database(live)
        make_backup(database, backups, now=NOW, limit=LIMIT)
        database.close()

    def look() -> bool:
        assert report_of(live) == before
        there = {one.name for one in backups.glob("*.ecrm.db")}
        assert earlier.keys() <= there
        for name, content in earlier.items():
            assert (backups / name).read_bytes() == content
        for name in there - earlier.keys():
            check_file(backups / name)
            assert read_contents(backups / name).counts == read_contents(live).counts
        work()
        left = {one.name for one in backups.iterdir()}
        assert not {name for name in left if name.endswith(".part")}
        return len(there) > len(earlier)

    assert die_in_rounds(template, folder, work, look) == {True, False}


def test_a_restore_killed_anywhere(template: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    live = folder / "shop.db"
    backup = min((template / "backups").iterdir())
    old, new = report_of(template / "shop.db"), read_contents(backup).counts["customers"]

    def work() -> None:
        restore(backup, live, now=NOW)

    def look() -> bool:
        report = report_of(live)
        is_restored = report.counts["customers"] == new
        if is_restored:
            (kept,) = find_replaced(live)
            assert report_of(kept.path) == old
        else:
            assert report == old
            assert find_replaced(live) == []
        work()
        assert report_of(live).counts["customers"] == new
        assert (
            max(report_of(one.path).counts["customers"] for one in find_replaced(live))
            == (old.counts["customers"])
        )
        assert not [one for one in folder.iterdir() if one.name.endswith(".part")]
        return is_restored

    assert die_in_rounds(template, folder, work, look) == {True, False}


def test_an_older_file_whose_change_is_killed_anywhere(tmp_path: Path) -> None:
    template, folder = tmp_path / "template", tmp_path / "shop"
    template.mkdir()
    make_older_shop(template / "shop.db", "0002", A_SHOP, AN_OWNER, *[A_TASK] * _TASKS)
    live = folder / "shop.db"

    def work() -> None:
        open_database(live).close()

    def look() -> bool:
        with closing(connect(live)) as connection:
            (tasks,) = connection.execute("SELECT count(*) FROM tasks").fetchone()
            (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        assert tasks == _TASKS
        is_changed = bool(schema == HEAD)
        backups = list((folder / "backups").glob("*.ecrm.db"))
        assert len(backups) == 1 if is_changed else len(backups) <= 1
        work()
        (backup,) = (folder / "backups").glob("*.ecrm.db")
        assert check_file(backup)["tasks"] == _TASKS
        assert read_contents(backup).schema == "0002"
        assert report_of(live).counts["tasks"] == _TASKS
        return is_changed

    assert die_in_rounds(template, folder, work, look) == {True, False}
