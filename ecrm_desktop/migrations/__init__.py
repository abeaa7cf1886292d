"""Changes of the schema, one file each."""

from pathlib import Path

from sqlalchemy import Connection

from ecrm_desktop.models import changes

HEAD = "0005"
"""The newest revision; revisions are four digits, so that text compares like age."""


def upgrade(connection: Connection) -> None:
    """Bring the schema behind `connection` to HEAD within its open transaction.

    The triggers of the change capture are made anew from the models, for a migration may add
    columns, and one that makes a table anew loses the table's triggers.
    """
    for name in _capturing(connection):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    run_migrations(connection, "head")
    for trigger in changes.capture_triggers().values():
        connection.exec_driver_sql(trigger)


def run_migrations(connection: Connection, revision: str) -> None:
    """Run the bare migrations up to a revision, within the open transaction of `connection`."""
    from alembic import command  # noqa: PLC0415 - 0.7 s that an up-to-date database is spared
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    # Alembic's options stand in an .ini file, where % begins the name of another one.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _capturing(connection: Connection) -> list[str]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_capture_%'"
    )
    return list(names.scalars())
