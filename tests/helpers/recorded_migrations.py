"""The migrations of a new file, run once by this process and then said again as they were said."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, event, inspect

Run = Callable[[Connection, str], None]


class RecordedMigrations:
    """Stands for `migrations.run_migrations`, which takes longest to find out what to say."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._said: list[tuple[str, Any]] = []

    def __call__(self, connection: Connection, revision: str) -> None:
        """Run the migrations up to a revision."""
        if revision != "head" or inspect(connection).has_table("alembic_version"):
            self._run(connection, revision)
        elif self._said:
            for statement, values in self._said:
                connection.exec_driver_sql(statement, values or None)
        else:
            self._record(connection, revision)

    def _record(self, connection: Connection, revision: str) -> None:
        said: list[tuple[str, Any]] = []

        def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
            if not statement.lstrip().startswith("SELECT"):
                said.append((statement, values))

        event.listen(connection, "before_cursor_execute", note)
        self._run(connection, revision)
        event.remove(connection, "before_cursor_execute", note)
        self._said = said
