"""The figures of customers and of what they bought, made anew where they are stale."""

import json
from typing import Final

from sqlalchemy import Connection, delete

from ecrm_desktop.models.figure_lines import BEGIN_ANEW, REFRESH, SPREAD
from ecrm_desktop.models.insight_answers import InsightAnswer
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.portions import Portions

_CUSTOMERS_AT_ONCE: Final = 4_000
_PURCHASES_AT_ONCE: Final = 8_000
# Lines of one product are all over its index; more would break the promise about memory.
_CACHE_KIB: Final = 48_000

_IS_STALE = "SELECT EXISTS (SELECT 1 FROM stale_figures) OR EXISTS (SELECT 1 FROM stale_products)"
_COUNT = "SELECT count(*) FROM stale_figures"
_NEXT = """
SELECT s.number, i.purchase_count FROM stale_figures s
LEFT JOIN customer_index i ON i.number = s.number ORDER BY s.number LIMIT ?
"""


def refresh_figures(database: Database, report_progress: ReportProgress = no_progress) -> int:
    """Make the lines of all marked customers anew; return how many customers that were.

    In portions, between which others may write; what is marked meanwhile is made anew as well.
    Nothing is done where nothing can be written: figures then are as they last were. Anybody may,
    since no record changes. Raises DatabaseError as `Database.transaction` does.
    """
    if database.is_read_only:
        return 0
    with database.reading() as session:
        if not session.connection().exec_driver_sql(_IS_STALE).scalar_one():
            return 0
        total = session.connection().exec_driver_sql(_COUNT).scalar_one()
    done = 0
    with Portions(database, "") as portions:
        is_over = False
        while not is_over:
            portions.begin()
            connection = portions.session.connection()
            [cache] = connection.exec_driver_sql("PRAGMA cache_size").one()
            connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
            try:
                made = _refresh_some(connection)
                done += made
                while made and portions.may_go_on:
                    made = _refresh_some(connection)
                    done += made
            finally:
                connection.exec_driver_sql(f"PRAGMA cache_size = {cache}")
            portions.commit()
            report_progress(done, max(done, total))
            is_over = not made
    return done


def refresh_at_once(session: Session) -> int:
    """Do as `refresh_figures` within one transaction."""
    done = 0
    while made := _refresh_some(session.connection()):
        done += made
    return done


def begin_figures_anew(session: Session) -> None:
    """Drop all lines, and the words that nobody uses any more, and mark everybody.

    Whatever was reckoned from them (`CustomerScore`, `InsightAnswer`) goes as well.
    """
    for statement in BEGIN_ANEW:
        session.connection().exec_driver_sql(statement)
    session.execute(delete(InsightAnswer))


def _refresh_some(connection: Connection) -> int:
    """Make the lines of the next marked customers anew; return how many, 0 if nobody is left."""
    for statement in SPREAD:
        connection.exec_driver_sql(statement)
    numbers: list[int] = []
    purchases = 0
    for number, count in connection.exec_driver_sql(_NEXT, (_CUSTOMERS_AT_ONCE,)):
        if numbers and purchases + (count or 0) > _PURCHASES_AT_ONCE:
            break
        numbers.append(number)
        purchases += count or 0
    if numbers:
        given = json.dumps(numbers)
        for statement in REFRESH:
            connection.exec_driver_sql(statement, (given,) if "?1" in statement else ())
    return len(numbers)
