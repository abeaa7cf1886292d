"""Killed at any moment, forgetting leaves the whole person or nobody, and is finished later."""

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ecrm_desktop.models.forgotten import ForgottenCustomer
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.storage.database import Database
from tests.helpers.command_line import START
from tests.helpers.factories import make_customer

ROUNDS = 50
NAME, PHONE = "طباطبایی‌نژاد", "+989121234567"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("killed") / "shop.db"
    database = Database(path, create=True)
    with database.transaction(captured=False) as session:
        fill_demo(session, customers=400)
    with database.transaction() as session:
        make_customer(session, f"مریم {NAME}", code="forget-me", phone=PHONE)
    database.close()
    return path


def forgetting(path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*START, "--database", str(path), "customer", "forget", "forget-me", "--yes"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(path.parent), "XDG_CONFIG_HOME": str(path.parent)},
    )


@pytest.mark.slow
def test_killed_at_any_moment(shop: Path, tmp_path: Path) -> None:
    chance = random.Random(3)
    shutil.copy(shop, tmp_path / "whole.db")
    start = time.monotonic()
    assert forgetting(tmp_path / "whole.db").wait() == 0
    took = time.monotonic() - start
    outcomes = []
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.db"
        shutil.copy(shop, path)
        running = forgetting(path)
        # All that happens before the file is opened is of no interest.
        time.sleep(took * chance.uniform(0.5, 1.0))
        running.send_signal(signal.SIGKILL)
        running.wait()
        database = Database(path)
        with database.reading() as session:
            forgotten = session.scalar(select(func.count()).select_from(ForgottenCustomer))
            found = search_customers(session, NAME, 10)
        assert len(found) == (0 if forgotten else 1)
        assert wipe_file(database)
        with database.transaction() as session:
            assert check_database(session).findings == {}
        database.close()
        content = b"".join(one.read_bytes() for one in tmp_path.glob(f"{number}.db*"))
        for told in (NAME, PHONE):
            assert (told.encode() in content) is not bool(forgotten)
        outcomes.append(bool(forgotten))
        for one in tmp_path.glob(f"{number}.db*"):
            one.unlink()
    assert len(set(outcomes)) > 1
