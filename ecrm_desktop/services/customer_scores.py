"""What is expected of each customer, stored beside their figures."""

from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple

from ecrm_desktop.models.customer_figures import CustomerScore
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.portions import Portions

_AT_ONCE: Final = 5_000


class Score(NamedTuple):
    """A row of `CustomerScore`, which says what each number is."""

    number: int
    scored_on: int
    r: int
    f: int
    m: int
    cell: int
    gap: int
    gap_spread: int
    alive: int
    expected: int
    value: int
    value_low: int
    value_high: int
    loss: int
    state: int


_TABLE: Final = CustomerScore.__tablename__
_STORE: Final = (
    f"INSERT OR REPLACE INTO {_TABLE} ({', '.join(Score._fields)})"
    f" SELECT {', '.join('?' * len(Score._fields))}"
    " WHERE EXISTS (SELECT 1 FROM customer_index WHERE number = ?1)"
)
_DROP: Final = f"DELETE FROM {_TABLE} WHERE number > ? AND number <= ? AND scored_on <> ?"
_DROP_REST: Final = f"DELETE FROM {_TABLE} WHERE number > ? AND scored_on <> ?"


def store_scores(database: Database, scores: Iterable[Score]) -> int:
    """Put scores, in the order of their numbers, in the place of those there are; return how many.

    In portions, between which others may write: who was deleted meanwhile gets none. Anybody may,
    since no record changes. Raises DatabaseError as `Database.transaction` does.
    """
    left, done, last, day = iter(scores), 0, 0, 0
    with Portions(database, "") as portions:
        is_over = False
        while not is_over:
            portions.begin()
            connection = portions.session.connection()
            while rows := list(islice(left, _AT_ONCE)):
                connection.exec_driver_sql(_STORE, [tuple(row) for row in rows])
                day = rows[-1].scored_on
                connection.exec_driver_sql(_DROP, (last, rows[-1].number, day))
                done, last = done + len(rows), rows[-1].number
                if not portions.may_go_on:
                    break
            else:
                connection.exec_driver_sql(_DROP_REST, (last, day))
                is_over = True
            portions.commit()
    return done
