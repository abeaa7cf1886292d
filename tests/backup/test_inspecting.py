"""Looking through a file while people work finds what is wrong in it, and hinders nobody."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from ecrm_desktop.backup import inspecting
from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.inspecting import (
    LookState,
    check_oldest_backup,
    compare_part,
    look_shortly,
    look_state,
    remember_look,
)
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.errors import Cancelled, DatabaseError, Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.progress import no_progress
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.index_rebuilding import rebuild_indexes
from ecrm_desktop.settings import FILE_LOOKS, Settings
from ecrm_desktop.storage import database as database_module
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.storage.keyring_secrets import make_secret
from ecrm_desktop.storage.soundness import Unsound
from tests.helpers.factories import make_customer
from tests.helpers.flipped_pages import (
    Kind,
    flip,
    is_found,
    make_shop,
    pages_by_kind,
    random_flip,
)
from tests.helpers.lying_index import change_behind_an_index

NOW = datetime.fromisoformat("2026-11-22T10:30:00+00:00")
DAY = timedelta(days=1)
INDEX = "ix_customers_code"


def stopped_by_nobody(_stop: Callable[[], None]) -> nullcontext[None]:
    return nullcontext()


def look(database: Database, state: LookState) -> tuple[LookState, Unsound | None]:
    return look_shortly(database, state, NOW, no_progress, stopped_by_nobody)


def compare(database: Database, state: LookState) -> tuple[LookState, Unsound | None]:
    return compare_part(database, state, NOW, no_progress, stopped_by_nobody)


def whole_round(database: Database) -> Unsound | None:
    state, found = compare(database, LookState())
    while found is None and state.compared:
        state, found = compare(database, state)
    return found


def break_root(path: Path, table: str) -> None:
    """Make the first page of a table in a closed file senseless."""
    with closing(database_module.connect(path)) as connection:
        [(page,)] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4_096)
        file.write(b"\xff")


def test_short_looks_go_through_the_whole_file_one_after_the_other(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspecting, "_START_SECONDS", 0)
    seen: list[str] = []
    state = LookState()
    while state.following not in seen:
        seen.append(state.following)
        state, found = look(shop, state)
        assert found is None
    with shop.reading() as session:
        tables = session.connection().exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'customer_fts'"
        )
        assert set(seen) >= {*tables.scalars()}


def test_a_short_look_finds_a_bad_page_and_stays_there(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.close()
    break_root(shop.path, "tasks")
    monkeypatch.setattr(inspecting, "_START_SECONDS", 0)
    database = Database(shop.path)
    state, found = look(database, LookState(following="customers"))
    while found is None:
        assert state.following != "customers"
        state, found = look(database, state)
    assert (state.following, found.indexes) == ("tasks", frozenset())
    assert look(database, state)[1] is not None
    database.close()


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_a_round_through_a_sound_file_ends_and_says_when(
    shop: Database, *, is_encrypted: bool
) -> None:
    shop.close()
    secret = make_secret() if is_encrypted else None
    if secret is not None:
        turn_on(shop.path, secret)
    database = Database(shop.path, secret=secret)
    state, found = compare(database, LookState())
    assert state.compared
    assert state.may_compare(NOW)
    while state.compared and found is None:
        state, found = compare(database, state)
    assert (found, state.rounded_at) == (None, NOW)
    database.close()


def test_a_bad_page_of_an_encrypted_file_is_damage(shop: Database) -> None:
    secret = make_secret()
    shop.close()
    turn_on(shop.path, secret)
    with closing(database_module.connect(shop.path, secret=secret)) as connection:
        [(page,)] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'tasks'"
        ).fetchall()
    flip(shop.path, shop.path.read_bytes(), (page - 1) * 4_096 + 50, 3)
    database = Database(shop.path, secret=secret)
    found = whole_round(database)
    assert found is not None
    assert not found.indexes
    database.close()


def test_it_is_due_each_day_when_nobody_works_and_each_week_in_any_case() -> None:
    fresh = LookState()
    assert fresh.may_compare(NOW)
    assert not fresh.must_compare(NOW)
    done = LookState(rounded_at=NOW)
    assert not done.may_compare(NOW + DAY / 2)
    assert done.may_compare(NOW + DAY)
    assert not done.must_compare(NOW + 6 * DAY)
    assert done.must_compare(NOW + 7 * DAY)
    assert done.must_compare(NOW - DAY)  # a clock that went back


def test_how_far_it_is_stands_in_the_settings(tmp_path: Path) -> None:
    state = LookState(
        following="tasks", compared=("shop", "users"), rounded_at=NOW, backups={"a": NOW}
    )
    remember_look(Settings(tmp_path / "settings.json"), tmp_path / "shop.db", state)
    settings = Settings(tmp_path / "settings.json")
    assert look_state(settings, tmp_path / "shop.db") == state
    settings.set(FILE_LOOKS, {str(tmp_path / "shop.db"): {"rounded_at": 7}})
    assert look_state(settings, tmp_path / "shop.db") == LookState()


def test_others_save_while_it_looks(shop: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspecting, "_STEPS_BETWEEN_QUESTIONS", 20)
    saved: list[str] = []

    def save(_done: int, _total: int) -> None:
        if len(saved) < 5:
            saved.append(f"میان کار {len(saved)}")
            with shop.transaction() as session:
                make_customer(session, saved[-1])

    state, found = LookState(), None
    for _ in range(3):
        state, found = compare_part(shop, state, NOW, save, stopped_by_nobody)
    assert found is None
    with shop.reading() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 3 + len(saved) == 8


@pytest.mark.parametrize("how", ["at once", "between two statements"])
def test_it_ends_when_it_is_to_stop(
    shop: Database, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """A check that would take for ever: of a table that has no end."""
    monkeypatch.setattr(
        inspecting,
        "wrong_in_table",
        lambda connection, _table, **_thoroughly: connection.execute(
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n)"
            " SELECT count(*) FROM n"
        ).fetchall(),
    )
    if how == "at once":
        monkeypatch.setattr(inspecting, "_STEPS_BETWEEN_QUESTIONS", 10**9)
    cancelled = threading.Event()

    def ask(_done: int, _total: int) -> None:
        if cancelled.is_set():
            raise Cancelled

    @contextmanager
    def stopped_by(stop: Callable[[], None]) -> Iterator[None]:
        def cancel() -> None:
            cancelled.set()
            if how == "at once":
                stop()

        timer = threading.Timer(0.2, cancel)
        timer.start()
        yield
        timer.join()

    with pytest.raises(Cancelled):
        compare_part(shop, LookState(), NOW, ask, stopped_by)


def test_an_index_that_lies_is_found_and_made_anew(shop: Database) -> None:
    change_behind_an_index(shop, INDEX, "UPDATE customers SET code = 'Z9' WHERE code = '1'")
    found = whole_round(shop)
    assert found is not None
    assert found.indexes == {INDEX}
    with shop.transaction() as session:
        rebuild_indexes(session, found.indexes)
    assert whole_round(shop) is None
    with shop.reading() as session:
        assert session.scalar(select(Customer.code).where(Customer.code == "Z9")) == "Z9"


def test_a_full_text_that_lies_is_made_anew(shop: Database) -> None:
    with closing(shop.writer.raw_connection()) as raw:
        raw.execute("UPDATE customer_fts_data SET block = x'00000000' WHERE id > 10")
    found = whole_round(shop)
    assert found is not None
    assert found.indexes == {"customer_fts"}, found.told
    with shop.transaction() as session:
        rebuild_indexes(session, found.indexes)
    assert whole_round(shop) is None
    with shop.transaction() as session:
        assert check_database(session).is_sound


def test_no_index_is_made_anew_where_its_own_pages_are_damaged(shop: Database) -> None:
    with shop.transaction() as session:
        for number in range(300):
            make_customer(session, f"نگار {number}", code=f"{number + 100}")
    shop.close()
    break_root(shop.path, INDEX)
    database = Database(shop.path)
    found = whole_round(database)
    assert found is not None
    assert not found.indexes
    before = shop.path.read_bytes()
    with pytest.raises(DatabaseError) as error, database.transaction() as session:
        rebuild_indexes(session, [INDEX])
    assert error.value.problem is Problem.DATABASE_DAMAGED
    database.close()
    assert shop.path.read_bytes()[100:] == before[100:]


def test_no_index_is_made_anew_that_leads_to_a_page_of_another(shop: Database) -> None:
    with shop.transaction() as session:
        for number in range(400):
            make_customer(session, f"نگار {number}", code=f"{number + 100}")
    shop.close()
    content = bytearray(shop.path.read_bytes())
    with closing(database_module.connect(shop.path)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
    mine, others = ((roots[index] - 1) * 4_096 for index in (INDEX, "ix_customer_index_sort_name"))
    assert content[mine] == content[others] == 2  # both lead to further pages
    content[mine + 8 : mine + 12] = content[others + 8 : others + 12]
    shop.path.write_bytes(content)
    database = Database(shop.path)
    before = whole_round(database)
    assert before is not None
    assert not before.indexes
    with pytest.raises(DatabaseError) as error, database.transaction() as session:
        rebuild_indexes(session, [INDEX])
    assert error.value.problem is Problem.DATABASE_DAMAGED
    assert whole_round(database) == before
    database.close()


def test_each_backup_is_read_to_its_end_once_a_week(shop: Database, tmp_path: Path) -> None:
    folder = local_folder(shop.path)
    folder.mkdir()
    settings = Settings(tmp_path / "settings.json")
    with shop.reading() as session:
        shop_id = get_shop(session).id
    made = [
        make_backup(shop, folder, now=NOW + hours * DAY / 24, limit=10**12).path
        for hours in range(3)
    ]
    state = LookState()

    def check(now: datetime) -> Path | None:
        nonlocal state
        state, checked = check_oldest_backup(
            settings, shop, shop_id, state, now, no_progress, stopped_by_nobody
        )
        return checked.path if checked is not None and checked.is_damaged else None

    assert check(NOW + DAY) is None
    assert set(state.backups) == {made[0].name}
    assert check(NOW + DAY * 1.5) is None
    assert set(state.backups) == {made[0].name}  # one a day
    content = made[1].read_bytes()
    flip(made[1], content, content.index("مشتری".encode()), 0)
    assert check(NOW + 2 * DAY) == made[1]
    assert check(NOW + 3 * DAY) is None
    assert set(state.backups) == {one.name for one in made}
    before = state
    assert check(NOW + 5 * DAY) is None
    assert state == before
    made[0].unlink()
    assert check(NOW + 9 * DAY) == made[1]
    assert made[0].name not in state.backups


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.TABLE_LEAF])
def test_a_flipped_bit_in_what_leads_to_records_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    monkeypatch.setattr(database_module, "_SETTLING_SECONDS", 0)
    path = tmp_path / "shop.db"
    make_shop(path)
    content = path.read_bytes()
    assert not is_found(path)
    chance = Random(kind.value)
    pages = pages_by_kind(content)[kind]
    unseen = []
    for _ in range(12):
        at, bit = random_flip(content, pages, kind, chance)
        flip(path, content, at, bit)
        if not is_found(path):
            unseen.append((at // 4_096 + 1, at % 4_096, bit))
    # Some bits in leaves of indexes mean nothing to SQLite: docs/reliability.md counts them.
    assert len(unseen) <= (kind is Kind.INDEX_LEAF), unseen
