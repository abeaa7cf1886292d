"""An import's rows are captured many at a time, and nobody can tell from what was captured."""

import re
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.services.imports import run as import_run
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.examples import examples
from tests.helpers.import_files import bring_in, write_csv
from tests.test_importing_properties import FILES, HEADERS, WAYS, File

_ID = re.compile(r"[0-9a-f]{32}")


@settings(max_examples=examples(12), deadline=None, phases=(Phase.generate,), derandomize=True)
@given(before=FILES, file=FILES, match=WAYS, on_match=st.sampled_from([*OnMatch]))
def test_an_import_is_captured_as_the_triggers_would(
    empty_database_file: Path,
    before: File,
    file: File,
    match: tuple[MatchBy, ...],
    on_match: OnMatch,
) -> None:
    captured = []
    for is_together in (True, False):
        with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
            for name in ("_BLOCK", "_FIRST_BLOCK", "_SMALLEST_BLOCK"):
                patch.setattr(import_run, name, 3)
            patch.setattr("ecrm_desktop.storage.portions._LONGEST_SECONDS", 0)
            if not is_together:
                patch.setattr(Portions, "capture", None)
            path = Path(folder) / "shop.db"
            shutil.copy(empty_database_file, path)
            database = Database(path)
            for kind, rows in (before, file):
                source = write_csv(Path(folder) / "list.csv", HEADERS[kind], rows)
                bring_in(database, kind, source, match=match, on_match=on_match, problem_file=False)
            captured.append(all_captured(database))
            database.close()
    assert captured[0] == captured[1]


def test_returns_are_captured_as_the_triggers_would(
    empty_database_file: Path, tmp_path: Path
) -> None:
    header = ["number", "date", "customer_phone", "product_name", "quantity", "amount"]
    rows = [["1", "1405/02/01", "09123456701", "چای", "3", "300"],
            ["1", "1405/02/03", "09123456701", "چای", "-1", "-100"],
            ["1", "1405/02/04", "09123456701", "چای", "-2", "-200"]]  # fmt: skip
    source = write_csv(tmp_path / "list.csv", header, rows)
    captured = []
    for is_together in (True, False):
        with pytest.MonkeyPatch.context() as patch:
            if not is_together:
                patch.setattr(Portions, "capture", None)
            path = tmp_path / f"{is_together}.db"
            shutil.copy(empty_database_file, path)
            with closing(Database(path)) as database:
                assert bring_in(database, ImportKind.PURCHASES, source).counts.returns_new == 2
                captured.append(all_captured(database))
    assert captured[0] == captured[1]


def all_captured(database: Database) -> list[tuple[Any, ...]]:
    """Return all that was captured, ids as the order in which they first stand there."""
    with database.reading() as session:
        connection = session.connection()
        groups = connection.exec_driver_sql(
            "SELECT number, user_id, action FROM change_groups ORDER BY number"
        ).all()
        changes = connection.exec_driver_sql(
            "SELECT number, group_number, table_name, lower(hex(record_id)),"
            " lower(hex(owner_id)), kind, before, after FROM changes ORDER BY number"
        ).all()
    known: dict[str, str] = {}
    named = [
        tuple(
            _ID.sub(lambda found: known.setdefault(found[0], f"#{len(known)}"), value)
            if isinstance(value, str)
            else value
            for value in row
        )
        for row in changes
    ]
    return [*map(tuple, groups), *named]
