"""Changes of the schema, one file each."""

from pathlib import Path

from sqlalchemy import Connection

HEAD = "0001"
"""The newest revision; revisions are four digits, so that text compares like age."""


def upgrade(connection: Connection) -> None:
    """Bring the schema behind `connection` to HEAD within its open transaction."""
    from alembic import command  # noqa: PLC0415 - 0.7 s that an up-to-date database is spared
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
