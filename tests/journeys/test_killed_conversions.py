"""Encryption turned on and off by a program that is killed anywhere: nothing is ever lost."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import file_key_id
from tests.helpers.command_line import ROOT
from tests.helpers.factories import make_customer
from tests.helpers.plain_bytes import CITY, NAME, NOTE, PHONE, places_with_plain_text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills as POSIX does"),
]
SECRET = bytes(range(16))
ROUNDS = 60


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop of a size that takes some tenths of a second, with one customer to look for."""
    path = tmp_path_factory.mktemp("plain") / "shop.db"
    database = Database(path, create=True)
    with database.transaction(captured=False) as session:
        fill_demo(session, customers=600)
    with database.transaction() as session:
        make_customer(session, NAME, phone=PHONE, city=CITY, notes=NOTE, code="99999")
    database.close()
    return path


@pytest.fixture
def encrypted(plain: Path, tmp_path: Path, keyring_file: Path) -> Path:
    path = tmp_path / "template" / "shop.db"
    path.parent.mkdir()
    shutil.copy(plain, path)
    encryption.turn_on(path, SECRET)
    return path


def contents(path: Path) -> object:
    database = Database(path)
    with database.transaction() as session:
        report = check_database(session)
    assert report.is_sound
    encryption.finish_conversion(path)
    database.close()
    return report


def die_in_rounds(template: Path, folder: Path, work: Callable[[Path], object]) -> set[bool]:
    """Die in each round at another moment; return which kinds of file were found afterwards."""
    from tests.helpers.dying_step import die_after, die_at  # noqa: PLC0415 - Windows has no fork

    before = contents(template)
    path = folder / "shop.db"

    def fresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(template, path)

    fresh()
    started = time.perf_counter()
    assert die_at(10_000, lambda: work(path))
    takes = time.perf_counter() - started
    random = Random(20261122)
    found: set[bool] = set()
    whole = 0
    for number in range(ROUNDS + 200):
        fresh()
        if number < ROUNDS:
            die_after(random.uniform(0, takes), lambda: work(path))
        elif die_at(number - ROUNDS, lambda: work(path)):
            whole += 1
        is_encrypted = file_key_id(path) is not None
        found.add(is_encrypted)
        assert contents(path) == before
        assert [file.name for file in folder.iterdir()] == ["shop.db"]
        if is_encrypted:
            assert places_with_plain_text(folder) == set()
        if whole:
            return found
    raise AssertionError("there are more steps than rounds")


def test_turning_on_killed_anywhere(plain: Path, tmp_path: Path, keyring_file: Path) -> None:
    found = die_in_rounds(plain, tmp_path / "shop", lambda path: encryption.turn_on(path, SECRET))
    assert found == {True, False}
    assert keyring_secrets.find_secret(keyring_secrets.key_id(SECRET)) == SECRET


def test_turning_off_killed_anywhere(encrypted: Path, tmp_path: Path) -> None:
    found = die_in_rounds(encrypted, tmp_path / "shop", encryption.turn_off)
    assert found == {True, False}


def test_encrypting_a_backup_killed_anywhere(
    plain: Path, tmp_path: Path, keyring_file: Path
) -> None:
    keyring_secrets.keep_secret(SECRET)
    found = die_in_rounds(
        plain, tmp_path / "shop", lambda path: encryption.encrypt_backup(path, SECRET)
    )
    assert found == {True, False}


def test_nobody_elses_save_is_lost_in_a_conversion(
    plain: Path, tmp_path: Path, keyring_file: Path
) -> None:
    path = tmp_path / "shop.db"
    shutil.copy(plain, path)
    keyring_secrets.keep_secret(SECRET)
    done = tmp_path / "done"
    saving = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.busy_clerk", path, done, name],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("a", "b")
    ]
    problems: set[Problem | None] = set()
    turned = 0
    until = time.monotonic() + 60
    while turned < ROUNDS // 5 and time.monotonic() < until:
        try:
            if file_key_id(path) is None:
                encryption.turn_on(path, SECRET)
            else:
                encryption.turn_off(path)
            turned += 1
        except EcrmError as error:
            problems.add(error.problem)
    done.touch()
    assert problems <= {Problem.DATABASE_LOCKED}
    saved = sum(int(clerk.communicate()[0]) for clerk in saving)
    assert [clerk.returncode for clerk in saving] == [0, 0]
    assert turned
    assert saved
    database = Database(path)
    with database.reading() as session:
        assert len(search_customers(session, "پرکار", 1_000_000)) == saved
    database.close()
    contents(path)
