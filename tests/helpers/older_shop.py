"""Files as earlier versions of the program made them."""

from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from ecrm_desktop.migrations import run_migrations
from ecrm_desktop.storage.database import APPLICATION_ID, connect

A_SHOP = (
    "INSERT INTO shop (id, name, currency, money_unit, area_code, phone, address, promise_low,"
    " promise_normal, promise_high, promise_critical, is_sample, created_at, updated_at) VALUES"
    " (x'00112233445566778899aabbccddeeff', 'پوشاک مهر', 'IRR', 'toman', '', '', '', 1, 1, 1, 1, 0,"
    " '2026-09-01 08:00:00.000000', '2026-09-01 08:00:00.000000')"
)
AN_OWNER = (
    "INSERT INTO users (id, name, role, active, created_at, updated_at) VALUES (randomblob(16),"
    " 'مریم', 'owner', 1, '2026-09-01 08:00:00.000000', '2026-09-01 08:00:00.000000')"
)
A_TASK = (
    "INSERT INTO tasks (id, title, note, due_on, repeat, created_at, updated_at) VALUES"
    " (randomblob(16), 'اجاره', '', '2026-09-22', 'none', '2026-09-01 08:00:00.000000',"
    " '2026-09-01 08:00:00.000000')"
)


def make_older_shop(
    path: Path, revision: str, *statements: str, secret: bytes | None = None
) -> None:
    """Make an empty shop file with the tables of a revision, and run statements in it."""
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, secret=secret), poolclass=StaticPool
    )
    event.listen(engine, "begin", lambda one: one.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        run_migrations(connection, revision)
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
