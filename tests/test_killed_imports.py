"""An import or an undo that is killed anywhere is all there or not at all once it is opened."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ecrm_desktop.importing import take_out_unfinished, undo_import
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.imports import list_imports
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.command_line import ROOT
from tests.helpers.import_files import bring_in, contents, write_csv

ROUNDS = 30
CUSTOMERS, LINES = 1_500, 4_000
CUSTOMER_HEADER = ["code", "name", "phone", "city", "tags", "own:سایز"]
SALE_HEADER = ["number", "date", "customer_code", "product_name", "quantity", "unit_price"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]


@dataclass(frozen=True)
class Work:
    """Work to be killed, what there is before and after it, and how long it takes."""

    base: Path
    arguments: tuple[str, str]
    before: dict[str, list[tuple[Any, ...]]]
    after: dict[str, list[tuple[Any, ...]]]
    seconds: float
    again: Callable[[Database], object]


@pytest.fixture
def base(empty_database_file: Path, tmp_path: Path) -> Path:
    """A shop that knows half of the customers, some of them less well than the file does."""
    path = tmp_path / "base.db"
    shutil.copy(empty_database_file, path)
    file = tmp_path / "known.csv"
    rows = [[at, f"مشتری {at}", f"0912{at:07}", "", "", ""] for at in range(CUSTOMERS // 2)]
    write_csv(file, CUSTOMER_HEADER, rows)
    with opened(path) as database:
        bring_in(database, ImportKind.CUSTOMERS, file)
    return path


def customers_file(folder: Path) -> Path:
    rows = [[at, f"مشتری {at}", f"0912{at:07}", "یزد", "عمده", 38] for at in range(CUSTOMERS)]
    return write_csv(folder / "customers.csv", CUSTOMER_HEADER, rows)


def sales_file(folder: Path) -> Path:
    rows = [
        [f"F{at % (LINES // 3)}", "1405/01/05", at % (LINES // 3) % 900, f"کالا {at % 50}", 2, 500]
        for at in range(LINES)
    ]
    return write_csv(folder / "sales.csv", SALE_HEADER, rows)


def opened(path: Path) -> "closing[Database]":
    return closing(Database(path))


def state(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with opened(path) as database:
        take_out_unfinished(database)
        with database.transaction() as session:
            report = check_database(session)
            assert report.is_sound, report.findings
        return contents(database, with_ids=False)


def timed(path: Path, arguments: tuple[str, str]) -> float:
    with start(path, arguments) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "begins\n"
        begun = time.monotonic()
        assert running.stdout.readline() == "done\n"
        return time.monotonic() - begun


def start(path: Path, arguments: tuple[str, str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.helpers.dying_import", str(path), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.fixture(params=["customers", "purchases", "undo"])
def work(request: pytest.FixtureRequest, base: Path, tmp_path: Path) -> Work:
    kind = ImportKind.CUSTOMERS if request.param == "customers" else ImportKind.PURCHASES
    file = customers_file(tmp_path) if kind is ImportKind.CUSTOMERS else sales_file(tmp_path)
    if request.param == "undo":
        with opened(base) as database:
            made = bring_in(database, kind, file).import_id
        assert made is not None
        arguments = ("undo", str(made))
        again: Callable[[Database], object] = lambda database: undo_import(database, made)  # noqa: E731
    else:
        arguments = (kind.value, str(file))
        again = lambda database: bring_in(database, kind, file)  # noqa: E731
    done = tmp_path / "done.db"
    shutil.copy(base, done)
    seconds = timed(done, arguments)
    return Work(base, arguments, state(base), state(done), seconds, again)


def test_killed_anywhere_it_is_all_there_or_nothing(work: Work, tmp_path: Path) -> None:
    chance = random.Random(23)
    left_nothing = 0
    for round_number in range(ROUNDS):
        path = tmp_path / f"killed-{round_number}.db"
        shutil.copy(work.base, path)
        running = start(path, work.arguments)
        assert running.stdout is not None
        assert running.stdout.readline() == "begins\n"
        time.sleep(work.seconds * chance.random() * 1.1)
        running.kill()
        running.communicate()
        found = state(path)
        assert found in (work.before, work.after)
        if found == work.before:
            left_nothing += 1
            with opened(path) as database:
                work.again(database)
            assert state(path) == work.after
        elif work.arguments[0] != "undo":
            # Done though it did not get to say so: again, it finds all and adds nothing.
            with opened(path) as database:
                work.again(database)
                with database.reading() as session:
                    again = list_imports(session)[0]
                assert (again.new, again.updated) == (0, 0)
            assert state(path) == work.after
        for left in tmp_path.glob(f"{path.name}*"):
            left.unlink()
    # An undo that has begun goes on to its end at the next opening.
    assert left_nothing > (0 if work.arguments[0] == "undo" else ROUNDS // 4)
